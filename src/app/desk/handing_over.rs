//! *Överlämning*: what a successor needs to know, as it stands now.

use crate::app::{Model, Standing, participants};
use crate::domain::{Timestamp, UnitId, lock, receipts, round_name, rounds, takes_part, units};

/// How a round stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundState {
    /// Its name.
    pub name: String,
    /// When it was locked, if it is.
    pub locked: Option<Timestamp>,
    /// Who has handed in.
    pub inside: Vec<UnitId>,
    /// Who has not.
    pub missing: Vec<UnitId>,
    /// It is the one that is answered in.
    pub current: bool,
}

/// The rounds, the latest first.
pub fn round_states(model: &Model) -> Vec<RoundState> {
    let document = &model.document;
    let current = model.round();
    let mut states: Vec<RoundState> = rounds(document)
        .into_iter()
        .map(|round| {
            let is_current = current.as_ref() == Some(&round);
            let (inside, missing) = if is_current {
                let (inside, missing): (Vec<_>, Vec<_>) = participants(model)
                    .into_iter()
                    .partition(|one| one.standing >= Standing::HandedIn);
                let unit = |one: crate::app::Participant| one.unit;
                (
                    inside.into_iter().map(unit).collect(),
                    missing.into_iter().map(unit).collect(),
                )
            } else {
                // What an earlier round asked of the municipality itself is not reckoned again: it counts where it handed in.
                let own = units(document).into_iter().map(|unit| unit.id);
                let (inside, missing): (Vec<UnitId>, Vec<UnitId>) = own
                    .chain([UnitId::municipality()])
                    .filter(|unit| takes_part(document, &round, unit))
                    .partition(|unit| !receipts(document, &round, unit).is_empty());
                let own = |unit: &UnitId| *unit != UnitId::municipality();
                (inside, missing.into_iter().filter(own).collect())
            };
            RoundState {
                name: round_name(document, &round),
                locked: lock(document, &round).map(|(_, at)| at),
                inside,
                missing,
                current: is_current,
            }
        })
        .collect();
    states.reverse();
    states
}

/// When anything was written last.
pub fn last_change(model: &Model) -> Option<Timestamp> {
    let facts = model.document.facts();
    let times = facts.flat_map(|(_, fact)| fact.versions().iter().map(|version| version.at));
    times.max()
}
