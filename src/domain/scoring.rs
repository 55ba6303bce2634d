//! What answers amount to: coverage, mean and achieved level, exactly by DOMAIN.md §3.2 rules 3–5. Nothing is rounded here.

use super::{
    Area, AreaId, Document, Question, QuestionSet, RoundId, Standing, UnitId, UnitKind, standing,
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
        let relevant = self.relevant();
        relevant > 0 && 3 * self.answered >= 2 * relevant && self.answered >= relevant.min(2)
    }

    fn add(&mut self, standing: Standing) {
        match standing {
            Standing::Level { .. } => self.answered += 1,
            Standing::DontKnow => self.dont_know += 1,
            Standing::NotApplicable => self.not_applicable += 1,
            Standing::Unanswered => self.unanswered += 1,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            answered: self.answered + other.answered,
            dont_know: self.dont_know + other.dont_know,
            not_applicable: self.not_applicable + other.not_applicable,
            unanswered: self.unanswered + other.unanswered,
        }
    }
}

fn as_f64(count: usize) -> f64 {
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
    /// How many of what.
    pub counts: Counts,
    /// *Genomsnitt*: weighted mean of question values, unrounded; nothing where the data do not suffice.
    pub mean: Option<f64>,
    /// *Uppnådd nivå*.
    pub reached: Reached,
    /// Whether every level is an agreed assessment; otherwise the mean is shown as *ej avstämd*.
    pub agreed: bool,
}

/// What a unit's answers to a whole set amount to.
#[derive(Debug, Clone, PartialEq)]
pub struct SetResult {
    /// The areas in which the unit was asked something.
    pub areas: Vec<AreaResult>,
    /// How many of what, over all areas.
    pub counts: Counts,
    /// The mean of the areas that have a value, each with the same weight; unrounded.
    pub mean: Option<f64>,
    /// How many areas the mean is over.
    pub areas_in_mean: usize,
    /// The area with the lowest mean; the first of them where several share it.
    pub weakest: Option<AreaId>,
    /// The area with the highest mean; the first of them where several share it.
    pub strongest: Option<AreaId>,
}

