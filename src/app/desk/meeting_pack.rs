//! *Mötesunderlag*: what the e-råd lays before the municipality's leadership on three pages. Where we are, where we differ,
//! what we propose to talk about. Every figure is one that another page shows; nothing is scored anew here.

use std::sync::Arc;

use super::together::shared_needs;
use crate::app::{Model, Standing as Stage, participants};
use crate::domain::{
    Area, AreaAcross, AreaId, Comparison, Counts, Gap, NeedsOfQuestion, QuestionSet, RolledArea,
    RolledUp, RoundId, SetId, Standing, Tag, Target, UnitId, comparison, lock, owner, roll_up,
    roll_up_rule, set_result, takes_part, target, units,
};

/// How many points are proposed: few enough to be talked about (DOMAIN.md §7).
pub const POINTS: usize = 3;

/// Whether security detail stands in the pack (DOMAIN.md §6: left out of what is shared, unless it is asked for).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Security {
    /// Left out, averages that would reveal it included.
    #[default]
    LeftOut,
    /// Kept.
    Kept,
}

/// One set of the round as the pack shows it.
#[derive(Debug, Clone)]
pub struct PackSet {
    /// The set, without what is left out.
    pub set: Arc<QuestionSet>,
    /// Its units beside each other.
    pub compared: Comparison,
    /// The municipality.
    pub rolled: RolledUp,
    /// How much is answered in each area, the municipality's own questions included.
    pub counts: Vec<Counts>,
}

/// What a gap was measured from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distance {
    /// The municipality's own target.
    Municipality(f64),
    /// The mean over the units that have targets of their own.
    Units(f64),
}

impl Distance {
    fn value(self) -> f64 {
        match self {
            Self::Municipality(gap) | Self::Units(gap) => gap,
        }
    }
}

/// An area that is proposed to be talked about, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The set.
    pub set: SetId,
    /// The area.
    pub area: AreaId,
    /// How far it is from its target.
    pub distance: Option<Distance>,
    /// *Betydelse*, where one was decided.
    pub importance: Option<u8>,
    /// The law demands it.
    pub law: bool,
    /// The lowest and the highest value of a unit.
    pub ends: Option<(f64, f64)>,
    /// How many units are under their own target, out of those that are asked.
    pub under: (usize, usize),
}

/// What has not been decided yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenDecisions {
    /// Areas without a target of the municipality, out of all.
    pub without_target: (usize, usize),
    /// Areas for which nobody is named, out of those for which somebody can be.
    pub without_owner: (usize, usize),
    /// Answers of units that stand on individual answers alone.
    pub not_agreed: usize,
    /// Who has not handed in, out of those who take part.
    pub not_in: (usize, usize),
    /// The round still takes answers.
    pub unlocked: bool,
}

/// The whole pack.
#[derive(Debug, Clone)]
pub struct MeetingPack {
    /// The round.
    pub round: RoundId,
    /// Its sets.
    pub sets: Vec<PackSet>,
    /// What is proposed to be talked about, at most three.
    pub points: Vec<Point>,
    /// What more than one unit needs.
    pub needs: Vec<NeedsOfQuestion>,
    /// What is open.
    pub open: OpenDecisions,
    /// The areas that were left out as security detail.
    pub left_out: Vec<String>,
}

/// Whether an area is about security alone.
pub fn is_security(area: &Area) -> bool {
    let mut questions = area.questions.iter();
    questions.all(|question| Tag::of(&question.id).contains(&Tag::Security))
}

/// Puts the pack together; nothing before there is a round, or where none of its sets is here.
pub fn meeting_pack(model: &Model, security: Security) -> Option<MeetingPack> {
    let round = model.round()?;
    let mut left_out = Vec::new();
    let sets: Vec<PackSet> = model
        .sets_of_round()
        .iter()
        .filter_map(|id| model.set(id))
        .map(|set| {
            let (set, left) = without_security(set, security);
            left_out.extend(left);
            pack_set(model, &round, set)
        })
        .collect();
    if sets.is_empty() {
        return None;
    }
    let is_here = |of: &NeedsOfQuestion| {
        let mut sets = sets.iter();
        sets.any(|pack| pack.set.question(&of.question).is_some())
    };
    let needs = shared_needs(model).into_iter();
    Some(MeetingPack {
        points: points(model, &sets),
        needs: needs.filter(|of| of.is_shared() && is_here(of)).collect(),
        open: open(model, &round, &sets),
        left_out,
        sets,
        round,
    })
}

