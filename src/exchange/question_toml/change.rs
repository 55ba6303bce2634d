//! What a set says of its questions' past: `[[change]]` in `set.toml`, and `means` beside a question.
//!
//! The files of earlier versions are not at hand, so the statements are held to each other and to the set as it is.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::check::is_semver;
use super::source::{ChangeSource, QuestionSource, SetSource};
use crate::domain::{ChangeKind, QuestionId, StatedChange, version_number};
use crate::exchange::toml_problem::Complaints;

type Number = [u32; 3];

/// Checks every statement of a set that asks `asked`.
pub(super) fn check(set: &SetSource, asked: &BTreeSet<&str>, out: &mut Complaints) {
    let left = leavings(&set.changes);
    let mut said: BTreeSet<(Number, &str)> = BTreeSet::new();
    for change in &set.changes {
        version(change, set.version.get_ref(), out);
        shape(change, out);
        let (kind, since) = (*change.kind.get_ref(), number(change));
        for id in olds(change) {
            let name = id.get_ref().as_str();
            out.identifier(id, QuestionId::parse(name).is_some());
            if !said.insert((since, name)) {
                out.add(
                    id,
                    format!(
                        "two changes of {} name \"{name}\"",
                        change.version.get_ref()
                    ),
                    "Say in one of them what became of it",
                );
            } else if kind.leaves() {
                leaves_once(id, kind, since, asked, &left, out);
            } else if !is_there(name, since, asked, &left) {
                out.add(
                    id,
                    format!("\"{name}\" was changed but is not in the set"),
                    "Compare the ids, or say that it was split, merged or retired",
                );
            }
        }
        for id in &change.into {
            let name = id.get_ref().as_str();
            if !is_there(name, since, asked, &left) {
                out.add(
                    id,
                    format!("\"{name}\" came of a change but is not in the set"),
                    "Write the question, or compare the ids",
                );
            }
        }
    }
}

/// When each question left the set, by what the changes say.
fn leavings(changes: &[ChangeSource]) -> BTreeMap<&str, Number> {
    let leaving = changes.iter().filter(|c| c.kind.get_ref().leaves());
    leaving
        .flat_map(|c| olds(c).map(|id| (id.get_ref().as_str(), number(c))))
        .collect()
}

/// Whether a question was in the set after the version `since`: it still is, or it left with a later one.
fn is_there(
    id: &str,
    since: Number,
    asked: &BTreeSet<&str>,
    left: &BTreeMap<&str, Number>,
) -> bool {
    asked.contains(id) || left.get(id).is_some_and(|when| *when > since)
}

fn leaves_once(
    id: &Spanned<String>,
    kind: ChangeKind,
    since: Number,
    asked: &BTreeSet<&str>,
    left: &BTreeMap<&str, Number>,
    out: &mut Complaints,
) {
    let name = id.get_ref().as_str();
    if asked.contains(name) {
        let (done, mend) = match kind {
            ChangeKind::Split => ("split", "give each part an id of its own"),
            ChangeKind::Merged => ("merged", "leave it out of `from`"),
            _ => ("retired", "remove the change"),
        };
        out.add(
            id,
            format!("\"{name}\" is {done} but still in the set"),
            format!("Remove the question, or {mend}"),
        );
    } else if left.get(name).is_some_and(|when| *when != since) {
        out.add(
            id,
            format!("\"{name}\" leaves the set twice"),
            "Keep the change that it left with",
        );
    }
}

fn version(change: &ChangeSource, of_set: &str, out: &mut Complaints) {
    let version = change.version.get_ref();
    if !is_semver(version) {
        out.add(
            &change.version,
            format!("\"{version}\" is no version"),
            "Write three numbers, such as 1.0.0",
        );
    } else if is_semver(of_set) && version_number(version) > version_number(of_set) {
        out.add(
            &change.version,
            format!("a change of {version} in version {of_set} of the set"),
            "Raise the set's version, or mend the change's",
        );
    }
}

