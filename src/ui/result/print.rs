//! The head of a printed page, for a reader who never saw the app: whose, when, how firm, by which questions.

use super::super::element::{El, el};
use super::Told;
use crate::domain::round_name;
use crate::i18n::percent_down;
use crate::platform;

/// The head; on paper only.
pub fn head(told: &Told) -> El {
    let words = told.words();
    let (municipality, unit, round, language) = told.runtime.peek(|model| {
        let round = model.round();
        (
            model.unit_name(&crate::domain::UnitId::municipality()),
            model.unit_name(&told.unit),
            round.map(|round| round_name(&model.document, &round)),
            model.device.language,
        )
    });
    let counts = told.result.counts;
    let coverage = format!(
        "{} ({})",
        (words.n_of_m)(counts.answered, counts.relevant()),
        percent_down(counts.answered, counts.relevant(), language)
    );
    let date = platform::moment().local().date();
    let whose = if unit == municipality {
        unit
    } else {
        format!("{unit}, {municipality}")
    };
    let facts = [
        (words.print_whose, whose),
        (words.print_round, round.unwrap_or_default()),
        (
            words.print_questions,
            (words.set_version)(&told.set.title, &told.set.version),
        ),
        (words.coverage, coverage),
        (words.print_status, words.print_draft.to_owned()),
        (words.print_date, date),
    ];
    let rows = facts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| {
            el("div")
                .child(el("dt").text(label))
                .child(el("dd").text(text))
        });
    el("div")
        .class("only-print print-head")
        .child(el("dl").children(rows))
}