/// The set without the areas that are about security, and their titles.
fn without_security(set: Arc<QuestionSet>, security: Security) -> (Arc<QuestionSet>, Vec<String>) {
    if security == Security::Kept || !set.areas.iter().any(is_security) {
        return (set, Vec::new());
    }
    let mut kept = (*set).clone();
    let gone = kept.areas.extract_if(.., |area| is_security(area));
    let titles = gone.map(|area| area.title).collect();
    (Arc::new(kept), titles)
}

fn pack_set(model: &Model, round: &RoundId, set: Arc<QuestionSet>) -> PackSet {
    let document = &model.document;
    let units: Vec<UnitId> = units(document)
        .into_iter()
        .map(|unit| unit.id)
        .filter(|unit| takes_part(document, round, unit))
        .collect();
    let compared = comparison(document, round, &set, &units);
    let rolled = roll_up(document, round, &set, &compared, roll_up_rule(document));
    let whole = UnitId::municipality();
    let own = set_result(document, round, &whole, &set);
    let counts = compared.areas.iter().map(|across| {
        // What a unit was named for is counted with that unit.
        let own = own.area(&across.area).filter(|own| own.by == whole);
        own.map_or(across.counts, |own| sum(across.counts, own.counts))
    });
    PackSet {
        counts: counts.collect(),
        compared,
        rolled,
        set,
    }
}

fn sum(one: Counts, other: Counts) -> Counts {
    Counts {
        answered: one.answered + other.answered,
        dont_know: one.dont_know + other.dont_know,
        not_applicable: one.not_applicable + other.not_applicable,
        unanswered: one.unanswered + other.unanswered,
    }
}

impl PackSet {
    /// All answers of the set, by what they count as.
    pub fn total(&self) -> Counts {
        self.counts.iter().copied().fold(Counts::default(), sum)
    }

    /// The areas that the round asks, each over the units and for the municipality, with how much is answered.
    pub fn areas(&self) -> impl Iterator<Item = (&Area, &AreaAcross, &RolledArea, Counts)> {
        let areas = self.set.areas.iter().zip(&self.compared.areas);
        let areas = areas.zip(&self.rolled.areas).zip(&self.counts);
        areas.filter_map(|(((area, across), rolled), counts)| {
            Some((area, across, rolled.as_ref()?, *counts))
        })
    }

    /// The areas with the highest and the lowest value, where they differ, and the one that is farthest from the municipality's
    /// target.
    pub fn outstanding(&self) -> [Option<(&Area, f64)>; 3] {
        let values = || {
            self.areas()
                .filter_map(|(area, _, rolled, _)| Some((area, rolled.value?)))
        };
        let gaps = self
            .areas()
            .filter_map(|(area, _, rolled, _)| match rolled.gap {
                Gap::Of(gap) if gap > 0.0 => Some((area, gap)),
                _ => None,
            });
        let first = |one: (_, f64), other: (_, f64)| if other.1 > one.1 { other } else { one };
        let last = |one: (_, f64), other: (_, f64)| if other.1 < one.1 { other } else { one };
        let highest = values().reduce(first);
        let is_lower = |(_, low): &(&Area, f64)| highest.is_some_and(|(_, high)| high > *low);
        let lowest = values().reduce(last).filter(is_lower);
        [highest, lowest, gaps.reduce(first)]
    }

    /// Whether any area can be compared between units.
    pub fn compares(&self) -> bool {
        self.compared.areas.iter().any(|area| area.asked > 1)
    }

