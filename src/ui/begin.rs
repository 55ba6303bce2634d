//! Before answering: for which unit, and alone or together. Asked once.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::runtime::Runtime;
use crate::app::{Answers, Msg, Section, Sets};
use crate::domain::{Address, PersonField, QuestionSet, SetId, UnitId, UnitKind, units};
use crate::i18n::Words;
use crate::platform;

/// What was chosen for the unit.
#[derive(Clone, PartialEq)]
enum Chosen {
    Nothing,
    Unit(UnitId),
    New,
}

/// What stands in the form; errors are shown only after one has tried to go on.
#[derive(Clone, Copy)]
struct Form {
    unit: RwSignal<Chosen>,
    name: RwSignal<String>,
    alone: RwSignal<Option<bool>>,
    role: RwSignal<String>,
    tried: RwSignal<bool>,
}

/// An error of the form: the field that it belongs to, and the sentence.
type Missing = (&'static str, &'static str);

impl Form {
    fn missing(self, words: &'static Words) -> Vec<Missing> {
        let mut missing: Vec<Missing> = Vec::new();
        match self.unit.get() {
            Chosen::Nothing => missing.push(("unit-new", words.begin_needs_unit)),
            Chosen::New if self.name.with(|name| name.trim().is_empty()) => {
                missing.push(("unit-name", words.begin_needs_name));
            }
            Chosen::New | Chosen::Unit(_) => {}
        }
        match self.alone.get() {
            None => missing.push(("together", words.begin_needs_who)),
            Some(true) if self.role.with(|role| role.trim().is_empty()) => {
                missing.push(("role", words.begin_needs_role));
            }
            Some(_) => {}
        }
        missing
    }
}

/// The page before the first question; waits for the set, as it tells how many questions there are.
pub fn view(runtime: Runtime) -> impl IntoView {
    move || {
        let set = SetId::parse("it-mognad").and_then(|id| {
            runtime.read(&[Section::Sets], |model| model.sets.get(&id).cloned())
        });
        match set {
            Some(Sets::Ready(set)) => form(runtime, &set).into_any(),
            other => super::question::waiting(runtime, other.as_ref()).into_any(),
        }
    }
}

