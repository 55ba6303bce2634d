//! The replicas of this browser: IndexedDB holds the document, the journal what is not confirmed yet.
//!
//! Loading is merging the replicas; saving is adding a record, which a later load folds into its shard. Tabs only add,
//! so none can overwrite what another wrote, and folding is one transaction, so a killed browser finds the document
//! before it or after it.

mod folding;
mod reading;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

use crate::app::{Keeping, Loaded, Refusal, Rest, StorageTrouble};
use crate::domain::{Address, Document, DocumentId, Fact, UnitId, WriterId, earlier};
use crate::platform::clock;
use crate::platform::database::{
    HISTORY, META, RECORDS, confirmation, confirmed, in_time, open, store, strict,
};
use crate::platform::journal::{Entry, Journal};
use reading::{First, Found, read, read_aside, read_shards};

pub(super) use folding::add;
pub(super) use reading::text_of;

/// The key of the document's id in the store of its own.
const DOCUMENT: &str = "document";

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

impl Store {
    /// The stores of this installation, not opened yet.
    pub fn new(writer: WriterId) -> Rc<Self> {
        let name = crate::platform::installation();
        Rc::new(Self {
            journal: Journal::open(&name, writer),
            database: RefCell::new(None),
            leaving: Cell::new(false),
            erased: Cell::new(false),
            later: RefCell::new(Vec::new()),
            name,
        })
    }

    /// Opens the stores and merges what they hold; `known` is the document that the app has in hand already, `unit` the only
    /// one whose answers the page shows.
    pub async fn load(
        self: &Rc<Self>,
        known: Option<DocumentId>,
        unit: Option<UnitId>,
        lost: impl Fn(Refusal) + Clone + 'static,
    ) -> Loaded {
        self.close();
        self.leaving.set(false);
        let mut keeping = Keeping::Browser;
        let mut found = Found::default();
        let first = match unit {
            _ if known.is_some() => First::Whole,
            Some(unit) => First::Unit(unit),
            None => First::Round,
        };
        match self.open_and_read(&first, lost).await {
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
            crate::platform::spawn(async move {
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

    /// Reads what the first read left for later. Nothing where the stores have been closed since,
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
            crate::platform::spawn(async move {
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
        first: &First,
        lost: impl Fn(Refusal) + Clone + 'static,
    ) -> Result<Found, StorageTrouble> {
        let database = open(&self.name, lost).await?;
        let mut found = in_time(read(&database, first))
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
                Err(ended.map_or(why, |error| crate::platform::database::refusal(&error)))
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

    /// Erases everything that this installation keeps, what is kept beside the document first.
    pub(super) async fn erase(&self) -> Result<(), Refusal> {
        let database = self.database.borrow().clone();
        if let Some(database) = database {
            let transaction = strict(&database, &[META])?;
            let confirmation = confirmation(&transaction);
            let clear = store(&transaction, META)?.clear();
            clear.map_err(|error| crate::platform::database::refusal(&error))?;
            confirmed(confirmation).await?;
        }
        self.forget();
        in_time(crate::platform::database::delete(&self.name))
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

fn new_document() -> DocumentId {
    #[allow(clippy::cast_possible_truncation)] // half of the randomness is enough for an id
    DocumentId::from_random(clock::random() as u64)
}
