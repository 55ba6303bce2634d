//! The answers as a file, and back.

use std::fs;

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Told, story},
    manager::*,
};

/// From now until the page is left, what the app hands to the browser's downloads is kept for
/// [`caught_file`].
pub async fn catches_files(browser: &Browser) -> Told {
    let catch = "window.__caught = [];
        URL.createObjectURL = blob => { blob.text().then(text => window.__caught.push(text)); return 'blob:caught'; };
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };";
    browser.script(catch, vec![]).await?;
    Ok(())
}

/// The text of the next file that the app makes, or has made.
pub async fn caught_file(browser: &Browser) -> Told<String> {
    let file = browser
        .wait_until(
            "for a file",
            "return window.__caught.splice(0, 1)[0] ?? null;",
            vec![],
        )
        .await?;
    Ok(file.as_str().unwrap_or_default().to_owned())
}

/// Chooses a file through a button of the app and the browser's dialog, and waits for what comes of it.
pub async fn chooses_file(
    browser: &Browser,
    button: &str,
    (name, text): (&str, &str),
    then: &str,
) -> Told {
    let path = browser.profile().temp().join(name); // goes with the story: it is read when the app wants it
    fs::write(&path, text)?;
    // The dialog is the browser's and cannot be steered; the input that would open it can.
    let show = "HTMLInputElement.prototype.click = function () {
            document.getElementById('chosen-file')?.remove();
            this.id = 'chosen-file';
            document.body.append(this);
        };";
    browser.script(show, vec![]).await?;
    browser.click(button).await?;
    browser.wait_for("#chosen-file").await?;
    browser.choose_file("#chosen-file", &path).await?;
    browser.wait_for(then).await?;
    // The input is the story's own, and no part of the page.
    let away = "document.getElementById('chosen-file')?.remove();";
    browser.script(away, vec![]).await?;
    Ok(())
}

/// Chooses a file to be read in, and sees its preview.
pub async fn shows_file(browser: &Browser, name: &str, text: &str) -> Told {
    chooses_file(browser, "#open-file", (name, text), "#leave-files").await
}

/// Chooses a file, and takes it in where the preview says that it would do something.
pub async fn reads_in(browser: &Browser, name: &str, text: &str) -> Told {
    shows_file(browser, name, text).await?;
    if browser.count("#take-in").await? > 0 {
        browser.click("#take-in").await?;
    }
    Ok(())
}

/// Empties the browser's storage, as after a new computer, and opens the app.
pub async fn starts_on_an_empty_computer(browser: &Browser) -> Told {
    let erase = "return new Promise(resolve => {
            const gone = indexedDB.deleteDatabase('mognad:/');
            gone.onsuccess = () => { localStorage.clear(); resolve(true); };
        });";
    browser.script(erase, vec![]).await?;
    opens(browser, "").await?;
    reloads(browser).await?;
    browser
        .see_in("#door-answer", "Svara för er förvaltning")
        .await
}

/// Saves everything as a file and returns its text.
pub async fn saves_as_file(browser: &Browser) -> Told<String> {
    turns_to(browser, "#/data").await?;
    catches_files(browser).await?;
    browser.click("#save-file").await?;
    browser
        .see("Filen är skapad och kontrolläst. Den ligger där webbläsaren lägger hämtade filer.")
        .await?;
    caught_file(browser).await
}

