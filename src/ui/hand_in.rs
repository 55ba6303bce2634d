//! Handing in: how much is done, how one is going to be seen, the file, and the receipt.

use leptos::prelude::*;

use super::element::{El, el, following};
use super::parts::{Weight, button, h2, p, page, quiet};
use super::runtime::Runtime;
use crate::app::{Msg, Route, Section, Way, own_receipt, result_of, to_hand_in};
use crate::domain::{RollUp, UnitId};
use crate::i18n::{LocalTime, Words, measured};
use crate::platform;

/// The page of handing in, for a unit or the one answered last.
pub fn view(runtime: Runtime, unit: Option<UnitId>) -> AnyView {
    following(move || {
        let sections = [
            Section::Sets,
            Section::Answers,
            Section::Units,
            Section::Device,
        ];
        let unit = unit
            .clone()
            .or_else(|| runtime.read(&sections, |model| model.device.unit.clone()));
        let Some(unit) = unit else {
            return vec![super::lost::view(runtime).into()];
        };
        let Some(so_far) = runtime.read(&sections, |model| to_hand_in(model, &unit)) else {
            return vec![super::waiting::view(runtime, None).into()];
        };
        let words = runtime.words();
        let name = runtime.peek(|model| model.unit_name(&unit));
        let open = so_far.of.saturating_sub(so_far.done);
        let gesture = |weight, id: &'static str, text, way| {
            let unit = unit.clone();
            button(weight, id, text, move || {
                runtime.send(Msg::HandIn(unit.clone(), way));
            })
        };
        let leads = runtime.peek(|model| model.device.leads);
        let buttons = el("p")
            .class("buttons")
            .child(gesture(
                Weight::Primary,
                "hand-in-file",
                words.hand_in_file,
                Way::File,
            ))
            .children(platform::can_share().then(|| {
                gesture(
                    Weight::Secondary,
                    "hand-in-share",
                    words.hand_in_share,
                    Way::Share,
                )
            }))
            .children(leads.then(|| {
                gesture(
                    Weight::Secondary,
                    "hand-in-here",
                    words.hand_in_here,
                    Way::Here,
                )
            }));
        let page = page(format!("{}: {name}", words.hand_in))
            .child(p((words.hand_in_so_far)(so_far.done, so_far.of)).class("lead"))
            .children((open > 0).then(|| p((words.hand_in_open)(open))))
            .children(receipt(runtime, words, &unit))
            .child(quiet(words.hand_in_about))
            .child(buttons)
            .child((runtime.program().hand_in)(runtime, unit.clone()))
            .child(
                el("p").child(
                    el("a")
                        .id("show-code")
                        .attr("href", Route::ShowCode(Some(unit.clone())).href())
                        .text(words.show_code),
                ),
            )
            .children(preview(runtime, words, &unit));
        vec![page.into()]
    })
}

fn receipt(runtime: Runtime, words: &'static Words, unit: &UnitId) -> Option<El> {
    let line = runtime.peek(|model| {
        let (receipt, changed) = own_receipt(model, unit)?;
        let date = LocalTime::new(receipt.at, platform::offset(receipt.at)).date();
        Some((words.receipt)(
            receipt.seal.done,
            receipt.seal.of,
            &date,
            changed,
        ))
    })?;
    let heading = el("strong").text(words.receipt_heading);
    Some(
        super::parts::alert("success")
            .id("receipt")
            .child(el("p").child(heading).text(format!(": {line}"))),
    )
}

/// Each area as the comparison is going to show it.
fn preview(runtime: Runtime, words: &'static Words, unit: &UnitId) -> Vec<El> {
    runtime.peek(|model| {
        let mut tables = Vec::new();
        for id in model.sets_of_round() {
            let Some(set) = model.set(&id) else { continue };
            let Some(result) = result_of(model, &set, unit) else {
                continue;
            };
            if result.areas.is_empty() {
                continue;
            }
            let rows = result.areas.iter().map(|area| {
                let title = set.area(&area.area).map_or("", |area| area.short.as_str());
                let value = match area.value {
                    Some(value) => measured(set.roll_up, value, model.device.language),
                    None => words.insufficient.to_owned(),
                };
                let far = (words.n_of_m)(area.counts.answered, area.counts.relevant());
                el("tr")
                    .child(el("th").attr("scope", "row").text(title.to_owned()))
                    .child(el("td").class("n").text(value))
                    .child(el("td").class("n").text(far))
            });
            let measure = match set.roll_up {
                RollUp::MeanOfAreas => words.mean,
                RollUp::Fulfilment => words.fulfilment,
            };
            let head = |text: &'static str| el("th").attr("scope", "col").text(text);
            let table = el("table")
                .child(el("caption").text(set.title.clone()))
                .child(
                    el("thead").child(
                        el("tr")
                            .child(head(words.area))
                            .child(head(measure))
                            .child(head(words.coverage)),
                    ),
                )
                .child(el("tbody").children(rows));
            let heading = tables.is_empty().then(|| h2(words.hand_in_preview));
            tables.push(
                el("section")
                    .children(heading)
                    .child(el("div").class("scroll").child(table)),
            );
        }
        tables
    })
}
