//! Chance that can be had again: a run prints its seed.

use std::{
    env,
    time::{SystemTime, UNIX_EPOCH},
};

/// A small generator (xorshift); enough to choose moments with.
pub struct Random(u64);

impl Random {
    /// From `MOGNAD_SEED`, or from the clock.
    pub fn new() -> Self {
        let given = env::var("MOGNAD_SEED")
            .ok()
            .and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| {
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            now.map_or(1, |now| u64::from(now.subsec_nanos()) ^ now.as_secs())
        });
        println!("MOGNAD_SEED={seed}");
        Self(seed.max(1))
    }

    /// A number from `from` up to, not including, `to`.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        from + self.0 % (to - from).max(1)
    }
}
