//! A browser that a story steers: where it is, what it is told, and how it waits.
//!
//! What it sees is in `looking`, what it is made to look like in `emulation`, what it leaves
//! behind in `evidence`.

use std::{cell::RefCell, collections::VecDeque, thread, time::Duration};

use serde_json::{Value, json};
use thirtyfour::{WebDriver, common::command::Command};

use super::{
    command::{Refusal, within},
    driver::Driver,
    emulation::Appearance,
    engine::Engine,
    patience::{Deadline, USUAL},
    profile::Profile,
    session,
    trouble::{Told, Trouble},
};

/// How many steps a failure tells of.
const REMEMBERED_STEPS: usize = 12;

/// One browser on one profile, ended with all its processes when dropped.
#[derive(Debug)]
pub struct Browser {
    // Dropped in this order: first the processes, then the profile they write to.
    live: Option<Live>,
    profile: Profile,
    home: String,
    steps: RefCell<VecDeque<String>>,
    pub(super) appearance: RefCell<Appearance>,
    pub(super) complaints: RefCell<Vec<String>>,
}

#[derive(Debug)]
struct Live {
    session: WebDriver,
    driver: Driver,
}

impl Browser {
    /// Starts `engine` on an empty profile, for the site at `home`
    /// (`http://127.0.0.1:<port>/`).
    pub async fn start(engine: Engine, home: &str) -> Told<Self> {
        Self::start_with(engine, home, Vec::new()).await
    }

    /// The same with flags beside the usual, such as for a made-up camera. Only Chromium takes any.
    pub async fn start_with(engine: Engine, home: &str, flags: Vec<String>) -> Told<Self> {
        let mut browser = Self {
            live: None,
            profile: Profile::fresh(engine)?.with_flags(flags),
            home: home.to_owned(),
            steps: RefCell::default(),
            appearance: RefCell::default(),
            complaints: RefCell::default(),
        };
        browser.start_again().await?;
        Ok(browser)
    }

    /// Starts the browser once more on the same profile, after [`Self::kill`] or
    /// [`Self::close`]. What was emulated before must be asked for again.
    ///
    /// A start that fails is tried once more: a loaded machine may be too slow for a driver's own
    /// limits, which cannot all be set.
    pub async fn start_again(&mut self) -> Told {
        self.live = None;
        self.appearance.take();
        self.step("starts the browser");
        self.engine().check()?;
        let live = match self.begin().await {
            Ok(live) => live,
            Err(first) => {
                eprintln!("{first} Tried once more.");
                self.begin().await?
            }
        };
        self.live = Some(live);
        self.listen_early().await
    }

    async fn begin(&self) -> Told<Live> {
        let driver = Driver::start(&self.profile).await?;
        let session = session::open(&driver, &self.profile).await?;
        Ok(Live { session, driver })
    }

    /// Closes the browser as a user does, so that it can write down what it wants to.
    pub async fn close(&mut self) -> Told {
        self.step("closes the browser");
        self.keep_complaints().await;
        if let Some(live) = self.live.take() {
            within(live.session.cmd(Command::DeleteSession)).await?;
        }
        Ok(())
    }

    pub(super) fn take_driver(&mut self) -> Option<Driver> {
        self.live.take().map(|live| live.driver)
    }

    pub(super) fn driver(&self) -> Option<&Driver> {
        self.live.as_ref().map(|live| &live.driver)
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        self.profile.engine()
    }

    /// Where its memory lies.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The site's address, with which every `goto` begins.
    pub fn home(&self) -> &str {
        &self.home
    }

    /// The session itself, for what the harness has no words for.
    pub fn session(&self) -> Told<&WebDriver> {
        self.live.as_ref().map(|live| &live.session).ok_or_else(|| {
            Trouble::new(
                "The browser does not run: it was closed or killed, and not started again.",
            )
        })
    }

    /// Goes to a place within the site: `goto("#/besvara")`, `goto("")` for its first page.
    pub async fn goto(&self, place: &str) -> Told {
        self.step(&format!("goes to {place:?}"));
        let address = format!("{}{}", self.home, place.trim_start_matches('/'));
        self.visit(&address).await
    }

    /// Goes to any address.
    pub async fn visit(&self, address: &str) -> Told {
        self.keep_complaints().await;
        let arrived = within(self.session()?.goto(address)).await;
        self.explained(arrived, &format!("Going to {address}"))
            .await?;
        self.listen_late().await;
        Ok(())
    }

    /// Loads the page anew, as F5 does.
    ///
    /// Not by the driver's own command: in Firefox that one goes around the service worker.
    pub async fn reload(&self) -> Told {
        self.step("reloads");
        self.keep_complaints().await;
        self.script(
            "window.__mognadLeaving = true; setTimeout(() => location.reload());",
            vec![],
        )
        .await?;
        self.wait_for_at_most(
            USUAL * 3,
            "for the page to come again",
            "return !window.__mognadLeaving && document.readyState === 'complete';",
            vec![],
        )
        .await?;
        self.listen_late().await;
        Ok(())
    }

    /// Goes back one entry in the history.
    pub async fn back(&self) -> Told {
        self.step("goes back");
        let done = within(self.session()?.back()).await;
        self.explained(done, "Going back").await
    }

