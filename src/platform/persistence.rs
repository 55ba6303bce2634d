//! The browser's promise not to clear what is kept here by itself.

use wasm_bindgen::JsValue;

use super::files::method;

/// Asks for the promise. Nothing waits for the answer: a browser may ask the person, and never answer.
pub fn ask() {
    super::spawn(async {
        let _ = method("storage", "persist", &JsValue::UNDEFINED).await;
    });
}

/// Whether it was given; nothing where the browser does not say.
pub async fn is_promised() -> Option<bool> {
    let answer = method("storage", "persisted", &JsValue::UNDEFINED).await;
    answer.ok()?.as_bool()
}
