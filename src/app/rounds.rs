//! The coordinator's round: what it asks and until when, locking it, and the next one.

use super::answering::{keep_set, settle_sets};
use super::message::Moment;
use super::model::Section;
use super::organising::{low_half, name_of, round};
use super::outcome::Outcome;
use super::{Effect, Model, Route, progress};
use crate::domain::{
    Address, LeftOut, OrderKey, RoundField, RoundId, SetId, UnitId, Value, asks_set, has_begun,
    lock, receipts, rounds, seal_of_round, takes_part, units,
};

/// Something that is planned about the round that is answered in.
#[derive(Debug, Clone, PartialEq)]
pub enum Planned {
    /// Its name.
    Name(String),
    /// By when answers are to be handed in (`2027-06-30`); empty for no date.
    Due(String),
    /// Whether a set is asked.
    Set(SetId, bool),
}

/// How far a unit has come in the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Not invited, and nothing has come.
    Waiting,
    /// *Inbjuden*.
    Invited,
    /// *Påbörjad*: answers are here, but nothing was handed in.
    Begun,
    /// *Inlämnad*.
    HandedIn,
    /// *Kom in efter* the round was locked.
    Late,
}

/// A unit that takes part in the round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The unit.
    pub unit: UnitId,
    /// How far it has come.
    pub standing: Standing,
}

/// The units that take part in the round and are asked something, in their order, the municipality last.
pub fn participants(model: &Model) -> Vec<Participant> {
    let round = model.round(); // before the first one everyone takes part, and waits
    let own = units(&model.document).into_iter().map(|unit| unit.id);
    own.chain([UnitId::municipality()])
        .filter(|unit| {
            let round = round.as_ref();
            round.is_none_or(|round| takes_part(&model.document, round, unit))
        })
        .filter(|unit| is_asked(model, unit))
        .map(|unit| Participant {
            standing: round
                .as_ref()
                .map_or(Standing::Waiting, |round| standing(model, round, &unit)),
            unit,
        })
        .collect()
}

/// Whether a unit is asked anything that is waited for; before the sets have come everyone is.
fn is_asked(model: &Model, unit: &UnitId) -> bool {
    model.sets_of_round().into_iter().any(|id| {
        model
            .set(&id)
            .is_none_or(|set| progress(model, &set, unit).asked > 0)
    })
}

fn standing(model: &Model, round: &RoundId, unit: &UnitId) -> Standing {
    let document = &model.document;
    let receipts = receipts(document, round, unit);
    if receipts.iter().any(|receipt| receipt.late) {
        Standing::Late
    } else if !receipts.is_empty() {
        Standing::HandedIn
    } else if has_begun(document, round, unit) {
        Standing::Begun
    } else if document.flag(&Address::Invited(round.clone(), unit.clone())) {
        Standing::Invited
    } else {
        Standing::Waiting
    }
}

/// Keeps something that was planned.
pub(super) fn plan(model: &mut Model, moment: &Moment, planned: Planned, out: &mut Outcome) {
    let round = round(model, moment, out);
    let text = |model: &mut Model, field, text: &str, out: &mut Outcome| {
        let address = Address::Round(round.clone(), field);
        match name_of(text) {
            text if text.is_empty() => out.remove(model, address),
            text => out.write(model, moment, address, Value::Text(text)),
        }
    };
    match planned {
        Planned::Name(name) if name.trim().is_empty() => {}
        Planned::Name(name) => text(model, RoundField::Name, &name, out),
        Planned::Due(due) => text(model, RoundField::Due, &due, out),
        Planned::Set(set, asked) => {
            begin_plan(model, moment, &round, out);
            let address = Address::RoundSet(round, set.clone());
            if asked {
                keep_set(model, moment, &set, out);
            } else {
                out.remove(model, address);
            }
        }
    }
}

/// From here on the round asks the sets that it names, which at first are all that are here.
pub(super) fn begin_plan(model: &mut Model, moment: &Moment, round: &RoundId, out: &mut Outcome) {
    let planned = Address::Round(round.clone(), RoundField::Planned);
    if model.document.flag(&planned) {
        return;
    }
    for set in SetId::published() {
        keep_set(model, moment, &set, out);
    }
    out.write(model, moment, planned, Value::Flag(true));
}

/// Asks something in the round, or leaves it out.
pub(super) fn ask(
    model: &mut Model,
    moment: &Moment,
    what: LeftOut,
    asked: bool,
    out: &mut Outcome,
) {
    let round = round(model, moment, out);
    let address = Address::LeftOut(round, what);
    if asked {
        out.remove(model, address);
    } else {
        out.write(model, moment, address, Value::Flag(true));
    }
}

/// Begins the next round, with the sets as they are published now and the same who answers what.
pub(super) fn new_round(model: &mut Model, moment: &Moment, out: &mut Outcome) {
    let all = rounds(&model.document);
    let before = all.last().cloned();
    let order = before.as_ref().map(|round| {
        let address = Address::Round(round.clone(), RoundField::Order);
        OrderKey::from_text(model.document.text(&address).unwrap_or_default())
    });
    let id = RoundId::from_random(low_half(moment.random));
    let order = OrderKey::between(order.as_ref(), None);
    let mut name = (model.words().round_of_year)(moment.local().year());
    if all
        .iter()
        .any(|round| crate::domain::round_name(&model.document, round) == name)
    {
        name = format!("{name} ({})", all.len() + 1);
    }
    let fields = [
        (RoundField::Name, name),
        (RoundField::Order, order.as_str().to_owned()),
    ];
    for (field, text) in fields {
        let address = Address::Round(id.clone(), field);
        out.write(model, moment, address, Value::Text(text));
    }
    if let Some(before) = before {
        let kept: Vec<(Address, Value)> = model
            .document
            .facts()
            .filter_map(|(address, fact)| {
                let value = fact.shown()?.value.clone();
                let next = match address {
                    Address::Owner(round, set, area) if *round == before => {
                        Address::Owner(id.clone(), set.clone(), area.clone())
                    }
                    Address::LeftOut(round, what) if *round == before => {
                        Address::LeftOut(id.clone(), what.clone())
                    }
                    _ => return None,
                };
                Some((next, value))
            })
            .collect();
        for (address, value) in kept {
            out.write(model, moment, address, value);
        }
        let asked = SetId::published()
            .into_iter()
            .filter(|set| asks_set(&model.document, &before, set));
        let asked: Vec<SetId> = asked.collect();
        settle_sets(model, out);
        for set in asked {
            keep_set(model, moment, &set, out);
        }
        let planned = Address::Round(id, RoundField::Planned);
        out.write(model, moment, planned, Value::Flag(true));
    }
    settle_sets(model, out);
    out.effect(Effect::Go(Route::Round));
}

/// Locks the round with what has been handed in so far, or opens it again.
pub(super) fn set_lock(model: &mut Model, moment: &Moment, locked: bool, out: &mut Outcome) {
    let Some(round) = model.round() else {
        return;
    };
    let address = Address::Round(round.clone(), RoundField::Locked);
    if locked && lock(&model.document, &round).is_none() {
        let units: Vec<UnitId> = participants(model).into_iter().map(|p| p.unit).collect();
        let seal = seal_of_round(&model.document, &round, &units);
        out.write(model, moment, address, Value::Seal(seal));
    } else if !locked {
        out.remove(model, address);
    }
    out.changed(Section::Answers);
}
