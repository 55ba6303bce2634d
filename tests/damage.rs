//! One damaged byte at every place of what is kept and handed over: it opens, the rest is intact, and what was lost is said.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::ops::Range;

use mognad::app::folder::{Carried, carried};
use mognad::domain::{
    Address, Answer, Document, DocumentId, Fact, Meaning, RoundId, State, Timestamp, UnitId, Value,
    Voice, WriterId, contribution, seal_of,
};
use mognad::exchange::{
    Selection, facts_from_json, facts_to_json, file_from_json, link_from_text, link_to_text,
    selection_to_json,
};

/// A bit, a letter, and signs that mean something in JSON.
const DAMAGES: [fn(u8) -> u8; 7] = [
    |byte| byte ^ 1,
    |byte| byte ^ 0x80,
    |_| b'"',
    |_| b'\\',
    |_| b'{',
    |_| b']',
    |_| 0,
];

fn id(n: u64) -> (RoundId, UnitId) {
    (RoundId::from_random(n), UnitId::from_random(n))
}

fn document() -> Document {
    let (round, unit) = id(1);
    let mut document = Document::new(DocumentId::from_random(1));
    let mut write = |path: String, value| {
        document.write(&Address::parse(&path), WriterId(7), Timestamp(9), value)
    };
    for (question, level) in [("q-1", 1), ("q-2", 5)] {
        let answer = format!("answer/{round}/{unit}/{question}");
        write(
            format!("{answer}/level/together"),
            Value::Answer(Answer {
                state: State::Level(level),
                meaning: Meaning::parse("0123456789abcdef").unwrap(),
            }),
        );
        let reason = Value::Text("Övad \"två\" gånger \\ i år\n😀".into());
        write(format!("{answer}/rationale/together"), reason);
    }
    write(
        format!("unit/{unit}/name"),
        Value::Text("Socialförvaltningen".into()),
    );
    write(
        format!("round/{round}/name"),
        Value::Text("Omgång 2026".into()),
    );
    write(
        "later/kind".into(),
        Value::Other(r#"{"x":[1.50,"å"]}"#.into()),
    );
    document.remove(&Address::parse(&format!("round/{round}/name")));
    let seal = seal_of(&document, &round, &unit, &Voice::Together, 2, 2);
    let receipt = Address::HandedIn(round, unit, Voice::Together);
    document.write(&receipt, WriterId(7), Timestamp(9), Value::Seal(seal));
    document
}

/// Every text that differs from `text` by one byte, as a browser reads it, with the place.
fn damaged(text: &str) -> impl Iterator<Item = (usize, String)> {
    (0..text.len()).flat_map(move |place| {
        DAMAGES.iter().filter_map(move |damage| {
            let mut bytes = text.as_bytes().to_vec();
            bytes[place] = damage(bytes[place]);
            let other = String::from_utf8_lossy(&bytes).into_owned();
            (other != text).then_some((place, other))
        })
    })
}

/// A fact, and where it stands in its text.
type Placed = (Range<usize>, (Address, Fact));

/// Facts in their text.
fn placed(document: &Document) -> (String, Vec<Placed>) {
    let text = facts_to_json(document.facts());
    let mut from = 0;
    let placed = document
        .facts()
        .map(|(address, fact)| {
            let own = facts_to_json([(address, fact)]);
            let own = &own[1..own.len() - 1];
            let begin = from + text[from..].find(own).unwrap();
            from = begin + own.len();
            (begin..from, (address.clone(), fact.clone()))
        })
        .collect();
    (text, placed)
}

#[test]
fn a_damaged_byte_in_a_store_or_journal_costs_one_fact_at_most_and_is_said() {
    let (text, facts) = placed(&document());
    let (mut aside, mut otherwise, mut harmless) = (0, 0, 0);
    for (place, text) in damaged(&text) {
        let read = facts_from_json(&text);
        let hit = facts.iter().position(|(range, _)| range.contains(&place));
        for (n, (_, fact)) in facts.iter().enumerate() {
            let is_there = read.facts.contains(fact);
            assert!(
                is_there || hit == Some(n),
                "{n} is gone with {place}: {text}"
            );
        }
        let said = !read.damaged.is_empty() || !read.mended.is_empty();
        let all = read.facts.len() == facts.len();
        assert!(said || all, "nothing is said of {place}: {text}");
        match (
            said,
            facts.iter().all(|(_, fact)| read.facts.contains(fact)),
        ) {
            (true, _) => aside += 1,
            // A letter that is another letter: nobody can see that.
            (false, false) => otherwise += 1,
            (false, true) => harmless += 1,
        }
    }
    println!(
        "one byte damaged: {aside} said, {otherwise} read as something else, {harmless} without effect"
    );
    assert!(aside > otherwise);
}

#[test]
fn a_damaged_byte_in_a_file_refuses_it_or_costs_one_fact() {
    let document = document();
    let (round, unit) = id(1);
    let part = contribution(&document, &round, &unit, &Voice::Together);
    let text = selection_to_json(&part, Selection::Contribution, Timestamp(9));
    let (mut refused, mut taken) = (0, 0);
    for (place, text) in damaged(&text) {
        let mut here = Document::new(document.id().clone());
        let (outcome, _) = carried(&mut here, &text);
        let Ok(read) = file_from_json(&text) else {
            assert!(matches!(outcome, Carried::Refused(_)), "{outcome:?}");
            assert!(here.is_empty());
            refused += 1;
            continue;
        };
        taken += 1;
        if read.document.id() != document.id() {
            assert_eq!(outcome, Carried::OtherDocument);
            continue;
        }
        let intact = part
            .facts()
            .filter(|(address, fact)| read.document.fact(address) == Some(fact))
            .count();
        let is_in_head = place < text.find("\"facts\"").unwrap_or(usize::MAX);
        assert!(
            intact + usize::from(!is_in_head) >= part.len(),
            "{intact} of {} are intact with {place}: {text}",
            part.len()
        );
    }
    println!("one byte damaged in a file: {refused} refused, {taken} read");
    assert!(refused > 0 && taken > 0);
}

#[test]
fn a_damaged_sign_in_a_link_is_noticed() {
    let (round, unit) = id(1);
    let link = link_to_text(&document(), None, &unit, &round);
    let whole = link_from_text(&link).unwrap();
    for (place, text) in damaged(&link) {
        // A sign that is none of base64url is passed over where mail programs put it; within the link one is missing then.
        if let Ok(read) = link_from_text(&text) {
            assert_eq!(read, whole, "{place}: {text}");
        }
    }
}
