//! Levels, comparison values and what municipalities share, on the page and in a result.

use serde_json::json;

use crate::{
    coordinator::rows_of,
    files::{catches_files, caught_file, chooses_file},
    harness::{Browser, ColourScheme, Engine, Told, story},
    hostile_words::HOSTILE,
    manager::*,
    pictures::opens_the_example,
};

/// Chooses a file on the page of comparison values, and sees what is said of it.
async fn reads_shared(browser: &Browser, name: &str, text: &str) -> Told {
    let told = "#shared-told .ds-alert";
    chooses_file(browser, "#read-shared", (name, text), told).await
}

async fn fills(browser: &Browser, field: &str, text: &str) -> Told {
    browser.click(field).await?;
    browser.press("Control+a").await?;
    browser.type_text(text).await
}

/// Chooses in a list of a form, where nothing is saved before the form is sent.
async fn picks(browser: &Browser, list: &str, value: &str) -> Told {
    browser
        .click(&format!("{list} option[value='{value}']"))
        .await
}

/// Fills in a whole comparison value of an area.
async fn fills_in_a_value(browser: &Browser, area: &str, value: &str, source: &str) -> Told {
    picks(browser, "#value-area", area).await?;
    for (field, text) in [
        ("#value-value", value),
        ("#value-n", "7"),
        ("#value-population", "Sju kommuner"),
        ("#value-year", "2026"),
        ("#value-source", source),
        ("#value-method", "Medel av områdesvärden"),
        ("#value-entered-by", "IT-strateg"),
    ] {
        fills(browser, field, text).await?;
    }
    Ok(())
}

/// Opens everything that can be opened on the page.
async fn opens_all(browser: &Browser) -> Told {
    let all = "document.querySelectorAll('#page details').forEach(each => each.open = true);";
    browser.script(all, vec![]).await?;
    Ok(())
}

