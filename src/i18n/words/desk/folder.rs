//! The words of the shared folder.

use crate::i18n::WithText;
use crate::i18n::words::{WithCount, WithTexts};

/// The words of the shared folder.
#[derive(Debug)]
pub struct FolderWords {
    /// What it is for.
    pub lead: &'static str,
    /// What goes into it, and what does not.
    pub about: &'static str,
    /// Button.
    pub choose: &'static str,
    /// None was connected.
    pub not_picked: &'static str,
    /// The browser has no folders.
    pub unsupported: &'static str,
    /// Folders are forbidden here.
    pub forbidden: &'static str,
    /// The example has none.
    pub example: &'static str,
    /// It is to be opened again, with its name.
    pub closed: WithText,
    /// Button.
    pub open_again: &'static str,
    /// Connected, with its name.
    pub connected: WithText,
    /// When it was last listed.
    pub looked: WithText,
    /// It cannot be reached, with its name and why.
    pub lost: WithTexts,
    /// Why.
    pub gone: &'static str,
    /// Why.
    pub odd: &'static str,
    /// Why something is not written.
    pub cannot_write: &'static str,
    /// Why something is not written.
    pub full: &'static str,
    /// What is safe where something is not written.
    pub kept_here: &'static str,
    /// There are no facts here yet, so that no file is of the same municipality.
    pub nothing_here: &'static str,
    /// Button.
    pub look_now: &'static str,
    /// Button.
    pub let_go: &'static str,
    /// What letting go does.
    pub let_go_about: &'static str,
    /// How many files of others have been read in.
    pub read: WithCount,
    /// Heading.
    pub files: &'static str,
    /// This device's own file.
    pub own: &'static str,
    /// A file that was read in: from whom, and how many facts were new or changed.
    pub came: fn(&str, usize) -> String,
    /// How much of a file was left in it.
    pub left: WithCount,
    /// A copy that a file sync has made.
    pub copy: &'static str,
    /// Not read in: nothing handed in.
    pub nothing_handed_in: &'static str,
    /// Not read in: removed for good here.
    pub removed: &'static str,
    /// Not read in: another municipality's.
    pub other_municipality: &'static str,
    /// Not read in: made up.
    pub made_up: &'static str,
    /// Not read in: half or damaged.
    pub half: &'static str,
    /// Not read in: of something else.
    pub not_mognad: &'static str,
    /// Not read in: of a later version.
    pub too_new: &'static str,
    /// Not read in: cannot be opened.
    pub unreachable: &'static str,
    /// Not read in: too large.
    pub too_large: &'static str,
    /// Heading of what is left alone.
    pub passed: &'static str,
    /// Left alone: empty.
    pub empty: &'static str,
    /// Left alone: being written.
    pub temporary: &'static str,
    /// Left alone: none of ours.
    pub foreign: &'static str,
    /// How many more are none of ours.
    pub more: WithCount,
    /// Button.
    pub hand_in: &'static str,
    /// What was handed in waits for the folder of this name.
    pub waits: WithText,
    /// What was handed in stands in the folder of this name.
    pub stands: WithText,
    /// As before, with the time at which it was read back.
    pub stands_since: WithTexts,
}

