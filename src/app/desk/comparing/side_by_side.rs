//! One question over all units: each one's answer and reason beside the others', and how far they lie apart, in words first.

use super::heat_map::answered_once;
use super::{Beside, PAGE};
use crate::app::Model;
use crate::charts::{Distribution, DistributionStep, DistributionWords};
use crate::domain::{
    Address, Agreement, Counts, Facet, PersonField, Question, QuestionAcross, QuestionId, RollUp,
    Spread, Standing, UnitId, Voice, standing, text_of, voices,
};
use crate::i18n::decimal;

/// A question that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Its number in the table above.
    pub number: usize,
    /// The question.
    pub question: QuestionId,
    /// Its words.
    pub text: String,
    /// The area that it stands in.
    pub area: String,
    /// How far the units' agreed answers lie apart; for a question that is asked once, who answers it.
    pub between: Said,
    /// The same of the individual answers, where there are any.
    pub individuals: Option<Said>,
    /// Each unit's answer, in the order of the view.
    pub answers: Vec<UnitAnswer>,
}

/// Something in words, and the numbers behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// In words.
    pub words: String,
    /// What agreement and span are, for who asks; nothing where there is neither.
    pub more: Option<String>,
}

/// One unit's answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitAnswer {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// The answer in words.
    pub answer: String,
    /// Whether it is a mean of individual answers that have not been agreed on.
    pub not_agreed: bool,
    /// Each reason, with the role of who gave it; no role where it is the unit's own.
    pub reasons: Vec<(Option<String>, String)>,
}

/// The questions of a view, each with the units on the page that is shown.
pub fn side_by_side(model: &Model, beside: &Beside) -> Vec<Asked> {
    let units: Vec<usize> = beside
        .order_of_units()
        .into_iter()
        .skip(beside.view.page.saturating_mul(PAGE))
        .take(PAGE)
        .collect();
    let questions = beside.questions(model).zip(1..);
    questions
        .filter_map(|((place, area, question), number)| {
            let across = beside.compared.questions.get(place)?;
            let once = answered_once(beside, area, question);
            let answers = match once {
                Some(by) => {
                    let standing = standing(&model.document, &beside.round, by, question);
                    vec![answer(model, beside, by, question, standing)]
                }
                None => units
                    .iter()
                    .filter_map(|unit| {
                        let line = beside.compared.units.get(*unit)?;
                        let standing = line.answers.get(place).copied().flatten()?;
                        Some(answer(model, beside, &line.unit, question, standing))
                    })
                    .collect(),
            };
            let between = match once {
                Some(by) => Said {
                    words: (model.words().desk().compare.answered_once)(&model.unit_name(by)),
                    more: None,
                },
                None => said(model, &across.between),
            };
            let individuals = &across.individuals;
            Some(Asked {
                number,
                question: question.id.clone(),
                text: question.text.clone(),
                area: area.title.clone(),
                between,
                individuals: (individuals.answers() > 0).then(|| said(model, individuals)),
                answers,
            })
        })
        .collect()
}

/// Words first (DOMAIN.md §3.2 rule 9): two answers have a span alone, one has nothing to differ from.
pub fn said(model: &Model, spread: &Spread) -> Said {
    let own = &model.words().desk().compare;
    let answers = usize::try_from(spread.answers()).unwrap_or(usize::MAX);
    let words = match (spread.agreement(), spread.span()) {
        (Some(Agreement::Agreed), _) => own.agreed.to_owned(),
        (Some(Agreement::Some), _) => own.some_spread.to_owned(),
        (Some(Agreement::Discuss), _) => own.discuss.to_owned(),
        (None, Some(span)) => (own.two_answers)(span),
        (None, None) => (own.too_few_answers)(answers),
    };
    let more = spread.span().map(|span| {
        let consensus = spread
            .consensus()
            .map(|consensus| hundredths(model, consensus));
        (own.spread_more)(answers, span, consensus.as_deref())
    });
    Said { words, more }
}

