//! *Överlämning*: the steps, with what is true now filled in; on paper a checklist.

use leptos::prelude::*;

use super::super::element::{El, el, following};
use super::super::parts::{Weight, button, h2, heading, p, quiet};
use super::super::runtime::Runtime;
use crate::app::desk::{FileMsg, Known, RoundState, last_change, round_states};
use crate::app::{DeskMsg, Route, Section};
use crate::domain::{Address, DocumentField, UnitId};
use crate::i18n::Words;
use crate::platform;

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    platform::spawn(async move { runtime.send(DeskMsg::File(FileMsg::Look)) });
    following(move || {
        let sections = [
            Section::Answers,
            Section::Units,
            Section::Sets,
            Section::Device,
        ];
        let states = runtime.read(&sections, round_states);
        vec![shown(runtime, states).into()]
    })
}

fn shown(runtime: Runtime, states: Vec<RoundState>) -> El {
    let words = runtime.words();
    let own = &words.desk().handover;
    let steps = [
        (own.make, make(runtime, words)),
        (own.put, put(runtime, words)),
        (own.rounds, rounds(runtime, words, states)),
        (own.successor, successor(runtime, words)),
        (own.erase, erase(words)),
    ];
    let steps = steps.into_iter().map(|(title, body)| {
        el("li")
            .child(
                el("span")
                    .class("only-print box")
                    .attr("aria-hidden", "true"),
            )
            .child(h2(title))
            .child(body)
    });
    let print = button(Weight::Secondary, "print", own.print, platform::print);
    el("article")
        .class("page narrow handover")
        .child(heading(words.handover))
        .child(paper_head(runtime, words))
        .child(p(own.lead).class("lead"))
        .child(el("ol").class("checklist").children(steps))
        .child(el("p").class("buttons").child(print))
}

/// On paper only: whose, when, and by whom to whom.
fn paper_head(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().handover;
    let municipality = runtime.peek(|model| model.unit_name(&UnitId::municipality()));
    let line = |label: &'static str, text: String| {
        el("div")
            .child(el("dt").text(label))
            .child(el("dd").text(text))
    };
    let by_hand = "\u{a0}".to_owned();
    el("div").class("only-print print-head").child(
        el("dl")
            .child(line(own.municipality, municipality))
            .child(line(words.print_date, platform::moment().local().date()))
            .child(line(own.from, by_hand.clone()))
            .child(line(own.to, by_hand)),
    )
}

fn make(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().handover;
    let (backup, changed) = runtime.peek(|model| {
        let backup = model.device.backup;
        let changed = backup.is_some_and(|(at, facts)| {
            facts != model.document.len() || last_change(model).is_some_and(|last| last > at)
        });
        (backup, changed)
    });
    let last = match backup {
        None => words.backup_never.to_owned(),
        Some((at, _)) => {
            let since = if changed {
                own.changed_since
            } else {
                own.unchanged_since
            };
            format!("{} {since}", (words.backup_last)(&super::date(at)))
        }
    };
    el("div")
        .child(p(own.make_about))
        .child(p(last).id("last-file"))
        .child(super::save_file(runtime, Weight::Primary, own.make_button))
}

fn put(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().handover;
    let place = runtime.peek(|model| {
        let place = model
            .document
            .text(&Address::Document(DocumentField::FilePlace));
        place.map(str::to_owned)
    });
    let link = || {
        el("a")
            .attr("href", Route::MunicipalFile.href())
            .text(own.put_link)
    };
    let body = match place {
        Some(place) => el("div").child(p((own.put_at)(&place)).id("file-is-at")),
        None => el("div")
            .child(
                el("p")
                    .class("no-print")
                    .text(own.put_nowhere)
                    .text(" ")
                    .child(link()),
            )
            .child(p(own.put_by_hand).class("only-print by-hand")),
    };
    body.follows(move || {
        let (file, folder) = runtime.read(&[Section::Files, Section::Folder], |model| {
            let file = match &model.desk.file.known {
                Known::Named(name) => Some(name.clone()),
                _ => None,
            };
            (file, model.desk.folder.name())
        });
        let file = file.map(|name| p((own.file_named)(&name)).id("file-is-called"));
        let folder = folder.map(|name| p((own.folder_named)(&name)).id("folder-is-called"));
        file.into_iter().chain(folder).map(Into::into).collect()
    })
}

fn rounds(runtime: Runtime, words: &'static Words, states: Vec<RoundState>) -> El {
    let own = &words.desk().handover;
    if states.is_empty() {
        return p(own.no_rounds);
    }
    let names = |units: &[UnitId]| {
        let names = units.iter();
        let names = names.map(|unit| runtime.peek(|model| model.unit_name(unit)));
        names.collect::<Vec<_>>().join(", ")
    };
    let rows = states.into_iter().map(|state| {
        let standing = match state.locked {
            Some(at) => (own.locked)(&super::date(at)),
            None if state.current => own.open.to_owned(),
            None => own.not_locked.to_owned(),
        };
        let all = state.inside.len() + state.missing.len();
        let inside = (own.inside)(state.inside.len(), all);
        let who = [
            (own.who_inside, &state.inside),
            (own.who_missing, &state.missing),
        ];
        let who = who
            .into_iter()
            .filter(|(_, units)| !units.is_empty())
            .map(|(phrase, units)| quiet(phrase(&names(units))));
        el("li")
            .child(el("strong").text(state.name))
            .text(format!(". {standing}. {inside}."))
            .children(who)
    });
    el("ul").class("rounds").children(rows)
}

fn successor(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().handover;
    let base = runtime.peek(|model| model.base.clone());
    el("div")
        .child(p((own.successor_about)(&base)))
        .child(quiet(own.successor_not))
}

fn erase(words: &'static Words) -> El {
    let own = &words.desk().handover;
    el("div").child(p(own.erase_about)).child(
        el("p").class("no-print").child(
            el("a")
                .id("to-erase")
                .attr("href", Route::Erase.href())
                .text(words.erase),
        ),
    )
}
