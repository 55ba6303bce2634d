//! Pictures: the same numbers in the picture and in its table, marks on demand, and files to take along.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use crate::{
    coordinator::*,
    harness::{
        Browser, Engine, Told, Trouble,
        patience::{Deadline, USUAL},
        story,
    },
    manager::*,
};

/// Opens the example at a place; it is on its way for a moment, and shows the pages of the one who leads.
pub async fn opens_the_example(browser: &Browser, place: &str) -> Told {
    opens(browser, &format!("?exempel{place}")).await?;
    browser
        .see_in("#example", "Påhittade exempelvärden.")
        .await?;
    browser.wait_for("#menu-round").await
}

/// The marks of a picture and the column of its table that they stand for.
type Marks<'a> = &'a [(&'a str, &'a str)];

const BARS: Marks = &[
    (".chart-series-now, .chart-missing", "Genomsnitt"),
    (".chart-mark", "Uppnådd nivå"),
    (".chart-target", "Mål"),
    (".chart-earlier", "Omgång 2025"),
];
const PERCENT_BARS: Marks = &[
    (".chart-series-now, .chart-missing", "Uppfyllnadsgrad"),
    (".chart-target", "Mål"),
    (".chart-earlier", "Omgång 2025"),
];
const RADAR: Marks = &[
    (".chart-dot, .chart-missing", "Genomsnitt"),
    (".chart-target", "Mål"),
    (".chart-earlier", "Omgång 2025"),
];
const PERCENT_RADAR: Marks = &[
    (".chart-dot, .chart-missing", "Uppfyllnadsgrad"),
    (".chart-target", "Mål"),
    (".chart-earlier", "Omgång 2025"),
];

const OUTLINES: Marks = &[
    (".chart-dot", "Socialförvaltningen"),
    (".chart-target", "Exempelkommunen"),
];

const TREND: Marks = &[
    (".chart-dot, .chart-missing", "Genomsnitt"),
    (".chart-earlier", "Samma frågor"),
];

/// Sees that each mark of a picture, in both widths, has the number that its table has, and that a number in the table has
/// its mark.
async fn says_the_same_as_its_table(browser: &Browser, id: &str, marks: Marks<'_>) -> Told {
    let body = "const [id, width, marks] = arguments;
        const plain = text => text.replace(/\\s+/g, ' ').trim();
        const svg = document.querySelector(`#${id}-card svg.chart-${width}`);
        const table = document.getElementById(`${id}-table`);
        if (!svg || !table) return null;
        const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
        return marks.flatMap(([mark, head]) => [...table.tBodies[0].rows].map((row, number) => {
            const drawn = [...svg.querySelectorAll(mark)]
                .filter(each => each.dataset.row === String(number) && each.dataset.value !== undefined)
                .map(each => plain(each.dataset.value));
            const cell = row.cells[heads.indexOf(head)];
            return [head, row.cells[0].textContent, cell ? plain(cell.textContent) : 'no such column', drawn.join(' and ')];
        }));";
    for width in ["wide", "narrow"] {
        let arguments = vec![json!(id), json!(width), json!(marks)];
        let what = format!("for the picture {id} and its table");
        let told = browser.wait_until(&what, body, arguments).await?;
        let told = words_of(&told);
        for mark in &told {
            let [head, area, cell, drawn] = mark.as_slice() else {
                return Err(Trouble::new(format!("{mark:?} has other parts.")));
            };
            let expected = if cell == "–" { "" } else { cell };
            assert_eq!(drawn, expected, "{head} of {area} in {id}, {width}");
        }
        assert!(
            told.iter()
                .filter(|mark| mark.last().is_some_and(|drawn| !drawn.is_empty()))
                .count()
                >= 3,
            "{id} has something to compare: {told:?}"
        );
    }
    Ok(())
}

/// Sees that the numbers that are written in the flower box are those of its table.
async fn flowers_say_the_same_as_their_table(browser: &Browser, id: &str) -> Told {
    let body = "const [id, width] = arguments;
        const plain = text => text.replace(/\\s+/g, ' ').trim();
        const svg = document.querySelector(`#${id}-card svg.chart-${width}`);
        return svg && [...svg.querySelectorAll('g[data-value]')].map(bed => {
            const of = grade => String(bed.querySelectorAll(`[data-grade=${grade}]`).length);
            return [plain(bed.dataset.value), of('full'), of('half'), of('nothing'), of('unknown')];
        });";
    let table = rows_of(browser, &format!("#{id}-table")).await?;
    let expected: Vec<Vec<String>> = table
        .iter()
        .map(|row| row.iter().skip(2).take(5).cloned().collect())
        .collect();
    for width in ["wide", "narrow"] {
        let drawn = browser
            .wait_until("for the flower box", body, vec![json!(id), json!(width)])
            .await?;
        assert_eq!(words_of(&drawn), expected, "{id}, {width}");
    }
    Ok(())
}

