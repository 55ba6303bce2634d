//! The program in the worker, its script, and the page's side of it.

use std::fs;

use anyhow::{Context, Result};

use super::Profile;
use super::program::Program;
use crate::workspace::Workspace;

const NAME: &str = "mognad-worker";
/// Behind what wasm-bindgen writes: the script that starts the program.
const START: &str = "src/worker/start.js";
/// The page's side of it.
const ASK: &str = "src/worker/ask.js";
/// Where `ask.js` has the name of the script.
const SCRIPT: &str = "__WORKER__";
/// Where `start.js` has the name of the program's file.
const WASM: &str = "__WASM__";

/// Builds the worker into `target/assets/worker`: the program, its script and the page's side of it under hashed names, and
/// `index.json`, which names the scripts.
///
/// # Errors
/// When it does not compile, or a tool fails.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<()> {
    // A classic script: every browser starts one as a worker, and the file can stand alone.
    let program = Program::build(workspace, profile, NAME, "no-modules", "worker")?;
    let wasm = program.write_wasm()?;
    let mut script = program.glue()?;
    script.extend(source(workspace, START)?.replace(WASM, &wasm).bytes());
    let script = program.write_script(NAME, &script)?;
    let ask = source(workspace, ASK)?.replace(SCRIPT, &script);
    let ask = program.write_script("mognad-ask", ask.as_bytes())?;
    program.write_index(&serde_json::json!({ "ask": ask, "worker": script }))
}

fn source(workspace: &Workspace, file: &str) -> Result<String> {
    fs::read_to_string(workspace.root().join(file))
        .with_context(|| format!("{file} could not be read"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_script_has_a_place_for_the_name_that_it_needs() {
        let start = include_str!("../../../src/worker/start.js");
        assert_eq!(start.matches(WASM).count(), 1);
        let ask = include_str!("../../../src/worker/ask.js");
        assert_eq!(ask.matches(SCRIPT).count(), 1);
    }
}
