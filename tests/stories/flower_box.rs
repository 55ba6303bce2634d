//! The flower box: put together from those who answer, and each of its petals a way to a question.

use serde_json::json;

use crate::{
    coordinator::{Grade::*, *},
    harness::{Browser, Engine, Told, in_every_engine, story},
    manager::*,
};

const OLDER: Said = (
    "aldre-och-omsorg",
    &[
        ("ansoka-om-omsorg", Full),
        ("folja-beslut-och-insats", Full),
        ("trygghetsteknik", Half),
        ("anhorigas-insyn", Nothing),
    ],
);
const CHILDREN: Said = (
    "barn-och-elever",
    &[
        ("forskoleplats-och-skolval", Full),
        ("franvaro-och-dialog", Half),
        ("digitala-larresurser", Half),
        ("schema-och-avgift", DontKnow),
    ],
);
const BUSINESS: Said = (
    "foretagare",
    &[
        ("tillstand-for-foretag", Full),
        ("en-vag-in-for-foretag", Half),
        ("folja-foretagsarende", DontKnow),
        ("anbud-och-faktura", Open),
    ],
);
const RESIDENTS: Said = (
    "boende-och-trafikanter",
    &[
        ("bygglov-digitalt", Full),
        ("felanmalan-utemiljo", Full),
        ("karta-over-kommunen", Nothing),
        (
            "avfall-och-vatten",
            NotRelevant("Ett kommunalförbund sköter det."),
        ),
    ],
);
const CULTURE: Said = (
    "kultur-och-fritid",
    &[
        ("boka-lokal", Full),
        ("bibliotek-hemifran", Full),
        ("soka-foreningsbidrag", Full),
        ("hitta-evenemang", Full),
    ],
);
const PUBLIC: Said = (
    "allmanheten",
    &[
        ("samma-svar-pa-alla-vagar", Nothing),
        ("mina-sidor-och-digital-post", Nothing),
        ("insyn-och-synpunkter", Half),
        ("oppna-data", Nothing),
    ],
);
const GRASS: Said = (
    "ledning-och-arbetssatt",
    &[
        ("mal-for-digital-service", Full),
        ("ansvar-for-digital-service", Full),
        ("plan-for-nyttan", Half),
        ("behov-avgor-ordningen", Half),
        ("prova-med-anvandare", Half),
        ("kunskap-for-digital-service", Nothing),
        ("dela-e-tjanster", Nothing),
        ("folja-upp-digital-service", Nothing),
    ],
);
const SOIL: Said = (
    "tekniska-forutsattningar",
    &[
        ("e-legitimation", Full),
        ("plattform-for-e-tjanster", Half),
        ("e-tjanst-till-verksamhetssystem", Half),
        ("sakerhet-i-e-tjanster", Nothing),
        ("tillganglighet-i-digital-service", DontKnow),
        ("nat-och-utrustning", DontKnow),
    ],
);

/// Worked by hand (helt 2, delvis 1, inte alls 0; points ÷ twice the relevant answered, halves of a percent up):
/// area, who answers, degree, helt, delvis, inte alls, vet ej or unanswered, ej relevant.
#[rustfmt::skip]
const WORKED: [[&str; 8]; 8] = [
    ["Äldre och omsorg",        "Social",   "63 %", "2", "1", "1", "0", "0"], // 5 of 8 = 62,5
    ["Barn och elever",         "Skola",    "67 %", "1", "2", "0", "1", "0"], // 4 of 6 = 66,7
    ["Företagare", "Teknik", "Otillräckligt underlag", "1", "1", "0", "2", "0"], // 2 of 4 known: less than two thirds
    ["Boende och trafikanter",  "Teknik",   "67 %", "2", "0", "1", "0", "1"], // 4 of 6
    ["Kultur och fritid",       "Skola",   "100 %", "4", "0", "0", "0", "0"], // 8 of 8
    ["Allmänheten",             "Social",   "13 %", "0", "1", "3", "0", "0"], // 1 of 8 = 12,5
    ["Ledning och arbetssätt",  "Kommunen", "44 %", "2", "3", "3", "0", "0"], // 7 of 16 = 43,75
    ["Teknik",                  "Kommunen", "50 %", "1", "2", "1", "2", "0"], // 4 of 8, four of six known
];

