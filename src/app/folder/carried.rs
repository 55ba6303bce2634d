//! What goes through a shared folder: what was handed in, and nothing else, on the way out as on the way in.

use crate::domain::{
    Address, Document, DocumentField, Fact, PersonField, RoundField, RoundId, Timestamp, UnitField,
    UnitId, Value, Voice, contribution, seal_of, select,
};
use crate::exchange::{FileError, Selection, file_from_json, folder_stem, selection_to_json};

/// What a device hands in, to be kept until a folder holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// What its file is named by; the device's token is added where it is written.
    pub stem: String,
    /// The file's text, made when it was handed in. It is this text that is written, also after answers have changed.
    pub text: String,
}

/// What a voice of a unit has handed in, as a file; `unit_name` is for the file's name.
///
/// Nothing where it has not handed in, or where its answers are no longer those that it handed in: then the text that was
/// made at the time is the one to write, and what was changed since stays here.
pub fn outgoing(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    voice: &Voice,
    unit_name: &str,
    at: Timestamp,
) -> Option<Outgoing> {
    let address = Address::HandedIn(round.clone(), unit.clone(), voice.clone());
    let Value::Seal(seal) = document.value(&address)? else {
        return None;
    };
    let now = seal_of(document, round, unit, voice, 0, 0);
    (seal.differences(&now) == 0).then(|| Outgoing {
        stem: folder_stem(round, unit, voice, unit_name),
        text: selection_to_json(
            &contribution(document, round, unit, voice),
            Selection::Contribution,
            at,
        ),
    })
}

/// What came of a file in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// It was merged: whose it was, and how many facts were new or changed.
    In {
        /// The units that it was handed in for.
        units: Vec<UnitId>,
        /// How many facts were new or changed.
        changed: usize,
        /// How much in it is none of what is handed in, or could not be read, and was left in the file.
        left: usize,
    },
    /// There is nothing in it that was handed in.
    NothingHandedIn,
    /// What was handed in by it has been removed for good here.
    Removed,
    /// It is another municipality's.
    OtherDocument,
    /// It is the example's, or this is.
    Example,
    /// It is no file that can be read; half a file, perhaps. Tried again when it changes.
    Refused(FileError),
}

/// Takes in what a file in the folder carries; gives what came of it, and the addresses that changed with what stood there.
///
/// A folder is open to many hands and nobody looks at each file, so only answers of voices that the file says have handed
/// in, and what is needed to read them, are taken: no draft, no lock, no removal for good, no plan.
pub fn carried(document: &mut Document, text: &str) -> (Carried, Vec<(Address, Fact)>) {
    let none = |carried| (carried, Vec::new());
    let read = match file_from_json(text) {
        Ok(read) => read,
        Err(error) => return none(Carried::Refused(error)),
    };
    if read.document.id() != document.id() {
        return none(Carried::OtherDocument);
    }
    let example = Address::Document(DocumentField::Example);
    if read.document.flag(&example) != document.flag(&example) {
        return none(Carried::Example);
    }
    let mut handed_in: Vec<(&RoundId, &UnitId, &Voice)> = Vec::new();
    let mut removed = false;
    for (address, fact) in read.document.facts() {
        if let (Address::HandedIn(round, unit, voice), false) =
            (address, fact.versions().is_empty())
        {
            if document.is_purged(address) {
                removed = true;
            } else {
                handed_in.push((round, unit, voice));
            }
        }
    }
    if handed_in.is_empty() {
        return none(if removed {
            Carried::Removed
        } else {
            Carried::NothingHandedIn
        });
    }
    let mut units: Vec<UnitId> = Vec::new();
    for (_, unit, _) in &handed_in {
        if !units.contains(unit) {
            units.push((*unit).clone());
        }
    }
    let part = select(&read.document, |address| belongs(&handed_in, address));
    let left = read.document.len() - part.len() + read.damaged.len();
    let mut changed = Vec::new();
    for (address, fact) in part.into_facts() {
        let before = document.fact(&address).cloned().unwrap_or_default();
        if document.merge_fact(address.clone(), fact) {
            changed.push((address, before));
        }
    }
    let carried = Carried::In {
        units,
        changed: changed.len(),
        left,
    };
    (carried, changed)
}

fn belongs(handed_in: &[(&RoundId, &UnitId, &Voice)], address: &Address) -> bool {
    let any = |test: &dyn Fn(&(&RoundId, &UnitId, &Voice)) -> bool| handed_in.iter().any(test);
    match address {
        Address::Answer {
            round, unit, voice, ..
        }
        | Address::HandedIn(round, unit, voice) => {
            any(&|(r, u, v)| *r == round && *u == unit && *v == voice)
        }
        Address::Unit(unit, UnitField::Name | UnitField::Order) => any(&|(_, u, _)| *u == unit),
        Address::Round(round, field) => *field != RoundField::Locked && any(&|(r, ..)| *r == round),
        Address::RoundSet(round, _) => any(&|(r, ..)| *r == round),
        Address::Person(person, PersonField::Role) => any(&|(.., v)| v.person() == Some(person)),
        Address::Snapshot(_) => true,
        Address::Document(field) => *field != DocumentField::Example,
        _ => false,
    }
}
