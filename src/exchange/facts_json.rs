//! Facts as JSON text: the one form in which stores, journals and files hold them.
//!
//! `[{"address": "unit/u-1/name", "seen": {"<writer>": 2}, "versions": [{"by": "<writer>", "n": 2, "at": 0, "value": "…"}]}]`;
//! `seen` is left out where it says no more than the versions do.

use std::fmt::Write as _;

use crate::domain::{
    Address, Answer, Context, Dot, Fact, JsonText, Meaning, State, Timestamp, Value, Version,
    WriterId, write_json_string,
};

/// What was read from a JSON array of facts.
#[derive(Debug, Default, PartialEq)]
pub struct FactsRead {
    /// The facts that could be read; one address may stand there several times.
    pub facts: Vec<(Address, Fact)>,
    /// What could not, as it was found: to be set aside and kept.
    pub damaged: Vec<String>,
    /// What could, but for characters that stand as U+FFFD now, as it was found.
    pub mended: Vec<String>,
}

/// Writes facts as a JSON array.
pub fn facts_to_json<'a>(facts: impl IntoIterator<Item = (&'a Address, &'a Fact)>) -> String {
    written(&mut facts.into_iter(), ",")
}

/// Writes facts as a JSON array, one a line.
pub(super) fn facts_to_lines<'a>(
    facts: impl IntoIterator<Item = (&'a Address, &'a Fact)>,
) -> String {
    written(&mut facts.into_iter(), ",\n")
}

fn written(facts: &mut dyn Iterator<Item = (&Address, &Fact)>, between: &str) -> String {
    let mut out = String::from("[");
    for (address, fact) in facts {
        if out.len() > 1 {
            out.push_str(between);
        }
        write_fact(&mut out, address, fact);
    }
    out.push(']');
    out
}

fn write_fact(out: &mut String, address: &Address, fact: &Fact) {
    out.push_str("{\"address\":");
    write_json_string(out, &address.to_string());
    let implied: Context = fact.versions().iter().map(|version| version.dot).collect();
    if implied != *fact.context() {
        for (n, Dot { writer, counter }) in fact.context().iter().enumerate() {
            let before = if n == 0 { ",\"seen\":{" } else { "," };
            // Writing to a string cannot fail.
            let _ok = write!(out, "{before}\"{writer}\":{counter}");
        }
        out.push('}');
    }
    out.push_str(",\"versions\":[");
    for (n, Version { dot, at, value }) in fact.versions().iter().enumerate() {
        let before = if n == 0 { "" } else { "," };
        let Dot { writer, counter } = dot;
        let at = at.0;
        let _ok = write!(
            out,
            "{before}{{\"by\":\"{writer}\",\"n\":{counter},\"at\":{at},\"value\":"
        );
        value.write_json(out);
        out.push('}');
    }
    out.push_str("]}");
}

/// Where the next fact begins, in texts that the app writes; within a text its quotes would have escapes.
const BEGIN: &str = "{\"address\":";

/// Reads a JSON array of facts. What cannot be read does not keep the rest from being read: an item that is no fact is
/// passed over, and where the text itself is broken reading goes on at the next fact.
pub fn facts_from_json(text: &str) -> FactsRead {
    let mut read = FactsRead::default();
    let mut json = JsonText::new(text);
    let mut broken = json.take(b'[').is_none();
    if broken {
        json.go(0);
    } else if json.take(b']').is_some() && json.peek().is_none() {
        return read;
    }
    loop {
        let _blanks = json.peek();
        let begin = json.place();
        json.mended = false;
        let before = read.facts.last().map(|(address, _)| address);
        if let Some(fact) = fact(&mut json, before) {
            if json.mended {
                read.mended.push(json.since(begin).to_owned());
            }
            read.facts.push(fact);
        } else {
            json.go(begin);
            // Only as long as the text is whole: else each item could be looked through to the end in vain.
            if broken || json.anything().is_none() {
                broken = true;
                json.go(begin);
                if resume(&mut json, &mut read, 1) {
                    continue;
                }
                return read;
            }
            read.damaged.push(json.since(begin).to_owned());
        }
        let end = json.place();
        if json.take(b',').is_some() {
            continue;
        }
        if json.take(b']').is_some() && json.peek().is_none() {
            return read;
        }
        json.go(end);
        broken = true;
        if !resume(&mut json, &mut read, 0) {
            return read;
        }
    }
}

