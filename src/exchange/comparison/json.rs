//! Reading members of JSON values; each reader gives nothing where something else stands there.

use serde_json::{Map, Value as Json};

use crate::domain::benchmark::AreaMeanings;
use crate::domain::{Meaning, QuestionId};

/// The longest text that is taken from elsewhere, in characters; a name or a source is never that long.
const LONGEST: usize = 2_000;

pub fn text<'a>(json: &'a Json, key: &str) -> Option<&'a str> {
    let text = json.get(key)?.as_str()?;
    (text.chars().count() <= LONGEST).then_some(text)
}

/// A text that says something.
pub fn said(json: &Json, key: &str) -> Option<String> {
    let text = text(json, key)?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

pub fn number(json: &Json, key: &str) -> Option<i64> {
    json.get(key)?.as_i64()
}

pub fn small<T: TryFrom<i64>>(json: &Json, key: &str) -> Option<T> {
    T::try_from(number(json, key)?).ok()
}

pub fn list<T>(json: &Json, key: &str, item: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    json.get(key)?.as_array()?.iter().map(item).collect()
}

/// Questions with their meanings, as an object.
pub fn meanings(json: &Json, key: &str) -> Option<AreaMeanings> {
    let questions = json.get(key)?.as_object()?;
    let questions: Option<Vec<_>> = questions
        .iter()
        .map(|(id, meaning)| Some((QuestionId::parse(id)?, Meaning::parse(meaning.as_str()?)?)))
        .collect();
    questions
        .filter(|list| !list.is_empty())
        .map(AreaMeanings::new)
}

pub fn of_meanings(meanings: &AreaMeanings) -> Json {
    let all = meanings.iter();
    let all = all.map(|(id, meaning)| (id.to_string(), Json::from(meaning.as_str())));
    Json::Object(all.collect::<Map<_, _>>())
}
