//! The sets of the round, for pages that need them all.

use crate::app::{Model, Sets};

/// How far the set of the round has come that is not here, or any where all are.
pub fn least_ready(model: &Model) -> Option<Sets> {
    let mut sets = model
        .sets_of_round()
        .into_iter()
        .map(|id| model.set_state(&id).cloned());
    let first = sets.next().flatten();
    let ready = |state: &Option<Sets>| matches!(state, Some(Sets::Ready(_)));
    if !ready(&first) {
        return first;
    }
    sets.find(|state| !ready(state)).unwrap_or(first)
}
