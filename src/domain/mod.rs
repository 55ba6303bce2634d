//! What Mognad knows, without browser, bytes or words on a screen: facts and their one merge, units, rounds,
//! question sets, answers and scoring. Looks at no other layer; time, randomness and ids enter as values.

mod address;
mod answer;
mod document;
mod fact;
mod id;
mod order;
mod question_set;
mod scoring;
mod units;
mod value;

pub use address::{Address, DocumentField, Facet, PersonField, RoundField, UnitField, Voice};
pub use answer::{Rationale, Standing, answer_of, standing, text_of};
pub use document::{Document, OtherDocument};
pub use fact::{Context, Dot, Fact, Version};
pub use id::{
    AreaId, ContentHash, DocumentId, Meaning, PersonId, QuestionId, RoundId, SetId, Timestamp,
    UnitId, WriterId,
};
pub use order::OrderKey;
pub use question_set::{
    Area, DontKnow, NotApplicable, Overlay, OverlayArea, OverlayQuestion, Question, QuestionSet,
    RollUp, ScaleLevel, Scope,
};
pub use scoring::{AreaResult, Counts, Reached, SetResult, area_result, set_result};
pub use units::{Unit, UnitKind, current_round, round_name, units};
pub use value::{Answer, State, Value};
