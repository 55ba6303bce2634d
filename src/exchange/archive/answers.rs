//! A unit's answers to one set: each question with its text, and what every voice said to it.

use super::html::Html;
use super::reading::Reading;
use super::selection::in_order;
use crate::domain::{
    Address, Answer, Area, Facet, NotApplicable, Question, QuestionSet, RollUp, Standing, State,
    UnitId, Value, Version, Voice, asked, same_meaning, standing, text_of,
};
use crate::i18n::decimal;

/// Writes the areas in which the unit has said something; says whether there were any.
pub(super) fn write(html: &mut Html, reading: &Reading, unit: &UnitId, set: &QuestionSet) -> bool {
    if !reading.has_said(unit, set) {
        return false;
    }
    let asked = asked(reading.document, Some(reading.round), set, unit);
    for area in &set.areas {
        let here = asked.iter().find(|asked| asked.area.id == area.id);
        let is_asked = |question: &Question| {
            here.is_some_and(|here| here.questions.iter().any(|other| other.id == question.id))
        };
        // An area that the unit may answer, and has not begun, is not asked of it.
        if !says_something(reading, unit, area) && here.is_none_or(|here| here.optional) {
            continue;
        }
        html.element("h4", reading.foreign(set), &area.title)
            .raw("\n");
        for question in &area.questions {
            let asked = is_asked(question);
            if asked || !reading.voices(unit, &question.id).is_empty() {
                let place = Place {
                    unit,
                    set,
                    question,
                };
                write_question(html, reading, &place, asked);
            }
        }
    }
    true
}

fn says_something(reading: &Reading, unit: &UnitId, area: &Area) -> bool {
    let mut questions = area.questions.iter();
    questions.any(|question| !reading.voices(unit, &question.id).is_empty())
}

/// Where an answer stands.
struct Place<'a> {
    unit: &'a UnitId,
    set: &'a QuestionSet,
    question: &'a Question,
}

impl Place<'_> {
    fn address(&self, reading: &Reading, facet: Facet, voice: &Voice) -> Address {
        Address::answer(reading.round, self.unit, &self.question.id, facet, voice)
    }

    /// The versions at a facet, the one that is displayed first at the front.
    fn versions<'r>(&self, reading: &Reading<'r>, facet: Facet, voice: &Voice) -> Vec<&'r Version> {
        let fact = reading.document.fact(&self.address(reading, facet, voice));
        fact.map(in_order).unwrap_or_default()
    }
}

fn write_question(html: &mut Html, reading: &Reading, place: &Place, asked: bool) {
    let own = reading.own;
    let voices = reading.voices(place.unit, &place.question.id);
    html.raw("<div class=\"question\">\n")
        .element("h5", reading.foreign(place.set), &place.question.text)
        .raw("\n");
    if voices.is_empty() {
        html.raw("<p>").text(own.unanswered).raw("</p>\n");
    } else {
        if !asked {
            note(html, own.not_counted);
        }
        if !same_meaning(reading.document, reading.round, place.unit, place.question) {
            note(html, own.changed_meaning);
        }
        let standing = standing(reading.document, reading.round, place.unit, place.question);
        if let Standing::Level {
            value,
            agreed: false,
            ..
        } = standing
        {
            let mean = decimal(value, reading.language);
            note(html, &(own.individual_mean)(&mean));
        }
        html.raw("<ul>\n");
        for voice in voices {
            html.raw("<li>");
            write_voice(html, reading, place, voice);
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
    html.raw("</div>\n");
}

fn note(html: &mut Html, text: &str) {
    html.raw("<p class=\"note\">").text(text).raw("</p>\n");
}

fn write_voice(html: &mut Html, reading: &Reading, place: &Place, voice: &Voice) {
    let own = reading.own;
    html.raw("<p><b>")
        .own(&reading.voice(place.unit, voice))
        .raw(":</b> ");
    let levels = place.versions(reading, Facet::Level, voice);
    match levels.first() {
        Some(version) => write_answer(html, reading, place, voice, &version.value),
        None => {
            html.text(own.unanswered);
        }
    }
    let unsure = place.address(reading, Facet::Unsure, voice);
    if reading.document.flag(&unsure) {
        html.raw(" <em>").text(own.unsure).raw("</em>");
    }
    html.raw("</p>");
    for version in levels.iter().skip(1) {
        html.raw("<p class=\"note\"><b>")
            .text(own.also)
            .raw(":</b> ");
        write_answer(html, reading, place, voice, &version.value);
        html.raw("</p>");
    }
    if reading.with_texts() {
        write_texts(html, reading, place, voice, Facet::Rationale, own.rationale);
        write_texts(html, reading, place, voice, Facet::Evidence, own.evidence);
        write_texts(html, reading, place, voice, Facet::Need, own.need);
    }
}

/// Every version of a text: nobody has chosen between them.
fn write_texts(
    html: &mut Html,
    reading: &Reading,
    place: &Place,
    voice: &Voice,
    facet: Facet,
    label: &'static str,
) {
    for version in place.versions(reading, facet, voice) {
        if let Value::Text(text) = &version.value
            && !text.trim().is_empty()
        {
            html.raw("<p><b>").text(label).raw(":</b> ");
            html.raw("<span class=\"text\">")
                .own(text.trim())
                .raw("</span></p>");
        }
    }
}

fn write_answer(html: &mut Html, reading: &Reading, place: &Place, voice: &Voice, value: &Value) {
    let (words, own) = (reading.words, reading.own);
    let Value::Answer(Answer { state, .. }) = value else {
        html.text(own.later_kind);
        return;
    };
    match state {
        State::Level(level) => write_level(html, reading, place, *level),
        State::DontKnow => {
            html.text(words.dont_know);
        }
        State::NotOurArea => {
            html.text(words.not_our_area);
        }
        State::NotApplicable => {
            html.text(words.not_applicable);
            let (unit, question) = (place.unit, place.question);
            let needs = question.not_applicable == NotApplicable::WithReason;
            let reason = text_of(
                reading.document,
                reading.round,
                unit,
                &question.id,
                Facet::Rationale,
                voice,
            );
            if needs && reason.is_none() {
                html.raw(". ").text(own.without_reason);
            }
        }
    }
}

fn write_level(html: &mut Html, reading: &Reading, place: &Place, level: u8) {
    let set = place.set;
    let step = set.scale.iter().find(|step| step.value == level);
    let index = usize::from(level).checked_sub(1);
    let text = index.and_then(|index| place.question.levels.get(index));
    let (Some(step), Some(text)) = (step, text) else {
        html.text(&(reading.own.off_scale)(usize::from(level)));
        return;
    };
    match set.roll_up {
        RollUp::MeanOfAreas => {
            html.own(&(reading.words.level_named)(level, &step.name));
        }
        RollUp::Fulfilment => {
            html.element("span", reading.foreign(set), &step.name);
        }
    }
    html.raw(". ").element("span", reading.foreign(set), text);
}
