//! Where each area of a unit is to be, by when, decided by whom, and how much it matters. For the one who leads the work.

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{El, el, following, ticked, value_of};
use super::parts::{choice, h2, heading, p, perhaps, quiet};
use super::picker;
use super::result::{Listed, Told, priority_table};
use super::runtime::Runtime;
use crate::app::{Decided, DeskMsg, Model, Route, Section, Sets, result_of};
use crate::domain::{
    Area, AreaId, MOST_IMPORTANT, QuestionSet, RollUp, SetId, Target, UnitId, target,
};
use crate::i18n::{Language, Words, decimal, measured, tenths};

/// One area of a unit, about which something is decided.
#[derive(Clone)]
struct Place {
    runtime: Runtime,
    set: Arc<QuestionSet>,
    unit: UnitId,
    area: AreaId,
}

impl Place {
    fn decide(&self, decided: Decided) {
        let (set, unit) = (self.set.id.clone(), self.unit.clone());
        self.runtime
            .send(DeskMsg::Decide(set, unit, self.area.clone(), decided));
    }
}

/// The page of a unit's targets; without a unit, of the municipality or the one looked at last.
pub fn view(runtime: Runtime, at: Option<(SetId, UnitId)>) -> AnyView {
    following(move || {
        let (id, unit) = at.clone().unwrap_or_else(|| {
            runtime.peek(|model| {
                let unit = model.device.unit.clone();
                let unit = unit.unwrap_or_else(UnitId::municipality);
                (model.present_set(), unit)
            })
        });
        let state = runtime.read(&[Section::Sets], |model| model.set_state(&id).cloned());
        vec![match state {
            Some(Sets::Ready(set)) => shown(runtime, &set, &unit).into(),
            other => super::waiting::view(runtime, other.as_ref()).into(),
        }]
    })
}

fn shown(runtime: Runtime, set: &Arc<QuestionSet>, unit: &UnitId) -> El {
    let words = runtime.words();
    let title = (words.desk().targets.title)(&runtime.peek(|model| model.unit_name(unit)));
    let areas = runtime.peek(|model| areas_of(model, set, unit));
    let rows = areas.into_iter().filter_map(|id| {
        let area = set.area(&id)?;
        let place = Place {
            runtime,
            set: Arc::clone(set),
            unit: unit.clone(),
            area: id,
        };
        let area = area.clone();
        // What was decided is drawn anew when it is undone: a field holds a text of its own.
        Some(following(move || {
            runtime.read(&[Section::Undone], |_| ());
            perhaps(Some(fields(words, &place, &area)))
        }))
    });
    let (followed, of) = (Arc::clone(set), unit.clone());
    el("article")
        .class("page targets")
        .child(heading(title))
        .child(p(set.title.clone()).class("eyebrow"))
        .child(p(words.desk().targets.lead).class("lead"))
        .child(
            el("p").child(
                el("a")
                    .id("to-benchmarks")
                    .attr("href", Route::Benchmarks.href())
                    .text(words.desk().benchmarks.to_page),
            ),
        )
        .children(picker::view(
            runtime,
            words.desk().targets.choose,
            (&set.id, Some(unit)),
            |set, unit| Route::Targets(Some((set, unit))),
            |_, _, _| true,
        ))
        .child(el("div").class("target-list").children(rows))
        .child(
            el("section")
                .id("priority")
                .child(h2(words.priority))
                .child(p(words.priority_about))
                .follows(move || order(runtime, &followed, &of)),
        )
}

/// The order as it becomes with what has been decided.
fn order(runtime: Runtime, set: &Arc<QuestionSet>, unit: &UnitId) -> Vec<AnyView> {
    let words = runtime.words();
    let result = runtime.read(&[Section::Targets, Section::Answers], |model| {
        result_of(model, set, unit)
    });
    let table = result.and_then(|result| {
        let told = Told::new(runtime, Arc::clone(set), unit.clone(), result);
        priority_table(&told, Listed::All)
    });
    perhaps(Some(match table {
        Some(table) => super::chart::table("priority-table", table),
        None => quiet(words.priority_none),
    }))
}

/// The areas in which the unit has, or will have, a result.
fn areas_of(model: &Model, set: &QuestionSet, unit: &UnitId) -> Vec<AreaId> {
    if let Some(result) = result_of(model, set, unit) {
        return result.areas.into_iter().map(|area| area.area).collect();
    }
    let asked = model.asked(set, unit).into_iter();
    asked.map(|asked| asked.area.id.clone()).collect()
}

