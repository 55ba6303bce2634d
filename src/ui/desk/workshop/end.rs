//! What a workshop led to: agreed answers with their reasons, what was parked, and what comes next.

use super::Room;
use crate::app::desk::{next_page, workshop};
use crate::app::{Route, Section};
use crate::domain::{Facet, QuestionId, RoundId, Step, Voice, answer_of, note, text_of};
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, h2, heading, p, quiet, way};
use crate::ui::question::named;

/// One question with what came out of it.
struct Line {
    id: QuestionId,
    text: String,
    step: Option<Step>,
    agreed: Option<String>,
    reason: Option<String>,
    note: Option<String>,
}

/// The page.
pub fn view(room: &Room) -> El {
    let words = room.words();
    let shown = room.clone();
    el("article")
        .class("page narrow workshop-end")
        .child(heading((words.end)(&room.unit_name())))
        .child(p(room.set.title.clone()).class("eyebrow"))
        .follows(move || content(&shown).into_iter().map(Into::into).collect())
}

fn content(room: &Room) -> Vec<El> {
    let words = room.words();
    let lines = lines(room);
    let left = lines
        .iter()
        .filter(|line| !matches!(line.step, Some(Step::Done | Step::Parked)))
        .count();
    let rows = |wanted: &dyn Fn(&Line) -> bool| -> Vec<El> {
        let those = lines.iter().filter(|line| wanted(line));
        those.map(|line| row(room, line)).collect()
    };
    let done = |line: &Line| line.step == Some(Step::Done);
    let agreed = rows(&|line| done(line) && line.agreed.is_some());
    let without = rows(&|line| done(line) && line.agreed.is_none());
    let parked = rows(&|line| line.step == Some(Step::Parked));
    let mut parts = Vec::new();
    if left > 0 {
        let next = room
            .runtime
            .peek(|model| next_page(model, &room.set, &room.unit));
        parts.push(
            p((words.left)(left))
                .id("left")
                .text(" ")
                .child(el("a").attr("href", next.href()).text(words.go_on)),
        );
    }
    let filled = |rows: Vec<El>, none: &'static str| {
        if rows.is_empty() {
            quiet(none)
        } else {
            el("ul").class("outcome").children(rows)
        }
    };
    parts.push(section(
        "agreed-on",
        words.agreed_on,
        filled(agreed, words.agreed_on_none),
    ));
    if !without.is_empty() {
        parts.push(section("without", words.without, filled(without, "")));
    }
    parts.push(section(
        "parked",
        words.parked,
        filled(parked, words.parked_none),
    ));
    let here = (room.set.id.clone(), room.unit.clone());
    parts.push(section(
        "then",
        words.then,
        el("div").child(p(words.then_about)).child(
            el("p")
                .class("buttons no-print")
                .child(way(
                    Weight::Primary,
                    "to-targets",
                    words.to_targets,
                    Route::Targets(Some(here.clone())).href(),
                ))
                .child(way(
                    Weight::Secondary,
                    "to-result",
                    words.to_result,
                    Route::Result(Some(here)).href(),
                ))
                .child(way(
                    Weight::Secondary,
                    "to-compare",
                    room.runtime.words().compare,
                    Route::Compare(String::new()).href(),
                )),
        ),
    ));
    parts
}

fn section(id: &'static str, title: &'static str, inside: El) -> El {
    el("section").id(id).child(h2(title)).child(inside)
}

fn lines(room: &Room) -> Vec<Line> {
    room.runtime.read(&[Section::Answers], |model| {
        let (Some(round), Some(standing)) = (model.round(), workshop(model, &room.set, &room.unit))
        else {
            return Vec::new();
        };
        let questions = standing.questions.into_iter();
        questions
            .filter_map(|(id, step)| line(room, model, &round, id, step))
            .collect()
    })
}

fn line(
    room: &Room,
    model: &crate::app::Model,
    round: &RoundId,
    id: QuestionId,
    step: Option<Step>,
) -> Option<Line> {
    let (document, unit, together) = (&model.document, &room.unit, Voice::Together);
    let agreed = answer_of(document, round, unit, &id, &together);
    let agreed = agreed.map(|answer| named(model.words(), &room.set, answer.state));
    let reason = text_of(document, round, unit, &id, Facet::Rationale, &together);
    Some(Line {
        text: room.question(&id)?.text,
        agreed,
        reason: reason.map(str::to_owned),
        note: note(document, round, unit, &id).map(str::to_owned),
        step,
        id,
    })
}

fn row(room: &Room, line: &Line) -> El {
    let words = room.words();
    let link = el("a")
        .attr("href", room.page(Some(line.id.clone())).href())
        .text(line.text.clone());
    let agreed = line.agreed.as_ref().map(|agreed| {
        let reason = line.reason.as_deref().unwrap_or(words.no_reason);
        let level = el("strong").text(first_letter(agreed));
        p("").child(level).text(format!(". {reason}"))
    });
    let note = line
        .note
        .as_ref()
        .map(|note| quiet(format!("{} {note}", words.noted)));
    el("li")
        .child(p("").child(link))
        .children(agreed)
        .children(note)
}

/// The same with a capital at its beginning.
fn first_letter(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
