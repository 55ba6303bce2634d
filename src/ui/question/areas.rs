//! Where one is: the areas with how far each has come, who answers, and *inte vårt område*.

use leptos::prelude::*;

use super::{Asked, href};
use crate::app::{AreaProgress, Msg, Route, Section, progress};
use crate::domain::{Address, PersonField, Voice};
use crate::i18n::Words;

/// The column beside the question.
pub fn view(asked: &Asked) -> impl IntoView + use<> {
    let words = asked.runtime.words();
    let runtime = asked.runtime;
    let (title, unit) = runtime.peek(|model| (asked.set.title.clone(), model.unit_name(&asked.unit)));
    let far = {
        let (set, unit) = (std::sync::Arc::clone(&asked.set), asked.unit.clone());
        Memo::new(move |_| {
            runtime.read(&[Section::Answers, Section::Device], |model| progress(model, &set, &unit))
        })
    };
    let minutes = usize::from(asked.set.minutes_per_question);
    let line = move || {
        far.with(|far| {
            if far.done == far.asked {
                words.all_done.to_owned()
            } else {
                let counted = (words.n_of_m)(far.done, far.asked);
                let left = (words.minutes_left)((far.asked - far.done) * minutes);
                format!("{counted} · {left}")
            }
        })
    };
    let areas = {
        let asked = asked.clone();
        move || {
            far.with(|far| {
                far.areas
                    .iter()
                    .filter_map(|area| one(&asked, words, area))
                    .collect_view()
            })
        }
    };
    let done = move || far.with(|far| far.done.to_string());
    let all = far.with_untracked(|far| far.asked.to_string());
    let label = move || far.with(|far| (words.progress_label)(far.done, far.asked));
    view! {
        <aside class="areas">
            <p class="quiet whose">{title} " · " <strong>{unit}</strong></p>
            <progress max=all prop:value=done aria-label=label></progress>
            <p class="quiet" id="far">{line}</p>
            <nav aria-label=words.areas><ol>{areas}</ol></nav>
            {who(asked, words)}
            {not_ours(asked, words)}
        </aside>
    }
}

fn one(asked: &Asked, words: &'static Words, far: &AreaProgress) -> Option<AnyView> {
    let area = asked.set.area(&far.area)?;
    let current = asked.question().is_some_and(|(here, _)| here.id == far.area);
    let count = if far.not_ours {
        words.not_our_area.to_owned()
    } else if far.done == far.asked {
        "✓".to_owned()
    } else {
        (words.n_of_m)(far.done, far.asked)
    };
    let spoken = (far.done == far.asked && !far.not_ours).then_some(words.area_done);
    let view = view! {
        <li>
            <a href=href(&asked.set, &asked.unit, &far.first) aria-current=current.then_some("step")>
                <span>{area.title.clone()}</span>
                <span class="count" aria-hidden=spoken.is_some().then_some("true")>{count}</span>
                {spoken.map(|spoken| view! { <span class="ds-sr-only">{spoken}</span> })}
            </a>
        </li>
    };
    Some(view.into_any())
}

fn who(asked: &Asked, words: &'static Words) -> impl IntoView + use<> {
    let runtime = asked.runtime;
    let line = runtime.peek(|model| match model.device.voice() {
        Voice::Together => words.answering_together.to_owned(),
        Voice::Person(person) => {
            let role = model.document.text(&Address::Person(person, PersonField::Role));
            (words.answering_as)(role.unwrap_or_default())
        }
    });
    view! {
        <p class="quiet who">
            {line} " "
            <a class="ds-link" href=Route::Answer(None).href()>{words.change}</a>
        </p>
    }
}

/// One gesture for the whole area; it can be undone.
fn not_ours(asked: &Asked, words: &'static Words) -> Option<AnyView> {
    let (area, _) = asked.question()?;
    let (id, title) = (area.id.clone(), area.title.clone());
    let asked = asked.clone();
    let mark = move |_| {
        asked
            .runtime
            .send(Msg::NotOurArea(asked.set.id.clone(), asked.unit.clone(), id.clone()));
        super::to_open_or_result(&asked);
    };
    let view = view! {
        <button class="ds-button" data-variant="tertiary" data-size="sm" id="not-ours" type="button" on:click=mark>
            {(words.mark_not_our_area)(&title)}
        </button>
    };
    Some(view.into_any())
}
