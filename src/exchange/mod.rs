//! Bytes in, bytes out: facts and documents as JSON, and (natively) question sets and the example as TOML. Pure; knows no browser.

mod about;
mod answers_code;
mod archive;
mod bytes;
pub mod comparison;
mod csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod example_toml;
mod facts_json;
mod file_name;
mod folder_file;
mod link;
mod migration;
mod mognad_file;
mod packing;
mod qr_code;
mod question_set_json;
#[cfg(not(target_arch = "wasm32"))]
pub mod question_toml;
#[cfg(not(target_arch = "wasm32"))]
mod toml_problem;

pub use about::{About, AboutSection, about_from_json};
pub use answers_code::{CodeError, CodedAnswers, answers_from_code, answers_of, answers_to_code};
pub use archive::{
    ArchiveOptions, ArchiveRequest, FreeText, Names, RoundStatus, WorkerError, archive_html,
    document_without_names,
};
pub use csv::csv;
pub use facts_json::{FactsRead, facts_from_json, facts_to_json};
pub use file_name::{file_name, plain_name};
pub use folder_file::{FolderFile, folder_file, folder_stem, own_name};
pub use link::{Invitation, LinkError, link_from_text, link_of, link_to_text};
pub use migration::{SCHEMA, migrate};
pub use mognad_file::{
    FileError, FileRead, READER, Selection, file_from_json, file_to_json, selection_to_json,
};
pub use qr_code::{LARGEST, MARGIN, Squares, texts_in_picture};
pub use question_set_json::question_set_from_json;
