//! Reading files in: a preview in words first, then one merge. Nothing is imported over anything.

use super::message::{ChosenFile, Moment};
use super::model::Section;
use super::outcome::Outcome;
use super::saves::Notice;
use super::undo::{Undo, UndoKind};
use super::{Effect, Logged, Model, Route, keeping};
use crate::domain::{
    Address, Document, DocumentField, Fact, Timestamp, UnitField, UnitId, Value, Voice,
};
use crate::exchange::{FileError, file_from_json};

/// A file that was chosen and waits for a yes.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// What it would do, or why it cannot be read in.
    pub preview: Result<Preview, CannotRead>,
    document: Option<Document>,
}

/// Why a file cannot be read in. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotRead {
    /// The file could not be opened.
    Unreadable,
    /// It is not one of these files.
    Refused(FileError),
    /// It holds the example's made-up values, and one's own answers are here.
    Example,
    /// It is another municipality's, with this name if it has one.
    OtherMunicipality(Option<String>),
}

/// What a file would do here, counted in answers and other facts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Whose answers it brings: units, by the names that they have there, with how many answers.
    pub from: Vec<(String, usize)>,
    /// What was handed in: whose, how many of how many, when.
    pub receipts: Vec<Handed>,
    /// Facts that are not here.
    pub new: usize,
    /// Facts that would stand otherwise than now.
    pub changed: usize,
    /// Facts that would have two different values, until a person chooses.
    pub two: usize,
    /// Facts that are here already.
    pub same: usize,
    /// Facts that have been replaced or taken away here since; they stay as they are here.
    pub older: usize,
    /// Facts of the file that could not be read.
    pub damaged: usize,
    /// Facts of the file with characters that could not be read, and stand as U+FFFD now.
    pub mended: usize,
    /// It brings answers to a round that is locked.
    pub late: bool,
    /// What was removed for good in the file's document and would go here too.
    pub purges: usize,
    /// Facts of the file that have been removed for good here; they are not taken in.
    pub purged: usize,
    /// The unit that it invites, where it is an invitation.
    pub invites: Option<UnitId>,
}

/// A hand-in that a file brings.
#[derive(Debug, Clone, PartialEq)]
pub struct Handed {
    /// The unit's name.
    pub unit: String,
    /// The role of an individual answer.
    pub role: Option<String>,
    /// How many questions were done.
    pub done: u32,
    /// How many were asked.
    pub of: u32,
    /// When.
    pub at: Timestamp,
}

impl Preview {
    /// Whether taking the file in would change anything.
    pub fn does_something(&self) -> bool {
        self.new + self.changed + self.two + self.purges > 0
    }
}

impl Incoming {
    /// Facts of this very document that came in another way than as a file, under a name.
    pub(super) fn of_document(model: &Model, name: String, document: Document) -> Self {
        Self {
            name,
            preview: Ok(preview(model, &document)),
            document: Some(document),
        }
    }

    /// Reads a chosen file and looks what it would do.
    fn look(model: &Model, file: ChosenFile) -> Self {
        let refused = |name, why| Self {
            name,
            preview: Err(why),
            document: None,
        };
        let Some(text) = file.text else {
            return refused(file.name, CannotRead::Unreadable);
        };
        match open(model, &text) {
            Ok((preview, document)) => Self {
                name: file.name,
                preview: Ok(preview),
                document: Some(document),
            },
            Err(why) => refused(file.name, why),
        }
    }
}

/// Reads the text of a file, and looks what it would do here.
pub(super) fn open(model: &Model, text: &str) -> Result<(Preview, Document), CannotRead> {
    let read = file_from_json(text).map_err(CannotRead::Refused)?;
    let document = read.document;
    let of_example = document.flag(&Address::Document(DocumentField::Example));
    if of_example && !model.is_example() {
        return Err(CannotRead::Example);
    }
    let other = !model.document.is_empty() && document.id() != model.document.id();
    if other || (model.example && !of_example) {
        let name = document.text(&Address::Document(DocumentField::Municipality));
        return Err(CannotRead::OtherMunicipality(name.map(str::to_owned)));
    }
    let mut preview = preview(model, &document);
    preview.damaged = read.damaged.len();
    preview.mended = read.mended;
    Ok((preview, document))
}

/// What merging a document would do here.
fn preview(model: &Model, theirs: &Document) -> Preview {
    let mut out = Preview::default();
    for (address, fact) in theirs.facts() {
        if model.document.is_purged(address) {
            out.purged += 1;
            continue;
        }
        let mine = model.document.fact(address);
        match became(mine, fact) {
            Became::Nothing => {}
            Became::Same => out.same += 1,
            Became::New => out.new += 1,
            Became::Changed => out.changed += 1,
            Became::Two => out.two += 1,
            Became::Older => out.older += 1,
        }
        if matches!(address, Address::Purged(_)) && mine.is_none() {
            out.purges += 1;
        }
        if let (Address::Answer { unit, .. }, false) = (address, fact.versions().is_empty()) {
            let name = name_in(theirs, unit).unwrap_or_else(|| model.unit_name(unit));
            match out.from.last_mut() {
                Some((last, count)) if *last == name => *count += 1,
                _ => out.from.push((name, 1)),
            }
        }
        if let Address::HandedIn(round, unit, voice) = address
            && let Some(shown) = fact.shown()
            && let Value::Seal(seal) = &shown.value
        {
            let role = |voice: &Voice| {
                let role =
                    Address::Person(voice.person()?.clone(), crate::domain::PersonField::Role);
                theirs.text(&role).map(str::to_owned)
            };
            out.receipts.push(Handed {
                unit: name_in(theirs, unit).unwrap_or_else(|| model.unit_name(unit)),
                role: role(voice),
                done: seal.done,
                of: seal.of,
                at: shown.at,
            });
            let known = mine.is_some_and(|mine| mine.context().covers(shown.dot));
            out.late |= !known && crate::domain::lock(&model.document, round).is_some();
        }
    }
    if out.from.is_empty() {
        out.invites = invited(theirs);
    }
    out
}

