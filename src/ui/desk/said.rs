//! A value that was entered once, in words: what, whose, when, and a way to put it back.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::element::{El, el};
use super::super::parts::{Weight, button, p, quiet};
use super::super::question::named;
use super::super::runtime::Runtime;
use crate::app::desk::HistoryMsg;
use crate::app::desk::history::Earlier;
use crate::app::{DeskMsg, Model, Section, Sets};
use crate::domain::{
    Address, AreaId, Facet, PersonField, PersonId, QuestionId, QuestionSet, SetId, TargetField,
    Timestamp, Value, Voice,
};
use crate::i18n::{LocalTime, Words, decimal};
use crate::platform;

/// What the pages of earlier answers read.
pub const WATCHED: &[Section] = &[
    Section::History,
    Section::Answers,
    Section::Units,
    Section::Targets,
    Section::Sets,
];

/// Asks for what is kept, now and whenever something has been undone.
pub fn look(runtime: Runtime) {
    Effect::new(move |_| {
        runtime.read(&[Section::Undone], |_| ());
        platform::spawn(async move {
            runtime.send(DeskMsg::History(HistoryMsg::Look));
        });
    });
}

/// A list of values; the first part of each line is given, the rest follows from the value.
pub fn list(runtime: Runtime, rows: Vec<(Option<String>, Earlier)>, puts_back: bool) -> El {
    let rows = rows
        .into_iter()
        .enumerate()
        .map(|(place, (of, earlier))| row(runtime, place, of, earlier, puts_back));
    el("ul").class("units").children(rows)
}

fn row(runtime: Runtime, place: usize, of: Option<String>, said: Earlier, puts_back: bool) -> El {
    let words = runtime.words();
    let own = &words.desk().history;
    let (value, about) = runtime.peek(|model| {
        let value = value_in_words(model, words, &said);
        let about = [
            what(model, words, &said.address),
            whose(model, words, &said.address).unwrap_or_default(),
            moment(said.at),
        ];
        (value, about)
    });
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let about = about.join(", ");
    let label = format!("{}: {value}, {about}", own.put_back);
    // What was written reads as text; a level stands out.
    let is_text = matches!(said.value, Value::Text(_));
    let shown = el(if is_text { "span" } else { "strong" }).text(value);
    let text = el("div")
        .children(of.map(p))
        .child(el("p").child(shown))
        .child(quiet(about));
    let back = puts_back.then(|| {
        button(
            Weight::Secondary,
            format!("put-back-{place}"),
            own.put_back,
            move || {
                let msg = HistoryMsg::PutBack(said.address.clone(), said.value.clone());
                runtime.send(DeskMsg::History(msg));
            },
        )
        .attr("aria-label", label)
    });
    el("li").child(text).children(back)
}

/// The set that has a question, and the question in it.
pub fn asked(model: &Model, question: &QuestionId) -> Option<(Arc<QuestionSet>, String)> {
    model.sets.iter().find_map(|(_, set)| match set {
        Sets::Ready(set) => {
            let (_, found) = set.question(question)?;
            Some((Arc::clone(set), found.text.clone()))
        }
        Sets::Loading | Sets::Failed(_) => None,
    })
}

/// Date and time of day.
pub fn moment(at: Timestamp) -> String {
    let at = LocalTime::new(at, platform::offset(at));
    format!("{} {}", at.date(), at.clock())
}

/// What a value is about, where that is not its question.
fn what(model: &Model, words: &Words, address: &Address) -> String {
    let own = &words.desk().history;
    match address {
        Address::Answer { facet, .. } => match facet {
            Facet::Level => own.level,
            Facet::Rationale => own.rationale,
            Facet::Evidence => own.evidence,
            Facet::Unsure => own.unsure,
            Facet::Need => own.need,
        }
        .to_owned(),
        Address::Target {
            set, area, field, ..
        } => {
            let area = (own.target)(&area_title(model, set, area));
            let field = match field {
                TargetField::Value => return area,
                TargetField::By => words.by_when,
                TargetField::Decider => words.decider,
                TargetField::Importance => words.importance,
                TargetField::Law => words.desk().targets.law_demands,
            };
            format!("{area}: {field}")
        }
        _ => own.name.to_owned(),
    }
}

fn area_title(model: &Model, set: &SetId, area: &AreaId) -> String {
    let set = model.set(set);
    let area = set.as_ref().and_then(|set| set.area(area));
    area.map(|area| area.title.clone()).unwrap_or_default()
}

fn whose(model: &Model, words: &Words, address: &Address) -> Option<String> {
    let Address::Answer { voice, .. } = address else {
        return None;
    };
    Some(voice_in_words(model, words, voice))
}

/// Whose answers they are.
pub fn voice_in_words(model: &Model, words: &Words, voice: &Voice) -> String {
    let own = &words.desk().history;
    let role = |person: &PersonId| {
        let role = Address::Person(person.clone(), PersonField::Role);
        let role = model.document.text(&role).unwrap_or(own.somebody);
        role.to_owned()
    };
    match voice {
        Voice::Together => own.together.to_owned(),
        Voice::Person(person) => (own.alone)(&role(person)),
        Voice::Proposal(person) => (own.proposal)(&role(person)),
    }
}

fn value_in_words(model: &Model, words: &Words, said: &Earlier) -> String {
    let own = &words.desk().history;
    match (&said.value, &said.address) {
        (Value::Text(text), _) => text.clone(),
        (Value::Flag(true), _) => own.marked.to_owned(),
        (Value::Answer(answer), Address::Answer { question, .. }) => {
            let Some((set, _)) = asked(model, question) else {
                return own.other.to_owned();
            };
            let text = capital(&named(words, &set, answer.state));
            let same = set
                .question(question)
                .is_some_and(|(_, question)| question.meaning == answer.meaning);
            if same {
                text
            } else {
                format!("{text} ({})", own.other_meaning)
            }
        }
        (Value::Number(number), Address::Target { field, .. }) => match field {
            TargetField::Importance => {
                let importance = u8::try_from(*number).unwrap_or_default();
                (words.importance_of)(importance)
            }
            #[allow(clippy::cast_precision_loss)] // tenths of a percentage at most
            _ => decimal(*number as f64 / 10.0, model.device.language),
        },
        _ => own.other.to_owned(),
    }
}

/// A phrase that begins a line.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// A fold with what erasing means, and the button.
pub fn erasing(runtime: Runtime, id: &'static str, title: &'static str, about: &'static str) -> El {
    let erase = button(Weight::Secondary, id, title, move || {
        runtime.send(DeskMsg::History(HistoryMsg::Erase));
    });
    el("details")
        .class("ds-details")
        .id(format!("{id}-fold"))
        .child(el("summary").text(title))
        .child(el("div").child(p(about)).child(p("").child(erase)))
}
