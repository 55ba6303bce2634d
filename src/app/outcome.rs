//! What a message does, gathered while the rooms of the app do their work.

use super::message::Moment;
use super::model::{Section, Sections};
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
        if model
            .document
            .write(&address, model.writer, moment.now, value)
        {
            self.touched(address);
        }
    }

    /// Removes a value, to be saved.
    pub fn remove(&mut self, model: &mut Model, address: Address) {
        if model.document.remove(&address) {
            self.touched(address);
        }
    }

    fn touched(&mut self, address: Address) {
        self.changed(match address {
            Address::Answer { .. }
            | Address::Snapshot(_)
            | Address::RoundSet(..)
            | Address::Owner(..) => Section::Answers,
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
            self.update
                .effects
                .insert(0, Effect::Save { ticket, facts });
            self.update.changed.insert(Section::Storage);
        }
        self.update
    }
}

/// Remembers what stood at `addresses`, for undo.
pub(super) fn before(model: &Model, addresses: &[Address]) -> Vec<(Address, Option<Value>)> {
    addresses
        .iter()
        .map(|address| (address.clone(), model.document.value(address).cloned()))
        .collect()
}
