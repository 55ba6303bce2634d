//! In a result: what it is held against, one thing at a time, with its source.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::desk::benchmarks::{Series, series};
use crate::app::pictures::{Drawn, bands, compared_bars};
use crate::app::{Route, Section, result_of};
use crate::charts::Drawing;
use crate::domain::{QuestionSet, UnitId};
use crate::ui::chart;
use crate::ui::element::{El, el, following, value_of};
use crate::ui::parts::{field, h2, quiet};
use crate::ui::runtime::Runtime;

/// The section *Jämfört med* of a result.
pub fn beside(runtime: Runtime, set: Arc<QuestionSet>, unit: UnitId) -> AnyView {
    let chosen = RwSignal::new(None::<usize>);
    following(move || {
        let all = runtime.read(&[Section::Targets], |model| series(model, &set));
        vec![section(runtime, &set, &unit, all, chosen).into()]
    })
}

fn section(
    runtime: Runtime,
    set: &Arc<QuestionSet>,
    unit: &UnitId,
    all: Vec<Series>,
    chosen: RwSignal<Option<usize>>,
) -> El {
    let own = &runtime.words().desk().benchmarks;
    let to_page = el("p").child(
        el("a")
            .id("to-benchmarks")
            .attr("href", Route::Benchmarks.href())
            .text(own.to_page),
    );
    let section = el("section").id("compared").child(h2(own.compared));
    if all.is_empty() {
        return section.child(quiet(own.nothing_to_compare)).child(to_page);
    }
    let options = all.iter().enumerate().map(|(place, series)| {
        el("option")
            .attr("value", place.to_string())
            .attr_if(
                "selected",
                (chosen.get_untracked() == Some(place)).then_some(""),
            )
            .text(series.name.clone())
    });
    let select = el("select")
        .class("ds-input")
        .id("compare-with")
        .child(el("option").attr("value", "").text(own.nothing_chosen))
        .children(options)
        .on("change", move |event| {
            chosen.set(value_of(&event).parse().ok());
        });
    let (set, unit) = (Arc::clone(set), unit.clone());
    section
        .child(field("compare-with", own.compare_with, None, select))
        .follows(move || {
            let series = chosen.get().and_then(|place| all.get(place));
            let shown = series.and_then(|series| shown(runtime, &set, &unit, series));
            shown.into_iter().flatten().map(Into::into).collect()
        })
        .child(to_page)
}

fn shown(runtime: Runtime, set: &QuestionSet, unit: &UnitId, series: &Series) -> Option<Vec<El>> {
    let picture: Rc<dyn Drawing> = runtime.read(&[Section::Answers], |model| {
        let result = result_of(model, set, unit)?;
        let drawn = Drawn {
            model,
            set,
            unit,
            result: &result,
        };
        let picture: Rc<dyn Drawing> = if series.is_band {
            Rc::new(bands(drawn, series))
        } else {
            Rc::new(compared_bars(drawn, series))
        };
        Some(picture)
    })?;
    let rests = (!series.is_band).then(|| {
        let rows = series.points.iter().map(|point| {
            let area = set.area(&point.area).map(|area| area.title.clone());
            let text = format!(
                "{}: {}, {}",
                area.unwrap_or_default(),
                point.printed,
                point.of
            );
            el("li").text(text)
        });
        let words = &runtime.words().desk().benchmarks;
        el("details")
            .class("ds-details")
            .child(el("summary").text(words.rests_on))
            .child(el("div").child(el("ul").children(rows)))
    });
    let mut out = vec![
        chart::card(runtime, "compared-picture", &picture),
        quiet(series.source.clone()).id("compared-source"),
    ];
    out.extend(rests);
    Some(out)
}
