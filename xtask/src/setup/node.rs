//! The tools from npm: the design system's style sheets, lightningcss, wasm-opt, axe and Lighthouse.

use std::fs;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::Step;
use crate::run;
use crate::workspace::Workspace;

const OLDEST_NODE: u32 = 20;
/// Holds the hash of the `package-lock.json` that `node_modules` was installed from.
const STAMP: &str = "node_modules/.mognad-lock-hash";

/// Checks that Node.js and npm are there and not too old.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    for program in ["node", "npm"] {
        if workspace.which(program).is_none() {
            bail!(
                "`{program}` is missing. Install Node.js {OLDEST_NODE} or newer from https://nodejs.org, or with your package manager"
            );
        }
    }
    let version = run::output(workspace.command("node").arg("--version"))?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!(
            "Node.js {} is too old: install {OLDEST_NODE} or newer from https://nodejs.org, or with your package manager",
            version.trim()
        ),
    }
}

/// `node_modules` as `package-lock.json` has it.
pub(super) fn packages_step(workspace: &Workspace) -> Result<Step> {
    let lock = workspace.root().join("package-lock.json");
    let bytes = fs::read(&lock).with_context(|| format!("{} could not be read", lock.display()))?;
    let hash = format!("{:x}", Sha256::digest(bytes));
    let stamp = workspace.root().join(STAMP);
    Ok(Step {
        name: "npm packages (npm ci)".to_owned(),
        ready: fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == hash),
        install: Box::new(move |workspace| {
            let log = workspace.tools().join("log/npm-ci.log");
            run::with_signs_of_life(workspace.command("npm").arg("ci"), &log)?;
            fs::write(&stamp, hash)
                .with_context(|| format!("{} could not be written", stamp.display()))
        }),
    })
}

/// The 20 of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
