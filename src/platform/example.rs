//! The example workspace: the same app at an address of its own (`?exempel`), over stores of its own.

use super::page::window;
use super::sets;

/// What the address has after `?` there, in front of whatever a mail program or a portal has added.
const SEARCH: &str = "?exempel";

/// Whether this page is the example.
pub fn is_open() -> bool {
    window()
        .and_then(|window| window.location().search().ok())
        .is_some_and(|search| search.starts_with(SEARCH))
}

/// The example as it is published, the text of a file.
pub async fn fetch() -> Option<String> {
    sets::named(|index| index.get("example")).await
}
