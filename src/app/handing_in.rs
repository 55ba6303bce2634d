//! Handing in: one voice's answers leave as a file, with a receipt that tells later what has changed since.

use super::message::{Moment, Way};
use super::model::Section;
use super::outcome::Outcome;
use super::saves::Notice;
use super::{Effect, Logged, Model, progress};
use crate::domain::{
    Address, DocumentId, Receipt, RoundId, UnitId, Value, Voice, changed_since, contribution,
    receipt_of, seal_of,
};
use crate::exchange::{Selection, file_from_json, file_name, selection_to_json};

/// What there is to hand in for a unit, by the voice at this device.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToHandIn {
    /// Questions that are done, over all sets of the round.
    pub done: usize,
    /// Questions that are waited for.
    pub of: usize,
}

/// What there is to hand in; nothing until the sets of the round are here.
pub fn to_hand_in(model: &Model, unit: &UnitId) -> Option<ToHandIn> {
    let mut out = ToHandIn::default();
    for id in model.sets_of_round() {
        let progress = progress(model, model.set(&id)?.as_ref(), unit);
        out.done += progress.done;
        out.of += progress.asked;
    }
    Some(out)
}

/// What the voice at this device has handed in for a unit, and how many questions have changed since.
pub fn own_receipt<'a>(model: &'a Model, unit: &UnitId) -> Option<(Receipt<'a>, usize)> {
    let round = model.round()?;
    let receipt = receipt_of(&model.document, &round, unit, &model.device.voice())?;
    let changed = changed_since(&model.document, &round, unit, &receipt);
    Some((receipt, changed))
}

/// Writes the receipt of what the voice at this device hands in; gives the round and the voice, or nothing while the page
/// waits for the questions.
pub(super) fn seal(
    model: &mut Model,
    moment: &Moment,
    unit: &UnitId,
    out: &mut Outcome,
) -> Option<(RoundId, Voice)> {
    let (round, so_far) = (model.round()?, to_hand_in(model, unit)?);
    let voice = model.device.voice();
    let address = Address::HandedIn(round.clone(), unit.clone(), voice.clone());
    let seal = seal_of(
        &model.document,
        &round,
        unit,
        &voice,
        so_far.done,
        so_far.of,
    );
    // Handing in what was handed in already gives the file again, and leaves the receipt as it is.
    if model.document.value(&address) != Some(&Value::Seal(seal.clone())) {
        out.write(model, moment, address, Value::Seal(seal));
        let whose = model.unit_name(unit);
        model.device.note(moment.now, Logged::HandedIn, whose);
        out.effect(Effect::KeepDevice);
        out.effect(Effect::AskToPersist);
        out.changed(Section::Device);
    }
    Some((round, voice))
}

/// Hands the answers of the voice at this device in.
pub(super) fn hand_in(
    model: &mut Model,
    moment: &Moment,
    unit: &UnitId,
    way: Way,
    out: &mut Outcome,
) {
    let Some((round, voice)) = seal(model, moment, unit, out) else {
        return;
    };
    let Some((name, text)) = contribution_file(model, moment, &round, unit, &voice) else {
        model.notify(Notice::FileUnreadable);
        out.changed(Section::Notices);
        return;
    };
    match way {
        Way::File | Way::Copy => {
            out.effect(Effect::OfferFile { name, text });
            model.notify(Notice::FileMade);
        }
        Way::Share => out.effect(Effect::ShareFile { name, text }),
        Way::Here => {}
    }
    out.changed(Section::Answers);
    out.changed(Section::Notices);
}

/// The file of what a voice hands in, which has been read back.
fn contribution_file(
    model: &Model,
    moment: &Moment,
    round: &RoundId,
    unit: &UnitId,
    voice: &Voice,
) -> Option<(String, String)> {
    let document = contribution(&model.document, round, unit, voice);
    let text = selection_to_json(&document, Selection::Contribution, moment.now);
    let read = file_from_json(&text).ok()?;
    let id: &DocumentId = document.id();
    let whole = read.document == document && read.damaged.is_empty() && read.document.id() == id;
    let mut name = file_name(&model.unit_name(unit), &moment.local().date());
    if model.is_example() {
        name.insert_str(0, model.words().example_file);
    }
    whole.then_some((name, text))
}
