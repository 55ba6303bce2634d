//! The pages of the desk's own program.

mod set_update;
mod units;

use leptos::prelude::*;

use super::element::El;
use super::runtime::Runtime;
use super::{gallery, lost, round, targets};
use crate::app::Route;
use crate::i18n::Words;

pub use set_update::coming;

/// The title of a page of the desk.
pub fn title(words: &Words, route: &Route) -> &'static str {
    let desk = words.desk();
    match route {
        Route::Round => words.round,
        Route::Targets(_) => words.targets,
        Route::Gallery => words.gallery,
        Route::Units => desk.units.title,
        Route::OldQuestions => desk.set_update.old_questions,
        _ => words.lost_heading,
    }
}

/// A page of the desk.
pub fn page(runtime: Runtime, route: Route) -> AnyView {
    let page: El = match route {
        Route::Round => return round::view(runtime),
        Route::Targets(at) => return targets::view(runtime, at),
        Route::Gallery => return gallery::view(runtime),
        Route::Units => units::view(runtime),
        Route::OldQuestions => set_update::view(runtime),
        _ => lost::view(runtime),
    };
    page.into()
}
