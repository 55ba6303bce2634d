//! What can happen, and what the app asks to have done.

use std::sync::Arc;

use super::desk::{DeskEffect, DeskMsg};
use super::{Keeping, Notice, Refusal, Route};
use crate::domain::{
    Address, AreaId, Document, DocumentId, Facet, Fact, PersonId, QuestionId, QuestionSet, SetId,
    State, Timestamp, UnitId,
};
use crate::i18n::{Language, LocalTime};

/// Time and randomness for one message, brought by the caller.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Now.
    pub now: Timestamp,
    /// The device's offset from UTC, in minutes east of it.
    pub offset: i32,
    /// 128 random bits.
    pub random: u128,
}

/// What the stores held when they were read.
#[derive(Debug)]
pub struct Loaded {
    /// The replicas, merged.
    pub document: Document,
    /// Where the document is kept from now on.
    pub keeping: Keeping,
    /// How many values were damaged or foreign and have been set aside, now or earlier.
    pub set_aside: usize,
    /// Whether some of them have been found just now.
    pub newly: bool,
    /// Whether a part of the document is still to be read: it comes with [`Msg::RestCame`].
    pub partly: bool,
}

/// The rest of what the stores hold, read when the first page has been shown.
#[derive(Debug)]
pub struct Rest {
    /// The facts.
    pub facts: Vec<(Address, Fact)>,
    /// How many texts were damaged and have been set aside.
    pub set_aside: usize,
}

/// Why a question set could not be used. No answer is touched by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetError {
    /// It could not be fetched: offline before the first visit was complete, or the file is missing.
    Unreachable,
    /// What was fetched is not a set of this format.
    Damaged,
}

/// A set as it came.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedSet {
    /// In the language of the interface, where it has been translated.
    pub set: QuestionSet,
    /// The file in its own language, which a round keeps.
    pub source: String,
}

/// The published sets by id, as far as they have been asked for.
#[derive(Debug, Clone)]
pub enum Sets {
    /// On its way.
    Loading,
    /// Here, in the language of the interface.
    Ready(Arc<QuestionSet>),
    /// Could not be used.
    Failed(SetError),
}

/// Which way a unit moves in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One place towards the beginning.
    Up,
    /// One place towards the end.
    Down,
}

impl From<DeskMsg> for Msg {
    fn from(msg: DeskMsg) -> Self {
        Self::Desk(msg)
    }
}

impl Moment {
    /// The point in time as the clock here shows it.
    pub fn local(&self) -> LocalTime {
        LocalTime::new(self.now, self.offset)
    }
}

/// Something happened: a person did something, or the platform has something to tell.
#[derive(Debug)]
pub enum Msg {
    /// The program has begun; the stores are yet to be read.
    Begun,
    /// The address changed.
    Arrived(Route),
    /// The stores were read, at the start or after coming back.
    Loaded(Loaded),
    /// The rest of the stores was read, or could not be.
    RestCame(Result<Rest, Refusal>),
    /// A question set came, as published, in the language asked for.
    SetCame(SetId, Language, Result<Box<PublishedSet>, SetError>),
    /// A save was confirmed by the durable store.
    Saved {
        /// The save.
        ticket: u64,
    },
    /// A save was not confirmed.
    NotSaved {
        /// The save.
        ticket: u64,
        /// Why.
        why: Refusal,
    },
    /// The store was taken away under way.
    StorageLost(Refusal),
    /// The stores were written anew by the document's marks.
    Rewritten,
    /// Files were chosen or dropped: their names and texts.
    FilesCame(Vec<ChosenFile>),
    /// Another tab of this browser wrote these facts of a document (if it says which), and keeps them.
    TabWrote(Option<DocumentId>, Vec<(Address, Fact)>),
    /// What became of something that was handed to the browser.
    Handed(Handed),
    /// The example came, as the text of its file; nothing where it could not be had.
    ExampleCame(Option<String>),
    /// A new version of the app waits.
    UpdateWaits,
    /// The program of the desk could not be fetched or started.
    NoDesk,

