//! What files and folders that a person gave have in common: waiting, permission, reading, and what an error is called.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::bindings::{FileHandle, Handle};
use super::page::window;

/// The outcome of a promise that may not even be given.
pub(super) async fn kept_promise(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

/// Whether it may be read and written without asking.
pub(super) async fn is_allowed(handle: &Handle) -> bool {
    is_granted(handle.query_permission(&reading_and_writing())).await
}

/// Asks the person whether it may be read and written. Called in a gesture.
pub(super) async fn ask(handle: &Handle) -> bool {
    is_granted(handle.request_permission(&reading_and_writing())).await
}

async fn is_granted(asked: Result<Promise, JsValue>) -> bool {
    let answer = kept_promise(asked).await;
    answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
}

/// What the app wants to do with it, as an option.
pub(super) fn reading_and_writing() -> Object {
    let options = Object::new();
    set(&options, "mode", &"readwrite".into());
    options
}

/// The file as it is now, and its text.
pub(super) async fn text_of(handle: &FileHandle) -> Result<(web_sys::File, String), JsValue> {
    let file: web_sys::File = kept_promise(handle.get_file()).await?.unchecked_into();
    let text = JsFuture::from(file.text()).await?;
    Ok((file, text.as_string().unwrap_or_default()))
}

/// Sets a property of an object of one's own, which takes it.
pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// Whether the window has a function.
pub(super) fn has_function(name: &str) -> bool {
    window().is_some_and(|window| {
        Reflect::get(&window, &name.into()).is_ok_and(|found| found.is_function())
    })
}

/// What an error is called.
pub(super) fn name_of(error: &JsValue) -> String {
    let name = Reflect::get(error, &"name".into()).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
}
