//! The municipality as its units make it, as bars.

use super::levels::scale;
use crate::app::Model;
use crate::charts::{BarRow, BarWords, Compared, LevelBars};
use crate::domain::{QuestionSet, RollUp, RolledUp};
use crate::i18n::measured;

/// A roll-up that is to be drawn.
#[derive(Clone)]
pub struct Rolled<'a> {
    /// The model.
    pub model: &'a Model,
    /// The set that it is of.
    pub set: &'a QuestionSet,
    /// The roll-up.
    pub rolled: &'a RolledUp,
    /// What stands over it.
    pub title: String,
}

/// *Nuläge* by area, with the municipality's targets.
pub fn rolled_bars(of: Rolled<'_>) -> LevelBars {
    let words = of.model.words();
    let printed = |value: f64| measured(of.set.roll_up, value, of.model.device.language);
    let areas = of.set.areas.iter().zip(&of.rolled.areas);
    let rows = areas.filter_map(|(area, rolled)| {
        let rolled = rolled.as_ref()?;
        Some(BarRow {
            label: area.short.clone(),
            value: rolled.value,
            reached: None,
            coverage_text: String::new(),
            printed: rolled.value.map(printed).unwrap_or_default(),
            insufficient_text: rolled
                .value
                .is_none()
                .then(|| words.insufficient.to_owned()),
            target: rolled.target.map(|value| Compared {
                value,
                printed: printed(value),
            }),
            earlier: None,
            benchmark: None,
        })
    });
    let made_up = of.model.is_example().then(|| words.made_up.to_owned());
    LevelBars {
        description: match of.set.roll_up {
            RollUp::MeanOfAreas => (words.bars_about)(of.set.top()),
            RollUp::Fulfilment => words.bars_about_percent.to_owned(),
        },
        mark: made_up,
        scale: scale(of.set, of.model.device.language),
        words: BarWords {
            area: words.area.to_owned(),
            average: match of.set.roll_up {
                RollUp::MeanOfAreas => words.mean.to_owned(),
                RollUp::Fulfilment => words.fulfilment.to_owned(),
            },
            reached: String::new(),
            coverage: String::new(),
            not_reached: words.reached_open.to_owned(),
            target: words.target.to_owned(),
            earlier: words.earlier_round.to_owned(),
            benchmark: words.benchmark.to_owned(),
        },
        rows: rows.collect(),
        title: of.title,
    }
}
