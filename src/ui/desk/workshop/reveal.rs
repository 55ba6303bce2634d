//! The reveal: how the answers lie, in words, as a picture and as a table; then what the unit agrees on, and why.

use std::rc::Rc;

use leptos::prelude::*;

use super::stage::{Asked, texts};
use crate::app::Section;
use crate::app::desk::{WorkshopMsg, every_answer, workshop};
use crate::app::pictures::votes_distribution;
use crate::charts::Drawing;
use crate::domain::{
    Agreement, Facet, NotApplicable, Shown, State, Step, Voice, Votes, answer_of, note, text_of,
};
use crate::i18n::{WorkshopWords, decimal};
use crate::ui::chart;
use crate::ui::element::{El, el, value_of};
use crate::ui::parts::{Weight, button, field, h2, p, perhaps, quiet, tick};

/// What is on the screen after the reveal.
pub fn view(asked: &Asked) -> Vec<El> {
    let words = asked.room.words();
    let (picture, again) = (asked.clone(), asked.clone());
    let votes = Memo::new({
        let asked = asked.clone();
        move |_| (asked.followed(), agreed(&asked))
    });
    let last = asked.room.runtime.peek(|model| {
        let standing = workshop(model, &asked.room.set, &asked.room.unit);
        standing.is_none_or(|standing| {
            let others = standing.questions.iter();
            let others = others.filter(|(id, _)| *id != asked.question.id);
            others
                .filter(|(_, step)| !matches!(step, Some(Step::Done | Step::Parked)))
                .count()
                == 0
        })
    });
    let next = if last { words.finish } else { words.next };
    let onward = asked.clone();
    let next = button(Weight::Primary, "go-on", next, move || {
        onward.go(Some(Step::Done));
    });
    let recount = button(Weight::Tertiary, "recount", words.count_again, move || {
        again.go(Some(Step::Fingers));
    });
    let seen = el("div").class("seen").follows(move || {
        votes.get();
        spread(&picture).into_iter().map(Into::into).collect()
    });
    let noting = el("details")
        .class("ds-details noting")
        .child(el("summary").text(words.note))
        .child(text_field(asked, "note", words.note));
    let reason = text_field(asked, "reason", words.reason).class("field reason");
    vec![
        el("div")
            .class("revealed")
            .child(seen)
            .child(agree(asked))
            .child(reason)
            .child(noting),
        asked.steps(next, [recount]),
    ]
}

/// The words for the spread, the picture with its table, and what is beside the count.
fn spread(asked: &Asked) -> Vec<El> {
    let (room, words) = (&asked.room, asked.room.words());
    let found = room
        .runtime
        .peek(|model| votes_distribution(model, &room.set, &room.unit, &asked.question));
    let Some((picture, votes)) = found else {
        return Vec::new();
    };
    let verdict = el("p")
        .class("verdict")
        .id("verdict")
        .attr("role", "status")
        .text(verdict(words, &votes));
    let picture: Rc<dyn Drawing> = Rc::new(picture);
    let more = votes.levels.consensus().map(|value| {
        let value = decimal(value, room.runtime.peek(|model| model.device.language));
        el("details")
            .class("ds-details")
            .child(el("summary").text(words.more))
            .child(p((words.consensus)(&value)))
    });
    let lines = beside(words, &votes);
    let mut parts = vec![verdict];
    parts.extend((!lines.is_empty()).then(|| p(lines.join(" ")).id("lines")));
    parts.push(chart::card(room.runtime, "spread", &picture));
    parts.extend(more);
    parts
}

/// The words for the spread (DOMAIN.md §3.2 rule 9).
fn verdict(words: &WorkshopWords, votes: &Votes) -> &'static str {
    let [none, one, two] = words.few;
    match (votes.levels.agreement(), votes.levels.answers()) {
        (Some(Agreement::Agreed), _) => words.agreed,
        (Some(Agreement::Some), _) => words.some,
        (Some(Agreement::Discuss), _) => words.discuss,
        (None, 0) => none,
        (None, 1) => one,
        (None, _) => two,
    }
}

