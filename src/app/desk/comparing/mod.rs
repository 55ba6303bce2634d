//! *Jämför*: the units of a round beside each other, and the municipality as they make it. `domain::comparison` and
//! `domain::roll_up` reckon; here is what is shown of it, and what the coordinator sets.

mod beside;
mod finding;
mod heat_map;
mod outlines;
mod side_by_side;
mod view;

pub use beside::{Beside, NotYet, beside, beside_again};
pub use finding::{Apart, Finding, finding};
pub use heat_map::{Column, HeatCell, HeatMap, PAGE, Row, csv_of, heat_map, rolled_table};
pub use outlines::outlines;
pub use side_by_side::{Asked, Said, UnitAnswer, said, side_by_side, spread_of_answers};
pub use view::{CompareView, MOST_OUTLINES};

use crate::app::Model;
use crate::app::message::Moment;
use crate::app::model::Section;
use crate::app::outcome::Outcome;
use crate::domain::{Address, DocumentField, MOST_EMPLOYEES, RollUpRule, UnitField, UnitId, Value};

/// Something that the coordinator sets about the municipality as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompareMsg {
    /// By which rule the units become the municipality.
    Rule(RollUpRule),
    /// How many work in a unit; a number that no unit has is not kept.
    Employees(UnitId, Option<u32>),
}

/// Keeps what was set.
pub(super) fn act(model: &mut Model, msg: CompareMsg, moment: &Moment, out: &mut Outcome) {
    let (address, value) = match msg {
        CompareMsg::Rule(rule) => (
            Address::Document(DocumentField::RollUp),
            Some(Value::Text(rule.word().to_owned())),
        ),
        CompareMsg::Employees(_, Some(number)) if !(1..=MOST_EMPLOYEES).contains(&number) => {
            return; // the field says what it can be
        }
        CompareMsg::Employees(unit, number) => (
            Address::Unit(unit, UnitField::Employees),
            number.map(|number| Value::Number(i64::from(number))),
        ),
    };
    match value {
        Some(value) => out.write(model, moment, address, value),
        None => out.remove(model, address),
    }
    out.changed(Section::Units);
}
