//! The desk: what the coordinator does, and what is seldom done. It is a program of its own, which holds everything of the
//! program for answering too, so that who answers need not fetch it (docs/DESIGN.md, "Two programs").

mod message;

pub use message::DeskMsg;

use super::message::Moment;
use super::outcome::Outcome;
use super::{Model, inviting, organising, planning, rounds};

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
    }
}
