//! `cargo xtask torture`: the long runs, which take too long for every change.

use anyhow::{Result, bail};

use crate::build::{self, Profile};
use crate::run;
use crate::setup::{self, Engines};
use crate::workspace::Workspace;

/// Inputs for the readers of foreign bytes, where `MOGNAD_FUZZ_INPUTS` does not say otherwise.
const INPUTS: &str = "10000000";

/// Gives every reader of foreign bytes millions of inputs, and kills browsers at random moments; prints what was counted.
///
/// # Errors
/// When it does not build, or something was lost: both runs are made before that is said.
pub fn torture(workspace: &Workspace, only: Option<&str>) -> Result<()> {
    match only {
        None | Some("kills") => {}
        Some("inputs") => return foreign_bytes(workspace), // needs neither browsers nor the app
        Some(other) => bail!("there is no long run `{other}`: it is `inputs` or `kills`"),
    }
    setup::for_tests(workspace)?;
    build::build(workspace, Profile::Release)?;
    if only.is_some() {
        return kills(workspace);
    }
    let read = foreign_bytes(workspace);
    let kept = kills(workspace);
    read.and(kept)
}

/// In a release build: a debug build would take the whole day.
fn foreign_bytes(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.command("cargo");
    cargo
        .args(["test", "--locked", "--release", "--package", "mognad"])
        .args(["--test", "fuzz", "--", "--nocapture"]);
    if std::env::var_os("MOGNAD_FUZZ_INPUTS").is_none() {
        cargo.env("MOGNAD_FUZZ_INPUTS", INPUTS);
    }
    run::visibly(&mut cargo)
}

/// `MOGNAD_KILLS` says how often, for each browser; 200 and 30 times where it does not.
fn kills(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.command("cargo");
    cargo
        .args(["test", "--locked", "--package", "mognad"])
        .args(["--features", "stories", "--test", "torture"])
        .args(["--", "--test-threads=1", "--nocapture"])
        .env("MOGNAD_DIST", workspace.dist());
    Engines::find(workspace).describe_to(&mut cargo);
    run::visibly(&mut cargo)
}
