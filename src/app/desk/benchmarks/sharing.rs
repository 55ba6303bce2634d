//! What a municipality lets others read: its result under its name, or a benchmark over its units without theirs. Only of a round
//! that is locked, and first shown as it will leave.

use std::sync::Arc;

use super::offer;
use crate::app::Model;
use crate::app::message::Moment;
use crate::app::organising::low_half;
use crate::app::outcome::Outcome;
use crate::domain::benchmark::{
    BenchmarkFile, Difference, Exported, Field, ResultFile, SharedSet, benchmark_areas,
    compare_exports, comparisons, exported, result_areas, unit_values,
};
use crate::domain::{
    Address, AreaId, ComparisonId, ComparisonKind, ContentHash, QuestionSet, RoundId, SetId, Value,
    lock, roll_up_rule, round_name, rounds,
};
use crate::exchange::comparison::{
    BENCHMARK_END, RESULT_END, benchmark_to_json, exported_from_json, exported_to_json,
    result_to_json,
};
use crate::exchange::{plain_name, question_set_from_json};

/// A named result as a person wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultWanted {
    /// Of which sets.
    pub sets: Vec<SetId>,
    /// With information security.
    pub security: bool,
}

/// A benchmark as a person wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenchmarkWanted {
    /// Of which set.
    pub set: SetId,
    /// With information security.
    pub security: bool,
    /// Who puts it together.
    pub source: String,
    /// Of whom it is.
    pub population: String,
    /// Though an earlier file differs by a few units only.
    pub anyway: bool,
}

/// Why no file was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotMade {
    /// No round is locked.
    NotLocked,
    /// The municipality has no name yet.
    NoName,
    /// Nothing was chosen, or there is nothing to say of it.
    Nothing,
    /// No area has values of five units.
    TooFew,
    /// Something is missing in the form.
    Missing(Field),
}

/// What a file would hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaves<F> {
    /// The file.
    pub file: F,
    /// The areas in which too few units have a value, by set.
    pub too_few: Vec<AreaId>,
    /// The sets, for their words.
    pub sets: Vec<Arc<QuestionSet>>,
}

/// The latest round that is locked: only what stands still is shared.
pub fn shareable_round(model: &Model) -> Option<RoundId> {
    let mut rounds = rounds(&model.document);
    rounds.retain(|round| lock(&model.document, round).is_some());
    rounds.pop()
}

/// A set as a round went by it.
fn set_in(model: &Model, round: &RoundId, id: &SetId) -> Option<Arc<QuestionSet>> {
    let ours = model.set(id)?;
    let chosen = Address::RoundSet(round.clone(), id.clone());
    let hash = model.document.text(&chosen).and_then(ContentHash::parse);
    match hash {
        Some(hash) if hash != ours.hash => {
            let kept = model.document.text(&Address::Snapshot(hash))?;
            question_set_from_json(kept).map(Arc::new)
        }
        _ => Some(ours),
    }
}

/// What a named result would hold.
///
/// # Errors
/// [`NotMade`].
pub fn leaves_in_result(
    model: &Model,
    moment: &Moment,
    wanted: &ResultWanted,
) -> Result<Leaves<ResultFile>, NotMade> {
    let round = shareable_round(model).ok_or(NotMade::NotLocked)?;
    let municipality = model.municipality().ok_or(NotMade::NoName)?.to_owned();
    let (mut sets, mut told) = (Vec::new(), Vec::new());
    for id in &wanted.sets {
        let Some(set) = set_in(model, &round, id) else {
            continue;
        };
        let mut areas = result_areas(&model.document, &round, &set, wanted.security);
        areas.retain(|area| area.answered > 0);
        if areas.is_empty() {
            continue;
        }
        told.push(shared(&set, areas));
        sets.push(set);
    }
    if told.is_empty() {
        return Err(NotMade::Nothing);
    }
    Ok(Leaves {
        file: ResultFile {
            municipality,
            round: round_name(&model.document, &round),
            year: year(moment),
            example: model.is_example(),
            rule: roll_up_rule(&model.document),
            sets: told,
        },
        too_few: Vec::new(),
        sets,
    })
}

fn shared<A>(set: &QuestionSet, areas: Vec<A>) -> SharedSet<A> {
    SharedSet {
        set: set.id.clone(),
        version: set.version.clone(),
        hash: set.hash.clone(),
        areas,
    }
}

