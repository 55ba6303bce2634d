//! Units beside each other in one round (DOMAIN.md §3.2 rules 3, 7, 9 and 12): where they differ, what they share, what
//! nobody knows. It orders by the gap to one's own target, not by level: a low level can be right.

use super::asking::Planned;
use super::scoring::scored;
use super::target::{gap, target_value};
use super::unit_answers::UnitAnswers;
use super::{
    AreaId, AreaResult, Counts, Document, Gap, Question, QuestionId, QuestionSet, RollUp, RoundId,
    Spread, Standing, UnitId, takes_part,
};

/// From so many units on a gap is shared.
pub const SHARED: usize = 2;

/// What a unit has in an area.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Value, coverage, whether it is agreed, and how many of what.
    pub result: AreaResult,
    /// The unit's own target.
    pub target: Option<f64>,
    /// How far it is from there.
    pub gap: Gap,
}

impl Cell {
    /// The gap, where there is a target and a value.
    pub fn distance(&self) -> Option<f64> {
        match self.gap {
            Gap::Of(gap) => Some(gap),
            Gap::NoTarget | Gap::NoValue => None,
        }
    }
}

/// One unit in a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitLine {
    /// The unit.
    pub unit: UnitId,
    /// By area of the set; nothing where the unit is not asked.
    pub cells: Vec<Option<Cell>>,
    /// What it said to each question of the set, in the order of reading; nothing where it is not asked.
    pub answers: Vec<Option<Standing>>,
}

impl UnitLine {
    /// The mean gap to its own targets, over the areas that have a target and a value.
    pub fn gap(&self) -> Option<f64> {
        mean(self.cells.iter().flatten().filter_map(Cell::distance))
    }
}

/// One area over all units.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaAcross {
    /// The area.
    pub area: AreaId,
    /// How many units are asked it.
    pub asked: usize,
    /// How many have a value.
    pub valued: usize,
    /// The lowest and the highest value.
    pub ends: Option<(f64, f64)>,
    /// Over the units whose answers are agreed: the whole level that each one's value reaches (2,7 reaches 2). Empty in a set that
    /// counts *uppfyllnadsgrad*, which has no levels of areas.
    pub spread: Spread,
    /// The mean gap to own targets.
    pub gap: Option<f64>,
    /// How many units are under their target.
    pub under: usize,
    /// How many answers of what, over all units.
    pub counts: Counts,
}

/// One question over all units.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionAcross {
    /// The area that it stands in.
    pub area: AreaId,
    /// The question.
    pub question: QuestionId,
    /// How many units have said what.
    pub counts: Counts,
    /// Over the agreed levels of the units.
    pub between: Spread,
    /// Over the individual answers of all units.
    pub individuals: Spread,
    /// How many units are under the target that they have for its area.
    pub under: usize,
}

/// How much is not known about a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// Every unit that it concerns said *vet ej*.
    All,
    /// More than half of them did.
    Most,
}

impl QuestionAcross {
    /// Whether all or most of the units that it concerns said *vet ej*; who has not answered has not said so.
    pub fn unknown(&self) -> Option<Unknown> {
        let (unknown, relevant) = (self.counts.dont_know, self.counts.relevant());
        match unknown {
            0 => None,
            all if all == relevant => Some(Unknown::All),
            most if 2 * most > relevant => Some(Unknown::Most),
            _ => None,
        }
    }
}

/// Units beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The units, in the order in which they were given.
    pub units: Vec<UnitLine>,
    /// The areas of the set.
    pub areas: Vec<AreaAcross>,
    /// The questions of the set, in the order of reading.
    pub questions: Vec<QuestionAcross>,
}

/// In which order units and areas stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The largest mean gap to own targets first; those without one last, as they came.
    #[default]
    Gap,
    /// As they came.
    Own,
}

