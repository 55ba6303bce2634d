//! For everyone: readable by machines, narrow and dark, by keyboard, and without a word to anyone.

use serde_json::json;

use crate::{
    coordinator::*,
    files::{catches_files, caught_file, shows_file},
    harness::{Browser, ColourScheme, Engine, ForcedColours, Told, in_every_engine, story},
    manager::*,
};

/// Goes to every page in turn, with answers in them, and does `look` on each.
async fn sees_every_page(browser: &Browser, look: impl AsyncFn(&str) -> Told) -> Told {
    opens(browser, "").await?;
    look("start").await?;
    turns_to(browser, "#/resultat").await?;
    browser
        .see("Det är för tidigt att säga var ni står")
        .await?;
    look("the result before anything is answered").await?;
    turns_to(browser, "#/besvara").await?;
    browser.click("#begin").await?;
    browser.see("Något saknas innan ni kan börja").await?;
    look("the form with errors").await?;
    turns_to(browser, "#/").await?;
    let unit = begins_together(browser, "Barn- och utbildningsförvaltningen").await?;
    look("a question").await?;
    answers(browser, &unit, "gemensamma-behov", 5).await?;
    look("an answered question").await?;
    turns_to(browser, &unit.question("reservrutin")).await?;
    chooses(browser, "not-applicable").await?;
    look("ej relevant without a reason").await?;
    writes(browser, "#rationale", "Ett skäl.").await?;
    enters(browser, "details.more summary").await?;
    browser.wait_for("#evidence").await?;
    look("ej relevant with a reason").await?;
    turns_to(browser, &unit.question("rutiner-att-automatisera")).await?;
    browser.click("#not-ours").await?;
    is_saved(browser).await?;
    answers(browser, &unit, "it-i-verksamhetsplanen", 2).await?;
    answers(browser, &unit, "prioritering-av-insatser", 4).await?;
    browser.click("#clear").await?;
    browser.wait_for("#undo").await?;
    look("a question with something to undo").await?;
    chooses(browser, "level-3").await?;
    turns_to(browser, &unit.result()).await?;
    browser.wait_for("#areas-table").await?;
    browser.wait_for("svg.chart").await?;
    look("the result").await?;
    sees_the_coordinators_pages(browser, &unit, &look).await?;
    turns_to(browser, "#/installningar").await?;
    look("settings").await?;
    turns_to(browser, "#/data").await?;
    look("files and storage").await?;
    turns_to(browser, "#/journal").await?;
    browser.wait_for("#journal-table").await?;
    look("the journal").await?;
    turns_to(browser, &unit.question("gemensamma-behov")).await?;
    browser.click("#clear").await?;
    is_saved(browser).await?;
    turns_to(browser, "#/papperskorg").await?;
    browser.wait_for("#removed").await?;
    look("the bin").await?;
    let earlier = format!("#/tidigare/{}/prioritering-av-insatser", unit.id());
    turns_to(browser, &earlier).await?;
    browser.wait_for("#put-back-0").await?;
    look("earlier answers").await?;
    turns_to(browser, "#/om").await?;
    look("about").await?;
    turns_to(browser, "#/finns-inte").await?;
    look("an unknown address").await?;
    let crash = "window.dispatchEvent(new CustomEvent('mognad:crash'));";
    browser.script(crash, vec![]).await?;
    browser.wait_for("#crash").await?;
    look("the crash panel").await
}

