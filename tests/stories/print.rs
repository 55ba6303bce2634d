//! On paper: a result that a reader understands who never saw the app.

use std::fs;

use serde_json::{Value, json};

use crate::{
    coordinator::*,
    harness::{Browser, ColourScheme, Engine, Medium, Told, story},
    manager::*,
    pictures::opens_the_example,
};

/// A result of four answers in a municipality with a name.
async fn has_a_result(browser: &Browser) -> Told<Unit> {
    opens(browser, "#/installningar").await?;
    browser.click("#municipality").await?;
    browser.type_text("Storköping").await?;
    browser.press("Tab").await?;
    is_saved(browser).await?;
    let unit = begins_together(browser, "Socialförvaltningen").await?;
    for (question, level) in [
        ("it-i-verksamhetsplanen", 3),
        ("prioritering-av-insatser", 2),
        ("nytta-av-it", 4),
        ("drift-i-vardagen", 4),
    ] {
        answers(browser, &unit, question, level).await?;
    }
    turns_to(browser, &unit.result()).await?;
    browser.wait_for("svg.chart-wide").await?;
    Ok(unit)
}

/// What is seen of these on the page as it is now.
async fn seen(browser: &Browser, what: &str) -> Told<Value> {
    let body = "return [...document.querySelectorAll(arguments[0])].filter(each =>
            each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().height > 0)
        .map(each => each.id || each.getAttribute('class') || each.textContent.slice(0, 40));";
    browser.script(body, vec![json!(what)]).await
}

/// What can only be used on a screen.
const FOR_SCREENS: &str =
    "button, input, select, summary, .ds-button, nav, #state, footer, #notices, .ds-skip-link";

/// The head of the printed page: what each fact is called, and what it says.
async fn head(browser: &Browser) -> Told<Vec<Vec<String>>> {
    let body = "return [...document.querySelectorAll('.print-head dl > div')].filter(each => each.checkVisibility())
        .map(each => [each.children[0].textContent, each.children[1].textContent.replace(/\\s/g, ' ')]);";
    Ok(words_of(&browser.script(body, vec![]).await?))
}

#[test]
fn a_printed_result_says_whose_when_how_firm_and_by_which_questions() {
    story(Engine::Chromium, async |browser, _site| {
        let unit = has_a_result(browser).await?;
        assert_eq!(
            seen(browser, ".print-head").await?,
            json!([]),
            "it is for paper alone"
        );
        browser.medium(Medium::Print).await?;
        let today = "const now = new Date(), two = number => String(number).padStart(2, '0');
            return [String(now.getFullYear()), `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`];";
        let today = browser.script(today, vec![]).await?;
        let word = |place: usize| today.get(place).and_then(Value::as_str).unwrap_or_default();
        let expected = [
            ["Enhet", "Socialförvaltningen, Storköping"],
            ["Omgång", &format!("Omgång {}", word(0))],
            ["Frågor", "IT-mognad, version 1.0.0"],
            ["Svarstäckning", "4 av 31 (12 %)"],
            ["Status", "Utkast: svaren kan fortfarande ändras"],
            ["Utskrivet", word(1)],
        ];
        assert_eq!(
            head(browser).await?,
            expected.map(|fact| fact.map(str::to_owned).to_vec())
        );
        assert_eq!(seen(browser, FOR_SCREENS).await?, json!([]));
        assert_eq!(seen(browser, ".made-up").await?, json!([]));
        browser
            .see_in("#finding", "Uppföljning bär, men Ledning väntar")
            .await?;
        // The printer gets the same page.
        let paper = browser.profile().temp().join("resultat.pdf");
        browser.print_pdf(&paper).await?;
        assert!(
            fs::metadata(&paper)?.len() > 10_000,
            "there is something on it"
        );
        browser.medium(Medium::Screen).await?;
        turns_to(browser, &unit.question("nytta-av-it")).await?;
        browser.wait_for("#next").await?;
        Ok(())
    });
}

#[test]
fn paper_gets_the_wide_picture_in_light_colours_also_from_a_dark_and_narrow_screen() {
    story(Engine::Chromium, async |browser, _site| {
        opens_the_example(browser, "#/resultat/e-forvaltning/kommunen").await?;
        browser.wait_for("#flowers-card svg").await?;
        browser.colour_scheme(ColourScheme::Dark).await?;
        browser.set_size(320, 640).await?;
        let narrow = json!(["chart chart-narrow", "chart chart-narrow"]);
        let wide = json!(["chart chart-wide", "chart chart-wide"]);
        let pictures = ".picture .drawing svg";
        assert_eq!(seen(browser, pictures).await?, narrow);
        browser.medium(Medium::Print).await?;
        assert_eq!(seen(browser, pictures).await?, wide);
        assert_eq!(seen(browser, FOR_SCREENS).await?, json!([]));
        assert_eq!(seen(browser, ".made-up").await?, json!(["made-up"]));
        // Nobody's toner for a brown field, and dark words on white.
        let light = "const lightness = (what, of) => {
                const [red, green, blue] = getComputedStyle(document.querySelector(what))[of].match(/[\\d.]+/g).map(Number);
                return Math.round((red + green + blue) / 7.65);
            };
            return { page: lightness('body', 'backgroundColor'), words: lightness('#finding', 'color'),
                sky: lightness('.chart-wide .chart-sky', 'fill'), soil: lightness('.chart-wide .chart-soil', 'fill') };";
        let told = browser.script(light, vec![]).await?;
        let of = |what: &str| told.get(what).and_then(Value::as_u64).unwrap_or(u64::MAX);
        assert_eq!((of("page"), of("sky")), (100, 100), "{told}");
        assert!(of("words") < 25 && of("soil") > 85, "{told}");
        Ok(())
    });
}
