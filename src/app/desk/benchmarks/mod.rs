//! Benchmark levels, comparison values and what is shared for comparison: what the page *Jämförelsevärden* does.

mod reading;
mod series;
mod sharing;

pub use reading::{FileLook, NotTaken, Taken, shared_files};
pub use series::{Against, Point, Series, series};
pub use sharing::{
    BenchmarkWanted, Leaves, NotMade, ResultWanted, leaves_in_benchmark, leaves_in_result,
    shareable_round, units_of_benchmark,
};

use crate::app::message::{ChosenFile, Moment};
use crate::app::model::Section;
use crate::app::organising::low_half;
use crate::app::outcome::Outcome;
use crate::app::{Effect, Model};
use crate::domain::benchmark::{
    Assessment, AssessmentDraft, ComparisonDraft, ComparisonValue, Difference, NamedLevel, Refused,
    assess, check, comparisons,
};
use crate::domain::{
    Address, AreaId, ComparisonId, ComparisonKind, Document, Fact, LevelKind, QuestionSet, SetId,
    Value,
};
use crate::exchange::comparison::{
    assessment_from_json, assessment_to_json, level_from_json, level_to_json, value_from_json,
    value_to_json,
};
use crate::exchange::question_set_from_json;

/// A part of a named level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelPart {
    /// In tenths; one that is off the scale is not kept.
    Value(Option<i64>),
    /// Who decided.
    Decider(String),
    /// When.
    Date(String),
}

/// What happens on the page.
#[derive(Debug)]
pub enum BenchmarkMsg {
    /// A part of a named level of an area is decided, or taken back.
    Level(SetId, AreaId, LevelKind, LevelPart),
    /// A comparison value is to be kept: a new one, or in the place of another.
    Keep(Option<ComparisonId>, ComparisonDraft),
    /// An assessment is to be kept.
    Assess(Option<ComparisonId>, AssessmentDraft),
    /// An entry is to be changed: its form shows what it says. Without one, the form is empty again.
    Edit(Option<ComparisonId>),
    /// An entry is taken away.
    Remove(ComparisonKind, ComparisonId),
    /// What was taken away last is put back.
    PutBack,
    /// Files were chosen or dropped here.
    FilesCame(Vec<ChosenFile>),
    /// A named result is wanted as a file.
    ShareResult(ResultWanted),
    /// A benchmark is wanted as a file.
    ShareBenchmark(BenchmarkWanted),
}

/// What the page knows, for as long as it lives.
#[derive(Debug, Clone, Default)]
pub struct Benchmarks {
    /// The entry whose form is open.
    pub editing: Option<ComparisonId>,
    /// How many comparison values were kept: after each, their form is empty again, and no other.
    pub kept_values: u32,
    /// The same of assessments.
    pub kept_assessments: u32,
    /// What the form of a comparison value held when it was refused, and why.
    pub refused: Option<(ComparisonDraft, Refused)>,
    /// The same of an assessment.
    pub assessment_refused: Option<(AssessmentDraft, Refused)>,
    /// What was taken away last, with what stood there.
    pub removed: Option<(Address, Vec<Value>)>,
    /// What became of the files that were chosen.
    pub files: Vec<FileLook>,
    /// Why no file was made.
    pub not_made: Option<NotMade>,
    /// The file that was made last.
    pub made: Option<String>,
    /// Two exports would differ by a few units only, which a person is to know first.
    pub warned: Option<Vec<Difference>>,
}

/// Lets something happen on the page.
pub(super) fn act(model: &mut Model, msg: BenchmarkMsg, moment: &Moment, out: &mut Outcome) {
    // What was said of the last gesture has been read by the next; what is being filled in stays.
    let page = &mut model.desk.benchmarks;
    let removed = page.removed.take();
    page.files.clear();
    page.not_made = None;
    page.made = None;
    page.warned = None;
    let is_level = matches!(msg, BenchmarkMsg::Level(..));
    match msg {
        BenchmarkMsg::Level(set, area, kind, part) => {
            decide(model, moment, &set, area, kind, part, out);
        }
        BenchmarkMsg::Keep(at, draft) => keep(model, moment, at, draft, out),
        BenchmarkMsg::Assess(at, draft) => match assess(&draft) {
            Ok(assessment) => {
                let text = assessment_to_json(&assessment);
                put(model, moment, ComparisonKind::Assessment, at, text, out);
                model.desk.benchmarks.assessment_refused = None;
            }
            Err(why) => model.desk.benchmarks.assessment_refused = Some((draft, why)),
        },
        BenchmarkMsg::Edit(at) => {
            let page = &mut model.desk.benchmarks;
            page.editing = at;
            page.refused = None;
            page.assessment_refused = None;
        }
        BenchmarkMsg::Remove(kind, id) => {
            let address = Address::Comparison(kind, id);
            let values = model.document.fact(&address).map(Fact::values);
            model.desk.benchmarks.removed = values.map(|values| (address.clone(), values));
            out.remove(model, address);
        }
        BenchmarkMsg::PutBack => {
            if let Some((address, values)) = removed {
                out.put_back(model, moment, address, &values);
            }
        }
        BenchmarkMsg::FilesCame(files) => reading::files_came(model, moment, files, out),
        BenchmarkMsg::ShareResult(wanted) => sharing::share_result(model, moment, &wanted, out),
        BenchmarkMsg::ShareBenchmark(wanted) => {
            sharing::share_benchmark(model, moment, &wanted, out);
        }
    }
    if !is_level {
        out.changed(Section::Files);
    }
    out.changed(Section::Targets);
}

