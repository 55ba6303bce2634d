//! Tabs of one browser share the document live: each tells the others what it has written.
//!
//! Over a `BroadcastChannel`; where there is none, the journal's own keys tell it by the `storage` event. What is heard is
//! merged and not saved again, as the tab that wrote it keeps it.

use wasm_bindgen::JsValue;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use wasm_bindgen::JsCast;

use super::dom::Listener;
use super::page::window;
use crate::domain::{Address, DocumentId, Fact};
use crate::exchange::{facts_from_json, facts_to_json};

/// In the place of facts: everything was erased.
const ERASED: &str = "erased";

/// What one tab tells the others.
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// The channel of this installation, if the browser has channels.
    pub fn open() -> Self {
        Self(BroadcastChannel::new(&super::installation()).ok())
    }

    /// Tells the other tabs what was written here.
    pub fn tell(&self, document: &DocumentId, facts: &[(Address, Fact)]) {
        if let Some(channel) = &self.0 {
            let facts = facts_to_json(facts.iter().map(|(address, fact)| (address, fact)));
            // A tab that cannot be told reads it when it is loaded.
            let _ = channel.post_message(&JsValue::from_str(&format!("{document}\n{facts}")));
        }
    }

    /// Tells the other tabs that everything was erased.
    pub fn tell_erased(&self) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(&JsValue::from_str(ERASED));
        }
    }

    /// Calls `heard` with what other tabs write, and `erased` when one of them has erased everything.
    pub fn hear(
        &self,
        heard: impl Fn(Option<DocumentId>, Vec<(Address, Fact)>) + 'static,
        erased: impl Fn() + 'static,
    ) {
        let read = move |text: Option<String>| {
            let Some(text) = text else { return };
            if text == ERASED {
                return erased();
            }
            // The journal's entries do not say of which document they are.
            let (document, facts) = text.split_once('\n').unwrap_or(("", &text));
            let facts = facts_from_json(facts).facts;
            if !facts.is_empty() {
                heard(DocumentId::parse(document), facts);
            }
        };
        if let Some(channel) = &self.0 {
            Listener::new(channel.clone().into(), "message", move |event| {
                read(
                    event
                        .dyn_ref::<MessageEvent>()
                        .and_then(|e| e.data().as_string()),
                );
            })
            .forever();
        } else if let Some(window) = window() {
            let journal = format!("{}journal:", super::installation());
            let identity = format!("{}document", super::installation());
            Listener::new(window.into(), "storage", move |event| {
                let event = event.dyn_ref::<StorageEvent>();
                if event.is_some_and(|event| {
                    event.key().as_ref() == Some(&identity) && event.new_value().is_none()
                }) {
                    return read(Some(ERASED.to_owned()));
                }
                let ours =
                    event.filter(|event| event.key().is_some_and(|key| key.starts_with(&journal)));
                read(ours.and_then(StorageEvent::new_value));
            })
            .forever();
        }
    }
}
