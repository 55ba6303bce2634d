//! An address that leads nowhere, and the way home.

use super::element::{El, el};
use super::parts::{Weight, p, page, way};
use super::runtime::Runtime;
use crate::app::Route;

/// The page of an unknown address.
pub fn view(runtime: Runtime) -> El {
    let words = runtime.words();
    page(words.lost_heading)
        .child(p(words.lost_about).class("lead"))
        .child(el("p").child(way(
            Weight::Primary,
            "home",
            words.to_start,
            Route::Start.href(),
        )))
}