    /// Opens a second tab at `place` and stays in it; `tab(0)` goes back to the first.
    pub async fn open_tab(&self, place: &str) -> Told {
        self.step("opens a tab");
        let session = self.session()?;
        let tab = within(session.new_tab()).await?;
        within(session.switch_to_window(tab)).await?;
        self.listen_early().await?;
        self.goto(place).await
    }

    /// Turns to the tab with this number, counted from 0 in the order of opening.
    pub async fn tab(&self, number: usize) -> Told {
        self.step(&format!("turns to tab {number}"));
        let session = self.session()?;
        let tabs = within(session.windows()).await?;
        let Some(tab) = tabs.get(number) else {
            return Err(Trouble::new(format!(
                "There is no tab {number}, only {} tabs.",
                tabs.len()
            )));
        };
        Ok(within(session.switch_to_window(tab.clone())).await?)
    }

    /// The page's address now.
    pub async fn address(&self) -> Told<String> {
        let address = self.script("return location.href", vec![]).await?;
        Ok(address.as_str().unwrap_or_default().to_owned())
    }

    /// Runs the body of a function in the page and returns what it returns. Arguments are in
    /// `arguments`; a promise that it returns is awaited.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Told<Value> {
        let told = self.ask(body, arguments).await;
        self.explained(told, "A script in the page").await
    }

    pub(super) async fn ask(&self, body: &str, arguments: Vec<Value>) -> Result<Value, Refusal> {
        let session = self.session().map_err(Refusal::Final)?;
        let told = within(session.execute(body, arguments)).await?;
        Ok(told.json().clone())
    }

    /// Waits until `body`, run in the page, returns something else than `null` and `false`.
    /// `what` says what was waited for: "to see “Sparat”".
    pub async fn wait_until(&self, what: &str, body: &str, arguments: Vec<Value>) -> Told<Value> {
        self.wait_for_at_most(USUAL, what, body, arguments).await
    }

    /// The same with a time of its own, for what is known to take longer.
    pub async fn wait_for_at_most(
        &self,
        time: Duration,
        what: &str,
        body: &str,
        arguments: Vec<Value>,
    ) -> Told<Value> {
        self.step(&format!("waits {what}"));
        let mut deadline = Deadline::after(time);
        loop {
            let refusal = match self.ask(body, arguments.clone()).await {
                Ok(Value::Null | Value::Bool(false)) => None,
                Ok(value) => return Ok(value),
                Err(Refusal::Final(trouble)) => return Err(self.with_page(trouble).await),
                // A page that is just changing refuses scripts; the next moment it takes them.
                Err(Refusal::Passing(trouble)) => Some(trouble),
            };
            if deadline.is_over() {
                let seconds = deadline.allowed().as_secs();
                let last = refusal
                    .map(|trouble| format!(" {trouble}"))
                    .unwrap_or_default();
                let trouble = Trouble::new(format!("Waited {seconds} s {what}, in vain.{last}"));
                return Err(self.with_page(trouble).await);
            }
            deadline.pause().await;
        }
    }

    /// Notes what the story does now, for the telling of a failure.
    pub fn step(&self, what: &str) {
        let mut steps = self.steps.borrow_mut();
        if steps.len() == REMEMBERED_STEPS {
            steps.pop_front();
        }
        steps.push_back(what.to_owned());
    }

    /// The last steps, oldest first.
    pub(super) fn last_steps(&self) -> Vec<String> {
        self.steps.borrow().iter().cloned().collect()
    }

    /// Adds to a failed command what was on the page.
    pub(super) async fn explained<T>(&self, told: Result<T, Refusal>, doing: &str) -> Told<T> {
        match told {
            Ok(value) => Ok(value),
            Err(refusal) => Err(self
                .with_page(Trouble::from(refusal).while_doing(doing))
                .await),
        }
    }

    /// The story's name, which begins the names of its files.
    pub(super) fn story(&self) -> String {
        let thread = thread::current();
        let name = thread.name().unwrap_or("story").replace("::", "-");
        let engine = self.engine().name();
        if name.ends_with(engine) {
            name
        } else {
            format!("{name}-{engine}")
        }
    }

    /// Sends one command of the Chrome `DevTools` protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Told<Value> {
        if self.engine() != Engine::Chromium {
            return Err(Trouble::new(format!(
                "{method} is Chromium's own; {} has no such command.",
                self.engine().name()
            )));
        }
        within(self.session()?.cdp().send_raw(method, parameters))
            .await
            .map_err(|refusal| Trouble::from(refusal).while_doing(method))
    }

    async fn listen_early(&self) -> Told {
        if self.engine() == Engine::Chromium {
            self.devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": super::evidence::LISTENER }),
            )
            .await?;
        }
        Ok(())
    }

    /// Other engines have no hook before the page's first script. What happens earlier there is
    /// seen by the site, to which browsers report violations of the policy.
    async fn listen_late(&self) {
        if self.engine() != Engine::Chromium {
            // An offline error page refuses scripts, and has nothing to tell.
            let _refused = self.ask(super::evidence::LISTENER, vec![]).await;
        }
    }
}
