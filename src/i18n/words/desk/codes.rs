//! The words of codes of answers.

use crate::i18n::WithText;

/// The words of codes of answers.
#[derive(Debug)]
pub struct CodeWords {
    /// What to do with it.
    pub show_about: &'static str,
    /// What is in it: so many answers.
    pub holds: fn(usize) -> String,
    /// What the picture is, for those who do not see it.
    pub picture: fn(usize) -> String,
    /// The answers are too many.
    pub too_many: &'static str,
    /// Nothing is answered.
    pub nothing: &'static str,
    /// Link to handing in.
    pub by_file: &'static str,
    /// Title of the page that reads them, with the unit.
    pub read: WithText,
    /// How to read.
    pub read_about: &'static str,
    /// Nothing of the picture is kept.
    pub kept_nothing: &'static str,
    /// Button.
    pub start: &'static str,
    /// Button.
    pub stop: &'static str,
    /// Button.
    pub choose: &'static str,
    /// Link.
    pub files: &'static str,
    /// What the video is.
    pub video: &'static str,
    /// A code was read: whose, how many answers.
    pub was_read: fn(&str, usize) -> String,
    /// So many wait.
    pub waiting: fn(usize) -> String,
    /// Button to the preview.
    pub go_on: &'static str,
    /// It waits already.
    pub again: &'static str,
    /// No code in the picture.
    pub no_code: &'static str,
    /// Something else than answers.
    pub other_code: &'static str,
    /// Damaged.
    pub damaged: &'static str,
    /// A later version's.
    pub too_new: &'static str,
    /// Other questions.
    pub other_questions: &'static str,
    /// Another municipality's.
    pub other_municipality: &'static str,
    /// Another round's, by name or not.
    pub other_round: fn(Option<&str>) -> String,
    /// Another unit's, by name or not.
    pub other_unit: fn(Option<&str>) -> String,
    /// The round is locked.
    pub locked: &'static str,
    /// The camera is not allowed.
    pub forbidden: &'static str,
    /// There is no camera.
    pub no_camera: &'static str,
    /// The reader is not there.
    pub no_reader: &'static str,
    /// The file is no picture.
    pub no_picture: &'static str,
    /// Back to the workshop.
    pub back: &'static str,
}

/// In Swedish.
pub const SWEDISH: CodeWords = CodeWords {
    show_about: "Håll upp skärmen mot kameran hos den som leder workshoppen. Höj ljusstyrkan om koden inte läses.",
    holds: |n| match n {
        1 => "Koden innehåller 1 svar och din roll. Motiveringar är inte med, de lämnas som fil."
            .to_owned(),
        _ => format!(
            "Koden innehåller {n} svar och din roll. Motiveringar är inte med, de lämnas som fil."
        ),
    },
    picture: |n| format!("QR-kod med {n} svar"),
    too_many: "Svaren får inte plats i en kod. Lämna in dem som fil i stället.",
    nothing: "Du har inga egna svar för enheten än. När du har svarat finns koden här.",
    by_file: "Lämna in som fil",
    read: |unit| format!("Läs koder, {unit}"),
    read_about: "Starta kameran och håll en telefon i taget framför den. Den som har svarat öppnar Lämna in och sedan Visa svaren som kod. Det går lika bra med en bild av koden eller med filer.",
    kept_nothing: "Kamerabilden läses här på enheten. Den sparas inte och skickas inte.",
    start: "Starta kameran",
    stop: "Stäng av kameran",
    choose: "Välj en bild",
    files: "Läs in filer",
    video: "Kamerans bild",
    was_read: |who, n| match n {
        1 => format!("Läst: {who}, 1 svar."),
        _ => format!("Läst: {who}, {n} svar."),
    },
    waiting: |n| match n {
        1 => "1 väntar på att läsas in.".to_owned(),
        _ => format!("{n} väntar på att läsas in."),
    },
    go_on: "Granska och läs in",
    again: "Den koden är redan läst.",
    no_code: "Ingen kod hittades i bilden. Prova en skarpare bild där hela koden syns.",
    other_code: "Det där är en annan sorts kod. Visa koden från Mognad.",
    damaged: "Koden är skadad och lästes inte. Visa den igen, eller lämna svaren som fil.",
    too_new: "Koden kommer från en senare version av Mognad. Uppdatera här, eller lämna svaren som fil.",
    other_questions: "Koden hör till andra frågor än omgångens. Lämna svaren som fil i stället.",
    other_municipality: "Koden hör till andra svar än de som finns här. Den lästes inte in, och era svar är orörda.",
    other_round: |name| match name {
        Some(name) => format!("Koden hör till en annan omgång, {name}. Den lästes inte in."),
        None => "Koden hör till en annan omgång. Den lästes inte in.".to_owned(),
    },
    other_unit: |name| match name {
        Some(name) => format!("Koden gäller {name}. Den lästes inte in här."),
        None => "Koden gäller en annan enhet. Den lästes inte in här.".to_owned(),
    },
    locked: "Omgången är låst. Koden lästes inte in.",
    forbidden: "Kameran får inte användas här. Tillåt den i webbläsaren, välj en bild av koden eller läs in filer.",
    no_camera: "Ingen kamera hittades, eller så använder något annat den. Välj en bild av koden eller läs in filer.",
    no_reader: "Delen som läser koder kunde inte startas. Läs in filer i stället. Inget är ändrat.",
    no_picture: "Filen är ingen bild som går att läsa.",
    back: "Till workshoppen",
};

