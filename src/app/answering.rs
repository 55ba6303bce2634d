//! Answering: beginning, choosing, saying why, and what belongs to others.

use super::device::Answers;
use super::message::Moment;
use super::organising::{add_unit, high_half, round};
use super::outcome::Outcome;
use super::saves::Notice;
use super::undo::{Undo, UndoKind};
use super::{Effect, Model, Place, Route, Section, Sets};
use crate::domain::{
    Address, Answer, AreaId, Facet, PersonField, PersonId, Question, QuestionId, QuestionSet,
    RoundId, SetId, State, UnitField, UnitId, UnitKind, Value, Voice, lock,
};
use crate::exchange::question_set_from_json;
use std::sync::Arc;

/// The longest text beside an answer, in characters: room for a paragraph, not for a document.
pub const LONGEST_TEXT: usize = 4_000;

/// Notes who answers for whom, and goes to the first question that is open.
pub(super) fn begin(
    model: &mut Model,
    moment: &Moment,
    set: SetId,
    unit: Result<UnitId, String>,
    role: Option<String>,
    out: &mut Outcome,
) {
    let unit = match unit {
        Ok(unit) => Some(unit),
        Err(name) => add_unit(model, moment, &name, out),
    };
    let Some(unit) = unit else {
        return; // no name was given; the form says so
    };
    round(model, moment, out);
    // Settings of an older version knew the one who answers only.
    if let Some(Answers::Person(person)) = &model.device.answers
        && !model.device.persons.contains(person)
    {
        model.device.persons.push(person.clone());
    }
    // A proposal is never the unit's own answer: several who propose together do so under the unit's name.
    let role = role.or_else(|| {
        let proposes = model.device.area.is_some();
        proposes.then(|| model.unit_name(&unit))
    });
    model.device.answers = Some(match role {
        None => Answers::Together,
        Some(role) => {
            let person = person_of(model, moment, role.trim());
            let address = Address::Person(person.clone(), PersonField::Role);
            out.write(model, moment, address, Value::Text(role.trim().to_owned()));
            Answers::Person(person)
        }
    });
    sits_at(model, &set, &unit, out);
    out.changed(Section::Device);
    out.effect(Effect::KeepDevice);
    // Who came by a link to a question goes on to that one.
    let question = match &model.route {
        Route::Answer(Some(place)) if place.set == set && place.unit == unit => {
            place.question.clone()
        }
        _ => None,
    };
    out.effect(Effect::Go(Route::Answer(Some(Place {
        set,
        unit,
        question,
    }))));
}

/// Notes what is answered at this device, and for whom.
pub(super) fn sits_at(model: &mut Model, set: &SetId, unit: &UnitId, out: &mut Outcome) {
    let known = (model.device.unit.as_ref(), model.device.set.as_ref());
    if known != (Some(unit), Some(set)) {
        model.device.unit = Some(unit.clone());
        model.device.set = Some(set.clone());
        out.changed(Section::Device);
        out.effect(Effect::KeepDevice);
    }
}

/// Who answers in a role here: the one who has done so before, or somebody new. A role that is changed before anything was
/// answered in it is the same person's.
fn person_of(model: &mut Model, moment: &Moment, role: &str) -> PersonId {
    let role_of = |person: &PersonId| {
        let address = Address::Person(person.clone(), PersonField::Role);
        model.document.text(&address).unwrap_or_default().to_owned()
    };
    let has_answered = |person: &PersonId| {
        model.document.facts().any(|(address, _)| {
            matches!(address, Address::Answer { voice: Voice::Person(voice), .. } if voice == person)
        })
    };
    let present = match &model.device.answers {
        Some(Answers::Person(person)) => Some(person),
        _ => None,
    };
    let known = model.device.persons.iter().chain(present);
    let same = known.clone().find(|person| role_of(person) == role);
    let person = same
        .or_else(|| present.filter(|person| !has_answered(person)))
        .cloned()
        .unwrap_or_else(|| PersonId::from_random(high_half(moment.random)));
    if !model.device.persons.contains(&person) {
        model.device.persons.push(person.clone());
    }
    person
}

pub(super) fn choose(
    model: &mut Model,
    moment: &Moment,
    set: &SetId,
    unit: &UnitId,
    question: &QuestionId,
    state: State,
    out: &mut Outcome,
) {
    let Some(set) = model.set(set) else {
        return;
    };
    let areas = model.asked(&set, unit);
    let mut questions = areas.iter().flat_map(|area| &area.questions);
    let Some(asked) = questions.find(|asked| asked.id == *question) else {
        return; // another unit was named for it
    };
    sits_at(model, &set.id, unit, out);
    let round = round(model, moment, out);
    if is_locked(model, &round, out) {
        return;
    }
    keep_snapshot(model, moment, &round, &set, out);
    write_answer(model, moment, &round, unit, asked, state, out);
}

fn write_answer(
    model: &mut Model,
    moment: &Moment,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
    state: State,
    out: &mut Outcome,
) {
    let address = facet_address(model, round, unit, &question.id, Facet::Level);
    let answer = Answer {
        state,
        meaning: question.meaning.clone(),
    };
    out.write(model, moment, address, Value::Answer(answer));
    // A unit that is answered for again is no longer hidden.
    let hidden = Address::Unit(unit.clone(), UnitField::Hidden);
    if UnitKind::of(unit) == UnitKind::Administration && model.document.flag(&hidden) {
        out.remove(model, hidden);
    }
}

