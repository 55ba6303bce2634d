//! One example with everything in it, and each way to get it wrong.

use super::compile::{compile, day};
use crate::domain::{QuestionSet, Timestamp};
use crate::exchange::question_toml::{self, SetFiles};

const SET: &str = r#"
id = "s"
version = "1.0.0"
language = "sv"
title = "T"
lead = "L"
publisher = "P"
license = "EUPL-1.2"
source_note = "N"
minutes_per_question = 2
roll_up = "mean-of-areas"
areas = ["a", "o"]
[[scale]]
value = 1
name = "Low"
[[scale]]
value = 2
name = "High"
"#;

const EXAMPLE: &str = r#"municipality = "M"
[[unit]]
id = "u"
name = "U"
[[unit]]
id = "v"
name = "V"
[[person]]
id = "p"
role = "R"
[[round]]
id = "r"
name = "2026"
date = "2026-10-14"
owners.s.o = "u"
[[answers]]
round = "r"
unit = "u"
set = "s"
unsure = ["q1"]
[answers.areas]
a = "2 1"
o = "-"
[answers.rationale]
q3 = "Because."
[[answers]]
round = "r"
unit = "u"
set = "s"
person = "p"
[answers.areas]
a = "? ."
[[target]]
unit = "u"
set = "s"
area = "a"
value = 1.5
by = "2027-06-30"
decider = "D"
importance = 3
law = true
"#;

fn question(id: &str, scope: &str, takes: &str) -> String {
    format!(
        "[[question]]\nid = \"{id}\"\nscope = \"{scope}\"\nweight = 1\ntext = \"T?\"\nwhy = \"W\"\nevidence = \"E\"\n\
         {takes}\nlevels = [\"1\", \"2\"]\nactivities = [\"A\"]\n"
    )
}

fn set() -> QuestionSet {
    let head = |id: &str| format!("id = \"{id}\"\ntitle = \"T\"\nshort = \"S\"\nabout = \"A\"\n");
    let both = "dont_know = \"allowed\"\nnot_applicable = \"with-reason\"";
    let neither = "dont_know = \"no\"\nnot_applicable = \"no\"";
    let first = head("a") + &question("q1", "F", both) + &question("q2", "F", neither);
    let owned = head("o") + &question("q3", "owner", both);
    let files: SetFiles = [
        ("set.toml", SET.to_owned()),
        ("areas/a.toml", first),
        ("areas/o.toml", owned),
    ]
    .map(|(file, text)| (file.to_owned(), text))
    .into();
    question_toml::compile("s", &files).unwrap().set
}

