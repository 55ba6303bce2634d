//! What a browser story stands on: an engine, a browser with waiting helpers, a site that can go
//! away, and the proofs (axe, origins, crashes). A story reads like this:
//!
//! ```ignore
//! #[test]
//! fn an_answer_is_still_there_offline() {
//!     story(Engine::Firefox, async |browser, site| {
//!         browser.goto("#/besvara").await?;
//!         browser.press("Tab*3 Space").await?;
//!         browser.see("Sparat").await?;
//!         site.stop();
//!         browser.reload().await?;
//!         browser.see("Sparat").await?;
//!         Ok(())
//!     });
//! }
//! ```
//!
//! Every wait has a deadline and no sleep is fixed; `MOGNAD_PATIENCE=3` makes all deadlines three
//! times as long for a slow machine. What fails says it in a sentence, with what was on the page,
//! the last steps, and a screenshot under `target/shots/`.

// A story takes what it needs; what only other stories use is not dead.
#![allow(dead_code)]

pub mod axe;
pub mod browser;
pub mod command;
pub mod driver;
pub mod emulation;
pub mod engine;
pub mod evidence;
pub mod keyboard;
pub mod kill;
pub mod looking;
pub mod origin_census;
pub mod patience;
pub mod port;
pub mod process;
pub mod profile;
pub mod serving;
pub mod session;
pub mod site;
pub mod story;
pub mod trouble;

// What a story imports; not every story needs all of it.
#[allow(unused_imports)]
pub(crate) use self::story::in_every_engine;
#[allow(unused_imports)]
pub use self::{
    browser::Browser,
    emulation::{ColourScheme, ForcedColours, Medium},
    engine::Engine,
    serving::{Policy, Request},
    site::Site,
    story::{Outcome, story, story_on},
    trouble::{Failure, Told, Trouble},
};
