//! The second program in a worker. All but the call is plain JavaScript that is fetched at its first use
//! (`src/worker/ask.js`): starting the worker, keeping it, waiting for the answer.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::bindings::ask_worker;
use crate::exchange::{ArchiveRequest, WorkerError};

/// Has the worker write a round as one HTML file. `document` is the text of a file with at least the facts of that round.
///
/// # Errors
/// [`WorkerError`]; the document is as it was, and the next use starts the worker anew where it is gone.
pub async fn archive(document: &str, request: &ArchiveRequest) -> Result<String, WorkerError> {
    ask(&request.to_json(), &document.into()).await
}

/// Has the worker read the texts of the codes in a picture of grey points.
///
/// # Errors
/// [`WorkerError`]; the next use starts the worker anew where it is gone.
pub async fn codes(width: u32, height: u32, grey: &[u8]) -> Result<Vec<String>, WorkerError> {
    let request = format!(r#"{{"task":"codes","width":{width},"height":{height}}}"#);
    let texts = ask(&request, &Uint8Array::from(grey)).await?;
    let texts = texts.lines().filter(|text| !text.is_empty());
    Ok(texts.map(str::to_owned).collect())
}

async fn ask(request: &str, document: &JsValue) -> Result<String, WorkerError> {
    let answer = match ask_worker(request, document) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    answer
        .as_ref()
        .ok()
        .and_then(JsValue::as_string)
        .ok_or_else(|| {
            let reason = answer.err().and_then(|reason| reason.as_string());
            WorkerError::of(reason.as_deref().unwrap_or_default())
        })
}
