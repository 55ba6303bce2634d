//! What a new version of a question set does to the questions of an old one. Nothing here touches an answer.
//!
//! The meanings decide where a question stands in both versions, because answers carry them; what the set states tells the
//! rest: where a question that is gone has gone to.

#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};

use super::{Question, QuestionId, QuestionSet};

/// What a version says that it did to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum ChangeKind {
    /// Other words for the same: the question keeps its meaning, its answers and its trend.
    Editorial,
    /// The same id, but a level may be another than before: asked anew, and the trend breaks.
    Substantive,
    /// One question has become several.
    Split,
    /// Questions have gone into one.
    Merged,
    /// No longer asked, and nothing stands in its place.
    Retired,
}

impl ChangeKind {
    /// Reads the word that a compiled set has.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "editorial" => Self::Editorial,
            "substantive" => Self::Substantive,
            "split" => Self::Split,
            "merged" => Self::Merged,
            "retired" => Self::Retired,
            _ => return None,
        })
    }

    /// Whether the questions that it names have left the set by it.
    pub fn leaves(self) -> bool {
        !matches!(self, Self::Editorial | Self::Substantive)
    }
}

/// One change as a set states it (docs/QUESTIONS.md). A set keeps the statements of all its versions, so that an answer of
/// any earlier one can be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct StatedChange {
    /// The version that it came with.
    pub version: String,
    /// What was done.
    pub kind: ChangeKind,
    /// The questions that it was done to: one, or those that were merged.
    pub from: Vec<QuestionId>,
    /// The questions that came of it; none unless it is a split or a merger.
    pub into: Vec<QuestionId>,
}

/// What became of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// Asked in the same words.
    Same,
    /// Asked in other words that mean the same.
    Editorial,
    /// Asked anew, as it means something else.
    Substantive,
    /// These are asked in its place.
    SplitInto(Vec<QuestionId>),
    /// This is asked in its place; several, where that one was split later.
    MergedInto(Vec<QuestionId>),
    /// No longer asked.
    Retired,
    /// Not asked before, in any form.
    New,
}

/// A question and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionChange {
    /// The question: of the old set, or of the new one where it is [`Became::New`].
    pub question: QuestionId,
    /// What became of it.
    pub became: Became,
}

/// What a new version does to an old one: every old question once in its order of reading, then those that are new.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SetChange {
    /// The questions.
    pub questions: Vec<QuestionChange>,
}

/// How many questions became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SetCounts {
    /// [`Became::Same`].
    pub same: usize,
    /// [`Became::Editorial`].
    pub editorial: usize,
    /// [`Became::Substantive`].
    pub substantive: usize,
    /// [`Became::SplitInto`].
    pub split: usize,
    /// [`Became::MergedInto`].
    pub merged: usize,
    /// [`Became::Retired`].
    pub retired: usize,
    /// [`Became::New`].
    pub new: usize,
}

impl SetChange {
    /// How many questions became what, for a preview.
    pub fn counts(&self) -> SetCounts {
        let mut counts = SetCounts::default();
        for change in &self.questions {
            *match change.became {
                Became::Same => &mut counts.same,
                Became::Editorial => &mut counts.editorial,
                Became::Substantive => &mut counts.substantive,
                Became::SplitInto(_) => &mut counts.split,
                Became::MergedInto(_) => &mut counts.merged,
                Became::Retired => &mut counts.retired,
                Became::New => &mut counts.new,
            } += 1;
        }
        counts
    }

    /// What became of a question.
    pub fn of(&self, question: &QuestionId) -> Option<&Became> {
        let change = self.questions.iter().find(|c| c.question == *question)?;
        Some(&change.became)
    }
}

/// What taking `new` in place of `old` does to each question.
pub fn compare(old: &QuestionSet, new: &QuestionSet) -> SetChange {
    let mut questions: Vec<QuestionChange> = Vec::new();
    for question in every(old) {
        let became = match new.question(&question.id) {
            Some((_, now)) if now.meaning != question.meaning => Became::Substantive,
            Some((_, now)) if is_reworded(old, question, new, now) => Became::Editorial,
            Some(_) => Became::Same,
            None => gone(new, &question.id),
        };
        questions.push(QuestionChange {
            question: question.id.clone(),
            became,
        });
    }
    let mut change = SetChange { questions };
    for question in every(new) {
        if earlier_questions(&change, &question.id).is_empty() {
            change.questions.push(QuestionChange {
                question: question.id.clone(),
                became: Became::New,
            });
        }
    }
    change
}

/// The old questions whose answers are shown beside a question of the new set: itself, where it stood there, and those that
/// went into it.
pub fn earlier_questions(change: &SetChange, question: &QuestionId) -> Vec<QuestionId> {
    let went = change.questions.iter().filter(|c| match &c.became {
        Became::Same | Became::Editorial | Became::Substantive => c.question == *question,
        Became::SplitInto(into) | Became::MergedInto(into) => into.contains(question),
        Became::Retired | Became::New => false,
    });
    went.map(|c| c.question.clone()).collect()
}

