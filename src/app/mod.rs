//! The app without a browser: what it knows ([`Model`]), what can happen ([`Msg`]), and one function that brings them
//! together. What must be done outside comes back as [`Effect`]s, which `platform` fulfils.

mod answering;
mod device;
mod findings;
mod keeping;
mod message;
mod model;
mod organising;
mod outcome;
mod progress;
mod route;
mod saves;
mod update;

pub use device::{Answers, Device};
pub use findings::{Headline, NextStep, headline, next_steps, result_of};
pub use message::{Effect, Loaded, Moment, Move, Msg, PublishedSet, SetError, Sets};
pub use model::{Model, Section, Sections, Undo, UndoKind};
pub use outcome::Update;
pub use progress::{AreaProgress, Progress, QuestionState, next_open, progress, question_state};
pub use route::{Place, Route};
pub use saves::{Keeping, Notice, Refusal, SaveState, StorageTrouble};
pub use update::update;
