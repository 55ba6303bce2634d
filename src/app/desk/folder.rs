//! The shared folder at the desk: gestures and what the platform tells go into [`Folder`], and what it wants done comes out
//! as effects. Nothing is read in from a folder that was not handed in (`app/folder`).

use crate::app::folder::{
    Carried, FileInfo, Folder, FolderOutcome, FolderSaid, FolderState, FolderTask, Outgoing,
    carried, outgoing,
};
use crate::app::message::Moment;
use crate::app::model::Section;
use crate::app::outcome::Outcome;
use crate::app::{Effect, Logged, Model, answering, handing_in};
use crate::domain::{Purged, Timestamp, UnitId};
use crate::exchange::folder_stem;

use super::DeskEffect;

/// What happens to the shared folder.
#[derive(Debug)]
pub enum FolderMsg {
    /// A person wants to choose one.
    Choose,
    /// A person lets it be used again.
    Allow,
    /// A person lets go of it.
    LetGo,
    /// A person wants every file read again.
    LookAgain,
    /// A person hands a unit's answers in through it.
    HandIn(UnitId),
    /// What came of it outside, and this device's token in names of files.
    Said(FolderSaid, String),
}

/// What is to be done with the folder outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderErrand {
    /// Let the person choose one. Asked for in a gesture.
    Choose,
    /// Ask the browser to open it again. Asked for in a gesture.
    Allow,
    /// Forget which it is; what stands in it stays.
    Forget,
    /// Keep what was handed in until the folder holds it, then tell that it is there.
    Keep(Outgoing),
    /// Keep nothing any longer that names what was removed for good.
    Clean(Vec<Purged>),
    /// What the rules of the folder want.
    Task(FolderTask),
}

/// How a unit's answers, by the voice at this device, stand with the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InFolder {
    /// They have not been handed in through it.
    Not,
    /// They are kept until it can be written to.
    Waiting,
    /// The file stands there, since then where that is known.
    Stands(Option<Timestamp>),
}

/// How a unit's answers stand with the folder.
pub fn in_folder(model: &Model, unit: &UnitId) -> InFolder {
    let Some(round) = model.round() else {
        return InFolder::Not;
    };
    let stem = folder_stem(&round, unit, &model.device.voice(), &model.unit_name(unit));
    let folder = &model.desk.folder;
    match folder.kept.iter().find(|kept| kept.stem == stem) {
        None => InFolder::Not,
        Some(kept) if !kept.sent => InFolder::Waiting,
        Some(_) => InFolder::Stands(written_at(folder, &stem)),
    }
}

fn written_at(folder: &Folder, stem: &str) -> Option<Timestamp> {
    let is_it = |name: &str| {
        // After the stem comes the device's token, and nothing of another stem that begins alike.
        let rest = name.strip_prefix(stem);
        rest.is_some_and(|rest| rest.matches('-').count() == 1)
    };
    let mut lines = folder.lines.iter();
    let line =
        lines.find(|line| line.outcome == FolderOutcome::Written && is_it(&line.file.name))?;
    Some(line.at)
}

/// How many files of others have been read in.
pub fn read_from_others(folder: &Folder) -> usize {
    let read = |line: &&_| matches!(line, FolderOutcome::Read(Carried::In { .. }));
    folder
        .lines
        .iter()
        .map(|line| &line.outcome)
        .filter(read)
        .count()
}

/// Lets something happen to the folder.
pub(super) fn act(model: &mut Model, msg: FolderMsg, moment: &Moment, out: &mut Outcome) {
    match msg {
        FolderMsg::Choose => ask(out, FolderErrand::Choose),
        FolderMsg::Allow => ask(out, FolderErrand::Allow),
        FolderMsg::LetGo => ask(out, FolderErrand::Forget),
        FolderMsg::LookAgain => said(model, FolderSaid::LookAgain, "", moment, out),
        FolderMsg::HandIn(unit) => hand_in(model, &unit, moment, out),
        FolderMsg::Said(what, device) => said(model, what, &device, moment, out),
    }
}

fn ask(out: &mut Outcome, errand: FolderErrand) {
    out.effect(Effect::Desk(DeskEffect::Folder(errand)));
}

/// What was removed for good is not kept for the folder either. What stands in the folder is for people to remove: it may be
/// in the copies of a file sync by now.
pub(super) fn clean(model: &Model, out: &mut Outcome) {
    let marks: Vec<Purged> = model.document.purged().cloned().collect();
    if !marks.is_empty() {
        ask(out, FolderErrand::Clean(marks));
    }
}

fn said(model: &mut Model, what: FolderSaid, device: &str, moment: &Moment, out: &mut Outcome) {
    if matches!(what, FolderSaid::Found { .. }) {
        clean(model, out); // it may have been removed elsewhere
    }
    for task in model.desk.folder.said(what, device, moment.now) {
        match task {
            FolderTask::TakeIn(file, text) => take_in(model, file, &text, moment, out),
            other => ask(out, FolderErrand::Task(other)),
        }
    }
    out.changed(Section::Folder);
}

fn take_in(model: &mut Model, file: FileInfo, text: &str, moment: &Moment, out: &mut Outcome) {
    let (came, changed) = carried(&mut model.document, text);
    if let (Carried::In { units, .. }, false) = (&came, changed.is_empty()) {
        let names: Vec<String> = units.iter().map(|unit| model.unit_name(unit)).collect();
        model
            .device
            .note(moment.now, Logged::TookIn, names.join(", "));
        out.effect(Effect::KeepDevice);
        for (address, before) in changed {
            out.came(model, address, &before);
        }
        answering::settle_sets(model, out);
        out.changed_all();
    }
    model.desk.folder.took(file, came, moment.now);
}

fn hand_in(model: &mut Model, unit: &UnitId, moment: &Moment, out: &mut Outcome) {
    if matches!(model.desk.folder.state, FolderState::None) {
        return; // it was let go of in another tab
    }
    let Some((round, voice)) = handing_in::seal(model, moment, unit, out) else {
        return;
    };
    let name = model.unit_name(unit);
    if let Some(outgoing) = outgoing(&model.document, &round, unit, &voice, &name, moment.now) {
        ask(out, FolderErrand::Keep(outgoing));
    }
    out.changed(Section::Answers);
    out.changed(Section::Folder);
}
