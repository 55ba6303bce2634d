//! The shell: pages and components, and one runtime that joins `app` to `platform`. No rule of scoring, no word for users.

mod about;
mod begin;
mod chart;
mod data;
mod desk;
mod desk_waits;
mod element;
mod gallery;
mod hand_in;
mod lost;
mod notices;
mod parts;
mod picker;
mod question;
mod read_in;
mod result;
mod round;
mod runtime;
mod settings;
mod shell;
mod targets;
mod waiting;

use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::{DeskEffect, Model, Moment, Msg, Route, Update, update, update_answering};
use crate::domain::{QuestionSet, SetId, UnitId};
use crate::i18n::Words;
use crate::platform::{self, Store};
use runtime::Runtime;

/// What fulfils the effects of the desk.
type Outside = Box<dyn Fn(DeskEffect)>;

/// One of the programs that this crate makes of its pages.
pub struct Program {
    update: fn(&mut Model, Msg, &Moment) -> Update,
    /// The pages that only the program of the desk has.
    desk: fn(Runtime, Route) -> AnyView,
    /// The title of such a page.
    desk_title: fn(&Words, &Route) -> &'static str,
    /// Begins what only the program of the desk does outside, and gives what fulfils its effects.
    outside: fn(Runtime, Rc<Store>) -> Outside,
    /// More ways to hand in.
    hand_in: fn(Runtime, UnitId) -> AnyView,
    /// What a result is held against.
    beside: fn(Runtime, Arc<QuestionSet>, UnitId) -> AnyView,
    /// More ways on from a result.
    from_result: fn(Runtime, SetId, UnitId) -> AnyView,
}

/// The program for answering: what most people need, and all that a first visit fetches.
pub static ANSWERING: Program = Program {
    update: update_answering,
    desk: |runtime, _| desk_waits::view(runtime),
    desk_title: |words, _| words.desk_opening,
    outside: |_, _| Box::new(|_| ()),
    hand_in: |_, _| ().into_any(),
    beside: |_, _, _| ().into_any(),
    from_result: |_, _, _| ().into_any(),
};

/// The program of the desk: everything.
pub static DESK: Program = Program {
    update,
    desk: desk::page,
    desk_title: desk::title,
    outside: desk::outside,
    hand_in: desk::hand_in,
    beside: desk::beside,
    from_result: desk::from_result,
};

/// Starts a program: opens the stores, then takes over the static page.
pub fn start(program: &'static Program) {
    platform::report_panics();
    let writer = platform::writer();
    let store = Store::new(writer);
    platform::spawn(async move {
        let runtime = Runtime::new(program, writer, store);
        runtime.begin();
        let route = present_route();
        runtime.open_stores(&route).await;
        mount("notices", move || notices::view(runtime).into());
        mount("page", move || page(runtime));
        shell::take_over(runtime); // after the first mount, which makes Leptos ready to run effects
        runtime.listen(&route);
    });
}

/// Mounts a view into the element with an id, which index.html has.
fn mount(id: &str, view: impl FnOnce() -> AnyView + 'static) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        mount_to(element, view).forget();
    }
}

/// The page of the present route; built anew when the route or the language changes, and only then.
fn page(runtime: Runtime) -> AnyView {
    let place = Memo::new(move |_| runtime.route_and_language());
    Effect::new(move |before: Option<()>| {
        let (route, _) = place.get();
        shell::arrived(runtime, &route, before.is_none());
    });
    element::following(move || {
        let (route, _) = place.get();
        match route {
            Route::Start => Vec::new(),
            Route::Answer(None) => vec![begin::view(runtime)],
            Route::Answer(Some(place)) => vec![question::view(runtime, place)],
            Route::Result(at) => vec![result::view(runtime, at)],
            Route::HandIn(unit) => vec![hand_in::view(runtime, unit)],
            Route::ReadIn => vec![read_in::view(runtime).into()],
            Route::Invitation(_) => vec![read_in::invitation(runtime).into()],
            Route::Settings => vec![settings::view(runtime).into()],
            Route::Data => vec![data::view(runtime).into()],
            Route::About => vec![about::view(runtime)],
            Route::NotFound(_) => vec![lost::view(runtime).into()],
            route => vec![(runtime.program().desk)(runtime, route)],
        }
    })
}

/// The model as it is before the stores have been read.
fn empty_model(writer: crate::domain::WriterId) -> Model {
    let nothing = crate::domain::DocumentId::from_random(writer.0);
    let mut model = Model::new(nothing, platform::read_device(), writer);
    model.example = platform::in_example();
    model.base = platform::base();
    model
}

/// The route in the address bar.
fn present_route() -> Route {
    Route::parse(&platform::hash())
}