fn year(moment: &Moment) -> u16 {
    u16::try_from(moment.local().year()).unwrap_or(1970)
}

/// How many units have a value in the area with the most, in the round that would be shared.
pub fn units_of_benchmark(model: &Model, set: &SetId) -> usize {
    let most = shareable_round(model).and_then(|round| {
        let set = set_in(model, &round, set)?;
        let areas = unit_values(&model.document, &round, &set);
        areas.iter().map(|area| area.values.len()).max()
    });
    most.unwrap_or(0)
}

/// What a benchmark would hold.
///
/// # Errors
/// [`NotMade`], but not for what is missing in the form.
pub fn leaves_in_benchmark(
    model: &Model,
    moment: &Moment,
    wanted: &BenchmarkWanted,
) -> Result<Leaves<BenchmarkFile>, NotMade> {
    let round = shareable_round(model).ok_or(NotMade::NotLocked)?;
    let set = set_in(model, &round, &wanted.set).ok_or(NotMade::Nothing)?;
    let (areas, too_few) = benchmark_areas(&model.document, &round, &set, wanted.security);
    if areas.is_empty() {
        return Err(NotMade::TooFew);
    }
    Ok(Leaves {
        file: BenchmarkFile {
            source: wanted.source.trim().to_owned(),
            population: wanted.population.trim().to_owned(),
            year: year(moment),
            example: model.is_example(),
            sets: vec![shared(&set, areas)],
        },
        too_few,
        sets: vec![set],
    })
}

pub(super) fn share_result(
    model: &mut Model,
    moment: &Moment,
    wanted: &ResultWanted,
    out: &mut Outcome,
) {
    match leaves_in_result(model, moment, wanted) {
        Err(why) => model.desk.benchmarks.not_made = Some(why),
        Ok(leaves) => {
            let name = name_of(model, &leaves.file.municipality, RESULT_END);
            model.desk.benchmarks.made = Some(name.clone());
            offer(out, name, result_to_json(&leaves.file));
        }
    }
}

pub(super) fn share_benchmark(
    model: &mut Model,
    moment: &Moment,
    wanted: &BenchmarkWanted,
    out: &mut Outcome,
) {
    let missing = [
        (Field::Source, &wanted.source),
        (Field::Population, &wanted.population),
    ];
    let missing = missing.iter().find(|(_, text)| text.trim().is_empty());
    let leaves = match missing {
        Some((field, _)) => Err(NotMade::Missing(*field)),
        None => leaves_in_benchmark(model, moment, wanted),
    };
    let (leaves, round) = match (leaves, shareable_round(model)) {
        (Ok(leaves), Some(round)) => (leaves, round),
        (Err(why), _) => {
            model.desk.benchmarks.not_made = Some(why);
            return;
        }
        (Ok(_), None) => return,
    };
    let Some(set) = leaves.sets.first() else {
        return;
    };
    let now = exported(&model.document, &round, set, wanted.security);
    let differences = differences(model, &now);
    if !differences.is_empty() && !wanted.anyway {
        model.desk.benchmarks.warned = Some(differences);
        return;
    }
    let id = ComparisonId::from_random(low_half(moment.random));
    let address = Address::Comparison(ComparisonKind::Exported, id);
    let note = Value::Text(exported_to_json(&now));
    out.write(model, moment, address, note);
    let name = name_of(model, &leaves.file.source, BENCHMARK_END);
    model.desk.benchmarks.made = Some(name.clone());
    offer(out, name, benchmark_to_json(&leaves.file));
}

/// In which areas any file that was made before differs by one to four units.
fn differences(model: &Model, now: &Exported) -> Vec<Difference> {
    let mut out: Vec<Difference> = Vec::new();
    let before = comparisons(&model.document, ComparisonKind::Exported).into_iter();
    for before in before.filter_map(|(_, text)| exported_from_json(&text)) {
        for difference in compare_exports(&before, now) {
            match out.iter_mut().find(|other| other.area == difference.area) {
                Some(other) => other.units = other.units.min(difference.units),
                None => out.push(difference),
            }
        }
    }
    out
}

fn name_of(model: &Model, whose: &str, end: &str) -> String {
    let mut name = plain_name(whose) + end;
    if model.is_example() {
        name.insert_str(0, model.words().example_file);
    }
    name
}
