//! Keeping and removing: Kommunens fil, handing over, the archive, removing for good, erasing a device.

use mognad::domain::{Address, Timestamp, Value, WriterId};
use mognad::exchange::{file_from_json, file_to_json};
use serde_json::json;

use crate::{
    files::*,
    harness::{Browser, Engine, Medium, Told, Trouble, site::Site, story},
    manager::*,
};

/// What must be gone afterwards.
const SECRET: &str = "Ett skäl som ska gallras";

/// Goes to a page of the desk, whose program may have to take the page over first.
async fn goes_to_the_desk(browser: &Browser, place: &str, mark: &str) -> Told {
    browser
        .script("location.hash = arguments[0];", vec![json!(place)])
        .await?;
    browser.wait_for(mark).await
}

/// The browser's dialogs for files, which cannot be steered, give a file in a folder of the browser's own.
async fn has_a_disk(browser: &Browser) -> Told {
    let disk = "const handle = async () =>
            (await navigator.storage.getDirectory()).getFileHandle('kommunens.mognad.json', { create: true });
        window.showSaveFilePicker = handle;
        window.showOpenFilePicker = async () => [await handle()];";
    browser.script(disk, vec![]).await?;
    Ok(())
}

async fn on_the_disk(browser: &Browser) -> Told<String> {
    let read = "return navigator.storage.getDirectory()
        .then(folder => folder.getFileHandle('kommunens.mognad.json'))
        .then(handle => handle.getFile()).then(file => file.text());";
    let text = browser.script(read, vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn somebody_writes(browser: &Browser, text: &str) -> Told {
    let write = "return navigator.storage.getDirectory()
        .then(folder => folder.getFileHandle('kommunens.mognad.json'))
        .then(handle => handle.createWritable())
        .then(file => file.write(arguments[0]).then(() => file.close()));";
    browser.script(write, vec![json!(text)]).await?;
    Ok(())
}

/// Everything that the browser keeps for this address, as one text.
async fn all_that_is_kept(browser: &Browser) -> Told<String> {
    let read = "const kept = [JSON.stringify({ ...localStorage })];
        return indexedDB.databases().then(list => Promise.all(list.map(({ name }) => new Promise((resolve, reject) => {
            const open = indexedDB.open(name);
            open.onerror = () => reject(open.error);
            open.onsuccess = () => {
                const database = open.result, stores = [...database.objectStoreNames];
                if (stores.length === 0) { database.close(); resolve(); return; }
                const transaction = database.transaction(stores);
                for (const store of stores) {
                    transaction.objectStore(store).getAll().onsuccess = ({ target }) =>
                        kept.push(name + store + JSON.stringify(target.result));
                }
                transaction.oncomplete = () => { database.close(); resolve(); };
            };
        })))).then(() => kept.join('\\n'));";
    let text = browser.script(read, vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// The file as a colleague leaves it who has answered one question more.
fn with_another_answer(text: &str, unit: &Unit) -> Told<String> {
    let trouble = |error| Trouble::new(format!("{error}."));
    let mut document = file_from_json(text).map_err(trouble)?.document;
    let round = document
        .facts()
        .find_map(|(address, _)| address.round().cloned());
    let round = round.ok_or_else(|| Trouble::new("The file has no round."))?;
    let address = format!(
        "answer/{round}/{}/incidentrutin/rationale/together",
        unit.id()
    );
    document.write(
        &Address::parse(&address),
        WriterId(99),
        Timestamp(1_795_474_740_000),
        Value::Text("Från en kollega".to_owned()),
    );
    Ok(file_to_json(&document, Timestamp(0)))
}

/// The municipality's file is chosen anew, and holds everything.
async fn keeps_the_file(browser: &Browser) -> Told {
    goes_to_the_desk(browser, "#/kommunens-fil", "#choose-new").await?;
    has_a_disk(browser).await?;
    browser.click("#choose-new").await?;
    browser.see("Filen är skriven och kontrolläst").await
}

#[test]
fn kommunens_fil_is_saved_back_to_the_same_file_and_nothing_that_a_colleague_wrote_there_is_lost() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        keeps_the_file(browser).await?;
        browser
            .see_in("#file-name", "Vald fil: kommunens.mognad.json")
            .await?;
        let first = on_the_disk(browser).await?;
        assert!(first.contains("Socialförvaltningen") && first.contains("/reservrutin/level/"));

        // A colleague saves there, and so do we: the browser remembers which file it is.
        let theirs = with_another_answer(&first, &unit)?;
        somebody_writes(browser, &theirs).await?;
        answers(browser, &unit, "prioritering-av-insatser", 4).await?;
        reloads(browser).await?;
        turns_to(browser, "#/kommunens-fil").await?;
        browser.wait_for("#save-to-file").await?;
        browser.click("#save-to-file").await?;
        browser
            .see("1 uppgift som stod i filen har lagts till här.")
            .await?;
        let both = on_the_disk(browser).await?;
        assert!(both.contains("Från en kollega"));
        assert!(both.contains("/prioritering-av-insatser/level/"));
        turns_to(browser, &unit.question("incidentrutin")).await?;
        let reason = "return document.querySelector('#rationale')?.value ?? null;";
        turns_to(browser, "#/kommunens-fil").await?;
        assert_eq!(browser.script(reason, vec![]).await?, json!(null));
        is_saved(browser).await?;
        assert!(all_that_is_kept(browser).await?.contains("Från en kollega"));
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn a_foreign_or_forbidden_file_is_never_written_over_and_the_page_says_why() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        keeps_the_file(browser).await?;
        let whole = on_the_disk(browser).await?;
        let half: String = whole.chars().take(whole.chars().count() / 2).collect();
        let damaged = whole.replacen("\"value\"", "\"worth\"", 1);
        for (text, sentence) in [
            (
                r#"{"format":"enkät"}"#.to_owned(),
                "den kommer inte från Mognad",
            ),
            (half, "den är skadad eller av en annan sort"),
            (damaged, "1 uppgift i filen går inte att läsa"),
        ] {
            somebody_writes(browser, &text).await?;
            browser.click("#save-to-file").await?;
            browser.see_in("#file-step", sentence).await?;
            browser
                .see_in("#file-step", "Filen är inte överskriven")
                .await?;
            assert_eq!(on_the_disk(browser).await?, text);
        }
        // Somebody writes while we do: it is read again, and then saved whole.
        somebody_writes(browser, &whole).await?;
        let theirs = with_another_answer(&whole, &unit)?;
        let meanwhile = "const own = FileSystemFileHandle.prototype.createWritable;
            let first = true;
            FileSystemFileHandle.prototype.createWritable = async function () {
                if (first) {
                    first = false;
                    const theirs = await own.call(this);
                    await theirs.write(arguments[0]);
                    await theirs.close();
                }
                return own.call(this);
            };"
        .replace("arguments[0]", &json!(theirs).to_string());
        browser.script(&meanwhile, vec![]).await?;
        browser.click("#save-to-file").await?;
        browser.see("Filen är skriven och kontrolläst").await?;
        assert!(on_the_disk(browser).await?.contains("Från en kollega"));

        // The browser asks, and the answer is no.
        let refuse = "FileSystemFileHandle.prototype.queryPermission = async () => 'prompt';
            FileSystemFileHandle.prototype.requestPermission = async () => 'denied';";
        browser.script(refuse, vec![]).await?;
        browser.click("#save-to-file").await?;
        browser
            .see("Webbläsaren fick inte lov att använda filen. Filen är orörd")
            .await?;
        browser.click("#forget-file").await?;
        browser.wait_for("#choose-existing").await?;
        reloads(browser).await?;
        browser.wait_for("#choose-existing").await?;
        // A browser that cannot says so, and what to do.
        let cannot = "delete window.showSaveFilePicker;";
        browser.script(cannot, vec![]).await?;
        turns_to(browser, "#/data").await?;
        turns_to(browser, "#/kommunens-fil").await?;
        browser
            .see("Den här webbläsaren kan inte spara tillbaka till samma fil.")
            .await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn a_new_computer_chooses_kommunens_fil_and_has_everything_back() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        keeps_the_file(browser).await?;
        starts_on_an_empty_computer(browser).await?;
        goes_to_the_desk(browser, "#/kommunens-fil", "#choose-existing").await?;
        has_a_disk(browser).await?;
        browser.click("#choose-existing").await?;
        browser.see("Filen är skriven och kontrolläst").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
        finds_level(browser, &unit, "reservrutin", 3).await?;
        Ok(())
    });
}

#[test]
fn whoever_leads_is_reminded_calmly_and_can_turn_it_off() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        goes_to_the_desk(browser, "#/omgang", "#round-state").await?;
        browser.wait_for_count("#reminder", 0).await?;
        // As if a file had been saved some weeks ago.
        let earlier = "const device = JSON.parse(localStorage.getItem('mognad:/device'));
            device.backup = [Date.now() - 20 * 86_400_000, 1];
            localStorage.setItem('mognad:/device', JSON.stringify(device));";
        browser.script(earlier, vec![]).await?;
        reloads(browser).await?;
        browser
            .see_in("#reminder", "Här finns ändringar sedan filen sparades")
            .await?;
        turns_to(browser, "#/kommunens-fil").await?;
        browser.wait_for("#reminder").await?;
        browser.click("#remind").await?;
        browser.wait_for_count("#reminder", 0).await?;
        reloads(browser).await?;
        turns_to(browser, "#/omgang").await?;
        browser.wait_for("#round-state").await?;
        browser.wait_for_count("#reminder", 0).await?;
        Ok(())
    });
}

