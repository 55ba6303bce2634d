//! The window: address, events, focus.

use super::page::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, HtmlElement, KeyboardEvent};

/// Listens until dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    action: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    /// Calls `action` at every event `name` of `target`.
    pub fn new(
        target: EventTarget,
        name: &'static str,
        action: impl FnMut(web_sys::Event) + 'static,
    ) -> Self {
        let action = Closure::<dyn FnMut(web_sys::Event)>::new(action);
        // Adding a listener to a live target does not fail; if it did, the event would merely not be heard.
        let _ = target.add_event_listener_with_callback(name, action.as_ref().unchecked_ref());
        Self {
            target,
            name,
            action,
        }
    }

    /// Listens as long as the page lives.
    pub fn forever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self
            .target
            .remove_event_listener_with_callback(self.name, self.action.as_ref().unchecked_ref());
    }
}

fn on_window(name: &'static str, action: impl FnMut(web_sys::Event) + 'static) {
    if let Some(window) = window() {
        Listener::new(window.into(), name, action).forever();
    }
}

/// The part of the address after `#`, decoded where it is encoded.
pub fn hash() -> String {
    let hash = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    js_sys::decode_uri_component(&hash).map_or(hash, String::from)
}

/// Goes to an address (`#/…`).
pub fn go(href: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(href); // a set hash cannot fail for an own address
    }
}

/// Calls `action` whenever the address changes.
pub fn on_hash(mut action: impl FnMut() + 'static) {
    on_window("hashchange", move |_| action());
}

/// Calls `action` when the page goes away, before anything else hears of it.
pub fn on_leave(action: impl Fn() + 'static) {
    on_window("pagehide", move |_| action());
}

/// Calls `action` when the page may be about to go: hidden, left, closed.
pub fn on_hide(action: impl Fn() + Clone + 'static) {
    let leaving = action.clone();
    on_window("pagehide", move |_| leaving());
    if let Some(page) = document() {
        Listener::new(page.clone().into(), "visibilitychange", move |_| {
            if page.hidden() {
                action();
            }
        })
        .forever();
    }
}

/// Calls `action` when the page is laid to rest in the back-forward cache.
pub fn on_rest(action: impl Fn() + 'static) {
    on_window("pagehide", move |event| {
        if is_persisted(&event) {
            action();
        }
    });
}

fn is_persisted(event: &web_sys::Event) -> bool {
    js_sys::Reflect::get(event, &JsValue::from_str("persisted")).is_ok_and(|kept| kept.is_truthy())
}

/// Calls `action` when the page comes back out of the back-forward cache.
pub fn on_return(action: impl Fn() + 'static) {
    on_window("pageshow", move |event| {
        if is_persisted(&event) {
            action();
        }
    });
}

/// Calls `action` with every plain key press (no Ctrl, Alt, Meta); it says whether it took the key.
pub fn on_keys(action: impl Fn(&str) -> bool + 'static) -> Option<Listener> {
    let page = document()?;
    Some(Listener::new(page.into(), "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        if !modified && !event.default_prevented() && action(&event.key()) {
            event.prevent_default();
        }
    }))
}

/// Calls `action` with every digit key (no Ctrl, Alt, Meta) and whether Shift is held, wherever the keyboard has other signs
/// there then; it says whether it took the key.
pub fn on_digits(action: impl Fn(u8, bool) -> bool + 'static) -> Option<Listener> {
    let page = document()?;
    Some(Listener::new(page.into(), "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let code = event.code();
        let named = code
            .strip_prefix("Digit")
            .or_else(|| code.strip_prefix("Numpad"));
        let key = event.key();
        // What the key writes comes first: on some keyboards digits are written with Shift, on a phone there is no code.
        let digit = key.parse::<u8>().ok().filter(|_| key.len() == 1);
        let digit = digit.or_else(|| named?.parse::<u8>().ok());
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        if let (Some(digit), false, false) = (digit, modified, event.default_prevented())
            && action(digit, event.shift_key())
        {
            event.prevent_default();
        }
    }))
}

/// Whether the browser can show the page alone on the screen.
pub fn has_full_screen() -> bool {
    document().is_some_and(|page| page.fullscreen_enabled())
}

/// Shows the page alone on the screen, or no longer.
pub fn turn_full_screen() {
    let Some(page) = document() else {
        return;
    };
    if page.fullscreen_element().is_some() {
        page.exit_fullscreen();
    } else if let Some(root) = page.document_element() {
        let _ = root.request_fullscreen(); // a browser that refuses leaves the page as it is
    }
}

/// Calls `action` at the keys for undo (Ctrl+Z, ⌘Z) and, with `true`, at those for redo (Ctrl+Y, Ctrl+Shift+Z, ⇧⌘Z), unless
/// text is being typed, which has an undo of its own.
pub fn on_undo_keys(action: impl Fn(bool) + 'static) {
    on_window("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let commands = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let key = event.key();
        let again = key == "y" || event.shift_key();
        if commands && matches!(key.as_str(), "z" | "Z" | "y") && !has_own_keys(false) {
            event.prevent_default();
            action(again);
        }
    });
}

/// Whether the focus is where keys belong to what is entered: a field of text, or a list.
pub fn is_typing() -> bool {
    has_own_keys(true)
}

fn has_own_keys(lists: bool) -> bool {
    document()
        .and_then(|page| page.active_element())
        .is_some_and(|element| {
            let kind = element.get_attribute("type").unwrap_or_default();
            match element.tag_name().as_str() {
                "TEXTAREA" => true,
                "SELECT" => lists,
                "INPUT" => !matches!(kind.as_str(), "radio" | "checkbox" | "button" | "submit"),
                _ => false,
            }
        })
}

/// Moves the focus to the element with an id.
pub fn focus(id: &str) {
    if let Some(element) = document().and_then(|page| page.get_element_by_id(id)) {
        focus_element(&element);
    }
}

/// Moves the focus to the first element that a selector finds.
pub(super) fn focus_selected(selector: &str) {
    let found = document().and_then(|page| page.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        focus_element(&element);
    }
}

/// The text of the field with an id, which is emptied.
pub fn take_value(id: &str) -> String {
    let found = document().and_then(|page| page.get_element_by_id(id));
    match found.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        Some(field) => {
            let text = field.value();
            field.set_value("");
            text
        }
        None => String::new(),
    }
}

/// Opens the browser's print dialogue; a browser without printing does nothing.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

fn focus_element(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus(); // an element that cannot take focus leaves it where it was
    }
}

/// Sets the language of the page and its title.
pub fn set_page(language: &str, title: &str) {
    if let Some(page) = document() {
        page.set_title(title);
        if let Some(root) = page.document_element() {
            let _ = root.set_attribute("lang", language);
        }
    }
}
