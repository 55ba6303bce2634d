//! *Tidigare svar*: values that were replaced or taken away on this device. Capped and erasable, and no part of the
//! document: they never leave the browser with a file.

use super::Model;
use crate::domain::{Address, Facet, QuestionId, Timestamp, UnitId, Value};

/// How many earlier values are kept for one fact.
pub const MOST_EARLIER: usize = 20;

/// A value that stood somewhere until it was replaced or taken away.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    /// Where it stood.
    pub address: Address,
    /// What it was.
    pub value: Value,
    /// When it had been written.
    pub at: Timestamp,
    /// When it went.
    pub until: Timestamp,
}

/// What a unit has answered to a question earlier, in the round that is answered in: levels and texts, the latest first.
pub fn earlier_answers<'a>(
    model: &'a Model,
    unit: &UnitId,
    question: &QuestionId,
) -> Vec<&'a Earlier> {
    let round = model.round();
    let mut found: Vec<&Earlier> = model
        .earlier
        .iter()
        .flatten()
        .filter(|earlier| {
            matches!(&earlier.address, Address::Answer { round: r, unit: u, question: q, facet, .. }
                if Some(r) == round.as_ref() && u == unit && q == question && *facet != Facet::Unsure)
        })
        .collect();
    found.reverse();
    found
}

/// The bin: what was taken away and is still gone, the latest first, once for each fact.
pub fn bin(model: &Model) -> Vec<&Earlier> {
    let mut found: Vec<&Earlier> = Vec::new();
    for earlier in model.earlier.iter().flatten().rev() {
        let gone = model.document.own_value(&earlier.address).is_none();
        if gone && found.iter().all(|other| other.address != earlier.address) {
            found.push(earlier);
        }
    }
    found
}
