//! *Radera den här enheten*: what is lost, what stays, a file first, and one clear yes.

use leptos::prelude::*;

use super::super::element::{El, el};
use super::super::parts::{Weight, alert, field, h2, input, p, page, perhaps};
use super::super::runtime::Runtime;
use crate::app::desk::last_change;
use crate::app::{DeskMsg, Section};
use crate::i18n::Words;
use crate::platform;

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    let words = runtime.words();
    let own = &words.desk().erasing;
    let wrong = RwSignal::new(false);
    let lead = if runtime.peek(|model| model.example) {
        own.lead_example
    } else {
        own.lead
    };
    let stays = own.stays.iter().map(|line| el("li").text(*line));
    page(words.erase)
        .child(p(lead).class("lead"))
        .child(
            el("section")
                .child(h2(own.lost))
                .follows(move || vec![lost(runtime, words).into()]),
        )
        .child(
            el("section")
                .child(h2(own.elsewhere))
                .child(el("ul").children(stays)),
        )
        .child(
            el("section")
                .class("card")
                .child(h2(own.file_first))
                .child(p(words.data_out_about))
                .child(super::save_file(runtime, Weight::Secondary, words.data_out)),
        )
        .child(
            el("form")
                .class("card")
                .on("submit", move |event| {
                    event.prevent_default();
                    let typed = platform::take_value("erase-word");
                    if typed.trim().eq_ignore_ascii_case(own.word) {
                        runtime.send(DeskMsg::Erase);
                    } else {
                        wrong.set(true);
                        platform::focus("erase-word");
                    }
                })
                .child(h2(own.confirm))
                .child(field(
                    "erase-word",
                    (own.type_word)(own.word),
                    None,
                    input("erase-word").attr("aria-describedby", "erase-wrong"),
                ))
                .child(
                    el("p")
                        .class("missing")
                        .id("erase-wrong")
                        .attr("role", "alert")
                        .text_follows(move || {
                            let text = wrong.get().then(|| (own.wrong_word)(own.word));
                            text.unwrap_or_default()
                        }),
                )
                .child(
                    el("p").class("buttons").child(
                        el("button")
                            .class("ds-button danger")
                            .attr("type", "submit")
                            .id("erase")
                            .text(own.erase),
                    ),
                )
                .follows(move || {
                    let failed = runtime.read(&[Section::Files], |model| model.desk.not_erased);
                    perhaps(failed.then(|| alert("warning").child(p(own.failed))))
                }),
        )
        .into()
}

fn lost(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().erasing;
    let sections = [Section::Answers, Section::Units, Section::Device];
    let (facts, backup, changed) = runtime.read(&sections, |model| {
        let backup = model.device.backup;
        let changed = backup.is_some_and(|(at, facts)| {
            facts != model.document.len() || last_change(model).is_some_and(|last| last > at)
        });
        (model.document.len(), backup, changed)
    });
    let saved = match backup {
        None => own.never_saved.to_owned(),
        Some((at, _)) if changed => (own.changed_since)(&super::date(at)),
        Some((at, _)) => (own.unchanged_since)(&super::date(at)),
    };
    let lines = [(own.facts)(facts), saved, own.settings.to_owned()];
    el("ul")
        .id("lost")
        .children(lines.into_iter().map(|line| el("li").text(line)))
}
