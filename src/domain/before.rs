//! What a voice said to a question in an earlier round, to be shown beside it as it is asked now (DOMAIN.md §3.2 rule 11).

use super::{
    Address, Answer, Document, DontKnow, Facet, NotApplicable, Question, QuestionId, RoundId,
    State, UnitId, Value, Voice,
};

/// One voice's answer in an earlier round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// The question that it was given to: today's, or one that went into it.
    pub question: QuestionId,
    /// The answer; several where two were given apart (*två olika svar*) and nobody has chosen.
    pub answers: Vec<Answer>,
    /// The reason, and as above; none where none was written.
    pub reasons: Vec<String>,
}

impl Before {
    /// What a unit said to a question by a voice; nothing where it did not answer. Units that turned out to be one are one.
    pub fn of(
        document: &Document,
        round: &RoundId,
        unit: &UnitId,
        question: &QuestionId,
        voice: &Voice,
    ) -> Option<Self> {
        let mut before = Self {
            question: question.clone(),
            answers: Vec::new(),
            reasons: Vec::new(),
        };
        for facet in [Facet::Level, Facet::Rationale] {
            let address = Address::answer(round, unit, question, facet, voice);
            for version in document.versions(&address) {
                match &version.value {
                    Value::Answer(answer) if !before.answers.contains(answer) => {
                        before.answers.push(answer.clone());
                    }
                    Value::Text(text) if !text.trim().is_empty() => {
                        let text = text.trim().to_owned();
                        if !before.reasons.contains(&text) {
                            before.reasons.push(text);
                        }
                    }
                    _ => {}
                }
            }
        }
        (!before.answers.is_empty()).then_some(before)
    }

    /// Whether it was given to what a question asks now.
    pub fn means_the_same(&self, now: &Question) -> bool {
        let mut answers = self.answers.iter();
        self.question == now.id && answers.all(|answer| answer.meaning == now.meaning)
    }

    /// The answer and the reason that can be taken over as they are (*oförändrat*): one of each, to the same question, and one
    /// that the question takes today.
    pub fn unchanged(&self, now: &Question) -> Option<(State, Option<&str>)> {
        let ([answer], [] | [_]) = (self.answers.as_slice(), self.reasons.as_slice()) else {
            return None;
        };
        let reason = self.reasons.first().map(String::as_str);
        let fits = match answer.state {
            State::Level(level) => level >= 1 && usize::from(level) <= now.levels.len(),
            State::DontKnow => now.dont_know == DontKnow::Allowed,
            State::NotApplicable => match now.not_applicable {
                NotApplicable::Allowed => true,
                NotApplicable::WithReason => reason.is_some(),
                NotApplicable::No => false,
            },
            State::NotOurArea => true,
        };
        (fits && self.means_the_same(now)).then_some((answer.state, reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::question;
    use crate::domain::{DocumentId, Meaning, Scope, Timestamp, UnitField, WriterId};

    struct Story(Document);

    impl Story {
        fn new() -> Self {
            Self(Document::new(DocumentId::from_random(1)))
        }

        fn at(facet: Facet) -> Address {
            let (round, unit) = (RoundId::from_random(1), UnitId::from_random(1));
            let asked = question("a", Scope::F).id;
            Address::answer(&round, &unit, &asked, facet, &Voice::Together)
        }

        fn says(mut self, writer: u64, state: State, meaning: &Meaning) -> Self {
            let meaning = meaning.clone();
            let mut other = Document::new(self.0.id().clone());
            let value = Value::Answer(Answer { state, meaning });
            let at = Timestamp(i64::try_from(writer).unwrap());
            other.write(&Self::at(Facet::Level), WriterId(writer), at, value);
            self.0.merge(other).unwrap();
            self
        }

        fn because(mut self, reason: &str) -> Self {
            let value = Value::Text(reason.to_owned());
            self.0.write(
                &Self::at(Facet::Rationale),
                WriterId(1),
                Timestamp(1),
                value,
            );
            self
        }

        fn before(&self, unit: u64) -> Option<Before> {
            let (round, unit) = (RoundId::from_random(1), UnitId::from_random(unit));
            let asked = question("a", Scope::F).id;
            Before::of(&self.0, &round, &unit, &asked, &Voice::Together)
        }
    }

    #[test]
    fn answer_and_reason_are_taken_over_while_the_question_means_the_same() {
        let asked = question("a", Scope::F);
        let story = Story::new().because(" Rutinen finns. ");
        assert_eq!(story.before(1), None, "a reason alone is no answer");
        let story = story.says(2, State::Level(2), &asked.meaning);
        let before = story.before(1).unwrap();
        let expected = Some((State::Level(2), Some("Rutinen finns.")));
        assert_eq!(before.unchanged(&asked), expected);

        let mut sharper = asked.clone();
        sharper.meaning = Meaning::parse("other").unwrap();
        assert!(!before.means_the_same(&sharper));
        assert_eq!(before.unchanged(&sharper), None);
        let mut fewer = asked.clone();
        fewer.levels.truncate(1);
        assert_eq!(before.unchanged(&fewer), None, "no such level any more");
        assert_eq!(before.unchanged(&question("b", Scope::F)), None, "split");
    }

    #[test]
    fn of_two_different_answers_none_is_taken_over() {
        let asked = question("a", Scope::F);
        let story = Story::new().says(2, State::Level(2), &asked.meaning);
        let same = story.says(3, State::Level(2), &asked.meaning);
        assert!(same.before(1).unwrap().unchanged(&asked).is_some());
        let two = same.says(4, State::Level(4), &asked.meaning);
        let before = two.before(1).unwrap();
        assert_eq!(before.answers.len(), 2);
        assert_eq!(before.unchanged(&asked), None);
    }

    #[test]
    fn not_relevant_goes_on_with_its_reason_only() {
        let mut asked = question("a", Scope::F);
        asked.not_applicable = NotApplicable::WithReason;
        let story = Story::new().says(2, State::NotApplicable, &asked.meaning);
        assert_eq!(story.before(1).unwrap().unchanged(&asked), None);
        let story = story.because("Sköts av staben");
        assert!(story.before(1).unwrap().unchanged(&asked).is_some());
        asked.not_applicable = NotApplicable::No;
        assert_eq!(story.before(1).unwrap().unchanged(&asked), None);
    }

    #[test]
    fn what_a_joined_unit_said_is_the_units_own() {
        let asked = question("a", Scope::F);
        let mut story = Story::new().says(2, State::Level(3), &asked.meaning);
        assert_eq!(story.before(2), None);
        let joined = Address::Unit(UnitId::from_random(1), UnitField::JoinedTo);
        let to = Value::Text(UnitId::from_random(2).as_str().to_owned());
        story.0.write(&joined, WriterId(1), Timestamp(1), to);
        assert!(story.before(2).unwrap().unchanged(&asked).is_some());
    }
}
