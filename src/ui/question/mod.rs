//! Answering one question: where one is, the level cards, why, and on to the next.

mod areas;
mod beside;
mod levels;

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::runtime::Runtime;
use crate::app::{Msg, Place, QuestionState, Route, Section, SetError, Sets, next_open, question_state};
use crate::domain::{Area, Question, QuestionId, QuestionSet, State, UnitId, UnitKind};
use crate::platform;

/// One question on the page, with what every part of it needs.
#[derive(Clone)]
struct Asked {
    runtime: Runtime,
    set: Arc<QuestionSet>,
    unit: UnitId,
    question: QuestionId,
    state: Memo<QuestionState>,
}

impl Asked {
    fn question(&self) -> Option<(&Area, &Question)> {
        self.set.question(&self.question)
    }

    fn choose(&self, state: State) {
        self.runtime.send(Msg::Choose(
            self.set.id.clone(),
            self.unit.clone(),
            self.question.clone(),
            state,
        ));
    }

    fn go(&self, question: &QuestionId) {
        self.runtime.flush();
        platform::go(&href(&self.set, &self.unit, question));
    }
}

fn href(set: &QuestionSet, unit: &UnitId, question: &QuestionId) -> String {
    Route::Answer(Some(Place {
        set: set.id.clone(),
        unit: unit.clone(),
        question: Some(question.clone()),
    }))
    .href()
}

/// The page of a place: its question, or the next open one where none is named.
pub fn view(runtime: Runtime, place: Place) -> impl IntoView {
    move || {
        let state = runtime.read(&[Section::Sets], |model| model.sets.get(&place.set).cloned());
        let set = match state {
            Some(Sets::Ready(set)) => set,
            other => return waiting(runtime, other.as_ref()).into_any(),
        };
        // Who answers is asked before anything can be answered, also of one who came by a link.
        if runtime.peek(|model| model.device.answers.is_none()) {
            return super::begin::view(runtime).into_any();
        }
        let question = place.question.clone().or_else(|| first(runtime, &set, &place.unit));
        match question.filter(|id| set.question(id).is_some()) {
            Some(question) => page(runtime, &set, place.unit.clone(), question).into_any(),
            None => view! {
                <article class="page narrow">
                    <h1 tabindex="-1">{runtime.words().no_such_question}</h1>
                    <p><a class="ds-button" href=Route::Answer(None).href()>{runtime.words().answer}</a></p>
                </article>
            }
            .into_any(),
        }
    }
}

/// The next open question, or the first where all are done.
fn first(runtime: Runtime, set: &QuestionSet, unit: &UnitId) -> Option<QuestionId> {
    runtime
        .peek(|model| next_open(model, set, unit, None))
        .or_else(|| order(set, unit).first().cloned())
}

fn order(set: &QuestionSet, unit: &UnitId) -> Vec<QuestionId> {
    set.asked(UnitKind::of(unit))
        .flat_map(|(_, questions)| questions)
        .map(|question| question.id.clone())
        .collect()
}

/// What is shown while a set is on its way, or cannot be used.
pub fn waiting(runtime: Runtime, state: Option<&Sets>) -> impl IntoView + use<> {
    let words = runtime.words();
    let text = match state {
        Some(Sets::Failed(SetError::Unreachable)) => words.set_unreachable,
        Some(Sets::Failed(SetError::Damaged)) => words.set_damaged,
        _ => words.set_loading,
    };
    view! {
        <article class="page narrow">
            <h1 tabindex="-1">{words.answer}</h1>
            <p class="lead" role="status">{text}</p>
        </article>
    }
}

fn page(runtime: Runtime, set: &Arc<QuestionSet>, unit: UnitId, question: QuestionId) -> impl IntoView + use<> {
    let state = Memo::new({
        let (set, unit, question) = (Arc::clone(set), unit.clone(), question.clone());
        move |_| {
            runtime.read(&[Section::Answers, Section::Device], |model| {
                set.question(&question)
                    .map(|(_, asked)| question_state(model, &unit, asked))
                    .unwrap_or_default()
            })
        }
    });
    let asked = Asked {
        runtime,
        set: Arc::clone(set),
        unit,
        question,
        state,
    };
    view! {
        <div class="page answering">
            {areas::view(&asked)}
            {main(asked)}
        </div>
    }
}