/// Goes to the pages of the one who leads, and to the flower box.
async fn sees_the_coordinators_pages(
    browser: &Browser,
    unit: &Unit,
    look: &impl AsyncFn(&str) -> Told,
) -> Told {
    adds_units(browser, ["Samhällsbyggnadsförvaltningen"]).await?; // one word, wider than a phone
    turns_to(browser, "#/omgang").await?;
    browser.wait_for("#owner-foretagare").await?;
    browser.wait_for("#round-table").await?;
    look("the round").await?;
    browser.click("#plan > summary").await?;
    browser.wait_for("#ask-foretagare").await?;
    look("the round with its plan").await?;
    for (place, mark) in [
        ("#/behov".to_owned(), "#needs-sentence"),
        ("#/motesunderlag".to_owned(), ".sheet"),
        (
            format!("#/enskilda-svar/{}/it-mognad", unit.id()),
            "#individuals-sentence",
        ),
    ] {
        turns_to(browser, &place).await?;
        browser.wait_for(mark).await?;
        look(&place).await?;
    }
    turns_to(browser, "#/omgang").await?;
    browser.wait_for("#owner-foretagare").await?;
    let receipt = json!({ "format": "mognad", "schema": 2, "min_reader": 1, "document": "d-0000000000000001", "facts": [] });
    shows_file(
        browser,
        "grannen-med-ett-långt-namn.mognad.json",
        &receipt.to_string(),
    )
    .await?;
    look("a file that cannot be read in").await?;
    turns_to(browser, &format!("#/lamna-in/{}", unit.id())).await?;
    browser.click("#hand-in-here").await?;
    browser.wait_for("#receipt").await?;
    look("handed in").await?;
    turns_to(browser, "#/jamfor").await?;
    browser.wait_for("#heat-map").await?;
    look("the comparison").await?;
    turns_to(browser, "#/omgang").await?;
    browser.wait_for("#owner-foretagare").await?;
    names_for(browser, "foretagare", unit).await?;
    turns_to(browser, &unit.targets("e-forvaltning")).await?;
    browser.see_in("#priority", "Inget mål är satt än.").await?;
    look("targets before any is set").await?;
    turns_to(browser, &unit.petal("tillstand-for-foretag")).await?;
    look("a question of the flower box").await?;
    grades(browser, unit, FOUR_PETALS).await?;
    turns_to(browser, &unit.targets("e-forvaltning")).await?;
    enters(browser, "#value-foretagare").await?;
    browser.type_text("75").await?;
    browser.press("Tab").await?;
    browser.see_in("#priority-table", "75 %").await?;
    look("targets").await?;
    turns_to(browser, "#/jamforelsevarden").await?;
    browser.wait_for("#register").await?;
    look("comparison values").await?;
    turns_to(browser, &unit.flower_box()).await?;
    browser.wait_for("#flowers-card svg").await?;
    browser.wait_for("#priority-table").await?;
    browser.click("#flowers-card summary").await?;
    browser.wait_for("#flowers-table").await?;
    browser.click("#switch").await?;
    browser.wait_for(".pickers a").await?;
    look("the flower box").await?;
    turns_to(browser, "#/utveckling").await?;
    browser.wait_for("#to-result").await?;
    look("rounds over time before there are two").await?;
    turns_to(browser, "#/mapp").await?;
    browser.wait_for("#folder").await?;
    look("the shared folder").await?;
    turns_to(browser, "#/galleri").await?;
    browser.wait_for("#gallery-distribution-card svg").await?;
    look("the gallery").await?;
    sees_a_workshop(browser, unit, look).await?;
    sees_the_pages_of_keeping(browser, look).await
}

/// Goes through the steps of a workshop, and to the codes.
async fn sees_a_workshop(
    browser: &Browser,
    unit: &Unit,
    look: &impl AsyncFn(&str) -> Told,
) -> Told {
    turns_to(browser, &format!("#/workshop/it-mognad/{}", unit.id())).await?;
    browser.click("#new-role").await?;
    browser.type_text("Utvecklingsledare").await?;
    browser.press("Enter").await?;
    browser.wait_for("#missing").await?;
    browser.click("#take-3").await?;
    browser.wait_for("#go-on").await?;
    look("the set-up of a workshop").await?;
    browser.click("#go-on").await?;
    browser.wait_for(".stage .rows").await?;
    look("a question of a workshop").await?;
    browser.click("#send-round").await?;
    browser.wait_for("#your-turn").await?;
    look("a hidden answer").await?;
    browser.click("#mine-2").await?;
    browser.wait_for("#have-it").await?;
    look("handing the device on").await?;
    browser.click("#go-on").await?;
    browser.wait_for("#spread-card svg").await?;
    look("the reveal").await?;
    browser.click("#recount").await?;
    browser.wait_for("#counted").await?;
    look("counting fingers").await?;
    turns_to(browser, &format!("#/workshop-klar/it-mognad/{}", unit.id())).await?;
    look("the end of a workshop").await?;
    turns_to(browser, &format!("#/las-kod/{}", unit.id())).await?;
    look("reading codes").await?;
    turns_to(browser, &format!("#/visa-kod/{}", unit.id())).await?;
    look("a code").await
}

/// Goes to the pages of what is seldom done.
async fn sees_the_pages_of_keeping(browser: &Browser, look: &impl AsyncFn(&str) -> Told) -> Told {
    for (place, mark) in [
        ("#/kommunens-fil", "#save-file"),
        ("#/overlamning", ".checklist"),
        ("#/arkiv", "#make-archive"),
        ("#/radera", "#erase"),
        ("#/gallra", "input[name=what]"),
    ] {
        turns_to(browser, place).await?;
        browser.wait_for(mark).await?;
        look(place).await?;
    }
    browser.click("input[name=what]").await?;
    browser.click("#purge").await?;
    browser.wait_for("#sure").await?;
    look("before removing for good").await
}

