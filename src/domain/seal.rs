//! A seal: what stood at a point in time, as one mark for each thing, so that one can tell what has changed since.
//!
//! Handing in seals a unit's answers (*31 av 31, 14 mars; 2 ändrade sedan dess*); locking a round seals what had been
//! handed in (*kom in efter*). A mark is a fingerprint of writings, not of values: it tells nothing about an answer.

use std::fmt::Write as _;

use super::json_text::{JsonText, write_json_string};
use super::{Dot, WriterId};

/// Marks by name, and how much of what was asked they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seal {
    /// How many were done.
    pub done: u32,
    /// How many were asked.
    pub of: u32,
    marks: Vec<(String, Mark)>, // sorted by name, no name twice
}

/// A fingerprint of the writings that a thing consisted of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark(u64);

impl Mark {
    /// The mark of something that has not been written.
    pub const NOTHING: Self = Self(0xcbf2_9ce4_8422_2325); // FNV-1a's beginning

    /// The mark with one more writing; the order of writings matters.
    #[must_use]
    pub fn with(self, dot: Dot) -> Self {
        let bytes = dot.writer.0.to_le_bytes();
        let all = bytes.into_iter().chain(dot.counter.to_le_bytes());
        Self(all.fold(self.0, |mark, byte| {
            (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        }))
    }

    fn parse(text: &str) -> Option<Self> {
        WriterId::parse(text).map(|digits| Self(digits.0))
    }
}

impl Seal {
    /// A seal over marks by name.
    pub fn new(done: usize, of: usize, marks: impl IntoIterator<Item = (String, Mark)>) -> Self {
        let mut seal = Self {
            done: u32::try_from(done).unwrap_or(u32::MAX),
            of: u32::try_from(of).unwrap_or(u32::MAX),
            marks: Vec::new(),
        };
        for (name, mark) in marks {
            match seal.place(&name) {
                Ok(_) => {}
                Err(place) => seal.marks.insert(place, (name, mark)),
            }
        }
        seal
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.marks
            .binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    /// The mark under a name.
    pub fn mark(&self, name: &str) -> Option<Mark> {
        let place = self.place(name).ok()?;
        self.marks.get(place).map(|(_, mark)| *mark)
    }

    /// How many of these marks stand otherwise here, are not here, or are here alone.
    pub fn differences(&self, other: &Self) -> usize {
        let changed_or_new = other
            .marks
            .iter()
            .filter(|(name, mark)| self.mark(name) != Some(*mark))
            .count();
        let gone = self
            .marks
            .iter()
            .filter(|(name, _)| other.mark(name).is_none())
            .count();
        changed_or_new + gone
    }

    /// Writes `{"done":31,"of":31,"seal":{"<name>":"<16 hexadecimal digits>"}}`.
    pub fn write_json(&self, out: &mut String) {
        // Writing to a string cannot fail.
        let _ok = write!(
            out,
            "{{\"done\":{},\"of\":{},\"seal\":{{",
            self.done, self.of
        );
        for (n, (name, mark)) in self.marks.iter().enumerate() {
            if n > 0 {
                out.push(',');
            }
            write_json_string(out, name);
            let _ok = write!(out, ":\"{:016x}\"", mark.0);
        }
        out.push_str("}}");
    }

    /// Reads what [`Self::write_json`] writes; anything more or less is a later version's.
    pub fn read_json(json: &mut JsonText) -> Option<Self> {
        let (mut marks, mut done, mut of) = (None, None, None);
        let mended = json.mended;
        let read = json.object(&mut |key, json| match key {
            "seal" if marks.is_none() => {
                let mut named: Vec<(String, Mark)> = Vec::new();
                json.object(&mut |name, json| {
                    named.push((name.to_owned(), Mark::parse(&json.string()?)?));
                    Some(())
                })?;
                marks = Some(named);
                Some(())
            }
            "done" if done.is_none() => {
                done = Some(json.number()?.parse().ok()?);
                Some(())
            }
            "of" if of.is_none() => {
                of = Some(json.number()?.parse().ok()?);
                Some(())
            }
            _ => None,
        });
        if read.is_none() || json.mended != mended {
            json.mended = mended; // kept as it is written
            return None;
        }
        let marks = marks?;
        let count = marks.len();
        let mut seal = Self::new(0, 0, marks);
        seal.done = done?;
        seal.of = of?;
        (seal.marks.len() == count).then_some(seal) // a name that stands there twice
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    fn mark(writer: u64, counter: u64) -> Mark {
        let writer = WriterId(writer);
        Mark::NOTHING.with(Dot { writer, counter })
    }

    fn seal(marks: &[(&str, Mark)]) -> Seal {
        let marks = marks.iter().map(|(name, mark)| ((*name).to_owned(), *mark));
        Seal::new(2, 3, marks)
    }

    #[test]
    fn a_seal_reads_back_as_it_was_written() {
        let seal = seal(&[("b", mark(1, 2)), ("a", mark(1, 1))]);
        let mut text = String::new();
        seal.write_json(&mut text);
        assert_eq!(Seal::read_json(&mut JsonText::new(&text)), Some(seal));
        for text in [
            r#"{"seal":{"a":"12"},"done":1,"of":1}"#,
            r#"{"seal":{},"done":1}"#,
            r#"{"seal":{},"done":1,"of":1,"later":2}"#,
            r#"{"seal":{},"done":-1,"of":1}"#,
            r#"{"seal":{"a":"0000000000000001","a":"0000000000000001"},"done":1,"of":1}"#,
            r#"{"seal":{"\ud800":"0000000000000001"},"done":1,"of":1}"#,
        ] {
            assert_eq!(Seal::read_json(&mut JsonText::new(text)), None, "{text}");
        }
    }

    #[test]
    fn what_changed_came_or_went_since_is_counted_once_each() {
        let then = seal(&[("a", mark(1, 1)), ("b", mark(1, 1)), ("c", mark(1, 1))]);
        let now = seal(&[("a", mark(1, 1)), ("b", mark(1, 2)), ("d", mark(1, 1))]);
        assert_eq!(then.differences(&now), 3);
        assert_eq!(then.differences(&then), 0);
    }
}
