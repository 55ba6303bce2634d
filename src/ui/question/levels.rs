//! The level cards: whole surfaces with a real radio button inside, and *vet ej* and *ej relevant* in the same group.

use leptos::prelude::*;

use super::super::element::{El, el};
use super::super::parts::{Weight, button, perhaps, tick};
use super::Asked;
use crate::app::Msg;
use crate::domain::{DontKnow, NotApplicable, RollUp, State};
use crate::platform::{self, Listener};

/// The cards of a question.
pub fn view(asked: &Asked) -> Option<[El; 2]> {
    let words = asked.runtime.words();
    let (_, question) = asked.question()?;
    let cards = asked
        .set
        .scale
        .iter()
        .zip(&question.levels)
        .map(|(level, text)| {
            let title = match asked.set.roll_up {
                RollUp::MeanOfAreas => format!("{} {}", level.value, level.name),
                RollUp::Fulfilment => level.name.clone(),
            };
            let body = el("span")
                .child(el("b").text(title))
                .text(" ")
                .child(el("span").class("behaviour").text(text.clone()));
            surface(
                asked,
                "level",
                State::Level(level.value),
                format!("level-{}", level.value),
            )
            .child(body)
        });
    let chip = |state, id: &str, text| {
        surface(asked, "chip", state, id.to_owned()).child(el("span").text(text))
    };
    let dont_know = (question.dont_know == DontKnow::Allowed)
        .then(|| chip(State::DontKnow, "dont-know", words.dont_know));
    let not_applicable = (question.not_applicable != NotApplicable::No)
        .then(|| chip(State::NotApplicable, "not-applicable", words.not_applicable));
    let (more, cleared) = (asked.clone(), asked.clone());
    let (first, second) = (asked.clone(), asked.clone());
    let not_ours = Memo::new(move |_| first.state().state == Some(State::NotOurArea));
    let is_answered = Memo::new(move |_| second.state().state.is_some());
    let chips = el("div")
        .class("chips")
        .children(dont_know)
        .children(not_applicable)
        .follows(move || {
            perhaps(not_ours.get().then(|| {
                let id = "not-our-area".to_owned();
                surface(&more, "chip", State::NotOurArea, id)
                    .child(el("span").text(words.not_our_area))
            }))
        })
        .follows(move || perhaps(is_answered.get().then(|| clear(&cleared))));
    Some([el("div").class("levels").children(cards), chips])
}

fn surface(asked: &Asked, class: &'static str, state: State, id: String) -> El {
    let (shown, checked, chosen) = (asked.clone(), asked.clone(), asked.clone());
    let settled = asked.clone();
    el("label")
        .on("click", move |_| {
            // The answer that is shown is chosen already and does not change by a click, but it can be what holds.
            let now = settled.state_now();
            if now.state == Some(state) && !now.others.is_empty() {
                settled.choose(state);
            }
        })
        .attr_follows("class", move || {
            let chosen = shown.state().state == Some(state);
            Some(if chosen {
                format!("{class} chosen")
            } else {
                class.to_owned()
            })
        })
        .child(tick(
            "radio",
            id,
            "answer",
            move || checked.state().state == Some(state),
            move |_| chosen.choose(state),
        ))
}

fn clear(asked: &Asked) -> El {
    let words = asked.runtime.words();
    let asked = asked.clone();
    button(Weight::Tertiary, "clear", words.clear, move || {
        asked
            .runtime
            .send(Msg::Clear(asked.unit.clone(), asked.question.clone()));
        platform::focus("question");
    })
}

/// The keys 1–9 choose a level, unless one is typing or has turned them off.
pub fn digit_keys(asked: &Asked) -> Option<Listener> {
    if !asked.runtime.peek(|model| model.device.digit_keys) {
        return None;
    }
    let asked = asked.clone();
    platform::on_keys(move |key| {
        let level = key
            .parse::<u8>()
            .ok()
            .filter(|level| (1..=asked.set.top()).contains(level));
        match level {
            Some(level) if !platform::is_typing() => {
                asked.choose(State::Level(level));
                platform::focus(&format!("level-{level}"));
                true
            }
            _ => false,
        }
    })
}
