//! What the app knows.

use std::sync::Arc;

use super::desk::Desk;
use super::reading_in::Incoming;
use super::saves::{Keeping, Notice, Saves, StorageTrouble};
use super::undo::{Steps, Undo};
use super::{Device, Route, Sets};
use crate::domain::{
    Address, AskedArea, Document, DocumentField, DocumentId, QuestionSet, RoundId, SetId, UnitId,
    UnitKind, WriterId, asked, asks_set, current_round,
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
    /// Files that wait to be taken in.
    Files,
    /// What is kept of earlier answers.
    History,
    /// Something was undone or done again: fields that hold a text of their own show the document's.
    Undone,
    /// The shared folder.
    Folder,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 12] = [
        Self::Answers,
        Self::Units,
        Self::Route,
        Self::Device,
        Self::Storage,
        Self::Sets,
        Self::Notices,
        Self::Targets,
        Self::Files,
        Self::History,
        Self::Undone,
        Self::Folder,
    ];
}

/// Some of the sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sections(u16);

impl Sections {
    /// Every section of what is shown. Fields that are being typed in keep their text: only undoing changes it.
    pub const ALL: Self = Self(!(1 << Section::Undone as u16));

    /// Adds one.
    pub fn insert(&mut self, section: Section) {
        self.0 |= 1 << section as u8;
    }

    /// Whether one is among them.
    pub fn contains(self, section: Section) -> bool {
        self.0 & (1 << section as u8) != 0
    }
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
    /// The sets as they are published now, whatever the round goes by.
    pub published: Vec<(SetId, Arc<QuestionSet>)>,
    pub(super) sources: Vec<(SetId, String)>,
    /// Saves under way.
    pub saves: Saves,
    /// Lasting messages, the latest last.
    pub notices: Vec<Notice>,
    /// The gesture that offers to be undone.
    pub undo: Option<Undo>,
    /// What can be undone and done again in this session.
    pub steps: Steps,
    /// Files that were chosen and wait for a yes.
    pub incoming: Vec<Incoming>,
    /// The address of the app without its `#`, for links to it.
    pub base: String,
    /// This is the example's workspace: everything here is made up.
    pub example: bool,
    /// What only the pages of the desk know.
    pub desk: Desk,
    /// Rounds that are over have not been read yet. Until then gestures wait (`ui::runtime`).
    pub partly: bool,
    /// The program of the desk could not be had.
    pub desk_missing: bool,
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
            published: Vec::new(),
            sources: Vec::new(),
            saves: Saves::new(Keeping::Memory(StorageTrouble::NoAnswer)),
            notices: Vec::new(),
            undo: None,
            steps: Steps::default(),
            incoming: Vec::new(),
            base: String::new(),
            example: false,
            desk: Desk::default(),
            partly: false,
            desk_missing: false,
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

    /// Whether a set that was asked for is still on its way.
    pub fn waits_for_sets(&self) -> bool {
        let mut sets = self.sets.iter();
        sets.any(|(_, state)| matches!(state, Sets::Loading))
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

    /// The published sets that the round asks, in the order in which they are offered.
    pub fn sets_of_round(&self) -> Vec<SetId> {
        let published = SetId::published().into_iter();
        match self.round() {
            None => published.collect(),
            Some(round) => published
                .filter(|set| asks_set(&self.document, &round, set))
                .collect(),
        }
    }

    /// The areas of a set that a unit is asked in the round that is answered in; the one area that was sent here, where only
    /// that is answered at this device.
    pub fn asked<'set>(&self, set: &'set QuestionSet, unit: &UnitId) -> Vec<AskedArea<'set>> {
        let mut asked = asked(&self.document, self.round().as_ref(), set, unit);
        if let Some((of, only)) = &self.device.area {
            asked.retain(|asked| *of == set.id && asked.area.id == *only);
        }
        asked
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
