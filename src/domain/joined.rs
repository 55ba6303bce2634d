//! What turned out to be one: units that were created twice, and persons who answered on two devices. Nothing is moved by a
//! joining; what was joined is read as the other's, until the fact is taken away.

use super::facts::Facts;
use super::{Address, PersonField, PersonId, Purged, UnitField, UnitId, Value};

/// Each unit and each person that is another one, with that one at the end of the chain.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Joined {
    pub units: Vec<(UnitId, UnitId)>,
    pub persons: Vec<(PersonId, PersonId)>,
}

impl Joined {
    /// Reads the joinings out of the facts; a person who was removed for good is nobody's other name.
    pub fn read(facts: &Facts, purged: &[Purged]) -> Self {
        let units = ends(&said(
            facts,
            &Address::Unit(UnitId::first(), UnitField::Name),
        ));
        let persons = ends(&said(
            facts,
            &Address::Person(PersonId::first(), PersonField::Role),
        ));
        Self {
            units: read(&units, UnitId::parse),
            persons: read(&persons, PersonId::parse)
                .into_iter()
                .filter(|(_, to)| !purged.contains(&Purged::Person(to.clone())))
                .collect(),
        }
    }

    /// Whether an address says that something is another.
    pub fn is_said_at(address: &Address) -> bool {
        matches!(
            address,
            Address::Unit(_, UnitField::JoinedTo) | Address::Person(_, PersonField::JoinedTo)
        )
    }

    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.persons.is_empty()
    }
}

fn read<Id: PartialEq>(ends: &[(&str, &str)], parse: fn(&str) -> Option<Id>) -> Vec<(Id, Id)> {
    let ids = ends
        .iter()
        .filter_map(|(from, to)| parse(from).zip(parse(to)));
    ids.collect()
}

/// What is joined to what, as the facts from `first` on say it; only those of its kind.
fn said<'a>(facts: &'a Facts, first: &Address) -> Vec<(&'a str, &'a str)> {
    let kind = std::mem::discriminant(first);
    facts
        .from(first)
        .take_while(|(address, _)| std::mem::discriminant(*address) == kind)
        .filter(|(address, _)| Joined::is_said_at(address))
        .filter_map(|(address, fact)| match (address, &fact.shown()?.value) {
            (Address::Unit(unit, _), Value::Text(to)) => Some((unit.as_str(), to.as_str())),
            (Address::Person(person, _), Value::Text(to)) => Some((person.as_str(), to.as_str())),
            _ => None,
        })
        .collect()
}

/// Each with the last of its chain. Those that were joined to each other in a ring, on devices apart, are the first of them.
fn ends<'a>(direct: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let next = |id: &str| {
        let join = direct.iter().find(|(from, _)| *from == id);
        join.map(|(_, to)| *to)
    };
    let end = |id: &'a str| -> &'a str {
        let mut way = vec![id];
        let mut last = id;
        while let Some(to) = next(last) {
            if let Some(ring) = way.iter().position(|before| *before == to) {
                let ring = way.get(ring..).unwrap_or_default();
                return ring.iter().min().copied().unwrap_or(to);
            }
            way.push(to);
            last = to;
        }
        last
    };
    direct
        .iter()
        .map(|(from, _)| (*from, end(from)))
        .filter(|(from, to)| from != to)
        .collect()
}
