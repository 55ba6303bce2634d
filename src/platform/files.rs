//! Files out and in.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::clock::Timer;
use super::page::document;

/// What a file of text holds.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A document.
    Json,
    /// A picture.
    Svg,
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

/// Lets the person choose a file; `then` gets its text, or nothing where it cannot be read. Called in a gesture.
pub fn pick(then: impl Fn(Option<String>) + 'static) {
    let Some(input) = document()
        .and_then(|page| page.create_element("input").ok())
        .and_then(|element| element.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    input.set_type("file");
    input.set_accept(".json,application/json");
    let chosen = {
        let input = input.clone();
        Closure::once_into_js(move || {
            let Some(file) = input.files().and_then(|files| files.get(0)) else {
                return;
            };
            super::spawn(async move {
                let text = JsFuture::from(file.text())
                    .await
                    .ok()
                    .and_then(|text| text.as_string());
                then(text);
            });
        })
    };
    input.set_onchange(Some(chosen.unchecked_ref()));
    input.click();
}
