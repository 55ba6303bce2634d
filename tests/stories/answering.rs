//! Besvara and Resultat: from nothing to the numbers.

use serde_json::json;

use crate::{
    files::{catches_files, caught_file, reads_in},
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

/// Waits until the page has come to a question and the focus to its heading. The first question
/// after the form has no address of its own.
async fn is_at(browser: &Browser, question: &str) -> Told {
    let arrived = "return document.activeElement?.id === 'question'
        && (location.hash.endsWith('/' + arguments[0]) || location.hash.split('/').length === 4);";
    let what = format!("for the question {question}");
    browser
        .wait_until(&what, arrived, vec![json!(question)])
        .await?;
    Ok(())
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
        "Starkast är E-tjänster, svagast är Verksamhetsutveckling"
    );
    assert_eq!(
        browser.text_of("#weakest").await?,
        "Verksamhetsutveckling i fyra steg"
    );
    assert_eq!(
        browser.text_of("#summary").await?,
        "Ni har svarat med en nivå på 24 av 27 relevanta frågor. \
         Genomsnittet är 3,2, räknat på 10 av 13 områden. \
         3 frågor vet ni inte svaret på. 4 frågor är ej relevanta för er."
    );
    let cells = browser
        .texts_of("#areas-table tbody th, #areas-table tbody td")
        .await?;
    assert_eq!(cells, EACH_AREA.concat());
    Ok(())
}

#[test]
fn not_relevant_without_a_reason_counts_as_unanswered_and_next_asks_for_the_reason() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        chooses(browser, "not-applicable").await?;
        browser
            .see_in("#reason-missing", "Skriv ett kort skäl.")
            .await?;
        browser.see_in("#far", "0 av 31").await?;
        browser.click("#next").await?;
        browser.wait_for_focus("#rationale").await?;
        browser.type_text("Det sköts av en annan kommun.").await?;
        browser.press("Tab").await?;
        browser.see_in("#far", "1 av 31").await?;
        is_saved(browser).await?;
        // The reason taken away is the answer taken away.
        enters(browser, "#rationale").await?;
        browser.press("Control+a Delete Tab").await?;
        browser.see_in("#far", "0 av 31").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        turns_to(browser, &unit.result()).await?;
        browser
            .see_in("#summary", "på 1 av 31 relevanta frågor")
            .await?;
        Ok(())
    });
}

#[test]
fn the_first_question_stays_until_next_is_chosen() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        begins_together(browser, "Socialförvaltningen").await?;
        let first = browser.text_of("#question").await?;
        chooses(browser, "level-4").await?;
        finds_chosen(browser, "level-4").await?;
        assert_eq!(browser.text_of("#question").await?, first);
        browser.click("#next").await?;
        browser.wait_for_focus("#question").await?;
        assert_ne!(browser.text_of("#question").await?, first);
        Ok(())
    });
}

#[test]
fn a_click_right_after_typing_counts() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        turns_to(browser, &unit.question("informationsklassning")).await?;
        // Leaving the field keeps its text; what is drawn anew by that must not swallow the click.
        enters(browser, "#rationale").await?;
        browser.type_text("Vi har en lista.").await?;
        browser.click("#next").await?;
        is_at(browser, "incidentrutin").await?;
        enters(browser, "#rationale").await?;
        browser.type_text("Vi har en rutin.").await?;
        browser.click("#level-3").await?;
        finds_chosen(browser, "level-3").await?;
        is_saved(browser).await?;
        Ok(())
    });
}

#[test]
fn digit_keys_choose_a_level_and_can_be_turned_off() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        let question = unit.question("reservrutin");
        turns_to(browser, &question).await?;
        browser.press("4").await?;
        finds_chosen(browser, "level-4").await?;
        // A digit that is typed is text, and one that is no level is nothing.
        enters(browser, "#rationale").await?;
        browser.type_text("2 av 3").await?;
        browser.press("Tab 6 0").await?;
        finds_chosen(browser, "level-4").await?;
        turns_to(browser, "#/installningar").await?;
        browser.click("#digit-keys").await?;
        turns_to(browser, &question).await?;
        browser.press("1").await?;
        finds_chosen(browser, "level-4").await?;
        assert!(!browser.shows("Tangent 1–5").await?);
        reloads(browser).await?;
        finds_chosen(browser, "level-4").await?;
        browser.press("1").await?;
        finds_chosen(browser, "level-4").await?;
        Ok(())
    });
}

