//! Where a browser keeps what it remembers, and what it leaves lying about.
//!
//! A profile outlives its browser: kill the browser, start another on the same profile, and see
//! what is left. It goes when the story ends; what a killed test run left behind goes at the
//! start of the next.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{
        Once,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use super::{
    engine::Engine,
    patience::Deadline,
    process,
    trouble::{Told, Trouble},
};

/// The crate's target directory, where shots, profiles and locks go.
pub fn target_dir() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target"),
        PathBuf::from,
    )
}

/// A browser's memory on disk, removed when dropped.
#[derive(Debug)]
pub struct Profile {
    engine: Engine,
    mark: String,
    dir: PathBuf,
    /// Sockets live here: their paths may have 107 bytes, which a checkout may have used up.
    short: PathBuf,
    /// What its browser is started with beside the usual.
    flags: Vec<String>,
}

impl Profile {
    /// An empty profile for `engine`.
    pub fn fresh(engine: Engine) -> Told<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        sweep_once();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let mark = format!("mognad-{}-{number}-{}", process::own_name(), engine.name());
        let profile = Self {
            engine,
            dir: profiles_dir().join(&mark),
            short: env::temp_dir().join(&mark),
            mark,
            flags: Vec::new(),
        };
        for dir in [
            profile.data(),
            profile.home(),
            profile.run(),
            profile.temp(),
        ] {
            fs::create_dir_all(&dir).map_err(|error| {
                Trouble::new(format!(
                    "The folder {} could not be made: {error}.",
                    dir.display()
                ))
            })?;
        }
        restrict_to_owner(&profile.run())?;
        if engine == Engine::Firefox {
            // Without this its window is never narrower than 450 px, and a page must work at 320.
            let chrome = profile.data().join("chrome");
            fs::create_dir_all(&chrome)?;
            fs::write(
                chrome.join("userChrome.css"),
                ":root { min-width: 0 !important; }\n",
            )?;
        }
        Ok(profile)
    }

    /// The same, for a browser that is started with more than the usual.
    pub fn with_flags(mut self, flags: Vec<String>) -> Self {
        self.flags = flags;
        self
    }

    /// What its browser is started with beside the usual.
    pub fn flags(&self) -> &[String] {
        &self.flags
    }

    /// Which engine it belongs to; no other can read it.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The mark that all processes on this profile carry.
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// What the browser is told to be its profile.
    pub fn data(&self) -> PathBuf {
        self.dir.join("data")
    }

    /// The home directory its processes see: root's own may belong to another user, and a
    /// developer's own settings are none of the story's business.
    pub fn home(&self) -> PathBuf {
        self.dir.join("home")
    }

    /// The driver's output.
    pub fn driver_log(&self) -> PathBuf {
        self.dir.join("driver.log")
    }

    /// Every request that Chromium's network stack makes, service workers included.
    pub fn net_log(&self) -> PathBuf {
        self.dir.join("net-log.json")
    }

    /// `XDG_RUNTIME_DIR` of its processes.
    pub fn run(&self) -> PathBuf {
        self.short.join("run")
    }

    /// `TMPDIR` of its processes, so that nothing stays in the common one.
    pub fn temp(&self) -> PathBuf {
        self.short.join("tmp")
    }

    /// Takes away the locks and port files of a browser that was killed; a driver that reads a
    /// stale port file talks to nobody.
    pub fn unlock(&self) {
        let data = self.data();
        for name in [
            "SingletonLock",
            "SingletonSocket",
            "SingletonCookie",
            "DevToolsActivePort",
            "lock",
            ".parentlock",
            "MarionetteActivePort",
            "WebDriverBiDiServer.json",
        ] {
            // Most of them are not there, and that is the aim.
            let _absent = fs::remove_file(data.join(name));
        }
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        if env::var_os("MOGNAD_KEEP_PROFILES").is_none() {
            remove(&self.dir);
            remove(&self.short);
        }
    }
}

fn profiles_dir() -> PathBuf {
    target_dir().join("profiles")
}

/// Removes a folder into which a dying process may still be writing.
fn remove(dir: &Path) {
    let mut deadline = Deadline::after(Duration::from_secs(3));
    while dir.exists() && fs::remove_dir_all(dir).is_err() && !deadline.is_over() {
        deadline.pause_blocking();
    }
}

fn restrict_to_owner(dir: &Path) -> Told {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(dir, fs::Permissions::from_mode(0o700))?)
}

/// Ends the browsers and removes the profiles of test runs that were killed before they could.
fn sweep_once() {
    static SWEPT: Once = Once::new();
    SWEPT.call_once(|| {
        for dir in [profiles_dir(), env::temp_dir()] {
            let Ok(entries) = fs::read_dir(&dir) else {
                continue;
            };
            for entry in entries.flatten() {
                let name = entry.file_name();
                if let Some(mark) = name.to_str().filter(|name| is_orphan(name)) {
                    process::kill_until_gone(|| process::marked(mark).into_iter().collect());
                    remove(&entry.path());
                }
            }
        }
    });
}

/// Whether `name` is a profile's mark and the test run that made it is no more.
fn is_orphan(name: &str) -> bool {
    let Some(rest) = name.strip_prefix("mognad-") else {
        return false;
    };
    let parts: Vec<&str> = rest.split('-').collect();
    match parts.as_slice() {
        [pid, started, _number, engine]
            if Engine::ALL.iter().any(|each| each.name() == *engine) =>
        {
            !process::is_running(&format!("{pid}-{started}"))
        }
        _ => false,
    }
}
