//! The app without a browser: what it knows ([`Model`]), what can happen ([`Msg`]), and one function that brings them
//! together. What must be done outside comes back as [`Effect`]s, which `platform` fulfils.

mod answering;
mod device;
mod discussion;
mod findings;
pub mod folder;
mod keeping;
mod message;
mod model;
mod organising;
mod outcome;
pub mod pictures;
mod planning;
mod progress;
mod route;
mod saves;
mod update;

pub use device::{Answers, Device};
pub use discussion::{AtLevel, Discussion, Talk, Why, discussion};
pub use findings::{Headline, MostUnknown, earlier_result, headline, most_unknown, result_of};
pub use message::{Effect, Loaded, Moment, Move, Msg, PublishedSet, SetError, Sets};
pub use model::{Model, Section, Sections, Undo, UndoKind};
pub use outcome::Update;
pub use planning::Decided;
pub use progress::{
    AreaProgress, Progress, QuestionState, in_order, next_open, progress, question_state,
};
pub use route::{Place, Route};
pub use saves::{Keeping, Notice, Refusal, SaveState, StorageTrouble};
pub use update::update;
