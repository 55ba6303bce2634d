//! Long runs against what a browser does to one's answers when it dies.
//!
//! `cargo xtask torture` runs them and prints their figures; `cargo xtask test` has the short versions among the stories.

// What only the stories have use for: here a macro, below some of their words.
#[allow(unused_macros)]
#[path = "../stories/harness/mod.rs"]
mod harness;
#[allow(dead_code)]
#[path = "../stories/manager.rs"]
mod manager;
#[path = "../stories/twenty.rs"]
mod twenty;

mod answering;
mod kills;
mod random;
