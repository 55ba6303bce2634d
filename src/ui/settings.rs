//! Names and order of units, the municipality's own words, and what belongs to this device.

use leptos::prelude::*;

use super::element::{El, el, ticked, value_of};
use super::parts::{Weight, button, choice, field, h2, input, page, quiet};
use super::runtime::Runtime;
use crate::app::{Model, Move, Msg, Section};
use crate::domain::{Address, DocumentField, UnitId, units};
use crate::i18n::{WithText, Words};
use crate::platform;

/// The page of settings.
pub fn view(runtime: Runtime) -> El {
    let words = runtime.words();
    // The rows are drawn anew when units come, go or move; a new name alone leaves them where a finger may be.
    let ids = Memo::new(move |_| {
        runtime.read(&[Section::Units], |model| {
            let list = units(&model.document).into_iter();
            list.map(|unit| unit.id).collect::<Vec<UnitId>>()
        })
    });
    let own = Memo::new(move |_| word(runtime));
    let digits = choice(
        "checkbox",
        "digit-keys",
        "digit-keys",
        move || runtime.read(&[Section::Device], |model| model.device.digit_keys),
        move |event| runtime.send(Msg::DigitKeys(ticked(&event))),
    );
    let leads = choice(
        "checkbox",
        "leads",
        "leads",
        move || runtime.read(&[Section::Device], |model| model.device.leads),
        move |event| runtime.send(Msg::Lead(ticked(&event))),
    );
    page(words.settings)
        .child(
            el("section")
                .child(kept(
                    runtime,
                    DocumentField::Municipality,
                    ("municipality", words.settings_municipality, None),
                    move |name| {
                        runtime.send(Msg::NameMunicipality(name));
                    },
                ))
                .child(kept(
                    runtime,
                    DocumentField::UnitWord,
                    (
                        "unit-word",
                        words.settings_unit_word,
                        Some(words.settings_unit_word_hint),
                    ),
                    move |word| runtime.send(Msg::NameUnitWord(word)),
                ))
                .child(quiet(words.settings_autosave)),
        )
        .child(
            el("section")
                .child(h2("").text_follows(move || (words.settings_units)(&word(runtime))))
                .follows(move || vec![list(runtime, words, ids.get()).into()])
                .follows(move || vec![add(runtime, words, &own.get()).into()]),
        )
        .child(
            el("section")
                .child(h2(words.settings_device))
                .child(digits.child(el("span").text(words.settings_digits)))
                .child(leads.child(el("span").text(words.settings_leads))),
        )
}

/// The word for a unit, followed.
fn word(runtime: Runtime) -> String {
    runtime.read(&[Section::Units], Model::unit_word)
}

/// A field that keeps its text when it is left.
fn kept(
    runtime: Runtime,
    what: DocumentField,
    (id, label, hint): (&'static str, &'static str, Option<&'static str>),
    keep: impl Fn(String) + 'static,
) -> El {
    let control = input(id)
        .value(move || {
            runtime.read(&[Section::Undone], |model| {
                let text = model.document.text(&Address::Document(what));
                text.unwrap_or_default().to_owned()
            })
        })
        .on("change", move |event| keep(value_of(&event)));
    field(id, label, hint, control)
}

fn list(runtime: Runtime, words: &'static Words, list: Vec<UnitId>) -> El {
    if list.is_empty() {
        return el("p").text_follows(move || (words.settings_no_units)(&word(runtime)));
    }
    let last = list.len().saturating_sub(1);
    let rows = list
        .into_iter()
        .enumerate()
        .map(|(place, unit)| row(runtime, words, &unit, place == 0, place == last));
    el("ul").class("units").children(rows)
}

fn row(runtime: Runtime, words: &'static Words, unit: &UnitId, first: bool, last: bool) -> El {
    let gesture =
        |what: &str, label: WithText, short: &'static str, off: bool, msg: fn(UnitId) -> Msg| {
            let id = format!("{what}-{unit}");
            let (moved, named, again) = (unit.clone(), unit.clone(), id.clone());
            button(Weight::Tertiary, id, short, move || {
                runtime.send(msg(moved.clone()));
                platform::focus(&again);
            })
            .attr_follows("aria-label", move || {
                let name = runtime.read(&[Section::Units], |model| model.unit_name(&named));
                Some(label(&name))
            })
            .attr_if("disabled", off.then_some(""))
        };
    let (id, shown) = (unit.clone(), unit.clone());
    let rename = input(format!("name-{unit}"))
        .attr("aria-label", words.name)
        .value(move || runtime.read(&[Section::Undone], |model| model.unit_name(&shown)))
        .on("change", move |event| {
            runtime.send(Msg::NameUnit(id.clone(), value_of(&event)));
        });
    let up = gesture("up", words.move_up, words.up, first, |id| {
        Msg::MoveUnit(id, Move::Up)
    });
    let down = gesture("down", words.move_down, words.down, last, |id| {
        Msg::MoveUnit(id, Move::Down)
    });
    let hide = gesture("hide", words.hide, words.hide_short, false, Msg::HideUnit);
    el("li").child(rename).child(up).child(down).child(hide)
}

fn add(runtime: Runtime, words: &'static Words, word: &str) -> El {
    el("form")
        .class("add")
        .on("submit", move |event| {
            event.prevent_default();
            let name = platform::take_value("new-unit");
            runtime.send(Msg::AddUnit(name));
            platform::focus("new-unit");
        })
        .child(field(
            "new-unit",
            (words.begin_name)(word),
            None,
            input("new-unit"),
        ))
        .child(
            el("button")
                .class("ds-button")
                .attr("data-variant", "secondary")
                .attr("type", "submit")
                .text((words.add_unit)(word)),
        )
}
