//! Running other programs, with the reader of the terminal in mind.

use std::collections::VecDeque;
use std::fmt;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How often a long step says that it is still at work.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// How often it is looked whether a program has ended.
const GLANCE: Duration = Duration::from_millis(100);
/// So much of a log is shown when its program failed.
const LAST_LINES: usize = 25;

/// Runs the command with its output in the terminal.
///
/// # Errors
/// When it cannot be started or fails.
pub fn visibly(command: &mut Command) -> Result<()> {
    let line = as_typed(command);
    let status = command
        .status()
        .with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` failed ({status}); what it said stands above");
    }
    Ok(())
}

/// Runs the command and gives what it printed.
///
/// # Errors
/// When it cannot be started or fails.
pub fn output(command: &mut Command) -> Result<String> {
    let line = as_typed(command);
    let output = command
        .output()
        .with_context(|| format!("`{line}` could not be started"))?;
    if !output.status.success() {
        bail!(
            "`{line}` failed ({}): {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs the command with its output in `log`, and says every quarter of a minute how far it is.
///
/// # Errors
/// When it cannot be started or fails: then the last lines of the log are part of the error.
pub fn with_signs_of_life(command: &mut Command, log: &Path) -> Result<()> {
    let line = as_typed(command);
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("the folder {} could not be made", folder.display()))?;
    }
    let file = File::create(log)
        .with_context(|| format!("the log {} could not be made", log.display()))?;
    let begun = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("`{line}` could not be started"))?;
    let mut next_sign = SIGN_OF_LIFE;
    loop {
        if let Some(status) = child.try_wait()? {
            if status.success() {
                return Ok(());
            }
            bail!(
                "`{line}` failed ({status}). The end of {}:\n{}",
                log.display(),
                last_lines(log, LAST_LINES)
            );
        }
        if begun.elapsed() >= next_sign {
            println!(
                "      {} … {}",
                elapsed(begun.elapsed()),
                last_lines(log, 1).trim()
            );
            next_sign += SIGN_OF_LIFE;
        }
        thread::sleep(GLANCE);
    }
}

/// How many tests a run of `cargo test` counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs `cargo test` with its output in the terminal, and adds what it counted to `tally`.
///
/// # Errors
/// When it cannot be started or a test fails.
pub fn counting_tests(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let line = as_typed(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{line}` could not be started"))?;
    if let Some(stdout) = child.stdout.take() {
        let mut terminal = std::io::stdout();
        for text in BufReader::new(stdout).split(b'\n') {
            let text = text?;
            terminal.write_all(&text)?;
            terminal.write_all(b"\n")?;
            count(&String::from_utf8_lossy(&text), tally);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{line}` failed ({status}); what it said stands above");
    }
    Ok(())
}

/// Understands `test result: ok. 9 passed; 0 failed; …`.
fn count(line: &str, tally: &mut Tally) {
    let Some(results) = line.trim().strip_prefix("test result: ") else {
        return;
    };
    let words: Vec<&str> = results.split([' ', ';']).collect();
    for pair in words.windows(2) {
        if let [number, word] = pair
            && let Ok(number) = number.parse::<usize>()
        {
            match *word {
                "passed" => tally.passed += number,
                "failed" => tally.failed += number,
                _ => {}
            }
        }
    }
}

/// `2 min 05 s` or `3.4 s`.
pub fn elapsed(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// The command as one would type it, with the program's name instead of its path.
fn as_typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn last_lines(log: &Path, most: usize) -> String {
    let Ok(bytes) = fs::read(log) else {
        return String::new();
    };
    let text = String::from_utf8_lossy(&bytes);
    let mut last = VecDeque::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        last.push_back(line);
        if last.len() > most {
            last.pop_front();
        }
    }
    Vec::from(last).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_several_test_binaries_are_added() {
        let mut tally = Tally::default();
        count(
            "test result: ok. 9 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            &mut tally,
        );
        count("test something ... ok", &mut tally);
        count(
            "test result: FAILED. 2 passed; 1 failed; 0 ignored",
            &mut tally,
        );
        assert_eq!(tally.to_string(), "11 passed, 1 failed");
    }

    #[test]
    fn times_are_readable() {
        assert_eq!(elapsed(Duration::from_millis(3440)), "3.4 s");
        assert_eq!(elapsed(Duration::from_secs(125)), "2 min 05 s");
    }
}
