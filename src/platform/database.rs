//! IndexedDB: opening, strict transactions, and requests as futures.

use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbRequest, IdbTransaction};

use super::bindings::DatabaseWithOptions;
use super::clock::sleep;
use super::page::window;
use crate::app::{Refusal, StorageTrouble};

/// The layout of the stores below; a browser that holds a higher one belongs to a later app.
const VERSION: u32 = 2;
/// How long opening may take before the app goes on without, in milliseconds.
const PATIENCE: i32 = 15_000;

/// Facts as JSON text, one shard per round × unit.
pub(super) const SHARDS: &str = "shards";
/// Facts as JSON text, not yet folded into shards.
pub(super) const RECORDS: &str = "records";
/// Damaged or foreign texts, kept.
pub(super) const ASIDE: &str = "aside";
/// The document's id.
pub(super) const META: &str = "meta";
/// *Tidigare svar*: replaced versions as facts in JSON text, one text per save; since layout 2.
pub(super) const HISTORY: &str = "history";

type Slot = Rc<RefCell<Option<StorageTrouble>>>;

/// Opens the database, creating the stores that are not there yet.
pub(super) async fn open(
    name: &str,
    lost: impl Fn(Refusal) + Clone + 'static,
) -> Result<IdbDatabase, StorageTrouble> {
    let factory = window()
        .and_then(|window| window.indexed_db().ok().flatten())
        .ok_or(StorageTrouble::Blocked)?;
    let request = factory
        .open_with_u32(name, VERSION)
        .map_err(|_| StorageTrouble::Blocked)?;
    let held: Slot = Slot::default();
    let blocked = Closure::<dyn FnMut()>::new({
        let held = Rc::clone(&held);
        move || *held.borrow_mut() = Some(StorageTrouble::HeldByOtherTab)
    });
    let upgrade = Closure::<dyn FnMut()>::new({
        let request = request.clone();
        move || create_stores(&request)
    });
    request.set_onblocked(Some(blocked.as_ref().unchecked_ref()));
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let in_time = Array::of2(&settled(request.as_ref()), &sleep(PATIENCE));
    let outcome = JsFuture::from(Promise::race(&in_time)).await;
    request.set_onblocked(None);
    match outcome {
        Ok(value) => {
            let Ok(database) = value.dyn_into::<IdbDatabase>() else {
                // Late: whatever comes of it must not hold other tabs up.
                return Err(held.take().unwrap_or(StorageTrouble::NoAnswer));
            };
            watch(&database, lost);
            Ok(database)
        }
        Err(error) => Err(match refusal(&error) {
            Refusal::NewerApp => StorageTrouble::Lost(Refusal::NewerApp),
            Refusal::Full => StorageTrouble::Lost(Refusal::Full),
            Refusal::Deleted | Refusal::Other => StorageTrouble::Blocked,
        }),
    }
}

fn create_stores(request: &web_sys::IdbOpenDbRequest) {
    let Some(database) = request
        .result()
        .ok()
        .and_then(|r| r.dyn_into::<IdbDatabase>().ok())
    else {
        return;
    };
    let numbered = IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    // One of an earlier layout says no and stays as it is. Where there is no room, the upgrade fails, and with it the opening.
    for plain in [SHARDS, META] {
        let _ = database.create_object_store(plain);
    }
    for counted in [RECORDS, ASIDE, HISTORY] {
        let _ = database.create_object_store_with_optional_parameters(counted, &numbered);
    }
}

/// Lets go of the database when a later version wants it, and tells when the browser takes it away.
fn watch(database: &IdbDatabase, lost: impl Fn(Refusal) + Clone + 'static) {
    let version_change = Closure::<dyn FnMut(JsValue)>::new({
        let database = database.clone();
        let lost = lost.clone();
        move |event: JsValue| {
            database.close();
            let deleted = Reflect::get(&event, &"newVersion".into()).is_ok_and(|v| v.is_null());
            lost(if deleted {
                Refusal::Deleted
            } else {
                Refusal::NewerApp
            });
        }
    });
    database.set_onversionchange(Some(version_change.as_ref().unchecked_ref()));
    version_change.forget(); // lives as long as the page
    let closed = Closure::<dyn FnMut()>::new(move || lost(Refusal::Deleted));
    database.set_onclose(Some(closed.as_ref().unchecked_ref()));
    closed.forget();
}