/// Puts units beside each other. An area that a unit may answer, and is not waited for, counts once it has been begun.
pub fn comparison(
    document: &Document,
    round: &RoundId,
    set: &QuestionSet,
    units: &[UnitId],
) -> Comparison {
    let mut out = empty(set, units.len());
    let places: Vec<(usize, usize)> = set
        .areas
        .iter()
        .scan(0, |next, area| {
            let from = *next;
            *next += area.questions.len();
            Some((from, area.questions.len()))
        })
        .collect();
    let planned = Planned::of(document, Some(round), set);
    for unit in units {
        let answers = UnitAnswers::of(document, round, unit);
        let mut line = UnitLine {
            unit: unit.clone(),
            cells: vec![None; set.areas.len()],
            answers: vec![None; out.questions.len()],
        };
        let all = if takes_part(document, round, unit) {
            planned.asked(unit)
        } else {
            Vec::new()
        };
        let mut all = all.into_iter().peekable();
        let of_set = set.areas.iter().zip(&places).zip(&mut line.cells);
        for (((area, (from, count)), cell), across) in of_set.zip(&mut out.areas) {
            let Some(asked) = all.next_if(|asked| asked.area.id == area.id) else {
                continue;
            };
            let said: Vec<(&Question, Standing)> = asked
                .questions
                .iter()
                .map(|question| (*question, answers.standing(question)))
                .collect();
            // What is asked stands in the set itself: the same place is the same question.
            let said = |question: &Question| {
                let mut said = said.iter();
                let answer = said.find(|(asked, _)| std::ptr::eq(*asked, question));
                answer.map(|(_, standing)| *standing)
            };
            let result = scored(set, &asked, |question| {
                said(question).unwrap_or(Standing::Unanswered)
            });
            if asked.optional && result.counts.done() == 0 {
                continue;
            }
            let target = target_value(document, unit, set, &area.id);
            let found = Cell {
                gap: gap(target, result.value),
                target,
                result,
            };
            across.take(&found, set);
            let questions = area.questions.iter();
            let places = out.questions.iter_mut().zip(&mut line.answers);
            let places = places.skip(*from).take(*count);
            for (question, (across, answer)) in questions.zip(places) {
                if let Some(standing) = said(question) {
                    *answer = Some(standing);
                    across.take(standing, target, set);
                    across.individuals.add(answers.individual_levels(question));
                }
            }
            *cell = Some(found);
        }
        out.units.push(line);
    }
    for (place, area) in out.areas.iter_mut().enumerate() {
        let cells = out.units.iter().filter_map(|line| line.cells.get(place));
        area.gap = mean(cells.flatten().filter_map(Cell::distance));
    }
    out
}

