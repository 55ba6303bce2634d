//! *Utveckling*: a unit's rounds put together for the page, each with the set that it went by.

use std::sync::Arc;

use crate::app::Model;
use crate::app::set_update::kept_set;
use crate::domain::{
    Address, Answered, AreaId, Facet, Moves, QuestionMove, QuestionSet, RoundAsked, RoundId,
    TrendLine, TwoRounds, UnitId, UnitKind, asks_set, moves, rounds, text_of, trend, units, voices,
};

/// A round and the set as it was asked then.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundOfSet {
    /// The round.
    pub round: RoundId,
    /// The set; in the language of the interface, where it is the version that is asked now.
    pub set: Arc<QuestionSet>,
}

impl RoundOfSet {
    fn asked(&self) -> RoundAsked<'_> {
        RoundAsked {
            round: &self.round,
            set: &self.set,
        }
    }
}

/// How a unit stands over the rounds in one set.
#[derive(Debug, Clone, PartialEq)]
pub struct Development {
    /// The rounds that asked the set, the earliest first.
    pub rounds: Vec<RoundOfSet>,
    /// The lines: the whole, where the set has one value for it, then the areas.
    pub lines: Vec<TrendLine>,
    /// The rounds in which the unit gave a level to something: what can be compared with what.
    pub answered: Vec<RoundId>,
    /// The two rounds that are compared, and what became of the answers between them.
    pub compared: Option<Between>,
}

/// What became of answers from one round to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Between {
    /// The earlier round.
    pub from: RoundOfSet,
    /// The later one: the unit's latest.
    pub to: RoundOfSet,
    /// The unit's answers.
    pub moves: Vec<QuestionMove>,
}

/// Puts a unit's rounds together. The latest answered one is compared with `from`, or with the answered one before it.
pub fn development(
    model: &Model,
    set: &Arc<QuestionSet>,
    unit: &UnitId,
    from: Option<&RoundId>,
) -> Development {
    let document = &model.document;
    let rounds = rounds_of(model, set);
    let asked: Vec<RoundAsked<'_>> = rounds.iter().map(RoundOfSet::asked).collect();
    let lines = trend(document, unit, &asked);
    let is_answered = |place: usize| {
        lines.iter().any(|line| {
            let point = line.points.get(place).and_then(Option::as_ref);
            point.is_some_and(|point| point.counts.answered > 0)
        })
    };
    let answered: Vec<&RoundOfSet> = rounds
        .iter()
        .enumerate()
        .filter(|(place, _)| is_answered(*place))
        .map(|(_, round)| round)
        .collect();
    let compared = answered.split_last().and_then(|(to, earlier)| {
        let chosen = earlier.iter().find(|round| Some(&round.round) == from);
        let from = chosen.or(earlier.last())?;
        Some(between(model, unit, from, to))
    });
    Development {
        answered: answered.iter().map(|round| round.round.clone()).collect(),
        compared,
        lines,
        rounds,
    }
}

fn between(model: &Model, unit: &UnitId, from: &RoundOfSet, to: &RoundOfSet) -> Between {
    let rounds = TwoRounds::of(from.asked(), to.asked());
    Between {
        moves: moves(&model.document, unit, &rounds),
        from: from.clone(),
        to: to.clone(),
    }
}

/// The rounds that asked a set. One that keeps none yet is there only if it is the present one.
fn rounds_of(model: &Model, set: &Arc<QuestionSet>) -> Vec<RoundOfSet> {
    let document = &model.document;
    let present = model.round();
    let all = rounds(document).into_iter();
    let asking = all.filter(|round| asks_set(document, round, &set.id));
    let with_set = asking.filter_map(|round| {
        let kept = document.text(&Address::RoundSet(round.clone(), set.id.clone()));
        let set = match kept {
            Some(hash) if hash != set.hash.as_str() => {
                Arc::new(kept_set(document, &round, &set.id)?)
            }
            None if Some(&round) != present.as_ref() => return None,
            _ => Arc::clone(set),
        };
        Some(RoundOfSet { round, set })
    });
    with_set.collect()
}

/// The reasons that were given for an answer: that of the agreed one, or those of the individual ones.
pub fn reasons<'a>(model: &'a Model, round: &RoundId, answered: &Answered) -> Vec<&'a str> {
    let (document, question) = (&model.document, &answered.question);
    let voices = voices(document, round, &answered.by, question);
    let reason = |voice| {
        text_of(
            document,
            round,
            &answered.by,
            question,
            Facet::Rationale,
            voice,
        )
    };
    voices.iter().filter_map(reason).collect()
}

impl Between {
    /// Every unit that had an answer in one of the two rounds, and how many of its answers became what. Of many units it takes a
    /// while, so it is asked for.
    pub fn by_unit(&self, model: &Model) -> Vec<(UnitId, Moves)> {
        let document = &model.document;
        let rounds = TwoRounds::of(self.from.asked(), self.to.asked());
        let own = units(document).into_iter().map(|unit| unit.id);
        let counted = own.chain([UnitId::municipality()]).filter_map(|unit| {
            // What an administration answers for the municipality is its own answer, and is counted there.
            let moves = moves(document, &unit, &rounds);
            let own = moves.iter().filter(|one| {
                let by = one.after.as_ref().or(one.before.last());
                UnitKind::of(&unit) == UnitKind::Administration
                    || by.is_some_and(|by| by.by == unit)
            });
            let counts = Moves::of(own);
            (counts != Moves::default()).then_some((unit, counts))
        });
        counted.collect()
    }

    /// The moves of one area, or all.
    pub fn of_area<'a>(
        &'a self,
        area: Option<&'a AreaId>,
    ) -> impl Iterator<Item = &'a QuestionMove> {
        let moves = self.moves.iter();
        moves.filter(move |one| area.is_none_or(|area| one.area == *area))
    }
}
