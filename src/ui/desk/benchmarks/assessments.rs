//! Assessments from outside, in words.

use leptos::prelude::*;

use super::form::Form;
use super::said;
use crate::app::desk::BenchmarkMsg;
use crate::app::desk::benchmarks::assessments;
use crate::app::{DeskMsg, Section};
use crate::domain::benchmark::{AssessmentDraft, Field};
use crate::domain::{Address, ComparisonKind};
use crate::i18n::{BenchmarkWords, Words};
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, alert, button, h2, p, quiet, submit};
use crate::ui::runtime::Runtime;

/// The section of assessments.
pub fn view(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().benchmarks;
    let kept = Memo::new(move |_| {
        runtime.read(&[Section::Files], |model| {
            model.desk.benchmarks.kept_assessments
        })
    });
    el("section")
        .id("assessments")
        .child(h2(own.assessments))
        .child(p(own.assessments_about))
        .follows(move || {
            let rows = runtime.read(&[Section::Targets], assessments);
            if rows.is_empty() {
                return Vec::new();
            }
            let rows = rows.into_iter().map(|(id, said)| {
                let removed = id.clone();
                let remove = button(
                    Weight::Tertiary,
                    format!("remove-{id}"),
                    (own.remove)(&(own.assessed_by)(&said.assessor, &said.date)),
                    move || {
                        let msg = BenchmarkMsg::Remove(ComparisonKind::Assessment, removed.clone());
                        runtime.send(DeskMsg::from(msg));
                    },
                );
                el("li")
                    .child(el("blockquote").text(said.words))
                    .child(quiet((own.assessed_by)(&said.assessor, &said.date)))
                    .child(el("p").class("buttons").child(remove))
            });
            vec![el("ul").class("entries").children(rows).into()]
        })
        .child(put_back(runtime, own, ComparisonKind::Assessment))
        .follows(move || {
            kept.get();
            vec![form(runtime, own).into()]
        })
        .child(
            el("div")
                .attr("role", "status")
                .id("assessment-refused")
                .follows(move || {
                    let why = runtime.read(&[Section::Files], |model| {
                        let refused = model.desk.benchmarks.assessment_refused.as_ref();
                        refused.map(|(_, why)| said::refused(own, why))
                    });
                    why.map(|why| alert("warning").child(p(why)).into())
                        .into_iter()
                        .collect()
                }),
        )
}

fn form(runtime: Runtime, own: &'static BenchmarkWords) -> El {
    let start = runtime.peek(|model| {
        let refused = model.desk.benchmarks.assessment_refused.as_ref();
        refused.map(|(draft, _)| draft.clone())
    });
    let is_open = start.is_some();
    let draft = RwSignal::new(start.unwrap_or_default());
    let form: Form<AssessmentDraft> = Form {
        runtime,
        draft,
        why: |page| page.assessment_refused.as_ref().map(|(_, why)| why),
    };
    let body = el("form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            let msg = BenchmarkMsg::Assess(None, draft.get_untracked());
            runtime.send(DeskMsg::from(msg));
        })
        .child(form.area(
            "assessment-words",
            own.assessment_words,
            Field::Words,
            |d| &mut d.words,
        ))
        .child(
            form.text("assessor", (own.assessor, None), Field::Assessor, |d| {
                &mut d.assessor
            }),
        )
        .child(form.text(
            "assessed-on",
            (own.assessed_on, Some(own.assessed_hint)),
            Field::Date,
            |d| &mut d.date,
        ))
        .child(
            el("p")
                .class("buttons")
                .child(submit("keep-assessment").text(own.keep_assessment)),
        );
    el("details")
        .class("ds-details")
        .attr_if("open", is_open.then_some(""))
        .child(el("summary").id("add-assessment").text(own.add_assessment))
        .child(el("div").child(body))
}

/// The way back of what was taken away last from a list.
pub fn put_back(runtime: Runtime, own: &'static BenchmarkWords, kind: ComparisonKind) -> El {
    el("div").attr("role", "status").follows(move || {
        let removed = runtime.read(&[Section::Files], |model| {
            let removed = model.desk.benchmarks.removed.as_ref();
            removed.is_some_and(
                |(address, _)| matches!(address, Address::Comparison(other, _) if *other == kind),
            )
        });
        if !removed {
            return Vec::new();
        }
        let back = button(Weight::Tertiary, "put-back", own.put_back, move || {
            runtime.send(DeskMsg::from(BenchmarkMsg::PutBack));
        });
        let told = alert("info")
            .child(p(own.removed))
            .child(el("p").class("buttons").child(back));
        vec![told.into()]
    })
}
