//! What of a round goes into a file that others read.

use super::{
    AreaMeanings, BenchmarkArea, Exported, LEAST_UNITS, ResultArea, UnitValues, can_be_divided,
    groups, is_security, municipal, traces, unit_values,
};
use crate::domain::{AreaId, Document, QuestionSet, RoundId, Scope, UnitId, target};

/// The areas of a named result. Security stays here unless it is asked for.
pub fn result_areas(
    document: &Document,
    round: &RoundId,
    set: &QuestionSet,
    with_security: bool,
) -> Vec<ResultArea> {
    let areas = municipal(document, round, set).into_iter();
    areas
        .filter(|area| with_security || !is_security(&set.id, &area.area))
        .filter_map(|area| {
            let count = |count| u32::try_from(count).unwrap_or(u32::MAX);
            Some(ResultArea {
                meanings: AreaMeanings::of(set.area(&area.area)?),
                value: area.value.map(thousandths),
                units: count(area.units),
                asked: count(area.asked),
                answered: count(area.counts.answered),
                relevant: count(area.counts.relevant()),
                area: area.area,
            })
        })
        .collect()
}

fn thousandths(value: f64) -> i64 {
    #[allow(clippy::cast_possible_truncation)] // a value of a scale is 0–100
    let thousandths = (value * 1000.0).round() as i64;
    thousandths
}

/// The areas of a benchmark file: those in which five units or more have a value; the others are named apart.
pub fn benchmark_areas(
    document: &Document,
    round: &RoundId,
    set: &QuestionSet,
    with_security: bool,
) -> (Vec<BenchmarkArea>, Vec<AreaId>) {
    let (mut out, mut too_few) = (Vec::new(), Vec::new());
    for units in wanted(document, round, set, with_security) {
        match benchmark_area(document, set, &units) {
            Some(area) => out.push(area),
            None => too_few.push(units.area),
        }
    }
    (out, too_few)
}

fn wanted(
    document: &Document,
    round: &RoundId,
    set: &QuestionSet,
    with_security: bool,
) -> impl Iterator<Item = UnitValues> {
    let areas = unit_values(document, round, set).into_iter();
    let set = set.id.clone();
    areas.filter(move |area| with_security || !is_security(&set, &area.area))
}

fn benchmark_area(
    document: &Document,
    set: &QuestionSet,
    units: &UnitValues,
) -> Option<BenchmarkArea> {
    let area = set.area(&units.area)?;
    let values: Vec<f64> = units.values.iter().map(|(_, value)| *value).collect();
    // Questions that the municipality answers once make no difference between units.
    let of_units = area.questions.iter().filter(|q| q.scope == Scope::F);
    let divided = can_be_divided(set, of_units.count());
    let targets: Vec<f64> = units
        .values
        .iter()
        .filter_map(|(unit, _)| target(document, unit, set, &area.id).value)
        .collect();
    Some(BenchmarkArea {
        area: area.id.clone(),
        meanings: AreaMeanings::of(area),
        groups: groups(&values, set.range(), divided)?,
        targets: groups(&targets, set.range(), false).and_then(|mut one| one.pop()),
    })
}

/// The note that such a file was made: which units are in each of its areas.
pub fn exported(
    document: &Document,
    round: &RoundId,
    set: &QuestionSet,
    with_security: bool,
) -> Exported {
    let target = |area: &AreaId, unit: &UnitId| target(document, unit, set, area).value;
    let areas = wanted(document, round, set, with_security);
    Exported {
        set: set.id.clone(),
        round: round.clone(),
        areas: areas
            .filter(|area| area.values.len() >= LEAST_UNITS)
            .map(|area| {
                (
                    area.area.clone(),
                    traces(&area, |unit| target(&area.area, unit)),
                )
            })
            .collect(),
    }
}
