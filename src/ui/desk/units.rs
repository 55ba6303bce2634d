//! Units that are one because they were created twice, and units that are out of the lists.

use crate::app::{DeskMsg, Model, Section};
use crate::domain::{Unit, UnitId, hidden_units, units};
use crate::i18n::UnitsWords;
use crate::ui::element::{El, el, value_of};
use crate::ui::parts::{Weight, button, h2, p, page, quiet};
use crate::ui::runtime::Runtime;

/// The page of units that are one, and of hidden ones.
pub fn view(runtime: Runtime) -> El {
    let words = &runtime.words().desk().units;
    page(words.title)
        .child(p(words.lead).class("lead"))
        .follows(move || {
            runtime.read(&[Section::Units], |model| {
                let joined = joined(runtime, model, words);
                let hidden = hidden(runtime, model, words);
                [Some(to_join(runtime, model, words)), joined, hidden]
                    .into_iter()
                    .flatten()
                    .map(Into::into)
                    .collect()
            })
        })
}

fn to_join(runtime: Runtime, model: &Model, words: &'static UnitsWords) -> El {
    let list = units(&model.document);
    if list.len() < 2 {
        return p(words.too_few);
    }
    let rows: Vec<El> = list
        .iter()
        .map(|unit| one_to_join(runtime, unit, &list, words))
        .collect();
    el("ul").class("units").children(rows)
}

fn one_to_join(runtime: Runtime, unit: &Unit, list: &[Unit], words: &'static UnitsWords) -> El {
    let id = format!("join-{}", unit.id);
    let others = list.iter().filter(|other| other.id != unit.id);
    let options = others.map(|other| {
        el("option")
            .attr("value", other.id.as_str().to_owned())
            .text(other.name.clone())
    });
    let own = unit.id.clone();
    let select = el("select")
        .class("ds-input")
        .id(id.clone())
        .child(el("option").attr("value", "").text(words.on_its_own))
        .children(options)
        .on("change", move |event| {
            if let Some(other) = UnitId::parse(&value_of(&event)) {
                runtime.send(DeskMsg::Join(own.clone(), Some(other)));
            }
        });
    el("li")
        .child(
            el("label")
                .attr("for", id)
                .text((words.is_the_same)(&unit.name)),
        )
        .child(select)
}

/// Units that are another one, each with the way back.
fn joined(runtime: Runtime, model: &Model, words: &'static UnitsWords) -> Option<El> {
    let joined = model.document.joined_units();
    let rows = joined.iter().map(|(from, to)| {
        let text = (words.counts_as)(&model.unit_name(from), &model.unit_name(to));
        let apart = from.clone();
        el("li").child(el("span").text(text)).child(button(
            Weight::Tertiary,
            format!("apart-{from}"),
            words.take_apart,
            move || runtime.send(DeskMsg::Join(apart.clone(), None)),
        ))
    });
    (!joined.is_empty()).then(|| {
        el("section")
            .id("joined")
            .child(h2(words.joined))
            .child(quiet(words.joined_about))
            .child(el("ul").class("units").children(rows))
    })
}

/// Units that are out of the lists, each with the way back.
fn hidden(runtime: Runtime, model: &Model, words: &'static UnitsWords) -> Option<El> {
    let hidden = hidden_units(&model.document);
    let rows = hidden.iter().map(|unit| {
        let shown = unit.id.clone();
        el("li")
            .child(el("span").text(model.unit_name(&unit.id)))
            .child(button(
                Weight::Tertiary,
                format!("show-{}", unit.id),
                words.show,
                move || runtime.send(DeskMsg::ShowUnit(shown.clone())),
            ))
    });
    (!hidden.is_empty()).then(|| {
        el("section")
            .id("hidden-units")
            .child(h2(words.hidden))
            .child(quiet(words.hidden_about))
            .child(el("ul").class("units").children(rows))
    })
}
