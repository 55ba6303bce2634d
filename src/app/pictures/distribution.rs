//! How the individual answers of a unit to one question lie.

use super::Drawn;
use crate::charts::{Distribution, DistributionStep, DistributionWords};
use crate::domain::{
    Question, RollUp, ScaleLevel, Standing, State, Voice, answer_of, standing, voices,
};

/// The distribution of *enskilda svar* to a question; nothing without a round.
pub fn distribution(drawn: Drawn<'_>, question: &Question) -> Option<Distribution> {
    let words = drawn.words();
    let (document, unit) = (&drawn.model.document, drawn.unit);
    let round = drawn.model.round()?;
    let states: Vec<State> = voices(document, &round, unit, &question.id)
        .iter()
        .filter(|voice| **voice != Voice::Together)
        .filter_map(|voice| answer_of(document, &round, unit, &question.id, voice))
        .map(|answer| answer.state)
        .collect();
    let count = |wanted: State| {
        let same = states.iter().filter(|state| **state == wanted).count();
        u32::try_from(same).unwrap_or(u32::MAX)
    };
    let agreed = match standing(document, &round, unit, question) {
        Standing::Level {
            lowest,
            agreed: true,
            ..
        } => Some(lowest),
        _ => None,
    };
    let level = |step: &ScaleLevel| DistributionStep {
        label: match drawn.set.roll_up {
            RollUp::MeanOfAreas => format!("{}\u{a0}{}", step.value, step.name),
            RollUp::Fulfilment => step.name.clone(),
        },
        count: count(State::Level(step.value)),
        aside: false,
        agreed: agreed == Some(step.value),
    };
    let aside = |label: &str, count| DistributionStep {
        label: label.to_owned(),
        count,
        aside: true,
        agreed: false,
    };
    let not_applicable = count(State::NotApplicable) + count(State::NotOurArea);
    let mut steps: Vec<DistributionStep> = drawn.set.scale.iter().map(level).collect();
    steps.push(aside(words.dont_know, count(State::DontKnow)));
    steps.push(aside(words.not_applicable, not_applicable));
    Some(Distribution {
        title: question.text.clone(),
        description: words.distribution_about.to_owned(),
        mark: drawn.mark(),
        words: DistributionWords {
            level: words.level.to_owned(),
            answers: words.individual_answers.to_owned(),
            agreed: words.agreed_assessment.to_owned(),
            yes: words.yes.to_owned(),
            no: words.reached_open.to_owned(),
        },
        steps,
    })
}
