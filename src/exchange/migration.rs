//! From what earlier versions wrote to what this one reads: forwards only, a step from each schema to the next.
//!
//! Files say their schema. A browser's stores do not: they hold facts of every schema up to the app's side by side, which is
//! right as long as no step changes a fact. The first that does comes with a new layout of the database
//! (`platform/database.rs`), whose upgrade takes the step and keeps the shards before it aside.

use std::borrow::Cow;

/// The schema that this version writes.
pub const SCHEMA: u64 = 2;

/// Turns the facts of one schema, a JSON array, into those of the next; nothing where they cannot be.
///
/// A schema that only brought new addresses and values has no step, and costs none: its facts are not parsed twice.
type Step = Option<fn(&str) -> Option<String>>;

/// The first leads from schema 1 to 2.
const STEPS: &[Step] = &[
    // 2 brought planned rounds, receipts, locks, marks and selections. A round without `planned` asks everything, as before.
    None,
];

/// Brings a JSON array of facts from schema `from` to today's; a later or equal schema is read as it is.
pub fn migrate(facts: &str, from: u64) -> Option<Cow<'_, str>> {
    run(STEPS, facts, from)
}

fn run<'a>(steps: &[Step], facts: &'a str, from: u64) -> Option<Cow<'a, str>> {
    let done = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut facts = Cow::Borrowed(facts);
    for step in steps.iter().skip(done).flatten() {
        facts = Cow::Owned(step(&facts)?);
    }
    Some(facts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_step_to_every_schema() {
        assert_eq!(u64::try_from(STEPS.len()).unwrap() + 1, SCHEMA);
    }

    /// Stores read facts of every schema as they are. Whoever adds a step that changes facts writes the upgrade of the stores
    /// first (see above), and then this test for the schemas after it.
    #[test]
    fn no_step_changes_facts_so_stores_need_none() {
        assert!(STEPS.iter().all(Option::is_none));
    }

    #[test]
    fn every_later_step_is_taken_in_order_and_no_earlier_one() {
        let steps: [Step; 3] = [
            Some(|facts| Some(format!("{facts}a"))),
            None,
            Some(|facts| Some(format!("{facts}b"))),
        ];
        for (from, there) in [
            (0, "ab"),
            (1, "ab"),
            (2, "b"),
            (3, "b"),
            (4, ""),
            (u64::MAX, ""),
        ] {
            assert_eq!(run(&steps, "", from).as_deref(), Some(there), "{from}");
        }
        assert!(matches!(run(&steps, "", 4), Some(Cow::Borrowed(_))));
        assert_eq!(run(&[Some(|_| None)], "", 1), None);
    }
}
