//! The units of a round beside each other, as far as they can be shown yet.

use std::sync::Arc;

use super::CompareView;
use crate::app::{Model, Sets};
use crate::domain::{
    Address, Area, Comparison, ContentHash, Order, Question, QuestionSet, RolledUp, RoundId, SetId,
    Tag, UnitId, asks_question, comparison, has_begun, hidden_units, questions_of, roll_up,
    roll_up_rule, rounds, takes_part, units,
};
use crate::exchange::question_set_from_json;

/// Everything that the page of a comparison is made of.
#[derive(Debug, Clone)]
pub struct Beside {
    /// What is looked at.
    pub view: CompareView,
    /// The set, as the round asks it.
    pub set: Arc<QuestionSet>,
    /// The round.
    pub round: RoundId,
    /// The units.
    pub compared: Arc<Comparison>,
    /// The municipality as they make it.
    pub rolled: Arc<RolledUp>,
}

/// Why there is no comparison to show.
#[derive(Debug, Clone)]
pub enum NotYet {
    /// The set is on its way, or could not be had.
    Set(Option<Sets>),
    /// The set is none that is published.
    NoSuchSet,
    /// A round that is over has not been read yet.
    Rest,
    /// There is no such round, or none at all.
    NoRound,
    /// No unit takes part.
    NoUnits,
}

/// Puts the units beside each other for a view.
///
/// # Errors
/// [`NotYet`] where something for it is missing.
pub fn beside(model: &Model, view: &CompareView) -> Result<Beside, NotYet> {
    beside_again(model, view, None)
}

/// The same where nothing that it is reckoned from has changed since `before`: another view of the same round and set is not
/// reckoned anew.
///
/// # Errors
/// Those of [`beside`].
pub fn beside_again(
    model: &Model,
    view: &CompareView,
    before: Option<&Beside>,
) -> Result<Beside, NotYet> {
    let id = view.set.clone().unwrap_or_else(|| model.present_set());
    if !id.is_published() {
        return Err(NotYet::NoSuchSet);
    }
    let present = model.set(&id);
    let present = present.ok_or_else(|| NotYet::Set(model.set_state(&id).cloned()))?;
    let current = model.round().ok_or(NotYet::NoRound)?;
    let round = view.round.clone().unwrap_or_else(|| current.clone());
    let set = if round == current {
        present
    } else {
        if model.partly {
            return Err(NotYet::Rest);
        }
        if !rounds(&model.document).contains(&round) {
            return Err(NotYet::NoRound);
        }
        set_of_round(model, &round, &id).unwrap_or(present)
    };
    let same = |before: &&Beside| {
        let (set, other) = (&set, &before.set);
        before.round == round
            && (Arc::ptr_eq(set, other)
                || (&set.hash, &set.language) == (&other.hash, &other.language))
    };
    if let Some(before) = before.filter(same) {
        return Ok(Beside {
            view: view.clone(),
            ..before.clone()
        });
    }
    // Who has been taken out of the lists since is in the rounds that it answered.
    let hidden = hidden_units(&model.document).into_iter();
    let hidden =
        hidden.filter(|unit| round != current && has_begun(&model.document, &round, &unit.id));
    let units: Vec<UnitId> = units(&model.document)
        .into_iter()
        .chain(hidden)
        .map(|unit| unit.id)
        .filter(|unit| takes_part(&model.document, &round, unit))
        .collect();
    if units.is_empty() {
        return Err(NotYet::NoUnits);
    }
    let compared = comparison(&model.document, &round, &set, &units);
    let rule = roll_up_rule(&model.document);
    let rolled = roll_up(&model.document, &round, &set, &compared, rule);
    Ok(Beside {
        view: view.clone(),
        set,
        round,
        compared: Arc::new(compared),
        rolled: Arc::new(rolled),
    })
}

/// The set as a round that is over asked it: as it is published where it was the same, or as the round keeps it.
fn set_of_round(model: &Model, round: &RoundId, id: &SetId) -> Option<Arc<QuestionSet>> {
    let chosen = Address::RoundSet(round.clone(), id.clone());
    let chosen = model.document.text(&chosen)?;
    let published = model.published.iter().find(|(other, _)| other == id);
    if let Some((_, set)) = published.filter(|(_, set)| set.hash.as_str() == chosen) {
        return Some(Arc::clone(set));
    }
    let snapshot = Address::Snapshot(ContentHash::parse(chosen)?);
    let kept = question_set_from_json(model.document.text(&snapshot)?)?;
    (kept.id == *id).then(|| Arc::new(kept))
}

impl Beside {
    /// Whether the view looks at questions, and not at areas.
    pub fn looks_at_questions(&self) -> bool {
        self.view.area.is_some() || self.view.tag.is_some()
    }

    /// Whether an area is in the view: it is the one that was chosen, and has a question with the chosen tag.
    pub fn shows_area(&self, area: &Area) -> bool {
        self.view.area.as_ref().is_none_or(|only| *only == area.id)
            && area.questions.iter().any(|question| self.has_tag(question))
    }

    fn has_tag(&self, question: &Question) -> bool {
        let tag = self.view.tag;
        tag.is_none_or(|tag| Tag::of(&question.id).contains(&tag))
    }

    /// The questions in the view, each with its place in the comparison: those that the round asks.
    pub fn questions<'a>(
        &'a self,
        model: &'a Model,
    ) -> impl Iterator<Item = (usize, &'a Area, &'a Question)> + 'a {
        questions_of(&self.set)
            .enumerate()
            .filter(|(_, (area, question))| {
                self.view.area.as_ref().is_none_or(|only| *only == area.id)
                    && self.has_tag(question)
                    && asks_question(&model.document, &self.round, &question.id)
            })
            .map(|(place, (area, question))| (place, area, question))
    }

    /// The units' places in the order of the view.
    pub fn order_of_units(&self) -> Vec<usize> {
        self.compared.order_of_units(self.view.order)
    }

    /// The places of the areas in the view, in its order; those that nobody is asked left out.
    pub fn order_of_areas(&self) -> Vec<usize> {
        let order: Order = self.view.order;
        let mut places = self.compared.order_of_areas(order);
        places.retain(|place| {
            let area = self.set.areas.get(*place);
            let rolled = self.rolled.areas.get(*place).and_then(Option::as_ref);
            area.is_some_and(|area| self.shows_area(area)) && rolled.is_some()
        });
        places
    }

    /// The same view with something changed, on its first page. It names its set and round, so that a link to it shows the same
    /// next year.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut CompareView)) -> CompareView {
        let mut view = self.view.clone();
        view.set = Some(self.set.id.clone());
        view.round = Some(self.round.clone());
        view.page = 0;
        change(&mut view);
        view
    }
}
