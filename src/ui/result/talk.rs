//! What there is to talk about: what carries, what is missing, what is not known, where people differ.

use super::super::element::{El, el};
use super::super::parts::{h2, p};
use super::Told;
use crate::app::{AtLevel, Place, Route, Talk, Why, discussion};
use crate::domain::{QuestionId, RollUp, UnitId};

/// The sections that have something to say.
pub fn view(told: &Told) -> Vec<El> {
    let words = told.words();
    let found = told
        .runtime
        .peek(|model| discussion(model, &told.set, &told.unit));
    let strengths = found.strengths.iter().filter_map(|at| strength(told, at));
    let gaps = found.gaps.iter().filter_map(|at| gap(told, at));
    let unknown = found
        .unknown
        .iter()
        .filter_map(|(question, by)| Some(el("li").child(link(told, question, by)?)));
    let talks = found.talks.iter().filter_map(|talk| differs(told, talk));
    let sections = [
        section(
            "strengths",
            words.strengths,
            words.strengths_about,
            strengths.collect(),
        ),
        section(
            "gaps",
            words.next_steps,
            words.next_steps_about,
            gaps.collect(),
        ),
        section("talks", words.talks, words.talks_about, talks.collect()),
        section(
            "unknown",
            words.unknown,
            words.unknown_about,
            unknown.collect(),
        ),
    ];
    let sections: Vec<El> = sections.into_iter().flatten().collect();
    if sections.is_empty() {
        return Vec::new();
    }
    vec![el("div").class("talk").children(sections)]
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

/// A question as a link to it, for the unit that answered.
fn link(told: &Told, question: &QuestionId, by: &UnitId) -> Option<El> {
    let (_, asked) = told.set.question(question)?;
    let href = Route::Answer(Some(Place {
        set: told.set.id.clone(),
        unit: by.clone(),
        question: Some(question.clone()),
    }))
    .href();
    Some(el("a").attr("href", href).text(asked.text.clone()))
}

fn strength(told: &Told, at: &AtLevel) -> Option<El> {
    let name = level_name(told, at.level)?;
    Some(
        el("li")
            .child(link(told, &at.question, &at.by)?)
            .child(el("br"))
            .child(el("span").class("quiet").text(name)),
    )
}

/// A low level, and what takes one a step up.
fn gap(told: &Told, at: &AtLevel) -> Option<El> {
    let (_, question) = told.set.question(&at.question)?;
    let activity = question
        .activities
        .get(usize::from(at.level.checked_sub(1)?))?;
    let next = at.level.saturating_add(1);
    let from_to = match told.set.roll_up {
        RollUp::MeanOfAreas => (told.words().step_from_to)(at.level, next),
        RollUp::Fulfilment => (told.words().step_to)(&level_name(told, next)?),
    };
    Some(
        el("li")
            .child(link(told, &at.question, &at.by)?)
            .child(el("br"))
            .child(el("span").class("quiet").text(format!("{from_to} ")))
            .text(activity.clone()),
    )
}

fn differs(told: &Told, talk: &Talk) -> Option<El> {
    let words = told.words();
    let why = match talk.why {
        Why::TwoAnswers => words.talk_two_answers.to_owned(),
        Why::Apart { low, high } => {
            (words.talk_apart)(&level_name(told, low)?, &level_name(told, high)?)
        }
        Why::Unsure => words.talk_unsure.to_owned(),
    };
    Some(
        el("li")
            .child(link(told, &talk.question, &talk.by)?)
            .child(el("br"))
            .child(el("span").class("quiet").text(why)),
    )
}

/// A level as it is written: with its number where the levels are numbered.
fn level_name(told: &Told, level: u8) -> Option<String> {
    let step = told.set.scale.iter().find(|step| step.value == level)?;
    Some(match told.set.roll_up {
        RollUp::MeanOfAreas => format!("{} {}", step.value, step.name),
        RollUp::Fulfilment => step.name.clone(),
    })
}
