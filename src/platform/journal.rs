//! The journal in localStorage: one key per fact and page load, written at once and removed when the durable store has
//! confirmed. It does not survive a killed browser, but it survives a closed tab, which an open transaction may not.

use gloo_storage::{LocalStorage, Storage};

use super::page::window;
use crate::domain::{Address, DocumentId, Fact, WriterId};
use crate::exchange::{FactsRead, facts_from_json, facts_to_json};

/// Written and removed again, to see whether writing works.
const PROBE: &str = "mognad:probe";

/// Whether localStorage can be used at all; gloo-storage panics where it is blocked.
pub(super) fn is_open() -> bool {
    let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) else {
        return false;
    };
    let works = storage.set_item(PROBE, "1").is_ok();
    let _ = storage.remove_item(PROBE);
    // A full store still lets itself be read and emptied.
    works || storage.length().is_ok_and(|keys| keys > 0)
}

/// The journal of one page load.
pub(super) struct Journal {
    prefix: String,
    own: String,
}

/// What other page loads have left behind.
#[derive(Default)]
pub(super) struct Leftovers {
    /// Facts, with the key and text that each was read from.
    pub facts: Vec<(Address, Fact)>,
    /// Keys and texts that were read, to be removed once the facts are safe elsewhere.
    pub entries: Vec<Entry>,
    /// Keys and texts that could not be read.
    pub damaged: Vec<Entry>,
}

/// A key and its text, as they stood when read or written.
#[derive(Clone)]
pub(super) struct Entry {
    pub key: String,
    pub text: String,
}

impl Journal {
    /// Opens the journal of an installation, where localStorage can be used.
    pub fn open(installation: &str, writer: WriterId) -> Option<Self> {
        is_open().then(|| {
            let prefix = format!("{installation}journal:");
            Self {
                own: format!("{prefix}{writer}:"),
                prefix,
            }
        })
    }

    /// Writes facts down, all of them or none; gives the entries, and whether they found room.
    pub fn write(&self, facts: &[(Address, Fact)]) -> (Vec<Entry>, bool) {
        let storage = LocalStorage::raw();
        let mut entries = Vec::with_capacity(facts.len());
        let mut before = Vec::with_capacity(facts.len());
        for (address, fact) in facts {
            let entry = Entry {
                key: format!("{}{address}", self.own),
                text: facts_to_json([(address, fact)]),
            };
            let was = storage.get_item(&entry.key).ok().flatten();
            if storage.set_item(&entry.key, &entry.text).is_err() {
                // Half of a file that was read in must not come back on its own.
                restore(&storage, &entries, before);
                return (Vec::new(), false);
            }
            entries.push(entry);
            before.push(was);
        }
        (entries, true)
    }

    /// Removes entries that still hold what was read or written; what has been written since stays.
    pub fn remove(entries: &[Entry]) {
        let storage = LocalStorage::raw();
        for entry in entries {
            if matches!(storage.get_item(&entry.key), Ok(Some(text)) if text == entry.text) {
                let _ = storage.remove_item(&entry.key);
            }
        }
    }

    /// Reads what every page load has left.
    pub fn leftovers(&self) -> Leftovers {
        let storage = LocalStorage::raw();
        let mut out = Leftovers::default();
        let keys: Vec<String> = (0..storage.length().unwrap_or(0))
            .filter_map(|place| storage.key(place).ok().flatten())
            .filter(|key| key.starts_with(&self.prefix))
            .collect();
        for key in keys {
            let Ok(Some(text)) = storage.get_item(&key) else {
                continue;
            };
            let FactsRead {
                facts,
                damaged,
                mended,
            } = facts_from_json(&text);
            let entry = Entry { key, text };
            if !damaged.is_empty() || !mended.is_empty() {
                out.damaged.push(entry.clone());
            }
            out.facts.extend(facts);
            out.entries.push(entry);
        }
        out
    }

    /// Removes the entries of facts that are to be nowhere.
    pub fn forget(&self, gone: impl Fn(&Address) -> bool) {
        let entries = self.leftovers().entries.into_iter();
        let gone: Vec<Entry> = entries
            .filter(|entry| {
                let facts = facts_from_json(&entry.text).facts;
                facts.iter().any(|(address, _)| gone(address))
            })
            .collect();
        Self::remove(&gone);
    }

    /// Removes everything that an installation keeps in localStorage: no other installation's, whatever its folder is called.
    pub fn erase(installation: &str) {
        if !is_open() {
            return;
        }
        let storage = LocalStorage::raw();
        let keys: Vec<String> = (0..storage.length().unwrap_or(0))
            .filter_map(|place| storage.key(place).ok().flatten())
            .filter(|key| {
                key.strip_prefix(installation).is_some_and(|rest| {
                    // A neighbour's keys go on with the name of its folder.
                    rest.starts_with("journal:") || !rest.contains('/')
                })
            })
            .collect();
        for key in keys {
            let _ = storage.remove_item(&key);
        }
    }

    fn identity_key(&self) -> String {
        format!("{}document", self.prefix.trim_end_matches("journal:"))
    }

    /// The document that this installation keeps, as far as localStorage knows.
    pub fn document(&self) -> Option<DocumentId> {
        let text = LocalStorage::raw().get_item(&self.identity_key()).ok()??;
        DocumentId::parse(&text)
    }

    /// Notes which document this installation keeps.
    pub fn set_document(&self, id: &DocumentId) {
        let _ = LocalStorage::raw().set_item(&self.identity_key(), id.as_str());
    }
}

/// Puts back what stood at the entries' keys before them.
fn restore(storage: &web_sys::Storage, entries: &[Entry], before: Vec<Option<String>>) {
    for (entry, was) in entries.iter().zip(before) {
        let _ = match was {
            Some(text) => storage.set_item(&entry.key, &text),
            None => storage.remove_item(&entry.key),
        };
    }
}
