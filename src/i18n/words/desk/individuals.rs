//! The words of *Enskilda svar*: many managers of one unit.

use crate::i18n::WithText;
use crate::i18n::words::{WithCount, WithCounts};

/// The words of *Enskilda svar*.
#[derive(Debug)]
pub struct IndividualsWords {
    /// Title.
    pub title: &'static str,
    /// Link to the page.
    pub link: &'static str,
    /// Nobody has answered alone.
    pub nobody: &'static str,
    /// One has.
    pub only_one: &'static str,
    /// So many have, and no question was answered by two.
    pub nothing_in_common: WithCount,
    /// So many people; so many questions to talk about, out of those that at least two have answered.
    pub sentence: fn(usize, usize, usize) -> String,
    /// So many of the questions to talk about are agreed on.
    pub of_them_agreed: WithCount,
    /// Heading of those who have answered.
    pub respondents: &'static str,
    /// A role with its number, where several answered in it.
    pub numbered: fn(&str, usize) -> String,
    /// No role is known.
    pub no_role: &'static str,
    /// How many answers.
    pub answers: WithCount,
    /// Heading: the same person?
    pub same_person: &'static str,
    /// Two of a role.
    pub two_of: WithText,
    /// More of a role.
    pub many_of: fn(usize, &str) -> String,
    /// What joining does.
    pub same_about: &'static str,
    /// Button.
    pub same: &'static str,
    /// Button.
    pub two_persons: &'static str,
    /// Button, where there are more than two.
    pub ticked_are_same: &'static str,
    /// Button, where there are more than two.
    pub all_different: &'static str,
    /// Heading.
    pub joined: &'static str,
    /// How many of a role's devices count as one.
    pub joined_line: WithText,
    /// Button.
    pub take_apart: &'static str,
    /// Heading of what people are apart on.
    pub talk: &'static str,
    /// Heading of the rest.
    pub rest: &'static str,
    /// Words of agreement.
    pub agreed: &'static str,
    /// Words of agreement.
    pub some: &'static str,
    /// Words of agreement.
    pub discuss: &'static str,
    /// Two answers, so many levels apart.
    pub two_apart: WithCount,
    /// One answer alone.
    pub one_answer: &'static str,
    /// Lowest and highest level, and how many levels were given.
    pub from_to: fn(u8, u8, u64) -> String,
    /// Heading over what each said.
    pub each: &'static str,
    /// What was agreed on.
    pub together: WithText,
    /// Nothing was agreed on.
    pub not_together: &'static str,
    /// Marked.
    pub unsure: &'static str,
    /// Texts only.
    pub no_answer: &'static str,
    /// Between two answers of one person.
    pub also: &'static str,
    /// Label.
    pub evidence: &'static str,
    /// Label.
    pub need: &'static str,
    /// Link to the workshop.
    pub to_workshop: &'static str,
    /// Out of so many questions so many were answered by somebody alone.
    pub coverage: WithCounts,
}

