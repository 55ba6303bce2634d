//! Units and words as the municipality has them, and the interface in two languages.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Told, story},
    manager::*,
};

const NAMES: &str =
    "return [...document.querySelectorAll('ul.units input')].map(field => field.value);";

/// Waits until the list of units reads like this.
async fn has_units(browser: &Browser, names: &[&str]) -> Told {
    let same = format!(
        "const names = (() => {{ {NAMES} }})(); return JSON.stringify(names) === JSON.stringify(arguments[0]);"
    );
    browser
        .wait_until(
            &format!("for the units {names:?}"),
            &same,
            vec![json!(names)],
        )
        .await?;
    Ok(())
}

async fn adds(browser: &Browser, name: &str) -> Told {
    browser.click("#new-unit").await?;
    browser.type_text(name).await?;
    browser.press("Enter").await?;
    browser.wait_for_focus("#new-unit").await
}

async fn has_three_units(browser: &Browser) -> Told {
    opens(browser, "").await?;
    turns_to(browser, "#/installningar").await?;
    browser.see("Ingen förvaltning är tillagd än.").await?;
    for name in ["Social", "Skola", "Teknik"] {
        adds(browser, name).await?;
    }
    has_units(browser, &["Social", "Skola", "Teknik"]).await
}

#[test]
fn units_are_named_and_the_names_are_kept() {
    story(Engine::Chromium, async |browser, _site| {
        has_three_units(browser).await?;
        adds(browser, "Skola").await?; // the same name is the same unit
        has_units(browser, &["Social", "Skola", "Teknik"]).await?;
        browser.click("ul.units li:nth-child(2) input").await?;
        browser.press("Control+a").await?;
        browser.type_text("Barn & utbildning").await?;
        browser.press("Tab").await?;
        has_units(browser, &["Social", "Barn & utbildning", "Teknik"]).await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        has_units(browser, &["Social", "Barn & utbildning", "Teknik"]).await?;
        turns_to(browser, "#/besvara").await?;
        browser.see("Barn & utbildning").await?;
        Ok(())
    });
}

#[test]
fn units_are_reordered_and_the_focus_stays_with_the_unit() {
    story(Engine::Chromium, async |browser, _site| {
        has_three_units(browser).await?;
        browser
            .click("ul.units li:nth-child(1) [id^=down-]")
            .await?;
        has_units(browser, &["Skola", "Social", "Teknik"]).await?;
        browser
            .wait_for_focus("ul.units li:nth-child(2) [id^=down-]")
            .await?;
        browser.click("ul.units li:nth-child(3) [id^=up-]").await?;
        has_units(browser, &["Skola", "Teknik", "Social"]).await?;
        browser
            .wait_for_focus("ul.units li:nth-child(2) [id^=up-]")
            .await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        has_units(browser, &["Skola", "Teknik", "Social"]).await?;
        Ok(())
    });
}

#[test]
fn a_unit_moved_to_the_end_of_the_list_keeps_the_focus() {
    story(Engine::Chromium, async |browser, _site| {
        has_three_units(browser).await?;
        browser.click("ul.units li:nth-child(2) [id^=up-]").await?;
        has_units(browser, &["Skola", "Social", "Teknik"]).await?;
        browser.wait_for_focus("ul.units li:nth-child(1) *").await?;
        browser
            .click("ul.units li:nth-child(2) [id^=down-]")
            .await?;
        has_units(browser, &["Skola", "Teknik", "Social"]).await?;
        browser.wait_for_focus("ul.units li:nth-child(3) *").await?;
        Ok(())
    });
}

#[test]
fn a_hidden_unit_comes_back_with_undo_and_its_answers_were_never_gone() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        turns_to(browser, "#/installningar").await?;
        adds(browser, "Skola").await?;
        browser
            .click("ul.units li:nth-child(1) [id^=hide-]")
            .await?;
        has_units(browser, &["Skola"]).await?;
        browser.see_in("#undo", "Dold. Svaren finns kvar.").await?;
        browser.click_named("Ångra").await?;
        has_units(browser, &["Socialförvaltningen", "Skola"]).await?;
        browser.wait_for_count("#undo", 0).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        Ok(())
    });
}

#[test]
fn the_municipalitys_own_word_and_name_are_used() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "#/installningar").await?;
        browser.click("#unit-word").await?;
        browser.type_text("sektor").await?;
        browser.press("Tab").await?;
        browser.see("Lägg till sektor").await?;
        browser.click("#municipality").await?;
        browser.type_text("Storköping").await?;
        browser.press("Tab").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        turns_to(browser, "#/besvara").await?;
        browser.see("Vilken sektor svarar ni för?").await?;
        browser.see("Storköping som helhet").await?;
        assert!(!browser.shows("förvaltning svarar").await?);
        turns_to(browser, "#/installningar").await?;
        browser.click("#unit-word").await?;
        browser.press("Control+a Delete Tab").await?;
        browser.see("Lägg till förvaltning").await?;
        Ok(())
    });
}

#[test]
fn the_interface_is_in_english_when_asked_and_in_swedish_again() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        browser.click("#foot-language").await?;
        browser.see_in("#menu-answer", "Answer").await?;
        browser.see_in("#next", "Next question").await?;
        finds_chosen(browser, "level-4").await?;
        language_is(browser, "en").await?;
        reloads(browser).await?;
        language_is(browser, "en").await?;
        browser.see_in("#next", "Next question").await?;
        turns_to(browser, "#/").await?;
        browser
            .see_in("#start-heading", "Where do you stand with IT?")
            .await?;
        turns_to(browser, "#/om").await?;
        browser.see_in("#page h1", "About Mognad").await?;
        browser.click("#foot-language").await?;
        browser.see_in("#page h1", "Om Mognad").await?;
        language_is(browser, "sv").await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        browser.see_in("#next", "Nästa fråga").await?;
        Ok(())
    });
}

async fn language_is(browser: &Browser, code: &str) -> Told {
    let is: Value = json!(code);
    browser
        .wait_until(
            &format!("for the page to be in {code}"),
            "return document.documentElement.lang === arguments[0];",
            vec![is],
        )
        .await?;
    Ok(())
}
