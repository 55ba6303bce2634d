//! Installing what is missing: at pinned versions, into `target/tools` and `node_modules`, with progress.

mod browsers;
mod cargo_tools;
mod node;
mod rust;

use std::time::Instant;

use anyhow::Result;

use crate::run;
use crate::workspace::Workspace;

pub use browsers::Engines;
pub use cargo_tools::CARGO_DENY;

/// Installs one thing.
type Install = Box<dyn FnOnce(&Workspace) -> Result<()>>;

/// One thing that must be there. `install` is called only when `ready` is false.
struct Step {
    name: String,
    ready: bool,
    install: Install,
}

/// Installs what building needs: the WebAssembly target, the npm packages, Trunk and wasm-bindgen.
///
/// # Errors
/// When something is missing that cannot be installed from here, with the command that does.
pub fn for_builds(workspace: &Workspace) -> Result<()> {
    rust::check(workspace)?;
    node::check(workspace)?;
    install(workspace, build_steps(workspace)?)
}

/// Installs what building and testing need: also geckodriver, and on Debian the browsers.
///
/// # Errors
/// When something is missing that cannot be installed from here, with the command that does.
pub fn for_tests(workspace: &Workspace) -> Result<()> {
    rust::check(workspace)?;
    node::check(workspace)?;
    let mut steps = build_steps(workspace)?;
    steps.push(cargo_tools::step(workspace, cargo_tools::GECKODRIVER));
    steps.push(browsers::step(workspace));
    install(workspace, steps)
}

/// Installs one cargo tool that only a single command needs.
///
/// # Errors
/// When it does not build.
pub fn cargo_tool(workspace: &Workspace, tool: cargo_tools::Tool) -> Result<()> {
    install(workspace, vec![cargo_tools::step(workspace, tool)])
}

fn build_steps(workspace: &Workspace) -> Result<Vec<Step>> {
    Ok(vec![
        rust::target_step(workspace),
        node::packages_step(workspace)?,
        cargo_tools::step(workspace, cargo_tools::TRUNK),
        cargo_tools::step(workspace, cargo_tools::wasm_bindgen(workspace)?),
    ])
}

fn install(workspace: &Workspace, steps: Vec<Step>) -> Result<()> {
    let begun = Instant::now();
    let missing: Vec<Step> = steps.into_iter().filter(|step| !step.ready).collect();
    let count = missing.len();
    for (number, step) in (1..).zip(missing) {
        println!("setup {number} of {count}: {}", step.name);
        let step_begun = Instant::now();
        (step.install)(workspace)?;
        println!("      done in {}", run::elapsed(step_begun.elapsed()));
    }
    if count > 0 {
        cargo_tools::remove_build_folder(workspace);
        println!("set up in {}\n", run::elapsed(begun.elapsed()));
    }
    Ok(())
}
