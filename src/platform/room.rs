//! How much room the browser's storage takes, as far as the browser says.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::page::window;

/// Room in bytes, of everything that is kept for this address.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// What is taken.
    pub taken: f64,
    /// What the browser gives.
    pub given: f64,
}

/// The browser's own estimate; nothing where it gives none.
pub async fn room() -> Option<Room> {
    let navigator: JsValue = window()?.navigator().into();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let estimate: js_sys::Function = Reflect::get(&storage, &"estimate".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let promise: Promise = estimate.call0(&storage).ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(promise).await.ok()?;
    let number = |name: &str| Reflect::get(&answer, &name.into()).ok()?.as_f64();
    Some(Room {
        taken: number("usage")?,
        given: number("quota")?,
    })
}
