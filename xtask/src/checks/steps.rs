//! The steps of `cargo xtask test`.

use anyhow::{Result, bail};

use crate::run::{self, Tally};
use crate::setup::{self, Engines};
use crate::workspace::Workspace;
use crate::{build, first_load, questions, styles};

/// One step. Each can be run alone, given that `setup` and `build` were run before those that need them.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) run: fn(&Workspace, &mut Tally) -> Result<()>,
}

pub(super) const STEPS: [Step; 9] = [
    Step {
        name: "setup",
        what: "install what is missing",
        run: |workspace, _| setup::for_tests(workspace),
    },
    Step {
        name: "fmt",
        what: "the code is formatted (`cargo fmt` mends it)",
        run: fmt,
    },
    Step {
        name: "clippy",
        what: "no warnings in native code and tests",
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        what: "no warnings in the code for the browser",
        run: clippy_wasm,
    },
    Step {
        name: "native",
        what: "tests without a browser",
        run: native,
    },
    Step {
        name: "questions",
        what: "the question sets and the example are valid",
        run: valid_questions,
    },
    Step {
        name: "build",
        what: "the release build",
        run: release_build,
    },
    Step {
        name: "budget",
        what: "the first load is light enough",
        run: budget,
    },
    Step {
        name: "stories",
        what: "the app in Chromium, Firefox and WebKitGTK",
        run: stories,
    },
];

const WASM: &str = "wasm32-unknown-unknown";

fn fmt(workspace: &Workspace, _: &mut Tally) -> Result<()> {
    run::visibly(workspace.command("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy(workspace: &Workspace, _: &mut Tally) -> Result<()> {
    let arguments = [
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--",
        "-D",
        "warnings",
    ];
    run::visibly(workspace.command("cargo").args(arguments))
}

fn clippy_wasm(workspace: &Workspace, _: &mut Tally) -> Result<()> {
    let package = [
        "clippy",
        "--locked",
        "--package",
        "mognad",
        "--lib",
        "--bins",
        "--target",
        WASM,
    ];
    run::visibly(
        workspace
            .command("cargo")
            .args(package)
            .args(["--", "-D", "warnings"]),
    )
}

fn native(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    run::counting_tests(
        workspace
            .command("cargo")
            .args(["test", "--locked", "--workspace"]),
        tally,
    )
}

fn valid_questions(workspace: &Workspace, _: &mut Tally) -> Result<()> {
    questions::build(workspace)
}

fn release_build(workspace: &Workspace, _: &mut Tally) -> Result<()> {
    questions::build(workspace)?;
    styles::build(workspace)?;
    build::release(workspace)
}

fn budget(workspace: &Workspace, _: &mut Tally) -> Result<()> {
    let first_load = first_load::measure(&workspace.dist())?;
    first_load.print();
    first_load.check()
}

fn stories(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    if !workspace.dist().join("index.html").is_file() {
        bail!("there is no build in dist/: run `cargo xtask build` first");
    }
    let mut cargo = workspace.command("cargo");
    cargo.args([
        "test",
        "--locked",
        "--package",
        "mognad",
        "--test",
        "stories",
        "--features",
        "stories",
    ]);
    cargo
        .args(["--", "--test-threads=1"])
        .env("MOGNAD_DIST", workspace.dist());
    Engines::find(workspace).describe_to(&mut cargo);
    run::counting_tests(&mut cargo, tally)
}
