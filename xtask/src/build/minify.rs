//! Smaller scripts: Trunk's own minifier does not understand what wasm-bindgen writes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::run;
use crate::workspace::Workspace;

/// Minifies every script at the top of `dist` in place; modules stay modules, and names that others call stay.
///
/// # Errors
/// When esbuild does not understand one.
pub fn scripts(workspace: &Workspace, dist: &Path) -> Result<()> {
    for entry in
        fs::read_dir(dist).with_context(|| format!("{} could not be read", dist.display()))?
    {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "js") {
            script(workspace, &file)?;
        }
    }
    Ok(())
}

/// Minifies one script in place.
///
/// # Errors
/// When esbuild does not understand it.
pub fn script(workspace: &Workspace, file: &Path) -> Result<()> {
    let mut esbuild = workspace.command("esbuild");
    esbuild
        .arg(file)
        .args([
            "--minify",
            "--charset=utf8",
            "--target=es2022",
            "--log-level=warning",
            "--allow-overwrite",
        ])
        .arg(format!("--outfile={}", file.display()));
    run::output(&mut esbuild)?;
    Ok(())
}