fn empty(set: &QuestionSet, units: usize) -> Comparison {
    let none = || Spread::of([], set.top());
    let questions = set.areas.iter().flat_map(|area| {
        area.questions.iter().map(|question| QuestionAcross {
            area: area.id.clone(),
            question: question.id.clone(),
            counts: Counts::default(),
            between: none(),
            individuals: none(),
            under: 0,
        })
    });
    let areas = set.areas.iter().map(|area| AreaAcross {
        area: area.id.clone(),
        asked: 0,
        valued: 0,
        ends: None,
        spread: none(),
        gap: None,
        under: 0,
        counts: Counts::default(),
    });
    Comparison {
        units: Vec::with_capacity(units),
        areas: areas.collect(),
        questions: questions.collect(),
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

impl AreaAcross {
    fn take(&mut self, cell: &Cell, set: &QuestionSet) {
        self.asked += 1;
        self.counts = self.counts.plus(cell.result.counts);
        if cell.distance().is_some_and(is_a_gap) {
            self.under += 1;
        }
        let Some(value) = cell.result.value else {
            return;
        };
        self.valued += 1;
        self.ends = Some(match self.ends {
            None => (value, value),
            Some((low, high)) => (low.min(value), high.max(value)),
        });
        if cell.result.agreed && set.roll_up == RollUp::MeanOfAreas {
            self.spread.add([whole(value)]);
        }
    }
}

impl QuestionAcross {
    fn take(&mut self, standing: Standing, target: Option<f64>, set: &QuestionSet) {
        self.counts.add(standing);
        let Standing::Level {
            value,
            lowest,
            agreed,
        } = standing
        else {
            return;
        };
        if agreed {
            self.between.add([lowest]);
        }
        let value = in_measure(value, set);
        if target.is_some_and(|target| is_a_gap(target - value)) {
            self.under += 1;
        }
    }
}

/// A question's level in the measure of the set.
fn in_measure(level: f64, set: &QuestionSet) -> f64 {
    match set.roll_up {
        RollUp::MeanOfAreas => level,
        RollUp::Fulfilment => 100.0 * (level - 1.0) / (f64::from(set.top()) - 1.0).max(1.0),
    }
}

/// What is more than the rounding of a binary fraction.
fn is_a_gap(distance: f64) -> bool {
    distance > 1e-6
}

/// The whole level that a mean reaches; 2,999… that stands for 3 reaches 3.
fn whole(value: f64) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to a level
    let level = (value + 1e-9).floor().clamp(0.0, 255.0) as u8;
    level
}

impl Comparison {
    /// The places of the units in an order.
    pub fn order_of_units(&self, order: Order) -> Vec<usize> {
        by_gap(self.units.iter().map(UnitLine::gap), order)
    }

    /// The places of the areas in an order.
    pub fn order_of_areas(&self, order: Order) -> Vec<usize> {
        by_gap(self.areas.iter().map(|area| area.gap), order)
    }

    /// The area in which agreed values lie farthest apart; nothing where none lies apart.
    pub fn widest(&self) -> Option<&AreaAcross> {
        let apart = |area: &AreaAcross| area.ends.map_or(0.0, |(low, high)| high - low);
        self.areas
            .iter()
            .filter(|area| is_a_gap(apart(area)))
            .reduce(|widest, area| {
                if apart(area) > apart(widest) + 1e-9 {
                    area
                } else {
                    widest
                }
            })
    }

    /// The questions on which the units' agreed levels differ, the most divided first: by agreement, then by span. Two units have
    /// a span alone and come after those about whom more is known.
    pub fn divided(&self) -> Vec<&QuestionAcross> {
        let mut list: Vec<&QuestionAcross> = self
            .questions
            .iter()
            .filter(|question| question.between.span().is_some_and(|span| span > 0))
            .collect();
        let agreement = |question: &QuestionAcross| question.between.consensus().unwrap_or(1.0);
        list.sort_by(|one, other| {
            agreement(one)
                .total_cmp(&agreement(other))
                .then_with(|| other.between.span().cmp(&one.between.span()))
        });
        list
    }

    /// What nobody knows: the questions to which all said *vet ej* first, then those to which most did.
    pub fn unknown(&self) -> Vec<(&QuestionAcross, Unknown)> {
        let of = |wanted: Unknown| {
            self.questions.iter().filter_map(move |question| {
                let unknown = question.unknown()?;
                (unknown == wanted).then_some((question, unknown))
            })
        };
        of(Unknown::All).chain(of(Unknown::Most)).collect()
    }

    /// The areas in which several units are under their target, the most shared first, equals by gap.
    pub fn shared_areas(&self) -> Vec<&AreaAcross> {
        let shared = self.areas.iter().filter(|area| area.under >= SHARED);
        let mut list: Vec<&AreaAcross> = shared.collect();
        list.sort_by(|one, other| {
            let gaps = |area: &AreaAcross| area.gap.unwrap_or(0.0);
            (other.under.cmp(&one.under)).then_with(|| gaps(other).total_cmp(&gaps(one)))
        });
        list
    }

    /// The questions on which several units are under the target of the area, the most shared first.
    pub fn shared_questions(&self) -> Vec<&QuestionAcross> {
        let shared = self.questions.iter().filter(|q| q.under >= SHARED);
        let mut list: Vec<&QuestionAcross> = shared.collect();
        list.sort_by_key(|question| std::cmp::Reverse(question.under));
        list
    }

    /// The units that have answered something, out of those that are asked something.
    pub fn begun(&self) -> (usize, usize) {
        let asked = self
            .units
            .iter()
            .filter(|line| line.cells.iter().any(Option::is_some));
        let done = |line: &&UnitLine| {
            let cells = line.cells.iter().flatten();
            cells.map(|cell| cell.result.counts.done()).sum::<usize>() > 0
        };
        let asked: Vec<&UnitLine> = asked.collect();
        (asked.iter().copied().filter(done).count(), asked.len())
    }
}

fn by_gap(gaps: impl Iterator<Item = Option<f64>>, order: Order) -> Vec<usize> {
    let mut places: Vec<(usize, f64)> = gaps
        .map(|gap| gap.unwrap_or(-1.0)) // none stands after a gap of nothing
        .enumerate()
        .collect();
    if order == Order::Gap {
        // The library's sort keeps equals as they came.
        places.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    }
    places.into_iter().map(|(place, _)| place).collect()
}

/// The questions of a set in the order of reading, with the area that each stands in.
pub fn questions_of(set: &QuestionSet) -> impl Iterator<Item = (&super::Area, &Question)> {
    let areas = set.areas.iter();
    areas.flat_map(|area| area.questions.iter().map(move |question| (area, question)))
}
