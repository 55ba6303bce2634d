//! *Utveckling*: a unit's values round by round, with the line broken where it would join what cannot be compared, and the
//! index over the same questions (DOMAIN.md §3.2 rule 11). What became of each answer is in [`super::moves`].

use super::scoring::as_f64;
use super::{
    AreaId, AreaResult, Counts, Document, Question, QuestionSet, RollUp, RoundId, SetResult,
    Standing, UnitId, answered_by, area_result, same_meaning, set_result, standing,
};

/// A round with the version of the set that it went by.
#[derive(Debug, Clone, Copy)]
pub struct RoundAsked<'a> {
    /// The round.
    pub round: &'a RoundId,
    /// The set as it was asked then.
    pub set: &'a QuestionSet,
}

/// A question as a unit was asked it, or as it stands in the result of the municipality.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OneAsked<'a> {
    pub area: &'a AreaId,
    pub question: &'a Question,
    /// Who answers it.
    pub by: UnitId,
}

/// What makes two rounds of one line no comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Break {
    /// Questions that mean something else since.
    pub changed: usize,
    /// Questions that were not asked before.
    pub added: usize,
    /// Questions that are no longer asked.
    pub removed: usize,
    /// Somebody else answers for the municipality.
    pub other_unit: bool,
    /// The whole is a mean of other areas than before.
    pub other_areas: bool,
}

/// A value of one round.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// As the round's result has it, unrounded; nothing where the data do not suffice.
    pub value: Option<f64>,
    /// How many of what.
    pub counts: Counts,
    /// Whether every level is an agreed assessment.
    pub agreed: bool,
}

/// *Samma frågor*: the mean over those questions alone that mean the same and have a level in every round that is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct SameQuestions {
    /// By round; nothing for a round that is not compared, as the unit answered nothing in it.
    pub values: Vec<Option<f64>>,
    /// How many questions.
    pub questions: usize,
    /// Of how many that are asked in the last round.
    pub of: usize,
}

/// A line over the rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendLine {
    /// The area; nothing for the set as a whole.
    pub area: Option<AreaId>,
    /// By round; nothing where the unit was not asked.
    pub points: Vec<Option<TrendPoint>>,
    /// By round, what breaks the line that would come to it from the round before.
    pub breaks: Vec<Option<Break>>,
    /// The index over the same questions; nothing where too few can be compared in every round.
    pub same: Option<SameQuestions>,
}

/// A unit's lines in one set: the whole first, where the set has one value for it, then its areas.
pub fn trend(document: &Document, unit: &UnitId, rounds: &[RoundAsked<'_>]) -> Vec<TrendLine> {
    let of = |asked: &RoundAsked<'_>| set_result(document, asked.round, unit, asked.set);
    let results: Vec<SetResult> = rounds.iter().map(of).collect();
    let questions: Vec<Vec<OneAsked<'_>>> = rounds
        .iter()
        .map(|asked| every(document, unit, *asked))
        .collect();
    let story = Story {
        document,
        rounds,
        results: &results,
        questions: &questions,
    };
    let mut areas: Vec<AreaId> = Vec::new();
    for area in results.iter().rev().flat_map(|result| &result.areas) {
        if !areas.contains(&area.area) {
            areas.push(area.area.clone());
        }
    }
    let lines: Vec<TrendLine> = areas.iter().map(|area| story.line(area)).collect();
    let is_mean = rounds
        .last()
        .is_some_and(|asked| asked.set.roll_up == RollUp::MeanOfAreas);
    let whole = is_mean.then(|| story.whole(&lines));
    whole.into_iter().chain(lines).collect()
}

/// The questions that stand in a unit's result: a voluntary area's once it has been begun.
pub(super) fn every<'a>(
    document: &Document,
    unit: &UnitId,
    asked: RoundAsked<'a>,
) -> Vec<OneAsked<'a>> {
    let mut every = Vec::new();
    for area in answered_by(document, asked.round, asked.set, unit) {
        let done = || {
            area_result(document, asked.round, asked.set, &area)
                .counts
                .done()
        };
        if !area.optional || done() > 0 {
            every.extend(area.questions.iter().map(|question| OneAsked {
                area: &area.area.id,
                question,
                by: area.by.clone(),
            }));
        }
    }
    every
}

