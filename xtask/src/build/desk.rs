//! The program of the desk, which takes the page over from the program that Trunk builds.

use anyhow::Result;

use super::Profile;
use super::program::{Program, emptied};
use crate::workspace::Workspace;

const NAME: &str = "mognad-desk";
const FOLDER: &str = "desk";

/// Builds the desk into `target/assets/desk`: the program and its script under hashed names, and `index.json`, which names
/// them. A build of the dev profile has none: there Trunk's program does everything (`src/main.rs`).
///
/// # Errors
/// When it does not compile, or a tool fails.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<()> {
    if profile == Profile::Dev {
        emptied(workspace, FOLDER)?;
        return Ok(());
    }
    let program = Program::build(workspace, profile, NAME, "web", FOLDER)?;
    let wasm = program.write_wasm()?;
    let script = program.write_script(NAME, &program.glue()?)?;
    program.write_index(&serde_json::json!({ "js": script, "wasm": wasm }))
}