#[test]
fn what_is_removed_for_good_is_in_no_store_another_tab_forgets_it_and_an_old_file_brings_nothing_back()
 {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        writes(browser, "#rationale", SECRET).await?;
        let old = saves_as_file(browser).await?;
        assert!(old.contains(SECRET));
        reloads(browser).await?; // folds what was saved into the shards
        turns_to(browser, &unit.question("reservrutin")).await?;
        writes(browser, "#rationale", ", omskrivet").await?; // and what it replaces is an earlier answer now
        answers(browser, &unit, "incidentrutin", 2).await?;
        // What a page that was killed leaves in the journal, and what could not be read and was set aside.
        let leave = "const fact = JSON.parse(arguments[0]).facts.filter(fact => fact.address.includes('/rationale/'));
            localStorage.setItem('mognad:/journal:00000000000000aa:' + fact[0].address, JSON.stringify(fact));
            return new Promise(resolve => {
                const open = indexedDB.open('mognad:/');
                open.onsuccess = () => {
                    const transaction = open.result.transaction('aside', 'readwrite');
                    transaction.objectStore('aside').add('{' + JSON.stringify(fact[0]));
                    transaction.oncomplete = () => { open.result.close(); resolve(true); };
                };
            });";
        browser.script(leave, vec![json!(old)]).await?;
        let before = all_that_is_kept(browser).await?;
        for store in ["journal:", "shards", "records", "aside", "history"] {
            let here = before.lines().filter(|line| line.contains(store));
            assert!(
                here.into_iter().any(|line| line.contains(SECRET)),
                "{store}: {before}"
            );
        }

        browser.open_tab(&unit.question("reservrutin")).await?;
        has_started(browser).await?;
        finds_chosen(browser, "level-3").await?;
        browser.tab(0).await?;
        goes_to_the_desk(browser, "#/gallra", "input[name=what]").await?;
        browser.click("input[name=what]").await?; // the whole round is the first
        browser
            .see_in("#would-go", "Socialförvaltningen: 2 svar")
            .await?;
        browser
            .see_in("#would-go", "1 motivering, underlag eller behov")
            .await?;
        browser.click("#purge").await?;
        browser.see_in("#sure", "Det går inte att ångra.").await?;
        browser.click("#purge-no").await?;
        browser.wait_for_count("#sure", 0).await?;
        browser.click("#purge").await?;
        browser.click("#purge-yes").await?;
        browser.see_in("#removal", "2 svar är gallrade").await?;
        is_saved(browser).await?;
        let after = all_that_is_kept(browser).await?;
        assert!(!after.contains(SECRET), "{after}");
        assert!(after.contains("purged/round/") && after.contains("Socialförvaltningen"));

        browser.tab(1).await?;
        finds_nothing_chosen(browser).await?;
        browser.see_no_more(SECRET).await?;
        reloads(browser).await?;
        finds_nothing_chosen(browser).await?;
        assert!(!all_that_is_kept(browser).await?.contains(SECRET));

        // A tab that another was in front of does not tell of its focus: it is gone to by its address.
        opens(browser, "#/data").await?;
        browser.wait_for("#open-file").await?;
        shows_file(browser, "gammal.mognad.json", &old).await?;
        browser
            .see("är gallrade här för gott och tas inte in")
            .await?;
        assert_eq!(browser.count("#take-in").await?, 0);
        browser.click("#leave-files").await?;
        // The unit answers again, in a round of its own.
        opens(browser, &unit.question("reservrutin")).await?;
        browser.wait_for("#level-5").await?;
        chooses(browser, "level-5").await?;
        reloads(browser).await?;
        finds_chosen(browser, "level-5").await?;
        assert!(!all_that_is_kept(browser).await?.contains(SECRET));
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn a_round_is_archived_as_one_readable_file_and_everything_saved_without_names() {
    story(Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        writes(browser, "#rationale", SECRET).await?;
        goes_to_the_desk(browser, "#/omgang", "#lock").await?;
        browser.click("#lock").await?;
        browser.wait_for("#unlock").await?;
        turns_to(browser, "#/arkiv").await?;
        browser.see("(låst)").await?;
        catches_files(browser).await?;
        browser.click("#make-archive").await?;
        browser
            .see_in("#archive-state", "Arkivet är klart: mognad-")
            .await?;
        let page = caught_file(browser).await?;
        assert!(page.starts_with("<!doctype html>"), "{}", &page[..40]);
        assert!(page.contains("Socialförvaltningen") && page.contains(SECRET));
        browser.click("#texts").await?;
        browser.click("#names-left-out").await?;
        browser.click("#make-archive").await?;
        let page = caught_file(browser).await?;
        assert!(page.contains("Socialförvaltningen") && !page.contains(SECRET));

        browser.click("#save-nameless").await?;
        let file = caught_file(browser).await?;
        assert!(file.contains("\"selection\":\"without-names\"") && !file.contains(SECRET));
        browser.see("Filen är skapad och kontrolläst.").await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn handing_over_says_what_is_true_now_and_prints_as_a_checklist() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        goes_to_the_desk(browser, "#/kommunens-fil", "#file-place").await?;
        browser.click("#file-place").await?;
        browser.type_text("Gemensam mapp för e-rådet").await?;
        browser.press("Tab").await?;
        is_saved(browser).await?;
        turns_to(browser, "#/overlamning").await?;
        browser
            .see_in("#last-file", "Allt har inte sparats som fil")
            .await?;
        browser
            .see_in("#file-is-at", "Gemensam mapp för e-rådet")
            .await?;
        browser.see("Inte inlämnat: Socialförvaltningen").await?;
        catches_files(browser).await?;
        browser.click("#save-file").await?;
        let file = caught_file(browser).await?;
        assert!(file.contains("\"selection\":\"backup\""));
        assert!(file.contains("Gemensam mapp för e-rådet"));
        browser
            .see_in("#last-file", "Inget är ändrat sedan dess.")
            .await?;
        browser.medium(Medium::Print).await?;
        let shown = "return [...document.querySelectorAll('.print-head dt, .box, button')]
            .filter(each => each.checkVisibility() && each.getBoundingClientRect().height > 0)
            .map(each => each.className || each.textContent);";
        let shown = browser.script(shown, vec![]).await?;
        assert_eq!(
            shown,
            json!([
                "Kommun",
                "Utskrivet",
                "Lämnar över",
                "Tar över",
                "only-print box",
                "only-print box",
                "only-print box",
                "only-print box",
                "only-print box"
            ])
        );
        Ok(())
    });
}

