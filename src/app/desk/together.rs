//! What the IT-råd prepares of needs, and who of those who answered alone is one person.

use crate::app::Model;
use crate::app::answering::LONGEST_TEXT;
use crate::app::message::Moment;
use crate::app::model::Section;
use crate::app::outcome::Outcome;
use crate::domain::{
    Address, NeedField, NeedsOfQuestion, PersonField, PersonId, QuestionId, Value, needs,
};

/// The needs of the round that is answered in, as the page of needs shows them. Sets that are not here yet are not among them.
pub fn shared_needs(model: &Model) -> Vec<NeedsOfQuestion> {
    let Some(round) = model.round() else {
        return Vec::new();
    };
    let sets: Vec<_> = model
        .sets_of_round()
        .iter()
        .filter_map(|id| model.set(id))
        .collect();
    let sets: Vec<_> = sets.iter().map(AsRef::as_ref).collect();
    needs(&model.document, &round, &sets)
}

/// Writes what the IT-råd has made of the needs beside a question; nothing takes it back.
pub(super) fn word_need(
    model: &mut Model,
    moment: &Moment,
    question: QuestionId,
    wording: &str,
    out: &mut Outcome,
) {
    let Some(round) = model.round() else {
        return;
    };
    let address = Address::SharedNeed(round, question, NeedField::Wording);
    let wording: String = wording.trim().chars().take(LONGEST_TEXT).collect();
    if wording.is_empty() {
        out.remove(model, address);
    } else {
        out.write(model, moment, address, Value::Text(wording));
    }
}

/// *Vidare till agendan*, or not.
pub(super) fn need_to_agenda(
    model: &mut Model,
    moment: &Moment,
    question: QuestionId,
    on: bool,
    out: &mut Outcome,
) {
    let Some(round) = model.round() else {
        return;
    };
    let address = Address::SharedNeed(round, question, NeedField::ToAgenda);
    if on {
        out.write(model, moment, address, Value::Flag(true));
    } else {
        out.remove(model, address);
    }
}

/// Makes persons one: all are the first from now on. No answer is moved by it.
pub(super) fn same_person(
    model: &mut Model,
    moment: &Moment,
    persons: &[PersonId],
    out: &mut Outcome,
) {
    let Some((first, others)) = persons.split_first() else {
        return;
    };
    for person in others.iter().filter(|person| *person != first) {
        let address = Address::Person(person.clone(), PersonField::JoinedTo);
        out.write(model, moment, address, Value::Text(first.to_string()));
    }
    out.changed(Section::Answers);
}

/// Remembers that no two of these persons are one, so that it is not asked again.
pub(super) fn different_persons(
    model: &mut Model,
    moment: &Moment,
    persons: &[PersonId],
    out: &mut Outcome,
) {
    for (place, one) in persons.iter().enumerate() {
        for other in persons.iter().skip(place + 1) {
            out.write(model, moment, Address::apart(one, other), Value::Flag(true));
        }
    }
    out.changed(Section::Answers);
}

/// Takes a person apart from the one that it was joined to.
pub(super) fn take_apart(model: &mut Model, person: PersonId, out: &mut Outcome) {
    out.remove(model, Address::Person(person, PersonField::JoinedTo));
    out.changed(Section::Answers);
}
