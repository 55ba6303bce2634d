//! Hostile text as names, notes and ids through files, folder, links and archive: text stays text, and what is no character is said.
//! (In a browser: `tests/stories/hostile.rs`.)
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "stories/hostile_words.rs"]
mod hostile_words;

use hostile_words::{HOSTILE, long};
use mognad::app::folder::{Carried, carried};
use mognad::domain::benchmark::{Assessment, NamedLevel, ResultFile};
use mognad::domain::{
    Address, Document, DocumentId, RoundId, Timestamp, UnitId, Value, Voice, WriterId,
    contribution, seal_of,
};
use mognad::exchange::comparison::{
    assessment_from_json, assessment_to_json, level_from_json, level_to_json, result_to_json,
    shared_from_json,
};
use mognad::exchange::{
    ArchiveOptions, FileError, FreeText, Names, RoundStatus, Selection, archive_html,
    facts_from_json, facts_to_json, file_from_json, file_name, file_to_json, link_from_text,
    link_to_text, selection_to_json,
};
use mognad::i18n::Language;

fn put(document: &mut Document, path: &str, text: &str) {
    let value = Value::Text(text.to_owned());
    document.write(&Address::parse(path), WriterId(1), Timestamp(1), value);
}

/// A document in which everything that somebody can name or write is `text`.
fn document(text: &str) -> (Document, RoundId, UnitId) {
    let mut document = Document::new(DocumentId::from_random(1));
    let (round, unit) = (RoundId::from_random(1), UnitId::from_random(1));
    for path in [
        format!("unit/{unit}/name"),
        format!("unit/{unit}/order"),
        format!("round/{round}/name"),
        format!("round/{round}/due"),
        format!("round-set/{round}/s"),
        format!("answer/{round}/{unit}/q-1/rationale/together"),
        format!("answer/{round}/{unit}/q-1/evidence/together"),
        format!("answer/{round}/{unit}/q-1/level/together"),
        "person/p-1/role".to_owned(),
        format!("answer/{round}/{unit}/q-1/rationale/p-1"),
        format!("target/{unit}/s/a/decider"),
        "document/municipality".to_owned(),
        "document/unit-word".to_owned(),
        // As ids: no id of ours, and so a kind that is kept as it came.
        format!("unit/{text}/name"),
        format!("answer/{round}/{unit}/{text}/level/together"),
        text.to_owned(),
    ] {
        put(&mut document, &path, text);
    }
    let seal = seal_of(&document, &round, &unit, &Voice::Together, 1, 1);
    let receipt = Address::HandedIn(round.clone(), unit.clone(), Voice::Together);
    document.write(&receipt, WriterId(1), Timestamp(1), Value::Seal(seal));
    (document, round, unit)
}

fn all() -> impl Iterator<Item = String> {
    HOSTILE.into_iter().map(String::from).chain([long()])
}

#[test]
fn it_comes_out_of_stores_and_files_as_it_went_in() {
    for text in all() {
        let (document, round, unit) = document(&text);
        let stored = facts_from_json(&facts_to_json(document.facts()));
        assert!(
            stored
                .facts
                .iter()
                .map(|(a, f)| (a, f))
                .eq(document.facts()),
            "{text}"
        );
        let read = file_from_json(&file_to_json(&document, Timestamp(0))).unwrap();
        assert_eq!(read.document, document);
        assert_eq!((read.damaged.len(), read.mended), (0, 0));

        let part = contribution(&document, &round, &unit, &Voice::Together);
        let mut folder = Document::new(document.id().clone());
        let file = selection_to_json(&part, Selection::Contribution, Timestamp(0));
        let (outcome, _) = carried(&mut folder, &file);
        assert!(
            matches!(outcome, Carried::In { left: 0, .. }),
            "{outcome:?}"
        );
        assert_eq!(folder, part);
    }
}

#[test]
fn a_link_carries_it_and_is_letters_that_no_program_reads_otherwise() {
    for text in all() {
        let (document, round, unit) = document(&text);
        let link = link_to_text(&document, None, &unit, &round);
        let safe = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        assert!(link.chars().all(safe), "{link}");
        let read = link_from_text(&link).unwrap();
        let name = Address::parse(&format!("unit/{unit}/name"));
        assert_eq!(read.document.text(&name), Some(text.as_str()));
    }
}

