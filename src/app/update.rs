//! One message in; what changed and what to do out. Rooms of their own do the work.

use std::sync::Arc;

use super::message::{Moment, Msg, PublishedSet, Sets};
use super::model::{Section, Undo};
use super::outcome::{Outcome, Update};
use super::{Effect, Model, Notice, Place, Route, answering, keeping, organising, planning};
use crate::domain::SetId;
use crate::i18n::Language;

/// Lets a message act on the model. The document is changed in place, never cloned.
pub fn update(model: &mut Model, msg: Msg, moment: &Moment) -> Update {
    let mut out = Outcome::default();
    match msg {
        Msg::Arrived(route) => arrived(model, route, &mut out),
        Msg::Loaded(loaded) => keeping::loaded(model, loaded, &mut out),
        Msg::SetCame(id, language, set) => {
            set_came(model, &id, language, set.map(|set| *set), &mut out);
        }
        Msg::Saved { ticket } => keeping::saved(model, ticket, moment.now, &mut out),
        Msg::NotSaved { ticket, why } => keeping::not_saved(model, ticket, why, &mut out),
        Msg::StorageLost(why) => keeping::storage_lost(model, why, &mut out),
        Msg::FileCame(text) => keeping::file_came(model, text.as_deref(), &mut out),
        Msg::UpdateWaits => {
            model.notify(Notice::UpdateWaits);
            out.changed(Section::Notices);
        }
        Msg::Speak(language) => speak(model, language, &mut out),
        Msg::DigitKeys(on) => {
            model.device.digit_keys = on;
            keep_device(&mut out);
        }
        Msg::NameMunicipality(name) => {
            organising::name_municipality(model, moment, &name, &mut out);
        }
        Msg::NameUnitWord(word) => organising::name_unit_word(model, moment, &word, &mut out),
        Msg::AddUnit(name) => {
            organising::add_unit(model, moment, &name, &mut out);
        }
        Msg::NameUnit(unit, name) => organising::name_unit(model, moment, unit, &name, &mut out),
        Msg::MoveUnit(unit, way) => organising::move_unit(model, moment, &unit, way, &mut out),
        Msg::HideUnit(unit) => organising::hide_unit(model, moment, unit, &mut out),
        Msg::Begin { set, unit, role } => {
            answering::begin(model, moment, set, unit, role, &mut out);
        }
        Msg::Choose(set, unit, question, state) => {
            answering::choose(model, moment, &set, &unit, &question, state, &mut out);
        }
        Msg::Clear(unit, question) => answering::clear(model, &unit, &question, &mut out),
        Msg::Write(unit, question, facet, text) => {
            answering::write_text(model, moment, &unit, &question, facet, &text, &mut out);
        }
        Msg::Unsure(unit, question, on) => {
            answering::unsure(model, moment, &unit, &question, on, &mut out);
        }
        Msg::NotOurArea(set, unit, area) => {
            answering::not_our_area(model, moment, &set, &unit, &area, &mut out);
        }
        Msg::Lead(on) => planning::lead(model, on, &mut out),
        Msg::NameOwner(set, area, unit) => {
            planning::name_owner(model, moment, set, area, unit, &mut out);
        }
        Msg::Decide(set, unit, area, decided) => {
            if let Some(set) = model.set(&set) {
                planning::decide(model, moment, &set, unit, area, decided, &mut out);
            }
        }
        Msg::ExampleCame(text) => keeping::example_came(model, text.as_deref(), &mut out),
        Msg::Undo => undo(model, moment, &mut out),
        Msg::SaveFile => keeping::save_file(model, moment, &mut out),
        Msg::OpenFile => out.effect(Effect::PickFile),
        Msg::SaveSetAside => out.effect(Effect::OfferSetAside),
        Msg::TryStorageAgain => out.effect(Effect::OpenStores),
        Msg::Dismiss(notice) => {
            model.notices.retain(|other| *other != notice);
            out.changed(Section::Notices);
        }
        Msg::TakeUpdate => out.effect(Effect::TakeUpdate),
    }
    out.finish(model)
}

fn undo(model: &mut Model, moment: &Moment, out: &mut Outcome) {
    let Some(undo) = model.undo.take() else {
        return;
    };
    for (address, value) in undo.before {
        match value {
            Some(value) => out.write(model, moment, address, value),
            None => out.remove(model, address),
        }
    }
    out.changed(Section::Notices);
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
    if matches!(route, Route::Round | Route::Targets(_)) {
        planning::lead(model, true, out);
    }
    if model.route != route {
        model.route = route;
        model
            .notices
            .retain(|notice| matches!(notice, Notice::UpdateWaits | Notice::SetAside));
        model.undo = model
            .undo
            .take()
            .filter(|undo| undo.leads_on)
            .map(|undo| Undo {
                leads_on: false,
                ..undo
            });
        out.changed(Section::Notices);
    }
    out.changed(Section::Route);
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
        | Route::Targets(Some((set, _))) => {
            let others = SetId::published().into_iter().filter(|id| id != set);
            [set.clone()].into_iter().chain(others).collect()
        }
        Route::Answer(None)
        | Route::Result(None)
        | Route::Targets(None)
        | Route::Round
        | Route::Gallery
        | Route::About => SetId::published().to_vec(),
        Route::Settings | Route::Data | Route::NotFound(_) => Vec::new(),
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
            Sets::Ready(Arc::new(answering::set_of_round(model, published.set)))
        }
        // A set that is here already stays in use, in the language that it has.
        Err(_) if model.set(id).is_some() => return,
        Err(error) => Sets::Failed(error),
    };
    model.put_set(id, state);
    out.changed(Section::Sets);
}