struct Story<'a> {
    document: &'a Document,
    rounds: &'a [RoundAsked<'a>],
    results: &'a [SetResult],
    questions: &'a [Vec<OneAsked<'a>>],
}

impl Story<'_> {
    fn of_area<'s>(
        &'s self,
        round: usize,
        area: &'s AreaId,
    ) -> impl Iterator<Item = &'s OneAsked<'s>> {
        let questions = self.questions.get(round).map_or(&[][..], Vec::as_slice);
        questions.iter().filter(move |one| one.area == area)
    }

    fn line(&self, area: &AreaId) -> TrendLine {
        let point = |result: &SetResult| result.area(area).map(TrendPoint::of);
        let points: Vec<Option<TrendPoint>> = self.results.iter().map(point).collect();
        TrendLine {
            area: Some(area.clone()),
            breaks: (0..points.len())
                .map(|to| self.break_at(area, to))
                .collect(),
            points,
            same: self.same(area),
        }
    }

    /// What breaks an area's line on its way to a round; nothing where it was not asked in both.
    fn break_at(&self, area: &AreaId, to: usize) -> Option<Break> {
        let from = to.checked_sub(1)?;
        let before: Vec<&OneAsked<'_>> = self.of_area(from, area).collect();
        let after: Vec<&OneAsked<'_>> = self.of_area(to, area).collect();
        let (was, is) = (before.first()?, after.first()?);
        let mut found = Break {
            other_unit: was.by != is.by,
            ..Break::default()
        };
        for one in &after {
            match before.iter().find(|b| b.question.id == one.question.id) {
                None => found.added += 1,
                Some(before) if !self.compare(from, before, to, one) => found.changed += 1,
                Some(_) => {}
            }
        }
        let is_gone =
            |one: &&&OneAsked<'_>| !after.iter().any(|a| a.question.id == one.question.id);
        found.removed = before.iter().filter(is_gone).count();
        (found != Break::default()).then_some(found)
    }

    /// Whether a question means the same in two rounds, and so do the answers that were given to it.
    fn compare(&self, from: usize, before: &OneAsked<'_>, to: usize, after: &OneAsked<'_>) -> bool {
        let is_answered_so = |round: usize, one: &OneAsked<'_>| {
            let round = self.rounds.get(round);
            round.is_some_and(|asked| {
                same_meaning(self.document, asked.round, &one.by, one.question)
            })
        };
        before.question.meaning == after.question.meaning
            && is_answered_so(from, before)
            && is_answered_so(to, after)
    }

    /// Rounds that are compared: those in which the unit gave a level to something.
    fn compared(&self) -> Vec<usize> {
        let results = self.results.iter().enumerate();
        let answered = results.filter(|(_, result)| result.counts.answered > 0);
        answered.map(|(round, _)| round).collect()
    }

    fn same(&self, area: &AreaId) -> Option<SameQuestions> {
        let compared = self.compared();
        let last = *compared.last()?;
        let set = self.rounds.get(last)?.set;
        let asked: Vec<&OneAsked<'_>> = self.of_area(last, area).collect();
        let levels = asked
            .iter()
            .filter_map(|one| Some((one.question.weight, self.levels(&compared, last, one)?)));
        let levels: Vec<(f64, Vec<f64>)> = levels.collect();
        let enough = levels.len() >= asked.len().clamp(1, 2) && compared.len() >= 2;
        let value = |place: usize| {
            let (mut sum, mut weights, mut points, mut most) = (0.0, 0.0, 0.0, 0.0);
            for (weight, levels) in &levels {
                let level = levels.get(place)?;
                sum += weight * level;
                weights += weight;
                points += level - 1.0;
                most += f64::from(set.top()) - 1.0;
            }
            Some(match set.roll_up {
                RollUp::MeanOfAreas => sum / weights,
                RollUp::Fulfilment => 100.0 * points / most,
            })
        };
        enough.then(|| SameQuestions {
            values: self.by_round(&compared, value),
            questions: levels.len(),
            of: asked.len(),
        })
    }

    /// A question's levels in every round that is compared; nothing where one of them has none, or is no comparison.
    fn levels(&self, compared: &[usize], last: usize, now: &OneAsked<'_>) -> Option<Vec<f64>> {
        let level = |round: usize| {
            let asked = self.rounds.get(round)?;
            let then = self.of_area(round, now.area);
            let then = then
                .into_iter()
                .find(|one| one.question.id == now.question.id)?;
            let is_same = then.by == now.by && self.compare(round, then, last, now);
            match standing(self.document, asked.round, &then.by, then.question) {
                Standing::Level { value, .. } if is_same => Some(value),
                _ => None,
            }
        };
        compared.iter().map(|round| level(*round)).collect()
    }

    fn by_round(
        &self,
        compared: &[usize],
        value: impl Fn(usize) -> Option<f64>,
    ) -> Vec<Option<f64>> {
        let place = |round: usize| compared.iter().position(|other| *other == round);
        let rounds = 0..self.rounds.len();
        rounds.map(|round| place(round).and_then(&value)).collect()
    }

    /// The mean of the areas; compared only where it is made of the same ones.
    fn whole(&self, areas: &[TrendLine]) -> TrendLine {
        let point = |result: &SetResult| {
            (!result.areas.is_empty()).then(|| TrendPoint {
                value: result.mean,
                counts: result.counts,
                agreed: result.areas.iter().all(|area| area.agreed),
            })
        };
        let points: Vec<Option<TrendPoint>> = self.results.iter().map(point).collect();
        let has_value = |round: usize| {
            let areas = areas.iter().map(move |line| {
                let point = line.points.get(round).and_then(Option::as_ref);
                point.is_some_and(|point| point.value.is_some())
            });
            areas.collect::<Vec<bool>>()
        };
        let break_at = |to: usize| {
            let from = to.checked_sub(1)?;
            let asked = |round: usize| points.get(round).and_then(Option::as_ref);
            asked(from).and(asked(to))?;
            let mut sum = Break {
                other_areas: has_value(from) != has_value(to),
                ..Break::default()
            };
            for found in areas
                .iter()
                .filter_map(|line| line.breaks.get(to)?.as_ref())
            {
                sum.changed += found.changed;
                sum.added += found.added;
                sum.removed += found.removed;
                sum.other_unit |= found.other_unit;
            }
            (sum != Break::default()).then_some(sum)
        };
        TrendLine {
            area: None,
            breaks: (0..points.len()).map(break_at).collect(),
            same: self.same_of_whole(areas),
            points,
        }
    }

    fn same_of_whole(&self, areas: &[TrendLine]) -> Option<SameQuestions> {
        let same: Vec<&SameQuestions> =
            areas.iter().filter_map(|line| line.same.as_ref()).collect();
        let compared = self.compared();
        let last = self.results.get(*compared.last()?)?;
        let value = |place: usize| {
            let round = *compared.get(place)?;
            let values = same
                .iter()
                .map(|same| same.values.get(round).copied().flatten());
            let sum: f64 = values.collect::<Option<Vec<f64>>>()?.iter().sum();
            Some(sum / as_f64(same.len()))
        };
        (!same.is_empty()).then(|| SameQuestions {
            values: self.by_round(&compared, value),
            questions: same.iter().map(|same| same.questions).sum(),
            of: last.counts.asked(),
        })
    }
}

