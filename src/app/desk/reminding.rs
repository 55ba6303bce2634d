//! A calm reminder that everything has not been saved as a file for a while. It counts days, never asks, and can be turned off.

use crate::app::Model;
use crate::domain::Timestamp;

const DAY: i64 = 86_400_000;
/// After how many days with changes since.
const PATIENCE: i64 = 14 * DAY;

/// That it is time to save everything as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// When that was done last, if ever.
    pub last: Option<Timestamp>,
}

/// Whether it is time.
pub fn reminder(model: &Model, now: Timestamp) -> Option<Reminder> {
    if !model.device.reminds || model.is_example() {
        return None;
    }
    let times = || {
        let facts = model.document.facts();
        facts.flat_map(|(_, fact)| fact.versions().iter().map(|version| version.at))
    };
    let last = model.device.backup;
    let since = match last {
        Some((at, facts)) => {
            let changed = model.document.len() != facts || times().any(|time| time > at);
            changed.then_some(at)?
        }
        None => times().min()?,
    };
    (now.0.saturating_sub(since.0) >= PATIENCE).then_some(Reminder {
        last: last.map(|(at, _)| at),
    })
}
