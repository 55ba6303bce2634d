//! Hostile text as names, notes and ids through store, file, paper, tables and archive: text stays text, nothing of it runs.

use mognad::{
    domain::{Address, Document, RoundId, Timestamp, Value, WriterId, rounds},
    exchange::{
        ArchiveOptions, ArchiveRequest, FreeText, Names, RoundStatus, file_from_json, file_to_json,
    },
    i18n::Language,
};
use serde_json::json;

use crate::{
    files::{reads_in, saves_as_file, shows_file, starts_on_an_empty_computer},
    harness::{Browser, Engine, Medium, Site, Told, Trouble, story},
    hostile_words::{HOSTILE, long},
    manager::*,
};

/// No element and no attribute came of the text, and nothing ran.
async fn is_text_only(browser: &Browser, site: &Site) -> Told {
    let alive = "return [
            window.__hostile === undefined ? null : 'something ran',
            ...[...document.querySelectorAll('img, #page script, #page style, [onclick], [onerror], [onload], iframe, object')]
                .map(element => element.outerHTML.slice(0, 120)),
            ...[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))
                .filter(href => /^\\s*(javascript|data):/i.test(href)),
        ].filter(found => found);";
    let found = browser.script(alive, vec![]).await?;
    assert_eq!(found, json!([]));
    site.assert_policy_kept()
}

/// The page shows the text letter by letter.
async fn shows(browser: &Browser, text: &str) -> Told {
    let shown = "const one = text => text.replace(/\\s+/g, ' ').trim();
        const seen = one(document.body.textContent) + [...document.querySelectorAll('input, textarea')].map(field => one(field.value)).join(' ');
        return seen.includes(one(arguments[0]));";
    browser
        .wait_until(&format!("for “{text}”"), shown, vec![json!(text)])
        .await?;
    Ok(())
}

/// What somebody could have typed, and what only a foreign file can bring: hostile ids, marks of later kinds.
fn made_hostile(file: &str) -> Told<Document> {
    let read = file_from_json(file).map_err(|error| Trouble::new(error.to_string()))?;
    let mut document = read.document;
    for text in HOSTILE.into_iter().map(String::from).chain([long()]) {
        for path in [
            format!("unit/{text}/name"),
            format!("answer/r-1/{text}/q/level/together"),
            text.clone(),
        ] {
            let value = Value::Text(text.clone());
            document.write(&Address::parse(&path), WriterId(1), Timestamp(1), value);
        }
    }
    Ok(document)
}

async fn archive_of(browser: &Browser, file: &str, round: &RoundId) -> Told<String> {
    let request = ArchiveRequest {
        round: round.clone(),
        options: ArchiveOptions {
            status: RoundStatus::Draft,
            names: Names::Kept,
            texts: FreeText::Kept,
        },
        language: Language::Swedish,
        at: Timestamp(9),
        offset: 60,
    };
    let ask = "return askWorker(arguments[0], arguments[1]);";
    let arguments = vec![json!(request.to_json()), json!(file)];
    let html = browser.script(ask, arguments).await?;
    Ok(html.as_str().unwrap_or_default().to_owned())
}

/// The coordinator's page, for which the program of the desk takes over.
async fn sees_the_round(browser: &Browser, site: &Site) -> Told {
    let go = "location.hash = '#/omgang';";
    browser.script(go, vec![]).await?;
    browser.wait_for("#round-state").await?;
    has_started(browser).await?;
    is_text_only(browser, site).await
}

/// The archive, laid into a page of its own, has no more elements than it would have, and every text.
async fn archive_is_text_only(browser: &Browser, file: &str, said: &[(&str, String)]) -> Told {
    let mine = file_from_json(file).map_err(|error| Trouble::new(error.to_string()))?;
    let round = rounds(&mine.document)
        .pop()
        .ok_or_else(|| Trouble::new("There is no round."))?;
    let html = archive_of(browser, file, &round).await?;
    // Its own style is refused by this page's policy.
    let look = "const page = new DOMParser().parseFromString(arguments[0].replace(/<style>[^]*?<\\/style>/, ''), 'text/html');
        return [page.querySelectorAll('img, svg[onload], iframe, [onclick], [onerror], [onload]').length,
                [...page.scripts].filter(script => script.type !== 'application/json').length,
                arguments[1].every(text => page.body.textContent.includes(text.trim().split(' ')[0]))];";
    let texts: Vec<&str> = said.iter().map(|(_, text)| text.as_str()).collect();
    let alive = browser
        .script(look, vec![json!(html), json!(texts)])
        .await?;
    assert_eq!(alive, json!([0, 0, true]));
    Ok(())
}

