//! What the comparison says first, by rules from the data: where they differ, what they share, what to talk about first.

use super::Beside;
use crate::domain::{AreaId, QuestionId, UnitId};

/// The finding that a comparison begins with.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// Nobody has a value yet.
    Nothing,
    /// In no area do two units have a value, so there is nothing to compare.
    TooFew,
    /// Two or more have values.
    Compared {
        /// The area in which they lie farthest apart: the lowest and the highest with their units; nothing where none lies apart.
        apart: Option<Apart>,
        /// The area in which most are under their own target: how many, of how many with a value.
        shared: Option<(AreaId, usize, usize)>,
        /// The question to talk about first: the most divided one, or else the one most are under their target on.
        first: Option<QuestionId>,
    },
}

/// How far units lie apart in an area.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// The area.
    pub area: AreaId,
    /// The lowest value, and the first unit that has it.
    pub low: (f64, UnitId),
    /// The highest value, and the first unit that has it.
    pub high: (f64, UnitId),
}

/// Finds it, over all units and areas.
pub fn finding(beside: &Beside) -> Finding {
    let compared = &beside.compared;
    if compared.areas.iter().all(|area| area.valued == 0) {
        return Finding::Nothing;
    }
    if compared.areas.iter().all(|area| area.valued < 2) {
        return Finding::TooFew;
    }
    let shared = compared.shared_areas().into_iter().next();
    let divided = compared.divided().into_iter().next();
    let first = divided.or_else(|| compared.shared_questions().into_iter().next());
    Finding::Compared {
        apart: apart(beside),
        shared: shared.map(|area| (area.area.clone(), area.under, area.valued)),
        first: first.map(|question| question.question.clone()),
    }
}

fn apart(beside: &Beside) -> Option<Apart> {
    let widest = beside.compared.widest()?;
    let place = beside
        .compared
        .areas
        .iter()
        .position(|area| area.area == widest.area)?;
    let (low, high) = widest.ends?;
    let with = |wanted: f64| {
        let line = beside.compared.units.iter().find(|line| {
            let cell = line.cells.get(place).and_then(Option::as_ref);
            cell.and_then(|cell| cell.result.value)
                .is_some_and(|value| value.total_cmp(&wanted).is_eq())
        })?;
        Some((wanted, line.unit.clone()))
    };
    Some(Apart {
        area: widest.area.clone(),
        low: with(low)?,
        high: with(high)?,
    })
}