impl TrendPoint {
    fn of(area: &AreaResult) -> Self {
        Self {
            value: area.value,
            counts: area.counts,
            agreed: area.agreed,
        }
    }
}

impl TrendLine {
    /// Whether a line is drawn from the round before to this one: both have a value, and nothing breaks it.
    pub fn is_joined(&self, to: usize) -> bool {
        let has_value = |round: usize| {
            let point = self.points.get(round).and_then(Option::as_ref);
            point.is_some_and(|point| point.value.is_some())
        };
        let is_broken = self.breaks.get(to).is_some_and(Option::is_some);
        to > 0 && has_value(to) && has_value(to - 1) && !is_broken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{area, graded, question, set};
    use crate::domain::{
        Address, Answer, DocumentId, Facet, Moved, Part, Scope, SetId, State, Timestamp, TwoRounds,
        Value, Voice, WriterId, moves,
    };

    struct Story {
        document: Document,
        rounds: [RoundId; 2],
    }

    impl Story {
        fn new() -> Self {
            Self {
                document: Document::new(DocumentId::from_random(1)),
                rounds: [1, 2].map(RoundId::from_random),
            }
        }

        fn write(&mut self, address: &Address, value: Value) {
            self.document
                .write(address, WriterId(1), Timestamp(1), value);
        }

        /// Answers the questions of a set in their order; 0 leaves one open.
        fn says(mut self, round: usize, unit: &UnitId, set: &QuestionSet, levels: &[u8]) -> Self {
            let questions = set.areas.iter().flat_map(|area| &area.questions);
            for (asked, level) in questions.zip(levels).filter(|(_, level)| **level > 0) {
                let round = &self.rounds[round];
                let at = Address::answer(round, unit, &asked.id, Facet::Level, &Voice::Together);
                let state = State::Level(*level);
                let meaning = asked.meaning.clone();
                self.write(&at, Value::Answer(Answer { state, meaning }));
            }
            self
        }

        fn owner(&mut self, round: usize, set: &SetId, area: &str, unit: &UnitId) {
            let area = AreaId::parse(area).unwrap();
            let at = Address::Owner(self.rounds[round].clone(), set.clone(), area);
            self.write(&at, Value::Text(unit.as_str().to_owned()));
        }

        fn asked<'a>(&'a self, set: &'a QuestionSet) -> [RoundAsked<'a>; 2] {
            [0, 1].map(|n| RoundAsked {
                round: &self.rounds[n],
                set,
            })
        }
    }

