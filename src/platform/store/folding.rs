//! Writing shards anew: records are folded into them, and what was removed for good goes out of every store.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbObjectStore, IdbTransaction};

use super::reading::{Found, text_of};
use super::{DOCUMENT, Store};
use crate::app::Refusal;
use crate::domain::{Address, Document, DocumentId, Fact};
use crate::exchange::{FactsRead, facts_from_json, facts_to_json};
use crate::platform::database::{
    self, ASIDE, HISTORY, META, RECORDS, SHARDS, confirmation, confirmed, result, store, strict,
};

/// How many saves with what they replaced are kept; most replace one version.
const MOST_EARLIER: u32 = 2_000;

impl Store {
    /// Folds records into their shards and sets damaged texts aside, in one transaction: all of it or nothing.
    pub(super) async fn fold(&self, id: &DocumentId, found: &Found) -> Result<(), Refusal> {
        let nothing_new = found.document.as_ref() == Some(id);
        if nothing_new
            && found.records.is_empty()
            && found.unfolded.is_empty()
            && found.damaged.is_empty()
        {
            return Ok(());
        }
        let database = self.database.borrow().clone().ok_or(Refusal::Deleted)?;
        let transaction = strict(&database, &[SHARDS, RECORDS, ASIDE, META, HISTORY])?;
        let confirmation = confirmation(&transaction);
        let shards = store(&transaction, SHARDS)?;
        let records = store(&transaction, RECORDS)?;
        let aside = store(&transaction, ASIDE)?;
        let meta = store(&transaction, META)?;
        result(meta.put_with_key(&id.as_str().into(), &DOCUMENT.into())).await?;
        add(&transaction, HISTORY, &found.earlier)?;
        drop_oldest(&store(&transaction, HISTORY)?).await?;
        for text in &found.damaged {
            result(aside.add(&JsValue::from_str(text))).await?;
        }
        // A damaged shard is written again too, without what is now set aside.
        let mut by_shard: Vec<(String, Document)> = found
            .damaged_shards
            .iter()
            .map(|shard| (shard.clone(), Document::new(id.clone())))
            .collect();
        for (address, fact) in &found.unfolded {
            let shard = address.shard();
            let place = by_shard.iter().position(|(other, _)| *other == shard);
            let place = place.unwrap_or_else(|| {
                by_shard.push((shard, Document::new(id.clone())));
                by_shard.len() - 1
            });
            if let Some((_, document)) = by_shard.get_mut(place) {
                document.merge_fact(address.clone(), fact.clone());
            }
        }
        for (shard, mut merged) in by_shard {
            let key = JsValue::from_str(&shard);
            let present = result(shards.get(&key)).await?;
            let FactsRead { facts: kept, .. } = present
                .as_string()
                .map_or_else(FactsRead::default, |text| facts_from_json(&text));
            for (address, fact) in kept {
                merged.merge_fact(address, fact);
            }
            let text = facts_to_json(merged.facts());
            result(shards.put_with_key(&JsValue::from_str(&text), &key)).await?;
        }
        for key in &found.records {
            result(records.delete(key)).await?;
        }
        confirmed(confirmation).await
    }

    /// Writes the stores anew by the marks of this document: what was removed for good goes out of them, out of the journal and
    /// out of what was set aside too. What another tab has added since stays, as it is read in the same transaction.
    ///
    /// # Errors
    /// Why it was not confirmed; the stores are as they were then.
    pub async fn rewrite(&self, mut document: Document) -> Result<(), Refusal> {
        if let Some(journal) = &self.journal {
            journal.forget(|address| document.is_purged(address));
        }
        let Some(database) = self.database.borrow().clone() else {
            return Ok(());
        };
        let transaction = strict(&database, &[SHARDS, RECORDS, ASIDE, HISTORY])?;
        let confirmation = confirmation(&transaction);
        let shards = store(&transaction, SHARDS)?;
        let records = store(&transaction, RECORDS)?;
        let aside = store(&transaction, ASIDE)?;
        for texts in [&shards, &records] {
            for text in Array::from(&result(texts.get_all()).await?) {
                let FactsRead {
                    facts,
                    damaged,
                    mended,
                } = facts_from_json(&text_of(&text));
                for (address, fact) in facts {
                    document.merge_fact(address, fact);
                }
                for text in damaged.into_iter().chain(mended) {
                    result(aside.add(&JsValue::from_str(&text))).await?;
                }
            }
            result(texts.clear()).await?;
        }
        // What could not be read cannot be told apart: a text that names what was removed goes whole.
        let keys = Array::from(&result(aside.get_all_keys()).await?);
        let texts = Array::from(&result(aside.get_all()).await?);
        for (key, text) in keys.iter().zip(texts.iter()) {
            let text = text_of(&text);
            if document.purged().any(|purged| purged.is_named_in(&text)) {
                result(aside.delete(&key)).await?;
            }
        }
        let history = store(&transaction, HISTORY)?;
        let texts = Array::from(&result(history.get_all()).await?);
        result(history.clear()).await?;
        for text in texts {
            let mut facts = facts_from_json(&text_of(&text)).facts;
            facts.retain(|(address, _)| !document.is_purged(address));
            add(&transaction, HISTORY, &facts)?;
        }
        let mut by_shard: Vec<(String, Vec<(&Address, &Fact)>)> = Vec::new();
        for (address, fact) in document.facts() {
            let shard = address.shard();
            match by_shard.iter_mut().find(|(other, _)| *other == shard) {
                Some((_, facts)) => facts.push((address, fact)),
                None => by_shard.push((shard, vec![(address, fact)])),
            }
        }
        for (shard, facts) in by_shard {
            let text = facts_to_json(facts);
            result(shards.put_with_key(&JsValue::from_str(&text), &JsValue::from_str(&shard)))
                .await?;
        }
        confirmed(confirmation).await
    }
}

/// Drops the oldest of the earlier answers where there are too many.
async fn drop_oldest(history: &IdbObjectStore) -> Result<(), Refusal> {
    let keys = Array::from(&result(history.get_all_keys()).await?);
    for key in keys.slice(0, keys.length().saturating_sub(MOST_EARLIER)) {
        result(history.delete(&key)).await?;
    }
    Ok(())
}

/// Adds facts to a store as one text, where there are any.
pub(in crate::platform) fn add(
    transaction: &IdbTransaction,
    name: &str,
    facts: &[(Address, Fact)],
) -> Result<(), Refusal> {
    if facts.is_empty() {
        return Ok(());
    }
    let text = facts_to_json(facts.iter().map(|(address, fact)| (address, fact)));
    match store(transaction, name)?.add(&JsValue::from_str(&text)) {
        Ok(_) => Ok(()),
        Err(error) => Err(database::refusal(&error)),
    }
}
