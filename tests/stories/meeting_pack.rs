//! The meeting pack: three sheets of paper for an ordinary municipality.

// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;

use mognad::domain::{Address, Scope, SetId, State, TargetField, UnitId, Value, Voice};
use mognad::exchange::file_to_json;
use serde_json::json;

use crate::{
    files::reads_in,
    harness::{Browser, ColourScheme, Engine, Medium, Told, story},
    manager::*,
    managers::Written,
    pictures::opens_the_example,
    published::compiled,
};

/// Värnamo's way of dividing a municipality, with names as long as they are.
const UNITS: [&str; 8] = [
    "Barn- och utbildningsförvaltningen",
    "Kommunledningsförvaltningen",
    "Kulturförvaltningen",
    "Medborgarförvaltningen",
    "Omsorgsförvaltningen",
    "Samhällsbyggnadsförvaltningen",
    "Serviceförvaltningen",
    "Tekniska förvaltningen",
];

/// Eight units that have answered both sets, with targets and needs.
fn ordinary() -> String {
    let mut written = Written::new();
    let units: Vec<UnitId> = (1..)
        .zip(UNITS)
        .map(|(n, name)| written.unit(n, name))
        .collect();
    let whole = UnitId::municipality();
    let municipality = Address::Document(mognad::domain::DocumentField::Municipality);
    written.text(&municipality, "Storköping");
    for id in SetId::published() {
        let set = compiled(id.as_str()).set;
        for (place, area) in set.areas.iter().enumerate() {
            let owner = units[place % units.len()].clone();
            for (number, question) in area.questions.iter().enumerate() {
                let asked: Vec<UnitId> = match question.scope {
                    Scope::F => units.clone(),
                    Scope::K | Scope::KOptionalF => vec![whole.clone()],
                    Scope::Owner => vec![owner.clone()],
                };
                for (at, unit) in asked.iter().enumerate() {
                    let level =
                        1 + (place * 3 + number * 2 + at * (place + 1)) % usize::from(set.top());
                    let state = match (place, number) {
                        (1, 2) => State::DontKnow,
                        _ => State::Level(u8::try_from(level).unwrap()),
                    };
                    let id = question.id.as_str();
                    written.level(unit, id, &Voice::Together, state, &question.meaning);
                    if number == 0 && at < 3 {
                        let need =
                            written.at(unit, id, mognad::domain::Facet::Need, &Voice::Together);
                        written.text(&need, "Gemensamt stöd och en utbildning i höst.");
                    }
                }
                if question.scope == Scope::Owner {
                    let address =
                        Address::Owner(written.round.clone(), set.id.clone(), area.id.clone());
                    written.text(&address, owner.as_str());
                }
            }
            for unit in units.iter().chain([&whole]) {
                let top = if set.top() > 3 { 40 } else { 800 };
                let target = |field| Address::Target {
                    unit: unit.clone(),
                    set: set.id.clone(),
                    area: area.id.clone(),
                    field,
                };
                written.put(&target(TargetField::Value), Value::Number(top));
                let importance = i64::try_from(place % 3).unwrap() + 1;
                written.put(&target(TargetField::Importance), Value::Number(importance));
            }
        }
    }
    file_to_json(&written.document, mognad::domain::Timestamp(0))
}

/// How many pages a PDF has: `/Type /Page` objects, which Chromium writes uncompressed.
fn pages_of(pdf: &[u8]) -> usize {
    let text: Vec<u8> = pdf.iter().copied().filter(|byte| *byte != b' ').collect();
    let mark = b"/Type/Page";
    text.windows(mark.len() + 1)
        .filter(|found| found.starts_with(mark) && found.last() != Some(&b's'))
        .count()
}

async fn printed(browser: &Browser, name: &str) -> Told<usize> {
    let paper = browser.profile().temp().join(name);
    browser.print_pdf(&paper).await?;
    let pdf = fs::read(&paper)?;
    if let Some(folder) = std::env::var_os("MOGNAD_PAPER") {
        fs::write(std::path::Path::new(&folder).join(name), &pdf)?;
    }
    Ok(pages_of(&pdf))
}

