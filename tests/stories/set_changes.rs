//! Question sets that change while answers exist: nothing in mid-round, a preview, and no answer lost.

// A panic is how a test says no; the helper outside #[test] functions may do so too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::Value;

use crate::{
    builds::Build,
    coordinator::*,
    harness::{Engine, story_on},
    manager::*,
};

/// The next version of IT-mognad: one question in other words of the same meaning, one with another meaning, one retired.
pub fn next_version(text: &str) -> String {
    let mut set: Value = serde_json::from_str(text).unwrap();
    set["version"] = "2.0.0".into();
    set["hash"] = "0123456789abcdef".into();
    set["changes"] = serde_json::json!([
        { "version": "2.0.0", "kind": "editorial", "from": ["incidentrutin"], "into": [] },
        { "version": "2.0.0", "kind": "substantive", "from": ["reservrutin"], "into": [] },
        { "version": "2.0.0", "kind": "retired", "from": ["informationsklassning"], "into": [] }
    ]);
    for area in set["areas"].as_array_mut().unwrap() {
        let questions = area["questions"].as_array_mut().unwrap();
        questions.retain(|question| question["id"] != "informationsklassning");
        for question in questions {
            match question["id"].as_str().unwrap() {
                "incidentrutin" => question["text"] = "Hur gör ni när något händer?".into(),
                "reservrutin" => {
                    question["text"] = "Hur länge klarar ni er utan IT?".into();
                    question["meaning"] = "fedcba9876543210".into();
                }
                _ => {}
            }
        }
    }
    set.to_string()
}

#[test]
fn new_questions_wait_for_the_next_round_are_previewed_and_take_no_answer_away() {
    let old = Build::without_service_worker("old-questions").unwrap();
    let new = Build::without_service_worker("new-questions").unwrap();
    new.change("sets/it-mognad.", ".json", next_version)
        .unwrap();
    let newer = new.folder().to_path_buf();
    story_on(old.folder(), Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        answers(browser, &unit, "incidentrutin", 3).await?;
        answers(browser, &unit, "informationsklassning", 2).await?;

        site.serve_instead(&newer);
        browser
            .devtools("Network.clearBrowserCache", serde_json::json!({}))
            .await?;
        reloads(browser).await?;
        // The round that is under way asks what it asked.
        finds_level(browser, &unit, "reservrutin", 4).await?;
        browser.see("Hur klarar sig verksamheten").await?;
        assert!(!browser.shows("Hur länge klarar ni er utan IT?").await?);
        turns_to(browser, "#/omgang").await?;
        browser.wait_for("#set-update-it-mognad").await?;
        let preview = "#set-update-it-mognad";
        browser
            .see_in(preview, "Ny version av frågorna: IT-mognad 2.0.0")
            .await?;
        browser.see_in(preview, "37 frågor").await?;

        browser.click("#lock").await?;
        browser.click("#new-round").await?;
        is_saved(browser).await?;
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        browser.see("Hur länge klarar ni er utan IT?").await?;
        finds_nothing_chosen(browser).await?;
        turns_to(browser, "#/tidigare-fragor").await?;
        browser.wait_for("details").await?;
        browser
            .script(
                "document.querySelectorAll('details').forEach(d => d.open = true)",
                vec![],
            )
            .await?;
        browser
            .see_in("details", "Socialförvaltningen: nivå 2")
            .await?;
        Ok(())
    });
}

#[test]
fn a_unit_created_twice_is_joined_and_taken_apart_without_losing_an_answer() {
    let build = Build::copied("joined").unwrap();
    story_on(build.folder(), Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let [social, again] =
            adds_units(browser, ["Socialförvaltningen", "Socialtjänsten"]).await?;
        begins_again_together(browser, "Socialförvaltningen", &social).await?;
        answers(browser, &social, "reservrutin", 4).await?;
        answers(browser, &again, "incidentrutin", 2).await?;
        answers(browser, &again, "reservrutin", 1).await?;
        turns_to(browser, "#/enheter").await?;
        browser
            .click(&format!(
                "#join-{} option[value='{}']",
                again.id(),
                social.id()
            ))
            .await?;
        browser
            .see_in("#joined", "Socialtjänsten räknas som Socialförvaltningen")
            .await?;
        finds_level(browser, &social, "incidentrutin", 2).await?;
        // Both have answered this one: both are shown, and a person chooses.
        turns_to(browser, &social.question("reservrutin")).await?;
        browser.see_in("#two-answers", "Två olika svar").await?;
        chooses(browser, "level-2").await?;
        browser.wait_for_count("#two-answers", 0).await?;
        turns_to(browser, "#/enheter").await?;
        browser.click(&format!("#apart-{}", again.id())).await?;
        browser.wait_for(&format!("#join-{}", again.id())).await?;
        is_saved(browser).await?;
        finds_level(browser, &social, "reservrutin", 2).await?;
        turns_to(browser, &social.question("incidentrutin")).await?;
        finds_nothing_chosen(browser).await?;
        finds_level(browser, &again, "reservrutin", 1).await?;

        turns_to(browser, "#/installningar").await?;
        browser.click(&format!("#hide-{}", again.id())).await?;
        is_saved(browser).await?;
        turns_to(browser, "#/enheter").await?;
        browser.click(&format!("#show-{}", again.id())).await?;
        is_saved(browser).await?;
        finds_level(browser, &again, "reservrutin", 1).await?;
        Ok(())
    });
}
