//! What can happen at the desk.

use super::{
    ArchiveMsg, BenchmarkMsg, CodeMsg, CompareMsg, FileMsg, FolderMsg, HistoryMsg, WorkshopMsg,
};
use crate::app::{Decided, Planned, Way};
use crate::domain::{AreaId, LeftOut, PersonId, Purged, QuestionId, SetId, UnitId};

/// A gesture of the coordinator's, or of a page that is seldom used; the program for answering has none of them.
#[derive(Debug)]
pub enum DeskMsg {
    /// *Vem svarar på vad*: names the unit that answers an area, or nobody.
    NameOwner(SetId, AreaId, Option<UnitId>),
    /// Decides something about where an area of a unit is to be.
    Decide(SetId, UnitId, AreaId, Decided),
    /// Plans something about the round.
    Plan(Planned),
    /// Asks, or leaves out, something in the round.
    Ask(LeftOut, bool),
    /// Begins the next round.
    NewRound,
    /// Locks the round, or opens it again.
    Lock(bool),
    /// Gives a unit its invitation.
    Invite(UnitId, Way),
    /// Copies a reminder for a unit.
    CopyReminder(UnitId),
    /// Makes a unit one with another: it was created twice. Without another, takes them apart.
    Join(UnitId, Option<UnitId>),
    /// Shows a hidden unit again.
    ShowUnit(UnitId),
    /// Words what several units need beside a question.
    WordNeed(QuestionId, String),
    /// Takes a need on to the agenda, or not.
    NeedToAgenda(QuestionId, bool),
    /// *Samma person*: all are the first.
    SamePerson(Vec<PersonId>),
    /// *Nej, olika personer*: no two of them are one.
    DifferentPersons(Vec<PersonId>),
    /// Takes a person apart from the one that it was joined to.
    TakeApart(PersonId),
    /// Something with *Kommunens fil*.
    File(FileMsg),
    /// Something with an archive.
    Archive(ArchiveMsg),
    /// *Gallra*: removes for good.
    Purge(Purged),
    /// Erases this device.
    Erase,
    /// This device could not be erased.
    NotErased,
    /// Something with earlier answers.
    History(HistoryMsg),
    /// Something about the municipality as a whole.
    Compare(CompareMsg),
    /// Something with the shared folder.
    Folder(FolderMsg),
    /// Something with codes of answers.
    Code(CodeMsg),
    /// Something in a workshop.
    Workshop(WorkshopMsg),
    /// Something with benchmark levels and comparison values.
    Benchmarks(BenchmarkMsg),
}

impl DeskMsg {
    /// Whether two messages are texts of the same field.
    pub fn is_same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Workshop(a), Self::Workshop(b)) => a.is_same_field(b),
            (Self::WordNeed(a, _), Self::WordNeed(b, _)) => a == b,
            _ => false,
        }
    }
}

impl From<BenchmarkMsg> for DeskMsg {
    fn from(msg: BenchmarkMsg) -> Self {
        Self::Benchmarks(msg)
    }
}