async fn shows_every_mark(browser: &Browser) -> Told {
    for mark in ["#mark-target", "#mark-reached", "#mark-earlier"] {
        if browser.count(&format!("{mark}:not(:checked)")).await? > 0 {
            browser.click(mark).await?;
            browser.wait_for(&format!("{mark}:checked")).await?;
        }
    }
    Ok(())
}

#[test]
fn every_picture_says_the_same_numbers_as_its_table() {
    story(Engine::Chromium, async |browser, _site| {
        opens_the_example(browser, "#/resultat/it-mognad/social").await?;
        shows_every_mark(browser).await?;
        says_the_same_as_its_table(browser, "bars", BARS).await?;
        says_the_same_as_its_table(browser, "radar", RADAR).await?;
        // One area is too thin here.
        turns_to(browser, "#/resultat/it-mognad/kultur-och-fritid").await?;
        shows_every_mark(browser).await?;
        says_the_same_as_its_table(browser, "bars", BARS).await?;
        browser
            .wait_for_count(
                "#bars-card svg.chart-wide .chart-missing[data-value='Otillräckligt underlag']",
                1,
            )
            .await?;
        turns_to(browser, "#/resultat/e-forvaltning/kommunen").await?;
        shows_every_mark(browser).await?;
        says_the_same_as_its_table(browser, "bars", PERCENT_BARS).await?;
        flowers_say_the_same_as_their_table(browser, "flowers").await?;
        Ok(())
    });
}

