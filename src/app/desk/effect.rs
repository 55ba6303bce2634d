//! What the desk asks to have done.

use super::folder::FolderErrand;
use super::municipal_file::Choice;
use crate::exchange::ArchiveRequest;

/// Something to be done outside that only the program of the desk can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskEffect {
    /// Find out which file is the municipality's; answer with `FileMsg::Found`.
    LookForFile,
    /// Let the person choose it, under this name where it is new; answer with `FileMsg::Chosen`.
    ChooseFile(Choice, String),
    /// Read it; answer with `FileMsg::Read`.
    ReadFile,
    /// Write it, if it still reads as it did, and read it back; answer with `FileMsg::Written`.
    WriteFile {
        /// What was read from it.
        instead_of: String,
        /// What is to stand in it.
        text: String,
    },
    /// Forget which file it is.
    ForgetFile,
    /// Have the worker make an archive of what this file holds; answer with `ArchiveMsg::Came`.
    MakeArchive {
        /// Which.
        request: ArchiveRequest,
        /// The text of a file with the facts of the round.
        document: String,
    },
    /// Hand a readable page to the person.
    OfferPage {
        /// Its name.
        name: String,
        /// Its content.
        text: String,
    },
    /// Erase everything that this installation keeps in this browser, and begin anew.
    Erase,
    /// Read what is kept of earlier answers, and drop what is too much of it; answer with `HistoryMsg::Came`.
    ReadHistory,
    /// Erase what is kept of earlier answers; answer with `HistoryMsg::Came`.
    EraseHistory,
    /// Something with the shared folder.
    Folder(FolderErrand),
}
