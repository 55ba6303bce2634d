//! The app without a browser: what it knows ([`Model`]), what can happen ([`Msg`]), and one function that brings them
//! together. What must be done outside comes back as [`Effect`]s, which `platform` fulfils.

mod answering;
mod before;
pub mod desk;
mod device;
mod discussion;
mod findings;
pub mod folder;
mod handing_in;
mod inviting;
mod keeping;
mod message;
mod model;
mod organising;
mod outcome;
pub mod pictures;
mod planning;
mod progress;
mod reading_in;
mod rounds;
mod route;
mod saves;
mod set_update;
mod undo;
mod update;

pub use before::{SaidBefore, Since, said_before, since};
pub use desk::{DeskEffect, DeskMsg, FolderMsg};
pub use device::{Answers, Device, LogEntry, Logged};
pub use discussion::{AtLevel, Discussion, Talk, Why, discussion};
pub use findings::{Headline, MostUnknown, earlier_result, headline, most_unknown, result_of};
pub use handing_in::{ToHandIn, own_receipt, to_hand_in};
pub use message::{
    ChosenFile, Effect, Handed, Loaded, Moment, Move, Msg, PublishedSet, Rest, SetError, Sets, Way,
};
pub use model::{Model, Section, Sections};
pub use outcome::Update;
pub use planning::Decided;
pub use progress::{
    AreaProgress, Progress, QuestionState, in_order, next_open, progress, question_state,
};
pub use reading_in::{CannotRead, Incoming, Preview};
pub use rounds::{Participant, Planned, Standing, participants};
pub use route::{Place, Route};
pub use saves::{Keeping, Notice, Refusal, SaveState, StorageTrouble};
pub use set_update::{Archived, ArchivedAnswer, SetUpdate, Touched, archive, set_update};
pub use undo::{Steps, Undo, UndoKind};
pub use update::{update, update_answering};