/// One petal of each kind.
const FOUR_PETALS: &[(&str, Grade)] = &[
    ("tillstand-for-foretag", Grade::Full),
    ("en-vag-in-for-foretag", Grade::Half),
    ("folja-foretagsarende", Grade::Nothing),
    ("anbud-och-faktura", Grade::DontKnow),
];

async fn is_clean_everywhere(browser: &Browser, scheme: ColourScheme) -> Told {
    opens(browser, "").await?;
    browser.colour_scheme(scheme).await?;
    browser.still().await?;
    let found = std::cell::RefCell::new(Vec::new());
    sees_every_page(browser, async |page| {
        let violations = browser.axe().await?;
        found.borrow_mut().extend(
            violations
                .into_iter()
                .map(|violation| format!("On {page}:\n{violation}")),
        );
        Ok(())
    })
    .await?;
    let found = found.into_inner();
    assert!(
        found.is_empty(),
        "axe finds {}:\n{}",
        found.len(),
        found.join("\n")
    );
    Ok(())
}

#[test]
fn axe_finds_nothing_on_any_page_in_light() {
    story(Engine::Chromium, async |browser, _site| {
        is_clean_everywhere(browser, ColourScheme::Light).await?;
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_on_any_page_in_dark() {
    story(Engine::Chromium, async |browser, _site| {
        is_clean_everywhere(browser, ColourScheme::Dark).await?;
        Ok(())
    });
}

#[test]
fn no_page_scrolls_sideways_at_320_pixels() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        browser.set_size(320, 640).await?;
        sees_every_page(browser, async |page| {
            let wide = "const root = document.documentElement;
                const over = [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll'));
                return [root.scrollWidth <= innerWidth, root.scrollWidth, over.slice(0, 5).map(each => each.outerHTML.slice(0, 120))];";
            let told = browser.script(wide, vec![]).await?;
            assert_eq!(told[0], json!(true), "{page} scrolls sideways: {told}");
            Ok(())
        })
        .await?;
        Ok(())
    });
}

in_every_engine!(
    a_whole_journey_stays_at_home_and_complains_about_nothing,
    async |browser, site| {
        opens(browser, "").await?;
        can_go_offline(browser).await?;
        reloads(browser).await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 3).await?;
        answers(browser, &unit, "it-i-verksamhetsplanen", 5).await?;
        turns_to(browser, &unit.result()).await?;
        browser.wait_for("svg.chart").await?;
        browser.click("#foot-language").await?;
        browser.see_in("#menu-result", "Result").await?;
        browser.click("#foot-language").await?;
        for place in ["#/installningar", "#/data", "#/om", "#/finns-inte", "#/"] {
            turns_to(browser, place).await?;
        }
        turns_to(browser, "#/data").await?;
        catches_files(browser).await?;
        browser.click("#save-file").await?;
        caught_file(browser).await?;
        reloads(browser).await?;
        site.assert_policy_kept()?;
        browser.assert_no_complaints().await?;
        browser.assert_stays_home(site).await?;
        let hosts = site.requests().into_iter().map(|request| request.host);
        assert!(hosts.into_iter().all(|host| site.origin().ends_with(&host)));
        Ok(())
    }
);

#[test]
fn what_has_the_focus_is_never_hidden_behind_the_bar_of_the_next_step() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        for (width, height) in [(1280, 900), (1280, 600), (700, 560), (320, 560)] {
            browser.set_size(width, height).await?;
            turns_to(browser, "#/om").await?;
            turns_to(browser, &unit.question("reservrutin")).await?;
            for place in ["#level-1", "#rationale", "details.more summary", "#next"] {
                tabs_to(browser, place).await?;
                let seen = "const { left, width, top, height } = document.activeElement.getBoundingClientRect();
                    const found = document.elementFromPoint(left + width / 2, top + height / 2);
                    return found !== null && (document.activeElement.contains(found) || found.contains(document.activeElement));";
                let what = format!("to see {place} in {width}×{height}");
                browser.wait_until(&what, seen, vec![]).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_skip_link_leads_to_the_content_by_keyboard() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "#/om").await?;
        browser.press("Tab").await?;
        browser.wait_for_focus("#skip").await?;
        browser.press("Enter").await?;
        browser.wait_for_focus("#main").await?;
        assert!(browser.address().await?.ends_with("#/om"));
        browser.see_in("#page h1", "Om Mognad").await?;
        // The next Tab goes on inside, not back to the menu.
        turns_to(browser, "#/data").await?;
        tabs_back_to(browser, "#skip").await?;
        browser.press("Enter Tab").await?;
        browser.wait_for_focus("#save-file").await?;
        Ok(())
    });
}

