//! The shared folder in the browser: choosing it, listing, reading and writing. What is to be done, and when, `app/folder`
//! says; each task is answered with what came of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::bindings::{DirectoryHandle, FileHandle, Writable, show_directory_picker};
use super::clock::Timer;
use super::database::in_time;
use super::dom::Listener;
use super::folder_record::Record;
use super::handles::{
    ask, has_function, is_allowed, kept_promise, name_of, reading_and_writing, set, text_of,
};
use super::page::document;
use super::{Store, spawn};
use crate::app::desk::folder::FolderErrand;
use crate::app::folder::{FileInfo, FolderSaid, FolderTask, FolderTrouble};
use crate::exchange::own_name;

/// What lets a person choose a folder, where the browser has it.
const PICKER: &str = "showDirectoryPicker";

/// The shared folder of this page.
pub struct SharedFolder {
    record: Record,
    tell: Box<dyn Fn(FolderSaid, String)>,
    timer: RefCell<Option<Timer>>,
    /// It was time to look while the page could not be seen.
    due: Cell<bool>,
    listing: Cell<bool>,
    /// Something was handed in while the folder was being listed.
    again: Cell<bool>,
}

impl SharedFolder {
    /// Looks whether a folder is connected; `tell` is told what comes of everything, with this device's token.
    pub fn begin(store: Rc<Store>, tell: impl Fn(FolderSaid, String) + 'static) -> Rc<Self> {
        let folder = Rc::new(Self {
            record: Record::new(store),
            tell: Box::new(tell),
            timer: RefCell::new(None),
            due: Cell::new(false),
            listing: Cell::new(false),
            again: Cell::new(false),
        });
        if super::in_example() {
            return folder; // what is made up goes into no folder
        }
        if let Some(page) = document() {
            let folder = Rc::clone(&folder);
            Listener::new(page.clone().into(), "visibilitychange", move |_| {
                if !page.hidden() && folder.due.replace(false) {
                    folder.tell(FolderSaid::Time);
                }
            })
            .forever();
        }
        let found = Rc::clone(&folder);
        spawn(async move { found.find().await });
        folder
    }

    /// Does what the app wants done.
    pub fn fulfil(self: &Rc<Self>, errand: FolderErrand) {
        let folder = Rc::clone(self);
        match errand {
            FolderErrand::Task(FolderTask::Wait(milliseconds)) => folder.wait(milliseconds),
            errand => spawn(async move {
                if let Some(said) = folder.done(errand).await {
                    folder.tell(said);
                }
            }),
        }
    }

    fn tell(&self, said: FolderSaid) {
        (self.tell)(said, self.record.token());
    }

    fn wait(self: Rc<Self>, milliseconds: i32) {
        let folder = Rc::clone(&self);
        let timer = Timer::after(milliseconds, move || {
            if document().is_some_and(|page| page.hidden()) {
                folder.due.set(true);
            } else {
                folder.tell(FolderSaid::Time);
            }
        });
        self.timer.replace(Some(timer));
    }

    async fn find(&self) {
        self.record.read().await;
        if let Some(handle) = self.record.handle() {
            let name = handle.name();
            let allowed = is_allowed(&handle).await;
            self.tell(FolderSaid::Found { name, allowed });
        } else if !has_function(PICKER) {
            self.tell(FolderSaid::Unsupported);
        }
    }

    async fn done(&self, errand: FolderErrand) -> Option<FolderSaid> {
        match errand {
            FolderErrand::Choose => Some(self.choose().await),
            FolderErrand::Allow => {
                let handle = self.record.handle()?;
                Some(FolderSaid::Answered(ask(&handle).await))
            }
            FolderErrand::Forget => {
                self.record.disconnect().await;
                Some(FolderSaid::Disconnected)
            }
            FolderErrand::Keep(outgoing) => {
                self.record.keep(&outgoing).await;
                Some(FolderSaid::HandedOver)
            }
            FolderErrand::Clean(marks) => {
                self.record.clean(&marks).await;
                None
            }
            FolderErrand::Task(FolderTask::List) => self.list().await,
            FolderErrand::Task(FolderTask::Read(file)) => {
                let read = in_time(self.read(&file.name)).await;
                let text = read.and_then(Result::ok).map(|(_, text)| text);
                Some(FolderSaid::Came(file, text))
            }
            FolderErrand::Task(FolderTask::Write(stem)) => self.write(stem).await,
            FolderErrand::Task(FolderTask::Wait(_) | FolderTask::TakeIn(..)) => None,
        }
    }

