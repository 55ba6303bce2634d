//! What a message does, gathered while the rooms of the app do their work.

use super::earlier::Earlier;
use super::message::Moment;
use super::model::{Section, Sections};
use super::undo::Change;
use super::{Effect, Model};
use crate::domain::{Address, Document, Timestamp, Value};

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
    earlier: Vec<Earlier>,
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
        let before = standing(model, &address);
        let after = Some(value.clone());
        if model
            .document
            .write(&address, model.writer, moment.now, value)
        {
            self.replaced(&address, before, after, moment.now);
            self.touched(address);
        }
    }

    /// Removes a value, to be saved.
    pub fn remove(&mut self, model: &mut Model, moment: &Moment, address: Address) {
        let before = standing(model, &address);
        if model.document.remove(&address) {
            self.replaced(&address, before, None, moment.now);
            self.touched(address);
        }
    }

    /// Notes that a fact came from elsewhere, what stood there before, and what stands there now.
    pub fn came(
        &mut self,
        model: &Model,
        moment: &Moment,
        address: Address,
        before: Option<(Value, Timestamp)>,
    ) {
        let after = model.document.own_value(&address).cloned();
        if before.as_ref().map(|(value, _)| value) != after.as_ref() {
            self.replaced(&address, before, after, moment.now);
        }
        self.touched(address);
    }

    fn replaced(
        &mut self,
        address: &Address,
        before: Option<(Value, Timestamp)>,
        after: Option<Value>,
        until: Timestamp,
    ) {
        if let (Some((value, at)), true) = (&before, keeps_earlier(address)) {
            self.earlier.push(Earlier {
                address: address.clone(),
                value: value.clone(),
                at: *at,
                until,
            });
        }
        self.changes.push(Change {
            address: address.clone(),
            before: before.map(|(value, _)| value),
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
            let earlier = self.earlier;
            if let Some(known) = &mut model.earlier {
                known.extend(earlier.iter().cloned());
                self.update.changed.insert(Section::Files);
            }
            let save = Effect::Save {
                ticket,
                facts,
                earlier,
            };
            self.update.effects.insert(0, save);
            self.update.changed.insert(Section::Storage);
        }
        self.update
    }
}

/// What stands at an address here, and since when.
pub(super) fn standing(model: &Model, address: &Address) -> Option<(Value, Timestamp)> {
    let shown = model.document.fact(address)?.shown()?;
    Some((shown.value.clone(), shown.at))
}

/// Whether what stood at an address is kept when it is replaced: what people write, not what the app writes beside it.
fn keeps_earlier(address: &Address) -> bool {
    matches!(
        address,
        Address::Answer { .. } | Address::Target { .. } | Address::Unit(..) | Address::Document(_)
    )
}
