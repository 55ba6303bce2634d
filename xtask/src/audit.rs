//! `cargo xtask audit`: bans, licences and sources of the dependencies, as `deny.toml` allows them.

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{run, setup};

/// Installs cargo-deny if it is missing, and runs the checks that need no other server than the registry.
///
/// # Errors
/// When a dependency is not allowed.
pub fn audit(workspace: &Workspace) -> Result<()> {
    setup::cargo_tool(workspace, setup::CARGO_DENY)?;
    run::visibly(workspace.command("cargo").args([
        "deny",
        "--workspace",
        "--all-features",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}
