//! *Jämförelsevärden*: own levels, values with their source, what others share and what one shares oneself.

mod assessments;
mod beside;
mod files;
mod form;
mod levels;
mod register;
mod said;
mod sharing;

pub use beside::beside;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::{Route, Section, Sets};
use crate::domain::{QuestionSet, SetId};
use crate::i18n::Words;
use crate::ui::element::{El, el, value_of};
use crate::ui::parts::{field, h2, p, page, quiet};
use crate::ui::runtime::Runtime;
use crate::ui::waiting;

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    let words = runtime.words();
    let own = &words.desk().benchmarks;
    let chosen = RwSignal::new(runtime.peek(crate::app::Model::present_set));
    page(own.title)
        .class("page benchmarks")
        .child(p(own.lead).class("lead"))
        .child(with_oneself(words))
        .follows(move || vec![of_sets(runtime, words, chosen).into()])
        .child(files::view(runtime, words))
        .child(references(words))
        .child(assessments::view(runtime, words))
        .into()
}

/// Comparisons with oneself come first: they are there without entering anything.
fn with_oneself(words: &'static Words) -> El {
    let own = &words.desk().benchmarks;
    let link = |id: &'static str, href: String, text: &'static str| {
        el("li").child(el("a").id(id).attr("href", href).text(text))
    };
    el("section")
        .child(h2(own.own_first))
        .child(p(own.own_first_about))
        .child(
            el("ul")
                .child(link(
                    "to-compare",
                    Route::Compare(String::new()).href(),
                    own.to_units,
                ))
                .child(link(
                    "to-trend",
                    Route::Trend(None, None).href(),
                    own.to_rounds,
                )),
        )
}

/// What belongs to one set, with the choice of it.
fn of_sets(runtime: Runtime, words: &'static Words, chosen: RwSignal<SetId>) -> El {
    let own = &words.desk().benchmarks;
    let sets: Vec<Arc<QuestionSet>> = runtime.read(&[Section::Sets], |model| {
        let all = SetId::published().into_iter();
        all.filter_map(|id| model.set(&id)).collect()
    });
    let id = chosen.get();
    let Some(set) = sets.iter().find(|set| set.id == id).cloned() else {
        let state = runtime.peek(|model| model.set_state(&id).cloned());
        return match state {
            Some(Sets::Ready(_)) | None => el("div"),
            other => el("div").child(waiting::view(runtime, other.as_ref())),
        };
    };
    let options = sets.iter().map(|other| {
        el("option")
            .attr("value", other.id.as_str().to_owned())
            .attr_if("selected", (other.id == id).then_some(""))
            .text(other.title.clone())
    });
    let select = el("select")
        .class("ds-input")
        .id("which-set")
        .children(options)
        .on("change", move |event| {
            if let Some(id) = SetId::parse(&value_of(&event)) {
                chosen.set(id);
            }
        });
    el("div")
        .child(field("which-set", own.which_set, None, select))
        .child(levels::view(runtime, words, &set))
        .child(register::view(runtime, words, &set))
        .child(sharing::result(runtime, words))
        .child(sharing::benchmark(runtime, words, &set))
}

fn references(words: &'static Words) -> El {
    let own = &words.desk().benchmarks;
    let rows = own.reference_values.iter().map(|value| {
        el("li")
            .child(p(value.value))
            .child(quiet((own.reference_of)(value.population, value.source)))
            .child(quiet(value.caveat))
    });
    el("section")
        .id("references")
        .child(h2(own.references))
        .child(p(own.references_about))
        .child(
            el("details")
                .class("ds-details")
                .child(el("summary").text(own.references))
                .child(el("div").child(el("ul").class("entries").children(rows))),
        )
}
