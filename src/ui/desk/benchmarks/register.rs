//! The register of comparison values, with the form that a new one comes in by.

use std::sync::Arc;

use leptos::prelude::*;

use super::form::Form;
use super::said;
use crate::app::desk::BenchmarkMsg;
use crate::app::desk::benchmarks::{register, versions_of};
use crate::app::{DeskMsg, Model, Section};
use crate::domain::benchmark::{ComparisonDraft, ComparisonValue, Field, Measure};
use crate::domain::{AreaId, ComparisonId, ComparisonKind, QuestionSet};
use crate::i18n::{BenchmarkWords, Words, decimal, measured};
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, alert, button, h2, p, quiet, submit};
use crate::ui::runtime::Runtime;

/// The section of a set's values.
pub fn view(runtime: Runtime, words: &'static Words, set: &Arc<QuestionSet>) -> El {
    let own = &words.desk().benchmarks;
    let (listed, entered) = (Arc::clone(set), Arc::clone(set));
    // The form is drawn anew for another entry and after one was kept; at no other time, as something is being written in it.
    let open = Memo::new(move |_| {
        runtime.read(&[Section::Files], |model| {
            let page = &model.desk.benchmarks;
            (page.editing.clone(), page.kept_values)
        })
    });
    el("section")
        .id("register")
        .child(h2(own.register))
        .child(p(own.register_about))
        .follows(move || {
            runtime.read(&[Section::Targets], |model| {
                vec![list(runtime, model, own, &listed).into()]
            })
        })
        .child(super::assessments::put_back(
            runtime,
            own,
            ComparisonKind::Value,
        ))
        .follows(move || vec![form(runtime, own, &entered, open.get().0.as_ref()).into()])
        .child(
            el("div")
                .attr("role", "status")
                .id("value-refused")
                .follows(move || {
                    let why = runtime.read(&[Section::Files], |model| {
                        let refused = model.desk.benchmarks.refused.as_ref();
                        refused.map(|(_, why)| said::refused(own, why))
                    });
                    why.map(|why| alert("warning").child(p(why)).into())
                        .into_iter()
                        .collect()
                }),
        )
}

fn list(runtime: Runtime, model: &Model, own: &'static BenchmarkWords, set: &QuestionSet) -> El {
    let mut entries = register(model);
    entries.retain(|(_, value)| value.set == set.id);
    if entries.is_empty() {
        return quiet(own.register_empty);
    }
    let rows = entries
        .into_iter()
        .map(|(id, value)| entry(runtime, model, own, set, &id, &value));
    el("ul").class("entries").children(rows)
}

/// A value in its own measure.
fn written(model: &Model, set: &QuestionSet, value: &ComparisonValue) -> String {
    let language = model.device.language;
    let tenths = i32::try_from(value.value).unwrap_or(i32::MAX);
    let number = f64::from(tenths) / 10.0;
    match &value.measure {
        Measure::OfTheSet => measured(set.roll_up, number, language),
        Measure::Other(words) => {
            let sign = if tenths < 0 { "−" } else { "" };
            let text = decimal(number.abs(), language);
            let whole = text.strip_suffix(",0").or(text.strip_suffix(".0"));
            format!("{sign}{} {words}", whole.unwrap_or(&text))
        }
    }
}

fn entry(
    runtime: Runtime,
    model: &Model,
    own: &'static BenchmarkWords,
    set: &QuestionSet,
    id: &ComparisonId,
    value: &ComparisonValue,
) -> El {
    let area = set.area(&value.area);
    let title = area.map_or_else(|| value.area.to_string(), |area| area.title.clone());
    let same = area.is_some_and(|area| value.meanings.same_as(area).is_ok());
    let beside = match (&value.measure, same) {
        (_, false) => Some(own.meaning_changed),
        (Measure::Other(_), true) => Some(own.beside_scale),
        (Measure::OfTheSet, true) => None,
    };
    let what = (own.entry)(&title, &written(model, set, value));
    let (edited, removed) = (id.clone(), id.clone());
    let edit = button(
        Weight::Tertiary,
        format!("edit-{id}"),
        (own.edit)(&title),
        move || runtime.send(DeskMsg::from(BenchmarkMsg::Edit(Some(edited.clone())))),
    );
    let remove = button(
        Weight::Tertiary,
        format!("remove-{id}"),
        (own.remove)(&title),
        move || {
            let msg = BenchmarkMsg::Remove(ComparisonKind::Value, removed.clone());
            runtime.send(DeskMsg::from(msg));
        },
    );
    el("li")
        .child(el("strong").text(what))
        .child(p((own.register_source)(
            &value.source,
            value.year,
            &value.population,
        )))
        .child(p((own.n_of_register)(value.n, &value.method)))
        .child(quiet((own.entered)(&value.entered_by, &value.version)))
        .children(beside.map(quiet))
        .child(el("p").class("buttons").child(edit).child(remove))
}

/// What the form begins with: what was refused, or the entry that is to be changed.
fn start(model: &Model, set: &QuestionSet, at: Option<&ComparisonId>) -> ComparisonDraft {
    if let Some((draft, _)) = &model.desk.benchmarks.refused {
        return draft.clone();
    }
    let entries = register(model);
    let entry = entries.into_iter().find(|(id, _)| Some(id) == at);
    let Some((_, value)) = entry else {
        return ComparisonDraft {
            set: Some(set.id.clone()),
            version: set.version.clone(),
            measure: Some(Measure::OfTheSet),
            ..ComparisonDraft::default()
        };
    };
    let sign = if value.value < 0 { "-" } else { "" };
    let (whole, part) = (value.value.abs() / 10, value.value.abs() % 10);
    ComparisonDraft {
        set: Some(value.set),
        version: value.version,
        area: Some(value.area),
        value: match part {
            0 => format!("{sign}{whole}"),
            part => format!("{sign}{whole},{part}"),
        },
        measure: Some(value.measure),
        n: value.n.to_string(),
        population: value.population,
        year: value.year.to_string(),
        source: value.source,
        method: value.method,
        entered_by: value.entered_by,
    }
}

