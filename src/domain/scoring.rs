//! What answers amount to: coverage, mean, achieved level and *uppfyllnadsgrad*, exactly by DOMAIN.md §3.2 rules 3–6.
//! Nothing is rounded here.

use super::{
    AreaId, AskedArea, Document, Part, Question, QuestionSet, RollUp, RoundId, Standing, UnitId,
    answered_by, standing,
};

/// How many questions of which standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// With a level.
    pub answered: usize,
    /// *Vet ej*.
    pub dont_know: usize,
    /// *Ej relevant* or *inte vårt område*.
    pub not_applicable: usize,
    /// *Obesvarad*.
    pub unanswered: usize,
}

impl Counts {
    /// The denominator of coverage: every question but those not applicable.
    pub fn relevant(self) -> usize {
        self.answered + self.dont_know + self.unanswered
    }

    /// Every question asked.
    pub fn asked(self) -> usize {
        self.relevant() + self.not_applicable
    }

    /// Questions that the unit is done with, whatever it said.
    pub fn done(self) -> usize {
        self.asked() - self.unanswered
    }

    /// *Svarstäckning*: the share of relevant questions with a level, 0–1; nothing where none is relevant.
    pub fn coverage(self) -> Option<f64> {
        (self.relevant() > 0).then(|| as_f64(self.answered) / as_f64(self.relevant()))
    }

    /// Whether a value may be shown: coverage at least 2/3, and at least min(2, relevant) answers (rule 3).
    fn suffices(self) -> bool {
        suffice(self.answered, self.relevant())
    }

    pub(super) fn add(&mut self, standing: Standing) {
        match standing {
            Standing::Level { .. } => self.answered += 1,
            Standing::DontKnow => self.dont_know += 1,
            Standing::NotApplicable => self.not_applicable += 1,
            Standing::Unanswered => self.unanswered += 1,
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            answered: self.answered + other.answered,
            dont_know: self.dont_know + other.dont_know,
            not_applicable: self.not_applicable + other.not_applicable,
            unanswered: self.unanswered + other.unanswered,
        }
    }
}

/// Whether so many of so many are enough for a value (rule 3).
pub(super) fn suffice(answered: usize, relevant: usize) -> bool {
    relevant > 0 && 3 * answered >= 2 * relevant && answered >= relevant.min(2)
}

pub(super) fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// *Uppnådd nivå*, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// The lowest level among the relevant questions, all of which have one.
    Level(u8),
    /// A relevant question is *vet ej* or unanswered.
    Open,
    /// No question is relevant.
    NotApplicable,
}

/// What a unit's answers in one area amount to.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaResult {
    /// The area.
    pub area: AreaId,
    /// Its part of the flower box, where the set is one.
    pub part: Option<Part>,
    /// The unit that answered: for the municipality the one that was named for the area.
    pub by: UnitId,
    /// How many of what.
    pub counts: Counts,
    /// *Nuläge*, unrounded, in the measure of the set: *genomsnitt* (weighted mean of levels), or *uppfyllnadsgrad* in percent.
    /// Nothing where the data do not suffice.
    pub value: Option<f64>,
    /// *Uppnådd nivå*.
    pub reached: Reached,
    /// Whether every level is an agreed assessment; otherwise the value is shown as *ej avstämd*.
    pub agreed: bool,
    sums: Sums,
}

/// What *uppfyllnadsgrad* is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Sums {
    /// Points given: a level is worth one less than its number, so the three grades are worth 0, 1 and 2.
    points: f64,
    /// Points that the answered questions could give.
    most: f64,
}

impl Sums {
    fn percent(self) -> f64 {
        100.0 * self.points / self.most
    }
}

/// *Uppfyllnadsgrad* of a part of the flower box: its areas counted as one (DOMAIN.md §3.2 rule 6).
#[derive(Debug, Clone, PartialEq)]
pub struct PartResult {
    /// The part.
    pub part: Part,
    /// How many of what, over its areas.
    pub counts: Counts,
    /// In percent, unrounded; nothing where the data do not suffice.
    pub value: Option<f64>,
}

