//! A workshop of a unit in a round: from single opinions to one agreed answer (DOMAIN.md §7). Where it stands is read out of
//! the facts each time, so that it goes on where it stopped, on any device that has them.
//!
//! The agreed answer with its reason is the ordinary answer of [`super::Voice::Together`]; individual ones are not touched.

use std::cmp::Ordering;

use super::answer::individual_states;
use super::{
    Address, Agreement, Document, Knowledge, PersonId, Question, QuestionId, QuestionSet, RoundId,
    SetId, Shown, Spread, State, UnitId, Value, WorkshopFact,
};

/// How far a question has come. One without a step waits for everybody to think for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Fingers or cards are shown, and counted.
    Fingers,
    /// The device goes round, and answers stay hidden.
    Round,
    /// The distribution is shown, and talked about.
    Revealed,
    /// Talked about.
    Done,
    /// *Parkerad*: to come back to.
    Parked,
}

impl Step {
    const ALL: [Self; 5] = [
        Self::Fingers,
        Self::Round,
        Self::Revealed,
        Self::Done,
        Self::Parked,
    ];

    /// Its word in a fact.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fingers => "fingers",
            Self::Round => "round",
            Self::Revealed => "revealed",
            Self::Done => "done",
            Self::Parked => "parked",
        }
    }

    /// Whether the question has been left, for good or for later.
    fn is_left(self) -> bool {
        matches!(self, Self::Done | Self::Parked)
    }
}

/// What has been said to a question, by level and beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Votes {
    /// How many for each level.
    pub levels: Spread,
    /// *Vet ej*.
    pub dont_know: u32,
    /// Individual answers with *ej relevant*; nobody shows that with fingers.
    pub not_applicable: u32,
    /// It was counted in the room, and the count began with so many individual answers.
    pub already: Option<u32>,
    /// Individual answers that came after the count began. They are not in it, as whoever gave them may have been counted.
    pub late: u32,
}

impl Votes {
    /// How many answers it rests on.
    pub fn answers(&self) -> u64 {
        self.levels.answers() + u64::from(self.dont_know)
    }

    /// How many show an answer.
    pub fn of(&self, shown: Shown) -> u32 {
        match shown {
            Shown::DontKnow => self.dont_know,
            Shown::Level(level) => {
                let place = usize::from(level).checked_sub(1);
                let counts = self.levels.counts();
                place.and_then(|place| counts.get(place)).map_or(0, |n| *n)
            }
        }
    }
}

/// The individual answers to a question, as votes.
pub fn individual_votes(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
) -> Votes {
    let states = individual_states(document, round, unit, question);
    let count = |wanted: fn(&State) -> bool| {
        let those = states.iter().filter(|state| wanted(state)).count();
        u32::try_from(those).unwrap_or(u32::MAX)
    };
    let levels = states.iter().filter_map(|state| match state {
        State::Level(level) => Some(*level),
        _ => None,
    });
    Votes {
        levels: Spread::of(levels, top(question)),
        dont_know: count(|state| *state == State::DontKnow),
        not_applicable: count(|state| matches!(state, State::NotApplicable | State::NotOurArea)),
        already: None,
        late: 0,
    }
}

/// What has been said to a question: as it was counted in the room, or else the individual answers.
///
/// A count begins with the individual answers that are in by then, and those who have not answered add theirs. So it is one
/// count, with everybody in it once; what is handed in later does not change it (`late`).
pub fn votes(document: &Document, round: &RoundId, unit: &UnitId, question: &Question) -> Votes {
    let individual = individual_votes(document, round, unit, question);
    let fact = |fact| Address::Workshop(round.clone(), unit.clone(), fact);
    let Some(already) = number(document, &fact(WorkshopFact::Already(question.id.clone()))) else {
        return individual;
    };
    let shown = |shown| {
        let count = fact(WorkshopFact::Count(question.id.clone(), shown));
        let count = number(document, &count).and_then(|n| u32::try_from(n).ok());
        count.unwrap_or(0)
    };
    let late = i64::try_from(individual.answers()).unwrap_or(i64::MAX) - already.max(0);
    Votes {
        levels: Spread::from_counts(
            (1..=top(question))
                .map(|n| shown(Shown::Level(n)))
                .collect(),
        ),
        dont_know: shown(Shown::DontKnow),
        not_applicable: individual.not_applicable,
        already: u32::try_from(already.max(0)).ok(),
        late: u32::try_from(late).unwrap_or(0),
    }
}

