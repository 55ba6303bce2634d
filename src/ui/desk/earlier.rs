//! *Tidigare svar*: what was said to one question before, and a way to put it back.

use leptos::prelude::*;

use super::super::element::el;
use super::super::parts::{h2, heading, p, perhaps, quiet};
use super::super::runtime::Runtime;
use super::said::{WATCHED, asked, erasing, list, look};
use crate::app::desk::History;
use crate::app::desk::history::{Earlier, earlier_answers, present_answers};
use crate::app::{Place, Route};
use crate::domain::{QuestionId, UnitId};

/// The page.
pub fn view(runtime: Runtime, unit: UnitId, question: QuestionId) -> AnyView {
    look(runtime);
    let words = runtime.words();
    let own = &words.desk().history;
    let name = runtime.peek(|model| model.unit_name(&unit));
    let (of, at) = (question.clone(), unit.clone());
    let title = move || {
        let found = runtime.read(WATCHED, |model| asked(model, &of));
        let back = found.as_ref().map(|(set, _)| {
            let place = Place {
                set: set.id.clone(),
                unit: at.clone(),
                question: Some(of.clone()),
            };
            el("a")
                .id("to-question")
                .attr("href", Route::Answer(Some(place)).href())
                .text(own.to_question)
        });
        let text = found.map_or_else(|| own.unknown_question.to_owned(), |(_, text)| text);
        let quoted = p(text).class("lead").id("asked");
        perhaps(Some(el("div").child(quoted).child(p("").children(back))))
    };
    let (now_unit, now_question) = (unit.clone(), question.clone());
    let now = move || {
        let said = runtime.read(WATCHED, |model| {
            present_answers(model, &now_unit, &now_question)
        });
        if said.is_empty() {
            return perhaps(Some(p(own.nothing_now)));
        }
        perhaps(Some(list(runtime, alone(said), false)))
    };
    let before = move || {
        let (history, said) = runtime.read(WATCHED, |model| {
            let readable = match model.desk.history {
                History::Unread => None,
                History::Unreadable => Some(false),
                History::Here(_) => Some(true),
            };
            (readable, earlier_answers(model, &unit, &question))
        });
        perhaps(match history {
            None => None,
            Some(false) => Some(p(own.unreadable)),
            Some(true) if said.is_empty() => Some(p(own.none)),
            Some(true) => Some(list(runtime, alone(said), true)),
        })
    };
    el("article")
        .class("page narrow")
        .child(heading(words.earlier_answers))
        .follows(title)
        .child(p((own.lead)(&name)))
        .child(el("section").id("now").child(h2(own.now)).follows(now))
        .child(
            el("section")
                .id("before")
                .child(h2(own.before))
                .follows(before),
        )
        .child(quiet(own.kept_about))
        .child(erasing(
            runtime,
            "erase-earlier",
            own.erase,
            own.erase_about,
        ))
        .into()
}

fn alone(said: Vec<Earlier>) -> Vec<(Option<String>, Earlier)> {
    said.into_iter().map(|said| (None, said)).collect()
}