/// What can be decided about one area, in one row where there is room.
fn fields(words: &'static Words, place: &Place, area: &Area) -> El {
    let (now, decided, unit_of_measure) = place.runtime.peek(|model| {
        let result = result_of(model, &place.set, &place.unit);
        let value = result.and_then(|result| result.area(&area.id)?.value);
        let language = model.device.language;
        let now = value.map_or_else(
            || words.insufficient.to_owned(),
            |value| measured(place.set.roll_up, value, language),
        );
        let decided = target(&model.document, &place.unit, &place.set, &area.id);
        let (from, to) = place.set.range();
        (now, decided, format!("{from}–{to}"))
    });
    let percent = match place.set.roll_up {
        RollUp::MeanOfAreas => "",
        RollUp::Fulfilment => " %",
    };
    let legend = el("legend").text(area.title.clone()).child(
        el("span")
            .class("quiet")
            .text(format!(" {}: {now}", words.now)),
    );
    el("fieldset")
        .class("target")
        .id(format!("target-{}", area.id))
        .child(legend)
        .child(value(
            place,
            &format!("{} ({unit_of_measure}{percent})", words.target),
            &decided,
        ))
        .child(text(
            place,
            "by",
            "date",
            words.by_when,
            &decided.by,
            Decided::By,
        ))
        .child(text(
            place,
            "decider",
            "text",
            words.decider,
            &decided.decider,
            Decided::Decider,
        ))
        .child(importance(words, place, &decided))
        .child(law(words, place, decided.law))
}

fn labelled(place: &Place, what: &str, label: &str, control: impl FnOnce(String) -> El) -> El {
    let id = format!("{what}-{}", place.area);
    el("div")
        .class("field")
        .child(el("label").attr("for", id.clone()).text(label.to_owned()))
        .child(control(id))
}

/// A field of text and not for numbers: browsers differ in whether they take a comma, and say nothing where they do not.
fn value(place: &Place, label: &str, decided: &Target) -> El {
    let words = place.runtime.words();
    let (from, to) = place.set.range();
    let language = place.runtime.peek(|model| model.device.language);
    let start = decided.value.map(|value| written(value, language));
    let start = start.unwrap_or_default();
    let wrong = RwSignal::new(false);
    let told = format!("value-{}-wrong", place.area);
    let place = place.clone();
    labelled(&place.clone(), "value", label, |id| {
        el("input")
            .class("ds-input")
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("maxlength", "10")
            .attr("aria-describedby", told.clone())
            .attr_follows("aria-invalid", move || {
                wrong.get().then(|| "true".to_owned())
            })
            .id(id)
            .value(move || start.clone())
            .on("change", move |event| {
                let text = value_of(&event);
                let value = tenths(&text).filter(|tenths| place.set.target_of(*tenths).is_some());
                let is_wrong = value.is_none() && !text.trim().is_empty();
                wrong.set(is_wrong);
                // What cannot be a target leaves the one before it in place, and says so.
                if !is_wrong {
                    place.decide(Decided::Value(value));
                }
            })
    })
    .child(
        el("p")
            .class("missing")
            .id(told)
            .attr("role", "status")
            .text_follows(move || {
                let wrong = wrong
                    .get()
                    .then(|| (words.desk().targets.target_wrong)(from, to));
                wrong.unwrap_or_default()
            }),
    )
}

fn text(
    place: &Place,
    what: &'static str,
    kind: &'static str,
    label: &str,
    start: &str,
    decided: fn(String) -> Decided,
) -> El {
    let (start, place) = (start.to_owned(), place.clone());
    labelled(&place.clone(), what, label, |id| {
        el("input")
            .class("ds-input")
            .attr("type", kind)
            .attr("maxlength", "120")
            .attr("autocomplete", "off")
            .id(id)
            .value(move || start.clone())
            .on("change", move |event| {
                place.decide(decided(value_of(&event)));
            })
    })
}

fn importance(words: &'static Words, place: &Place, decided: &Target) -> El {
    let option = |value: Option<u8>| {
        let text = match value {
            None => words.not_decided.to_owned(),
            Some(value) => (words.importance_of)(value),
        };
        el("option")
            .attr(
                "value",
                value.map(|value| value.to_string()).unwrap_or_default(),
            )
            .attr_if("selected", (decided.importance == value).then_some(""))
            .text(text)
    };
    let options = (1..=MOST_IMPORTANT).map(|value| option(Some(value)));
    let chosen = place.clone();
    labelled(place, "importance", words.importance, |id| {
        el("select")
            .class("ds-input")
            .id(id)
            .child(option(None))
            .children(options)
            .on("change", move |event| {
                chosen.decide(Decided::Importance(value_of(&event).parse().ok()));
            })
    })
}

fn law(words: &'static Words, place: &Place, decided: bool) -> El {
    let (start, chosen) = (decided, place.clone());
    choice(
        "checkbox",
        format!("law-{}", place.area),
        "law",
        move || start,
        move |event| chosen.decide(Decided::Law(ticked(&event))),
    )
    .child(el("span").text(words.desk().targets.law_demands))
}

/// A target as a person would write it: with a decimal only where there is one.
fn written(value: f64, language: Language) -> String {
    let text = decimal(value, language);
    match text.get(..text.len().saturating_sub(2)) {
        Some(whole) if text.ends_with('0') => whole.to_owned(),
        _ => text,
    }
}
