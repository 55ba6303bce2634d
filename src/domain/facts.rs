//! The facts of a document in the order of their addresses, in pieces: reading a store in order only adds at the end, a
//! search compares some fourteen addresses among 15,000, and a fact that comes between moves one piece.

use super::{Address, Fact};

/// So many facts in a piece at most.
const PIECE: usize = 128;

/// Facts by address.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pieces: Vec<Vec<(Address, Fact)>>, // none empty, all in order
    len: usize,
}

/// A piece, and a place in it.
type Place = (usize, usize);

impl Facts {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The fact at an address.
    pub(super) fn get(&self, address: &Address) -> Option<&Fact> {
        let (piece, at) = self.find(address).ok()?;
        self.pieces.get(piece)?.get(at).map(|(_, fact)| fact)
    }

    /// The fact at an address, or where it would stand.
    pub(super) fn get_mut(&mut self, address: &Address) -> Result<&mut Fact, Place> {
        let place = self.find(address)?;
        let piece = self.pieces.get_mut(place.0);
        let found = piece.and_then(|piece| piece.get_mut(place.1));
        found.map(|(_, fact)| fact).ok_or(place)
    }

    /// Puts a fact at the place that [`Self::get_mut`] gave for its address.
    pub(super) fn insert(&mut self, (piece, at): Place, address: Address, fact: Fact) {
        self.len += 1;
        let is_last = piece + 1 >= self.pieces.len();
        match self.pieces.get_mut(piece) {
            Some(here) if here.len() < PIECE => here.insert(at, (address, fact)),
            Some(here) if !(is_last && at == here.len()) => {
                let mut behind = here.split_off(PIECE / 2);
                if at <= here.len() {
                    here.insert(at, (address, fact));
                } else {
                    behind.insert(at - here.len(), (address, fact));
                }
                self.pieces.insert(piece + 1, behind);
            }
            _ => self.pieces.push(vec![(address, fact)]),
        }
    }

    fn find(&self, address: &Address) -> Result<Place, Place> {
        // Mostly one comes behind all others, while a store is read.
        if let Some(last) = self.pieces.last()
            && let Some((highest, _)) = last.last()
            && highest < address
        {
            return Err((self.pieces.len() - 1, last.len()));
        }
        let after = self
            .pieces
            .partition_point(|piece| piece.first().is_some_and(|(first, _)| first <= address));
        let piece = after.saturating_sub(1);
        let Some(here) = self.pieces.get(piece) else {
            return Err((0, 0));
        };
        match here.binary_search_by(|(other, _)| other.cmp(address)) {
            Ok(at) => Ok((piece, at)),
            Err(at) => Err((piece, at)),
        }
    }

    /// Keeps those whose address `keep` takes.
    pub(super) fn retain(&mut self, keep: &dyn Fn(&Address) -> bool) {
        for piece in &mut self.pieces {
            piece.retain(|(address, _)| keep(address));
        }
        self.pieces.retain(|piece| !piece.is_empty());
        self.len = self.pieces.iter().map(Vec::len).sum();
    }

    /// All, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Address, &Fact)> {
        let all = self.pieces.iter().flatten();
        all.map(|(address, fact)| (address, fact))
    }

    /// Those from `first` on, in order.
    pub(super) fn from<'a>(
        &'a self,
        first: &Address,
    ) -> impl Iterator<Item = (&'a Address, &'a Fact)> + use<'a> {
        let (piece, at) = self.find(first).unwrap_or_else(|place| place);
        let pieces = self.pieces.get(piece..).unwrap_or_default();
        let all = pieces.iter().flatten().skip(at);
        all.map(|(address, fact)| (address, fact))
    }

    /// All, in order, taken out.
    pub(super) fn into_iter(self) -> impl Iterator<Item = (Address, Fact)> {
        self.pieces.into_iter().flatten()
    }
}

/// Where one piece ends and the next begins says nothing.
impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Timestamp, Value, WriterId};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn address(n: u16) -> Address {
        Address::parse(&format!("later/{n:05}"))
    }

    fn fact(n: u16) -> Fact {
        let mut fact = Fact::default();
        fact.write(WriterId(1), Timestamp(0), Value::Number(n.into()));
        fact
    }

    fn put(facts: &mut Facts, n: u16) {
        match facts.get_mut(&address(n)) {
            Ok(there) => *there = fact(n),
            Err(place) => facts.insert(place, address(n), fact(n)),
        }
    }

    proptest! {
        #[test]
        fn they_are_what_a_sorted_map_is(
            numbers in prop::collection::vec(0u16..900, 0..1_200),
            from in 0u16..900,
            modulus in 2u16..9,
        ) {
            let mut facts = Facts::default();
            let mut map = BTreeMap::new();
            for n in numbers {
                put(&mut facts, n);
                map.insert(address(n), fact(n));
            }
            let first = address(from);
            prop_assert!(facts.from(&first).eq(map.range(first.clone()..)));
            prop_assert_eq!(facts.get(&first), map.get(&first));
            let keep = |address: &Address| {
                let path = address.to_string();
                path[6..].parse::<u16>().unwrap() % modulus != 0
            };
            facts.retain(&keep);
            map.retain(|address, _| keep(address));
            prop_assert_eq!(facts.len(), map.len());
            prop_assert!(facts.iter().eq(map.iter()));
            let mut again = Facts::default();
            for n in (0u16..900).rev() {
                if map.contains_key(&address(n)) {
                    put(&mut again, n);
                }
            }
            prop_assert!(again == facts);
            prop_assert!(facts.into_iter().eq(map));
        }
    }
}