    /// A person changes the language.
    Speak(Language),
    /// Turns the digit keys on or off.
    DigitKeys(bool),
    /// Names the municipality.
    NameMunicipality(String),
    /// Gives the word for a unit; empty for *förvaltning*.
    NameUnitWord(String),
    /// Adds a unit.
    AddUnit(String),
    /// Renames a unit.
    NameUnit(UnitId, String),
    /// Moves a unit in the list.
    MoveUnit(UnitId, Move),
    /// Takes a unit out of the lists; its answers stay.
    HideUnit(UnitId),
    /// Begins answering: for which unit (or a new one of this name), and as whom (a role, or together).
    Begin {
        /// The set to answer.
        set: SetId,
        /// The unit, or the name of a new one.
        unit: Result<UnitId, String>,
        /// The role of one who answers alone; nothing when together.
        role: Option<String>,
    },
    /// Chooses a level, *vet ej* or *ej relevant*.
    Choose(SetId, UnitId, QuestionId, State),
    /// Takes an answer back.
    Clear(UnitId, QuestionId),
    /// Writes a text beside an answer.
    Write(UnitId, QuestionId, Facet, String),
    /// Marks an answer as unsure, or not.
    Unsure(UnitId, QuestionId, bool),
    /// *Inte vårt område*: a whole area in one gesture.
    NotOurArea(SetId, UnitId, AreaId),
    /// Shows the pages of the one who leads the work, or not.
    Lead(bool),
    /// Something at the desk.
    Desk(DeskMsg),
    /// Undoes the last gesture.
    Undo,
    /// Does what was undone last again.
    Redo,
    /// Wants the document as a file.
    SaveFile,
    /// Wants to read files in.
    OpenFile,
    /// Takes the chosen files in.
    TakeIn,
    /// Takes what was replaced or taken away since out of the chosen file with this number and puts it back.
    TakeInAgain(usize),
    /// Leaves the chosen files.
    LeaveIncoming,
    /// Hands a unit's answers in.
    HandIn(UnitId, Way),
    /// Sends one area on to a colleague, who proposes answers.
    SendArea(SetId, UnitId, AreaId),
    /// Takes a colleague's proposal over.
    TakeProposal(SetId, UnitId, QuestionId, PersonId),
    /// *Oförändrat*: takes over what was answered in the round before.
    Unchanged(SetId, UnitId, QuestionId),
    /// Wants what was set aside as a file.
    SaveSetAside,
    /// Tries the durable store again.
    TryStorageAgain,
    /// Takes a notice away.
    Dismiss(Notice),
    /// Takes the new version into use.
    TakeUpdate,
}

/// How something leaves the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As a file among the downloads.
    File,
    /// As a text in the clipboard.
    Copy,
    /// As a file, through the device's share sheet.
    Share,
    /// Not at all: the coordinator's own answers are where they are to be.
    Here,
}

/// A file as it was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// Its text; nothing where it could not be read.
    pub text: Option<String>,
}

/// What became of something that was handed to the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    /// The text is in the clipboard.
    Copied,
    /// The clipboard could not be used.
    NotCopied,
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Keep these facts in every store; answer with `Saved` or `NotSaved`.
    Save {
        /// To be named in the answer.
        ticket: u64,
        /// The facts as they are now.
        facts: Vec<(Address, Fact)>,
        /// Versions that they have replaced, to be kept as *tidigare svar* together with them or not at all.
        earlier: Vec<(Address, Fact)>,
    },
    /// Write every store anew by the document's marks: something was removed for good. Answer with `Rewritten` or `StorageLost`.
    Rewrite,
    /// Put a text into the clipboard.
    Copy(String),

    /// Keep the device's settings.
    KeepDevice,
    /// Fetch a question set in a language.
    FetchSet(SetId, Language),
    /// Go to another page.
    Go(Route),
    /// Hand a file to the person.
    OfferFile {
        /// Its name.
        name: String,
        /// Its content.
        text: String,
    },
    /// Hand a file to the device's share sheet.
    ShareFile {
        /// Its name.
        name: String,
        /// Its content.
        text: String,
    },
    /// Hand over what was set aside.
    OfferSetAside,
    /// Let the person choose a file.
    PickFile,
    /// Take this document's identity over into the stores: a file was read into an empty app.
    Adopt(DocumentId),
    /// Fetch the example, for an example workspace that is still empty.
    FetchExample,
    /// Open the stores again and tell what they hold.
    OpenStores,
    /// Ask the browser not to clear what is kept by itself; nothing waits for its answer.
    AskToPersist,
    /// Activate the waiting version and load it.
    TakeUpdate,
    /// Leave the page to the program of the desk; answer with `NoDesk` where that cannot be.
    OpenDesk,
    /// What only the program of the desk does.
    Desk(DeskEffect),
}