/// Which keys a kind of change has, and how many ids.
fn shape(change: &ChangeSource, out: &mut Complaints) {
    let kind = *change.kind.get_ref();
    let is_merger = kind == ChangeKind::Merged;
    let right = change.question.is_some() != is_merger && change.from.is_empty() != is_merger;
    if !right {
        let mend = if is_merger {
            "Name them in `from`, and leave out `question`"
        } else {
            "Name it in `question`, and leave out `from`"
        };
        out.add(
            &change.kind,
            "the change does not say what it was done to",
            mend,
        );
    }
    let (right, mend) = match kind {
        ChangeKind::Split => (
            change.into.len() >= 2,
            "Name two questions or more in `into`",
        ),
        ChangeKind::Merged => (change.into.len() == 1, "Name one question in `into`"),
        _ => (change.into.is_empty(), "Leave out `into`"),
    };
    if !right {
        let what = format!("the change has {} questions in `into`", change.into.len());
        out.add(&change.kind, what, mend);
    }
    let mut seen = BTreeSet::new();
    for id in &change.into {
        if !seen.insert(id.get_ref()) {
            let what = format!("\"{}\" stands twice in `into`", id.get_ref());
            out.add(id, what, "Remove one");
        }
    }
}

/// Holds `means` to the statements: it is there exactly where the last thing done to the question was editorial.
/// `own` is the meaning of the text as it stands.
pub(super) fn kept_meaning(
    question: &QuestionSource,
    own: &str,
    changes: &[ChangeSource],
    out: &mut Complaints,
) {
    let id = question.id.get_ref();
    let done = changes
        .iter()
        .filter(|c| !c.kind.get_ref().leaves() && olds(c).any(|old| old.get_ref() == id));
    let last = done.max_by_key(|c| number(c));
    let editorial = last.filter(|c| *c.kind.get_ref() == ChangeKind::Editorial);
    match (&question.means, editorial) {
        (Some(means), _) if !is_hash(means.get_ref()) => out.add(
            means,
            format!("\"{}\" is no meaning", means.get_ref()),
            format!("The text as it stands has \"{own}\": write that, and then change the text"),
        ),
        (Some(means), None) => out.add(
            means,
            format!("\"{id}\" keeps a meaning, and no editorial change says so"),
            "Write a [[change]] with kind = \"editorial\" in set.toml, or remove means",
        ),
        (Some(means), Some(_)) if means.get_ref() == own => out.add(
            means,
            format!("\"{id}\" keeps the meaning that its text has anyway"),
            "Change the text, or remove means and the editorial change",
        ),
        (None, Some(change)) => out.add(
            &question.id,
            format!(
                "\"{id}\" was changed editorially in {} and does not say what it means",
                change.version.get_ref()
            ),
            "Write means = \"…\" with the meaning that it had before: docs/QUESTIONS.md tells how to find it",
        ),
        _ => {}
    }
}

/// The statement as the app reads it; nothing where an id is not valid, which has been complained of.
pub(super) fn stated(source: &ChangeSource) -> Option<StatedChange> {
    let id = |id: &Spanned<String>| QuestionId::parse(id.get_ref());
    Some(StatedChange {
        version: source.version.get_ref().clone(),
        kind: *source.kind.get_ref(),
        from: olds(source).map(id).collect::<Option<_>>()?,
        into: source.into.iter().map(id).collect::<Option<_>>()?,
    })
}

fn olds(change: &ChangeSource) -> impl Iterator<Item = &Spanned<String>> {
    change.question.iter().chain(&change.from)
}

fn number(change: &ChangeSource) -> Number {
    version_number(change.version.get_ref())
}

