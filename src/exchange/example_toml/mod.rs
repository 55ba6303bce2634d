//! The example municipality as it is written: one TOML file in `example/`, checked against the published sets and compiled
//! into the document that the app would have written, had five units answered in two rounds.
//!
//! Native only; the browser reads the compiled `.mognad.json`. The format is told in docs/QUESTIONS.md.

mod answers;
mod compile;
mod source;
#[cfg(test)]
mod tests;

pub use super::toml_problem::Problem;
pub use compile::compile;
