//! Where a page of the desk was asked for, until its program has taken over, or why it does not.

use leptos::prelude::*;

use super::element::{El, el};
use super::parts::{Weight, button, p, page};
use super::runtime::Runtime;
use crate::app::{Msg, Section};

/// The page meanwhile.
pub fn view(runtime: Runtime) -> AnyView {
    page(runtime.words().data)
        .follows(move || vec![state(runtime).into()])
        .into()
}

fn state(runtime: Runtime) -> El {
    let words = runtime.words();
    let (missing, kept) = runtime.read(&[Section::Storage], |model| {
        (model.desk_missing, model.saves.state().is_kept())
    });
    let (text, gesture) = match (kept, missing) {
        (false, _) => (
            words.desk_unsaved,
            Some(button(
                Weight::Primary,
                "save-file",
                words.save_answers_as_file,
                move || {
                    runtime.send(Msg::SaveFile);
                },
            )),
        ),
        (true, true) => (
            words.desk_missing,
            Some(button(
                Weight::Primary,
                "try-desk",
                words.desk_try_again,
                move || {
                    let here = runtime.peek(|model| model.route.clone());
                    runtime.send(Msg::Arrived(here));
                },
            )),
        ),
        (true, false) => (words.desk_opening, None),
    };
    el("div")
        .child(p(text).class("lead").attr("role", "status"))
        .children(gesture.map(|gesture| el("p").child(gesture)))
}
