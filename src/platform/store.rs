//! The replicas of this browser: IndexedDB holds the document, the journal what is not confirmed yet.
//!
//! Loading is merging the replicas; saving is adding a record, which a later load folds into its shard. Tabs only add,
//! so none can overwrite what another wrote, and folding is one transaction, so a killed browser finds the document
//! before it or after it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction};

use super::bindings::Encoder;
use super::clock;
use super::database::{
    ASIDE, HISTORY, META, RECORDS, SHARDS, confirmation, confirmed, in_time, open, result, results,
    store, strict,
};
use super::journal::{Entry, Journal};
use crate::app::{Keeping, Loaded, Refusal, Rest, StorageTrouble};
use crate::domain::{
    Address, Document, DocumentId, Fact, RoundId, Value, WriterId, current_round, earlier,
};
use crate::exchange::{FactsRead, facts_from_json, facts_to_json};

/// The key of the document's id in the store of its own.
const DOCUMENT: &str = "document";
/// How many saves with what they replaced are kept; most replace one version.
const MOST_EARLIER: u32 = 2_000;

/// The stores of this browser.
pub struct Store {
    name: String,
    database: RefCell<Option<IdbDatabase>>,
    journal: Option<Journal>,
    /// The page is going away: a transaction begun now could be frozen with it and hold up the next page.
    leaving: Cell<bool>,
    /// Everything was erased: this page writes nothing more.
    erased: Cell<bool>,
    /// The keys of shards that the first page can do without, until they have been read too.
    later: RefCell<Vec<JsValue>>,
}

/// What one read of the database found.
#[derive(Default)]
struct Found {
    document: Option<DocumentId>,
    facts: Vec<(Address, Fact)>,
    records: Vec<JsValue>,
    unfolded: Vec<(Address, Fact)>,
    /// Shards (by key) and records whose text was damaged in part or whole.
    damaged_shards: Vec<String>,
    damaged: Vec<String>,
    aside: usize,
    /// What the journal replaces in the database.
    earlier: Vec<(Address, Fact)>,
    /// Shards of rounds that are over: not read yet.
    later: Vec<JsValue>,
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

impl Store {
    /// The stores of this installation, not opened yet.
    pub fn new(writer: WriterId) -> Rc<Self> {
        let name = super::installation();
        Rc::new(Self {
            journal: Journal::open(&name, writer),
            database: RefCell::new(None),
            leaving: Cell::new(false),
            erased: Cell::new(false),
            later: RefCell::new(Vec::new()),
            name,
        })
    }

    /// Opens the stores and merges what they hold; `known` is the document that the app has in hand already.
    pub async fn load(
        self: &Rc<Self>,
        known: Option<DocumentId>,
        lost: impl Fn(Refusal) + Clone + 'static,
    ) -> Loaded {
        self.close();
        self.leaving.set(false);
        let mut keeping = Keeping::Browser;
        let mut found = Found::default();
        // Who has the document in hand already has seen it whole.
        match self.open_and_read(known.is_some(), lost).await {
            Ok(read) => found = read,
            Err(why) if self.journal.is_some() => keeping = Keeping::Temporarily(why),
            Err(why) => keeping = Keeping::Memory(why),
        }
        let leftovers = self
            .journal
            .as_ref()
            .map(Journal::leftovers)
            .unwrap_or_default();
        let id = known
            .or_else(|| found.document.clone())
            .or_else(|| self.journal.as_ref()?.document())
            .unwrap_or_else(new_document);
        if let Some(journal) = &self.journal {
            journal.set_document(&id);
        }
        let mut document = Document::new(id.clone());
        let facts = std::mem::take(&mut found.facts);
        let all = facts.iter().chain(&leftovers.facts).map(|(a, _)| a);
        let marks = all
            .clone()
            .any(|address| matches!(address, Address::Purged(_)));
        let addresses: Vec<Address> = all.filter(|_| marks).cloned().collect();
        for (address, fact) in facts {
            document.merge_fact(address, fact);
        }
        for (address, fact) in &leftovers.facts {
            let before = document.fact(address).cloned().unwrap_or_default();
            document.merge_fact(address.clone(), fact.clone());
            let after = document.fact(address);
            let earlier = after.and_then(|after| earlier(address, &before, after));
            found
                .earlier
                .extend(earlier.map(|fact| (address.clone(), fact)));
        }
        // A record that was on its way while another tab removed something for good came after the rewriting.
        let stale = addresses.iter().any(|address| document.is_purged(address));
        let anew = stale.then(|| document.clone());
        let new = found.damaged.len() + leftovers.damaged.len();
        let set_aside = found.aside + new;
        if keeping == Keeping::Browser {
            let store = Rc::clone(self);
            super::spawn(async move {
                // What stands in the journal is taken over; it is removed there only when it is confirmed here.
                found.unfolded.extend(leftovers.facts.iter().cloned());
                found
                    .damaged
                    .extend(leftovers.damaged.iter().map(|entry| entry.text.clone()));
                if store.fold(&id, &found).await.is_ok() {
                    Journal::remove(&leftovers.entries);
                }
                if let Some(document) = anew {
                    // Where it is not confirmed, the next load tries again.
                    let _ = store.rewrite(document).await;
                }
            });
        }
        Loaded {
            document,
            keeping,
            set_aside,
            newly: new > 0,
            partly: !self.later.borrow().is_empty(),
        }
    }

