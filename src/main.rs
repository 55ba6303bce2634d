//! The program for answering, as the browser starts it. On other targets there is nothing to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    // While one works on the app, one program does everything.
    mognad::ui::start(if cfg!(debug_assertions) {
        &mognad::ui::DESK
    } else {
        &mognad::ui::ANSWERING
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