#[test]
fn hostile_text_stays_text_through_store_file_paper_tables_and_archive() {
    story(Engine::Chromium, async |browser, site| {
        opens(browser, "#/installningar").await?;
        browser.click("#municipality").await?;
        browser.type_text(HOSTILE[5]).await?;
        browser.press("Tab").await?;
        is_saved(browser).await?;
        // What cannot be typed by keys is typed as a paste.
        let paste = "const field = document.querySelector(arguments[0]);
            field.focus(); field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true })); field.blur();";
        turns_to(browser, "#/besvara").await?;
        browser.click("#unit-new").await?;
        browser
            .script(paste, vec![json!("#unit-name"), json!(HOSTILE[0])])
            .await?;
        browser.click("#together").await?;
        browser.click("#begin").await?;
        let unit = is_asked(browser).await?;
        let questions = crate::twenty::TWENTY;
        let mut said = Vec::new();
        for (question, text) in questions
            .into_iter()
            .zip(HOSTILE.into_iter().map(String::from).chain([long()]))
        {
            answers(browser, &unit, question, 3).await?;
            browser
                .script(paste, vec![json!("#rationale"), json!(text)])
                .await?;
            is_saved(browser).await?;
            said.push((question, text));
        }
        // Half a character is none: the browser hands over U+FFFD.
        answers(browser, &unit, questions[12], 2).await?;
        let half =
            "arguments[0] = '#rationale'; const field = document.querySelector('#rationale');
            field.focus(); field.value = 'A\\ud800B';
            field.dispatchEvent(new Event('input', { bubbles: true })); field.blur();";
        browser.script(half, vec![json!("")]).await?;
        is_saved(browser).await?;
        said.push((questions[12], "A\u{fffd}B".to_owned()));

        // The store.
        reloads(browser).await?;
        for (question, text) in &said {
            turns_to(browser, &unit.question(question)).await?;
            browser
                .wait_until(
                    &format!("for the reason “{text}”"),
                    "return document.getElementById('rationale')?.value === arguments[0];",
                    vec![json!(text)],
                )
                .await?;
            is_text_only(browser, site).await?;
        }

        // The result with its tables, on the screen and on paper.
        for medium in [Medium::Screen, Medium::Print] {
            turns_to(browser, "#/om").await?;
            turns_to(browser, &unit.result()).await?;
            browser.wait_for("svg.chart-wide").await?;
            browser.medium(medium).await?;
            shows(browser, HOSTILE[0]).await?;
            shows(browser, HOSTILE[5]).await?;
            is_text_only(browser, site).await?;
        }
        browser.medium(Medium::Screen).await?;
        sees_the_round(browser, site).await?;
        for place in ["#/data", "#/lamna-in", &unit.targets("it-mognad")] {
            turns_to(browser, place).await?;
            is_text_only(browser, site).await?;
        }

        let file = saves_as_file(browser).await?;
        archive_is_text_only(browser, &file, &said).await?;

        // The file, with ids that are none, elsewhere.
        let hostile = made_hostile(&file)?;
        starts_on_an_empty_computer(browser).await?;
        turns_to(browser, "#/data").await?;
        let text = file_to_json(&hostile, Timestamp(0));
        shows_file(browser, "\"><img src=x>.mognad.json", &text).await?;
        shows(browser, HOSTILE[0]).await?;
        is_text_only(browser, site).await?;
        browser.click("#take-in").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        let again = saves_as_file(browser).await?;
        let here = file_from_json(&again).map_err(|error| Trouble::new(error.to_string()))?;
        assert!(here.document == hostile, "the document is another one");
        sees_the_round(browser, site).await?;
        Ok(())
    });
}

#[test]
fn half_a_character_in_a_file_is_read_as_none_and_said() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        begins_together(browser, "Socialförvaltningen").await?;
        let file = saves_as_file(browser).await?;
        let half = file.replace("Socialförvaltningen", "Social\\ud83dförvaltningen");
        assert_ne!(half, file);
        starts_on_an_empty_computer(browser).await?;
        turns_to(browser, "#/data").await?;
        shows_file(browser, "halv.mognad.json", &half).await?;
        browser
            .see("1 uppgift har tecken som inte gick att läsa. De visas som \u{fffd}.")
            .await?;
        browser.click("#take-in").await?;
        is_saved(browser).await?;
        let again = saves_as_file(browser).await?;
        assert!(again.contains("Social\u{fffd}förvaltningen"));
        reads_in(browser, "igen.mognad.json", &half).await?;
        browser.see("Allt i filen finns redan här.").await?;
        Ok(())
    });
}
