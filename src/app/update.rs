//! One message in; what changed and what to do out. Rooms of their own do the work.

use std::sync::Arc;

use super::desk::{BenchmarkMsg, DeskMsg};
use super::message::{Moment, Msg, PublishedSet, Sets};
use super::model::Section;
use super::outcome::{Outcome, Update};
use super::undo;
use super::{
    Effect, Model, Notice, Place, Route, answering, before, desk, handing_in, inviting, keeping,
    organising, planning, reading_in,
};
use crate::domain::SetId;
use crate::i18n::Language;

/// What a program does with messages of the desk.
type Desk = fn(&mut Model, DeskMsg, &Moment, &mut Outcome);

/// Lets a message act on the model. The document is changed in place, never cloned.
pub fn update(model: &mut Model, msg: Msg, moment: &Moment) -> Update {
    step(model, msg, moment, desk::act)
}

/// As [`update`], in the program for answering: a page of the desk is left to the other program, as soon as everything is
/// where that one finds it.
pub fn update_answering(model: &mut Model, msg: Msg, moment: &Moment) -> Update {
    let may_lead_on = matches!(msg, Msg::Arrived(_) | Msg::Saved { .. });
    let mut update = step(model, msg, moment, |_, _, _, _| ());
    if may_lead_on && model.route.needs_desk() && model.saves.state().is_kept() {
        if !model.device.desk {
            model.device.desk = true;
            update.effects.push(Effect::KeepDevice);
        }
        update.effects.push(Effect::OpenDesk);
    }
    update
}

fn step(model: &mut Model, msg: Msg, moment: &Moment, desk: Desk) -> Update {
    let msg = addressed(model, msg);
    let mut out = Outcome::default();
    let is_gesture = undo::is_gesture(&msg);
    let undoes = matches!(msg, Msg::Undo | Msg::Redo);
    let offered = model.undo.take();
    let place = model.route.clone();
    act(model, msg, moment, &mut out, desk);
    let changes = out.take_changes();
    if is_gesture && !changes.is_empty() {
        undo::remember(model, changes);
        out.changed(Section::Notices);
    } else if model.undo.is_none() && !undoes {
        // Nothing has been done that undoing would undo instead; the offer follows to one page at most.
        model.undo = offered.filter(|undo| undo.leads_on || place == model.route);
        if let (Some(undo), true) = (&mut model.undo, place != model.route) {
            undo.leads_on = false;
        }
    }
    out.finish(model)
}

/// A file that is chosen on a page which reads files of its own is for that page.
fn addressed(model: &Model, msg: Msg) -> Msg {
    match msg {
        Msg::FilesCame(files) if model.route == Route::Benchmarks => {
            DeskMsg::from(BenchmarkMsg::FilesCame(files)).into()
        }
        msg => msg,
    }
}

