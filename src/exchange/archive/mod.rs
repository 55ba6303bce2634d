//! The archive: one round as one HTML file for the *diarium*, to be read in ten years without the app, without a network and
//! without scripts. The same facts stand in it as JSON, with the questions as they were.

mod answers;
#[cfg(test)]
mod archive_tests;
mod html;
mod options;
mod page;
mod reading;
mod results;
mod selection;

pub use options::{ArchiveOptions, ArchiveRequest, FreeText, Names, RoundStatus, WorkerError};
pub use selection::document_without_names;

use crate::domain::{Document, RoundId, Timestamp, of_round};
use crate::i18n::Language;
use html::Html;
use reading::Reading;

/// Writes a round as one self-contained HTML file, the same bytes wherever it is made.
///
/// `at` and `offset` (minutes east of UTC) are when and where; what the document does not hold the file says.
pub fn archive_html(
    document: &Document,
    round: &RoundId,
    options: &ArchiveOptions,
    language: Language,
    at: Timestamp,
    offset: i32,
) -> String {
    let whole = of_round(document, round);
    let shown = match options.names {
        Names::Kept => whole,
        Names::LeftOut => selection::without_names(&whole, at),
    };
    let reading = Reading::new(&shown, round, options, language);
    let mut html = Html::default();
    page::write(&mut html, &reading, at, offset);
    html.into_string()
}
