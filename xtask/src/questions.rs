//! The question sets and the example: checked, compiled and hashed before Trunk runs, by the crate that knows their format.

use anyhow::{Context, Result};

use crate::run;
use crate::workspace::Workspace;

/// Checks `questions/` and `example/`, and writes what the app loads to `target/assets/sets`.
///
/// # Errors
/// When a set or the example is not valid: every finding has been printed with file, line and how to mend it.
pub fn build(workspace: &Workspace) -> Result<()> {
    let out = workspace.assets().join("sets");
    run_tool(workspace, &["questions", "example", &out.to_string_lossy()])
        .context("the question sets or the example are not valid; nothing was built from them")
}

/// Writes the JSON Schemas of the TOML files to `questions/schema`.
///
/// # Errors
/// When they cannot be written.
pub fn write_schemas(workspace: &Workspace) -> Result<()> {
    run_tool(workspace, &["--schema", "questions/schema"])
}

fn run_tool(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let tool = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        "question-sets",
        "--",
    ];
    run::visibly(workspace.command("cargo").args(tool).args(arguments))
}
