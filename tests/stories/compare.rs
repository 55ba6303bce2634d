//! The e-råd's leader compares four units: the numbers are those that were worked by hand, by keyboard alone, and a view is an
//! address.

// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use mognad::{
    domain::{
        Address, Answer, AreaId, Document, DocumentId, Facet, Meaning, QuestionId, RoundField,
        RoundId, SetId, State, TargetField, Timestamp, UnitField, UnitId, Value, Voice, WriterId,
    },
    exchange::file_to_json,
};
use serde_json::json;

use crate::{
    coordinator::*,
    files::*,
    harness::{Browser, ColourScheme, Engine, Told, story},
    manager::*,
    pictures::{downloaded, keeps_downloads, opens_the_example},
};

const NAMES: [&str; 4] = ["Skola", "Omsorg", "Bygg", "Kultur"];

/// Informationssäkerhet: Skola 2, 2, 2 → 2,0. Omsorg 2, 3, 4 → 3,0. Bygg 5, 4, 5 → 4,7. Kultur 3 and *vet ej*: one of three. Skola aims
/// at 4, Omsorg at 3,5. E-tjänster, first question: Skola, Omsorg and Kultur do not know. The municipality: 3 in debiteringsmodell.
fn four() -> Document {
    let mut document = Document::new(DocumentId::from_random(1));
    let mut write = |address: Address, value: Value| {
        document.write(&address, WriterId(1), Timestamp(1_700_000_000_000), value);
    };
    let round = RoundId::from_random(1);
    let text = |text: &str| Value::Text(text.to_owned());
    write(
        Address::Round(round.clone(), RoundField::Name),
        text("Omgång 2026"),
    );
    let unit = |n: u64| UnitId::from_random(n + 1);
    for (n, name) in (0..).zip(NAMES) {
        write(Address::Unit(unit(n), UnitField::Name), text(name));
        write(
            Address::Unit(unit(n), UnitField::Order),
            text(&format!("a{n}")),
        );
    }
    let mut says = |unit: UnitId, question: &str, state: State| {
        let question = QuestionId::parse(question).unwrap();
        let at = |facet| Address::answer(&round, &unit, &question, facet, &Voice::Together);
        let meaning = Meaning::parse("0123456789abcdef").unwrap();
        write(at(Facet::Level), Value::Answer(Answer { state, meaning }));
        if question.as_str() == "reservrutin" {
            write(at(Facet::Rationale), text("Övades i mars."));
        }
    };
    let security = ["informationsklassning", "incidentrutin", "reservrutin"];
    for (n, levels) in [(0, [2, 2, 2]), (1, [2, 3, 4]), (2, [5, 4, 5])] {
        for (question, level) in security.into_iter().zip(levels) {
            says(unit(n), question, State::Level(level));
        }
    }
    says(unit(3), "informationsklassning", State::Level(3));
    says(unit(3), "incidentrutin", State::DontKnow);
    for n in [0, 1, 3] {
        says(unit(n), "urval-av-e-tjanster", State::DontKnow);
    }
    says(UnitId::municipality(), "debiteringsmodell", State::Level(3));
    for (n, tenths) in [(0, 40), (1, 35)] {
        let target = Address::Target {
            unit: unit(n),
            set: SetId::it_mognad(),
            area: AreaId::parse("informationssakerhet").unwrap(),
            field: TargetField::Value,
        };
        write(target, Value::Number(tenths));
    }
    document
}

/// A browser in which the four units' answers are, on the page of the comparison.
async fn compares(browser: &Browser) -> Told {
    opens(browser, "#/data").await?;
    reads_in(
        browser,
        "alla.mognad.json",
        &file_to_json(&four(), Timestamp(0)),
    )
    .await?;
    browser.see("Filen är inläst").await?;
    turns_to(browser, "#/jamfor").await?;
    browser.wait_for("#heat-map").await
}