fn form(
    runtime: Runtime,
    own: &'static BenchmarkWords,
    set: &QuestionSet,
    at: Option<&ComparisonId>,
) -> El {
    let (draft, versions) = runtime.peek(|model| {
        let at = at.filter(|at| register(model).iter().any(|(id, _)| id == *at));
        (start(model, set, at), versions_of(model, &set.id))
    });
    let is_open = at.is_some() || runtime.peek(|model| model.desk.benchmarks.refused.is_some());
    let sent = RwSignal::new(draft);
    let fields = fields(runtime, own, set, sent, versions);
    let place = at.cloned();
    let cancel = at.is_some().then(|| {
        button(Weight::Secondary, "cancel-value", own.cancel, move || {
            runtime.send(DeskMsg::from(BenchmarkMsg::Edit(None)));
        })
    });
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            let msg = BenchmarkMsg::Keep(place.clone(), sent.get_untracked());
            runtime.send(DeskMsg::from(msg));
        })
        .children(fields)
        .child(
            el("p")
                .class("buttons")
                .child(submit("keep-value").text(own.keep_value))
                .children(cancel),
        );
    let summary = if at.is_some() {
        own.change_value
    } else {
        own.add_value
    };
    el("details")
        .class("ds-details")
        .attr_if("open", is_open.then_some(""))
        .child(el("summary").id("add-value").text(summary))
        .child(el("div").child(form))
}

fn fields(
    runtime: Runtime,
    own: &'static BenchmarkWords,
    set: &QuestionSet,
    draft: RwSignal<ComparisonDraft>,
    versions: Vec<String>,
) -> Vec<El> {
    let form = Form {
        runtime,
        draft,
        why: |page| page.refused.as_ref().map(|(_, why)| why),
    };
    let start = draft.get_untracked();
    let none = || (String::new(), own.choose.to_owned());
    let areas = set
        .areas
        .iter()
        .map(|area| (area.id.to_string(), area.title.clone()));
    let areas = [none()].into_iter().chain(areas).collect();
    let area = start.area.as_ref().map_or("", AreaId::as_str);
    let versions = versions
        .into_iter()
        .map(|version| (version.clone(), version));
    let versions = [none()].into_iter().chain(versions).collect();
    let measures = vec![
        ("set".to_owned(), own.measure_set.to_owned()),
        ("other".to_owned(), own.measure_other.to_owned()),
    ];
    let measure = match &start.measure {
        Some(Measure::Other(_)) => "other",
        Some(Measure::OfTheSet) | None => "set",
    };
    let other = other_measure(own, draft, start.measure.as_ref());
    vec![
        form.choice(
            "value-area",
            own.area,
            Field::Area,
            areas,
            (area, |draft, id| {
                draft.area = AreaId::parse(id);
            }),
        ),
        form.choice(
            "value-version",
            own.version,
            Field::Version,
            versions,
            (&start.version, |draft, version| {
                version.clone_into(&mut draft.version);
            }),
        ),
        form.text(
            "value-value",
            (own.value, Some(own.value_hint)),
            Field::Value,
            |d| &mut d.value,
        ),
        form.choice(
            "value-measure",
            own.measure,
            Field::Measure,
            measures,
            (measure, |draft, kind| {
                draft.measure = Some(match (kind, draft.measure.take()) {
                    ("other", Some(Measure::Other(words))) => Measure::Other(words),
                    ("other", _) => Measure::Other(String::new()),
                    _ => Measure::OfTheSet,
                });
            }),
        ),
        other,
        form.text("value-n", (own.n, None), Field::N, |d| &mut d.n),
        form.text(
            "value-population",
            (own.population, Some(own.population_hint)),
            Field::Population,
            |d| &mut d.population,
        ),
        form.text("value-year", (own.year, None), Field::Year, |d| &mut d.year),
        form.text("value-source", (own.source, None), Field::Source, |d| {
            &mut d.source
        }),
        form.text(
            "value-method",
            (own.method, Some(own.method_hint)),
            Field::Method,
            |d| &mut d.method,
        ),
        form.text(
            "value-entered-by",
            (own.entered_by, None),
            Field::EnteredBy,
            |d| &mut d.entered_by,
        ),
    ]
}

/// What another measure is called.
fn other_measure(
    own: &'static BenchmarkWords,
    draft: RwSignal<ComparisonDraft>,
    start: Option<&Measure>,
) -> El {
    // What the measure is called stays where it was written, whatever is chosen above it.
    let called = RwSignal::new(match start {
        Some(Measure::Other(words)) => words.clone(),
        Some(Measure::OfTheSet) | None => String::new(),
    });
    let measured_in = called.get_untracked();
    crate::ui::parts::field(
        "value-measure-words",
        own.measure_words,
        None,
        crate::ui::parts::input("value-measure-words")
            .value(move || measured_in.clone())
            .on("input", move |event| {
                let words = crate::ui::element::value_of(&event);
                called.set(words.clone());
                draft.update(|draft| {
                    if let Some(Measure::Other(other)) = &mut draft.measure {
                        *other = words;
                    } else {
                        draft.measure = Some(Measure::Other(words));
                    }
                });
            }),
    )
}
