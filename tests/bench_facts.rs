//! How long it takes to open a document and to merge two, and how much memory, without a browser.
//!
//! `cargo xtask bench` runs it in a release build, `cargo xtask test` never does: a loaded machine must not fail a check.
// A panic is how a bench says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "fuzz/memory.rs"]
mod memory;
#[path = "bench_browser/times.rs"]
mod times;

use std::collections::BTreeMap;
use std::time::Instant;

use memory::peak_of;
use mognad::domain::{
    Address, Answer, Area, AreaId, ContentHash, Document, DocumentId, DontKnow, Facet, Fact,
    Meaning, NotApplicable, Question, QuestionId, QuestionSet, RollUp, RollUpRule, RoundId,
    ScaleLevel, Scope, SetId, State, TargetField, Timestamp, UnitId, Value, Voice, WriterId,
    comparison, roll_up,
};
use mognad::exchange::{facts_from_json, facts_to_json, file_from_json, file_to_json};
use times::Times;

const QUESTIONS: u64 = 100;
/// Each step is measured so many times, after one that is not counted.
const RUNS: usize = 9;

fn question_id(question: u64) -> QuestionId {
    QuestionId::parse(&format!("en-annan-fraga-{question:03}")).unwrap()
}

/// A set of those questions in ten areas.
fn set() -> QuestionSet {
    let question = |n| Question {
        id: question_id(n),
        meaning: Meaning::parse("0123456789abcdef").unwrap(),
        scope: Scope::F,
        weight: 1.0,
        text: String::new(),
        why: String::new(),
        evidence: String::new(),
        dont_know: DontKnow::Allowed,
        not_applicable: NotApplicable::WithReason,
        levels: vec![String::new(); 5],
        activities: vec![String::new(); 4],
    };
    let area = |n: u64| Area {
        id: AreaId::parse(&format!("omrade-{n}")).unwrap(),
        title: String::new(),
        short: String::new(),
        about: String::new(),
        part: None,
        questions: (n * 10..n * 10 + 10).map(question).collect(),
    };
    let level = |value| ScaleLevel {
        value,
        name: String::new(),
    };
    QuestionSet {
        id: SetId::it_mognad(),
        version: "1.0.0".into(),
        hash: ContentHash::parse("0").unwrap(),
        language: "sv".into(),
        title: String::new(),
        lead: String::new(),
        publisher: String::new(),
        license: String::new(),
        source_note: String::new(),
        minutes_per_question: 2,
        roll_up: RollUp::MeanOfAreas,
        scale: (1..=5).map(level).collect(),
        areas: (0..QUESTIONS / 10).map(area).collect(),
        changes: Vec::new(),
    }
}

/// Every unit has a target for every area.
fn aimed(mut document: Document, units: u64, set: &QuestionSet) -> Document {
    for unit in 1..=units {
        for area in &set.areas {
            let address = Address::Target {
                unit: UnitId::from_random(unit),
                set: set.id.clone(),
                area: area.id.clone(),
                field: TargetField::Value,
            };
            document.write(&address, WriterId(1), Timestamp(1), Value::Number(40));
        }
    }
    document
}

/// Answers of so many units in so many rounds, in every one of which `changed` has said something else.
fn document(units: u64, rounds: u64, changed: Option<u64>) -> Document {
    let mut document = Document::new(DocumentId::from_random(1));
    let meaning = Meaning::parse("0123456789abcdef").unwrap();
    for round in 1..=rounds {
        for unit in 1..=units {
            for question in 0..QUESTIONS {
                let address = Address::answer(
                    &RoundId::from_random(round),
                    &UnitId::from_random(unit),
                    &question_id(question),
                    Facet::Level,
                    &Voice::Together,
                );
                let mut say = |writer, level: u64| {
                    let state = State::Level(u8::try_from(level % 5 + 1).unwrap());
                    let meaning = meaning.clone();
                    let value = Value::Answer(Answer { state, meaning });
                    let at = Timestamp(1_700_000_000_000);
                    document.write(&address, WriterId(writer), at, value);
                };
                say(round * 1_000 + unit, question);
                if changed.is_some_and(|every| question % every == 0) {
                    say(7, question + 1);
                }
            }
        }
    }
    document
}

