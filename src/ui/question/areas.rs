//! Where one is: the areas with how far each has come, who answers, and *inte vårt område*.

use leptos::prelude::*;

use super::super::element::{El, el};
use super::super::parts::{Weight, button, quiet};
use super::{Asked, href};
use crate::app::{AreaProgress, Msg, Progress, Route, Section, progress};
use crate::domain::{Address, PersonField, Voice, owner};
use crate::i18n::Words;

/// The column beside the question.
pub fn view(asked: &Asked) -> El {
    let words = asked.runtime.words();
    let unit = asked.runtime.peek(|model| model.unit_name(&asked.unit));
    let minutes = usize::from(asked.set.minutes_per_question);
    let all = asked
        .runtime
        .peek(|model| progress(model, &asked.set, &asked.unit).asked)
        .max(1);
    let (areas, followed) = (asked.clone(), asked.clone());
    let far = Memo::new(move |_| far(&followed));
    let bar = el("progress")
        .attr("max", all.to_string())
        .value(move || far.with(|far| far.done.to_string()))
        .attr_follows("aria-label", move || {
            Some(far.with(|far| (words.progress_label)(far.done, far.asked)))
        });
    let line = quiet("").id("far").text_follows(move || {
        let far = far.get();
        if far.asked == 0 {
            return words.nothing_asked.to_owned();
        }
        if far.done == far.asked {
            return words.all_done.to_owned();
        }
        let left = (words.minutes_left)((far.asked - far.done) * minutes);
        format!("{} · {left}", (words.n_of_m)(far.done, far.asked))
    });
    let list = el("ol").follows(move || {
        far.get()
            .areas
            .iter()
            .filter_map(|area| one(&areas, words, area))
            .map(Into::into)
            .collect()
    });
    el("aside")
        .class("areas")
        .child(
            el("p")
                .class("quiet whose")
                .text(format!("{} · ", asked.set.title))
                .child(el("strong").text(unit)),
        )
        .child(bar)
        .child(line)
        .child(el("nav").attr("aria-label", words.areas).child(list))
        .child(who(asked, words))
        .children(not_ours(asked, words))
        .children(send_on(asked, words))
}

fn far(asked: &Asked) -> Progress {
    asked
        .runtime
        .read(&[Section::Answers, Section::Device], |model| {
            progress(model, &asked.set, &asked.unit)
        })
}

fn one(asked: &Asked, words: &'static Words, far: &AreaProgress) -> Option<El> {
    let area = asked.set.area(&far.area)?;
    let current = asked
        .question()
        .is_some_and(|(here, _)| here.id == far.area);
    let done = far.done == far.asked && !far.not_ours;
    let count = if far.not_ours {
        words.not_our_area.to_owned()
    } else if done {
        "✓".to_owned()
    } else if far.optional && far.done == 0 {
        words.voluntary.to_owned()
    } else {
        (words.n_of_m)(far.done, far.asked)
    };
    let link = el("a")
        .attr("href", href(&asked.set, &asked.unit, &far.first))
        .attr_if("aria-current", current.then_some("step"))
        .child(el("span").text(area.title.clone()))
        .child(
            el("span")
                .class("count")
                .attr_if("aria-hidden", done.then_some("true"))
                .text(count),
        )
        .children(done.then(|| el("span").class("ds-sr-only").text(words.area_done)));
    Some(el("li").child(link))
}

fn who(asked: &Asked, words: &'static Words) -> El {
    let line = asked.runtime.peek(|model| match model.device.voice() {
        Voice::Together => words.answering_together.to_owned(),
        Voice::Proposal(person) => {
            let role = model
                .document
                .text(&Address::Person(person, PersonField::Role));
            (words.proposing_as)(role.unwrap_or_default())
        }
        Voice::Person(person) => {
            let role = model
                .document
                .text(&Address::Person(person, PersonField::Role));
            (words.answering_as)(role.unwrap_or_default())
        }
    });
    el("p").class("quiet who").text(format!("{line} ")).child(
        el("a")
            .attr("href", Route::Answer(None).href())
            .text(words.change),
    )
}

/// A link to the area alone, for a colleague who proposes answers.
fn send_on(asked: &Asked, words: &'static Words) -> Option<El> {
    let (area, _) = asked.question()?;
    let id = area.id.clone();
    let proposes = asked.runtime.peek(|model| model.device.area.is_some());
    let asked = asked.clone();
    (!proposes).then(|| {
        button(Weight::Tertiary, "send-area", words.send_area, move || {
            let (set, unit) = (asked.set.id.clone(), asked.unit.clone());
            asked.runtime.send(Msg::SendArea(set, unit, id.clone()));
        })
    })
}

/// One gesture for the whole area; it can be undone.
fn not_ours(asked: &Asked, words: &'static Words) -> Option<El> {
    let (area, _) = asked.question()?;
    // Whoever was named for an area answers it.
    let named = asked.runtime.peek(|model| {
        let round = model.round()?;
        owner(&model.document, &round, &asked.set.id, &area.id)
    });
    if named.is_some() {
        return None;
    }
    let (id, title) = (area.id.clone(), area.title.clone());
    let asked = asked.clone();
    Some(button(
        Weight::Tertiary,
        "not-ours",
        (words.mark_not_our_area)(&title),
        move || {
            let set = asked.set.id.clone();
            asked
                .runtime
                .send(Msg::NotOurArea(set, asked.unit.clone(), id.clone()));
            super::to_open_or_result(&asked);
        },
    ))
}
