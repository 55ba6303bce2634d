//! What the coordinator decides: who answers what, and where each area is to be.

use super::message::Moment;
use super::model::Model;
use super::organising::{name_of, round};
use super::outcome::Outcome;
use super::{Effect, Section};
use crate::domain::{Address, AreaId, QuestionSet, SetId, TargetField, UnitId, Value};

/// One thing that is decided about an area; nothing takes it back.
#[derive(Debug, Clone, PartialEq)]
pub enum Decided {
    /// *Målnivå*, in tenths of the measure of the set; one that is off its range is not kept.
    Value(Option<i64>),
    /// By when.
    By(String),
    /// Who decided.
    Decider(String),
    /// *Betydelse*, 1–3.
    Importance(Option<u8>),
    /// The law demands it.
    Law(bool),
}

/// Shows the coordinator's pages on this device, or not.
pub(super) fn lead(model: &mut Model, on: bool, out: &mut Outcome) {
    if model.device.leads != on {
        model.device.leads = on;
        out.changed(Section::Device);
        out.effect(Effect::KeepDevice);
    }
}

/// Names the unit that answers an area for the municipality, or nobody.
pub(super) fn name_owner(
    model: &mut Model,
    moment: &Moment,
    set: SetId,
    area: AreaId,
    unit: Option<UnitId>,
    out: &mut Outcome,
) {
    let round = round(model, moment, out);
    let address = Address::Owner(round, set, area);
    match unit {
        Some(unit) => out.write(
            model,
            moment,
            address,
            Value::Text(unit.as_str().to_owned()),
        ),
        None => out.remove(model, address),
    }
}

/// Keeps what was decided about an area.
pub(super) fn decide(
    model: &mut Model,
    moment: &Moment,
    set: &QuestionSet,
    unit: UnitId,
    area: AreaId,
    decided: Decided,
    out: &mut Outcome,
) {
    let text = |text: String| {
        Some(name_of(&text))
            .filter(|text| !text.is_empty())
            .map(Value::Text)
    };
    let (field, value) = match decided {
        Decided::Value(value) => {
            if value.is_some_and(|tenths| set.target_of(tenths).is_none()) {
                return; // the field says what it can be
            }
            (TargetField::Value, value.map(Value::Number))
        }
        Decided::By(by) => (TargetField::By, text(by)),
        Decided::Decider(decider) => (TargetField::Decider, text(decider)),
        Decided::Importance(importance) => (
            TargetField::Importance,
            importance.map(|importance| Value::Number(i64::from(importance))),
        ),
        Decided::Law(law) => (TargetField::Law, law.then_some(Value::Flag(true))),
    };
    let address = Address::Target {
        unit,
        set: set.id.clone(),
        area,
        field,
    };
    match value {
        Some(value) => out.write(model, moment, address, value),
        None => out.remove(model, address),
    }
}
