//! The browser's entry: starts the app. On other targets there is nothing to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    mognad::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
