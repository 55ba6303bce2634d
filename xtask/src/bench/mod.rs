//! `cargo xtask bench`: bytes, Lighthouse, facts and the drawing of each picture natively, and times in the browser.

mod lighthouse;

use std::process::Command;

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

    let facts = native_times(workspace, "bench_facts");
    let drawing = native_times(workspace, "bench_charts");
    let times = browser_times(workspace, &engines);
    weight.and(scores).and(facts).and(drawing).and(times)
}

/// Runs a bench that needs no browser and prints its own table. In a release build, as it is published.
fn native_times(workspace: &Workspace, test: &str) -> Result<()> {
    let mut cargo = cargo_test(workspace, test, &["--release"]);
    cargo.args(["--", "--nocapture"]);
    run::visibly(&mut cargo)
}

/// Runs `tests/bench_browser`, which prints its own tables and fails over its own limits.
fn browser_times(workspace: &Workspace, engines: &Engines) -> Result<()> {
    let mut cargo = cargo_test(workspace, "bench_browser", &[]);
    cargo
        .args(["--", "--test-threads=1", "--nocapture"])
        .env("MOGNAD_DIST", workspace.dist());
    engines.describe_to(&mut cargo);
    run::visibly(&mut cargo)
}

fn cargo_test(workspace: &Workspace, test: &str, options: &[&str]) -> Command {
    let mut cargo = workspace.command("cargo");
    cargo
        .args(["test", "--locked", "--package", "mognad"])
        .args(["--features", "stories", "--test", test])
        .args(options);
    cargo
}