/// Sixteen hexadecimal digits, as the tool writes them.
fn is_hash(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::domain::{Became, QuestionId, QuestionSet, compare, keeps_trend};
    use crate::exchange::question_set_from_json;
    use crate::exchange::question_toml::{SetFiles, compile};

    const SET: &str = r#"id = "s"
version = "2.0.0"
language = "sv"
title = "T"
lead = "L"
publisher = "P"
license = "EUPL-1.2"
source_note = "N"
minutes_per_question = 2
roll_up = "mean-of-areas"
areas = ["a"]
[[scale]]
value = 1
name = "Låg"
[[scale]]
value = 2
name = "Hög"
"#;

    /// An area with these questions, each asking by its text; a third word is the meaning that it keeps.
    fn area(questions: &[(&str, &str, Option<&str>)]) -> String {
        let mut out = "id = \"a\"\ntitle = \"T\"\nshort = \"S\"\nabout = \"A\"\n".to_owned();
        for (id, text, means) in questions {
            let means = means.map_or(String::new(), |means| format!("means = \"{means}\"\n"));
            let _ = write!(
                out,
                "[[question]]\nid = \"{id}\"\nscope = \"F\"\nweight = 1\n{means}text = \"{text}\"\nwhy = \"W\"\nevidence = \"E\"\ndont_know = \"allowed\"\nnot_applicable = \"with-reason\"\nlevels = [\"Inget.\", \"Något.\"]\nactivities = [\"Gör något.\"]\n"
            );
        }
        out
    }

    fn files(changes: &str, area: &str) -> SetFiles {
        [
            ("set.toml", SET.to_owned() + changes),
            ("areas/a.toml", area.to_owned()),
        ]
        .map(|(file, text)| (file.to_owned(), text))
        .into()
    }

    fn good(changes: &str, area: &str) -> QuestionSet {
        compile("s", &files(changes, area)).unwrap().set
    }

    fn complaints(changes: &str, area: &str) -> Vec<String> {
        let problems = compile("s", &files(changes, area)).unwrap_err();
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_statements_travel_with_the_set_and_a_set_without_any_does_not_name_them() {
        let set = good(
            "[[change]]\nversion = \"1.1.0\"\nkind = \"split\"\nquestion = \"x\"\ninto = [\"p\", \"q\"]\n[[change]]\nversion = \"2.0.0\"\nkind = \"merged\"\nfrom = [\"y\", \"z\"]\ninto = [\"q\"]\n",
            &area(&[("p", "P?", None), ("q", "Q?", None)]),
        );
        let text = serde_json::to_string(&set).unwrap();
        assert!(text.ends_with(
            r#""changes":[{"version":"1.1.0","kind":"split","from":["x"],"into":["p","q"]},{"version":"2.0.0","kind":"merged","from":["y","z"],"into":["q"]}]}"#
        ));
        assert_eq!(question_set_from_json(&text), Some(set));
        // A statement of a later version's kind costs only itself.
        let later = question_set_from_json(&text.replace("\"split\"", "\"woven\"")).unwrap();
        assert_eq!(later.changes.len(), 1);
        let without = good("", &area(&[("p", "P?", None)]));
        let text = serde_json::to_string(&without).unwrap();
        assert!(!text.contains("changes"));
        assert_eq!(question_set_from_json(&text), Some(without));
    }

    /// The way that docs/QUESTIONS.md describes: ask the tool for the meaning, keep it, change the words.
    #[test]
    fn an_editorial_change_keeps_the_meaning_that_the_tool_names() {
        let stated = "[[change]]\nversion = \"2.0.0\"\nkind = \"editorial\"\nquestion = \"q\"\n";
        let mut before = good("", &area(&[("q", "Vad händer?", None)]));
        before.version = "1.0.0".to_owned();
        let asked = complaints(stated, &area(&[("q", "Vad händer?", Some("?"))]));
        let meaning = before.areas[0].questions[0].meaning.to_string();
        assert_eq!(
            asked,
            [format!(
                "areas/a.toml:9: \"?\" is no meaning. The text as it stands has \"{meaning}\": write that, and then change the text."
            )]
        );
        let mut after = good(stated, &area(&[("q", "Vad händer då?", Some(&meaning))]));
        assert_eq!(after.areas[0].questions[0].meaning.as_str(), meaning);
        assert_ne!(after.hash, before.hash);
        let q = QuestionId::parse("q").unwrap();
        let change = compare(&before, &after);
        assert_eq!(change.of(&q), Some(&Became::Editorial));
        assert!(keeps_trend(&change, &q));
        // In another language the texts differ anyway; the statement tells.
        after.language = "en".to_owned();
        assert_eq!(compare(&before, &after).of(&q), Some(&Became::Editorial));
        after.changes.clear();
        assert_eq!(compare(&before, &after).of(&q), Some(&Became::Same));
    }

    #[test]
    fn a_kept_meaning_and_its_change_stand_together() {
        let editorial = "[[change]]\nversion = \"1.1.0\"\nkind = \"editorial\"\nquestion = \"q\"\n";
        let later = "[[change]]\nversion = \"2.0.0\"\nkind = \"substantive\"\nquestion = \"q\"\n";
        assert_eq!(
            complaints(editorial, &area(&[("q", "Q?", None)])),
            [
                "areas/a.toml:6: \"q\" was changed editorially in 1.1.0 and does not say what it means. Write means = \"…\" with the meaning that it had before: docs/QUESTIONS.md tells how to find it."
            ]
        );
        let kept = area(&[("q", "Q?", Some("0123456789abcdef"))]);
        let unsaid = [
            "areas/a.toml:9: \"q\" keeps a meaning, and no editorial change says so. Write a [[change]] with kind = \"editorial\" in set.toml, or remove means.",
        ];
        assert_eq!(complaints("", &kept), unsaid);
        // What was changed in substance afterwards keeps nothing, in whatever order the two are written.
        assert_eq!(complaints(&format!("{editorial}{later}"), &kept), unsaid);
        assert_eq!(complaints(&format!("{later}{editorial}"), &kept), unsaid);
        good(&format!("{later}{editorial}"), &area(&[("q", "Q?", None)]));
        let own = good("", &area(&[("q", "Q?", None)])).areas[0].questions[0]
            .meaning
            .to_string();
        assert_eq!(
            complaints(editorial, &area(&[("q", "Q?", Some(&own))])),
            [
                "areas/a.toml:9: \"q\" keeps the meaning that its text has anyway. Change the text, or remove means and the editorial change."
            ]
        );
    }

    #[test]
    fn statements_that_do_not_fit_the_set_are_named_with_line_and_mend() {
        let changes = r#"[[change]]
version = "2.1.0"
kind = "retired"
question = "p"
[[change]]
version = "2"
kind = "substantive"
question = "nowhere"
[[change]]
version = "2.0.0"
kind = "split"
question = "x"
into = ["p", "gone"]
[[change]]
version = "2.0.0"
kind = "split"
question = "q"
into = ["p"]
[[change]]
version = "2.0.0"
kind = "merged"
question = "y"
into = ["p", "p"]
[[change]]
version = "1.1.0"
kind = "retired"
question = "x"
[[change]]
version = "2.0.0"
kind = "retired"
question = "x"
into = ["q"]
"#;
        assert_eq!(
            complaints(changes, &area(&[("p", "P?", None), ("q", "Q?", None)])),
            [
                "set.toml:19: a change of 2.1.0 in version 2.0.0 of the set. Raise the set's version, or mend the change's.",
                "set.toml:21: \"p\" is retired but still in the set. Remove the question, or remove the change.",
                "set.toml:23: \"2\" is no version. Write three numbers, such as 1.0.0.",
                "set.toml:25: \"nowhere\" was changed but is not in the set. Compare the ids, or say that it was split, merged or retired.",
                "set.toml:30: \"gone\" came of a change but is not in the set. Write the question, or compare the ids.",
                "set.toml:33: the change has 1 questions in `into`. Name two questions or more in `into`.",
                "set.toml:34: \"q\" is split but still in the set. Remove the question, or give each part an id of its own.",
                "set.toml:38: the change does not say what it was done to. Name them in `from`, and leave out `question`.",
                "set.toml:38: the change has 2 questions in `into`. Name one question in `into`.",
                "set.toml:40: \"p\" stands twice in `into`. Remove one.",
                "set.toml:44: \"x\" leaves the set twice. Keep the change that it left with.",
                "set.toml:47: the change has 1 questions in `into`. Leave out `into`.",
                "set.toml:48: two changes of 2.0.0 name \"x\". Say in one of them what became of it.",
            ]
        );
    }

    #[test]
    fn a_kind_or_key_that_is_not_known_is_named_with_its_line() {
        let of = |text: &str| complaints(text, &area(&[("p", "P?", None)])).remove(0);
        let kind = of("[[change]]\nversion = \"2.0.0\"\nkind = \"lost\"\nquestion = \"x\"\n");
        assert!(
            kind.starts_with("set.toml:20: unknown variant `lost`"),
            "{kind}"
        );
        let key = of("[[change]]\nversion = \"2.0.0\"\nkind = \"retired\"\nquestoin = \"x\"\n");
        assert!(
            key.starts_with("set.toml:21: unknown field `questoin`"),
            "{key}"
        );
    }

    #[test]
    fn what_came_of_a_change_may_have_left_with_a_later_one() {
        let split = "[[change]]\nversion = \"1.1.0\"\nkind = \"split\"\nquestion = \"x\"\ninto = [\"p\", \"y\"]\n";
        let retired = |version: &str| {
            format!(
                "{split}[[change]]\nversion = \"{version}\"\nkind = \"retired\"\nquestion = \"y\"\n"
            )
        };
        let area = area(&[("p", "P?", None)]);
        good(&retired("1.2.0"), &area);
        assert!(complaints(&retired("1.1.0"), &area)[0].contains("\"y\" came of a change"));
    }
}
