//! What Mognad knows, without browser, bytes or words on a screen: facts and their one merge, units, rounds,
//! question sets, answers and scoring. Looks at no other layer; time, randomness and ids enter as values.

mod address;
mod answer;
mod asking;
mod before;
pub mod benchmark;
mod comparison;
#[cfg(test)]
mod comparison_tests;
mod document;
mod earlier;
mod fact;
mod facts;
#[cfg(test)]
mod fixtures;
mod handing_in;
mod id;
mod joined;
mod json_text;
mod moves;
mod needs;
mod order;
mod persons;
mod plan;
mod question_set;
mod roll_up;
mod scoring;
mod seal;
mod selection;
mod set_change;
mod spread;
mod tag;
mod target;
mod trend;
mod unit_answers;
mod units;
mod value;
mod workshop;
mod workshop_fact;

pub use address::{
    Address, ComparisonKind, DocumentField, Facet, LeftOut, LevelKind, NeedField, PersonField,
    Purged, RoundField, TargetField, UnitField, Voice,
};
pub use answer::{
    Rationale, Standing, answer_of, individual_levels, proposals, same_meaning, standing, text_of,
    voices,
};
pub use asking::{AskedArea, answered_by, asked, owner};
pub use before::Before;
pub use comparison::{
    AreaAcross, Cell, Comparison, Order, QuestionAcross, SHARED, UnitLine, Unknown, comparison,
    questions_of,
};
pub use document::{Document, OtherDocument};
pub use earlier::earlier;
pub use fact::{Context, Dot, Fact, Version};
pub use handing_in::{
    Receipt, changed_since, has_begun, lock, receipt_of, receipts, seal_of, seal_of_round,
};
pub use id::{
    AreaId, ComparisonId, ContentHash, DocumentId, Meaning, PersonId, QuestionId, RoundId, SetId,
    Timestamp, UnitId, WriterId,
};
pub use json_text::{JsonText, write_json_string};
pub use moves::{Answered, Moved, Moves, QuestionMove, TwoRounds, moves};
pub use needs::{Need, NeedsOfQuestion, NeedsOfTag, needs, needs_by_tag};
pub use order::OrderKey;
pub use persons::{SameRole, answered_alone, role_of, same_roles};
pub use plan::{asks_area, asks_question, asks_set, due, takes_part};
pub use question_set::{
    Area, DontKnow, NotApplicable, Overlay, OverlayArea, OverlayQuestion, Part, Question,
    QuestionSet, RollUp, ScaleLevel, Scope,
};
pub use roll_up::{
    Left, MOST_EMPLOYEES, RollUpRule, RolledArea, RolledUp, employees, roll_up, roll_up_rule,
};
pub use scoring::{AreaResult, Counts, PartResult, Reached, SetResult, area_result, set_result};
pub use seal::{Mark, Seal};
pub use selection::{contribution, invitation, of_round, select};
pub use set_change::{
    Became, ChangeKind, QuestionChange, SetChange, SetCounts, StatedChange, compare,
    earlier_questions, keeps_trend, origins, version_number,
};
pub use spread::{Agreement, Spread};
pub use tag::Tag;
pub use target::{Gap, MOST_IMPORTANT, Priority, Target, gap, priorities, target, target_value};
pub use trend::{Break, RoundAsked, SameQuestions, TrendLine, TrendPoint, trend};
pub use unit_answers::UnitAnswers;
pub use units::{Unit, UnitKind, current_round, hidden_units, round_name, rounds, units};
pub use value::{Answer, State, Value};
pub use workshop::{
    Step, Votes, Workshop, brought, individual_votes, missing, most_divided, note, participants,
    votes,
};
pub use workshop_fact::{Knowledge, Shown, WorkshopFact};