    /// Reads what the first read left for later: the rounds that are over. Nothing where the stores have been closed since,
    /// or opened again and read whole.
    pub async fn read_rest(self: &Rc<Self>, id: DocumentId) -> Option<Result<Rest, Refusal>> {
        let database = self.database()?;
        let keys = self.later.take();
        if keys.is_empty() {
            return None;
        }
        let read = in_time(read_shards(&database, &keys)).await;
        Some(read.unwrap_or(Err(Refusal::Other)).map(|mut found| {
            let rest = Rest {
                facts: std::mem::take(&mut found.facts),
                set_aside: found.damaged.len(),
            };
            found.document = Some(id.clone());
            let store = Rc::clone(self);
            super::spawn(async move {
                // What could not be set aside is found again by the next load.
                let _ = store.fold(&id, &found).await;
            });
            rest
        }))
    }

    /// The database, as long as it is open.
    pub(super) fn database(&self) -> Option<IdbDatabase> {
        self.database.borrow().clone()
    }

    async fn open_and_read(
        &self,
        whole: bool,
        lost: impl Fn(Refusal) + Clone + 'static,
    ) -> Result<Found, StorageTrouble> {
        let database = open(&self.name, lost).await?;
        let mut found = in_time(read(&database, whole))
            .await
            .ok_or(StorageTrouble::NoAnswer)?
            .map_err(StorageTrouble::Lost)?;
        *self.later.borrow_mut() = std::mem::take(&mut found.later);
        *self.database.borrow_mut() = Some(database);
        Ok(found)
    }

    /// From now on only the journal is written, until the stores are read again.
    pub fn leave(&self) {
        self.leaving.set(self.journal.is_some());
    }

    /// Lets go of the database, so that the page can rest in the back-forward cache without holding others up.
    pub fn close(&self) {
        if let Some(database) = self.database.borrow_mut().take() {
            database.close();
        }
    }

    /// Keeps facts: in the journal before this returns, and in the database by the time the future is done. What they replaced
    /// comes into the database with them, or neither does.
    ///
    /// # Errors
    /// Why the durable store did not confirm; the journal keeps the facts then, if it could be written.
    pub fn save_now(
        self: &Rc<Self>,
        facts: &[(Address, Fact)],
        earlier: &[(Address, Fact)],
    ) -> impl Future<Output = Result<(), Refusal>> + use<> {
        let erased = self.erased.get();
        let journalled = match &self.journal {
            Some(journal) if !erased => journal.write(facts),
            _ => (Vec::new(), false),
        };
        // The transaction is begun here as well, so that a page that is going away has at least asked for it.
        let begun = if erased {
            Err(Refusal::Deleted)
        } else {
            self.begin_save(facts, earlier)
        };
        let store = Rc::clone(self);
        async move { store.finish_save(begun, journalled).await }
    }

    fn begin_save(
        &self,
        facts: &[(Address, Fact)],
        earlier: &[(Address, Fact)],
    ) -> Result<Option<js_sys::Promise>, Refusal> {
        let database = self.database.borrow().clone();
        let Some(database) = database.filter(|_| !self.leaving.get()) else {
            return Ok(None);
        };
        let transaction = strict(&database, &[RECORDS, HISTORY])?;
        let confirmation = confirmation(&transaction);
        let added = add(&transaction, RECORDS, facts).and(add(&transaction, HISTORY, earlier));
        match added {
            Ok(()) => Ok(Some(confirmation)),
            Err(why) => {
                // A transaction that has ended already knows why; what could not be added after that says only that it has.
                let ended = transaction.error();
                let _ = transaction.abort(); // what is half in must not be confirmed
                Err(ended.map_or(why, |error| super::database::refusal(&error)))
            }
        }
    }

    async fn finish_save(
        &self,
        begun: Result<Option<js_sys::Promise>, Refusal>,
        (entries, journalled): (Vec<Entry>, bool),
    ) -> Result<(), Refusal> {
        match begun? {
            Some(confirmation) => confirmed(confirmation).await?,
            None if journalled || self.journal.is_none() => return Ok(()),
            None => return Err(Refusal::Full),
        }
        Journal::remove(&entries);
        Ok(())
    }

    /// Makes another document's identity this installation's.
    pub async fn adopt(&self, id: &DocumentId) {
        if let Some(journal) = &self.journal {
            journal.set_document(id);
        }
        let database = self.database.borrow().clone();
        if let Some(database) = database
            && let Ok(transaction) = strict(&database, &[META])
            && let Ok(meta) = store(&transaction, META)
        {
            let _ = meta.put_with_key(
                &JsValue::from_str(id.as_str()),
                &JsValue::from_str(DOCUMENT),
            );
            // If it is not confirmed, the id in localStorage still says it.
            let _ = confirmed(confirmation(&transaction)).await;
        }
    }