/// What stands in the hearts of the six flowers.
const HEARTS: [&str; 6] = ["63", "67", "–", "67", "100", "13"];

/// The six flowers have their units, the municipality keeps grass and soil, and everyone has answered.
async fn is_put_together(browser: &Browser) -> Told<[Unit; 3]> {
    let [social, school, works] = adds_units(browser, ["Social", "Skola", "Teknik"]).await?;
    begins_the_flower_box(browser, &social).await?;
    // Before anyone is named, Teknik has its say about culture. It is not what counts later.
    let before: Vec<_> = CULTURE.1.iter().map(|(id, _)| (*id, Nothing)).collect();
    grades(browser, &works, &before).await?;

    turns_to(browser, "#/omgang").await?;
    for (area, unit) in [
        (OLDER.0, &social),
        (CHILDREN.0, &school),
        (BUSINESS.0, &works),
        (RESIDENTS.0, &works),
        (CULTURE.0, &school),
        (PUBLIC.0, &social),
    ] {
        names_for(browser, area, unit).await?;
    }
    let shares: [(&Unit, [Said; 2]); 4] = [
        (&social, [OLDER, PUBLIC]),
        (&school, [CHILDREN, CULTURE]),
        (&works, [BUSINESS, RESIDENTS]),
        (&Unit::municipality(), [GRASS, SOIL]),
    ];
    for (unit, share) in shares {
        for (_, said) in share {
            grades(browser, unit, said).await?;
        }
    }
    Ok([social, school, works])
}

/// Each bed of the picture: its degree, how many leaves of each grade, and what stands alone as a number.
async fn reads_the_picture(browser: &Browser, width: &str) -> Told<Vec<Vec<String>>> {
    let body = "const svg = document.querySelector('#flowers-card svg.chart-' + arguments[0]);
        return svg && [...svg.querySelectorAll('g[data-value]')].map(bed => {
            const of = grade => String(bed.querySelectorAll(`a[data-grade=${grade}]`).length);
            const texts = [...bed.querySelectorAll(':scope > text')].map(text => text.textContent);
            const heart = texts.find(text => /^(\\d{1,3}|–)$/.test(text)) ?? '';
            return [bed.dataset.value.replace(/\\s/g, ' '), of('full'), of('half'), of('nothing'), of('unknown'), heart];
        });";
    let told = browser
        .wait_until("for the flower box", body, vec![json!(width)])
        .await?;
    Ok(words_of(&told))
}

/// The picture that the table above describes: without names, and without what is not relevant.
fn worked_picture() -> Vec<Vec<String>> {
    let hearts = HEARTS.into_iter().chain(["", ""]); // grass and soil have captions
    let beds = WORKED.iter().zip(hearts);
    let words = beds.map(|([_, _, degree, full, half, nothing, unknown, _], heart)| {
        [*degree, *full, *half, *nothing, *unknown, heart]
    });
    words.map(|bed| bed.map(str::to_owned).to_vec()).collect()
}

in_every_engine!(
    the_flower_box_of_the_municipality_is_put_together_from_those_who_answer,
    async |browser, _site| {
        opens(browser, "").await?;
        let [social, school, works] = is_put_together(browser).await?;

        // Each is asked its own areas, and may answer grass and soil; the others' are not there.
        let voluntary = [
            "Ledning, arbetssätt och metoder",
            "Tekniska förutsättningar",
        ];
        let culture = "Kulturintresserade, fritidsutövare och besökare";
        for (unit, own) in [
            (
                &social,
                ["Äldre och personer i behov av omsorg", "Allmänheten"],
            ),
            (&school, ["Barn och elever", culture]),
            (&works, ["Företagare", "Boende och trafikanter"]),
        ] {
            turns_to(browser, &format!("#/besvara/e-forvaltning/{}", unit.id())).await?;
            let listed = areas_beside(browser).await?;
            assert_eq!(listed, [own, voluntary].concat(), "{unit:?}");
            let marks = browser.texts_of(".areas nav .count").await?;
            assert_eq!(
                marks.get(2..),
                Some(&["frivilligt".to_owned(), "frivilligt".to_owned()][..])
            );
        }

        let whole = Unit::municipality();
        turns_to(browser, &whole.flower_box()).await?;
        for width in ["wide", "narrow"] {
            assert_eq!(
                reads_the_picture(browser, width).await?,
                worked_picture(),
                "{width}"
            );
        }
        assert_eq!(
            rows_of(browser, "#flowers-table").await?,
            WORKED.map(Vec::from)
        );
        // 5 + 4 + 3 + 4 + 8 + 1 points of 2 × (4 + 3 + 2 + 3 + 4 + 4) = 40; halves are rounded up.
        assert_eq!(browser.text_of("#flowers-degree").await?, "63 %");
        assert_eq!(browser.text_of("#grass-degree").await?, "44 %");
        assert_eq!(browser.text_of("#soil-degree").await?, "50 %");

        // Teknik's own box has its own two flowers alone, and not the culture that it once answered.
        turns_to(browser, &works.flower_box()).await?;
        browser.see_in("#flowers-card h2", "Teknik").await?;
        let own: Vec<String> = rows_of(browser, "#flowers-table")
            .await?
            .into_iter()
            .filter_map(|row| row.into_iter().next())
            .collect();
        assert_eq!(own, ["Företagare", "Boende och trafikanter"]);
        browser.assert_no_complaints().await?;
        Ok(())
    }
);

