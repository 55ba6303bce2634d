//! Undo and redo: each gesture as what stood before it, for as long as the page lives.
//!
//! Undoing writes what stood before as a new version, so other replicas follow. Where something else has come since (from
//! another tab, from a file), it stays: nobody's later work is undone with one's own.

use super::answering::is_locked;
use super::desk::BenchmarkMsg;
use super::message::Moment;
use super::model::Section;
use super::outcome::Outcome;
use super::{DeskMsg, Model, Msg};
use crate::domain::{Address, AreaId, Fact, UnitId, Value, lock};

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
    /// An earlier answer was put back.
    PutBack,
    /// A gesture was undone; what is offered is to do it again.
    Undone,
    /// A gesture was done again.
    Redone,
}

/// A gesture that offers to be undone.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    /// Which gesture.
    pub kind: UndoKind,
    /// The gesture itself leads to another page, where it can still be undone.
    pub(super) leads_on: bool,
}

/// What a gesture changed at an address: the values that stood there before it, and those after it. Several values are
/// *två olika svar*, the one displayed first at the end.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub address: Address,
    pub before: Vec<Value>,
    pub after: Vec<Value>,
}

/// A gesture, as what it changed.
#[derive(Debug, Clone)]
struct Step {
    changes: Vec<Change>,
    /// The round was locked when it was made: it was one that may be made then.
    locked: bool,
}

impl Step {
    /// The step that leads back.
    fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(|change| Change {
            address: change.address.clone(),
            before: change.after.clone(),
            after: change.before.clone(),
        });
        Self {
            changes: changes.collect(),
            locked: self.locked,
        }
    }
}

/// What gestures have changed, the latest last.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    past: Vec<Step>,
    /// What was undone, each as the step that leads back to before its undoing.
    future: Vec<Step>,
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
}

/// Remembers a gesture. Writing on in one text is one gesture.
pub(super) fn remember(model: &mut Model, changes: Vec<Change>) {
    let locked = is_round_locked(model);
    let steps = &mut model.steps;
    steps.future.clear();
    if let ([change], Some([before])) = (
        changes.as_slice(),
        steps
            .past
            .last_mut()
            .map(|step| step.changes.as_mut_slice()),
    ) && change.address == before.address
        // What is to be compared with is no text that one writes on in: each gesture stands for itself.
        && !matches!(change.address, Address::Level(..) | Address::Comparison(..))
        && matches!(change.after.as_slice(), [Value::Text(_)])
        && matches!(before.after.as_slice(), [Value::Text(_)])
    {
        before.after.clone_from(&change.after);
        return;
    }
    if steps.past.len() == MOST_STEPS {
        steps.past.remove(0);
    }
    steps.past.push(Step { changes, locked });
}

fn is_answer(change: &Change) -> bool {
    matches!(change.address, Address::Answer { .. })
}

fn is_round_locked(model: &Model) -> bool {
    let round = model.round();
    round.is_some_and(|round| lock(&model.document, &round).is_some())
}

/// Whether a message is a gesture of a person that changes facts; all else (loading, another tab) is not undone here.
pub(super) fn is_gesture(msg: &Msg) -> bool {
    !matches!(
        msg,
        Msg::Begun
            | Msg::Arrived(_)
            | Msg::Loaded(_)
            | Msg::RestCame(_)
            | Msg::TabWrote(..)
            | Msg::ExampleCame(_)
            | Msg::HandIn(..)
            // That a benchmark file was made stays noted: it is out of reach.
            | Msg::Desk(
                DeskMsg::Folder(_) | DeskMsg::Code(_) | DeskMsg::Benchmarks(BenchmarkMsg::ShareBenchmark(_))
            )
            | Msg::Undo
            | Msg::Redo
    )
}

/// Undoes the last gesture, or (`again`) does the one that was undone last again.
pub(super) fn go(model: &mut Model, moment: &Moment, again: bool, out: &mut Outcome) {
    let step = if again {
        model.steps.future.last()
    } else {
        model.steps.past.last()
    };
    // What was handed in stands: answers that were given before the lock are not changed after it.
    if step.is_some_and(|step| !step.locked && step.changes.iter().any(is_answer))
        && let Some(round) = model.round()
        && is_locked(model, &round, out)
    {
        return;
    }
    let Steps { past, future } = &mut model.steps;
    let (from, to) = if again {
        (future, past)
    } else {
        (past, future)
    };
    let Some(step) = from.pop() else {
        return;
    };
    to.push(step.inverse());
    for change in step.changes.iter().rev() {
        let standing = model.document.fact(&change.address);
        if standing.map(Fact::values).unwrap_or_default() == change.after {
            out.put_back(model, moment, change.address.clone(), &change.before);
        }
    }
    let kind = if again {
        UndoKind::Redone
    } else {
        UndoKind::Undone
    };
    model.undo = Some(Undo {
        kind,
        leads_on: false,
    });
    // Fields show what stands in the document anew.
    out.changed(Section::Undone);
    out.changed(Section::Notices);
}
