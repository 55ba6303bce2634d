//! Around the app: what is there without WebAssembly, after a crash, and when a new version comes.

use serde_json::{Value, json};

use crate::{
    builds::Build,
    files::{catches_files, caught_file, reads_in, starts_on_an_empty_computer},
    harness::{Browser, Engine, Told, in_every_engine, story, story_on},
    manager::*,
};

#[test]
fn the_first_page_is_there_before_the_app_is() {
    let build = Build::without_service_worker("painted").unwrap();
    // The app is on its way and never comes.
    build
        .change("boot", ".js", |_| "await new Promise(() => {});".to_owned())
        .unwrap();
    story_on(build.folder(), Engine::Chromium, async |browser, _site| {
        browser.goto("").await?;
        browser
            .see_in("#start-heading", "Var står ni med IT?")
            .await?;
        browser
            .see_in("#door-answer", "Svara för er förvaltning")
            .await?;
        browser.see_in("#door-file", "Läs in en fil").await?;
        browser.see_in("#menu", "Besvara Resultat").await?;
        browser.see_in("footer", "Om Mognad").await?;
        browser.wait_for_count("#crash[hidden]", 1).await?;
        browser.assert_clean("the painted page").await?;
        Ok(())
    });
}

/// Presses the crash panel's button and returns the facts of the file that it makes.
async fn saves_from_the_crash_panel(browser: &Browser) -> Told<String> {
    browser
        .see_in("#crash-heading", "Appen har stannat")
        .await?;
    browser.wait_for_focus("#crash").await?;
    catches_files(browser).await?;
    browser.click("#crash-save").await?;
    browser.see_in("#crash-done", "Filen är skapad.").await?;
    caught_file(browser).await
}

fn has_fact(file: &str, part: &str) -> bool {
    let file: Value = serde_json::from_str(file).unwrap_or_default();
    let facts = file.get("facts").and_then(Value::as_array);
    let addresses = facts
        .into_iter()
        .flatten()
        .filter_map(|fact| fact.get("address")?.as_str());
    addresses.into_iter().any(|address| address.contains(part))
}

#[test]
fn when_the_app_cannot_load_the_answers_are_still_handed_over() {
    let whole = Build::without_service_worker("before").unwrap();
    story_on(whole.folder(), Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        for (name, end) in [("no-wasm", "_bg.wasm"), ("no-glue", ".js")] {
            let broken = Build::without_service_worker(name)?;
            broken.remove("mognad-", end)?;
            site.serve_instead(broken.folder());
            browser.reload().await?;
            let file = saves_from_the_crash_panel(browser).await?;
            assert!(has_fact(&file, "/reservrutin/level/together"), "{file}");
        }
        site.serve_instead(whole.folder());
        browser.click("#crash-reload").await?;
        has_started(browser).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        Ok(())
    });
}

#[test]
fn the_crash_panel_says_so_when_there_is_nothing_to_save() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        crashes(browser).await?;
        browser.click("#crash-save").await?;
        browser
            .see_in(
                "#crash-done",
                "Det finns inga sparade svar i den här webbläsaren.",
            )
            .await?;
        Ok(())
    });
}

async fn crashes(browser: &Browser) -> Told {
    let crash = "window.dispatchEvent(new CustomEvent('mognad:crash'));";
    browser.script(crash, vec![]).await?;
    browser.wait_for("#crash").await
}

in_every_engine!(
    the_crash_panels_file_holds_the_answers_and_the_app_reads_it_back,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        reloads(browser).await?; // some of it folded, some of it not
        answers(browser, &unit, "incidentrutin", 2).await?;
        crashes(browser).await?;
        let file = saves_from_the_crash_panel(browser).await?;
        assert!(
            has_fact(&file, "/reservrutin/level/together")
                && has_fact(&file, "/incidentrutin/level/together")
        );
        browser.click("#crash-reload").await?;
        has_started(browser).await?;
        finds_level(browser, &unit, "incidentrutin", 2).await?;

        starts_on_an_empty_computer(browser).await?;
        turns_to(browser, "#/data").await?;
        reads_in(browser, "efter-krasch.mognad.json", &file).await?;
        browser.see("uppgifter var nya eller ändrade.").await?;
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        finds_level(browser, &unit, "incidentrutin", 2).await?;
        Ok(())
    }
);

/// A build of which every page knows that it is the second.
async fn second_version(browser: &Browser) -> Told<Build> {
    let build = Build::copied("second")?;
    let (old, new) = {
        let texts = std::cell::RefCell::new((String::new(), String::new()));
        build.change("boot", ".js", |old| {
            let new = format!("window.__second = true;\n{old}");
            texts.replace((old.to_owned(), new.clone()));
            new
        })?;
        texts.into_inner()
    };
    // The service worker takes only the very bytes of its build. The browser can hash; a crate more is not needed.
    let hash = "return crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0]))
        .then(digest => Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join(''));";
    let hash_of = async |text: &str| browser.script(hash, vec![json!(text)]).await;
    let (old_hash, new_hash) = (hash_of(&old).await?, hash_of(&new).await?);
    build.change("sw", ".js", |worker| {
        let version = worker
            .split("const VERSION = \"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default();
        assert!(
            worker.contains(old_hash.as_str().unwrap_or("?")) && !version.is_empty(),
            "sw.js is not as this story knows it."
        );
        worker.replace(version, "0123456789abcdef").replace(
            old_hash.as_str().unwrap_or_default(),
            new_hash.as_str().unwrap_or_default(),
        )
    })?;
    Ok(build)
}

#[test]
fn a_new_version_is_offered_never_forced_and_keeps_the_answers() {
    story(Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        can_go_offline(browser).await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        let second = second_version(browser).await?;
        site.serve_instead(second.folder());
        let notice = "Det finns en ny version av Mognad. Svaren följer med.";
        reloads(browser).await?;
        browser.see_in("#notices", notice).await?;
        // Not forced: also after another load it is the old one that runs, and it goes on offering.
        let is_second = "return window.__second === true;";
        assert_eq!(browser.script(is_second, vec![]).await?, false);
        reloads(browser).await?;
        browser.see_in("#notices", notice).await?;
        assert_eq!(browser.script(is_second, vec![]).await?, false);
        // In the middle of a word.
        turns_to(browser, &unit.question("reservrutin")).await?;
        enters(browser, "#rationale").await?;
        browser.type_text("Mitt i en men").await?;
        browser.click_named("Byt till den nya versionen").await?;
        browser
            .wait_until("for the new version", is_second, vec![])
            .await?;
        has_started(browser).await?;
        finds_chosen(browser, "level-4").await?;
        let text = "return document.getElementById('rationale').value;";
        assert_eq!(browser.script(text, vec![]).await?, "Mitt i en men");
        assert!(!browser.shows(notice).await?);
        // And it is whole: it opens without a network.
        can_go_offline(browser).await?;
        site.stop();
        reloads(browser).await?;
        assert_eq!(browser.script(is_second, vec![]).await?, true);
        finds_chosen(browser, "level-4").await?;
        Ok(())
    });
}
