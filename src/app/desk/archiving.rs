//! *Arkivera*: a round as one readable file for the *diarium*, and everything as a file without names.

use crate::app::message::Moment;
use crate::app::model::Section;
use crate::app::outcome::Outcome;
use crate::app::saves::Notice;
use crate::app::{Effect, Model};
use crate::domain::{RoundId, lock, of_round, round_name, rounds};
use crate::exchange::{
    ArchiveOptions, ArchiveRequest, FreeText, Names, RoundStatus, Selection, WorkerError,
    document_without_names, file_from_json, plain_name, selection_to_json,
};

use super::DeskEffect;

/// How far an archive has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Archive {
    /// None has been asked for.
    #[default]
    None,
    /// It is being made, under this name.
    Making(String),
    /// Made.
    Made {
        /// Under which name it was handed to the browser.
        name: String,
        /// How many bytes it has.
        bytes: usize,
    },
    /// Not made.
    Failed(WorkerError),
}

/// What is archived or saved without names.
#[derive(Debug)]
pub enum ArchiveMsg {
    /// A person wants a round's archive.
    Make(RoundId, Names, FreeText),
    /// The worker's answer.
    Came(Result<String, WorkerError>),
    /// A person wants everything as a file without names.
    SaveNameless(FreeText),
}

/// The round that an archive is most likely wanted of: the latest that is locked, or the latest.
pub fn round_to_archive(model: &Model) -> Option<RoundId> {
    let rounds = rounds(&model.document);
    let mut latest_first = rounds.iter().rev();
    latest_first
        .find(|round| lock(&model.document, round).is_some())
        .or(rounds.last())
        .cloned()
}

/// Lets something happen to the archive.
pub(super) fn act(model: &mut Model, msg: ArchiveMsg, moment: &Moment, out: &mut Outcome) {
    match msg {
        ArchiveMsg::Make(round, names, texts) => make(model, round, names, texts, moment, out),
        ArchiveMsg::Came(made) => came(model, made, out),
        ArchiveMsg::SaveNameless(texts) => save_nameless(model, texts, moment, out),
    }
    out.changed(Section::Files);
}

fn make(
    model: &mut Model,
    round: RoundId,
    names: Names,
    texts: FreeText,
    moment: &Moment,
    out: &mut Outcome,
) {
    if matches!(model.desk.archive, Archive::Making(_)) {
        return;
    }
    let status = match lock(&model.document, &round) {
        Some(_) => RoundStatus::Locked,
        None => RoundStatus::Draft,
    };
    let municipality = model.municipality().unwrap_or_default();
    let title = format!(
        "{municipality} {} {}",
        round_name(&model.document, &round),
        moment.local().date()
    );
    let document = of_round(&model.document, &round);
    model.desk.archive = Archive::Making(named(model, &title, ".html"));
    let request = ArchiveRequest {
        round,
        options: ArchiveOptions {
            status,
            names,
            texts,
        },
        language: model.device.language,
        at: moment.now,
        offset: moment.offset,
    };
    out.effect(Effect::Desk(DeskEffect::MakeArchive {
        request,
        document: selection_to_json(&document, Selection::Round, moment.now),
    }));
}

/// A file's name, which says of the example that it is one.
fn named(model: &Model, title: &str, ending: &str) -> String {
    let example = if model.is_example() {
        model.words().example_file
    } else {
        ""
    };
    format!("{example}{}{ending}", plain_name(title))
}

fn came(model: &mut Model, made: Result<String, WorkerError>, out: &mut Outcome) {
    let Archive::Making(name) = std::mem::take(&mut model.desk.archive) else {
        return;
    };
    model.desk.archive = match made {
        Ok(text) => {
            let bytes = text.len();
            out.effect(Effect::Desk(DeskEffect::OfferPage {
                name: name.clone(),
                text,
            }));
            Archive::Made { name, bytes }
        }
        Err(why) => Archive::Failed(why),
    };
}

fn save_nameless(model: &mut Model, texts: FreeText, moment: &Moment, out: &mut Outcome) {
    let document = document_without_names(&model.document, texts, moment.now);
    let text = selection_to_json(&document, Selection::WithoutNames, moment.now);
    let reads = file_from_json(&text)
        .is_ok_and(|read| read.document == document && read.damaged.is_empty());
    if reads {
        let municipality = model.municipality().unwrap_or_default();
        let title = format!("{municipality} {}", moment.local().date());
        let ending = model.words().desk().archiving.nameless_ending;
        let name = named(model, &title, ending);
        out.effect(Effect::OfferFile { name, text });
        model.notify(Notice::FileMade);
    } else {
        model.notify(Notice::FileUnreadable);
    }
    out.changed(Section::Notices);
}
