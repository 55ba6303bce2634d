//! The words of *Överlämning*.

use crate::i18n::WithText;
use crate::i18n::words::WithCounts;

/// The words of *Överlämning*.
#[derive(Debug)]
pub struct HandoverWords {
    /// What the page is for.
    pub lead: &'static str,
    /// Step: make the file.
    pub make: &'static str,
    /// What is in it.
    pub make_about: &'static str,
    /// Changes since the last file.
    pub changed_since: &'static str,
    /// No changes since.
    pub unchanged_since: &'static str,
    /// Button.
    pub make_button: &'static str,
    /// Step: where the file is to be.
    pub put: &'static str,
    /// Where it is, as it was written.
    pub put_at: WithText,
    /// Nobody has written where.
    pub put_nowhere: &'static str,
    /// Where it is written.
    pub put_link: &'static str,
    /// The name of the file that is saved to.
    pub file_named: WithText,
    /// The name of the shared folder.
    pub folder_named: WithText,
    /// On paper, to be filled in by hand.
    pub put_by_hand: &'static str,
    /// Step: the rounds.
    pub rounds: &'static str,
    /// There is none.
    pub no_rounds: &'static str,
    /// Status.
    pub open: &'static str,
    /// Status of an earlier round that was never locked.
    pub not_locked: &'static str,
    /// Status, with the date.
    pub locked: WithText,
    /// How many have handed in.
    pub inside: WithCounts,
    /// Who has handed in.
    pub who_inside: WithText,
    /// Who has not.
    pub who_missing: WithText,
    /// Step: the successor.
    pub successor: &'static str,
    /// What the successor does; takes the address.
    pub successor_about: WithText,
    /// What does not follow.
    pub successor_not: &'static str,
    /// Step: the own device.
    pub erase: &'static str,
    /// When to do it.
    pub erase_about: &'static str,
    /// Button.
    pub print: &'static str,
    /// On paper: the municipality.
    pub municipality: &'static str,
    /// On paper: who hands over.
    pub from: &'static str,
    /// On paper: who takes over.
    pub to: &'static str,
}

/// In Swedish.
pub const SWEDISH: HandoverWords = HandoverWords {
    lead: "Så lämnar du över arbetet till den som tar vid. Det som gäller just nu är ifyllt.",
    make: "Spara allt i en fil",
    make_about: "Filen innehåller allt som finns här: omgångar, svar, motiveringar, mål, namn och roller.",
    changed_since: "Det finns ändringar sedan dess.",
    unchanged_since: "Inget är ändrat sedan dess.",
    make_button: "Gör överlämningsfilen",
    put: "Lägg filen där kommunens fil finns",
    put_at: |place| format!("Kommunens fil ligger här: {place}"),
    put_nowhere: "Ingen har skrivit var kommunens fil ligger.",
    put_link: "Skriv var den ligger",
    file_named: |name| format!("Filen som det sparas till heter {name}."),
    folder_named: |name| {
        format!("Den delade mappen heter {name}. Efterträdaren ansluter den på sin dator.")
    },
    put_by_hand: "Plats:",
    rounds: "Gå igenom hur omgångarna står",
    no_rounds: "Det finns ingen omgång än.",
    open: "Öppen",
    not_locked: "Inte låst",
    locked: |date| format!("Låst {date}"),
    inside: |n, of| format!("{n} av {of} har lämnat in"),
    who_inside: |names| format!("Inlämnat: {names}"),
    who_missing: |names| format!("Inte inlämnat: {names}"),
    successor: "Efterträdaren läser in filen",
    successor_about: |address| {
        format!(
            "Öppna {address}, välj Filer och lagring, läs in filen och ta in den. Välj sedan samma fil under Kommunens fil, så att det som görs framöver sparas dit."
        )
    },
    successor_not: "Språk, tangenter och vem som sitter vid datorn följer inte med. Det väljer efterträdaren själv.",
    erase: "Radera din egen enhet",
    erase_about: "Gör det när efterträdaren har sett att allt finns. Sedan finns inget kvar i din webbläsare.",
    print: "Skriv ut som checklista",
    municipality: "Kommun",
    from: "Lämnar över",
    to: "Tar över",
};

/// In English.
pub const ENGLISH: HandoverWords = HandoverWords {
    lead: "How to hand the work over to whoever comes next. What is true now is filled in.",
    make: "Save everything in a file",
    make_about: "The file holds everything that is here: rounds, answers, reasons, targets, names and roles.",
    changed_since: "There are changes since then.",
    unchanged_since: "Nothing has changed since then.",
    make_button: "Make the handover file",
    put: "Put the file where the municipality's file is",
    put_at: |place| format!("The municipality's file is here: {place}"),
    put_nowhere: "Nobody has written where the municipality's file is.",
    put_link: "Write where it is",
    file_named: |name| format!("The file that is saved to is called {name}."),
    folder_named: |name| {
        format!(
            "The shared folder is called {name}. The successor connects it on their own computer."
        )
    },
    put_by_hand: "Place:",
    rounds: "Go through how the rounds stand",
    no_rounds: "There is no round yet.",
    open: "Open",
    not_locked: "Not locked",
    locked: |date| format!("Locked {date}"),
    inside: |n, of| format!("{n} of {of} have handed in"),
    who_inside: |names| format!("Handed in: {names}"),
    who_missing: |names| format!("Not handed in: {names}"),
    successor: "The successor reads the file in",
    successor_about: |address| {
        format!(
            "Open {address}, choose Files and storage, read the file in and take it in. Then choose the same file under The municipality's file, so that what is done from now on is saved there."
        )
    },
    successor_not: "Language, keys and who sits at the computer do not follow. The successor chooses those.",
    erase: "Erase your own device",
    erase_about: "Do it when the successor has seen that everything is there. Then nothing is left in your browser.",
    print: "Print as a checklist",
    municipality: "Municipality",
    from: "Hands over",
    to: "Takes over",
};
