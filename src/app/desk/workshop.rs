//! Leading a workshop: choosing its questions, counting what is shown, agreeing, parking, going on (DOMAIN.md §7).
//!
//! Every gesture is facts, so each can be undone, and the workshop goes on where it stopped.

use crate::app::answering::{LONGEST_TEXT, is_locked, keep_set};
use crate::app::message::Moment;
use crate::app::organising::{high_half, name_of, round};
use crate::app::outcome::Outcome;
use crate::app::{Effect, Model, Place, Route};
use crate::domain::{
    Address, Answer, Facet, Knowledge, PersonId, Question, QuestionId, QuestionSet, RoundId, SetId,
    Shown, State, Step, UnitId, Value, Voice, Workshop, WorkshopFact, asked, brought,
    individual_votes, most_divided, votes,
};

/// More fingers than any room has.
const MOST: u32 = 999;

/// Which questions a workshop takes up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// So many, the most divided first.
    MostDivided(usize),
    /// These.
    These(Vec<QuestionId>),
}

/// What happens in a workshop of a unit.
#[derive(Debug)]
pub enum WorkshopMsg {
    /// Chooses its questions; none at all takes the choice back.
    Choose(SetId, UnitId, Chosen),
    /// Somebody takes part, in this role.
    Join(UnitId, String),
    /// Somebody does not take part after all.
    Leave(UnitId, PersonId),
    /// Somebody brings a field of knowledge, or not.
    Brings(UnitId, PersonId, Knowledge, bool),
    /// A question goes a step on; without one, back to thinking.
    Go(SetId, UnitId, QuestionId, Option<Step>),
    /// One more shows an answer, or one fewer.
    Count(SetId, UnitId, QuestionId, Shown, Tap),
    /// Counts from nothing: everybody shows anew.
    CountAnew(SetId, UnitId, QuestionId),
    /// The unit agrees on an answer, or on none after all.
    Agree(SetId, UnitId, QuestionId, Option<State>),
    /// Writes the reason for what was agreed on.
    Reason(UnitId, QuestionId, String),
    /// Writes a note.
    Note(UnitId, QuestionId, String),
}

impl WorkshopMsg {
    /// Whether two messages are texts of the same field.
    pub(super) fn is_same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Reason(unit_a, a, _), Self::Reason(unit_b, b, _))
            | (Self::Note(unit_a, a, _), Self::Note(unit_b, b, _)) => (unit_a, a) == (unit_b, b),
            _ => false,
        }
    }
}

/// Which way a count goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tap {
    /// One more.
    More,
    /// One fewer.
    Fewer,
}

/// Lets something happen in a workshop. In a locked round nothing does, and that is said.
pub(super) fn act(model: &mut Model, msg: WorkshopMsg, moment: &Moment, out: &mut Outcome) {
    let round = round(model, moment, out);
    if is_locked(model, &round, out) {
        return;
    }
    let at = |unit: &UnitId, fact| Address::Workshop(round.clone(), unit.clone(), fact);
    match msg {
        WorkshopMsg::Choose(set, unit, chosen) => {
            let ids = match chosen {
                Chosen::These(ids) => ids,
                Chosen::MostDivided(most) => {
                    let mut ids = worth_a_talk(model, &set, &unit);
                    ids.truncate(most);
                    ids
                }
            };
            let words: Vec<&str> = ids.iter().map(QuestionId::as_str).collect();
            let list = at(&unit, WorkshopFact::Questions(set.clone()));
            keep_set(model, moment, &set, out);
            put(model, moment, list, &words.join(" "), out);
        }
        WorkshopMsg::Join(unit, role) => {
            let person = PersonId::from_random(high_half(moment.random));
            let address = at(&unit, WorkshopFact::Role(person));
            put(model, moment, address, &name_of(&role), out);
        }
        WorkshopMsg::Leave(unit, person) => {
            for field in brought(&model.document, &round, &unit, &person) {
                let fact = WorkshopFact::Brings(person.clone(), field);
                out.remove(model, at(&unit, fact));
            }
            out.remove(model, at(&unit, WorkshopFact::Role(person)));
        }
        WorkshopMsg::Brings(unit, person, field, on) => {
            let address = at(&unit, WorkshopFact::Brings(person, field));
            if on {
                out.write(model, moment, address, Value::Flag(true));
            } else {
                out.remove(model, address);
            }
        }
        WorkshopMsg::Go(set, unit, question, step) => {
            go(model, moment, &round, &set, &unit, &question, step, out);
        }
        WorkshopMsg::Count(set, unit, id, shown, tap) => {
            if let Some(question) = question_of(model, &set, &id) {
                begin_count(model, moment, &round, &unit, &question, out);
                let count = votes(&model.document, &round, &unit, &question).of(shown);
                let count = match tap {
                    Tap::More => (count + 1).min(MOST),
                    Tap::Fewer => count.saturating_sub(1),
                };
                count_is(
                    model,
                    moment,
                    at(&unit, WorkshopFact::Count(id, shown)),
                    count,
                    out,
                );
            }
        }
        WorkshopMsg::CountAnew(set, unit, id) => {
            if let Some(question) = question_of(model, &set, &id) {
                for shown in every_answer(&question) {
                    out.remove(model, at(&unit, WorkshopFact::Count(id.clone(), shown)));
                }
                write_already(model, moment, &round, &unit, &question, out);
            }
        }
        WorkshopMsg::Agree(set, unit, id, state) => {
            if let Some(question) = question_of(model, &set, &id) {
                keep_set(model, moment, &set, out);
                agree(model, moment, &round, &unit, &question, state, out);
            }
        }
        WorkshopMsg::Reason(unit, question, text) => {
            let facet = Facet::Rationale;
            let address = Address::answer(&round, &unit, &question, facet, &Voice::Together);
            put(model, moment, address, &text, out);
        }
        WorkshopMsg::Note(unit, question, text) => {
            put(
                model,
                moment,
                at(&unit, WorkshopFact::Note(question)),
                &text,
                out,
            );
        }
    }
}

