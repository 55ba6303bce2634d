//! An address that leads nowhere, and the way home.

use leptos::prelude::*;

use super::runtime::Runtime;
use crate::app::Route;

/// The page of an unknown address.
pub fn view(runtime: Runtime) -> impl IntoView {
    let words = runtime.words();
    view! {
        <article class="page narrow">
            <h1 tabindex="-1">{words.lost_heading}</h1>
            <p class="lead">{words.lost_about}</p>
            <p><a class="ds-button" href=Route::Start.href()>{words.to_start}</a></p>
        </article>
    }
}
