//! Files out and in.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::bindings::share_file;
use super::clock::Timer;
use super::dom::Listener;
use super::page::{document, window};
use crate::app::{ChosenFile, Handed};

/// What a file of text holds.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A document.
    Json,
    /// A picture.
    Svg,
    /// A page to be read.
    Html,
    /// A table for a spreadsheet.
    Csv,
}

/// Hands a file to the browser's downloads.
pub fn offer(name: &str, kind: Kind, text: &str) {
    // Each step can only fail where the browser has no downloads at all; the answers stay where they are.
    let _ = blob(kind, text).and_then(|blob| offer_blob(name, &blob));
}

pub(super) fn blob(kind: Kind, text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(match kind {
        Kind::Json => "application/json",
        Kind::Svg => "image/svg+xml",
        Kind::Html => "text/html",
        Kind::Csv => "text/csv",
    });
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

pub(super) fn offer_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let page = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = page.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.set_hidden(true);
    page.body().ok_or(JsValue::NULL)?.append_child(&link)?;
    link.click();
    // The download has begun when the click returns, but slow browsers read the address a little later.
    std::mem::forget(Timer::after(60_000, move || {
        link.remove();
        let _ = Url::revoke_object_url(&url);
    }));
    Ok(())
}

/// Whether the device has a share sheet that takes a file of ours.
pub fn can_share() -> bool {
    share_file("a.mognad.json", None).is_ok_and(|yes| yes.is_truthy())
}

/// Hands a file to the device's share sheet. Called in a gesture.
pub fn share(name: &str, text: &str) {
    let _ = share_file(name, Some(text)); // who closes the sheet again can press the button again
}

/// Lets the person choose files; `then` gets their names and texts. Called in a gesture.
pub fn pick(then: impl Fn(Vec<ChosenFile>) + 'static) {
    let Some(input) = document()
        .and_then(|page| page.create_element("input").ok())
        .and_then(|element| element.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    input.set_type("file");
    input.set_multiple(true);
    input.set_accept(".json,application/json");
    let chosen = {
        let input = input.clone();
        Closure::once_into_js(move || {
            if let Some(files) = input.files() {
                super::spawn(async move { then(read(&files).await) });
            }
        })
    };
    input.set_onchange(Some(chosen.unchecked_ref()));
    input.click();
}

/// Takes files that are dropped anywhere on the page, instead of leaving the app for them.
pub fn on_drop(then: impl Fn(Vec<ChosenFile>) + Clone + 'static) {
    let Some(window) = window() else {
        return;
    };
    Listener::new(window.clone().into(), "dragover", |event| {
        event.prevent_default();
    })
    .forever();
    Listener::new(window.into(), "drop", move |event| {
        event.prevent_default();
        let transfer = js_sys::Reflect::get(&event, &"dataTransfer".into());
        let files = transfer.and_then(|transfer| js_sys::Reflect::get(&transfer, &"files".into()));
        if let Ok(files) = files.and_then(JsCast::dyn_into::<FileList>) {
            let then = then.clone();
            super::spawn(async move { then(read(&files).await) });
        }
    })
    .forever();
}

async fn read(files: &FileList) -> Vec<ChosenFile> {
    let mut read = Vec::new();
    for place in 0..files.length() {
        if let Some(file) = files.get(place) {
            let text = JsFuture::from(file.text()).await.ok();
            read.push(ChosenFile {
                name: file.name(),
                text: text.and_then(|text| text.as_string()),
            });
        }
    }
    read
}

/// Puts a text into the clipboard.
pub async fn copy(text: &str) -> Handed {
    match method("clipboard", "writeText", &text.into()).await {
        Ok(_) => Handed::Copied,
        Err(_) => Handed::NotCopied,
    }
}

/// Calls a method of something that the navigator has, if it has it, and waits for it.
pub(super) async fn method(of: &str, name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let navigator: JsValue = window().ok_or(JsValue::NULL)?.navigator().into();
    let target = js_sys::Reflect::get(&navigator, &of.into())?;
    let method: js_sys::Function = js_sys::Reflect::get(&target, &name.into())?.dyn_into()?;
    let promise: js_sys::Promise = method.call1(&target, argument)?.dyn_into()?;
    JsFuture::from(promise).await
}
