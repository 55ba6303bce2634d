//! The desk: what the coordinator does, and what is seldom done. It is a program of its own, which holds everything of the
//! program for answering too, so that who answers need not fetch it (docs/DESIGN.md, "Two programs").

mod archiving;
pub mod benchmarks;
mod codes;
pub mod comparing;
mod effect;
pub mod folder;
mod handing_over;
pub mod history;
mod individuals;
pub mod journal;
pub mod meeting_pack;
mod message;
mod municipal_file;
mod purging;
mod reminding;
mod together;
mod trend;
mod workshop;

pub use archiving::{Archive, ArchiveMsg, round_to_archive};
pub use benchmarks::{BenchmarkMsg, Benchmarks};
pub use codes::{CameraTrouble, CodeMsg, CodeSaid, OwnCode, Refused, own_code};
pub use comparing::{CompareMsg, CompareView};
pub use effect::DeskEffect;
pub use folder::FolderMsg;
pub use handing_over::{RoundState, last_change, round_states};
pub use history::{History, HistoryMsg};
pub use individuals::{Compared, Individuals, Respondent, Said, individuals, respondents};
pub use message::DeskMsg;
pub use municipal_file::{Choice, FileMsg, FileTrouble, Known, MunicipalFile, NotWritten, Step};
pub use purging::{Removal, WouldGo, is_open, purgeable, units_of, would_go};
pub use reminding::{Reminder, reminder};
pub use together::shared_needs;
pub use trend::{Between, Development, RoundOfSet, development, reasons};
pub use workshop::{Chosen, Tap, WorkshopMsg, every_answer, next_page, workshop, worth_a_talk};

use super::folder::Folder;
use super::message::Moment;
use super::model::Section;
use super::outcome::Outcome;
use super::{Effect, Model, inviting, organising, planning, rounds};

/// What only the pages of the desk know, for as long as the page lives.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The shared folder.
    pub folder: Folder,
    /// *Kommunens fil*.
    pub file: MunicipalFile,
    /// The archive of a round.
    pub archive: Archive,
    /// The last removal for good.
    pub removal: Removal,
    /// Erasing this device came to nothing.
    pub not_erased: bool,
    /// Earlier answers.
    pub history: History,
    /// Benchmark levels and comparison values.
    pub benchmarks: Benchmarks,
    /// What became of the code that was read last.
    pub code: Option<CodeSaid>,
}

/// Lets a message of the desk act.
pub(super) fn act(model: &mut Model, msg: DeskMsg, moment: &Moment, out: &mut Outcome) {
    match msg {
        DeskMsg::NameOwner(set, area, unit) => {
            planning::name_owner(model, moment, set, area, unit, out);
        }
        DeskMsg::Decide(set, unit, area, decided) => {
            if let Some(set) = model.set(&set) {
                planning::decide(model, moment, &set, unit, area, decided, out);
            }
        }
        DeskMsg::Plan(planned) => rounds::plan(model, moment, planned, out),
        DeskMsg::Ask(what, asked) => rounds::ask(model, moment, what, asked, out),
        DeskMsg::NewRound => rounds::new_round(model, moment, out),
        DeskMsg::Lock(locked) => rounds::set_lock(model, moment, locked, out),
        DeskMsg::Invite(unit, way) => inviting::invite(model, moment, &unit, way, out),
        DeskMsg::CopyReminder(unit) => inviting::copy_reminder(model, &unit, out),
        DeskMsg::Join(unit, other) => organising::join(model, moment, &unit, other, out),
        DeskMsg::ShowUnit(unit) => organising::show_unit(model, unit, out),
        DeskMsg::WordNeed(question, wording) => {
            together::word_need(model, moment, question, &wording, out);
        }
        DeskMsg::NeedToAgenda(question, on) => {
            together::need_to_agenda(model, moment, question, on, out);
        }
        DeskMsg::SamePerson(persons) => together::same_person(model, moment, &persons, out),
        DeskMsg::DifferentPersons(persons) => {
            together::different_persons(model, moment, &persons, out);
        }
        DeskMsg::TakeApart(person) => together::take_apart(model, person, out),
        DeskMsg::File(msg) => municipal_file::act(model, msg, moment, out),
        DeskMsg::Archive(msg) => archiving::act(model, msg, moment, out),
        DeskMsg::Purge(purged) => purging::purge(model, moment, &purged, out),
        DeskMsg::Erase => out.effect(Effect::Desk(DeskEffect::Erase)),
        DeskMsg::NotErased => {
            model.desk.not_erased = true;
            out.changed(Section::Files);
        }
        DeskMsg::History(msg) => history::act(model, msg, moment, out),
        DeskMsg::Compare(msg) => comparing::act(model, msg, moment, out),
        DeskMsg::Folder(msg) => folder::act(model, msg, moment, out),
        DeskMsg::Code(msg) => codes::act(model, msg, out),
        DeskMsg::Workshop(msg) => workshop::act(model, msg, moment, out),
        DeskMsg::Benchmarks(msg) => benchmarks::act(model, msg, moment, out),
    }
}