    async fn choose(&self) -> FolderSaid {
        if !has_function(PICKER) {
            return FolderSaid::Unsupported;
        }
        let options = reading_and_writing();
        set(&options, "id", &"mognad".into());
        match kept_promise(show_directory_picker(&options)).await {
            Ok(handle) => {
                let handle: DirectoryHandle = handle.unchecked_into();
                self.record.connect(&handle).await;
                FolderSaid::Picked(handle.name())
            }
            Err(error) if name_of(&error) == "AbortError" => FolderSaid::NotPicked,
            Err(_) => FolderSaid::Forbidden,
        }
    }

    /// Lists the folder; one listing at a time.
    async fn list(&self) -> Option<FolderSaid> {
        if self.listing.replace(true) {
            self.again.set(true);
            return None;
        }
        let mut said;
        loop {
            self.again.set(false);
            self.record.read().await;
            let Some(handle) = self.record.handle() else {
                said = FolderSaid::Disconnected; // in another tab
                break;
            };
            if !is_allowed(&handle).await {
                said = FolderSaid::NotAllowed;
                break;
            }
            said = match in_time(files_in(&handle)).await {
                Some(Ok(files)) => FolderSaid::Listed(files, self.record.kept()),
                Some(Err(error)) => lost(&error),
                None => FolderSaid::Lost(FolderTrouble::Other),
            };
            if !self.again.get() {
                break;
            }
        }
        self.listing.set(false);
        Some(said)
    }

    async fn read(&self, name: &str) -> Result<(FileInfo, String), JsValue> {
        let handle = self.record.handle().ok_or(JsValue::NULL)?;
        let file = kept_promise(handle.get_file_handle(name, &Object::new())).await?;
        let (file, text) = text_of(file.unchecked_ref()).await?;
        Ok((info(&file), text))
    }

    /// Sees to it that what was handed in stands in the folder, and reads it back.
    async fn write(&self, stem: String) -> Option<FolderSaid> {
        let text = self.record.text(&stem)?;
        let name = own_name(&stem, &self.record.token());
        let stands = match in_time(self.read(&name)).await {
            Some(Ok((info, there))) if there == text => Ok(info),
            _ => match in_time(self.put(&name, &text)).await {
                Some(put) => put,
                None => Err(JsValue::NULL),
            },
        };
        match stands {
            Ok(info) => {
                self.record.sent(&stem, &text).await;
                Some(FolderSaid::Written(stem, info))
            }
            Err(error) => Some(match lost(&error) {
                FolderSaid::Lost(why) => FolderSaid::NotWritten(why),
                // It may be read, as it was listed just now.
                _ => FolderSaid::NotWritten(FolderTrouble::NoWriting),
            }),
        }
    }

    async fn put(&self, name: &str, text: &str) -> Result<FileInfo, JsValue> {
        let handle = self.record.handle().ok_or(JsValue::NULL)?;
        let create = Object::new();
        set(&create, "create", &JsValue::TRUE);
        let file: FileHandle = kept_promise(handle.get_file_handle(name, &create))
            .await?
            .unchecked_into();
        let writable: Writable = kept_promise(file.create_writable()).await?.unchecked_into();
        kept_promise(writable.write(text)).await?;
        kept_promise(writable.close()).await?;
        let (file, there) = text_of(&file).await?;
        if there == text {
            Ok(info(&file))
        } else {
            Err(JsValue::NULL)
        }
    }
}

/// Every file of a folder. One that cannot be opened now counts as empty, as a placeholder does.
async fn files_in(handle: &DirectoryHandle) -> Result<Vec<FileInfo>, JsValue> {
    let all = handle.values()?;
    let mut files = Vec::new();
    loop {
        let next = kept_promise(all.next()).await?;
        if Reflect::get(&next, &"done".into())?.is_truthy() {
            return Ok(files);
        }
        let entry: FileHandle = Reflect::get(&next, &"value".into())?.unchecked_into();
        if entry.kind() != "file" {
            continue;
        }
        files.push(match kept_promise(entry.get_file()).await {
            Ok(file) => info(file.unchecked_ref()),
            Err(_) => FileInfo {
                name: entry.name(),
                size: 0,
                modified: 0,
            },
        });
    }
}

fn info(file: &web_sys::File) -> FileInfo {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // both fit 53 bits
    FileInfo {
        name: file.name(),
        size: file.size() as u64,
        modified: file.last_modified() as i64,
    }
}

fn lost(error: &JsValue) -> FolderSaid {
    FolderSaid::Lost(match name_of(error).as_str() {
        "NotAllowedError" | "SecurityError" => return FolderSaid::NotAllowed,
        "NotFoundError" => FolderTrouble::Gone,
        "NoModificationAllowedError" | "TypeError" => FolderTrouble::NoWriting,
        "QuotaExceededError" => FolderTrouble::Full,
        _ => FolderTrouble::Other,
    })
}
