//! Only what was handed in goes through a shared folder, out and in, on generated documents.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use mognad::app::folder::{Carried, carried, outgoing};
use mognad::domain::{
    Address, Document, DocumentId, Facet, PersonField, PersonId, Purged, QuestionId, RoundField,
    RoundId, Timestamp, UnitField, UnitId, Value, Voice, WriterId, seal_of,
};
use mognad::exchange::{FileError, file_from_json, file_to_json};
use proptest::collection::vec;
use proptest::prelude::*;

const ME: WriterId = WriterId(1);
const AT: Timestamp = Timestamp(1);

fn round() -> RoundId {
    RoundId::from_random(1)
}

fn unit(n: u64) -> UnitId {
    UnitId::from_random(n)
}

fn voice(n: u64) -> Voice {
    match n {
        0 => Voice::Together,
        1 => Voice::Proposal(PersonId::from_random(1)),
        n => Voice::Person(PersonId::from_random(n)),
    }
}

fn reason(unit_n: u64, question: usize, voice_n: u64) -> Address {
    let question = QuestionId::parse(&format!("q-{question}")).unwrap();
    Address::answer(
        &round(),
        &unit(unit_n),
        &question,
        Facet::Rationale,
        &voice(voice_n),
    )
}

fn write(document: &mut Document, address: &Address, text: &str) {
    document.write(address, ME, AT, Value::Text(text.to_owned()));
}

/// Two units and four voices, with texts that say whose they are.
fn document(answers: &[(u64, usize, u64)]) -> Document {
    let mut document = Document::new(DocumentId::from_random(1));
    for n in 1..=2 {
        let name = Address::Unit(unit(n), UnitField::Name);
        write(&mut document, &name, &format!("unit-{n}"));
    }
    for n in 1..4 {
        let role = Address::Person(PersonId::from_random(n), PersonField::Role);
        write(&mut document, &role, &format!("role-{n}"));
    }
    for (unit_n, question, voice_n) in answers {
        let text = format!("answer-{unit_n}-{voice_n}.");
        write(&mut document, &reason(*unit_n, *question, *voice_n), &text);
    }
    document
}

fn hand_in(document: &mut Document, unit_n: u64, voice_n: u64) {
    let seal = seal_of(document, &round(), &unit(unit_n), &voice(voice_n), 1, 1);
    let address = Address::HandedIn(round(), unit(unit_n), voice(voice_n));
    document.write(&address, ME, AT, Value::Seal(seal));
}

fn out(document: &Document, unit_n: u64, voice_n: u64) -> Option<String> {
    let (unit, voice) = (unit(unit_n), voice(voice_n));
    outgoing(document, &round(), &unit, &voice, "Vård", AT).map(|out| out.text)
}

fn answers() -> impl Strategy<Value = Vec<(u64, usize, u64)>> {
    vec((1u64..=2, 0usize..4, 0u64..4), 0..24)
}

