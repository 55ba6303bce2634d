//! Undo and redo: each gesture as what stood before it, for as long as the page lives.
//!
//! Undoing writes what stood before as a new version, so other replicas follow. Where something else has come since (from
//! another tab, from a file), it stays: nobody's later work is undone with one's own.

use super::message::Moment;
use super::model::Section;
use super::outcome::Outcome;
use super::{Model, Msg};
use crate::domain::{Address, AreaId, UnitId, Value};

/// How many gestures are remembered.
const MOST_STEPS: usize = 100;

/// Which gestures offer to be undone at once, in words of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UndoKind {
    /// An area was marked as *inte vårt område*.
    NotOurArea(UnitId, AreaId),
    /// A unit was taken out of the lists.
    HideUnit,
    /// An answer was taken back.
    Clear,
    /// Files were taken in.
    TakeIn,
}

/// A gesture that offers to be undone.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    /// Which gesture.
    pub kind: UndoKind,
    /// The gesture itself leads to another page, where it can still be undone.
    pub(super) leads_on: bool,
}

/// A value that a gesture changed: what stood there before it, and after it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub address: Address,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

/// What gestures have changed, the latest last.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    past: Vec<Vec<Change>>,
    future: Vec<Vec<Change>>,
}

impl Steps {
    /// Whether something can be undone.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something can be done again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Remembers a gesture. Writing on in one text is one gesture.
    pub(super) fn push(&mut self, step: Vec<Change>) {
        self.future.clear();
        if let ([change], Some([before])) = (step.as_slice(), self.past.last().map(Vec::as_slice))
            && change.address == before.address
            && matches!(change.after, Some(Value::Text(_)))
            && matches!(before.after, Some(Value::Text(_)))
        {
            let change = Change {
                before: before.before.clone(),
                ..change.clone()
            };
            self.past.pop();
            self.past.push(vec![change]);
            return;
        }
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(step);
    }
}

/// Whether a message is a gesture of a person that changes facts; all else (loading, another tab) is not undone here.
pub(super) fn is_gesture(msg: &Msg) -> bool {
    !matches!(
        msg,
        Msg::Arrived(_)
            | Msg::Loaded(_)
            | Msg::TabWrote(..)
            | Msg::ExampleCame(_)
            | Msg::HandIn(..)
            | Msg::Undo
            | Msg::Redo
    )
}

/// Undoes the last gesture.
pub(super) fn undo(model: &mut Model, moment: &Moment, out: &mut Outcome) {
    if let Some(step) = model.steps.past.pop() {
        for change in step.iter().rev() {
            put(
                model,
                moment,
                &change.address,
                change.after.as_ref(),
                change.before.as_ref(),
                out,
            );
        }
        model.steps.future.push(step);
    }
    model.undo = None;
    out.changed(Section::Notices);
}

/// Does the gesture that was undone last again.
pub(super) fn redo(model: &mut Model, moment: &Moment, out: &mut Outcome) {
    if let Some(step) = model.steps.future.pop() {
        for change in &step {
            put(
                model,
                moment,
                &change.address,
                change.before.as_ref(),
                change.after.as_ref(),
                out,
            );
        }
        model.steps.past.push(step);
    }
    out.changed(Section::Notices);
}

fn put(
    model: &mut Model,
    moment: &Moment,
    address: &Address,
    from: Option<&Value>,
    to: Option<&Value>,
    out: &mut Outcome,
) {
    if model.document.own_value(address) != from {
        return;
    }
    match to {
        Some(value) => out.write(model, moment, address.clone(), value.clone()),
        None => out.remove(model, address.clone()),
    }
}