    /// The areas that lie farthest apart between units, at most so many.
    pub fn widest(&self, most: usize) -> Vec<&AreaAcross> {
        let apart = |area: &AreaAcross| area.ends.map_or(0.0, |(low, high)| high - low);
        let mut areas: Vec<&AreaAcross> = self.compared.areas.iter().collect();
        areas.retain(|area| apart(area) > 1e-6);
        areas.sort_by(|one, other| apart(other).total_cmp(&apart(one)));
        areas.truncate(most);
        areas
    }
}

/// The three most important: what the law demands and is not reached first, then by gap × *betydelse* (rule 8), equals by how
/// far units lie apart. Gaps of sets with other measures are compared as shares of their scale. Where fewer areas have a gap,
/// those in which units lie farthest apart follow.
fn points(model: &Model, sets: &[PackSet]) -> Vec<Point> {
    let mut all: Vec<(Point, [f64; 3])> = Vec::new();
    for pack in sets {
        let (from, to) = pack.set.range();
        let width = f64::from(to - from).max(1.0);
        for (area, across, rolled, _) in pack.areas() {
            let point = point(model, pack, area, across, rolled);
            let gap = point.distance.map_or(0.0, Distance::value) / width;
            let apart = point.ends.map_or(0.0, |(low, high)| high - low) / width;
            let law = if point.law && gap > 0.0 { 1.0 } else { 0.0 };
            let weight = gap * f64::from(point.importance.unwrap_or(1));
            if weight > 1e-9 || apart > 1e-9 {
                all.push((point, [law, weight, apart]));
            }
        }
    }
    all.sort_by(|(_, one), (_, other)| {
        let pairs = other.iter().zip(one);
        pairs
            .map(|(other, one)| other.total_cmp(one))
            .find(|order| order.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    all.into_iter()
        .map(|(point, _)| point)
        .take(POINTS)
        .collect()
}

fn point(
    model: &Model,
    pack: &PackSet,
    area: &Area,
    across: &AreaAcross,
    rolled: &RolledArea,
) -> Point {
    let of = |unit: &UnitId| target(&model.document, unit, &pack.set, &area.id);
    let own = of(&UnitId::municipality());
    let theirs: Vec<Target> = pack
        .compared
        .units
        .iter()
        .map(|line| of(&line.unit))
        .collect();
    let distance = match (rolled.gap, across.gap) {
        (Gap::Of(gap), _) => Some(Distance::Municipality(gap)),
        (_, Some(gap)) => Some(Distance::Units(gap)),
        _ => None,
    };
    let highest = theirs.iter().filter_map(|target| target.importance).max();
    Point {
        set: pack.set.id.clone(),
        area: area.id.clone(),
        distance: distance.filter(|distance| distance.value() > 1e-6),
        importance: own.importance.or(highest),
        law: own.law || theirs.iter().any(|target| target.law),
        ends: across.ends,
        under: (across.under, across.asked),
    }
}

fn open(model: &Model, round: &RoundId, sets: &[PackSet]) -> OpenDecisions {
    let document = &model.document;
    let mut out = OpenDecisions {
        unlocked: lock(document, round).is_none(),
        ..OpenDecisions::default()
    };
    for pack in sets {
        for (area, _, rolled, _) in pack.areas() {
            out.without_target.1 += 1;
            out.without_target.0 += usize::from(rolled.target.is_none());
            if area.can_be_assigned() {
                let named = owner(document, round, &pack.set.id, &area.id);
                out.without_owner.1 += 1;
                out.without_owner.0 += usize::from(named.is_none());
            }
        }
        let answers = pack.compared.units.iter().flat_map(|line| &line.answers);
        let not_agreed =
            answers.filter(|answer| matches!(answer, Some(Standing::Level { agreed: false, .. })));
        out.not_agreed += not_agreed.count();
    }
    let everyone = participants(model);
    out.not_in.1 = everyone.len();
    out.not_in.0 = everyone
        .iter()
        .filter(|one| one.standing < Stage::HandedIn)
        .count();
    out
}