#[test]
fn a_name_of_a_file_is_made_of_letters_only() {
    for text in all() {
        let name = file_name(&text, "2026-11-28");
        let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
        assert!(name.chars().all(safe) && name.len() < 120, "{name}");
    }
}

#[test]
fn what_is_compared_with_keeps_it_as_text_and_a_shared_file_says_it_as_it_was_written() {
    for text in all() {
        let assessment = Assessment {
            words: format!("a{text}"),
            assessor: format!("b{text}"),
            date: "2016".into(),
        };
        let read = assessment_from_json(&assessment_to_json(&assessment));
        // Blanks at the ends are no part of what was said; a text longer than any field is no entry.
        let is_short = text.chars().count() < 1_900;
        assert_eq!(read.is_some(), is_short);
        if let Some(read) = read {
            assert_eq!(read.words, assessment.words.trim());
        }
        let level = NamedLevel {
            value: Some(30),
            decider: text.clone(),
            date: text.clone(),
        };
        let read = level_from_json(&level_to_json(&level));
        assert_eq!(read.value, Some(30));
        assert!(!is_short || read.decider == text.trim());
        let file = ResultFile {
            municipality: format!("a{text}"),
            round: text.clone(),
            year: 2026,
            example: false,
            rule: mognad::domain::RollUpRule::Equal,
            sets: Vec::new(),
        };
        // Nothing to say of any set: refused, and nothing of it is taken for something else.
        let written = result_to_json(&file);
        assert!(shared_from_json(&written).is_err());
    }
}

#[test]
fn no_markup_comes_into_the_archive_by_it() {
    let options = ArchiveOptions {
        status: RoundStatus::Draft,
        names: Names::Kept,
        texts: FreeText::Kept,
    };
    let tags = |text: &str| {
        let (document, round, _) = document(text);
        let html = archive_html(
            &document,
            &round,
            &options,
            Language::Swedish,
            Timestamp(0),
            0,
        );
        let mut tags: Vec<String> = html
            .split('<')
            .skip(1)
            .map(|tag| tag.split(['>', ' ']).next().unwrap_or_default().to_owned())
            .collect();
        tags.dedup();
        (tags, html)
    };
    let (plain, _) = tags("Namn");
    for text in all() {
        let (found, html) = tags(&text);
        assert_eq!(found, plain, "{text}");
        for alive in [
            "<img",
            "onerror=\"",
            "<script>alert",
            "<b>",
            "href=\"javascript",
        ] {
            assert!(!html.contains(alive), "{alive} of {text}");
        }
    }
}

#[test]
fn half_a_character_is_read_as_no_character_and_said() {
    let file = |text: &str| {
        format!(
            r#"{{"format":"mognad","schema":2,"min_reader":1,"document":"d-1","facts":[{{"address":"unit/u-1/name","versions":[{{"by":"0000000000000001","n":1,"at":0,"value":"{text}"}}]}},{{"address":"unit/u-2/name","versions":[{{"by":"0000000000000001","n":1,"at":0,"value":"Hel"}}]}}]}}"#
        )
    };
    let read = file_from_json(&file("A\\ud800B")).unwrap();
    assert_eq!(
        (read.damaged.len(), read.mended, read.document.len()),
        (0, 1, 2)
    );
    let name = Address::parse("unit/u-1/name");
    assert_eq!(read.document.text(&name), Some("A\u{fffd}B"));
    let again = file_from_json(&file_to_json(&read.document, Timestamp(0))).unwrap();
    assert_eq!(again.mended, 0, "what was replaced is whole");
    assert_eq!(file_from_json(&file("\\ud83d\\ude00")).unwrap().mended, 0);
}

#[test]
fn an_id_of_another_form_is_refused_where_it_would_stand_for_a_document() {
    for text in all() {
        let quoted = serde_json::to_string(&text).unwrap();
        let file =
            format!(r#"{{"format":"mognad","min_reader":1,"document":{quoted},"facts":[]}}"#);
        assert_eq!(file_from_json(&file), Err(FileError::NotMognad), "{text}");
    }
}
