//! The words of the archive, apart from the app's own: only the second binary carries them.

use super::{WithCount, WithText};
use crate::i18n::Language;

/// Every phrase that only the archive has, in one language. The others are those of the interface.
#[derive(Debug)]
pub struct ArchiveWords {
    /// Heading and title: round, municipality.
    pub title: fn(&str, &str) -> String,
    /// Head: whose.
    pub municipality: &'static str,
    /// Head: when the file was made.
    pub made: &'static str,
    /// Head: date and clock.
    pub made_at: fn(&str, &str) -> String,
    /// Status of a round that takes no more answers.
    pub locked: &'static str,
    /// Heading of the list of units.
    pub contents: &'static str,
    /// Heading: what the file is.
    pub about: &'static str,
    /// What it is, and how to read its facts.
    pub about_text: [&'static str; 3],
    /// How the numbers came about.
    pub about_numbers: &'static str,
    /// Roles and deciders are not in it.
    pub names_left_out: &'static str,
    /// And what people wrote is as they wrote it.
    pub texts_as_written: &'static str,
    /// What people wrote is not in it.
    pub texts_left_out: &'static str,
    /// Heading and caption of the question sets.
    pub sets: &'static str,
    /// Column: the question set.
    pub set: &'static str,
    /// Column: its version.
    pub version: &'static str,
    /// Column: the hash of its content.
    pub hash: &'static str,
    /// The document does not hold its text.
    pub set_missing: &'static str,
    /// The round names no set.
    pub no_sets: &'static str,
    /// Answers to questions of none of the sets.
    pub other_answers: WithCount,
    /// A unit has answered nothing.
    pub nothing_answered: &'static str,
    /// *Obesvarad*.
    pub unanswered: &'static str,
    /// Counts beside coverage: don't know, not applicable, unanswered.
    pub counts: fn(usize, usize, usize) -> String,
    /// The answers stand under the unit that was named.
    pub answered_by: WithText,
    /// Another unit was named, and these answers do not count.
    pub not_counted: &'static str,
    /// An individual without a role.
    pub no_role: &'static str,
    /// An individual without a name: a number.
    pub respondent: WithCount,
    /// Mean of individual answers.
    pub individual_mean: WithText,
    /// Label of the rationale.
    pub rationale: &'static str,
    /// Label of the evidence.
    pub evidence: &'static str,
    /// Label of the need.
    pub need: &'static str,
    /// Beside an answer.
    pub unsure: &'static str,
    /// Label of a version that nobody has chosen away.
    pub also: &'static str,
    /// A level that the scale has not.
    pub off_scale: WithCount,
    /// *Ej relevant* without the reason that it needs.
    pub without_reason: &'static str,
    /// A value of a later version.
    pub later_kind: &'static str,
    /// The question asked something else when it was answered.
    pub changed_meaning: &'static str,
    /// Caption of the results: the question set.
    pub results: WithText,
    /// Caption of the targets: the question set.
    pub targets: WithText,
    /// When targets are from.
    pub targets_about: &'static str,
}

impl Language {
    /// Its words for the archive.
    pub fn archive_words(self) -> &'static ArchiveWords {
        match self {
            Self::Swedish => &SWEDISH,
            Self::English => &ENGLISH,
        }
    }
}