/// Agreement with two decimals, cut and not rounded: 0,599 is not yet 0,60.
fn hundredths(model: &Model, value: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to 0–100
    let hundredths = (value * 100.0 + 1e-9).floor().clamp(0.0, 100.0) as u8;
    let whole = decimal(f64::from(hundredths / 100), model.device.language);
    let point = whole.chars().find(|letter| !letter.is_ascii_digit());
    let point = point.unwrap_or(',');
    format!("{}{point}{:02}", hundredths / 100, hundredths % 100)
}

fn answer(
    model: &Model,
    beside: &Beside,
    unit: &UnitId,
    question: &Question,
    standing: Standing,
) -> UnitAnswer {
    let words = model.words();
    let level = |value: f64| {
        let set = &beside.set;
        let mut steps = set.scale.iter();
        let step = steps.find(|step| (f64::from(step.value) - value).abs() < 1e-9);
        match (step, set.roll_up) {
            (Some(step), RollUp::MeanOfAreas) => format!("{} {}", step.value, step.name),
            (Some(step), RollUp::Fulfilment) => step.name.clone(),
            (None, _) => decimal(value, model.device.language),
        }
    };
    let (answer, not_agreed) = match standing {
        Standing::Level { value, agreed, .. } => (level(value), !agreed),
        Standing::DontKnow => (words.dont_know.to_owned(), false),
        Standing::NotApplicable => (words.no_relevant.to_owned(), false),
        Standing::Unanswered => (words.desk().compare.unanswered.to_owned(), false),
    };
    let mut voices = voices(&model.document, &beside.round, unit, &question.id);
    voices.sort(); // the unit's own voice stands first
    let reasons = voices.iter().filter_map(|voice| {
        let text = text_of(
            &model.document,
            &beside.round,
            unit,
            &question.id,
            Facet::Rationale,
            voice,
        )?;
        Some((role(model, voice), text.to_owned()))
    });
    UnitAnswer {
        unit: unit.clone(),
        name: model.unit_name(unit),
        answer,
        not_agreed,
        reasons: reasons.collect(),
    }
}

fn role(model: &Model, voice: &Voice) -> Option<String> {
    let address = Address::Person(voice.person()?.clone(), PersonField::Role);
    let role = model.document.text(&address).map(str::trim);
    let role = role.filter(|role| !role.is_empty());
    Some(role.map_or_else(|| model.words().unnamed.to_owned(), str::to_owned))
}

/// How the units' answers to a question lie: agreed levels on the scale, and beside it those that have none.
pub fn spread_of_answers(
    model: &Model,
    beside: &Beside,
    across: &QuestionAcross,
    question: &Question,
) -> Distribution {
    let words = model.words();
    let own = &words.desk().compare;
    let Counts {
        answered,
        dont_know,
        not_applicable,
        unanswered,
    } = across.counts;
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let agreed = usize::try_from(across.between.answers()).unwrap_or(usize::MAX);
    let levels = beside.set.scale.iter().zip(across.between.counts());
    let levels = levels.map(|(step, count)| DistributionStep {
        label: match beside.set.roll_up {
            RollUp::MeanOfAreas => format!("{}\u{a0}{}", step.value, step.name),
            RollUp::Fulfilment => step.name.clone(),
        },
        count: *count,
        aside: false,
        agreed: false,
    });
    let aside = [
        (words.not_agreed, answered.saturating_sub(agreed)),
        (words.dont_know, dont_know),
        (words.no_relevant, not_applicable),
        (own.unanswered, unanswered),
    ];
    let aside = aside.map(|(label, number)| DistributionStep {
        label: label.to_owned(),
        count: count(number),
        aside: true,
        agreed: false,
    });
    Distribution {
        title: question.text.clone(),
        description: own.distribution_about.to_owned(),
        mark: model.is_example().then(|| words.made_up.to_owned()),
        words: DistributionWords {
            level: words.level.to_owned(),
            answers: own.units.to_owned(),
            agreed: words.agreed_assessment.to_owned(),
            yes: words.yes.to_owned(),
            no: words.reached_open.to_owned(),
        },
        steps: levels.chain(aside).collect(),
    }
}
