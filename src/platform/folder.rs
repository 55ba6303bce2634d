//! The shared folder in the browser: choosing it, listing, reading and writing. What is to be done, and when, `app/folder`
//! says; each task is answered with what came of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::bindings::{DirectoryHandle, FileHandle, Writable, show_directory_picker};
use super::clock::Timer;
use super::database::in_time;
use super::dom::Listener;
use super::folder_record::Record;
use super::page::{document, window};
use super::{Store, spawn};
use crate::app::desk::folder::FolderErrand;
use crate::app::folder::{FileInfo, FolderSaid, FolderTask, FolderTrouble};
use crate::exchange::own_name;

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
            let allowed = is_granted(handle.query_permission(&reading_and_writing())).await;
            self.tell(FolderSaid::Found { name, allowed });
        } else if !has_picker() {
            self.tell(FolderSaid::Unsupported);
        }
    }

    async fn done(&self, errand: FolderErrand) -> Option<FolderSaid> {
        match errand {
            FolderErrand::Choose => Some(self.choose().await),
            FolderErrand::Allow => {
                let asked = self
                    .record
                    .handle()?
                    .request_permission(&reading_and_writing());
                Some(FolderSaid::Answered(is_granted(asked).await))
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
        if !has_picker() {
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
            if !is_granted(handle.query_permission(&reading_and_writing())).await {
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
        text_of(file.unchecked_ref()).await
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
        let (info, there) = text_of(&file).await?;
        if there == text {
            Ok(info)
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
                name: entry.file_name(),
                size: 0,
                modified: 0,
            },
        });
    }
}

async fn text_of(handle: &FileHandle) -> Result<(FileInfo, String), JsValue> {
    let file: web_sys::File = kept_promise(handle.get_file()).await?.unchecked_into();
    let text = JsFuture::from(file.text()).await?;
    Ok((info(&file), text.as_string().unwrap_or_default()))
}

fn info(file: &web_sys::File) -> FileInfo {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // both fit 53 bits
    FileInfo {
        name: file.name(),
        size: file.size() as u64,
        modified: file.last_modified() as i64,
    }
}

async fn kept_promise(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

async fn is_granted(asked: Result<Promise, JsValue>) -> bool {
    let answer = kept_promise(asked).await;
    answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
}

fn reading_and_writing() -> Object {
    let options = Object::new();
    set(&options, "mode", &"readwrite".into());
    options
}

fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value); // an own object takes a property
}

fn has_picker() -> bool {
    window().is_some_and(|window| {
        Reflect::get(&window, &"showDirectoryPicker".into()).is_ok_and(|it| it.is_function())
    })
}

fn name_of(error: &JsValue) -> String {
    let name = Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
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
