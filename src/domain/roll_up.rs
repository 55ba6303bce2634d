//! The municipality as a whole, out of its units, by a rule that the coordinator has chosen and every page states.
//!
//! Questions to each *förvaltning* (F) are rolled up by the rule; questions to the municipality (K) count once; an area that
//! a unit was named for (*vem svarar på vad*) is that unit's answer. Nothing else is ever a mean of units (DOMAIN.md §3.2).

use super::scoring::{as_f64, suffice};
use super::{
    Address, Area, AreaId, Comparison, Document, DocumentField, Gap, QuestionSet, Reached, RollUp,
    RoundId, Scope, UnitField, UnitId, UnitLine, Value, area_result, asked, asks_area,
    asks_question, gap, set_result, target_value,
};

/// More employees than this no unit has: it is a slip of the finger.
pub const MOST_EMPLOYEES: u32 = 999_999;

/// How units become the municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RollUpRule {
    /// Every unit counts the same.
    #[default]
    Equal,
    /// A unit counts by how many work there; one whose number is not known is left out, and named.
    Employees,
}

impl RollUpRule {
    /// The word that a document holds.
    pub fn word(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Employees => "employees",
        }
    }
}

/// The rule that was chosen; a word that this version does not know is none, and units count the same.
pub fn roll_up_rule(document: &Document) -> RollUpRule {
    match document.text(&Address::Document(DocumentField::RollUp)) {
        Some(word) if word == RollUpRule::Employees.word() => RollUpRule::Employees,
        _ => RollUpRule::Equal,
    }
}

/// How many work in a unit; nothing where it was not said.
pub fn employees(document: &Document, unit: &UnitId) -> Option<u32> {
    let address = Address::Unit(unit.clone(), UnitField::Employees);
    match document.value(&address)? {
        Value::Number(number) => u32::try_from(*number)
            .ok()
            .filter(|number| (1..=MOST_EMPLOYEES).contains(number)),
        _ => None,
    }
}

/// Why a unit is not in a rolled-up value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Its answers do not suffice for a value.
    NoValue,
    /// How many work there is not known.
    NoEmployees,
    /// Nothing of it is relevant there.
    NotApplicable,
}

/// One area of the municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct RolledArea {
    /// The area.
    pub area: AreaId,
    /// The municipality's value, unrounded; nothing where the data do not suffice.
    pub value: Option<f64>,
    /// What the units make by the rule; nothing where it is not asked of them, or does not suffice.
    pub of_units: Option<f64>,
    /// The units that are in it.
    pub units: Vec<UnitId>,
    /// The units that are asked it and are not in it.
    pub left: Vec<(UnitId, Left)>,
    /// What is asked once: who answered it, and the value.
    pub once: Option<(UnitId, Option<f64>)>,
    /// Whether every answer in it is agreed.
    pub agreed: bool,
    /// The municipality's own target.
    pub target: Option<f64>,
    /// How far the value is from there.
    pub gap: Gap,
}

/// The municipality's roll-up of a set.
#[derive(Debug, Clone, PartialEq)]
pub struct RolledUp {
    /// The rule.
    pub rule: RollUpRule,
    /// By area of the set; nothing where the round does not ask it.
    pub areas: Vec<Option<RolledArea>>,
    /// The mean of the areas that have a value, where the set counts one.
    pub mean: Option<f64>,
}

impl RolledUp {
    /// The units that are left out somewhere because it is not known how many work there.
    pub fn without_employees(&self) -> Vec<UnitId> {
        let mut units = Vec::new();
        let left = self.areas.iter().flatten().flat_map(|area| &area.left);
        for (unit, _) in left.filter(|(_, why)| *why == Left::NoEmployees) {
            if !units.contains(unit) {
                units.push(unit.clone());
            }
        }
        units
    }
}