fn decide(
    model: &mut Model,
    moment: &Moment,
    set: &SetId,
    area: AreaId,
    kind: LevelKind,
    part: LevelPart,
    out: &mut Outcome,
) {
    let Some(set) = model.set(set) else { return };
    let mut level = level(&model.document, &set, &area, kind);
    let words = |text: String| text.trim().chars().take(120).collect::<String>();
    match part {
        LevelPart::Value(Some(tenths)) if set.target_of(tenths).is_none() => return, // the field says what it can be
        LevelPart::Value(value) => level.value = value,
        LevelPart::Decider(decider) => level.decider = words(decider),
        LevelPart::Date(date) => level.date = words(date),
    }
    let address = Address::Level(set.id.clone(), area, kind);
    if level.is_empty() {
        out.remove(model, address);
    } else {
        out.write(model, moment, address, Value::Text(level_to_json(&level)));
    }
}

/// A named level of an area.
pub fn level(document: &Document, set: &QuestionSet, area: &AreaId, kind: LevelKind) -> NamedLevel {
    let address = Address::Level(set.id.clone(), area.clone(), kind);
    document
        .text(&address)
        .map(level_from_json)
        .unwrap_or_default()
}

fn keep(
    model: &mut Model,
    moment: &Moment,
    at: Option<ComparisonId>,
    draft: ComparisonDraft,
    out: &mut Outcome,
) {
    let known = known_versions(model);
    let ours = draft.set.as_ref().and_then(|set| model.set(set));
    match check(&draft, &known, ours.as_deref()) {
        Ok(value) => {
            let text = value_to_json(&value);
            put(model, moment, ComparisonKind::Value, at, text, out);
            model.desk.benchmarks.refused = None;
        }
        Err(why) => model.desk.benchmarks.refused = Some((draft, why)),
    }
}

/// Writes an entry, under a new id or in the place of another.
fn put(
    model: &mut Model,
    moment: &Moment,
    kind: ComparisonKind,
    at: Option<ComparisonId>,
    text: String,
    out: &mut Outcome,
) {
    let id = at.unwrap_or_else(|| ComparisonId::from_random(low_half(moment.random)));
    let address = Address::Comparison(kind, id);
    out.write(model, moment, address, Value::Text(text));
    let page = &mut model.desk.benchmarks;
    if kind == ComparisonKind::Assessment {
        page.kept_assessments += 1;
    } else {
        page.editing = None;
        page.kept_values += 1;
    }
}

/// Every version of a set that is here: published, in use, or kept by a round.
fn known_versions(model: &Model) -> Vec<QuestionSet> {
    let published = model.published.iter().map(|(_, set)| (**set).clone());
    let used = model.sets.iter().filter_map(|(id, _)| model.set(id));
    let kept = model.document.facts().filter_map(|(address, _)| {
        matches!(address, Address::Snapshot(_)).then(|| model.document.text(address))?
    });
    published
        .chain(used.map(|set| (*set).clone()))
        .chain(kept.filter_map(question_set_from_json))
        .collect()
}

/// The numbers of the versions of a set that are here, for a form.
pub fn versions_of(model: &Model, set: &SetId) -> Vec<String> {
    let known = known_versions(model).into_iter();
    let mut versions: Vec<String> = known
        .filter(|known| known.id == *set)
        .map(|known| known.version)
        .collect();
    versions.sort_by_key(|version| std::cmp::Reverse(crate::domain::version_number(version)));
    versions.dedup();
    versions
}

/// The entries of the register that can be read, in the order of areas as the set has them, then as they came.
pub fn register(model: &Model) -> Vec<(ComparisonId, ComparisonValue)> {
    comparisons(&model.document, ComparisonKind::Value)
        .into_iter()
        .filter_map(|(id, text)| Some((id, value_from_json(&text)?)))
        .collect()
}

/// The assessments from outside.
pub fn assessments(model: &Model) -> Vec<(ComparisonId, Assessment)> {
    comparisons(&model.document, ComparisonKind::Assessment)
        .into_iter()
        .filter_map(|(id, text)| Some((id, assessment_from_json(&text)?)))
        .collect()
}

fn offer(out: &mut Outcome, name: String, text: String) {
    out.effect(Effect::OfferFile { name, text });
}
