//! What became of each answer from one round to a later one: risen, fallen, as before, new, gone, or no comparison
//! (DOMAIN.md §3.2 rule 11).

use super::trend::{OneAsked, every};
use super::{
    AreaId, Document, QuestionId, RoundAsked, Standing, UnitId, compare, earlier_questions,
    same_meaning, standing,
};

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moved {
    /// Higher than before.
    Rose,
    /// Lower than before.
    Fell,
    /// The same.
    Stayed,
    /// Answered now and not before.
    New,
    /// Answered before and not now.
    Gone,
    /// Not compared: the question means something else since, has come of others, or is answered by somebody else.
    Changed,
}

/// An answer in one of the two rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The question.
    pub question: QuestionId,
    /// Who answered.
    pub by: UnitId,
    /// What it counts as.
    pub standing: Standing,
}

/// A question and what became of its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionMove {
    /// The area: in the later round, or in the earlier one where the question is no longer asked.
    pub area: AreaId,
    /// What was answered before: to the question, or to those that it came from.
    pub before: Vec<Answered>,
    /// What is answered now; nothing where the question is no longer asked.
    pub after: Option<Answered>,
    /// What became of it.
    pub moved: Moved,
}

/// How many answers became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moves {
    /// [`Moved::Rose`].
    pub rose: usize,
    /// [`Moved::Fell`].
    pub fell: usize,
    /// [`Moved::Stayed`].
    pub stayed: usize,
    /// [`Moved::New`].
    pub new: usize,
    /// [`Moved::Gone`].
    pub gone: usize,
    /// [`Moved::Changed`].
    pub changed: usize,
}

impl Moves {
    /// Counts them.
    pub fn of<'a>(moves: impl IntoIterator<Item = &'a QuestionMove>) -> Self {
        let mut counts = Self::default();
        for one in moves {
            *match one.moved {
                Moved::Rose => &mut counts.rose,
                Moved::Fell => &mut counts.fell,
                Moved::Stayed => &mut counts.stayed,
                Moved::New => &mut counts.new,
                Moved::Gone => &mut counts.gone,
                Moved::Changed => &mut counts.changed,
            } += 1;
        }
        counts
    }

    /// How many answers can be compared.
    pub fn compared(self) -> usize {
        self.rose + self.fell + self.stayed
    }

    /// Those of several units together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            rose: self.rose + other.rose,
            fell: self.fell + other.fell,
            stayed: self.stayed + other.stayed,
            new: self.new + other.new,
            gone: self.gone + other.gone,
            changed: self.changed + other.changed,
        }
    }
}

/// Two rounds that are compared, and where each question of the later one has come from: found once for all units.
#[derive(Debug)]
pub struct TwoRounds<'a> {
    before: RoundAsked<'a>,
    after: RoundAsked<'a>,
    /// Nothing where both went by the same set: then a question comes from itself.
    change: Option<Vec<(&'a QuestionId, Vec<QuestionId>)>>,
}

impl<'a> TwoRounds<'a> {
    /// Looks at what the later round's set has made of the earlier one's.
    pub fn of(before: RoundAsked<'a>, after: RoundAsked<'a>) -> Self {
        let change = (before.set.hash != after.set.hash).then(|| {
            let change = compare(before.set, after.set);
            let questions = after.set.areas.iter().flat_map(|area| &area.questions);
            questions
                .map(|question| (&question.id, earlier_questions(&change, &question.id)))
                .collect()
        });
        Self {
            before,
            after,
            change,
        }
    }

    /// The earlier questions that a later one has come from.
    fn earlier<'s>(&'s self, now: &'s QuestionId) -> &'s [QuestionId] {
        let Some(change) = &self.change else {
            return std::slice::from_ref(now);
        };
        let found = change.iter().find(|(question, _)| *question == now);
        found.map_or(&[], |(_, earlier)| earlier)
    }
}

/// What became of a unit's answers between two rounds, in the order of reading; a question that had a level in neither of them
/// is left out.
pub fn moves(document: &Document, unit: &UnitId, rounds: &TwoRounds<'_>) -> Vec<QuestionMove> {
    let (before, after) = (rounds.before, rounds.after);
    let was = every(document, unit, before);
    let now = every(document, unit, after);
    let answered = |asked: RoundAsked<'_>, one: &OneAsked<'_>| Answered {
        question: one.question.id.clone(),
        by: one.by.clone(),
        standing: standing(document, asked.round, &one.by, one.question),
    };
    let is_given_so = |asked: RoundAsked<'_>, one: &OneAsked<'_>| {
        same_meaning(document, asked.round, &one.by, one.question)
    };
    let mut used: Vec<&QuestionId> = Vec::new();
    let mut moves = Vec::new();
    for one in &now {
        let earlier = rounds.earlier(&one.question.id);
        let came_from: Vec<&OneAsked<'_>> = was
            .iter()
            .filter(|was| earlier.contains(&was.question.id))
            .collect();
        used.extend(came_from.iter().map(|was| &was.question.id));
        let is_same = || {
            came_from.iter().all(|was| {
                was.question.id == one.question.id
                    && was.question.meaning == one.question.meaning
                    && was.by == one.by
                    && is_given_so(before, was)
                    && is_given_so(after, one)
            })
        };
        let then: Vec<Answered> = came_from.iter().map(|was| answered(before, was)).collect();
        let now = answered(after, one);
        if let Some(moved) = moved(&then, &now, is_same) {
            moves.push(QuestionMove {
                area: one.area.clone(),
                before: then,
                after: Some(now),
                moved,
            });
        }
    }
    for one in was.iter().filter(|one| !used.contains(&&one.question.id)) {
        let then = answered(before, one);
        if level(&then).is_some() {
            moves.push(QuestionMove {
                area: one.area.clone(),
                before: vec![then],
                after: None,
                moved: Moved::Gone,
            });
        }
    }
    moves
}

fn level(answered: &Answered) -> Option<f64> {
    match answered.standing {
        Standing::Level { value, .. } => Some(value),
        _ => None,
    }
}

fn moved(before: &[Answered], after: &Answered, is_same: impl FnOnce() -> bool) -> Option<Moved> {
    let (then, now) = (before.iter().find_map(level), level(after));
    match (then, now) {
        (None, None) => None,
        (None, Some(_)) => Some(Moved::New),
        (Some(_), _) if !is_same() => Some(Moved::Changed),
        (Some(_), None) => Some(Moved::Gone),
        (Some(then), Some(now)) if (then - now).abs() < 1e-9 => Some(Moved::Stayed),
        (Some(then), Some(now)) if now > then => Some(Moved::Rose),
        (Some(_), Some(_)) => Some(Moved::Fell),
    }
}
