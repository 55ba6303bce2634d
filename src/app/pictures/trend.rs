//! Rounds over time: one line, with the index over the same questions where it is asked for.

use super::levels::scale;
use crate::app::Model;
use crate::app::desk::Development;
use crate::charts::{Compared, Trend, TrendStep, TrendWords};
use crate::domain::{QuestionSet, RollUp, TrendLine, TrendPoint, UnitId, round_name};
use crate::i18n::{measured, percent_down};

/// More rounds than a picture holds; the latest are shown.
const MOST: usize = 8;

/// The picture of one line.
pub fn trend_line(
    model: &Model,
    set: &QuestionSet,
    unit: &UnitId,
    development: &Development,
    line: &TrendLine,
    with_same: bool,
) -> Trend {
    let (words, language) = (model.words(), model.device.language);
    let own = &words.desk().trend;
    let written = |value: f64| measured(set.roll_up, value, language);
    let coverage = |point: &TrendPoint| match point.counts.relevant() {
        0 => words.no_relevant.to_owned(),
        relevant => {
            let n = point.counts.answered;
            let share = percent_down(n, relevant, language);
            let told = format!("{} ({share})", (words.n_of_m)(n, relevant));
            if point.agreed || n == 0 {
                told
            } else {
                format!("{told}, {}", words.not_agreed)
            }
        }
    };
    let step = |(place, round): (usize, &crate::app::desk::RoundOfSet)| {
        let point = line.points.get(place).and_then(Option::as_ref);
        let label = round_name(&model.document, &round.round);
        let value = point.and_then(|point| point.value);
        let same = line.same.as_ref().filter(|_| with_same);
        let same = same.and_then(|same| same.values.get(place).copied().flatten());
        let found = line.breaks.get(place).and_then(Option::as_ref);
        TrendStep {
            printed: match (point, value) {
                (_, Some(value)) => written(value),
                (Some(point), None) if point.counts.relevant() == 0 => words.no_relevant.to_owned(),
                (Some(_), None) => words.insufficient.to_owned(),
                (None, None) => own.not_asked.to_owned(),
            },
            coverage_text: point.map_or_else(|| own.none.to_owned(), coverage),
            joined: line.is_joined(place),
            cut: found.map(|found| (own.cut)(&label, *found)),
            same: same.map(|value| Compared {
                value,
                printed: written(value),
            }),
            label,
            value,
        }
    };
    let first = development.rounds.len().saturating_sub(MOST);
    let area = line.area.as_ref().and_then(|area| set.area(area));
    let of = area.map_or(set.title.as_str(), |area| area.title.as_str());
    Trend {
        title: (own.picture)(of, &model.unit_name(unit)),
        description: own.picture_about.to_owned(),
        mark: model.is_example().then(|| words.made_up.to_owned()),
        scale: scale(set, language),
        words: TrendWords {
            round: own.round.to_owned(),
            value: match set.roll_up {
                RollUp::MeanOfAreas => words.mean,
                RollUp::Fulfilment => words.fulfilment,
            }
            .to_owned(),
            coverage: words.coverage.to_owned(),
            same: own.same.to_owned(),
            joined: own.joined.to_owned(),
            yes: own.yes.to_owned(),
            none: own.none.to_owned(),
        },
        steps: development
            .rounds
            .iter()
            .enumerate()
            .skip(first)
            .map(step)
            .collect(),
    }
}