/// Rolls a comparison of the units up.
pub fn roll_up(
    document: &Document,
    round: &RoundId,
    set: &QuestionSet,
    compared: &Comparison,
    rule: RollUpRule,
) -> RolledUp {
    let whole = UnitId::municipality();
    let own = set_result(document, round, &whole, set);
    let weights: Vec<Option<f64>> = compared
        .units
        .iter()
        .map(|line| match rule {
            RollUpRule::Equal => Some(1.0),
            RollUpRule::Employees => employees(document, &line.unit).map(f64::from),
        })
        .collect();
    let areas: Vec<Option<RolledArea>> = set
        .areas
        .iter()
        .enumerate()
        .map(|(place, area)| {
            if !asks_area(document, round, &set.id, &area.id) {
                return None;
            }
            let (of_units, of_once) = weight_of(document, round, area);
            let mut rolled = RolledArea {
                area: area.id.clone(),
                value: None,
                of_units: None,
                units: Vec::new(),
                left: Vec::new(),
                once: None,
                agreed: true,
                target: target_value(document, &whole, set, &area.id),
                gap: Gap::NoTarget,
            };
            let mut parts = Vec::new();
            if of_units > 0.0 {
                let lines = compared.units.iter().zip(&weights);
                let values = lines.filter_map(|(line, weight)| {
                    let seen = of_unit(document, round, set, area, line, place)?;
                    Some((line, *weight, seen))
                });
                rolled.take_units(values);
                parts.push((of_units, rolled.of_units));
            }
            if let Some(result) = own.area(&area.id).filter(|_| of_once > 0.0) {
                rolled.once = Some((result.by.clone(), result.value));
                rolled.agreed &= result.counts.answered == 0 || result.agreed;
                // What does not concern the municipality at all is no part of the area.
                if result.reached != Reached::NotApplicable {
                    parts.push((of_once, result.value));
                }
            } else if of_once > 0.0 {
                parts.push((of_once, None));
            }
            rolled.value = combined(&parts);
            rolled.gap = gap(rolled.target, rolled.value);
            Some(rolled)
        })
        .collect();
    let values = || areas.iter().flatten().filter_map(|area| area.value);
    let count = values().count();
    let is_mean = set.roll_up == RollUp::MeanOfAreas && count > 0;
    RolledUp {
        rule,
        mean: is_mean.then(|| values().sum::<f64>() / as_f64(count)),
        areas,
    }
}

/// The weights of the questions that each unit is asked, and of those that are asked once.
fn weight_of(document: &Document, round: &RoundId, area: &Area) -> (f64, f64) {
    let asked = area.questions.iter();
    let asked = asked.filter(|question| asks_question(document, round, &question.id));
    asked.fold((0.0, 0.0), |(units, once), question| match question.scope {
        Scope::F => (units + question.weight, once),
        Scope::K | Scope::KOptionalF | Scope::Owner => (units, once + question.weight),
    })
}

/// What a unit brings: its value for the questions that every unit is asked, whether there is anything relevant, and whether
/// it is agreed.
fn of_unit(
    document: &Document,
    round: &RoundId,
    set: &QuestionSet,
    area: &Area,
    line: &UnitLine,
    place: usize,
) -> Option<(Option<f64>, bool, bool)> {
    let cell = line.cells.get(place)?.as_ref()?;
    let seen = |result: &super::AreaResult| {
        let relevant = result.reached != Reached::NotApplicable;
        (result.value, relevant, result.agreed)
    };
    let is_mixed = area
        .questions
        .iter()
        .any(|question| matches!(question.scope, Scope::Owner | Scope::KOptionalF));
    if !is_mixed {
        return Some(seen(&cell.result));
    }
    let mut asked = asked(document, Some(round), set, &line.unit)
        .into_iter()
        .find(|asked| asked.area.id == area.id)?;
    asked
        .questions
        .retain(|question| question.scope == Scope::F);
    if asked.questions.is_empty() {
        return None;
    }
    Some(seen(&area_result(document, round, set, &asked)))
}

impl RolledArea {
    fn take_units<'a>(
        &mut self,
        lines: impl Iterator<Item = (&'a UnitLine, Option<f64>, (Option<f64>, bool, bool))>,
    ) {
        let (mut sum, mut weights, mut relevant) = (0.0, 0.0, 0);
        for (line, weight, (value, is_relevant, agreed)) in lines {
            relevant += usize::from(is_relevant);
            let left = match (value, weight) {
                _ if !is_relevant => Left::NotApplicable,
                (None, _) => Left::NoValue,
                (Some(_), None) => Left::NoEmployees,
                (Some(value), Some(weight)) => {
                    sum += weight * value;
                    weights += weight;
                    self.agreed &= agreed;
                    self.units.push(line.unit.clone());
                    continue;
                }
            };
            self.left.push((line.unit.clone(), left));
        }
        let suffices = suffice(self.units.len(), relevant) && weights > 0.0;
        self.of_units = suffices.then(|| sum / weights);
    }
}

/// The parts by the weight of their questions; nothing where those that have a value are less than 2/3 of it (rule 3).
fn combined(parts: &[(f64, Option<f64>)]) -> Option<f64> {
    let all: f64 = parts.iter().map(|(weight, _)| weight).sum();
    let known = parts
        .iter()
        .filter_map(|(weight, value)| value.map(|value| (*weight, value)));
    let (weights, sum) = known.fold((0.0, 0.0), |(weights, sum), (weight, value)| {
        (weights + weight, sum + weight * value)
    });
    (weights > 0.0 && 3.0 * weights >= 2.0 * all - 1e-9).then(|| sum / weights)
}
