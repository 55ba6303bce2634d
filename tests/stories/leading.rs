//! Leading the work: who answers what, targets, and what comes first.

use serde_json::json;

use crate::{
    coordinator::*,
    harness::{Browser, Engine, Told, story},
    manager::*,
};

/// Answers of a förvaltning to three areas and a half, which make the order below.
const ANSWERED: &[(&str, u8)] = &[
    // Ledning: (3 + 3) / 2 = 3,0; the lowest is 3.
    ("it-i-verksamhetsplanen", 3),
    ("prioritering-av-insatser", 3),
    // E-förvaltning: (2 + 3 + 4) / 3 = 3,0; the lowest is 2.
    ("behov-fore-utveckling", 2),
    ("arbetssatt-vid-inforande", 3),
    ("nya-mojligheter-med-it", 4),
    // Uppföljning: (4 + 4) / 2 = 4,0.
    ("nytta-av-it", 4),
    ("drift-i-vardagen", 4),
    // Kostnadsmedvetenhet: 2,0.
    ("forvaltningens-it-kostnad", 2),
    // Informationssäkerhet: one of three is too little.
    ("reservrutin", 4),
];

/// What is decided: area, target, by when, by whom, betydelse, the law.
type Decided = (&'static str, &'static str, [&'static str; 3], bool);

const DECIDED: &[Decided] = &[
    (
        "ledning",
        "4",
        ["2027-06-30", "förvaltningschef", "2"],
        false,
    ),
    ("e-forvaltning", "4", ["2027-12-31", "e-råd", "2"], false),
    ("uppfoljning", "4.5", ["", "", "3"], true),
    ("informationssakerhet", "3", ["", "", "3"], false),
];

/// Worked by hand: gap = max(0, mål − nuläge), times betydelse; what the law demands first; the tie of 2,0 and 2,0 goes to
/// the lower uppnådd nivå; what has no gap to go by has no place in the order, the known level first.
#[rustfmt::skip]
const ORDER: [[&str; 8]; 5] = [
    // (4,5 − 4,0) × 3 = 1,5: the least of all, but the law demands it.
    ["1. Uppföljning och IT-bokslut (lagen kräver)", "4,0", "4,5", "0,5", "3", "1,5", "–", "–"],
    // (4 − 3) × 2 = 2,0; the lowest level is 2.
    ["2. E-förvaltning", "3,0", "4,0", "1,0", "2", "2,0", "2027-12-31", "e-råd"],
    // (4 − 3) × 2 = 2,0; the lowest level is 3.
    ["3. Ledning och styrning", "3,0", "4,0", "1,0", "2", "2,0", "2027-06-30", "förvaltningschef"],
    // A level, and no target.
    ["Debiteringsmodell och kostnadsmedvetenhet", "2,0", "–", "Mål saknas", "–", "–", "–", "–"],
    // Neither, and first in the set of those.
    ["Beställarfunktion och roller", "Otillräckligt underlag", "–", "Mål saknas", "–", "–", "–", "–"],
];

/// A target, and too few answers to know how far it is.
#[rustfmt::skip]
const THIN: [&str; 8] =
    ["Informationssäkerhet", "Otillräckligt underlag", "3,0", "Otillräckligt underlag", "3", "–", "–", "–"];

/// A förvaltning has answered what is to be led, on a computer where nobody leads yet.
async fn has_answered(browser: &Browser) -> Told<Unit> {
    opens(browser, "").await?;
    let unit = begins_together(browser, "Socialförvaltningen").await?;
    for (question, level) in ANSWERED {
        answers(browser, &unit, question, *level).await?;
    }
    Ok(unit)
}

/// Fills in one field of a target and leaves it.
async fn decides(browser: &Browser, field: &str, text: &str) -> Told {
    // A date is not typed alike in every locale; what the field then holds is.
    let fill = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return field.value === arguments[1];";
    if field.starts_with("#by-") {
        let kept = browser
            .script(fill, vec![json!(field), json!(text)])
            .await?;
        assert_eq!(kept, json!(true), "{field} takes {text}");
    } else {
        enters(browser, field).await?;
        browser.press("Control+a").await?;
        browser.type_text(text).await?;
        browser.press("Tab").await?;
    }
    is_saved(browser).await
}

async fn decides_all(browser: &Browser) -> Told {
    for (area, value, [by, decider, importance], law) in DECIDED {
        decides(browser, &format!("#value-{area}"), value).await?;
        if !by.is_empty() {
            decides(browser, &format!("#by-{area}"), by).await?;
        }
        if !decider.is_empty() {
            decides(browser, &format!("#decider-{area}"), decider).await?;
        }
        picks(browser, &format!("#importance-{area}"), importance).await?;
        if *law {
            browser.click(&format!("#law-{area}")).await?;
            is_saved(browser).await?;
        }
    }
    Ok(())
}

/// Sees the order of all areas as it was worked out.
async fn finds_the_order(browser: &Browser) -> Told {
    for row in ORDER {
        browser.see_in("#priority-table", row[0]).await?;
    }
    let rows = rows_of(browser, "#priority-table").await?;
    assert_eq!(rows.len(), 13, "every area is in the table");
    let order = ORDER.map(|row| row.map(str::to_owned).to_vec());
    assert_eq!(rows.get(..order.len()), Some(&order[..]));
    let thin = rows
        .iter()
        .find(|row| row.first().is_some_and(|name| name == THIN[0]));
    assert_eq!(thin, Some(&THIN.map(str::to_owned).to_vec()));
    Ok(())
}

#[test]
fn targets_make_the_order_by_gap_and_weight_with_the_law_first() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_answered(browser).await?;
        turns_to(browser, &unit.targets("it-mognad")).await?;
        browser.see_in("#priority", "Inget mål är satt än.").await?;
        browser
            .see_in("#target-ledning legend", "Nuläge: 3,0")
            .await?;
        decides_all(browser).await?;
        finds_the_order(browser).await?;
        reloads(browser).await?;
        finds_the_order(browser).await?;
        let kept = "return ['value', 'by', 'decider', 'importance'].map(what => document.getElementById(what + '-ledning').value)
            .concat(document.getElementById('law-uppfoljning').checked, document.getElementById('law-ledning').checked);";
        assert_eq!(
            browser.script(kept, vec![]).await?,
            json!(["4", "2027-06-30", "förvaltningschef", "2", true, false])
        );
        // At the result stands what was decided about, in the same order, and the way back to change it.
        turns_to(browser, &unit.result()).await?;
        let decided = [ORDER[0], ORDER[1], ORDER[2], THIN];
        assert_eq!(
            rows_of(browser, "#priority-table").await?,
            decided.map(|row| row.map(str::to_owned).to_vec())
        );
        browser.click("#set-targets").await?;
        browser
            .see("Mål och prioritering, Socialförvaltningen")
            .await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn a_target_off_the_scale_is_not_kept_and_one_taken_away_is_gone() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_answered(browser).await?;
        turns_to(browser, &unit.targets("it-mognad")).await?;
        decides(browser, "#value-ledning", "4").await?;
        browser
            .see_in("#priority-table", "1. Ledning och styrning")
            .await?;
        for off in ["7", "0", "fyra"] {
            decides(browser, "#value-ledning", off).await?;
            browser
                .wait_for("#value-ledning[aria-invalid=true]")
                .await?;
            browser
                .see_in("#value-ledning-wrong", "Skriv ett tal från 1 till 5.")
                .await?;
            let rows = rows_of(browser, "#priority-table").await?;
            assert_eq!(rows[0][2], "4,0", "after {off}");
        }
        reloads(browser).await?;
        browser.wait_for("#value-ledning").await?;
        let kept = "return document.getElementById('value-ledning').value;";
        assert_eq!(browser.script(kept, vec![]).await?, "4");
        // With a comma, as one writes in Swedish.
        decides(browser, "#value-ledning", "4,5").await?;
        let four_and_a_half = "return document.querySelector('#priority-table td:nth-child(3)')?.textContent === '4,5';";
        browser
            .wait_until("for the target 4,5", four_and_a_half, vec![])
            .await?;
        enters(browser, "#value-ledning").await?;
        browser.press("Control+a Delete Tab").await?;
        browser.see_in("#priority", "Inget mål är satt än.").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        browser.see_in("#priority", "Inget mål är satt än.").await?;
        // The flower box is measured in percent, and so are its targets.
        turns_to(browser, &unit.targets("e-forvaltning")).await?;
        decides(browser, "#value-foretagare", "75").await?;
        browser.see_in("#priority-table", "75 %").await?;
        decides(browser, "#value-foretagare", "101").await?;
        browser
            .wait_for("#value-foretagare[aria-invalid=true]")
            .await?;
        browser.see_in("#priority-table", "75 %").await?;
        Ok(())
    });
}

