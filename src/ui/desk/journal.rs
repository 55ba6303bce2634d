//! The journal: what is in this browser, what has become of it, and what can be undone.

use leptos::prelude::*;

use super::super::element::{El, el};
use super::super::parts::{Weight, button, h2, heading, p, perhaps, quiet};
use super::super::runtime::Runtime;
use super::said::{WATCHED, erasing, look, moment, voice_in_words};
use crate::app::desk::history::kept;
use crate::app::desk::journal::{answers, counted, handed_in, last_taken_in, sets};
use crate::app::{Model, Msg, Route, SaveState, Section};
use crate::domain::round_name;
use crate::i18n::{Language, Words, decimal};
use crate::platform;

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    look(runtime);
    let words = runtime.words();
    let own = &words.desk().history;
    el("article")
        .class("page narrow")
        .child(heading(words.journal))
        .child(p(own.journal_lead).class("lead"))
        .child(steps(runtime, words))
        .child(
            el("section")
                .child(h2(own.answers))
                .follows(move || how_many(runtime, words)),
        )
        .child(
            el("section")
                .id("saved")
                .child(h2(own.saved))
                .child(el("p").text_follows(move || {
                    runtime.read(&[Section::Storage], |model| saved(model, words))
                }))
                .child(room(runtime, words)),
        )
        .child(
            el("section")
                .id("handed-in")
                .child(h2(own.handed_in))
                .follows(move || receipts(runtime, words)),
        )
        .child(
            el("section")
                .id("files")
                .child(h2(own.files))
                .follows(move || files(runtime, words)),
        )
        .child(
            el("section")
                .id("kept")
                .child(h2(words.earlier_answers))
                .follows(move || how_many_kept(runtime, words))
                .child(quiet(own.kept_about))
                .child(erasing(
                    runtime,
                    "erase-earlier",
                    own.erase,
                    own.erase_about,
                )),
        )
        .into()
}

fn steps(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().history;
    let off = |can: bool| (!can).then(String::new);
    let undo = button(
        Weight::Secondary,
        "journal-undo",
        own.undo_last,
        move || {
            runtime.send(Msg::Undo);
        },
    )
    .attr_follows("disabled", move || {
        off(runtime.read(&[Section::Notices], |model| model.steps.can_undo()))
    });
    let redo = button(
        Weight::Secondary,
        "journal-redo",
        own.redo_last,
        move || {
            runtime.send(Msg::Redo);
        },
    )
    .attr_follows("disabled", move || {
        off(runtime.read(&[Section::Notices], |model| model.steps.can_redo()))
    });
    el("section")
        .id("steps")
        .child(h2(own.steps))
        .child(p(own.steps_about))
        .child(el("p").class("buttons").child(undo).child(redo))
}

/// How many answers there are, and by unit and set.
fn how_many(runtime: Runtime, words: &'static Words) -> Vec<AnyView> {
    let own = &words.desk().history;
    let (all, round, titles, rows) = runtime.read(WATCHED, |model| {
        let round = model
            .round()
            .map(|round| round_name(&model.document, &round));
        let titles: Vec<String> = sets(model).iter().map(|set| set.title.clone()).collect();
        let rows: Vec<(String, Vec<(usize, usize)>)> = counted(model)
            .into_iter()
            .map(|counted| (model.unit_name(&counted.unit), counted.sets))
            .collect();
        (answers(model), round, titles, rows)
    });
    let count = p((own.answers_count)(all)).id("answers-count");
    let Some(round) = round else {
        return vec![count.into()];
    };
    let caption = (own.answers_table)(&round);
    let head = |text: String| el("th").attr("scope", "col").text(text);
    let heads = titles.into_iter().map(head);
    let rows = rows.into_iter().map(|(name, sets)| {
        let cells = sets.into_iter().map(|(done, of)| {
            el("td").text(match of {
                0 => words.desk().round.nothing_asked_short.to_owned(),
                of => (words.n_of_m)(done, of),
            })
        });
        el("tr")
            .child(el("th").attr("scope", "row").text(name))
            .children(cells)
    });
    let table = el("table")
        .id("journal-table")
        .child(el("caption").class("ds-sr-only").text(caption.clone()))
        .child(
            el("thead").child(
                el("tr")
                    .child(head(words.print_whose.to_owned()))
                    .children(heads),
            ),
        )
        .child(el("tbody").children(rows));
    let scroll = el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table);
    vec![count.into(), scroll.into()]
}

