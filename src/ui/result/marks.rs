//! Level bars and profile, with the marks that one asks for.

use std::rc::Rc;

use leptos::prelude::*;

use super::super::chart;
use super::super::element::{El, el, ticked};
use super::super::parts::choice;
use super::Told;
use crate::app::earlier_result;
use crate::app::pictures::{Marks, level_bars, radar};
use crate::charts::Drawing;
use crate::domain::{RollUp, target};
use crate::i18n::Words;

/// The bars by area; *uppnådd nivå* and the round before on demand.
pub fn bars(told: &Told) -> El {
    let marks = RwSignal::new(Marks::default());
    let drawn = told.clone();
    el("div")
        .class("marked")
        .follows(move || vec![bars_with(&drawn, marks.get()).into()])
        .children(choices(told, marks))
}

fn bars_with(told: &Told, marks: Marks) -> El {
    let spec: Rc<dyn Drawing> = Rc::new(told.drawn(|drawn| level_bars(drawn, marks)));
    chart::card(told.runtime, "bars", &spec)
}

/// The profile over the areas, with targets and the round before.
pub fn profile(told: &Told) -> El {
    let spec: Rc<dyn Drawing> = Rc::new(told.drawn(|drawn| radar(drawn, Marks::ALL)));
    chart::card(told.runtime, "radar", &spec)
}

/// Ticks for the marks that there is something to show for.
fn choices(told: &Told, marks: RwSignal<Marks>) -> Option<El> {
    let words = told.words();
    let (has_target, has_earlier) = told.runtime.peek(|model| {
        let decided = |area: &crate::domain::AreaResult| {
            target(&model.document, &told.unit, &told.set, &area.area)
                .value
                .is_some()
        };
        (
            told.result.areas.iter().any(decided),
            earlier_result(model, &told.set, &told.unit).is_some(),
        )
    });
    let is_levels = told.set.roll_up == RollUp::MeanOfAreas;
    let offered = [
        (
            has_target,
            one("mark-target", words, marks, |m| &mut m.target, |w| w.target),
        ),
        (
            is_levels,
            one(
                "mark-reached",
                words,
                marks,
                |m| &mut m.reached,
                |w| w.reached,
            ),
        ),
        (
            has_earlier,
            one(
                "mark-earlier",
                words,
                marks,
                |m| &mut m.earlier,
                |w| w.earlier_round,
            ),
        ),
    ];
    let ticks: Vec<El> = offered
        .into_iter()
        .filter_map(|(offered, tick)| offered.then_some(tick))
        .collect();
    (!ticks.is_empty()).then(|| {
        el("fieldset")
            .class("marks")
            .child(el("legend").text(words.show_in_picture))
            .children(ticks)
    })
}

fn one(
    id: &'static str,
    words: &'static Words,
    marks: RwSignal<Marks>,
    field: fn(&mut Marks) -> &mut bool,
    label: fn(&Words) -> &'static str,
) -> El {
    choice(
        "checkbox",
        id,
        id,
        move || *field(&mut marks.get()),
        move |event| marks.update(|marks| *field(marks) = ticked(&event)),
    )
    .child(el("span").text(label(words)))
}
