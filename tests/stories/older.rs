//! An old build in one tab and a newer one in another: the old one says so, changes nothing of the newer one's, loses nothing.

use serde_json::{Value, json};

use crate::{
    files::{catches_files, caught_file},
    harness::{Browser, Engine, Told, story},
    manager::*,
};

const SAYS: &str = "En nyare version av Mognad har tagit över lagringen";

/// What a later app does when it begins: it raises the stores' version, adds a store, and writes facts of kinds to come.
const BEGINS: &str = "return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mognad:/', 99);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error('the old app does not let go'));
    opening.onupgradeneeded = () => opening.result.createObjectStore('later');
    opening.onsuccess = () => {
        window.__later = opening.result;
        const transaction = opening.result.transaction(['records', 'later'], 'readwrite');
        transaction.objectStore('records').add(arguments[0]);
        transaction.objectStore('later').put({ new: true }, 'kind');
        transaction.oncomplete = () => resolve(true);
    };
});";

/// All that the later app finds: its stores, and the journal that it reads when it is loaded.
const HOLDS: &str = "return new Promise((resolve, reject) => {
    const transaction = window.__later.transaction(['shards', 'records', 'later']);
    const found = {};
    for (const name of ['shards', 'records', 'later']) {
        transaction.objectStore(name).getAll().onsuccess = event => { found[name] = event.target.result; };
    }
    found.journal = Object.keys(localStorage).filter(key => key.includes('journal:')).map(key => localStorage[key]);
    transaction.oncomplete = () => resolve(found);
    transaction.onabort = reject;
});";

const LATER: &str = r#"[{"address":"later/kind","versions":[{"by":"00000000000000aa","n":1,"at":7,"value":{"share":0.30}}]}]"#;

async fn later_app_holds(browser: &Browser) -> Told<(Value, String)> {
    let found = browser.script(HOLDS, vec![]).await?;
    let text = found.to_string();
    Ok((found, text))
}

#[test]
fn an_old_tab_gives_way_to_a_newer_app_and_what_is_answered_in_it_is_there_for_that_one() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        browser.open_tab("icon.svg").await?;
        browser.script(BEGINS, vec![json!(LATER)]).await?;
        let (before, _) = later_app_holds(browser).await?;

        browser.tab(0).await?;
        browser.see_in("#storage-trouble", SAYS).await?;
        // One goes on all the same; it counts, is not said to be saved, and can be had as a file.
        turns_to(browser, &unit.question("incidentrutin")).await?;
        browser.click("#level-3").await?;
        browser
            .see_in("#state", "Senaste ändringen är inte sparad")
            .await?;
        browser.see_in("#storage-trouble", SAYS).await?;
        catches_files(browser).await?;
        browser.click("#trouble-save").await?;
        let file = caught_file(browser).await?;
        assert!(file.contains("/reservrutin/level") && file.contains("/incidentrutin/level"));

        browser.tab(1).await?;
        let (after, text) = later_app_holds(browser).await?;
        for store in ["shards", "records", "later"] {
            assert_eq!(before[store], after[store], "{store} of the newer app");
        }
        let journal = after["journal"].to_string();
        assert!(journal.contains("/incidentrutin/level"), "{text}");

        // Opened again, the old one still leaves the stores alone and keeps what is answered.
        browser.tab(0).await?;
        reloads(browser).await?;
        browser.see_in("#storage-trouble", SAYS).await?;
        browser.see_in("#state", "Sparat tillfälligt").await?;
        browser.tab(1).await?;
        let (after, _) = later_app_holds(browser).await?;
        assert_eq!(before["records"], after["records"]);
        assert!(
            after["journal"]
                .to_string()
                .contains("/incidentrutin/level")
        );
        Ok(())
    });
}

#[test]
fn facts_that_a_newer_tab_tells_of_are_carried_to_the_letter() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        browser.open_tab("icon.svg").await?;
        let tell = "const [facts, garbage] = arguments;
            const document = localStorage.getItem('mognad:/document');
            const channel = new BroadcastChannel('mognad:/');
            for (const message of [...garbage, document + '\\n' + facts]) channel.postMessage(message);
            return document;";
        let garbage = json!([7, { "schema": 3 }, "", "2\n\n[{", "d-x\n[]"]);
        let document = browser.script(tell, vec![json!(LATER), garbage]).await?;
        assert!(document.is_string());
        browser.tab(0).await?;
        turns_to(browser, "#/data").await?;
        catches_files(browser).await?;
        browser
            .wait_until(
                "for the file to have what was told",
                "if (!window.__caught.length) document.getElementById('save-file').click();
                 return window.__caught.splice(0, 1)[0]?.includes('{\"share\":0.30}') ?? false;",
                vec![],
            )
            .await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        Ok(())
    });
}
