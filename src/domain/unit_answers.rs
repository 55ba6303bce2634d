//! All that one unit has said in a round, read in one walk: for those who compare many units, to whom a look-up for every
//! question and voice would be too slow. What it counts as follows the same rules as `super::answer`.

use super::answer::{counted_state, individual_levels, standing, standing_from};
use super::{
    Address, Document, Facet, Question, QuestionId, RoundId, Standing, State, UnitId, Value, Voice,
};

/// One unit's answers in a round.
#[derive(Debug)]
pub struct UnitAnswers<'a> {
    document: &'a Document,
    round: &'a RoundId,
    unit: &'a UnitId,
    /// In the order of question ids; nothing where units or persons turned out to be one: some of what they said stands elsewhere.
    walked: Option<Vec<Answered<'a>>>,
}

#[derive(Debug)]
struct Answered<'a> {
    question: &'a QuestionId,
    said: Vec<Said<'a>>,
}

#[derive(Debug)]
struct Said<'a> {
    voice: &'a Voice,
    state: State,
    has_reason: bool,
}

impl<'a> UnitAnswers<'a> {
    /// Reads them.
    pub fn of(document: &'a Document, round: &'a RoundId, unit: &'a UnitId) -> Self {
        let is_one = document.joined_to(unit).next().is_none();
        let walked = is_one.then(|| walk(document, round, unit));
        let walked = walked.filter(|walked| !has_joined(document, walked));
        Self {
            document,
            round,
            unit,
            walked,
        }
    }

    /// What the unit's answers to a question count as.
    pub fn standing(&self, question: &Question) -> Standing {
        let Some(walked) = &self.walked else {
            return standing(self.document, self.round, self.unit, question);
        };
        let said = said_to(walked, &question.id);
        let together = said.iter().find(|said| *said.voice == Voice::Together);
        let together = together.and_then(|said| said.counted(question));
        standing_from(together, || individuals(said, question).collect())
    }

    /// The levels of the individual answers, in no order that means anything.
    pub fn individual_levels(&self, question: &Question) -> Vec<u8> {
        let Some(walked) = &self.walked else {
            return individual_levels(self.document, self.round, self.unit, question);
        };
        let states = individuals(said_to(walked, &question.id), question);
        let level = |state| match state {
            State::Level(level) => Some(level),
            _ => None,
        };
        states.filter_map(level).collect()
    }
}

impl Said<'_> {
    fn counted(&self, question: &Question) -> Option<State> {
        counted_state(self.state, question, || self.has_reason)
    }
}

/// Whether somebody who answered here answers under another token too.
fn has_joined(document: &Document, walked: &[Answered<'_>]) -> bool {
    let joined = document.joined_persons();
    let is_joined = |said: &Said<'_>| {
        let person = said.voice.person();
        person.is_some_and(|person| joined.iter().any(|(a, b)| a == person || b == person))
    };
    let mut said = walked.iter().flat_map(|answered| &answered.said);
    !joined.is_empty() && said.any(is_joined)
}

fn said_to<'a, 'w>(walked: &'w [Answered<'a>], question: &QuestionId) -> &'w [Said<'a>] {
    let place = walked.binary_search_by(|answered| answered.question.cmp(question));
    let answered = place.ok().and_then(|place| walked.get(place));
    answered.map_or(&[], |answered| &answered.said)
}

fn individuals<'w>(
    said: &'w [Said<'_>],
    question: &'w Question,
) -> impl Iterator<Item = State> + 'w {
    said.iter()
        .filter(|said| matches!(said.voice, Voice::Person(_)))
        .filter_map(|said| said.counted(question))
}