/// A number as it begins a sentence.
pub(super) fn capital_number(n: usize, words: &[&'static str]) -> String {
    let word = n.checked_sub(1).and_then(|place| words.get(place));
    word.map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

const NUMBERS: [&str; 12] = [
    "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv",
];

const ENGLISH_NUMBERS: [&str; 12] = [
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    "Twelve",
];

/// In Swedish.
pub const SWEDISH: IndividualsWords = IndividualsWords {
    title: "Enskilda svar",
    link: "Enskilda svar",
    nobody: "Ingen har svarat enskilt i den här omgången.",
    only_one: "En har svarat enskilt. Det finns inget att jämföra med än.",
    nothing_in_common: |people| {
        format!(
            "{} har svarat enskilt, men inte på samma frågor.",
            capital_number(people, &NUMBERS)
        )
    },
    sentence: |people, apart, of| {
        let people = capital_number(people, &NUMBERS);
        let of = match of {
            1 => "den fråga".to_owned(),
            n => format!("de {n} frågor"),
        };
        match apart {
            0 => format!(
                "{people} har svarat enskilt. På {of} som minst två har svarat på skiljer ni er inte så mycket att ni måste prata."
            ),
            n => format!(
                "{people} har svarat enskilt. På {n} av {of} som minst två har svarat på skiljer ni er så mycket att ni bör prata."
            ),
        }
    },
    of_them_agreed: |n| match n {
        1 => "En av dem har ni redan ett samlat svar på.".to_owned(),
        n => format!("{n} av dem har ni redan ett samlat svar på."),
    },
    respondents: "De som har svarat",
    numbered: |role, number| format!("{role} ({number})"),
    no_role: "Utan roll",
    answers: |n| format!("{n} svar"),
    same_person: "Samma person?",
    two_of: |role| {
        format!("Två har svarat som ”{role}”. Är det en person som har svarat på två enheter?")
    },
    many_of: |n, role| {
        format!(
            "{n} har svarat som ”{role}”. Är någon av dem samma person på flera enheter? Kryssa i så fall för dem."
        )
    },
    same_about: "En person räknas en gång. Inget svar försvinner: skiljer de sig åt visas båda, och ni kan ta isär dem igen.",
    same: "Samma person",
    two_persons: "Nej, två personer",
    ticked_are_same: "De förkryssade är samma person",
    all_different: "Nej, alla är olika personer",
    joined: "Räknas som en person",
    joined_line: |role| format!("{role} har svarat på två enheter."),
    take_apart: "Ta isär",
    talk: "Prata om de här",
    rest: "Övriga frågor",
    agreed: "Ni är överens",
    some: "Viss spridning",
    discuss: "Diskutera",
    two_apart: |n| match n {
        0 => "Två svar på samma nivå".to_owned(),
        1 => "Två svar, en nivå isär".to_owned(),
        n => format!("Två svar, {n} nivåer isär"),
    },
    one_answer: "Högst en har svarat med en nivå",
    from_to: |low, high, n| format!("{n} svar, från nivå {low} till {high}"),
    each: "Så har var och en svarat",
    together: |answer| format!("Samlat svar: {answer}"),
    not_together: "Inget samlat svar än",
    unsure: "osäker",
    no_answer: "Inget svar, bara text",
    also: "och",
    evidence: "Underlag",
    need: "Behov",
    to_workshop: "Ta upp i en workshop",
    coverage: |n, of| format!("{n} av {of} frågor har enskilda svar."),
};

/// In English.
pub const ENGLISH: IndividualsWords = IndividualsWords {
    title: "Individual answers",
    link: "Individual answers",
    nobody: "Nobody has answered alone in this round.",
    only_one: "One person has answered alone. There is nothing to compare with yet.",
    nothing_in_common: |people| {
        format!(
            "{} have answered alone, but not the same questions.",
            capital_number(people, &ENGLISH_NUMBERS)
        )
    },
    sentence: |people, apart, of| {
        let people = capital_number(people, &ENGLISH_NUMBERS);
        let of = match of {
            1 => "the one question".to_owned(),
            n => format!("the {n} questions"),
        };
        match apart {
            0 => format!(
                "{people} have answered alone. On {of} that at least two have answered you do not differ so much that you have to talk."
            ),
            n => format!(
                "{people} have answered alone. On {n} of {of} that at least two have answered you differ so much that you should talk."
            ),
        }
    },
    of_them_agreed: |n| match n {
        1 => "On one of them you already have an agreed answer.".to_owned(),
        n => format!("On {n} of them you already have an agreed answer."),
    },
    respondents: "Who has answered",
    numbered: |role, number| format!("{role} ({number})"),
    no_role: "No role",
    answers: |n| match n {
        1 => "1 answer".to_owned(),
        n => format!("{n} answers"),
    },
    same_person: "The same person?",
    two_of: |role| {
        format!("Two have answered as “{role}”. Is it one person who answered on two devices?")
    },
    many_of: |n, role| {
        format!(
            "{n} have answered as “{role}”. Are any of them one person on several devices? If so, tick them."
        )
    },
    same_about: "A person counts once. No answer is lost: where they differ both are shown, and you can take them apart again.",
    same: "The same person",
    two_persons: "No, two people",
    ticked_are_same: "The ticked ones are one person",
    all_different: "No, all are different people",
    joined: "Counts as one person",
    joined_line: |role| format!("{role} answered on two devices."),
    take_apart: "Take apart",
    talk: "Talk about these",
    rest: "Other questions",
    agreed: "You agree",
    some: "Some spread",
    discuss: "Discuss",
    two_apart: |n| match n {
        0 => "Two answers on the same level".to_owned(),
        1 => "Two answers, one level apart".to_owned(),
        n => format!("Two answers, {n} levels apart"),
    },
    one_answer: "At most one has answered with a level",
    from_to: |low, high, n| format!("{n} answers, from level {low} to {high}"),
    each: "What each has answered",
    together: |answer| format!("Agreed answer: {answer}"),
    not_together: "No agreed answer yet",
    unsure: "unsure",
    no_answer: "No answer, only text",
    also: "and",
    evidence: "Evidence",
    need: "Need",
    to_workshop: "Take up in a workshop",
    coverage: |n, of| format!("{n} of {of} questions have individual answers."),
};
