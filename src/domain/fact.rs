//! A fact: a multi-value register with its own causal context (dotted version vector sets), and the one merge.
//!
//! A version stays if both sides hold it, or if the other side's context does not cover it; contexts unite. Hence
//! merging is commutative, associative and idempotent, a removed version does not come back with an old copy, and two
//! versions made apart both stay until a person chooses.

use super::{Timestamp, Value, WriterId};

/// One writing: who, and which number in that writer's count for this fact (from 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dot {
    /// The page load that wrote.
    pub writer: WriterId,
    /// 1 for the writer's first version of this fact.
    pub counter: u64,
}

/// What a copy of a fact has seen: the highest counter per writer.
///
/// Mostly one writer or two, so a sorted list: a document holds as many of these as facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context(Vec<Dot>); // sorted by writer, no writer twice

impl Context {
    /// Whether the writing `dot` has been seen, be it still there or not.
    pub fn covers(&self, dot: Dot) -> bool {
        self.highest(dot.writer) >= dot.counter
    }

    /// Marks `dot`, and so every earlier one of the same writer, as seen.
    pub fn include(&mut self, dot: Dot) {
        if dot.counter == 0 {
            return; // counters start at 1; a foreign 0 says nothing
        }
        match self.place(dot.writer) {
            Err(place) => self.0.insert(place, dot),
            Ok(place) => {
                if let Some(seen) = self.0.get_mut(place) {
                    seen.counter = seen.counter.max(dot.counter);
                }
            }
        }
    }

    fn place(&self, writer: WriterId) -> Result<usize, usize> {
        self.0.binary_search_by(|seen| seen.writer.cmp(&writer))
    }

    fn highest(&self, writer: WriterId) -> u64 {
        let seen = self.place(writer).ok().and_then(|place| self.0.get(place));
        seen.map_or(0, |seen| seen.counter)
    }

    /// The highest counters, by writer.
    pub fn iter(&self) -> impl Iterator<Item = Dot> + '_ {
        self.0.iter().copied()
    }

    /// Whether nothing has been seen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn next(&mut self, writer: WriterId) -> Dot {
        let dot = Dot {
            writer,
            counter: self.highest(writer).saturating_add(1),
        };
        self.include(dot);
        dot
    }

    fn unite(&mut self, other: &Self) {
        for dot in other.iter() {
            self.include(dot);
        }
    }
}

impl FromIterator<Dot> for Context {
    fn from_iter<I: IntoIterator<Item = Dot>>(dots: I) -> Self {
        let mut context = Self::default();
        for dot in dots {
            context.include(dot);
        }
        context
    }
}

/// A value as it was written once.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Which writing this is.
    pub dot: Dot,
    /// When, by the writer's clock.
    pub at: Timestamp,
    /// What.
    pub value: Value,
}

impl Version {
    /// Whether this one is shown before `other`: the later writing, and among equals the same one on every device.
    fn is_shown_before(&self, other: &Self) -> bool {
        (self.at, self.dot) > (other.at, other.dot)
    }
}

/// A fact's current versions (normally one; none when removed) and what has been seen of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fact {
    context: Context,
    versions: Vec<Version>, // sorted by dot, no dot twice
}

impl Fact {
    /// Puts together a fact read from foreign bytes; the context is widened to cover its own versions.
    pub fn from_parts(context: Context, versions: Vec<Version>) -> Self {
        let mut fact = Self {
            context,
            versions: Vec::with_capacity(versions.len()),
        };
        for version in versions {
            if version.dot.counter > 0 {
                fact.context.include(version.dot);
                fact.keep(version);
            }
        }
        fact
    }

    /// What has been seen of this fact.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The current versions; more than one are *två olika svar*.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The version that is displayed first, if the fact is not removed.
    pub fn shown(&self) -> Option<&Version> {
        self.versions
            .iter()
            .reduce(|a, b| if b.is_shown_before(a) { b } else { a })
    }

    /// The values of the current versions, the one that is displayed first at the end.
    pub fn values(&self) -> Vec<Value> {
        let first = self.shown();
        let others = self
            .versions
            .iter()
            .filter(|version| Some(*version) != first);
        others
            .chain(first)
            .map(|version| version.value.clone())
            .collect()
    }

    /// Writes a value over every version that this copy has seen.
    pub fn write(&mut self, writer: WriterId, at: Timestamp, value: Value) {
        self.write_all(writer, at, vec![value]);
    }

    /// Writes values side by side over every version that this copy has seen, as when *två olika svar* are put back; the last
    /// of them is displayed first.
    pub fn write_all(&mut self, writer: WriterId, at: Timestamp, values: Vec<Value>) {
        self.versions.clear();
        for value in values {
            let dot = self.context.next(writer);
            self.versions.push(Version { dot, at, value });
        }
    }

    /// Removes every version that this copy has seen; what was written apart from it stays.
    pub fn remove(&mut self) {
        self.versions.clear();
    }

