//! What Mognad knows, without browser, bytes or words on a screen: facts and their one merge, units, rounds,
//! question sets, answers and scoring. Looks at no other layer; time, randomness and ids enter as values.

mod address;
mod answer;
mod asking;
mod document;
mod fact;
#[cfg(test)]
mod fixtures;
mod id;
mod order;
mod question_set;
mod scoring;
mod target;
mod units;
mod value;

pub use address::{
    Address, DocumentField, Facet, PersonField, RoundField, TargetField, UnitField, Voice,
};
pub use answer::{
    Rationale, Standing, answer_of, individual_levels, same_meaning, standing, text_of, voices,
};
pub use asking::{AskedArea, answered_by, asked, owner};
pub use document::{Document, OtherDocument};
pub use fact::{Context, Dot, Fact, Version};
pub use id::{
    AreaId, ContentHash, DocumentId, Meaning, PersonId, QuestionId, RoundId, SetId, Timestamp,
    UnitId, WriterId,
};
pub use order::OrderKey;
pub use question_set::{
    Area, DontKnow, NotApplicable, Overlay, OverlayArea, OverlayQuestion, Part, Question,
    QuestionSet, RollUp, ScaleLevel, Scope,
};
pub use scoring::{AreaResult, Counts, PartResult, Reached, SetResult, area_result, set_result};
pub use target::{Gap, MOST_IMPORTANT, Priority, Target, priorities, target};
pub use units::{Unit, UnitKind, current_round, round_name, rounds, units};
pub use value::{Answer, State, Value};
