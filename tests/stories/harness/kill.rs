//! The power cut: all of a browser's processes gone at once, without a chance to write.

use std::time::{Duration, Instant};

use super::{
    browser::Browser,
    driver::Driver,
    engine::Engine,
    process,
    trouble::{Told, Trouble},
};

impl Browser {
    /// Sends SIGKILL to every process of the browser in one stroke and returns how long the
    /// stroke took from the call on. The profile stays; go on with [`Browser::start_again`].
    ///
    /// Not for `WebKit`: under automation it keeps its storage in memory only.
    pub fn kill(&mut self) -> Told<Duration> {
        if self.engine() == Engine::WebKit {
            return Err(Trouble::new(
                "WebKit keeps its storage in memory under automation: nothing would be left.",
            ));
        }
        let start = Instant::now();
        let family = self.driver().map(Driver::browser_family);
        let family = family.filter(|family| !family.is_empty()).ok_or_else(|| {
            Trouble::new("There is no browser to kill: none of its processes was found.")
        })?;
        process::kill_now(&family);
        let stroke = start.elapsed();
        self.step("kills the browser");
        // What stood apart, then the driver: before, it would have closed the browser in order.
        if let Some(driver) = self.take_driver() {
            let left = process::kill_until_gone(|| driver.browser_processes());
            if !left.is_empty() {
                let list: Vec<_> = left.into_iter().collect();
                return Err(Trouble::new(format!("{list:?} survived SIGKILL.")));
            }
        }
        Ok(stroke)
    }

    /// How many processes the browser has now.
    pub fn process_count(&self) -> usize {
        self.driver()
            .map_or(0, |driver| driver.browser_processes().len())
    }
}
