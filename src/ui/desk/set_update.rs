//! What a newer version of a question set does, before it comes with the next round; and the questions that are no longer
//! asked, with the answers that were given to them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::{
    Archived, ArchivedAnswer, Model, Route, Section, SetUpdate, Touched, archive, set_update,
};
use crate::domain::{Address, PersonField, PersonId, QuestionSet, SetId, State, Voice, round_name};
use crate::i18n::{WithCount, Words};
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, h2, p, page, quiet, way};
use crate::ui::runtime::Runtime;
use crate::ui::waiting;

const WATCHED: &[Section] = &[Section::Sets, Section::Answers, Section::Units];

/// What the next round brings, where a set has been published anew since the round began; and the way to questions that are
/// no longer asked, where there are answers to such.
pub fn coming(runtime: Runtime) -> Vec<AnyView> {
    let words = runtime.words();
    runtime.read(WATCHED, |model| {
        let round = model.round();
        let sets = model.published.iter();
        let updates = sets.filter_map(|(_, set)| set_update(&model.document, round.as_ref(), set));
        let old = old(model).is_some_and(|old| !old.is_empty()).then(|| {
            el("p").child(way(
                Weight::Tertiary,
                "to-old-questions",
                words.desk().set_update.old_questions,
                Route::OldQuestions.href(),
            ))
        });
        updates
            .map(|update| preview(&update, words))
            .chain(old)
            .map(Into::into)
            .collect()
    })
}

/// The page of questions that are no longer asked.
pub fn view(runtime: Runtime) -> El {
    page(runtime.words().desk().set_update.old_questions).follows(move || {
        runtime.read(WATCHED, |model| {
            if let Some(archive) = old(model) {
                return old_questions(&archive, model);
            }
            let all = SetId::published();
            let missing = all.iter().find(|id| model.set(id).is_none());
            vec![waiting::view(runtime, missing.and_then(|id| model.set_state(id))).into()]
        })
    })
}

/// The archive, as soon as every set that is published is here.
fn old(model: &Model) -> Option<Vec<Archived>> {
    let all = model.published.len() == SetId::published().len();
    let sets: Vec<&QuestionSet> = model
        .published
        .iter()
        .map(|(_, set)| Arc::as_ref(set))
        .collect();
    all.then(|| archive(&model.document, &sets))
}

/// The preview of a new version: what it does to the questions, in sentences, with the questions behind each.
fn preview(update: &SetUpdate, words: &'static Words) -> El {
    let groups: [(&[Touched], WithCount); 6] = [
        (&update.editorial, words.desk().set_update.editorial),
        (&update.substantive, words.desk().set_update.substantive),
        (&update.split, words.desk().set_update.split),
        (&update.merged, words.desk().set_update.merged),
        (&update.retired, words.desk().set_update.retired),
        (&update.new, words.desk().set_update.new),
    ];
    let groups = groups.into_iter().filter(|(list, _)| !list.is_empty());
    let counted = [
        (update.same, words.desk().set_update.same),
        (update.kept_answers, words.desk().set_update.kept),
        (update.archived_answers, words.desk().set_update.archived),
    ];
    let counted = counted.into_iter().filter(|(n, _)| *n > 0);
    el("section")
        .class("card")
        .id(format!("set-update-{}", update.set))
        .child(h2((words.desk().set_update.title)(
            &update.title,
            &update.to,
        )))
        .child(p((words.desk().set_update.about)(&update.from)))
        .children(groups.map(|(list, sentence)| group(list, sentence(list.len()), words)))
        .children(counted.map(|(n, sentence)| p(sentence(n))))
}

fn group(list: &[Touched], sentence: String, words: &'static Words) -> El {
    el("details")
        .class("ds-details")
        .child(el("summary").text(sentence))
        .child(el("ul").children(list.iter().map(|one| touched(one, words))))
}

fn touched(one: &Touched, words: &'static Words) -> El {
    let becomes = (!one.into.is_empty()).then(|| {
        let texts = one.into.iter().map(|text| el("li").text(text.clone()));
        [
            quiet(words.desk().set_update.becomes),
            el("ul").children(texts),
        ]
    });
    let answers = (one.answers > 0).then(|| quiet((words.desk().set_update.answers)(one.answers)));
    el("li")
        .text(one.text.clone())
        .children(becomes.into_iter().flatten())
        .children(answers)
}

/// Questions that are no longer asked, each with its answers by round and unit.
fn old_questions(archive: &[Archived], model: &Model) -> Vec<AnyView> {
    let words = &model.words().desk().set_update;
    if archive.is_empty() {
        return vec![p(words.old_questions_none).into()];
    }
    let lead = p(words.old_questions_about).class("lead");
    let questions = archive.iter().map(|archived| old_question(archived, model));
    [lead]
        .into_iter()
        .chain(questions)
        .map(Into::into)
        .collect()
}

fn old_question(archived: &Archived, model: &Model) -> El {
    let id = archived.question.as_str();
    let text = archived
        .text
        .clone()
        .unwrap_or_else(|| (model.words().desk().set_update.old_question_without_text)(id));
    let answers = archived.answers.iter();
    el("details")
        .class("ds-details")
        .child(el("summary").text(text))
        .child(el("ul").children(answers.map(|answer| old_answer(answer, archived, model))))
}

fn old_answer(answer: &ArchivedAnswer, archived: &Archived, model: &Model) -> El {
    let words = model.words();
    let states = answer.states.iter();
    let given: Vec<String> = states
        .map(|state| said(*state, &archived.levels, words))
        .collect();
    let role_of = |person: &PersonId| {
        let role = Address::Person(person.clone(), PersonField::Role);
        model.document.text(&role).unwrap_or_default().to_owned()
    };
    let whose = match &answer.voice {
        Voice::Together => None,
        Voice::Person(person) => Some((words.desk().set_update.old_answer_as)(&role_of(person))),
        Voice::Proposal(person) => Some((words.desk().set_update.old_answer_proposed)(&role_of(
            person,
        ))),
    };
    let round = round_name(&model.document, &answer.round);
    let place = [Some(round), Some(model.unit_name(&answer.unit)), whose];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let texts = [&answer.rationale, &answer.evidence, &answer.need].into_iter();
    let texts = texts.filter(|text| !text.is_empty());
    el("li")
        .text(format!("{}: {}", place.join(", "), given.join(" / ")))
        .children(texts.map(|text| quiet(text.clone())))
}

fn said(state: State, levels: &[String], words: &'static Words) -> String {
    match state {
        State::Level(level) => {
            let place = usize::from(level).checked_sub(1);
            match place.and_then(|place| levels.get(place)) {
                Some(name) => (words.level_named)(level, name),
                None => format!("{} {level}", words.level),
            }
        }
        State::DontKnow => words.dont_know.to_owned(),
        State::NotApplicable => words.not_applicable.to_owned(),
        State::NotOurArea => words.not_our_area.to_owned(),
    }
}
