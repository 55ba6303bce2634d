//! The words of the desk, a struct for each topic.

mod archiving;
mod benchmarks;
mod codes;
mod compare;
mod erasing;
mod folder;
mod handover;
mod history;
mod individuals;
mod meeting;
mod municipal_file;
mod needs;
mod purging;
mod reference;
mod round;
mod set_update;
mod targets;
mod trend;
mod units;
mod workshop;

pub use archiving::ArchivingWords;
pub use benchmarks::BenchmarkWords;
pub use codes::CodeWords;
pub use compare::CompareWords;
pub use erasing::ErasingWords;
pub use folder::FolderWords;
pub use handover::HandoverWords;
pub use history::HistoryWords;
pub use individuals::IndividualsWords;
pub use meeting::MeetingWords;
pub use municipal_file::MunicipalFileWords;
pub use needs::NeedsWords;
pub use purging::PurgingWords;
pub use round::{Letter, RoundWords};
pub use set_update::SetUpdateWords;
pub use targets::TargetsWords;
pub use trend::TrendWordsOfPage;
pub use units::UnitsWords;
pub use workshop::WorkshopWords;

/// Every phrase that only the desk has, in one language.
#[derive(Debug)]
pub struct DeskWords {
    /// What the gallery is.
    pub gallery_about: &'static str,
    /// The shared folder.
    pub folder: FolderWords,
    /// The round.
    pub round: RoundWords,
    /// Targets.
    pub targets: TargetsWords,
    /// *Jämför*.
    pub compare: CompareWords,
    /// Units that are one.
    pub units: UnitsWords,
    /// Question sets that change.
    pub set_update: SetUpdateWords,
    /// *Kommunens fil*.
    pub file: MunicipalFileWords,
    /// *Överlämning*.
    pub handover: HandoverWords,
    /// *Arkivera*.
    pub archiving: ArchivingWords,
    /// *Gallra*.
    pub purging: PurgingWords,
    /// *Radera den här enheten*.
    pub erasing: ErasingWords,
    /// Earlier answers, the bin, the journal.
    pub history: HistoryWords,
    /// *Utveckling*.
    pub trend: TrendWordsOfPage,
    /// The workshop.
    pub workshop: WorkshopWords,
    /// *Enskilda svar*.
    pub individuals: IndividualsWords,
    /// *Behov*.
    pub needs: NeedsWords,
    /// *Jämförelsevärden*.
    pub benchmarks: BenchmarkWords,
    /// *Mötesunderlag*.
    pub meeting: MeetingWords,
    /// Codes of answers.
    pub codes: CodeWords,
}

/// In Swedish.
pub static SWEDISH: DeskWords = DeskWords {
    gallery_about: "Här visas alla bilder som appen kan rita, med exemplets påhittade värden. Sidan är till för att kontrollera att bilderna går att läsa i ljust och mörkt läge, med hög kontrast, i utskrift och på en liten skärm.",
    folder: folder::SWEDISH,
    round: round::SWEDISH,
    targets: targets::SWEDISH,
    compare: compare::SWEDISH,
    units: units::SWEDISH,
    set_update: set_update::SWEDISH,
    file: municipal_file::SWEDISH,
    handover: handover::SWEDISH,
    archiving: archiving::SWEDISH,
    purging: purging::SWEDISH,
    erasing: erasing::SWEDISH,
    history: history::SWEDISH,
    trend: trend::SWEDISH,
    workshop: workshop::SWEDISH,
    individuals: individuals::SWEDISH,
    needs: needs::SWEDISH,
    benchmarks: benchmarks::SWEDISH,
    meeting: meeting::SWEDISH,
    codes: codes::SWEDISH,
};

/// In English.
pub static ENGLISH: DeskWords = DeskWords {
    gallery_about: "Every picture that the app can draw, with the made-up values of the example. The page is there to check that they can be read in light and dark mode, with high contrast, on paper and on a small screen.",
    folder: folder::ENGLISH,
    round: round::ENGLISH,
    targets: targets::ENGLISH,
    compare: compare::ENGLISH,
    units: units::ENGLISH,
    set_update: set_update::ENGLISH,
    file: municipal_file::ENGLISH,
    handover: handover::ENGLISH,
    archiving: archiving::ENGLISH,
    purging: purging::ENGLISH,
    erasing: erasing::ENGLISH,
    history: history::ENGLISH,
    trend: trend::ENGLISH,
    workshop: workshop::ENGLISH,
    individuals: individuals::ENGLISH,
    needs: needs::ENGLISH,
    benchmarks: benchmarks::ENGLISH,
    meeting: meeting::ENGLISH,
    codes: codes::ENGLISH,
};