fn act(model: &mut Model, msg: Msg, moment: &Moment, out: &mut Outcome, desk: Desk) {
    match msg {
        // Most pages need it, and it comes while the stores are read.
        Msg::Begun => want(model, &model.present_set(), out),
        Msg::Arrived(route) => arrived(model, route, out),
        Msg::Loaded(loaded) => keeping::loaded(model, loaded, out),
        Msg::RestCame(rest) => keeping::rest_came(model, rest, out),
        Msg::SetCame(id, language, set) => {
            set_came(model, &id, language, set.map(|set| *set), out);
        }
        Msg::Saved { ticket } => keeping::saved(model, ticket, moment.now, out),
        Msg::NotSaved { ticket, why } => keeping::not_saved(model, ticket, why, out),
        Msg::StorageLost(why) => keeping::storage_lost(model, why, out),
        Msg::Rewritten => {
            model.desk.removal.confirm();
            out.changed(Section::Files);
        }
        Msg::FilesCame(files) => reading_in::files_came(model, files, out),
        Msg::TabWrote(document, facts) => keeping::tab_wrote(model, document, facts, out),
        Msg::Handed(handed) => {
            model.notify(Notice::Handed(handed));
            out.changed(Section::Notices);
        }
        Msg::UpdateWaits => {
            model.notify(Notice::UpdateWaits);
            out.changed(Section::Notices);
        }
        Msg::NoDesk => {
            model.desk_missing = true;
            model.device.desk = false;
            keep_device(out);
            out.changed(Section::Storage);
        }
        Msg::Speak(language) => speak(model, language, out),
        Msg::DigitKeys(on) => {
            model.device.digit_keys = on;
            keep_device(out);
        }
        Msg::NameMunicipality(name) => {
            organising::name_municipality(model, moment, &name, out);
        }
        Msg::NameUnitWord(word) => organising::name_unit_word(model, moment, &word, out),
        Msg::AddUnit(name) => {
            organising::add_unit(model, moment, &name, out);
        }
        Msg::NameUnit(unit, name) => organising::name_unit(model, moment, unit, &name, out),
        Msg::MoveUnit(unit, way) => organising::move_unit(model, moment, &unit, way, out),
        Msg::HideUnit(unit) => organising::hide_unit(model, moment, unit, out),
        Msg::Begin { set, unit, role } => {
            answering::begin(model, moment, set, unit, role, out);
        }
        Msg::Choose(set, unit, question, state) => {
            answering::choose(model, moment, &set, &unit, &question, state, out);
        }
        Msg::Clear(unit, question) => answering::clear(model, &unit, &question, out),
        Msg::Write(unit, question, facet, text) => {
            answering::write_text(model, moment, &unit, &question, facet, &text, out);
        }
        Msg::Unsure(unit, question, on) => {
            answering::unsure(model, moment, &unit, &question, on, out);
        }
        Msg::NotOurArea(set, unit, area) => {
            answering::not_our_area(model, moment, &set, &unit, &area, out);
        }
        Msg::Lead(on) => planning::lead(model, on, out),
        Msg::ExampleCame(text) => keeping::example_came(model, text.as_deref(), out),
        Msg::Desk(msg) => desk(model, msg, moment, out),
        Msg::Undo => undo::go(model, moment, false, out),
        Msg::Redo => undo::go(model, moment, true, out),
        Msg::SaveFile => keeping::save_file(model, moment, out),
        Msg::TakeIn => {
            reading_in::take_in(model, moment, out);
            answering::settle_sets(model, out);
        }
        Msg::TakeInAgain(at) => reading_in::take_in_again(model, moment, at, out),
        Msg::LeaveIncoming => {
            model.incoming.clear();
            out.changed(Section::Files);
            out.effect(Effect::Go(Route::Data));
        }
        Msg::HandIn(unit, way) => handing_in::hand_in(model, moment, &unit, way, out),
        Msg::SendArea(set, unit, area) => {
            inviting::send_area(model, moment, &set, &unit, &area, out);
        }
        Msg::TakeProposal(set, unit, question, person) => {
            answering::keep_set(model, moment, &set, out);
            inviting::take_proposal(model, moment, &unit, &question, &person, out);
        }
        Msg::Unchanged(set, unit, question) => {
            before::take_over(model, moment, &set, &unit, &question, out);
        }
        Msg::OpenFile => out.effect(Effect::PickFile),
        Msg::SaveSetAside => out.effect(Effect::OfferSetAside),
        Msg::TryStorageAgain => out.effect(Effect::OpenStores),
        Msg::Dismiss(notice) => {
            model.notices.retain(|other| *other != notice);
            out.changed(Section::Notices);
        }
        Msg::TakeUpdate => out.effect(Effect::TakeUpdate),
    }
}

fn keep_device(out: &mut Outcome) {
    out.changed(Section::Device);
    out.effect(Effect::KeepDevice);
}

