//! The shared folder, from one device to the other. A folder of the browser's own file system stands in for the one that a
//! person would choose, and the story for the municipality's file sync.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    coordinator::*,
    harness::{Browser, Engine, Told, story},
    manager::*,
    round::*,
};

/// The folder that the dialog gives, instead of the dialog.
const PICKER: &str = "globalThis.theFolder = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('E-råd', { create: true });
    globalThis.showDirectoryPicker = async () => theFolder();";

/// Runs before every page of this browser from now on, and in the present one.
pub async fn everywhere(browser: &Browser, source: &str) -> Told {
    browser
        .devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": source }),
        )
        .await?;
    Ok(())
}

async fn connects(browser: &Browser) -> Told {
    turns_to(browser, "#/mapp").await?;
    browser.click("#choose-folder").await?;
    browser
        .see_in("#folder-state", "Ansluten till mappen ”E-råd”.")
        .await
}

/// Lays a file into the folder, as a file sync does.
async fn lays(browser: &Browser, name: &str, text: &str) -> Told {
    let lay = "const [name, text] = arguments;
        return (async () => {
            const file = await (await theFolder()).getFileHandle(name, { create: true });
            const writable = await file.createWritable();
            await writable.write(text);
            await writable.close();
        })();";
    browser.script(lay, vec![json!(name), json!(text)]).await?;
    Ok(())
}

/// What stands in the folder, by name.
async fn stands_there(browser: &Browser) -> Told<Vec<(String, String)>> {
    let read = "return (async () => {
            const files = [];
            for await (const entry of (await theFolder()).values())
                files.push([entry.name, await (await entry.getFile()).text()]);
            return files.sort();
        })();";
    let files = browser.script(read, vec![]).await?;
    Ok(serde_json::from_value(files).unwrap_or_default())
}

/// The one file that stands in the folder, once it does.
async fn the_file(browser: &Browser) -> Told<(String, String)> {
    browser.see_in("#in-folder", "kontrolläst").await?;
    let files = stands_there(browser).await?;
    assert_eq!(files.len(), 1, "{files:?}");
    Ok(files.into_iter().next().unwrap_or_default())
}

async fn hands_in_through_the_folder(browser: &Browser, unit: &Unit) -> Told {
    turns_to(browser, &format!("#/lamna-in/{}", unit.id())).await?;
    browser.click("#hand-in-folder").await?;
    browser.wait_for("#receipt").await
}

/// Waits for a look at the folder, which comes by itself.
async fn sees_by_itself(browser: &Browser, selector: &str, text: &str) -> Told {
    let shown = "return document.querySelector(arguments[0])?.innerText.includes(arguments[1]);";
    browser
        .wait_for_at_most(
            Duration::from_mins(1),
            &format!("for {text:?} in {selector}"),
            shown,
            vec![json!(selector), json!(text)],
        )
        .await?;
    Ok(())
}