fn form(runtime: Runtime, set: &Arc<QuestionSet>) -> impl IntoView + use<> {
    let words = runtime.words();
    let present = runtime.peek(|model| units(&model.document));
    let (word, municipality, device) = runtime.peek(|model| {
        (
            model.unit_word(),
            model.unit_name(&UnitId::municipality()),
            model.device.clone(),
        )
    });
    let role = runtime.peek(|model| match &model.device.answers {
        Some(Answers::Person(person)) => model
            .document
            .text(&Address::Person(person.clone(), PersonField::Role))
            .unwrap_or_default()
            .to_owned(),
        _ => String::new(),
    });
    let remembered = device
        .unit
        .filter(|unit| UnitKind::of(unit) == UnitKind::Municipality || present.iter().any(|p| p.id == *unit));
    let form = Form {
        unit: RwSignal::new(match remembered {
            Some(unit) => Chosen::Unit(unit),
            None if present.is_empty() => Chosen::New,
            None => Chosen::Nothing,
        }),
        name: RwSignal::new(String::new()),
        alone: RwSignal::new(device.answers.map(|answers| answers != Answers::Together)),
        role: RwSignal::new(role),
        tried: RwSignal::new(false),
    };
    let count = |kind| set.asked(kind).map(|(_, questions)| questions.len()).sum::<usize>();
    let of_municipality = count(UnitKind::Municipality);
    let of_administration = count(UnitKind::Administration);
    let minutes = usize::from(set.minutes_per_question);
    let set_id = set.id.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.tried.set(true);
        let missing = form.missing(words);
        if let Some((field, _)) = missing.first() {
            platform::focus(field);
            return;
        }
        runtime.send(Msg::Begin {
            set: set_id.clone(),
            unit: match form.unit.get_untracked() {
                Chosen::Unit(unit) => Ok(unit),
                Chosen::New | Chosen::Nothing => Err(form.name.get_untracked()),
            },
            role: form.alone.get_untracked().unwrap_or(false).then(|| form.role.get_untracked()),
        });
    };
    let estimate = move || {
        let questions = match form.unit.get() {
            Chosen::Unit(unit) if UnitKind::of(&unit) == UnitKind::Municipality => of_municipality,
            _ => of_administration,
        };
        (words.begin_estimate)(questions, questions * minutes)
    };
    let choices = present
        .into_iter()
        .map(|unit| (unit.id, unit.name))
        .map(|(id, name)| unit_choice(form, id, name).into_any())
        .collect_view();
    let whole = (words.begin_municipality)(&municipality, of_municipality);
    view! {
        <article class="page narrow">
            <h1 tabindex="-1">{words.begin_heading}</h1>
            <form class="begin" novalidate on:submit=submit>
                {move || errors(form, words)}
                <fieldset>
                    <legend>{(words.begin_which)(&word)}</legend>
                    {choices}
                    <label class="choice">
                        <input class="ds-input" type="radio" name="unit" id="unit-new"
                            prop:checked=move || form.unit.get() == Chosen::New
                            on:change=move |_| form.unit.set(Chosen::New) />
                        <span>{(words.begin_new)(&word)}</span>
                    </label>
                    {move || (form.unit.get() == Chosen::New).then(|| text_field(
                        "unit-name",
                        (words.begin_name)(&word),
                        words.begin_name_hint,
                        form.name,
                    ))}
                    {unit_choice(form, UnitId::municipality(), whole)}
                </fieldset>
                <fieldset>
                    <legend>{words.begin_who}</legend>
                    {way(form, "together", false, words.begin_together, words.begin_together_about)}
                    {way(form, "alone", true, words.begin_alone, words.begin_alone_about)}
                    {move || (form.alone.get() == Some(true)).then(|| text_field(
                        "role",
                        words.begin_role.to_owned(),
                        words.begin_role_hint,
                        form.role,
                    ))}
                </fieldset>
                <p class="buttons"><button class="ds-button" id="begin" type="submit">{words.begin_go}</button></p>
                <p class="quiet">{estimate}</p>
            </form>
        </article>
    }
}

fn errors(form: Form, words: &'static Words) -> Option<AnyView> {
    if !form.tried.get() {
        return None;
    }
    let missing = form.missing(words);
    if missing.is_empty() {
        return None;
    }
    let list = missing
        .into_iter()
        .map(|(_, sentence)| view! { <li>{sentence}</li> })
        .collect_view();
    Some(
        view! {
            <div class="ds-alert" data-color="danger" role="alert">
                <p><strong>{words.begin_errors}</strong></p>
                <ul>{list}</ul>
            </div>
        }
        .into_any(),
    )
}

fn unit_choice(form: Form, id: UnitId, name: String) -> impl IntoView {
    let chosen = Chosen::Unit(id.clone());
    view! {
        <label class="choice">
            <input class="ds-input" type="radio" name="unit" id=format!("unit-{id}")
                prop:checked=move || form.unit.get() == chosen
                on:change=move |_| form.unit.set(Chosen::Unit(id.clone())) />
            <span>{name}</span>
        </label>
    }
}

fn way(
    form: Form,
    id: &'static str,
    alone: bool,
    label: &'static str,
    about: &'static str,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input class="ds-input" type="radio" name="who" id=id
                prop:checked=move || form.alone.get() == Some(alone)
                on:change=move |_| form.alone.set(Some(alone)) />
            <span>{label} <span class="hint">{about}</span></span>
        </label>
    }
}

fn text_field(id: &'static str, label: String, hint: &'static str, text: RwSignal<String>) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field inset">
            <label for=id>{label}</label>
            <p class="hint" id=hint_id.clone()>{hint}</p>
            <input class="ds-input" type="text" id=id maxlength="120" autocomplete="off" aria-describedby=hint_id
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event)) />
        </div>
    }
}
