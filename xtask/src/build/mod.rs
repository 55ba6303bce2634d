//! Making the app: question sets, style sheet, the other programs, Trunk, then what stands on the finished files.

mod desk;
mod minify;
mod policy;
mod program;
mod worker;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use crate::{first_load, questions, run, servers, service_worker, setup, styles};

/// How the app is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build, large, no service worker: `target/dev-dist`.
    Dev,
    /// As it is published: `dist`.
    Release,
}

/// Sets up what is missing and builds.
///
/// # Errors
/// When a tool is missing, a question set is not valid, or the app does not compile.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<()> {
    setup::for_builds(workspace)?;
    let begun = Instant::now();
    questions::build(workspace)?;
    styles::build(workspace)?;
    match profile {
        Profile::Dev => {
            other_programs(workspace, profile)?;
            trunk(workspace, &workspace.dev_dist(), &[])?;
        }
        Profile::Release => release(workspace)?,
    }
    println!("built in {}", run::elapsed(begun.elapsed()));
    Ok(())
}

/// The release build alone, when setup, question sets and styles are done.
///
/// # Errors
/// When the app does not compile.
pub fn release(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    other_programs(workspace, Profile::Release)?;
    trunk(workspace, &dist, &["--release"])?;
    minify::scripts(workspace, &dist)?;
    policy::write_into(&dist.join("index.html"))?;
    let worker = service_worker::write(&dist)?;
    println!(
        "service worker: keeps {} files ({} kB) as {}",
        worker.files,
        worker.bytes / 1000,
        worker.version
    );
    servers::write(workspace)?;
    first_load::measure(&dist)?.print();
    Ok(())
}

/// The programs beside the one that Trunk builds.
///
/// # Errors
/// When one does not compile.
pub fn other_programs(workspace: &Workspace, profile: Profile) -> Result<()> {
    worker::build(workspace, profile)?;
    desk::build(workspace, profile)
}

fn trunk(workspace: &Workspace, dist: &Path, options: &[&str]) -> Result<()> {
    fs::create_dir_all(dist).with_context(|| format!("{} could not be made", dist.display()))?;
    run::visibly(
        workspace
            .command("trunk")
            .env("RUSTFLAGS", without_places())
            .arg("build")
            .args(options)
            .arg("--dist")
            .arg(dist),
    )
}

/// Flags that keep the builder's folders out of the program: they would cost a kilobyte and tell who built it.
fn without_places() -> String {
    let own = std::env::var("RUSTFLAGS").unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registry = cargo.map(|cargo| cargo.join("registry").join("src"));
    match registry.as_deref().and_then(Path::to_str) {
        // A folder with a blank in its name cannot be written in these flags.
        Some(folder) if !folder.contains(' ') => {
            format!("{own} --remap-path-prefix={folder}=")
        }
        _ => own,
    }
}
