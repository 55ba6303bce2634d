//! Where the answers are, files out and in, and what was set aside.

use leptos::prelude::*;

use super::element::{El, el};
use super::parts::{Weight, button, h2, p, page, perhaps};
use super::runtime::Runtime;
use crate::app::{Msg, Route, Section};
use crate::i18n::{LocalTime, Words};
use crate::platform;

const ALL: &[Section] = &[
    Section::Answers,
    Section::Units,
    Section::Storage,
    Section::Notices,
];

/// The page of files and storage.
pub fn view(runtime: Runtime) -> El {
    let words = runtime.words();
    page(words.data)
        .child(
            el("section")
                .class("card")
                .child(h2(words.data_out))
                .child(p(words.data_out_about))
                .child(el("p").class("quiet").text_follows(move || {
                    let backup = runtime.read(&[Section::Device], |model| model.device.backup);
                    match backup {
                        Some((at, _)) => {
                            let date = LocalTime::new(at, platform::offset(at)).date();
                            (words.backup_last)(&date)
                        }
                        None => words.backup_never.to_owned(),
                    }
                }))
                .child(el("p").child(button(
                    Weight::Primary,
                    "save-file",
                    words.data_out,
                    move || {
                        runtime.send(Msg::SaveFile);
                    },
                ))),
        )
        .child(super::read_in::offer(runtime))
        .child(more(runtime))
        .follows(move || {
            let count = runtime.read(ALL, |model| model.set_aside);
            perhaps((count > 0).then(|| set_aside(runtime, count)))
        })
        .child(
            el("section")
                .child(h2(words.data_where))
                .child(p(words.data_in_browser))
                .child(promise(words))
                .child(el("p").class("quiet").text_follows(move || {
                    runtime.read(ALL, |model| (words.data_count)(model.document.len()))
                }))
                .child(
                    el("p").child(
                        el("a")
                            .attr("href", "mognad-file.schema.json")
                            .text(words.data_format),
                    ),
                ),
        )
}

/// The pages of what is seldom done with files.
fn more(runtime: Runtime) -> El {
    let words = runtime.words();
    let leads = runtime.peek(|model| model.device.leads);
    let pages = [
        (false, Route::Folder, words.shared_folder),
        (true, Route::MunicipalFile, words.municipal_file),
        (true, Route::Handover, words.handover),
        (true, Route::Archive, words.archive),
        (true, Route::Purge, words.purge),
        (false, Route::Journal, words.journal),
        (false, Route::Bin, words.bin),
        (false, Route::Erase, words.erase),
    ];
    let pages = pages.into_iter().filter(|(leading, ..)| leads || !leading);
    let links =
        pages.map(|(_, route, text)| el("li").child(el("a").attr("href", route.href()).text(text)));
    el("section")
        .child(h2(words.more_about_files))
        .child(el("ul").id("more-about-files").children(links))
}

/// Whether the browser has promised not to clear the answers; empty where it does not say.
fn promise(words: &'static Words) -> El {
    // A number, as the sections have: each type of signal is code of its own.
    let promised = RwSignal::new(0_u32);
    platform::spawn(async move {
        if let Some(yes) = platform::is_promised().await {
            promised.try_set(1 + u32::from(yes));
        }
    });
    el("p")
        .id("promise")
        .text_follows(move || match promised.get() {
            2 => words.promised.to_owned(),
            1 => words.not_promised.to_owned(),
            _ => String::new(),
        })
}

fn set_aside(runtime: Runtime, count: usize) -> El {
    let words = runtime.words();
    el("section")
        .class("card")
        .id("set-aside")
        .child(h2(words.data_set_aside))
        .child(p((words.data_set_aside_about)(count)))
        .child(el("p").child(button(
            Weight::Secondary,
            "save-set-aside",
            words.save_set_aside,
            move || {
                runtime.send(Msg::SaveSetAside);
            },
        )))
}
