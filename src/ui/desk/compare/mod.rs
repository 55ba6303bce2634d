//! *Jämför*: where they differ, what they share, what to talk about first. The address says what is shown.

mod filters;
mod heat_map;
mod overview;
mod questions;
mod whole;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::super::element::{El, el, following};
use super::super::parts::{Weight, button, heading, p, page, quiet, way};
use super::super::runtime::Runtime;
use super::super::{lost, waiting};
use crate::app::desk::comparing::{
    Apart, Beside, CompareView, Finding, NotYet, beside_again, csv_of, finding,
};
use crate::app::{Model, Route, Section};
use crate::domain::round_name;
use crate::exchange::plain_name;
use crate::i18n::{Words, measured};
use crate::platform::{self, Kind};

/// What the page is made of: when it changes, the page is drawn anew.
const WATCHED: &[Section] = &[
    Section::Sets,
    Section::Answers,
    Section::Units,
    Section::Targets,
];

thread_local! {
    /// What was reckoned last and from which version of the sections, so that a filter or another page of the table need not do
    /// it again.
    static KNOWN: RefCell<Option<(u32, Beside)>> = const { RefCell::new(None) };
}

/// A comparison on its page, with what every part of it needs.
#[derive(Clone)]
struct Shown {
    runtime: Runtime,
    beside: Rc<Beside>,
}

impl Shown {
    fn words(&self) -> &'static Words {
        self.runtime.words()
    }

    /// Reads what is to be shown.
    fn read<T>(&self, read: impl FnOnce(&Model, &Beside) -> T) -> T {
        self.runtime.peek(|model| read(model, &self.beside))
    }

    /// The address of the same view with something changed.
    fn href(&self, change: impl FnOnce(&mut CompareView)) -> String {
        self.beside.with(change).route().href()
    }
}

/// The page.
pub fn view(runtime: Runtime, address: &str) -> AnyView {
    let Some(view) = CompareView::parse(address) else {
        return lost::view(runtime).into();
    };
    let settings = whole::settings(runtime, view.clone());
    let compared = following(move || {
        let version = runtime.version(WATCHED);
        let before = KNOWN.with_borrow_mut(Option::take);
        let before = before.filter(|(then, _)| *then == version);
        let before = before.as_ref().map(|(_, before)| before);
        let found = runtime.read(WATCHED, |model| beside_again(model, &view, before));
        let known = found.as_ref().ok().map(|found| (version, found.clone()));
        KNOWN.set(known);
        vec![match found {
            Ok(found) => shown(&Shown {
                runtime,
                beside: Rc::new(found),
            })
            .into(),
            Err(why) => not_yet(runtime, &why).into(),
        }]
    });
    // What is typed there changes what stands above it, and must not be drawn anew by it.
    el("div").child(compared).child(settings).into()
}

fn not_yet(runtime: Runtime, why: &NotYet) -> El {
    let words = runtime.words();
    let own = &words.desk().compare;
    let (text, id, label, to) = match why {
        NotYet::NoSuchSet => return lost::view(runtime),
        NotYet::Set(state) => return waiting::view(runtime, state.as_ref()),
        NotYet::Rest => return waiting::view(runtime, None),
        NotYet::NoRound => (own.no_round, "to-round", words.round, Route::Round),
        NotYet::NoUnits => (own.no_units, "to-settings", words.settings, Route::Settings),
    };
    page(words.compare)
        .id("compare")
        .child(p(text).class("lead"))
        .child(el("p").child(way(Weight::Primary, id, label, to.href())))
}

fn shown(shown: &Shown) -> El {
    let article = el("article").class("page compare").id("compare");
    let article = match title_of_questions(shown) {
        Some(title) => article
            .child(heading(title))
            .child(eyebrow(shown))
            .child(back(shown)),
        None => article.children(found(shown)).child(eyebrow(shown)),
    };
    let article = article
        .child(filters::view(shown))
        .child(heat_map::view(shown))
        .child(take_along(shown));
    if shown.beside.looks_at_questions() {
        article.children(questions::view(shown))
    } else {
        article
            .child(overview::view(shown))
            .child(overview::outlines(shown))
            .child(whole::view(shown))
    }
}

