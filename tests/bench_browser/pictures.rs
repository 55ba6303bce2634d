//! How long one waits for a picture: when its page is opened, and when a mark is ticked beside it. In the example, where
//! every picture has something to show.
//!
//! No limits here: `tests/bench_charts.rs` says what of it is the drawing, the rest is the page around it.

use serde_json::{Value as Json, json};

use crate::harness::{Browser, Engine, Told, story};
use crate::manager::{opens, turns_to};
use crate::slow::{SLOWER, is_slow_enough, number, work};
use crate::times::Times;

/// Measured so many times, after [`WARM_UP`] more that are not counted: the first ones fetch the sets and the example.
const RUNS: usize = 20;
const WARM_UP: usize = 2;

/// A page, and the cards whose pictures one waits for there.
struct Page {
    name: &'static str,
    place: &'static str,
    cards: &'static [&'static str],
}

const PAGES: [Page; 3] = [
    Page {
        name: "open the flower box",
        place: "#/resultat/e-forvaltning/kommunen",
        cards: &["flowers-card", "bars-card"],
    },
    Page {
        name: "open bars and profile",
        place: "#/resultat/it-mognad/social",
        cards: &["bars-card", "radar-card"],
    },
    Page {
        name: "open the gallery",
        place: "#/galleri",
        cards: &[
            "gallery-flowers-card",
            "gallery-percent-bars-card",
            "gallery-percent-radar-card",
            "gallery-bars-card",
            "gallery-radar-card",
            "gallery-distribution-card",
        ],
    },
];

/// Where the marks are ticked.
const MARKED: &str = "#/resultat/it-mognad/social";
/// From where the pages are opened: a page without a picture.
const ELSEWHERE: &str = "#/om";

/// In the page: when what was asked for is painted, counted from `begun`.
///
/// A frame is painted when a message that was posted in its `requestAnimationFrame` arrives. It is looked in every frame,
/// so that waiting for the frame counts.
const STOPWATCH: &str = "const stopwatch = window.__stopwatch = {
    painted: null,
    run(begun, shown) {
        stopwatch.painted = null;
        const look = () => requestAnimationFrame(() => {
            if (!shown()) return look();
            const channel = new MessageChannel();
            channel.port1.onmessage = () => stopwatch.painted = performance.now() - begun;
            channel.port2.postMessage(0);
        });
        look();
    },
};";

/// Opens a page by its address. Each card has its picture in both widths.
const OPEN: &str = "const [place, cards] = arguments;
const drawn = card => document.querySelectorAll('#' + card + ' :is(.chart-wide, .chart-narrow)').length === 2;
if (cards.some(drawn)) throw new Error('A picture of the page is there already.');
__stopwatch.run(performance.now(), () => cards.every(drawn));
location.hash = place;";

/// Before a tick is clicked: it begins when the browser got the click, and ends with other pictures on the card.
const TICK: &str = "const pictures = () => [...document.querySelectorAll('#bars-card :is(.chart-wide, .chart-narrow)')];
const before = pictures();
addEventListener('click', event => __stopwatch.run(event.timeStamp, () => {
    const now = pictures();
    return now.length === before.length && now.every(picture => !before.includes(picture));
}), { capture: true, once: true });
__stopwatch.painted = null;";

async fn painted(browser: &Browser) -> Told<f64> {
    let told = browser
        .wait_until(
            "for the pictures to be painted",
            "return __stopwatch.painted;",
            vec![],
        )
        .await?;
    number(&told, "Painting")
}

async fn opening(browser: &Browser, page: &Page) -> Told<Times> {
    let mut times = Vec::new();
    for _ in 0..WARM_UP + RUNS {
        turns_to(browser, ELSEWHERE).await?;
        let asked = vec![json!(page.place), json!(page.cards)];
        browser.script(OPEN, asked).await?;
        times.push(painted(browser).await?);
    }
    Ok(Times::new(times.split_off(WARM_UP)))
}

/// Every other run shows the round before, every other takes it away.
async fn ticking(browser: &Browser) -> Told<Times> {
    turns_to(browser, MARKED).await?;
    browser.wait_for("#mark-earlier").await?;
    let mut times = Vec::new();
    for _ in 0..WARM_UP + RUNS {
        browser.script(TICK, vec![]).await?;
        browser.click("#mark-earlier").await?;
        times.push(painted(browser).await?);
    }
    Ok(Times::new(times.split_off(WARM_UP)))
}

fn line(metric: &str, nodes: &Json, times: &Times) {
    println!(
        "{metric:<22} {:>6} {:>4} {:>9.0} {:>9.0}  ms",
        nodes.as_u64().unwrap_or_default(),
        times.0.len(),
        times.percentile(50),
        times.percentile(95)
    );
}

/// How many nodes of pictures the page now has.
async fn nodes(browser: &Browser, cards: &str) -> Told<Json> {
    let count = "return document.querySelectorAll(arguments[0] + ' svg.chart, ' + arguments[0] + ' svg.chart *').length;";
    browser.script(count, vec![json!(cards)]).await
}

#[test]
fn times_until_pictures_are_painted_on_a_slow_computer() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, &format!("?exempel{ELSEWHERE}")).await?;
        // The gallery is a page of the desk, whose program takes over by a reload.
        turns_to(browser, "#/omgang").await?;
        browser.wait_for("#round-state").await?;
        browser.script(STOPWATCH, vec![]).await?;
        let fast = work(browser).await?;
        browser.cpu_slowdown(SLOWER).await?;
        let mut measured = Vec::new();
        for page in &PAGES {
            let times = opening(browser, page).await?;
            measured.push((page.name, nodes(browser, ".picture").await?, times));
        }
        let times = ticking(browser).await?;
        measured.push((
            "tick a mark of bars",
            nodes(browser, "#bars-card").await?,
            times,
        ));
        let slower = work(browser).await? / fast;

        println!(
            "\npictures in Chromium, asked for → painted, processor slowed {SLOWER}× (a piece of work took {slower:.1}× as long)"
        );
        println!(
            "{:<22} {:>6} {:>4} {:>9} {:>9}  unit",
            "metric", "nodes", "n", "median", "p95"
        );
        for (metric, nodes, times) in &measured {
            line(metric, nodes, times);
        }
        println!();
        is_slow_enough(slower)?;
        Ok(())
    });
}
