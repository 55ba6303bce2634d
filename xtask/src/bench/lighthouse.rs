//! Lighthouse's view of the first visit, on its simulated phone.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run;
use crate::setup::Engines;
use crate::workspace::Workspace;

/// The middle one of so many runs counts.
const RUNS: usize = 3;
const LEAST_PERFORMANCE: f64 = 0.95;
const LEAST_ACCESSIBILITY: f64 = 1.0;
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
const TIMES: [(&str, &str); 3] = [
    ("FCP", "first-contentful-paint"),
    ("LCP", "largest-contentful-paint"),
    ("TBT", "total-blocking-time"),
];
const CHROME_FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
--disable-background-networking --disable-component-update --disable-sync";

/// What one run found: scores from 0 to 1 in the order of [`CATEGORIES`], milliseconds in the order of [`TIMES`].
struct Report {
    scores: Vec<f64>,
    milliseconds: Vec<f64>,
}

/// Measures `url` and prints the middle run.
///
/// # Errors
/// When Chromium is missing, Lighthouse fails, or a score is under its limit.
pub(super) fn measure(workspace: &Workspace, engines: &Engines, url: &str) -> Result<()> {
    let chromium = engines
        .chromium
        .as_deref()
        .context("Chromium is missing: `cargo xtask setup --tests` installs it")?;
    let mut reports = Vec::new();
    for run in 1..=RUNS {
        println!("Lighthouse, run {run} of {RUNS}");
        reports.push(run_once(workspace, chromium, url, run)?);
    }
    let median = middle(reports).context("Lighthouse made no report")?;
    println!("\nLighthouse 12, mobile, median of {RUNS} by performance");
    for (name, score) in CATEGORIES.iter().zip(&median.scores) {
        println!("{name:<16} {score:>8.2}");
    }
    for ((name, _), milliseconds) in TIMES.iter().zip(&median.milliseconds) {
        println!("{name:<16} {milliseconds:>8.0} ms");
    }
    println!();
    match median.scores.as_slice() {
        [performance, accessibility, ..]
            if *performance >= LEAST_PERFORMANCE && *accessibility >= LEAST_ACCESSIBILITY =>
        {
            Ok(())
        }
        _ => bail!(
            "Lighthouse is under its limits (performance {LEAST_PERFORMANCE}, accessibility {LEAST_ACCESSIBILITY}); \
             the reports are in target/bench"
        ),
    }
}

fn run_once(workspace: &Workspace, chromium: &Path, url: &str, run: usize) -> Result<Report> {
    let folder = workspace.root().join("target/bench");
    fs::create_dir_all(&folder).context("target/bench could not be made")?;
    let file = folder.join(format!("lighthouse-{run}.json"));
    let mut lighthouse = workspace.command("lighthouse");
    lighthouse
        .arg(url)
        .args(["--output=json", "--quiet"])
        .arg(format!("--output-path={}", file.display()))
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg(format!("--chrome-flags={CHROME_FLAGS}"))
        .env("CHROME_PATH", chromium);
    run::with_signs_of_life(&mut lighthouse, &folder.join("lighthouse.log"))?;
    let text = fs::read_to_string(&file)
        .with_context(|| format!("{} could not be read", file.display()))?;
    read(&serde_json::from_str(&text).context("Lighthouse's report is not JSON")?)
}

fn read(report: &Value) -> Result<Report> {
    let number = |pointer: String| {
        report
            .pointer(&pointer)
            .and_then(Value::as_f64)
            .with_context(|| format!("Lighthouse's report has no {pointer}"))
    };
    Ok(Report {
        scores: CATEGORIES
            .iter()
            .map(|id| number(format!("/categories/{id}/score")))
            .collect::<Result<_>>()?,
        milliseconds: TIMES
            .iter()
            .map(|(_, id)| number(format!("/audits/{id}/numericValue")))
            .collect::<Result<_>>()?,
    })
}

/// The middle report when they are put in order of their first score, performance.
fn middle(mut reports: Vec<Report>) -> Option<Report> {
    let performance = |report: &Report| report.scores.first().copied().unwrap_or(0.0);
    reports.sort_by(|one, other| performance(one).total_cmp(&performance(other)));
    let middle = reports.len() / 2;
    reports.into_iter().nth(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_run_counts() {
        let report = |performance| Report {
            scores: vec![performance],
            milliseconds: Vec::new(),
        };
        let median = middle([0.99, 0.1, 0.95].map(report).into()).unwrap();
        assert!((median.scores[0] - 0.95).abs() < f64::EPSILON);
    }

    #[test]
    fn a_report_without_a_score_is_an_error() {
        assert!(read(&serde_json::json!({"categories": {}})).is_err());
    }
}
