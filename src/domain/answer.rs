//! Reading answers out of a document: what a unit has said to a question, by whom, and what it counts as.

use super::{
    Address, Answer, Document, Facet, NotApplicable, PersonId, Question, QuestionId, RoundId,
    State, UnitId, Value, Voice,
};

/// A rationale's text, trimmed; nothing where only blanks were typed.
pub type Rationale<'a> = Option<&'a str>;

/// What the answers of a unit to one question count as.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// A level. `value` is the mean where individual answers have not been agreed on; `lowest` is the highest whole level
    /// that the value reaches (2,7 reaches 2; DOMAIN.md §3.2 rule 4).
    Level {
        /// The agreed level, or the mean of the individual ones.
        value: f64,
        /// The whole level that is reached.
        lowest: u8,
        /// Whether it is the agreed assessment (*samlad bedömning*); otherwise it is shown as *ej avstämd*.
        agreed: bool,
    },
    /// *Vet ej*.
    DontKnow,
    /// *Ej relevant*: leaves numerator and denominator.
    NotApplicable,
    /// *Obesvarad*, or *ej relevant* without the reason that the question requires.
    Unanswered,
}

/// One voice's answer to a question, the version displayed first.
pub fn answer_of<'a>(
    document: &'a Document,
    round: &RoundId,
    unit: &UnitId,
    question: &QuestionId,
    voice: &Voice,
) -> Option<&'a Answer> {
    match document.value(&Address::answer(round, unit, question, Facet::Level, voice))? {
        Value::Answer(answer) => Some(answer),
        _ => None,
    }
}

/// One voice's text beside an answer (rationale or evidence), trimmed; nothing where it is blank.
pub fn text_of<'a>(
    document: &'a Document,
    round: &RoundId,
    unit: &UnitId,
    question: &QuestionId,
    facet: Facet,
    voice: &Voice,
) -> Rationale<'a> {
    document
        .text(&Address::answer(round, unit, question, facet, voice))
        .map(str::trim)
        .filter(|text| !text.is_empty())
}

/// One voice's answer as it counts: a level off the scale, or *ej relevant* without its required reason, is no answer.
fn counted(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
    voice: &Voice,
) -> Option<State> {
    let state = answer_of(document, round, unit, &question.id, voice)?.state;
    let has_reason =
        || text_of(document, round, unit, &question.id, Facet::Rationale, voice).is_some();
    counted_state(state, question, has_reason)
}

/// The rule of [`counted`], whatever the answer was read from.
pub(super) fn counted_state(
    state: State,
    question: &Question,
    has_reason: impl FnOnce() -> bool,
) -> Option<State> {
    match state {
        State::Level(level) => {
            (level >= 1 && usize::from(level) <= question.levels.len()).then_some(state)
        }
        State::NotApplicable if question.not_applicable == NotApplicable::WithReason => {
            has_reason().then_some(state)
        }
        State::NotApplicable | State::NotOurArea | State::DontKnow => Some(state),
    }
}

/// What a unit's answers to a question count as: the agreed assessment if there is one, otherwise the mean of the valid
/// individual answers (DOMAIN.md §3.2 rule 2).
pub fn standing(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
) -> Standing {
    let together = counted(document, round, unit, question, &Voice::Together);
    standing_from(together, || {
        individual_states(document, round, unit, question)
    })
}

/// The rule of [`standing`], whatever the answers were read from.
pub(super) fn standing_from(
    together: Option<State>,
    individuals: impl FnOnce() -> Vec<State>,
) -> Standing {
    match together {
        Some(State::Level(level)) => Standing::Level {
            value: f64::from(level),
            lowest: level,
            agreed: true,
        },
        Some(State::DontKnow) => Standing::DontKnow,
        Some(State::NotApplicable | State::NotOurArea) => Standing::NotApplicable,
        None => of_individuals(&individuals()),
    }
}

