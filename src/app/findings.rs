//! What a result says first, by rules from the data.

use super::Model;
use crate::domain::{AreaId, QuestionSet, RoundId, SetResult, UnitId, rounds, set_result};
use crate::i18n::Language;

/// The finding that a result begins with.
#[derive(Debug, Clone, PartialEq)]
pub enum Headline {
    /// Every question is *ej relevant*.
    NothingRelevant,
    /// No area has enough answers.
    TooEarly,
    /// One area has enough answers.
    One {
        /// The area.
        area: AreaId,
        /// Its value.
        value: f64,
    },
    /// All areas are written with the same value.
    Even {
        /// That value.
        value: f64,
    },
    /// Areas differ.
    Spread {
        /// The first area with the highest value.
        strongest: AreaId,
        /// The first area with the lowest.
        weakest: AreaId,
    },
}

/// The area in which most is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MostUnknown {
    /// The area.
    pub area: AreaId,
    /// How many of its questions are *vet ej*.
    pub dont_know: usize,
    /// Of how many relevant ones.
    pub relevant: usize,
}

/// A unit's result in the round that is answered in.
pub fn result_of(model: &Model, set: &QuestionSet, unit: &UnitId) -> Option<SetResult> {
    model
        .round()
        .map(|round| set_result(&model.document, &round, unit, set))
}

/// The round before the one that is answered in, and what a unit reached in it, as far as it was asked the same: an area
/// with a question that has changed its meaning since has no earlier value (DOMAIN.md §3.2 rule 11).
pub fn earlier_result(
    model: &Model,
    set: &QuestionSet,
    unit: &UnitId,
) -> Option<(RoundId, SetResult)> {
    let rounds = rounds(&model.document);
    let (_, before) = rounds.split_last()?;
    let round = before.last()?;
    let mut result = set_result(&model.document, round, unit, set);
    for area in &mut result.areas {
        let same = set.area(&area.area).is_some_and(|asked| {
            asked.questions.iter().all(|question| {
                crate::domain::same_meaning(&model.document, round, &area.by, question)
            })
        });
        if !same {
            area.value = None;
        }
    }
    (result.counts.answered > 0).then(|| (round.clone(), result))
}

/// The finding that a result begins with. Values count as equal when they are written alike.
pub fn headline(set: &QuestionSet, result: &SetResult, language: Language) -> Headline {
    if result.counts.relevant() == 0 {
        return Headline::NothingRelevant;
    }
    let value_of = |id: &AreaId| {
        let value = result.area(id)?.value;
        value.map(|value| (id.clone(), value))
    };
    let strongest = result.strongest.as_ref().and_then(value_of);
    let weakest = result.weakest.as_ref().and_then(value_of);
    let written = |value| crate::i18n::measured(set.roll_up, value, language);
    match (strongest, weakest) {
        (Some((area, value)), Some(_)) if result.areas_with_value == 1 => {
            Headline::One { area, value }
        }
        (Some((_, high)), Some((_, low))) if written(high) == written(low) => {
            Headline::Even { value: high }
        }
        (Some((strongest, _)), Some((weakest, _))) => Headline::Spread { strongest, weakest },
        _ => Headline::TooEarly,
    }
}

/// The area with the most *vet ej*; among equals the one where they are the larger share, then the first.
pub fn most_unknown(result: &SetResult) -> Option<MostUnknown> {
    let unknown = |area: &crate::domain::AreaResult| MostUnknown {
        area: area.area.clone(),
        dont_know: area.counts.dont_know,
        relevant: area.counts.relevant(),
    };
    result
        .areas
        .iter()
        .map(unknown)
        .filter(|area| area.dont_know > 0)
        .reduce(|most, next| {
            let more = (next.dont_know, most.relevant) > (most.dont_know, next.relevant);
            if more { next } else { most }
        })
}
