//! The level cards: whole surfaces with a real radio button inside, and *vet ej* and *ej relevant* in the same group.

use leptos::prelude::*;

use super::Asked;
use crate::domain::{DontKnow, NotApplicable, State};
use crate::platform::{self, Listener};

/// The cards of a question.
pub fn view(asked: &Asked) -> Option<AnyView> {
    let words = asked.runtime.words();
    let (_, question) = asked.question()?;
    let cards = asked
        .set
        .scale
        .iter()
        .zip(&question.levels)
        .map(|(level, text)| {
            let title = format!("{} {}", level.value, level.name);
            card(asked, State::Level(level.value), title, text.clone())
        })
        .collect_view();
    let dont_know = (question.dont_know == DontKnow::Allowed)
        .then(|| chip(asked, State::DontKnow, "dont-know", words.dont_know));
    let not_applicable = (question.not_applicable != NotApplicable::No)
        .then(|| chip(asked, State::NotApplicable, "not-applicable", words.not_applicable));
    let not_ours = {
        let state = asked.state;
        let asked = asked.clone();
        move || {
            (state.with(|state| state.state == Some(State::NotOurArea)))
                .then(|| chip(&asked, State::NotOurArea, "not-our-area", words.not_our_area))
        }
    };
    let view = view! {
        <div class="levels">{cards}</div>
        <div class="chips">{dont_know} {not_applicable} {not_ours} {clear(asked)}</div>
    };
    Some(view.into_any())
}

fn radio(asked: &Asked, state: State, id: String) -> impl IntoView + use<> {
    let current = asked.state;
    let asked = asked.clone();
    view! {
        <input class="ds-input" type="radio" name="answer" id=id
            prop:checked=move || current.with(|now| now.state == Some(state))
            on:change=move |_| asked.choose(state) />
    }
}

fn card(asked: &Asked, state: State, title: String, text: String) -> impl IntoView + use<> {
    let current = asked.state;
    let id = match state {
        State::Level(level) => format!("level-{level}"),
        _ => String::new(),
    };
    view! {
        <label class="level" class:chosen=move || current.with(|now| now.state == Some(state))>
            {radio(asked, state, id)}
            <span><b>{title}</b> " " <span class="behaviour">{text}</span></span>
        </label>
    }
}

fn chip(asked: &Asked, state: State, id: &'static str, text: &'static str) -> impl IntoView + use<> {
    let current = asked.state;
    view! {
        <label class="chip" class:chosen=move || current.with(|now| now.state == Some(state))>
            {radio(asked, state, id.to_owned())}
            <span>{text}</span>
        </label>
    }
}

fn clear(asked: &Asked) -> impl IntoView + use<> {
    let words = asked.runtime.words();
    let state = asked.state;
    let asked = asked.clone();
    move || {
        state.with(|state| state.state.is_some()).then(|| {
            let asked = asked.clone();
            view! {
                <button class="ds-button" data-variant="tertiary" data-size="sm" id="clear" type="button"
                    on:click=move |_| {
                        asked.runtime.send(crate::app::Msg::Clear(asked.unit.clone(), asked.question.clone()));
                        platform::focus("question");
                    }>
                    {words.clear}
                </button>
            }
        })
    }
}

/// The keys 1–9 choose a level, unless one is typing or has turned them off.
pub fn digit_keys(asked: &Asked) -> Option<Listener> {
    if !asked.runtime.peek(|model| model.device.digit_keys) {
        return None;
    }
    let asked = asked.clone();
    platform::on_keys(move |key| {
        let level = key.parse::<u8>().ok().filter(|level| (1..=asked.set.top()).contains(level));
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
