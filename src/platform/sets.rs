//! Question sets, fetched from where the app came from.

use js_sys::Promise;
use serde_json::Value as Json;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::page::window;
use crate::app::{PublishedSet, SetError};
use crate::domain::SetId;
use crate::exchange::question_set_from_json;
use crate::i18n::Language;

/// Fetches a set as it was published, and as it is shown in `language` where it has been translated.
///
/// # Errors
/// [`SetError`]; nothing that was entered is touched by it.
pub async fn fetch(id: &SetId, language: Language) -> Result<PublishedSet, SetError> {
    let index = index().await?;
    let files = index.get("sets").and_then(|sets| sets.get(id.as_str()));
    let file = |name: &str| {
        files?
            .get(name)?
            .as_str()
            .map(|file| format!("sets/{file}"))
    };
    let source = text(&file("source").ok_or(SetError::Unreachable)?).await?;
    let shown = match file(language.code()) {
        Some(translation) => text(&translation).await?,
        None => source.clone(),
    };
    let set = question_set_from_json(&shown).ok_or(SetError::Damaged)?;
    Ok(PublishedSet { set, source })
}

/// What there is to fetch, by name.
async fn index() -> Result<Json, SetError> {
    serde_json::from_str(&text("sets/index.json").await?).map_err(|_| SetError::Damaged)
}

/// The text of the file that the index names at a place; nothing where it cannot be had.
pub(super) async fn named(place: impl FnOnce(&Json) -> Option<&Json>) -> Option<String> {
    let index = index().await.ok()?;
    let file = place(&index)?.as_str()?;
    text(&format!("sets/{file}")).await.ok()
}

/// The page *Om Mognad* in a language, as it is published.
pub async fn fetch_about(language: Language) -> Option<String> {
    named(|index| index.get("about")?.get(language.code())).await
}

async fn text(path: &str) -> Result<String, SetError> {
    try_text(path).await.ok_or(SetError::Unreachable)
}

async fn try_text(path: &str) -> Option<String> {
    let request: Promise = window()?.fetch_with_str(path);
    let response: Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()
}
