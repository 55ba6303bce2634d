//! The Rust toolchain: `rust-toolchain.toml` names it, rustup brings it.

use anyhow::{Result, bail};

use super::Step;
use crate::run;
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";

/// Checks that rustup is there.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    if workspace.which("rustup").is_none() {
        bail!(
            "rustup is missing: it brings the right Rust and its WebAssembly target. Install it from https://rustup.rs"
        );
    }
    Ok(())
}

/// The WebAssembly target of the pinned toolchain.
pub(super) fn target_step(workspace: &Workspace) -> Step {
    // The sysroot is asked instead of rustup, because it answers in a few milliseconds.
    let ready = run::output(workspace.command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))
    .is_ok_and(|folder| std::path::Path::new(folder.trim()).is_dir());
    Step {
        name: format!("the Rust target {TARGET}"),
        ready,
        install: Box::new(|workspace| {
            run::visibly(workspace.command("rustup").args(["target", "add", TARGET]))
        }),
    }
}
