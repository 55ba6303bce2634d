//! A workshop in a room with a projector: from eight opinions to one agreed answer with its reason.

// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use mognad::domain::{
    Address, Answer, Document, Facet, PersonId, QuestionId, RoundId, State, Timestamp, UnitId,
    Value, Voice, WriterId, answer_of, current_round, text_of,
};
use mognad::exchange::{file_from_json, file_to_json};
use serde_json::json;

use crate::{
    coordinator::adds_units,
    files::{reads_in, saves_as_file},
    harness::{Browser, ColourScheme, Engine, Told, story},
    manager::*,
    published::compiled,
};

/// What people have answered alone, question by question: divided, somewhat, and at one.
const OPINIONS: [(&str, &[u8]); 3] = [
    ("reservrutin", &[2, 2, 2, 5, 4, 1, 3, 2]),
    ("incidentrutin", &[2, 3, 3, 4]),
    ("nytta-av-it", &[3, 3, 3]),
];

fn place(unit: &Unit, question: &str) -> String {
    format!("#/workshop/it-mognad/{}/{question}", unit.id())
}

fn setup(unit: &Unit) -> String {
    format!("#/workshop/it-mognad/{}", unit.id())
}

/// The individual answers, as they come home in files; each person's own writer.
fn with_opinions(document: &mut Document, round: &RoundId, unit: &Unit) {
    let set = compiled("it-mognad").set;
    let unit = UnitId::parse(unit.id()).unwrap();
    for (id, levels) in OPINIONS {
        let question = QuestionId::parse(id).unwrap();
        let meaning = set.question(&question).unwrap().1.meaning.clone();
        for (n, level) in (1_u64..).zip(levels) {
            let voice = Voice::Person(PersonId::from_random(n));
            let at = Address::answer(round, &unit, &question, Facet::Level, &voice);
            let answer = Answer {
                state: State::Level(*level),
                meaning: meaning.clone(),
            };
            document.write(&at, WriterId(900 + n), Timestamp(1), Value::Answer(answer));
        }
    }
}

/// A coordinator with a unit whose people have answered apart; ends on the set-up of its workshop.
async fn has_opinions(browser: &Browser) -> Told<Unit> {
    opens(browser, "").await?;
    let [unit] = adds_units(browser, ["Socialförvaltningen"]).await?;
    turns_to(browser, "#/omgang").await?;
    browser.wait_for("#owner-foretagare").await?;
    browser.click("#plan > summary").await?;
    browser.wait_for("#ask-foretagare").await?;
    browser.click("#ask-foretagare").await?; // planning makes the round
    is_saved(browser).await?;
    let file = saves_as_file(browser).await?;
    let mut document = file_from_json(&file).unwrap().document;
    let round = current_round(&document).unwrap();
    with_opinions(&mut document, &round, &unit);
    reads_in(
        browser,
        "svar.mognad.json",
        &file_to_json(&document, Timestamp(1)),
    )
    .await?;
    browser.wait_for("#round-table").await?;
    turns_to(browser, &setup(&unit)).await?;
    Ok(unit)
}

/// Chooses how many questions, and goes to the first.
async fn begins_with(browser: &Browser, size: &str) -> Told {
    browser.click(&format!("#take-{size}")).await?;
    browser.wait_for("#go-on").await?;
    is_saved(browser).await?;
    browser.click("#go-on").await?;
    browser.wait_for("#question").await
}

async fn is_on(browser: &Browser, unit: &Unit, question: &str) -> Told {
    let there = "return location.hash === arguments[0] && document.querySelector('.stage .rows, .stage .revealed') !== null;";
    let what = format!("for {question} on the screen");
    browser
        .wait_until(&what, there, vec![json!(place(unit, question))])
        .await?;
    Ok(())
}

