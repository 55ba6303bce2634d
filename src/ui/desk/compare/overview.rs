//! What there is to talk about across the units, and their profiles over each other.

use std::rc::Rc;

use super::Shown;
use crate::app::desk::comparing::{MOST_OUTLINES, PAGE, outlines as spec_of, said};
use crate::charts::Drawing;
use crate::domain::{AreaId, QuestionAcross, UnitId, Unknown};
use crate::platform;
use crate::ui::chart;
use crate::ui::element::{El, el, ticked};
use crate::ui::parts::{h2, p, quiet, tick};

/// So many of each, so that they can be talked about.
const FEW: usize = 5;

/// Where they differ, what nobody knows, what they share.
pub fn view(shown: &Shown) -> El {
    let own = &shown.words().desk().compare;
    let compared = &shown.beside.compared;
    let divided = compared.divided().into_iter().take(FEW);
    let divided = divided.filter_map(|question| {
        let said = shown.read(|model, _| said(model, &question.between));
        item(shown, question, said.words)
    });
    let unknown = compared.unknown().into_iter();
    let unknown = unknown.filter_map(|(question, how)| {
        let (unknown, relevant) = (question.counts.dont_know, question.counts.relevant());
        let words = match how {
            Unknown::All => (own.unknown_all)(unknown),
            Unknown::Most => (own.unknown_most)(unknown, relevant),
        };
        item(shown, question, words)
    });
    let areas = compared.shared_areas().into_iter().take(FEW);
    let areas = areas.filter_map(|area| {
        let title = shown.beside.set.area(&area.area)?.title.clone();
        let words = (own.shared_by)(area.under);
        Some(link(shown, &area.area, title, words))
    });
    let questions = compared.shared_questions().into_iter().take(FEW);
    let questions =
        questions.filter_map(|question| item(shown, question, (own.shared_by)(question.under)));
    let shared: Vec<El> = areas.chain(questions).collect();
    let sections = [
        section("divided", own.divided, own.divided_about, divided.collect()),
        section("unknown", own.unknown, own.unknown_about, unknown.collect()),
        section("shared", own.shared, own.shared_about, shared),
    ];
    el("div")
        .class("talk")
        .children(sections.into_iter().flatten())
}

fn section(
    id: &'static str,
    title: &'static str,
    about: &'static str,
    items: Vec<El>,
) -> Option<El> {
    (!items.is_empty()).then(|| {
        el("section")
            .id(id)
            .child(h2(title))
            .child(p(about))
            .child(el("ul").class("steps-list").children(items))
    })
}

fn item(shown: &Shown, across: &QuestionAcross, words: String) -> Option<El> {
    let (area, question) = shown.beside.set.question(&across.question)?;
    Some(link(shown, &area.id, question.text.clone(), words))
}

fn link(shown: &Shown, area: &AreaId, text: String, words: String) -> El {
    let href = shown.href(|view| view.area = Some(area.clone()));
    el("li")
        .child(el("a").attr("href", href).text(text))
        .child(el("br"))
        .child(el("span").class("quiet").text(words))
}

/// The radar of the units that one chooses; each choice is a part of the address.
pub fn outlines(shown: &Shown) -> El {
    let own = &shown.words().desk().compare;
    let chosen = &shown.beside.view.units;
    let listed = shown.beside.compared.units.iter().take(PAGE);
    let units: Vec<UnitId> = listed
        .map(|line| line.unit.clone())
        .chain([UnitId::municipality()])
        .collect();
    let ticks = units.into_iter().map(|unit| {
        let is_chosen = chosen.contains(&unit);
        let name = shown.read(|model, _| model.unit_name(&unit));
        let full = (chosen.len() >= MOST_OUTLINES && !is_chosen).then_some("");
        let (on, off) = (
            shown.href(|view| view.units.push(unit.clone())),
            shown.href(|view| view.units.retain(|other| *other != unit)),
        );
        let box_ = tick(
            "checkbox",
            format!("outline-{unit}"),
            "outline",
            move || is_chosen,
            move |event| {
                let href = if ticked(&event) { &on } else { &off };
                platform::go_and_stay(href);
            },
        );
        el("label")
            .class("choice")
            .child(box_.attr_if("disabled", full))
            .child(el("span").text(name))
    });
    let picture = shown.read(spec_of).map(|spec| {
        let spec: Rc<dyn Drawing> = Rc::new(spec);
        chart::card(shown.runtime, "outlines", &spec)
    });
    el("section")
        .id("compare-outlines")
        .child(h2(own.outlines))
        .child(quiet(own.outlines_about))
        .child(
            el("fieldset")
                .class("marks no-print")
                .child(el("legend").text((own.outlines_choose)(MOST_OUTLINES)))
                .children(ticks),
        )
        .children(picture)
}
