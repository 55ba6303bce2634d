//! The words of *Kommunens fil*.

use crate::i18n::{WithCount, WithText};

/// The words of *Kommunens fil*.
#[derive(Debug)]
pub struct MunicipalFileWords {
    /// What the page is for.
    pub lead: &'static str,
    /// Heading: saving back to the same file.
    pub same_file: &'static str,
    /// No file has been chosen.
    pub choose_about: &'static str,
    /// Button.
    pub choose_existing: &'static str,
    /// Button.
    pub choose_new: &'static str,
    /// What the two buttons do.
    pub choose_warning: &'static str,
    /// Which file it is.
    pub named: WithText,
    /// What saving does.
    pub save_about: &'static str,
    /// Button.
    pub save: &'static str,
    /// Button.
    pub forget: &'static str,
    /// While it is read and written.
    pub working: &'static str,
    /// Written and read back; takes the time.
    pub done: WithText,
    /// Facts that came in from the file.
    pub came: WithCount,
    /// The browser cannot.
    pub not_here: &'static str,
    /// The browser was not allowed to.
    pub not_allowed: &'static str,
    /// The file is gone.
    pub gone: &'static str,
    /// Somebody else keeps writing.
    pub changed: &'static str,
    /// No room.
    pub full: &'static str,
    /// Something else.
    pub other: &'static str,
    /// Somebody else's file, or one that cannot be read: why, from the words of reading in.
    pub foreign: WithText,
    /// Some facts cannot be read.
    pub damaged: WithCount,
    /// It does not read as it was written.
    pub reads_otherwise: &'static str,
    /// Heading.
    pub place: &'static str,
    /// Field.
    pub place_label: &'static str,
    /// Its hint.
    pub place_hint: &'static str,
    /// Checkbox.
    pub remind: &'static str,
    /// The reminder: never saved.
    pub reminder_never: &'static str,
    /// The reminder: takes the date of the last one.
    pub reminder_since: WithText,
    /// Heading: when something happens.
    pub when: &'static str,
    /// What happens, and what to do then.
    pub when_list: [(&'static str, &'static str); 4],
}

/// In Swedish.
pub const SWEDISH: MunicipalFileWords = MunicipalFileWords {
    lead: "Allt som finns här, i en fil på kommunens egen disk. Webbläsaren är bara en arbetskopia: filen är det som finns kvar när datorn byts eller webbläsaren rensas.",
    same_file: "Spara till samma fil",
    choose_about: "Välj filen en gång. Sedan räcker det att trycka på en knapp här.",
    choose_existing: "Välj filen som finns",
    choose_new: "Skapa filen",
    choose_warning: "Finns det redan en fil? Välj den, så läggs den ihop med det som finns här. Skapar du en ny med samma namn på samma plats tömmer webbläsaren den gamla innan vi kan läsa den.",
    named: |name| format!("Vald fil: {name}"),
    save_about: "Filen läses först och läggs ihop med det som finns här, så att inget som någon annan har sparat där går förlorat. Webbläsaren kan fråga om lov.",
    save: "Spara till filen",
    forget: "Koppla bort filen",
    working: "Läser filen, lägger ihop och skriver…",
    done: |clock| format!("Filen är skriven och kontrolläst {clock}."),
    came: |n| match n {
        1 => "1 uppgift som stod i filen har lagts till här.".to_owned(),
        n => format!("{n} uppgifter som stod i filen har lagts till här."),
    },
    not_here: "Den här webbläsaren kan inte spara tillbaka till samma fil. Spara som fil nedan och lägg den på kommunens disk. Edge och Chrome på en dator kan, om inte er it-avdelning har stängt av det.",
    not_allowed: "Webbläsaren fick inte lov att använda filen. Filen är orörd, och allt finns kvar här. Tryck på Spara till filen igen och svara ja, eller spara som fil nedan.",
    gone: "Filen finns inte där den var. Allt finns kvar här. Välj filen på nytt.",
    changed: "Någon annan skriver till filen just nu, så vi skrev inget. Allt finns kvar här. Försök igen om en stund.",
    full: "Det finns inte plats för filen på disken. Filen är som den var, och allt finns kvar här. Spara som fil på ett annat ställe.",
    other: "Filen kunde inte läsas eller skrivas. Allt finns kvar här. Försök igen, eller spara som fil nedan.",
    foreign: |why| {
        format!("{why} Filen är inte överskriven. Välj en annan fil, eller skapa en ny.")
    },
    damaged: |n| {
        match n {
        1 => "1 uppgift i filen går inte att läsa. Filen är inte överskriven, så att uppgiften inte går förlorad. Skapa en ny fil och behåll den gamla.".to_owned(),
        n => format!("{n} uppgifter i filen går inte att läsa. Filen är inte överskriven, så att de inte går förlorade. Skapa en ny fil och behåll den gamla."),
    }
    },
    reads_otherwise: "Filen skrevs, men det som gick att läsa tillbaka är inte det som skrevs. Lita inte på den. Allt finns kvar här: spara som fil på ett annat ställe.",
    place: "Var filen ligger",
    place_label: "Mapp eller plats",
    place_hint: "Till exempel namnet på den delade mappen. Det står i överlämningen, så att nästa person hittar filen.",
    remind: "Påminn mig när det har gått två veckor med ändringar",
    reminder_never: "Allt har inte sparats som fil än.",
    reminder_since: |date| format!("Här finns ändringar sedan filen sparades {date}."),
    when: "Om något händer",
    when_list: [
        (
            "Ny dator",
            "Öppna Mognad på den nya datorn och läs in kommunens fil. Då är allt tillbaka. Välj sedan samma fil på den här sidan.",
        ),
        (
            "Webbläsaren är rensad",
            "Det som bara fanns i webbläsaren är borta. Läs in kommunens fil. Det som kom till efter att den sparades finns hos dem som lämnade in; be dem lämna in igen.",
        ),
        (
            "Webbadressen har ändrats",
            "Webbläsaren håller isär webbadresser, så svaren ligger kvar på den gamla. Öppna den gamla adressen, spara som fil och läs in filen på den nya. Går den gamla inte att öppna: läs in kommunens fil.",
        ),
        (
            "Du använder Safari",
            "Safari raderar det som en webbplats har sparat när den inte har använts på sju dagar. Spara som fil varje gång du slutar.",
        ),
    ],
};

