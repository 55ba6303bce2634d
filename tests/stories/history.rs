//! What was done can be undone, what was changed or removed can be read and put back, and a database of the first layout
//! comes along.

use serde_json::{Value, json};

use crate::{
    files::{catches_files, caught_file},
    harness::{Browser, Engine, Told, Trouble, in_every_engine, story},
    manager::*,
};

/// A file of the first schema, whose facts a store of that time held too.
const SCHEMA_1: &str = include_str!("../files/schema-1.mognad.json");

/// What is to be read there, by the address of its question.
fn earlier(unit: &Unit, question: &str) -> String {
    format!("#/tidigare/{}/{question}", unit.id())
}

/// Goes to a page of the desk for the first time, which loads its program.
async fn goes_to(browser: &Browser, place: &str) -> Told {
    browser
        .script("location.hash = arguments[0];", vec![json!(place)])
        .await?;
    let there = "return document.querySelector('#page details summary') !== null
        && location.hash === arguments[0]
        && performance.getEntriesByType('resource').some(entry => entry.name.includes('mognad-desk'));";
    browser
        .wait_until("for a page of the desk", there, vec![json!(place)])
        .await?;
    Ok(())
}

async fn text_in(browser: &Browser, field: &str) -> Told<Value> {
    let text = "return document.querySelector(arguments[0])?.value";
    browser.script(text, vec![json!(field)]).await
}

in_every_engine!(
    an_answer_that_was_changed_can_be_read_and_put_back,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        chooses(browser, "level-4").await?;
        enters(browser, "details.more summary").await?;
        // Clear of the bar at the bottom.
        let centre = "document.querySelector('#earlier').scrollIntoView({ block: 'center', behavior: 'instant' });";
        browser.script(centre, vec![]).await?;
        browser.click("#earlier").await?;
        browser.see_in("#now", "Nivå 4").await?;
        browser.see_in("#before", "Nivå 2").await?;
        browser.see_in("#before", "Svar, tillsammans").await?;
        browser.wait_for_count("#before li", 1).await?;
        browser.click("#put-back-0").await?;
        browser.see_in("#now", "Nivå 2").await?;
        browser.see_in("#before", "Nivå 4").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        browser.see_in("#before", "Nivå 4").await?;
        finds_level(browser, &unit, "reservrutin", 2).await?;
        Ok(())
    }
);

in_every_engine!(
    ctrl_z_takes_back_what_was_done_and_ctrl_y_does_it_again,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        chooses(browser, "level-4").await?;
        browser.press("Control+z").await?;
        finds_chosen(browser, "level-2").await?;
        browser.see_in("#redo", "Det senaste är ångrat.").await?;
        browser.press("Control+y").await?;
        finds_chosen(browser, "level-4").await?;
        browser.press("Control+z Control+z").await?;
        finds_nothing_chosen(browser).await?;
        browser.click("#redo-it").await?;
        finds_chosen(browser, "level-2").await?;
        browser.press("Control+Shift+z").await?;
        finds_chosen(browser, "level-4").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        Ok(())
    }
);

#[test]
fn in_a_text_the_keys_are_the_texts_and_beside_it_they_bring_the_whole_text_back() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        enters(browser, "#rationale").await?;
        browser.type_text("Övad i mars").await?;
        browser.press("Control+z").await?;
        finds_chosen(browser, "level-2").await?;
        browser.press("Control+y Tab").await?;
        is_saved(browser).await?;
        assert_eq!(text_in(browser, "#rationale").await?, "Övad i mars");
        browser.click("#level-2").await?;
        browser.press("Control+z").await?;
        let gone = "return document.querySelector('#rationale').value === '';";
        browser
            .wait_until("for the text to go", gone, vec![])
            .await?;
        browser.press("Control+y").await?;
        let back = "return document.querySelector('#rationale').value === 'Övad i mars';";
        browser.wait_until("for the text", back, vec![]).await?;
        is_saved(browser).await?;
        Ok(())
    });
}

#[test]
fn names_and_targets_on_the_page_follow_what_is_undone() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        turns_to(browser, "#/installningar").await?;
        let name = format!("#name-{}", unit.id());
        browser.click(&name).await?;
        browser.press("Control+a").await?;
        browser.type_text("Omsorgen").await?;
        browser.press("Tab").await?;
        is_saved(browser).await?;
        browser.press("Control+z").await?;
        let named = "return document.querySelector(arguments[0])?.value === arguments[1];";
        let arguments = vec![json!(name), json!("Socialförvaltningen")];
        browser.wait_until("for the name", named, arguments).await?;
        turns_to(browser, &unit.targets("it-mognad")).await?;
        browser.click(".target input").await?;
        browser.type_text("3").await?;
        browser.press("Tab").await?;
        is_saved(browser).await?;
        browser
            .script("document.activeElement?.blur();", vec![])
            .await?;
        browser.press("Control+z").await?;
        let empty = "return document.querySelector('.target input')?.value === '';";
        browser
            .wait_until("for the target to go", empty, vec![])
            .await?;
        Ok(())
    });
}