proptest! {
    #[test]
    fn only_what_was_handed_in_leaves(
        answers in answers(),
        handed in vec((1u64..=2, 0u64..4), 0..5),
        changed in vec((1u64..=2, 0usize..4, 0u64..4), 0..5),
    ) {
        let mut document = document(&answers);
        let mut written: Vec<((u64, u64), String)> = Vec::new();
        for (unit_n, voice_n) in &handed {
            hand_in(&mut document, *unit_n, *voice_n);
            written.push(((*unit_n, *voice_n), out(&document, *unit_n, *voice_n).unwrap()));
        }
        for unit_n in 1..=2 {
            for voice_n in 0..4 {
                let is_in = handed.contains(&(unit_n, voice_n));
                prop_assert_eq!(out(&document, unit_n, voice_n).is_some(), is_in);
            }
        }
        for ((unit_n, voice_n), text) in &written {
            for u in 1..=2u64 {
                for v in 0..4u64 {
                    let theirs = text.contains(&format!("answer-{u}-{v}."));
                    let own = (u, v) == (*unit_n, *voice_n);
                    prop_assert!(!theirs || own, "{}", text);
                    let answered = answers.iter().any(|(a, _, b)| (*a, *b) == (u, v));
                    prop_assert!(theirs == (own && answered), "{}", text);
                }
                prop_assert_eq!(text.contains(&format!("unit-{u}")), u == *unit_n);
            }
            for n in 1..4u64 {
                prop_assert_eq!(text.contains(&format!("role-{n}")), n == *voice_n);
            }
        }
        // A draft after handing in makes no file: the text made then stays the one to write.
        for (unit_n, question, voice_n) in &changed {
            write(&mut document, &reason(*unit_n, *question, *voice_n), "draft");
        }
        for unit_n in 1..=2 {
            for voice_n in 0..4 {
                let drafted = changed.iter().any(|(u, _, v)| (*u, *v) == (unit_n, voice_n));
                let made = out(&document, unit_n, voice_n);
                prop_assert_eq!(made.is_some(), handed.contains(&(unit_n, voice_n)) && !drafted);
                prop_assert!(!made.unwrap_or_default().contains("draft"));
            }
        }
    }

    #[test]
    fn a_whole_document_in_the_folder_brings_what_was_handed_in_and_no_more(
        answers in answers(),
        handed in vec((1u64..=2, 0u64..4), 0..5),
    ) {
        let mut theirs = document(&answers);
        for (unit_n, voice_n) in &handed {
            hand_in(&mut theirs, *unit_n, *voice_n);
        }
        write(&mut theirs, &Address::Round(round(), RoundField::Locked), "lock");
        write(&mut theirs, &Address::parse("later/kind"), "later");
        let text = file_to_json(&theirs, AT);
        let mut mine = Document::new(DocumentId::from_random(1));
        let (said, changed) = carried(&mut mine, &text);
        if handed.is_empty() {
            prop_assert_eq!(said, Carried::NothingHandedIn);
            prop_assert!(mine.is_empty());
            return Ok(());
        }
        prop_assert_eq!(changed.len(), mine.len());
        for (unit_n, question, voice_n) in &answers {
            let there = mine.fact(&reason(*unit_n, *question, *voice_n)).is_some();
            prop_assert_eq!(there, handed.contains(&(*unit_n, *voice_n)));
        }
        prop_assert!(mine.facts().all(|(address, _)| address.to_string() != "later/kind"));
        prop_assert!(mine.fact(&Address::Round(round(), RoundField::Locked)).is_none());
        // A conflict copy of it is just the same again.
        let before = mine.clone();
        prop_assert!(carried(&mut mine, &text).1.is_empty());
        prop_assert_eq!(&mine, &before);
    }

    #[test]
    fn half_a_file_and_any_other_text_harm_nothing(text in "\\PC{0,80}", cut in any::<prop::sample::Index>()) {
        let mut theirs = document(&[(1, 0, 0)]);
        hand_in(&mut theirs, 1, 0);
        let whole = out(&theirs, 1, 0).unwrap();
        let half = &whole[..whole.floor_char_boundary(cut.index(whole.trim_end().len()))];
        let mut mine = document(&[(2, 0, 0)]);
        let before = mine.clone();
        prop_assert_eq!(carried(&mut mine, half).0, Carried::Refused(FileError::NotJson));
        let (said, changed) = carried(&mut mine, &text);
        prop_assert!(matches!(said, Carried::Refused(_)) && changed.is_empty());
        prop_assert_eq!(mine, before);
    }
}

#[test]
fn no_file_in_the_folder_removes_anything_for_good_or_brings_another_municipality() {
    let mut theirs = document(&[(1, 0, 0)]);
    hand_in(&mut theirs, 1, 0);
    let mark = Address::Purged(Purged::Unit(unit(2)));
    theirs.write(&mark, ME, AT, Value::Flag(true));
    let mut mine = document(&[(2, 0, 0)]);
    let (said, _) = carried(&mut mine, &file_to_json(&theirs, AT));
    // The mark itself, the other unit's name and the roles stay in the file.
    assert!(
        matches!(&said, Carried::In { units, left, .. } if *units == [unit(1)] && *left > 0),
        "{said:?}"
    );
    assert!(mine.fact(&mark).is_none());
    assert!(mine.fact(&reason(2, 0, 0)).is_some());
    // And what was removed here does not come back by a file.
    let gone = Address::Purged(Purged::Round(round()));
    mine.write(&gone, ME, AT, Value::Flag(true));
    let (said, changed) = carried(&mut mine, &file_to_json(&theirs, AT));
    assert_eq!((said, changed), (Carried::Removed, vec![]));
    let mut neighbour = Document::new(DocumentId::from_random(2));
    let (said, changed) = carried(&mut neighbour, &file_to_json(&theirs, AT));
    assert_eq!((said, changed), (Carried::OtherDocument, vec![]));
    assert!(neighbour.is_empty());
    let text = out(&theirs, 1, 0).unwrap();
    assert!(file_from_json(&text).unwrap().damaged.is_empty());
}
