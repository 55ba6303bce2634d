//! *Enskilda svar* of a unit to a set: who has answered, how far apart they are, and everything that each of them said.

use crate::app::Model;
use crate::domain::{
    Address, Agreement, Facet, PersonId, Question, QuestionId, QuestionSet, SameRole, Spread,
    State, UnitId, Value, Version, Voice, answer_of, answered_alone, answered_by,
    individual_levels, role_of, same_roles,
};

/// One who has answered alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respondent {
    /// The person.
    pub person: PersonId,
    /// The role as it was written, empty where none is known.
    pub role: String,
    /// A number behind the role, where more than one has answered in it.
    pub number: Option<usize>,
    /// How many questions of the round, over all sets.
    pub answers: usize,
}

/// What one voice said to a question: every version, as nobody has chosen between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whose.
    pub voice: Voice,
    /// What was answered; none where only texts were written.
    pub states: Vec<State>,
    /// Marked as *osäker*.
    pub unsure: bool,
    /// *Motivering*.
    pub rationale: Vec<String>,
    /// *Underlag*.
    pub evidence: Vec<String>,
    /// *Behov*.
    pub need: Vec<String>,
}

/// The individual answers to one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The question.
    pub question: QuestionId,
    /// How the levels lie.
    pub spread: Spread,
    /// What each said, in the order of the respondents.
    pub said: Vec<Said>,
    /// What was agreed on, where something was.
    pub agreed: Option<Said>,
}

impl Compared {
    /// Whether people are so far apart that they should talk: *Diskutera*, or two answers at least two levels apart, for which
    /// there is no other measure than the span (DOMAIN.md §3.2 rule 9).
    pub fn differs(&self) -> bool {
        match self.spread.agreement() {
            Some(agreement) => agreement == Agreement::Discuss,
            None => self.spread.span().is_some_and(|span| span >= 2),
        }
    }
}

/// The individual answers of a unit to a set.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Individuals {
    /// Who has answered alone in the round, by role.
    pub respondents: Vec<Respondent>,
    /// *Samma person?*
    pub same: Vec<SameRole>,
    /// Who was joined to whom among them.
    pub joined: Vec<(PersonId, PersonId)>,
    /// The questions that somebody answered alone: those that should be talked about first, in the order of how far apart
    /// people are; equals in the order of reading.
    pub questions: Vec<Compared>,
    /// How many questions the unit is asked in the set.
    pub asked: usize,
}

/// Puts the individual answers of a unit to a set together.
pub fn individuals(model: &Model, set: &QuestionSet, unit: &UnitId) -> Individuals {
    let Some(round) = model.round() else {
        return Individuals::default();
    };
    let document = &model.document;
    let respondents = respondents(model, unit);
    let areas = answered_by(document, &round, set, unit);
    let own = areas.iter().filter(|area| area.by == *unit);
    let asked: Vec<&Question> = own
        .flat_map(|area| area.questions.iter().copied())
        .collect();
    let mut questions: Vec<Compared> = asked
        .iter()
        .filter_map(|question| compared(model, set, unit, question, &respondents))
        .collect();
    questions.sort_by(|one, other| order(other).total_cmp(&order(one)));
    let in_unit = |person: &PersonId| respondents.iter().any(|other| other.person == *person);
    let joined = document.joined_persons().iter();
    Individuals {
        same: same_roles(document, &round, unit),
        joined: joined.filter(|(_, to)| in_unit(to)).cloned().collect(),
        asked: asked.len(),
        questions,
        respondents,
    }
}

/// How far apart people are, for the order alone: those who should talk before those who need not, each by the coefficient,
/// and where there is none, as with two answers, by the span.
fn order(compared: &Compared) -> f64 {
    let apart = match (compared.spread.consensus(), compared.spread.span()) {
        (Some(consensus), _) => 1.0 - consensus,
        (None, Some(span)) => {
            let width = compared.spread.counts().len().saturating_sub(1).max(1);
            f64::from(span) / f64::from(u32::try_from(width).unwrap_or(u32::MAX))
        }
        (None, None) => -1.0,
    };
    apart + if compared.differs() { 2.0 } else { 0.0 }
}

