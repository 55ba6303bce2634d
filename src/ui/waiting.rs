//! While a question set is on its way, or where it cannot be used.

use super::element::El;
use super::parts::{p, page};
use super::runtime::Runtime;
use crate::app::{SetError, Sets};

/// What is shown while a set is on its way, or cannot be used.
pub fn view(runtime: Runtime, state: Option<&Sets>) -> El {
    let words = runtime.words();
    let text = match state {
        Some(Sets::Failed(SetError::Unreachable)) => words.set_unreachable,
        Some(Sets::Failed(SetError::Damaged)) => words.set_damaged,
        _ => words.set_loading,
    };
    page(words.answer).child(p(text).class("lead").attr("role", "status"))
}