fn number(document: &Document, address: &Address) -> Option<i64> {
    match document.value(address)? {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

fn top(question: &Question) -> u8 {
    u8::try_from(question.levels.len()).unwrap_or(u8::MAX)
}

/// Questions in the order in which they are worth a talk: by the spread of their individual answers, most divided first
/// (DOMAIN.md §3.2 rule 9), and those that nobody has answered alone at the end, as they came.
///
/// Two answers have a span and no words: they stand behind the words that their span alone would give.
pub fn most_divided(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    questions: &[&Question],
) -> Vec<QuestionId> {
    let mut ranked: Vec<(Rank, &QuestionId)> = questions
        .iter()
        .map(|question| {
            let spread = individual_votes(document, round, unit, question).levels;
            (Rank::of(&spread), &question.id)
        })
        .collect();
    ranked.sort_by(|(a, _), (b, _)| a.order(b));
    ranked.into_iter().map(|(_, id)| id.clone()).collect()
}

/// How divided answers are; the first come first.
struct Rank {
    group: u8,
    consensus: Option<f64>,
    span: u8,
}

impl Rank {
    fn of(spread: &Spread) -> Self {
        let span = spread.span();
        let group = match (spread.agreement(), span) {
            (Some(Agreement::Discuss), _) | (None, Some(3..)) => 0,
            (Some(Agreement::Some), _) | (None, Some(2)) => 1,
            (Some(Agreement::Agreed), _) | (None, Some(_)) => 2,
            (None, None) if spread.answers() > 0 => 3,
            (None, None) => 4,
        };
        Self {
            group,
            consensus: spread.consensus(),
            span: span.unwrap_or(0),
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        let value = |rank: &Self| rank.consensus.unwrap_or(2.0);
        let values = value(self).total_cmp(&value(other));
        let groups = self.group.cmp(&other.group);
        groups.then(values).then(other.span.cmp(&self.span))
    }
}

/// A workshop as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workshop {
    /// The chosen questions, those to come in the order in which they are worth a talk now, each with how far it has come.
    pub questions: Vec<(QuestionId, Option<Step>)>,
}

impl Workshop {
    /// The workshop of a unit on a set; nothing where no questions have been chosen.
    pub fn of(
        document: &Document,
        round: &RoundId,
        unit: &UnitId,
        set: &QuestionSet,
    ) -> Option<Self> {
        let chosen = chosen(document, round, unit, &set.id);
        let known: Vec<&Question> = set
            .areas
            .iter()
            .flat_map(|area| &area.questions)
            .filter(|question| chosen.contains(&question.id))
            .collect();
        let questions: Vec<_> = most_divided(document, round, unit, &known)
            .into_iter()
            .map(|id| {
                let step = step(document, round, unit, &id);
                (id, step)
            })
            .collect();
        (!questions.is_empty()).then_some(Self { questions })
    }

    /// The questions that were talked about.
    pub fn done(&self) -> impl Iterator<Item = &QuestionId> {
        self.at(|step| step == Some(Step::Done))
    }

    /// The questions that were parked.
    pub fn parked(&self) -> impl Iterator<Item = &QuestionId> {
        self.at(|step| step == Some(Step::Parked))
    }

    /// The question to take up next: one that is under way, or the most divided of those to come. Nothing where every question
    /// was talked about or parked.
    pub fn next(&self) -> Option<&QuestionId> {
        let mut under_way = self.at(|step| step.is_some_and(|step| !step.is_left()));
        let mut to_come = self.at(|step| step.is_none());
        under_way.next().or_else(|| to_come.next())
    }

    /// The place of a question among those that were chosen, from 1: behind all that have been left.
    pub fn place(&self, question: &QuestionId) -> usize {
        let left = |step: &Option<Step>| step.is_some_and(Step::is_left);
        let others = self.questions.iter().filter(|(id, _)| id != question);
        others.filter(|(_, step)| left(step)).count() + 1
    }

    fn at(&self, wanted: impl Fn(Option<Step>) -> bool) -> impl Iterator<Item = &QuestionId> {
        let those = self.questions.iter().filter(move |(_, step)| wanted(*step));
        those.map(|(id, _)| id)
    }

    /// How far a question has come.
    pub fn step(&self, question: &QuestionId) -> Option<Step> {
        let mut those = self.questions.iter().filter(|(id, _)| id == question);
        those.next()?.1
    }
}

/// The questions of a set that were chosen.
fn chosen(document: &Document, round: &RoundId, unit: &UnitId, set: &SetId) -> Vec<QuestionId> {
    let fact = WorkshopFact::Questions(set.clone());
    let text = document.text(&Address::Workshop(round.clone(), unit.clone(), fact));
    let ids = text.unwrap_or_default().split_whitespace();
    ids.filter_map(QuestionId::parse).collect()
}

fn step(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &QuestionId,
) -> Option<Step> {
    let fact = WorkshopFact::Step(question.clone());
    let word = document.text(&Address::Workshop(round.clone(), unit.clone(), fact))?;
    Step::ALL.into_iter().find(|step| step.word() == word)
}

/// What was noted to a question.
pub fn note<'a>(
    document: &'a Document,
    round: &RoundId,
    unit: &UnitId,
    question: &QuestionId,
) -> Option<&'a str> {
    let fact = WorkshopFact::Note(question.clone());
    let text = document.text(&Address::Workshop(round.clone(), unit.clone(), fact))?;
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// Who takes part, each by a role.
pub fn participants(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
) -> Vec<(PersonId, String)> {
    let people = of_workshop(document, round, unit).filter_map(|(address, fact)| match fact {
        WorkshopFact::Role(person) => Some((person.clone(), document.text(address)?.to_owned())),
        _ => None,
    });
    people.collect()
}

/// What a participant knows about.
pub fn brought(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    person: &PersonId,
) -> Vec<Knowledge> {
    let brings = |field: &Knowledge| {
        let fact = WorkshopFact::Brings(person.clone(), *field);
        document.flag(&Address::Workshop(round.clone(), unit.clone(), fact))
    };
    Knowledge::ALL.into_iter().filter(brings).collect()
}

/// The fields of knowledge that nobody who takes part brings.
pub fn missing(document: &Document, round: &RoundId, unit: &UnitId) -> Vec<Knowledge> {
    let brought: Vec<Knowledge> = participants(document, round, unit)
        .iter()
        .flat_map(|(person, _)| brought(document, round, unit, person))
        .collect();
    let is_missing = |field: &Knowledge| !brought.contains(field);
    Knowledge::ALL.into_iter().filter(is_missing).collect()
}

fn of_workshop<'a>(
    document: &'a Document,
    round: &'a RoundId,
    unit: &'a UnitId,
) -> impl Iterator<Item = (&'a Address, &'a WorkshopFact)> {
    let first = WorkshopFact::Questions(SetId::first());
    let first = Address::Workshop(round.clone(), unit.clone(), first);
    document
        .facts_from(&first)
        .map_while(move |(address, _)| match address {
            Address::Workshop(r, u, fact) if r == round && u == unit => Some((address, fact)),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{area, question, set};
    use crate::domain::{Answer, DocumentId, Meaning, Scope, Timestamp, WriterId};

    fn begin() -> (Document, RoundId, UnitId) {
        let document = Document::new(DocumentId::from_random(1));
        let ids = (
            RoundId::parse("r-1").unwrap(),
            UnitId::parse("u-1").unwrap(),
        );
        (document, ids.0, ids.1)
    }

    fn write(document: &mut Document, path: &str, value: Value) {
        let address = Address::parse(path);
        assert!(!matches!(address, Address::Unknown(_)), "{path}");
        document.write(&address, WriterId(1), Timestamp(1), value);
    }

    fn answers(document: &mut Document, question: &str, states: &[State]) {
        for (n, state) in states.iter().enumerate() {
            let answer = Answer {
                state: *state,
                meaning: Meaning::parse("m").unwrap(),
            };
            let path = format!("answer/r-1/u-1/{question}/level/p-{n}");
            write(document, &path, Value::Answer(answer));
        }
    }

    fn levels(levels: &[u8]) -> Vec<State> {
        levels.iter().map(|level| State::Level(*level)).collect()
    }

    /// DOMAIN.md §3.2 rule 9: a span of three levels is to be discussed also where only two have answered.
    #[test]
    fn the_most_divided_question_comes_first_and_the_unanswered_as_they_came() {
        let (mut document, round, unit) = begin();
        let questions: Vec<Question> = ["a", "b", "c", "d", "e", "f", "g", "h"]
            .iter()
            .map(|id| question(id, Scope::F))
            .collect();
        for (id, said) in [
            ("b", &[3, 3, 3][..]),
            ("c", &[2, 3, 3, 4]),
            ("d", &[1, 1, 5]),
            ("e", &[4]),
            ("f", &[2, 2, 5]),
            ("g", &[1, 4]),
        ] {
            answers(&mut document, id, &levels(said));
        }
        let those: Vec<&Question> = questions.iter().collect();
        let order = most_divided(&document, &round, &unit, &those);
        let order: Vec<&str> = order.iter().map(QuestionId::as_str).collect();
        assert_eq!(order, ["d", "f", "g", "c", "b", "e", "a", "h"]);
    }

    #[test]
    fn a_count_holds_everybody_once_and_what_comes_later_does_not_change_it() {
        let (mut document, round, unit) = begin();
        let asked = question("q", Scope::F);
        answers(&mut document, "q", &levels(&[2, 2, 5]));
        let before = votes(&document, &round, &unit, &asked);
        assert_eq!(
            (before.already, before.answers(), before.late),
            (None, 3, 0)
        );
        for (path, count) in [("already/q", 3), ("count/q/2", 3), ("count/q/5", 1)] {
            let path = format!("workshop/r-1/u-1/{path}");
            write(&mut document, &path, Value::Number(count));
        }
        let counted = votes(&document, &round, &unit, &asked);
        assert_eq!(counted.levels.counts(), [0, 3, 0, 0, 1]);
        assert_eq!((counted.already, counted.late), (Some(3), 0));
        answers(&mut document, "q", &levels(&[2, 2, 5, 4]));
        let later = votes(&document, &round, &unit, &asked);
        assert_eq!(later.levels, counted.levels);
        assert_eq!(later.late, 1);
    }

    #[test]
    fn a_count_out_of_a_damaged_file_is_none() {
        let (mut document, round, unit) = begin();
        let asked = question("q", Scope::F);
        write(
            &mut document,
            "workshop/r-1/u-1/already/q",
            Value::Number(-7),
        );
        write(
            &mut document,
            "workshop/r-1/u-1/count/q/1",
            Value::Number(i64::MAX),
        );
        write(
            &mut document,
            "workshop/r-1/u-1/count/q/9",
            Value::Number(4),
        );
        write(
            &mut document,
            "workshop/r-1/u-1/step/q",
            Value::Text("dancing".into()),
        );
        let votes = votes(&document, &round, &unit, &asked);
        assert_eq!(
            (votes.answers(), votes.of(Shown::Level(9)), votes.late),
            (0, 0, 0)
        );
        assert_eq!(step(&document, &round, &unit, &asked.id), None);
    }

    #[test]
    fn it_goes_on_with_what_is_under_way_and_comes_back_to_nothing_by_itself() {
        let (mut document, round, unit) = begin();
        let ids = ["a", "b", "c"];
        let questions = ids.iter().map(|id| question(id, Scope::F)).collect();
        let set = set(vec![area("x", questions)]);
        assert_eq!(Workshop::of(&document, &round, &unit, &set), None);
        let list = Value::Text("c a b gone".to_owned());
        write(&mut document, "workshop/r-1/u-1/questions/s", list);
        answers(&mut document, "c", &levels(&[1, 1, 5]));
        let next = |document: &Document| {
            let workshop = Workshop::of(document, &round, &unit, &set).unwrap();
            workshop.next().map(|id| id.as_str().to_owned())
        };
        let step = |document: &mut Document, id: &str, step: Step| {
            let path = format!("workshop/r-1/u-1/step/{id}");
            write(document, &path, Value::Text(step.word().to_owned()));
        };
        assert_eq!(next(&document).as_deref(), Some("c"));
        step(&mut document, "b", Step::Fingers);
        assert_eq!(next(&document).as_deref(), Some("b"));
        step(&mut document, "b", Step::Parked);
        step(&mut document, "c", Step::Done);
        assert_eq!(next(&document).as_deref(), Some("a"));
        step(&mut document, "a", Step::Done);
        assert_eq!(next(&document), None);
        let workshop = Workshop::of(&document, &round, &unit, &set).unwrap();
        assert_eq!((workshop.done().count(), workshop.parked().count()), (2, 1));
    }

    #[test]
    fn a_field_of_knowledge_is_missing_until_somebody_brings_it() {
        let (mut document, round, unit) = begin();
        assert_eq!(missing(&document, &round, &unit), Knowledge::ALL);
        write(
            &mut document,
            "workshop/r-1/u-1/brings/p-1/quality",
            Value::Flag(true),
        );
        assert_eq!(
            missing(&document, &round, &unit).len(),
            6,
            "nobody by that token"
        );
        write(
            &mut document,
            "workshop/r-1/u-1/role/p-1",
            Value::Text("Rektor".into()),
        );
        assert!(!missing(&document, &round, &unit).contains(&Knowledge::Quality));
        assert_eq!(missing(&document, &round, &unit).len(), 5);
    }
}
