//! A document: the facts of one municipality, or any selection of them. Every store, file and tab holds a replica.

use std::collections::BTreeMap;

use super::{Address, DocumentId, Fact, Timestamp, Value, WriterId};

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
    facts: BTreeMap<Address, Fact>,
}

impl Document {
    /// A document in which nothing has been said yet.
    pub fn new(id: DocumentId) -> Self {
        Self {
            id,
            facts: BTreeMap::new(),
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
        self.facts.is_empty()
    }

    /// The fact at `address`, removed or not.
    pub fn fact(&self, address: &Address) -> Option<&Fact> {
        self.facts.get(address)
    }

    /// The value that is displayed first at `address`.
    pub fn value(&self, address: &Address) -> Option<&Value> {
        self.facts
            .get(address)?
            .shown()
            .map(|version| &version.value)
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

    /// The facts from `first` on, in the order of addresses.
    pub fn facts_from(&self, first: &Address) -> impl Iterator<Item = (&Address, &Fact)> {
        self.facts.range(first.clone()..)
    }

    /// Writes a value; says whether that changed anything (the same value again does not).
    pub fn write(
        &mut self,
        address: &Address,
        writer: WriterId,
        at: Timestamp,
        value: Value,
    ) -> bool {
        if let Some(fact) = self.facts.get_mut(address) {
            if let [only] = fact.versions()
                && only.value == value
            {
                return false;
            }
            fact.write(writer, at, value);
        } else {
            let mut fact = Fact::default();
            fact.write(writer, at, value);
            self.facts.insert(address.clone(), fact);
        }
        true
    }

    /// Removes the value at `address`; says whether there was one.
    pub fn remove(&mut self, address: &Address) -> bool {
        match self.facts.get_mut(address) {
            Some(fact) if !fact.versions().is_empty() => {
                fact.remove();
                true
            }
            _ => false,
        }
    }

    /// Merges one fact; says whether anything changed.
    pub fn merge_fact(&mut self, address: Address, theirs: Fact) -> bool {
        if let Some(mine) = self.facts.get_mut(&address) {
            return mine.merge(&theirs);
        }
        self.facts.insert(address, theirs);
        true
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
        for (address, fact) in other.facts {
            if self.merge_fact(address.clone(), fact) {
                changed.push(address);
            }
        }
        Ok(changed)
    }
}