/// A question of a set and all that ever went into it, as the set states it: what [`earlier_questions`] finds, without the
/// version that they were asked in. The question itself is first.
pub fn origins(set: &QuestionSet, question: &QuestionId) -> Vec<QuestionId> {
    let mut found = vec![question.clone()];
    let mut at = 0;
    while let Some(into) = found.get(at).cloned() {
        at += 1;
        for stated in &set.changes {
            if stated.kind.leaves() && stated.into.contains(&into) {
                for from in &stated.from {
                    if !found.contains(from) && set.question(from).is_none() {
                        found.push(from.clone());
                    }
                }
            }
        }
    }
    found
}

/// Whether a question's answers before and after can stand in one line over time (DOMAIN.md §3.2 rule 11).
pub fn keeps_trend(change: &SetChange, question: &QuestionId) -> bool {
    matches!(change.of(question), Some(Became::Same | Became::Editorial))
}

fn every(set: &QuestionSet) -> impl Iterator<Item = &Question> {
    set.areas.iter().flat_map(|area| &area.questions)
}

/// Texts tell, where both are in one language; the statement tells in any.
fn is_reworded(old: &QuestionSet, was: &Question, new: &QuestionSet, now: &Question) -> bool {
    let stated = new.changes.iter().any(|stated| {
        stated.kind == ChangeKind::Editorial
            && stated.from.contains(&was.id)
            && version_number(&stated.version) > version_number(&old.version)
    });
    stated || (old.language == new.language && (&was.text, &was.levels) != (&now.text, &now.levels))
}

/// What became of a question that is not in the new set. A statement is followed through later ones to what is asked now.
fn gone(new: &QuestionSet, question: &QuestionId) -> Became {
    let Some(stated) = leaving(new, question) else {
        return Became::Retired;
    };
    let into = followed(new, stated);
    match stated.kind {
        _ if into.is_empty() => Became::Retired,
        ChangeKind::Merged => Became::MergedInto(into),
        _ => Became::SplitInto(into),
    }
}

fn leaving<'set>(set: &'set QuestionSet, question: &QuestionId) -> Option<&'set StatedChange> {
    let mut stated = set.changes.iter();
    stated.find(|stated| stated.kind.leaves() && stated.from.contains(question))
}

/// What is asked now of what a statement names; each id is looked at once, so that a circle in a set of foreign make ends.
fn followed(set: &QuestionSet, stated: &StatedChange) -> Vec<QuestionId> {
    let mut walk: Vec<QuestionId> = Vec::new();
    let mut next = Some(stated);
    let mut at = 0;
    loop {
        for id in next.map_or(&[][..], |stated| &stated.into) {
            if !walk.contains(id) {
                walk.push(id.clone());
            }
        }
        let Some(question) = walk.get(at) else { break };
        let is_asked = set.question(question).is_some();
        next = leaving(set, question).filter(|_| !is_asked);
        at += 1;
    }
    walk.retain(|id| set.question(id).is_some());
    walk
}

