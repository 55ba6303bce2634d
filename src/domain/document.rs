//! A document: the facts of one municipality, or any selection of them. Every store, file and tab holds a replica.

use super::facts::Facts;
use super::joined::Joined;
use super::{
    Address, DocumentId, Fact, PersonField, PersonId, Purged, Timestamp, UnitField, UnitId, Value,
    Version, Voice, WriterId,
};

/// Another municipality's facts were offered for a merge.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the facts belong to document {theirs}, not to {ours}")]
pub struct OtherDocument {
    /// The document that was to take them in.
    pub ours: DocumentId,
    /// The document that they belong to.
    pub theirs: DocumentId,
}

/// Facts by address, under the document's identity.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    id: DocumentId,
    facts: Facts,
    /// What facts say that everything else is read by: kept apart so that reading need not look for it.
    marks: Marks,
}

/// What has been removed for good, and which units and persons are one; both follow from the facts.
#[derive(Debug, Clone, PartialEq, Default)]
struct Marks {
    purged: Vec<Purged>,
    joined: Joined,
}

impl Marks {
    fn purges(&self, address: &Address) -> bool {
        self.purged.iter().any(|purged| purged.takes(address))
    }
}

impl Document {
    /// A document in which nothing has been said yet.
    pub fn new(id: DocumentId) -> Self {
        Self {
            id,
            facts: Facts::default(),
            marks: Marks::default(),
        }
    }

    /// Which municipality's document it is.
    pub fn id(&self) -> &DocumentId {
        &self.id
    }

    /// How many facts there are, removed ones among them.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether nothing has ever been said.
    pub fn is_empty(&self) -> bool {
        self.facts.len() == 0
    }

    /// The fact at `address`, removed or not.
    pub fn fact(&self, address: &Address) -> Option<&Fact> {
        self.facts.get(address)
    }

    /// The value that is displayed first at `address`.
    pub fn value(&self, address: &Address) -> Option<&Value> {
        self.shown(address).map(|version| &version.value)
    }

    /// The value that is displayed first of the fact at `address` itself, whatever was joined to its unit or person.
    pub fn own_value(&self, address: &Address) -> Option<&Value> {
        self.facts.get(address)?.shown().map(|shown| &shown.value)
    }

    /// The version that is displayed first at `address`: its own, or that of a unit or a person that was joined to its.
    pub fn shown(&self, address: &Address) -> Option<&Version> {
        let own = self.facts.get(address).and_then(Fact::shown);
        if own.is_some() || self.marks.joined.is_empty() {
            return own;
        }
        self.same_of_joined(address)
            .into_iter()
            .find_map(|address| self.facts.get(&address)?.shown())
    }

    /// Every version at `address`, those of units and persons that were joined to its own among them. What was written here
    /// itself after the joining settles it, until something later comes from there.
    pub fn versions(&self, address: &Address) -> Vec<&Version> {
        let own = self.facts.get(address).map_or(&[][..], Fact::versions);
        let mut versions: Vec<&Version> = own.iter().collect();
        if !self.marks.joined.is_empty() {
            let latest = own.iter().map(|version| version.at).max();
            for address in self.same_of_joined(address) {
                let theirs = self.facts.get(&address).map_or(&[][..], Fact::versions);
                let joined = self.joined_at(&address);
                let settled = latest.filter(|at| joined.is_some_and(|joined| *at > joined));
                versions.extend(theirs.iter().filter(|v| settled.is_none_or(|at| v.at > at)));
            }
        }
        versions
    }

