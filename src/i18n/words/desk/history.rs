//! The words of *tidigare svar*, *papperskorgen* and the journal.

use crate::i18n::{WithCount, WithText};

/// The words of *tidigare svar*, *papperskorgen* and the journal.
#[derive(Debug)]
pub struct HistoryWords {
    /// What the page of a question's earlier answers is for, with the unit.
    pub lead: WithText,
    /// Heading: what is said now.
    pub now: &'static str,
    /// Nothing is said now.
    pub nothing_now: &'static str,
    /// Heading: what was said before.
    pub before: &'static str,
    /// Nothing was.
    pub none: &'static str,
    /// It cannot be read.
    pub unreadable: &'static str,
    /// Button.
    pub put_back: &'static str,
    /// Whose answer.
    pub together: &'static str,
    /// Whose answer, by role.
    pub alone: WithText,
    /// Whose answer, by role: a proposal.
    pub proposal: WithText,
    /// A person whose role is not known.
    pub somebody: &'static str,
    /// What: the level.
    pub level: &'static str,
    /// What: the reason.
    pub rationale: &'static str,
    /// What: underlag.
    pub evidence: &'static str,
    /// Label of the need.
    pub need: &'static str,
    /// What: the mark.
    pub unsure: &'static str,
    /// What: a name.
    pub name: &'static str,
    /// What: a target, with its area.
    pub target: WithText,
    /// The mark is set.
    pub marked: &'static str,
    /// A value that cannot be put in words.
    pub other: &'static str,
    /// The question had another meaning then.
    pub other_meaning: &'static str,
    /// A question that is in no set here.
    pub unknown_question: &'static str,
    /// Back to the question.
    pub to_question: &'static str,
    /// Disclosure and button.
    pub erase: &'static str,
    /// What erasing does.
    pub erase_about: &'static str,
    /// What the bin is.
    pub bin_lead: &'static str,
    /// Nothing in it.
    pub bin_empty: &'static str,
    /// Heading.
    pub hidden: &'static str,
    /// What putting a unit back does.
    pub hidden_about: &'static str,
    /// Heading.
    pub removed: &'static str,
    /// Disclosure and button.
    pub empty_bin: &'static str,
    /// What emptying does.
    pub empty_bin_about: &'static str,
    /// What the journal is.
    pub journal_lead: &'static str,
    /// Heading: answers.
    pub answers: &'static str,
    /// How many answers there are in all.
    pub answers_count: WithCount,
    /// Caption and name of the table, with the round.
    pub answers_table: WithText,
    /// Heading: undo and redo.
    pub steps: &'static str,
    /// How keys do it.
    pub steps_about: &'static str,
    /// Button.
    pub undo_last: &'static str,
    /// Button.
    pub redo_last: &'static str,
    /// Heading: saved.
    pub saved: &'static str,
    /// Last saved: date and time.
    pub saved_at: fn(&str, &str) -> String,
    /// Nothing has been changed since the page was opened.
    pub saved_before: &'static str,
    /// A save is on its way.
    pub saving: &'static str,
    /// Kept for a while only.
    pub saved_temporarily: &'static str,
    /// In this tab only.
    pub saved_nowhere: &'static str,
    /// The last save was refused.
    pub saved_not: &'static str,
    /// How much room is taken: size, and what the browser gives.
    pub room: fn(&str, &str) -> String,
    /// Heading: handed in.
    pub handed_in: &'static str,
    /// Nothing is.
    pub handed_in_nothing: &'static str,
    /// Heading: files.
    pub files: &'static str,
    /// A file was read in: date, from whom (may be empty).
    pub taken_in: fn(&str, &str) -> String,
    /// None was.
    pub taken_in_never: &'static str,
    /// How many earlier answers are kept.
    pub kept: WithCount,
    /// Where they are.
    pub kept_about: &'static str,
}