    /// Folds records into their shards and sets damaged texts aside, in one transaction: all of it or nothing.
    async fn fold(&self, id: &DocumentId, found: &Found) -> Result<(), Refusal> {
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

    /// Erases everything that this installation keeps, what is kept beside the document first.
    pub(super) async fn erase(&self) -> Result<(), Refusal> {
        let database = self.database.borrow().clone();
        if let Some(database) = database {
            let transaction = strict(&database, &[META])?;
            let confirmation = confirmation(&transaction);
            let clear = store(&transaction, META)?.clear();
            clear.map_err(|error| super::database::refusal(&error))?;
            confirmed(confirmation).await?;
        }
        self.forget();
        in_time(super::database::delete(&self.name))
            .await
            .unwrap_or(Err(Refusal::Other))
    }

    /// Writes nothing more in this page, and removes the journal and the settings: everything is being erased.
    pub fn forget(&self) {
        self.erased.set(true);
        self.close();
        Journal::erase(&self.name);
    }

    /// Everything that was set aside, as one text.
    pub async fn set_aside(&self) -> String {
        let database = self.database.borrow().clone();
        let texts = match database {
            Some(database) => read_aside(&database).await.unwrap_or_default(),
            None => self
                .journal
                .as_ref()
                .map(|journal| {
                    journal
                        .leftovers()
                        .damaged
                        .into_iter()
                        .map(|e| e.text)
                        .collect()
                })
                .unwrap_or_default(),
        };
        serde_json::to_string_pretty(&texts).unwrap_or_default()
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
pub(super) fn add(
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
        Err(error) => Err(super::database::refusal(&error)),
    }
}

fn new_document() -> DocumentId {
    #[allow(clippy::cast_possible_truncation)] // half of the randomness is enough for an id
    DocumentId::from_random(clock::random() as u64)
}

async fn read_aside(database: &IdbDatabase) -> Result<Vec<String>, Refusal> {
    let transaction = database
        .transaction_with_str(ASIDE)
        .map_err(|error| super::database::refusal(&error))?;
    let texts = result(store(&transaction, ASIDE)?.get_all()).await?;
    Ok(Array::from(&texts)
        .iter()
        .map(|text| text_of(&text))
        .collect())
}

/// A value of a store as text; a foreign object as JSON, so that it can be set aside.
pub(super) fn text_of(value: &JsValue) -> String {
    if value.is_string() {
        return String::from_utf8(Encoder::new().encode(value)).unwrap_or_default();
    }
    js_sys::JSON::stringify(value).map_or_else(|_| String::from("?"), String::from)
}

/// The facts of a text of a store, and what is to be set aside of it: a fact whose characters could not all be read is kept
/// without them, and aside as it was.
fn facts_of(text: &JsValue) -> (Vec<(Address, Fact)>, Vec<String>) {
    let FactsRead {
        facts,
        mut damaged,
        mended,
    } = facts_from_json(&text_of(text));
    damaged.extend(mended);
    (facts, damaged)
}

/// Whether the page that is opened first needs a shard: all but answers and question sets of rounds that are over.
fn is_needed_first(key: &str, round: Option<&RoundId>, sets: &[String]) -> bool {
    match (key.strip_prefix("answer/"), key.strip_prefix("snapshot/")) {
        (Some(rest), _) => round.is_some_and(|round| {
            let unit = rest.strip_prefix(round.as_str());
            unit.is_some_and(|unit| unit.starts_with('/'))
        }),
        (_, Some(hash)) => sets.iter().any(|set| set == hash),
        _ => true,
    }
}

async fn read_shards(database: &IdbDatabase, keys: &[JsValue]) -> Result<Found, Refusal> {
    let transaction = database
        .transaction_with_str(SHARDS)
        .map_err(|error| super::database::refusal(&error))?;
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

async fn read(database: &IdbDatabase, whole: bool) -> Result<Found, Refusal> {
    let names: Array = [SHARDS, RECORDS, ASIDE, META]
        .iter()
        .map(|n| JsValue::from_str(n))
        .collect();
    let transaction = database
        .transaction_with_str_sequence(&names)
        .map_err(|error| super::database::refusal(&error))?;
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
    let (round, sets) = present_round(&found.facts);
    let (first, later): (Vec<JsValue>, Vec<JsValue>) = Array::from(&shard_keys)
        .iter()
        .filter(|key| *key != base)
        .partition(|key| {
            let key = key.as_string().unwrap_or_default();
            whole || is_needed_first(&key, round.as_ref(), &sets)
        });
    let texts = results(first.iter().map(|key| shards.get(key))).await?;
    for (key, text) in first.iter().zip(&texts) {
        found.take_shard(key, text);
    }
    found.later = later;
    Ok(found)
}

/// The round that is answered in by these facts, and the hashes of its question sets.
fn present_round(facts: &[(Address, Fact)]) -> (Option<RoundId>, Vec<String>) {
    let mut base = Document::new(DocumentId::from_random(0));
    for (address, fact) in facts {
        if matches!(address, Address::Round(..) | Address::RoundSet(..)) {
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
    (round, sets)
}
