//! What each engine is asked for when its session begins.

use std::{env, path::Path, time::Duration};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver};

use super::{
    driver::Driver,
    engine::Engine,
    patience::{COMMAND, START, patient},
    profile::Profile,
    trouble::{Told, Trouble},
};

/// Opens a session: starts the browser on `profile`.
pub async fn open(driver: &Driver, profile: &Profile) -> Told<WebDriver> {
    let doing = format!("Starting {}", profile.engine().name());
    let attempt = connect(driver, profile);
    match tokio::time::timeout(patient(START * 2), attempt).await {
        Ok(Ok(session)) => Ok(session),
        Ok(Err(trouble)) => Err(trouble.while_doing(&doing)),
        Err(_elapsed) => Err(Trouble::new("the browser did not answer.").while_doing(&doing)),
    }
}

async fn connect(driver: &Driver, profile: &Profile) -> Told<WebDriver> {
    // A proxy named in the environment must not come between the test and its own machine.
    let client = reqwest::Client::builder()
        .no_proxy()
        .timeout(patient(COMMAND) + Duration::from_secs(5))
        .build()
        .map_err(|error| Trouble::new(format!("no HTTP client: {error}.")))?;
    let session = WebDriver::builder(driver.url(), capabilities(profile)?)
        .client(client)
        .connect()
        .await?;
    // Its `Drop` would talk to the driver and block; our own `Driver` ends everything by force.
    let _only_quits_once = session.clone().leak();
    session
        .update_timeouts(TimeoutConfiguration::new(
            Some(patient(Duration::from_secs(30))),
            Some(patient(Duration::from_secs(30))),
            Some(Duration::ZERO),
        ))
        .await?;
    Ok(session)
}

fn capabilities(profile: &Profile) -> Told<Capabilities> {
    let browser = profile.engine().browser()?;
    let mut wanted = Capabilities::new();
    // A story that meets a dialog it did not expect shall fail on it and not hang behind it.
    wanted.set("unhandledPromptBehavior", "dismiss and notify")?;
    match profile.engine() {
        Engine::Chromium => {
            wanted.set("browserName", "chrome")?;
            wanted.set(
                "goog:loggingPrefs",
                json!({ "browser": "ALL", "performance": "ALL" }),
            )?;
            wanted.set("goog:chromeOptions", chromium(&browser, profile))?;
        }
        Engine::Firefox => {
            wanted.set("browserName", "firefox")?;
            wanted.set("moz:firefoxOptions", firefox(&browser, profile))?;
        }
        Engine::WebKit => {
            wanted.set("browserName", "MiniBrowser")?;
            wanted.set(
                "webkitgtk:browserOptions",
                json!({ "binary": browser, "args": ["--automation"] }),
            )?;
        }
    }
    Ok(wanted)
}

fn chromium(browser: &Path, profile: &Profile) -> Value {
    let mut wanted = json!({
        "binary": browser,
        "args": [
            "--headless=new",
            // Root may not use the sandbox.
            "--no-sandbox",
            "--disable-gpu",
            // Containers often have 64 MB of shared memory.
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-breakpad",
            "--disable-search-engine-choice-screen",
            "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,CertificateTransparencyComponentUpdater",
            // After SIGKILL it would offer to restore pages.
            "--hide-crash-restore-bubble",
            "--password-store=basic",
            "--use-mock-keychain",
            "--no-proxy-server",
            // A page behind another must not be slowed down: a story has several tabs.
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--force-color-profile=srgb",
            "--hide-scrollbars",
            "--window-size=1280,900",
            "--lang=sv-SE",
            "--accept-lang=sv-SE,sv",
            format!("--user-data-dir={}", profile.data().display()),
            format!("--log-net-log={}", profile.net_log().display()),
        ],
        "prefs": { "intl.accept_languages": "sv-SE,sv", "credentials_enable_service": false },
    });
    // One more, for what is to look as in another Chromium than the one here.
    if let Ok(flag) = env::var("MOGNAD_CHROMIUM_FLAG")
        && let Some(Value::Array(arguments)) = wanted.get_mut("args")
    {
        arguments.push(json!(flag));
    }
    if let Some(Value::Array(arguments)) = wanted.get_mut("args") {
        arguments.extend(profile.flags().iter().map(|flag| json!(flag)));
    }
    wanted
}

fn firefox(browser: &Path, profile: &Profile) -> Value {
    json!({
        "binary": browser,
        "args": ["-headless", "-no-remote", "-profile", profile.data()],
        "prefs": {
            "intl.accept_languages": "sv-SE,sv",
            // After SIGKILL it would offer to restore pages, and safe mode after the third time.
            "browser.sessionstore.resume_from_crash": false,
            "toolkit.startup.max_resumed_crashes": -1,
            "browser.shell.checkDefaultBrowser": false,
            "browser.startup.page": 0,
            "browser.aboutwelcome.enabled": false,
            "browser.startup.homepage_override.mstone": "ignore",
            "datareporting.policy.dataSubmissionEnabled": false,
            "datareporting.healthreport.uploadEnabled": false,
            "toolkit.telemetry.enabled": false,
            "app.normandy.enabled": false,
            "app.update.disabledForTesting": true,
            "extensions.update.enabled": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "network.proxy.type": 0,
            "browser.safebrowsing.malware.enabled": false,
            "browser.safebrowsing.phishing.enabled": false,
            "signon.rememberSignons": false,
            // The narrow window of the profile's userChrome.css.
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            // Errors in pages go to the driver's log, where `console_errors` reads them.
            "browser.dom.window.dump.enabled": true,
            // Experiments and settings that it would otherwise fetch at each start.
            "services.settings.server": "data:,#remote-settings-dummy/v1",
            "messaging-system.rsexperimentloader.enabled": false,
            // Its PDFs come from here and not from a printer that the machine may have.
            "print.always_print_silent": true,
        },
    })
}
