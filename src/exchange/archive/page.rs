//! The page as a whole: head, what the file is, the sets, the units, and the facts as JSON.

use super::html::Html;
use super::reading::{Reading, RoundSet};
use super::selection::without_free_text;
use super::{Names, RoundStatus, answers, results};
use crate::domain::{Address, DocumentField, Timestamp, UnitId};
use crate::exchange::file_to_json;
use crate::i18n::LocalTime;

/// What the page looks like, on a screen and on paper.
pub(super) const STYLE: &str = include_str!("archive.css");

/// Writes the page.
pub(super) fn write(html: &mut Html, reading: &Reading, at: Timestamp, offset: i32) {
    let (words, own) = (reading.words, reading.own);
    let title = (own.title)(&reading.round_name(), reading.municipality());
    // Nothing may be fetched and no script may run, whatever stands in the texts.
    html.raw("<!doctype html>\n<html lang=\"")
        .text(reading.language.code())
        .raw("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .text(&title)
        .raw("</title>\n<style>\n")
        .raw(STYLE)
        .raw("</style>\n</head>\n<body>\n<header>\n");
    let is_example = reading
        .document
        .flag(&Address::Document(DocumentField::Example));
    if is_example {
        html.raw("<p class=\"made-up\">")
            .text(words.made_up)
            .raw("</p>\n");
    }
    html.element("h1", None, &title).raw("\n<dl>\n");
    let time = LocalTime::new(at, offset);
    let status = match reading.options.status {
        RoundStatus::Draft => words.print_draft,
        RoundStatus::Locked => own.locked,
    };
    pair(html, own.municipality, reading.municipality());
    pair(html, words.print_round, &reading.round_name());
    pair(html, words.print_status, status);
    pair(html, own.made, &(own.made_at)(&time.date(), &time.clock()));
    html.raw("</dl>\n</header>\n<main>\n");
    about(html, reading);
    sets(html, reading);
    contents(html, reading);
    for (number, unit) in (1..).zip(&reading.units) {
        write_unit(html, reading, number, unit);
    }
    html.raw("</main>\n<script type=\"application/json\" id=\"mognad\">\n");
    html.json(&if reading.with_texts() {
        file_to_json(reading.document, at)
    } else {
        file_to_json(&without_free_text(reading.document), at)
    });
    html.raw("</script>\n</body>\n</html>\n");
}

fn pair(html: &mut Html, term: &str, text: &str) {
    html.raw("<div><dt>").text(term).raw("</dt>");
    html.element("dd", None, text).raw("</div>\n");
}

fn paragraph(html: &mut Html, text: &str) {
    html.raw("<p>").text(text).raw("</p>\n");
}

fn about(html: &mut Html, reading: &Reading) {
    let own = reading.own;
    html.raw("<section>\n<h2>").text(own.about).raw("</h2>\n");
    for text in own.about_text {
        paragraph(html, text);
    }
    paragraph(html, own.about_numbers);
    if reading.options.names == Names::LeftOut {
        paragraph(html, own.names_left_out);
        if reading.with_texts() {
            paragraph(html, own.texts_as_written);
        }
    }
    if !reading.with_texts() {
        paragraph(html, own.texts_left_out);
    }
    html.raw("</section>\n");
}

fn sets(html: &mut Html, reading: &Reading) {
    let own = reading.own;
    html.raw("<section>\n<h2>").text(own.sets).raw("</h2>\n");
    if reading.sets.is_empty() {
        paragraph(html, own.no_sets);
    } else {
        html.begin_table(own.sets, &[own.set, own.version, own.hash]);
        for set in &reading.sets {
            html.raw("<tr><th scope=\"row\">");
            match set {
                RoundSet::Kept(set) => html
                    .element("span", reading.foreign(set), &set.title)
                    .raw("</th>")
                    .element("td", None, &set.version)
                    .element("td", None, set.hash.as_str()),
                RoundSet::Missing(id, hash) => html
                    .own(id.as_str())
                    .raw("</th>")
                    .element("td", None, own.set_missing)
                    .element("td", None, hash),
            };
            html.raw("</tr>\n");
        }
        html.end_table();
    }
    html.raw("</section>\n");
}

fn contents(html: &mut Html, reading: &Reading) {
    html.raw("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">")
        .text(reading.own.contents)
        .raw("</h2>\n<ul>\n");
    for (number, unit) in (1..).zip(&reading.units) {
        html.raw("<li><a href=\"#u")
            .number(number)
            .raw("\">")
            .own(reading.unit_name(unit))
            .raw("</a></li>\n");
    }
    html.raw("</ul>\n</nav>\n");
}

fn write_unit(html: &mut Html, reading: &Reading, number: usize, unit: &UnitId) {
    html.raw("<section class=\"unit\">\n<h2 id=\"u")
        .number(number)
        .raw("\">")
        .own(reading.unit_name(unit))
        .raw("</h2>\n");
    let mut empty = true;
    for set in reading.kept_sets() {
        let wrote_results = results::write(html, reading, unit, set);
        let wrote_answers = answers::write(html, reading, unit, set);
        empty &= !(wrote_results || wrote_answers);
    }
    let others = reading.others(unit);
    if others > 0 {
        paragraph(html, &(reading.own.other_answers)(others));
    } else if empty {
        paragraph(html, reading.own.nothing_answered);
    }
    html.raw("</section>\n");
}
