//! Which files of a folder to read and write now, from one listing after the other.

use crate::exchange::{FolderFile, folder_file, own_name};

/// The largest file that is read, in bytes. A whole municipality over many rounds is a tenth of it.
pub const LARGEST: u64 = 50_000_000;
/// How often a page load writes one text: two browsers with the same token, copied with their profile, must not write
/// over each other for ever.
const TRIES: u8 = 3;

/// A file as a listing tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileInfo {
    /// Its name.
    pub name: String,
    /// Its size, in bytes.
    pub size: u64,
    /// When it was last changed, in milliseconds since 1970, by the clock of whoever did.
    pub modified: i64,
}

/// Something that was handed in at this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What its file is named by.
    pub stem: String,
    /// Whether it has been written into the folder that is connected.
    pub sent: bool,
}

/// What is to be done after a listing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Files to read.
    pub read: Vec<FileInfo>,
    /// Stems of own files to write, or to look after.
    pub write: Vec<String>,
    /// Files that are too large, told once.
    pub too_large: Vec<FileInfo>,
    /// Something has just changed and may rest soon.
    pub soon: bool,
}

/// What is known of a folder's files from listings so far.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    last: Vec<FileInfo>,
    done: Vec<FileInfo>,
    own: Vec<Own>,
}

#[derive(Debug, Clone)]
struct Own {
    stem: String,
    stands: Option<FileInfo>,
    tries: u8,
}

impl Watch {
    /// Takes a listing. A file is read when it is new or has changed, and was listed just so the time before: one that
    /// is still being written is left until it rests. An empty one is a placeholder.
    pub fn look(&mut self, files: &[FileInfo], kept: &[Kept], device: &str) -> Look {
        let mut look = Look::default();
        for file in files {
            let is_other = matches!(
                folder_file(&file.name, device),
                FolderFile::Others | FolderFile::Copy
            );
            if !is_other || file.size == 0 || self.done.contains(file) {
                continue;
            }
            if file.size > LARGEST {
                self.read(file);
                look.too_large.push(file.clone());
            } else if self.last.contains(file) {
                look.read.push(file.clone());
            } else {
                look.soon = true;
            }
        }
        for one in kept {
            let name = own_name(&one.stem, device);
            let there = files.iter().find(|file| file.name == name);
            if self.wants_writing(one, there) {
                look.write.push(one.stem.clone());
            }
        }
        // What is no longer there is read anew if it comes back.
        self.done
            .retain(|done| files.iter().any(|file| file.name == done.name));
        self.last = files.to_vec();
        look
    }

    /// What was never written is. What was and has changed since is looked after; what somebody took away stays away.
    fn wants_writing(&mut self, kept: &Kept, there: Option<&FileInfo>) -> bool {
        let place = self.own.iter().position(|own| own.stem == kept.stem);
        let place = place.unwrap_or_else(|| {
            self.own.push(Own {
                stem: kept.stem.clone(),
                stands: None,
                tries: 0,
            });
            self.own.len() - 1
        });
        let Some(own) = self.own.get_mut(place) else {
            return false;
        };
        if !kept.sent {
            return true;
        }
        let changed = there.is_some() && own.stands.as_ref() != there;
        let wants = changed && own.tries < TRIES;
        own.tries += u8::from(wants);
        wants
    }

    /// A file has been read as it was listed, and is not read again until it changes.
    pub fn read(&mut self, file: &FileInfo) {
        self.done.retain(|done| done.name != file.name);
        self.done.push(file.clone());
    }

    /// Every file is read again.
    pub fn forget_read(&mut self) {
        self.done.clear();
    }

    /// The own file under a stem stands as it should.
    pub fn written(&mut self, stem: &str, file: &FileInfo) {
        for own in &mut self.own {
            if own.stem == stem {
                own.stands = Some(file.clone());
            }
        }
    }
}
