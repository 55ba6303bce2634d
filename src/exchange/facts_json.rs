//! Facts as JSON text: the one form in which stores, journals and files hold them.
//!
//! `[{"address": "unit/u-1/name", "seen": {"<writer>": 2}, "versions": [{"by": "<writer>", "n": 2, "at": 0, "value": "…"}]}]`;
//! `seen` is left out where it says no more than the versions do.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::domain::{Address, Context, Dot, Fact, Timestamp, Value, Version, WriterId};

#[derive(Serialize, Deserialize)]
struct FactRecord {
    address: String,
    #[serde(default, skip_serializing_if = "Context::is_empty")]
    seen: Context,
    #[serde(default)]
    versions: Vec<VersionRecord>,
}

#[derive(Serialize, Deserialize)]
struct VersionRecord {
    by: WriterId,
    n: u64,
    at: Timestamp,
    value: Value,
}

/// What was read from a JSON array of facts.
#[derive(Debug, Default, PartialEq)]
pub struct FactsRead {
    /// The facts that could be read; one address may stand there several times.
    pub facts: Vec<(Address, Fact)>,
    /// What could not, as it was found: to be set aside and kept.
    pub damaged: Vec<String>,
}

/// Writes facts as a JSON array.
pub fn facts_to_json<'a>(facts: impl IntoIterator<Item = (&'a Address, &'a Fact)>) -> String {
    let records: Vec<FactRecord> = facts
        .into_iter()
        .map(|(address, fact)| to_record(address, fact))
        .collect();
    // Strings, numbers and maps with text keys: serde_json has no way to fail here.
    serde_json::to_string(&records).unwrap_or_else(|_| "[]".to_owned())
}

/// Reads a JSON array of facts; a fact that cannot be read does not keep the others from being read.
pub fn facts_from_json(text: &str) -> FactsRead {
    if let Ok(records) = serde_json::from_str::<Vec<FactRecord>>(text) {
        return FactsRead {
            facts: records.into_iter().map(from_record).collect(),
            damaged: Vec::new(),
        };
    }
    let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(text) else {
        return FactsRead {
            facts: Vec::new(),
            damaged: vec![text.to_owned()],
        };
    };
    let mut read = FactsRead::default();
    for item in items {
        match serde_json::from_str::<FactRecord>(item.get()) {
            Ok(record) => read.facts.push(from_record(record)),
            Err(_) => read.damaged.push(item.get().to_owned()),
        }
    }
    read
}

fn to_record(address: &Address, fact: &Fact) -> FactRecord {
    let implied: Context = fact.versions().iter().map(|version| version.dot).collect();
    let seen = if implied == *fact.context() {
        Context::default()
    } else {
        fact.context().clone()
    };
    FactRecord {
        address: address.to_string(),
        seen,
        versions: fact
            .versions()
            .iter()
            .map(|version| VersionRecord {
                by: version.dot.writer,
                n: version.dot.counter,
                at: version.at,
                value: version.value.clone(),
            })
            .collect(),
    }
}

fn from_record(record: FactRecord) -> (Address, Fact) {
    let versions = record
        .versions
        .into_iter()
        .map(|version| Version {
            dot: Dot {
                writer: version.by,
                counter: version.n,
            },
            at: version.at,
            value: version.value,
        })
        .collect();
    (
        Address::parse(&record.address),
        Fact::from_parts(record.seen, versions),
    )
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
    fn one_damaged_fact_is_set_aside_and_the_rest_is_read() {
        let text = r#"[{"address":"unit/u-1/name","versions":[{"by":"0000000000000001","n":1,"at":0,"value":"A"}]},
            {"address":"unit/u-2/name","versions":"oops"}, 7]"#;
        let read = facts_from_json(text);
        assert_eq!(read.facts.len(), 1);
        assert_eq!(read.damaged.len(), 2);
        assert_eq!(
            facts_from_json("{not json").damaged,
            vec!["{not json".to_owned()]
        );
    }
}