/// Sets aside what stands from here to the next fact, and says whether there is one; the first `tried` characters begin none.
fn resume(json: &mut JsonText, read: &mut FactsRead, tried: usize) -> bool {
    let rest = json.rest();
    let from = rest
        .char_indices()
        .nth(tried)
        .map_or(rest.len(), |(at, _)| at);
    let next = rest.get(from..).and_then(|rest| rest.find(BEGIN));
    let passed = next.map_or(rest, |next| rest.get(..from + next).unwrap_or_default());
    // Where a text was cut off between two facts there is nothing to show, but something is missing.
    if next.is_none() || !passed.trim().is_empty() {
        read.damaged.push(passed.to_owned());
    }
    json.go(json.place() + passed.len());
    next.is_some()
}

/// A fact as most are, an answer with one version, just as [`write_fact`] writes it: opening a municipality is mostly this.
fn usual(json: &mut JsonText, before: Option<&Address>) -> Option<(Address, Fact)> {
    json.follows(BEGIN)?;
    json.follows("\"")?;
    let address = Address::parse_after(json.until_quote()?, before);
    if !matches!(address, Address::Answer { .. }) {
        return None;
    }
    json.follows(",\"versions\":[{\"by\":\"")?;
    let writer = WriterId::parse(json.until_quote()?)?;
    json.follows(",\"n\":")?;
    let counter = json.number()?.parse().ok()?;
    json.follows(",\"at\":")?;
    let at = Timestamp(json.number()?.parse().ok()?);
    json.follows(",\"value\":{\"answer\":")?;
    let state = State::Level(json.number()?.parse().ok()?);
    json.follows(",\"meaning\":\"")?;
    let meaning = Meaning::parse(json.until_quote()?)?;
    json.follows("}}]}")?;
    let version = Version {
        dot: Dot { writer, counter },
        at,
        value: Value::Answer(Answer { state, meaning }),
    };
    let fact = Fact::from_parts(Context::default(), vec![version]);
    Some((address, fact))
}

fn fact(json: &mut JsonText, before: Option<&Address>) -> Option<(Address, Fact)> {
    let begin = json.place();
    if let Some(usual) = usual(json, before) {
        return Some(usual);
    }
    json.go(begin);
    let (mut address, mut seen, mut versions) = (None, None, None);
    json.object(&mut |key, json| match key {
        "address" if address.is_none() => {
            address = Some(Address::parse_after(&json.string()?, before));
            Some(())
        }
        "seen" if seen.is_none() => {
            let mut context = Context::default();
            json.object(&mut |writer, json| {
                context.include(Dot {
                    writer: WriterId::parse(writer)?,
                    counter: json.number()?.parse().ok()?,
                });
                Some(())
            })?;
            seen = Some(context);
            Some(())
        }
        "versions" if versions.is_none() => {
            let mut all = Vec::with_capacity(1); // nearly always
            json.list(&mut |json| {
                all.push(version(json)?);
                Some(())
            })?;
            versions = Some(all);
            Some(())
        }
        "address" | "seen" | "versions" => None,
        _ => passed_over(json),
    })?;
    // Without versions it would be a fact that nobody wrote: a damaged key.
    let fact = Fact::from_parts(seen.unwrap_or_default(), versions?);
    Some((address?, fact))
}

fn version(json: &mut JsonText) -> Option<Version> {
    let (mut writer, mut counter, mut at, mut value) = (None, None, None, None);
    json.object(&mut |key, json| {
        let first = match key {
            "by" => writer.replace(WriterId::parse(&json.string()?)?).is_none(),
            "n" => counter.replace(json.number()?.parse().ok()?).is_none(),
            "at" => at
                .replace(Timestamp(json.number()?.parse().ok()?))
                .is_none(),
            "value" => value.replace(Value::read_json(json)?).is_none(),
            _ => return passed_over(json),
        };
        first.then_some(())
    })?;
    Some(Version {
        dot: Dot {
            writer: writer?,
            counter: counter?,
        },
        at: at?,
        value: value?,
    })
}