#[test]
fn an_ordinary_municipality_gets_three_pages_and_each_says_whose_and_when() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "#/data").await?;
        reads_in(browser, "kommunen.mognad.json", &ordinary()).await?;
        is_saved(browser).await?;
        turns_to(browser, "#/motesunderlag").await?;
        browser.wait_for_count(".sheet", 3).await?;
        browser.wait_for_count("#pack-heat-1 tbody tr", 8).await?;
        browser
            .wait_for_count("#where-we-are #pack-areas-1 tbody tr", 12)
            .await?;
        browser.wait_for_count(".points > li", 3).await?;
        for head in browser.texts_of(".sheet-head").await? {
            assert!(head.starts_with("Storköping · Omgång 2026 · 20"), "{head}");
        }
        // Every figure has its source.
        browser
            .see_in("#where-we-are", "Källa: Omgång 2026, IT-mognad 1.0.0")
            .await?;
        browser
            .see_in("#where-we-are", "alla enheter väger lika")
            .await?;
        browser
            .see_in("#where-we-differ", "Källa: Omgång 2026, IT-mognad 1.0.0")
            .await?;
        browser
            .see_in("#to-talk-about", "Källa: Omgång 2026, IT-mognad 1.0.0")
            .await?;
        assert_eq!(printed(browser, "ordinary.pdf").await?, 3);
        browser.medium(Medium::Print).await?;
        let seen = "return [...document.querySelectorAll('button, input, .no-print')].some(each => each.checkVisibility());";
        assert_eq!(browser.script(seen, vec![]).await?, json!(false));
        browser.medium(Medium::Screen).await?;
        browser.assert_clean("the meeting pack").await?;
        browser.colour_scheme(ColourScheme::Dark).await?;
        browser.assert_clean("the meeting pack in the dark").await?;
        browser.set_size(320, 640).await?;
        let wide = "return document.documentElement.scrollWidth <= innerWidth;";
        assert_eq!(browser.script(wide, vec![]).await?, json!(true));
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn security_is_left_out_until_it_is_asked_for_and_the_example_says_what_it_is() {
    story(Engine::Chromium, async |browser, _site| {
        opens_the_example(browser, "#/motesunderlag").await?;
        browser.wait_for_count(".sheet", 3).await?;
        for head in browser.texts_of(".sheet-head").await? {
            assert!(head.contains("Påhittade exempelvärden"), "{head}");
        }
        let without = "return ['#pack-areas-1', '#pack-heat-1', '.points', '#to-talk-about .lines', '#where-we-differ .lines']
            .map(where => document.querySelector(where)?.textContent ?? '').join(' ');";
        let told = browser.script(without, vec![]).await?;
        assert!(!told.to_string().contains("nformationssäkerhet"), "{told}");
        browser
            .see_in(
                "#where-we-are",
                "Utelämnat här: Informationssäkerhet. Det ingår inte heller i genomsnitten.",
            )
            .await?;
        let before = browser.text_of("#where-we-are .source").await?;
        assert_eq!(printed(browser, "example.pdf").await?, 3);
        browser.click("#with-security").await?;
        browser
            .see_in("#pack-areas-1", "Informationssäkerhet")
            .await?;
        browser.see_no_more("Utelämnat här").await?;
        assert_ne!(browser.text_of("#where-we-are .source").await?, before);
        assert_eq!(printed(browser, "example-security.pdf").await?, 3);
        Ok(())
    });
}

#[test]
fn before_there_are_answers_nothing_is_put_together() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "#/motesunderlag").await?;
        browser
            .see("Det finns inga svar att sammanställa än.")
            .await?;
        assert_eq!(browser.count(".sheet").await?, 0);
        Ok(())
    });
}
