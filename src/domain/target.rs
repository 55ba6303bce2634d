//! Where an area is to be, how far that is, and what comes first (DOMAIN.md §3.2 rules 7–8).

use std::cmp::Ordering;

use super::order::sorted;
use super::{
    Address, AreaId, AreaResult, Document, QuestionSet, Reached, RollUp, SetId, TargetField,
    UnitId, Value,
};

/// The highest *betydelse*.
pub const MOST_IMPORTANT: u8 = 3;

/// What a unit has decided for an area. Nothing is preset.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Target {
    /// *Målnivå*, in the measure of the set: a level, or a percentage of *uppfyllnadsgrad*.
    pub value: Option<f64>,
    /// By when, such as `2027-06-30`; empty if it was not said.
    pub by: String,
    /// Who decided, a role; empty if it was not said.
    pub decider: String,
    /// *Betydelse*, 1–3.
    pub importance: Option<u8>,
    /// The law demands it.
    pub law: bool,
}

/// How far an area is from its target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gap {
    /// max(0, *mål* − *nuläge*), in the measure of the set.
    Of(f64),
    /// No target has been decided.
    NoTarget,
    /// There is a target, and the answers do not suffice for a value.
    NoValue,
}

/// An area in the order of priority.
#[derive(Debug, Clone, PartialEq)]
pub struct Priority {
    /// The area.
    pub area: AreaId,
    /// What has been decided for it.
    pub target: Target,
    /// How far it is from there.
    pub gap: Gap,
    /// Gap × *betydelse*; without a *betydelse* the gap as it is.
    pub weight: Option<f64>,
    /// The law puts it before the order: it demands the area, and the target is not known to be reached.
    pub first: bool,
}

impl QuestionSet {
    /// What a value and a target can be: from and to, in the measure of the set.
    pub fn range(&self) -> (u8, u8) {
        match self.roll_up {
            RollUp::MeanOfAreas => (1, self.top()),
            RollUp::Fulfilment => (0, 100),
        }
    }

    /// A target out of its tenths, where it is within the range.
    pub fn target_of(&self, tenths: i64) -> Option<f64> {
        let (from, to) = self.range();
        let range = i64::from(from) * 10..=i64::from(to) * 10;
        let tenths = i32::try_from(tenths)
            .ok()
            .filter(|_| range.contains(&tenths))?;
        Some(f64::from(tenths) / 10.0)
    }
}