/// A version's three numbers, to be compared; what is no number counts as none.
pub fn version_number(version: &str) -> [u32; 3] {
    let mut parts = version.split('.');
    [(); 3].map(|()| parts.next().and_then(|part| part.parse().ok()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{area, question, set};
    use super::super::{Meaning, Scope};
    use super::*;

    fn id(id: &str) -> QuestionId {
        QuestionId::parse(id).unwrap()
    }

    /// A version of a set: each question by id and meaning; its text is its own and its version's.
    fn version(number: &str, questions: &[(&str, &str)]) -> QuestionSet {
        let of = |(id, meaning): &(&str, &str)| {
            let mut question = question(id, Scope::F);
            question.meaning = Meaning::parse(meaning).unwrap();
            question.text = format!("{id} {meaning}");
            question
        };
        let mut set = set(vec![area("a", questions.iter().map(of).collect())]);
        set.version = number.to_owned();
        set
    }

    fn stated(version: &str, kind: ChangeKind, from: &[&str], into: &[&str]) -> StatedChange {
        StatedChange {
            version: version.to_owned(),
            kind,
            from: from.iter().map(|name| id(name)).collect(),
            into: into.iter().map(|name| id(name)).collect(),
        }
    }

    fn ids(names: &[&str]) -> Vec<QuestionId> {
        names.iter().map(|name| id(name)).collect()
    }

    /// Hand-worked: one question of each fate.
    fn each_kind() -> (QuestionSet, QuestionSet) {
        let old = version(
            "1.0.0",
            &[
                ("stays", "1"),
                ("reworded", "2"),
                ("sharpened", "3"),
                ("double", "4"),
                ("left", "5"),
                ("right", "6"),
                ("dropped", "7"),
                ("forgotten", "8"),
            ],
        );
        let mut new = version(
            "2.0.0",
            &[
                ("first-half", "9"),
                ("stays", "1"),
                ("reworded", "2"),
                ("second-half", "10"),
                ("sharpened", "11"),
                ("whole", "12"),
                ("fresh", "13"),
            ],
        );
        new.areas[0].questions[2].text = "in plainer words".to_owned();
        new.changes = vec![
            stated("1.1.0", ChangeKind::Editorial, &["reworded"], &[]),
            stated("2.0.0", ChangeKind::Substantive, &["sharpened"], &[]),
            stated(
                "2.0.0",
                ChangeKind::Split,
                &["double"],
                &["first-half", "second-half"],
            ),
            stated("2.0.0", ChangeKind::Merged, &["left", "right"], &["whole"]),
            stated("2.0.0", ChangeKind::Retired, &["dropped"], &[]),
        ];
        (old, new)
    }

    #[test]
    fn every_question_has_its_fate_in_the_order_of_reading() {
        let (old, new) = each_kind();
        let change = compare(&old, &new);
        let whole = || Became::MergedInto(ids(&["whole"]));
        let expected = [
            ("stays", Became::Same),
            ("reworded", Became::Editorial),
            ("sharpened", Became::Substantive),
            (
                "double",
                Became::SplitInto(ids(&["first-half", "second-half"])),
            ),
            ("left", whole()),
            ("right", whole()),
            ("dropped", Became::Retired),
            ("forgotten", Became::Retired), // nothing is said of it, and it is not there
            ("fresh", Became::New),
        ]
        .map(|(name, became)| QuestionChange {
            question: id(name),
            became,
        });
        assert_eq!(change.questions, expected);
        let counts = SetCounts {
            same: 1,
            editorial: 1,
            substantive: 1,
            split: 1,
            merged: 2,
            retired: 2,
            new: 1,
        };
        assert_eq!(change.counts(), counts);
    }

    #[test]
    fn earlier_answers_are_found_one_to_many_and_many_to_one() {
        let (old, new) = each_kind();
        let change = compare(&old, &new);
        for (now, before) in [
            ("stays", &["stays"][..]),
            ("sharpened", &["sharpened"]),
            ("first-half", &["double"]),
            ("second-half", &["double"]),
            ("whole", &["left", "right"]),
            ("fresh", &[]),
        ] {
            assert_eq!(earlier_questions(&change, &id(now)), ids(before), "{now}");
        }
    }

    #[test]
    fn the_trend_goes_on_only_where_the_meaning_does() {
        let (old, new) = each_kind();
        let change = compare(&old, &new);
        let going_on = every(&new).filter(|q| keeps_trend(&change, &q.id));
        let going_on: Vec<&str> = going_on.map(|q| q.id.as_str()).collect();
        assert_eq!(going_on, ["stays", "reworded"]);
    }

    #[test]
    fn meanings_decide_against_a_statement() {
        let old = version("1.0.0", &[("a", "1"), ("b", "1"), ("c", "1")]);
        let mut new = version("2.0.0", &[("a", "2"), ("b", "1"), ("c", "1")]);
        new.changes = vec![
            stated("2.0.0", ChangeKind::Editorial, &["a"], &[]),
            stated("2.0.0", ChangeKind::Substantive, &["b"], &[]),
            stated("2.0.0", ChangeKind::Retired, &["c"], &[]),
        ];
        let change = compare(&old, &new);
        let fates = ["a", "b", "c"].map(|name| change.of(&id(name)).unwrap().clone());
        assert_eq!(fates, [Became::Substantive, Became::Same, Became::Same]);
    }

    #[test]
    fn statements_are_followed_over_several_versions_and_a_circle_ends() {
        let old = version("1.0.0", &[("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")]);
        let mut new = version("3.0.0", &[("a-1", "5"), ("z", "6")]);
        new.changes = vec![
            stated("2.0.0", ChangeKind::Split, &["a"], &["a-1", "a-2"]),
            stated("2.0.0", ChangeKind::Merged, &["b"], &["b-1"]),
            stated("2.0.0", ChangeKind::Split, &["c"], &["d", "c"]),
            stated("2.0.0", ChangeKind::Merged, &["d"], &["c"]),
            stated("3.0.0", ChangeKind::Merged, &["a-2"], &["z"]),
            stated("3.0.0", ChangeKind::Retired, &["b-1"], &[]),
        ];
        let change = compare(&old, &new);
        let fates = ["a", "b", "c", "d"].map(|name| change.of(&id(name)).unwrap().clone());
        assert_eq!(
            fates,
            [
                Became::SplitInto(ids(&["a-1", "z"])),
                Became::Retired,
                Became::Retired,
                Became::Retired
            ]
        );
    }

    #[test]
    fn an_editorial_change_that_the_old_version_had_already_is_none() {
        let mut old = version("1.1.0", &[("a", "1")]);
        old.changes = vec![stated("1.1.0", ChangeKind::Editorial, &["a"], &[])];
        let mut new = old.clone();
        new.version = "1.10.0".to_owned();
        assert_eq!(compare(&old, &new).of(&id("a")), Some(&Became::Same));
        new.changes
            .push(stated("1.10.0", ChangeKind::Editorial, &["a"], &[]));
        assert_eq!(compare(&old, &new).of(&id("a")), Some(&Became::Editorial));
    }
}
