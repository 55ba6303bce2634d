//! What is asked of each part of a set, beyond its shape. Every complaint is gathered; none stops the others.

use toml::Spanned;

use super::source::{AreaSource, QuestionSource, SetSource};
use crate::domain::{AreaId, QuestionId, RollUp, SetId};
use crate::exchange::toml_problem::Complaints;

/// The most words that a level may have (DOMAIN.md §6.1).
const WORDS_PER_LEVEL: usize = 40;
/// The most characters of an area's short name: more does not fit a chart.
const SHORT_NAME: usize = 24;

/// Checks `set.toml` by itself.
pub(super) fn set(set: &SetSource, folder: &str, out: &mut Complaints) {
    out.identifier(&set.id, SetId::parse(set.id.get_ref()).is_some());
    if set.id.get_ref() != folder {
        out.add(
            &set.id,
            format!(
                "the set is called \"{}\" but its folder \"{folder}\"",
                set.id.get_ref()
            ),
            "Give both the same name",
        );
    }
    if !is_semver(set.version.get_ref()) {
        out.add(
            &set.version,
            format!("\"{}\" is no version", set.version.get_ref()),
            "Write three numbers, such as 1.0.0",
        );
    }
    let language = set.language.get_ref();
    if !(2..=3).contains(&language.len()) || !language.bytes().all(|b| b.is_ascii_lowercase()) {
        out.add(
            &set.language,
            format!("\"{language}\" is no language code"),
            "Write two or three letters, such as sv",
        );
    }
    for (name, text) in [
        ("title", &set.title),
        ("lead", &set.lead),
        ("publisher", &set.publisher),
        ("license", &set.license),
        ("source_note", &set.source_note),
    ] {
        out.text(name, text);
    }
    if !(1..=60).contains(set.minutes_per_question.get_ref()) {
        out.add(
            &set.minutes_per_question,
            "the time for a question is out of range",
            "Write whole minutes, 1–60",
        );
    }
    scale(set, out);
}

fn scale(set: &SetSource, out: &mut Complaints) {
    if !(2..=10).contains(&set.scale.len()) {
        let mend = "Give the scale 2–10 levels, each under its own [[scale]]";
        let what = format!("the scale has {} levels", set.scale.len());
        match set.scale.first() {
            Some(first) => out.add(first, what, mend),
            None => out.add(&set.id, what, mend),
        }
    }
    for (place, level) in set.scale.iter().enumerate() {
        if usize::from(level.get_ref().value) != place + 1 {
            out.add(
                level,
                format!(
                    "level {} stands where level {} belongs",
                    level.get_ref().value,
                    place + 1
                ),
                "Number the levels 1, 2, 3 … from the lowest",
            );
        }
        if level.get_ref().name.trim().is_empty() {
            out.add(level, "a level has no name", "Write its name");
        }
    }
}

/// Checks an area by itself, against a scale of `levels` levels.
pub(super) fn area(
    area: &AreaSource,
    stem: &str,
    levels: usize,
    roll_up: RollUp,
    out: &mut Complaints,
) {
    out.identifier(&area.id, AreaId::parse(area.id.get_ref()).is_some());
    if area.id.get_ref() != stem {
        out.add(
            &area.id,
            format!(
                "the area is called \"{}\" but its file \"{stem}.toml\"",
                area.id.get_ref()
            ),
            "Give both the same name",
        );
    }
    for (name, text) in [
        ("title", &area.title),
        ("short", &area.short),
        ("about", &area.about),
    ] {
        out.text(name, text);
    }
    if area.short.get_ref().chars().count() > SHORT_NAME {
        out.add(
            &area.short,
            format!("the short name is longer than {SHORT_NAME} characters"),
            "Shorten it, so that it fits a chart",
        );
    }
    match (&area.part, roll_up) {
        (None, RollUp::Fulfilment) => out.add(
            &area.id,
            "the area has no place in the flower box",
            "Write part = \"flower\", \"grass\" or \"soil\" under about",
        ),
        (Some(part), RollUp::MeanOfAreas) => out.add(
            part,
            "the area has a part, but the set is no flower box",
            "Remove part, or write roll_up = \"fulfilment\" in set.toml",
        ),
        _ => {}
    }
    for question in &area.questions {
        let weight = &question.weight;
        if roll_up == RollUp::Fulfilment && (weight.get_ref() - 1.0).abs() > f64::EPSILON {
            out.add(
                weight,
                "a flower box counts every question alike",
                "Write weight = 1",
            );
        }
    }
    if area.questions.is_empty() {
        out.add(
            &area.id,
            "the area has no question",
            "Write a [[question]], or remove the area",
        );
    }
    for asked in &area.questions {
        question(asked, levels, out);
    }
}

fn question(question: &QuestionSource, levels: usize, out: &mut Complaints) {
    let id = question.id.get_ref();
    out.identifier(&question.id, QuestionId::parse(id).is_some());
    let weight = *question.weight.get_ref();
    if !(weight > 0.0 && weight <= 100.0) {
        out.add(
            &question.weight,
            format!("the weight of \"{id}\" is out of range"),
            "Write a number above 0 and at most 100; 1 is usual",
        );
    }
    for (name, text) in [
        ("text", &question.text),
        ("why", &question.why),
        ("evidence", &question.evidence),
    ] {
        out.text(name, text);
    }
    count("levels", id, &question.levels, levels, out);
    count(
        "activities",
        id,
        &question.activities,
        levels.saturating_sub(1),
        out,
    );
    for level in question.levels.get_ref() {
        let words = level.get_ref().split_whitespace().count();
        if words > WORDS_PER_LEVEL {
            out.add(
                level,
                format!("a level of \"{id}\" has {words} words"),
                format!("Say it in {WORDS_PER_LEVEL}"),
            );
        }
    }
}

fn count(
    name: &str,
    id: &str,
    texts: &Spanned<Vec<Spanned<String>>>,
    expected: usize,
    out: &mut Complaints,
) {
    let found = texts.get_ref().len();
    if found != expected {
        out.add(
            texts,
            format!("\"{id}\" has {found} {name}, and the scale asks for {expected}"),
            format!("Write {expected} {name}, lowest level first"),
        );
    }
    for text in texts.get_ref() {
        if text.get_ref().trim().is_empty() {
            out.add(
                text,
                format!("one of the {name} of \"{id}\" is empty"),
                "Write it",
            );
        }
    }
}

pub(super) fn is_semver(version: &str) -> bool {
    let parts: Vec<&str> = version.split('.').collect();
    parts.len() == 3
        && parts
            .iter()
            .all(|p| !p.is_empty() && p.len() <= 5 && p.bytes().all(|b| b.is_ascii_digit()))
}