async fn erases(browser: &Browser, _site: &Site) -> Told {
    opens(browser, "").await?;
    // Another installation at this address, in a folder of its own, whose name begins like ours.
    let neighbour = "localStorage.setItem('mognad:/test/device', '{\"digit_keys\":false}');
        return new Promise((resolve, reject) => {
            const open = indexedDB.open('mognad:/test/', 1);
            open.onerror = () => reject(open.error);
            open.onupgradeneeded = () => open.result.createObjectStore('meta');
            open.onsuccess = () => { open.result.close(); resolve(true); };
        });";
    browser.script(neighbour, vec![]).await?;
    let unit = begins_together(browser, "Socialförvaltningen").await?;
    answers(browser, &unit, "reservrutin", 3).await?;
    goes_to_the_desk(browser, "#/radera", "#erase-word").await?;
    browser.open_tab(&unit.question("reservrutin")).await?;
    has_started(browser).await?;
    finds_chosen(browser, "level-3").await?;
    browser.tab(0).await?;
    browser
        .see_in("#lost", "Inget av det har sparats som fil härifrån.")
        .await?;
    browser.click("#erase").await?;
    browser.see_in("#erase-wrong", "Inget är raderat.").await?;
    assert!(
        all_that_is_kept(browser)
            .await?
            .contains("Socialförvaltningen")
    );
    browser.click("#erase-word").await?;
    browser.type_text("Radera").await?;
    browser.press("Enter").await?;
    for tab in [0, 1] {
        browser.tab(tab).await?;
        let anew = "return document.querySelector('#start:not([hidden])') !== null
            && document.querySelector('#notices > section') !== null
            && document.querySelector('#door-answer').textContent === 'Svara för er förvaltning';";
        browser
            .wait_until("for the start as new", anew, vec![])
            .await?;
        let kept = all_that_is_kept(browser).await?;
        assert!(
            !kept.contains("Socialförvaltningen") && !kept.contains("reservrutin"),
            "{kept}"
        );
        assert!(!kept.contains("mognad:/device"), "{kept}");
        assert!(
            kept.contains("mognad:/test/device") && kept.contains("mognad:/test/meta"),
            "{kept}"
        );
    }
    Ok(())
}

