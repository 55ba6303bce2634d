//! How far the voice at this device has come with a unit's questions, and which question is next.

use super::Model;
use crate::domain::{
    Address, AreaId, Facet, NotApplicable, Question, QuestionId, QuestionSet, State, UnitId,
    answer_of, text_of,
};

/// What this device's voice has said to one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuestionState {
    /// What was answered.
    pub state: Option<State>,
    /// The answers that stand beside it, made apart from it: *två olika svar*.
    pub others: Vec<State>,
    /// Why.
    pub rationale: String,
    /// What can be shown.
    pub evidence: String,
    /// What is needed.
    pub need: String,
    /// Answered, but not sure.
    pub unsure: bool,
    /// *Ej relevant* was chosen and the reason is still to be written.
    pub lacks_reason: bool,
}

impl QuestionState {
    /// Whether nothing more is asked for here.
    pub fn is_done(&self) -> bool {
        self.state.is_some() && !self.lacks_reason
    }
}

/// How far one area has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaProgress {
    /// The area.
    pub area: AreaId,
    /// Questions asked.
    pub asked: usize,
    /// Questions done.
    pub done: usize,
    /// The unit may answer it, and is not waited for.
    pub optional: bool,
    /// Every question is *inte vårt område*.
    pub not_ours: bool,
    /// The question that a click on the area leads to: its first open one, or its first.
    pub first: QuestionId,
}

/// How far a unit has come with a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// By area, in the order of reading.
    pub areas: Vec<AreaProgress>,
    /// Questions asked, but for voluntary areas.
    pub asked: usize,
    /// Questions done, but for voluntary areas.
    pub done: usize,
}

/// What this device's voice has said to a question.
pub fn question_state(model: &Model, unit: &UnitId, question: &Question) -> QuestionState {
    let mut out = QuestionState::default();
    let Some(round) = model.round() else {
        return out;
    };
    let voice = model.device.voice();
    let document = &model.document;
    let address = |facet| Address::answer(&round, unit, &question.id, facet, &voice);
    let text = |facet| {
        document
            .text(&address(facet))
            .unwrap_or_default()
            .to_owned()
    };
    out.rationale = text(Facet::Rationale);
    out.evidence = text(Facet::Evidence);
    out.need = text(Facet::Need);
    out.unsure = document.flag(&address(Facet::Unsure));
    if let Some(answer) = answer_of(document, &round, unit, &question.id, &voice) {
        out.state = Some(answer.state).filter(|state| fits(*state, question));
        out.lacks_reason = answer.state == State::NotApplicable
            && question.not_applicable == NotApplicable::WithReason
            && text_of(
                document,
                &round,
                unit,
                &question.id,
                Facet::Rationale,
                &voice,
            )
            .is_none();
    }
    out.others = document
        .versions(&address(Facet::Level))
        .into_iter()
        .filter_map(|version| match &version.value {
            crate::domain::Value::Answer(answer) => Some(answer.state),
            _ => None,
        })
        .filter(|state| Some(*state) != out.state)
        .collect();
    out
}

fn fits(state: State, question: &Question) -> bool {
    match state {
        State::Level(level) => level >= 1 && usize::from(level) <= question.levels.len(),
        _ => true,
    }
}

/// How far this device's voice has come with a unit's questions.
pub fn progress(model: &Model, set: &QuestionSet, unit: &UnitId) -> Progress {
    let mut areas = Vec::new();
    for asked in model.asked(set, unit) {
        let questions = &asked.questions;
        let states: Vec<QuestionState> = questions
            .iter()
            .map(|question| question_state(model, unit, question))
            .collect();
        let open = states
            .iter()
            .position(|state| !state.is_done())
            .unwrap_or(0);
        let Some(first) = questions.get(open) else {
            continue;
        };
        areas.push(AreaProgress {
            area: asked.area.id.clone(),
            optional: asked.optional,
            asked: questions.len(),
            done: states.iter().filter(|state| state.is_done()).count(),
            not_ours: states
                .iter()
                .all(|state| state.state == Some(State::NotOurArea)),
            first: first.id.clone(),
        });
    }
    let expected = || areas.iter().filter(|area| !area.optional);
    Progress {
        asked: expected().map(|area| area.asked).sum(),
        done: expected().map(|area| area.done).sum(),
        areas,
    }
}

/// The questions that one walks through from `here`, in the order of reading: those that are waited for, or the voluntary
/// ones where one has gone there.
pub fn in_order<'set>(
    model: &Model,
    set: &'set QuestionSet,
    unit: &UnitId,
    here: Option<&QuestionId>,
) -> Vec<&'set Question> {
    let asked = model.asked(set, unit);
    let voluntary = asked.iter().any(|asked| {
        asked.optional
            && asked
                .questions
                .iter()
                .any(|question| Some(&question.id) == here)
    });
    asked
        .into_iter()
        .filter(|asked| asked.optional == voluntary)
        .flat_map(|asked| asked.questions)
        .collect()
}

/// The next question that is not done, after `after` and around the end; nothing when all are done.
pub fn next_open(
    model: &Model,
    set: &QuestionSet,
    unit: &UnitId,
    after: Option<&QuestionId>,
) -> Option<QuestionId> {
    let questions = in_order(model, set, unit, after);
    let start = after
        .and_then(|id| questions.iter().position(|q| q.id == *id))
        .map_or(0, |place| place + 1);
    let (before, from) = questions.split_at_checked(start)?;
    from.iter()
        .chain(before)
        .find(|question| !question_state(model, unit, question).is_done())
        .map(|question| question.id.clone())
}
