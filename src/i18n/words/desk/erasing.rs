//! The words of *Radera den här enheten*.

use crate::i18n::{WithCount, WithText};

/// The words of *Radera den här enheten*.
#[derive(Debug)]
pub struct ErasingWords {
    /// What the page is for.
    pub lead: &'static str,
    /// The same in the workspace of the example.
    pub lead_example: &'static str,
    /// Heading.
    pub lost: &'static str,
    /// Facts that are here.
    pub facts: WithCount,
    /// What is only here: never saved as a file.
    pub never_saved: &'static str,
    /// What is only here: changes since the last file.
    pub changed_since: WithText,
    /// Nothing since the last file.
    pub unchanged_since: WithText,
    /// Settings go as well.
    pub settings: &'static str,
    /// Heading.
    pub elsewhere: &'static str,
    /// What stays.
    pub stays: [&'static str; 3],
    /// Heading.
    pub file_first: &'static str,
    /// Heading.
    pub confirm: &'static str,
    /// Label of the field; takes the word.
    pub type_word: WithText,
    /// The word.
    pub word: &'static str,
    /// It was not the word.
    pub wrong_word: WithText,
    /// Button.
    pub erase: &'static str,
    /// It could not be done.
    pub failed: &'static str,
}

/// In Swedish.
pub const SWEDISH: ErasingWords = ErasingWords {
    lead: "Allt som Mognad har sparat i den här webbläsaren tas bort, och Mognad börjar om som ny. Gör det när du lämnar ifrån dig datorn eller har lämnat över arbetet.",
    lead_example: "Det du har ändrat i exemplet tas bort. Dina egna svar berörs inte.",
    lost: "Det här försvinner",
    facts: |n| match n {
        1 => "1 uppgift som finns i den här webbläsaren".to_owned(),
        n => format!("{n} uppgifter som finns i den här webbläsaren"),
    },
    never_saved: "Inget av det har sparats som fil härifrån.",
    changed_since: |date| format!("Ändringar sedan {date}, då allt senast sparades som fil."),
    unchanged_since: |date| {
        format!("Allt sparades som fil {date}, och inget är ändrat sedan dess.")
    },
    settings: "Inställningar för den här enheten, och kopplingen till kommunens fil och den delade mappen.",
    elsewhere: "Det här finns kvar",
    stays: [
        "Filer som du har sparat eller lämnat in, kommunens fil och den delade mappen. De kopplas bort men rörs inte.",
        "Det som finns i andra webbläsare och på andra datorer.",
        "Mognad på andra webbadresser, också i den här webbläsaren.",
    ],
    file_first: "Spara först",
    confirm: "Radera",
    type_word: |word| format!("Skriv {word} för att bekräfta"),
    word: "radera",
    wrong_word: |word| format!("Skriv ordet {word} i fältet först. Inget är raderat."),
    erase: "Radera den här enheten",
    failed: "Webbläsaren lät oss inte radera allt. Stäng andra flikar med Mognad och försök igen, eller rensa webbplatsens data i webbläsarens inställningar.",
};

/// In English.
pub const ENGLISH: ErasingWords = ErasingWords {
    lead: "Everything that Mognad has stored in this browser is removed, and Mognad begins anew. Do it when you give the computer away or have handed the work over.",
    lead_example: "What you have changed in the example is removed. Your own answers are not touched.",
    lost: "This disappears",
    facts: |n| match n {
        1 => "1 fact that is in this browser".to_owned(),
        n => format!("{n} facts that are in this browser"),
    },
    never_saved: "None of it has been saved as a file from here.",
    changed_since: |date| {
        format!("Changes since {date}, when everything was last saved as a file.")
    },
    unchanged_since: |date| {
        format!("Everything was saved as a file on {date}, and nothing has changed since.")
    },
    settings: "Settings of this device, and the connection to the municipality's file and the shared folder.",
    elsewhere: "This stays",
    stays: [
        "Files that you have saved or handed in, the municipality's file and the shared folder. They are disconnected but not touched.",
        "What is in other browsers and on other computers.",
        "Mognad at other web addresses, in this browser too.",
    ],
    file_first: "Save first",
    confirm: "Erase",
    type_word: |word| format!("Type {word} to confirm"),
    word: "erase",
    wrong_word: |word| format!("Type the word {word} in the field first. Nothing was erased."),
    erase: "Erase this device",
    failed: "The browser did not let us erase everything. Close other tabs with Mognad and try again, or clear the site's data in the settings of the browser.",
};