    /// Takes in another copy; says whether anything changed here.
    pub fn merge(&mut self, other: &Self) -> bool {
        let before = (self.versions.len(), self.context.clone());
        let mut changed = false;
        self.versions
            .retain(|mine| other.holds(mine.dot) || !other.context.covers(mine.dot));
        changed |= self.versions.len() != before.0;
        for theirs in &other.versions {
            if self.holds(theirs.dot) || !self.context.covers(theirs.dot) {
                changed |= self.keep(theirs.clone());
            }
        }
        self.context.unite(&other.context);
        changed || self.context != before.1
    }

    fn holds(&self, dot: Dot) -> bool {
        self.position(dot).is_ok()
    }

    fn position(&self, dot: Dot) -> Result<usize, usize> {
        self.versions.binary_search_by(|v| v.dot.cmp(&dot))
    }

    /// Inserts a version in order. One dot with two contents can only come from a damaged file: then both sides keep the
    /// greater, so that merging stays commutative.
    fn keep(&mut self, version: Version) -> bool {
        match self.position(version.dot) {
            Err(place) => {
                self.versions.insert(place, version);
                true
            }
            Ok(place) => {
                let Some(mine) = self.versions.get_mut(place) else {
                    return false;
                };
                if *mine == version || rank(mine) >= rank(&version) {
                    return false;
                }
                *mine = version;
                true
            }
        }
    }
}

fn rank(version: &Version) -> (Timestamp, String) {
    (version.at, version.value.to_json())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: WriterId = WriterId(1);
    const BO: WriterId = WriterId(2);
    const CLARA: WriterId = WriterId(3);

    fn text(s: &str) -> Value {
        Value::Text(s.to_owned())
    }

    fn merged(a: &Fact, b: &Fact) -> Fact {
        let mut out = a.clone();
        out.merge(b);
        out
    }

    #[test]
    fn a_chain_with_a_lost_middle_does_not_bring_the_first_back() {
        let mut a = Fact::default();
        a.write(ANNA, Timestamp(1), text("a"));
        let mut b = a.clone();
        b.write(BO, Timestamp(2), text("b"));
        let mut c = b.clone();
        c.write(CLARA, Timestamp(3), text("c"));
        drop(b); // B's copy is lost; only A's old file and C's meet
        for fact in [merged(&a, &c), merged(&c, &a)] {
            assert_eq!(fact.versions().len(), 1);
            assert_eq!(fact.shown().map(|v| &v.value), Some(&text("c")));
        }
    }

    #[test]
    fn a_removed_answer_stays_removed_when_an_old_copy_returns() {
        let mut mine = Fact::default();
        mine.write(ANNA, Timestamp(1), text("a"));
        let old_file = mine.clone();
        mine.remove();
        mine.merge(&old_file);
        assert_eq!(mine.shown(), None);
        assert_eq!(merged(&old_file, &mine).shown(), None);
    }

    #[test]
    fn versions_made_apart_both_stay_until_a_person_chooses() {
        let mut mine = Fact::default();
        mine.write(ANNA, Timestamp(1), text("mine"));
        let mut theirs = Fact::default();
        theirs.write(BO, Timestamp(2), text("theirs"));
        mine.merge(&theirs);
        assert_eq!(mine.versions().len(), 2);
        assert_eq!(mine.shown().map(|v| &v.value), Some(&text("theirs")));
        mine.write(ANNA, Timestamp(0), text("chosen")); // a clock years off does not matter
        theirs.merge(&mine);
        assert_eq!(theirs.versions().len(), 1);
        assert_eq!(theirs.shown().map(|v| &v.value), Some(&text("chosen")));
    }

    #[test]
    fn values_put_back_side_by_side_are_two_again_until_a_person_chooses() {
        let mut mine = Fact::default();
        mine.write(ANNA, Timestamp(1), text("mine"));
        let mut theirs = Fact::default();
        theirs.write(BO, Timestamp(2), text("theirs"));
        mine.merge(&theirs);
        let before = mine.values();
        assert_eq!(before, [text("mine"), text("theirs")]);
        mine.write(ANNA, Timestamp(3), text("chosen"));
        mine.write_all(ANNA, Timestamp(4), before.clone());
        assert_eq!(mine.values(), before);
        theirs.merge(&mine);
        assert_eq!(theirs, mine);
        theirs.write(BO, Timestamp(5), text("chosen"));
        assert_eq!(merged(&mine, &theirs).values(), [text("chosen")]);
    }

    #[test]
    fn a_writing_beside_a_removal_survives_it() {
        let mut mine = Fact::default();
        mine.write(ANNA, Timestamp(1), text("a"));
        let mut theirs = mine.clone();
        theirs.write(BO, Timestamp(2), text("b"));
        mine.remove();
        mine.merge(&theirs);
        assert_eq!(mine.shown().map(|v| &v.value), Some(&text("b")));
    }
}
