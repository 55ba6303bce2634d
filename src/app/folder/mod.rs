//! The shared folder (*Delad mapp*): each device writes its own files into it, only what was handed in, and reads the
//! others'. Nothing here touches a folder: [`Folder`] is told what happened and says what is to be done.

mod carried;
mod watch;

pub use carried::{Carried, Outgoing, carried, outgoing};
pub use watch::{FileInfo, Kept, LARGEST, Look, Watch};

use crate::domain::Timestamp;
use crate::exchange::{FolderFile, folder_file};

/// How the app stands with a shared folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum FolderState {
    /// None is connected.
    #[default]
    None,
    /// This browser cannot use one.
    Unsupported,
    /// The organisation, or the browser's settings, forbid it.
    Forbidden,
    /// One is connected, but the browser wants to be asked again, in a gesture.
    NeedsPermission {
        /// The folder's name.
        name: String,
    },
    /// Connected.
    Connected {
        /// The folder's name.
        name: String,
    },
    /// It cannot be reached at present.
    Lost {
        /// The folder's name.
        name: String,
        /// Why.
        why: FolderTrouble,
    },
}

/// Why a folder cannot be used at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderTrouble {
    /// It is not there: moved, removed, or a drive that is not connected.
    Gone,
    /// It can be read but not written.
    NoWriting,
    /// There is no room in it.
    Full,
    /// Anything else.
    Other,
}

/// What the platform, or a person, has to say about the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderSaid {
    /// The browser has no way to open folders.
    Unsupported,
    /// A folder was connected earlier; whether it may still be used without asking.
    Found {
        /// Its name.
        name: String,
        /// Whether it may be used now.
        allowed: bool,
    },
    /// A folder was chosen and may be used.
    Picked(String),
    /// The dialog was closed without a folder.
    NotPicked,
    /// Choosing was refused without asking the person.
    Forbidden,
    /// Permission was asked for again and given, or not.
    Answered(bool),
    /// What stands in the folder, and what this device has handed in.
    Listed(Vec<FileInfo>, Vec<Kept>),
    /// A file was read: as it was then, and its text, or nothing where it could not be had.
    Came(FileInfo, Option<String>),
    /// A file of this device stands in the folder as it should, read back; and how it is listed.
    Written(String, FileInfo),
    /// What was handed in could not be written; it is kept and tried again.
    NotWritten(FolderTrouble),
    /// The folder could not be used.
    Lost(FolderTrouble),
    /// The browser wants to be asked again.
    NotAllowed,
    /// The folder was let go of.
    Disconnected,
    /// Something was handed in at this device and is kept for the folder.
    HandedOver,
    /// It is time to look again.
    Time,
    /// A person wants every file read again.
    LookAgain,
}

/// What is to be done with the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderTask {
    /// List it, and what is kept for it.
    List,
    /// Read a file.
    Read(FileInfo),
    /// See to it that the file under this stem stands there as it was handed in.
    Write(String),
    /// Look again after so many milliseconds, if the page can be seen.
    Wait(i32),
    /// Take in this text, through [`carried`], and tell with [`Folder::took`].
    TakeIn(FileInfo, String),
}

/// How long between two looks, in milliseconds.
pub const POLL: i32 = 20_000;
/// How long until a file that has just changed is looked at again, in milliseconds.
pub const REST: i32 = 3_000;

/// What came of a file in the folder, for people to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderLine {
    /// The file.
    pub file: FileInfo,
    /// What came of it.
    pub outcome: FolderOutcome,
    /// When it was seen to.
    pub at: Timestamp,
}

/// What came of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderOutcome {
    /// This device wrote it.
    Written,
    /// It was read.
    Read(Carried),
    /// It could not be had: locked, or not fetched by the file sync yet. Tried again.
    Unreachable,
    /// It is larger than what is read.
    TooLarge,
}

/// A file that is not even opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: Passed,
}

/// Why a file is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passed {
    /// It is empty: a placeholder that the file sync has not filled yet.
    Empty,
    /// It is being written.
    Temporary,
    /// It is none of ours.
    Foreign,
}

/// The shared folder, as the app knows it.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// How it stands.
    pub state: FolderState,
    /// When it was last listed.
    pub looked: Option<Timestamp>,
    /// What came of each file, one line a file.
    pub lines: Vec<FolderLine>,
    /// What stood there at the last look and was left alone.
    pub passed: Vec<PassedOver>,
    /// What this device has handed in through the folder.
    pub kept: Vec<Kept>,
    /// Why something that was handed in does not stand there yet.
    pub unwritten: Option<FolderTrouble>,
    /// The dialog was closed without a folder just now.
    pub not_picked: bool,
    watch: Watch,
}

impl Folder {
    /// Whether files can be read and written now.
    pub fn is_connected(&self) -> bool {
        matches!(self.state, FolderState::Connected { .. })
    }

    /// The name of the folder, where there is one.
    pub fn name(&self) -> Option<String> {
        match &self.state {
            FolderState::NeedsPermission { name }
            | FolderState::Connected { name }
            | FolderState::Lost { name, .. } => Some(name.clone()),
            FolderState::None | FolderState::Unsupported | FolderState::Forbidden => None,
        }
    }

