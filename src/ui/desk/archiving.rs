//! *Arkivera*: a round as one readable file, and everything as a file without names.

use leptos::prelude::*;

use super::super::element::{El, el, following, ticked};
use super::super::parts::{Weight, alert, button, choice, h2, heading, p, quiet};
use super::super::runtime::Runtime;
use crate::app::desk::{Archive, ArchiveMsg, round_to_archive};
use crate::app::{DeskMsg, Section};
use crate::domain::{RoundId, lock, round_name, rounds};
use crate::exchange::{FreeText, Names, WorkerError};
use crate::i18n::Words;

/// What is chosen on the page.
#[derive(Clone, Copy)]
struct Chosen {
    round: RwSignal<Option<RoundId>>,
    names: RwSignal<bool>,
    texts: RwSignal<bool>,
}

impl Chosen {
    fn texts(self) -> FreeText {
        if self.texts.get_untracked() {
            FreeText::Kept
        } else {
            FreeText::LeftOut
        }
    }
}

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    let chosen = Chosen {
        round: RwSignal::new(runtime.peek(round_to_archive)),
        names: RwSignal::new(true),
        texts: RwSignal::new(true),
    };
    following(move || {
        // Rounds come and go in other tabs.
        let rounds = runtime.read(&[Section::Units], |model| {
            let all = rounds(&model.document).into_iter().rev();
            all.map(|round| {
                let name = round_name(&model.document, &round);
                let locked = lock(&model.document, &round).is_some();
                (round, name, locked)
            })
            .collect::<Vec<_>>()
        });
        vec![shown(runtime, chosen, rounds).into()]
    })
}

fn shown(runtime: Runtime, chosen: Chosen, rounds: Vec<(RoundId, String, bool)>) -> El {
    let words = runtime.words();
    let own = &words.desk().archiving;
    let page = el("article")
        .class("page narrow")
        .child(heading(words.archive))
        .child(p(own.lead).class("lead"));
    if rounds.is_empty() {
        return page.child(p(own.no_rounds));
    }
    let which = rounds.into_iter().map(|(round, name, locked)| {
        let (id, here) = (round.clone(), round.clone());
        let standing = if locked { own.locked } else { own.open };
        choice(
            "radio",
            format!("round-{id}"),
            "round",
            move || chosen.round.get().as_ref() == Some(&here),
            move |_| chosen.round.set(Some(round.clone())),
        )
        .child(el("span").text(format!("{name} ({standing})")))
    });
    let names = [
        (true, "names-kept", own.names_kept),
        (false, "names-left-out", own.names_left_out),
    ]
    .into_iter()
    .map(|(kept, id, text)| {
        choice(
            "radio",
            id,
            "names",
            move || chosen.names.get() == kept,
            move |_| chosen.names.set(kept),
        )
        .child(el("span").text(text))
    });
    let texts = choice(
        "checkbox",
        "texts",
        "texts",
        move || chosen.texts.get(),
        move |event| chosen.texts.set(ticked(&event)),
    );
    let fieldset = |legend: &'static str| el("fieldset").child(el("legend").child(h2(legend)));
    let make = button(Weight::Primary, "make-archive", own.make, move || {
        if let Some(round) = chosen.round.get_untracked() {
            let names = if chosen.names.get_untracked() {
                Names::Kept
            } else {
                Names::LeftOut
            };
            let make = ArchiveMsg::Make(round, names, chosen.texts());
            runtime.send(DeskMsg::Archive(make));
        }
    });
    page.child(fieldset(own.which).children(which))
        .child(
            fieldset(own.names)
                .children(names)
                .child(quiet(own.names_hint))
                .child(
                    texts.child(
                        el("span")
                            .text(own.texts)
                            .child(el("span").class("hint").text(own.texts_hint)),
                    ),
                ),
        )
        .child(el("p").class("buttons").child(make))
        .child(
            el("div")
                .attr("role", "status")
                .id("archive-state")
                .follows(move || {
                    let archive = runtime.read(&[Section::Files], |m| m.desk.archive.clone());
                    state(words, &archive)
                        .map(AnyView::from)
                        .into_iter()
                        .collect()
                }),
        )
        .child(nameless(runtime, words, chosen))
}

fn state(words: &'static Words, archive: &Archive) -> Option<El> {
    let own = &words.desk().archiving;
    match archive {
        Archive::None => None,
        Archive::Making(_) => Some(quiet(own.making)),
        Archive::Made { name, bytes } => {
            let size = (own.kilobytes)(&bytes.div_ceil(1000).to_string());
            Some(alert("success").child(p((own.made)(name, &size))))
        }
        Archive::Failed(why) => {
            let text = match why {
                WorkerError::NotStarted => own.not_started,
                WorkerError::Stopped => own.stopped,
                WorkerError::TooSlow => own.too_slow,
                WorkerError::Refused => own.refused,
            };
            Some(alert("warning").child(p(text)))
        }
    }
}

fn nameless(runtime: Runtime, words: &'static Words, chosen: Chosen) -> El {
    let own = &words.desk().archiving;
    let save = button(
        Weight::Secondary,
        "save-nameless",
        own.nameless_save,
        move || {
            let save = ArchiveMsg::SaveNameless(chosen.texts());
            runtime.send(DeskMsg::Archive(save));
        },
    );
    el("section")
        .child(h2(own.nameless))
        .child(p(own.nameless_about))
        .child(el("p").class("buttons").child(save))
}
