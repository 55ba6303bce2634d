//! The example: looked at and tried out, always said to be made up, and never mixed with one's own.

use serde_json::Value;

use crate::{
    coordinator::*,
    files::{catches_files, caught_file, reads_in, saves_as_file},
    harness::{Engine, Medium, story},
    manager::*,
    pictures::{downloaded, every_picture_is_marked, keeps_downloads, opens_the_example},
};

const SAID: &str = "Påhittade exempelvärden";

/// The flower box of Exempelkommunen, worked by hand from its answers (helt 2, delvis 1, inte alls 0).
#[rustfmt::skip]
const WORKED: [[&str; 3]; 8] = [
    ["Äldre och omsorg",       "Socialförvaltningen",                "67 %"], // 2 + 1 + 1, one vet ej: 4 of 6
    ["Barn och elever",        "Barn- och utbildningsförvaltningen", "88 %"], // 2 + 2 + 2 + 1: 7 of 8
    ["Företagare",             "Samhällsbyggnadsförvaltningen",      "25 %"], // 1 + 0 + 0 + 1: 2 of 8
    ["Boende och trafikanter", "Samhällsbyggnadsförvaltningen",      "75 %"], // 2 + 2 + 1 + 1: 6 of 8
    ["Kultur och fritid",      "Kultur- och fritidsförvaltningen",   "88 %"], // 2 + 1 + 2 + 2: 7 of 8
    ["Allmänheten",            "Kommunledningskontoret",             "50 %"], // 2 + 1 + 1 + 0: 4 of 8
    ["Ledning och arbetssätt", "Exempelkommunen",                    "56 %"], // 2+1+1+0+1+2+1+1: 9 of 16
    ["Teknik",                 "Exempelkommunen",                    "58 %"], // 2+1+0+2+1+1: 7 of 12
];

/// The facts of a file, without what only says when it was made.
fn facts(file: &str) -> Value {
    let file: Value = serde_json::from_str(file).unwrap_or_default();
    file.get("facts").cloned().unwrap_or_default()
}

#[test]
fn the_door_of_the_start_page_leads_to_the_example_and_its_flower_box() {
    story(Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        browser.click("#door-example").await?;
        browser.wait_for("#flowers-card svg").await?;
        browser.see_in("#example", SAID).await?;
        assert_eq!(
            browser.text_of("#finding").await?,
            "Barn och elever bär, men Företagare väntar"
        );
        let rows = rows_of(browser, "#flowers-table").await?;
        let starts: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().take(3).cloned().collect())
            .collect();
        assert_eq!(starts, WORKED.map(|row| row.map(str::to_owned).to_vec()));
        assert_eq!(browser.text_of("#flowers-degree").await?, "65 %"); // 30 of 46
        browser
            .see_in(
                "#priority-table",
                "1. Tekniska förutsättningar (lagen kräver)",
            )
            .await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn every_page_of_the_example_says_that_its_values_are_made_up() {
    story(Engine::Chromium, async |browser, _site| {
        opens_the_example(browser, "#/").await?;
        for place in [
            "#/besvara",
            "#/resultat",
            "#/resultat/e-forvaltning/kommunen",
            "#/resultat/it-mognad/social",
            "#/omgang",
            "#/mal/it-mognad/social",
            "#/jamfor",
            "#/jamfor/it-mognad/-/informationssakerhet",
            "#/galleri",
            "#/installningar",
            "#/data",
            "#/om",
            "#/finns-inte",
        ] {
            turns_to(browser, place).await?;
            browser.see_in("#example", SAID).await?;
            // On paper too, where the notice is not.
            browser.medium(Medium::Print).await?;
            let on_paper = "return document.getElementById('made-up').checkVisibility() && document.getElementById('made-up').textContent;";
            assert_eq!(browser.script(on_paper, vec![]).await?, SAID, "{place}");
            browser.medium(Medium::Screen).await?;
            if place.starts_with("#/resultat/") {
                browser.see_in("#switch", SAID).await?;
                every_picture_is_marked(browser).await?;
            }
        }
        browser.click("#foot-language").await?;
        browser.see_in("#example", "Made-up").await?;
        Ok(())
    });
}

#[test]
fn answers_in_the_example_and_ones_own_never_meet() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let own = begins_together(browser, "Egen förvaltning").await?;
        answers(browser, &own, "reservrutin", 4).await?;
        let before = saves_as_file(browser).await?;

        turns_to(browser, "#/").await?;
        browser.click("#door-example").await?;
        browser.wait_for("#flowers-card svg").await?;
        assert!(!browser.shows("Egen förvaltning").await?);
        let social = Unit::with_id("social");
        begins_again_together(browser, "Socialförvaltningen", &social).await?;
        finds_level(browser, &social, "reservrutin", 3).await?;
        chooses(browser, "level-5").await?;
        reloads(browser).await?;
        finds_level(browser, &social, "reservrutin", 5).await?; // tried out, and kept there
        turns_to(browser, "#/installningar").await?;
        let [_new] = adds_units(browser, ["Ny i exemplet"]).await?;

        browser.click("#leave-example").await?;
        has_started(browser).await?;
        browser.wait_for_count("#example", 0).await?;
        browser
            .see_in("#start-progress", "Egen förvaltning: 1 av 31")
            .await?;
        finds_level(browser, &own, "reservrutin", 4).await?;
        let after = saves_as_file(browser).await?;
        assert_eq!(
            facts(&after),
            facts(&before),
            "one's own answers are as they were"
        );
        turns_to(browser, "#/installningar").await?;
        assert!(!browser.shows("Ny i exemplet").await?);
        browser.wait_for_count("#menu-round[hidden]", 1).await?; // who looks at the example does not lead at home
        Ok(())
    });
}

