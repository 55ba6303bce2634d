//! What a browser leaves behind for people: pictures, paper, and complaints.

use std::{
    fs,
    future::Future,
    path::{Path, PathBuf},
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

use super::{
    browser::Browser,
    command::within,
    engine::Engine,
    patience::patient,
    profile::target_dir,
    trouble::{Told, Trouble},
};

/// Collects, in the page, what goes wrong there.
pub(super) const LISTENER: &str = "
if (!window.__mognadHeard) {
    const heard = window.__mognadHeard = [];
    addEventListener('error', event => heard.push('Error: ' + (event.message ?? 'a file did not load')));
    addEventListener('unhandledrejection', event => heard.push('Rejected: ' + event.reason));
    addEventListener('securitypolicyviolation', event => heard.push(
        'Policy ' + event.effectiveDirective + ' refused ' + (event.blockedURI || 'inline')
        + ' in ' + event.sourceFile + ':' + event.lineNumber + ' ' + event.sample));
}";

impl Browser {
    /// A picture of the window in `target/shots/`, named by story, engine and `name`.
    pub async fn screenshot(&self, name: &str) -> Told<PathBuf> {
        self.step(&format!("takes the picture {name}"));
        let png = within(self.session()?.screenshot_as_png()).await?;
        self.keep_shot(name, &png)
    }

    /// A picture of the whole page, also below the window's edge (Chromium).
    pub async fn screenshot_whole(&self, name: &str) -> Told<PathBuf> {
        self.step(&format!("takes the whole picture {name}"));
        let clip = self.page_clip().await?;
        let png = self.picture_of(clip).await?;
        self.keep_shot(name, &png)
    }

    /// A picture, as PNG, of a part of the page: `x`, `y`, `width` and `height` in CSS pixels, and `scale`, how many
    /// pixels of the picture are one of those (Chromium).
    pub async fn picture_of(&self, clip: Value) -> Told<Vec<u8>> {
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let told = self.devtools("Page.captureScreenshot", wanted).await?;
        Ok(decode_base64(
            told.get("data").and_then(Value::as_str).unwrap_or_default(),
        ))
    }

    async fn page_clip(&self) -> Told<Value> {
        self.script(
            "const root = document.documentElement;
             return { x: 0, y: 0, width: innerWidth, height: Math.max(innerHeight, root.scrollHeight), scale: 1 };",
            vec![],
        )
        .await
    }

    fn keep_shot(&self, name: &str, png: &[u8]) -> Told<PathBuf> {
        let dir = target_dir().join("shots");
        fs::create_dir_all(&dir)?;
        let path = dir.join(format!("{}-{name}.png", self.story()));
        fs::write(&path, png)?;
        Ok(path)
    }

    /// Prints the page to an A4 PDF at `path`, by its own print sheet (Chromium and Firefox).
    pub async fn print_pdf(&self, path: &Path) -> Told {
        self.step(&format!("prints to {}", path.display()));
        let pdf = match self.engine() {
            Engine::Chromium => {
                let wanted =
                    json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
                let told = self.devtools("Page.printToPDF", wanted).await?;
                decode_base64(told.get("data").and_then(Value::as_str).unwrap_or_default())
            }
            Engine::Firefox => {
                let wanted = PrintParameters {
                    page: PrintPage {
                        width: 21.0,
                        height: 29.7,
                    },
                    margin: PrintMargins::default(),
                    ..PrintParameters::default()
                };
                within(self.session()?.print_page(wanted)).await?
            }
            Engine::WebKit => return Err(Trouble::new("WebKitWebDriver cannot print.")),
        };
        if !pdf.starts_with(b"%PDF") {
            return Err(Trouble::new(format!(
                "What {} printed is no PDF.",
                self.engine().name()
            )));
        }
        if let Some(dir) = path.parent() {
            fs::create_dir_all(dir)?;
        }
        Ok(fs::write(path, pdf)?)
    }

    /// What pages of this story complained about so far: errors in scripts, refused promises,
    /// refusals by the content policy, files that did not load. In Chromium from a page's first
    /// byte; in Firefox only the errors in scripts from there; else from the end of loading. The
    /// site's [`violations`](super::Site::violations) tell what the policy refused from the first
    /// byte on in all engines.
    pub async fn console_errors(&self) -> Told<Vec<String>> {
        self.keep_complaints().await;
        Ok(self.complaints.borrow().clone())
    }

    /// Fails when a page of this story has complained about anything.
    pub async fn assert_no_complaints(&self) -> Told {
        let complaints = self.console_errors().await?;
        if complaints.is_empty() {
            return Ok(());
        }
        Err(Trouble::new(format!(
            "The page complained:\n  {}",
            complaints.join("\n  ")
        )))
    }

    /// Takes over what the page in the window has heard: it forgets when it goes.
    pub(super) async fn keep_complaints(&self) {
        // A page that cannot be asked, such as an offline error page, has nothing to tell.
        if let Ok(heard) = self
            .ask("return window.__mognadHeard?.splice(0) ?? [];", vec![])
            .await
        {
            let heard = heard.as_array().cloned().unwrap_or_default();
            let heard = heard.iter().filter_map(Value::as_str).map(str::to_owned);
            self.complaints.borrow_mut().extend(heard);
        }
        if self.engine() == Engine::Firefox {
            // It has no log to ask for, but tells the driver's of errors in scripts.
            let log = fs::read_to_string(self.profile().driver_log()).unwrap_or_default();
            let errors = log
                .lines()
                .filter(|line| line.starts_with("JavaScript error: http"));
            let mut complaints = self.complaints.borrow_mut();
            for error in errors {
                if !complaints.iter().any(|known| known == error) {
                    complaints.push(error.to_owned());
                }
            }
        }
        if self.engine() == Engine::Chromium
            && let Ok(session) = self.session()
            && let Ok(log) = within(session.browser_log()).await
        {
            let severe = log.into_iter().filter(|entry| entry.level == "SEVERE");
            self.complaints
                .borrow_mut()
                .extend(severe.map(|entry| format!("Console: {}", entry.message)));
        }
    }

    /// `trouble` with what was on the page, the last steps, and the place of a picture.
    pub(super) async fn with_page(&self, trouble: Trouble) -> Trouble {
        let page = quickly(self.ask(
            "return [document.title, location.href, (document.body?.innerText ?? '').slice(0, 600)];",
            vec![],
        ))
        .await;
        let word = |index: usize| {
            page.as_ref()
                .and_then(|page| page.get(index))
                .and_then(Value::as_str)
                .unwrap_or("(cannot be read)")
                .to_owned()
        };
        let shot = quickly(self.screenshot("trouble")).await;
        let shot = shot.map_or_else(
            || "could not be taken".to_owned(),
            |path| path.display().to_string(),
        );
        let text = word(2).lines().collect::<Vec<_>>().join("\n    ");
        let steps = self.last_steps().join("; ");
        Trouble::new(format!(
            "{trouble}\n  Title: {}\n  Address: {}\n  Text:\n    {text}\n  Steps: {steps}\n  Picture: {shot}",
            word(0),
            word(1)
        ))
    }
}

/// What a question answers within five seconds: a failure is told even when the browser hangs.
async fn quickly<T, E>(question: impl Future<Output = Result<T, E>>) -> Option<T> {
    tokio::time::timeout(patient(Duration::from_secs(5)), question)
        .await
        .ok()?
        .ok()
}

/// Standard base64, blanks skipped; a crate for twelve lines is not worth its update.
fn decode_base64(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut held) = (Vec::with_capacity(text.len() / 4 * 3), 0u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).unwrap_or_default());
        }
    }
    bytes
}