/// The area or tag whose questions are looked at.
fn title_of_questions(shown: &Shown) -> Option<String> {
    let own = &shown.words().desk().compare;
    let view = &shown.beside.view;
    let area = view.area.as_ref().and_then(|id| shown.beside.set.area(id));
    let parts: Vec<&str> = [
        area.map(|area| area.title.as_str()),
        view.tag.map(own.tag_name),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| (own.questions_of)(&parts.join(", ")))
}

fn back(shown: &Shown) -> El {
    let own = &shown.words().desk().compare;
    let href = shown.href(|view| {
        view.area = None;
        view.tag = None;
    });
    el("p")
        .class("no-print")
        .child(el("a").id("compare-back").attr("href", href).text(own.back))
}

/// Which set, which round, how many have begun.
fn eyebrow(shown: &Shown) -> El {
    let own = &shown.words().desk().compare;
    let (begun, asked) = shown.beside.compared.begun();
    let parts = shown.read(|model, beside| {
        let made_up = model.is_example().then(|| model.words().made_up.to_owned());
        [
            Some(beside.set.title.clone()),
            Some(round_name(&model.document, &beside.round)),
            Some((own.begun)(begun, asked)),
            made_up,
        ]
    });
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    quiet(parts.join(" · ")).id("compare-what")
}

/// The finding as the page's heading, and what follows from it.
fn found(shown: &Shown) -> Vec<El> {
    let words = shown.words();
    let own = &words.desk().compare;
    let found = finding(&shown.beside);
    let area = |id| {
        let area = shown.beside.set.area(id);
        area.map(|area| area.title.clone()).unwrap_or_default()
    };
    match found {
        Finding::Nothing => vec![heading(own.nothing), p(own.nothing_about).class("lead")],
        Finding::TooFew => vec![heading(own.too_few), p(own.too_few_about).class("lead")],
        Finding::Compared {
            apart,
            shared,
            first,
        } => {
            let title = match &apart {
                Some(apart) => (own.apart)(&area(&apart.area)),
                None => own.together.to_owned(),
            };
            let from_to = apart.as_ref().map(|apart| from_to(shown, apart));
            let shared = match shared {
                Some((id, under, of)) => (own.shared_first)(&area(&id), under, of),
                None => own.shared_none.to_owned(),
            };
            let sentences: Vec<String> = from_to.into_iter().chain([shared]).collect();
            let lead = p(sentences.join(" ")).class("lead").id("compare-finding");
            let first = first.and_then(|id| {
                let (area, question) = shown.beside.set.question(&id)?;
                let href = shown.href(|view| view.area = Some(area.id.clone()));
                let link = el("a").attr("href", href).text(question.text.clone());
                Some(p(own.talk_first).id("compare-first").text(" ").child(link))
            });
            [heading(title), lead].into_iter().chain(first).collect()
        }
    }
}

fn from_to(shown: &Shown, apart: &Apart) -> String {
    let own = &shown.words().desk().compare;
    shown.read(|model, beside| {
        let value = |value| measured(beside.set.roll_up, value, model.device.language);
        (own.from_to)(
            &value(apart.low.0),
            &model.unit_name(&apart.low.1),
            &value(apart.high.0),
            &model.unit_name(&apart.high.1),
        )
    })
}

/// The table as a file, and the page on paper.
fn take_along(shown: &Shown) -> El {
    let words = shown.words();
    let own = &words.desk().compare;
    let taken = shown.clone();
    let save = move || {
        let (name, text) = taken.read(|model, beside| {
            let round = round_name(&model.document, &beside.round);
            let title = format!("{} {} {round}", own.csv_name, beside.set.title);
            let example = if model.is_example() {
                words.example_file
            } else {
                ""
            };
            let name = format!("{example}{}.csv", plain_name(&title));
            (name, csv_of(model, beside))
        });
        platform::offer(&name, Kind::Csv, &text);
    };
    el("p")
        .class("buttons")
        .child(button(Weight::Secondary, "compare-csv", own.save_csv, save))
        .child(button(
            Weight::Secondary,
            "print",
            words.print,
            platform::print,
        ))
        .child(way(
            Weight::Secondary,
            "to-trend",
            words.trend,
            Route::Trend(None, None).href(),
        ))
        .child(way(
            Weight::Secondary,
            "to-benchmarks",
            words.desk().benchmarks.title,
            Route::Benchmarks.href(),
        ))
        .children(super::ways_on(words))
}
