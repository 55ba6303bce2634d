//! The published JSON Schema of `.mognad.json` files, before an outside judge: what the app writes passes, what is broken fails.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod published;

use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use mognad::domain::{
    Address, Document, SetId, State, Timestamp, UnitId, Value, Voice, WriterId, contribution,
    invitation, lock, of_round, rounds, seal_of, seal_of_round, select, units,
};
use mognad::exchange::{Selection, example_toml, file_to_json, selection_to_json};
use published::compiled;
use serde_json::{Value as Json, json};

/// The schema, compiled once.
struct Judge {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Judge {
    fn new() -> Self {
        let schema = include_str!("../public/mognad-file.schema.json");
        let mut compiler = Compiler::new();
        let place = "https://mognad.invalid/mognad-file.schema.json";
        compiler
            .add_resource(place, serde_json::from_str(schema).unwrap())
            .unwrap();
        let mut schemas = Schemas::new();
        let index = compiler.compile(place, &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn says(&self, file: &Json) -> Result<(), String> {
        let verdict = self.schemas.validate(file, self.index);
        verdict.map_err(|error| format!("{error:#}"))
    }

    fn passes(&self, text: &str) {
        self.says(&serde_json::from_str(text).unwrap()).unwrap();
    }
}

fn put(document: &mut Document, path: &str, value: Value) {
    document.write(&Address::parse(path), WriterId(3), Timestamp(5), value);
}

/// The example, and beside it everything that its round could have: a plan, receipts, a lock, marks, two answers, later kinds.
fn full() -> Document {
    let sets = SetId::published().map(|id| compiled(id.as_str()).set);
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("example/exempelkommunen.toml"),
    )
    .unwrap();
    let mut document = example_toml::compile("exempelkommunen.toml", &text, &sets).unwrap();
    let round = rounds(&document).pop().unwrap();
    let unit = units(&document)[0].id.clone();
    for (path, value) in [
        (format!("round/{round}/planned"), Value::Flag(true)),
        (
            format!("round/{round}/due"),
            Value::Text("2027-06-30".into()),
        ),
        (
            format!("left-out/{round}/question/nytta-av-it"),
            Value::Flag(true),
        ),
        (format!("invited/{round}/{unit}"), Value::Flag(true)),
        ("purged/person/p-1".to_owned(), Value::Flag(true)),
        ("apart/p-2/p-3".to_owned(), Value::Flag(true)),
        ("person/p-3/joined-to".to_owned(), Value::Text("p-4".into())),
        (
            format!("shared-need/{round}/nytta-av-it/wording"),
            Value::Text("Ett gemensamt stöd".into()),
        ),
        (
            format!("shared-need/{round}/nytta-av-it/to-agenda"),
            Value::Flag(true),
        ),
        (
            "level/it-mognad/ledning/lowest".to_owned(),
            Value::Text(r#"{"value":30}"#.into()),
        ),
        (
            "comparison/value/c-1".to_owned(),
            Value::Text(r#"{"value":30}"#.into()),
        ),
        (
            format!("workshop/{round}/{unit}/questions/it-mognad"),
            Value::Text("reservrutin".into()),
        ),
        (
            format!("workshop/{round}/{unit}/count/reservrutin/3"),
            Value::Number(2),
        ),
        (
            format!("workshop/{round}/{unit}/brings/p-2/democracy"),
            Value::Flag(true),
        ),
        (
            "unit/u-9/joined-to".to_owned(),
            Value::Text(unit.to_string()),
        ),
        (format!("unit/{unit}/employees"), Value::Number(120)),
        (
            "document/roll-up".to_owned(),
            Value::Text("employees".into()),
        ),
        (
            "later/kind".to_owned(),
            Value::Other(r#"{"x":[1.50]}"#.into()),
        ),
        (
            "unit/u-9/order".to_owned(),
            Value::Other(r#"{"later":true}"#.into()),
        ),
    ] {
        put(&mut document, &path, value);
    }
    let seal = seal_of(&document, &round, &unit, &Voice::Together, 1, 2);
    let receipt = format!("handed-in/{round}/{unit}/together");
    put(&mut document, &receipt, Value::Seal(seal));
    let receipts = seal_of_round(&document, &round, std::slice::from_ref(&unit));
    put(
        &mut document,
        &format!("round/{round}/locked"),
        Value::Seal(receipts),
    );
    assert!(lock(&document, &round).is_some());

    let name = Address::parse(&format!("unit/{unit}/name"));
    let mut apart = document.clone();
    apart.write(&name, WriterId(4), Timestamp(6), Value::Text("A".into()));
    document.write(&name, WriterId(5), Timestamp(6), Value::Text("B".into()));
    document.merge(apart).unwrap();
    put(&mut document, "unit/u-8/name", Value::Text("C".into()));
    document.remove(&Address::parse("unit/u-8/name"));
    document
}

#[test]
fn every_selection_that_the_app_writes_passes() {
    let judge = Judge::new();
    let document = full();
    let round = rounds(&document).pop().unwrap();
    let unit: UnitId = units(&document)[0].id.clone();
    let whole = file_to_json(&document, Timestamp(9));
    assert!(whole.contains("\"seen\":{") && whole.contains("\"versions\":[]"));
    judge.passes(&whole);
    let area = select(&document, |address| matches!(address, Address::Owner(..)));
    for (part, selection) in [
        (&document, Selection::Backup),
        (
            &contribution(&document, &round, &unit, &Voice::Together),
            Selection::Contribution,
        ),
        (&invitation(&document, &round, &unit), Selection::Invitation),
        (&of_round(&document, &round), Selection::Round),
        (&area, Selection::Area),
    ] {
        assert!(part.len() > 3, "{selection:?}");
        judge.passes(&selection_to_json(part, selection, Timestamp(9)));
    }
}

#[test]
fn the_description_and_the_kept_files_are_judged_as_they_are() {
    let judge = Judge::new();
    judge.passes(include_str!("files/schema-1.mognad.json"));
    for other in [
        include_str!("files/schema-1-damaged.mognad.json"),
        include_str!("files/schema-9.mognad.json"), // its selection is of a later kind
    ] {
        let file = serde_json::from_str(other).unwrap();
        assert!(judge.says(&file).is_err());
    }
    let description = include_str!("../docs/FORMAT.md");
    let example = description.split("```json\n").nth(1).unwrap();
    judge.passes(example.split("```").next().unwrap());
}

#[test]
fn a_broken_file_fails() {
    let judge = Judge::new();
    let mut document = full();
    let level = "answer/r-1/u-1/q-1/level/together";
    let state = State::Level(3);
    let meaning = mognad::domain::Meaning::parse("abc").unwrap();
    let answer = mognad::domain::Answer { state, meaning };
    document.write(
        &Address::parse(level),
        WriterId(1),
        Timestamp(1),
        Value::Answer(answer),
    );
    let part = select(&document, |address| address.to_string() == level);
    let good: Json = serde_json::from_str(&file_to_json(&part, Timestamp(9))).unwrap();
    judge.says(&good).unwrap();
    let version = "/facts/0/versions/0";
    for (place, wrong) in [
        ("/format", json!("other")),
        ("/schema", json!("2")),
        ("/min_reader", json!(0)),
        ("/selection", json!("all")),
        ("/document", json!("a/b")),
        ("/created", json!("now")),
        ("/facts", json!({})),
        ("/facts/0", json!(7)),
        ("/facts/0/address", json!(7)),
        ("/facts/0/versions", json!("oops")),
        (&format!("{version}/by"), json!("7")),
        (&format!("{version}/n"), json!(0)),
        (&format!("{version}/at"), json!(1.5)),
        (&format!("{version}/value"), json!("3")),
        (&format!("{version}/value/answer"), json!(0)),
        (&format!("{version}/value/answer"), json!("perhaps")),
        (&format!("{version}/value/meaning"), json!("A B")),
    ] {
        let mut broken = good.clone();
        *broken.pointer_mut(place).unwrap() = wrong.clone();
        assert!(judge.says(&broken).is_err(), "{place}: {wrong}");
    }
    for key in ["format", "document", "facts"] {
        let mut broken = good.clone();
        broken.as_object_mut().unwrap().remove(key);
        assert!(judge.says(&broken).is_err(), "without {key}");
    }
    let mut odd = good.clone();
    odd["facts"][0]["seen"] = json!({ "anna": 1 });
    assert!(judge.says(&odd).is_err(), "a writer of another form");
}
