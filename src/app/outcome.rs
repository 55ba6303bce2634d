//! What a message does, gathered while the rooms of the app do their work.

use super::message::Moment;
use super::model::{Section, Sections};
use super::saves::Notice;
use super::undo::Change;
use super::{Effect, Model};
use crate::domain::{Address, Document, Value};

/// What a message did.
#[derive(Debug, Default)]
pub struct Update {
    /// The sections that changed.
    pub changed: Sections,
    /// What is to be done outside, in this order.
    pub effects: Vec<Effect>,
}

/// Gathers what a message does.
#[derive(Default)]
pub(super) struct Outcome {
    update: Update,
    dirty: Vec<Address>,
    changes: Vec<Change>,
}

impl Outcome {
    pub fn changed(&mut self, section: Section) {
        self.update.changed.insert(section);
    }

    pub fn changed_all(&mut self) {
        self.update.changed = Sections::ALL;
    }

    pub fn effect(&mut self, effect: Effect) {
        self.update.effects.push(effect);
    }

    pub fn save_all(&mut self, addresses: impl IntoIterator<Item = Address>) {
        self.dirty.extend(addresses);
    }

    /// Writes a value, to be saved.
    pub fn write(&mut self, model: &mut Model, moment: &Moment, address: Address, value: Value) {
        if model.document.is_purged(&address) {
            // Nothing that somebody enters may be passed over in silence.
            model.notify(Notice::Purged);
            self.changed(Section::Notices);
            return;
        }
        let before = standing(model, &address);
        let after = Some(value.clone());
        if model
            .document
            .write(&address, model.writer, moment.now, value)
        {
            self.replaced(&address, before, after);
            self.touched(address);
        }
    }

    /// Removes a value, to be saved.
    pub fn remove(&mut self, model: &mut Model, address: Address) {
        let before = standing(model, &address);
        if model.document.remove(&address) {
            self.replaced(&address, before, None);
            self.touched(address);
        }
    }

    /// Notes that a fact came from elsewhere, what stood there before, and what stands there now.
    pub fn came(&mut self, model: &Model, address: Address, before: Option<Value>) {
        let after = model.document.own_value(&address).cloned();
        if before != after {
            self.replaced(&address, before, after);
        }
        self.touched(address);
    }

    fn replaced(&mut self, address: &Address, before: Option<Value>, after: Option<Value>) {
        self.changes.push(Change {
            address: address.clone(),
            before,
            after,
        });
    }

    /// What the gesture changed, for undo.
    pub fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    fn touched(&mut self, address: Address) {
        self.changed(match address {
            Address::Answer { .. }
            | Address::Snapshot(_)
            | Address::RoundSet(..)
            | Address::Owner(..)
            | Address::LeftOut(..)
            | Address::Invited(..)
            | Address::HandedIn(..) => Section::Answers,
            Address::Target { .. } => Section::Targets,
            _ => Section::Units,
        });
        self.dirty.push(address);
    }

    pub fn finish(mut self, model: &mut Model) -> Update {
        if !self.dirty.is_empty() {
            let ticket = model.saves.ticket();
            let document: &Document = &model.document;
            let facts = self
                .dirty
                .into_iter()
                .filter_map(|address| {
                    let fact = document.fact(&address)?.clone();
                    Some((address, fact))
                })
                .collect();
            // Saved before anything else is done: a page that goes away must find it in the journal.
            let save = Effect::Save { ticket, facts };
            self.update.effects.insert(0, save);
            self.update.changed.insert(Section::Storage);
        }
        self.update
    }
}

/// What stands at an address here.
pub(super) fn standing(model: &Model, address: &Address) -> Option<Value> {
    model.document.own_value(address).cloned()
}