#[test]
fn a_taken_back_answer_comes_back_with_undo() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        browser.click("#clear").await?;
        finds_nothing_chosen(browser).await?;
        browser.wait_for_focus("#question").await?;
        browser.see_in("#undo", "Svaret är borttaget.").await?;
        browser.click_named("Ångra").await?;
        finds_chosen(browser, "level-4").await?;
        browser.wait_for_count("#undo", 0).await?;
        // Taken back for good, it stays away.
        browser.click("#clear").await?;
        finds_nothing_chosen(browser).await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        finds_nothing_chosen(browser).await?;
        Ok(())
    });
}

#[test]
fn undoing_not_our_area_brings_the_former_answers_back() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "informationsklassning", 2).await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        browser.click("#not-ours").await?;
        browser
            .see_in(
                "#undo",
                "Informationssäkerhet är markerat som inte vårt område.",
            )
            .await?;
        browser.click_named("Ångra").await?;
        is_saved(browser).await?;
        finds_level(browser, &unit, "informationsklassning", 2).await?;
        turns_to(browser, &unit.question("incidentrutin")).await?;
        finds_nothing_chosen(browser).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        Ok(())
    });
}

#[test]
fn two_different_answers_are_both_kept_until_one_is_chosen() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        turns_to(browser, "#/data").await?;
        catches_files(browser).await?;
        browser.click("#save-file").await?;
        let mut file: serde_json::Value = serde_json::from_str(&caught_file(browser).await?)
            .map_err(|error| error.to_string())?;
        // A colleague, who has not seen this answer, gives another one a second later.
        let level = |fact: &serde_json::Value| {
            fact["address"]
                .as_str()
                .is_some_and(|address| address.contains("/reservrutin/level/"))
        };
        let facts = file["facts"].as_array_mut().ok_or("There are no facts.")?;
        facts.retain(level);
        assert_eq!(facts.len(), 1);
        let version = &mut facts[0]["versions"][0];
        version["by"] = json!("00000000000000aa");
        version["at"] = json!(version["at"].as_i64().unwrap_or_default() + 1_000);
        version["value"]["answer"] = json!(4);
        reads_in(browser, "kollegan.mognad.json", &file.to_string()).await?;
        browser
            .see("Filen är inläst: 1 uppgift var ny eller ändrad.")
            .await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        let sentence = "Två olika svar: här visas det senaste, det andra är nivå 2, Påbörjat. Välj det som gäller.";
        browser.see_in("#two-answers", sentence).await?;
        finds_chosen(browser, "level-4").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        browser.see_in("#two-answers", sentence).await?;
        chooses(browser, "level-2").await?;
        browser.wait_for_count("#two-answers", 0).await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        finds_chosen(browser, "level-2").await?;
        browser.wait_for_count("#two-answers", 0).await?;
        // Two again; this time the one that is shown is right.
        turns_to(browser, "#/data").await?;
        version_again(&mut file);
        reads_in(browser, "kollegan.mognad.json", &file.to_string()).await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        browser.wait_for("#two-answers").await?;
        finds_chosen(browser, "level-4").await?;
        browser.click("#level-4").await?;
        browser.wait_for_count("#two-answers", 0).await?;
        finds_chosen(browser, "level-4").await?;
        Ok(())
    });
}

/// The colleague, who has still not seen what was chosen, says the same once more, an hour later.
fn version_again(file: &mut serde_json::Value) {
    let version = &mut file["facts"][0]["versions"][0];
    version["by"] = json!("00000000000000bb");
    version["at"] = json!(version["at"].as_i64().unwrap_or_default() + 3_600_000);
}