/// Whether the round is locked, which is said then: what was handed in stands until the coordinator opens it again.
pub(super) fn is_locked(model: &mut Model, round: &RoundId, out: &mut Outcome) -> bool {
    let locked = lock(&model.document, round).is_some();
    if locked {
        model.notify(Notice::RoundLocked);
        out.changed(Section::Notices);
        out.changed(Section::Answers); // the card that was chosen goes back
    }
    locked
}

pub(super) fn clear(model: &mut Model, unit: &UnitId, question: &QuestionId, out: &mut Outcome) {
    let Some(round) = model.round() else {
        return;
    };
    if is_locked(model, &round, out) {
        return;
    }
    let address = facet_address(model, &round, unit, question, Facet::Level);
    model.undo = Some(Undo {
        kind: UndoKind::Clear,
        leads_on: false,
    });
    out.remove(model, address);
    out.changed(Section::Notices);
}

pub(super) fn write_text(
    model: &mut Model,
    moment: &Moment,
    unit: &UnitId,
    question: &QuestionId,
    facet: Facet,
    text: &str,
    out: &mut Outcome,
) {
    let round = round(model, moment, out);
    if is_locked(model, &round, out) {
        return;
    }
    let address = facet_address(model, &round, unit, question, facet);
    if text.trim().is_empty() {
        out.remove(model, address);
    } else {
        let text = text.chars().take(LONGEST_TEXT).collect();
        out.write(model, moment, address, Value::Text(text));
    }
}

pub(super) fn unsure(
    model: &mut Model,
    moment: &Moment,
    unit: &UnitId,
    question: &QuestionId,
    on: bool,
    out: &mut Outcome,
) {
    let round = round(model, moment, out);
    if is_locked(model, &round, out) {
        return;
    }
    let address = facet_address(model, &round, unit, question, Facet::Unsure);
    if on {
        out.write(model, moment, address, Value::Flag(true));
    } else {
        out.remove(model, address);
    }
}

/// Marks every question of an area that the unit is asked; what stood there comes back with undo.
pub(super) fn not_our_area(
    model: &mut Model,
    moment: &Moment,
    set: &SetId,
    unit: &UnitId,
    area: &AreaId,
    out: &mut Outcome,
) {
    let Some(set) = model.set(set) else {
        return;
    };
    let round = round(model, moment, out);
    let asked = model.asked(&set, unit);
    let Some(asked) = asked.iter().find(|asked| asked.area.id == *area) else {
        return;
    };
    if is_locked(model, &round, out) {
        return;
    }
    keep_snapshot(model, moment, &round, &set, out);
    model.undo = Some(Undo {
        kind: UndoKind::NotOurArea(unit.clone(), area.clone()),
        leads_on: true,
    });
    for question in &asked.questions {
        write_answer(
            model,
            moment,
            &round,
            unit,
            question,
            State::NotOurArea,
            out,
        );
    }
    out.changed(Section::Notices);
}

/// The round that is answered in keeps a set, if the set is here.
pub(super) fn keep_set(model: &mut Model, moment: &Moment, set: &SetId, out: &mut Outcome) {
    if let (Some(round), Some(set)) = (model.round(), model.set(set)) {
        keep_snapshot(model, moment, &round, &set, out);
    }
}

/// The round keeps the set that it is answered by, content-addressed, once per document.
fn keep_snapshot(
    model: &mut Model,
    moment: &Moment,
    round: &RoundId,
    set: &QuestionSet,
    out: &mut Outcome,
) {
    let chosen = Address::RoundSet(round.clone(), set.id.clone());
    if model.document.value(&chosen).is_some() {
        return;
    }
    let snapshot = Address::Snapshot(set.hash.clone());
    if model.document.value(&snapshot).is_none()
        && let Some(text) = source(model, &set.id)
    {
        out.write(model, moment, snapshot, Value::Text(text));
    }
    out.write(
        model,
        moment,
        chosen,
        Value::Text(set.hash.as_str().to_owned()),
    );
}

fn source(model: &Model, set: &SetId) -> Option<String> {
    let (_, text) = model.sources.iter().find(|(id, _)| id == set)?;
    Some(text.clone())
}

/// Brings the sets in use up to what the round goes by: the content that it keeps, where the app has come to publish another.
pub(super) fn settle_sets(model: &mut Model, out: &mut Outcome) {
    for (id, published) in model.published.clone() {
        let set = set_of_round(model, &published).map_or(published, Arc::new);
        if model.set(&id).as_deref() != Some(&*set) {
            model.put_set(&id, Sets::Ready(set));
            out.changed(Section::Sets);
        }
    }
}

fn set_of_round(model: &Model, published: &QuestionSet) -> Option<QuestionSet> {
    let chosen = model
        .document
        .text(&Address::RoundSet(model.round()?, published.id.clone()))?;
    if chosen == published.hash.as_str() {
        return None;
    }
    let snapshot = Address::Snapshot(crate::domain::ContentHash::parse(chosen)?);
    question_set_from_json(model.document.text(&snapshot)?).filter(|kept| kept.id == published.id)
}

fn facet_address(
    model: &Model,
    round: &RoundId,
    unit: &UnitId,
    question: &QuestionId,
    facet: Facet,
) -> Address {
    Address::answer(round, unit, question, facet, &model.device.voice())
}