fn saved(model: &Model, words: &Words) -> String {
    let own = &words.desk().history;
    match model.saves.state() {
        SaveState::Nothing => own.saved_before.to_owned(),
        SaveState::Saving => own.saving.to_owned(),
        SaveState::Saved(at) => {
            let at_once = moment(at);
            let (date, clock) = at_once.split_once(' ').unwrap_or((&at_once, ""));
            (own.saved_at)(date, clock)
        }
        SaveState::Temporarily(_) => own.saved_temporarily.to_owned(),
        SaveState::OnlyHere(_) => own.saved_nowhere.to_owned(),
        SaveState::Refused(_) => own.saved_not.to_owned(),
    }
}

/// What the browser says about its room; empty where it says nothing.
fn room(runtime: Runtime, words: &'static Words) -> El {
    let said = RwSignal::new(String::new());
    let language = runtime.peek(|model| model.device.language);
    platform::spawn(async move {
        if let Some(room) = platform::room().await {
            let text = (words.desk().history.room)(
                &size(room.taken, language),
                &size(room.given, language),
            );
            let _ = said.try_set(text); // the page may have been left
        }
    });
    quiet("").id("room").text_follows(move || said.get())
}

fn size(bytes: f64, language: Language) -> String {
    const UNITS: [(f64, &str); 3] = [(1e9, "GB"), (1e6, "MB"), (1e3, "kB")];
    let (unit, name) = UNITS
        .into_iter()
        .find(|(unit, _)| bytes >= *unit)
        .unwrap_or((1e3, "kB"));
    format!("{}\u{a0}{name}", decimal(bytes / unit, language))
}

fn receipts(runtime: Runtime, words: &'static Words) -> Vec<AnyView> {
    let own = &words.desk().history;
    let lines: Vec<(String, String)> = runtime.read(WATCHED, |model| {
        let all = handed_in(model).into_iter();
        all.map(|one| {
            let name = model.unit_name(&one.unit);
            let whose = voice_in_words(model, words, &one.voice);
            let at = moment(one.at);
            let date = at.split_once(' ').map_or("", |(date, _)| date);
            let line = (words.receipt)(one.done, one.of, date, one.changed);
            (format!("{name} ({whose})"), line)
        })
        .collect()
    });
    if lines.is_empty() {
        return perhaps(Some(p(own.handed_in_nothing)));
    }
    let rows = lines.into_iter().map(|(who, line)| {
        el("li").child(
            el("div")
                .child(el("p").child(el("strong").text(who)))
                .child(p(line)),
        )
    });
    perhaps(Some(el("ul").class("units").children(rows)))
}

fn files(runtime: Runtime, words: &'static Words) -> Vec<AnyView> {
    let own = &words.desk().history;
    let (backup, taken_in) = runtime.read(&[Section::Device], |model| {
        let date = |at| moment(at).split(' ').next().unwrap_or_default().to_owned();
        let backup = model.device.backup.map(|(at, _)| date(at));
        let taken_in = last_taken_in(model).map(|entry| (date(entry.at), entry.whose.clone()));
        (backup, taken_in)
    });
    let backup = backup.map_or_else(
        || words.backup_never.to_owned(),
        |date| (words.backup_last)(&date),
    );
    let taken_in = taken_in.map_or_else(
        || own.taken_in_never.to_owned(),
        |(date, whose)| (own.taken_in)(&date, &whose),
    );
    vec![p(backup).into(), p(taken_in).into()]
}

fn how_many_kept(runtime: Runtime, words: &'static Words) -> Vec<AnyView> {
    let own = &words.desk().history;
    let kept = runtime.read(WATCHED, kept);
    let bin = el("a").attr("href", Route::Bin.href()).text(words.bin);
    let text = kept.map_or_else(|| own.unreadable.to_owned(), own.kept);
    perhaps(Some(p(format!("{text} ")).id("kept-count").child(bin)))
}
