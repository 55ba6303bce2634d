//! Damaged and foreign things: set aside, kept, said; everything else loads.

use crate::{
    builds::Build,
    files::{catches_files, caught_file},
    harness::{Engine, story, story_on},
    manager::*,
};

/// Damages the real shard by a fact that cannot be read, and adds a shard cut off in the middle, a
/// record of another kind, and a journal key with half a text.
const DAMAGE: &str = "return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mognad:/');
    opening.onerror = reject;
    opening.onsuccess = () => {
        const transaction = opening.result.transaction(['shards', 'records'], 'readwrite');
        const shards = transaction.objectStore('shards');
        const keys = shards.getAllKeys();
        keys.onsuccess = () => {
            const key = keys.result.find(key => key.startsWith('answer/'));
            const reading = shards.get(key);
            reading.onsuccess = () => {
                const facts = JSON.parse(reading.result);
                shards.put(JSON.stringify([{ address: 'unit/u-1/name', versions: 'skadat-faktum' }, ...facts]), key);
                shards.put('[{\"address\": \"avhugget-skärv', 'answer/r-1/u-1');
                transaction.objectStore('records').add({ främmande: 'post' });
                localStorage.setItem('mognad:/journal:0000000000000001:unit', '[{\"halv-journal');
                localStorage.setItem('främmande', 'nyckel');
            };
        };
        transaction.oncomplete = () => { opening.result.close(); resolve(true); };
        transaction.onabort = reject;
    };
});";

#[test]
fn damaged_storage_is_set_aside_and_everything_else_loads() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        // Loading folds records into shards, so that there is one to damage.
        reloads(browser).await?;
        let folded = "return new Promise(resolve => {
                const opening = indexedDB.open('mognad:/');
                opening.onsuccess = () => {
                    const count = opening.result.transaction('records').objectStore('records').count();
                    count.onsuccess = () => { opening.result.close(); resolve(count.result === 0); };
                };
            });";
        browser
            .wait_until("for the records to be folded", folded, vec![])
            .await?;
        answers(browser, &unit, "incidentrutin", 2).await?;
        browser.script(DAMAGE, vec![]).await?;
        let notice =
            "En del av lagringen gick inte att läsa. Den är undanlagd, och allt annat är inläst.";
        reloads(browser).await?;
        browser.see_in("#notices", notice).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        finds_level(browser, &unit, "incidentrutin", 2).await?;
        // It stays set aside, and is there for the asking, also when it is read anew.
        for _ in 0..2 {
            turns_to(browser, "#/data").await?;
            browser
                .see_in(
                    "#set-aside",
                    "4 uppgifter i lagringen var skadade eller okända.",
                )
                .await?;
            browser
                .wait_until("for the records to be folded", folded, vec![])
                .await?;
            catches_files(browser).await?;
            browser.click_named("Spara det undanlagda som fil").await?;
            let file = caught_file(browser).await?;
            for part in [
                "skadat-faktum",
                "avhugget-skärv",
                "främmande",
                "halv-journal",
            ] {
                assert!(file.contains(part), "{part} is not in {file}");
            }
            reloads(browser).await?; // the notice has been read; what it says stays on the page of files
        }
        finds_level(browser, &unit, "reservrutin", 4).await?;
        finds_level(browser, &unit, "incidentrutin", 2).await?;
        answers(browser, &unit, "informationsklassning", 5).await?;
        browser.wait_for_count("#crash[hidden]", 1).await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

/// One letter in the middle of each shard of answers becomes a quote, so that its text is no JSON any more.
const ONE_LETTER: &str = "return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mognad:/');
    opening.onerror = reject;
    opening.onsuccess = () => {
        const transaction = opening.result.transaction('shards', 'readwrite');
        const shards = transaction.objectStore('shards');
        let before = 0;
        shards.openCursor().onsuccess = event => {
            const cursor = event.target.result;
            if (!cursor) return;
            const at = cursor.value.indexOf('/incidentrutin/level');
            if (at > 0) {
                before += JSON.parse(cursor.value).length;
                cursor.update(cursor.value.slice(0, at + 3) + '\"' + cursor.value.slice(at + 4));
            }
            cursor.continue();
        };
        transaction.oncomplete = () => { opening.result.close(); resolve(before); };
        transaction.onabort = reject;
    };
});";