/// Those who have answered alone for a unit in the round, by role.
pub fn respondents(model: &Model, unit: &UnitId) -> Vec<Respondent> {
    let Some(round) = model.round() else {
        return Vec::new();
    };
    let document = &model.document;
    let persons = answered_alone(document, &round, unit);
    let mut out: Vec<Respondent> = persons
        .into_iter()
        .map(|person| Respondent {
            role: role_of(document, &person).to_owned(),
            number: None,
            answers: answers(model, unit, &person),
            person,
        })
        .collect();
    out.sort_by_key(|respondent| (respondent.role.to_lowercase(), respondent.person.clone()));
    let roles: Vec<String> = out.iter().map(|one| one.role.to_lowercase()).collect();
    for (place, respondent) in out.iter_mut().enumerate() {
        let role = roles.get(place);
        if roles.iter().filter(|other| Some(*other) == role).count() > 1 {
            let before = roles.iter().take(place + 1);
            respondent.number = Some(before.filter(|other| Some(*other) == role).count());
        }
    }
    out
}

fn answers(model: &Model, unit: &UnitId, person: &PersonId) -> usize {
    let Some(round) = model.round() else {
        return 0;
    };
    let sets = model
        .sets_of_round()
        .into_iter()
        .filter_map(|id| model.set(&id));
    let voice = Voice::Person(person.clone());
    let mut questions: Vec<QuestionId> = Vec::new();
    for set in sets {
        for question in set.areas.iter().flat_map(|area| &area.questions) {
            let has = answer_of(&model.document, &round, unit, &question.id, &voice).is_some();
            if has && !questions.contains(&question.id) {
                questions.push(question.id.clone());
            }
        }
    }
    questions.len()
}

/// Nothing where nobody has answered the question alone.
fn compared(
    model: &Model,
    set: &QuestionSet,
    unit: &UnitId,
    question: &Question,
    respondents: &[Respondent],
) -> Option<Compared> {
    let (document, round) = (&model.document, model.round()?);
    let levels = individual_levels(document, &round, unit, question);
    let said: Vec<Said> = respondents
        .iter()
        .map(|one| said(model, unit, &question.id, Voice::Person(one.person.clone())))
        .filter(|said| !said.is_nothing())
        .collect();
    let agreed = said_together(model, unit, &question.id);
    (!said.is_empty()).then(|| Compared {
        question: question.id.clone(),
        spread: Spread::of(levels, set.top()),
        said,
        agreed,
    })
}

fn said_together(model: &Model, unit: &UnitId, question: &QuestionId) -> Option<Said> {
    let together = said(model, unit, question, Voice::Together);
    (!together.states.is_empty()).then_some(together)
}

impl Said {
    fn is_nothing(&self) -> bool {
        let texts = [&self.rationale, &self.evidence, &self.need];
        self.states.is_empty() && texts.iter().all(|texts| texts.is_empty())
    }
}

/// Everything that a voice said to a question.
fn said(model: &Model, unit: &UnitId, question: &QuestionId, voice: Voice) -> Said {
    let round = model.round();
    let at = |facet| {
        let round = round.as_ref()?;
        Some(Address::answer(round, unit, question, facet, &voice))
    };
    let versions = |facet| -> Vec<&Version> {
        at(facet).map_or_else(Vec::new, |address| model.document.versions(&address))
    };
    let texts = |facet| {
        let mut texts: Vec<String> = Vec::new();
        for version in versions(facet) {
            if let Value::Text(text) = &version.value
                && !text.trim().is_empty()
                && !texts.iter().any(|other| other == text.trim())
            {
                texts.push(text.trim().to_owned());
            }
        }
        texts
    };
    let mut states: Vec<State> = Vec::new();
    for version in versions(Facet::Level) {
        if let Value::Answer(answer) = &version.value
            && !states.contains(&answer.state)
        {
            states.push(answer.state);
        }
    }
    Said {
        states,
        unsure: at(Facet::Unsure).is_some_and(|address| model.document.flag(&address)),
        rationale: texts(Facet::Rationale),
        evidence: texts(Facet::Evidence),
        need: texts(Facet::Need),
        voice,
    }
}
