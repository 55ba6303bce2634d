//! Before answering: for which unit, and alone or together. Asked once.

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{El, el, following, value_of};
use super::parts::{alert, choice, field, heading, input, perhaps, quiet, submit};
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

/// What stands in the form.
#[derive(Clone)]
struct Entries {
    unit: Chosen,
    name: String,
    alone: Option<bool>,
    role: String,
    /// Errors are shown only after one has tried to go on.
    tried: bool,
}

type Form = RwSignal<Entries>;

/// An error of the form: the field that it belongs to, and the sentence.
type Missing = (&'static str, &'static str);

impl Entries {
    fn missing(&self, words: &'static Words) -> Vec<Missing> {
        let mut missing: Vec<Missing> = Vec::new();
        match self.unit {
            Chosen::Nothing => missing.push(("unit-new", words.begin_needs_unit)),
            Chosen::New if self.name.trim().is_empty() => {
                missing.push(("unit-name", words.begin_needs_name));
            }
            Chosen::New | Chosen::Unit(_) => {}
        }
        match self.alone {
            None => missing.push(("together", words.begin_needs_who)),
            Some(true) if self.role.trim().is_empty() => {
                missing.push(("role", words.begin_needs_role));
            }
            Some(_) => {}
        }
        missing
    }
}

/// The page before the first question; waits for the set, as it tells how many questions there are.
pub fn view(runtime: Runtime) -> AnyView {
    following(move || {
        let id = SetId::it_mognad();
        let set = runtime.read(&[Section::Sets], |model| model.set_state(&id).cloned());
        vec![match set {
            Some(Sets::Ready(set)) => form(runtime, &set).into(),
            other => super::waiting::view(runtime, other.as_ref()).into(),
        }]
    })
}

fn form(runtime: Runtime, set: &Arc<QuestionSet>) -> El {
    let words = runtime.words();
    let present = runtime.peek(|model| units(&model.document));
    let (word, municipality) =
        runtime.peek(|model| (model.unit_word(), model.unit_name(&UnitId::municipality())));
    let form: Form = RwSignal::new(at_first(runtime, &present));
    let count = |kind| {
        set.asked(kind)
            .map(|(_, questions)| questions.len())
            .sum::<usize>()
    };
    let (of_municipality, of_unit) = (
        count(UnitKind::Municipality),
        count(UnitKind::Administration),
    );
    let minutes = usize::from(set.minutes_per_question);
    let whole = (words.begin_municipality)(&municipality, of_municipality);
    let (name_label, new_label) = ((words.begin_name)(&word), (words.begin_new)(&word));
    let new = choice(
        "radio",
        "unit-new",
        "unit",
        move || form.with(|f| f.unit == Chosen::New),
        move |_| {
            form.update(|f| f.unit = Chosen::New);
        },
    );
    // Only these two decide what is drawn; what is typed must not draw its own field anew.
    let is_new = Memo::new(move |_| form.with(|f| f.unit == Chosen::New));
    let is_alone = Memo::new(move |_| form.with(|f| f.alone == Some(true)));
    let which = el("fieldset")
        .child(el("legend").text((words.begin_which)(&word)))
        .children(
            present
                .into_iter()
                .map(|unit| unit_choice(form, &unit.id, unit.name)),
        )
        .child(new.child(el("span").text(new_label)))
        .follows(move || {
            perhaps(is_new.get().then(|| {
                inset("unit-name", &name_label, words.begin_name_hint, form, |f| {
                    &mut f.name
                })
            }))
        })
        .child(unit_choice(form, &UnitId::municipality(), whole));
    let who = el("fieldset")
        .child(el("legend").text(words.begin_who))
        .child(who_choice(
            form,
            "together",
            false,
            words.begin_together,
            words.begin_together_about,
        ))
        .child(who_choice(
            form,
            "alone",
            true,
            words.begin_alone,
            words.begin_alone_about,
        ))
        .follows(move || {
            perhaps(is_alone.get().then(|| {
                inset("role", words.begin_role, words.begin_role_hint, form, |f| {
                    &mut f.role
                })
            }))
        });
    let estimate = move || {
        let municipality = form.with(|f| f.unit == Chosen::Unit(UnitId::municipality()));
        let questions = if municipality {
            of_municipality
        } else {
            of_unit
        };
        (words.begin_estimate)(questions, questions * minutes)
    };
    let set = set.id.clone();
    let sent = el("form")
        .class("begin")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            send(runtime, form, words, &set);
        })
        .follows(move || perhaps(errors(form, words)))
        .child(which)
        .child(who)
        .child(
            el("p")
                .class("buttons")
                .child(submit("begin").text(words.begin_go)),
        )
        .child(quiet("").text_follows(estimate));
    el("article")
        .class("page narrow")
        .child(heading(words.begin_heading))
        .child(sent)
}

