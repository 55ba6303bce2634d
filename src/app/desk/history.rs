//! *Tidigare svar* and *papperskorgen*: what was replaced or removed on this device, and how it is put back.
//!
//! The core decides what is earlier (`domain::earlier`), the store keeps it beside the document, and these pages read it.

use crate::app::answering::is_locked;
use crate::app::message::Moment;
use crate::app::model::Section;
use crate::app::outcome::Outcome;
use crate::app::undo::{Undo, UndoKind};
use crate::app::{Effect, Model};
use crate::domain::{
    Address, Facet, Fact, QuestionId, Timestamp, UnitField, UnitId, UnitKind, Value,
};

use super::DeskEffect;

/// How many earlier values of one fact are kept.
const MOST_OF_ONE: usize = 20;

/// What is known of earlier answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum History {
    /// No page has asked yet.
    #[default]
    Unread,
    /// They cannot be read: this browser keeps none.
    Unreadable,
    /// What is kept, the earliest first.
    Here(Vec<(Address, Fact)>),
}

/// What happens to earlier answers.
#[derive(Debug)]
pub enum HistoryMsg {
    /// A page wants to know what is kept.
    Look,
    /// What is kept; nothing where it cannot be read.
    Came(Option<Vec<(Address, Fact)>>),
    /// Puts an earlier value back.
    PutBack(Address, Value),
    /// Erases them all.
    Erase,
}

/// A value that stood at an address once.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    /// Where.
    pub address: Address,
    /// When it was written.
    pub at: Timestamp,
    /// What it was.
    pub value: Value,
}

/// Lets something happen to earlier answers.
pub(super) fn act(model: &mut Model, msg: HistoryMsg, moment: &Moment, out: &mut Outcome) {
    match msg {
        HistoryMsg::Look => out.effect(Effect::Desk(DeskEffect::ReadHistory)),
        HistoryMsg::Came(kept) => {
            model.desk.history = kept.map_or(History::Unreadable, History::Here);
            out.changed(Section::History);
        }
        HistoryMsg::PutBack(address, value) => put_back(model, moment, address, value, out),
        HistoryMsg::Erase => out.effect(Effect::Desk(DeskEffect::EraseHistory)),
    }
}

fn put_back(model: &mut Model, moment: &Moment, address: Address, value: Value, out: &mut Outcome) {
    if let Address::Answer { round, .. } = &address
        && is_locked(model, &round.clone(), out)
    {
        return;
    }
    model.undo = Some(Undo {
        kind: UndoKind::PutBack,
        leads_on: false,
    });
    out.write(model, moment, address, value);
    out.changed(Section::Notices);
    out.effect(Effect::Desk(DeskEffect::ReadHistory));
}

/// What is to stay of earlier answers: of each fact the last twenty.
pub fn capped(kept: Vec<(Address, Fact)>) -> Vec<(Address, Fact)> {
    let mut counts: std::collections::BTreeMap<Address, usize> = std::collections::BTreeMap::new();
    let mut out: Vec<(Address, Fact)> = kept
        .into_iter()
        .rev()
        .filter(|(address, _)| {
            let count = counts.entry(address.clone()).or_default();
            *count += 1;
            *count <= MOST_OF_ONE
        })
        .collect();
    out.reverse();
    out
}

/// How many earlier values are kept; nothing where that is not known.
pub fn kept(model: &Model) -> Option<usize> {
    match &model.desk.history {
        History::Here(kept) => Some(kept.iter().map(|(_, fact)| fact.versions().len()).sum()),
        History::Unread | History::Unreadable => None,
    }
}

/// What was said to a question in the present round before what stands there now, by every voice: the latest first, each
/// value once.
pub fn earlier_answers(model: &Model, unit: &UnitId, question: &QuestionId) -> Vec<Earlier> {
    let Some(present) = model.round() else {
        return Vec::new();
    };
    let wanted = |address: &Address| {
        matches!(address, Address::Answer { round, unit: u, question: q, .. }
            if *round == present && u == unit && q == question)
    };
    let mut out: Vec<Earlier> = Vec::new();
    for earlier in all(model).filter(|earlier| wanted(&earlier.address)) {
        let stands = values(model, &earlier.address).contains(&earlier.value);
        let again = out
            .iter()
            .any(|other| other.address == earlier.address && other.value == earlier.value);
        if !stands && !again {
            out.push(earlier);
        }
    }
    out
}