/// In Swedish.
pub const SWEDISH: FolderWords = FolderWords {
    lead: "Kommunens egen fildelning kan bära svaren mellan er: välj en mapp i OneDrive, SharePoint, Nextcloud eller på en nätverksdisk som alla i e-rådet når. Det ni lämnar in läggs där som en fil, och det andra har lämnat in läses in av sig självt.",
    about: "Bara det ni väljer att lämna in i mappen hamnar där, aldrig utkast. Appen skriver bara sina egna filer och rör inga andra.",
    choose: "Välj mapp",
    not_picked: "Ingen mapp anslöts. Valde du en mapp och ser det här ändå, kan webbläsaren eller er organisation ha sagt nej. Försök med en annan mapp, eller lämna in som fil.",
    unsupported: "Den här webbläsaren kan inte öppna mappar. Det kan Microsoft Edge och Google Chrome på en dator, när sidan har en säker adress (https). Lämna in som fil i stället. Inget annat går förlorat.",
    forbidden: "Er organisation eller webbläsarens inställningar tillåter inte att sidan öppnar mappar. Svaren är orörda. Lämna in som fil i stället, eller be it-avdelningen att tillåta filåtkomst för den här sidan.",
    example: "Exemplets påhittade värden läggs inte i någon mapp. Lämna exemplet för att ansluta er mapp.",
    closed: |name| {
        format!("Mappen ”{name}” är vald sedan tidigare. Webbläsaren vill att du öppnar den igen.")
    },
    open_again: "Öppna mappen igen",
    connected: |name| format!("Ansluten till mappen ”{name}”."),
    looked: |clock| {
        format!("Tittade senast {clock}. Appen tittar var tjugonde sekund så länge sidan syns.")
    },
    lost: |name, why| {
        format!("Mappen ”{name}” går inte att nå just nu. {why} Appen försöker igen av sig själv.")
    },
    gone: "Den kan vara flyttad eller borttagen, eller så är nätverksdisken inte ansluten.",
    odd: "Datorn svarade inte.",
    cannot_write: "Det ni lämnade in kunde inte skrivas: mappen kan läsas men inte ändras.",
    full: "Det ni lämnade in kunde inte skrivas: det finns ingen plats kvar i mappen.",
    kept_here: "Det ligger kvar här och skrivs så snart det går. Vill ni inte vänta kan ni lämna in som fil.",
    nothing_here: "Här finns inga svar än, så filerna i mappen känns inte igen. Läs först in kommunens fil eller öppna er inbjudan, och tryck sedan på Titta nu.",
    look_now: "Titta nu",
    let_go: "Koppla från mappen",
    let_go_about: "Kopplar du från mappen ligger filerna kvar i den, och det som är inläst finns kvar här.",
    read: |n| match n {
        0 => "Inga filer från andra är inlästa än.".to_owned(),
        1 => "1 fil från andra är inläst.".to_owned(),
        n => format!("{n} filer från andra är inlästa."),
    },
    files: "Filer i mappen",
    own: "Er egen. Den ligger där som ni lämnade in den.",
    came: |whose, changed| match changed {
        0 => format!("Från {whose}. Allt fanns redan här."),
        1 => format!("Från {whose}. 1 uppgift var ny eller ändrad."),
        n => format!("Från {whose}. {n} uppgifter var nya eller ändrade."),
    },
    left: |n| match n {
        1 => "1 uppgift i filen är inte inlämnad, eller går inte att läsa, och lästes inte in."
            .to_owned(),
        n => format!(
            "{n} uppgifter i filen är inte inlämnade, eller går inte att läsa, och lästes inte in."
        ),
    },
    copy: "Filen är en kopia som någon eller fildelningen har gjort.",
    nothing_handed_in: "Lästes inte in: inget i filen är inlämnat.",
    removed: "Lästes inte in: svaren i filen är gallrade här för gott.",
    other_municipality: "Lästes inte in: filen hör till en annan kommuns svar.",
    made_up: "Lästes inte in: exemplets påhittade värden blandas inte med svar.",
    half: "Lästes inte in: filen är halv eller skadad. Den läses när den har ändrats.",
    not_mognad: "Lästes inte in: filen kommer inte från Mognad.",
    too_new: "Lästes inte in: filen är skriven av en nyare version av Mognad. Ladda om sidan för att få den.",
    unreachable: "Går inte att öppna just nu. Fildelningen har kanske inte hämtat den än. Appen försöker igen.",
    too_large: "Lästes inte in: filen är för stor för att komma från Mognad.",
    passed: "Det här lämnas orört",
    empty: "tom, eller inte hämtad än",
    temporary: "håller på att skrivas",
    foreign: "hör inte till Mognad",
    more: |n| match n {
        1 => "och 1 fil till som inte hör till Mognad".to_owned(),
        n => format!("och {n} filer till som inte hör till Mognad"),
    },
    hand_in: "Lämna in i den delade mappen",
    waits: |name| {
        format!("Inlämningen väntar på mappen ”{name}”. Den skrivs dit så snart mappen går att nå.")
    },
    stands: |name| format!("Er fil ligger i mappen ”{name}”."),
    stands_since: |name, clock| {
        format!("Er fil ligger i mappen ”{name}” och är kontrolläst {clock}.")
    },
};

