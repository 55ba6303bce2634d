//! What a result says first, by rules from the data, and which steps lie nearest.

use super::Model;
use crate::domain::{
    Area, AreaId, QuestionId, QuestionSet, SetResult, Standing, UnitId, UnitKind, set_result,
    standing,
};
use crate::i18n::decimal;

/// How many next steps are shown: few enough to be talked about (DOMAIN.md §7).
const STEPS: usize = 3;

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
        /// Its mean.
        mean: f64,
    },
    /// All areas are written with the same mean.
    Even {
        /// That mean.
        mean: f64,
    },
    /// Areas differ.
    Spread {
        /// The first area with the highest mean.
        strongest: AreaId,
        /// The first area with the lowest.
        weakest: AreaId,
    },
}

/// A step up for one question, out of its set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// The question.
    pub question: QuestionId,
    /// The level that is reached now.
    pub from: u8,
}

/// A unit's result in the round that is answered in.
pub fn result_of(model: &Model, set: &QuestionSet, unit: &UnitId) -> Option<SetResult> {
    model
        .round()
        .map(|round| set_result(&model.document, &round, unit, set))
}

/// The finding that a result begins with. Means count as equal when they are written alike.
pub fn headline(model: &Model, result: &SetResult) -> Headline {
    if result.counts.relevant() == 0 {
        return Headline::NothingRelevant;
    }
    let mean_of = |id: &AreaId| {
        let area = result.areas.iter().find(|area| area.area == *id)?;
        area.mean.map(|mean| (id.clone(), mean))
    };
    let strongest = result.strongest.as_ref().and_then(mean_of);
    let weakest = result.weakest.as_ref().and_then(mean_of);
    let language = model.device.language;
    match (strongest, weakest) {
        (Some((area, mean)), Some(_)) if result.areas_in_mean == 1 => Headline::One { area, mean },
        (Some((_, high)), Some((_, low))) if decimal(high, language) == decimal(low, language) => {
            Headline::Even { mean: high }
        }
        (Some((strongest, _)), Some((weakest, _))) => Headline::Spread { strongest, weakest },
        _ => Headline::TooEarly,
    }
}

/// The questions with the lowest levels that are not the highest, in the order of reading among equals.
pub fn next_steps(model: &Model, set: &QuestionSet, unit: &UnitId) -> Vec<NextStep> {
    let Some(round) = model.round() else {
        return Vec::new();
    };
    let mut steps: Vec<NextStep> = set
        .areas
        .iter()
        .flat_map(|area: &Area| area.asked(UnitKind::of(unit)))
        .filter_map(
            |question| match standing(&model.document, &round, unit, question) {
                Standing::Level { lowest, .. } if lowest < set.top() => Some(NextStep {
                    question: question.id.clone(),
                    from: lowest,
                }),
                _ => None,
            },
        )
        .collect();
    steps.sort_by_key(|step| step.from); // stable: the order of reading stays
    steps.truncate(STEPS);
    steps
}