    /// Takes what was said, and says what is to be done; `device` is the device's token in names of files.
    pub fn said(&mut self, said: FolderSaid, device: &str, now: Timestamp) -> Vec<FolderTask> {
        self.not_picked = said == FolderSaid::NotPicked;
        match said {
            FolderSaid::Unsupported => self.rest(FolderState::Unsupported),
            FolderSaid::Forbidden => self.rest(FolderState::Forbidden),
            FolderSaid::Disconnected => self.rest(FolderState::None),
            FolderSaid::NotPicked => Vec::new(),
            FolderSaid::Found {
                name,
                allowed: false,
            } => self.rest(FolderState::NeedsPermission { name }),
            FolderSaid::Found {
                name,
                allowed: true,
            }
            | FolderSaid::Picked(name) => {
                self.rest(FolderState::Connected { name });
                vec![FolderTask::List]
            }
            FolderSaid::Answered(true) => self.again(),
            FolderSaid::Answered(false) | FolderSaid::NotAllowed => {
                if let Some(name) = self.name() {
                    self.state = FolderState::NeedsPermission { name };
                }
                Vec::new()
            }
            FolderSaid::Lost(why) => {
                if let Some(name) = self.name() {
                    self.state = FolderState::Lost { name, why };
                }
                // A drive comes back by itself.
                vec![FolderTask::Wait(POLL)]
            }
            FolderSaid::Listed(files, kept) => self.listed(&files, &kept, device, now),
            FolderSaid::Came(file, text) => self.came(file, text, now),
            FolderSaid::Written(stem, file) => {
                self.watch.written(&stem, &file);
                for kept in &mut self.kept {
                    kept.sent |= kept.stem == stem;
                }
                self.unwritten = None;
                self.tell(file, FolderOutcome::Written, now);
                Vec::new()
            }
            FolderSaid::NotWritten(why) => {
                self.unwritten = Some(why);
                Vec::new()
            }
            FolderSaid::LookAgain => {
                self.watch.forget_read();
                self.list()
            }
            FolderSaid::HandedOver | FolderSaid::Time => self.list(),
        }
    }

    fn list(&self) -> Vec<FolderTask> {
        match self.state {
            FolderState::Connected { .. } | FolderState::Lost { .. } => vec![FolderTask::List],
            _ => Vec::new(),
        }
    }

    /// Begins anew in a state.
    fn rest(&mut self, state: FolderState) -> Vec<FolderTask> {
        *self = Self {
            state,
            ..Self::default()
        };
        Vec::new()
    }

    fn again(&mut self) -> Vec<FolderTask> {
        match self.name() {
            Some(name) => {
                self.state = FolderState::Connected { name };
                vec![FolderTask::List]
            }
            None => Vec::new(),
        }
    }

    fn listed(
        &mut self,
        files: &[FileInfo],
        kept: &[Kept],
        device: &str,
        now: Timestamp,
    ) -> Vec<FolderTask> {
        let Some(name) = self.name() else {
            return Vec::new(); // let go of while it was being listed
        };
        self.state = FolderState::Connected { name };
        self.looked = Some(now);
        self.kept = kept.to_vec();
        self.passed = passed_over(files, device);
        self.lines
            .retain(|line| files.iter().any(|file| file.name == line.file.name));
        let look = self.watch.look(files, kept, device);
        for file in look.too_large {
            self.tell(file, FolderOutcome::TooLarge, now);
        }
        let write = look.write.into_iter().map(FolderTask::Write);
        let read = look.read.into_iter().map(FolderTask::Read);
        let wait = if look.soon { REST } else { POLL };
        write.chain(read).chain([FolderTask::Wait(wait)]).collect()
    }

    fn came(&mut self, file: FileInfo, text: Option<String>, now: Timestamp) -> Vec<FolderTask> {
        if let Some(text) = text {
            self.watch.read(&file);
            vec![FolderTask::TakeIn(file, text)]
        } else {
            self.tell(file, FolderOutcome::Unreachable, now);
            Vec::new()
        }
    }

    /// Tells what came of a text that was to be taken in.
    pub fn took(&mut self, file: FileInfo, carried: Carried, now: Timestamp) {
        self.tell(file, FolderOutcome::Read(carried), now);
    }

    fn tell(&mut self, file: FileInfo, outcome: FolderOutcome, at: Timestamp) {
        self.lines.retain(|line| line.file.name != file.name);
        self.lines.insert(0, FolderLine { file, outcome, at });
    }
}

fn passed_over(files: &[FileInfo], device: &str) -> Vec<PassedOver> {
    let mut passed = Vec::new();
    for file in files {
        let why = match folder_file(&file.name, device) {
            FolderFile::Own => continue,
            FolderFile::Others | FolderFile::Copy if file.size > 0 => continue,
            FolderFile::Others | FolderFile::Copy => Passed::Empty,
            FolderFile::Temporary => Passed::Temporary,
            FolderFile::Foreign => Passed::Foreign,
        };
        passed.push(PassedOver {
            name: file.name.clone(),
            why,
        });
    }
    passed
}

#[cfg(test)]
mod state_tests;