#[test]
fn who_does_not_lead_is_neither_shown_nor_asked_for_targets() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_answered(browser).await?;
        turns_to(browser, &unit.result()).await?;
        browser.wait_for("#areas-table").await?;
        browser.wait_for_count("#priority, #set-targets", 0).await?;
        browser.wait_for_count("#menu-round[hidden]", 1).await?;
        browser.wait_for_count("#menu-targets[hidden]", 1).await?;
        // The door of the one who leads opens the pages, and the settings close them again.
        turns_to(browser, "#/").await?;
        browser.click("#door-lead").await?;
        browser.wait_for("#who-answers").await?;
        browser.wait_for("#menu-targets").await?;
        turns_to(browser, &unit.result()).await?;
        browser.see_in("#priority", "Inget mål är satt än.").await?;
        turns_to(browser, "#/installningar").await?;
        browser.click("#leads").await?;
        browser.wait_for_count("#menu-targets[hidden]", 1).await?;
        turns_to(browser, &unit.result()).await?;
        browser.wait_for("#areas-table").await?;
        browser.wait_for_count("#priority, #set-targets", 0).await?;
        reloads(browser).await?;
        browser.wait_for("#areas-table").await?;
        browser.wait_for_count("#priority, #set-targets", 0).await?;
        browser.wait_for_count("#menu-round[hidden]", 1).await?;
        Ok(())
    });
}