/// What a unit's answers to a whole set amount to.
#[derive(Debug, Clone, PartialEq)]
pub struct SetResult {
    /// The areas in which the unit was asked something.
    pub areas: Vec<AreaResult>,
    /// How many of what, over all areas.
    pub counts: Counts,
    /// The mean of the areas that have a value, each with the same weight; unrounded. Nothing in a set that counts
    /// *uppfyllnadsgrad*: there the parts stand for themselves.
    pub mean: Option<f64>,
    /// The parts of the flower box that have areas here, in a set that counts *uppfyllnadsgrad*.
    pub parts: Vec<PartResult>,
    /// How many areas have a value.
    pub areas_with_value: usize,
    /// The area with the lowest value; the first of them where several share it.
    pub weakest: Option<AreaId>,
    /// The area with the highest value; the first of them where several share it.
    pub strongest: Option<AreaId>,
}

impl SetResult {
    /// The result of one area.
    pub fn area(&self, id: &AreaId) -> Option<&AreaResult> {
        self.areas.iter().find(|area| area.area == *id)
    }
}

/// Scores one area as it was asked.
pub fn area_result(
    document: &Document,
    round: &RoundId,
    set: &QuestionSet,
    asked: &AskedArea<'_>,
) -> AreaResult {
    scored(set, asked, |question| {
        standing(document, round, &asked.by, question)
    })
}

/// The rule of [`area_result`], whatever the standings were read from.
pub(super) fn scored(
    set: &QuestionSet,
    asked: &AskedArea<'_>,
    standing: impl Fn(&Question) -> Standing,
) -> AreaResult {
    let mut counts = Counts::default();
    let (mut levels, mut weights, mut sums) = (0.0, 0.0, Sums::default());
    let mut lowest_level = None;
    let mut all_agreed = true;
    for question in &asked.questions {
        let standing = standing(question);
        counts.add(standing);
        if let Standing::Level {
            value,
            lowest,
            agreed,
        } = standing
        {
            levels += question.weight * value;
            weights += question.weight;
            sums.points += value - 1.0;
            sums.most += f64::from(set.top()) - 1.0;
            lowest_level = Some(lowest_level.map_or(lowest, |l: u8| l.min(lowest)));
            all_agreed &= agreed;
        }
    }
    let reached = match lowest_level {
        _ if counts.relevant() == 0 => Reached::NotApplicable,
        Some(level) if counts.answered == counts.relevant() => Reached::Level(level),
        _ => Reached::Open,
    };
    AreaResult {
        area: asked.area.id.clone(),
        part: asked.area.part,
        by: asked.by.clone(),
        counts,
        value: (counts.suffices() && weights > 0.0).then(|| match set.roll_up {
            RollUp::MeanOfAreas => levels / weights,
            RollUp::Fulfilment => sums.percent(),
        }),
        reached,
        agreed: all_agreed,
        sums,
    }
}

/// Scores a whole set for a unit. An area that the unit may answer, and is not waited for, counts once it has been begun.
pub fn set_result(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    set: &QuestionSet,
) -> SetResult {
    let areas: Vec<AreaResult> = answered_by(document, round, set, unit)
        .iter()
        .map(|asked| (asked.optional, area_result(document, round, set, asked)))
        .filter(|(optional, result)| !optional || result.counts.done() > 0)
        .map(|(_, result)| result)
        .collect();
    let counts = total(areas.iter());
    let values: Vec<(f64, &AreaId)> = areas
        .iter()
        .filter_map(|area| area.value.map(|value| (value, &area.area)))
        .collect();
    let sum: f64 = values.iter().map(|(value, _)| value).sum();
    let pick = |better: fn(f64, f64) -> bool| {
        values
            .iter()
            .copied()
            .reduce(|best, next| if better(next.0, best.0) { next } else { best })
            .map(|(_, area)| area.clone())
    };
    let is_mean = set.roll_up == RollUp::MeanOfAreas && !values.is_empty();
    SetResult {
        counts,
        mean: is_mean.then(|| sum / as_f64(values.len())),
        parts: match set.roll_up {
            RollUp::MeanOfAreas => Vec::new(),
            RollUp::Fulfilment => parts(&areas),
        },
        areas_with_value: values.len(),
        weakest: pick(|next, best| next < best),
        strongest: pick(|next, best| next > best),
        areas,
    }
}

fn total<'a>(areas: impl Iterator<Item = &'a AreaResult>) -> Counts {
    areas.fold(Counts::default(), |sum, area| sum.plus(area.counts))
}

