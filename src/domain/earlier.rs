//! *Tidigare svar*: which versions, when they are replaced, are worth keeping beside the document.
//!
//! What is kept is no part of the document: it never merges, never leaves the device by a file, and may be erased.

use super::{Address, Fact, UnitField, Value, Version, WorkshopFact};

/// How long a text may rest and still be the same writing, in milliseconds.
const ONE_WRITING: i64 = 60_000;

/// What a fact held before and holds no longer after a writing, a removal or a merge, as a fact of its own; nothing where
/// that is not worth keeping.
pub fn earlier(address: &Address, before: &Fact, after: &Fact) -> Option<Fact> {
    let is_kept = matches!(
        address,
        Address::Answer { .. }
            | Address::Target { .. }
            | Address::Unit(_, UnitField::Name)
            | Address::Workshop(_, _, WorkshopFact::Note(_))
    );
    let replaced = before.versions().iter().filter(|version| {
        !after.versions().iter().any(|now| {
            now.dot == version.dot || now.value == version.value || goes_on(version, now)
        })
    });
    let replaced: Vec<Version> = replaced.filter(|_| is_kept).cloned().collect();
    (!replaced.is_empty())
        .then(|| Fact::from_parts(replaced.iter().map(|v| v.dot).collect(), replaced))
}

/// Whether `now` is `before` with more written to it: what was kept while typing rested is no earlier answer. A text of which
/// less than half is left is another one.
fn goes_on(before: &Version, now: &Version) -> bool {
    let (Value::Text(was), Value::Text(is)) = (&before.value, &now.value) else {
        return false;
    };
    before.dot.writer == now.dot.writer
        && (0..ONE_WRITING).contains(&(now.at.0.saturating_sub(before.at.0)))
        && is.len().saturating_mul(2) >= was.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Answer, Meaning, State, Timestamp, WriterId};

    const ME: WriterId = WriterId(1);
    const SHE: WriterId = WriterId(2);

    fn reason() -> Address {
        Address::parse("answer/r-1/u-1/reservrutin/rationale/together")
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn level(level: u8) -> Value {
        Value::Answer(Answer {
            state: State::Level(level),
            meaning: Meaning::parse("abc").unwrap(),
        })
    }

    /// What is kept when `change` is made to a fact that holds `value` since second 0.
    fn kept(address: &Address, value: Value, change: impl Fn(&mut Fact)) -> Vec<Value> {
        let mut fact = Fact::default();
        fact.write(ME, Timestamp(0), value);
        let before = fact.clone();
        change(&mut fact);
        earlier(address, &before, &fact).map_or_else(Vec::new, |fact| fact.values())
    }

    #[test]
    fn an_answer_that_is_changed_or_removed_is_kept() {
        let address = Address::parse("answer/r-1/u-1/reservrutin/level/together");
        let changed = kept(&address, level(2), |fact| {
            fact.write(ME, Timestamp(1), level(4));
        });
        assert_eq!(changed, [level(2)]);
        assert_eq!(kept(&address, level(2), Fact::remove), [level(2)]);
        let merged = kept(&address, level(2), |fact| {
            let mut theirs = fact.clone();
            theirs.write(SHE, Timestamp(1), level(4));
            fact.merge(&theirs);
        });
        assert_eq!(merged, [level(2)]);
    }

    #[test]
    fn what_stays_or_is_said_again_is_not_earlier() {
        let again = kept(&reason(), text("a"), |fact| {
            fact.write(SHE, Timestamp(1), text("a"));
        });
        assert!(again.is_empty());
        let beside = kept(&reason(), text("a"), |fact| {
            let mut theirs = Fact::default();
            theirs.write(SHE, Timestamp(1), text("b"));
            fact.merge(&theirs);
        });
        assert!(beside.is_empty());
    }

    #[test]
    fn writing_on_in_a_text_is_one_writing_and_writing_over_it_is_not() {
        let address = reason();
        for (value, writer, at, earlier) in [
            ("Vi har en rutin.", ME, 5_000, false),
            ("Vi har en", ME, 59_999, false),
            ("Vi har en rutin.", ME, 60_000, true), // it rested for a minute
            ("Vi har en rutin.", SHE, 5_000, true),
            ("x", ME, 1, true),
            ("Vi har en rutin.", ME, -5_000, true), // a clock that was put back
        ] {
            let kept = kept(&address, text("Vi har en rut"), |fact| {
                fact.write(writer, Timestamp(at), text(value));
            });
            assert_eq!(!kept.is_empty(), earlier, "{value} {at}");
        }
    }

    #[test]
    fn places_in_lists_and_receipts_have_no_earlier_ones() {
        for path in [
            "unit/u-1/order",
            "unit/u-1/hidden",
            "handed-in/r-1/u-1/together",
            "later/kind",
        ] {
            assert!(
                kept(&Address::parse(path), text("a"), Fact::remove).is_empty(),
                "{path}"
            );
        }
        for path in ["unit/u-1/name", "target/u-1/it-mognad/ledning/value"] {
            assert!(
                !kept(&Address::parse(path), text("a"), Fact::remove).is_empty(),
                "{path}"
            );
        }
    }
}
