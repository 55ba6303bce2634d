//! Where the document is kept, how saves under way stand, and the lasting messages that come of it.

use super::message::Handed;
use crate::domain::Timestamp;
use crate::exchange::{FileError, LinkError};

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

impl SaveState {
    /// Whether another program at this address would find everything that was entered.
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Nothing | Self::Saved(_) | Self::Temporarily(_))
    }
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
    /// The example could not be fetched.
    ExampleUnreachable,
    /// Files were taken in.
    FileRead {
        /// How many facts were new or changed.
        changed: usize,
        /// How many could not be read.
        damaged: usize,
    },
    /// The link in the address cannot be used.
    LinkRefused(LinkError),
    /// The link is of another municipality's round, and there are answers here already.
    LinkElsewhere,
    /// The round is locked: answers cannot be changed before it is opened again.
    RoundLocked,
    /// What was entered belongs to something that has been removed for good.
    Purged,
    /// Something was handed over, or not.
    Handed(Handed),
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
    pub(super) next: u64,
    pub(super) pending: Vec<u64>,
    pub(super) last: Option<Timestamp>,
    pub(super) refused: Option<Refusal>,
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