fn parts(areas: &[AreaResult]) -> Vec<PartResult> {
    [Part::Flower, Part::Grass, Part::Soil]
        .into_iter()
        .filter_map(|part| {
            let of_part = || areas.iter().filter(move |area| area.part == Some(part));
            of_part().next()?;
            let counts = total(of_part());
            let sums = of_part().fold(Sums::default(), |sum, area| Sums {
                points: sum.points + area.sums.points,
                most: sum.most + area.sums.most,
            });
            Some(PartResult {
                part,
                counts,
                value: counts.suffices().then(|| sums.percent()),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{area as area_of, graded, question, set as set_of};
    use crate::domain::{
        Address, Answer, Area, DocumentId, Facet, Meaning, QuestionId, Scope, State, Timestamp,
        Value, Voice, WriterId,
    };

    fn area(id: &str, questions: &[&str]) -> Area {
        area_of(
            id,
            questions.iter().map(|q| question(q, Scope::F)).collect(),
        )
    }

    struct Story {
        document: Document,
        round: RoundId,
        unit: UnitId,
    }

    impl Story {
        fn new() -> Self {
            Self {
                document: Document::new(DocumentId::from_random(1)),
                round: RoundId::from_random(1),
                unit: UnitId::from_random(1),
            }
        }

        fn put(&mut self, question: &str, facet: Facet, voice: Voice, value: Value) {
            let address = Address::Answer {
                round: self.round.clone(),
                unit: self.unit.clone(),
                question: QuestionId::parse(question).unwrap(),
                facet,
                voice,
            };
            self.document
                .write(&address, WriterId(1), Timestamp(1), value);
        }

        fn say(mut self, question: &str, state: State) -> Self {
            let meaning = Meaning::parse("m").unwrap();
            self.put(
                question,
                Facet::Level,
                Voice::Together,
                Value::Answer(Answer { state, meaning }),
            );
            self
        }

        fn because(mut self, question: &str, reason: &str) -> Self {
            self.put(
                question,
                Facet::Rationale,
                Voice::Together,
                Value::Text(reason.to_owned()),
            );
            self
        }

        fn set(&self, set: &QuestionSet) -> SetResult {
            set_result(&self.document, &self.round, &self.unit, set)
        }

        fn area(&self, area: &Area) -> AreaResult {
            self.set(&set_of(vec![area.clone()])).areas.remove(0)
        }
    }

    /// The worked example of DOMAIN.md §3.2.
    #[test]
    fn two_three_four_not_relevant_dont_know_is_three_at_75_percent_with_no_level_reached() {
        let story = Story::new()
            .say("a", State::Level(2))
            .say("b", State::Level(3))
            .say("c", State::Level(4))
            .say("d", State::NotApplicable)
            .because("d", "Vi har inga e-tjänster")
            .say("e", State::DontKnow);
        let result = story.area(&area("x", &["a", "b", "c", "d", "e"]));
        assert_eq!(result.counts.relevant(), 4);
        assert_eq!(result.counts.answered, 3);
        assert_eq!(result.counts.coverage(), Some(0.75));
        assert_eq!(result.value, Some(3.0));
        assert_eq!(result.reached, Reached::Open);
    }

    #[test]
    fn not_relevant_without_its_reason_counts_as_unanswered() {
        let asked = area("x", &["a"]);
        let story = Story::new()
            .say("a", State::NotApplicable)
            .because("a", "  ");
        assert_eq!(story.area(&asked).counts.unanswered, 1);
        let story = story.because("a", "Sköts av staben");
        assert_eq!(story.area(&asked).counts.not_applicable, 1);
        assert_eq!(story.area(&asked).reached, Reached::NotApplicable);
        let story = Story::new().say("a", State::NotOurArea);
        assert_eq!(story.area(&asked).counts.not_applicable, 1);
    }

    #[test]
    fn one_of_two_is_too_thin_and_one_of_one_is_enough() {
        let story = Story::new().say("a", State::Level(4));
        assert_eq!(story.area(&area("x", &["a", "b"])).value, None);
        assert_eq!(story.area(&area("x", &["a"])).value, Some(4.0));
        assert_eq!(story.area(&area("x", &["a"])).reached, Reached::Level(4));
    }

    #[test]
    fn two_of_three_is_exactly_enough() {
        let story = Story::new()
            .say("a", State::Level(2))
            .say("b", State::Level(3));
        assert_eq!(story.area(&area("x", &["a", "b", "c"])).value, Some(2.5));
        assert_eq!(story.area(&area("x", &["a", "b", "c", "d"])).value, None);
    }

    #[test]
    fn a_level_off_the_scale_is_no_answer() {
        let story = Story::new()
            .say("a", State::Level(6))
            .say("b", State::Level(0));
        assert_eq!(story.area(&area("x", &["a", "b"])).counts.unanswered, 2);
    }

    #[test]
    fn the_agreed_assessment_goes_before_the_individual_answers() {
        let mut story = Story::new();
        for (person, level) in [(1, 1), (2, 4)] {
            let meaning = Meaning::parse("m").unwrap();
            story.put(
                "a",
                Facet::Level,
                Voice::Person(crate::domain::PersonId::from_random(person)),
                Value::Answer(Answer {
                    state: State::Level(level),
                    meaning,
                }),
            );
        }
        let asked = area("x", &["a"]);
        let before = story.area(&asked);
        assert_eq!((before.value, before.agreed), (Some(2.5), false));
        assert_eq!(before.reached, Reached::Level(2));
        let after = story.say("a", State::Level(3)).area(&asked);
        assert_eq!((after.value, after.agreed), (Some(3.0), true));
    }

    #[test]
    fn the_set_is_the_mean_of_its_areas_and_names_the_weakest() {
        let set = set_of(vec![
            area("long", &["a", "b", "c"]),
            area("short", &["d"]),
            area("thin", &["e", "f"]),
        ]);
        let story = Story::new()
            .say("a", State::Level(4))
            .say("b", State::Level(4))
            .say("c", State::Level(4))
            .say("d", State::Level(1))
            .say("e", State::Level(5));
        let result = story.set(&set);
        assert_eq!(result.mean, Some(2.5)); // (4 + 1) / 2: not the mean of the questions
        assert_eq!(result.areas_with_value, 2);
        assert_eq!(result.weakest.as_ref().map(AreaId::as_str), Some("short"));
        assert_eq!(result.strongest.as_ref().map(AreaId::as_str), Some("long"));
        assert_eq!(result.counts.relevant(), 6);
        assert_eq!(result.counts.answered, 5);
    }

    /// Hand-worked (DOMAIN.md §3.2 rule 6): grades of an area's questions → points ÷ (2 × relevant answered).
    #[test]
    fn fulfilment_is_points_out_of_twice_the_relevant_answered() {
        let (helt, delvis, inte) = (State::Level(3), State::Level(2), State::Level(1));
        let unknown = State::DontKnow;
        let ours = State::NotOurArea;
        for (grades, expected) in [
            (vec![helt, helt, helt, helt], Some(100.0)),    // 8 of 8
            (vec![helt, helt, helt, delvis], Some(87.5)),   // 7 of 8
            (vec![delvis, delvis, inte, inte], Some(25.0)), // 2 of 8
            (vec![inte, inte, inte, inte], Some(0.0)),      // 0 of 8
            (vec![helt, delvis, delvis, unknown], Some(400.0 / 6.0)), // 4 of 6
            (vec![helt, helt, inte, ours], Some(400.0 / 6.0)), // 4 of 6: the fourth is not relevant
            (vec![helt, ours, ours, ours], Some(100.0)), // 2 of 2: one relevant question is enough
            (vec![helt, helt, unknown, unknown], None),  // half is known: too thin
            (vec![ours, ours, ours, ours], None),
        ] {
            let ids = ["a", "b", "c", "d"];
            let story = ids
                .iter()
                .zip(&grades)
                .fold(Story::new(), |story, (id, grade)| story.say(id, *grade));
            let result = story.set(&graded(vec![area("x", &ids)]));
            assert_eq!(result.areas[0].value, expected, "{grades:?}");
            assert_eq!(result.mean, None, "a set of grades has no mean of areas");
        }
    }

    #[test]
    fn a_part_of_the_flower_box_counts_its_areas_as_one() {
        let in_part = |id, part, questions: &[&str]| Area {
            part: Some(part),
            ..area(id, questions)
        };
        let set = graded(vec![
            in_part("skola", Part::Flower, &["a", "b"]),
            in_part("foretag", Part::Flower, &["c", "d"]),
            in_part("ledning", Part::Grass, &["e"]),
        ]);
        let story = Story::new()
            .say("a", State::Level(3))
            .say("b", State::Level(3))
            .say("c", State::Level(1))
            .say("d", State::DontKnow);
        let result = story.set(&set);
        assert_eq!(result.areas[1].value, None, "one of two is too thin alone");
        let told: Vec<_> = result.parts.iter().map(|p| (p.part, p.value)).collect();
        assert_eq!(
            told,
            [
                (Part::Flower, Some(400.0 / 6.0)), // 4 points of 6, three of four known
                (Part::Grass, None),
            ]
        );
    }
}
