//! The three browser engines of the tests, from the operating system's packages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::Step;
use crate::run;
use crate::workspace::Workspace;

/// A program that the tests call, and where Debian has it.
struct Needed {
    /// Any one of these will do.
    programs: &'static [&'static str],
    package: &'static str,
}

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

const EVERYWHERE: [Needed; 4] = [
    Needed {
        programs: CHROMIUM,
        package: "chromium",
    },
    Needed {
        programs: &["chromedriver"],
        package: "chromium-driver",
    },
    Needed {
        programs: FIREFOX,
        package: "firefox-esr",
    },
    Needed {
        programs: &["pdftotext"],
        package: "poppler-utils",
    },
];

/// `WebKitGTK`, the third engine, exists on Linux only.
const ON_LINUX: [Needed; 3] = [
    Needed {
        programs: &["WebKitWebDriver"],
        package: "webkit2gtk-driver",
    },
    Needed {
        programs: &["xvfb-run"],
        package: "xvfb",
    },
    Needed {
        programs: &["xauth"],
        package: "xauth",
    },
];

/// The step that installs the browsers and drivers that are missing.
pub(super) fn step(workspace: &Workspace) -> Step {
    let missing = missing(workspace);
    Step {
        name: format!("browsers and drivers ({})", missing.join(", ")),
        ready: missing.is_empty(),
        install: Box::new(move |workspace| install(workspace, &missing)),
    }
}

fn missing(workspace: &Workspace) -> Vec<&'static str> {
    let on_linux: &[Needed] = if cfg!(target_os = "linux") {
        &ON_LINUX
    } else {
        &[]
    };
    EVERYWHERE
        .iter()
        .chain(on_linux)
        .filter(|needed| {
            needed
                .programs
                .iter()
                .all(|program| workspace.which(program).is_none())
        })
        .map(|needed| needed.package)
        .collect()
}

fn install(workspace: &Workspace, packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install {}", packages.join(" "));
    if !is_debian() {
        bail!(
            "the browser tests need programs that are not here. On Debian they come with `{by_hand}`; \
             install the same with this system's package manager"
        );
    }
    if !is_root(workspace) {
        bail!(
            "the browser tests need programs that are not here. Install them with `sudo {by_hand}`"
        );
    }
    let log = workspace.tools().join("log/apt-get.log");
    run::with_signs_of_life(apt(workspace).arg("update"), &log)?;
    run::with_signs_of_life(
        apt(workspace)
            .args([
                "install",
                "--yes",
                "--no-install-recommends",
                "fonts-liberation",
            ])
            .args(packages),
        &log,
    )
}

fn apt(workspace: &Workspace) -> Command {
    let mut apt = workspace.command("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

/// Only Debian itself: elsewhere the same package names can mean other things.
fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn is_root(workspace: &Workspace) -> bool {
    run::output(workspace.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Where the engines are, for the browser tests and for Lighthouse.
pub struct Engines {
    /// Chromium's program.
    pub chromium: Option<PathBuf>,
    /// Firefox's program.
    pub firefox: Option<PathBuf>,
    /// The small browser of `WebKitGTK` that its driver starts.
    pub mini_browser: Option<PathBuf>,
}

impl Engines {
    /// Looks for them.
    pub fn find(workspace: &Workspace) -> Self {
        let first =
            |programs: &[&str]| programs.iter().find_map(|program| workspace.which(program));
        Self {
            chromium: first(CHROMIUM),
            firefox: first(FIREFOX),
            mini_browser: mini_browser(workspace),
        }
    }

    /// Tells a command where they are, by environment variables.
    pub fn describe_to(&self, command: &mut Command) {
        let all = [
            ("CHROMIUM", &self.chromium),
            ("FIREFOX", &self.firefox),
            ("MINIBROWSER", &self.mini_browser),
        ];
        for (name, path) in all {
            if let Some(path) = path {
                command.env(name, path);
            }
        }
    }
}

/// It is not on PATH: its package is asked, then the usual places.
fn mini_browser(workspace: &Workspace) -> Option<PathBuf> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let listed = run::output(
        workspace
            .command("dpkg")
            .args(["-L", "libwebkit2gtk-4.1-0"]),
    )
    .unwrap_or_default();
    let usual = [
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/webkit2gtk-4.1/MiniBrowser",
    ];
    let mut places = listed
        .lines()
        .filter(|path| path.ends_with("/MiniBrowser"))
        .chain(usual)
        .map(Path::new);
    places.find(|path| path.is_file()).map(Path::to_path_buf)
}
