//! How long a story waits before it says that something did not happen.

use std::{
    env,
    time::{Duration, Instant},
};

/// The wait for something on the page, before patience is counted in.
pub const USUAL: Duration = Duration::from_secs(10);

/// The longest a single driver command may take; a page that hangs must not hang the run.
pub const COMMAND: Duration = Duration::from_mins(1);

/// The longest a driver or browser may take to start; the first start reads much from a cold disk.
pub const START: Duration = Duration::from_mins(1);

/// `base` times `MOGNAD_PATIENCE` (1 where it is unset or no positive number).
pub fn patient(base: Duration) -> Duration {
    let factor = env::var("MOGNAD_PATIENCE")
        .ok()
        .and_then(|value| value.parse::<f64>().ok())
        .filter(|factor| factor.is_finite() && *factor > 0.0)
        .unwrap_or(1.0);
    base.mul_f64(factor.min(100.0))
}

/// A moment after which waiting ends, with pauses that grow from 5 to 100 ms in between.
#[derive(Debug)]
pub struct Deadline {
    start: Instant,
    allowed: Duration,
    pause: Duration,
}

impl Deadline {
    /// A deadline `base` from now, patience counted in.
    pub fn after(base: Duration) -> Self {
        Self {
            start: Instant::now(),
            allowed: patient(base),
            pause: Duration::from_millis(5),
        }
    }

    /// Whether the time is up.
    pub fn is_over(&self) -> bool {
        self.start.elapsed() >= self.allowed
    }

    /// How long was allowed, for the sentence that says it was not enough.
    pub fn allowed(&self) -> Duration {
        self.allowed
    }

    /// A short pause for an asynchronous loop.
    pub async fn pause(&mut self) {
        let pause = self.next_pause();
        tokio::time::sleep(pause).await;
    }

    /// A short pause for a loop that must not be asynchronous (in `Drop`).
    pub fn pause_blocking(&mut self) {
        let pause = self.next_pause();
        std::thread::sleep(pause);
    }

    fn next_pause(&mut self) -> Duration {
        let now = self.pause;
        self.pause = (now * 3 / 2).min(Duration::from_millis(100));
        now
    }
}