#[test]
fn what_was_removed_waits_in_the_bin_until_it_is_emptied() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        answers(browser, &unit, "incidentrutin", 5).await?;
        browser.click("#clear").await?;
        is_saved(browser).await?;
        turns_to(browser, "#/installningar").await?;
        browser.click(&format!("#hide-{}", unit.id())).await?;
        is_saved(browser).await?;
        goes_to(browser, "#/papperskorg").await?;
        browser
            .see_in("#hidden-units", "Socialförvaltningen")
            .await?;
        browser.see_in("#removed", "Nivå 5").await?;
        browser.wait_for_count("#removed li", 1).await?;
        browser.click("#put-back-0").await?;
        browser.wait_for_count("#removed", 0).await?;
        browser.click(&format!("#show-{}", unit.id())).await?;
        browser
            .see_in("#bin-empty", "Papperskorgen är tom.")
            .await?;
        is_saved(browser).await?;
        finds_level(browser, &unit, "incidentrutin", 5).await?;
        browser.click("#clear").await?;
        is_saved(browser).await?;
        goes_to(browser, "#/papperskorg").await?;
        browser.wait_for("#removed").await?;
        browser.click("#empty-bin-fold summary").await?;
        browser.see("Det går inte att ångra.").await?;
        browser.click("#empty-bin").await?;
        browser
            .see_in("#bin-empty", "Papperskorgen är tom.")
            .await?;
        reloads(browser).await?;
        browser
            .see_in("#bin-empty", "Papperskorgen är tom.")
            .await?;
        finds_level(browser, &unit, "reservrutin", 2).await?;
        Ok(())
    });
}

#[test]
fn earlier_answers_leave_by_no_file() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        writes(browser, "#rationale", "Hemligt utkast").await?;
        enters(browser, "#rationale").await?;
        browser.press("Control+a").await?;
        browser.type_text("Ny").await?;
        browser.press("Tab").await?;
        is_saved(browser).await?;
        goes_to(browser, &earlier(&unit, "reservrutin")).await?;
        browser.see_in("#before", "Hemligt utkast").await?;
        turns_to(browser, "#/data").await?;
        catches_files(browser).await?;
        browser.click("#save-file").await?;
        let file = caught_file(browser).await?;
        assert!(
            file.contains("\"Ny\"") && !file.contains("Hemligt utkast"),
            "{file}"
        );
        // Nor by the crash panel's, which reads the stores itself.
        browser
            .script("dispatchEvent(new Event('mognad:crash'));", vec![])
            .await?;
        browser.click("#crash-save").await?;
        let file = caught_file(browser).await?;
        assert!(
            file.contains("\"Ny\"") && !file.contains("Hemligt utkast"),
            "{file}"
        );
        Ok(())
    });
}

/// Counts what a store of the database holds.
async fn counted(browser: &Browser, store: &str) -> Told<Value> {
    let count = "return new Promise((resolve, reject) => {
            const opened = indexedDB.open('mognad:/');
            opened.onerror = () => reject(opened.error);
            opened.onsuccess = () => {
                const counted = opened.result.transaction(arguments[0]).objectStore(arguments[0]).count();
                counted.onsuccess = () => { opened.result.close(); resolve(counted.result); };
            };
        });";
    browser.script(count, vec![json!(store)]).await
}

#[test]
fn what_is_removed_for_good_goes_out_of_the_earlier_answers_too() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        chooses(browser, "level-4").await?;
        assert_eq!(counted(browser, "history").await?, 1);
        browser
            .script("location.hash = '#/gallra';", vec![])
            .await?;
        browser.wait_for("input[name=what]").await?;
        browser.click("input[name=what]").await?;
        browser.click("#purge").await?;
        browser.click("#purge-yes").await?;
        browser.see_in("#removal", "1 svar är gallrat").await?;
        is_saved(browser).await?;
        assert_eq!(counted(browser, "history").await?, 0);
        Ok(())
    });
}

#[test]
fn an_answer_and_the_one_it_replaced_are_saved_together_or_not_at_all() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        let before = counted(browser, "records").await?;
        let full = "window.__add = IDBObjectStore.prototype.add;
            IDBObjectStore.prototype.add = function (...what) {
                if (this.name === 'history') throw new DOMException('full', 'QuotaExceededError');
                return window.__add.apply(this, what);
            };";
        browser.script(full, vec![]).await?;
        browser.click("#level-4").await?;
        browser
            .see_in("#state", "Senaste ändringen är inte sparad")
            .await?;
        assert_eq!(counted(browser, "records").await?, before);
        assert_eq!(counted(browser, "history").await?, 0);
        browser
            .script("IDBObjectStore.prototype.add = window.__add;", vec![])
            .await?;
        // The journal has it: a load takes it over, and what it replaces with it.
        reloads(browser).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        goes_to(browser, &earlier(&unit, "reservrutin")).await?;
        browser.see_in("#before", "Nivå 2").await?;
        Ok(())
    });
}

