//! What a message does, gathered while the rooms of the app do their work.

use super::message::Moment;
use super::model::{Section, Sections};
use super::saves::Notice;
use super::undo::Change;
use super::{Effect, Model};
use crate::domain::{Address, Document, Fact, Value, earlier};

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
    earlier: Vec<(Address, Fact)>,
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
        let writer = model.writer;
        self.change(model, address, |document, address| {
            document.write(address, writer, moment.now, value)
        });
    }

    /// Removes a value, to be saved.
    pub fn remove(&mut self, model: &mut Model, address: Address) {
        self.change(model, address, Document::remove);
    }

    /// Puts back what stood at an address once, to be saved.
    pub fn put_back(
        &mut self,
        model: &mut Model,
        moment: &Moment,
        address: Address,
        values: &[Value],
    ) {
        let writer = model.writer;
        self.change(model, address, |document, address| {
            document.put_back(address, writer, moment.now, values)
        });
    }

    /// Takes in a fact from elsewhere, to be saved; says whether other versions stand there now.
    pub fn merge(&mut self, model: &mut Model, address: Address, fact: Fact) -> bool {
        self.change(model, address, |document, address| {
            document.merge_fact(address.clone(), fact)
        })
    }

    /// A fact has come in already: it is saved, and what stood there before is kept as any that is replaced.
    pub fn came(&mut self, model: &Model, address: Address, before: &Fact) {
        self.note(model, address, before);
    }

    /// Lets the fact at an address be changed, and notes what stood there before, for undo and as an earlier answer. Says
    /// whether other versions stand there now.
    fn change(
        &mut self,
        model: &mut Model,
        address: Address,
        change: impl FnOnce(&mut Document, &Address) -> bool,
    ) -> bool {
        let before = model.document.fact(&address).cloned().unwrap_or_default();
        if !change(&mut model.document, &address) {
            return false;
        }
        self.note(model, address, &before)
    }

    fn note(&mut self, model: &Model, address: Address, before: &Fact) -> bool {
        let none = Fact::default();
        let after = model.document.fact(&address).unwrap_or(&none);
        let (was, is) = (before.values(), after.values());
        let other_versions = before.versions() != after.versions();
        if was != is {
            self.changes.push(Change {
                address: address.clone(),
                before: was,
                after: is,
            });
        }
        if let Some(earlier) = earlier(&address, before, after) {
            self.earlier.push((address.clone(), earlier));
        }
        self.touched(address);
        other_versions
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
            | Address::HandedIn(..)
            | Address::Workshop(..) => Section::Answers,
            Address::Target { .. } | Address::Level(..) | Address::Comparison(..) => {
                Section::Targets
            }
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
            let save = Effect::Save {
                ticket,
                facts,
                earlier: self.earlier,
            };
            self.update.effects.insert(0, save);
            self.update.changed.insert(Section::Storage);
        }
        self.update
    }
}
