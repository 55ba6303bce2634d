//! The laws of what leaves a browser by itself, and of what is removed for good, on generated documents.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used)]

use mognad::domain::{
    Address, Document, DocumentId, Purged, RoundId, Timestamp, UnitField, UnitId, Value, Voice,
    WriterId, contribution, invitation,
};
use mognad::exchange::{link_from_text, link_to_text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const PATHS: [&str; 30] = [
    "answer/r-1/u-1/q/level/together",
    "answer/r-1/u-1/q/rationale/together",
    "answer/r-1/u-1/q/level/p-1",
    "answer/r-1/u-1/q/level/proposal-p-1",
    "answer/r-1/u-2/q/level/together",
    "answer/r-2/u-1/q/level/together",
    "handed-in/r-1/u-1/together",
    "handed-in/r-1/u-1/p-1",
    "handed-in/r-1/u-2/together",
    "workshop/r-1/u-1/count/q/3",
    "workshop/r-1/u-1/role/p-1",
    "workshop/r-1/u-2/note/q",
    "unit/u-1/name",
    "unit/u-1/hidden",
    "unit/u-2/name",
    "round/r-1/name",
    "round/r-1/locked",
    "round-set/r-1/s",
    "owner/r-1/s/a",
    "left-out/r-1/question/q",
    "left-out/r-1/unit/u-2",
    "invited/r-1/u-1",
    "answer/r-1/u-1/q/need/p-1",
    "shared-need/r-1/q/wording",
    "person/p-1/role",
    "person/p-1/joined-to",
    "person/p-2/joined-to",
    "apart/p-1/p-2",
    "document/municipality",
    "later/kind",
];

fn round() -> RoundId {
    RoundId::parse("r-1").unwrap()
}

fn unit(id: &str) -> UnitId {
    UnitId::parse(id).unwrap()
}

fn voice() -> impl Strategy<Value = Voice> {
    select(vec!["together", "p-1", "proposal-p-1"]).prop_map(|word| Voice::parse(word).unwrap())
}

fn write(document: &mut Document, path: &str, writer: u64, at: i64, text: String) {
    let value = Value::Text(text);
    document.write(
        &Address::parse(path),
        WriterId(writer),
        Timestamp(at),
        value,
    );
}

/// A document that two writers have written, apart, and met.
fn document() -> impl Strategy<Value = Document> {
    let written = || {
        vec(
            (select(&PATHS[..]), ".{0,8}", any::<i64>(), any::<bool>()),
            0..30,
        )
    };
    (written(), written()).prop_map(|sides| {
        let mut both = Document::new(DocumentId::from_random(1));
        for (writer, side) in [(1, sides.0), (2, sides.1)] {
            let mut mine = Document::new(both.id().clone());
            for (path, text, at, stays) in side {
                write(&mut mine, path, writer, at, text);
                if !stays {
                    mine.remove(&Address::parse(path));
                }
            }
            both.merge(mine).unwrap();
        }
        both
    })
}

fn merged(a: &Document, b: &Document) -> Document {
    let mut out = a.clone();
    out.merge(b.clone()).unwrap();
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_contribution_is_one_voice_and_comes_home_without_a_change(whole in document(), voice in voice()) {
        let part = contribution(&whole, &round(), &unit("u-1"), &voice);
        for (address, fact) in part.facts() {
            prop_assert_eq!(whole.fact(address), Some(fact));
            if let Address::Answer { round: r, unit: u, voice: v, .. } | Address::HandedIn(r, u, v) = address {
                prop_assert_eq!((r, u, v), (&round(), &unit("u-1"), &voice));
            }
            prop_assert!(address.person().is_none() || address.person() == voice.person());
            prop_assert!(!matches!(address, Address::Workshop(..)));
        }
        prop_assert_eq!(merged(&whole, &part), whole.clone());
        prop_assert_eq!(merged(&part, &whole), whole);
        prop_assert_eq!(contribution(&part, &round(), &unit("u-1"), &voice), part);
    }

    #[test]
    fn no_answers_in_a_link_and_what_it_carries_comes_home_without_a_change(whole in document()) {
        let link = link_to_text(&whole, None, &unit("u-1"), &round());
        let part = link_from_text(&link).unwrap().document;
        prop_assert_eq!(&part, &invitation(&whole, &round(), &unit("u-1")));
        for (address, _) in part.facts() {
            let answers = matches!(address, Address::Answer { .. } | Address::HandedIn(..) | Address::Person(..));
            prop_assert!(!answers, "{}", address);
        }
        prop_assert_eq!(merged(&whole, &part), whole);
    }

    #[test]
    fn foreign_links_are_refused_without_a_panic(text in "\\PC{0,200}", form in "[0-9]{1,12}", letters in "[A-Za-z0-9_-]{0,300}") {
        prop_assert!(link_from_text(&text).is_err());
        let made = format!("{form}.{letters}");
        prop_assert!(link_from_text(&made).is_err());
    }

    #[test]
    fn a_mark_removes_for_good_in_whichever_order_copies_meet(
        a in document(), b in document(), marks in vec(select(vec!["round/r-1", "unit/u-1", "person/p-1", "answers/r-1/u-1"]), 1..3),
    ) {
        let mut marked = Document::new(a.id().clone());
        for mark in &marks {
            marked.write(&Address::parse(&format!("purged/{mark}")), WriterId(9), Timestamp(0), Value::Flag(true));
        }
        let all = merged(&merged(&a, &b), &marked);
        prop_assert_eq!(&merged(&merged(&a, &marked), &b), &all);
        prop_assert_eq!(&merged(&marked, &merged(&b, &a)), &all);
        prop_assert_eq!(&merged(&merged(&b, &marked), &merged(&a, &marked)), &all);
        for (address, _) in all.facts() {
            let gone = marks.iter().any(|mark| match Address::parse(&format!("purged/{mark}")) {
                Address::Purged(Purged::Round(round)) => address.round() == Some(&round),
                Address::Purged(Purged::Unit(unit)) => address.unit() == Some(&unit),
                Address::Purged(Purged::Person(person)) => address.person() == Some(&person),
                Address::Purged(Purged::Answers(round, unit)) => {
                    let path = address.to_string();
                    path.starts_with(&format!("answer/{round}/{unit}/"))
                        || path.starts_with(&format!("handed-in/{round}/{unit}/"))
                        || path.starts_with(&format!("workshop/{round}/{unit}/"))
                }
                _ => false,
            });
            prop_assert!(!gone, "{}", address);
        }
    }

    #[test]
    fn joining_persons_and_taking_them_apart_loses_no_fact(before in document()) {
        let mut joined = before.clone();
        let to = Address::parse("person/p-2/joined-to");
        joined.write(&to, WriterId(9), Timestamp(0), Value::Text("p-1".to_owned()));
        for (address, fact) in before.facts().filter(|(address, _)| **address != to) {
            prop_assert_eq!(joined.fact(address), Some(fact));
            if fact.shown().is_some() {
                prop_assert!(joined.shown(address).is_some());
            }
        }
        prop_assert_eq!(&merged(&before, &joined), &joined);
        prop_assert_eq!(&merged(&joined, &before), &joined);
    }

    #[test]
    fn joining_units_and_taking_them_apart_loses_no_fact(before in document()) {
        let mut joined = before.clone();
        let to = Address::Unit(unit("u-2"), UnitField::JoinedTo);
        joined.write(&to, WriterId(9), Timestamp(0), Value::Text("u-1".to_owned()));
        for (address, fact) in before.facts() {
            prop_assert_eq!(joined.fact(address), Some(fact));
            if fact.shown().is_some() {
                prop_assert!(joined.shown(address).is_some());
            }
        }
        joined.remove(&to);
        for (address, _) in before.facts() {
            prop_assert_eq!(joined.shown(address), before.shown(address));
        }
    }
}
