//! How the individual answers of a unit to one question lie.

use super::Drawn;
use crate::app::Model;
use crate::charts::{Distribution, DistributionStep, DistributionWords};
use crate::domain::{
    Question, QuestionSet, RollUp, RoundId, ScaleLevel, Shown, Standing, State, UnitId, Voice,
    Votes, answer_of, standing, voices, votes,
};

/// The distribution of *enskilda svar* to a question; nothing without a round.
pub fn distribution(drawn: Drawn<'_>, question: &Question) -> Option<Distribution> {
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
    let title = question.text.clone();
    let picture = of_counts(
        drawn.model,
        drawn.set,
        (&round, unit, question),
        title,
        count,
    );
    Some(picture)
}

/// What has been said to a question in a workshop, counted in the room or alone, as a picture and as votes.
pub fn votes_distribution(
    model: &Model,
    set: &QuestionSet,
    unit: &UnitId,
    question: &Question,
) -> Option<(Distribution, Votes)> {
    let round = model.round()?;
    let votes = votes(&model.document, &round, unit, question);
    let count = |state: State| match state {
        State::Level(level) => votes.of(Shown::Level(level)),
        State::DontKnow => votes.dont_know,
        State::NotApplicable => votes.not_applicable,
        State::NotOurArea => 0,
    };
    let words = &model.words().desk().workshop;
    let title = words.distribution.to_owned();
    let mut picture = of_counts(model, set, (&round, unit, question), title, count);
    words.answers.clone_into(&mut picture.words.answers);
    Some((picture, votes))
}

fn of_counts(
    model: &Model,
    set: &QuestionSet,
    (round, unit, question): (&RoundId, &UnitId, &Question),
    title: String,
    count: impl Fn(State) -> u32,
) -> Distribution {
    let words = model.words();
    let agreed = match standing(&model.document, round, unit, question) {
        Standing::Level {
            lowest,
            agreed: true,
            ..
        } => Some(lowest),
        _ => None,
    };
    let level = |step: &ScaleLevel| DistributionStep {
        label: match set.roll_up {
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
    let mut steps: Vec<DistributionStep> = set.scale.iter().map(level).collect();
    steps.push(aside(words.dont_know, count(State::DontKnow)));
    steps.push(aside(words.not_applicable, not_applicable));
    Distribution {
        title,
        description: words.distribution_about.to_owned(),
        mark: model.is_example().then(|| words.made_up.to_owned()),
        words: DistributionWords {
            level: words.level.to_owned(),
            answers: words.individual_answers.to_owned(),
            agreed: words.agreed_assessment.to_owned(),
            yes: words.yes.to_owned(),
            no: words.reached_open.to_owned(),
        },
        steps,
    }
}
