//! The README's pictures, taken from the running app, so that they show what there is.
//!
//! `cargo xtask pictures` runs it and puts the pictures into `docs/pictures`; `tests/readme.rs` sees that they are there.
//! They show the example, where every page says *Påhittade exempelvärden*, at fixed sizes and at a fixed time of
//! day, so that a picture changes only when the app does.

// What only the stories have use for: here a macro, below some of their words.
#[allow(unused_macros)]
#[path = "stories/harness/mod.rs"]
mod harness;
#[allow(dead_code)]
#[path = "stories/manager.rs"]
mod manager;

use std::{env, fs, path::PathBuf};

use harness::{Browser, ColourScheme, Engine, Told, Trouble, story};
use manager::{is_saved, opens, turns_to};
use serde_json::{Value, json};

/// The width of a laptop's window, and of a phone.
const WIDE: u32 = 1280;
const PHONE: u32 = 390;

/// Before every page's first script: it is ten in the morning of the day of the example's second round.
const CLOCK: &str = "Date.now = () => Date.UTC(2026, 9, 14, 8);";

/// Which part of a page is kept: the whole width, from above one element to below another.
#[derive(Clone, Copy)]
struct Part {
    from: &'static str,
    to: &'static str,
    /// Pixels of the picture for each CSS pixel.
    scale: f64,
}

/// Where it is in the page, in CSS pixels: how far from the top, and how high. What comes before and after is not cut into.
const PLACE: &str = "const [from, to] = arguments;
document.activeElement?.blur();
scrollTo(0, 0);
const box = selector => document.querySelector(selector).getBoundingClientRect();
const top = Math.max(0, Math.floor(box(from).top) - 16), bottom = Math.ceil(box(to).bottom) + 12;
return document.fonts.ready.then(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(
    () => resolve([top, bottom - top])))));";

/// Keeps a part of the page that is there, under this name.
async fn keeps(browser: &Browser, name: &str, width: u32, part: Part) -> Told {
    browser.wait_for(part.to).await?;
    // No link looks as if it were pointed at.
    let away = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
    browser.devtools("Input.dispatchMouseEvent", away).await?;
    let asked = vec![json!(part.from), json!(part.to)];
    let place = browser.script(PLACE, asked).await?;
    let [Some(top), Some(height)] = [0, 1].map(|index| place.get(index).and_then(Value::as_u64))
    else {
        return Err(Trouble::new(format!("{name} has no place: {place}.")));
    };
    let clip = json!({ "x": 0, "y": top, "width": width, "height": height, "scale": part.scale });
    let png = browser.picture_of(clip).await?;
    println!(
        "{name:<10} {width} × {height:<5} at {}× {:>7} bytes",
        part.scale,
        png.len()
    );
    let folder = folder();
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(format!("{name}.png")), &png)?;
    Ok(())
}

/// Where they are written; without a wish not over those that the README shows.
fn folder() -> PathBuf {
    env::var_os("MOGNAD_PICTURES").map_or_else(
        || harness::profile::target_dir().join("pictures"),
        PathBuf::from,
    )
}

#[test]
fn pictures_of_the_readme() {
    story(Engine::Chromium, async |browser, _site| {
        let clock = json!({ "source": CLOCK });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", clock)
            .await?;
        browser.still().await?;
        flower_box(browser).await?;
        levels(browser).await?;
        targets(browser).await?;
        question(browser).await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

/// The municipality's flower box: with all around it, in the dark, and on a phone.
async fn flower_box(browser: &Browser) -> Told {
    browser.set_size(WIDE, 900).await?;
    opens(browser, "?exempel#/resultat/e-forvaltning/kommunen").await?;
    let page = Part {
        from: "body",
        to: "#flowers-card",
        scale: 1.0,
    };
    keeps(browser, "blomlada", WIDE, page).await?;
    let result = Part {
        from: "#switch",
        ..page
    };
    browser.colour_scheme(ColourScheme::Dark).await?;
    keeps(browser, "mork", WIDE, result).await?;
    browser.colour_scheme(ColourScheme::Light).await?;
    browser.set_size(PHONE, 844).await?;
    keeps(browser, "mobil", PHONE, result).await?;
    browser.set_size(WIDE, 900).await
}

/// A unit's levels, with *mål* and the round before.
async fn levels(browser: &Browser) -> Told {
    turns_to(browser, "#/resultat/it-mognad/samhallsbyggnad").await?;
    browser.wait_for("#mark-target:checked").await?;
    browser.click("#mark-earlier").await?;
    browser.wait_for("#mark-earlier:checked").await?;
    let part = Part {
        from: "#switch",
        to: ".marks",
        scale: 1.0,
    };
    keeps(browser, "resultat", WIDE, part).await
}

/// What the municipality has decided, and what comes first after that.
async fn targets(browser: &Browser) -> Told {
    turns_to(browser, "#/mal/it-mognad/kommunen").await?;
    browser.wait_for("#priority-table").await?;
    let part = Part {
        from: "body",
        to: "#priority",
        scale: 1.0,
    };
    keeps(browser, "mal", WIDE, part).await
}

/// A question that a unit has answered together, in a window that is high enough for all of it.
async fn question(browser: &Browser) -> Told {
    browser.set_size(WIDE, 1000).await?;
    turns_to(browser, "#/besvara").await?;
    browser.click_named("Socialförvaltningen").await?;
    browser.click("#together").await?;
    browser.click("#begin").await?;
    browser.wait_for_focus("#question").await?;
    turns_to(browser, "#/besvara/it-mognad/social/reservrutin").await?;
    browser.wait_for(".level.chosen").await?;
    is_saved(browser).await?;
    let part = Part {
        from: "body",
        to: ".areas",
        scale: 1.0,
    };
    keeps(browser, "besvara", WIDE, part).await
}