#[test]
fn the_gallery_shows_every_picture_with_the_numbers_of_its_table_and_says_that_they_are_made_up() {
    story(Engine::Chromium, async |browser, site| {
        opens(browser, "").await?;
        turns_to(browser, "#/galleri").await?;
        browser.wait_for("#gallery-distribution-card").await?;
        browser
            .see_in("#page .eyebrow", "Påhittade exempelvärden")
            .await?;
        browser.wait_for_count("#page .picture", 9).await?;
        flowers_say_the_same_as_their_table(browser, "gallery-flowers").await?;
        says_the_same_as_its_table(browser, "gallery-trend", TREND).await?;
        says_the_same_as_its_table(browser, "gallery-percent-bars", PERCENT_BARS).await?;
        says_the_same_as_its_table(browser, "gallery-percent-radar", PERCENT_RADAR).await?;
        says_the_same_as_its_table(browser, "gallery-bars", BARS).await?;
        says_the_same_as_its_table(browser, "gallery-radar", RADAR).await?;
        says_the_same_as_its_table(browser, "gallery-outlines", OUTLINES).await?;
        every_picture_is_marked(browser).await?;
        // Looking at it leaves one's own workspace as empty as it was.
        turns_to(browser, "#/data").await?;
        browser.see("Här finns inga uppgifter än.").await?;
        browser.wait_for_count("#example", 0).await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

/// Sees on every picture of the page that its values are made up.
pub async fn every_picture_is_marked(browser: &Browser) -> Told {
    let marked = "const pictures = [...document.querySelectorAll('svg.chart-wide, svg.chart-narrow')];
        return pictures.length > 0 && pictures.every(each =>
            [...each.querySelectorAll('text')].some(text => text.textContent === 'Påhittade exempelvärden'));";
    browser
        .wait_until("for the mark on every picture", marked, vec![])
        .await?;
    Ok(())
}

#[test]
fn marks_come_into_the_picture_and_go_as_they_are_ticked() {
    story(Engine::Chromium, async |browser, _site| {
        opens_the_example(browser, "#/resultat/it-mognad/social").await?;
        // Targets of the example for Socialförvaltningen, and what is drawn before anything is asked for.
        browser.wait_for("#mark-target:checked").await?;
        let targets = drawn(browser, ".chart-target").await?;
        assert!(targets > 0, "there are targets");
        assert_eq!(drawn(browser, ".chart-mark").await?, 0);
        assert_eq!(drawn(browser, ".chart-earlier").await?, 0);
        browser.click("#mark-target").await?;
        comes_to(browser, ".chart-target", 0).await?;
        assert!(
            !heads_of(browser, "#bars-table")
                .await?
                .contains(&"Mål".to_owned())
        );
        // What the group left open, its people have answered: every area has a level reached.
        browser.click("#mark-reached").await?;
        comes_to(browser, ".chart-mark", 13).await?;
        browser.wait_for_focus("#mark-reached").await?;
        // The round before had an answer to everything.
        browser.press("Tab Space").await?;
        browser.wait_for_focus("#mark-earlier:checked").await?;
        comes_to(browser, ".chart-earlier", 13).await?;
        browser.press("Space").await?;
        comes_to(browser, ".chart-earlier", 0).await?;
        browser.click("#mark-target").await?;
        comes_to(browser, ".chart-target", targets).await?;
        // A flower box has no level reached to ask for.
        turns_to(browser, "#/resultat/e-forvaltning/kommunen").await?;
        browser.wait_for("#mark-earlier").await?;
        browser.wait_for_count("#mark-reached", 0).await?;
        Ok(())
    });
}

/// How many areas have this mark in the wide bars.
async fn drawn(browser: &Browser, mark: &str) -> Told<usize> {
    browser.wait_for("#bars-card svg").await?;
    browser.count(&marked(mark)).await
}

async fn comes_to(browser: &Browser, mark: &str, number: usize) -> Told {
    browser.wait_for_count(&marked(mark), number).await
}

fn marked(mark: &str) -> String {
    format!("#bars-card svg.chart-wide {mark}[data-row][data-value]")
}

/// Lets downloads come into a folder of the story's own.
pub async fn keeps_downloads(browser: &Browser) -> Told<PathBuf> {
    let folder = browser.profile().temp().join("downloads");
    fs::create_dir_all(&folder)?;
    let allow = json!({ "behavior": "allow", "downloadPath": folder });
    browser
        .devtools("Browser.setDownloadBehavior", allow)
        .await?;
    Ok(folder)
}

/// The next finished download with this name, which is then taken away.
pub async fn downloaded(folder: &std::path::Path, name: &str) -> Told<Vec<u8>> {
    let path = folder.join(name);
    let mut deadline = Deadline::after(USUAL);
    // The browser keeps the name with an empty file until all of it has come.
    while !fs::metadata(&path).is_ok_and(|file| file.len() > 0) {
        if deadline.is_over() {
            let there: Vec<_> = fs::read_dir(folder)?
                .flatten()
                .map(|entry| entry.file_name())
                .collect();
            return Err(Trouble::new(format!(
                "{name} was not downloaded; there are {there:?}."
            )));
        }
        deadline.pause().await;
    }
    let bytes = fs::read(&path)?;
    fs::remove_file(&path)?;
    Ok(bytes)
}

/// Sees a sharp PNG in which something is painted.
async fn is_a_png(browser: &Browser, bytes: &[u8]) -> Told {
    assert!(
        bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "it begins as a PNG"
    );
    let body = "const blob = new Blob([new Uint8Array(arguments[0])], { type: 'image/png' });
        return createImageBitmap(blob).then(image => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.width, image.height];
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
            return [image.width, image.height, new Set(pixels).size];
        });";
    let told = browser.script(body, vec![json!(bytes)]).await?;
    let number = |place: usize| told.get(place).and_then(Value::as_u64).unwrap_or_default();
    assert!(number(0) > 1000 && number(1) > 500, "it is {told} large");
    assert!(number(2) > 10, "it has {} colours", number(2));
    Ok(())
}

/// Sees an SVG that stands by itself: named, readable, with nothing that leads out or runs.
async fn is_a_plain_svg(browser: &Browser, bytes: &[u8], title: &str) -> Told {
    let text =
        String::from_utf8(bytes.to_vec()).map_err(|error| Trouble::new(error.to_string()))?;
    let body = "const file = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        const has = what => file.querySelector(what) !== null;
        return [has('parsererror'), has('a, script, style, image, use, [href], [class], [style], [tabindex]'),
            file.documentElement.localName, file.querySelector('svg > title')?.textContent,
            [...file.querySelectorAll('text')].some(text => text.textContent === 'Påhittade exempelvärden')];";
    let told = browser.script(body, vec![json!(text)]).await?;
    assert_eq!(told, json!([false, false, "svg", title, true]), "{title}");
    Ok(())
}

#[test]
fn a_picture_is_taken_along_as_png_and_as_svg() {
    story(Engine::Chromium, async |browser, site| {
        opens_the_example(browser, "#/resultat/e-forvaltning/kommunen").await?;
        let folder = keeps_downloads(browser).await?;
        let start = "pahittade-exempelvarden-mognad";
        let whole = [
            (
                "flowers",
                "Blomlådan, Exempelkommunen",
                "blomladan-exempelkommunen",
            ),
            (
                "bars",
                "Nivå per område, Exempelkommunen",
                "niva-per-omrade-exempelkommunen",
            ),
        ];
        for (id, title, name) in whole {
            browser.click(&format!("#{id}-png")).await?;
            let png = downloaded(&folder, &format!("{start}-{name}.png")).await?;
            is_a_png(browser, &png).await?;
            browser.click(&format!("#{id}-svg")).await?;
            let svg = downloaded(&folder, &format!("{start}-{name}.svg")).await?;
            is_a_plain_svg(browser, &svg, title).await?;
        }
        turns_to(browser, "#/resultat/it-mognad/social").await?;
        browser.click("#radar-svg").await?;
        let name = format!("{start}-profil-over-omradena-socialforvaltningen.svg");
        let svg = downloaded(&folder, &name).await?;
        is_a_plain_svg(browser, &svg, "Profil över områdena, Socialförvaltningen").await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}