    /// The units that were joined to a unit.
    pub fn joined_to<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> + 'a {
        let joined = self.marks.joined.units.iter();
        joined.filter_map(move |(from, to)| (to == unit && from != unit).then_some(from))
    }

    /// The persons that turned out to be this one.
    pub fn also<'a>(&'a self, person: &'a PersonId) -> impl Iterator<Item = &'a PersonId> + 'a {
        let joined = self.marks.joined.persons.iter();
        joined.filter_map(move |(from, to)| (to == person && from != person).then_some(from))
    }

    /// Who a person is: the one that it was joined to, or itself.
    pub fn same_as<'a>(&'a self, person: &'a PersonId) -> &'a PersonId {
        let mut joined = self.marks.joined.persons.iter();
        joined
            .find(|(from, _)| from == person)
            .map_or(person, |(_, to)| to)
    }

    /// Every person that was joined to another, with the one that it is.
    pub fn joined_persons(&self) -> &[(PersonId, PersonId)] {
        &self.marks.joined.persons
    }

    /// Whether what stands, or would stand, at an address has been removed for good.
    pub fn is_purged(&self, address: &Address) -> bool {
        self.marks.purges(address)
    }

    /// What has been removed for good.
    pub fn purged(&self) -> impl Iterator<Item = &Purged> {
        self.marks.purged.iter()
    }

    fn same_of_joined(&self, address: &Address) -> Vec<Address> {
        let Address::Answer {
            round,
            unit,
            question,
            facet,
            voice,
        } = address
        else {
            return Vec::new();
        };
        let mut voices = vec![voice.clone()];
        if let Voice::Person(person) = voice {
            voices.extend(self.also(person).cloned().map(Voice::Person));
        }
        let at = |unit: &UnitId, voice| Address::answer(round, unit, question, *facet, voice);
        let mut same: Vec<Address> = Vec::new();
        for other in std::iter::once(unit).chain(self.joined_to(unit)) {
            same.extend(voices.iter().map(|voice| at(other, voice)));
        }
        same.split_off(1) // the first is the address itself
    }

    /// When the unit or the person of an answer was joined to another.
    fn joined_at(&self, answer: &Address) -> Option<Timestamp> {
        let at = |address: Address| Some(self.facts.get(&address)?.shown()?.at);
        let unit = answer.unit().cloned();
        let unit = unit.and_then(|unit| at(Address::Unit(unit, UnitField::JoinedTo)));
        let person = answer.person().cloned();
        let person = person.and_then(|who| at(Address::Person(who, PersonField::JoinedTo)));
        unit.max(person)
    }

    /// Every unit that was joined to another, with the one that it is.
    pub fn joined_units(&self) -> &[(UnitId, UnitId)] {
        &self.marks.joined.units
    }

    /// Whether a unit is another one: it was joined to it.
    pub fn is_joined(&self, unit: &UnitId) -> bool {
        self.joined_units().iter().any(|(from, _)| from == unit)
    }

    /// Brings the marks up to what the fact at `address` says, and the facts to what the marks say.
    fn mark(&mut self, address: &Address) {
        match address {
            Address::Purged(purged) if !self.marks.purged.contains(purged) => {
                let after = self.marks.purged.iter().position(|other| other > purged);
                let place = after.unwrap_or(self.marks.purged.len());
                self.marks.purged.insert(place, purged.clone());
                let marks = &self.marks;
                self.facts.retain(&|address| !marks.purges(address));
                self.marks.joined = Joined::read(&self.facts, &self.marks.purged);
            }
            _ if Joined::is_said_at(address) => {
                self.marks.joined = Joined::read(&self.facts, &self.marks.purged);
            }
            _ => {}
        }
    }

    /// The text at `address`, where there is one.
    pub fn text(&self, address: &Address) -> Option<&str> {
        match self.value(address)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether the flag at `address` is set.
    pub fn flag(&self, address: &Address) -> bool {
        matches!(self.value(address), Some(Value::Flag(true)))
    }

    /// Every fact, in the order of addresses.
    pub fn facts(&self) -> impl Iterator<Item = (&Address, &Fact)> {
        self.facts.iter()
    }

    /// Every fact, taken out.
    pub fn into_facts(self) -> impl Iterator<Item = (Address, Fact)> {
        self.facts.into_iter()
    }

    /// The facts from `first` on, in the order of addresses.
    pub fn facts_from<'a>(
        &'a self,
        first: &Address,
    ) -> impl Iterator<Item = (&'a Address, &'a Fact)> + use<'a> {
        self.facts.from(first)
    }

    /// Writes a value; says whether that changed anything (the same value again does not).
    pub fn write(
        &mut self,
        address: &Address,
        writer: WriterId,
        at: Timestamp,
        value: Value,
    ) -> bool {
        if self.marks.purges(address) {
            return false;
        }
        match self.facts.get_mut(address) {
            Ok(fact) => {
                if let [only] = fact.versions()
                    && only.value == value
                {
                    return false;
                }
                fact.write(writer, at, value);
            }
            Err(place) => {
                let mut fact = Fact::default();
                fact.write(writer, at, value);
                self.facts.insert(place, address.clone(), fact);
            }
        }
        self.mark(address);
        true
    }

    /// Puts back what stood at `address` once: nothing, a value, or several side by side (see [`Fact::write_all`]).
    pub fn put_back(
        &mut self,
        address: &Address,
        writer: WriterId,
        at: Timestamp,
        values: &[Value],
    ) -> bool {
        match values {
            [] => self.remove(address),
            [value] => self.write(address, writer, at, value.clone()),
            _ if self.marks.purges(address) => false,
            values => {
                match self.facts.get_mut(address) {
                    Ok(fact) => fact.write_all(writer, at, values.to_vec()),
                    Err(place) => {
                        let mut fact = Fact::default();
                        fact.write_all(writer, at, values.to_vec());
                        self.facts.insert(place, address.clone(), fact);
                    }
                }
                self.mark(address);
                true
            }
        }
    }

    /// Removes the value at `address`; says whether there was one.
    pub fn remove(&mut self, address: &Address) -> bool {
        match self.facts.get_mut(address) {
            Ok(fact) if !fact.versions().is_empty() => {
                fact.remove();
                self.mark(address);
                true
            }
            _ => false,
        }
    }

    /// Merges one fact; says whether anything changed.
    pub fn merge_fact(&mut self, address: Address, theirs: Fact) -> bool {
        if self.marks.purges(&address) {
            return false;
        }
        let marks = matches!(address, Address::Purged(_)) || Joined::is_said_at(&address);
        let marks = marks.then(|| address.clone());
        let changed = match self.facts.get_mut(&address) {
            Ok(mine) => mine.merge(&theirs),
            Err(place) => {
                self.facts.insert(place, address, theirs);
                true
            }
        };
        if let Some(address) = marks {
            self.mark(&address);
        }
        changed
    }

    /// Merges another replica or selection of the same document; gives the addresses that changed.
    ///
    /// # Errors
    /// [`OtherDocument`] where the facts are another municipality's; nothing is changed then.
    pub fn merge(&mut self, other: Self) -> Result<Vec<Address>, OtherDocument> {
        if other.id != self.id {
            return Err(OtherDocument {
                ours: self.id.clone(),
                theirs: other.id,
            });
        }
        let mut changed = Vec::new();
        for (address, fact) in other.facts.into_iter() {
            if self.merge_fact(address.clone(), fact) {
                changed.push(address);
            }
        }
        Ok(changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Facet, QuestionId, RoundId, Voice, units};

    const ME: WriterId = WriterId(1);

    fn unit(n: u64) -> UnitId {
        UnitId::from_random(n)
    }

    fn document() -> Document {
        Document::new(DocumentId::from_random(1))
    }

    fn text(document: &mut Document, address: &Address, text: &str) {
        document.write(address, ME, Timestamp(1), Value::Text(text.to_owned()));
    }

    fn join(document: &mut Document, from: u64, to: u64) {
        let address = Address::Unit(unit(from), UnitField::JoinedTo);
        text(document, &address, unit(to).as_str());
    }

    fn reason(n: u64) -> Address {
        let round = RoundId::from_random(1);
        let question = QuestionId::parse("q").unwrap();
        Address::answer(
            &round,
            &unit(n),
            &question,
            Facet::Rationale,
            &Voice::Together,
        )
    }

    #[test]
    fn units_created_twice_are_one_until_they_are_taken_apart_again() {
        let mut document = document();
        for n in 1..=3 {
            text(&mut document, &Address::Unit(unit(n), UnitField::Name), "A");
        }
        text(&mut document, &reason(2), "two");
        join(&mut document, 2, 1);
        join(&mut document, 3, 2); // a chain ends at its last
        assert_eq!(units(&document).len(), 1);
        assert_eq!(document.text(&reason(1)), Some("two"));
        text(&mut document, &reason(1), "one"); // its own comes first
        assert_eq!(document.text(&reason(1)), Some("one"));
        document.remove(&Address::Unit(unit(2), UnitField::JoinedTo));
        assert_eq!(units(&document).len(), 2);
        assert_eq!(document.text(&reason(2)), Some("two"));
    }

    #[test]
    fn units_joined_to_each_other_apart_are_the_same_one_on_every_device() {
        let mut mine = document();
        for n in 1..=2 {
            text(&mut mine, &Address::Unit(unit(n), UnitField::Name), "A");
        }
        let mut theirs = mine.clone();
        join(&mut mine, 1, 2);
        join(&mut theirs, 2, 1);
        mine.merge(theirs).unwrap();
        assert_eq!(units(&mine).len(), 1);
        join(&mut mine, 1, 1); // a unit that is itself is no ring
        assert!(!mine.is_joined(&unit(1)));
    }

    #[test]
    fn what_is_removed_for_good_leaves_no_value_and_does_not_come_back_with_an_old_copy() {
        let mut mine = document();
        text(&mut mine, &reason(1), "secret");
        text(&mut mine, &Address::Unit(unit(1), UnitField::Name), "A");
        let old = mine.clone();
        let mark = Address::Purged(Purged::Round(RoundId::from_random(1)));
        mine.write(&mark, ME, Timestamp(2), Value::Flag(true));
        assert_eq!(mine.fact(&reason(1)), None);
        let mut there = old.clone();
        there.merge(mine.clone()).unwrap();
        mine.merge(old).unwrap();
        assert_eq!(mine, there);
        assert_eq!(mine.fact(&reason(1)), None);
        assert!(
            mine.text(&Address::Unit(unit(1), UnitField::Name))
                .is_some()
        );
        text(&mut mine, &reason(1), "again");
        assert_eq!(mine.fact(&reason(1)), None);
    }
}
