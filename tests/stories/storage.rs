//! Storage that is refused, taken away or full: a lasting plain message, the answers as a file,
//! never a panic.

use serde_json::json;

use crate::{
    files::{catches_files, caught_file},
    harness::{Browser, Engine, Told, story},
    manager::*,
};

const NO_DATABASE: &str =
    "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
const NO_DATABASE_AT_ALL: &str = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });";
const NO_LOCAL_STORAGE: &str = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
const FULL_LOCAL_STORAGE: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";

/// From the next load on, the browser behaves like this before the page's first script.
async fn will(browser: &Browser, behave: &str) -> Told {
    let source = json!({ "source": behave });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", source)
        .await?;
    Ok(())
}

/// The trouble is said in words, lasts over pages, and its button hands over the answers.
async fn is_told_and_can_save_a_file(browser: &Browser, sentence: &str, answer: &str) -> Told {
    browser.see_in("#storage-trouble", sentence).await?;
    turns_to(browser, "#/om").await?;
    browser.see_in("#storage-trouble", sentence).await?;
    catches_files(browser).await?;
    browser.click_named("Spara svaren som fil").await?;
    let file = caught_file(browser).await?;
    assert!(file.contains(answer), "{file}");
    browser.see_in("#storage-trouble", sentence).await
}

#[test]
fn a_database_that_is_deleted_under_way_is_told_and_can_be_saved_again() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        let delete = "return new Promise(resolve => {
                const gone = indexedDB.deleteDatabase('mognad:/');
                gone.onsuccess = () => resolve(true);
                gone.onblocked = () => resolve('blocked');
            });";
        assert_eq!(browser.script(delete, vec![]).await?, true);
        browser
            .see_in("#state", "Senaste ändringen är inte sparad")
            .await?;
        let sentence = "Webbläsarens lagring rensades medan sidan var öppen.";
        is_told_and_can_save_a_file(browser, sentence, "/reservrutin/level/together").await?;
        // One goes on answering; it counts, and is not said to be saved.
        turns_to(browser, &unit.question("incidentrutin")).await?;
        browser.click("#level-3").await?;
        browser
            .see_in("#state", "Senaste ändringen är inte sparad")
            .await?;
        browser.click_named("Försök spara igen").await?;
        is_saved(browser).await?;
        browser.wait_for_count("#storage-trouble", 0).await?;
        // Only the database counts: the journal is emptied.
        browser.script("localStorage.clear();", vec![]).await?;
        opens(browser, "").await?;
        reloads(browser).await?;
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        finds_level(browser, &unit, "incidentrutin", 3).await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

async fn saves_temporarily(browser: &Browser, behave: &str) -> Told {
    will(browser, behave).await?;
    opens(browser, "").await?;
    let unit = begins_together(browser, "Socialförvaltningen").await?;
    browser.click("#level-4").await?;
    browser.see_in("#state", "Sparat tillfälligt").await?;
    reloads(browser).await?;
    browser.see_in("#state", "Sparat tillfälligt").await?;
    finds_level(browser, &unit, "it-i-verksamhetsplanen", 4).await?;
    let sentence = "Svaren ligger tillfälligt i webbläsaren. Spara dem som fil innan ni stänger.";
    is_told_and_can_save_a_file(browser, sentence, "/it-i-verksamhetsplanen/level/together")
        .await?;
    browser.wait_for_count("#crash[hidden]", 1).await
}

#[test]
fn without_a_database_answers_are_saved_temporarily_and_there_after_a_reload() {
    story(Engine::Chromium, async |browser, _site| {
        saves_temporarily(browser, NO_DATABASE).await?;
        Ok(())
    });
}

#[test]
fn where_even_asking_for_a_database_throws_answers_are_saved_temporarily() {
    story(Engine::Chromium, async |browser, _site| {
        saves_temporarily(browser, NO_DATABASE_AT_ALL).await?;
        Ok(())
    });
}

