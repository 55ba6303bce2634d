//! What was answered in the round before, beside the question, and *oförändrat*.

use leptos::prelude::*;

use super::super::element::{El, el};
use super::super::parts::{Weight, button, p, perhaps, quiet};
use super::Asked;
use super::beside::named;
use crate::app::{Model, Msg, SaidBefore, Section, Since, said_before, since};
use crate::domain::{Before, round_name, rounds};
use crate::platform;

/// The block; none where there has been one round only.
///
/// Rounds that are over are read after the first page: then the block has its room from the start and keeps it, so that
/// nothing moves under a hand.
pub fn view(asked: &Asked) -> Option<El> {
    let words = asked.runtime.words();
    let (is_first, late) = asked.runtime.peek(|model| {
        let is_first = rounds(&model.document).len() < 2;
        (is_first, model.partly)
    });
    if is_first {
        return None;
    }
    let (shown, offered, same) = (asked.clone(), asked.clone(), asked.clone());
    let said = move || {
        shown
            .runtime
            .read(&[Section::Answers, Section::Sets], |model| {
                if model.partly {
                    return vec![quiet(words.before_coming).into()];
                }
                match before(model, &shown) {
                    Some(before) => told(model, &shown, &before),
                    None if late => vec![quiet(words.before_none).into()],
                    None => Vec::new(),
                }
            })
    };
    let can = Memo::new(move |_| standing(&offered) == Since::Open);
    let is_same = Memo::new(move |_| standing(&same) == Since::Same);
    let asked = asked.clone();
    let offer = move || {
        let asked = asked.clone();
        perhaps(can.get().then(|| {
            button(Weight::Secondary, "unchanged", words.unchanged, move || {
                let (set, unit) = (asked.set.id.clone(), asked.unit.clone());
                let taken = Msg::Unchanged(set, unit, asked.question.clone());
                asked.runtime.send(taken);
                platform::focus("next");
            })
            .attr("data-size", "sm")
        }))
    };
    let status = el("span").attr("role", "status").text_follows(move || {
        let same = is_same.get();
        if same { words.unchanged_now } else { "" }.to_owned()
    });
    let block = el("section")
        .class(if late { "before late" } else { "before" })
        .id("before")
        .attr("aria-label", words.before_label)
        .attr_if("tabindex", late.then_some("0"))
        .follows(said)
        .child(el("div").follows(offer).child(status));
    Some(block)
}

fn standing(asked: &Asked) -> Since {
    asked.runtime.read(
        &[Section::Answers, Section::Device, Section::Sets],
        |model| {
            let found = before(model, asked).zip(asked.question());
            match found.filter(|_| !model.partly) {
                Some((before, (_, now))) => since(model, &asked.unit, now, &before),
                None => Since::Nothing,
            }
        },
    )
}

fn before(model: &Model, asked: &Asked) -> Option<SaidBefore> {
    said_before(model, &asked.set, &asked.unit, &asked.question)
}

/// Each answer with its reason, and what has become of its question.
fn told(model: &Model, asked: &Asked, before: &SaidBefore) -> Vec<AnyView> {
    let words = model.words();
    let set = before.set.as_ref().unwrap_or(&asked.set);
    let round = round_name(&model.document, &before.round);
    let when = if before.is_last {
        (words.before_last)(&round)
    } else {
        (words.before_earlier)(&round)
    };
    let one = |said: &Before| {
        let answers = said.answers.iter();
        let answers: Vec<String> = answers.map(|a| named(words, set, a.state)).collect();
        let reasons: Vec<String> = said.reasons.iter().map(|r| format!("”{r}”")).collect();
        let mut given = answers.join(" / ");
        if answers.len() > 1 {
            given = (words.before_two)(&given);
        }
        let mut told = vec![
            p("")
                .child(el("strong").text(when.clone()))
                .text(format!(" {given}")),
        ];
        if !reasons.is_empty() {
            told.push(p(reasons.join(" / ")));
        }
        let now = asked.question().map(|(_, now)| now);
        if said.question != asked.question {
            let was = set
                .question(&said.question)
                .map_or("", |(_, was)| &was.text);
            told.push(quiet((words.before_other)(was)));
        } else if !now.is_some_and(|now| said.means_the_same(now)) {
            told.push(quiet(words.before_changed));
        }
        told
    };
    before.said.iter().flat_map(one).map(Into::into).collect()
}