#[test]
fn a_level_and_a_value_with_its_source_stand_beside_the_result() {
    story(Engine::Chromium, async |browser, site| {
        opens_the_example(browser, "#/jamforelsevarden").await?;
        browser.click("#levels-ledning").await?;
        fills(browser, "#level-lowest-ledning", "7").await?;
        browser.press("Tab").await?;
        browser.see("Nivån finns inte på skalan.").await?;
        fills(browser, "#level-lowest-ledning", "2,5").await?;
        browser.press("Tab").await?;
        browser.type_text("Kommunchef").await?;
        browser.press("Tab").await?;
        browser
            .see_in("#levels-ledning", "Beslutad lägstanivå 2,5")
            .await?;
        // The municipality's own target is the one on the page of targets.
        fills(browser, "#level-own-ledning", "4").await?;
        browser.press("Tab").await?;
        browser
            .see_in("#levels-ledning", "Egen målnivå 4,0")
            .await?;
        is_saved(browser).await?;

        browser.click("#add-value").await?;
        fills_in_a_value(browser, "ledning", "2,7", " ").await?;
        browser.click("#keep-value").await?;
        browser.see_in("#value-refused", "”Källa” saknas").await?;
        let invalid = browser.attribute("#value-source", "aria-invalid").await?;
        assert_eq!(invalid.as_deref(), Some("true"));
        fills(browser, "#value-source", "Rapport 4").await?;
        browser.click("#keep-value").await?;
        browser.see_in("#register", "2,7").await?;
        browser
            .see_in(
                "#register .entries",
                "Källa: Rapport 4, 2026. Avser: Sju kommuner.",
            )
            .await?;
        assert_eq!(browser.count("#value-refused .ds-alert").await?, 0);
        is_saved(browser).await?;

        turns_to(browser, "#/resultat/it-mognad/social").await?;
        browser.wait_for("#compare-with").await?;
        for (choice, source) in [
            ("Beslutad lägstanivå", "kommunens egna beslut"),
            ("Rapport 4, 2026", "Rapport 4"),
        ] {
            let pick = "const list = document.querySelector('#compare-with');
                const option = [...list.options].find(each => each.textContent === arguments[0]);
                list.value = option.value;
                list.dispatchEvent(new Event('change', { bubbles: true }));";
            browser.script(pick, vec![json!(choice)]).await?;
            browser.see_in("#compared-source", source).await?;
            browser.wait_for("#compared-picture-card .chart-wide .chart-benchmark[data-row='0'], #compared-picture-card .chart-wide .chart-benchmark[data-row]").await?;
            let same = "const card = document.querySelector('#compared-picture-card');
                const marks = [...card.querySelectorAll('svg.chart-wide .chart-benchmark[data-row]')].map(mark => mark.dataset.value);
                const heads = [...card.querySelectorAll('thead th')].map(head => head.textContent);
                const column = heads.indexOf(arguments[0]);
                const cells = [...card.querySelectorAll('tbody tr')].map(row => row.cells[column].textContent).filter(cell => cell !== '–');
                return [column > 0, JSON.stringify(marks) === JSON.stringify(cells), marks.length];";
            let told = browser.script(same, vec![json!(choice)]).await?;
            assert_eq!(told, json!([true, true, 1]), "{choice}");
        }
        // Taken away, and taken back.
        turns_to(browser, "#/jamforelsevarden").await?;
        browser
            .click("#register .entries button[id^='remove-']")
            .await?;
        browser.see_in("#register", "Inga värden än.").await?;
        browser.click("#put-back").await?;
        browser.see_in("#register .entries", "Rapport 4").await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn what_leaves_is_shown_first_and_what_comes_is_shown_by_name_or_as_a_band() {
    story(Engine::Chromium, async |browser, site| {
        opens_the_example(browser, "#/jamforelsevarden").await?;
        browser
            .see_in("#share-result", "Ingen omgång är låst än.")
            .await?;
        browser.click("#save-result").await?;
        browser
            .see_in("#result-told", "Ingen omgång är låst än.")
            .await?;
        turns_to(browser, "#/omgang").await?;
        browser.click("#lock").await?;
        browser.wait_for("#unlock").await?;
        turns_to(browser, "#/jamforelsevarden").await?;
        let leaves = rows_of(browser, "#leaves-it-mognad").await?;
        assert!(
            leaves.iter().all(|row| row[0] != "Informationssäkerhet"),
            "{leaves:?}"
        );
        catches_files(browser).await?;
        browser.click("#save-result").await?;
        browser
            .see_in("#result-told", ".mognad-resultat.json")
            .await?;
        let result = caught_file(browser).await?;
        assert!(
            !result.contains("informationssakerhet") && !result.contains("Socialförvaltningen")
        );

        browser.click("#save-benchmark").await?;
        browser.see_in("#benchmark-told", "saknas").await?;
        fills(browser, "#benchmark-source", "Samarbetet").await?;
        fills(browser, "#benchmark-population", "Förvaltningar").await?;
        browser.click("#save-benchmark").await?;
        browser
            .see_in("#benchmark-told", "mognad-samarbetet")
            .await?;
        let benchmark = caught_file(browser).await?;
        for unit in [
            "Socialförvaltningen",
            "\"social\"",
            "kommunledning",
            "Exempelkommunen",
        ] {
            assert!(!benchmark.contains(unit), "{unit}");
        }

        reloads(browser).await?;
        browser.wait_for("#read-shared").await?;
        reads_shared(browser, "granne.mognad-resultat.json", &result).await?;
        browser
            .see_in("#shared-told", "Exempelkommunen: inläst.")
            .await?;
        reads_shared(browser, "band.mognad-jamforelse.json", &benchmark).await?;
        browser
            .see_in("#shared-told", "Samarbetet: inläst.")
            .await?;
        let few = benchmark.replacen("\"count\": 5", "\"count\": 4", 1);
        reads_shared(browser, "fyra.json", &few).await?;
        browser
            .see_in("#shared-told", "färre än fem enheter")
            .await?;
        reads_shared(browser, "trasig.json", &result[..200]).await?;
        browser
            .see_in("#shared-told", "skadad eller avkortad")
            .await?;
        is_saved(browser).await?;

        turns_to(browser, "#/resultat/it-mognad/social").await?;
        browser.wait_for("#compare-with").await?;
        let pick = "const list = document.querySelector('#compare-with');
            list.value = [...list.options].find(each => each.textContent.startsWith('Samarbetet')).value;
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        browser.script(pick, vec![]).await?;
        browser
            .see_in("#compared-source", "Enheterna saknar namn")
            .await?;
        browser
            .see_in("#compared-picture-card", "Ni är här")
            .await?;
        let rows = rows_of(browser, "#compared-picture-table").await?;
        assert!(!rows.is_empty());
        for row in &rows {
            assert!(row[5].contains("enheter"), "{row:?}");
        }
        let marks = "const marks = [...document.querySelectorAll('#compared-picture-card svg.chart-wide .chart-benchmark[data-row]')];
            return marks.map(mark => mark.dataset.value.replace(/\\s+/g, ' '));";
        let marks = browser.script(marks, vec![]).await?;
        let middles: Vec<&String> = rows.iter().map(|row| &row[2]).collect();
        assert_eq!(marks, json!(middles));
        browser.assert_clean("a result beside a benchmark").await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn the_page_is_for_everyone_wide_narrow_light_and_dark() {
    story(Engine::Chromium, async |browser, _site| {
        opens_the_example(browser, "#/omgang").await?;
        browser.click("#lock").await?;
        browser.wait_for("#unlock").await?;
        turns_to(browser, "#/jamforelsevarden").await?;
        browser.still().await?;
        browser.click("#add-value").await?;
        fills_in_a_value(browser, "ledning", "2,7", "En källa med ett mycket långt namn som Informationssäkerhetsklassningsmodellförvaltningsorganisationen").await?;
        browser.click("#keep-value").await?;
        browser.wait_for("#register .entries").await?;
        opens_all(browser).await?;
        for (scheme, width) in [(ColourScheme::Light, 1280), (ColourScheme::Dark, 320)] {
            browser.colour_scheme(scheme).await?;
            browser.set_size(width, 800).await?;
            browser
                .assert_clean("the page of comparison values")
                .await?;
            let wide = "const root = document.documentElement;
                const over = [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll'));
                return [root.scrollWidth <= innerWidth, over.slice(0, 5).map(each => each.outerHTML.slice(0, 120))];";
            let told = browser.script(wide, vec![]).await?;
            assert_eq!(told[0], json!(true), "{told}");
        }
        Ok(())
    });
}

#[test]
fn by_keyboard_alone_a_value_is_kept_and_what_is_written_survives_a_refusal() {
    story(Engine::Chromium, async |browser, _site| {
        opens_the_example(browser, "#/jamforelsevarden").await?;
        browser.wait_for("#add-value").await?;
        let at = "document.querySelector('#add-value').focus();";
        browser.script(at, vec![]).await?;
        browser.press("Enter").await?;
        tabs_to(browser, "#value-value").await?;
        browser.type_text("medelnivå").await?;
        browser.press("Enter").await?;
        browser.see_in("#value-refused", "saknas").await?;
        let text = "return document.querySelector('#value-value').value";
        assert_eq!(browser.script(text, vec![]).await?, json!("medelnivå"));
        fills_in_a_value(browser, "ledning", "medelnivå", "Rapport").await?;
        browser.press("Enter").await?;
        browser
            .see_in("#value-refused", "Ord blir inga siffror här.")
            .await?;
        // A gesture elsewhere leaves what is being written alone.
        browser.click("#levels-ledning").await?;
        fills(browser, "#level-good-ledning", "3").await?;
        browser.press("Tab").await?;
        browser.see_in("#levels-ledning", "God praxis 3,0").await?;
        assert_eq!(browser.script(text, vec![]).await?, json!("medelnivå"));
        Ok(())
    });
}

#[test]
fn hostile_text_in_every_field_stays_text() {
    story(Engine::Chromium, async |browser, site| {
        opens_the_example(browser, "#/jamforelsevarden").await?;
        let put = "for (const [id, text] of Object.entries(arguments[0])) {
                const field = document.getElementById(id);
                field.value = text;
                field.dispatchEvent(new Event('input', { bubbles: true }));
            }";
        for text in HOSTILE {
            let said = format!("a {text}");
            browser.click("#add-value").await?;
            browser.click("#add-assessment").await?;
            picks(browser, "#value-area", "ledning").await?;
            let value = json!({
                "value-value": "2,7", "value-n": "7", "value-year": "2026", "value-population": said,
                "value-source": said, "value-method": said, "value-entered-by": said,
            });
            browser.script(put, vec![value]).await?;
            browser.click("#keep-value").await?;
            let assessment =
                json!({ "assessment-words": said, "assessor": said, "assessed-on": said });
            browser.script(put, vec![assessment]).await?;
            browser.click("#keep-assessment").await?;
            browser.wait_for("#assessments .entries").await?;
        }
        is_saved(browser).await?;
        let alive = "return [window.__hostile === undefined, document.querySelectorAll('#page img, #page script, #page iframe, #page [onclick], #page [onerror]').length,
            document.querySelectorAll('#register .entries > li').length, document.querySelectorAll('#assessments .entries > li').length];";
        let told = browser.script(alive, vec![]).await?;
        assert_eq!(told, json!([true, 0, HOSTILE.len(), HOSTILE.len()]));
        turns_to(browser, "#/resultat/it-mognad/social").await?;
        browser.wait_for("#compare-with").await?;
        let told = browser
            .script("return window.__hostile === undefined", vec![])
            .await?;
        assert_eq!(told, json!(true));
        site.assert_policy_kept()?;
        Ok(())
    });
}
