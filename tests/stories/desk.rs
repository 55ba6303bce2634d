//! The two programs: who answers fetches one, and who opens a page of the desk gets the other without losing anything.

use serde_json::json;

use crate::{
    builds::Build,
    harness::{Browser, Engine, Told, in_every_engine, story_on},
    manager::*,
};

/// Opens the app where localStorage is blocked, as a policy does.
async fn blocks_storage(browser: &Browser) -> Told {
    let block = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
        Object.defineProperty(window, 'indexedDB', { value: undefined });";
    browser
        .devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": block }),
        )
        .await?;
    Ok(())
}

in_every_engine!(
    who_answers_does_not_fetch_the_desk_and_who_opens_it_finds_every_answer_there,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        writes(browser, "#rationale", "Övad i mars").await?;
        let from_worker = browser
            .script(
                "return Boolean(navigator.serviceWorker?.controller)",
                vec![],
            )
            .await?;
        if from_worker == json!(false) {
            // What keeps the app for offline use fetches everything, but only after the page has what it needs.
            let page = "return performance.getEntriesByType('resource').some(entry => entry.name.includes('mognad-desk'));";
            assert_eq!(browser.script(page, vec![]).await?, json!(false));
        }
        browser
            .script("location.hash = '#/omgang';", vec![])
            .await?;
        browser.wait_for("#round-state").await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        finds_chosen(browser, "level-3").await?;
        let text = "return document.querySelector('#rationale')?.value";
        assert_eq!(browser.script(text, vec![]).await?, json!("Övad i mars"));
        // It is remembered: the next visit begins with the desk.
        reloads(browser).await?;
        finds_chosen(browser, "level-3").await?;
        let own = "return performance.getEntriesByType('resource').some(entry => entry.name.includes('mognad-desk'));";
        assert_eq!(browser.script(own, vec![]).await?, json!(true));
        Ok(())
    }
);

#[test]
fn where_the_desk_cannot_be_fetched_the_answers_stay_and_the_page_says_what_to_do() {
    let build = Build::without_service_worker("no-desk").unwrap();
    let folder = build.folder().to_path_buf();
    let (desk, away) = (folder.join("desk"), folder.join("desk-away"));
    std::fs::rename(&desk, &away).unwrap();
    story_on(&folder, Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        browser
            .script("location.hash = '#/omgang';", vec![])
            .await?;
        browser.see("Sidan gick inte att hämta").await?;
        browser.see("Era svar är kvar.").await?;
        finds_level(browser, &unit, "reservrutin", 3).await?;
        std::fs::rename(&away, &desk)?;
        browser
            .script("location.hash = '#/omgang';", vec![])
            .await?;
        browser.wait_for("#round-state").await?;
        finds_level(browser, &unit, "reservrutin", 3).await?;
        // Gone again: a device that was at the desk begins with the program for answering.
        std::fs::rename(&desk, &away)?;
        browser
            .devtools("Network.clearBrowserCache", json!({}))
            .await?;
        reloads(browser).await?;
        finds_chosen(browser, "level-3").await?;
        Ok(())
    });
}

#[test]
fn where_nothing_can_be_kept_the_desk_opens_without_a_reload_and_no_answer_is_lost() {
    let build = Build::copied("desk-in-memory").unwrap();
    story_on(build.folder(), Engine::Chromium, async |browser, _site| {
        blocks_storage(browser).await?;
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        browser.click("#level-3").await?;
        browser.see("1 av 31").await?;
        browser
            .script("window.__same = true; location.hash = '#/omgang';", vec![])
            .await?;
        browser.wait_for("#round-state").await?;
        assert_eq!(
            browser.script("return window.__same", vec![]).await?,
            json!(true)
        );
        turns_to(browser, &unit.result()).await?;
        browser.see("1 av 31").await?;
        Ok(())
    });
}
