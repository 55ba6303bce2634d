//! What a unit's areas can be held against, one thing at a time, each with its source.

use super::{level, register, shared_files};
use crate::app::Model;
use crate::domain::benchmark::{Measure, SharedFile, Step};
use crate::domain::{AreaId, ComparisonId, LevelKind, QuestionSet, UnitId, target};
use crate::i18n::{BenchmarkWords, measured};

/// What is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// A named level of the municipality.
    Level(LevelKind),
    /// *Egen målnivå*: the municipality's target.
    OwnTarget,
    /// Values of the register that have a source and a year in common, by the first of them.
    Register(ComparisonId),
    /// Another municipality by name, or a benchmark.
    Shared(ComparisonId),
}

/// A value of an area to compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The area.
    pub area: AreaId,
    /// On the scale.
    pub value: f64,
    /// As it is written.
    pub printed: String,
    /// The quarter marks, where it is a benchmark that has them.
    pub quarters: Option<(f64, f64)>,
    /// How they are written.
    pub printed_quarters: String,
    /// Of how many it is, in words; empty where that says nothing.
    pub of: String,
}

/// A thing to compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Which.
    pub against: Against,
    /// Its name.
    pub name: String,
    /// Where its figures come from, in a sentence.
    pub source: String,
    /// Whether it is of several units, whose middle and quarter marks it tells.
    pub is_band: bool,
    /// Area by area, as far as it has them.
    pub points: Vec<Point>,
}

/// Everything that the areas of a set can be held against here.
pub fn series(model: &Model, set: &QuestionSet) -> Vec<Series> {
    let words = &model.words().desk().benchmarks;
    let mut out = levels(model, set, words);
    out.extend(of_register(model, set, words));
    out.extend(of_files(model, set, words));
    out.retain(|series| !series.points.is_empty());
    out
}

fn written(model: &Model, set: &QuestionSet, value: f64) -> String {
    measured(set.roll_up, value, model.device.language)
}

fn point(model: &Model, set: &QuestionSet, area: &AreaId, value: f64, of: String) -> Point {
    Point {
        area: area.clone(),
        value,
        printed: written(model, set, value),
        quarters: None,
        printed_quarters: String::new(),
        of,
    }
}

fn levels(model: &Model, set: &QuestionSet, words: &BenchmarkWords) -> Vec<Series> {
    let areas = || set.areas.iter().map(|area| &area.id);
    let named = |kind, name: &str| Series {
        against: Against::Level(kind),
        name: name.to_owned(),
        source: words.level_source.to_owned(),
        is_band: false,
        points: areas()
            .filter_map(|area| {
                let level = level(&model.document, set, area, kind);
                let of = (words.decided_by)(&level.decider, &level.date);
                Some(point(model, set, area, level.on(set)?, of))
            })
            .collect(),
    };
    let own = |area: &AreaId| {
        let target = target(&model.document, &UnitId::municipality(), set, area);
        let of = (words.decided_by)(&target.decider, "");
        Some(point(model, set, area, target.value?, of))
    };
    vec![
        named(LevelKind::Lowest, words.lowest),
        named(LevelKind::GoodPractice, words.good_practice),
        Series {
            against: Against::OwnTarget,
            name: words.own_target.to_owned(),
            source: words.level_source.to_owned(),
            is_band: false,
            points: areas().filter_map(own).collect(),
        },
    ]
}

fn of_register(model: &Model, set: &QuestionSet, words: &BenchmarkWords) -> Vec<Series> {
    let mut out: Vec<Series> = Vec::new();
    for (id, value) in register(model) {
        let (Some(on), Measure::OfTheSet) = (value.on(set), &value.measure) else {
            continue;
        };
        let name = format!("{}, {}", value.source, value.year);
        let source = (words.register_source)(&value.source, value.year, &value.population);
        let of = (words.n_of_register)(value.n, &value.method);
        let point = point(model, set, &value.area, on, of);
        // Two values of one area stand apart: a mark can be at one place only.
        let same = out.iter_mut().find(|series| {
            series.source == source && series.points.iter().all(|p| p.area != value.area)
        });
        match same {
            Some(series) => series.points.push(point),
            None => out.push(Series {
                against: Against::Register(id),
                name,
                source,
                is_band: false,
                points: vec![point],
            }),
        }
    }
    out
}

fn of_files(model: &Model, set: &QuestionSet, words: &BenchmarkWords) -> Vec<Series> {
    let files = shared_files(model).into_iter();
    files
        .map(|(id, file)| match &file {
            SharedFile::Result(file) => Series {
                against: Against::Shared(id),
                name: format!("{}, {}", file.municipality, file.year),
                source: (words.result_source)(
                    &file.municipality,
                    &file.round,
                    file.year,
                    file.rule,
                ),
                is_band: false,
                points: set
                    .areas
                    .iter()
                    .filter_map(|ours| {
                        let area = file.area(set, ours)?;
                        let of = (words.n_of_result)(area.units, area.answered, area.relevant);
                        Some(point(model, set, &ours.id, area.on_scale()?, of))
                    })
                    .collect(),
            },
            SharedFile::Benchmark(file) => Series {
                against: Against::Shared(id),
                name: format!("{}, {}", file.source, file.year),
                source: (words.benchmark_source)(&file.source, &file.population, file.year),
                is_band: true,
                points: set
                    .areas
                    .iter()
                    .filter_map(|ours| {
                        let area = file.area(set, ours)?;
                        band_point(model, set, &ours.id, area, words)
                    })
                    .collect(),
            },
        })
        .collect()
}

fn band_point(
    model: &Model,
    set: &QuestionSet,
    id: &AreaId,
    area: &crate::domain::benchmark::BenchmarkArea,
    words: &BenchmarkWords,
) -> Option<Point> {
    let band = area.band(set)?;
    let write = |value: f64| {
        let text = written(model, set, value);
        let step = Step::of(value, set.range());
        // Cut ends say so, wherever they are read off.
        match (step.is_or_lower(), step.is_or_higher()) {
            (true, _) if value <= step.value(set.range()) => (words.or_lower)(&text),
            (_, true) if value >= step.value(set.range()) => (words.or_higher)(&text),
            _ => text,
        }
    };
    let quarters = band.lower.zip(band.upper);
    Some(Point {
        area: id.clone(),
        value: band.middle,
        printed: write(band.middle),
        quarters,
        printed_quarters: quarters
            .map(|(lower, upper)| (words.between)(&write(lower), &write(upper)))
            .unwrap_or_default(),
        of: match &area.targets {
            Some(targets) => {
                let value = write(targets.mean.value(set.range()));
                (words.n_with_targets)(band.n, &value, targets.count)
            }
            None => (words.n_units)(band.n),
        },
    })
}
