//! What a load finds in the database: what the first page needs, and the rest after it.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbDatabase;

use super::DOCUMENT;
use crate::app::Refusal;
use crate::domain::{
    Address, Document, DocumentId, Fact, RoundId, UnitField, UnitId, Value, current_round,
};
use crate::exchange::{FactsRead, facts_from_json};
use crate::platform::bindings::Encoder;
use crate::platform::database::{self, ASIDE, META, RECORDS, SHARDS, result, results, store};

/// What one read of the database found.
#[derive(Default)]
pub(super) struct Found {
    pub document: Option<DocumentId>,
    pub facts: Vec<(Address, Fact)>,
    pub records: Vec<JsValue>,
    pub unfolded: Vec<(Address, Fact)>,
    /// Shards (by key) and records whose text was damaged in part or whole.
    pub damaged_shards: Vec<String>,
    pub damaged: Vec<String>,
    pub aside: usize,
    /// What the journal replaces in the database.
    pub earlier: Vec<(Address, Fact)>,
    /// Shards that the first page can do without: not read yet.
    pub later: Vec<JsValue>,
}

impl Found {
    /// Takes the text of a shard.
    fn take_shard(&mut self, key: &JsValue, text: &JsValue) {
        let (facts, damaged) = facts_of(text);
        if !damaged.is_empty() {
            self.damaged_shards
                .push(key.as_string().unwrap_or_default());
            self.damaged.extend(damaged);
        }
        self.facts.extend(facts);
    }
}

pub(super) async fn read_aside(database: &IdbDatabase) -> Result<Vec<String>, Refusal> {
    let transaction = database
        .transaction_with_str(ASIDE)
        .map_err(|error| database::refusal(&error))?;
    let texts = result(store(&transaction, ASIDE)?.get_all()).await?;
    Ok(Array::from(&texts)
        .iter()
        .map(|text| text_of(&text))
        .collect())
}

/// A value of a store as text; a foreign object as JSON, so that it can be set aside.
pub(in crate::platform) fn text_of(value: &JsValue) -> String {
    if value.is_string() {
        return String::from_utf8(Encoder::new().encode(value)).unwrap_or_default();
    }
    js_sys::JSON::stringify(value).map_or_else(|_| String::from("?"), String::from)
}

/// The facts of a text of a store, and what is to be set aside of it: a fact whose characters could not all be read is kept
/// without them, and aside as it was.
pub(super) fn facts_of(text: &JsValue) -> (Vec<(Address, Fact)>, Vec<String>) {
    let FactsRead {
        facts,
        mut damaged,
        mended,
    } = facts_from_json(&text_of(text));
    damaged.extend(mended);
    (facts, damaged)
}

/// What the page that is opened first reads.
pub enum First {
    /// Everything: who has the document in hand has seen it whole.
    Whole,
    /// The present round.
    Round,
    /// The answers of one unit in the present round: a page that shows nobody else's.
    Unit(UnitId),
}

/// The present round as the first page sees it.
struct Present {
    round: Option<RoundId>,
    /// The hashes of its question sets.
    sets: Vec<String>,
    /// The units whose answers are shown; nothing where all are.
    units: Option<Vec<UnitId>>,
}

impl Present {
    /// Whether the page that is opened first needs a shard.
    fn needs(&self, key: &str) -> bool {
        match (key.strip_prefix("answer/"), key.strip_prefix("snapshot/")) {
            (Some(rest), _) => self.round.as_ref().is_some_and(|round| {
                let unit = rest.strip_prefix(round.as_str());
                unit.and_then(|unit| unit.strip_prefix('/'))
                    .is_some_and(|unit| self.shows(unit))
            }),
            (_, Some(hash)) => self.sets.iter().any(|set| set == hash),
            _ => true,
        }
    }

    fn shows(&self, unit: &str) -> bool {
        let units = self.units.as_ref();
        units.is_none_or(|units| units.iter().any(|shown| shown.as_str() == unit))
    }
}

