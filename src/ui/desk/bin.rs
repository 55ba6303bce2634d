//! *Papperskorgen*: units that were hidden and answers that were removed, each with a way back.

use leptos::prelude::*;

use super::super::element::{El, el};
use super::super::parts::{Weight, button, h2, heading, p, perhaps, quiet};
use super::super::runtime::Runtime;
use super::said::{WATCHED, asked, erasing, list, look};
use crate::app::desk::History;
use crate::app::desk::history::{Earlier, hidden_units, removed};
use crate::app::{DeskMsg, Model};
use crate::domain::{Address, UnitId, round_name};
use crate::i18n::Words;

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    look(runtime);
    let words = runtime.words();
    let own = &words.desk().history;
    el("article")
        .class("page narrow")
        .child(heading(words.bin))
        .child(p(own.bin_lead).class("lead"))
        .follows(move || content(runtime, words))
        .child(erasing(
            runtime,
            "empty-bin",
            own.empty_bin,
            own.empty_bin_about,
        ))
        .into()
}

fn content(runtime: Runtime, words: &'static Words) -> Vec<AnyView> {
    let own = &words.desk().history;
    let (hidden, removed, history) = runtime.read(WATCHED, |model| {
        let removed = removed(model).into_iter();
        let removed: Vec<_> = removed
            .map(|said| (Some(place(model, words, &said)), said))
            .collect();
        let unreadable = model.desk.history == History::Unreadable;
        (hidden_units(model), removed, unreadable)
    });
    if hidden.is_empty() && removed.is_empty() && !history {
        return perhaps(Some(p(own.bin_empty).id("bin-empty")));
    }
    let units = (!hidden.is_empty()).then(|| {
        let rows = hidden
            .into_iter()
            .map(|unit| unit_row(runtime, words, unit));
        el("section")
            .id("hidden-units")
            .child(h2(own.hidden))
            .child(quiet(own.hidden_about))
            .child(el("ul").class("units").children(rows))
    });
    let answers = (!removed.is_empty()).then(|| {
        el("section")
            .id("removed")
            .child(h2(own.removed))
            .child(list(runtime, removed, true))
    });
    let unreadable = history.then(|| p(own.unreadable));
    let parts = units.into_iter().chain(answers).chain(unreadable);
    parts.map(Into::into).collect()
}

fn unit_row(runtime: Runtime, words: &'static Words, unit: UnitId) -> El {
    let own = &words.desk().history;
    let name = runtime.peek(|model| model.unit_name(&unit));
    let label = format!("{}: {name}", own.put_back);
    let id = format!("show-{unit}");
    let back = button(Weight::Secondary, id, own.put_back, move || {
        runtime.send(DeskMsg::ShowUnit(unit.clone()));
    })
    .attr("aria-label", label);
    el("li")
        .child(el("div").child(el("p").child(el("strong").text(name))))
        .child(back)
}

/// Where a removed value stood: unit, question, and the round if it is not the present one.
fn place(model: &Model, words: &Words, said: &Earlier) -> String {
    let own = &words.desk().history;
    let unit = said.address.unit().map(|unit| model.unit_name(unit));
    let Address::Answer {
        question, round, ..
    } = &said.address
    else {
        return unit.unwrap_or_default();
    };
    let text = asked(model, question).map_or_else(|| own.unknown_question.to_owned(), |(_, t)| t);
    let unit = unit.unwrap_or_default();
    let place = format!("{unit}: {text}");
    if model.round().as_ref() == Some(round) {
        place
    } else {
        format!("{place} ({})", round_name(&model.document, round))
    }
}
