//! Named levels that a municipality sets for an area.

use crate::domain::QuestionSet;

/// *Beslutad lägstanivå* or *god praxis* for an area, with the decision behind it. It is one fact: a value belongs to the
/// decision that it was made in.
///
/// *Egen målnivå* is no such level. The municipality is a unit and has targets as every unit has; a second figure for the same
/// would contradict the first one day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedLevel {
    /// In tenths of the measure of the set, as targets are kept.
    pub value: Option<i64>,
    /// Who decided, a role; empty if it was not said.
    pub decider: String,
    /// When it was decided, such as `2026-11-28`; empty if it was not said.
    pub date: String,
}

impl NamedLevel {
    /// The value on the scale of a set; nothing where there is none or it is off the scale.
    pub fn on(&self, set: &QuestionSet) -> Option<f64> {
        self.value.and_then(|tenths| set.target_of(tenths))
    }

    /// Whether nothing has been said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
