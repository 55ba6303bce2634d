//! The words of *Arkivera*.

use crate::i18n::WithText;

/// The words of *Arkivera*.
#[derive(Debug)]
pub struct ArchivingWords {
    /// What the page is for.
    pub lead: &'static str,
    /// There is no round.
    pub no_rounds: &'static str,
    /// Heading of the choice.
    pub which: &'static str,
    /// Beside a round that is locked.
    pub locked: &'static str,
    /// Beside a round that is not.
    pub open: &'static str,
    /// Heading of the choice.
    pub names: &'static str,
    /// Choice.
    pub names_kept: &'static str,
    /// Choice.
    pub names_left_out: &'static str,
    /// What leaving them out does.
    pub names_hint: &'static str,
    /// Checkbox.
    pub texts: &'static str,
    /// Its hint.
    pub texts_hint: &'static str,
    /// Button.
    pub make: &'static str,
    /// While the worker makes it.
    pub making: &'static str,
    /// Made: name, size.
    pub made: fn(&str, &str) -> String,
    /// The worker could not be started.
    pub not_started: &'static str,
    /// It stopped.
    pub stopped: &'static str,
    /// It took too long.
    pub too_slow: &'static str,
    /// It refused.
    pub refused: &'static str,
    /// A size in kilobytes.
    pub kilobytes: WithText,
    /// Heading.
    pub nameless: &'static str,
    /// What it is.
    pub nameless_about: &'static str,
    /// Button.
    pub nameless_save: &'static str,
    /// How its name ends.
    pub nameless_ending: &'static str,
}

/// In Swedish.
pub const SWEDISH: ArchivingWords = ArchivingWords {
    lead: "En omgång som en enda fil att lämna till diariet. Den går att läsa i vilken webbläsare som helst, utan nätverk och utan Mognad, och innehåller samma uppgifter i en form som kan läsas in igen.",
    no_rounds: "Det finns ingen omgång att arkivera än.",
    which: "Vilken omgång?",
    locked: "låst",
    open: "inte låst, arkivet märks som utkast",
    names: "Ska det stå vem som har svarat?",
    names_kept: "Ja, med roller och beslutsfattare",
    names_left_out: "Nej, enskilda svar numreras",
    names_hint: "Förvaltningarnas namn står kvar. Tider och avsändare byts ut, så att det inte syns vilka svar som hör ihop.",
    texts: "Ta med motiveringar, underlag och behov",
    texts_hint: "De står som de skrevs och kan innehålla namn. Läs igenom dem innan filen lämnas ut.",
    make: "Gör arkivet",
    making: "Arkivet görs…",
    made: |name, size| {
        format!(
            "Arkivet är klart: {name}, {size}. Det ligger där webbläsaren lägger hämtade filer. Öppna det och se efter innan du lämnar det till diariet."
        )
    },
    not_started: "Arkivet kunde inte göras: en del av appen gick inte att hämta. Inget är ändrat. Försök igen när du har nätverk.",
    stopped: "Arkivet kunde inte göras: arbetet avbröts. Inget är ändrat. Försök igen.",
    too_slow: "Arkivet blev inte klart inom en minut och avbröts. Inget är ändrat. Försök igen, eller på en snabbare dator.",
    refused: "Arkivet kunde inte göras av de här uppgifterna. Inget är ändrat. Spara allt som fil i stället.",
    kilobytes: |n| format!("{n}\u{a0}kB"),
    nameless: "Spara allt utan namn",
    nameless_about: "En fil med alla omgångar, men utan roller, beslutsfattare och kvitton. Den går att läsa in i Mognad på en annan dator, men läggs inte ihop med kommunens egna svar.",
    nameless_save: "Spara utan namn",
    nameless_ending: "-utan-namn.mognad.json",
};

/// In English.
pub const ENGLISH: ArchivingWords = ArchivingWords {
    lead: "A round as one single file for the public register. It can be read in any browser, without a network and without Mognad, and holds the same facts in a form that can be read in again.",
    no_rounds: "There is no round to archive yet.",
    which: "Which round?",
    locked: "locked",
    open: "not locked, the archive is marked as a draft",
    names: "Is it to say who answered?",
    names_kept: "Yes, with roles and deciders",
    names_left_out: "No, individual answers are numbered",
    names_hint: "The names of the administrations stay. Times and writers are replaced, so that it does not show which answers belong together.",
    texts: "Include reasons, evidence and needs",
    texts_hint: "They stand as they were written and may hold names. Read them before the file is handed out.",
    make: "Make the archive",
    making: "The archive is being made…",
    made: |name, size| {
        format!(
            "The archive is ready: {name}, {size}. It is where the browser puts downloads. Open it and look before you hand it to the register."
        )
    },
    not_started: "The archive could not be made: a part of the app could not be fetched. Nothing was changed. Try again when you have a network.",
    stopped: "The archive could not be made: the work was interrupted. Nothing was changed. Try again.",
    too_slow: "The archive was not ready within a minute and was stopped. Nothing was changed. Try again, or on a faster computer.",
    refused: "The archive could not be made of these facts. Nothing was changed. Save everything as a file instead.",
    kilobytes: |n| format!("{n}\u{a0}kB"),
    nameless: "Save everything without names",
    nameless_about: "A file with all rounds, but without roles, deciders and receipts. It can be read into Mognad on another computer, but is not merged with the municipality's own answers.",
    nameless_save: "Save without names",
    nameless_ending: "-without-names.mognad.json",
};