/// What a future gives, or nothing where it takes longer than the app can wait.
pub(super) async fn in_time<T>(work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut patience = pin!(JsFuture::from(sleep(PATIENCE)));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => patience.as_mut().poll(context).map(|_| None),
    })
    .await
}

/// Deletes a database. Other tabs let go of it when they are told (`watch`).
pub(super) async fn delete(name: &str) -> Result<(), Refusal> {
    let factory = window().and_then(|window| window.indexed_db().ok().flatten());
    let Some(factory) = factory else {
        return Ok(()); // none was ever kept
    };
    let request = factory.delete_database(name).map(JsCast::unchecked_into);
    result(request).await.map(|_| ())
}

/// A transaction that is confirmed only when it is on the disk.
pub(super) fn strict(database: &IdbDatabase, stores: &[&str]) -> Result<IdbTransaction, Refusal> {
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    // An own object takes a property.
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    database
        .unchecked_ref::<DatabaseWithOptions>()
        .transaction_with_options(&names, "readwrite", &options)
        .map_err(|error| refusal(&error))
}

/// A store of a transaction.
pub(super) fn store(transaction: &IdbTransaction, name: &str) -> Result<IdbObjectStore, Refusal> {
    transaction
        .object_store(name)
        .map_err(|error| refusal(&error))
}

/// The outcome of a request as a promise.
fn settled(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let done = {
            let request = request.clone();
            Closure::once_into_js(move || {
                let result = request.result().unwrap_or(JsValue::UNDEFINED);
                let _ = resolve.call1(&JsValue::NULL, &result);
                request.set_onerror(None);
            })
        };
        request.set_onsuccess(Some(done.unchecked_ref()));
        let failed = {
            let request = request.clone();
            Closure::once_into_js(move || {
                let error = request
                    .error()
                    .ok()
                    .flatten()
                    .map_or(JsValue::NULL, JsValue::from);
                let _ = reject.call1(&JsValue::NULL, &error);
                request.set_onsuccess(None);
            })
        };
        request.set_onerror(Some(failed.unchecked_ref()));
    })
}

/// The result of a request.
pub(super) async fn result(request: Result<IdbRequest, JsValue>) -> Result<JsValue, Refusal> {
    let request = request.map_err(|error| refusal(&error))?;
    JsFuture::from(settled(&request))
        .await
        .map_err(|error| refusal(&error))
}

/// The results of requests that are made together.
pub(super) async fn results(
    requests: impl Iterator<Item = Result<IdbRequest, JsValue>>,
) -> Result<Vec<JsValue>, Refusal> {
    let all = Array::new();
    for request in requests {
        let request = request.map_err(|error| refusal(&error))?;
        all.push(&settled(&request));
    }
    let results = JsFuture::from(Promise::all(&all)).await;
    let results = results.map_err(|error| refusal(&error))?;
    Ok(Array::from(&results).to_vec())
}

/// The outcome of a transaction, to be asked for before anything is put into it.
pub(super) fn confirmation(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
        transaction.set_oncomplete(Some(done.unchecked_ref()));
        let failed = {
            let transaction = transaction.clone();
            Closure::once_into_js(move || {
                let error = transaction.error().map_or(JsValue::NULL, JsValue::from);
                let _ = reject.call1(&JsValue::NULL, &error);
            })
        };
        transaction.set_onabort(Some(failed.unchecked_ref()));
    })
}

/// Waits until a transaction is confirmed, or says why it was not.
pub(super) async fn confirmed(confirmation: Promise) -> Result<(), Refusal> {
    JsFuture::from(confirmation)
        .await
        .map(|_| ())
        .map_err(|error| refusal(&error))
}

/// What an error of the database means.
pub(super) fn refusal(error: &JsValue) -> Refusal {
    let name = Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" => Refusal::Full,
        "VersionError" => Refusal::NewerApp,
        "InvalidStateError" | "NotFoundError" | "UnknownError" => Refusal::Deleted,
        _ => Refusal::Other,
    }
}
