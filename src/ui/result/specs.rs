//! From a result to the specs of its pictures: every number is written here once, for picture and table alike.

use crate::charts::{BarRow, BarWords, LevelBars, Radar, RadarAxis, RadarWords, Scale};
use crate::domain::{AreaResult, QuestionSet, Reached, SetResult};
use crate::i18n::{Language, Words, decimal, percent_down};

fn scale(set: &QuestionSet) -> Scale {
    Scale {
        min: 1,
        max: set.top(),
        names: set.scale.iter().map(|level| level.name.clone()).collect(),
    }
}

fn printed(words: &'static Words, area: &AreaResult, language: Language) -> String {
    match area.mean {
        Some(mean) if area.agreed => decimal(mean, language),
        Some(mean) => format!("{} ({})", decimal(mean, language), words.not_agreed),
        None => lacking(words, area).to_owned(),
    }
}

fn lacking(words: &'static Words, area: &AreaResult) -> &'static str {
    if area.reached == Reached::NotApplicable {
        words.no_relevant
    } else {
        words.insufficient
    }
}

/// Level bars: mean and achieved level by area.
pub fn bars(
    words: &'static Words,
    set: &QuestionSet,
    unit: &str,
    result: &SetResult,
    language: Language,
) -> LevelBars {
    let rows = result.areas.iter().map(|area| {
        let counts = area.counts;
        let coverage = match counts.relevant() {
            0 => words.no_relevant.to_owned(),
            relevant => format!(
                "{} ({})",
                (words.n_of_m)(counts.answered, relevant),
                percent_down(counts.answered, relevant, language)
            ),
        };
        BarRow {
            label: label(set, area),
            value: area.mean,
            reached: match area.reached {
                Reached::Level(level) => Some(level),
                Reached::Open | Reached::NotApplicable => None,
            },
            coverage_text: coverage,
            printed: printed(words, area, language),
            insufficient_text: area.mean.is_none().then(|| lacking(words, area).to_owned()),
        }
    });
    LevelBars {
        title: (words.bars_title)(unit),
        description: words.bars_about.to_owned(),
        scale: scale(set),
        words: BarWords {
            area: words.area.to_owned(),
            average: words.mean.to_owned(),
            reached: words.reached.to_owned(),
            coverage: words.coverage.to_owned(),
            not_reached: words.reached_open.to_owned(),
        },
        rows: rows.collect(),
    }
}

/// The profile over the areas.
pub fn radar(
    words: &'static Words,
    set: &QuestionSet,
    unit: &str,
    result: &SetResult,
    language: Language,
) -> Radar {
    let axes = result.areas.iter().map(|area| RadarAxis {
        label: label(set, area),
        value: area.mean,
        printed: printed(words, area, language),
    });
    Radar {
        title: (words.radar_title)(unit),
        description: words.radar_about.to_owned(),
        scale: scale(set),
        words: RadarWords {
            number: words.number.to_owned(),
            area: words.area.to_owned(),
            value: words.mean.to_owned(),
        },
        axes: axes.collect(),
    }
}

fn label(set: &QuestionSet, area: &AreaResult) -> String {
    set.area(&area.area)
        .map(|area| area.short.clone())
        .unwrap_or_default()
}
