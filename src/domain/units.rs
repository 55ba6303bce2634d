//! Who answers: the municipality's units in their order, and the rounds they answer in.

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
    // Units stand together in a document; its many answers are not walked over.
    let first = Address::Unit(UnitId::first(), UnitField::Name);
    let mut units: Vec<Unit> = document
        .facts_from(&first)
        .map_while(|(address, _)| match address {
            Address::Unit(id, field) => Some((id, *field)),
            _ => None,
        })
        .filter(|(id, field)| {
            *field == UnitField::Name && UnitKind::of(id) == UnitKind::Administration
        })
        .map(|(id, _)| id)
        .filter(|id| !document.flag(&Address::Unit((*id).clone(), UnitField::Hidden)))
        .map(|id| Unit {
            id: id.clone(),
            name: text(document, &Address::Unit(id.clone(), UnitField::Name)),
            order: OrderKey::from_text(&text(
                document,
                &Address::Unit(id.clone(), UnitField::Order),
            )),
        })
        .collect();
    units.sort_by(|a, b| (&a.order, &a.id).cmp(&(&b.order, &b.id)));
    units
}

/// The round that is answered in: the last in order.
pub fn current_round(document: &Document) -> Option<RoundId> {
    let first = Address::Round(RoundId::first(), RoundField::Name);
    let order = |round: &RoundId| {
        let address = Address::Round(round.clone(), RoundField::Order);
        OrderKey::from_text(document.text(&address).unwrap_or_default())
    };
    document
        .facts_from(&first)
        .map_while(|(address, _)| match address {
            Address::Round(round, _) => Some(round),
            _ => None,
        })
        .max_by_key(|round| (order(round), (*round).clone()))
        .cloned()
}

/// A round's name, empty if it has none.
pub fn round_name(document: &Document, round: &RoundId) -> String {
    text(document, &Address::Round(round.clone(), RoundField::Name))
}

fn text(document: &Document, address: &Address) -> String {
    document.text(address).unwrap_or_default().trim().to_owned()
}
