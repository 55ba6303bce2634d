//! `cargo xtask dev`: a fast build that reloads the page when a file changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use crate::{build, questions, run, setup, styles};

/// How often the style sheets, question sets and example are looked at.
const GLANCE: Duration = Duration::from_millis(400);

/// Touched after styles or question sets were built. Trunk watches nothing in `target`, where those lie.
const SIGNAL: &str = "node_modules/.cache/mognad/assets-built";

/// Sets up what is missing, then lets Trunk watch the code, and watches styles and question sets itself.
///
/// # Errors
/// When a tool is missing or the first build fails.
pub fn dev(workspace: &Workspace, port: u16) -> Result<()> {
    setup::for_builds(workspace)?;
    questions::build(workspace)?;
    styles::build(workspace)?;
    build::other_programs(workspace, build::Profile::Dev)?;
    let dist = workspace.dev_dist();
    fs::create_dir_all(&dist).with_context(|| format!("{} could not be made", dist.display()))?;
    signal(workspace)?;

    thread::scope(|scope| {
        scope.spawn(|| rebuild_on_change(workspace));
        let mut trunk = workspace.command("trunk");
        trunk
            .args([
                "serve",
                "--address",
                "127.0.0.1",
                "--port",
                &port.to_string(),
                "--dist",
            ])
            .arg(&dist);
        for watched in ["src", "public", "index.html", "Cargo.toml", SIGNAL] {
            trunk.arg("--watch").arg(workspace.root().join(watched));
        }
        let ended = run::visibly(&mut trunk);
        // Trunk only ends when it is stopped or cannot go on; the watching thread has no end of its own.
        match ended {
            Ok(()) => std::process::exit(0),
            Err(error) => {
                eprintln!("\nerror: {error:#}");
                std::process::exit(1)
            }
        }
    })
}

/// Builds styles, or question sets and example, again when they change, and has Trunk reload the page.
fn rebuild_on_change(workspace: &Workspace) {
    let style_folder = workspace.root().join("styles");
    let question_state_now =
        || ["questions", "example"].map(|name| state(&workspace.root().join(name)));
    let (mut style_state, mut question_state) = (state(&style_folder), question_state_now());
    loop {
        thread::sleep(GLANCE);
        let (style_now, question_now) = (state(&style_folder), question_state_now());
        if style_now != style_state {
            report(styles::build(workspace).and_then(|()| signal(workspace)));
            style_state = style_now;
        }
        if question_now != question_state {
            let built = questions::build(workspace);
            report(built.and_then(|()| signal(workspace)));
            question_state = question_now;
        }
    }
}

/// Changes the file that Trunk watches.
fn signal(workspace: &Workspace) -> Result<()> {
    let file = workspace.root().join(SIGNAL);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} could not be made", folder.display()))?;
    }
    let now = format!("{:?}\n", SystemTime::now());
    fs::write(&file, now).with_context(|| format!("{} could not be written", file.display()))
}

fn report(result: Result<()>) {
    if let Err(error) = result {
        eprintln!("{error:#}");
    }
}

/// When each file of a folder was last changed.
fn state(folder: &Path) -> BTreeMap<PathBuf, Option<SystemTime>> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                left.push(path);
            } else {
                let modified = entry.metadata().and_then(|meta| meta.modified()).ok();
                found.insert(path, modified);
            }
        }
    }
    found
}