fn beside(words: &WorkshopWords, votes: &Votes) -> Vec<String> {
    let ends = votes.levels.ends().map(|(low, high)| {
        if low == high {
            (words.all_at)(low)
        } else {
            (words.from_to)(low, high)
        }
    });
    let counted = |count: u32, words: fn(u32) -> String| (count > 0).then(|| words(count));
    [
        ends.filter(|_| votes.levels.answers() > 1),
        counted(votes.dont_know, words.did_not_know),
        counted(votes.not_applicable, words.not_applicable),
        counted(votes.late, words.late),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What has been agreed on.
fn agreed(asked: &Asked) -> Option<State> {
    asked.room.runtime.read(&[Section::Answers], |model| {
        let (round, unit) = (model.round()?, &asked.room.unit);
        let id = &asked.question.id;
        let answer = answer_of(&model.document, &round, unit, id, &Voice::Together)?;
        Some(answer.state)
    })
}

fn agree(asked: &Asked) -> El {
    let words = asked.room.words();
    let levels = every_answer(&asked.question).into_iter();
    let levels = levels.filter_map(|shown| match shown {
        Shown::Level(level) => {
            let id = format!("agree-{level}");
            let text = texts(&asked.room, &asked.question, shown);
            Some(card(asked, "level", State::Level(level), id).child(text))
        }
        Shown::DontKnow => None,
    });
    let chip = |state, id: &str, text: &'static str| {
        card(asked, "chip", state, id.to_owned()).child(el("span").text(text))
    };
    let all = asked.room.runtime.words();
    let dont_know = chip(State::DontKnow, "agree-dont-know", all.dont_know);
    let no_matter = (asked.question.not_applicable != NotApplicable::No).then(|| {
        chip(
            State::NotApplicable,
            "agree-not-applicable",
            all.not_applicable,
        )
    });
    let followed = asked.clone();
    el("fieldset")
        .class("agree")
        .child(el("legend").child(h2(words.agree_on)))
        .child(el("div").class("levels").children(levels))
        .child(
            el("div")
                .class("chips")
                .child(dont_know)
                .children(no_matter),
        )
        .follows(move || {
            let none = agreed(&followed).is_none();
            perhaps(none.then(|| quiet(words.not_yet).id("not-yet")))
        })
}

fn card(asked: &Asked, class: &'static str, state: State, id: String) -> El {
    let (shown, checked, chosen) = (asked.clone(), asked.clone(), asked.clone());
    el("label")
        .attr_follows("class", move || {
            let is = agreed(&shown) == Some(state);
            Some(if is {
                format!("{class} chosen")
            } else {
                class.to_owned()
            })
        })
        .child(tick(
            "radio",
            id,
            "agreed",
            move || agreed(&checked) == Some(state),
            move |_| chosen.agree(Some(state)),
        ))
}

/// The reason or the note, kept while it is written.
fn text_field(asked: &Asked, id: &'static str, label: &'static str) -> El {
    let (shown, typed) = (asked.clone(), asked.clone());
    let runtime = asked.room.runtime;
    let is_reason = id == "reason";
    let control = el("textarea")
        .class("ds-input")
        .id(id)
        .attr("rows", "1")
        .attr("maxlength", "4000")
        .value(move || {
            runtime.read(&[Section::Undone], |model| {
                let (unit, id) = (&shown.room.unit, &shown.question.id);
                let document = &model.document;
                let round = model.round();
                let text = round.as_ref().and_then(|round| {
                    if is_reason {
                        let facet = Facet::Rationale;
                        text_of(document, round, unit, id, facet, &Voice::Together)
                    } else {
                        note(document, round, unit, id)
                    }
                });
                text.unwrap_or_default().to_owned()
            })
        })
        .on("input", move |event| {
            let (_, unit, id) = typed.place();
            let text = value_of(&event);
            let msg = if is_reason {
                WorkshopMsg::Reason(unit, id, text)
            } else {
                WorkshopMsg::Note(unit, id, text)
            };
            runtime.typed(crate::app::DeskMsg::Workshop(msg).into());
        })
        .on("blur", move |_| runtime.flush());
    field(id, label, None, control)
}