#[test]
fn what_was_saved_temporarily_moves_into_the_database_once_it_is_allowed() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let allowed = "window.__open = IDBFactory.prototype.open;";
        will(
            browser,
            &format!("{allowed} if (!sessionStorage.allowed) {{ {NO_DATABASE} }}"),
        )
        .await?;
        reloads(browser).await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        browser.click("#level-4").await?;
        browser.see_in("#state", "Sparat tillfälligt").await?;
        browser
            .script(
                "sessionStorage.allowed = 1; IDBFactory.prototype.open = window.__open;",
                vec![],
            )
            .await?;
        browser.click_named("Försök spara igen").await?;
        browser.wait_for_count("#storage-trouble", 0).await?;
        let moved = "return Object.keys(localStorage).every(key => !key.includes('journal:'));";
        browser
            .wait_until("for the journal to be empty", moved, vec![])
            .await?;
        reloads(browser).await?;
        finds_level(browser, &unit, "it-i-verksamhetsplanen", 4).await?;
        browser.wait_for_count("#storage-trouble", 0).await?;
        Ok(())
    });
}

async fn stays_in_this_tab(browser: &Browser, behave: &str) -> Told {
    will(browser, behave).await?;
    opens(browser, "").await?;
    let unit = begins_together(browser, "Socialförvaltningen").await?;
    browser.click("#level-4").await?;
    browser.see_in("#state", "Bara i den här fliken").await?;
    turns_to(browser, &unit.result()).await?;
    browser
        .see_in("#summary", "på 1 av 31 relevanta frågor")
        .await?;
    finds_level(browser, &unit, "it-i-verksamhetsplanen", 4).await?;
    browser.click("#foot-language").await?;
    browser.see_in("#state", "Only in this tab").await?;
    browser.click("#foot-language").await?;
    let sentence =
        "Svaren finns kvar så länge fliken är öppen. Spara dem som fil innan ni stänger.";
    is_told_and_can_save_a_file(browser, sentence, "/it-i-verksamhetsplanen/level/together")
        .await?;
    browser.click_named("Försök spara igen").await?;
    browser.see_in("#storage-trouble", sentence).await?;
    browser.wait_for_count("#crash[hidden]", 1).await?;
    browser.assert_no_complaints().await
}

#[test]
fn without_any_storage_the_app_works_and_says_that_answers_are_only_in_this_tab() {
    story(Engine::Chromium, async |browser, _site| {
        stays_in_this_tab(browser, &format!("{NO_DATABASE} {NO_LOCAL_STORAGE}")).await?;
        Ok(())
    });
}

#[test]
fn with_no_room_anywhere_the_app_works_and_says_that_answers_are_only_in_this_tab() {
    story(Engine::Chromium, async |browser, _site| {
        stays_in_this_tab(browser, &format!("{NO_DATABASE} {FULL_LOCAL_STORAGE}")).await?;
        Ok(())
    });
}

async fn is_full_and_then_not(browser: &Browser, full: &str) -> Told {
    opens(browser, "").await?;
    let unit = begins_together(browser, "Socialförvaltningen").await?;
    answers(browser, &unit, "reservrutin", 2).await?;
    browser
        .script(
            &format!("window.__add = IDBObjectStore.prototype.add; {full}"),
            vec![],
        )
        .await?;
    browser.click("#level-4").await?;
    let sentence = "Webbläsarens lagring är full, så den senaste ändringen kunde inte sparas.";
    is_told_and_can_save_a_file(browser, sentence, "/reservrutin/level/together").await?;
    browser
        .see_in("#state", "Senaste ändringen är inte sparad")
        .await?;
    browser
        .script("IDBObjectStore.prototype.add = window.__add;", vec![])
        .await?;
    browser.click_named("Försök spara igen").await?;
    is_saved(browser).await?;
    reloads(browser).await?;
    finds_level(browser, &unit, "reservrutin", 4).await?;
    browser.wait_for_count("#storage-trouble", 0).await
}

#[test]
fn a_full_storage_is_told_the_file_is_at_hand_and_room_is_taken_again() {
    story(Engine::Chromium, async |browser, _site| {
        let full = "IDBObjectStore.prototype.add = function () { throw new DOMException('full', 'QuotaExceededError'); };";
        is_full_and_then_not(browser, full).await?;
        Ok(())
    });
}

#[test]
fn a_storage_that_is_full_only_at_the_end_of_a_save_is_told_too() {
    story(Engine::Chromium, async |browser, _site| {
        let full = "IDBObjectStore.prototype.add = function (...what) {
                Object.defineProperty(this.transaction, 'error', { get: () => new DOMException('full', 'QuotaExceededError') });
                const request = window.__add.apply(this, what);
                this.transaction.abort();
                return request;
            };";
        is_full_and_then_not(browser, full).await?;
        Ok(())
    });
}
