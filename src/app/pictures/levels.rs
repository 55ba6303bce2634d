//! Level bars and radar: *nuläge* by area, with the marks that are asked for.

use super::Drawn;
use crate::app::earlier_result;
use crate::charts::{BarRow, BarWords, Compared, LevelBars, Radar, RadarAxis, RadarWords, Scale};
use crate::domain::{AreaId, QuestionSet, Reached, RollUp, SetResult, round_name, target};
use crate::i18n::{Language, measured};

/// Which marks are shown beside *nuläge*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// *Mål*.
    pub target: bool,
    /// *Uppnådd nivå*.
    pub reached: bool,
    /// The round before.
    pub earlier: bool,
}

impl Default for Marks {
    /// *Nuläge* and *mål*; the rest on demand.
    fn default() -> Self {
        Self {
            target: true,
            reached: false,
            earlier: false,
        }
    }
}

impl Marks {
    /// Every mark.
    pub const ALL: Self = Self {
        target: true,
        reached: true,
        earlier: true,
    };
}

/// What the marks stand at.
struct Beside<'a> {
    drawn: Drawn<'a>,
    marks: Marks,
    earlier: Option<(String, SetResult)>,
}

impl<'a> Beside<'a> {
    fn new(drawn: Drawn<'a>, marks: Marks) -> Self {
        let earlier = earlier_result(drawn.model, drawn.set, drawn.unit)
            .map(|(round, result)| (round_name(&drawn.model.document, &round), result));
        Self {
            drawn,
            marks,
            earlier: earlier.filter(|_| marks.earlier),
        }
    }

    fn compared(&self, value: f64) -> Compared {
        Compared {
            value,
            printed: self.drawn.measured(value),
        }
    }

    fn target(&self, area: &AreaId) -> Option<Compared> {
        let Drawn {
            model, set, unit, ..
        } = self.drawn;
        let value = target(&model.document, unit, set, area).value;
        value
            .filter(|_| self.marks.target)
            .map(|value| self.compared(value))
    }

    fn before(&self, area: &AreaId) -> Option<Compared> {
        let (_, result) = self.earlier.as_ref()?;
        Some(self.compared(result.area(area)?.value?))
    }

    /// The name of the round before, which heads its column and stands in the legend.
    fn earlier_name(&self) -> String {
        let name = self.earlier.as_ref().map(|(name, _)| name.clone());
        name.filter(|name| !name.is_empty())
            .unwrap_or_else(|| self.drawn.words().earlier_round.to_owned())
    }
}

/// The levels or percent of a set, as pictures have them.
pub(in crate::app) fn scale(set: &QuestionSet, language: Language) -> Scale {
    match set.roll_up {
        RollUp::MeanOfAreas => Scale {
            min: 1,
            max: set.top(),
            names: set.scale.iter().map(|level| level.name.clone()).collect(),
            ticks: Vec::new(),
        },
        RollUp::Fulfilment => Scale {
            min: 0,
            max: 100,
            names: Vec::new(),
            ticks: [0, 25, 50, 75, 100]
                .map(|percent| (percent, measured(set.roll_up, f64::from(percent), language)))
                .into(),
        },
    }
}

/// Level bars: *nuläge* by area, with the marks that are asked for.
pub fn level_bars(drawn: Drawn<'_>, marks: Marks) -> LevelBars {
    let words = drawn.words();
    let beside = Beside::new(drawn, marks);
    let rows = drawn.result.areas.iter().map(|area| BarRow {
        label: drawn.label(area),
        value: area.value,
        reached: match area.reached {
            Reached::Level(level) if marks.reached && drawn.set.roll_up == RollUp::MeanOfAreas => {
                Some(level)
            }
            _ => None,
        },
        coverage_text: drawn.coverage(area),
        printed: drawn.printed(area),
        insufficient_text: area.value.is_none().then(|| drawn.lacking(area).to_owned()),
        target: beside.target(&area.area),
        earlier: beside.before(&area.area),
        benchmark: None,
    });
    LevelBars {
        title: (words.bars_title)(&drawn.model.unit_name(drawn.unit)),
        description: match drawn.set.roll_up {
            RollUp::MeanOfAreas => (words.bars_about)(drawn.set.top()),
            RollUp::Fulfilment => words.bars_about_percent.to_owned(),
        },
        mark: drawn.mark(),
        scale: scale(drawn.set, drawn.language()),
        words: BarWords {
            area: words.area.to_owned(),
            average: drawn.head_of_values().to_owned(),
            reached: match drawn.set.roll_up {
                RollUp::MeanOfAreas => words.reached.to_owned(),
                // The lowest grade of an area is no level that it has achieved.
                RollUp::Fulfilment => String::new(),
            },
            coverage: words.coverage.to_owned(),
            not_reached: words.reached_open.to_owned(),
            target: words.target.to_owned(),
            earlier: beside.earlier_name(),
            benchmark: words.benchmark.to_owned(),
        },
        rows: rows.collect(),
    }
}

/// The profile over the areas.
pub fn radar(drawn: Drawn<'_>, marks: Marks) -> Radar {
    let words = drawn.words();
    let beside = Beside::new(drawn, marks);
    let axes = drawn.result.areas.iter().map(|area| RadarAxis {
        label: drawn.label(area),
        value: area.value,
        printed: drawn.printed(area),
        target: beside.target(&area.area),
        earlier: beside.before(&area.area),
    });
    Radar {
        title: (words.radar_title)(&drawn.model.unit_name(drawn.unit)),
        description: words.radar_about.to_owned(),
        mark: drawn.mark(),
        scale: scale(drawn.set, drawn.language()),
        words: RadarWords {
            number: words.number.to_owned(),
            area: words.area.to_owned(),
            value: drawn.head_of_values().to_owned(),
            target: words.target.to_owned(),
            earlier: beside.earlier_name(),
            none: words.reached_open.to_owned(),
        },
        axes: axes.collect(),
    }
}
