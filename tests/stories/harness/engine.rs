//! The three engines, and where their programs are on this machine.

use std::{env, fs, path::PathBuf};

use super::{
    profile::target_dir,
    trouble::{Told, Trouble},
};

/// A browser engine that the app promises to run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge.
    Chromium,
    /// Firefox ESR.
    Firefox,
    /// `WebKitGTK`, the nearest to Safari that runs on Linux.
    WebKit,
}

impl Engine {
    /// All of them, for stories that hold everywhere.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in file names and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The command that installs what is missing.
    fn remedy(self) -> &'static str {
        match self {
            Self::Chromium => "apt-get install chromium chromium-driver",
            Self::Firefox => {
                "apt-get install firefox-esr, and cargo install geckodriver --version 0.37.1 --root target/tools"
            }
            Self::WebKit => "apt-get install webkit2gtk-driver xvfb",
        }
    }

    /// Whether all that it needs is on this machine; the trouble says how to get what is not.
    pub fn check(self) -> Told {
        self.browser()?;
        self.driver()?;
        if self == Self::WebKit {
            screen_program()?;
        }
        Ok(())
    }

    /// The browser's own program.
    pub fn browser(self) -> Told<PathBuf> {
        match self {
            Self::Chromium => self.find(
                "CHROMIUM",
                &["chromium", "google-chrome", "chromium-browser"],
            ),
            Self::Firefox => self.find("FIREFOX", &["firefox-esr", "firefox"]),
            Self::WebKit => find_mini_browser().ok_or_else(|| {
                Trouble::new(format!(
                    "MiniBrowser of libwebkit2gtk-4.1-0 was not found. To mend it: {}.",
                    self.remedy()
                ))
            }),
        }
    }

    /// The program that steers the browser.
    pub fn driver(self) -> Told<PathBuf> {
        match self {
            Self::Chromium => self.find("CHROMEDRIVER", &["chromedriver"]),
            Self::Firefox => self.find("GECKODRIVER", &["geckodriver"]),
            Self::WebKit => self.find("WEBKITWEBDRIVER", &["WebKitWebDriver"]),
        }
    }

    fn find(self, variable: &str, names: &[&str]) -> Told<PathBuf> {
        let chosen = env::var_os(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_file());
        chosen.or_else(|| names.iter().find_map(|name| on_path(name))).ok_or_else(|| {
            Trouble::new(format!(
                "{} was not found: neither in target/tools/bin nor on PATH nor named by {variable}. To mend it: {}.",
                names.first().unwrap_or(&""),
                self.remedy()
            ))
        })
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let tools = target_dir().join("tools/bin");
    let path = env::var_os("PATH").unwrap_or_default();
    std::iter::once(tools)
        .chain(env::split_paths(&path))
        .map(|dir| dir.join(name))
        .find(|path| path.is_file())
}

/// It is no command of its own: Debian keeps it beside the library, in a folder named by the
/// machine's architecture.
fn find_mini_browser() -> Option<PathBuf> {
    if let Some(path) = env::var_os("MINIBROWSER")
        .map(PathBuf::from)
        .filter(|path| path.is_file())
    {
        return Some(path);
    }
    ["/usr/lib", "/usr/libexec", "/usr/lib64"]
        .into_iter()
        .find_map(|root| {
            let below = fs::read_dir(root).ok()?.flatten().map(|entry| entry.path());
            std::iter::once(PathBuf::from(root))
                .chain(below)
                .map(|dir| dir.join("webkit2gtk-4.1/MiniBrowser"))
                .find(|path| path.is_file())
        })
}

/// The server of the screen for the engine that has no headless mode.
pub fn screen_program() -> Told<PathBuf> {
    on_path("Xvfb")
        .ok_or_else(|| Trouble::new("Xvfb was not found. To mend it: apt-get install xvfb."))
}