in_every_engine!(
    a_new_page_has_the_focus_on_its_heading_and_its_name_in_the_title,
    async |browser, _site| {
        opens(browser, "").await?;
        assert_eq!(
            browser.script("return document.title", vec![]).await?,
            "Mognad"
        );
        let pages = [
            ("#menu-answer", "Innan ni börjar", "Besvara – Mognad"),
            (
                "#menu-result",
                "Det är för tidigt att säga var ni står",
                "Resultat – Mognad",
            ),
            ("#foot-settings", "Inställningar", "Inställningar – Mognad"),
            (
                "#foot-data",
                "Filer och lagring",
                "Filer och lagring – Mognad",
            ),
            ("#foot-about", "Om Mognad", "Om Mognad"),
        ];
        for (link, heading, title) in pages {
            browser.click(link).await?;
            has_arrived(browser, heading, title).await?;
            assert_eq!(
                browser.attribute(link, "aria-current").await?.as_deref(),
                Some("page")
            );
        }
        browser.back().await?;
        has_arrived(browser, "Filer och lagring", "Filer och lagring – Mognad").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        browser.wait_for_focus("#question").await?;
        answers(browser, &unit, "it-i-verksamhetsplanen", 2).await?;
        browser.click("#next").await?;
        browser.wait_for_focus("#question").await?;
        browser.click(".brand").await?;
        browser.wait_for_focus("#start-heading").await?;
        assert_eq!(
            browser.script("return document.title", vec![]).await?,
            "Mognad"
        );
        Ok(())
    }
);

async fn has_arrived(browser: &Browser, heading: &str, title: &str) -> Told {
    let arrived = "return document.activeElement?.localName === 'h1'
        && document.activeElement.textContent === arguments[0] && document.title === arguments[1];";
    let what = format!("for the focus on “{heading}” and the title “{title}”");
    browser
        .wait_until(&what, arrived, vec![json!(heading), json!(title)])
        .await?;
    Ok(())
}

#[test]
fn in_forced_colours_the_four_kinds_of_petal_still_differ_and_the_focus_is_seen() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let [unit] = adds_units(browser, ["Näring"]).await?;
        begins_the_flower_box(browser, &unit).await?;
        grades(browser, &unit, FOUR_PETALS).await?;
        turns_to(browser, &unit.flower_box()).await?;
        browser.still().await?;
        for scheme in [ColourScheme::Light, ColourScheme::Dark] {
            browser.colour_scheme(scheme).await?;
            browser.forced_colours(ForcedColours::Active).await?;
            // Of each kind: whether something is filled, whether it has an outline, whether that is dotted.
            let kinds = "const probe = document.createElement('i');
                probe.style.cssText = 'background: Canvas; forced-color-adjust: none';
                document.body.append(probe);
                const ground = getComputedStyle(probe).backgroundColor;
                probe.remove();
                const seen = colour => colour !== 'none' && colour !== ground && !/^rgba.*, 0\\)$/.test(colour);
                return ['full', 'half', 'nothing', 'unknown'].map(grade => {
                    const petal = document.querySelector(`#flowers-card svg.chart-wide a[data-grade=${grade}]`);
                    const styles = [...petal.children].filter(each => !each.matches('title, .chart-touch')).map(each => getComputedStyle(each));
                    return [styles.some(each => seen(each.fill)),
                        styles.some(each => seen(each.stroke)),
                        styles.some(each => each.strokeDasharray !== 'none')];
                });";
            let told = browser.script(kinds, vec![]).await?;
            let [full, half, nothing, unknown] = [0, 1, 2, 3].map(|place| told[place].clone());
            assert_eq!(full[0], json!(true), "{told}");
            assert_eq!(half, json!([true, true, false]), "{told}");
            assert_eq!(nothing, json!([false, true, false]), "{told}");
            assert_eq!(unknown, json!([false, true, true]), "{told}");
            turns_to(browser, "#/om").await?;
            turns_to(browser, &unit.flower_box()).await?;
            tabs_to(browser, "svg.chart-wide a").await?;
            let ring = "const touch = document.activeElement.querySelector('.chart-touch');
                const other = document.querySelectorAll('svg.chart-wide a')[1].querySelector('.chart-touch');
                return getComputedStyle(touch).stroke !== getComputedStyle(other).stroke;";
            browser
                .wait_until("for a ring around the petal", ring, vec![])
                .await?;
        }
        Ok(())
    });
}