/// Everyone who has said something to a question for a unit; one who answered on two devices and was joined is one.
pub fn voices(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &QuestionId,
) -> Vec<Voice> {
    let mut voices = voices_at(document, round, unit, question);
    for joined in document.joined_to(unit) {
        voices.extend(voices_at(document, round, joined, question));
    }
    let mut once: Vec<Voice> = Vec::new();
    for voice in voices {
        let voice = match &voice {
            Voice::Person(person) => Voice::Person(document.same_as(person).clone()),
            _ => voice,
        };
        if !once.contains(&voice) {
            once.push(voice);
        }
    }
    once
}

fn voices_at(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &QuestionId,
) -> Vec<Voice> {
    let first = Address::answer(round, unit, question, Facet::Level, &Voice::Together);
    document
        .facts_from(&first)
        .map_while(|(at, _)| match at {
            Address::Answer {
                round: r,
                unit: u,
                question: q,
                facet: Facet::Level,
                voice,
            } if r == round && u == unit && q == question => Some(voice.clone()),
            _ => None,
        })
        .filter(|voice| !matches!(voice, Voice::Proposal(_)))
        .collect()
}

/// What colleagues propose to a question: each one's answer that is a level or another state.
pub fn proposals(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &QuestionId,
) -> Vec<(PersonId, State)> {
    let first = Address::answer(round, unit, question, Facet::Level, &Voice::Together);
    document
        .facts_from(&first)
        .take_while(|(at, _)| {
            matches!(at, Address::Answer { round: r, unit: u, question: q, facet: Facet::Level, .. }
                if r == round && u == unit && q == question)
        })
        .filter_map(|(at, fact)| match (at, &fact.shown()?.value) {
            (
                Address::Answer {
                    voice: Voice::Proposal(person),
                    ..
                },
                Value::Answer(answer),
            ) => Some((person.clone(), answer.state)),
            _ => None,
        })
        .collect()
}

/// The levels of the individual answers (*enskilda svar*), in no order that means anything.
pub fn individual_levels(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
) -> Vec<u8> {
    individual_states(document, round, unit, question)
        .into_iter()
        .filter_map(|state| match state {
            State::Level(level) => Some(level),
            _ => None,
        })
        .collect()
}

/// Whether every answer of a unit to a question was given to what it asks now (DOMAIN.md §3.2 rule 11).
pub fn same_meaning(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
) -> bool {
    voices(document, round, unit, &question.id)
        .iter()
        .all(|voice| {
            answer_of(document, round, unit, &question.id, voice)
                .is_none_or(|answer| answer.meaning == question.meaning)
        })
}

pub(super) fn individual_states(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    question: &Question,
) -> Vec<State> {
    voices(document, round, unit, &question.id)
        .iter()
        .filter(|voice| **voice != Voice::Together)
        .filter_map(|voice| counted(document, round, unit, question, voice))
        .collect()
}

fn of_individuals(states: &[State]) -> Standing {
    let levels: Vec<u32> = states
        .iter()
        .filter_map(|state| match state {
            State::Level(level) => Some(u32::from(*level)),
            _ => None,
        })
        .collect();
    let count = u32::try_from(levels.len()).unwrap_or(u32::MAX);
    let sum: u32 = levels.iter().sum();
    if let Some(lowest) = sum.checked_div(count) {
        return Standing::Level {
            value: f64::from(sum) / f64::from(count),
            lowest: u8::try_from(lowest).unwrap_or(u8::MAX),
            agreed: false,
        };
    }
    if states.contains(&State::DontKnow) {
        Standing::DontKnow
    } else if states.is_empty() {
        Standing::Unanswered
    } else {
        Standing::NotApplicable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn individual_answers_give_their_mean_marked_as_not_agreed() {
        let standing = of_individuals(&[State::Level(2), State::Level(3), State::DontKnow]);
        assert_eq!(
            standing,
            Standing::Level {
                value: 2.5,
                lowest: 2,
                agreed: false
            }
        );
        assert_eq!(of_individuals(&[]), Standing::Unanswered);
        assert_eq!(
            of_individuals(&[State::DontKnow, State::NotApplicable]),
            Standing::DontKnow
        );
        assert_eq!(
            of_individuals(&[State::NotOurArea]),
            Standing::NotApplicable
        );
    }
}
