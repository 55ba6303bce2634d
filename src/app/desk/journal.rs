//! The journal: how much there is on this device, and what became of it, read out of the document and the device's notes.

use std::sync::Arc;

use crate::app::{LogEntry, Logged, Model};
use crate::domain::Timestamp;
use crate::domain::{
    Address, Facet, QuestionSet, Standing, UnitId, Voice, changed_since, receipts, standing, units,
};

/// How many of a unit's questions are answered in the present round, in each set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The unit.
    pub unit: UnitId,
    /// Answered and asked, by set; nothing asked is (0, 0).
    pub sets: Vec<(usize, usize)>,
}

/// What a unit has handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// The unit.
    pub unit: UnitId,
    /// Whose answers.
    pub voice: Voice,
    /// Questions that were done.
    pub done: u32,
    /// Questions that were asked.
    pub of: u32,
    /// When.
    pub at: Timestamp,
    /// How many questions have changed since.
    pub changed: usize,
}

/// The municipality's units, hidden ones not among them, and the municipality itself.
fn everyone(model: &Model) -> impl Iterator<Item = UnitId> {
    let own = units(&model.document).into_iter().map(|unit| unit.id);
    own.chain([UnitId::municipality()])
}

/// The sets of the round that are here.
pub fn sets(model: &Model) -> Vec<Arc<QuestionSet>> {
    let sets = model.sets_of_round().into_iter();
    sets.filter_map(|id| model.set(&id)).collect()
}

/// How many questions are answered, for every unit and set. An answer is what counts as one, whoever gave it.
pub fn counted(model: &Model) -> Vec<Counted> {
    let sets = sets(model);
    everyone(model)
        .map(|unit| Counted {
            sets: sets.iter().map(|set| count(model, set, &unit)).collect(),
            unit,
        })
        .collect()
}

fn count(model: &Model, set: &QuestionSet, unit: &UnitId) -> (usize, usize) {
    let round = model.round();
    let asked = model.asked(set, unit);
    let mut out = (0, 0);
    for question in asked.iter().flat_map(|area| &area.questions) {
        out.1 += 1;
        if let Some(round) = &round
            && standing(&model.document, round, unit, question) != Standing::Unanswered
        {
            out.0 += 1;
        }
    }
    out
}

/// How many answers there are in all rounds and of all voices, proposals not among them.
pub fn answers(model: &Model) -> usize {
    let is_answer = |address: &Address| {
        matches!(address, Address::Answer { facet: Facet::Level, voice, .. }
            if !matches!(voice, Voice::Proposal(_)))
    };
    let facts = model.document.facts();
    facts
        .filter(|(address, fact)| is_answer(address) && !fact.versions().is_empty())
        .count()
}

/// What has been handed in in the present round, by unit and voice.
pub fn handed_in(model: &Model) -> Vec<HandedIn> {
    let Some(round) = model.round() else {
        return Vec::new();
    };
    let of_unit = |unit: UnitId| {
        let receipts = receipts(&model.document, &round, &unit).into_iter();
        let lines = receipts.map(|receipt| HandedIn {
            unit: unit.clone(),
            voice: receipt.voice.clone(),
            done: receipt.seal.done,
            of: receipt.seal.of,
            at: receipt.at,
            changed: changed_since(&model.document, &round, &unit, &receipt),
        });
        lines.collect::<Vec<_>>()
    };
    everyone(model).flat_map(of_unit).collect()
}

/// When a file was last read in here, and whose answers it brought.
pub fn last_taken_in(model: &Model) -> Option<&LogEntry> {
    let log = model.device.log.iter().rev();
    let mut log = log.filter(|entry| entry.what == Logged::TookIn);
    log.next()
}
