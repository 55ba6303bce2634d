//! *Gallra*: what can be removed for good, what would disappear, and a yes.

use leptos::prelude::*;

use super::super::element::{El, el, following};
use super::super::parts::{Weight, alert, button, choice, h2, heading, p, perhaps, quiet};
use super::super::runtime::Runtime;
use crate::app::desk::{Removal, WouldGo, is_open, purgeable, units_of, would_go};
use crate::app::{DeskMsg, Model, Route, Section};
use crate::domain::{Address, PersonField, PersonId, Purged, RoundId, round_name, rounds};
use crate::i18n::Words;

/// What is chosen on the page, and whether it has been asked for once.
#[derive(Clone, Copy)]
struct Chosen {
    what: RwSignal<Option<Purged>>,
    asked: RwSignal<bool>,
}

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    let words = runtime.words();
    let chosen = Chosen {
        what: RwSignal::new(None),
        asked: RwSignal::new(false),
    };
    el("article")
        .class("page narrow")
        .child(heading(words.purge))
        .child(p(words.desk().purging.lead).class("lead"))
        .child(
            el("div")
                .attr("role", "status")
                .id("removal")
                .follows(move || perhaps(removal(runtime, words))),
        )
        .follows(move || vec![choices(runtime, words, chosen).into()])
        .child(following(move || {
            let Some(what) = chosen.what.get() else {
                return Vec::new();
            };
            vec![preview(runtime, words, chosen, what).into()]
        }))
        .into()
}

fn removal(runtime: Runtime, words: &'static Words) -> Option<El> {
    let own = &words.desk().purging;
    match runtime.read(&[Section::Files], |model| model.desk.removal) {
        Removal::None => None,
        Removal::UnderWay(_) => Some(quiet(own.working)),
        Removal::Done(answers) => Some(
            alert("success")
                .child(p((own.done)(answers)))
                .child(p(own.elsewhere)),
        ),
    }
}

fn choices(runtime: Runtime, words: &'static Words, chosen: Chosen) -> El {
    let own = &words.desk().purging;
    let sections = [Section::Answers, Section::Units];
    let (all, open) = runtime.read(&sections, |model| {
        let all: Vec<(Purged, String)> = purgeable(model)
            .into_iter()
            .map(|what| {
                let name = name(model, words, &what);
                (what, name)
            })
            .collect();
        let open = rounds(&model.document);
        let open = open.into_iter().find(|round| is_open(model, round));
        (
            all,
            open.map(|round| (own.open_hint)(&named(model, &round))),
        )
    });
    if all.is_empty() {
        return p(own.nothing);
    }
    let rows = all.into_iter().map(|(what, name)| {
        let (here, id) = (what.clone(), Address::Purged(what.clone()).to_string());
        choice(
            "radio",
            id.replace('/', "-"),
            "what",
            move || chosen.what.get().as_ref() == Some(&here),
            move |_| {
                chosen.asked.set(false);
                chosen.what.set(Some(what.clone()));
            },
        )
        .child(el("span").text(name))
    });
    el("fieldset")
        .child(el("legend").child(h2(own.which)))
        .children(rows)
        .children(open.map(quiet))
}

fn named(model: &Model, round: &RoundId) -> String {
    match round_name(&model.document, round) {
        name if name.is_empty() => model.words().unnamed.to_owned(),
        name => name,
    }
}

fn name(model: &Model, words: &'static Words, what: &Purged) -> String {
    let own = &words.desk().purging;
    match what {
        Purged::Round(round) => (own.round)(&named(model, round)),
        Purged::Answers(round, unit) => (own.answers)(&model.unit_name(unit), &named(model, round)),
        Purged::Unit(unit) => model.unit_name(unit),
        Purged::Person(person) => {
            let units = units_of(model, person);
            let units: Vec<String> = units.iter().map(|unit| model.unit_name(unit)).collect();
            (own.person)(&role(model, words, person), &units.join(", "))
        }
    }
}

fn role(model: &Model, words: &'static Words, person: &PersonId) -> String {
    let address = Address::Person(person.clone(), PersonField::Role);
    let role = model.document.text(&address).map(str::trim);
    role.filter(|role| !role.is_empty())
        .unwrap_or(words.desk().purging.no_role)
        .to_owned()
}

fn preview(runtime: Runtime, words: &'static Words, chosen: Chosen, what: Purged) -> El {
    let own = &words.desk().purging;
    let sections = [Section::Answers, Section::Units];
    let lines = runtime.read(&sections, |model| {
        lines(model, words, &would_go(model, &what))
    });
    let lines = if lines.is_empty() {
        p(own.empty)
    } else {
        el("ul").children(lines.into_iter().map(|line| el("li").text(line)))
    };
    let archive = el("a")
        .attr("href", Route::Archive.href())
        .text(words.archive);
    el("section")
        .class("card")
        .id("would-go")
        .attr("aria-live", "polite")
        .child(h2(own.would_go))
        .child(lines)
        .child(p(own.means))
        .child(quiet(own.file_first))
        .child(
            el("p")
                .class("buttons")
                .child(archive)
                .child(super::save_button(
                    runtime,
                    Weight::Secondary,
                    words.data_out,
                )),
        )
        .child(following(move || {
            vec![confirm(runtime, words, chosen, what.clone()).into()]
        }))
}

fn confirm(runtime: Runtime, words: &'static Words, chosen: Chosen, what: Purged) -> El {
    let own = &words.desk().purging;
    if !chosen.asked.get() {
        return el("p").class("buttons").child(button(
            Weight::Secondary,
            "purge",
            own.purge,
            move || {
                chosen.asked.set(true);
            },
        ));
    }
    alert("danger").id("sure").child(p(own.sure)).child(
        el("p")
            .class("buttons")
            .child(
                button(Weight::Primary, "purge-yes", own.yes, move || {
                    chosen.what.set(None);
                    runtime.send(DeskMsg::Purge(what.clone()));
                })
                .class("ds-button danger"),
            )
            .child(button(Weight::Secondary, "purge-no", own.no, move || {
                chosen.asked.set(false);
            })),
    )
}

fn lines(model: &Model, words: &'static Words, goes: &WouldGo) -> Vec<String> {
    let own = &words.desk().purging;
    let answers = goes.answers.iter();
    let mut lines: Vec<String> = answers
        .map(|(unit, count)| (own.of_unit)(&model.unit_name(unit), *count))
        .collect();
    for (count, phrase) in [
        (goes.texts, own.texts),
        (goes.receipts, own.receipts),
        (goes.persons.len(), own.persons),
        (goes.others, own.others),
    ] {
        if count > 0 {
            lines.push(phrase(count));
        }
    }
    lines
}
