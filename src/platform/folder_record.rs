//! What this browser remembers of the shared folder: which it is, this device's token in names of files, and what was
//! handed in, until the folder holds it and after. It outlives the page; where nothing can be kept it lives as long as that.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::bindings::DirectoryHandle;
use super::handles::set;
use super::{Store, clock};
use crate::app::folder::{Kept, Outgoing};
use crate::domain::Purged;

const KEY: &str = "folder";
const HANDLE: &str = "handle";
const TOKEN: &str = "token";
/// `[stem, text, sent]` of each file.
const KEPT: &str = "kept";

/// The record, in the store and in hand.
pub(super) struct Record {
    store: Rc<Store>,
    /// As it was last read or written: what there is where the store cannot be used.
    last: RefCell<JsValue>,
}

impl Record {
    pub fn new(store: Rc<Store>) -> Self {
        Self {
            store,
            last: RefCell::new(JsValue::UNDEFINED),
        }
    }

    /// Reads it: another tab may have changed it.
    pub async fn read(&self) {
        if let Some(value) = self.store.beside(KEY).await {
            self.last.replace(value);
        }
    }

    async fn change(&self, change: &dyn Fn(&Object)) {
        let change = |before: JsValue| {
            let record = before.dyn_into::<Object>().unwrap_or_default();
            if text(&record, TOKEN).is_none() {
                let token = format!("{:016x}", clock::random() >> 64);
                set(&record, TOKEN, &token.into());
            }
            change(&record);
            record.into()
        };
        let changed = match self.store.change_beside(KEY, &change).await {
            Ok(value) => value,
            Err(_) => change(self.last.borrow().clone()),
        };
        self.last.replace(changed);
    }

    fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.last.borrow(), &name.into()).unwrap_or(JsValue::UNDEFINED)
    }

    /// The folder, if one is connected.
    pub fn handle(&self) -> Option<DirectoryHandle> {
        let handle = self.get(HANDLE);
        handle.is_object().then(|| handle.unchecked_into())
    }

    /// This device's token; empty until the record was changed once.
    pub fn token(&self) -> String {
        self.get(TOKEN).as_string().unwrap_or_default()
    }

    /// What was handed in through the folder.
    pub fn kept(&self) -> Vec<Kept> {
        let all = entries(&self.get(KEPT)).into_iter();
        all.filter_map(|entry| {
            Some(Kept {
                stem: entry.get(0).as_string()?,
                sent: entry.get(2).is_truthy(),
            })
        })
        .collect()
    }

    /// The text of what was handed in under a stem.
    pub fn text(&self, stem: &str) -> Option<String> {
        let entry = entries(&self.get(KEPT))
            .into_iter()
            .find(|entry| is_of(entry, stem))?;
        entry.get(1).as_string()
    }

    /// Remembers a folder. What waits goes into it.
    pub async fn connect(&self, handle: &DirectoryHandle) {
        self.change(&|record| set(record, HANDLE, handle)).await;
    }

    /// Forgets the folder, and what it holds already; what was not written yet waits for the next one.
    pub async fn disconnect(&self) {
        self.change(&|record| {
            set(record, HANDLE, &JsValue::UNDEFINED);
            put(record, |entry| !entry.get(2).is_truthy(), None);
        })
        .await;
    }

    /// Keeps what was handed in, in the place of what was handed in under the same stem before.
    pub async fn keep(&self, outgoing: &Outgoing) {
        self.change(&|record| {
            let entry = Array::of3(
                &JsValue::from_str(&outgoing.stem),
                &JsValue::from_str(&outgoing.text),
                &JsValue::FALSE,
            );
            put(record, |entry| !is_of(entry, &outgoing.stem), Some(entry));
        })
        .await;
    }

    /// Keeps nothing any longer that names what was removed for good.
    pub async fn clean(&self, marks: &[Purged]) {
        self.read().await;
        if self.kept().is_empty() {
            return;
        }
        let stays = |entry: &Array| {
            let text = entry.get(1).as_string().unwrap_or_default();
            !marks.iter().any(|mark| mark.is_named_in(&text))
        };
        self.change(&|record| put(record, stays, None)).await;
    }

    /// The text stands in the folder; nothing where something else was handed in meanwhile.
    pub async fn sent(&self, stem: &str, text: &str) {
        self.change(&|record| {
            for entry in entries(&Reflect::get(record, &KEPT.into()).unwrap_or_default()) {
                if is_of(&entry, stem) && entry.get(1).as_string().as_deref() == Some(text) {
                    entry.set(2, JsValue::TRUE);
                }
            }
        })
        .await;
    }
}

fn is_of(entry: &Array, stem: &str) -> bool {
    entry.get(0).as_string().as_deref() == Some(stem)
}

fn entries(kept: &JsValue) -> Vec<Array> {
    if !Array::is_array(kept) {
        return Vec::new();
    }
    Array::from(kept)
        .iter()
        .filter_map(|entry| entry.dyn_into::<Array>().ok())
        .collect()
}

/// Leaves of what is kept what `stays`, and adds an entry.
fn put(record: &Object, stays: impl Fn(&Array) -> bool, entry: Option<Array>) {
    let kept = Reflect::get(record, &KEPT.into()).unwrap_or_default();
    let next: Array = entries(&kept)
        .into_iter()
        .filter(stays)
        .chain(entry)
        .collect();
    set(record, KEPT, &next);
}

fn text(record: &Object, name: &str) -> Option<String> {
    Reflect::get(record, &name.into()).ok()?.as_string()
}
