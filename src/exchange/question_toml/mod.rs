//! Question sets as they are written: TOML files in `questions/<set>/`, checked and compiled before the app is built.
//!
//! Native only; the browser reads the compiled JSON. The format is told in docs/QUESTIONS.md, and
//! `questions/schema/*.json` are made from the very types in `source`.

mod change;
mod check;
mod compile;
mod source;

use std::collections::BTreeMap;

pub use super::toml_problem::Problem;
pub use compile::{Compiled, compile, shared_questions_differ};
pub use source::{schema_of_area, schema_of_overlay, schema_of_set};

/// The files of one set by their path within it, such as `set.toml`, `areas/ledning.toml`, `en/ledning.toml`.
pub type SetFiles = BTreeMap<String, String>;
