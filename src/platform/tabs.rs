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

    /// Calls `heard` with what other tabs write.
    pub fn hear(&self, heard: impl Fn(Option<DocumentId>, Vec<(Address, Fact)>) + 'static) {
        let read = move |text: Option<String>| {
            let Some(text) = text else { return };
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
            Listener::new(window.into(), "storage", move |event| {
                let event = event.dyn_ref::<StorageEvent>();
                let ours =
                    event.filter(|event| event.key().is_some_and(|key| key.starts_with(&journal)));
                read(ours.and_then(StorageEvent::new_value));
            })
            .forever();
        }
    }
}
