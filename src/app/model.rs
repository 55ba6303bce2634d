//! What the app knows.

use std::sync::Arc;

use super::saves::{Keeping, Notice, Saves, StorageTrouble};
use super::{Device, Route, Sets};
use crate::domain::{
    Address, AskedArea, Document, DocumentField, DocumentId, QuestionSet, RoundId, SetId, UnitId,
    UnitKind, Value, WriterId, asked, current_round,
};
use crate::i18n::Words;

/// A part of the model that views watch; a message says which of them it changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Answers and what stands beside them.
    Answers,
    /// Names and order of units, the municipality, rounds.
    Units,
    /// The page.
    Route,
    /// The device's settings.
    Device,
    /// Saves, and where they go.
    Storage,
    /// Question sets.
    Sets,
    /// Notices and what can be undone.
    Notices,
    /// What was decided about areas.
    Targets,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 8] = [
        Self::Answers,
        Self::Units,
        Self::Route,
        Self::Device,
        Self::Storage,
        Self::Sets,
        Self::Notices,
        Self::Targets,
    ];
}

/// Some of the sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sections(u8);

impl Sections {
    /// Every section.
    pub const ALL: Self = Self(u8::MAX);

    /// Adds one.
    pub fn insert(&mut self, section: Section) {
        self.0 |= 1 << section as u8;
    }

    /// Whether one is among them.
    pub fn contains(self, section: Section) -> bool {
        self.0 & (1 << section as u8) != 0
    }
}

/// A gesture that can be undone, and the values that stood before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    /// Which gesture.
    pub kind: UndoKind,
    /// The gesture itself leads to another page, where it can still be undone.
    pub(super) leads_on: bool,
    pub(super) before: Vec<(Address, Option<Value>)>,
}

/// Which gestures offer to be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UndoKind {
    /// An area was marked as *inte vårt område*.
    NotOurArea(UnitId, crate::domain::AreaId),
    /// A unit was taken out of the lists.
    HideUnit,
    /// An answer was taken back.
    Clear,
}

/// Everything that the app knows.
#[derive(Debug, Clone)]
pub struct Model {
    /// What people entered.
    pub document: Document,
    /// Settings of this browser.
    pub device: Device,
    /// The page.
    pub route: Route,
    /// Question sets that were asked for.
    pub sets: Vec<(SetId, Sets)>,
    pub(super) sources: Vec<(SetId, String)>,
    /// Saves under way.
    pub saves: Saves,
    /// Lasting messages, the latest last.
    pub notices: Vec<Notice>,
    /// What can be undone.
    pub undo: Option<Undo>,
    /// This is the example's workspace: everything here is made up.
    pub example: bool,
    /// How many damaged or foreign values are set aside.
    pub set_aside: usize,
    pub(super) writer: WriterId,
}

impl Model {
    /// An app that knows nothing yet but its settings; `writer` is random for this page load.
    pub fn new(document: DocumentId, device: Device, writer: WriterId) -> Self {
        Self {
            document: Document::new(document),
            device,
            route: Route::Start,
            sets: Vec::new(),
            sources: Vec::new(),
            saves: Saves::new(Keeping::Memory(StorageTrouble::NoAnswer)),
            notices: Vec::new(),
            undo: None,
            example: false,
            set_aside: 0,
            writer,
        }
    }

    /// The words of the interface.
    pub fn words(&self) -> &'static Words {
        self.device.language.words()
    }

    /// The round that is answered in.
    pub fn round(&self) -> Option<RoundId> {
        current_round(&self.document)
    }

    /// The set that pages without one in their address mean: the one answered last, or the first published.
    pub fn present_set(&self) -> SetId {
        let known = self.device.set.clone().filter(SetId::is_published);
        known.unwrap_or_else(SetId::it_mognad)
    }

    /// Whether what is shown is made up: in the example's workspace, or of a document that is marked as the example.
    pub fn is_example(&self) -> bool {
        self.example
            || self
                .document
                .flag(&Address::Document(DocumentField::Example))
    }

    /// How far a set has come that was asked for.
    pub fn set_state(&self, id: &SetId) -> Option<&Sets> {
        let (_, state) = self.sets.iter().find(|(other, _)| other == id)?;
        Some(state)
    }

    pub(super) fn put_set(&mut self, id: &SetId, state: Sets) {
        self.sets.retain(|(other, _)| other != id);
        self.sets.push((id.clone(), state));
    }

    /// A set that is here.
    pub fn set(&self, id: &SetId) -> Option<Arc<QuestionSet>> {
        match self.set_state(id)? {
            Sets::Ready(set) => Some(Arc::clone(set)),
            Sets::Loading | Sets::Failed(_) => None,
        }
    }

    /// The areas of a set that a unit is asked in the round that is answered in.
    pub fn asked<'set>(&self, set: &'set QuestionSet, unit: &UnitId) -> Vec<AskedArea<'set>> {
        asked(&self.document, self.round().as_ref(), set, unit)
    }

    /// The municipality's name, where it was given.
    pub fn municipality(&self) -> Option<&str> {
        self.document
            .text(&Address::Document(DocumentField::Municipality))
            .map(str::trim)
            .filter(|name| !name.is_empty())
    }

    /// The word for a unit: the municipality's own, or *förvaltning*.
    pub fn unit_word(&self) -> String {
        self.document
            .text(&Address::Document(DocumentField::UnitWord))
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map_or_else(|| self.words().unit_word.to_owned(), str::to_owned)
    }

    /// A unit's name as it is shown; the municipality has its own, or *Kommunen*.
    pub fn unit_name(&self, unit: &UnitId) -> String {
        let words = self.words();
        if UnitKind::of(unit) == UnitKind::Municipality {
            return self
                .municipality()
                .map_or_else(|| words.the_municipality.to_owned(), str::to_owned);
        }
        self.document
            .text(&Address::Unit(unit.clone(), crate::domain::UnitField::Name))
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map_or_else(|| words.unnamed.to_owned(), str::to_owned)
    }

    pub(super) fn notify(&mut self, notice: Notice) {
        self.notices.retain(|other| *other != notice);
        self.notices.push(notice);
    }
}
