//! What there is to compare with, as text: in facts of one's own document, and in files that municipalities share.

mod facts;
mod json;
mod shared_file;

pub use facts::{
    assessment_from_json, assessment_to_json, exported_from_json, exported_to_json,
    level_from_json, level_to_json, value_from_json, value_to_json,
};
pub use shared_file::{
    BENCHMARK_END, RESULT_END, SHARED_READER, SharedError, benchmark_to_json, result_to_json,
    shared_from_json,
};
