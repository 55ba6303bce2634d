//! The coordinator's round: who answers what (*vem svarar på vad*), and how far everyone has come.

mod plan;
mod state;

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{El, el, following, value_of};
use super::parts::{Weight, h2, heading, p, way};
use super::runtime::Runtime;
use crate::app::{DeskMsg, Model, Route, Section, Sets, progress, result_of};
use crate::domain::{
    Area, QuestionSet, Scope, SetId, UnitId, answered_alone, owner, round_name, units,
};
use crate::i18n::Words;

/// The page of the round.
pub fn view(runtime: Runtime) -> AnyView {
    following(move || {
        let states = runtime.read(&[Section::Sets], |model| {
            SetId::published().map(|id| model.set_state(&id).cloned())
        });
        let sets: Vec<Arc<QuestionSet>> = states
            .iter()
            .filter_map(|state| match state {
                Some(Sets::Ready(set)) => Some(Arc::clone(set)),
                _ => None,
            })
            .collect();
        if sets.len() < states.len() {
            let missing = states.iter().find(|s| !matches!(s, Some(Sets::Ready(_))));
            return vec![super::waiting::view(runtime, missing.and_then(Option::as_ref)).into()];
        }
        vec![shown(runtime, sets).into()]
    })
}

fn shown(runtime: Runtime, sets: Vec<Arc<QuestionSet>>) -> El {
    let words = runtime.words();
    let name = runtime.peek(|model| {
        let round = model.round()?;
        Some(round_name(&model.document, &round))
    });
    let title = name.unwrap_or_else(|| words.round.to_owned());
    let owned = sets
        .iter()
        .find(|set| set.areas.iter().any(Area::can_be_assigned))
        .cloned();
    el("article")
        .class("page")
        .child(heading(title))
        .child(p(words.desk().round.lead).class("lead"))
        .follows(move || super::parts::perhaps(super::desk::reminder(runtime, words)))
        .child(plan::view(runtime, &sets))
        .children(owned.map(|set| who_answers(runtime, &set)))
        .child(
            el("section")
                .child(h2(words.desk().round.far))
                .follows(move || vec![state::view(runtime, words).into()])
                .follows(move || vec![how_far(runtime, words, &sets).into()])
                .child(el("p").child(way(
                    Weight::Tertiary,
                    "to-units",
                    words.desk().units.title,
                    Route::Units.href(),
                ))),
        )
        .child(super::read_in::offer(runtime))
        .child(
            el("p")
                .class("buttons")
                .children(super::desk::ways_on(words))
                .child(way(
                    Weight::Secondary,
                    "to-folder",
                    words.shared_folder,
                    Route::Folder.href(),
                )),
        )
        .follows(move || super::desk::coming(runtime))
        .follows(move || vec![state::closing(runtime, words).into()])
}

fn who_answers(runtime: Runtime, set: &Arc<QuestionSet>) -> El {
    let words = runtime.words();
    let set = Arc::clone(set);
    // The lists of units are drawn anew when units come, go or move; a choice alone leaves its list in place.
    let ids = Memo::new(move |_| {
        runtime.read(&[Section::Units], |model| {
            let list = units(&model.document).into_iter();
            list.map(|unit| (unit.id, unit.name))
                .collect::<Vec<(UnitId, String)>>()
        })
    });
    let title = format!("{}: {}", words.desk().round.who_answers, set.title);
    el("section")
        .id("who-answers")
        .child(h2(title))
        .child(p(words.desk().round.who_answers_about))
        .follows(move || {
            let list = ids.get();
            runtime.read(&[Section::Undone], |_| ());
            if list.is_empty() {
                let settings = way(
                    Weight::Secondary,
                    "to-settings",
                    words.desk().round.add_units_first,
                    Route::Settings.href(),
                );
                return vec![el("p").class("buttons").child(settings).into()];
            }
            let rows = set
                .areas
                .iter()
                .filter(|area| area.can_be_assigned())
                .map(|area| assigned(runtime, words, &set, area, &list));
            vec![el("ul").class("assign").children(rows).into()]
        })
}

