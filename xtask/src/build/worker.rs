//! The second program: built, bound, hashed and minified before Trunk runs, which copies it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::{Profile, minify, without_places};
use crate::run;
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";
const NAME: &str = "mognad-worker";
/// Behind what wasm-bindgen writes: the script that starts the program.
const START: &str = "src/worker/start.js";
/// The page's side of it.
const ASK: &str = "src/worker/ask.js";
/// Where `ask.js` has the name of the script.
const SCRIPT: &str = "__WORKER__";
/// Where `start.js` has the name of the program's file.
const WASM: &str = "__WASM__";
/// As `index.html` has it for the app.
const OPTIMISE: [&str; 10] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--strip-producers",
];

/// Builds the worker into `target/assets/worker`: the program, its script and the page's side of it under hashed names, and
/// `index.json`, which names the scripts.
///
/// # Errors
/// When it does not compile, or a tool fails.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<()> {
    compile(workspace, profile)?;
    let bound = workspace.root().join("target/worker");
    bind(workspace, profile, &bound)?;
    let program = bound.join(format!("{NAME}_bg.wasm"));
    if profile == Profile::Release {
        optimise(workspace, &program)?;
    }
    let out = workspace.assets().join("worker");
    if out.exists() {
        fs::remove_dir_all(&out).context("target/assets/worker could not be emptied")?;
    }
    fs::create_dir_all(&out).context("target/assets/worker could not be made")?;
    let program = read(&program)?;
    let wasm = hashed(NAME, &program, "wasm");
    write(&out.join(&wasm), &program)?;

    let mut script = read(&bound.join(format!("{NAME}.js")))?;
    script.extend(source(workspace, START)?.replace(WASM, &wasm).bytes());
    let script = write_script(workspace, &out, NAME, &script)?;

    let ask = source(workspace, ASK)?.replace(SCRIPT, &script);
    let ask = write_script(workspace, &out, "mognad-ask", ask.as_bytes())?;
    let index = serde_json::json!({ "ask": ask, "worker": script }).to_string();
    write(&out.join("index.json"), index.as_bytes())
}

/// Writes a script, minified, under a name of its content, and gives the name.
fn write_script(workspace: &Workspace, out: &Path, name: &str, text: &[u8]) -> Result<String> {
    let file = workspace.root().join(format!("target/worker/{name}.js"));
    write(&file, text)?;
    minify::script(workspace, &file)?;
    let text = read(&file)?;
    let name = hashed(name, &text, "js");
    write(&out.join(&name), &text)?;
    Ok(name)
}

fn source(workspace: &Workspace, file: &str) -> Result<String> {
    fs::read_to_string(workspace.root().join(file))
        .with_context(|| format!("{file} could not be read"))
}

fn compile(workspace: &Workspace, profile: Profile) -> Result<()> {
    let mut cargo = workspace.command("cargo");
    // The same flags as for the app, so that what both stand on is compiled once.
    cargo.env("RUSTFLAGS", without_places()).args([
        "build",
        "--package",
        "mognad",
        "--bin",
        NAME,
        "--target",
        TARGET,
    ]);
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    run::visibly(&mut cargo)
}

fn bind(workspace: &Workspace, profile: Profile, out: &Path) -> Result<()> {
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
    };
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(
        || workspace.root().join("target"),
        |own| workspace.root().join(PathBuf::from(own)),
    );
    let program = target
        .join(TARGET)
        .join(folder)
        .join(format!("{NAME}.wasm"));
    // A classic script: every browser starts one as a worker, and the file can stand alone.
    let mut wasm_bindgen = workspace.command("wasm-bindgen");
    wasm_bindgen
        .args(["--target", "no-modules", "--no-typescript"])
        .args([
            "--omit-default-module-path",
            "--out-name",
            NAME,
            "--out-dir",
        ])
        .arg(out)
        .arg(program);
    run::output(&mut wasm_bindgen)?;
    Ok(())
}

/// Makes the program smaller where `wasm-opt` is there; without it, it works as well.
fn optimise(workspace: &Workspace, program: &Path) -> Result<()> {
    if workspace.which("wasm-opt").is_some() {
        let mut wasm_opt = workspace.command("wasm-opt");
        wasm_opt
            .args(OPTIMISE)
            .arg(program)
            .arg("--output")
            .arg(program);
        run::output(&mut wasm_opt)?;
    }
    Ok(())
}

/// A name that never gets other content.
fn hashed(name: &str, content: &[u8], extension: &str) -> String {
    let digest = format!("{:x}", Sha256::digest(content));
    let short = digest.get(..16).unwrap_or(&digest);
    format!("{name}-{short}.{extension}")
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} could not be read", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    fs::write(file, content).with_context(|| format!("{} could not be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_the_content() {
        let name = hashed(NAME, b"a", "wasm");
        assert_eq!(name, "mognad-worker-ca978112ca1bbdca.wasm");
        assert_ne!(name, hashed(NAME, b"b", "wasm"));
    }

    #[test]
    fn each_script_has_a_place_for_the_name_that_it_needs() {
        let start = include_str!("../../../src/worker/start.js");
        assert_eq!(start.matches(WASM).count(), 1);
        let ask = include_str!("../../../src/worker/ask.js");
        assert_eq!(ask.matches(SCRIPT).count(), 1);
    }
}