/// In Swedish.
pub const SWEDISH: HistoryWords = HistoryWords {
    lead: |unit| {
        format!(
            "Det som har stått på frågan för {unit} i den här omgången. Tidigare svar räknas inte i resultatet och lämnar inte den här webbläsaren."
        )
    },
    now: "Gäller nu",
    nothing_now: "Frågan är obesvarad.",
    before: "Tidigare",
    none: "Här finns inget ännu. När ett svar ändras eller tas bort sparas det som stod förut.",
    unreadable: "Tidigare svar kan inte läsas, för webbläsarens lagring är inte tillgänglig. Svaren som gäller nu berörs inte.",
    put_back: "Lägg tillbaka",
    together: "tillsammans",
    alone: |role| format!("enskilt, {role}"),
    proposal: |role| format!("förslag från {role}"),
    somebody: "okänd roll",
    level: "Svar",
    rationale: "Varför",
    evidence: "Underlag",
    need: "Behov",
    unsure: "Osäker",
    name: "Namn",
    target: |area| format!("Mål för {area}"),
    marked: "markerat",
    other: "kan inte visas i den här versionen",
    other_meaning: "frågan hade en annan innebörd då",
    unknown_question: "En fråga som inte finns i de frågor som visas nu",
    to_question: "Till frågan",
    erase: "Radera tidigare svar",
    erase_about: "Alla tidigare svar raderas från den här webbläsaren, också de i papperskorgen. Det går inte att ångra. Svaren som gäller nu finns kvar.",
    bin_lead: "Här ligger enheter som har dolts och svar som har tagits bort i den här webbläsaren. Inget av det räknas i resultatet.",
    bin_empty: "Papperskorgen är tom.",
    hidden: "Dolda enheter",
    hidden_about: "Svaren finns kvar och visas igen när enheten läggs tillbaka.",
    removed: "Borttaget",
    empty_bin: "Töm papperskorgen",
    empty_bin_about: "Alla tidigare svar raderas från den här webbläsaren, både de som har tagits bort och de som har ersatts. Det går inte att ångra. Dolda enheter ligger kvar med sina svar.",
    journal_lead: "Vad som finns i den här webbläsaren och vad som har hänt med det.",
    answers: "Svar",
    answers_count: |n| match n {
        0 => "Det finns inga svar ännu.".to_owned(),
        1 => "Det finns 1 svar, alla omgångar och alla som svarar räknade.".to_owned(),
        n => format!("Det finns {n} svar, alla omgångar och alla som svarar räknade."),
    },
    answers_table: |round| format!("Besvarade frågor i {round}"),
    steps: "Ångra",
    steps_about: "Det ni har gjort sedan sidan öppnades går att ångra steg för steg, upp till hundra steg. Ctrl+Z ångrar och Ctrl+Y gör om på alla sidor (⌘Z och ⇧⌘Z på Mac). I ett textfält gäller tangenterna texten.",
    undo_last: "Ångra det senaste",
    redo_last: "Gör om",
    saved: "Sparat",
    saved_at: |date, clock| format!("Sparades senast {date} {clock} i den här webbläsaren."),
    saved_before: "Inget har ändrats sedan sidan öppnades. Allt som visas är sparat i den här webbläsaren.",
    saving: "En ändring håller på att sparas.",
    saved_temporarily: "Ändringarna är bara sparade tillfälligt. Spara dem som fil.",
    saved_nowhere: "Ändringarna finns bara i den här fliken. Spara dem som fil innan ni stänger.",
    saved_not: "Den senaste ändringen är inte sparad. Spara den som fil.",
    room: |taken, given| {
        format!(
            "Webbläsaren uppger att den här webbplatsen tar {taken} av {given} som den får använda."
        )
    },
    handed_in: "Inlämnat",
    handed_in_nothing: "Inget är inlämnat i omgången ännu.",
    files: "Filer",
    taken_in: |date, whose| match whose {
        "" => format!("En fil lästes senast in {date}."),
        whose => format!("En fil lästes senast in {date}, med svar från {whose}."),
    },
    taken_in_never: "Ingen fil har lästs in i den här webbläsaren.",
    kept: |n| match n {
        0 => "Inga tidigare svar är sparade.".to_owned(),
        1 => "1 tidigare svar är sparat.".to_owned(),
        n => format!("{n} tidigare svar är sparade."),
    },
    kept_about: "De finns bara i den här webbläsaren och följer inte med i någon fil. Av varje svar sparas de 20 senaste.",
};