/// A key that this version does not know is not kept; whoever adds one raises `min_reader` (docs/FORMAT.md).
fn passed_over(json: &mut JsonText) -> Option<()> {
    json.value().map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_fact_keeps_what_it_has_seen() {
        let address = Address::parse("unit/u-1/name");
        let mut fact = Fact::default();
        fact.write(
            WriterId(7),
            Timestamp(5),
            Value::Text("Ö\u{202e}</script>".to_owned()),
        );
        for _ in 0..2 {
            let text = facts_to_json([(&address, &fact)]);
            let read = facts_from_json(&text);
            assert_eq!(read.facts, vec![(address.clone(), fact.clone())]);
            fact.remove();
        }
    }

    #[test]
    fn an_answer_reads_the_same_however_it_is_written() {
        let written = r#"{"address":"answer/r-1/u-1/q/level/together","versions":[{"by":"0000000000000001","n":2,"at":-7,"value":{"answer":3,"meaning":"ab"}}]}"#;
        let read = facts_from_json(&format!("[{written}]")).facts;
        assert_eq!(
            facts_to_json(read.iter().map(|(a, f)| (a, f))),
            format!("[{written}]")
        );
        for other in [
            written.replace(':', " : "),
            written.replace("answer/r-1", "\\u0061nswer/r-1"),
            written.replace("\"n\":2,\"at\":-7", "\"at\":-7,\"n\":2"),
        ] {
            assert_eq!(
                facts_from_json(&format!("[{other}]")).facts,
                read,
                "{other}"
            );
        }
        let later = written.replace("\"answer\":3", "\"answer\":300");
        let read = facts_from_json(&format!("[{later}]"));
        assert_eq!(
            facts_to_json(read.facts.iter().map(|(a, f)| (a, f))),
            format!("[{later}]")
        );
    }

    #[test]
    fn one_damaged_fact_is_set_aside_and_the_rest_is_read() {
        let text = r#"[{"address":"unit/u-1/name","versions":[{"by":"0000000000000001","n":1,"at":0,"value":"A"}]},
            {"address":"unit/u-2/name","versions":"oops"}, 7]"#;
        let read = facts_from_json(text);
        assert_eq!(read.facts.len(), 1);
        assert_eq!(
            read.damaged,
            [r#"{"address":"unit/u-2/name","versions":"oops"}"#, "7"]
        );
        assert_eq!(
            facts_from_json("{not json").damaged,
            vec!["{not json".to_owned()]
        );
    }

    #[test]
    fn where_the_text_is_broken_reading_goes_on_at_the_next_fact() {
        let fact = |n: u8| {
            format!(
                r#"{{"address":"unit/u-{n}/name","versions":[{{"by":"0000000000000001","n":1,"at":0,"value":"A"}}]}}"#
            )
        };
        let broken = format!(
            "[{},{{\"address\":\"unit/u-2/na,{},{}",
            fact(1),
            fact(3),
            r#"{"addr"#
        );
        let read = facts_from_json(&broken);
        assert_eq!(read.facts.len(), 2);
        assert_eq!(read.damaged, ["{\"address\":\"unit/u-2/na,", "{\"addr"]);
        for whole in [format!("[{},{}]", fact(1), fact(2)), "[ ]".to_owned()] {
            assert_eq!(facts_from_json(&whole).damaged, Vec::<String>::new());
        }
        let glued = format!("[{}{}]", fact(1), fact(2));
        assert_eq!(facts_from_json(&glued).facts.len(), 2);
        let letters = format!("[å{}]", fact(2));
        assert_eq!(facts_from_json(&letters).facts.len(), 1);
        assert_eq!(facts_from_json(&letters).damaged, ["å"]);
        let cut = format!("[{}", fact(1));
        assert_eq!(facts_from_json(&cut).facts.len(), 1);
        assert_eq!(facts_from_json(&cut).damaged, [""]);
    }

    #[test]
    fn a_key_that_a_later_version_adds_is_passed_over_and_not_kept() {
        let text = r#"[{"later":{"x":[1.50]},"address":"unit/u-1/name","versions":[{"by":"0000000000000001","n":1,"at":0,"value":"A","sure":0.50}]}]"#;
        let read = facts_from_json(text);
        assert_eq!((read.facts.len(), read.damaged.len()), (1, 0));
        let again = facts_to_json(read.facts.iter().map(|(a, f)| (a, f)));
        assert_eq!(
            again,
            r#"[{"address":"unit/u-1/name","versions":[{"by":"0000000000000001","n":1,"at":0,"value":"A"}]}]"#
        );
    }

    #[test]
    fn half_a_character_is_replaced_and_what_was_found_is_told() {
        let text = r#"[{"address":"unit/u-1/name","versions":[{"by":"0000000000000001","n":1,"at":0,"value":"A\ud800"}]}]"#;
        let read = facts_from_json(text);
        assert_eq!(read.mended.len(), 1);
        assert!(read.mended[0].contains("\\ud800"));
        let Some(Value::Text(text)) = read.facts[0].1.shown().map(|shown| &shown.value) else {
            panic!("no text");
        };
        assert_eq!(text, "A\u{fffd}");
    }
}
