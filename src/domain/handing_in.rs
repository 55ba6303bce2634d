//! Handing in and locking: what was handed in by whom, what has changed since, and what came after the round was locked.

use super::{
    Address, Document, Facet, Mark, QuestionId, RoundField, RoundId, Seal, Timestamp, UnitId,
    Value, Voice,
};

/// What one voice of a unit has handed in.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt<'a> {
    /// Whose answers.
    pub voice: Voice,
    /// What they were.
    pub seal: &'a Seal,
    /// When, by the clock of the device.
    pub at: Timestamp,
    /// It came, or came anew, after the round was locked: *kom in efter*.
    pub late: bool,
}

/// The seal of a voice's answers as they are now; `done` of `of` questions are answered.
pub fn seal_of(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    voice: &Voice,
    done: usize,
    of: usize,
) -> Seal {
    let mut marks: Vec<(String, Mark)> = Vec::new();
    for (address, fact) in answers(document, round, unit) {
        let Address::Answer {
            question, voice: v, ..
        } = address
        else {
            continue;
        };
        if v != voice || fact.versions().is_empty() {
            continue;
        }
        // The facts of a question stand together.
        if marks
            .last()
            .is_none_or(|(name, _)| name != question.as_str())
        {
            marks.push((question.as_str().to_owned(), Mark::NOTHING));
        }
        if let Some((_, mark)) = marks.last_mut() {
            *mark = fact
                .versions()
                .iter()
                .fold(*mark, |mark, version| mark.with(version.dot));
        }
    }
    Seal::new(done, of, marks)
}

/// The facts of a unit's answers in a round.
pub(crate) fn answers<'a>(
    document: &'a Document,
    round: &'a RoundId,
    unit: &'a UnitId,
) -> impl Iterator<Item = (&'a Address, &'a super::Fact)> {
    let first = Address::answer(
        round,
        unit,
        &QuestionId::first(),
        Facet::Level,
        &Voice::Together,
    );
    document.facts_from(&first).take_while(
        move |(at, _)| matches!(at, Address::Answer { round: r, unit: u, .. } if r == round && u == unit),
    )
}

/// What has been handed in for a unit, by each voice; proposals to a colleague are not among it.
pub fn receipts<'a>(document: &'a Document, round: &RoundId, unit: &UnitId) -> Vec<Receipt<'a>> {
    let mut receipts = all_receipts(document, round, unit);
    receipts.retain(|receipt| !matches!(receipt.voice, Voice::Proposal(_)));
    receipts
}

/// What one voice has handed in for a unit.
pub fn receipt_of<'a>(
    document: &'a Document,
    round: &RoundId,
    unit: &UnitId,
    voice: &Voice,
) -> Option<Receipt<'a>> {
    let receipts = all_receipts(document, round, unit);
    receipts.into_iter().find(|receipt| receipt.voice == *voice)
}

fn all_receipts<'a>(document: &'a Document, round: &RoundId, unit: &UnitId) -> Vec<Receipt<'a>> {
    let lock = lock(document, round);
    let first = Address::HandedIn(round.clone(), unit.clone(), Voice::Together);
    document
        .facts_from(&first)
        .map_while(|(at, fact)| match at {
            Address::HandedIn(r, u, voice) if r == round && u == unit => Some((voice, fact)),
            _ => None,
        })
        .filter_map(|(voice, fact)| {
            let shown = fact.shown()?;
            let Value::Seal(seal) = &shown.value else {
                return None;
            };
            let mark = Mark::NOTHING.with(shown.dot);
            Some(Receipt {
                voice: voice.clone(),
                seal,
                at: shown.at,
                late: lock
                    .is_some_and(|(lock, _)| lock.mark(&lock_name(unit, voice)) != Some(mark)),
            })
        })
        .collect()
}

/// How many questions of a voice have changed since it handed in.
pub fn changed_since(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    receipt: &Receipt,
) -> usize {
    let now = seal_of(document, round, unit, &receipt.voice, 0, 0);
    receipt.seal.differences(&now)
}

/// Whether anybody has answered anything for a unit.
pub fn has_begun(document: &Document, round: &RoundId, unit: &UnitId) -> bool {
    answers(document, round, unit).any(|(_, fact)| !fact.versions().is_empty())
}

fn lock_name(unit: &UnitId, voice: &Voice) -> String {
    format!("{unit}/{voice}")
}

/// The lock of a round and when it was locked; nothing while it is open.
pub fn lock<'a>(document: &'a Document, round: &RoundId) -> Option<(&'a Seal, Timestamp)> {
    let address = Address::Round(round.clone(), RoundField::Locked);
    let shown = document.fact(&address)?.shown()?;
    match &shown.value {
        Value::Seal(seal) => Some((seal, shown.at)),
        _ => None,
    }
}

/// The seal that locks a round: what these units have handed in so far.
pub fn seal_of_round(document: &Document, round: &RoundId, units: &[UnitId]) -> Seal {
    let mut marks = Vec::new();
    let mut done = 0;
    for unit in units {
        let receipts = receipts(document, round, unit);
        done += usize::from(!receipts.is_empty());
        for receipt in receipts {
            let address = Address::HandedIn(round.clone(), unit.clone(), receipt.voice.clone());
            if let Some(shown) = document.fact(&address).and_then(super::Fact::shown) {
                marks.push((
                    lock_name(unit, &receipt.voice),
                    Mark::NOTHING.with(shown.dot),
                ));
            }
        }
    }
    Seal::new(done, units.len(), marks)
}
