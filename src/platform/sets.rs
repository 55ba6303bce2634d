//! Question sets, fetched from where the app came from.

use std::collections::BTreeMap;

use js_sys::Promise;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom::window;
use crate::app::SetError;
use crate::domain::{Overlay, QuestionSet, SetId};
use crate::i18n::Language;

/// Which files hold the published sets; made with them.
#[derive(Deserialize)]
struct Index {
    sets: BTreeMap<SetId, Files>,
}

#[derive(Deserialize)]
struct Files {
    file: String,
    #[serde(default)]
    overlays: BTreeMap<String, String>,
}

/// Fetches a set, with the texts of `language` laid over where there are any.
///
/// # Errors
/// [`SetError`]; nothing that was entered is touched by it.
pub async fn fetch(id: &SetId, language: Language) -> Result<QuestionSet, SetError> {
    let index: Index = get("sets/index.json").await?;
    let files = index.sets.get(id).ok_or(SetError::Unreachable)?;
    let set: QuestionSet = get(&format!("sets/{}", files.file)).await?;
    match files.overlays.get(language.code()) {
        None => Ok(set),
        Some(file) => {
            let overlay: Overlay = get(&format!("sets/{file}")).await?;
            Ok(set.overlaid(&overlay))
        }
    }
}

async fn get<T: DeserializeOwned>(path: &str) -> Result<T, SetError> {
    let text = text(path).await.ok_or(SetError::Unreachable)?;
    serde_json::from_str(&text).map_err(|_| SetError::Damaged)
}

async fn text(path: &str) -> Option<String> {
    let request: Promise = window()?.fetch_with_str(path);
    let response: Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
