//! Before answering: which questions, for which unit, and alone or together. Asked once.

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
    set: SetId,
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

/// The page before the first question; waits for the sets, as it tells how many questions there are. A set that cannot be
/// had does not keep one from the others.
pub fn view(runtime: Runtime) -> AnyView {
    following(move || {
        let states = runtime.read(&[Section::Sets], |model| {
            SetId::published().map(|id| model.set_state(&id).cloned())
        });
        let is_on_its_way = |state: &Option<Sets>| matches!(state, None | Some(Sets::Loading));
        let ready: Vec<Arc<QuestionSet>> = states
            .iter()
            .filter_map(|state| match state {
                Some(Sets::Ready(set)) => Some(Arc::clone(set)),
                _ => None,
            })
            .collect();
        let waiting = states
            .iter()
            .find(|state| is_on_its_way(state) || ready.is_empty());
        vec![match waiting {
            Some(state) => super::waiting::view(runtime, state.as_ref()).into(),
            None => form(runtime, ready).into(),
        }]
    })
}

/// How many questions a unit is asked in a set, and the minutes that takes; a new unit is like any other.
fn load(runtime: Runtime, set: &QuestionSet, unit: &Chosen) -> (usize, usize) {
    let unit = match unit {
        Chosen::Unit(unit) => unit.clone(),
        Chosen::Nothing | Chosen::New => UnitId::from_random(0),
    };
    let questions = runtime.peek(|model| {
        let areas = model.asked(set, &unit).into_iter();
        areas
            .filter(|asked| !asked.optional)
            .map(|asked| asked.questions.len())
            .sum::<usize>()
    });
    (questions, questions * usize::from(set.minutes_per_question))
}

fn form(runtime: Runtime, sets: Vec<Arc<QuestionSet>>) -> El {
    let words = runtime.words();
    let present = runtime.peek(|model| units(&model.document));
    let (word, municipality) =
        runtime.peek(|model| (model.unit_word(), model.unit_name(&UnitId::municipality())));
    let form: Form = RwSignal::new(at_first(runtime, &sets, &present));
    let about_what = el("fieldset")
        .child(el("legend").text(words.begin_what))
        .children(sets.iter().map(|set| set_choice(form, set)));
    let whole = (words.begin_municipality)(&municipality);
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
        let (set, unit) = form.with(|f| (f.set.clone(), f.unit.clone()));
        let Some(set) = sets.iter().find(|other| other.id == set) else {
            return String::new();
        };
        match load(runtime, set, &unit) {
            (0, _) => words.begin_nothing.to_owned(),
            (questions, minutes) => (words.begin_estimate)(questions, minutes),
        }
    };
    let sent = el("form")
        .class("begin")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            send(runtime, form, words);
        })
        .follows(move || perhaps(errors(form, words)))
        .child(about_what)
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
fn at_first(
    runtime: Runtime,
    sets: &[Arc<QuestionSet>],
    present: &[crate::domain::Unit],
) -> Entries {
    runtime.peek(|model| {
        // The set of last time, or the first that could be had.
        let set = model.present_set();
        let ready = sets.iter().find(|other| other.id == set).or(sets.first());
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
            set: ready.map_or(set, |ready| ready.id.clone()),
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

fn send(runtime: Runtime, form: Form, words: &'static Words) {
    form.update(|f| f.tried = true);
    let entries = form.get_untracked();
    if let Some((field, _)) = entries.missing(words).first() {
        platform::focus(field);
        return;
    }
    runtime.send(Msg::Begin {
        set: entries.set,
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

fn set_choice(form: Form, set: &QuestionSet) -> El {
    let (shown, pick) = (set.id.clone(), set.id.clone());
    choice(
        "radio",
        format!("set-{}", set.id),
        "set",
        move || form.with(|f| f.set == shown),
        move |_| form.update(|f| f.set = pick.clone()),
    )
    .child(
        el("span")
            .text(set.title.clone())
            .child(el("span").class("hint").text(set.lead.clone())),
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