static SWEDISH: ArchiveWords = ArchiveWords {
    title: |round, municipality| format!("{round}, {municipality}"),
    municipality: "Kommun",
    made: "Skapad",
    made_at: |date, clock| format!("{date} kl. {clock}"),
    locked: "Låst: omgången tar inte emot fler svar",
    contents: "Innehåll",
    about: "Om den här filen",
    about_text: [
        "Filen innehåller en omgång av kommunens självvärdering i Mognad: resultat, svar och mål för varje enhet. Den går att läsa i vilken webbläsare som helst, utan nätverk och utan Mognad.",
        "Samma uppgifter finns i filens källkod som JSON, i elementet med id ”mognad”, tillsammans med frågorna så som de var. De går att spara som en egen fil som slutar på .mognad.json och läsa in i Mognad.",
        "Frågorna står på det språk som de ställdes på.",
    ],
    about_numbers: "Ett värde visas när minst två tredjedelar av de relevanta frågorna har en nivå, och minst två av dem (en, om bara en är relevant). Vet ej, ej relevant och obesvarad är tre olika saker och räknas inte som nivåer. Inget värde är avrundat upp till en hel nivå. Uppnådd nivå är den lägsta bland de relevanta frågorna i området.",
    names_left_out: "Roller, vem som beslutat om mål och uppgifter om personer är utelämnade. Enskilda svar är numrerade inom varje enhet, och tider och avsändare i JSON-uppgifterna är utbytta. Uppgifterna har ett eget id, så att de inte läggs ihop med kommunens egna.",
    texts_as_written: "Motiveringar, underlag och behov står som de skrevs och kan innehålla namn. Läs igenom dem innan filen lämnas ut.",
    texts_left_out: "Motiveringar, underlag och behov är utelämnade. Resultatet räknas med skälen till ej relevant, fast de inte står här: läses uppgifterna in i Mognad räknas sådana frågor som obesvarade.",
    sets: "Omgångens frågor",
    set: "Frågor",
    version: "Version",
    hash: "Innehållets kontrollsumma",
    set_missing: "Frågornas text finns inte i dokumentet. Svaren finns i JSON-uppgifterna.",
    no_sets: "Omgången har inga frågor än.",
    other_answers: |n| {
        match n {
        1 => "1 fråga som har besvarats hör inte till omgångens frågor. Svaret finns i JSON-uppgifterna.".to_owned(),
        n => format!("{n} frågor som har besvarats hör inte till omgångens frågor. Svaren finns i JSON-uppgifterna."),
    }
    },
    nothing_answered: "Här finns inga svar.",
    unanswered: "Obesvarad",
    counts: |dont_know, not_applicable, unanswered| {
        format!("vet ej {dont_know}, ej relevant {not_applicable}, obesvarade {unanswered}")
    },
    answered_by: |unit| format!("Besvarades av {unit}, och svaren står där."),
    not_counted: "Räknas inte i resultatet: enheten var inte den som skulle svara.",
    no_role: "Utan roll",
    respondent: |n| format!("Svarande {n}"),
    individual_mean: |mean| format!("Ingen samlad bedömning. Enskilda svar: {mean}, ej avstämt."),
    rationale: "Varför",
    evidence: "Underlag",
    need: "Behov",
    unsure: "Osäker.",
    also: "Två olika svar, ingen har valt. Det andra",
    off_scale: |level| format!("nivå {level}, som inte finns i skalan och inte räknas"),
    without_reason: "Skäl saknas, räknas som obesvarad.",
    later_kind: "ett svar av en sort som den här versionen inte känner till",
    changed_meaning: "Frågan löd annorlunda när den besvarades.",
    results: |set| format!("Resultat per område: {set}"),
    targets: |set| format!("Mål: {set}"),
    targets_about: "Målen är de som gällde när filen skapades.",
};

static ENGLISH: ArchiveWords = ArchiveWords {
    title: |round, municipality| format!("{round}, {municipality}"),
    municipality: "Municipality",
    made: "Made",
    made_at: |date, clock| format!("{date} at {clock}"),
    locked: "Locked: the round takes no more answers",
    contents: "Contents",
    about: "About this file",
    about_text: [
        "This file holds one round of the municipality's self-assessment in Mognad: results, answers and targets of each unit. It can be read in any browser, without a network and without Mognad.",
        "The same facts stand in the file's source as JSON, in the element with the id “mognad”, together with the questions as they were. They can be saved as a file of their own that ends in .mognad.json, and read into Mognad.",
        "The questions stand in the language in which they were asked.",
    ],
    about_numbers: "A value is shown when at least two thirds of the relevant questions have a level, and at least two of them (one, where only one is relevant). Don't know, not applicable and unanswered are three different things and do not count as levels. No value is rounded up to a whole level. The level reached is the lowest among the relevant questions of the area.",
    names_left_out: "Roles, deciders of targets and facts about persons are left out. Individual answers are numbered within each unit, and times and writers in the JSON facts are replaced. The facts have an id of their own, so that they are not merged with the municipality's.",
    texts_as_written: "Reasons, evidence and needs stand as they were written and may hold names. Read through them before you hand out the file.",
    texts_left_out: "Reasons, evidence and needs are left out. The result counts with the reasons for not applicable though they do not stand here: where the facts are read into Mognad, such questions count as unanswered.",
    sets: "The questions of the round",
    set: "Questions",
    version: "Version",
    hash: "Checksum of the content",
    set_missing: "The document does not hold the text of these questions. The answers are in the JSON facts.",
    no_sets: "The round has no questions yet.",
    other_answers: |n| {
        match n {
        1 => "1 question that has been answered is not one of the round's. The answer is in the JSON facts.".to_owned(),
        n => format!("{n} questions that have been answered are not among the round's. The answers are in the JSON facts."),
    }
    },
    nothing_answered: "There are no answers here.",
    unanswered: "Unanswered",
    counts: |dont_know, not_applicable, unanswered| {
        format!("don't know {dont_know}, not applicable {not_applicable}, unanswered {unanswered}")
    },
    answered_by: |unit| format!("Answered by {unit}, and the answers stand there."),
    not_counted: "Does not count in the result: the unit was not the one to answer.",
    no_role: "Without a role",
    respondent: |n| format!("Respondent {n}"),
    individual_mean: |mean| {
        format!("No agreed assessment. Individual answers: {mean}, not agreed.")
    },
    rationale: "Why",
    evidence: "Evidence",
    need: "Need",
    unsure: "Unsure.",
    also: "Two different answers, nobody has chosen. The other one",
    off_scale: |level| {
        format!("level {level}, which the scale does not have and which does not count")
    },
    without_reason: "No reason was given, so it counts as unanswered.",
    later_kind: "an answer of a kind that this version does not know",
    changed_meaning: "The question read differently when it was answered.",
    results: |set| format!("Results by area: {set}"),
    targets: |set| format!("Targets: {set}"),
    targets_about: "The targets are those that stood when the file was made.",
};
