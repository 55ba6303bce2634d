//! The words of the page of units that are one.

use crate::i18n::WithText;

/// The words of the page of units that are one.
#[derive(Debug)]
pub struct UnitsWords {
    /// Title.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// There is nothing to join.
    pub too_few: &'static str,
    /// Label of the list, with the unit.
    pub is_the_same: WithText,
    /// The unit is none of the others.
    pub on_its_own: &'static str,
    /// Heading.
    pub joined: &'static str,
    /// What joining did.
    pub joined_about: &'static str,
    /// A unit and the one that it is.
    pub counts_as: fn(&str, &str) -> String,
    /// Button.
    pub take_apart: &'static str,
    /// Heading.
    pub hidden: &'static str,
    /// What hiding did.
    pub hidden_about: &'static str,
    /// Button.
    pub show: &'static str,
}

/// In Swedish.
pub const SWEDISH: UnitsWords = UnitsWords {
    title: "Samma enhet två gånger?",
    lead: "Har en enhet lagts upp två gånger, till exempel på två datorer, kan ni slå ihop dem. Svaren flyttas inte. De visas tillsammans, och ni kan ta isär enheterna igen utan att något går förlorat.",
    too_few: "Det finns inte två enheter att slå ihop.",
    is_the_same: |unit| format!("{unit} är samma som"),
    on_its_own: "Ingen annan",
    joined: "Sammanslagna",
    joined_about: "Skiljer sig svaren åt visas båda, och ni väljer vid frågan.",
    counts_as: |unit, other| format!("{unit} räknas som {other}"),
    take_apart: "Ta isär",
    hidden: "Dolda enheter",
    hidden_about: "De syns inte i listor och resultat. Svaren finns kvar.",
    show: "Visa igen",
};

/// In English.
pub const ENGLISH: UnitsWords = UnitsWords {
    title: "The same unit twice?",
    lead: "If a unit was created twice, on two computers for example, you can join them. No answer is moved. They are shown together, and you can take the units apart again without losing anything.",
    too_few: "There are not two units to join.",
    is_the_same: |unit| format!("{unit} is the same as"),
    on_its_own: "No other",
    joined: "Joined",
    joined_about: "Where answers differ, both are shown, and you choose at the question.",
    counts_as: |unit, other| format!("{unit} counts as {other}"),
    take_apart: "Take apart",
    hidden: "Hidden units",
    hidden_about: "They are in no list and no result. The answers are still there.",
    show: "Show again",
};
