//! Inviting: a unit gets the round and its own name, under ids that fit when its answers come back. No answers go with it.

use super::message::{Moment, Way};
use super::model::Section;
use super::outcome::Outcome;
use super::saves::Notice;
use super::{Effect, Model, Place, Route, progress, reading_in};
use crate::domain::{
    Address, AreaId, Document, Facet, PersonId, QuestionId, RoundId, SetId, UnitId, Value, Voice,
    due, invitation, round_name,
};
use crate::exchange::{
    Invitation, Selection, file_name, link_from_text, link_to_text, selection_to_json,
};

/// The address that invites a unit, without the part before `#`.
fn link(model: &Model, round: &RoundId, unit: &UnitId, area: Option<(&SetId, &AreaId)>) -> String {
    let document = invitation(&model.document, round, unit);
    let code = link_to_text(&document, area, unit, round);
    Route::Invitation(code).href()
}

/// Gives a unit its invitation, as a link in the clipboard or as a file.
pub(super) fn invite(
    model: &mut Model,
    moment: &Moment,
    unit: &UnitId,
    way: Way,
    out: &mut Outcome,
) {
    let round = super::organising::round(model, moment, out);
    super::rounds::begin_plan(model, moment, &round, out);
    let invited = Address::Invited(round.clone(), unit.clone());
    out.write(model, moment, invited, Value::Flag(true));
    match way {
        Way::File => {
            let document = invitation(&model.document, &round, unit);
            let text = selection_to_json(&document, Selection::Invitation, moment.now);
            let name = file_name(
                &model.unit_name(unit),
                model.words().desk().round.invitation_file,
            );
            out.effect(Effect::OfferFile { name, text });
            model.notify(Notice::FileMade);
        }
        Way::Copy | Way::Share | Way::Here => {
            let link = format!("{}{}", model.base, link(model, &round, unit, None));
            out.effect(Effect::Copy(letter(model, &round, unit, &link, false)));
        }
    }
    out.changed(Section::Answers);
    out.changed(Section::Notices);
}

/// Copies a friendly reminder with the link in it.
pub(super) fn copy_reminder(model: &Model, unit: &UnitId, out: &mut Outcome) {
    if let Some(round) = model.round() {
        let link = format!("{}{}", model.base, link(model, &round, unit, None));
        out.effect(Effect::Copy(letter(model, &round, unit, &link, true)));
    }
}

/// The text of an invitation or a reminder, ready to paste into a mail.
fn letter(model: &Model, round: &RoundId, unit: &UnitId, link: &str, reminds: bool) -> String {
    let words = model.words();
    let (mut questions, mut minutes) = (0, 0);
    for id in model.sets_of_round() {
        if let Some(set) = model.set(&id) {
            let asked = progress(model, &set, unit).asked;
            questions += asked;
            minutes += asked * usize::from(set.minutes_per_question);
        }
    }
    let round_name = round_name(&model.document, round);
    let due = due(&model.document, round).unwrap_or_default();
    (words.desk().round.letter)(crate::i18n::Letter {
        reminds,
        unit: &model.unit_name(unit),
        round: &round_name,
        due,
        questions,
        minutes,
        link,
    })
}

/// Sends one area on: a link that leads a colleague to its questions, to propose answers.
pub(super) fn send_area(
    model: &mut Model,
    moment: &Moment,
    set: &SetId,
    unit: &UnitId,
    area: &AreaId,
    out: &mut Outcome,
) {
    let round = super::organising::round(model, moment, out);
    super::answering::keep_set(model, moment, set, out);
    let link = link(model, &round, unit, Some((set, area)));
    let title = model
        .set(set)
        .and_then(|set| set.area(area).map(|area| area.title.clone()))
        .unwrap_or_default();
    let text = (model.words().area_letter)(
        &title,
        &model.unit_name(unit),
        &format!("{}{link}", model.base),
    );
    out.effect(Effect::Copy(text));
}

/// Somebody came by an invitation.
pub(super) fn came(model: &mut Model, code: &str, out: &mut Outcome) {
    match link_from_text(code) {
        Err(error) => {
            model.notify(Notice::LinkRefused(error));
            out.changed(Section::Notices);
        }
        Ok(invitation) => {
            let ours = model.document.is_empty() || model.document.id() == invitation.document.id();
            if ours && !model.example {
                accept(model, invitation, out);
            } else {
                model.notify(Notice::LinkElsewhere);
                out.changed(Section::Notices);
            }
        }
    }
}

/// Takes an invitation: its facts, and to the first question.
fn accept(model: &mut Model, came: Invitation, out: &mut Outcome) {
    if model.document.is_empty() {
        model.document = Document::new(came.document.id().clone());
        out.effect(Effect::Adopt(came.document.id().clone()));
    }
    model.undo = None;
    let sets: Vec<SetId> = came
        .document
        .facts()
        .filter_map(|(address, _)| match address {
            Address::RoundSet(_, set) => Some(set.clone()),
            _ => None,
        })
        .collect();
    reading_in::merge(model, came.document, out);
    let first = match &came.area {
        Some((set, _)) => set.clone(),
        None => SetId::published()
            .into_iter()
            .find(|set| sets.contains(set))
            .unwrap_or_else(|| model.present_set()),
    };
    model.device.area = came.area;
    if model.device.area.is_some() {
        // A proposal is one person's; who that is, is asked.
        model.device.answers = None;
    }
    super::answering::sits_at(model, &first, &came.unit, out);
    out.effect(Effect::KeepDevice);
    out.changed_all();
    out.effect(Effect::Go(Route::Answer(Some(Place {
        set: first,
        unit: came.unit,
        question: None,
    }))));
}

/// Takes a colleague's proposal over as the answer of the voice at this device.
pub(super) fn take_proposal(
    model: &mut Model,
    moment: &Moment,
    unit: &UnitId,
    question: &QuestionId,
    person: &PersonId,
    out: &mut Outcome,
) {
    let Some(round) = model.round() else {
        return;
    };
    if super::answering::is_locked(model, &round, out) {
        return;
    }
    let theirs = Voice::Proposal(person.clone());
    let voice = model.device.voice();
    for facet in [
        Facet::Level,
        Facet::Rationale,
        Facet::Evidence,
        Facet::Unsure,
        Facet::Need,
    ] {
        let from = Address::answer(&round, unit, question, facet, &theirs);
        if let Some(value) = model.document.value(&from).cloned() {
            let to = Address::answer(&round, unit, question, facet, &voice);
            out.write(model, moment, to, value);
        }
    }
}
