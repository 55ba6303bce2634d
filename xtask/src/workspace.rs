//! Where things are in the repository, and how its tools are called.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The repository.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The repository that this `xtask` belongs to.
    ///
    /// # Errors
    /// When the folder above `xtask/` cannot be found.
    pub fn find() -> Result<Self> {
        let xtask = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = xtask
            .parent()
            .context("xtask is not inside the repository; run it as `cargo xtask`")?;
        Ok(Self {
            root: root.to_path_buf(),
        })
    }

    /// The folder with the top-level `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The release build of the app.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The fast build of the app.
    pub fn dev_dist(&self) -> PathBuf {
        self.root.join("target/dev-dist")
    }

    /// What is made before Trunk runs and copied by it: style sheet, question sets.
    pub fn assets(&self) -> PathBuf {
        self.root.join("target/assets")
    }

    /// Tools that are installed for this repository alone.
    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// A command that runs at the root and finds the repository's own tools first.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(
            self.which(program)
                .unwrap_or_else(|| PathBuf::from(program)),
        );
        command.current_dir(&self.root).env("PATH", self.path());
        // Trunk takes NO_COLOR only as `true` or `false` and stops at the usual `1`.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }

    /// Finds a program: in `target/tools`, in `node_modules`, then on the usual PATH.
    pub fn which(&self, program: &str) -> Option<PathBuf> {
        let names = if cfg!(windows) {
            vec![format!("{program}.exe"), format!("{program}.cmd")]
        } else {
            vec![program.to_owned()]
        };
        let path = self.path();
        env::split_paths(&path).find_map(|folder| {
            names
                .iter()
                .map(|name| folder.join(name))
                .find(|file| file.is_file())
        })
    }

    fn path(&self) -> OsString {
        let usual = env::var_os("PATH").unwrap_or_default();
        let own = [
            self.tools().join("bin"),
            self.root.join("node_modules/.bin"),
        ];
        env::join_paths(own.into_iter().chain(env::split_paths(&usual))).unwrap_or(usual)
    }
}
