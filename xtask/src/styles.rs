//! The style sheet: `styles/main.css` and what it imports, in one minified file.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::run;
use crate::workspace::Workspace;

/// Browsers from spring 2024 on: they know `light-dark()`, `oklch()`, nesting and `@layer` by themselves.
const BROWSERS: &str = "chrome >= 123, edge >= 123, firefox >= 128, safari >= 17.5";

/// Bundles `styles/main.css` into `target/assets/style.css`.
///
/// # Errors
/// When a file is missing or not valid CSS.
pub fn build(workspace: &Workspace) -> Result<()> {
    let entry = workspace.root().join("styles/main.css");
    if !entry.is_file() {
        bail!("styles/main.css is missing: it is the entry file of the style sheet");
    }
    fs::create_dir_all(workspace.assets()).context("target/assets could not be made")?;
    let output = workspace.assets().join("style.css");
    let mut lightningcss = workspace.command(&program(workspace));
    lightningcss
        .args([
            "--bundle",
            "--minify",
            "--targets",
            BROWSERS,
            "--output-file",
        ])
        .arg(output)
        .arg(entry);
    run::output(&mut lightningcss)?;
    Ok(())
}

/// The program from the package for this machine. The link in `node_modules/.bin` is made by an install script, and
/// npm may be set to run none.
fn program(workspace: &Workspace) -> String {
    let file = format!("lightningcss{}", std::env::consts::EXE_SUFFIX);
    let packages = fs::read_dir(workspace.root().join("node_modules"))
        .into_iter()
        .flatten()
        .flatten();
    packages
        .filter(|package| {
            package
                .file_name()
                .to_string_lossy()
                .starts_with("lightningcss-cli-")
        })
        .map(|package| package.path().join(&file))
        .find(|program| program.is_file())
        .map_or_else(
            || "lightningcss".to_owned(),
            |program| program.to_string_lossy().into_owned(),
        )
}