/// What stands in the table, the municipality's row among them.
async fn table(browser: &Browser) -> Told<Vec<Vec<String>>> {
    let body = "const plain = node => [...node.querySelectorAll('.ds-sr-only')].reduce(
            (text, hidden) => text.replace(hidden.textContent, ''), node.innerText).replace(/\\s+/g, ' ').trim();
        return [...document.querySelectorAll('#heat-map tbody tr, #heat-map tfoot tr')]
            .map(row => [...row.cells].map(plain));";
    Ok(words_of(&browser.script(body, vec![]).await?))
}

#[test]
fn the_leader_sees_where_units_differ_what_they_share_and_every_number_as_it_was_worked_by_hand() {
    story(Engine::Chromium, async |browser, site| {
        compares(browser).await?;
        assert_eq!(
            browser.text_of("#heading").await?,
            "Ni skiljer er mest i Informationssäkerhet"
        );
        browser
            .see_in(
                "#compare-finding",
                "Från 2,0 (Skola) till 4,7 (Bygg). Det ni delar: 2 av 3 ligger under sitt mål i Informationssäkerhet.",
            )
            .await?;
        // 2, 4, 5 agree by 0,504; 2, 2, 5, 3 by 0,542; 2, 3, 4 by 0,723.
        browser
            .see_in("#compare-first", "ligger nere i tre dagar?")
            .await?;
        let rows = table(browser).await?;
        let starts: Vec<[&str; 2]> = rows.iter().map(|row| [&*row[0], &*row[1]]).collect();
        assert_eq!(
            starts,
            [
                ["Skola", "2,0 ▼ 2,0"],
                ["Omsorg", "3,0 ▼ 0,5"],
                ["Bygg", "4,7"],
                ["Kultur", "Otillräckligt underlag 1 av 3"],
                ["Kommunen sammanvägt", "3,2 3 av 4 ingår"], // (2 + 3 + 14/3) / 3
            ]
        );
        browser.see_in("#unknown", "3 av 4 svarade vet ej").await?;
        browser.see_in("#divided", "Diskutera").await?;
        browser.see_in("#shared", "2 under sitt mål").await?;
        browser
            .see_in("#roll-up-in-words", "Varje enhet väger lika.")
            .await?;
        browser
            .wait_for_count("#menu-compare[aria-current]", 1)
            .await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn by_keyboard_alone_from_the_table_to_each_reason_and_back() {
    story(Engine::Chromium, async |browser, _site| {
        compares(browser).await?;
        tabs_to(browser, "#heat-0-1").await?;
        browser.press("ArrowDown ArrowRight").await?;
        browser.wait_for_focus("#heat-1-2").await?;
        browser.press("Home").await?;
        browser.wait_for_focus("#heat-1-0").await?;
        browser.press("ArrowRight ArrowUp ArrowUp").await?; // there is nothing above the heads
        browser.wait_for_focus("#heat-0-1").await?;
        browser.press("ArrowDown*2 Enter").await?;
        browser.wait_for_focus("#heading").await?;
        assert_eq!(
            browser.text_of("#heading").await?,
            "Jämför: Informationssäkerhet"
        );
        let rows = table(browser).await?;
        assert_eq!(rows[0], ["Skola", "2", "2", "2"]);
        assert_eq!(rows[3], ["Kultur", "3", "Vet ej", "obesvarad"]);
        browser
            .see_in("#q-reservrutin .answers", "Övades i mars.")
            .await?;
        browser.see_in("#q-reservrutin", "Diskutera").await?;
        tabs_to(browser, "#q-reservrutin .ds-details > summary").await?;
        browser.press("Enter").await?;
        browser
            .see_in(
                "#q-reservrutin",
                "3 svar. Spann: 3 nivåer mellan lägsta och högsta. Samsyn 0,50",
            )
            .await?;
        tabs_to(browser, "#spread-reservrutin > summary").await?;
        browser.press("Enter").await?;
        browser
            .wait_for("#distribution-reservrutin-card svg")
            .await?;
        let counts = rows_of(browser, "#distribution-reservrutin-table").await?;
        let counts: Vec<&str> = counts.iter().map(|row| &*row[1]).collect();
        assert_eq!(counts, ["0", "1", "0", "1", "1", "0", "0", "0", "1"]);
        browser.back().await?;
        browser.wait_for_count("#compare-finding", 1).await?;
        Ok(())
    });
}

#[test]
fn what_is_chosen_stands_in_the_address_and_the_focus_stays_in_the_list() {
    story(Engine::Chromium, async |browser, _site| {
        compares(browser).await?;
        let choose = async |list: &str, words: &str| -> Told {
            browser.step(&format!("chooses {words}"));
            let body = "const list = document.querySelector(arguments[0]);
                list.focus();
                list.value = [...list.options].find(option => option.text === arguments[1]).value;
                list.dispatchEvent(new Event('change', { bubbles: true }));";
            browser
                .script(body, vec![json!(list), json!(words)])
                .await?;
            let chosen = "const list = document.querySelector(arguments[0]);
                return list?.selectedOptions[0]?.text === arguments[1] && document.activeElement === list;";
            let what = format!("for {words} in {list}, with the focus");
            browser
                .wait_until(&what, chosen, vec![json!(list), json!(words)])
                .await?;
            Ok(())
        };
        choose("#compare-tag", "Säkerhet").await?;
        assert_eq!(browser.text_of("#heading").await?, "Jämför: Säkerhet");
        assert_eq!(heads_of(browser, "#heat-map").await?.len(), 4);
        choose("#compare-order", "Som i listan").await?;
        let address = browser.address().await?;
        assert!(address.contains("#/jamfor/it-mognad/r-"), "{address}");
        assert!(address.ends_with("/-/security/lista"), "{address}");
        reloads(browser).await?;
        browser.wait_for("#heat-map").await?;
        assert_eq!(browser.text_of("#heading").await?, "Jämför: Säkerhet");
        choose("#compare-tag", "Allt").await?;
        choose("#compare-area", "E-tjänster").await?;
        browser.see_in("#heading", "Jämför: E-tjänster").await?;
        choose("#compare-set", "Självvärdering e-förvaltning").await?;
        browser
            .see_in("#heading", "Det finns inget att jämföra än")
            .await?;
        choose("#compare-set", "IT-mognad").await?;

        // Outlines are a part of the address as well, four of them at most.
        for outline in ["kommunen", UnitId::from_random(1).as_str()] {
            browser.click(&format!("#outline-{outline}")).await?;
            browser
                .wait_for_count(&format!("#outline-{outline}:checked"), 1)
                .await?;
        }
        browser.wait_for("#outlines-card svg").await?;
        let heads = heads_of(browser, "#outlines-table").await?;
        assert_eq!(heads, ["Nr", "Område", "Kommunen", "Skola"]);
        turns_to(browser, "#/jamfor/it-mognad/-/-/colour").await?;
        browser.see_in("#page h1", "Sidan finns inte").await?;
        Ok(())
    });
}

#[test]
fn the_table_is_a_file_for_a_swedish_spreadsheet() {
    story(Engine::Chromium, async |browser, _site| {
        compares(browser).await?;
        let folder = keeps_downloads(browser).await?;
        browser.click("#compare-csv").await?;
        let file = downloaded(&folder, "mognad-jamforelse-it-mognad-omgang-2026.csv").await?;
        let text = String::from_utf8(file).map_err(|error| error.to_string())?;
        let mut lines = text.split("\r\n");
        let head = lines.next().unwrap_or_default();
        assert!(
            head.starts_with("\u{feff}Omgång;Frågor;Enhet;Informationssäkerhet;Informationssäkerhet: underlag;Informationssäkerhet: avstånd till mål;"),
            "{head}"
        );
        for start in [
            "Omgång 2026;IT-mognad;Skola;2,0;;2,0;",
            "Omgång 2026;IT-mognad;Omsorg;3,0;;0,5;",
            "Omgång 2026;IT-mognad;Bygg;4,7;;;",
            "Omgång 2026;IT-mognad;Kultur;Otillräckligt underlag;1 av 3;;",
            "Omgång 2026;IT-mognad;Kommunen (Varje enhet väger lika);3,2;3 av 4 ingår;;",
        ] {
            let line = lines.next().unwrap_or_default();
            assert!(line.starts_with(start), "{line}");
        }
        Ok(())
    });
}

/// 100 × 2 + 300 × 3 + 600 × 14/3 = 3 900, over 1 000.
#[test]
fn the_leader_chooses_how_units_are_weighed_and_it_is_kept() {
    story(Engine::Chromium, async |browser, _site| {
        compares(browser).await?;
        browser.click("#rule-employees").await?;
        browser
            .see_in("#without-employees", "Skola, Omsorg, Bygg")
            .await?;
        for (n, number) in [(1, "100"), (2, "300"), (3, "600")] {
            let field = format!("#employees-{}", UnitId::from_random(n));
            writes(browser, &field, number).await?;
            // One Tab leads on, though everything above has been drawn anew.
            let away = "return document.activeElement?.id !== arguments[0].slice(1);";
            browser
                .wait_until("for the focus to go on", away, vec![json!(field)])
                .await?;
        }
        is_saved(browser).await?;
        reloads(browser).await?;
        browser
            .see_in("#roll-up-in-words", "Enheterna vägs efter antal anställda.")
            .await?;
        assert_eq!(table(browser).await?[4][1], "3,9 3 av 4 ingår");
        let first = format!("#employees-{}", UnitId::from_random(1));
        enters(browser, &first).await?;
        browser.type_text("många").await?;
        browser.press("Tab").await?;
        browser
            .see_in(&format!("{first}-wrong"), "Det förra talet gäller.")
            .await?;
        assert_eq!(table(browser).await?[4][1], "3,9 3 av 4 ingår");
        Ok(())
    });
}

#[test]
fn the_comparison_is_clean_in_light_and_dark_and_stays_within_320_pixels() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = UnitId::from_random(1);
        let views = [
            "#/jamfor".to_owned(),
            "#/jamfor/it-mognad/-/informationssakerhet".to_owned(),
            format!("#/jamfor/it-mognad/-/-/-/-/kommunen.{unit}"),
        ];
        compares(browser).await?;
        for scheme in [ColourScheme::Light, ColourScheme::Dark] {
            browser.colour_scheme(scheme).await?;
            for view in &views {
                turns_to(browser, view).await?;
                browser.wait_for("#heat-map").await?;
                browser.assert_clean(view).await?;
            }
        }
        opens_the_example(browser, "#/jamfor").await?;
        browser.wait_for("#heat-map").await?;
        browser
            .see_in("#compare-what", "Påhittade exempelvärden")
            .await?;
        browser.assert_clean("the example compared").await?;
        browser.set_size(320, 640).await?;
        let rule = "document.querySelector('#rule-employees')?.click();";
        browser.script(rule, vec![]).await?;
        browser.wait_for("#roll-up-settings h3").await?;
        for place in ["#/jamfor", "#/jamfor/it-mognad/-/informationssakerhet"] {
            turns_to(browser, place).await?;
            browser.wait_for("#heat-map").await?;
            let wide = "const root = document.documentElement;
                const over = [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll'));
                return [root.scrollWidth <= innerWidth, root.scrollWidth, over.slice(0, 5).map(each => each.outerHTML.slice(0, 120))];";
            let told = browser.script(wide, vec![]).await?;
            assert_eq!(told[0], json!(true), "{place} scrolls sideways: {told}");
        }
        Ok(())
    });
}
