//! From what earlier versions wrote to what this one reads: forwards only, a step from each schema to the next.

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
