//! How long the app lets one wait in the browser: answering in a large document, and seeing its pictures.
//!
//! `cargo xtask bench` runs it, `cargo xtask test` never does: a loaded machine must not fail a check. It measures in
//! Chromium with the processor slowed four times, as on an old laptop.

// What only the stories have use for: here a macro, below some of their words.
#[allow(unused_macros)]
#[path = "../stories/harness/mod.rs"]
mod harness;
#[allow(dead_code)]
#[path = "../stories/manager.rs"]
mod manager;

mod answering;
mod comparing;
mod municipality;
mod pictures;
mod slow;
mod times;
