//! What a round asks, and whom: all of its sets of every unit, but for what the coordinator has left out.

use super::{Address, AreaId, Document, LeftOut, QuestionId, RoundField, RoundId, SetId, UnitId};

fn left_out(document: &Document, round: &RoundId, what: LeftOut) -> bool {
    document.flag(&Address::LeftOut(round.clone(), what))
}

/// Whether a round asks a set. A round that was never planned asks every set that is published.
pub fn asks_set(document: &Document, round: &RoundId, set: &SetId) -> bool {
    let planned = Address::Round(round.clone(), RoundField::Planned);
    !document.flag(&planned)
        || document
            .value(&Address::RoundSet(round.clone(), set.clone()))
            .is_some()
}

/// Whether a round asks an area of a set that it asks.
pub fn asks_area(document: &Document, round: &RoundId, set: &SetId, area: &AreaId) -> bool {
    !left_out(document, round, LeftOut::Area(set.clone(), area.clone()))
}

/// Whether a round asks a question of an area that it asks.
pub fn asks_question(document: &Document, round: &RoundId, question: &QuestionId) -> bool {
    !left_out(document, round, LeftOut::Question(question.clone()))
}

/// Whether a unit takes part in a round.
pub fn takes_part(document: &Document, round: &RoundId, unit: &UnitId) -> bool {
    !left_out(document, round, LeftOut::Unit(unit.clone()))
}

/// By when answers are to be handed in (`2027-06-30`), where that was said.
pub fn due<'a>(document: &'a Document, round: &RoundId) -> Option<&'a str> {
    document
        .text(&Address::Round(round.clone(), RoundField::Due))
        .map(str::trim)
        .filter(|due| !due.is_empty())
}
