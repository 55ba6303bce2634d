//! One question: choosing, taking back, saying why, and two answers beside each other.

use serde_json::{Value, json};

use crate::{
    files::{catches_files, caught_file, reads_in},
    harness::{Engine, Told, Trouble, story},
    manager::*,
};

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
        let mut file: Value = serde_json::from_str(&caught_file(browser).await?)
            .map_err(|error| error.to_string())?;
        // A colleague, who has not seen this answer, gives another one a second later.
        let facts = file.get_mut("facts").and_then(Value::as_array_mut);
        let facts = facts.ok_or("There are no facts.")?;
        facts.retain(|fact| fact.to_string().contains("/reservrutin/level/"));
        colleague_says_four(&mut file, "00000000000000aa", 1_000)?;
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
        colleague_says_four(&mut file, "00000000000000bb", 3_600_000)?;
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

/// The colleague, who has not seen what stands there, says level 4, so much later.
fn colleague_says_four(file: &mut Value, writer: &str, milliseconds: i64) -> Told {
    let version = file
        .pointer_mut("/facts/0/versions/0")
        .and_then(Value::as_object_mut)
        .ok_or_else(|| Trouble::new("The file has no answer."))?;
    let at = version
        .get("at")
        .and_then(Value::as_i64)
        .unwrap_or_default();
    version.insert("by".to_owned(), json!(writer));
    version.insert("at".to_owned(), json!(at + milliseconds));
    if let Some(value) = version.get_mut("value").and_then(Value::as_object_mut) {
        value.insert("answer".to_owned(), json!(4));
    }
    Ok(())
}
