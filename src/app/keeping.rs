//! Keeping what was entered: saves under way, where the document is kept, files out and in.

use super::message::{Loaded, Moment};
use super::model::Section;
use super::update::Outcome;
use super::{Effect, Model};
use crate::domain::{Address, Document, DocumentField, OtherDocument, Timestamp};
use crate::exchange::{FileError, file_from_json, file_name, file_to_json};

/// Where the document is kept, in the words of the save state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// In the durable store of this browser (IndexedDB).
    Browser,
    /// Only in the journal (localStorage): *Sparat tillfälligt*.
    Temporarily(StorageTrouble),
    /// Only in this tab's memory.
    Memory(StorageTrouble),
}

/// Why the durable store is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageTrouble {
    /// The browser does not give it: blocked by a setting, private browsing, or policy.
    Blocked,
    /// Another tab holds an older version of it open.
    HeldByOtherTab,
    /// It did not answer in time.
    NoAnswer,
    /// It was taken away under way.
    Lost(Refusal),
}

/// Why a save was not confirmed, or a store lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No room left.
    Full,
    /// The store was deleted or closed by the browser.
    Deleted,
    /// A later version of the app wants to change it.
    NewerApp,
    /// Something else.
    Other,
}

/// What the state line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing has been entered yet.
    Nothing,
    /// On its way.
    Saving,
    /// Confirmed by the durable store.
    Saved(Timestamp),
    /// Kept only in the journal.
    Temporarily(StorageTrouble),
    /// Kept only in this tab.
    OnlyHere(StorageTrouble),
    /// The last save was refused.
    Refused(Refusal),
}

/// A lasting message at the top of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Values were damaged or foreign and have been set aside.
    SetAside,
    /// A file was not read.
    FileRefused(FileError),
    /// The file could not be opened at all.
    FileUnreadable,
    /// The file is another municipality's.
    OtherMunicipality {
        /// Its name in the file, if it has one.
        name: Option<String>,
    },
    /// A file was read in.
    FileRead {
        /// How many facts were new or changed.
        changed: usize,
        /// How many could not be read.
        damaged: usize,
    },
    /// A file was made and read back.
    FileMade,
    /// A new version of the app waits.
    UpdateWaits,
}

/// Saves under way and where they go.
#[derive(Debug, Clone)]
pub struct Saves {
    /// Where the document is kept.
    pub keeping: Keeping,
    next: u64,
    pending: Vec<u64>,
    last: Option<Timestamp>,
    refused: Option<Refusal>,
}

impl Saves {
    pub(super) fn new(keeping: Keeping) -> Self {
        Self {
            keeping,
            next: 1,
            pending: Vec::new(),
            last: None,
            refused: None,
        }
    }

    pub(super) fn ticket(&mut self) -> u64 {
        let ticket = self.next;
        self.next += 1;
        self.pending.push(ticket);
        ticket
    }

    /// What the state line says. *Sparat* only when every save was confirmed.
    pub fn state(&self) -> SaveState {
        match (self.keeping, self.refused) {
            (Keeping::Memory(why), _) => SaveState::OnlyHere(why),
            (_, Some(why)) => SaveState::Refused(why),
            (Keeping::Temporarily(why), None) => SaveState::Temporarily(why),
            (Keeping::Browser, None) if !self.pending.is_empty() => SaveState::Saving,
            (Keeping::Browser, None) => self.last.map_or(SaveState::Nothing, SaveState::Saved),
        }
    }
}

pub(super) fn loaded(model: &mut Model, loaded: Loaded, out: &mut Outcome) {
    let stored = loaded.document.len();
    if model.document.is_empty() {
        model.document = loaded.document;
    } else {
        // The stores were asked for this document, so they cannot answer with another one.
        let _ = model.document.merge(loaded.document);
    }
    let lacking = model.document.len() > stored || model.saves.refused.is_some();
    model.saves.keeping = loaded.keeping;
    model.saves.refused = None;
    model.saves.pending.clear();
    model.set_aside = loaded.set_aside;
    if loaded.newly {
        model.notify(Notice::SetAside);
    }
    if lacking {
        let facts: Vec<Address> = model.document.facts().map(|(a, _)| a.clone()).collect();
        out.save_all(facts);
    }
    out.changed_all();
}

pub(super) fn saved(model: &mut Model, ticket: u64, at: Timestamp, out: &mut Outcome) {
    model.saves.pending.retain(|other| *other != ticket);
    model.saves.last = Some(at);
    if model.saves.pending.is_empty() {
        model.saves.refused = None;
    }
    out.changed(Section::Storage);
}

pub(super) fn not_saved(model: &mut Model, ticket: u64, why: Refusal, out: &mut Outcome) {
    // Its ticket stays open until everything has been saved again.
    if !model.saves.pending.contains(&ticket) {
        model.saves.pending.push(ticket);
    }
    model.saves.refused = Some(why);
    out.changed(Section::Storage);
}

pub(super) fn storage_lost(model: &mut Model, why: Refusal, out: &mut Outcome) {
    model.saves.refused = Some(why);
    out.changed(Section::Storage);
}

pub(super) fn save_file(model: &mut Model, moment: &Moment, out: &mut Outcome) {
    let text = file_to_json(&model.document, moment.now);
    // A file is offered only if it reads back as what it was made from.
    match file_from_json(&text) {
        Ok(read) if read.document == model.document && read.damaged.is_empty() => {
            let municipality = model
                .document
                .text(&Address::Document(DocumentField::Municipality))
                .unwrap_or_default();
            let name = file_name(municipality, &moment.local().date());
            out.effect(Effect::OfferFile { name, text });
            model.notify(Notice::FileMade);
        }
        Ok(_) => model.notify(Notice::FileUnreadable),
        Err(error) => model.notify(Notice::FileRefused(error)),
    }
    out.changed(Section::Notices);
}

pub(super) fn file_came(model: &mut Model, text: Option<&str>, out: &mut Outcome) {
    out.changed(Section::Notices);
    let Some(text) = text else {
        model.notify(Notice::FileUnreadable);
        return;
    };
    let read = match file_from_json(text) {
        Ok(read) => read,
        Err(error) => {
            model.notify(Notice::FileRefused(error));
            return;
        }
    };
    let name = read
        .document
        .text(&Address::Document(DocumentField::Municipality))
        .map(str::to_owned);
    if model.document.is_empty() {
        // As after a new computer: the file's document becomes this device's.
        model.document = Document::new(read.document.id().clone());
        out.effect(Effect::Adopt(read.document.id().clone()));
    }
    match model.document.merge(read.document) {
        Ok(changed) => {
            model.notify(Notice::FileRead {
                changed: changed.len(),
                damaged: read.damaged.len(),
            });
            out.save_all(changed);
            out.changed_all();
        }
        Err(OtherDocument { .. }) => model.notify(Notice::OtherMunicipality { name }),
    }
}
