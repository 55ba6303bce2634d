//! Whether a value of elsewhere answers the same questions as a value here.

use crate::domain::{Area, Meaning, QuestionId};

/// What the questions of an area meant where a value comes from: every question with its meaning, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaMeanings(Vec<(QuestionId, Meaning)>);

/// How the questions differ from ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{changed} questions mean something else, {theirs} are only there, {ours} only here")]
pub struct MeaningDiffers {
    /// Questions that stand in both and mean something else there.
    pub changed: usize,
    /// Questions that only they have.
    pub theirs: usize,
    /// Questions that only we have.
    pub ours: usize,
}

impl AreaMeanings {
    /// What an area of a set asks. Wording that was only edited has kept its meaning.
    pub fn of(area: &Area) -> Self {
        let questions = area.questions.iter();
        Self::new(questions.map(|question| (question.id.clone(), question.meaning.clone())))
    }

    /// Questions as they come, each once.
    pub fn new(questions: impl IntoIterator<Item = (QuestionId, Meaning)>) -> Self {
        let mut list: Vec<_> = questions.into_iter().collect();
        list.sort();
        list.dedup_by(|one, other| one.0 == other.0);
        Self(list)
    }

    /// The questions, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Meaning)> {
        self.0.iter().map(|(question, meaning)| (question, meaning))
    }

    fn meaning(&self, question: &QuestionId) -> Option<&Meaning> {
        let place = self.0.binary_search_by(|(id, _)| id.cmp(question)).ok()?;
        self.0.get(place).map(|(_, meaning)| meaning)
    }

    /// Whether values under these questions can stand beside values of an area here.
    ///
    /// # Errors
    /// [`MeaningDiffers`] where a question is missing on either side or means something else.
    pub fn same_as(&self, area: &Area) -> Result<(), MeaningDiffers> {
        let ours = Self::of(area);
        let changed = |(id, meaning): &(&QuestionId, &Meaning)| {
            ours.meaning(id).is_some_and(|here| here != *meaning)
        };
        let differs = MeaningDiffers {
            changed: self.iter().filter(changed).count(),
            theirs: self
                .iter()
                .filter(|(id, _)| ours.meaning(id).is_none())
                .count(),
            ours: ours
                .iter()
                .filter(|(id, _)| self.meaning(id).is_none())
                .count(),
        };
        match differs {
            MeaningDiffers {
                changed: 0,
                theirs: 0,
                ours: 0,
            } => Ok(()),
            differs => Err(differs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Scope;
    use crate::domain::fixtures::{area, question};

    fn meant(questions: &[(&str, &str)]) -> Area {
        let of = |(id, meaning): &(&str, &str)| {
            let mut question = question(id, Scope::F);
            question.meaning = Meaning::parse(meaning).unwrap();
            question
        };
        area("a", questions.iter().map(of).collect())
    }

    #[test]
    fn the_same_questions_in_another_order_and_wording_are_the_same() {
        let theirs = AreaMeanings::of(&meant(&[("b", "2"), ("a", "1")]));
        let mut ours = meant(&[("a", "1"), ("b", "2")]);
        ours.questions[0].text = "in plainer words".to_owned();
        assert_eq!(theirs.same_as(&ours), Ok(()));
    }

    #[test]
    fn what_differs_is_counted() {
        let theirs = AreaMeanings::of(&meant(&[("a", "1"), ("b", "2"), ("c", "3")]));
        let differs = theirs.same_as(&meant(&[("a", "1"), ("b", "9"), ("d", "4"), ("e", "5")]));
        let expected = MeaningDiffers {
            changed: 1,
            theirs: 1,
            ours: 2,
        };
        assert_eq!(differs, Err(expected));
        assert!(
            AreaMeanings::new([])
                .same_as(&meant(&[("a", "1")]))
                .is_err()
        );
    }
}
