//! The browser: the only place with web-sys, js-sys, gloo and raw bindings. Fulfils the app's effects, and tells it what
//! happens.

mod bindings;
mod camera;
mod clock;
mod database;
mod desk;
mod device;
mod dom;
mod erase;
mod example;
pub mod file_handle;
mod files;
mod focus;
mod folder;
mod folder_record;
mod handles;
pub mod history;
mod journal;
mod page;
mod persistence;
mod pictures;
mod room;
mod sets;
mod shelf;
mod store;
mod tabs;
mod updates;
mod worker;

pub use camera::{Camera, pick_picture, watch as watch_camera};
pub use clock::{Timer, moment, offset};
pub use desk::open as open_desk;
pub use device::{keep as keep_device, read as read_device};
pub use dom::{
    Listener, focus, go, has_full_screen, hash, is_typing, on_digits, on_hash, on_hide, on_keys,
    on_leave, on_rest, on_return, on_undo_keys, print, set_page, take_value, turn_full_screen,
};
pub use erase::{begin_anew, erase};
pub use example::{fetch as fetch_example, is_open as in_example};
pub use files::{Kind, can_share, copy, offer, on_drop, pick, share};
pub use focus::{focus_page, focus_soon, go_and_stay, keep_focus, watch_focus};
pub use folder::SharedFolder;
pub use persistence::{ask as ask_to_persist, is_promised};
pub use pictures::{offer_png, offer_svg};
pub use room::{Room, room};
pub use sets::{fetch as fetch_set, fetch_about};
pub use store::Store;
pub use tabs::Tabs;
pub use updates::{take as take_update, watch as watch_updates};
pub use worker::archive;

use crate::domain::WriterId;

/// Where this installation's stores are: named by the path, so that a test and a production copy on one origin do not meet.
pub fn installation() -> String {
    let path = page::window()
        .and_then(|window| window.location().pathname().ok())
        .unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    // The example has stores of its own, so that one's own answers stay as they are.
    let name = if example::is_open() {
        "mognad-example"
    } else {
        "mognad"
    };
    format!("{name}:{folder}/")
}

/// The address of the app, without what stands after `#`.
pub fn base() -> String {
    let href = page::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// A random writer for this page load.
pub fn writer() -> WriterId {
    #[allow(clippy::cast_possible_truncation)] // half of the randomness is enough for a writer
    WriterId(clock::random() as u64)
}

/// Writes a panic to the console before it stops the app, for whoever is asked to help; the crash panel shows itself.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
}

/// Runs a future to its end, beside the page.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}