/// A flower box of four answers: enough for one flower, on which one can walk.
async fn has_one_flower(browser: &Browser) -> Told<Unit> {
    opens(browser, "").await?;
    let [unit] = adds_units(browser, ["Social"]).await?;
    begins_the_flower_box(browser, &unit).await?;
    grades(browser, &unit, OLDER.1).await?;
    Ok(unit)
}

#[test]
fn a_petal_leads_to_its_question_by_a_click() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_one_flower(browser).await?;
        turns_to(browser, &unit.flower_box()).await?;
        let petal = format!("svg.chart-wide a[href='{}']", unit.petal("trygghetsteknik"));
        browser.click(&format!("{petal} .chart-touch")).await?;
        browser.wait_for_focus("#question").await?;
        browser.see_in("#question", "trygghetsteknik").await?;
        finds_chosen(browser, "level-2").await?;
        Ok(())
    });
}

#[test]
fn petals_are_one_stop_for_the_keyboard_and_the_arrow_keys_walk_on() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_one_flower(browser).await?;
        turns_to(browser, &unit.flower_box()).await?;
        let at = |question| format!("svg.chart-wide a[href='{}']", unit.petal(question));
        tabs_to(browser, "svg.chart-wide a").await?;
        browser.wait_for_focus(&at("ansoka-om-omsorg")).await?;
        let named = browser.focused().await?;
        assert!(
            named.text.starts_with("Äldre och omsorg: ") && named.text.ends_with("Uppfyller helt"),
            "{named}"
        );
        shows_its_ring(browser).await?;
        browser.press("Tab").await?;
        assert_ne!(browser.focused().await?.tag, "a", "the picture is one stop");
        browser.press("Shift+Tab").await?;
        browser.wait_for_focus(&at("ansoka-om-omsorg")).await?;
        browser.press("Right Down").await?;
        browser.wait_for_focus(&at("trygghetsteknik")).await?;
        browser.press("Left").await?;
        browser
            .wait_for_focus(&at("folja-beslut-och-insats"))
            .await?;
        // The picture remembers where one was.
        browser.press("Tab Shift+Tab").await?;
        browser
            .wait_for_focus(&at("folja-beslut-och-insats"))
            .await?;
        browser.press("Enter").await?;
        browser.wait_for_focus("#question").await?;
        let address = browser.address().await?;
        assert!(
            address.ends_with(&unit.petal("folja-beslut-och-insats")),
            "{address}"
        );
        Ok(())
    });
}

/// Sees a ring around the petal that has the focus, and around no other.
async fn shows_its_ring(browser: &Browser) -> Told {
    let ring = "const ringed = [...document.querySelectorAll('svg.chart-wide a')]
            .filter(petal => getComputedStyle(petal.querySelector('.chart-touch')).stroke !== 'rgba(0, 0, 0, 0)');
        return ringed.length === 1 && ringed[0] === document.activeElement;";
    browser
        .wait_until("for a ring around the petal in focus", ring, vec![])
        .await?;
    Ok(())
}
