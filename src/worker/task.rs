//! Tasks out of messages, and their answers. What cannot be read is refused with one word: nobody but the app sends any.

use mognad::domain::{RoundId, Timestamp};
use mognad::exchange::{
    ArchiveOptions, FreeText, Names, RoundStatus, archive_html, file_from_json, texts_in_picture,
};
use mognad::i18n::Language;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message from now on.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return; // not in a worker: nobody asks
    };
    let own = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        // It fails only where the page is gone, and then nobody waits.
        let _ = own.post_message(&answer(&event.data()));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn answer(message: &JsValue) -> JsValue {
    let (key, value) = match perform(message) {
        Ok(made) => ("made", made),
        Err(error) => ("error", error.to_owned()),
    };
    let answer = js_sys::Object::new();
    for (key, value) in [("id", field(message, "id")), (key, value.into())] {
        // A new object takes every key.
        let _ = js_sys::Reflect::set(&answer, &key.into(), &value);
    }
    answer.into()
}

/// Does what a message asks for; otherwise says what of it was not understood.
fn perform(message: &JsValue) -> Result<String, &'static str> {
    match text(message, "task").as_deref() {
        Some("archive") => archive(message),
        Some("codes") => codes(message),
        _ => Err("task"),
    }
}

fn archive(message: &JsValue) -> Result<String, &'static str> {
    let word = |key: &'static str| text(message, key).ok_or(key);
    let file = file_from_json(&word("document")?).map_err(|_| "document")?;
    let round = RoundId::parse(&word("round")?).ok_or("round")?;
    let options = ArchiveOptions {
        status: RoundStatus::parse(&word("status")?).ok_or("status")?,
        names: Names::parse(&word("names")?).ok_or("names")?,
        texts: FreeText::parse(&word("texts")?).ok_or("texts")?,
    };
    let language = match word("language")?.as_str() {
        "sv" => Language::Swedish,
        "en" => Language::English,
        _ => return Err("language"),
    };
    let number = |key: &'static str| field(message, key).as_f64().ok_or(key);
    #[allow(clippy::cast_possible_truncation)] // what does not fit is clamped
    let at = Timestamp(number("at")? as i64);
    #[allow(clippy::cast_possible_truncation)] // what does not fit is clamped
    let offset = number("offset")? as i32;
    let document = &file.document;
    Ok(archive_html(
        document, &round, &options, language, at, offset,
    ))
}

/// The texts of the codes in a picture of grey points, a line each.
fn codes(message: &JsValue) -> Result<String, &'static str> {
    let side = |key: &'static str| -> Result<usize, &'static str> {
        let number = field(message, key).as_f64().ok_or(key)?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped
        Ok(number as usize)
    };
    let points = field(message, "document");
    let points = points.dyn_into::<js_sys::Uint8Array>();
    let grey = points.map_err(|_| "document")?.to_vec();
    Ok(texts_in_picture(side("width")?, side("height")?, &grey).join("\n"))
}

fn field(message: &JsValue, key: &str) -> JsValue {
    js_sys::Reflect::get(message, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(message: &JsValue, key: &str) -> Option<String> {
    field(message, key).as_string()
}
