//! The slow computer: a processor slowed by `DevTools`, and the proof that it was slow.

use serde_json::Value as Json;

use crate::harness::{Browser, Told, Trouble};

/// So many times as slow as it is: an old laptop.
pub const SLOWER: u32 = 4;

/// The page's answer as a number.
pub fn number(value: &Json, what: &str) -> Told<f64> {
    value
        .as_f64()
        .ok_or_else(|| Trouble::new(format!("{what} was not measured: {value}.")))
}

/// How long the page's processor takes for the same piece of work; the least of some, as others use the machine too.
pub async fn work(browser: &Browser) -> Told<f64> {
    let body = "const once = () => {
            const begun = performance.now();
            for (let i = 0, sum = 0; i < 1e7; i++) sum += i % 7;
            return performance.now() - begun;
        };
        return Math.min(...Array.from({ length: 7 }, once));";
    number(&browser.script(body, vec![]).await?, "A piece of work")
}

/// Refuses times that were taken when the slowdown had gone: they would say nothing.
pub fn is_slow_enough(slower: f64) -> Told {
    if slower >= f64::from(SLOWER) / 2.0 {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "The processor was only {slower:.1}× as slow, not {SLOWER}×."
    )))
}