fn complaints(from: &str, to: &str) -> Vec<String> {
    assert!(EXAMPLE.contains(from), "{from}");
    let text = EXAMPLE.replace(from, to);
    let problems = compile("e.toml", &text, &[set()]).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_fact_stands_where_the_app_would_have_written_it() {
    let set = set();
    let document = compile("e.toml", EXAMPLE, std::slice::from_ref(&set)).unwrap();
    let found: Vec<String> = document
        .facts()
        .map(|(address, _)| address.to_string())
        .collect();
    let mut expected = vec![
        "answer/r/u/q1/level/p".to_owned(),
        "answer/r/u/q1/level/together".to_owned(),
        "answer/r/u/q1/unsure/together".to_owned(),
        "answer/r/u/q2/level/together".to_owned(),
        "answer/r/u/q3/level/together".to_owned(),
        "answer/r/u/q3/rationale/together".to_owned(),
        "document/example".to_owned(),
        "document/municipality".to_owned(),
        "owner/r/s/o".to_owned(),
        "person/p/role".to_owned(),
        "round-set/r/s".to_owned(),
        "round/r/name".to_owned(),
        "round/r/order".to_owned(),
        format!("snapshot/{}", set.hash),
        "target/u/s/a/by".to_owned(),
        "target/u/s/a/decider".to_owned(),
        "target/u/s/a/importance".to_owned(),
        "target/u/s/a/law".to_owned(),
        "target/u/s/a/value".to_owned(),
        "unit/u/name".to_owned(),
        "unit/u/order".to_owned(),
        "unit/v/name".to_owned(),
        "unit/v/order".to_owned(),
    ];
    expected.sort();
    let mut sorted = found;
    sorted.sort();
    assert_eq!(sorted, expected);
    let at = Timestamp(1_791_979_200_000); // 2026-10-14 12:00 UTC
    assert!(
        document
            .facts()
            .flat_map(|(_, fact)| fact.versions())
            .all(|version| version.at == at && version.dot.counter == 1)
    );
}

/// Each change to the example brings the complaint, which begins so behind the file's name.
fn each_complains(list: &[(&str, &str, &str)]) {
    for (from, to, complaint) in list {
        let found = complaints(from, to);
        let beginning = format!("e.toml:{complaint}");
        assert!(
            found.iter().any(|found| found.starts_with(&beginning)),
            "{from} -> {to}: {found:#?}"
        );
    }
}

#[test]
fn a_complaint_says_file_line_and_mend() {
    assert_eq!(
        complaints("\"2 1\"", "\"2 3\""),
        ["e.toml:22: level 3 of \"q2\" is off the scale. Write 1–2."]
    );
}

#[test]
fn answers_that_do_not_fit_are_listed() {
    each_complains(&[
        (
            "\"2 1\"",
            "\"2\"",
            "22: 1 answers, and \"u\" is asked 2 questions in \"a\".",
        ),
        ("\"2 1\"", "\"2 x\"", "22: \"x\" is no answer to \"q2\"."),
        ("\"2 1\"", "\"2 ?\"", "22: \"q2\" does not take \"?\"."),
        ("\"2 1\"", "\"2 -\"", "22: \"q2\" does not take \"-\"."),
        (
            "\"2 1\"",
            "\"- 1\"",
            "22: \"q1\" is not applicable, and nobody says why.",
        ),
        ("o = \"-\"", "", "19: the area \"o\" is missing."),
        (
            "o = \"u\"",
            "o = \"v\"",
            "23: \"u\" is not asked the area \"o\".",
        ),
        ("q3 = ", "q9 = ", "25: \"q9\" has no answer here."),
        ("[\"q1\"]", "[\"q9\"]", "20: \"q9\" has no answer here."),
        ("\"Because.\"", "\" \"", "25: rationale is empty."),
        (
            "person = \"p\"",
            "",
            "32: \"q1\" has been answered already.",
        ),
        (
            "person = \"p\"",
            "person = \"x\"",
            "30: there is no person \"x\".",
        ),
    ]);
}

#[test]
fn everything_else_that_does_not_fit_is_listed_too() {
    each_complains(&[
        (
            "id = \"v\"",
            "id = \"u\"",
            "6: the unit \"u\" stands here a second time.",
        ),
        (
            "id = \"v\"",
            "id = \"V\"",
            "6: the id \"V\" has characters that an id cannot have.",
        ),
        (
            "id = \"v\"",
            "id = \"kommunen\"",
            "6: \"kommunen\" is the municipality itself",
        ),
        (
            "id = \"p\"",
            "id = \"together\"",
            "9: the id \"together\" is not free.",
        ),
        ("2026-10-14", "2026-02-30", "14: \"2026-02-30\" is no date."),
        (
            "owners.s.o",
            "owners.s.a",
            "15: nobody can be named for the area \"a\".",
        ),
        ("owners.s.o", "owners.z.o", "15: there is no set \"z\"."),
        (
            "round = \"r\"",
            "round = \"z\"",
            "17: there is no round \"z\".",
        ),
        ("o = \"u\"", "o = \"z\"", "15: there is no unit \"z\"."),
        (
            "area = \"a\"",
            "area = \"z\"",
            "36: there is no area \"z\".",
        ),
        (
            "unit = \"u\"\nset = \"s\"\narea",
            "unit = \"kommunen\"\nset = \"s\"\narea",
            "36: \"kommunen\" is not asked the area \"a\".",
        ),
        (
            "value = 1.5",
            "value = 75",
            "37: the target is off the scale.",
        ),
        ("2027-06-30", "2027", "38: \"2027\" is no date."),
        (
            "importance = 3",
            "importance = 4",
            "40: there is no such importance.",
        ),
        ("law = true", "lag = true", "41: unknown field `lag`"),
    ]);
}

#[test]
fn rounds_stand_in_the_order_of_their_dates() {
    let second = "[[round]]\nid = \"r2\"\nname = \"2025\"\ndate = \"2025-10-15\"\n[[answers]]";
    let found = complaints("owners.s.o = \"u\"\n[[answers]]", second);
    assert_eq!(
        found.first().map(String::as_str),
        Some(
            "e.toml:18: the round is not later than the one before it. Put the earliest round first."
        )
    );
}

#[test]
fn days_are_counted_as_the_clock_counts_them() {
    for (date, days) in [
        ("1970-01-01", 0),
        ("2000-02-29", 11_016),
        ("2026-10-14", 20_740),
    ] {
        assert_eq!(day(date), Some(days), "{date}");
    }
    for bad in ["", "2026", "2026-13-01", "2026-10-00", "x-y-z"] {
        assert_eq!(day(bad), None, "{bad}");
    }
}
