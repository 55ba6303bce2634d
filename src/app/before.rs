//! The round before, beside a question: what the voice at this device said then, and taking it over as it stands.

use super::message::Moment;
use super::model::Section;
use super::outcome::Outcome;
use super::set_update::kept_set;
use super::{Model, answering, question_state};
use crate::domain::{
    Before, Facet, Question, QuestionId, QuestionSet, RoundId, SetId, UnitId, origins, rounds,
};

/// What was said in the nearest earlier round in which the voice at this device answered.
#[derive(Debug, Clone, PartialEq)]
pub struct SaidBefore {
    /// The round.
    pub round: RoundId,
    /// It is the one right before the present one.
    pub is_last: bool,
    /// The set that it went by, where an answer was given to another question than today's.
    pub set: Option<QuestionSet>,
    /// The answer to the question, or those to the questions that went into it.
    pub said: Vec<Before>,
}

/// What the voice at this device said to a question before the present round; nothing where it never did.
pub fn said_before(
    model: &Model,
    set: &QuestionSet,
    unit: &UnitId,
    question: &QuestionId,
) -> Option<SaidBefore> {
    let (document, voice) = (&model.document, model.device.voice());
    let rounds = rounds(document);
    let (_, earlier) = rounds.split_last()?;
    let (_, now) = set.question(question)?;
    let questions = origins(set, question);
    earlier.iter().rev().find_map(|round| {
        let mut said: Vec<Before> = Vec::new();
        for question in &questions {
            said.extend(Before::of(document, round, unit, question, &voice));
        }
        if said.is_empty() {
            return None;
        }
        let is_other = said.iter().any(|said| !said.means_the_same(now));
        Some(SaidBefore {
            round: round.clone(),
            is_last: Some(round) == earlier.last(),
            set: is_other
                .then(|| kept_set(document, round, &set.id))
                .flatten(),
            said,
        })
    })
}

/// How the present answer stands to what was said before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Nothing can be taken over, or the question has been answered otherwise by now.
    Nothing,
    /// Answer and reason can be taken over.
    Open,
    /// It is the same, with a reason where there was one.
    Same,
}

/// How the present answer stands to what was said before.
pub fn since(model: &Model, unit: &UnitId, question: &Question, before: &SaidBefore) -> Since {
    let mut said = before.said.iter();
    let Some((state, reason)) = said.find_map(|said| said.unchanged(question)) else {
        return Since::Nothing;
    };
    let now = question_state(model, unit, question);
    match now.state {
        None if now.others.is_empty() => Since::Open,
        Some(same) if same == state && now.others.is_empty() => {
            let lacks_reason = reason.is_some() && now.rationale.trim().is_empty();
            if lacks_reason {
                Since::Open
            } else {
                Since::Same
            }
        }
        _ => Since::Nothing,
    }
}

/// *Oförändrat*: takes over the answer, and the reason where none has been written in this round, in one gesture. What has
/// been written now stays, as it may be why the answer is the same.
pub(super) fn take_over(
    model: &mut Model,
    moment: &Moment,
    set: &SetId,
    unit: &UnitId,
    question: &QuestionId,
    out: &mut Outcome,
) {
    let Some(asked) = model.set(set) else {
        return;
    };
    let before = said_before(model, &asked, unit, question);
    let (Some(before), Some((_, now))) = (before, asked.question(question)) else {
        return;
    };
    let mut unchanged = before.said.iter().filter_map(|said| said.unchanged(now));
    let Some((state, reason)) = unchanged.next() else {
        return;
    };
    let is_blank = question_state(model, unit, now).rationale.trim().is_empty();
    answering::choose(model, moment, set, unit, question, state, out);
    if let Some(reason) = reason.filter(|_| is_blank) {
        answering::write_text(model, moment, unit, question, Facet::Rationale, reason, out);
    }
    out.changed(Section::Undone); // the field shows the reason
}