/// In English.
pub const ENGLISH: MunicipalFileWords = MunicipalFileWords {
    lead: "Everything that is here, in one file on the municipality's own disk. The browser is a working copy only: the file is what remains when the computer is replaced or the browser is cleared.",
    same_file: "Save to the same file",
    choose_about: "Choose the file once. After that, one button here is enough.",
    choose_existing: "Choose the file that exists",
    choose_new: "Create the file",
    choose_warning: "Is there a file already? Choose it, and it is merged with what is here. If you create a new one with the same name in the same place, the browser empties the old one before we can read it.",
    named: |name| format!("Chosen file: {name}"),
    save_about: "The file is read first and merged with what is here, so that nothing that somebody else saved there is lost. The browser may ask for permission.",
    save: "Save to the file",
    forget: "Disconnect the file",
    working: "Reading the file, merging and writing…",
    done: |clock| format!("The file was written and read back at {clock}."),
    came: |n| match n {
        1 => "1 fact that stood in the file has been added here.".to_owned(),
        n => format!("{n} facts that stood in the file have been added here."),
    },
    not_here: "This browser cannot save back to the same file. Save as a file below and put it on the municipality's disk. Edge and Chrome on a computer can, unless your IT department has turned it off.",
    not_allowed: "The browser was not allowed to use the file. The file is untouched, and everything is still here. Press Save to the file again and say yes, or save as a file below.",
    gone: "The file is not where it was. Everything is still here. Choose the file again.",
    changed: "Somebody else is writing to the file right now, so we wrote nothing. Everything is still here. Try again in a while.",
    full: "There is no room for the file on the disk. The file is as it was, and everything is still here. Save as a file somewhere else.",
    other: "The file could not be read or written. Everything is still here. Try again, or save as a file below.",
    foreign: |why| {
        format!("{why} The file was not overwritten. Choose another file, or create a new one.")
    },
    damaged: |n| {
        match n {
        1 => "1 fact in the file cannot be read. The file was not overwritten, so that the fact is not lost. Create a new file and keep the old one.".to_owned(),
        n => format!("{n} facts in the file cannot be read. The file was not overwritten, so that they are not lost. Create a new file and keep the old one."),
    }
    },
    reads_otherwise: "The file was written, but what could be read back is not what was written. Do not rely on it. Everything is still here: save as a file somewhere else.",
    place: "Where the file is",
    place_label: "Folder or place",
    place_hint: "For example the name of the shared folder. It stands in the handover, so that the next person finds the file.",
    remind: "Remind me after two weeks with changes",
    reminder_never: "Not everything has been saved as a file yet.",
    reminder_since: |date| format!("There are changes since the file was saved on {date}."),
    when: "If something happens",
    when_list: [
        (
            "A new computer",
            "Open Mognad on the new computer and read the municipality's file in. Then everything is back. Choose the same file on this page afterwards.",
        ),
        (
            "The browser was cleared",
            "What was only in the browser is gone. Read the municipality's file in. What came after it was saved is with those who handed in; ask them to hand in again.",
        ),
        (
            "The web address has changed",
            "The browser keeps web addresses apart, so the answers are still at the old one. Open the old address, save as a file, and read the file in at the new one. If the old one cannot be opened: read the municipality's file in.",
        ),
        (
            "You use Safari",
            "Safari deletes what a site has stored when it has not been used for seven days. Save as a file each time you stop.",
        ),
    ],
};
