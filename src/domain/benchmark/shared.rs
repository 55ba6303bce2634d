//! What municipalities share with each other: results under a name, and benchmarks over units that have none.

use super::{AreaMeanings, Band, Group, band};
use crate::domain::{Area, AreaId, ContentHash, QuestionSet, RollUpRule, SetId};

/// Something that was shared as a file.
#[derive(Debug, Clone, PartialEq)]
pub enum SharedFile {
    /// One municipality's result, by name.
    Result(ResultFile),
    /// A benchmark over five units or more.
    Benchmark(BenchmarkFile),
}

/// What a file says of one set.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedSet<A> {
    /// The set.
    pub set: SetId,
    /// Its version there.
    pub version: String,
    /// The hash of its content there.
    pub hash: ContentHash,
    /// Its areas.
    pub areas: Vec<A>,
}

/// *Namngivet resultat*: a locked round of a municipality that lets others see where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultFile {
    /// Whose.
    pub municipality: String,
    /// Of which round.
    pub round: String,
    /// When the file was made.
    pub year: u16,
    /// Its values are made up.
    pub example: bool,
    /// How units became the municipality.
    pub rule: RollUpRule,
    /// Set by set.
    pub sets: Vec<SharedSet<ResultArea>>,
}

/// An area of a named result.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultArea {
    /// The area.
    pub area: AreaId,
    /// What it asked there.
    pub meanings: AreaMeanings,
    /// In thousandths of the measure of the set; nothing where the data did not suffice.
    pub value: Option<i64>,
    /// How many units have a value in it; none where the municipality answers once.
    pub units: u32,
    /// How many units were asked.
    pub asked: u32,
    /// How many questions have a level, over all units.
    pub answered: u32,
    /// Of how many that are relevant.
    pub relevant: u32,
}

/// *Jämförelsefil*: what five or more units have, without their names.
#[derive(Debug, Clone, PartialEq)]
pub struct BenchmarkFile {
    /// Who put it together.
    pub source: String,
    /// Of whom it is.
    pub population: String,
    /// From which year.
    pub year: u16,
    /// Its values are made up.
    pub example: bool,
    /// Set by set.
    pub sets: Vec<SharedSet<BenchmarkArea>>,
}

/// An area of a benchmark.
#[derive(Debug, Clone, PartialEq)]
pub struct BenchmarkArea {
    /// The area.
    pub area: AreaId,
    /// What it asked there.
    pub meanings: AreaMeanings,
    /// The units in groups, by their values.
    pub groups: Vec<Group>,
    /// The targets of those units that have one, where they are five or more.
    pub targets: Option<Group>,
}

impl SharedFile {
    /// Whether its values are made up.
    pub fn is_example(&self) -> bool {
        match self {
            Self::Result(file) => file.example,
            Self::Benchmark(file) => file.example,
        }
    }

    /// How many of its areas answer the same questions as ours, out of how many.
    pub fn comparable<'a>(
        &self,
        ours: impl Fn(&SetId) -> Option<&'a QuestionSet>,
    ) -> (usize, usize) {
        let same = |set: &SetId, area: &AreaId, meanings: &AreaMeanings| {
            let ours = ours(set).and_then(|set| set.area(area));
            ours.is_some_and(|ours| meanings.same_as(ours).is_ok())
        };
        let told: Vec<bool> = match self {
            Self::Result(file) => file
                .sets
                .iter()
                .flat_map(|set| {
                    set.areas
                        .iter()
                        .map(|a| same(&set.set, &a.area, &a.meanings))
                })
                .collect(),
            Self::Benchmark(file) => file
                .sets
                .iter()
                .flat_map(|set| {
                    set.areas
                        .iter()
                        .map(|a| same(&set.set, &a.area, &a.meanings))
                })
                .collect(),
        };
        (told.iter().filter(|same| **same).count(), told.len())
    }
}

impl ResultFile {
    /// What it says of an area that asks the same as ours.
    pub fn area(&self, set: &QuestionSet, ours: &Area) -> Option<&ResultArea> {
        let theirs = self.sets.iter().find(|theirs| theirs.set == set.id)?;
        let area = theirs.areas.iter().find(|area| area.area == ours.id)?;
        area.meanings.same_as(ours).is_ok().then_some(area)
    }
}

impl ResultArea {
    /// The value on the scale.
    pub fn on_scale(&self) -> Option<f64> {
        let thousandths = i32::try_from(self.value?).ok()?;
        Some(f64::from(thousandths) / 1000.0)
    }
}

impl BenchmarkFile {
    /// What it says of an area that asks the same as ours.
    pub fn area(&self, set: &QuestionSet, ours: &Area) -> Option<&BenchmarkArea> {
        let theirs = self.sets.iter().find(|theirs| theirs.set == set.id)?;
        let area = theirs.areas.iter().find(|area| area.area == ours.id)?;
        area.meanings.same_as(ours).is_ok().then_some(area)
    }
}

impl BenchmarkArea {
    /// Middle and quarter marks.
    pub fn band(&self, set: &QuestionSet) -> Option<Band> {
        band(&self.groups, set.range())
    }
}
