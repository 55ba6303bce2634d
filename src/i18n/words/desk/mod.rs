//! The words of the desk, a struct for each topic.

mod round;
mod set_update;
mod targets;
mod units;

pub use round::{Letter, RoundWords};
pub use set_update::SetUpdateWords;
pub use targets::TargetsWords;
pub use units::UnitsWords;

/// Every phrase that only the desk has, in one language.
#[derive(Debug)]
pub struct DeskWords {
    /// What the gallery is.
    pub gallery_about: &'static str,
    /// The round.
    pub round: RoundWords,
    /// Targets.
    pub targets: TargetsWords,
    /// Units that are one.
    pub units: UnitsWords,
    /// Question sets that change.
    pub set_update: SetUpdateWords,
}

/// In Swedish.
pub static SWEDISH: DeskWords = DeskWords {
    gallery_about: "Här visas alla bilder som appen kan rita, med exemplets påhittade värden. Sidan är till för att kontrollera att bilderna går att läsa i ljust och mörkt läge, med hög kontrast, i utskrift och på en liten skärm.",
    round: round::SWEDISH,
    targets: targets::SWEDISH,
    units: units::SWEDISH,
    set_update: set_update::SWEDISH,
};

/// In English.
pub static ENGLISH: DeskWords = DeskWords {
    gallery_about: "Every picture that the app can draw, with the made-up values of the example. The page is there to check that they can be read in light and dark mode, with high contrast, on paper and on a small screen.",
    round: round::ENGLISH,
    targets: targets::ENGLISH,
    units: units::ENGLISH,
    set_update: set_update::ENGLISH,
};