#[test]
fn one_damaged_letter_in_a_shard_costs_one_answer_and_not_the_shard() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        for (question, level) in [("incidentrutin", 2), ("reservrutin", 4), ("nytta-av-it", 5)] {
            answers(browser, &unit, question, level).await?;
        }
        reloads(browser).await?; // folds
        finds_level(browser, &unit, "nytta-av-it", 5).await?;
        let facts = browser
            .wait_until("for the shard to be damaged", ONE_LETTER, vec![])
            .await?;
        assert_eq!(facts, 3, "answers in the shard");
        reloads(browser).await?;
        browser
            .see_in("#notices", "En del av lagringen gick inte att läsa.")
            .await?;
        turns_to(browser, &unit.question("incidentrutin")).await?;
        finds_nothing_chosen(browser).await?;
        for (question, level) in [("reservrutin", 4), ("nytta-av-it", 5)] {
            finds_level(browser, &unit, question, level).await?;
        }
        turns_to(browser, "#/data").await?;
        catches_files(browser).await?;
        browser.click_named("Spara det undanlagda som fil").await?;
        let file = caught_file(browser).await?;
        assert!(file.contains("identrutin/level"), "{file}");
        // What could be read stays so, and nothing is set aside anew.
        reloads(browser).await?;
        finds_level(browser, &unit, "nytta-av-it", 5).await?;
        turns_to(browser, "#/data").await?;
        browser
            .see_in("#set-aside", "1 uppgift i lagringen")
            .await?;
        Ok(())
    });
}

#[test]
fn damaged_settings_of_the_device_fall_back_to_the_usual_ones() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        browser
            .script(
                "localStorage.setItem('mognad:/device', '{\"language\": 7, \"answ');",
                vec![],
            )
            .await?;
        reloads(browser).await?;
        browser
            .see_in("#door-answer", "Svara för er förvaltning")
            .await?;
        begins_together(browser, "Socialförvaltningen").await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn an_unknown_address_shows_a_way_home() {
    story(Engine::Chromium, async |browser, _site| {
        for place in [
            "#/nyckeltal",
            "#/besvara/IT/%3Cscript%3E/%E2%80%AE/x",
            "#/om/%ff",
        ] {
            opens(browser, "").await?;
            reloads(browser).await?;
            turns_to(browser, place).await?;
            browser
                .see("Adressen leder ingenstans. Inget har hänt med era svar.")
                .await?;
            browser.click_named("Till startsidan").await?;
            browser.wait_for_focus("#start-heading").await?;
        }
        opens(browser, "#/nyckeltal").await?;
        browser.see_in("#page h1", "Sidan finns inte").await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn an_unknown_unit_or_question_is_no_dead_end() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        turns_to(browser, &unit.question("finns-inte")).await?;
        browser.see("Frågan finns inte i den här omgången.").await?;
        turns_to(browser, "#/resultat/it-mognad/u-finns-inte").await?;
        browser
            .see("Det är för tidigt att säga var ni står")
            .await?;
        turns_to(browser, "#/resultat/annat/u-1").await?;
        browser
            .see("Frågorna kunde inte hämtas. Era svar är orörda.")
            .await?;
        browser.wait_for_count("#crash[hidden]", 1).await?;
        Ok(())
    });
}

#[test]
fn damaged_questions_are_refused_in_words_and_no_answer_is_touched() {
    let build = Build::without_service_worker("whole").unwrap();
    story_on(build.folder(), Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        let sentence = "Frågorna kom fram men gick inte att läsa. Era svar är orörda.";
        for (name, file, harm) in [
            ("cut", "sets/it-mognad", cut as fn(&str) -> String),
            ("foreign", "sets/it-mognad", foreign),
            ("index", "sets/index", cut),
        ] {
            let build = Build::without_service_worker(name)?;
            build.change(file, ".json", harm)?;
            site.serve_instead(build.folder());
            reloads(browser).await?;
            browser.see(sentence).await?;
            turns_to(browser, &unit.result()).await?;
            browser.see(sentence).await?;
            turns_to(browser, &unit.question("reservrutin")).await?;
        }
        let gone = Build::without_service_worker("gone")?;
        gone.remove("sets/it-mognad", ".json")?;
        site.serve_instead(gone.folder());
        reloads(browser).await?;
        browser
            .see("Frågorna kunde inte hämtas. Era svar är orörda.")
            .await?;
        site.serve_instead(build.folder());
        reloads(browser).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        Ok(())
    });
}

fn cut(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

fn foreign(_: &str) -> String {
    r#"{"id": "it-mognad", "areas": 7}"#.to_owned()
}
