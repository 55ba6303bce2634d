//! What is left of the facts of a round without names, or without free text.

use std::collections::{BTreeMap, BTreeSet};

use super::FreeText;
use crate::domain::{
    Address, Context, Document, DocumentField, DocumentId, Dot, Facet, Fact, NeedField,
    PersonField, PersonId, RoundField, TargetField, Timestamp, UnitField, UnitId, Value, Version,
    Voice, WorkshopFact, WriterId,
};

/// The selection without what tells who a person is: no roles, no deciders, and persons numbered anew in each unit. Writers
/// and times would show which answers came from one sitting, so they are replaced too, and what was removed is left out.
///
/// What comes out is no longer a copy of the document and must not be merged into it as one: it has an id of its own.
/// Kinds of facts and values that this version does not know are left out.
pub(super) fn without_names(selection: &Document, at: Timestamp) -> Document {
    let numbers = numbered(selection);
    let mut out = Document::new(id_without_names(selection.id()));
    for (address, fact) in selection.facts() {
        if let (Some(address), Some(fact)) = (nameless(address, &numbers), blank(fact, at)) {
            out.merge_fact(address, fact);
        }
    }
    for (address, fact) in joined(selection, &numbers, at) {
        out.merge_fact(address, fact);
    }
    out
}

/// Which of the numbered persons are one: without it, who answered on two devices would count twice.
fn joined(selection: &Document, numbers: &Numbers, at: Timestamp) -> Vec<(Address, Fact)> {
    let number = |unit: &UnitId, person: &PersonId| numbers.get(&(unit.clone(), person.clone()));
    let mut facts = Vec::new();
    for (from, to) in selection.joined_persons() {
        for ((unit, _), anew) in numbers.iter().filter(|((_, person), _)| person == from) {
            let same = number(unit, to).or_else(|| {
                // Only the other devices were answered on: the first of them stands for the person.
                let mut others = selection.also(to).filter_map(|other| number(unit, other));
                others.next()
            });
            let Some(same) = same.filter(|same| *same != anew) else {
                continue;
            };
            let mut fact = Fact::default();
            fact.write(WriterId(1), at, Value::Text(same.to_string()));
            facts.push((Address::Person(anew.clone(), PersonField::JoinedTo), fact));
        }
    }
    facts
}

/// A whole document without names, as [`without_names`] makes it of a selection, and with or without what people wrote.
pub fn document_without_names(document: &Document, texts: FreeText, at: Timestamp) -> Document {
    let out = without_names(document, at);
    match texts {
        FreeText::Kept => out,
        FreeText::LeftOut => without_free_text(&out),
    }
}

fn id_without_names(id: &DocumentId) -> DocumentId {
    let kept = id.as_str().get(..62).unwrap_or(id.as_str());
    DocumentId::parse(&format!("{kept}-n")).unwrap_or_else(|| id.clone())
}

type Numbers = BTreeMap<(UnitId, PersonId), PersonId>;

/// A number for each person in each unit. Tokens are random, so their order tells nothing.
fn numbered(selection: &Document) -> Numbers {
    let mut people: BTreeMap<&UnitId, BTreeSet<&PersonId>> = BTreeMap::new();
    for (address, _) in selection.facts() {
        if let Address::Answer {
            unit,
            voice: Voice::Person(person),
            ..
        } = address
        {
            people.entry(unit).or_default().insert(person);
        }
    }
    let mut numbers = Numbers::new();
    for (unit_number, (unit, people)) in (1..).zip(people) {
        for (number, person) in (1..).zip(people) {
            let name = format!("p-{unit_number:04}-{number:04}");
            if let Some(anew) = PersonId::parse(&name) {
                numbers.insert((unit.clone(), person.clone()), anew);
            }
        }
    }
    numbers
}

/// The address without a person in it; nothing for what is left out.
fn nameless(address: &Address, numbers: &Numbers) -> Option<Address> {
    match address {
        Address::Answer {
            round,
            unit,
            question,
            facet,
            voice: Voice::Person(person),
        } => {
            let voice = Voice::Person(numbers.get(&(unit.clone(), person.clone()))?.clone());
            Some(Address::answer(round, unit, question, *facet, &voice))
        }
        Address::Answer {
            voice: Voice::Together,
            ..
        }
        | Address::Unit(_, UnitField::Name | UnitField::Order | UnitField::Hidden)
        | Address::Round(
            _,
            RoundField::Name | RoundField::Order | RoundField::Due | RoundField::Planned,
        )
        | Address::LeftOut(..)
        | Address::RoundSet(..)
        | Address::Owner(..)
        | Address::SharedNeed(..)
        | Address::Snapshot(_)
        | Address::Document(
            DocumentField::Municipality | DocumentField::UnitWord | DocumentField::Example,
        )
        | Address::Target {
            field: TargetField::Value | TargetField::By | TargetField::Importance | TargetField::Law,
            ..
        } => Some(address.clone()),
        _ => None,
    }
}

/// The fact with the same values in the same order, written by nobody at the time of the archive.
fn blank(fact: &Fact, at: Timestamp) -> Option<Fact> {
    let known = in_order(fact).into_iter().rev().filter(|version| {
        matches!(
            version.value,
            Value::Answer(_) | Value::Text(_) | Value::Flag(_) | Value::Number(_)
        )
    });
    let versions: Vec<Version> = (1..)
        .zip(known)
        .map(|(writer, version)| Version {
            dot: Dot {
                writer: WriterId(writer),
                counter: 1,
            },
            at,
            value: version.value.clone(),
        })
        .collect();
    (!versions.is_empty()).then(|| Fact::from_parts(Context::default(), versions))
}

/// A fact's versions, the one that is displayed first at the front.
pub(super) fn in_order(fact: &Fact) -> Vec<&Version> {
    let shown = fact.shown().map(|version| version.dot);
    let mut versions: Vec<&Version> = fact.versions().iter().collect();
    versions.sort_by_key(|version| {
        (
            Some(version.dot) != shown,
            std::cmp::Reverse((version.at, version.dot)),
        )
    });
    versions
}

/// The selection without what people wrote in their own words beside answers.
pub(super) fn without_free_text(selection: &Document) -> Document {
    let mut out = Document::new(selection.id().clone());
    for (address, fact) in selection.facts() {
        let is_text = matches!(
            address,
            Address::Answer {
                facet: Facet::Rationale | Facet::Evidence | Facet::Need,
                ..
            } | Address::SharedNeed(_, _, NeedField::Wording)
                | Address::Workshop(_, _, WorkshopFact::Note(_))
        );
        if !is_text {
            out.merge_fact(address.clone(), fact.clone());
        }
    }
    out
}
