//! The window and its document.

use web_sys::{Document, Window};

/// The window, which is always there in a page.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document in the window.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}