/// In English.
pub const ENGLISH: HistoryWords = HistoryWords {
    lead: |unit| {
        format!(
            "What has been said to the question for {unit} in this round. Earlier answers do not count in the result and do not leave this browser."
        )
    },
    now: "In force now",
    nothing_now: "The question is unanswered.",
    before: "Earlier",
    none: "Nothing here yet. When an answer is changed or removed, what stood before is kept.",
    unreadable: "Earlier answers cannot be read, as the browser's storage is not available. The answers in force now are untouched.",
    put_back: "Put back",
    together: "together",
    alone: |role| format!("alone, {role}"),
    proposal: |role| format!("proposal from {role}"),
    somebody: "unknown role",
    level: "Answer",
    rationale: "Why",
    evidence: "Evidence",
    need: "Need",
    unsure: "Unsure",
    name: "Name",
    target: |area| format!("Target for {area}"),
    marked: "marked",
    other: "cannot be shown in this version",
    other_meaning: "the question had another meaning then",
    unknown_question: "A question that is not among those shown now",
    to_question: "To the question",
    erase: "Erase earlier answers",
    erase_about: "All earlier answers are erased from this browser, those in the bin too. This cannot be undone. The answers in force now stay.",
    bin_lead: "Units that were hidden and answers that were removed in this browser. None of it counts in the result.",
    bin_empty: "The bin is empty.",
    hidden: "Hidden units",
    hidden_about: "The answers are kept and are shown again when the unit is put back.",
    removed: "Removed",
    empty_bin: "Empty the bin",
    empty_bin_about: "All earlier answers are erased from this browser, those that were removed and those that were replaced. This cannot be undone. Hidden units stay with their answers.",
    journal_lead: "What is in this browser, and what has become of it.",
    answers: "Answers",
    answers_count: |n| match n {
        0 => "There are no answers yet.".to_owned(),
        1 => "There is 1 answer, counting all rounds and everyone who answers.".to_owned(),
        n => format!("There are {n} answers, counting all rounds and everyone who answers."),
    },
    answers_table: |round| format!("Questions answered in {round}"),
    steps: "Undo",
    steps_about: "What you have done since the page was opened can be undone step by step, up to a hundred steps. Ctrl+Z undoes and Ctrl+Y redoes on every page (⌘Z and ⇧⌘Z on a Mac). In a field of text the keys are the text's.",
    undo_last: "Undo the latest",
    redo_last: "Redo",
    saved: "Saved",
    saved_at: |date, clock| format!("Last saved {date} {clock} in this browser."),
    saved_before: "Nothing has been changed since the page was opened. All that is shown is saved in this browser.",
    saving: "A change is being saved.",
    saved_temporarily: "The changes are saved for a while only. Save them as a file.",
    saved_nowhere: "The changes are in this tab only. Save them as a file before you close.",
    saved_not: "The latest change is not saved. Save it as a file.",
    room: |taken, given| {
        format!("The browser says that this site takes {taken} of the {given} that it may use.")
    },
    handed_in: "Handed in",
    handed_in_nothing: "Nothing is handed in in the round yet.",
    files: "Files",
    taken_in: |date, whose| match whose {
        "" => format!("A file was last read in {date}."),
        whose => format!("A file was last read in {date}, with answers from {whose}."),
    },
    taken_in_never: "No file has been read in in this browser.",
    kept: |n| match n {
        0 => "No earlier answers are kept.".to_owned(),
        1 => "1 earlier answer is kept.".to_owned(),
        n => format!("{n} earlier answers are kept."),
    },
    kept_about: "They are in this browser only and go with no file. Of each answer the last 20 are kept.",
};
