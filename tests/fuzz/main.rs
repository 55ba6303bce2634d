//! Every reader of foreign bytes under a mutator: no panic, none over a second, memory in proportion to the input.
//!
//! `cargo test` gives each input of the corpus and a short run; `cargo xtask torture --only inputs` is this alone with
//! `MOGNAD_FUZZ_INPUTS` at ten million. What a reader fails on is written to `tests/fuzz/corpus/<reader>/` and stays there, so that it is tried for good.
//! A new reader is one more line in `readers::ALL`.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod corpus;
mod memory;
mod mutator;
#[path = "../published.rs"]
mod published;
mod readers;
mod run;

use std::env;
use std::panic;

/// Inputs of the short run, over all readers.
const USUAL_INPUTS: u64 = 60_000;

#[test]
fn every_reader_of_foreign_bytes_withstands_them() {
    let inputs = env::var("MOGNAD_FUZZ_INPUTS").ok();
    let inputs = inputs.and_then(|n| n.parse().ok()).unwrap_or(USUAL_INPUTS);
    let seed = env::var("MOGNAD_SEED").ok();
    let seed = seed.and_then(|n| n.parse().ok()).unwrap_or(1);
    // Thousands of caught panics would drown the one that matters; it is told below.
    let usual = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let told = run::all(inputs, seed);
    panic::set_hook(usual);
    run::print(&told);
    let failures: Vec<String> = told
        .into_iter()
        .flat_map(|figures| figures.failures)
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
