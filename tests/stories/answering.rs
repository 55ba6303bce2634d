//! Besvara and Resultat: from nothing to the numbers.

use crate::{
    harness::{Browser, Engine, Told, story},
    manager::*,
};

/// How a manager says something with the keyboard, once the focus is on a question's heading.
enum Say {
    /// A digit key.
    Digit(u8),
    /// Tab to the first card, Space, and from there with the arrow keys.
    Arrows(u8),
    DontKnow,
    NotRelevant(&'static str),
    /// The whole area, with the button beside the question.
    NotOurs,
}
use Say::{Arrows, Digit, DontKnow, NotOurs, NotRelevant};

/// The 31 questions in the order of reading, as a förvaltning is asked them.
const SAID: &[(&str, Say)] = &[
    // Ledning: (4 + 2) / 2 = 3,0; the lowest is 2; 2 of 2.
    ("it-i-verksamhetsplanen", Digit(4)),
    ("prioritering-av-insatser", Arrows(2)),
    // Beställarfunktion: (3 + 4) / 2 = 3,5 from 2 of 3 (66 %, just enough); no reached level: vet ej.
    ("agare-av-it-stod", Digit(3)),
    ("anskaffning-av-nytt", DontKnow),
    ("uppfoljning-av-leverantor", Digit(4)),
    // E-förvaltning: (2 + 3 + 3) / 3 = 2,67, written 2,7, and still no level 3: the lowest is 2.
    ("behov-fore-utveckling", Arrows(2)),
    ("arbetssatt-vid-inforande", Digit(3)),
    ("nya-mojligheter-med-it", Arrows(3)),
    // E-tjänster: (5 + 5 + 4) / 3 = 4,67; the lowest is 4. The strongest.
    ("urval-av-e-tjanster", Digit(5)),
    ("hela-arendet-digitalt", Arrows(5)),
    ("e-tjanst-efter-inforandet", Digit(4)),
    // Kontaktvägar: 1 of 3 (33 %) is too little for a mean.
    ("val-av-kontaktvag", DontKnow),
    ("fran-fraga-till-svar", DontKnow),
    ("digital-delaktighet", Digit(3)),
    // Samverkan: its only question is ej relevant.
    (
        "gemensamma-behov",
        NotRelevant("Vi är kommunens enda förvaltning."),
    ),
    // Verksamhetsutveckling: (1 + 2 + 2 + 2) / 4 = 1,75, written 1,8; the lowest is 1. The weakest.
    ("planering-av-forandring", Arrows(1)),
    ("genomforande-av-forandring", Digit(2)),
    ("utvardering-av-forandring", Digit(2)),
    ("forbattring-efter-utvardering", Digit(2)),
    // Uppföljning: (3 + 3) / 2 = 3,0; the lowest is 3.
    ("nytta-av-it", Digit(3)),
    ("drift-i-vardagen", Digit(3)),
    // Standardisering: 4,0; its only question, so 1 of 1 is enough.
    ("gemensamt-fore-eget", Arrows(4)),
    // Automatisering: both questions in one gesture.
    ("rutiner-att-automatisera", NotOurs),
    // Kostnadsmedvetenhet: 3,0; 3.
    ("forvaltningens-it-kostnad", Digit(3)),
    // Informationssäkerhet: (2 + 4) / 2 = 3,0; the lowest is 2; 2 of 2, as one is ej relevant.
    ("informationsklassning", Digit(2)),
    (
        "incidentrutin",
        NotRelevant("Kommunen har en gemensam rutin."),
    ),
    ("reservrutin", Digit(4)),
    // IT-stöd: (3 + 4 + 4) / 3 = 3,67; the lowest is 3.
    ("anvandare-paverkar-it-stodet", Digit(3)),
    ("lara-sig-it-stodet", Arrows(4)),
    ("papper-och-dubbelregistrering", Digit(4)),
];

/// Område, genomsnitt, uppnådd nivå, svarstäckning.
const EACH_AREA: [[&str; 4]; 13] = [
    ["Ledning", "3,0", "2", "2 av 2 (100 %)"],
    ["Beställarfunktion", "3,5", "–", "2 av 3 (66 %)"],
    ["E-förvaltning", "2,7", "2", "3 av 3 (100 %)"],
    ["E-tjänster", "4,7", "4", "3 av 3 (100 %)"],
    [
        "Kontaktvägar",
        "Otillräckligt underlag",
        "–",
        "1 av 3 (33 %)",
    ],
    ["Samverkan", "Ej relevant", "–", "Ej relevant"],
    ["Verksamhetsutveckling", "1,8", "1", "4 av 4 (100 %)"],
    ["Uppföljning", "3,0", "3", "2 av 2 (100 %)"],
    ["Standardisering", "4,0", "4", "1 av 1 (100 %)"],
    ["Automatisering", "Ej relevant", "–", "Ej relevant"],
    ["Kostnadsmedvetenhet", "3,0", "3", "1 av 1 (100 %)"],
    ["Informationssäkerhet", "3,0", "2", "2 av 2 (100 %)"],
    ["IT-stöd", "3,7", "3", "3 av 3 (100 %)"],
];

#[test]
fn a_manager_starts_from_nothing_and_answers_all_31_questions_with_the_keyboard_alone() {
    story(Engine::Chromium, async |browser, site| {
        opens(browser, "#/").await?;
        tabs_to(browser, "#door-answer").await?;
        browser.press("Enter").await?;
        browser.wait_for("#begin").await?;
        tabs_to(browser, "#unit-new").await?;
        browser.press("Space Tab").await?;
        browser.wait_for_focus("#unit-name").await?;
        browser.type_text("Förvaltning 24/7").await?;
        tabs_to(browser, "#together").await?;
        browser.press("Space").await?;
        tabs_to(browser, "#begin").await?;
        browser.press("Enter").await?;
        is_asked(browser).await?;
        for (question, said) in SAID {
            is_at(browser, question).await?;
            says(browser, said).await?;
        }
        // Nothing is open any more, so the last answer led to the result.
        reads_the_result(browser).await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        reads_the_result(browser).await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

async fn says(browser: &Browser, said: &Say) -> Told {
    match said {
        Digit(level) => {
            chooses_by(browser, &level.to_string(), &format!("level-{level}")).await?;
            browser.press("Enter").await
        }
        Arrows(level) => {
            to_the_first_card(browser).await?;
            for down in 2..=*level {
                chooses_by(browser, "Down", &format!("level-{down}")).await?;
            }
            browser.press("Enter").await
        }
        DontKnow => {
            to_the_first_card(browser).await?;
            chooses_by(browser, "Up", "not-applicable").await?;
            chooses_by(browser, "Up", "dont-know").await?;
            browser.press("Enter").await
        }
        NotRelevant(reason) => {
            to_the_first_card(browser).await?;
            chooses_by(browser, "Up", "not-applicable").await?;
            browser.press("Enter").await?;
            browser.wait_for_focus("#rationale").await?;
            browser
                .see_in("#reason-missing", "Skriv ett kort skäl.")
                .await?;
            browser.type_text(reason).await?;
            tabs_to(browser, "#next").await?;
            browser.press("Enter").await
        }
        NotOurs => {
            tabs_back_to(browser, "#not-ours").await?;
            browser.press("Enter").await
        }
    }
}

async fn to_the_first_card(browser: &Browser) -> Told {
    browser.press("Tab").await?;
    browser.wait_for_focus("#level-1").await?;
    chooses_by(browser, "Space", "level-1").await
}

/// Presses a key and sees that it has chosen this answer, on which the focus then is.
async fn chooses_by(browser: &Browser, key: &str, answer: &str) -> Told {
    browser.press(key).await?;
    browser.wait_for_focus(&format!("#{answer}:checked")).await
}

async fn reads_the_result(browser: &Browser) -> Told {
    browser.wait_for("#finding").await?;
    // Ten areas have a mean: 3 + 3,5 + 8/3 + 14/3 + 1,75 + 3 + 4 + 3 + 3 + 11/3 = 32,25; / 10 = 3,225.
    // (The mean of the 24 levels would be 75 / 24 = 3,1: long areas do not count more.)
    assert_eq!(browser.text_of("#mean").await?, "3,2");
    // 31 asked − 4 ej relevant (1 Samverkan, 2 Automatisering, 1 Informationssäkerhet) = 27 relevant;
    // − 3 vet ej = 24 with a level; 24 / 27 = 88,9 %, which is not rounded up.
    assert_eq!(browser.text_of("#coverage").await?, "88 %");
    assert_eq!(
        browser.text_of("#finding").await?,
        "E-tjänster bär, men Verksamhetsutveckling väntar"
    );
    assert_eq!(
        browser.text_of("#weakest").await?,
        "Verksamhetsutveckling i fyra steg"
    );
    assert_eq!(
        browser.text_of("#summary").await?,
        "Ni har svarat med en nivå på 24 av 27 relevanta frågor. \
         Genomsnittet är 3,2, räknat på 10 av 13 områden. \
         Starkast är E-tjänster (4,7), svagast Verksamhetsutveckling (1,8). \
         3 frågor vet ni inte svaret på, flest i Kontaktvägar (2). 4 frågor är ej relevanta för er."
    );
    let cells = browser
        .texts_of("#areas-table tbody th, #areas-table tbody td")
        .await?;
    assert_eq!(cells, EACH_AREA.concat());
    Ok(())
}
