//! What Mognad promises, told as stories in real browsers: Chromium, Firefox and `WebKit`.
//!
//! They need the finished app in `dist/` (or in the folder that `MOGNAD_DIST` names) and take the
//! browsers that they find. `cargo xtask test` runs them with everything else.

mod answering;
mod archive;
mod bad_input;
mod benchmarks;
mod builds;
mod choosing;
mod compare;
mod coordinator;
mod council;
mod crash_safe;
mod desk;
mod everyone;
mod example;
mod faults;
mod files;
mod flower_box;
mod folder;
mod harness;
mod history;
mod hostile;
mod hostile_words;
mod journey;
mod keeping;
mod leading;
mod manager;
mod managers;
mod meeting_pack;
mod older;
mod organising;
mod pictures;
mod print;
#[allow(clippy::unwrap_used)] // a panic is how a test says no
#[path = "../published.rs"]
mod published;
mod round;
mod rounds_over;
mod set_changes;
mod shell;
mod storage;
mod tabs;
mod three_engines;
mod time;
mod told;
mod twenty;
mod workshop;
mod workshop_codes;