pub(super) async fn read_shards(
    database: &IdbDatabase,
    keys: &[JsValue],
) -> Result<Found, Refusal> {
    let transaction = database
        .transaction_with_str(SHARDS)
        .map_err(|error| database::refusal(&error))?;
    let shards = store(&transaction, SHARDS)?;
    let mut found = Found::default();
    let texts = results(keys.iter().map(|key| shards.get(key))).await?;
    for (key, text) in keys.iter().zip(&texts) {
        // One that is gone has been written anew by another tab without what it held.
        if !text.is_undefined() {
            found.take_shard(key, text);
        }
    }
    Ok(found)
}

pub(super) async fn read(database: &IdbDatabase, wanted: &First) -> Result<Found, Refusal> {
    let names: Array = [SHARDS, RECORDS, ASIDE, META]
        .iter()
        .map(|n| JsValue::from_str(n))
        .collect();
    let transaction = database
        .transaction_with_str_sequence(&names)
        .map_err(|error| database::refusal(&error))?;
    let shards = store(&transaction, SHARDS)?;
    let records = store(&transaction, RECORDS)?;
    let base = JsValue::from_str(Address::BASE_SHARD);
    let asked = [
        shards.get_all_keys(),
        shards.get(&base),
        records.get_all_keys(),
        records.get_all(),
        store(&transaction, ASIDE)?.count(),
        store(&transaction, META)?.get(&DOCUMENT.into()),
    ];
    let [
        shard_keys,
        base_text,
        record_keys,
        record_texts,
        aside,
        document,
    ] = results(asked.into_iter())
        .await?
        .try_into()
        .map_err(|_| Refusal::Other)?;

    let mut found = Found {
        document: document.as_string().as_deref().and_then(DocumentId::parse),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a count
        aside: aside.as_f64().unwrap_or(0.0) as usize,
        ..Found::default()
    };
    if !base_text.is_undefined() {
        found.take_shard(&base, &base_text);
    }
    for (key, text) in Array::from(&record_keys)
        .iter()
        .zip(Array::from(&record_texts).iter())
    {
        let (facts, damaged) = facts_of(&text);
        found.damaged.extend(damaged);
        found.unfolded.extend(facts.iter().cloned());
        found.facts.extend(facts);
        found.records.push(key.unchecked_into());
    }
    let present = present(&found.facts, wanted);
    let (first, later): (Vec<JsValue>, Vec<JsValue>) = Array::from(&shard_keys)
        .iter()
        .filter(|key| *key != base)
        .partition(|key| {
            let key = key.as_string().unwrap_or_default();
            matches!(wanted, First::Whole) || present.needs(&key)
        });
    let texts = results(first.iter().map(|key| shards.get(key))).await?;
    for (key, text) in first.iter().zip(&texts) {
        found.take_shard(key, text);
    }
    found.later = later;
    Ok(found)
}

/// The round that is answered in by these facts, and what the first page shows of it.
fn present(facts: &[(Address, Fact)], wanted: &First) -> Present {
    let mut base = Document::new(DocumentId::from_random(0));
    for (address, fact) in facts {
        if matches!(
            address,
            Address::Round(..) | Address::RoundSet(..) | Address::Unit(_, UnitField::JoinedTo)
        ) {
            base.merge_fact(address.clone(), fact.clone());
        }
    }
    let round = current_round(&base);
    let sets = base.facts().filter_map(|(address, fact)| match address {
        Address::RoundSet(of, _) if Some(of) == round.as_ref() => Some(fact.versions()),
        _ => None,
    });
    let sets = sets.flatten().filter_map(|version| match &version.value {
        Value::Text(hash) => Some(hash.clone()),
        _ => None,
    });
    let sets = sets.collect();
    let units = match wanted {
        First::Unit(unit) => {
            let joined = base.joined_to(unit).cloned();
            Some(std::iter::once(unit.clone()).chain(joined).collect())
        }
        First::Whole | First::Round => None,
    };
    Present { round, sets, units }
}