#[test]
fn a_file_of_the_example_says_so_and_is_refused_among_ones_own() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let own = begins_together(browser, "Egen förvaltning").await?;
        answers(browser, &own, "reservrutin", 4).await?;
        let before = saves_as_file(browser).await?;
        opens_the_example(browser, "#/data").await?;
        let folder = keeps_downloads(browser).await?;
        browser.click("#save-file").await?;
        browser.see("Filen är skapad och kontrolläst.").await?;
        let day = browser
            .script("return new Date().toLocaleDateString('sv-SE');", vec![])
            .await?;
        let name = format!(
            "pahittade-exempelvarden-mognad-exempelkommunen-{}.mognad.json",
            day.as_str().unwrap_or_default()
        );
        let file = downloaded(&folder, &name).await?;
        let file = String::from_utf8(file).map_err(|error| error.to_string())?;

        opens(browser, "#/data").await?;
        reads_in(browser, &name, &file).await?;
        browser
            .see_in(
                "#page .cannot",
                "Filen lästes inte in: den innehåller exemplets påhittade värden.",
            )
            .await?;
        let after = saves_as_file(browser).await?;
        assert_eq!(facts(&after), facts(&before));

        // One's own file is not laid into the example either.
        opens_the_example(browser, "#/data").await?;
        reads_in(browser, "egen.mognad.json", &before).await?;
        browser
            .see_in("#page .cannot", "Era svar är orörda.")
            .await?;
        turns_to(browser, "#/data").await?;
        catches_files(browser).await?;
        browser.click("#save-file").await?;
        assert_eq!(facts(&caught_file(browser).await?), facts(&file));
        Ok(())
    });
}

#[test]
fn the_example_opens_without_a_network_after_the_first_visit() {
    story(Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        can_go_offline(browser).await?;
        reloads(browser).await?;
        site.stop();
        site.forget_requests();
        browser.click("#door-example").await?;
        browser.wait_for("#flowers-card svg").await?;
        browser.see_in("#example", SAID).await?;
        turns_to(browser, "#/galleri").await?;
        browser.wait_for("#gallery-distribution-card svg").await?;
        browser.click("#leave-example").await?;
        browser.wait_for("#door-example").await?;
        browser.wait_for_count("#example", 0).await?;
        assert_eq!(site.requests(), vec![], "Nothing was there to be asked.");
        Ok(())
    });
}