    /// Hand-worked: one point of four is 25 %, three of four are 75 %.
    #[test]
    fn a_set_of_grades_has_no_whole_and_an_index_in_percent() {
        let mut asked = area(
            "skola",
            vec![question("a", Scope::F), question("b", Scope::F)],
        );
        asked.part = Some(Part::Flower);
        let set = graded(vec![asked]);
        let unit = UnitId::from_random(1);
        let story = Story::new()
            .says(0, &unit, &set, &[2, 1])
            .says(1, &unit, &set, &[3, 2]);
        let lines = trend(&story.document, &unit, &story.asked(&set));
        assert_eq!(lines.len(), 1);
        assert!(lines[0].area.is_some() && lines[0].is_joined(1));
        let same = lines[0].same.as_ref().unwrap();
        assert_eq!(same.values, [Some(25.0), Some(75.0)]);
    }

    /// The municipality's area is read from the unit named for it: another unit's answers are no rise of the first one's.
    #[test]
    fn another_unit_that_answers_for_the_municipality_breaks_its_line() {
        let mut asked = area(
            "skola",
            vec![question("a", Scope::Owner), question("b", Scope::Owner)],
        );
        asked.part = Some(Part::Flower);
        let set = graded(vec![asked]);
        let (first, second) = (UnitId::from_random(1), UnitId::from_random(2));
        let mut story = Story::new()
            .says(0, &first, &set, &[1, 1])
            .says(1, &second, &set, &[3, 3]);
        story.owner(0, &set.id, "skola", &first);
        story.owner(1, &set.id, "skola", &second);
        let municipality = UnitId::municipality();
        let asked = story.asked(&set);
        let lines = trend(&story.document, &municipality, &asked);
        let found = Break {
            other_unit: true,
            ..Break::default()
        };
        assert_eq!(lines[0].breaks, [None, Some(found)]);
        assert_eq!(lines[0].same, None);
        let became = moves(
            &story.document,
            &municipality,
            &TwoRounds::of(asked[0], asked[1]),
        );
        assert!(became.iter().all(|one| one.moved == Moved::Changed));
        assert_eq!(became.len(), 2);
    }

    /// Two areas, the second without enough ground in the first round: the means are not of the same areas.
    #[test]
    fn a_whole_of_other_areas_is_not_joined_though_each_area_is() {
        let set = set(vec![
            area("x", vec![question("a", Scope::F)]),
            area("y", vec![question("b", Scope::F)]),
        ]);
        let unit = UnitId::from_random(1);
        let story = Story::new()
            .says(0, &unit, &set, &[2, 0])
            .says(1, &unit, &set, &[2, 5]);
        let lines = trend(&story.document, &unit, &story.asked(&set));
        let found = Break {
            other_areas: true,
            ..Break::default()
        };
        assert_eq!(lines[0].breaks, [None, Some(found)]);
        assert!(lines[1].is_joined(1) && !lines[2].is_joined(1));
        // 2 and then 3.5 is no rise: the one question that can be compared stayed.
        let same = lines[0].same.as_ref().unwrap();
        assert_eq!(same.values, [Some(2.0), Some(2.0)]);
        assert_eq!((same.questions, same.of), (1, 2));
    }
}
