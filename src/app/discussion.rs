//! What there is to talk about in a result: what carries, what is missing, what is not known, where answers differ.
//!
//! Few of each, so that they can be talked about (DOMAIN.md §7).

use super::Model;
use crate::domain::{
    Address, AskedArea, Facet, Question, QuestionId, QuestionSet, RoundId, Standing, State, UnitId,
    Value, answered_by, individual_levels, standing, voices,
};

/// How many strengths, and how many steps, are shown.
const FEW: usize = 3;
/// How many questions to talk about are shown.
const TALKS: usize = 5;
/// Individual answers that lie so many levels apart are worth a talk.
const APART: u8 = 2;

/// A question and the level that it has reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtLevel {
    /// The question.
    pub question: QuestionId,
    /// The unit that answered.
    pub by: UnitId,
    /// The whole level reached.
    pub level: u8,
}

/// A question worth a talk, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk {
    /// The question.
    pub question: QuestionId,
    /// The unit that answered.
    pub by: UnitId,
    /// Why.
    pub why: Why,
}

/// Why a question is worth a talk; the first reasons weigh most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Two answers stand beside each other (*två olika svar*).
    TwoAnswers,
    /// Individual answers lie two levels or more apart, and nothing has been agreed on.
    Apart {
        /// The lowest.
        low: u8,
        /// The highest.
        high: u8,
    },
    /// Somebody answered and was not sure.
    Unsure,
}

/// What there is to talk about in a unit's result.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Discussion {
    /// The questions with the highest levels: at the top of the scale, or one below it where the scale has more than three.
    pub strengths: Vec<AtLevel>,
    /// The questions with the lowest levels that are no strengths and not at the top.
    pub gaps: Vec<AtLevel>,
    /// Every question that was answered with *vet ej*.
    pub unknown: Vec<(QuestionId, UnitId)>,
    /// Where people differ or were not sure.
    pub talks: Vec<Talk>,
}

/// Gathers it, each list in the order of reading among equals.
pub fn discussion(model: &Model, set: &QuestionSet, unit: &UnitId) -> Discussion {
    let mut out = Discussion::default();
    let Some(round) = model.round() else {
        return out;
    };
    let areas = answered_by(&model.document, &round, set, unit);
    let (mut levels, mut talks) = (Vec::new(), Vec::new());
    for (asked, question) in questions(&areas) {
        let by = || asked.by.clone();
        let id = || question.id.clone();
        match standing(&model.document, &round, &asked.by, question) {
            Standing::Level { lowest, .. } => levels.push(AtLevel {
                question: id(),
                by: by(),
                level: lowest,
            }),
            Standing::DontKnow => out.unknown.push((id(), by())),
            Standing::NotApplicable | Standing::Unanswered => {}
        }
        if let Some(why) = why(model, &round, &asked.by, question) {
            talks.push(Talk {
                question: id(),
                by: by(),
                why,
            });
        }
    }
    let top = set.top();
    let strong = if top > 3 { top - 1 } else { top };
    let at = |level| levels.iter().filter(move |at| at.level == level).cloned();
    out.gaps = (1..strong).flat_map(at).take(FEW).collect();
    out.strengths = (strong..=top).rev().flat_map(at).take(FEW).collect();
    let of_rank = |rank| {
        talks
            .iter()
            .filter(move |talk| talk.why.rank() == rank)
            .cloned()
    };
    out.talks = (0..=Why::LAST).flat_map(of_rank).take(TALKS).collect();
    out
}

impl Why {
    const LAST: u8 = u8::MAX;

    /// The first reasons weigh most; the farther apart, the earlier.
    fn rank(self) -> u8 {
        match self {
            Self::TwoAnswers => 0,
            Self::Apart { low, high } => Self::LAST - (high - low),
            Self::Unsure => Self::LAST,
        }
    }
}

fn questions<'a, 'set>(
    areas: &'a [AskedArea<'set>],
) -> impl Iterator<Item = (&'a AskedArea<'set>, &'set Question)> {
    areas.iter().flat_map(|asked| {
        asked
            .questions
            .iter()
            .map(move |question| (asked, *question))
    })
}

fn why(model: &Model, round: &RoundId, by: &UnitId, question: &Question) -> Option<Why> {
    let document = &model.document;
    let voices = voices(document, round, by, &question.id);
    let at = |voice, facet| Address::answer(round, by, &question.id, facet, voice);
    let two = voices.iter().any(|voice| {
        let states: Vec<State> = document
            .versions(&at(voice, Facet::Level))
            .into_iter()
            .filter_map(|version| match &version.value {
                Value::Answer(answer) => Some(answer.state),
                _ => None,
            })
            .collect();
        states.windows(2).any(|pair| pair.first() != pair.last())
    });
    if two {
        return Some(Why::TwoAnswers);
    }
    let agreed = matches!(
        standing(document, round, by, question),
        Standing::Level { agreed: true, .. }
    );
    let levels = individual_levels(document, round, by, question);
    if let (false, Some(low), Some(high)) = (agreed, levels.iter().min(), levels.iter().max())
        && high - low >= APART
    {
        return Some(Why::Apart {
            low: *low,
            high: *high,
        });
    }
    let unsure = voices
        .iter()
        .any(|voice| document.flag(&at(voice, Facet::Unsure)));
    unsure.then_some(Why::Unsure)
}