fn arrived(model: &mut Model, route: Route, out: &mut Outcome) {
    for set in sets_of(model, &route) {
        want(model, &set, out);
    }
    // Who comes by a link begins with what it names; who only looks at another unit's question stays who she is.
    if let Route::Answer(Some(place)) = &route
        && (model.device.answers.is_none() || model.device.unit.is_none())
    {
        answering::sits_at(model, &place.set, &place.unit, out);
    }
    if matches!(
        route,
        Route::Round | Route::Targets(_) | Route::Workshop(_) | Route::Compare(_)
    ) {
        planning::lead(model, true, out);
    }
    if model.route != route {
        model.route = route;
        model.notices.retain(|notice| stays(notice, &model.route));
        out.changed(Section::Notices);
    }
    if let Route::Invitation(code) = &model.route {
        let code = code.clone();
        inviting::came(model, &code, out);
    }
    out.changed(Section::Route);
}

/// Whether a notice is still to be read on the next page.
fn stays(notice: &Notice, next: &Route) -> bool {
    match notice {
        Notice::UpdateWaits | Notice::SetAside => true,
        // What reading in led to is said on the page that it leads to.
        Notice::FileRead { .. } => matches!(next, Route::Data | Route::Round),
        _ => false,
    }
}

/// The sets that a page needs.
fn sets_of(model: &Model, route: &Route) -> Vec<SetId> {
    match route {
        // Who comes by a link chooses among the sets first, as anyone who begins.
        Route::Answer(Some(place)) if model.device.answers.is_some() => vec![place.set.clone()],
        Route::Start => vec![model.present_set()],
        // Pages from which one goes on to the other sets; the one that was asked for comes first.
        Route::Answer(Some(Place { set, .. }))
        | Route::Result(Some((set, _)))
        | Route::Targets(Some((set, _)))
        | Route::Trend(Some((set, _)), _) => {
            let others = SetId::published().into_iter().filter(|id| id != set);
            [set.clone()].into_iter().chain(others).collect()
        }
        Route::Answer(None)
        | Route::Result(None)
        | Route::Targets(None)
        | Route::Trend(None, _)
        | Route::Round
        | Route::Compare(_)
        | Route::Workshop(_)
        | Route::WorkshopEnd(..)
        | Route::ShowCode(_)
        | Route::ReadCode(_)
        | Route::OldQuestions
        | Route::Handover
        | Route::HandIn(_)
        | Route::ReadIn
        | Route::Gallery
        | Route::Earlier(..)
        | Route::Bin
        | Route::Journal
        | Route::Individuals(..)
        | Route::Needs
        | Route::Benchmarks
        | Route::MeetingPack
        | Route::About => SetId::published().to_vec(),
        Route::Settings
        | Route::Units
        | Route::Data
        | Route::MunicipalFile
        | Route::Archive
        | Route::Purge
        | Route::Erase
        | Route::Folder
        | Route::Invitation(_)
        | Route::NotFound(_) => Vec::new(),
    }
}

/// Asks for a set that is not here; one that could not be had is asked for again.
fn want(model: &mut Model, id: &SetId, out: &mut Outcome) {
    if !matches!(model.set_state(id), Some(Sets::Loading | Sets::Ready(_))) {
        out.effect(Effect::FetchSet(id.clone(), model.device.language));
        model.put_set(id, Sets::Loading);
        out.changed(Section::Sets);
    }
}

fn speak(model: &mut Model, language: Language, out: &mut Outcome) {
    if model.device.language == language {
        return;
    }
    model.device.language = language;
    keep_device(out);
    for (id, _) in &model.sets {
        out.effect(Effect::FetchSet(id.clone(), language));
    }
    out.changed_all();
}

fn set_came(
    model: &mut Model,
    id: &SetId,
    language: Language,
    set: Result<PublishedSet, super::SetError>,
    out: &mut Outcome,
) {
    if language != model.device.language {
        return; // asked for before the language was changed; the right one is on its way
    }
    let state = match set {
        Ok(published) => {
            model.sources.retain(|(other, _)| other != id);
            model.sources.push((id.clone(), published.source));
            model.published.retain(|(other, _)| other != id);
            model.published.push((id.clone(), Arc::new(published.set)));
            answering::settle_sets(model, out);
            return;
        }
        // A set that is here already stays in use, in the language that it has.
        Err(_) if model.set(id).is_some() => return,
        Err(error) => Sets::Failed(error),
    };
    model.put_set(id, state);
    out.changed(Section::Sets);
}
