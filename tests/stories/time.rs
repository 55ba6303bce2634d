//! One round after another: what was said last time stands beside each question, and what has become of it is told.

use serde_json::json;

use crate::{
    builds::Build,
    coordinator::rows_of,
    harness::{Browser, Engine, Told, story, story_on},
    manager::*,
    set_changes::next_version,
};

const FIELD: &str = "return document.querySelector('#rationale').value;";

/// Locks the round and begins the next one, as the coordinator does, and goes back to answering.
async fn a_year_goes(browser: &Browser, unit: &Unit) -> Told {
    turns_to(browser, "#/omgang").await?;
    browser.click("#lock").await?;
    browser.click("#new-round").await?;
    is_saved(browser).await?;
    begins_again_together(browser, "Socialförvaltningen", unit).await
}

/// Answers a question and says why.
async fn says_why(browser: &Browser, unit: &Unit, question: &str, level: u8, why: &str) -> Told {
    answers(browser, unit, question, level).await?;
    writes(browser, "#rationale", why).await?;
    is_saved(browser).await
}

/// No element reaches out of a page of 320 pixels, but what scrolls by itself.
async fn fits_a_phone(browser: &Browser) -> Told {
    browser.set_size(320, 640).await?;
    let wide = "return document.documentElement.scrollWidth <= innerWidth;";
    assert_eq!(browser.script(wide, vec![]).await?, json!(true));
    browser.set_size(1280, 900).await
}

#[test]
fn what_was_answered_last_round_goes_on_by_keyboard_and_one_undo_takes_answer_and_reason_back() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        assert_eq!(
            browser.count("#before").await?,
            0,
            "there is no round before"
        );
        says_why(browser, &unit, "reservrutin", 2, "Bara två vet hur.").await?;
        a_year_goes(browser, &unit).await?;

        turns_to(browser, &unit.question("reservrutin")).await?;
        browser.see_in("#before", "Förra omgången (Omgång").await?;
        browser.see_in("#before", "nivå 2, Påbörjat").await?;
        browser.see_in("#before", "”Bara två vet hur.”").await?;
        finds_nothing_chosen(browser).await?;
        browser
            .assert_clean("a question with the answer before")
            .await?;
        fits_a_phone(browser).await?;

        tabs_to(browser, "#unchanged").await?;
        browser.press("Enter").await?;
        finds_chosen(browser, "level-2").await?;
        browser.wait_for_focus("#next").await?;
        browser.see_in("#before", "Samma svar nu som då.").await?;
        assert_eq!(
            browser.script(FIELD, vec![]).await?,
            json!("Bara två vet hur.")
        );
        is_saved(browser).await?;

        browser.press("Control+z").await?;
        finds_nothing_chosen(browser).await?;
        assert_eq!(browser.script(FIELD, vec![]).await?, json!(""));
        browser.wait_for("#unchanged").await?;
        browser.press("Control+y").await?;
        finds_chosen(browser, "level-2").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        finds_level(browser, &unit, "reservrutin", 2).await?;
        browser.see_in("#before", "Samma svar nu som då.").await?;
        assert_eq!(
            browser.script(FIELD, vec![]).await?,
            json!("Bara två vet hur.")
        );

        // A question that was not answered then has nothing beside it.
        turns_to(browser, &unit.question("incidentrutin")).await?;
        finds_nothing_chosen(browser).await?;
        assert_eq!(browser.count("#unchanged").await?, 0);
        Ok(())
    });
}

/// Where the parts of a question stand, noted the first time that there are any and in every frame until the block is there.
const NOTES: &str = "(() => {
    window.__places = [];
    const note = () => {
        const parts = ['#level-1', '#dont-know', '#rationale', '#next'].map(id => document.querySelector(id));
        if (parts.every(Boolean)) {
            const top = part => Math.round(part.getBoundingClientRect().top + scrollY);
            window.__places.push([document.querySelector('#before')?.innerText ?? '', ...parts.map(top)]);
        }
        requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
})();";

#[test]
fn the_answer_before_comes_without_moving_anything_that_somebody_is_about_to_click() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        let long = "Vi har en rutin, men den är skriven för det gamla systemet. ".repeat(6);
        says_why(browser, &unit, "reservrutin", 2, long.trim()).await?;
        a_year_goes(browser, &unit).await?;
        for question in ["reservrutin", "incidentrutin"] {
            turns_to(browser, &unit.question(question)).await?;
            reloads(browser).await?; // folds: the old round has shards of its own
            let source = json!({ "source": NOTES });
            browser
                .devtools("Page.addScriptToEvaluateOnNewDocument", source)
                .await?;
            browser.cpu_slowdown(6).await?;
            reloads(browser).await?;
            let read = "return window.__places.length > 0 && !window.__places.at(-1)[0].includes('Hämtar') && window.__places;";
            let places = browser
                .wait_until("for the round before", read, vec![])
                .await?;
            let places = places.as_array().cloned().unwrap_or_default();
            let waited = places.iter().filter(|place| {
                place[0]
                    .as_str()
                    .is_some_and(|text| text.contains("Hämtar"))
            });
            assert!(
                waited.count() > 0,
                "the page was never seen without the old round: {places:?}"
            );
            let tops = |place: &serde_json::Value| place.as_array().map(|all| all[1..].to_vec());
            for place in &places {
                assert_eq!(tops(place), tops(&places[0]), "{question}");
            }
            browser.cpu_slowdown(1).await?;
            browser
                .assert_clean("a question whose old round came late")
                .await?;
        }
        Ok(())
    });
}

