//! Files of every schema so far, as they were written then, and files of versions to come.
// A panic is how a test says no.
#![allow(clippy::unwrap_used)]

use mognad::domain::{Address, Timestamp};
use mognad::exchange::{
    FileError, Selection, facts_from_json, file_from_json, file_to_json, selection_to_json,
};

const SCHEMA_1: &str = include_str!("files/schema-1.mognad.json");
const DAMAGED: &str = include_str!("files/schema-1-damaged.mognad.json");
const LATER: &str = include_str!("files/schema-9.mognad.json");
const TOO_NEW: &str = include_str!("files/schema-9-reader-9.mognad.json");

#[test]
fn a_file_of_schema_1_is_read_whole_and_written_as_todays() {
    let read = file_from_json(SCHEMA_1).unwrap();
    assert!(read.damaged.is_empty());
    assert_eq!(read.document.len(), 10);
    let name = Address::parse("unit/u-c0ffee1234567890/name");
    assert_eq!(read.document.text(&name), Some("Socialförvaltningen"));
    let text = file_to_json(&read.document, Timestamp(0));
    assert!(text.contains("\"schema\":2,\"min_reader\":1,\"selection\":\"backup\""));
    assert_eq!(file_from_json(&text).unwrap(), read);
}

#[test]
fn facts_of_schema_1_in_a_store_read_as_those_of_the_file() {
    let file: serde_json::Value = serde_json::from_str(SCHEMA_1).unwrap();
    let shard = file.get("facts").unwrap().to_string();
    let stored = facts_from_json(&shard);
    assert!(stored.damaged.is_empty());
    let read = file_from_json(SCHEMA_1).unwrap().document;
    let in_file: Vec<_> = read.into_facts().collect();
    let mut in_store = stored.facts;
    in_store.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(in_store, in_file);
}

#[test]
fn one_damaged_fact_is_set_aside_and_the_others_are_read() {
    let read = file_from_json(DAMAGED).unwrap();
    assert_eq!((read.document.len(), read.damaged.len()), (9, 1));
}

#[test]
fn a_later_file_is_read_unless_it_asks_for_a_later_reader() {
    let read = file_from_json(LATER).unwrap();
    assert_eq!(read, file_from_json(SCHEMA_1).unwrap());
    assert_eq!(file_from_json(TOO_NEW), Err(FileError::TooNew { needs: 9 }));
}

#[test]
fn a_selection_says_what_it_is_and_the_reader_does_not_ask() {
    let document = file_from_json(SCHEMA_1).unwrap().document;
    for (selection, word) in [
        (Selection::Backup, "backup"),
        (Selection::Contribution, "contribution"),
        (Selection::Invitation, "invitation"),
        (Selection::Area, "area"),
        (Selection::Round, "round"),
    ] {
        let text = selection_to_json(&document, selection, Timestamp(0));
        assert!(text.contains(&format!("\"selection\":\"{word}\"")));
        assert_eq!(file_from_json(&text).unwrap().document, document);
    }
}