#[test]
fn a_device_is_erased_in_every_tab_and_no_other_installation_with_it() {
    story(Engine::Chromium, async |browser, site| {
        erases(browser, site).await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn a_device_is_erased_in_firefox_too() {
    story(Engine::Firefox, async |browser, site| {
        erases(browser, site).await?;
        Ok(())
    });
}

#[test]
fn erasing_disconnects_kommunens_fil_and_leaves_it_as_it_is() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        keeps_the_file(browser).await?;
        let file = on_the_disk(browser).await?;
        turns_to(browser, "#/overlamning").await?;
        browser
            .see_in("#file-is-called", "heter kommunens.mognad.json")
            .await?;
        turns_to(browser, "#/radera").await?;
        browser.see_in("#lost", "Allt sparades som fil").await?;
        browser.click("#erase-word").await?;
        browser.type_text("radera").await?;
        browser.press("Enter").await?;
        browser.wait_for("#start:not([hidden])").await?;
        assert_eq!(on_the_disk(browser).await?, file);
        // It begins as new, also in what it keeps from now on.
        let unit = begins_together(browser, "Skolförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        reloads(browser).await?;
        finds_level(browser, &unit, "reservrutin", 2).await?;
        goes_to_the_desk(browser, "#/kommunens-fil", "#choose-new").await?;
        Ok(())
    });
}

#[test]
fn the_browser_is_asked_once_not_to_clear_the_answers_nothing_waits_for_it_and_its_answer_is_shown()
{
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let silent = "window.__asked = 0;
            StorageManager.prototype.persist = () => { window.__asked += 1; return new Promise(() => {}); };
            StorageManager.prototype.persisted = () => Promise.resolve(false);";
        browser.script(silent, vec![]).await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        answers(browser, &unit, "incidentrutin", 3).await?;
        let asked = browser.script("return window.__asked;", vec![]).await?;
        assert_eq!(asked, json!(1));
        turns_to(browser, "#/data").await?;
        browser
            .see_in("#promise", "Webbläsaren har inte lovat")
            .await?;
        let promised = "StorageManager.prototype.persisted = () => Promise.resolve(true);";
        browser.script(promised, vec![]).await?;
        turns_to(browser, "#/").await?;
        turns_to(browser, "#/data").await?;
        browser
            .see_in("#promise", "Webbläsaren har lovat att inte rensa")
            .await?;
        Ok(())
    });
}
