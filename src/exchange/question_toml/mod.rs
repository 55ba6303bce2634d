//! Question sets as they are written: TOML files in `questions/<set>/`, checked and compiled before the app is built.
//!
//! Native only; the browser reads the compiled JSON. The format is told in docs/QUESTIONS.md, and
//! `questions/schema/*.json` are made from the very types in `source`.

mod check;
mod compile;
mod source;

use std::collections::BTreeMap;
use std::fmt;

pub use compile::{Compiled, compile, shared_questions_differ};
pub use source::{schema_of_area, schema_of_overlay, schema_of_set};

/// The files of one set by their path within it, such as `set.toml`, `areas/ledning.toml`, `en/ledning.toml`.
pub type SetFiles = BTreeMap<String, String>;

/// Something that keeps a set from being used, with the place and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file within the set.
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