/// Writes a text, or removes it where only blanks are left.
fn put(model: &mut Model, moment: &Moment, address: Address, text: &str, out: &mut Outcome) {
    if text.trim().is_empty() {
        out.remove(model, address);
    } else {
        let text = text.chars().take(LONGEST_TEXT).collect();
        out.write(model, moment, address, Value::Text(text));
    }
}

/// The questions of a set that a unit is asked, the most divided first.
pub fn worth_a_talk(model: &Model, set: &SetId, unit: &UnitId) -> Vec<QuestionId> {
    let (Some(set), Some(round)) = (model.set(set), model.round()) else {
        return Vec::new();
    };
    let areas = asked(&model.document, Some(&round), &set, unit);
    let questions: Vec<&Question> = areas.into_iter().flat_map(|area| area.questions).collect();
    most_divided(&model.document, &round, unit, &questions)
}

/// The workshop of a unit on a set, in the round that is answered in.
pub fn workshop(model: &Model, set: &QuestionSet, unit: &UnitId) -> Option<Workshop> {
    Workshop::of(&model.document, &model.round()?, unit, set)
}

/// Where the next question is; without one, the page that ends the workshop.
pub fn next_page(model: &Model, set: &QuestionSet, unit: &UnitId) -> Route {
    let workshop = workshop(model, set, unit);
    match workshop.as_ref().and_then(Workshop::next) {
        Some(question) => Route::Workshop(Some(Place {
            set: set.id.clone(),
            unit: unit.clone(),
            question: Some(question.clone()),
        })),
        None => Route::WorkshopEnd(set.id.clone(), unit.clone()),
    }
}

/// Every answer that can be shown to a question.
pub fn every_answer(question: &Question) -> Vec<Shown> {
    let levels = (1..=9).take(question.levels.len()).map(Shown::Level);
    levels.chain([Shown::DontKnow]).collect()
}

fn question_of(model: &Model, set: &SetId, question: &QuestionId) -> Option<Question> {
    let set = model.set(set)?;
    let mut questions = set.areas.iter().flat_map(|area| &area.questions);
    questions.find(|asked| asked.id == *question).cloned()
}

#[allow(clippy::too_many_arguments)] // the place of a question, and what every gesture gets
fn go(
    model: &mut Model,
    moment: &Moment,
    round: &RoundId,
    set: &SetId,
    unit: &UnitId,
    id: &QuestionId,
    step: Option<Step>,
    out: &mut Outcome,
) {
    let Some(question) = question_of(model, set, id) else {
        return;
    };
    if matches!(step, Some(Step::Fingers | Step::Round)) {
        begin_count(model, moment, round, unit, &question, out);
    }
    let fact = WorkshopFact::Step(id.clone());
    let address = Address::Workshop(round.clone(), unit.clone(), fact);
    match step {
        Some(step) => {
            let word = Value::Text(step.word().to_owned());
            out.write(model, moment, address, word);
        }
        None => out.remove(model, address),
    }
    if matches!(step, Some(Step::Done | Step::Parked))
        && let Some(set) = model.set(set)
    {
        out.effect(Effect::Go(next_page(model, &set, unit)));
    }
}

/// A count begins with the individual answers that are in: they are counted from there on, and not once more.
fn begin_count(
    model: &mut Model,
    moment: &Moment,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
    out: &mut Outcome,
) {
    if votes(&model.document, round, unit, question)
        .already
        .is_some()
    {
        return;
    }
    let individual = individual_votes(&model.document, round, unit, question);
    write_already(model, moment, round, unit, question, out);
    for shown in every_answer(question) {
        let fact = WorkshopFact::Count(question.id.clone(), shown);
        let address = Address::Workshop(round.clone(), unit.clone(), fact);
        count_is(model, moment, address, individual.of(shown), out);
    }
}

fn write_already(
    model: &mut Model,
    moment: &Moment,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
    out: &mut Outcome,
) {
    let answers = individual_votes(&model.document, round, unit, question).answers();
    let fact = WorkshopFact::Already(question.id.clone());
    let address = Address::Workshop(round.clone(), unit.clone(), fact);
    let number = Value::Number(i64::try_from(answers).unwrap_or(i64::MAX));
    out.write(model, moment, address, number);
}

fn count_is(model: &mut Model, moment: &Moment, address: Address, count: u32, out: &mut Outcome) {
    if count == 0 {
        out.remove(model, address);
    } else {
        out.write(model, moment, address, Value::Number(i64::from(count)));
    }
}

/// What is agreed on is the ordinary answer of the unit together; individual ones are not touched.
fn agree(
    model: &mut Model,
    moment: &Moment,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
    state: Option<State>,
    out: &mut Outcome,
) {
    let address = Address::answer(round, unit, &question.id, Facet::Level, &Voice::Together);
    match state {
        None => out.remove(model, address),
        Some(state) => {
            let meaning = question.meaning.clone();
            let answer = Answer { state, meaning };
            out.write(model, moment, address, Value::Answer(answer));
        }
    }
}