/// What a unit has decided for an area of a set. A value off the scale, or an importance that does not exist, is none.
pub fn target(document: &Document, unit: &UnitId, set: &QuestionSet, area: &AreaId) -> Target {
    let at = |field| address(unit, &set.id, area, field);
    let number = |field| match document.value(&at(field)) {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    };
    let text = |field| {
        document
            .text(&at(field))
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    Target {
        value: number(TargetField::Value).and_then(|tenths| set.target_of(tenths)),
        by: text(TargetField::By),
        decider: text(TargetField::Decider),
        importance: number(TargetField::Importance)
            .and_then(|number| u8::try_from(number).ok())
            .filter(|importance| (1..=MOST_IMPORTANT).contains(importance)),
        law: document.flag(&at(TargetField::Law)),
    }
}

/// *Målnivå* alone, for those who look at many areas of many units.
pub fn target_value(
    document: &Document,
    unit: &UnitId,
    set: &QuestionSet,
    area: &AreaId,
) -> Option<f64> {
    match document.value(&address(unit, &set.id, area, TargetField::Value))? {
        Value::Number(tenths) => set.target_of(*tenths),
        _ => None,
    }
}

/// How far a value is from a target (rule 7).
pub fn gap(target: Option<f64>, value: Option<f64>) -> Gap {
    match (target, value) {
        (None, _) => Gap::NoTarget,
        (Some(_), None) => Gap::NoValue,
        (Some(target), Some(value)) => Gap::Of((target - value).max(0.0)),
    }
}

fn address(unit: &UnitId, set: &SetId, area: &AreaId, field: TargetField) -> Address {
    Address::Target {
        unit: unit.clone(),
        set: set.clone(),
        area: area.clone(),
        field,
    }
}

/// The areas of a result, what to do first at the front: gap × *betydelse*, equals by the lower *uppnådd nivå*, then in the
/// order of the set. Areas without a gap to go by stand last. What the law demands comes before the order.
pub fn priorities(areas: &[AreaResult], target_of: impl Fn(&AreaId) -> Target) -> Vec<Priority> {
    let list = areas
        .iter()
        .map(|area| (area, priority(area, target_of(&area.area))));
    // Equals stay in the order of the set.
    let list = sorted(list, |(area, one), (other_area, other)| {
        let order = other
            .first
            .cmp(&one.first)
            .then_with(|| heavier(one.weight, other.weight))
            .then_with(|| height(area.reached).cmp(&height(other_area.reached)));
        order == Ordering::Less
    });
    list.into_iter().map(|(_, priority)| priority).collect()
}

fn priority(area: &AreaResult, target: Target) -> Priority {
    let gap = gap(target.value, area.value);
    let weight = match gap {
        Gap::Of(gap) => Some(gap * f64::from(target.importance.unwrap_or(1))),
        Gap::NoTarget | Gap::NoValue => None,
    };
    let reached = weight.is_some_and(|weight| steps(weight) == 0);
    Priority {
        area: area.area.clone(),
        first: target.law && !reached,
        target,
        gap,
        weight,
    }
}

/// A weight in steps so fine that only what rounding made different becomes equal: 4 − 3,7 and 3 − 2,7 are a tie.
fn steps(weight: f64) -> i64 {
    #[allow(clippy::cast_possible_truncation)] // a gap is at most 100 × 3
    let steps = (weight * 1e6).round() as i64;
    steps
}

/// Heavier first; what has no weight last.
fn heavier(one: Option<f64>, other: Option<f64>) -> Ordering {
    other.map(steps).cmp(&one.map(steps))
}

/// The lower *uppnådd nivå* first; where none is known, after those that are.
fn height(reached: Reached) -> u8 {
    match reached {
        Reached::Level(level) => level,
        Reached::Open | Reached::NotApplicable => u8::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{area, graded, question, set};
    use crate::domain::{
        Answer, DocumentId, Facet, Meaning, RoundId, Scope, State, Timestamp, Voice, WriterId,
        set_result,
    };

    /// Areas `a`, `b`, `c` … of three questions each, answered with these levels.
    fn answered(levels: &[[u8; 3]]) -> Vec<AreaResult> {
        let (round, unit) = (RoundId::from_random(1), UnitId::from_random(1));
        let mut document = Document::new(DocumentId::from_random(1));
        let mut areas = Vec::new();
        for (name, levels) in ["a", "b", "c", "d", "e"].iter().zip(levels) {
            let mut questions = Vec::new();
            for (place, level) in levels.iter().enumerate() {
                let question = question(&format!("{name}-{place}"), Scope::F);
                let address =
                    Address::answer(&round, &unit, &question.id, Facet::Level, &Voice::Together);
                let answer = Answer {
                    state: State::Level(*level),
                    meaning: Meaning::parse("m").unwrap(),
                };
                document.write(&address, WriterId(1), Timestamp(1), Value::Answer(answer));
                questions.push(question);
            }
            areas.push(area(name, questions));
        }
        set_result(&document, &round, &unit, &set(areas)).areas
    }

    fn order(areas: &[AreaResult], targets: &[(&str, Target)]) -> Vec<String> {
        listed(areas, targets)
            .iter()
            .map(|priority| priority.area.to_string())
            .collect()
    }

    fn listed(areas: &[AreaResult], targets: &[(&str, Target)]) -> Vec<Priority> {
        priorities(areas, |id| {
            let found = targets.iter().find(|(area, _)| *area == id.as_str());
            found.map(|(_, target)| target.clone()).unwrap_or_default()
        })
    }

    fn to(value: f64, importance: u8) -> Target {
        Target {
            value: Some(value),
            importance: (importance > 0).then_some(importance),
            ..Target::default()
        }
    }

    fn by_law(target: Target) -> Target {
        Target {
            law: true,
            ..target
        }
    }

    /// Hand-worked: means 3, 2 and 4.
    #[test]
    fn gap_times_importance_makes_the_order() {
        let areas = answered(&[[3, 3, 3], [2, 2, 2], [4, 4, 4]]);
        let list = listed(
            &areas,
            &[("a", to(4.0, 3)), ("b", to(3.0, 2)), ("c", to(3.5, 3))],
        );
        let told: Vec<_> = list
            .iter()
            .map(|p| (p.area.as_str(), p.gap, p.weight))
            .collect();
        assert_eq!(
            told,
            [
                ("a", Gap::Of(1.0), Some(3.0)), // 1 × 3
                ("b", Gap::Of(1.0), Some(2.0)), // 1 × 2
                ("c", Gap::Of(0.0), Some(0.0)), // above its target: no gap, never a negative one
            ]
        );
    }

    #[test]
    fn equals_go_by_the_lower_level_reached_and_then_by_the_set() {
        // All means are 3: a reaches 2, b reaches 3, c reaches 1.
        let areas = answered(&[[2, 3, 4], [3, 3, 3], [1, 3, 5]]);
        let all: Vec<_> = ["a", "b", "c"].map(|id| (id, to(4.0, 2))).into();
        assert_eq!(order(&areas, &all), ["c", "a", "b"]);
        let alike = answered(&[[3, 3, 3], [3, 3, 3]]);
        assert_eq!(
            order(&alike, &[("b", to(4.0, 2)), ("a", to(4.0, 2))]),
            ["a", "b"]
        );
        // 4 − 11/3 and 3 − 8/3 are both a third, though not to the last bit.
        let thirds = answered(&[[3, 4, 4], [2, 3, 3]]);
        assert_eq!(
            order(&thirds, &[("a", to(4.0, 1)), ("b", to(3.0, 1))]),
            ["b", "a"]
        );
    }

    #[test]
    fn a_missing_target_has_no_place_in_the_order() {
        let areas = answered(&[[1, 1, 1], [3, 3, 3], [2, 2, 2]]);
        let list = listed(&areas, &[("b", to(4.0, 1))]);
        let told: Vec<_> = list
            .iter()
            .map(|p| (p.area.as_str(), p.gap, p.weight))
            .collect();
        assert_eq!(
            told,
            [
                ("b", Gap::Of(1.0), Some(1.0)),
                ("a", Gap::NoTarget, None), // the lower level first among those without
                ("c", Gap::NoTarget, None),
            ]
        );
    }

    #[test]
    fn without_an_importance_the_gap_counts_as_it_is() {
        let areas = answered(&[[3, 3, 3], [2, 2, 2]]);
        assert_eq!(
            order(&areas, &[("a", to(4.0, 0)), ("b", to(4.0, 0))]),
            ["b", "a"]
        );
        assert_eq!(
            order(&areas, &[("a", to(4.0, 3)), ("b", to(4.0, 0))]),
            ["a", "b"]
        );
    }

    #[test]
    fn what_the_law_demands_comes_first_until_it_is_reached() {
        let areas = answered(&[[2, 2, 2], [3, 3, 3], [4, 4, 4], [1, 1, 1]]);
        let list = [
            ("a", to(5.0, 3)),                // 9
            ("b", by_law(to(4.0, 1))),        // 1, but the law demands it
            ("c", by_law(to(4.0, 3))),        // reached: nothing left to do
            ("d", by_law(Target::default())), // the law demands it, and nobody has set a target
        ];
        assert_eq!(order(&areas, &list), ["b", "d", "a", "c"]);
    }

    #[test]
    fn too_thin_an_area_has_a_target_and_no_gap() {
        let mut areas = answered(&[[2, 2, 2]]);
        areas[0].value = None;
        let list = listed(&areas, &[("a", to(4.0, 3))]);
        assert_eq!((list[0].gap, list[0].weight), (Gap::NoValue, None));
    }

    #[test]
    fn what_cannot_be_a_target_is_none() {
        let (level, graded) = (
            set(vec![area("a", vec![])]),
            graded(vec![area("a", vec![])]),
        );
        let (unit, id) = (UnitId::from_random(1), AreaId::parse("a").unwrap());
        let read = |set: &QuestionSet, field, value: Value| {
            let mut document = Document::new(DocumentId::from_random(1));
            let address = address(&unit, &set.id, &id, field);
            document.write(&address, WriterId(1), Timestamp(1), value);
            target(&document, &unit, set, &id)
        };
        for (number, on_levels, on_percent) in [
            (5, None, Some(0.5)),
            (35, Some(3.5), Some(3.5)),
            (750, None, Some(75.0)),
            (1001, None, None),
            (-10, None, None),
            (i64::MAX, None, None),
        ] {
            let value = || Value::Number(number);
            assert_eq!(read(&level, TargetField::Value, value()).value, on_levels);
            assert_eq!(read(&graded, TargetField::Value, value()).value, on_percent);
        }
        for (number, importance) in [(0, None), (1, Some(1)), (3, Some(3)), (4, None)] {
            let value = Value::Number(number);
            assert_eq!(
                read(&level, TargetField::Importance, value).importance,
                importance
            );
        }
        let text = Value::Text("4".into());
        assert_eq!(read(&level, TargetField::Value, text), Target::default());
    }
}
