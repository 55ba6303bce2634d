//! The pages of the desk's own program.

mod archiving;
mod benchmarks;
mod bin;
mod codes;
mod compare;
mod earlier;
mod erasing;
mod folder;
mod handover;
mod individuals;
mod journal;
mod meeting_pack;
mod municipal_file;
mod needs;
mod purging;
mod said;
mod set_update;
mod sets;
mod tasks;
mod trend;
mod units;
mod workshop;

pub use benchmarks::beside;
pub use folder::hand_in;
pub use individuals::from_result;
pub use set_update::coming;
pub use tasks::outside;

use leptos::prelude::*;

use super::element::{El, el};
use super::parts::{Weight, button, quiet, way};
use super::runtime::Runtime;
use super::{gallery, lost, round, targets};
use crate::app::desk::reminder as due;
use crate::app::{Msg, Route, Section};
use crate::domain::Timestamp;
use crate::i18n::{LocalTime, Words};
use crate::platform;

/// The title of a page of the desk.
pub fn title(words: &Words, route: &Route) -> &'static str {
    let desk = words.desk();
    match route {
        Route::Round => words.round,
        Route::Targets(_) => words.targets,
        Route::Compare(_) => words.compare,
        Route::Folder => words.shared_folder,
        Route::Gallery => words.gallery,
        Route::Trend(..) => words.trend,
        Route::Workshop(_) | Route::WorkshopEnd(..) | Route::ReadCode(_) => desk.workshop.title,
        Route::ShowCode(_) => words.show_code,
        Route::Units => desk.units.title,
        Route::Individuals(..) => desk.individuals.title,
        Route::Needs => desk.needs.title,
        Route::MeetingPack => desk.meeting.title,
        Route::OldQuestions => desk.set_update.old_questions,
        Route::MunicipalFile => words.municipal_file,
        Route::Handover => words.handover,
        Route::Archive => words.archive,
        Route::Purge => words.purge,
        Route::Erase => words.erase,
        Route::Earlier(..) => words.earlier_answers,
        Route::Bin => words.bin,
        Route::Journal => words.journal,
        Route::Benchmarks => desk.benchmarks.title,
        _ => words.lost_heading,
    }
}

/// A page of the desk.
pub fn page(runtime: Runtime, route: Route) -> AnyView {
    match route {
        Route::Round => round::view(runtime),
        Route::Targets(at) => targets::view(runtime, at),
        Route::Compare(view) => compare::view(runtime, &view),
        Route::Workshop(at) => workshop::view(runtime, at),
        Route::ShowCode(unit) => codes::show(runtime, unit),
        Route::ReadCode(unit) => codes::read(runtime, unit),
        Route::WorkshopEnd(set, unit) => workshop::end(runtime, set, unit),
        Route::Folder => folder::view(runtime),
        Route::Gallery => gallery::view(runtime),
        Route::Trend(at, area) => trend::view(runtime, at, area),
        Route::Units => units::view(runtime).into(),
        Route::Individuals(unit, set) => individuals::view(runtime, unit, set),
        Route::Needs => needs::view(runtime),
        Route::MeetingPack => meeting_pack::view(runtime),
        Route::OldQuestions => set_update::view(runtime).into(),
        Route::MunicipalFile => municipal_file::view(runtime),
        Route::Handover => handover::view(runtime),
        Route::Archive => archiving::view(runtime),
        Route::Purge => purging::view(runtime),
        Route::Erase => erasing::view(runtime),
        Route::Earlier(unit, question) => earlier::view(runtime, unit, question),
        Route::Bin => bin::view(runtime),
        Route::Journal => journal::view(runtime),
        Route::Benchmarks => benchmarks::view(runtime),
        _ => lost::view(runtime).into(),
    }
}

/// A quiet line where everything has not been saved as a file for a while, with the way there.
pub fn reminder(runtime: Runtime, words: &'static Words) -> Option<El> {
    let own = &words.desk().file;
    let now = platform::moment().now;
    let sections = [Section::Device, Section::Answers, Section::Units];
    let last = runtime.read(&sections, |model| due(model, now))?.last;
    let text = match last {
        Some(at) => (own.reminder_since)(&date(at)),
        None => own.reminder_never.to_owned(),
    };
    let link = el("a")
        .attr("href", Route::MunicipalFile.href())
        .text(words.municipal_file);
    Some(quiet(text).id("reminder").text(" ").child(link))
}

/// The ways from the round and from the comparison to what is made of all units' answers.
pub fn ways_on(words: &'static Words) -> [El; 2] {
    let desk = words.desk();
    [
        ("to-needs", desk.needs.link, Route::Needs),
        ("to-meeting-pack", desk.meeting.title, Route::MeetingPack),
    ]
    .map(|(id, label, to)| way(Weight::Secondary, id, label, to.href()))
}

/// The button that saves everything as a download.
fn save_button(runtime: Runtime, weight: Weight, text: &'static str) -> El {
    button(weight, "save-file", text, move || {
        runtime.send(Msg::SaveFile);
    })
}

/// The same in a line of its own.
fn save_file(runtime: Runtime, weight: Weight, text: &'static str) -> El {
    el("p")
        .class("buttons")
        .child(save_button(runtime, weight, text))
}

fn date(at: Timestamp) -> String {
    LocalTime::new(at, platform::offset(at)).date()
}
