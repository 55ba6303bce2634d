//! Planning the round: its name, its last day, and what it asks.

use std::sync::Arc;

use crate::app::{DeskMsg, Planned, Section};
use crate::domain::{
    Area, Document, LeftOut, QuestionSet, RoundId, Scope, asks_area, asks_question, asks_set, due,
    round_name,
};
use crate::i18n::Words;
use crate::ui::element::{El, el, ticked, value_of};
use crate::ui::parts::{choice, field, h2, input, quiet};
use crate::ui::runtime::Runtime;

const WATCHED: &[Section] = &[Section::Answers, Section::Units];

/// The plan, folded together until it is wanted.
pub fn view(runtime: Runtime, sets: &[Arc<QuestionSet>]) -> El {
    let words = runtime.words();
    let name = input("round-name")
        .value(move || shown(runtime, round_name))
        .on("change", move |event| {
            runtime.send(DeskMsg::Plan(Planned::Name(value_of(&event))));
        });
    let last_day = input("round-due")
        .attr("type", "date")
        .value(move || {
            shown(runtime, |document, round| {
                due(document, round).unwrap_or_default().to_owned()
            })
        })
        .on("change", move |event| {
            runtime.send(DeskMsg::Plan(Planned::Due(value_of(&event))));
        });
    el("details")
        .class("card")
        .id("plan")
        .child(el("summary").text(words.desk().round.plan))
        .child(
            el("div")
                .child(field("round-name", words.round_name, None, name))
                .child(field("round-due", words.desk().round.due, None, last_day))
                .child(h2(words.desk().round.asks))
                .child(quiet(words.desk().round.asks_about))
                .children(sets.iter().map(|set| one(runtime, words, set))),
        )
}

/// What a field about the round shows: what stands in the document when the page is drawn, and when something is undone.
fn shown(runtime: Runtime, read: fn(&Document, &RoundId) -> String) -> String {
    runtime.read(&[Section::Undone], |model| {
        let round = model.round();
        round.map_or_else(String::new, |round| read(&model.document, &round))
    })
}

/// A set with its areas and their questions, each with a tick.
fn one(runtime: Runtime, words: &'static Words, set: &Arc<QuestionSet>) -> El {
    let (watched, asked) = (set.id.clone(), set.id.clone());
    let tick = choice(
        "checkbox",
        format!("ask-{}", set.id),
        "ask-set",
        move || {
            runtime.read(WATCHED, |model| {
                model
                    .round()
                    .is_none_or(|round| asks_set(&model.document, &round, &watched))
            })
        },
        move |event| {
            let planned = Planned::Set(asked.clone(), ticked(&event));
            runtime.send(DeskMsg::Plan(planned));
        },
    );
    let areas = set.areas.iter().map(|area| {
        let what = LeftOut::Area(set.id.clone(), area.id.clone());
        let (of, id) = (set.id.clone(), area.id.clone());
        let head = row(
            runtime,
            format!("ask-{}", area.id),
            what,
            &area.title,
            move |model| {
                model
                    .round()
                    .is_none_or(|round| asks_area(&model.document, &round, &of, &id))
            },
        );
        let questions = area.questions.iter().map(|question| {
            let id = question.id.clone();
            let what = LeftOut::Question(id.clone());
            el("li").child(row(
                runtime,
                format!("ask-{id}"),
                what,
                &question.text,
                move |model| {
                    model
                        .round()
                        .is_none_or(|round| asks_question(&model.document, &round, &id))
                },
            ))
        });
        el("li").child(head).child(
            el("details")
                .child(el("summary").text((words.questions)(area.questions.len())))
                .child(el("ul").children(questions)),
        )
    });
    let load_of = Arc::clone(set);
    el("section")
        .class("ask")
        .child(tick.child(el("span").text(set.title.clone())))
        .child(quiet("").text_follows(move || load(runtime, words, &load_of)))
        .child(el("ul").children(areas))
}

fn row(
    runtime: Runtime,
    id: String,
    what: LeftOut,
    title: &str,
    asks: impl Fn(&crate::app::Model) -> bool + Send + 'static,
) -> El {
    choice(
        "checkbox",
        id,
        "ask",
        move || runtime.read(WATCHED, &asks),
        move |event| runtime.send(DeskMsg::Ask(what.clone(), ticked(&event))),
    )
    .child(el("span").text(title.to_owned()))
}

/// How many questions a förvaltning gets of a set, and how long that takes.
fn load(runtime: Runtime, words: &Words, set: &QuestionSet) -> String {
    let questions = runtime.read(WATCHED, |model| {
        let Some(round) = model.round() else {
            return all(set).count();
        };
        if !asks_set(&model.document, &round, &set.id) {
            return 0;
        }
        all(set)
            .filter(|(area, question)| {
                asks_area(&model.document, &round, &set.id, &area.id)
                    && asks_question(&model.document, &round, &question.id)
            })
            .count()
    });
    (words.desk().round.load)(questions, questions * usize::from(set.minutes_per_question))
}

fn all(set: &QuestionSet) -> impl Iterator<Item = (&Area, &crate::domain::Question)> {
    set.areas
        .iter()
        .flat_map(|area| area.questions.iter().map(move |question| (area, question)))
        .filter(|(_, question)| matches!(question.scope, Scope::F | Scope::Owner))
}
