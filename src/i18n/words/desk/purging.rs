//! The words of *Gallra*.

use crate::i18n::{WithCount, WithText};

/// The words of *Gallra*.
#[derive(Debug)]
pub struct PurgingWords {
    /// What the page is for.
    pub lead: &'static str,
    /// There is nothing.
    pub nothing: &'static str,
    /// Heading of the choice.
    pub which: &'static str,
    /// Choice: a whole round.
    pub round: WithText,
    /// Choice: a unit's answers in a round: unit, round.
    pub answers: fn(&str, &str) -> String,
    /// Choice: a person: role, units.
    pub person: fn(&str, &str) -> String,
    /// A person without a role.
    pub no_role: &'static str,
    /// Why units of an open round cannot be chosen.
    pub open_hint: WithText,
    /// Heading of the preview.
    pub would_go: &'static str,
    /// Answers of a unit: unit, how many.
    pub of_unit: fn(&str, usize) -> String,
    /// Reasons and evidence.
    pub texts: WithCount,
    /// Receipts.
    pub receipts: WithCount,
    /// Roles of people of whom nothing else is here.
    pub persons: WithCount,
    /// Everything else.
    pub others: WithCount,
    /// Nothing would go.
    pub empty: &'static str,
    /// What it means.
    pub means: &'static str,
    /// Offer of a file.
    pub file_first: &'static str,
    /// Button that asks.
    pub purge: &'static str,
    /// The question.
    pub sure: &'static str,
    /// Button that does it.
    pub yes: &'static str,
    /// Button that does not.
    pub no: &'static str,
    /// Under way.
    pub working: &'static str,
    /// Done.
    pub done: WithCount,
    /// What is still elsewhere.
    pub elsewhere: &'static str,
}

/// In Swedish.
pub const SWEDISH: PurgingWords = PurgingWords {
    lead: "Ta bort för gott det som inte ska sparas längre, enligt er dokumenthanteringsplan eller för att någon har begärt det. Det går inte att ångra.",
    nothing: "Det finns inget att gallra.",
    which: "Vad ska bort?",
    round: |round| format!("Hela {round}: planen och allas svar"),
    answers: |unit, round| format!("{unit}: svaren i {round}"),
    person: |role, units| format!("{role} ({units}): rollen och alla enskilda svar"),
    no_role: "En person utan roll",
    open_hint: |round| {
        format!(
            "{round} tar emot svar. Lås den först om en enda enhets svar ska bort, eller ändra svaren där de står."
        )
    },
    would_go: "Det här försvinner",
    of_unit: |unit, n| match n {
        1 => format!("{unit}: 1 svar"),
        n => format!("{unit}: {n} svar"),
    },
    texts: |n| match n {
        1 => "1 motivering, underlag eller behov".to_owned(),
        n => format!("{n} motiveringar, underlag och behov"),
    },
    receipts: |n| match n {
        1 => "1 kvitto på inlämning".to_owned(),
        n => format!("{n} kvitton på inlämning"),
    },
    persons: |n| match n {
        1 => "1 roll som inte hör till något annat svar".to_owned(),
        n => format!("{n} roller som inte hör till något annat svar"),
    },
    others: |n| match n {
        1 => "1 uppgift om planen".to_owned(),
        n => format!("{n} uppgifter om planen"),
    },
    empty: "Här finns inget kvar av det, men gamla kopior hindras från att ta tillbaka det.",
    means: "Kvar blir bara ett märke om att det är gallrat, utan något av innehållet. Möter någon annans kopia märket försvinner det där också, och en gammal fil kan inte ta tillbaka det.",
    file_first: "Ska något bevaras? Arkivera omgången eller spara allt som fil först.",
    purge: "Gallra…",
    sure: "Ska det bort för gott? Det går inte att ångra.",
    yes: "Ja, gallra för gott",
    no: "Nej, behåll",
    working: "Gallrar…",
    done: |n| match n {
        0 => "Det är gallrat, och borta ur allt som den här webbläsaren har sparat.".to_owned(),
        1 => "1 svar är gallrat, och borta ur allt som den här webbläsaren har sparat.".to_owned(),
        n => format!("{n} svar är gallrade, och borta ur allt som den här webbläsaren har sparat."),
    },
    elsewhere: "Kommunens fil har det kvar tills du sparar till den igen. Andra datorer blir av med det när de läggs ihop med det som finns här. Filer i den delade mappen, och gamla filer som ingen läser in, måste tas bort för hand.",
};

/// In English.
pub const ENGLISH: PurgingWords = PurgingWords {
    lead: "Remove for good what is not to be kept any longer, by your records schedule or because somebody has asked for it. It cannot be undone.",
    nothing: "There is nothing to remove.",
    which: "What is to go?",
    round: |round| format!("All of {round}: the plan and everybody's answers"),
    answers: |unit, round| format!("{unit}: the answers in {round}"),
    person: |role, units| format!("{role} ({units}): the role and all individual answers"),
    no_role: "A person without a role",
    open_hint: |round| {
        format!(
            "{round} takes answers. Lock it first if one unit's answers alone are to go, or change the answers where they stand."
        )
    },
    would_go: "This disappears",
    of_unit: |unit, n| match n {
        1 => format!("{unit}: 1 answer"),
        n => format!("{unit}: {n} answers"),
    },
    texts: |n| match n {
        1 => "1 reason, piece of evidence or need".to_owned(),
        n => format!("{n} reasons, pieces of evidence and needs"),
    },
    receipts: |n| match n {
        1 => "1 receipt of a hand-in".to_owned(),
        n => format!("{n} receipts of hand-ins"),
    },
    persons: |n| match n {
        1 => "1 role that belongs to no other answer".to_owned(),
        n => format!("{n} roles that belong to no other answer"),
    },
    others: |n| match n {
        1 => "1 fact of the plan".to_owned(),
        n => format!("{n} facts of the plan"),
    },
    empty: "Nothing of it is left here, but old copies are kept from bringing it back.",
    means: "All that is left is a mark that it was removed, with nothing of the content. Where somebody else's copy meets the mark it goes there too, and an old file cannot bring it back.",
    file_first: "Is anything to be preserved? Archive the round or save everything as a file first.",
    purge: "Remove…",
    sure: "Is it to go for good? It cannot be undone.",
    yes: "Yes, remove for good",
    no: "No, keep it",
    working: "Removing…",
    done: |n| match n {
        0 => "It is removed, and gone from everything that this browser has stored.".to_owned(),
        1 => {
            "1 answer is removed, and gone from everything that this browser has stored.".to_owned()
        }
        n => format!(
            "{n} answers are removed, and gone from everything that this browser has stored."
        ),
    },
    elsewhere: "The municipality's file still has it until you save to it again. Other computers lose it when they are merged with what is here. Files in the shared folder, and old files that nobody reads in, have to be deleted by hand.",
};
