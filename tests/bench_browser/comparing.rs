//! How long one waits on *Jämför*: when it is opened, filtered and drawn anew, with 100 questions to 30 units over 5 rounds;
//! and when 3,000 units are compared.

use std::time::Duration;

use serde_json::json;

use crate::answering::moves_in;
use crate::harness::{Browser, Engine, Told, story};
use crate::manager::turns_to;
use crate::municipality::{Municipality, QUESTIONS, ROUNDS, UNITS};
use crate::slow::{SLOWER, is_slow_enough, number, work};
use crate::times::Times;

const RUNS: usize = 20;
const WARM_UP: usize = 2;
const MANY: u64 = 3_000;

/// Over this, the bench fails: what a person does is answered at once.
const MEDIAN: f64 = 100.0;

/// In the page: `__heat(begun)` waits until there is another heat map than before, and tells when it was painted.
const STOPWATCH: &str = "window.__heat = {
    painted: null,
    text: () => document.querySelector('#heat-map')?.textContent ?? '',
    run(begun, before) {
        __heat.painted = null;
        const look = () => requestAnimationFrame(() => {
            const now = __heat.text();
            if (now === '' || now === before) return look();
            const channel = new MessageChannel();
            channel.port1.onmessage = () => __heat.painted = performance.now() - begun;
            channel.port2.postMessage(0);
        });
        look();
    },
};";

const OPEN: &str = "__heat.run(performance.now(), ''); location.hash = '#/jamfor';";

/// Chooses the next value of a filter, as its list does when it is used.
const FILTER: &str = "const list = document.querySelector(arguments[0]);
const before = __heat.text();
list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
__heat.run(performance.now(), before);
list.dispatchEvent(new Event('change', { bubbles: true }));";

async fn painted(browser: &Browser) -> Told<f64> {
    let told = browser
        .wait_for_at_most(
            Duration::from_mins(1),
            "for the heat map to be painted",
            "return __heat.painted;",
            vec![],
        )
        .await?;
    number(&told, "Painting")
}

async fn opening(browser: &Browser, runs: usize) -> Told<Times> {
    let mut times = Vec::new();
    for _ in 0..runs {
        turns_to(browser, "#/om").await?;
        browser.script(OPEN, vec![]).await?;
        times.push(painted(browser).await?);
    }
    Ok(Times::new(times.split_off(WARM_UP.min(runs - 1))))
}

async fn filtering(browser: &Browser, list: &str, runs: usize) -> Told<Times> {
    let mut times = Vec::new();
    for _ in 0..runs {
        browser.script(FILTER, vec![json!(list)]).await?;
        times.push(painted(browser).await?);
    }
    Ok(Times::new(times.split_off(WARM_UP.min(runs - 1))))
}

fn told(metric: &str, times: &Times) -> f64 {
    let (median, p95) = (times.percentile(50), times.percentile(95));
    println!(
        "{metric:<34} {:>3} {median:>8.0} {p95:>8.0}  ms",
        times.0.len()
    );
    median
}

/// One line of the table; says where it is over its limit.
fn line(metric: &str, times: &Times) -> Option<String> {
    let median = told(metric, times);
    (median > MEDIAN).then(|| format!("{metric}: {median:.0} ms, more than {MEDIAN:.0} ms"))
}

/// The program of the desk in hand, its document read.
async fn is_at_the_desk(browser: &Browser) -> Told {
    turns_to(browser, "#/jamfor").await?;
    browser
        .wait_for_at_most(
            Duration::from_mins(2),
            "for the heat map",
            "return document.querySelector('#heat-map') !== null;",
            vec![],
        )
        .await?;
    browser.script(STOPWATCH, vec![]).await?;
    Ok(())
}

#[test]
fn times_of_comparing_15_000_answers_on_a_slow_computer() {
    story(Engine::Chromium, async |browser, _site| {
        let municipality = Municipality::compared(UNITS, ROUNDS)?;
        moves_in(browser, &municipality).await?;
        let fast = work(browser).await?;
        is_at_the_desk(browser).await?;
        browser.cpu_slowdown(SLOWER).await?;
        let open = opening(browser, WARM_UP + RUNS).await?;
        let area = filtering(browser, "#compare-area", WARM_UP + RUNS).await?;
        let round = filtering(browser, "#compare-round", WARM_UP + RUNS).await?;
        let slower = work(browser).await? / fast;
        println!(
            "\n{UNITS} units, {QUESTIONS} questions, {ROUNDS} rounds; processor slowed {SLOWER}× (a piece of work took {slower:.1}× as long)"
        );
        println!("{:<34} {:>3} {:>8} {:>8}", "metric", "n", "median", "p95");
        let over: Vec<String> = [
            line("open → heat map painted", &open),
            line("another area → painted", &area),
            line("another round → painted", &round),
        ]
        .into_iter()
        .flatten()
        .collect();
        is_slow_enough(slower)?;
        if over.is_empty() {
            return Ok(());
        }
        Err(over.join("; ").into())
    });
}

/// Not slowed, no limit: whether it stays usable.
#[test]
fn times_of_comparing_3_000_units() {
    story(Engine::Chromium, async |browser, _site| {
        let municipality = Municipality::compared(MANY, 1)?;
        moves_in(browser, &municipality).await?;
        is_at_the_desk(browser).await?;
        let open = opening(browser, 5).await?;
        let area = filtering(browser, "#compare-area", 5).await?;
        let rows = browser
            .script(
                "return document.querySelectorAll('#heat-map tr').length;",
                vec![],
            )
            .await?;
        println!("\n{MANY} units, {QUESTIONS} questions, not slowed; {rows} rows are shown");
        told("open → heat map painted", &open);
        told("another area → painted", &area);
        let shown = rows.as_u64().unwrap_or_default();
        assert!(
            (1..=110).contains(&shown),
            "{rows} rows: a page has 100 units"
        );
        Ok(())
    });
}