fn main(asked: Asked) -> Option<AnyView> {
    let words = asked.runtime.words();
    let (area, question) = asked.question()?;
    let in_area: Vec<&Question> = area.asked(UnitKind::of(&asked.unit)).collect();
    let place = in_area.iter().position(|q| q.id == question.id).map_or(0, |at| at + 1);
    let eyebrow = format!("{} · {}", area.title, (words.question_of)(place, in_area.len()));
    let text = question.text.clone();
    let keys = StoredValue::new_local(levels::digit_keys(&asked));
    let submit = {
        let asked = asked.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            forward(&asked);
        }
    };
    on_cleanup(move || keys.dispose());
    let view = view! {
        <form class="question" on:submit=submit>
            <fieldset>
                <legend>
                    <span class="eyebrow">{eyebrow}</span>
                    <h1 tabindex="-1" id="question">{text}</h1>
                </legend>
                {beside::other_answers(&asked)}
                {levels::view(&asked)}
            </fieldset>
            {beside::view(&asked)}
            {steps(&asked)}
        </form>
    };
    Some(view.into_any())
}

/// On to the next question in order, past the last one to what is still open, and then to the result.
fn forward(asked: &Asked) {
    asked.runtime.flush();
    if asked.state.with_untracked(|state| state.lacks_reason) {
        platform::focus("rationale");
        return;
    }
    let order = order(&asked.set, &asked.unit);
    let here = order.iter().position(|id| *id == asked.question);
    let next = here.and_then(|place| order.get(place + 1));
    match next {
        Some(next) => asked.go(next),
        None => to_open_or_result(asked),
    }
}

fn to_open_or_result(asked: &Asked) {
    asked.runtime.flush();
    let open = asked.runtime.peek(|model| {
        next_open(model, &asked.set, &asked.unit, Some(&asked.question)).filter(|id| *id != asked.question)
    });
    match open {
        Some(open) => asked.go(&open),
        None => platform::go(&Route::Result(Some((asked.set.id.clone(), asked.unit.clone()))).href()),
    }
}

fn steps(asked: &Asked) -> impl IntoView + use<> {
    let words = asked.runtime.words();
    let order = order(&asked.set, &asked.unit);
    let here = order.iter().position(|id| *id == asked.question).unwrap_or(0);
    let back = here.checked_sub(1).and_then(|place| order.get(place)).cloned();
    let last = here + 1 >= order.len();
    let back = back.map(|id| {
        let href = href(&asked.set, &asked.unit, &id);
        view! { <a class="ds-button" data-variant="secondary" id="back" href=href>{words.previous}</a> }
    });
    let skip = {
        let asked = asked.clone();
        move |_| to_open_or_result(&asked)
    };
    let rest = {
        let asked = asked.clone();
        Memo::new(move |_| {
            asked.runtime.read(&[Section::Answers], |model| {
                next_open(model, &asked.set, &asked.unit, Some(&asked.question))
                    .filter(|id| *id != asked.question)
                    .is_some()
            })
        })
    };
    let top = asked.set.top();
    let digits = asked.runtime.peek(|model| model.device.digit_keys);
    view! {
        <div class="steps">
            <button class="ds-button" id="next" type="submit">
                {move || if last && !rest.get() { words.see_result } else { words.next_question }}
            </button>
            {back}
            {move || rest.get().then({
                let skip = skip.clone();
                move || view! {
                    <button class="ds-button" data-variant="tertiary" id="next-open" type="button" on:click=skip>
                        {words.next_open}
                    </button>
                }
            })}
            {digits.then(|| view! { <span class="quiet keys">{(words.digit_hint)(top)}</span> })}
        </div>
    }
}
