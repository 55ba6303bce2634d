//! A fault at every write of a read-in and of what a load folds: the document is the one before or the one after.

use mognad::{
    domain::{Address, Document, DocumentId, Timestamp, Value, WriterId},
    exchange::{file_from_json, file_to_json},
};
use serde_json::{Value as Json, json};

use crate::{
    files::{reads_in, saves_as_file, starts_on_an_empty_computer},
    harness::{Browser, Engine, Told, Trouble, story},
    manager::*,
};

/// So many facts come with the file.
const FACTS: u64 = 12;

/// Counts every write; the one with the number `at`, and with `forever` all after it, fails by the exception's name. An
/// aborted transaction takes the request first, as a full disk does. `sessionStorage` arms the next load.
const INJECT: &str = "(() => {
    let left = Infinity, forever = false, name = '';
    window.__arm = fault => { left = fault.at; forever = fault.forever; name = fault.name; window.__fired = false; };
    const next = JSON.parse(sessionStorage.getItem('fault') ?? 'null');
    sessionStorage.removeItem('fault');
    const wrap = (prototype, method, transaction) => {
        const real = prototype[method];
        prototype[method] = function (...what) {
            if (this === window.sessionStorage) return real.apply(this, what);
            left -= 1;
            if (left > 0 || left < 0 && !forever) return real.apply(this, what);
            window.__fired = true;
            if (name === 'abort' && transaction) {
                const request = real.apply(this, what);
                this.transaction.abort();
                return request;
            }
            throw new DOMException('injected', name === 'abort' ? 'AbortError' : name);
        };
    };
    for (const method of ['add', 'put', 'delete']) wrap(IDBObjectStore.prototype, method, true);
    wrap(Storage.prototype, 'setItem', false);
    if (next) window.__arm(next);
})();";

const NAMES: [&str; 4] = ["QuotaExceededError", "AbortError", "UnknownError", "abort"];

/// The document before the file is read in, and after.
fn before_and_after() -> (Document, Document) {
    let mut document = Document::new(DocumentId::from_random(4));
    let write = |document: &mut Document, number: u64, text: String| {
        let address = Address::parse(&format!("unit/u-{number}/name"));
        document.write(&address, WriterId(number), Timestamp(1), Value::Text(text));
    };
    write(
        &mut document,
        0,
        "Barn- och utbildningsförvaltningen".to_owned(),
    );
    let before = document.clone();
    for number in 1..=FACTS {
        write(&mut document, number, format!("Förvaltning {number}"));
    }
    (before, document)
}

async fn document_here(browser: &Browser) -> Told<Document> {
    let text = saves_as_file(browser).await?;
    let read = file_from_json(&text).map_err(|error| Trouble::new(error.to_string()))?;
    Ok(read.document)
}

/// An empty computer that has read `document` in, and nothing on its way any more.
async fn has(browser: &Browser, document: &Document) -> Told {
    starts_on_an_empty_computer(browser).await?;
    turns_to(browser, "#/data").await?;
    reads_in(
        browser,
        "har.mognad.json",
        &file_to_json(document, Timestamp(0)),
    )
    .await?;
    browser.see("Filen är inläst").await?;
    is_saved(browser).await
}

async fn folded(browser: &Browser) -> Told {
    let empty = "return new Promise(resolve => {
            const opening = indexedDB.open('mognad:/');
            opening.onsuccess = () => {
                const count = opening.result.transaction('records').objectStore('records').count();
                count.onsuccess = () => { opening.result.close(); resolve(window.__fired || count.result === 0); };
            };
        });";
    browser
        .wait_until("for the records to be folded", empty, vec![])
        .await?;
    Ok(())
}

fn fault(at: u64, forever: bool) -> Json {
    let name = NAMES.iter().cycle().nth(usize::try_from(at).unwrap_or(0));
    json!({ "at": at, "forever": forever, "name": name })
}

async fn injects(browser: &Browser) -> Told {
    let source = json!({ "source": INJECT });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", source)
        .await?;
    opens(browser, "").await
}

/// Reads the file in with a fault at every write in turn, until one comes through without.
async fn is_whole_or_not_there(browser: &Browser, forever: bool) -> Told {
    injects(browser).await?;
    let (before, after) = before_and_after();
    let file = file_to_json(&after, Timestamp(0));
    for at in 1.. {
        has(browser, &before).await?;
        turns_to(browser, "#/data").await?;
        browser
            .script("__arm(arguments[0]);", vec![fault(at, forever)])
            .await?;
        reads_in(browser, "mer.mognad.json", &file).await?;
        browser.see("Filen är inläst").await?;
        let settled = browser
            .wait_until(
                "for the save to be settled",
                "const state = document.getElementById('state').dataset.state;
                 return state !== 'saving' && [state, window.__fired];",
                vec![],
            )
            .await?;
        reloads(browser).await?;
        let here = document_here(browser).await?;
        let said_saved = settled.get(0) == Some(&json!("saved"));
        assert!(
            here == after || here == before && !said_saved,
            "fault {at}, forever: {forever}, {settled}: {} of {} facts are there",
            here.len(),
            after.len()
        );
        if settled.get(1) != Some(&json!(true)) {
            println!(
                "{} writes of a read-in failed in turn, forever: {forever}.",
                at - 1
            );
            assert!(at > FACTS, "the faults did not come");
            return Ok(());
        }
    }
    Ok(())
}

#[test]
fn a_read_in_with_a_fault_at_any_write_is_there_whole_or_not_at_all() {
    story(Engine::Chromium, async |browser, _site| {
        is_whole_or_not_there(browser, false).await?;
        Ok(())
    });
}

#[test]
fn a_read_in_that_cannot_write_from_any_moment_on_is_there_whole_or_not_at_all() {
    story(Engine::Chromium, async |browser, _site| {
        is_whole_or_not_there(browser, true).await?;
        Ok(())
    });
}

#[test]
fn a_load_with_a_fault_at_any_write_loses_nothing() {
    story(Engine::Chromium, async |browser, _site| {
        injects(browser).await?;
        let (_, all) = before_and_after();
        for at in 1.. {
            has(browser, &all).await?;
            let arm = "sessionStorage.setItem('fault', JSON.stringify(arguments[0]));";
            browser.script(arm, vec![fault(at, at % 2 == 0)]).await?;
            reloads(browser).await?;
            folded(browser).await?;
            let fired = browser.script("return window.__fired;", vec![]).await?;
            reloads(browser).await?;
            assert_eq!(document_here(browser).await?, all, "fault {at}");
            if fired != json!(true) {
                println!("{} writes of a load failed in turn.", at - 1);
                assert!(at > 3, "the faults did not come");
                break;
            }
        }
        Ok(())
    });
}
