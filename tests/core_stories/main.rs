//! The app without a browser: messages in, effects and model out.

// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod answering;
mod benchmarks;
mod codes;
mod compare;
mod folder;
mod history;
mod keeping;
mod leading;
mod manager;
mod managers;
mod meeting_pack;
#[path = "../published.rs"]
mod published;
mod rounds;
mod set_changes;
mod time;
mod undoing;
mod workshop;
