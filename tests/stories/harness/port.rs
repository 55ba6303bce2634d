//! Ports that stay ours while nobody listens on them.
//!
//! A port that the system hands out (port 0) can be given to any outgoing connection as soon as it
//! is free; a site that stops and starts again would then sometimes not get it back. So ports are
//! taken from below the range the system hands out, and a lock file keeps other stories off,
//! those in other processes too.

use std::{
    fs::{self, File},
    net::{Ipv4Addr, TcpListener},
    process,
    time::{SystemTime, UNIX_EPOCH},
};

use super::{
    profile::target_dir,
    trouble::{Told, Trouble},
};

/// Below Linux' usual range of 32768–60999, above what other servers use, and without any port
/// that browsers refuse.
const FIRST: u16 = 21_000;
const COUNT: u16 = 11_000;

/// A port on 127.0.0.1, ours until dropped.
#[derive(Debug)]
pub struct Port {
    number: u16,
    _lock: File,
}

impl Port {
    /// A free port.
    pub fn reserve() -> Told<Self> {
        let dir = target_dir().join("locks");
        fs::create_dir_all(&dir)?;
        // Where to begin looking: any number does, as long as two runs rarely begin alike.
        let nanos = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |time| time.subsec_nanos());
        let start = nanos
            .wrapping_mul(31)
            .wrapping_add(process::id().wrapping_mul(7919));
        for step in 0..u32::from(COUNT) {
            let offset = start.wrapping_add(step) % u32::from(COUNT);
            let number = FIRST + u16::try_from(offset).unwrap_or_default();
            let lock = File::create(dir.join(format!("port-{number}")))?;
            if lock.try_lock().is_ok() && TcpListener::bind((Ipv4Addr::LOCALHOST, number)).is_ok() {
                return Ok(Self {
                    number,
                    _lock: lock,
                });
            }
        }
        Err(Trouble::new(format!(
            "No port between {FIRST} and {} is free.",
            FIRST + COUNT - 1
        )))
    }

    /// Its number.
    pub fn number(&self) -> u16 {
        self.number
    }
}