#[test]
fn eight_opinions_become_one_agreed_answer_with_its_reason_and_the_individual_ones_stay() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_opinions(browser).await?;
        let before = saves_as_file(browser).await?;
        turns_to(browser, &setup(&unit)).await?;
        begins_with(browser, "3").await?;
        is_on(browser, &unit, "reservrutin").await?;
        browser.see_in("#place", "Fråga 1 av 3").await?;
        browser.see("8 enskilda svar finns redan.").await?;
        assert_eq!(browser.count("#verdict").await?, 0, "nothing is shown yet");
        browser.click("#at-once").await?;
        browser.see_in("#verdict", "Diskutera").await?;
        browser.see_in("#lines", "nivå 1 till nivå 5").await?;
        browser.wait_for("#spread-card svg").await?;
        browser.click("#spread-card summary").await?;
        browser.see_in("#spread-table", "Påbörjat").await?;
        browser.click("#agree-2").await?;
        is_saved(browser).await?;
        enters(browser, "#reason").await?;
        browser.type_text("Rutinen finns, men få har övat.").await?;
        browser.click("#go-on").await?;
        is_on(browser, &unit, "incidentrutin").await?;
        browser.see_in("#place", "Fråga 2 av 3").await?;

        let after = saves_as_file(browser).await?;
        let [before, after] = [before, after].map(|text| file_from_json(&text).unwrap().document);
        let round = current_round(&after).unwrap();
        let (id, question) = (
            UnitId::parse(unit.id()).unwrap(),
            QuestionId::parse("reservrutin").unwrap(),
        );
        let together = answer_of(&after, &round, &id, &question, &Voice::Together).unwrap();
        assert_eq!(together.state, State::Level(2));
        let facet = Facet::Rationale;
        let reason = text_of(&after, &round, &id, &question, facet, &Voice::Together);
        assert_eq!(reason, Some("Rutinen finns, men få har övat."));
        for (address, fact) in before.facts() {
            assert_eq!(after.fact(address), Some(fact), "{address}");
        }
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn it_stops_half_way_and_goes_on_after_the_page_was_loaded_anew() {
    story(Engine::Firefox, async |browser, _site| {
        let unit = has_opinions(browser).await?;
        begins_with(browser, "3").await?;
        is_on(browser, &unit, "reservrutin").await?;
        browser.click("#go-on").await?;
        browser.see_in("#counted", "8 svar räknade").await?;
        browser.click("#more-5").await?;
        browser.click("#more-5").await?;
        browser.click("#fewer-1").await?;
        browser.see_in("#counted", "9 svar räknade").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        browser.see_in("#counted", "9 svar räknade").await?;
        browser.see_in("#count-5", "3").await?;
        browser.click("#park").await?;
        is_on(browser, &unit, "incidentrutin").await?;
        turns_to(browser, &setup(&unit)).await?;
        browser.see_in("#far", "0 av 3 klara, 1 parkerade.").await?;
        reloads(browser).await?;
        browser.click("#go-on").await?;
        is_on(browser, &unit, "incidentrutin").await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn what_is_parked_stands_at_the_end_with_its_note_and_is_taken_up_again() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_opinions(browser).await?;
        begins_with(browser, "3").await?;
        for question in ["reservrutin", "incidentrutin", "nytta-av-it"] {
            is_on(browser, &unit, question).await?;
            browser.click("#at-once").await?;
            browser.wait_for("#verdict").await?;
            if question == "reservrutin" {
                browser.click_named("Anteckning").await?;
                enters(browser, "#note").await?;
                browser.type_text("Fråga driften.").await?;
                browser.press("Tab").await?;
                browser.click("#park").await?;
            } else {
                browser.click("#agree-3").await?;
                browser.click("#go-on").await?;
            }
        }
        browser.see_in("#parked", "Fråga driften.").await?;
        browser.see_in("#agreed-on", "Nivå 3, Etablerat").await?;
        browser
            .see_in("#agreed-on", "Ingen motivering skriven.")
            .await?;
        browser.assert_clean("the end of a workshop").await?;
        browser.click("#parked a").await?;
        browser.wait_for("#take-up").await?;
        browser.click("#take-up").await?;
        browser.see_in("#verdict", "Diskutera").await?;
        // One step back: it is parked again.
        browser.press("Control+z").await?;
        browser.wait_for("#take-up").await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn the_device_goes_round_and_nothing_is_shown_before_the_last() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "nytta-av-it", 3).await?;
        turns_to(browser, &setup(&unit)).await?;
        begins_with(browser, "15").await?;
        browser.click("#send-round").await?;
        browser.see_in("#your-turn", "Person 1").await?;
        for (n, level) in [(1, 2), (2, 4), (3, 4)] {
            browser.click(&format!("#mine-{level}")).await?;
            browser.see("Tack, lämna vidare").await?;
            browser
                .see_in("#have-answered", &format!("{n} har svarat."))
                .await?;
            assert_eq!(
                browser
                    .count(".stage .count, #verdict, .stage .rows, .stage .chart")
                    .await?,
                0
            );
            if n < 3 {
                browser.click("#have-it").await?;
                browser
                    .see_in("#your-turn", &format!("Person {}", n + 1))
                    .await?;
            }
        }
        // Whoever loads the page anew sees no card that somebody else was to tap, and no answers.
        is_saved(browser).await?;
        reloads(browser).await?;
        browser.see_in("#have-answered", "3 har svarat.").await?;
        browser.assert_clean("a device that goes round").await?;
        browser.click("#go-on").await?;
        browser.see_in("#verdict", "Viss spridning").await?;
        browser.see_in("#lines", "nivå 2 till nivå 4").await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn a_workshop_is_led_by_keyboard_alone() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_opinions(browser).await?;
        tabs_to(browser, "#take-3").await?;
        browser.press("Enter").await?;
        browser.wait_for_focus("#go-on").await?;
        browser.press("Enter").await?;
        is_on(browser, &unit, "reservrutin").await?;
        tabs_to(browser, "#go-on").await?;
        browser.press("Enter").await?;
        browser.wait_for("#counted").await?;
        browser.wait_for_focus("#go-on").await?;
        browser.press("5 5 0").await?;
        browser.see_in("#count-5", "3").await?;
        browser.see_in("#count-dont-know", "1").await?;
        let shifted = "document.dispatchEvent(new KeyboardEvent('keydown', { key: '%', code: 'Digit5', shiftKey: true, bubbles: true }));";
        browser.script(shifted, vec![]).await?;
        browser.see_in("#count-5", "2").await?;
        browser.press("Control+z").await?;
        browser.see_in("#count-5", "3").await?;
        browser.press("Enter").await?;
        browser.wait_for("#verdict").await?;
        browser.wait_for_focus("#go-on").await?;
        browser.press("2").await?;
        browser.wait_for_count("#agree-2:checked", 1).await?;
        tabs_back_to(browser, "#reason").await?;
        browser.type_text("2 av 3 har övat.").await?; // digits in a text are text
        browser.wait_for_count("#agree-2:checked", 1).await?;
        tabs_to(browser, "#go-on").await?;
        browser.press("Enter").await?;
        is_on(browser, &unit, "incidentrutin").await?;
        browser.wait_for_focus("#question").await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn who_is_in_the_room_and_which_knowledge_is_missing_is_said() {
    story(Engine::Chromium, async |browser, _site| {
        let _unit = has_opinions(browser).await?;
        browser.click("#new-role").await?;
        browser.type_text("Kommunikatör").await?;
        browser.press("Enter").await?;
        browser.see_in(".in-the-room", "Kommunikatör").await?;
        browser
            .see_in("#missing", "Kommunikation, Demokrati")
            .await?;
        browser.click("[id^=brings-][id$=communication]").await?;
        browser.see_in("#missing", "rummet: Demokrati").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        browser.see_in("#missing", "rummet: Demokrati").await?;
        browser.assert_clean("the set-up of a workshop").await?;
        Ok(())
    });
}

/// No step of an ordinary question scrolls at a projector's size, and none is wider than a phone.
#[test]
fn every_step_fits_a_projector_and_a_phone_in_light_and_dark() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_opinions(browser).await?;
        for size in [(1280, 720), (320, 640)] {
            browser.set_size(size.0, size.1).await?;
            turns_to(browser, &setup(&unit)).await?;
            is_no_wider(browser, "the set-up").await?;
            if size.0 == 1280 {
                begins_with(browser, "3").await?;
            } else {
                turns_to(browser, &place(&unit, "incidentrutin")).await?;
            }
            browser.wait_for(".rows").await?;
            fits(browser, "thinking").await?;
            browser.click("#go-on").await?;
            browser.wait_for("#counted").await?;
            fits(browser, "counting").await?;
            browser.click("#go-on").await?;
            browser.wait_for("#spread-card svg").await?;
            fits(browser, "the reveal").await?;
        }
        Ok(())
    });
}

async fn is_no_wider(browser: &Browser, step: &str) -> Told {
    let wide = "return document.documentElement.scrollWidth <= innerWidth;";
    assert_eq!(
        browser.script(wide, vec![]).await?,
        json!(true),
        "{step} is too wide"
    );
    Ok(())
}

async fn fits(browser: &Browser, step: &str) -> Told {
    is_no_wider(browser, step).await?;
    let over =
        "return innerWidth < 1280 ? 0 : document.documentElement.scrollHeight - innerHeight;";
    let over = browser.script(over, vec![]).await?;
    assert_eq!(over, json!(0), "{step} scrolls");
    for scheme in [ColourScheme::Light, ColourScheme::Dark] {
        browser.colour_scheme(scheme).await?;
        browser.assert_clean(step).await?;
    }
    Ok(())
}
