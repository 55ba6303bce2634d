//! What stands beside an answer: why, underlag, doubts, and another answer made apart from this one.

use leptos::prelude::*;

use super::super::element::{El, el, ticked, value_of};
use super::super::parts::{Weight, button, choice, p, perhaps};
use super::Asked;
use crate::app::{Msg, Route, Section};
use crate::domain::{Address, Facet, PersonField, QuestionSet, RollUp, State};
use crate::i18n::Words;

/// The rationale (the reason, for *ej relevant*), and more behind a disclosure.
pub fn view(asked: &Asked) -> Option<[El; 2]> {
    let words = asked.runtime.words();
    let (_, question) = asked.question()?;
    let (first, second) = (asked.clone(), asked.clone());
    let not_applicable = Memo::new(move |_| first.state().state == Some(State::NotApplicable));
    let lacks_reason = Memo::new(move |_| second.state().lacks_reason);
    let why = el("div")
        .class("field")
        .child(el("label").attr("for", "rationale").follows(move || {
            if not_applicable.get() {
                return vec![el("span").text(words.reason_label).into()];
            }
            let voluntary = el("span")
                .class("quiet")
                .text(format!(" {}", words.optional));
            vec![el("span").text(words.why_label).into(), voluntary.into()]
        }))
        .follows(move || {
            perhaps(not_applicable.get().then(|| {
                el("p")
                    .class("hint")
                    .id("reason-hint")
                    .text(words.reason_hint)
            }))
        })
        .child(
            text_area(asked, "rationale", Facet::Rationale)
                .attr_follows("aria-describedby", move || {
                    lacks_reason
                        .get()
                        .then(|| "reason-hint reason-missing".to_owned())
                })
                .attr_follows("aria-invalid", move || {
                    lacks_reason.get().then(|| "true".to_owned())
                }),
        )
        .child(
            el("p")
                .class("missing")
                .id("reason-missing")
                .attr("aria-live", "polite")
                .text_follows(move || {
                    let missing = lacks_reason.get();
                    if missing {
                        words.reason_missing.to_owned()
                    } else {
                        String::new()
                    }
                }),
        );
    let (shown, marked) = (asked.clone(), asked.clone());
    let unsure = choice(
        "checkbox",
        "unsure",
        "unsure",
        move || shown.state().unsure,
        move |event| {
            let (unit, question) = (marked.unit.clone(), marked.question.clone());
            marked
                .runtime
                .send(Msg::Unsure(unit, question, ticked(&event)));
        },
    );
    let evidence =
        text_area(asked, "evidence", Facet::Evidence).attr("aria-describedby", "evidence-hint");
    let evidence = el("div")
        .class("field")
        .child(
            el("label")
                .attr("for", "evidence")
                .text(words.evidence_label),
        )
        .child(
            el("p")
                .class("hint")
                .id("evidence-hint")
                .text(question.evidence.clone()),
        )
        .child(evidence);
    let asked_because = el("p")
        .child(el("strong").text(words.why_asked))
        .text(format!(" {}", question.why));
    let earlier = Route::Earlier(asked.unit.clone(), asked.question.clone());
    let earlier = el("a")
        .id("earlier")
        .attr("href", earlier.href())
        .text(words.earlier_answers);
    let more = el("details")
        .class("ds-details more")
        .child(el("summary").text(words.more))
        .child(
            el("div")
                .child(asked_because)
                .child(evidence)
                .child(need(asked))
                .child(unsure.child(el("span").text(words.unsure)))
                .child(p("").child(earlier)),
        );
    Some([why, more])
}

/// *Vad behöver ni?*
fn need(asked: &Asked) -> El {
    let label = asked.runtime.words().need_label;
    el("div")
        .class("field")
        .child(el("label").attr("for", "need").text(label))
        .child(text_area(asked, "need", Facet::Need))
}

fn text_area(asked: &Asked, id: &'static str, facet: Facet) -> El {
    let runtime = asked.runtime;
    let (asked, shown) = (asked.clone(), asked.clone());
    el("textarea")
        .class("ds-input")
        .id(id)
        .attr("rows", "1")
        .attr("maxlength", "4000")
        .value(move || {
            let state = runtime.read(&[Section::Undone], |model| shown.state_in(model));
            match facet {
                Facet::Evidence => state.evidence,
                Facet::Need => state.need,
                _ => state.rationale,
            }
        })
        .on("input", move |event| {
            let (unit, question) = (asked.unit.clone(), asked.question.clone());
            runtime.typed(Msg::Write(unit, question, facet, value_of(&event)));
        })
        .on("blur", move |_| runtime.flush())
}

/// *Två olika svar*, where two devices have answered apart; choosing any card settles it.
pub fn other_answers(asked: &Asked) -> Option<El> {
    let words = asked.runtime.words();
    let others = asked.state().others;
    let names: Vec<String> = others.iter().map(|other| name_of(asked, *other)).collect();
    (!names.is_empty()).then(|| {
        el("p")
            .class("ds-alert")
            .attr("data-color", "warning")
            .id("two-answers")
            .text((words.two_answers)(&names.join(", ")))
    })
}

fn name_of(asked: &Asked, state: State) -> String {
    named(asked.runtime.words(), &asked.set, state)
}

/// An answer in words, by the scale of its set.
pub fn named(words: &Words, set: &QuestionSet, state: State) -> String {
    match state {
        State::Level(level) => {
            let step = set.scale.iter().find(|step| step.value == level);
            let name = step.map_or("", |step| step.name.as_str());
            match set.roll_up {
                RollUp::MeanOfAreas => (words.level_named)(level, name),
                RollUp::Fulfilment => format!("”{name}”"),
            }
        }
        State::DontKnow => format!("”{}”", words.dont_know),
        State::NotApplicable => format!("”{}”", words.not_applicable),
        State::NotOurArea => format!("”{}”", words.not_our_area),
    }
}

/// What colleagues propose, with a way to take it over.
pub fn proposals(asked: &Asked) -> Vec<El> {
    let words = asked.runtime.words();
    let found = asked.runtime.read(&[Section::Answers], |model| {
        let Some(round) = model.round() else {
            return Vec::new();
        };
        if model.device.area.is_some() {
            return Vec::new(); // who proposes is not shown the proposal
        }
        let all = crate::domain::proposals(&model.document, &round, &asked.unit, &asked.question);
        all.into_iter()
            .map(|(person, state)| {
                let role = Address::Person(person.clone(), PersonField::Role);
                let role = model.document.text(&role).unwrap_or_default().to_owned();
                (person, role, state)
            })
            .collect::<Vec<_>>()
    });
    let rows = found.into_iter().map(|(person, role, state)| {
        let answer = name_of(asked, state);
        let (set, unit, question) = (
            asked.set.id.clone(),
            asked.unit.clone(),
            asked.question.clone(),
        );
        let (runtime, id) = (asked.runtime, format!("take-{person}"));
        let take = button(Weight::Tertiary, id, words.take_proposal, move || {
            runtime.send(Msg::TakeProposal(
                set.clone(),
                unit.clone(),
                question.clone(),
                person.clone(),
            ));
        });
        p((words.proposed)(&role, &answer))
            .class("proposal")
            .child(take)
    });
    rows.collect()
}