/// In English.
pub const ENGLISH: FolderWords = FolderWords {
    lead: "The municipality's own file sharing can carry the answers between you: choose a folder in OneDrive, SharePoint, Nextcloud or on a network drive that everyone in the e-council can reach. What you hand in is put there as a file, and what others have handed in is read in by itself.",
    about: "Only what you choose to hand in through the folder goes into it, never drafts. The app writes only its own files and touches no others.",
    choose: "Choose a folder",
    not_picked: "No folder was connected. If you chose one and still see this, the browser or your organisation may have said no. Try another folder, or hand in as a file.",
    unsupported: "This browser cannot open folders. Microsoft Edge and Google Chrome on a computer can, where the page has a secure address (https). Hand in as a file instead. Nothing else is lost.",
    forbidden: "Your organisation or the browser's settings do not let the page open folders. The answers are untouched. Hand in as a file instead, or ask the IT department to allow access to files for this page.",
    example: "The made-up values of the example are put into no folder. Leave the example to connect your folder.",
    closed: |name| {
        format!("The folder “{name}” was chosen earlier. The browser wants you to open it again.")
    },
    open_again: "Open the folder again",
    connected: |name| format!("Connected to the folder “{name}”."),
    looked: |clock| {
        format!(
            "Last looked at {clock}. The app looks every twenty seconds while the page is in sight."
        )
    },
    lost: |name, why| {
        format!(
            "The folder “{name}” cannot be reached just now. {why} The app tries again by itself."
        )
    },
    gone: "It may have been moved or removed, or the network drive is not connected.",
    odd: "The computer did not answer.",
    cannot_write: "What you handed in could not be written: the folder can be read but not changed.",
    full: "What you handed in could not be written: there is no room left in the folder.",
    kept_here: "It stays here and is written as soon as that is possible. If you do not want to wait you can hand in as a file.",
    nothing_here: "There are no answers here yet, so the files in the folder are not recognised. First read in the municipality's file or open your invitation, and then press Look now.",
    look_now: "Look now",
    let_go: "Disconnect the folder",
    let_go_about: "If you disconnect the folder the files stay in it, and what has been read in stays here.",
    read: |n| match n {
        0 => "No files of others have been read in yet.".to_owned(),
        1 => "1 file of others has been read in.".to_owned(),
        n => format!("{n} files of others have been read in."),
    },
    files: "Files in the folder",
    own: "Your own. It is there as you handed it in.",
    came: |whose, changed| match changed {
        0 => format!("From {whose}. Everything was here already."),
        1 => format!("From {whose}. 1 fact was new or changed."),
        n => format!("From {whose}. {n} facts were new or changed."),
    },
    left: |n| match n {
        1 => "1 fact in the file is not handed in, or cannot be read, and was not read in."
            .to_owned(),
        n => format!(
            "{n} facts in the file are not handed in, or cannot be read, and were not read in."
        ),
    },
    copy: "The file is a copy that somebody or the file sharing has made.",
    nothing_handed_in: "Not read in: nothing in the file is handed in.",
    removed: "Not read in: the answers in the file have been removed for good here.",
    other_municipality: "Not read in: the file belongs to another municipality's answers.",
    made_up: "Not read in: the made-up values of the example are not mixed with answers.",
    half: "Not read in: the file is cut off or damaged. It is read when it has changed.",
    not_mognad: "Not read in: the file does not come from Mognad.",
    too_new: "Not read in: the file was written by a later version of Mognad. Reload the page to get it.",
    unreachable: "Cannot be opened just now. Perhaps the file sharing has not fetched it yet. The app tries again.",
    too_large: "Not read in: the file is too large to come from Mognad.",
    passed: "This is left alone",
    empty: "empty, or not fetched yet",
    temporary: "is being written",
    foreign: "is not Mognad's",
    more: |n| match n {
        1 => "and 1 more file that is not Mognad's".to_owned(),
        n => format!("and {n} more files that are not Mognad's"),
    },
    hand_in: "Hand in through the shared folder",
    waits: |name| {
        format!(
            "What you handed in waits for the folder “{name}”. It is written there as soon as the folder can be reached."
        )
    },
    stands: |name| format!("Your file is in the folder “{name}”."),
    stands_since: |name, clock| {
        format!("Your file is in the folder “{name}” and was read back at {clock}.")
    },
};
