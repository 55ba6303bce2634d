//! `cargo xtask bench`: bytes, Lighthouse, and times in the browser.

mod lighthouse;

use anyhow::{Context, Result};
use xtask::server;

use crate::build::{self, Profile};
use crate::setup::{self, Engines};
use crate::workspace::Workspace;
use crate::{first_load, run};

/// Builds, measures, and prints what was measured.
///
/// # Errors
/// When it does not build, or a value is worse than its limit: all are measured before that is said.
pub fn bench(workspace: &Workspace) -> Result<()> {
    setup::for_tests(workspace)?;
    build::build(workspace, Profile::Release)?;
    let weight = first_load::measure(&workspace.dist())?.check();
    let engines = Engines::find(workspace);

    let server = server::start(&workspace.dist(), 0).context("the server could not be started")?;
    server.warm_up().context("dist/ could not be compressed")?;
    let scores = lighthouse::measure(workspace, &engines, &server.url());
    server.stop();

    let times = browser_times(workspace, &engines);
    weight.and(scores).and(times)
}

/// Runs `tests/bench_browser.rs`, which prints its own table and fails over its own limits.
fn browser_times(workspace: &Workspace, engines: &Engines) -> Result<()> {
    if !workspace.root().join("tests/bench_browser.rs").is_file() {
        println!("times in the browser: tests/bench_browser.rs is not there yet");
        return Ok(());
    }
    let mut cargo = workspace.command("cargo");
    cargo.args([
        "test",
        "--locked",
        "--package",
        "mognad",
        "--test",
        "bench_browser",
        "--features",
        "stories",
    ]);
    cargo
        .args(["--", "--test-threads=1", "--nocapture"])
        .env("MOGNAD_DIST", workspace.dist());
    engines.describe_to(&mut cargo);
    run::visibly(&mut cargo)
}