/// One area with the list of those who can answer it.
fn assigned(
    runtime: Runtime,
    words: &'static Words,
    set: &QuestionSet,
    area: &Area,
    units: &[(UnitId, String)],
) -> El {
    let id = format!("owner-{}", area.id);
    let (set_id, area_id) = (set.id.clone(), area.id.clone());
    let whole = runtime.peek(|model| model.unit_name(&UnitId::municipality()));
    let named = runtime.peek(|model| {
        let round = model.round()?;
        owner(&model.document, &round, &set.id, &area.id)
    });
    let option = |value: String, text: String, chosen: bool| {
        el("option")
            .attr("value", value)
            .attr_if("selected", chosen.then_some(""))
            .text(text)
    };
    // A unit that was taken out of the lists still answers what it was named for.
    let hidden = named
        .iter()
        .filter(|unit| **unit != UnitId::municipality() && units.iter().all(|(id, _)| id != *unit))
        .map(|unit| (unit.clone(), runtime.peek(|model| model.unit_name(unit))));
    // What the municipality answers anyway needs no one to be named for it.
    let is_whole = area
        .questions
        .iter()
        .all(|question| question.scope == Scope::KOptionalF);
    let (nobody, municipality) = if is_whole {
        (whole, None)
    } else {
        let municipality = (UnitId::municipality(), whole);
        (words.desk().round.nobody_yet.to_owned(), Some(municipality))
    };
    let listed: Vec<(UnitId, String)> = units
        .iter()
        .cloned()
        .chain(hidden)
        .chain(municipality)
        .collect();
    let options = listed.into_iter().map(|(unit, name)| {
        let chosen = named.as_ref() == Some(&unit);
        option(unit.as_str().to_owned(), name, chosen)
    });
    let select = el("select")
        .class("ds-input")
        .id(id.clone())
        .child(option(String::new(), nobody, named.is_none()))
        .children(options)
        .on("change", move |event| {
            let unit = UnitId::parse(&value_of(&event));
            runtime.send(DeskMsg::NameOwner(set_id.clone(), area_id.clone(), unit));
        });
    el("li")
        .child(
            el("label").attr("for", id).text(area.title.clone()).child(
                el("span")
                    .class("quiet")
                    .text(format!(" {}", (words.questions)(area.questions.len()))),
            ),
        )
        .child(select)
}

/// Every unit with how much it has answered in each set, and ways to its results and targets.
fn how_far(runtime: Runtime, words: &'static Words, sets: &[Arc<QuestionSet>]) -> El {
    let sections = [Section::Answers, Section::Units];
    let rows: Vec<El> = runtime.read(&sections, |model| {
        let own = units(&model.document).into_iter().map(|unit| unit.id);
        own.chain([UnitId::municipality()])
            .map(|unit| unit_row(model, words, sets, &unit))
            .collect()
    });
    let head = |text: String| el("th").attr("scope", "col").text(text);
    let heads = sets.iter().map(|set| head(set.title.clone()));
    let table = el("table")
        .id("round-table")
        .child(
            el("caption")
                .class("ds-sr-only")
                .text(words.desk().round.far),
        )
        .child(
            el("thead").child(
                el("tr")
                    .child(head(words.print_whose.to_owned()))
                    .children(heads),
            ),
        )
        .child(el("tbody").children(rows));
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", words.desk().round.far)
        .child(table)
}

fn unit_row(model: &Model, words: &'static Words, sets: &[Arc<QuestionSet>], unit: &UnitId) -> El {
    let several = model
        .round()
        .is_some_and(|round| !answered_alone(&model.document, &round, unit).is_empty());
    let cells = sets.iter().map(|set| {
        // Before the first round there is no result, but there are questions.
        let (done, asked) = match result_of(model, set, unit) {
            Some(result) => (result.counts.done(), result.counts.asked()),
            None => (0, progress(model, set, unit).asked),
        };
        let cell = el("td");
        if asked == 0 {
            return cell.text(words.desk().round.nothing_asked_short);
        }
        let far = (words.n_of_m)(done, asked);
        let at = || Some((set.id.clone(), unit.clone()));
        let result = el("a")
            .attr("href", Route::Result(at()).href())
            .text(words.result);
        let targets = el("a")
            .attr("href", Route::Targets(at()).href())
            .text(words.targets);
        let alone = || {
            el("a").attr(
                "href",
                Route::Individuals(unit.clone(), set.id.clone()).href(),
            )
        };
        cell.text(format!("{far} "))
            .child(el("br"))
            .children((done > 0).then_some(result))
            .text(" ")
            .child(targets)
            .children(several.then(|| alone().text(words.desk().individuals.link)))
    });
    el("tr")
        .child(el("th").attr("scope", "row").text(model.unit_name(unit)))
        .children(cells)
        .class("far")
}
