//! The shell: pages and components, and one runtime that joins `app` to `platform`. No rule of scoring, no word for users.

mod about;
mod begin;
mod chart;
mod data;
mod field;
mod lost;
mod notices;
mod question;
mod result;
mod runtime;
mod settings;
mod shell;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::{Model, Msg, Route};
use crate::platform::{self, Store};
use runtime::Runtime;

/// Starts the app: opens the stores, then takes over the static page.
pub fn start() {
    let writer = platform::writer();
    let store = Store::new(writer);
    platform::spawn(async move {
        let runtime = Runtime::new(writer, store);
        runtime.open_stores().await;
        shell::take_over(runtime);
        mount("notices", move || notices::view(runtime).into_any());
        mount("page", move || page(runtime).into_any());
        runtime.listen();
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

/// The page of the present route; built anew when the route or the language changes.
fn page(runtime: Runtime) -> impl IntoView {
    let place = Memo::new(move |_| runtime.route_and_language());
    Effect::new(move |before: Option<()>| {
        let (route, _) = place.get();
        shell::arrived(runtime, &route, before.is_none());
    });
    move || {
        let (route, _) = place.get();
        match route {
            Route::Start => ().into_any(),
            Route::Answer(None) => begin::view(runtime).into_any(),
            Route::Answer(Some(place)) => question::view(runtime, place).into_any(),
            Route::Result(at) => result::view(runtime, at).into_any(),
            Route::Settings => settings::view(runtime).into_any(),
            Route::Data => data::view(runtime).into_any(),
            Route::About => about::view(runtime).into_any(),
            Route::NotFound(_) => lost::view(runtime).into_any(),
        }
    }
}

/// The model as it is before the stores have been read.
fn empty_model(writer: crate::domain::WriterId) -> Model {
    let nothing = crate::domain::DocumentId::from_random(writer.0);
    Model::new(nothing, platform::read_device(), writer)
}

/// The route in the address bar.
fn present_route() -> Msg {
    Msg::Arrived(Route::parse(&platform::hash()))
}
