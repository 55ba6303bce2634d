//! The program of the desk, as the browser starts it in the place of the program for answering.

#[cfg(target_arch = "wasm32")]
fn main() {
    mognad::ui::start(&mognad::ui::DESK);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
