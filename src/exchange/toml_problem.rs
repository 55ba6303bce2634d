//! What is wrong in a TOML file, where, and how to mend it: shared by the readers of question sets and of the example.

use std::fmt;

use serde::de::DeserializeOwned;
use toml::Spanned;

/// Something that keeps a file from being used, with the place and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file: within its set, or by its own name.
    pub file: String,
    /// The line in it, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}. {}.",
            self.file, self.line, self.what, self.mend
        )
    }
}

/// Gathers complaints about one file.
pub(super) struct Complaints<'a> {
    file: &'a str,
    text: &'a str,
    pub problems: Vec<Problem>,
}

impl<'a> Complaints<'a> {
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            problems: Vec::new(),
        }
    }

    pub fn add<T>(&mut self, at: &Spanned<T>, what: impl Into<String>, mend: impl Into<String>) {
        let start = at.span().start;
        self.add_at(start, what, mend);
    }

    pub fn add_at(&mut self, byte: usize, what: impl Into<String>, mend: impl Into<String>) {
        let line = 1 + self.text.bytes().take(byte).filter(|&b| b == b'\n').count();
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line,
            what: what.into(),
            mend: mend.into(),
        });
    }

    pub fn text(&mut self, name: &str, text: &Spanned<String>) {
        if text.get_ref().trim().is_empty() {
            self.add(
                text,
                format!("{name} is empty"),
                format!("Write the {name}"),
            );
        }
    }

    pub fn identifier(&mut self, id: &Spanned<String>, valid: bool) {
        if !valid {
            self.add(
                id,
                format!(
                    "the id \"{}\" has characters that an id cannot have",
                    id.get_ref()
                ),
                "Use a–z, 0–9 and hyphens, at most 64",
            );
        }
    }
}

/// Reads a file of this shape; where it has another, says so at the place, with `mend`.
pub(super) fn parse<T: DeserializeOwned>(
    file: &str,
    text: &str,
    mend: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    match toml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let mut out = Complaints::new(file, text);
            let message = error.message().trim_end_matches('.').replace('\n', " ");
            out.add_at(error.span().map_or(0, |span| span.start), message, mend);
            problems.append(&mut out.problems);
            None
        }
    }
}
