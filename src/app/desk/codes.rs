//! Codes of answers: a phone shows one, the camera of the one who leads reads it, and it goes the way of any file that is
//! read in. What does not belong here is refused in a sentence.

use crate::app::model::Section;
use crate::app::outcome::Outcome;
use crate::app::reading_in::Incoming;
use crate::app::{Effect, Model, Route};
use crate::domain::{Address, PersonField, QuestionSet, RoundId, UnitId, Voice, lock, round_name};
use crate::exchange::{CodeError, CodedAnswers, Squares, answers_from_code, answers_to_code};
use std::sync::Arc;

/// What happens with codes.
#[derive(Debug)]
pub enum CodeMsg {
    /// The page that reads them is opened: what was said before is over.
    Begin,
    /// Texts were read out of a picture of the camera; while the unit's answers are read.
    Seen(UnitId, Vec<String>),
    /// The same out of a picture that was chosen: where nothing was read, that is said.
    Chosen(UnitId, Vec<String>),
    /// The camera cannot be used, or the picture cannot be looked at.
    Trouble(CameraTrouble),
    /// Goes on to what the codes that were read would do.
    GoOn,
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CameraTrouble {
    /// The person or the device does not allow it.
    Forbidden,
    /// There is none, or something else uses it.
    Missing,
    /// The reader of pictures could not be fetched or stopped.
    NoReader,
    /// The chosen file is no picture.
    NoPicture,
}

/// What became of the code that was read last.
#[derive(Debug, Clone, PartialEq)]
pub enum CodeSaid {
    /// It waits to be taken in.
    Read {
        /// The role, where there is one.
        role: Option<String>,
        /// How many answers.
        answers: usize,
        /// How many codes wait now.
        waiting: usize,
    },
    /// It waits already.
    Again,
    /// A chosen picture shows no code.
    Nothing,
    /// It was refused, and nothing changed.
    Refused(Refused),
    /// There is no picture.
    Trouble(CameraTrouble),
}

/// Why a code was refused.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// It could not be read.
    Unread(CodeError),
    /// It is another municipality's.
    OtherMunicipality,
    /// It was answered in another round, by its name if it is known here.
    OtherRound(Option<String>),
    /// It was answered for another unit, by its name if it is known here.
    OtherUnit(Option<String>),
    /// The round is locked.
    Locked,
}

/// The answers of the voice at a device as a code.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnCode {
    /// The picture; nothing where the answers are too many for one.
    pub squares: Option<Squares>,
    /// How many answers.
    pub answers: usize,
}

/// What the voice at this device would show for a unit; nothing where it has answered nothing, or only proposes.
pub fn own_code(model: &Model, unit: &UnitId) -> Option<OwnCode> {
    let round = model.round()?;
    let sets = sets(model);
    let sets: Vec<&QuestionSet> = sets.iter().map(|set| &**set).collect();
    let voice = model.device.voice();
    let text = answers_to_code(&model.document, &round, unit, &voice, &sets)?;
    let read = answers_from_code(&text, &sets).ok()?; // what cannot be read back is not shown
    Some(OwnCode {
        squares: Squares::of(&text),
        answers: read.answers,
    })
}

fn sets(model: &Model) -> Vec<Arc<QuestionSet>> {
    let sets = model.sets_of_round().into_iter();
    sets.filter_map(|id| model.set(&id)).collect()
}

pub(super) fn act(model: &mut Model, msg: CodeMsg, out: &mut Outcome) {
    let said = match msg {
        CodeMsg::Begin => {
            model.desk.code = None;
            out.changed(Section::Files);
            return;
        }
        CodeMsg::GoOn => {
            model.desk.code = None;
            out.effect(Effect::Go(Route::ReadIn));
            return;
        }
        CodeMsg::Trouble(trouble) => Some(CodeSaid::Trouble(trouble)),
        // The camera sees the same code many times a second, and mostly none.
        CodeMsg::Seen(unit, texts) => read(model, &unit, &texts),
        CodeMsg::Chosen(unit, texts) => {
            Some(read(model, &unit, &texts).unwrap_or(CodeSaid::Nothing))
        }
    };
    if let Some(said) = said {
        let again = said == CodeSaid::Again && model.desk.code.is_some();
        if !again && model.desk.code.as_ref() != Some(&said) {
            model.desk.code = Some(said);
            out.changed(Section::Files);
        }
    }
}

/// Reads the codes of a picture; gives what is to be said of the last that is one of ours, or else of any.
fn read(model: &mut Model, unit: &UnitId, texts: &[String]) -> Option<CodeSaid> {
    let mut said = None;
    for text in texts {
        let is_ours = !matches!(said, None | Some(CodeSaid::Refused(_)));
        let now = read_one(model, unit, text);
        if !is_ours || !matches!(now, CodeSaid::Refused(_)) {
            said = Some(now);
        }
    }
    said
}

fn read_one(model: &mut Model, unit: &UnitId, text: &str) -> CodeSaid {
    let sets = sets(model);
    let sets: Vec<&QuestionSet> = sets.iter().map(|set| &**set).collect();
    let coded = match answers_from_code(text, &sets) {
        Ok(coded) => coded,
        Err(why) => return CodeSaid::Refused(Refused::Unread(why)),
    };
    if let Some(why) = does_not_belong(model, unit, &coded) {
        return CodeSaid::Refused(why);
    }
    let (role, answers) = (role_of(&coded), coded.answers);
    let name = role.clone().unwrap_or_else(|| model.unit_name(unit));
    let incoming = Incoming::of_document(model, name, coded.document);
    if model.incoming.contains(&incoming) {
        return CodeSaid::Again;
    }
    model.incoming.push(incoming);
    CodeSaid::Read {
        role,
        answers,
        waiting: model.incoming.len(),
    }
}

fn does_not_belong(model: &Model, unit: &UnitId, coded: &CodedAnswers) -> Option<Refused> {
    let present = model.round();
    // Another municipality's is said first: its rounds and units say nothing here.
    if coded.document.id() != model.document.id() {
        return Some(Refused::OtherMunicipality);
    }
    if present.as_ref() != Some(&coded.round) {
        return Some(Refused::OtherRound(known_round(model, &coded.round)));
    }
    if coded.unit != *unit {
        let at = Address::Unit(coded.unit.clone(), crate::domain::UnitField::Name);
        let known = model.document.text(&at).is_some();
        let name = known.then(|| model.unit_name(&coded.unit));
        return Some(Refused::OtherUnit(name));
    }
    lock(&model.document, &coded.round).map(|_| Refused::Locked)
}

fn known_round(model: &Model, round: &RoundId) -> Option<String> {
    let name = Address::Round(round.clone(), crate::domain::RoundField::Name);
    let known = model.document.text(&name).is_some();
    known.then(|| round_name(&model.document, round))
}

fn role_of(coded: &CodedAnswers) -> Option<String> {
    let Voice::Person(person) = &coded.voice else {
        return None;
    };
    let role = Address::Person(person.clone(), PersonField::Role);
    coded.document.text(&role).map(str::to_owned)
}