#[test]
fn a_question_that_means_something_else_breaks_the_line_and_is_not_compared() {
    let old = Build::without_service_worker("old-rounds").unwrap();
    let new = Build::without_service_worker("new-rounds").unwrap();
    new.change("sets/it-mognad.", ".json", next_version)
        .unwrap();
    let newer = new.folder().to_path_buf();
    story_on(old.folder(), Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        says_why(browser, &unit, "reservrutin", 4, "Övas i mars.").await?;
        says_why(browser, &unit, "incidentrutin", 2, "Få har läst den.").await?;
        answers(browser, &unit, "informationsklassning", 2).await?;
        let trend = format!("#/utveckling/it-mognad/{}", unit.id());
        turns_to(browser, &trend).await?;
        browser.see("när det finns två omgångar med svar").await?;

        site.serve_instead(&newer);
        browser
            .devtools("Network.clearBrowserCache", json!({}))
            .await?;
        reloads(browser).await?;
        a_year_goes(browser, &unit).await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        browser.see_in("#before", "nivå 4").await?;
        browser
            .see_in("#before", "Frågan har ändrats sedan dess.")
            .await?;
        assert_eq!(
            browser.count("#unchanged").await?,
            0,
            "it may be another level now"
        );
        chooses(browser, "level-3").await?;
        // Other words for the same: it goes on.
        turns_to(browser, &unit.question("incidentrutin")).await?;
        browser.wait_for("#unchanged").await?;
        chooses(browser, "level-3").await?;
        writes(browser, "#rationale", "Alla nya får den.").await?;
        is_saved(browser).await?;

        turns_to(browser, &unit.result()).await?;
        browser.click("#trend").await?;
        browser
            .see_in("#finding", "Ett svar kan jämföras med Omgång")
            .await?;
        browser.see_in("#finding", "det har stigit").await?;
        browser
            .see_in("#also", "Ett svar finns inte med längre.")
            .await?;
        browser.see_in("#also", "Ett svar jämförs inte").await?;
        browser.see_in("#rose", "”Få har läst den.”").await?;
        browser.see_in("#rose", "”Alla nya får den.”").await?;
        browser
            .see_in("#changed", "Jämförs inte: frågan har ändrats.")
            .await?;
        browser
            .see_in("#changed", "Då löd frågan: ”Hur klarar sig verksamheten")
            .await?;
        browser.assert_clean("rounds over time").await?;
        fits_a_phone(browser).await?;

        turns_to(browser, &format!("{trend}/informationssakerhet")).await?;
        browser.wait_for("#trend-card svg").await?;
        let lines =
            "return document.querySelectorAll('.chart-wide .chart-series-line[data-row]').length;";
        assert_eq!(
            browser.script(lines, vec![]).await?,
            json!(0),
            "no line is drawn over the break"
        );
        browser.click("#trend-card summary").await?;
        let rows = rows_of(browser, "#trend-table").await?;
        assert_eq!(rows.len(), 2);
        let why = rows
            .get(1)
            .and_then(|row| row.last())
            .cloned()
            .unwrap_or_default();
        assert!(
            why.contains("en fråga har ändrats, en fråga ställs inte längre"),
            "{why}"
        );
        // One question alone is the same in both rounds: too few for an index over them.
        browser.click("#same > summary").await?;
        browser
            .see_in("#same", "För få frågor kan jämföras")
            .await?;
        browser.assert_clean("an area over time").await?;
        fits_a_phone(browser).await?;
        Ok(())
    });
}

#[test]
fn in_the_example_the_same_questions_come_into_the_picture_on_demand() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "?exempel#/utveckling/it-mognad/social").await?;
        browser.wait_for("#trend-card svg").await?;
        browser.see("Påhittade exempelvärden").await?;
        browser
            .see_in("#finding", "svar steg sedan Omgång 2025")
            .await?;
        let rings = "return document.querySelectorAll('#trend-card .chart-wide .chart-earlier[data-row]').length;";
        assert_eq!(browser.script(rings, vec![]).await?, json!(0));
        browser.click("#same > summary").await?;
        browser.click("#show-same").await?;
        browser
            .wait_until(
                "for the finer line",
                &format!("{} === 2;", rings.trim_end_matches(';')),
                vec![],
            )
            .await?;
        browser.click("#trend-card summary").await?;
        let rows = rows_of(browser, "#trend-table").await?;
        assert!(rows.iter().all(|row| row.len() == 5), "{rows:?}");
        browser.click("#by-unit > summary").await?;
        browser.wait_for("#trend-units").await?;
        let rows = rows_of(browser, "#trend-units").await?;
        let of = |place: usize| -> Vec<usize> {
            let counts = rows
                .iter()
                .map(|row| row.get(place).and_then(|cell| cell.parse().ok()));
            counts.map(Option::unwrap_or_default).collect()
        };
        for place in 1..=6 {
            let counts = of(place);
            let (together, units) = counts.split_last().unwrap();
            assert_eq!(units.iter().sum::<usize>(), *together, "{rows:?}");
        }
        browser.assert_clean("the example over time").await?;
        fits_a_phone(browser).await?;
        Ok(())
    });
}
