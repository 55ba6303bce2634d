//! What a newer version of a question set does, before it comes with the next round; and the questions that are no longer
//! asked, with the answers that were given to them.

use super::element::{El, el};
use super::parts::{h2, p, quiet};
use crate::app::{Archived, ArchivedAnswer, Model, SetUpdate, Touched};
use crate::domain::{Address, PersonField, PersonId, State, Voice, round_name};
use crate::i18n::{WithCount, Words};

/// The preview of a new version: what it does to the questions, in sentences, with the questions behind each.
pub fn preview(update: &SetUpdate, words: &'static Words) -> El {
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
pub fn old_questions(archive: &[Archived], model: &Model) -> El {
    let words = model.words();
    let section = el("section")
        .class("card")
        .id("old-questions")
        .child(h2(words.desk().set_update.old_questions));
    if archive.is_empty() {
        return section.child(p(words.desk().set_update.old_questions_none));
    }
    section
        .child(p(words.desk().set_update.old_questions_about))
        .children(archive.iter().map(|archived| old_question(archived, model)))
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
    let texts = [&answer.rationale, &answer.evidence].into_iter();
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