#[test]
fn the_round_tells_how_far_everyone_has_come_and_remembers_who_answers() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        turns_to(browser, "#/omgang").await?;
        browser
            .see_in("#who-answers", "Lägg till förvaltningar först")
            .await?;
        let [social, school] = adds_units(browser, ["Social", "Skola"]).await?;
        turns_to(browser, "#/omgang").await?;
        names_for(browser, "barn-och-elever", &school).await?;
        names_for(browser, "allmanheten", &Unit::municipality()).await?;
        names_for(browser, "foretagare", &social).await?;
        picks(browser, "#owner-foretagare", "").await?;
        begins_the_flower_box(browser, &school).await?;
        grades(browser, &school, &[("franvaro-och-dialog", Grade::Half)]).await?;
        turns_to(browser, "#/omgang").await?;
        reloads(browser).await?;
        let chosen = "const lists = [...document.querySelectorAll('#who-answers select')];
            return lists.length === 8 && lists.filter(list => list.value || list.selectedOptions[0].textContent === 'Kommunen')
                .map(list => [list.id, list.selectedOptions[0].textContent]);";
        let named = browser.wait_until("for the lists", chosen, vec![]).await?;
        assert_eq!(
            named,
            json!([
                ["owner-barn-och-elever", "Skola"],
                ["owner-allmanheten", "Kommunen"],
                ["owner-ledning-och-arbetssatt", "Kommunen"], // without being named
                ["owner-tekniska-forutsattningar", "Kommunen"]
            ])
        );
        // IT-mognad asks each förvaltning 31 questions and the municipality 9. In the flower box four flowers of four are
        // open to all, one is Skola's and one the municipality's; so are grass and soil. Its box has all 38.
        let rows = rows_of(browser, "#round-table").await?;
        let starts = [
            ["Social", "0 av 31", "0 av 16"],
            ["Skola", "0 av 31", "1 av 20"],
            ["Kommunen", "0 av 9", "1 av 38"],
        ];
        for (row, starts) in rows.iter().zip(starts) {
            for (cell, start) in row.iter().zip(starts) {
                assert!(cell.starts_with(start), "{cell} begins with {start}");
            }
        }
        assert_eq!(rows.len(), 3);
        browser.click("#round-table a[href^='#/resultat/']").await?;
        browser
            .wait_for_count(&format!("#round-table a[href='{}']", social.result()), 0)
            .await?;
        browser.wait_for("#finding").await?;
        assert!(browser.address().await?.ends_with(&school.flower_box()));
        Ok(())
    });
}

#[test]
fn a_whole_round_is_led_by_keyboard_alone() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_answered(browser).await?;
        turns_to(browser, "#/omgang").await?;
        tabs_to(browser, "#owner-aldre-och-omsorg").await?;
        browser.press("Down").await?;
        is_chosen(browser, "#owner-aldre-och-omsorg", unit.id()).await?;
        browser.press("Tab").await?;
        browser.wait_for_focus("#owner-barn-och-elever").await?;
        browser.press("Down Down").await?;
        is_chosen(browser, "#owner-barn-och-elever", "kommunen").await?;
        is_saved(browser).await?;
        let targets = format!("#round-table a[href='{}']", unit.targets("it-mognad"));
        tabs_to(browser, &targets).await?;
        browser.press("Enter").await?;
        browser.wait_for_focus("#page h1").await?;
        tabs_to(browser, "#value-ledning").await?;
        browser.type_text("4").await?;
        tabs_to(browser, "#decider-ledning").await?;
        browser.type_text("nämnd").await?;
        browser.press("Tab").await?;
        browser.wait_for_focus("#importance-ledning").await?;
        browser.press("Down Down Down Tab").await?;
        browser.wait_for_focus("#law-ledning").await?;
        browser.press("Space").await?;
        // (4 − 3) × 3; nothing was taken from the keyboard by drawing the order anew.
        browser
            .see_in("#priority-table", "1. Ledning och styrning (lagen kräver)")
            .await?;
        browser.wait_for_focus("#law-ledning:checked").await?;
        let rows = rows_of(browser, "#priority-table").await?;
        assert_eq!(
            rows[0][1..],
            ["3,0", "4,0", "1,0", "3", "3,0", "–", "nämnd"]
        );
        Ok(())
    });
}

async fn is_chosen(browser: &Browser, list: &str, value: &str) -> Told {
    let chosen = "return document.activeElement.matches(arguments[0]) && document.activeElement.value === arguments[1];";
    let what = format!("for {value} in {list}");
    browser
        .wait_until(&what, chosen, vec![json!(list), json!(value)])
        .await?;
    Ok(())
}
