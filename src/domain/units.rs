//! Who answers: the municipality's units in their order, and the rounds they answer in.

use super::order::sorted;
use super::{Address, Document, OrderKey, RoundField, RoundId, UnitField, UnitId};

/// Whether a unit is one of the administrations, or the municipality itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// A *förvaltning*, or whatever the municipality calls its parts.
    Administration,
    /// *Kommunen*, which answers the questions with scope K once.
    Municipality,
}

impl UnitKind {
    /// Which kind a unit is; there is one municipality, with an id of its own.
    pub fn of(unit: &UnitId) -> Self {
        if *unit == UnitId::municipality() {
            Self::Municipality
        } else {
            Self::Administration
        }
    }
}

/// A unit as the lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The unit.
    pub id: UnitId,
    /// Its name as it was given; empty if it never was.
    pub name: String,
    /// Its place in the order.
    pub order: OrderKey,
}

/// The administrations that are not hidden, in their order; equal keys are ordered by id, on every device alike.
pub fn units(document: &Document) -> Vec<Unit> {
    listed(document, false)
}

/// The administrations that were taken out of the lists, in their order.
pub fn hidden_units(document: &Document) -> Vec<Unit> {
    listed(document, true)
}

fn listed(document: &Document, hidden: bool) -> Vec<Unit> {
    // Units stand together in a document; its many answers are not walked over.
    let first = Address::Unit(UnitId::first(), UnitField::Name);
    let units = document
        .facts_from(&first)
        .map_while(|(address, _)| match address {
            Address::Unit(id, field) => Some((id, *field)),
            _ => None,
        })
        .filter(|(id, field)| {
            *field == UnitField::Name && UnitKind::of(id) == UnitKind::Administration
        })
        .map(|(id, _)| id)
        .filter(|id| {
            let has = |field| Address::Unit((*id).clone(), field);
            document.flag(&has(UnitField::Hidden)) == hidden && !document.is_joined(id)
        })
        .map(|id| Unit {
            id: id.clone(),
            name: text(document, &Address::Unit(id.clone(), UnitField::Name)),
            order: OrderKey::from_text(&text(
                document,
                &Address::Unit(id.clone(), UnitField::Order),
            )),
        });
    sorted(units, |a, b| (&a.order, &a.id) < (&b.order, &b.id))
}

/// The round that is answered in: the last in order.
pub fn current_round(document: &Document) -> Option<RoundId> {
    rounds(document).pop()
}

/// The rounds, the earliest first.
pub fn rounds(document: &Document) -> Vec<RoundId> {
    let first = Address::Round(RoundId::first(), RoundField::Name);
    let order = |round: &RoundId| {
        let address = Address::Round(round.clone(), RoundField::Order);
        OrderKey::from_text(document.text(&address).unwrap_or_default())
    };
    let mut rounds: Vec<(OrderKey, RoundId)> = Vec::new();
    for round in document
        .facts_from(&first)
        .map_while(|(address, _)| match address {
            Address::Round(round, _) => Some(round),
            _ => None,
        })
    {
        // The facts of a round stand together.
        if rounds.last().is_none_or(|(_, last)| last != round) {
            rounds.push((order(round), round.clone()));
        }
    }
    let rounds = sorted(rounds, |a, b| a < b).into_iter();
    rounds.map(|(_, round)| round).collect()
}

/// A round's name, empty if it has none.
pub fn round_name(document: &Document, round: &RoundId) -> String {
    text(document, &Address::Round(round.clone(), RoundField::Name))
}

fn text(document: &Document, address: &Address) -> String {
    document.text(address).unwrap_or_default().trim().to_owned()
}
