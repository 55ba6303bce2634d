//! The words of *Behov*: what units need, and what the IT-råd makes of it.

use crate::i18n::words::{WithCount, WithCounts};

/// The words of *Behov*.
#[derive(Debug)]
pub struct NeedsWords {
    /// Title.
    pub title: &'static str,
    /// Nobody has written that they need anything.
    pub nothing: &'static str,
    /// How many needs of how many units.
    pub sentence: WithCounts,
    /// Beside so many questions several need something.
    pub shared_count: WithCount,
    /// What the page is for.
    pub about: &'static str,
    /// Heading.
    pub shared: &'static str,
    /// Heading.
    pub single: &'static str,
    /// How many units share it.
    pub units: WithCount,
    /// Field: the IT-råd's wording.
    pub wording: &'static str,
    /// Checkbox.
    pub to_agenda: &'static str,
    /// Who wrote it, where one person did: unit and role.
    pub by_person: fn(&str, &str) -> String,
    /// Field: what the needs are about.
    pub topic: &'static str,
    /// Whatever they are about.
    pub all_topics: &'static str,
    /// A topic, with how many needs of how many units.
    pub of_topic: fn(&str, usize, usize) -> String,
    /// Link from elsewhere.
    pub link: &'static str,
}

/// In Swedish.
pub const SWEDISH: NeedsWords = NeedsWords {
    title: "Behov",
    nothing: "Ingen har skrivit något under ”Vad behöver ni?” i den här omgången än. Fältet finns vid varje fråga, under ”Om frågan, underlag, behov och osäkerhet”.",
    sentence: |n, units| {
        let needs = if n == 1 {
            "Ett behov".to_owned()
        } else {
            format!("{n} behov")
        };
        match units {
            1 => format!("{needs} från en enhet."),
            units => format!("{needs} från {units} enheter."),
        }
    },
    shared_count: |n| match n {
        0 => "Inga frågor har behov från mer än en enhet.".to_owned(),
        1 => "Vid en fråga behöver flera enheter något.".to_owned(),
        n => format!("Vid {n} frågor behöver flera enheter något."),
    },
    about: "IT-rådet förbereder: skriv kort vad flera behöver, så att e-rådet kan ta ställning. Enheternas egna ord ändras inte.",
    shared: "Flera behöver något här",
    single: "En enhet behöver något här",
    units: |n| format!("{n} enheter"),
    wording: "IT-rådets formulering",
    to_agenda: "Vidare till agendan",
    by_person: |unit, role| format!("{unit}, {role}"),
    topic: "Ämne",
    all_topics: "Alla ämnen",
    of_topic: |topic, needs, units| match units {
        1 => format!("{topic}: {needs} behov från en enhet"),
        n => format!("{topic}: {needs} behov från {n} enheter"),
    },
    link: "Behov",
};

/// In English.
pub const ENGLISH: NeedsWords = NeedsWords {
    title: "Needs",
    nothing: "Nobody has written anything under “What do you need?” in this round yet. The field is at each question, under “About the question, evidence, needs and doubts”.",
    sentence: |n, units| {
        let needs = if n == 1 {
            "One need".to_owned()
        } else {
            format!("{n} needs")
        };
        match units {
            1 => format!("{needs} from one unit."),
            units => format!("{needs} from {units} units."),
        }
    },
    shared_count: |n| match n {
        0 => "No question has needs from more than one unit.".to_owned(),
        1 => "At one question several units need something.".to_owned(),
        n => format!("At {n} questions several units need something."),
    },
    about: "The IT council prepares: write shortly what several need, so that the e-council can take a position. The units' own words are not changed.",
    shared: "Several need something here",
    single: "One unit needs something here",
    units: |n| format!("{n} units"),
    wording: "The IT council's wording",
    to_agenda: "On to the agenda",
    by_person: |unit, role| format!("{unit}, {role}"),
    topic: "Topic",
    all_topics: "All topics",
    of_topic: |topic, needs, units| match (needs, units) {
        (1, 1) => format!("{topic}: 1 need of one unit"),
        (needs, 1) => format!("{topic}: {needs} needs of one unit"),
        (needs, n) => format!("{topic}: {needs} needs of {n} units"),
    },
    link: "Needs",
};
