//! Erasing this installation's part of the browser, and beginning anew.

use wasm_bindgen::JsValue;

use super::Store;
use super::page::window;

/// Erases everything that this installation keeps here. Gives whether all of it is gone.
pub async fn erase(store: &Store) -> bool {
    store.erase().await.is_ok()
}

/// Loads the page anew at its beginning, as one who has never been here.
pub fn begin_anew() {
    let Some(window) = window() else {
        return;
    };
    // The part after `#` alone would not load the page; where it cannot be changed, the page is loaded where it is.
    let _ = window.history().and_then(|history| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&super::base()))
    });
    let _ = window.location().reload();
}