/// The one unit of a file that brings no answers but a round to answer.
fn invited(document: &Document) -> Option<UnitId> {
    let mut units = document.facts().filter_map(|(address, _)| match address {
        Address::Unit(unit, UnitField::Name) => Some(unit),
        _ => None,
    });
    let unit = units.next()?.clone();
    let round = document
        .facts()
        .any(|(a, _)| matches!(a, Address::RoundSet(..)));
    (units.next().is_none() && round).then_some(unit)
}

fn name_in(document: &Document, unit: &UnitId) -> Option<String> {
    let name = document.text(&Address::Unit(unit.clone(), UnitField::Name))?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

enum Became {
    Nothing,
    Same,
    New,
    Changed,
    Two,
    Older,
}

fn became(mine: Option<&Fact>, theirs: &Fact) -> Became {
    let empty = Fact::default();
    let mine = mine.unwrap_or(&empty);
    let mut merged = mine.clone();
    merged.merge(theirs);
    let value = |fact: &Fact| fact.shown().map(|shown| shown.value.clone());
    let differ = |fact: &Fact| {
        let versions = fact.versions();
        versions
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if a.value != b.value))
    };
    let (before, after) = (value(mine), value(&merged));
    if differ(&merged) && !differ(mine) {
        Became::Two
    } else if before != after {
        if before.is_none() {
            Became::New
        } else {
            Became::Changed
        }
    } else if theirs.versions().is_empty() {
        Became::Nothing
    } else if value(theirs) == after {
        Became::Same
    } else {
        Became::Older
    }
}

/// Looks at chosen files and shows what they would do.
pub(super) fn files_came(model: &mut Model, files: Vec<ChosenFile>, out: &mut Outcome) {
    if files.is_empty() {
        return;
    }
    model.incoming = files
        .into_iter()
        .map(|file| Incoming::look(model, file))
        .collect();
    out.changed(Section::Files);
    if model.route != Route::ReadIn {
        out.effect(Effect::Go(Route::ReadIn));
    }
}

/// Takes the chosen files in that can be.
pub(super) fn take_in(model: &mut Model, moment: &Moment, out: &mut Outcome) {
    let incoming = std::mem::take(&mut model.incoming);
    let mut changed = 0;
    let mut damaged = 0;
    let mut left = Vec::new();
    for file in incoming {
        let (Ok(preview), Some(document)) = (file.preview, file.document) else {
            continue;
        };
        damaged += preview.damaged;
        adopt(model, &document, out);
        if document.id() != model.document.id() {
            // The first of several files made this device its document's; the others are told apart from it.
            let name = document.text(&Address::Document(DocumentField::Municipality));
            left.push(Incoming {
                name: file.name,
                preview: Err(CannotRead::OtherMunicipality(name.map(str::to_owned))),
                document: None,
            });
            continue;
        }
        changed += merge(model, document, out);
        let mut names: Vec<String> = preview.from.into_iter().map(|(name, _)| name).collect();
        names.dedup();
        model
            .device
            .note(moment.now, Logged::TookIn, names.join(", "));
    }
    model.notify(Notice::FileRead { changed, damaged });
    model.undo = (changed > 0).then_some(Undo {
        kind: UndoKind::TakeIn,
        leads_on: true,
    });
    out.effect(Effect::KeepDevice);
    out.changed_all();
    model.incoming = left;
    if !model.incoming.is_empty() {
        return; // the page says which were left, and why
    }
    let route = if model.device.leads {
        Route::Round
    } else {
        Route::Data
    };
    out.effect(Effect::Go(route));
}

/// As after a new computer: where nothing is here, the file's document becomes this device's.
pub(super) fn adopt(model: &mut Model, document: &Document, out: &mut Outcome) {
    if model.document.is_empty() {
        model.document = Document::new(document.id().clone());
        out.effect(Effect::Adopt(document.id().clone()));
    }
}

/// Merges a document into the one here; gives how many facts stand otherwise now.
pub(super) fn merge(model: &mut Model, document: Document, out: &mut Outcome) -> usize {
    let purges = document
        .facts()
        .any(|(a, _)| matches!(a, Address::Purged(_)));
    let mut changed = 0;
    for (address, fact) in document.into_facts() {
        changed += usize::from(out.merge(model, address, fact));
    }
    if purges {
        keeping::purged(model, out);
    }
    changed
}

/// Puts back what a chosen file has and this document has replaced or taken away since.
pub(super) fn take_in_again(model: &mut Model, moment: &Moment, at: usize, out: &mut Outcome) {
    let Some(document) = model
        .incoming
        .get(at)
        .and_then(|file| file.document.clone())
    else {
        return;
    };
    let mut changed = 0;
    for (address, fact) in document.facts() {
        if matches!(became(model.document.fact(address), fact), Became::Older)
            && let Some(shown) = fact.shown()
        {
            out.write(model, moment, address.clone(), shown.value.clone());
            changed += 1;
        }
    }
    model.incoming.clear();
    model.notify(Notice::FileRead {
        changed,
        damaged: 0,
    });
    model.undo = (changed > 0).then_some(Undo {
        kind: UndoKind::TakeIn,
        leads_on: true,
    });
    out.changed_all();
    out.effect(Effect::Go(Route::Data));
}
