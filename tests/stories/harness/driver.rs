//! The driver process through which a browser is steered, and all that starts and ends with it.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    path::Path,
    process::{Child, Command, Stdio},
};

use super::{
    engine::{self, Engine},
    patience::{Deadline, START},
    port::Port,
    process::{self, MARK},
    profile::Profile,
    trouble::{Told, Trouble},
};

/// A running driver with all that belongs to it; everything ends when it is dropped.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    mark: String,
    child: Child,
    screen: Option<Screen>,
    port: u16,
    _reserved: Option<Port>,
}

impl Driver {
    /// Starts the engine's driver for a browser on `profile` and waits until it listens.
    pub async fn start(profile: &Profile) -> Told<Self> {
        let engine = profile.engine();
        let program = engine.driver()?;
        profile.unlock();
        let screen = match engine {
            Engine::WebKit => Some(Screen::start(profile).await?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let display = screen.as_ref().map(|screen| screen.display.clone());
        let reserved = match engine {
            Engine::WebKit => Some(Port::reserve()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let mut command = prepared(&program, profile);
        match engine {
            // Port 0: the driver takes a free one and tells which, so that nobody can come between.
            Engine::Chromium => command.arg("--port=0"),
            // Two drivers on one websocket port would talk to each other's browsers.
            Engine::Firefox => command.args(["--port=0", "--websocket-port=0"]),
            Engine::WebKit => command.arg(format!(
                "--port={}",
                reserved.as_ref().map_or(0, Port::number)
            )),
        };
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let log = File::create(profile.driver_log())?;
        command.stdout(log.try_clone()?).stderr(log);
        let child = command.spawn().map_err(|error| {
            Trouble::new(format!("{} does not start: {error}.", program.display()))
        })?;
        let mut driver = Self {
            engine,
            mark: profile.mark().to_owned(),
            child,
            screen,
            port: reserved.as_ref().map_or(0, Port::number),
            _reserved: reserved,
        };
        driver.wait_until_ready(profile).await?;
        Ok(driver)
    }

    /// Where it takes commands.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The browser's processes that descend from the driver, its first one first. Quick to find,
    /// and all but crash handlers, which leave their parent.
    pub fn browser_family(&self) -> Vec<u32> {
        process::descendants(self.child.id())
    }

    /// All of the browser's living processes; neither the driver nor the screen.
    pub fn browser_processes(&self) -> BTreeSet<u32> {
        let own = self.own_processes();
        process::marked(&self.mark)
            .into_iter()
            .chain(self.browser_family())
            .filter(|pid| !own.contains(pid))
            .collect()
    }

    fn own_processes(&self) -> Vec<u32> {
        let screen = self.screen.as_ref().map(|screen| screen.child.id());
        std::iter::once(self.child.id()).chain(screen).collect()
    }

    async fn wait_until_ready(&mut self, profile: &Profile) -> Told {
        let mut deadline = Deadline::after(START);
        loop {
            let log = fs::read_to_string(profile.driver_log()).unwrap_or_default();
            if let Some(status) = self.child.try_wait()? {
                return Err(self.unready(&format!("ended at once ({status})"), &log));
            }
            if let Some(port) = port_told_in(self.engine, &log) {
                self.port = port;
            }
            if self.port != 0
                && tokio::net::TcpStream::connect(("127.0.0.1", self.port))
                    .await
                    .is_ok()
            {
                return Ok(());
            }
            if deadline.is_over() {
                let seconds = deadline.allowed().as_secs();
                return Err(self.unready(&format!("did not listen within {seconds} s"), &log));
            }
            deadline.pause().await;
        }
    }

    fn unready(&self, what: &str, log: &str) -> Trouble {
        Trouble::new(format!(
            "The driver of {} {what}. It said: {}",
            self.engine.name(),
            last_lines(log)
        ))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The children of the driver must be known before it dies: afterwards they are nobody's.
        let mut family = process::descendants(self.child.id());
        family.extend(self.own_processes());
        process::kill_now(&family);
        // Killed above; this collects what is left, so that no zombie stays.
        let _status = self.child.wait();
        self.screen = None;
        let left = process::kill_until_gone(|| {
            let still = family.iter().copied().filter(|&pid| process::lives(pid));
            process::marked(&self.mark)
                .into_iter()
                .chain(still)
                .collect::<BTreeSet<_>>()
        });
        if !left.is_empty() {
            eprintln!(
                "These processes of {} could not be ended: {left:?}.",
                self.engine.name()
            );
        }
    }
}

/// A screen for the engine that has no headless mode.
#[derive(Debug)]
struct Screen {
    child: Child,
    display: String,
}

impl Drop for Screen {
    fn drop(&mut self) {
        process::kill_now(&[self.child.id()]);
        let _status = self.child.wait();
    }
}

impl Screen {
    /// `Xvfb` itself and not `xvfb-run`: it picks a free display number without a race
    /// (`-displayfd`), and it is our child and can be ended.
    async fn start(profile: &Profile) -> Told<Self> {
        let program = engine::screen_program()?;
        let told = profile.run().join("display");
        let child = prepared(&program, profile)
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1920x1600x24",
                "-nolisten",
                "tcp",
                "-noreset",
                "-ac",
            ])
            .stdout(File::create(&told)?)
            .stderr(Stdio::null())
            .spawn()?;
        let mut screen = Self {
            child,
            display: String::new(),
        };
        let mut deadline = Deadline::after(START);
        loop {
            let number = fs::read_to_string(&told).unwrap_or_default();
            if number.ends_with('\n') {
                screen.display = format!(":{}", number.trim());
                return Ok(screen);
            }
            if screen.child.try_wait()?.is_some() || deadline.is_over() {
                return Err(Trouble::new(
                    "Xvfb did not offer a display; is /tmp/.X11-unix writable?",
                ));
            }
            deadline.pause().await;
        }
    }
}

/// A command that sees nothing of the machine's desktop, proxies, or home.
fn prepared(program: &Path, profile: &Profile) -> Command {
    let mut command = Command::new(program);
    command
        .stdin(Stdio::null())
        .env(MARK, profile.mark())
        .env("HOME", profile.home())
        .env("TMPDIR", profile.temp())
        .env("XDG_RUNTIME_DIR", profile.run())
        .env("TZ", "Europe/Stockholm")
        // No message bus here; without this, libraries try to start one and wait for it.
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("GSETTINGS_BACKEND", "memory")
        .env("GIO_USE_VFS", "local")
        .env("MOZ_HEADLESS", "1")
        .env("MOZ_CRASHREPORTER_DISABLE", "1")
        // WebKit's sandbox needs user namespaces, which containers forbid.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // Together with the renderer over shared buffers, which must stay on: without it a picture
        // of the page never comes.
        .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
        .env("GDK_BACKEND", "x11")
        .env("MOZ_HEADLESS_WIDTH", "1280")
        .env("MOZ_HEADLESS_HEIGHT", "1000")
        .env("LC_ALL", "C.UTF-8");
    if profile.engine() == Engine::WebKit {
        // WebKit has no other setting for a page's language. Debian has no Swedish locale unless
        // asked, and under "C" `navigator.language` is a name that `Intl` refuses; this one gives
        // "en-US" whether the locale is there or not.
        command.env("LC_ALL", "en_US.UTF-8");
    }
    for variable in [
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "SSLKEYLOGFILE",
        "LANGUAGE",
        "WEBKIT_DISABLE_DMABUF_RENDERER",
        "WEBKIT_DISABLE_COMPOSITING_MODE",
    ] {
        command.env_remove(variable);
    }
    command
}

/// The port in the driver's greeting.
fn port_told_in(engine: Engine, log: &str) -> Option<u16> {
    let before = match engine {
        Engine::Chromium => "started successfully on port ",
        Engine::Firefox => "Listening on 127.0.0.1:",
        Engine::WebKit => return None,
    };
    let after = log.split_once(before)?.1;
    // Only a whole line: the log may have been read in the middle of a number.
    let line = after.split_once('\n')?.0;
    line.chars()
        .take_while(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .ok()
}

fn last_lines(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    let from = lines.len().saturating_sub(12);
    lines.get(from..).unwrap_or_default().join(" / ")
}