/// The level of a voice stands before its reason, and all facts of a question together.
fn walk<'a>(document: &'a Document, round: &RoundId, unit: &UnitId) -> Vec<Answered<'a>> {
    let first = Address::answer(
        round,
        unit,
        &QuestionId::first(),
        Facet::Level,
        &Voice::Together,
    );
    let mut walked: Vec<Answered<'a>> = Vec::new();
    for (address, fact) in document.facts_from(&first) {
        let Address::Answer {
            round: r,
            unit: u,
            question,
            facet,
            voice,
        } = address
        else {
            break;
        };
        if r != round || u != unit {
            break;
        }
        let Some(value) = fact.shown().map(|version| &version.value) else {
            continue;
        };
        match (facet, value) {
            (Facet::Level, Value::Answer(answer)) => {
                let said = Said {
                    voice,
                    state: answer.state,
                    has_reason: false,
                };
                match walked.last_mut() {
                    Some(last) if last.question == question => last.said.push(said),
                    _ => walked.push(Answered {
                        question,
                        said: vec![said],
                    }),
                }
            }
            (Facet::Rationale, Value::Text(text)) if !text.trim().is_empty() => {
                let last = walked.last_mut().filter(|last| last.question == question);
                let said = last.and_then(|last| last.said.iter_mut().find(|s| s.voice == voice));
                if let Some(said) = said {
                    said.has_reason = true;
                }
            }
            _ => {}
        }
    }
    walked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::question;
    use crate::domain::{
        Answer, DocumentId, Meaning, PersonField, PersonId, Scope, Timestamp, UnitField, WriterId,
    };
    use proptest::prelude::*;

    fn state() -> impl Strategy<Value = State> {
        prop_oneof![
            (0u8..7).prop_map(State::Level),
            Just(State::DontKnow),
            Just(State::NotApplicable),
            Just(State::NotOurArea),
        ]
    }

    fn voice() -> impl Strategy<Value = Voice> {
        prop_oneof![
            Just(Voice::Together),
            (0u64..3).prop_map(|n| Voice::Person(PersonId::from_random(n))),
            (0u64..2).prop_map(|n| Voice::Proposal(PersonId::from_random(n))),
        ]
    }

    proptest! {
        /// A walk says of every question what looking it up says: also of joined units, reasons, blanks and removed answers.
        #[test]
        fn a_walk_says_what_looking_up_says(
            said in prop::collection::vec((1u64..4, 0u8..4, voice(), state(), "[ a]{0,2}", any::<bool>()), 0..60),
            joined in any::<bool>(),
            same_person in any::<bool>(),
        ) {
            let mut document = Document::new(DocumentId::from_random(1));
            let round = RoundId::from_random(1);
            let id = |n: u8| format!("fraga-{n}");
            for (unit, q, voice, state, reason, removed) in said {
                let unit = UnitId::from_random(unit);
                let q = QuestionId::parse(&id(q)).unwrap();
                let at = |facet| Address::answer(&round, &unit, &q, facet, &voice);
                let meaning = Meaning::parse("m").unwrap();
                let value = Value::Answer(Answer { state, meaning });
                document.write(&at(Facet::Level), WriterId(1), Timestamp(1), value);
                document.write(&at(Facet::Rationale), WriterId(1), Timestamp(1), Value::Text(reason));
                if removed {
                    document.remove(&at(Facet::Level));
                }
            }
            if joined {
                let at = Address::Unit(UnitId::from_random(2), UnitField::JoinedTo);
                let to = UnitId::from_random(1).as_str().to_owned();
                document.write(&at, WriterId(1), Timestamp(1), Value::Text(to));
            }
            if same_person {
                let at = Address::Person(PersonId::from_random(2), PersonField::JoinedTo);
                let to = PersonId::from_random(1).as_str().to_owned();
                document.write(&at, WriterId(1), Timestamp(1), Value::Text(to));
            }
            for unit in (1..4).map(UnitId::from_random) {
                let answers = UnitAnswers::of(&document, &round, &unit);
                for q in (0..4).map(|n| question(&id(n), Scope::F)) {
                    prop_assert_eq!(answers.standing(&q), standing(&document, &round, &unit, &q));
                    let mut walked = answers.individual_levels(&q);
                    let mut looked_up = individual_levels(&document, &round, &unit, &q);
                    walked.sort_unstable();
                    looked_up.sort_unstable();
                    prop_assert_eq!(walked, looked_up);
                }
            }
        }
    }
}
