//! What stands beside an answer: why, underlag, doubts, and another answer made apart from this one.

use leptos::prelude::*;

use super::Asked;
use crate::app::Msg;
use crate::domain::{Facet, State};

/// The rationale (the reason, for *ej relevant*), and more behind a disclosure.
pub fn view(asked: &Asked) -> Option<AnyView> {
    let words = asked.runtime.words();
    let (_, question) = asked.question()?;
    let (why, evidence_hint) = (question.why.clone(), question.evidence.clone());
    let start = asked.state.get_untracked();
    let state = asked.state;
    let not_applicable = move || state.with(|state| state.state == Some(State::NotApplicable));
    let lacks_reason = move || state.with(|state| state.lacks_reason);
    let unsure = {
        let asked = asked.clone();
        move |event| {
            asked.runtime.send(Msg::Unsure(
                asked.unit.clone(),
                asked.question.clone(),
                event_target_checked(&event),
            ));
        }
    };
    let view = view! {
        <div class="field">
            <label for="rationale">
                {move || if not_applicable() { words.reason_label } else { words.why_label }}
                {move || (!not_applicable()).then(|| view! { " " <span class="quiet">{words.optional}</span> })}
            </label>
            {move || not_applicable().then(|| view! { <p class="hint" id="reason-hint">{words.reason_hint}</p> })}
            {text_area(asked, "rationale", Facet::Rationale, start.rationale)}
            <p class="missing" id="reason-missing" aria-live="polite">
                {move || lacks_reason().then_some(words.reason_missing)}
            </p>
        </div>
        <details class="ds-details more">
            <summary>{words.more}</summary>
            <div>
                <p><strong>{words.why_asked}</strong> " " {why}</p>
                <div class="field">
                    <label for="evidence">{words.evidence_label}</label>
                    <p class="hint" id="evidence-hint">{evidence_hint}</p>
                    {text_area(asked, "evidence", Facet::Evidence, start.evidence)}
                </div>
                <label class="choice">
                    <input class="ds-input" type="checkbox" id="unsure"
                        prop:checked=move || state.with(|state| state.unsure) on:change=unsure />
                    <span>{words.unsure}</span>
                </label>
            </div>
        </details>
    };
    Some(view.into_any())
}

fn text_area(asked: &Asked, id: &'static str, facet: Facet, text: String) -> impl IntoView + use<> {
    let state = asked.state;
    let runtime = asked.runtime;
    let asked = asked.clone();
    let described = move || match facet {
        Facet::Rationale if state.with(|state| state.lacks_reason) => Some("reason-hint reason-missing"),
        Facet::Evidence => Some("evidence-hint"),
        _ => None,
    };
    view! {
        <textarea class="ds-input" id=id rows="1" maxlength="4000"
            aria-describedby=described
            aria-invalid=move || (facet == Facet::Rationale && state.with(|state| state.lacks_reason)).then_some("true")
            prop:value=text
            on:input=move |event| runtime.typed(Msg::Write(
                asked.unit.clone(),
                asked.question.clone(),
                facet,
                event_target_value(&event),
            ))
            on:blur=move |_| runtime.flush()></textarea>
    }
}

/// *Två olika svar*, where two devices have answered apart; choosing any card settles it.
pub fn other_answers(asked: &Asked) -> impl IntoView + use<> {
    let words = asked.runtime.words();
    let state = asked.state;
    let asked = asked.clone();
    move || {
        let others = state.with(|state| state.others.clone());
        (!others.is_empty()).then(|| {
            let names: Vec<String> = others.iter().map(|other| name_of(&asked, *other)).collect();
            view! {
                <p class="ds-alert" data-color="warning" id="two-answers">{(words.two_answers)(&names.join(", "))}</p>
            }
        })
    }
}

fn name_of(asked: &Asked, state: State) -> String {
    let words = asked.runtime.words();
    match state {
        State::Level(level) => {
            let name = asked.set.scale.iter().find(|step| step.value == level);
            (words.level_named)(level, name.map_or("", |step| &step.name))
        }
        State::DontKnow => words.dont_know.to_lowercase(),
        State::NotApplicable => words.not_applicable.to_lowercase(),
        State::NotOurArea => words.not_our_area.to_lowercase(),
    }
}
