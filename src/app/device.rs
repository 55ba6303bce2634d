//! What belongs to this browser and to no document: language, keys, who sits here.

use serde::{Deserialize, Serialize};

use crate::domain::{AreaId, PersonId, SetId, Timestamp, UnitId, Voice};
use crate::i18n::Language;

/// Settings of the device. Unknown or damaged settings fall back to these, one by one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools)] // each is a setting of its own
pub struct Device {
    /// The language of the interface.
    pub language: Language,
    /// Whether the keys 1–9 choose a level; can be turned off (WCAG 2.1.4).
    pub digit_keys: bool,
    /// Whether the person here answers alone or the unit answers together, once it was said.
    pub answers: Option<Answers>,
    /// Everyone who has answered alone at this device.
    pub persons: Vec<PersonId>,
    /// The unit answered for last.
    pub unit: Option<UnitId>,
    /// The set answered last.
    pub set: Option<SetId>,
    /// Whether the pages of the one who leads the work are shown.
    pub leads: bool,
    /// Whether the program of the desk is used here; `public/boot.js` reads it.
    pub desk: bool,
    /// The one area that is answered here, where a colleague sent it on.
    pub area: Option<(SetId, AreaId)>,
    /// Whether the browser has been asked not to clear what is kept here.
    pub asked_to_keep: bool,
    /// Whether the one who leads is reminded to save everything as a file.
    pub reminds: bool,
    /// When everything was last saved as a file, and how many facts there were.
    pub backup: Option<(Timestamp, usize)>,
    /// What was read in and handed in here, the latest last; capped.
    pub log: Vec<LogEntry>,
}

/// Something that this device did with files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: Logged,
    /// Of whom, as it was called then.
    pub whose: String,
}

/// What a device notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Logged {
    /// A file was taken in.
    TookIn,
    /// Answers were handed in.
    HandedIn,
    /// Everything was saved as a file.
    BackedUp,
}

/// How much a device notes.
const MOST_NOTED: usize = 60;

/// Who answers at this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answers {
    /// *Tillsammans*.
    Together,
    /// One person, by a random token.
    Person(PersonId),
}

impl Default for Device {
    fn default() -> Self {
        Self {
            language: Language::Swedish,
            digit_keys: true,
            answers: None,
            persons: Vec::new(),
            unit: None,
            set: None,
            leads: false,
            desk: false,
            area: None,
            asked_to_keep: false,
            reminds: true,
            backup: None,
            log: Vec::new(),
        }
    }
}

impl Device {
    /// Notes what was done.
    pub fn note(&mut self, at: Timestamp, what: Logged, whose: String) {
        if self.log.len() >= MOST_NOTED {
            self.log.remove(0);
        }
        self.log.push(LogEntry { at, what, whose });
    }

    /// The voice that answers here; together until something else was said.
    pub fn voice(&self) -> Voice {
        match &self.answers {
            Some(Answers::Person(person)) if self.area.is_some() => Voice::Proposal(person.clone()),
            Some(Answers::Person(person)) => Voice::Person(person.clone()),
            Some(Answers::Together) | None => Voice::Together,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_another_version_keep_what_is_known() {
        let device: Device = serde_json::from_str(r#"{"digit_keys":false,"colour":"x"}"#).unwrap();
        assert!(!device.digit_keys);
        assert_eq!(device.language, Language::Swedish);
    }
}