/// What is known already: the unit and the role of last time.
fn at_first(runtime: Runtime, present: &[crate::domain::Unit]) -> Entries {
    runtime.peek(|model| {
        let known = |unit: &UnitId| {
            UnitKind::of(unit) == UnitKind::Municipality || present.iter().any(|p| p.id == *unit)
        };
        let role = match &model.device.answers {
            Some(Answers::Person(person)) => model
                .document
                .text(&Address::Person(person.clone(), PersonField::Role)),
            _ => None,
        };
        Entries {
            unit: match model.device.unit.clone().filter(known) {
                Some(unit) => Chosen::Unit(unit),
                None if present.is_empty() => Chosen::New,
                None => Chosen::Nothing,
            },
            name: String::new(),
            alone: model
                .device
                .answers
                .as_ref()
                .map(|answers| *answers != Answers::Together),
            role: role.unwrap_or_default().to_owned(),
            tried: false,
        }
    })
}

fn send(runtime: Runtime, form: Form, words: &'static Words, set: &SetId) {
    form.update(|f| f.tried = true);
    let entries = form.get_untracked();
    if let Some((field, _)) = entries.missing(words).first() {
        platform::focus(field);
        return;
    }
    runtime.send(Msg::Begin {
        set: set.clone(),
        unit: match entries.unit {
            Chosen::Unit(unit) => Ok(unit),
            Chosen::New | Chosen::Nothing => Err(entries.name),
        },
        role: entries.alone.unwrap_or(false).then_some(entries.role),
    });
}

fn errors(form: Form, words: &'static Words) -> Option<El> {
    let missing = form.with(|f| {
        if f.tried {
            f.missing(words)
        } else {
            Vec::new()
        }
    });
    if missing.is_empty() {
        return None;
    }
    let list = missing
        .into_iter()
        .map(|(_, sentence)| el("li").text(sentence));
    Some(
        alert("danger")
            .attr("role", "alert")
            .child(el("p").child(el("strong").text(words.begin_errors)))
            .child(el("ul").children(list)),
    )
}

fn unit_choice(form: Form, id: &UnitId, name: String) -> El {
    let chosen = Chosen::Unit(id.clone());
    let pick = chosen.clone();
    choice(
        "radio",
        format!("unit-{id}"),
        "unit",
        move || form.with(|f| f.unit == chosen),
        move |_| form.update(|f| f.unit = pick.clone()),
    )
    .child(el("span").text(name))
}

fn who_choice(
    form: Form,
    id: &'static str,
    alone: bool,
    label: &'static str,
    about: &'static str,
) -> El {
    choice(
        "radio",
        id,
        "who",
        move || form.with(|f| f.alone == Some(alone)),
        move |_| form.update(|f| f.alone = Some(alone)),
    )
    .child(
        el("span")
            .text(label)
            .child(el("span").class("hint").text(about)),
    )
}

/// A text field under a choice; `entry` is where its text stands.
fn inset(
    id: &'static str,
    label: &str,
    hint: &'static str,
    form: Form,
    entry: fn(&mut Entries) -> &mut String,
) -> El {
    let start = entry(&mut form.get_untracked()).clone();
    let control = input(id)
        .value(move || start.clone())
        .on("input", move |event| {
            let text = value_of(&event);
            form.update(|f| *entry(f) = text);
        });
    el("div")
        .class("inset")
        .child(field(id, label.to_owned(), Some(hint), control))
}