/// Scores one area for a unit.
pub fn area_result(document: &Document, round: &RoundId, unit: &UnitId, area: &Area) -> AreaResult {
    let standings: Vec<(&Question, Standing)> = area
        .asked(UnitKind::of(unit))
        .map(|question| (question, standing(document, round, unit, question)))
        .collect();
    let mut counts = Counts::default();
    let (mut points, mut weights) = (0.0, 0.0);
    let mut lowest_level = None;
    let mut all_agreed = true;
    for (question, standing) in standings {
        counts.add(standing);
        if let Standing::Level {
            value,
            lowest,
            agreed,
        } = standing
        {
            points += question.weight * value;
            weights += question.weight;
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
        area: area.id.clone(),
        counts,
        mean: (counts.suffices() && weights > 0.0).then(|| points / weights),
        reached,
        agreed: all_agreed,
    }
}

/// Scores a whole set for a unit.
pub fn set_result(
    document: &Document,
    round: &RoundId,
    unit: &UnitId,
    set: &QuestionSet,
) -> SetResult {
    let areas: Vec<AreaResult> = set
        .asked(UnitKind::of(unit))
        .map(|(area, _)| area_result(document, round, unit, area))
        .collect();
    let counts = areas
        .iter()
        .fold(Counts::default(), |sum, area| sum.plus(area.counts));
    let means: Vec<(f64, &AreaId)> = areas
        .iter()
        .filter_map(|area| area.mean.map(|mean| (mean, &area.area)))
        .collect();
    let sum: f64 = means.iter().map(|(mean, _)| mean).sum();
    let pick = |better: fn(f64, f64) -> bool| {
        means
            .iter()
            .copied()
            .reduce(|best, next| if better(next.0, best.0) { next } else { best })
            .map(|(_, area)| area.clone())
    };
    SetResult {
        counts,
        mean: (!means.is_empty()).then(|| sum / as_f64(means.len())),
        areas_in_mean: means.len(),
        weakest: pick(|next, best| next < best),
        strongest: pick(|next, best| next > best),
        areas,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Address, Answer, ContentHash, DocumentId, DontKnow, Facet, Meaning, NotApplicable,
        QuestionId, RollUp, ScaleLevel, Scope, SetId, State, Timestamp, Value, Voice, WriterId,
    };

    fn question(id: &str, scope: Scope) -> Question {
        Question {
            id: QuestionId::parse(id).unwrap(),
            meaning: Meaning::parse("m").unwrap(),
            scope,
            weight: 1.0,
            text: String::new(),
            why: String::new(),
            evidence: String::new(),
            dont_know: DontKnow::Allowed,
            not_applicable: NotApplicable::WithReason,
            levels: vec![String::new(); 5],
            activities: vec![String::new(); 4],
        }
    }

    fn area(id: &str, questions: &[&str]) -> Area {
        Area {
            id: AreaId::parse(id).unwrap(),
            title: String::new(),
            short: String::new(),
            about: String::new(),
            questions: questions.iter().map(|q| question(q, Scope::F)).collect(),
        }
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

        fn area(&self, area: &Area) -> AreaResult {
            area_result(&self.document, &self.round, &self.unit, area)
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
        assert_eq!(result.mean, Some(3.0));
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
        assert_eq!(story.area(&area("x", &["a", "b"])).mean, None);
        assert_eq!(story.area(&area("x", &["a"])).mean, Some(4.0));
        assert_eq!(story.area(&area("x", &["a"])).reached, Reached::Level(4));
    }

    #[test]
    fn two_of_three_is_exactly_enough() {
        let story = Story::new()
            .say("a", State::Level(2))
            .say("b", State::Level(3));
        assert_eq!(story.area(&area("x", &["a", "b", "c"])).mean, Some(2.5));
        assert_eq!(story.area(&area("x", &["a", "b", "c", "d"])).mean, None);
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
        assert_eq!((before.mean, before.agreed), (Some(2.5), false));
        assert_eq!(before.reached, Reached::Level(2));
        let after = story.say("a", State::Level(3)).area(&asked);
        assert_eq!((after.mean, after.agreed), (Some(3.0), true));
    }

    #[test]
    fn the_set_is_the_mean_of_its_areas_and_names_the_weakest() {
        let set = QuestionSet {
            id: SetId::parse("s").unwrap(),
            version: "1.0.0".to_owned(),
            hash: ContentHash::parse("h").unwrap(),
            language: "sv".to_owned(),
            title: String::new(),
            lead: String::new(),
            publisher: String::new(),
            license: String::new(),
            source_note: String::new(),
            minutes_per_question: 2,
            roll_up: RollUp::MeanOfAreas,
            scale: (1..=5)
                .map(|value| ScaleLevel {
                    value,
                    name: String::new(),
                })
                .collect(),
            areas: vec![
                area("long", &["a", "b", "c"]),
                area("short", &["d"]),
                area("thin", &["e", "f"]),
            ],
        };
        let story = Story::new()
            .say("a", State::Level(4))
            .say("b", State::Level(4))
            .say("c", State::Level(4))
            .say("d", State::Level(1))
            .say("e", State::Level(5));
        let result = set_result(&story.document, &story.round, &story.unit, &set);
        assert_eq!(result.mean, Some(2.5)); // (4 + 1) / 2: not the mean of the questions
        assert_eq!(result.areas_in_mean, 2);
        assert_eq!(result.weakest.as_ref().map(AreaId::as_str), Some("short"));
        assert_eq!(result.strongest.as_ref().map(AreaId::as_str), Some("long"));
        assert_eq!(result.counts.relevant(), 6);
        assert_eq!(result.counts.answered, 5);
    }
}
