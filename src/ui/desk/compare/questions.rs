//! The questions that are looked at, one after the other: each unit's answer and reason side by side.

use std::rc::Rc;

use leptos::prelude::*;

use super::Shown;
use crate::app::Route;
use crate::app::desk::comparing::{Asked, Said, UnitAnswer, side_by_side, spread_of_answers};
use crate::charts::Drawing;
use crate::domain::{QuestionId, SetId};
use crate::i18n::Words;
use crate::ui::chart;
use crate::ui::element::{El, el, following};
use crate::ui::parts::{h2, p, perhaps, quiet};

/// A section for each question.
pub fn view(shown: &Shown) -> Vec<El> {
    let asked = shown.read(side_by_side);
    asked.iter().map(|asked| section(shown, asked)).collect()
}

fn section(shown: &Shown, asked: &Asked) -> El {
    let words = shown.words();
    let own = &words.desk().compare;
    let set = shown.beside.set.id.clone();
    let has_area = shown.beside.view.area.is_some();
    let more: Vec<String> = [
        asked
            .between
            .more
            .as_ref()
            .map(|more| format!("{} {more}", own.between)),
        asked
            .individuals
            .as_ref()
            .and_then(|said| said.more.as_ref())
            .map(|more| format!("{} {more}", own.individuals)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let rows = asked
        .answers
        .iter()
        .map(|answer| row(words, &set, &asked.question, answer));
    let heads = [words.print_whose, own.answer, own.reason];
    let heads = heads.map(|head| el("th").attr("scope", "col").text(head));
    let table = el("table")
        .class("answers")
        .child(el("caption").class("ds-sr-only").text(asked.text.clone()))
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows));
    el("section")
        .class("asked")
        .id(format!("q-{}", asked.question))
        .child(h2(format!("{}. {}", asked.number, asked.text)))
        .children((!has_area).then(|| quiet(asked.area.clone())))
        .child(spread(None, &asked.between))
        .children(
            asked
                .individuals
                .as_ref()
                .map(|said| spread(Some(own.individuals), said)),
        )
        .children((!more.is_empty()).then(|| {
            el("details")
                .class("ds-details")
                .child(el("summary").text(own.more))
                .child(el("div").children(more.into_iter().map(p)))
        }))
        .child(table)
        .child(distribution(shown, &asked.question))
}

fn spread(before: Option<&'static str>, said: &Said) -> El {
    let words = el("strong").text(said.words.clone());
    match before {
        Some(before) => p(before).class("spread").text(" ").child(words),
        None => el("p").class("spread").child(words),
    }
}

fn row(words: &'static Words, set: &SetId, question: &QuestionId, answer: &UnitAnswer) -> El {
    let own = &words.desk().compare;
    let place = crate::app::Place {
        set: set.clone(),
        unit: answer.unit.clone(),
        question: Some(question.clone()),
    };
    let link = el("a")
        .attr("href", Route::Answer(Some(place)).href())
        .text(answer.name.clone());
    let reasons = answer.reasons.iter().map(|(role, text)| {
        let role = role
            .as_ref()
            .map(|role| el("span").class("quiet").text(format!("{role}: ")));
        el("p").children(role).text(text.clone())
    });
    let reasons = if answer.reasons.is_empty() {
        vec![quiet(own.no_reason)]
    } else {
        reasons.collect()
    };
    let not_agreed = answer.not_agreed.then(|| {
        el("span")
            .class("quiet")
            .text(format!(" ({})", words.not_agreed))
    });
    el("tr")
        .child(el("th").attr("scope", "row").child(link))
        .child(el("td").text(answer.answer.clone()).children(not_agreed))
        .child(el("td").children(reasons))
}

/// The distribution is drawn when somebody wants to see it: an area has many questions.
fn distribution(shown: &Shown, question: &QuestionId) -> El {
    let own = &shown.words().desk().compare;
    let open = RwSignal::new(false);
    let (drawn, id) = (shown.clone(), question.clone());
    let drawn = StoredValue::new_local((drawn, id));
    el("details")
        .class("ds-details")
        .id(format!("spread-{question}"))
        .child(el("summary").text(own.show_distribution))
        .on("toggle", move |_| open.set(true))
        .child(following(move || {
            let spec = drawn.with_value(|(shown, id)| {
                let wanted = open.get();
                wanted.then(|| picture(shown, id)).flatten()
            });
            perhaps(spec)
        }))
}

fn picture(shown: &Shown, question: &QuestionId) -> Option<El> {
    let compared = &shown.beside.compared;
    let across = compared
        .questions
        .iter()
        .find(|q| q.question == *question)?;
    let (_, asked) = shown.beside.set.question(question)?;
    let spec = shown.read(|model, beside| spread_of_answers(model, beside, across, asked));
    let spec: Rc<dyn Drawing> = Rc::new(spec);
    Some(chart::card(
        shown.runtime,
        &format!("distribution-{question}"),
        &spec,
    ))
}
