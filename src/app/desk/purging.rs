//! *Gallra*: removing for good. What would go is counted first; then one mark, which holds nothing of what went, keeps it out
//! of every copy that ever meets it.

use super::folder;
use crate::app::message::Moment;
use crate::app::outcome::Outcome;
use crate::app::{Model, keeping};
use crate::domain::{
    Address, Facet, PersonField, PersonId, Purged, RoundId, UnitId, Value, Voice, lock, rounds,
};

/// How far the last removal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Removal {
    /// There was none.
    #[default]
    None,
    /// So many answers are being taken out of the stores.
    UnderWay(usize),
    /// So many answers are out of every store of this browser.
    Done(usize),
}

impl Removal {
    /// The stores have been written anew.
    pub(in crate::app) fn confirm(&mut self) {
        if let Self::UnderWay(answers) = *self {
            *self = Self::Done(answers);
        }
    }
}

/// What a removal for good would take, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WouldGo {
    /// Whose answers: each unit with how many questions, each voice counted.
    pub answers: Vec<(UnitId, usize)>,
    /// Reasons and evidence beside them.
    pub texts: usize,
    /// Receipts of what was handed in.
    pub receipts: usize,
    /// Persons who answered alone and of whom nothing else is here: their roles go too.
    pub persons: Vec<PersonId>,
    /// Everything else: names, plans, invitations.
    pub others: usize,
}

impl WouldGo {
    /// Whether there is nothing to remove.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// How many answers.
    pub fn count(&self) -> usize {
        self.answers.iter().map(|(_, count)| count).sum()
    }
}

/// What can be chosen for removal: rounds, units' answers within one, and persons who answered alone.
pub fn purgeable(model: &Model) -> Vec<Purged> {
    let document = &model.document;
    let mut out = Vec::new();
    let mut persons: Vec<PersonId> = Vec::new();
    for round in rounds(document).into_iter().rev() {
        let mut units: Vec<&UnitId> = Vec::new();
        for (address, fact) in document.facts() {
            if address.round() != Some(&round) || fact.versions().is_empty() {
                continue;
            }
            if let Address::Answer { unit, .. } | Address::HandedIn(_, unit, _) = address
                && !units.contains(&unit)
            {
                units.push(unit);
            }
        }
        out.push(Purged::Round(round.clone()));
        // Where answers can still be given, they are taken back, not removed for good: nothing could be answered again.
        if !is_open(model, &round) {
            out.extend(
                units
                    .into_iter()
                    .map(|unit| Purged::Answers(round.clone(), unit.clone())),
            );
        }
    }
    for (address, fact) in document.facts() {
        if let Some(person) = address.person()
            && !fact.versions().is_empty()
            && !persons.contains(person)
        {
            persons.push(person.clone());
        }
    }
    out.extend(persons.into_iter().map(Purged::Person));
    out
}

/// Whether a round still takes answers: it is the one that is answered in, and not locked.
pub fn is_open(model: &Model, round: &RoundId) -> bool {
    model.round().as_ref() == Some(round) && lock(&model.document, round).is_none()
}

/// What would go, if this were removed for good.
pub fn would_go(model: &Model, purged: &Purged) -> WouldGo {
    let marks = marks(model, purged);
    let goes = |address: &Address| marks.iter().any(|mark| mark.takes(address));
    let mut out = WouldGo::default();
    for (address, fact) in model.document.facts() {
        if !goes(address) || fact.versions().is_empty() {
            continue;
        }
        match address {
            Address::Answer {
                unit,
                facet: Facet::Level,
                ..
            } => match out.answers.iter_mut().find(|(other, _)| other == unit) {
                Some((_, count)) => *count += 1,
                None => out.answers.push((unit.clone(), 1)),
            },
            Address::Answer {
                facet: Facet::Rationale | Facet::Evidence | Facet::Need,
                ..
            } => out.texts += 1,
            Address::HandedIn(..) => out.receipts += 1,
            Address::Answer { .. } | Address::Person(..) | Address::Apart(..) => {}
            _ => out.others += 1,
        }
    }
    out.persons = persons_of_nothing_else(model, goes);
    out
}

/// The marks that a removal makes: answers of units and persons that were joined to another are read as its own, and go with it.
fn marks(model: &Model, purged: &Purged) -> Vec<Purged> {
    let mut marks = vec![purged.clone()];
    if let Purged::Answers(round, unit) = purged {
        let joined = model.document.joined_to(unit);
        marks.extend(joined.map(|unit| Purged::Answers(round.clone(), unit.clone())));
    }
    if let Purged::Person(person) = purged {
        marks.extend(model.document.also(person).cloned().map(Purged::Person));
    }
    marks
}

/// Persons with something among what goes, and nothing but their role elsewhere.
fn persons_of_nothing_else(model: &Model, goes: impl Fn(&Address) -> bool) -> Vec<PersonId> {
    let mut gone: Vec<&PersonId> = Vec::new();
    let mut kept: Vec<&PersonId> = Vec::new();
    for (address, fact) in model.document.facts() {
        let Some(person) = address.person().filter(|_| !fact.versions().is_empty()) else {
            continue;
        };
        let list = match (goes(address), address) {
            (true, _) => &mut gone,
            (false, Address::Person(..)) => continue,
            (false, _) => &mut kept,
        };
        if !list.contains(&person) {
            list.push(person);
        }
    }
    gone.retain(|person| !kept.contains(person));
    gone.into_iter().cloned().collect()
}

/// Removes for good. There is no way back, and nothing of it is left for undo.
pub(super) fn purge(model: &mut Model, moment: &Moment, purged: &Purged, out: &mut Outcome) {
    let goes = would_go(model, purged);
    model.desk.removal = Removal::UnderWay(goes.count());
    for mark in marks(model, purged) {
        out.write(model, moment, Address::Purged(mark), Value::Flag(true));
    }
    // A role is taken away and not marked: the person may come back in a later round.
    for person in goes.persons {
        out.remove(model, Address::Person(person.clone(), PersonField::Role));
        out.remove(model, Address::Person(person, PersonField::JoinedTo));
    }
    out.take_changes();
    model.incoming.clear();
    folder::clean(model, out);
    keeping::purged(model, out);
    out.changed_all();
}

/// Whose answers a person's are: the units that the person answered for.
pub fn units_of(model: &Model, person: &PersonId) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = Vec::new();
    for (address, fact) in model.document.facts() {
        if let Address::Answer {
            unit,
            voice: Voice::Person(voice) | Voice::Proposal(voice),
            ..
        } = address
            && voice == person
            && !fact.versions().is_empty()
            && !units.contains(unit)
        {
            units.push(unit.clone());
        }
    }
    units
}