/// What is said to a question now in the present round, by every voice, in the order of reading.
pub fn present_answers(model: &Model, unit: &UnitId, question: &QuestionId) -> Vec<Earlier> {
    let Some(present) = model.round() else {
        return Vec::new();
    };
    let first = Address::answer(
        &present,
        unit,
        question,
        Facet::Level,
        &crate::domain::Voice::Together,
    );
    let of_question = model
        .document
        .facts_from(&first)
        .take_while(|(address, _)| {
            matches!(address, Address::Answer { round, unit: u, question: q, .. }
                if *round == present && u == unit && q == question)
        });
    let versions = of_question.flat_map(|(address, fact)| {
        let versions = fact.versions().iter();
        versions.map(|version| Earlier {
            address: address.clone(),
            at: version.at,
            value: version.value.clone(),
        })
    });
    versions.collect()
}

/// The units that were taken out of the lists, by their ids.
pub fn hidden_units(model: &Model) -> Vec<UnitId> {
    let first = Address::Unit(UnitId::first(), UnitField::Name);
    let units = model
        .document
        .facts_from(&first)
        .map_while(|(address, _)| match address {
            Address::Unit(unit, field) => Some((unit, *field)),
            _ => None,
        });
    units
        .filter(|(unit, field)| {
            *field == UnitField::Hidden
                && UnitKind::of(unit) == UnitKind::Administration
                && model
                    .document
                    .flag(&Address::Unit((*unit).clone(), UnitField::Hidden))
        })
        .map(|(unit, _)| unit.clone())
        .collect()
}

/// What was removed and not written anew: of each fact what stood there last, the latest first. A mark such as *osäker* that
/// was taken away is nothing to look for.
pub fn removed(model: &Model) -> Vec<Earlier> {
    let mut out: Vec<Earlier> = Vec::new();
    for earlier in all(model) {
        let is_mark = matches!(earlier.value, Value::Flag(_));
        let listed = out.iter().any(|other| other.address == earlier.address);
        if !is_mark && !listed && values(model, &earlier.address).is_empty() {
            out.push(earlier);
        }
    }
    out
}

/// Everything that is kept, the latest first, but for what was removed for good.
fn all(model: &Model) -> impl Iterator<Item = Earlier> {
    let kept = match &model.desk.history {
        History::Here(kept) => kept.as_slice(),
        History::Unread | History::Unreadable => &[],
    };
    let kept = kept
        .iter()
        .rev()
        .filter(|(address, _)| !model.document.is_purged(address));
    kept.flat_map(|(address, fact)| {
        let versions = fact.versions().iter().rev();
        versions.map(|version| Earlier {
            address: address.clone(),
            at: version.at,
            value: version.value.clone(),
        })
    })
}

fn values(model: &Model, address: &Address) -> Vec<Value> {
    let fact = model.document.fact(address);
    fact.map(Fact::values).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::WriterId;

    fn entry(address: &str, n: i64) -> (Address, Fact) {
        let mut fact = Fact::default();
        fact.write(WriterId(1), Timestamp(n), Value::Text(n.to_string()));
        (Address::parse(address), fact)
    }

    #[test]
    fn of_each_fact_the_last_twenty_are_kept_in_their_order() {
        let (one, other) = ("unit/u-1/name", "unit/u-2/name");
        let mut kept = vec![entry(other, 0)];
        kept.extend((1..=25).map(|n| entry(one, n)));
        let capped = capped(kept);
        assert_eq!(capped.len(), 21);
        assert_eq!(capped.first(), Some(&entry(other, 0)));
        assert_eq!(capped.get(1), Some(&entry(one, 6)));
        assert_eq!(capped.last(), Some(&entry(one, 25)));
    }
}
