//! From a result to the specs of its pictures: every number is written here once, for picture, table and file alike.

mod compared;
mod distribution;
mod flower_box;
mod levels;
mod rolled;
mod trend;

pub use compared::{bands, compared_bars};
pub use distribution::{distribution, votes_distribution};
pub use flower_box::flower_box;

pub(super) use levels::scale;
pub use levels::{Marks, level_bars, radar};
pub use rolled::{Rolled, rolled_bars};
pub use trend::trend_line;

use super::Model;
use crate::domain::{AreaResult, QuestionSet, Reached, RollUp, SetResult, UnitId};
use crate::i18n::{Language, Words, measured, percent_down};

/// A result that is to be drawn, with what every picture of it needs.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    /// The model that it stands in.
    pub model: &'a Model,
    /// The set.
    pub set: &'a QuestionSet,
    /// The unit.
    pub unit: &'a UnitId,
    /// Its result.
    pub result: &'a SetResult,
}

impl Drawn<'_> {
    fn words(&self) -> &'static Words {
        self.model.words()
    }

    fn language(&self) -> Language {
        self.model.device.language
    }

    fn measured(&self, value: f64) -> String {
        measured(self.set.roll_up, value, self.language())
    }

    /// What stands in every picture of the example.
    fn mark(&self) -> Option<String> {
        let made_up = self.words().made_up;
        self.model.is_example().then(|| made_up.to_owned())
    }

    fn label(&self, area: &AreaResult) -> String {
        self.set
            .area(&area.area)
            .map(|area| area.short.clone())
            .unwrap_or_default()
    }

    /// The value of an area as readers see it, or why there is none.
    fn printed(&self, area: &AreaResult) -> String {
        match area.value {
            Some(value) if area.agreed => self.measured(value),
            Some(value) => format!("{} ({})", self.measured(value), self.words().not_agreed),
            None => self.lacking(area).to_owned(),
        }
    }

    fn lacking(&self, area: &AreaResult) -> &'static str {
        match area.reached {
            Reached::NotApplicable => self.words().no_relevant,
            Reached::Level(_) | Reached::Open => self.words().insufficient,
        }
    }

    fn coverage(&self, area: &AreaResult) -> String {
        match area.counts.relevant() {
            0 => self.words().no_relevant.to_owned(),
            relevant => format!(
                "{} ({})",
                (self.words().n_of_m)(area.counts.answered, relevant),
                percent_down(area.counts.answered, relevant, self.language())
            ),
        }
    }

    fn head_of_values(&self) -> &'static str {
        match self.set.roll_up {
            RollUp::MeanOfAreas => self.words().mean,
            RollUp::Fulfilment => self.words().fulfilment,
        }
    }
}
