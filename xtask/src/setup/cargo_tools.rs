//! Tools that cargo builds: Trunk, wasm-bindgen, geckodriver, cargo-deny.
//!
//! They are built without optimisation. That takes Trunk from eight minutes to two on two cores, and the app it makes
//! is the same.

use std::borrow::Cow;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::Step;
use crate::run;
use crate::workspace::Workspace;

/// A tool at a pinned version.
pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: Cow<'static, str>,
    features: &'static [&'static str],
}

/// Builds the app. 0.22 needs a newer Rust.
pub(super) const TRUNK: Tool = Tool {
    package: "trunk",
    program: "trunk",
    version: Cow::Borrowed("0.21.14"),
    features: &["--no-default-features", "--features", "rustls"],
};

/// Lets the tests drive Firefox.
pub(super) const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    program: "geckodriver",
    version: Cow::Borrowed("0.37.1"),
    features: &[],
};

/// Checks bans, licences and sources.
pub const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    program: "cargo-deny",
    version: Cow::Borrowed("0.20.2"),
    features: &[],
};

/// `wasm-bindgen`, which must be exactly the version that the app is compiled with.
pub(super) fn wasm_bindgen(workspace: &Workspace) -> Result<Tool> {
    let path = workspace.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path)
        .with_context(|| format!("{} could not be read", path.display()))?;
    let version =
        locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen in it")?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: Cow::Owned(version.to_owned()),
        features: &[],
    })
}

/// The step that installs `tool` when this version of it is not there.
pub(super) fn step(workspace: &Workspace, tool: Tool) -> Step {
    Step {
        name: format!(
            "{} {} (built from source; this takes a few minutes)",
            tool.package, tool.version
        ),
        ready: is_installed(workspace, &tool),
        install: Box::new(move |workspace| install(workspace, &tool)),
    }
}

/// Takes away what compiling the tools left behind, which is much larger than the tools.
pub(super) fn remove_build_folder(workspace: &Workspace) {
    // If it cannot be removed it is only disk space.
    let _kept = fs::remove_dir_all(workspace.tools().join("build"));
}

/// cargo's own record of what is installed is asked, and the program must be there.
fn is_installed(workspace: &Workspace, tool: &Tool) -> bool {
    let record = fs::read_to_string(workspace.tools().join(".crates.toml")).unwrap_or_default();
    let program = format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX);
    record.contains(&format!("\"{} {} (", tool.package, tool.version))
        && workspace.tools().join("bin").join(program).is_file()
}

fn install(workspace: &Workspace, tool: &Tool) -> Result<()> {
    let log = workspace.tools().join(format!("log/{}.log", tool.package));
    if workspace.which("cargo-binstall").is_some() {
        let mut binstall = workspace.command("cargo");
        binstall.args([
            "binstall",
            "--no-confirm",
            "--disable-strategies",
            "compile",
            "--root",
        ]);
        binstall
            .arg(workspace.tools())
            .arg(format!("{}@{}", tool.package, tool.version));
        if run::with_signs_of_life(&mut binstall, &log).is_ok() {
            return Ok(());
        }
        println!("      there is no ready-made one to download; building it");
    }
    if run::with_signs_of_life(cargo_install(workspace, tool).arg("--locked"), &log).is_ok() {
        return Ok(());
    }
    // A registry that lags behind may not have a version that the tool's lock file names.
    println!(
        "      the tool's own lock file could not be used; building it with the newest fitting dependencies"
    );
    run::with_signs_of_life(&mut cargo_install(workspace, tool), &log)
        .with_context(|| format!("{} {} could not be installed", tool.package, tool.version))
}

fn cargo_install(workspace: &Workspace, tool: &Tool) -> Command {
    let mut install = workspace.command("cargo");
    install
        .args(["install", tool.package, "--version", &tool.version])
        .args(tool.features);
    install.arg("--root").arg(workspace.tools());
    install
        .env("CARGO_TARGET_DIR", workspace.tools().join("build"))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
    install
}

/// The version of `package` in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    lines.next()?;
    lines
        .next()?
        .trim()
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_wasm_bindgen_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }
}
