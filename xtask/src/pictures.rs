//! `cargo xtask pictures`: the README's pictures, from the app as it is now.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::run;
use crate::setup::{self, Engines};
use crate::workspace::Workspace;

/// Debian's Chromium speaks only English: with this, its fields for dates follow the page's language, as they do in a Swedish
/// browser.
const FLAG: &str = "--enable-blink-features=LangAttributeAwareFormControlUI";

/// Builds the app and has `tests/readme_pictures.rs` take its pictures, into `docs/pictures`.
///
/// # Errors
/// When it does not build, or a page does not come to what is to be shown.
pub fn take(workspace: &Workspace) -> Result<()> {
    setup::for_tests(workspace)?;
    build::build(workspace, Profile::Release)?;
    let folder = workspace.root().join("docs/pictures");
    let mut cargo = workspace.command("cargo");
    cargo
        .args(["test", "--locked", "--package", "mognad"])
        .args(["--features", "stories", "--test", "readme_pictures"])
        .args(["--", "--nocapture"])
        .env("MOGNAD_DIST", workspace.dist())
        .env("MOGNAD_PICTURES", &folder)
        .env("MOGNAD_CHROMIUM_FLAG", FLAG);
    Engines::find(workspace).describe_to(&mut cargo);
    run::visibly(&mut cargo)?;
    println!("they are in docs/pictures: look at each before you commit it");
    Ok(())
}