/// The texts of the store, as a browser gives them: in the order of their keys.
fn shards(document: &Document) -> Vec<String> {
    let mut shards: BTreeMap<String, Vec<(&Address, &Fact)>> = BTreeMap::new();
    for (address, fact) in document.facts() {
        let shard = shards.entry(address.shard()).or_default();
        shard.push((address, fact));
    }
    shards.into_values().map(facts_to_json).collect()
}

/// As `platform::Store` does it.
fn opened(shards: &[String]) -> Document {
    let mut document = Document::new(DocumentId::from_random(1));
    let mut facts = Vec::new();
    for shard in shards {
        facts.extend(facts_from_json(shard).facts);
    }
    for (address, fact) in facts {
        document.merge_fact(address, fact);
    }
    document
}

/// Measures a step and prints its line. What it is made of is made anew each time: it counts as memory, not as time.
fn line<M, T>(what: &str, make: impl Fn() -> M, step: impl Fn(M) -> T) -> T {
    let mut done = step(make());
    let (mut times, mut highest) = (Vec::new(), 0);
    for _ in 0..RUNS {
        let ((again, took), peak) = peak_of(|| {
            let made = make();
            let begun = Instant::now();
            let again = step(made);
            (again, begun.elapsed())
        });
        times.push(took.as_secs_f64() * 1e3);
        highest = peak.max(highest);
        done = again;
    }
    let times = Times::new(times);
    println!(
        "{what:<52} {:>9.1} {:>9.1} {:>9.1}",
        times.percentile(50),
        times.percentile(95),
        f64::from(u32::try_from(highest / 1_000).unwrap()) / 1_000.0
    );
    done
}

#[test]
fn opening_and_merging() {
    println!(
        "\n{:<52} {:>9} {:>9} {:>9}",
        "facts, natively", "median ms", "p95 ms", "peak MB"
    );
    let ordinary = document(30, 5, None);
    let texts = shards(&ordinary);
    let read = line(
        "15 000 facts read from 150 shards",
        || (),
        |()| opened(&texts),
    );
    assert!(read == ordinary);

    let (mine, theirs) = (document(290, 10, Some(3)), document(290, 10, Some(4)));
    assert_eq!(mine.len(), 290_000);
    let both = || (mine.clone(), theirs.clone());
    let merged = line(
        "290 000 facts merged with 290 000",
        both,
        |(mut mine, theirs)| {
            mine.merge(theirs).unwrap();
            mine
        },
    );
    assert_eq!(merged.len(), 290_000);
    let file = file_to_json(&merged, Timestamp(0));
    let read = line(
        "290 000 facts read from one file",
        || (),
        |()| file_from_json(&file).unwrap().document,
    );
    assert!(read == merged);
    line(
        "290 000 facts written to one file",
        || (),
        |()| file_to_json(&merged, Timestamp(0)).len(),
    );
    println!(
        "the file: {:.1} MB\n",
        f64::from(u32::try_from(file.len()).unwrap()) / 1e6
    );
}

#[test]
fn comparing() {
    println!(
        "\n{:<52} {:>9} {:>9} {:>9}",
        "units beside each other, natively", "median ms", "p95 ms", "peak MB"
    );
    let set = set();
    for (units, rounds, what) in [
        (30, 5, "30 units, 100 questions, 5 rounds"),
        (3_000, 1, "3,000 units, 100 questions, 1 round"),
    ] {
        let document = aimed(document(units, rounds, None), units, &set);
        let round = RoundId::from_random(rounds);
        let ids: Vec<UnitId> = (1..=units).map(UnitId::from_random).collect();
        let compared = line(
            what,
            || (),
            |()| {
                let compared = comparison(&document, &round, &set, &ids);
                let rolled = roll_up(&document, &round, &set, &compared, RollUpRule::Equal);
                (compared, rolled)
            },
        );
        assert_eq!(compared.0.units.len(), ids.len());
        assert!(compared.1.mean.is_some());
    }
}