/// Makes a database as the first layout had it, with these facts in its shards, before the app is opened.
async fn has_a_database_of_the_first_layout(browser: &Browser) -> Told {
    let file: Value =
        serde_json::from_str(SCHEMA_1).map_err(|error| Trouble::new(error.to_string()))?;
    browser.goto("icon.svg").await?;
    let make = "const [file] = arguments;
        return new Promise((resolve, reject) => {
            const opened = indexedDB.open('mognad:/', 1);
            opened.onupgradeneeded = () => {
                const database = opened.result;
                for (const name of ['shards', 'meta']) database.createObjectStore(name);
                for (const name of ['records', 'aside']) database.createObjectStore(name, { autoIncrement: true });
                const stores = opened.transaction;
                stores.objectStore('meta').put(file.document, 'document');
                const shards = {};
                for (const fact of file.facts) {
                    const parts = fact.address.split('/');
                    const shard = parts[0] === 'answer' ? parts.slice(0, 3).join('/') : 'base';
                    (shards[shard] ??= []).push(fact);
                }
                const [base, ...others] = shards.base;
                shards.base = others;
                stores.objectStore('records').add(JSON.stringify([base]));
                for (const [key, facts] of Object.entries(shards)) stores.objectStore('shards').put(JSON.stringify(facts), key);
            };
            opened.onsuccess = () => { opened.result.close(); resolve(true); };
            opened.onerror = () => reject(opened.error);
        });";
    browser.script(make, vec![file]).await?;
    Ok(())
}

in_every_engine!(
    a_database_of_the_first_layout_opens_with_everything_in_it,
    async |browser, _site| {
        has_a_database_of_the_first_layout(browser).await?;
        opens(browser, "").await?;
        let unit = Unit::with_id("u-c0ffee1234567890");
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
        finds_level(browser, &unit, "reservrutin", 3).await?;
        assert_eq!(
            text_in(browser, "#rationale").await?,
            "Rutinen beslutades i maj och finns utskriven."
        );
        turns_to(browser, &unit.question("incidentrutin")).await?;
        browser.wait_for("#two-answers").await?;
        // From now on it keeps what is replaced, too.
        answers(browser, &unit, "reservrutin", 5).await?;
        reloads(browser).await?;
        finds_level(browser, &unit, "reservrutin", 5).await?;
        goes_to(browser, &earlier(&unit, "reservrutin")).await?;
        browser.see_in("#before", "Nivå 3").await?;
        browser.wait_for_count("#storage-trouble", 0).await?;
        Ok(())
    }
);

/// Opens the database under a layout of a later app.
const LATER: &str = "return new Promise((resolve, reject) => {
        const opened = indexedDB.open('mognad:/', 99);
        opened.onsuccess = () => { opened.result.close(); resolve(true); };
        opened.onerror = () => reject(opened.error);
    });";

const TOO_OLD: &str = "den här sidan är för gammal. Inget är borta.";

#[test]
fn an_older_app_beside_a_newer_one_says_that_it_is_too_old_and_harms_nothing() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        let (shards, records) = (
            counted(browser, "shards").await?,
            counted(browser, "records").await?,
        );
        assert_eq!(browser.script(LATER, vec![]).await?, true);
        browser.see_in("#storage-trouble", TOO_OLD).await?;
        // One goes on: it is in the journal, and the page goes on saying why.
        browser.click("#level-4").await?;
        browser.wait_for_count("#level-4:checked", 1).await?;
        browser
            .see_in("#state", "Senaste ändringen är inte sparad")
            .await?;
        browser.see_in("#storage-trouble", TOO_OLD).await?;
        reloads(browser).await?;
        browser.see_in("#storage-trouble", TOO_OLD).await?;
        assert_eq!(counted(browser, "shards").await?, shards);
        assert_eq!(counted(browser, "records").await?, records);
        // The crash panel asks for no layout of its own: it hands over what the newer one has.
        catches_files(browser).await?;
        browser
            .script("dispatchEvent(new Event('mognad:crash'));", vec![])
            .await?;
        browser.click("#crash-save").await?;
        let file = caught_file(browser).await?;
        assert!(file.contains("/reservrutin/level/together"), "{file}");
        Ok(())
    });
}

#[test]
fn the_journal_says_how_much_there_is_and_undoes_the_latest() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        answers(browser, &unit, "incidentrutin", 3).await?;
        turns_to(browser, "#/data").await?;
        browser
            .click("#more-about-files a[href='#/journal']")
            .await?;
        browser.see_in("#answers-count", "Det finns 2 svar").await?;
        browser.see_in("#journal-table", "2 av 31").await?;
        browser.see_in("#handed-in", "Inget är inlämnat").await?;
        browser
            .see_in("#kept-count", "Inga tidigare svar är sparade.")
            .await?;
        // The desk is another page load: what was done before it is no longer to be undone.
        browser.wait_for_count("#journal-undo:disabled", 1).await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        chooses(browser, "level-4").await?;
        goes_to(browser, "#/journal").await?;
        browser.see_in("#saved", "Sparades senast").await?;
        browser
            .see_in("#kept-count", "1 tidigare svar är sparat.")
            .await?;
        browser.click("#journal-undo").await?;
        browser.wait_for_count("#journal-redo:enabled", 1).await?;
        finds_level(browser, &unit, "reservrutin", 2).await?;
        Ok(())
    });
}
