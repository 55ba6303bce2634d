//! Units and their names: who there is to answer.

use super::message::{Moment, Move};
use super::outcome::Outcome;
use super::undo::{Undo, UndoKind};
use super::{Model, Section};
use crate::domain::{
    Address, DocumentField, OrderKey, RoundField, RoundId, UnitField, UnitId, Value, units,
};

/// The longest name that is kept, in characters; more is cut where it is typed, and here.
const LONGEST_NAME: usize = 120;

pub(super) fn name_of(text: &str) -> String {
    text.trim().chars().take(LONGEST_NAME).collect()
}

pub(super) fn name_municipality(model: &mut Model, moment: &Moment, name: &str, out: &mut Outcome) {
    write_name(
        model,
        moment,
        Address::Document(DocumentField::Municipality),
        name,
        out,
    );
}

pub(super) fn name_unit_word(model: &mut Model, moment: &Moment, word: &str, out: &mut Outcome) {
    write_name(
        model,
        moment,
        Address::Document(DocumentField::UnitWord),
        word,
        out,
    );
}

pub(super) fn name_unit(
    model: &mut Model,
    moment: &Moment,
    unit: UnitId,
    name: &str,
    out: &mut Outcome,
) {
    if !name.trim().is_empty() {
        write_name(
            model,
            moment,
            Address::Unit(unit, UnitField::Name),
            name,
            out,
        );
    }
}

fn write_name(model: &mut Model, moment: &Moment, address: Address, name: &str, out: &mut Outcome) {
    let name = name_of(name);
    if name.is_empty() {
        out.remove(model, address);
    } else {
        out.write(model, moment, address, Value::Text(name));
    }
}

/// Adds a unit at the end of the list; a name that is there already is that unit.
pub(super) fn add_unit(
    model: &mut Model,
    moment: &Moment,
    name: &str,
    out: &mut Outcome,
) -> Option<UnitId> {
    let name = name_of(name);
    if name.is_empty() {
        return None;
    }
    let present = units(&model.document);
    if let Some(unit) = present.iter().find(|unit| unit.name == name) {
        return Some(unit.id.clone());
    }
    let id = UnitId::from_random(low_half(moment.random));
    let order = OrderKey::between(present.last().map(|unit| &unit.order), None);
    out.write(
        model,
        moment,
        Address::Unit(id.clone(), UnitField::Name),
        Value::Text(name),
    );
    out.write(
        model,
        moment,
        Address::Unit(id.clone(), UnitField::Order),
        Value::Text(order.as_str().to_owned()),
    );
    Some(id)
}

pub(super) fn move_unit(
    model: &mut Model,
    moment: &Moment,
    unit: &UnitId,
    way: Move,
    out: &mut Outcome,
) {
    let list = units(&model.document);
    let Some(place) = list.iter().position(|u| u.id == *unit) else {
        return;
    };
    let neighbours = match way {
        Move::Up if place == 0 => return,
        Move::Up => (place.checked_sub(2), place.checked_sub(1)),
        Move::Down if place + 1 == list.len() => return,
        Move::Down => (Some(place + 1), Some(place + 2)),
    };
    let key = |at: Option<usize>| at.and_then(|at| list.get(at)).map(|unit| &unit.order);
    let order = OrderKey::between(key(neighbours.0), key(neighbours.1));
    out.write(
        model,
        moment,
        Address::Unit(unit.clone(), UnitField::Order),
        Value::Text(order.as_str().to_owned()),
    );
}

pub(super) fn hide_unit(model: &mut Model, moment: &Moment, unit: UnitId, out: &mut Outcome) {
    let address = Address::Unit(unit, UnitField::Hidden);
    model.undo = Some(Undo {
        kind: UndoKind::HideUnit,
        leads_on: false,
    });
    out.write(model, moment, address, Value::Flag(true));
    out.changed(Section::Notices);
}

/// Shows a hidden unit again.
pub(super) fn show_unit(model: &mut Model, unit: UnitId, out: &mut Outcome) {
    out.remove(model, Address::Unit(unit, UnitField::Hidden));
}

/// Makes a unit one with another, or takes it apart from it again; no answer is moved by it.
pub(super) fn join(
    model: &mut Model,
    moment: &Moment,
    unit: &UnitId,
    other: Option<UnitId>,
    out: &mut Outcome,
) {
    let address = Address::Unit(unit.clone(), UnitField::JoinedTo);
    match other {
        Some(other) if other != *unit => {
            out.write(
                model,
                moment,
                address,
                Value::Text(other.as_str().to_owned()),
            );
        }
        Some(_) => {}
        None => out.remove(model, address),
    }
    out.changed(Section::Answers);
}

/// The round that is answered in; the first one is made here, named after the year.
pub(super) fn round(model: &mut Model, moment: &Moment, out: &mut Outcome) -> RoundId {
    if let Some(round) = model.round() {
        return round;
    }
    let id = RoundId::from_random(low_half(moment.random));
    let name = (model.words().round_of_year)(moment.local().year());
    out.write(
        model,
        moment,
        Address::Round(id.clone(), RoundField::Name),
        Value::Text(name),
    );
    out.write(
        model,
        moment,
        Address::Round(id.clone(), RoundField::Order),
        Value::Text(OrderKey::between(None, None).as_str().to_owned()),
    );
    id
}

/// The lower 64 bits: enough for an id within one municipality.
pub(super) fn low_half(random: u128) -> u64 {
    u64::try_from(random & u128::from(u64::MAX)).unwrap_or_default()
}

/// The upper 64 bits, for a second id in the same moment.
pub(super) fn high_half(random: u128) -> u64 {
    u64::try_from(random >> 64).unwrap_or_default()
}
