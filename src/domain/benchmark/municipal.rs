//! What a municipality's areas amount to, out of its units' values.

use crate::domain::{
    Area, AreaId, Counts, Document, QuestionSet, RoundId, Scope, SetId, UnitId, comparison,
    roll_up, roll_up_rule, set_result, takes_part, units,
};

/// The area on information security, which stays here unless somebody wants it along (DOMAIN.md §0.9).
const SECURITY: &str = "informationssakerhet";

/// Whether an area or its whole set asks about security.
pub fn is_security(set: &SetId, area: &AreaId) -> bool {
    set.as_str() == SECURITY || area.as_str() == SECURITY
}

/// What the units have in one area.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitValues {
    /// The area.
    pub area: AreaId,
    /// Each unit that has a value, in the order of units.
    pub values: Vec<(UnitId, f64)>,
    /// How many units were asked.
    pub asked: usize,
    /// How many questions of what, over all units that were asked.
    pub counts: Counts,
}

/// What a municipality has in one area.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalArea {
    /// The area.
    pub area: AreaId,
    /// Unrounded, in the measure of the set; nothing where the data do not suffice.
    pub value: Option<f64>,
    /// How many units have a value in it; none where the municipality answers the area once.
    pub units: usize,
    /// How many units were asked.
    pub asked: usize,
    /// How many questions of what.
    pub counts: Counts,
}

/// Whether units answer the area each for itself.
fn is_asked_of_units(area: &Area) -> bool {
    area.questions.iter().any(|q| q.scope == Scope::F)
}

/// The values of the units that take part in a round, for each area that units answer each for itself.
pub fn unit_values(document: &Document, round: &RoundId, set: &QuestionSet) -> Vec<UnitValues> {
    let results: Vec<_> = units(document)
        .into_iter()
        .filter(|unit| takes_part(document, round, &unit.id))
        .map(|unit| {
            let result = set_result(document, round, &unit.id, set);
            (unit.id, result)
        })
        .collect();
    let areas = set.areas.iter().filter(|area| is_asked_of_units(area));
    areas
        .map(|area| {
            let mut out = UnitValues {
                area: area.id.clone(),
                values: Vec::new(),
                asked: 0,
                counts: Counts::default(),
            };
            for (unit, result) in &results {
                if let Some(result) = result.area(&area.id) {
                    out.asked += 1;
                    out.counts = out.counts.plus(result.counts);
                    out.values
                        .extend(result.value.map(|value| (unit.clone(), value)));
                }
            }
            out
        })
        .filter(|area| area.asked > 0)
        .collect()
}

/// The municipality's areas by the rule that it has chosen (`crate::domain::roll_up`), so that what is shared is what its own
/// pages say.
pub fn municipal(document: &Document, round: &RoundId, set: &QuestionSet) -> Vec<MunicipalArea> {
    let of_units = unit_values(document, round, set);
    let own = set_result(document, round, &UnitId::municipality(), set);
    let everyone: Vec<UnitId> = units(document)
        .into_iter()
        .map(|unit| unit.id)
        .filter(|unit| takes_part(document, round, unit))
        .collect();
    let compared = comparison(document, round, set, &everyone);
    let rolled = roll_up(document, round, set, &compared, roll_up_rule(document));
    let areas = rolled.areas.into_iter().flatten();
    areas
        .map(|area| {
            let units = of_units.iter().find(|units| units.area == area.area);
            let once = own.area(&area.area);
            let counts = [
                units.map(|units| units.counts),
                once.map(|once| once.counts),
            ];
            MunicipalArea {
                value: area.value,
                units: area.units.len(),
                asked: area.units.len() + area.left.len(),
                counts: counts
                    .into_iter()
                    .flatten()
                    .fold(Counts::default(), Counts::plus),
                area: area.area,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{area, question, set};
    use crate::domain::{
        Address, Answer, DocumentId, Facet, State, Timestamp, UnitField, Value, Voice, WriterId,
    };

    struct Town(Document);

    impl Town {
        fn new(units: u64) -> Self {
            let mut document = Document::new(DocumentId::from_random(1));
            for unit in 1..=units {
                let name = Address::Unit(UnitId::from_random(unit), UnitField::Name);
                let text = Value::Text(format!("U{unit}"));
                document.write(&name, WriterId(1), Timestamp(1), text);
            }
            Self(document)
        }

        fn says(&mut self, unit: &UnitId, question: &crate::domain::Question, level: u8) {
            let round = RoundId::from_random(1);
            let at = Address::answer(&round, unit, &question.id, Facet::Level, &Voice::Together);
            let answer = Answer {
                state: State::Level(level),
                meaning: question.meaning.clone(),
            };
            self.0
                .write(&at, WriterId(1), Timestamp(1), Value::Answer(answer));
        }
    }

    /// Hand-worked: areas `a` of units (2 and 4, a third has too little) and `k` that the municipality answers once.
    #[test]
    fn units_count_alike_and_the_municipality_answers_once() {
        let whole = [question("k1", Scope::K), question("k2", Scope::K)];
        let each = [question("a1", Scope::F), question("a2", Scope::F)];
        let set = set(vec![area("a", each.to_vec()), area("k", whole.to_vec())]);
        let mut town = Town::new(3);
        for (unit, levels) in [(1, [1, 3]), (2, [4, 4])] {
            for (question, level) in each.iter().zip(levels) {
                town.says(&UnitId::from_random(unit), question, level);
            }
        }
        town.says(&UnitId::from_random(3), &each[0], 5);
        for question in &whole {
            town.says(&UnitId::municipality(), question, 2);
        }
        let areas = municipal(&town.0, &RoundId::from_random(1), &set);
        let told: Vec<_> = areas
            .iter()
            .map(|a| {
                (
                    a.area.as_str(),
                    a.value,
                    a.units,
                    a.asked,
                    a.counts.answered,
                )
            })
            .collect();
        assert_eq!(told, [("a", Some(3.0), 2, 3, 5), ("k", Some(2.0), 0, 0, 2)]);
    }

    #[test]
    fn security_is_known_by_area_and_by_set() {
        let (set, area) = (
            |id| SetId::parse(id).unwrap(),
            |id| AreaId::parse(id).unwrap(),
        );
        assert!(is_security(
            &set("it-mognad"),
            &area("informationssakerhet")
        ));
        assert!(is_security(&set("informationssakerhet"), &area("ledning")));
        assert!(!is_security(&set("it-mognad"), &area("ledning")));
    }
}
