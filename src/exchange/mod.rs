//! Bytes in, bytes out: facts and documents as JSON, and (natively) question sets as TOML. Pure; knows no browser.

mod facts_json;
mod mognad_file;
#[cfg(not(target_arch = "wasm32"))]
pub mod question_toml;

pub use facts_json::{FactsRead, facts_from_json, facts_to_json};
pub use mognad_file::{FileError, FileRead, READER, file_from_json, file_name, file_to_json};
