//! The other program of the page (`public/boot.js` starts the one that is used here).

use wasm_bindgen_futures::JsFuture;

use super::bindings::open_desk;

/// Leaves the page to the program of the desk: it is fetched, and then the page is loaded anew. Gives whether that could be.
pub async fn open() -> bool {
    match open_desk() {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}
