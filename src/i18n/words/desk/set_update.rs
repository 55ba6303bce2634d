//! The words on question sets that change.

use crate::i18n::{WithCount, WithText};

/// The words on question sets that change.
#[derive(Debug)]
pub struct SetUpdateWords {
    /// A newer version of a set: title, version.
    pub title: fn(&str, &str) -> String,
    /// What it does to the round in progress, which goes by this version.
    pub about: WithText,
    /// Questions that are as before.
    pub same: WithCount,
    /// Questions in other words.
    pub editorial: WithCount,
    /// Questions that mean something else.
    pub substantive: WithCount,
    /// Questions that have become several.
    pub split: WithCount,
    /// Questions that have gone into others.
    pub merged: WithCount,
    /// Questions that are gone.
    pub retired: WithCount,
    /// Questions that are new.
    pub new: WithCount,
    /// Answers of the round that go on.
    pub kept: WithCount,
    /// Answers to questions that are no longer asked.
    pub archived: WithCount,
    /// Before the questions that stand in the place of one.
    pub becomes: &'static str,
    /// How many answers the round has to a question.
    pub answers: WithCount,
    /// Heading: questions that are no longer asked.
    pub old_questions: &'static str,
    /// What the list is.
    pub old_questions_about: &'static str,
    /// There is none.
    pub old_questions_none: &'static str,
    /// A question whose text is no longer here, with its id.
    pub old_question_without_text: WithText,
    /// Whose answer it was: takes the role.
    pub old_answer_as: WithText,
    /// Whose proposal it was: takes the role.
    pub old_answer_proposed: WithText,
}

/// In Swedish.
pub const SWEDISH: SetUpdateWords = SetUpdateWords {
    title: |title, version| format!("Ny version av frågorna: {title} {version}"),
    about: |from| {
        format!(
            "Den här omgången fortsätter med version {from}. Den nya versionen gäller från nästa omgång. Inga svar tas bort."
        )
    },
    same: |n| match n {
        1 => "1 fråga är oförändrad.".to_owned(),
        n => format!("{n} frågor är oförändrade."),
    },
    editorial: |n| match n {
        1 => "1 fråga har fått tydligare ord men betyder detsamma. Svaren följer med.".to_owned(),
        n => format!("{n} frågor har fått tydligare ord men betyder detsamma. Svaren följer med."),
    },
    substantive: |n| {
        match n {
        1 => "1 fråga har ändrats i sak och ställs på nytt nästa omgång. Gamla och nya svar jämförs inte.".to_owned(),
        n => format!("{n} frågor har ändrats i sak och ställs på nytt nästa omgång. Gamla och nya svar jämförs inte."),
    }
    },
    split: |n| match n {
        1 => "1 fråga har delats upp. De nya frågorna ställs nästa omgång.".to_owned(),
        n => format!("{n} frågor har delats upp. De nya frågorna ställs nästa omgång."),
    },
    merged: |n| match n {
        1 => "1 fråga har gått upp i en annan. Den ställs nästa omgång.".to_owned(),
        n => format!("{n} frågor har slagits ihop. Det som de har blivit ställs nästa omgång."),
    },
    retired: |n| match n {
        1 => "1 fråga utgår och ställs inte mer.".to_owned(),
        n => format!("{n} frågor utgår och ställs inte mer."),
    },
    new: |n| match n {
        1 => "1 fråga är ny.".to_owned(),
        n => format!("{n} frågor är nya."),
    },
    kept: |n| match n {
        1 => "1 av omgångens svar följer med.".to_owned(),
        n => format!("{n} av omgångens svar följer med."),
    },
    archived: |n| match n {
        1 => "1 svar till frågor som inte ställs mer finns kvar att läsa.".to_owned(),
        n => format!("{n} svar till frågor som inte ställs mer finns kvar att läsa."),
    },
    becomes: "Blir:",
    answers: |n| match n {
        1 => "1 svar i omgången".to_owned(),
        n => format!("{n} svar i omgången"),
    },
    old_questions: "Frågor som inte längre ställs",
    old_questions_about: "Frågorna har utgått, delats upp eller gått upp i andra. Svaren som ni gav finns kvar här, men räknas inte i nya resultat.",
    old_questions_none: "Alla frågor som ni har svarat på ställs fortfarande.",
    old_question_without_text: |id| format!("Frågan {id} (texten finns inte kvar här)"),
    old_answer_as: |role| format!("enskilt svar, {role}"),
    old_answer_proposed: |role| format!("förslag, {role}"),
};

/// In English.
pub const ENGLISH: SetUpdateWords = SetUpdateWords {
    title: |title, version| format!("New version of the questions: {title} {version}"),
    about: |from| {
        format!(
            "This round goes on with version {from}. The new version applies from the next round. No answers are removed."
        )
    },
    same: |n| match n {
        1 => "1 question is unchanged.".to_owned(),
        n => format!("{n} questions are unchanged."),
    },
    editorial: |n| match n {
        1 => "1 question is worded more clearly but means the same. Its answers come along."
            .to_owned(),
        n => format!(
            "{n} questions are worded more clearly but mean the same. Their answers come along."
        ),
    },
    substantive: |n| {
        match n {
        1 => "1 question has changed in substance and is asked anew in the next round. Old and new answers are not compared.".to_owned(),
        n => format!("{n} questions have changed in substance and are asked anew in the next round. Old and new answers are not compared."),
    }
    },
    split: |n| match n {
        1 => "1 question has been split. The new questions are asked in the next round.".to_owned(),
        n => {
            format!("{n} questions have been split. The new questions are asked in the next round.")
        }
    },
    merged: |n| match n {
        1 => "1 question has become part of another, which is asked in the next round.".to_owned(),
        n => format!(
            "{n} questions have been merged. What they have become is asked in the next round."
        ),
    },
    retired: |n| match n {
        1 => "1 question is dropped and not asked any more.".to_owned(),
        n => format!("{n} questions are dropped and not asked any more."),
    },
    new: |n| match n {
        1 => "1 question is new.".to_owned(),
        n => format!("{n} questions are new."),
    },
    kept: |n| match n {
        1 => "1 of the answers in this round comes along.".to_owned(),
        n => format!("{n} of the answers in this round come along."),
    },
    archived: |n| match n {
        1 => "1 answer to a question that is not asked any more stays to be read.".to_owned(),
        n => format!("{n} answers to questions that are not asked any more stay to be read."),
    },
    becomes: "Becomes:",
    answers: |n| match n {
        1 => "1 answer in this round".to_owned(),
        n => format!("{n} answers in this round"),
    },
    old_questions: "Questions that are no longer asked",
    old_questions_about: "These questions have been dropped, split or merged. The answers that you gave stay here but do not count in new results.",
    old_questions_none: "Every question that you have answered is still asked.",
    old_question_without_text: |id| format!("Question {id} (its text is no longer here)"),
    old_answer_as: |role| format!("individual answer, {role}"),
    old_answer_proposed: |role| format!("proposal, {role}"),
};
