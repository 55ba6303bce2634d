//! `cargo xtask test`: every check, in an order that finds the cheap mistakes first.

mod steps;

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::run::{self, Tally};
use crate::workspace::Workspace;
use steps::{STEPS, Step};

/// Runs all steps, or only the one with this name, and stops at the first that fails.
///
/// # Errors
/// When a step fails, with the command that runs it alone.
pub fn test(workspace: &Workspace, only: Option<&str>) -> Result<()> {
    if only == Some("list") {
        for step in &STEPS {
            println!("{:<14} {}", step.name, step.what);
        }
        return Ok(());
    }
    let steps = chosen(only)?;
    let begun = Instant::now();
    let mut tally = Tally::default();
    let mut times = Vec::new();
    let mut failure = None;
    for (number, step) in (1..).zip(&steps) {
        println!(
            "\n=== {number} of {}: {} — {}",
            steps.len(),
            step.name,
            step.what
        );
        let step_begun = Instant::now();
        let result = (step.run)(workspace, &mut tally);
        times.push((step.name, step_begun.elapsed(), result.is_ok()));
        if let Err(error) = result {
            failure = Some(error.context(format!(
                "the step `{}` failed; run it alone with `cargo xtask test --only {}`",
                step.name, step.name
            )));
            break;
        }
    }
    summarise(&times, begun.elapsed());
    println!("{tally}");
    failure.map_or(Ok(()), Err)
}

fn chosen(only: Option<&str>) -> Result<Vec<&'static Step>> {
    let Some(name) = only else {
        return Ok(STEPS.iter().collect());
    };
    let step = STEPS.iter().find(|step| step.name == name);
    let step = step.with_context(|| {
        format!("there is no step `{name}`: `cargo xtask test --only list` lists them")
    })?;
    Ok(vec![step])
}

fn summarise(times: &[(&str, Duration, bool)], total: Duration) {
    println!("\n{:<14} {:>12}", "step", "elapsed");
    for (name, time, passed) in times {
        println!(
            "{name:<14} {:>12}  {}",
            run::elapsed(*time),
            if *passed { "ok" } else { "FAILED" }
        );
    }
    println!("{:<14} {:>12}", "together", run::elapsed(total));
}
