//! Parts of a document that leave a browser by themselves: each is a document again, with the same identity.
//!
//! Only what was handed in leaves: a contribution carries one voice's current answers, and no other voice's, no draft of
//! another unit, and no earlier value.

use super::{
    Address, ContentHash, Document, DocumentField, PersonField, PersonId, RoundField, RoundId,
    UnitField, UnitId, Voice,
};

/// Puts a selection together: the facts whose address `wanted` takes.
pub fn select(document: &Document, wanted: impl Fn(&Address) -> bool) -> Document {
    let mut selection = Document::new(document.id().clone());
    for (address, fact) in document.facts() {
        if wanted(address) {
            selection.merge_fact(address.clone(), fact.clone());
        }
    }
    selection
}

/// What a voice of a unit hands in for a round: its answers, its receipt, and by which questions and names to read them.
pub fn contribution(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    voice: &Voice,
) -> Document {
    select(document, |address| match address {
        Address::Answer {
            round: r,
            unit: u,
            voice: v,
            ..
        }
        | Address::HandedIn(r, u, v) => r == round && u == unit && v == voice,
        Address::Unit(u, UnitField::Name | UnitField::Order) => u == unit,
        Address::Person(person, PersonField::Role) => voice.person() == Some(person),
        Address::Round(r, field) => r == round && *field != RoundField::Locked,
        Address::RoundSet(r, _) => r == round,
        Address::Snapshot(hash) => names_snapshot(document, round, hash),
        Address::Document(field) => is_identity(*field),
        _ => false,
    })
}

/// What a unit needs in order to answer a round under the coordinator's ids: no answers, nobody else's name.
pub fn invitation(document: &Document, round: &RoundId, unit: &UnitId) -> Document {
    select(document, |address| match address {
        Address::Unit(u, UnitField::Name | UnitField::Order) => u == unit,
        Address::Round(r, field) => r == round && *field != RoundField::Locked,
        Address::RoundSet(r, _) | Address::Owner(r, ..) => r == round,
        Address::LeftOut(r, left_out) => {
            r == round && !matches!(left_out, super::LeftOut::Unit(other) if other != unit)
        }
        Address::Document(field) => is_identity(*field),
        _ => false,
    })
}

/// A round whole: every answer in it and who gave it, and what is needed to read them. The facts are untouched, so the
/// selection merges as the whole would. Facts of kinds that this version does not know are left out: nobody can say what
/// they belong to.
pub fn of_round(document: &Document, round: &RoundId) -> Document {
    let mut persons: Vec<&PersonId> = Vec::new();
    for (address, _) in document.facts() {
        if let Address::Answer {
            round: r, voice, ..
        }
        | Address::HandedIn(r, _, voice) = address
            && r == round
            && let Some(person) = voice.person()
        {
            // Who a person was joined to is needed to read the answers, though it may have answered nothing itself.
            for person in [person, document.same_as(person)] {
                if !persons.contains(&person) {
                    persons.push(person);
                }
            }
        }
    }
    select(document, |address| match address {
        Address::Unit(..) | Address::Document(_) | Address::Target { .. } => true,
        Address::Person(person, _) => persons.contains(&person),
        Address::Apart(one, other) => persons.contains(&one) && persons.contains(&other),
        Address::Snapshot(hash) => names_snapshot(document, round, hash),
        other => other.round() == Some(round),
    })
}

fn is_identity(field: DocumentField) -> bool {
    matches!(
        field,
        DocumentField::Municipality | DocumentField::UnitWord | DocumentField::Example
    )
}

/// Whether a round goes by the set that is kept under a hash.
pub(crate) fn names_snapshot(document: &Document, round: &RoundId, hash: &ContentHash) -> bool {
    let first = Address::RoundSet(round.clone(), super::SetId::first());
    document
        .facts_from(&first)
        .map_while(|(address, fact)| match address {
            Address::RoundSet(r, _) if r == round => Some(fact),
            _ => None,
        })
        .any(|fact| {
            fact.versions().iter().any(
                |version| matches!(&version.value, super::Value::Text(text) if text == hash.as_str()),
            )
        })
}