#[test]
fn what_a_unit_hands_in_to_the_folder_comes_in_at_the_coordinators_by_itself_and_what_else_lies_there_harms_nothing()
 {
    story(Engine::Chromium, async |coordinator, site| {
        everywhere(coordinator, PICKER).await?;
        opens(coordinator, "").await?;
        let [social, school] =
            adds_units(coordinator, ["Socialförvaltningen", "Skolförvaltningen"]).await?;
        turns_to(coordinator, "#/omgang").await?;
        coordinator.wait_for("#round-state").await?;
        catches_texts(coordinator).await?;
        coordinator
            .click(&format!("#invite-{}", social.id()))
            .await?;
        let link = link_in_the_letter(coordinator).await?;
        connects(coordinator).await?;
        coordinator.assert_clean("the shared folder").await?;

        let manager = Browser::start(Engine::Chromium, &site.url()).await?;
        everywhere(&manager, PICKER).await?;
        let place = link.split_once('#').map_or("", |(_, place)| place);
        opens(&manager, &format!("#{place}")).await?;
        manager.wait_for("#together").await?;
        manager.click("#together").await?;
        manager.click("#begin").await?;
        is_asked(&manager).await?;
        answers(&manager, &social, "reservrutin", 3).await?;
        connects(&manager).await?;
        assert_eq!(
            stands_there(&manager).await?,
            [],
            "nothing is handed in yet"
        );
        hands_in_through_the_folder(&manager, &social).await?;
        let (name, text) = the_file(&manager).await?;
        manager.assert_clean("handing in to the folder").await?;
        assert!(
            name.starts_with("mognad-socialforvaltningen-") && name.ends_with(".mognad.json"),
            "{name}"
        );
        assert!(text.contains("\"selection\":\"contribution\""), "{text}");
        assert!(!text.contains(school.id()), "another unit is in the file");
        // A draft stays at the device until it is handed in, too.
        answers(&manager, &social, "reservrutin", 5).await?;
        turns_to(&manager, "#/mapp").await?;
        manager.click("#look-now").await?;
        manager.see_in("#folder-files", "Er egen.").await?;
        assert_eq!(
            stands_there(&manager).await?,
            [(name.clone(), text.clone())]
        );

        // The sync brings half of it first, and much that is nobody's.
        let half: String = text.chars().take(text.chars().count() / 2).collect();
        let foreign = r#"{"format":"mognad","schema":2,"min_reader":1,"document":"d-0000000000000001","facts":[]}"#;
        lays(coordinator, &name, &half).await?;
        lays(coordinator, &format!("{name}.tmp"), &text).await?;
        lays(coordinator, "mognad-grannen.mognad.json", foreign).await?;
        lays(coordinator, "mognad-tom.mognad.json", "").await?;
        lays(coordinator, "&lt;b&gt;protokoll.docx", "PK").await?;
        sees_by_itself(coordinator, "#folder-files", "halv eller skadad").await?;
        coordinator
            .see_in("#folder-files", "hör till en annan kommuns svar")
            .await?;
        for said in [
            "håller på att skrivas",
            "tom, eller inte hämtad än",
            "&lt;b&gt;protokoll.docx",
        ] {
            coordinator.see_in("#folder-passed", said).await?;
        }
        coordinator
            .see_in("#folder-read", "Inga filer från andra är inlästa än.")
            .await?;
        turns_to(coordinator, "#/omgang").await?;
        coordinator.see_in("#round-in", "0 av 3 inne").await?;

        // Whole, it comes in while the coordinator looks at the round, and a copy of it changes nothing more.
        lays(coordinator, &name, &text).await?;
        sees_by_itself(coordinator, "#round-in", "1 av 3 inne").await?;
        is_saved(coordinator).await?;
        let copy = name.replace(".mognad.json", " (1).mognad.json");
        lays(coordinator, &copy, &text).await?;
        turns_to(coordinator, "#/mapp").await?;
        coordinator.click("#look-now").await?;
        coordinator
            .see_in("#folder-files", "Allt fanns redan här. Filen är en kopia")
            .await?;
        coordinator
            .see_in("#folder-read", "2 filer från andra")
            .await?;
        coordinator
            .assert_clean("the shared folder with files")
            .await?;

        // Nothing of what others laid there was touched, and nothing added.
        let mut files = stands_there(coordinator).await?;
        files.retain(|(_, there)| *there != text && *there != foreign);
        let left: Vec<&str> = files.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(left, ["PK", ""], "{files:?}");
        assert_eq!(stands_there(coordinator).await?.len(), 6);

        reloads(coordinator).await?;
        begins_again_together(coordinator, "Socialförvaltningen", &social).await?;
        finds_level(coordinator, &social, "reservrutin", 3).await?;
        coordinator.assert_no_complaints().await?;
        manager.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn after_a_restart_the_folder_is_opened_again_by_a_button_and_never_by_itself() {
    story(Engine::Chromium, async |browser, _site| {
        everywhere(browser, PICKER).await?;
        // A browser that wants to be asked at every visit.
        let asks = "FileSystemHandle.prototype.queryPermission = async () => globalThis.allowed ?? globalThis.picked ? 'granted' : 'prompt';
            FileSystemHandle.prototype.requestPermission = async () => {
                globalThis.asked = (globalThis.asked ?? 0) + 1;
                globalThis.allowed = globalThis.willing;
                return globalThis.willing ? 'granted' : 'denied';
            };
            const pick = globalThis.showDirectoryPicker;
            globalThis.showDirectoryPicker = async () => { globalThis.picked = true; return pick(); };";
        everywhere(browser, asks).await?;
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        connects(browser).await?;

        reloads(browser).await?;
        browser
            .see_in("#folder-state", "Webbläsaren vill att du öppnar den igen.")
            .await?;
        browser
            .assert_clean("a folder that is to be opened again")
            .await?;
        assert_eq!(
            browser.script("return window.asked ?? 0;", vec![]).await?,
            json!(0)
        );
        // No is an answer too, and can be changed.
        browser.click("#open-folder-again").await?;
        let asked = "return window.asked === arguments[0];";
        browser
            .wait_until("for the question", asked, vec![json!(1)])
            .await?;
        browser
            .see_in("#folder-state", "Webbläsaren vill att du öppnar den igen.")
            .await?;
        turns_to(browser, &format!("#/lamna-in/{}", unit.id())).await?;
        browser.wait_for("#hand-in-file").await?;
        browser.script("window.willing = true;", vec![]).await?;
        browser.click("#open-folder-again").await?;
        browser.click("#hand-in-folder").await?;
        browser.see_in("#in-folder", "kontrolläst").await?;

        turns_to(browser, "#/mapp").await?;
        browser.see_in("#folder-state", "Ansluten till").await?;
        browser.click("#let-folder-go").await?;
        browser.wait_for("#choose-folder").await?;
        assert_eq!(stands_there(browser).await?.len(), 1, "the file stays");
        reloads(browser).await?;
        browser.wait_for("#choose-folder").await?;
        assert_eq!(browser.count("#folder-state").await?, 0);
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn what_was_handed_in_while_the_folder_could_not_be_written_is_written_later_as_it_was_handed_in() {
    story(Engine::Chromium, async |browser, _site| {
        everywhere(browser, PICKER).await?;
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        connects(browser).await?;
        // The drive has become read-only.
        let refuse = "FileSystemFileHandle.prototype.createWritable = async () => {
                throw new DOMException('', 'NoModificationAllowedError');
            };";
        browser.script(refuse, vec![]).await?;
        hands_in_through_the_folder(browser, &unit).await?;
        browser
            .see_in("#in-folder", "Inlämningen väntar på mappen")
            .await?;
        turns_to(browser, "#/mapp").await?;
        browser.see("mappen kan läsas men inte ändras").await?;
        browser.see("Det ligger kvar här").await?;
        answers(browser, &unit, "reservrutin", 5).await?;

        reloads(browser).await?;
        turns_to(browser, &format!("#/lamna-in/{}", unit.id())).await?;
        let (_, text) = the_file(browser).await?;
        let file: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let facts = file["facts"].as_array().cloned().unwrap_or_default();
        let level = facts.iter().find(|fact| {
            let address = fact["address"].as_str().unwrap_or_default();
            address.ends_with("/reservrutin/level/together")
        });
        let level = level.map(|fact| fact["versions"][0]["value"]["answer"].clone());
        assert_eq!(level, Some(json!(3)));
        Ok(())
    });
}

#[test]
fn what_was_handed_in_is_not_kept_for_the_folder_once_it_is_removed_for_good() {
    story(Engine::Chromium, async |browser, _site| {
        everywhere(browser, PICKER).await?;
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        writes(browser, "#rationale", "Ett skäl som ska gallras").await?;
        connects(browser).await?;
        hands_in_through_the_folder(browser, &unit).await?;
        let (name, text) = the_file(browser).await?;
        let kept = "return new Promise(resolve => {
                const open = indexedDB.open('mognad:/');
                open.onsuccess = () => {
                    const get = open.result.transaction('meta').objectStore('meta').get('folder');
                    get.onsuccess = () => { open.result.close(); resolve(JSON.stringify(get.result.kept)); };
                };
            });";
        let before = browser.script(kept, vec![]).await?;
        assert!(before.to_string().contains("Ett skäl"), "{before}");
        turns_to(browser, "#/gallra").await?;
        browser.wait_for("input[name=what]").await?;
        browser.click("input[name=what]").await?; // the whole round is the first
        browser.click("#purge").await?;
        browser.click("#purge-yes").await?;
        browser.see_in("#removal", "1 svar är gallrat").await?;
        let gone = kept.replace(
            "JSON.stringify(get.result.kept)",
            "get.result.kept.length === 0",
        );
        browser
            .wait_until("for nothing to be kept", &gone, vec![])
            .await?;
        // What stands in the folder is for people to remove, and does not come back by it.
        assert_eq!(stands_there(browser).await?, [(name, text.clone())]);
        lays(browser, "mognad-gammal.mognad.json", &text).await?;
        turns_to(browser, "#/mapp").await?;
        browser.click("#look-now").await?;
        browser
            .see_in("#folder-files", "mognad-gammal.mognad.json")
            .await?;
        reloads(browser).await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        finds_nothing_chosen(browser).await?;
        Ok(())
    });
}

#[test]
fn a_browser_without_folders_and_a_policy_that_forbids_them_are_said_in_words() {
    story(Engine::Firefox, async |browser, _site| {
        opens(browser, "#/mapp").await?;
        browser
            .see_in(
                "#folder-state",
                "Den här webbläsaren kan inte öppna mappar.",
            )
            .await?;
        browser.wait_for("#to-hand-in").await?;
        Ok(())
    });
    story(Engine::Chromium, async |browser, _site| {
        let refuse = "globalThis.showDirectoryPicker = async () => {
                throw new DOMException('', globalThis.refusal);
            };";
        everywhere(browser, refuse).await?;
        opens(browser, "#/mapp").await?;
        browser.wait_for("#choose-folder").await?;
        let with = |name| format!("globalThis.refusal = '{name}';");
        browser.script(&with("AbortError"), vec![]).await?;
        browser.click("#choose-folder").await?;
        browser
            .see_in("#folder-state", "Ingen mapp anslöts.")
            .await?;
        browser.script(&with("SecurityError"), vec![]).await?;
        browser.click("#choose-folder").await?;
        browser
            .see_in("#folder-state", "tillåter inte att sidan öppnar mappar")
            .await?;
        browser.assert_clean("a folder that is forbidden").await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}
