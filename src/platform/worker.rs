//! The second program in a worker: started at its first use, kept, and asked by messages.

use std::cell::{Cell, RefCell};

use js_sys::{Object, Promise, Reflect};
use serde_json::Value as Json;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use super::clock::Timer;
use super::dom::Listener;
use super::sets::try_text;
use crate::exchange::{ArchiveRequest, WorkerError};

/// So long is waited for an answer, in milliseconds.
const PATIENCE: i32 = 60_000;

thread_local! {
    static RUNNING: RefCell<Option<Worker>> = const { RefCell::new(None) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Has the worker write a round as one HTML file. `document` is the text of a file with at least the facts of that round.
///
/// # Errors
/// [`WorkerError`]; the document is as it was, and the next use starts the worker anew where it is gone.
pub async fn archive(document: &str, request: &ArchiveRequest) -> Result<String, WorkerError> {
    let worker = running().await?;
    let id = LAST.get() + 1;
    LAST.set(id);
    let options = &request.options;
    #[allow(clippy::cast_precision_loss)] // milliseconds since 1970 fit 53 bits
    let at = request.at.0 as f64;
    let message = Object::new();
    for (key, value) in [
        ("id", id.into()),
        ("task", "archive".into()),
        ("document", document.into()),
        ("round", request.round.as_str().into()),
        ("status", options.status.word().into()),
        ("names", options.names.word().into()),
        ("texts", options.texts.word().into()),
        ("language", request.language.code().into()),
        ("at", at.into()),
        ("offset", request.offset.into()),
    ] {
        // A new object takes every key.
        let _ = Reflect::set(&message, &key.into(), &value);
    }
    let answer = ask(&worker, id, &message).await;
    if matches!(answer, Err(WorkerError::Stopped | WorkerError::TooSlow)) {
        worker.terminate();
        RUNNING.take();
    }
    answer
}

/// The worker, started if it is not running.
async fn running() -> Result<Worker, WorkerError> {
    if let Some(worker) = RUNNING.with_borrow(Clone::clone) {
        return Ok(worker);
    }
    let start = async {
        let index: Json = serde_json::from_str(&try_text("worker/index.json").await?).ok()?;
        let name = index.get("worker")?.as_str()?;
        Worker::new(&format!("worker/{name}")).ok()
    };
    let worker = start.await.ok_or(WorkerError::NotStarted)?;
    RUNNING.set(Some(worker.clone()));
    Ok(worker)
}

/// Sends a message and waits for the answer with its id.
async fn ask(worker: &Worker, id: u32, message: &Object) -> Result<String, WorkerError> {
    let mut waiting = None;
    let answer = Promise::new(&mut |resolve, _| {
        let give = move |value: &JsValue| {
            let _ = resolve.call1(&JsValue::NULL, value); // a resolver takes everything
        };
        let (stopped, late) = (give.clone(), give.clone());
        let target = || worker.clone().into();
        waiting = Some((
            Listener::new(target(), "message", move |event| {
                let data = event.unchecked_into::<MessageEvent>().data();
                if field(&data, "id").as_f64() == Some(id.into()) {
                    give(&data);
                }
            }),
            Listener::new(target(), "error", move |_| stopped(&JsValue::UNDEFINED)),
            Timer::after(PATIENCE, move || late(&JsValue::NULL)),
        ));
    });
    worker
        .post_message(message)
        .map_err(|_| WorkerError::Refused)?;
    let answer = JsFuture::from(answer).await;
    drop(waiting);
    let answer = answer.unwrap_or(JsValue::UNDEFINED);
    if answer.is_null() {
        return Err(WorkerError::TooSlow);
    }
    let told = |key| field(&answer, key).as_string();
    match (told("html"), told("error").as_deref()) {
        (Some(html), _) => Ok(html),
        (None, Some("start")) => Err(WorkerError::NotStarted),
        (None, Some(_)) => Err(WorkerError::Refused),
        (None, None) => Err(WorkerError::Stopped),
    }
}

/// A field of an answer; undefined where there is no answer.
fn field(answer: &JsValue, key: &str) -> JsValue {
    Reflect::get(answer, &key.into()).unwrap_or(JsValue::UNDEFINED)
}
