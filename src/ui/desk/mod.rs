//! The pages of the desk's own program.

use leptos::prelude::*;

use super::runtime::Runtime;
use super::{gallery, lost, round, targets};
use crate::app::Route;

/// A page of the desk.
pub fn page(runtime: Runtime, route: Route) -> AnyView {
    match route {
        Route::Round => round::view(runtime),
        Route::Targets(at) => targets::view(runtime, at),
        Route::Gallery => gallery::view(runtime),
        _ => lost::view(runtime).into(),
    }
}