/// In English.
pub const ENGLISH: CodeWords = CodeWords {
    show_about: "Hold the screen up to the camera of whoever leads the workshop. Turn the brightness up if the code is not read.",
    holds: |n| {
        match n {
        1 => "The code holds 1 answer and your role. Reasons are not in it, they are handed in as a file.".to_owned(),
        _ => format!(
            "The code holds {n} answers and your role. Reasons are not in it, they are handed in as a file."
        ),
    }
    },
    picture: |n| format!("QR code with {n} answers"),
    too_many: "The answers are too many for one code. Hand them in as a file instead.",
    nothing: "You have no answers of your own for the unit yet. When you have answered, the code is here.",
    by_file: "Hand in as a file",
    read: |unit| format!("Read codes, {unit}"),
    read_about: "Start the camera and hold one phone at a time in front of it. Whoever has answered opens Hand in and then Show the answers as a code. A picture of the code or files do just as well.",
    kept_nothing: "The camera's picture is read here on the device. It is not kept and not sent.",
    start: "Start the camera",
    stop: "Turn the camera off",
    choose: "Choose a picture",
    files: "Read files in",
    video: "The camera's picture",
    was_read: |who, n| match n {
        1 => format!("Read: {who}, 1 answer."),
        _ => format!("Read: {who}, {n} answers."),
    },
    waiting: |n| match n {
        1 => "1 waits to be read in.".to_owned(),
        _ => format!("{n} wait to be read in."),
    },
    go_on: "Review and read in",
    again: "That code has been read already.",
    no_code: "No code was found in the picture. Try a sharper one that shows the whole code.",
    other_code: "That is another kind of code. Show the code from Mognad.",
    damaged: "The code is damaged and was not read. Show it again, or hand the answers in as a file.",
    too_new: "The code comes from a later version of Mognad. Update here, or hand the answers in as a file.",
    other_questions: "The code belongs to other questions than the round's. Hand the answers in as a file instead.",
    other_municipality: "The code belongs to other answers than those here. It was not read in, and your answers are untouched.",
    other_round: |name| match name {
        Some(name) => format!("The code belongs to another round, {name}. It was not read in."),
        None => "The code belongs to another round. It was not read in.".to_owned(),
    },
    other_unit: |name| match name {
        Some(name) => format!("The code is for {name}. It was not read in here."),
        None => "The code is for another unit. It was not read in here.".to_owned(),
    },
    locked: "The round is locked. The code was not read in.",
    forbidden: "The camera may not be used here. Allow it in the browser, choose a picture of the code, or read files in.",
    no_camera: "No camera was found, or something else is using it. Choose a picture of the code, or read files in.",
    no_reader: "The part that reads codes could not be started. Read files in instead. Nothing is changed.",
    no_picture: "The file is no picture that can be read.",
    back: "To the workshop",
};