#[test]
fn a_file_holds_the_answers_and_brings_them_to_an_empty_computer() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        turns_to(browser, &unit.question("incidentrutin")).await?;
        chooses(browser, "not-applicable").await?;
        writes(browser, "#rationale", "=SUM(A1) \"skäl\" </script> å").await?;
        let file = saves_as_file(browser).await?;
        let json: Value = serde_json::from_str(&file).map_err(|error| error.to_string())?;
        assert_eq!(
            (&json["format"], &json["schema"], &json["min_reader"]),
            (&json!("mognad"), &json!(2), &json!(1))
        );
        assert!(
            file.contains("Socialförvaltningen") && file.contains("/reservrutin/level/together")
        );

        starts_on_an_empty_computer(browser).await?;
        turns_to(browser, "#/data").await?;
        browser.see("Här finns inga uppgifter än.").await?;
        reads_in(browser, "svar.mognad.json", &file).await?;
        browser.see("uppgifter var nya eller ändrade.").await?;
        is_saved(browser).await?;
        reads_in(browser, "svar.mognad.json", &file).await?;
        browser.see("Allt i filen finns redan här.").await?;

        // The file has the answers; who sits at this computer is asked.
        reloads(browser).await?;
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
        finds_level(browser, &unit, "reservrutin", 4).await?;
        turns_to(browser, &unit.question("incidentrutin")).await?;
        finds_chosen(browser, "not-applicable").await?;
        browser.wait_for_count("#reason-missing:empty", 1).await?;
        let reason = "return document.getElementById('rationale').value;";
        assert_eq!(
            browser.script(reason, vec![]).await?,
            "=SUM(A1) \"skäl\" </script> å"
        );
        Ok(())
    });
}

#[test]
fn a_file_that_is_not_ours_is_refused_in_words_and_changes_nothing() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 4).await?;
        let file = saves_as_file(browser).await?;
        let count = browser
            .text_of("article section:last-of-type .quiet")
            .await?;
        assert!(count.starts_with("Här finns"), "{count}");
        let mut newer: Value = serde_json::from_str(&file).map_err(|error| error.to_string())?;
        newer["min_reader"] = json!(2);
        let neighbours = json!({ "format": "mognad", "schema": 1, "min_reader": 1, "document": "d-0000000000000001", "facts": [
            { "address": "document/municipality", "versions": [{ "by": "00000000000000aa", "n": 1, "at": 1, "value": "Grannkommunen" }] },
        ]});
        let nameless = json!({ "format": "mognad", "min_reader": 1, "document": "d-0000000000000002", "facts": [] });
        let refused = [
            (
                "bild.json",
                "\u{1}\u{2}PNG".to_owned(),
                "Filen lästes inte in: den är skadad eller av en annan sort.",
            ),
            (
                "avhuggen.mognad.json",
                file.chars().take(file.chars().count() / 2).collect(),
                "Filen lästes inte in: den är skadad eller av en annan sort.",
            ),
            (
                "tom.mognad.json",
                String::new(),
                "Filen lästes inte in: den är skadad eller av en annan sort.",
            ),
            (
                "annan.json",
                r#"{"format":"enkät","facts":[]}"#.to_owned(),
                "Filen lästes inte in: den kommer inte från Mognad.",
            ),
            (
                "nyare.mognad.json",
                newer.to_string(),
                "Filen lästes inte in: den är skriven av en nyare version av Mognad.",
            ),
            (
                "grannen.mognad.json",
                neighbours.to_string(),
                "Filen hör till en annan kommuns svar (Grannkommunen) och lades inte ihop med era. Era svar är orörda.",
            ),
            (
                "okänd.mognad.json",
                nameless.to_string(),
                "Filen hör till andra svar än de som finns här, och lades inte ihop med dem. Era svar är orörda.",
            ),
        ];
        for (name, text, sentence) in refused {
            turns_to(browser, "#/").await?; // notices go with the page
            turns_to(browser, "#/data").await?;
            browser.see_no_more(sentence).await?;
            reads_in(browser, name, &text).await?;
            browser.see_in("#page .cannot", sentence).await?;
            browser
                .see_in("#page .cannot", "Era svar är orörda.")
                .await?;
            turns_to(browser, "#/data").await?;
            assert_eq!(
                browser
                    .text_of("article section:last-of-type .quiet")
                    .await?,
                count,
                "{name}"
            );
        }
        reloads(browser).await?;
        assert_eq!(
            browser
                .text_of("article section:last-of-type .quiet")
                .await?,
            count
        );
        finds_level(browser, &unit, "reservrutin", 4).await?;
        assert!(!browser.shows("Grannkommunen").await?);
        browser.assert_no_complaints().await?;
        Ok(())
    });
}
