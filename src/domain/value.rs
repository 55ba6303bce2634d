//! What a fact can hold. Values of kinds that this version does not know are kept as they came.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::{Meaning, Seal};

/// What was answered to a question. *Obesvarad* is the absence of an answer, not a state of one (DOMAIN.md §3.2 rule 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// A level of the set's scale, from 1.
    Level(u8),
    /// *Vet ej*: relevant, but not known.
    DontKnow,
    /// *Ej relevant* for this unit; the reason is the rationale.
    NotApplicable,
    /// *Inte vårt område*: not applicable because another unit owns the area; that is the reason.
    NotOurArea,
}

/// An answer and what the question meant when it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was answered.
    pub state: State,
    /// The question's meaning at that time.
    pub meaning: Meaning,
}

/// The content of a version.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// An answer to a question.
    Answer(Answer),
    /// A name, a reason, a word, an order key.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A whole number, such as a target in tenths. (Printing and reading fractions would bring their tables into the first load.)
    Number(i64),
    /// What stood at a point in time: a receipt, or the lock of a round.
    Seal(Seal),
    /// Something that a later version wrote, kept as it came.
    Other(Json),
}

const DONT_KNOW: &str = "dont-know";
const NOT_APPLICABLE: &str = "not-applicable";
const NOT_OUR_AREA: &str = "not-our-area";

impl Value {
    /// The value as it is written in files and stores.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Answer(answer) => {
                let state = match answer.state {
                    State::Level(level) => json!(level),
                    State::DontKnow => json!(DONT_KNOW),
                    State::NotApplicable => json!(NOT_APPLICABLE),
                    State::NotOurArea => json!(NOT_OUR_AREA),
                };
                json!({"answer": state, "meaning": answer.meaning.as_str()})
            }
            Self::Text(text) => Json::String(text.clone()),
            Self::Flag(flag) => Json::Bool(*flag),
            Self::Number(number) => json!(number),
            Self::Seal(seal) => seal.to_json(),
            Self::Other(json) => json.clone(),
        }
    }

    /// Reads what [`Self::to_json`] writes; anything else is kept opaque.
    pub fn from_json(json: Json) -> Self {
        match json {
            Json::String(text) => Self::Text(text),
            Json::Bool(flag) => Self::Flag(flag),
            Json::Number(number) => match number.as_i64() {
                Some(whole) => Self::Number(whole),
                None => Self::Other(Json::Number(number)),
            },
            other => match answer_from_json(&other) {
                Some(answer) => Self::Answer(answer),
                None => match Seal::from_json(&other) {
                    Some(seal) => Self::Seal(seal),
                    None => Self::Other(other),
                },
            },
        }
    }
}

/// An answer, if the object has nothing but what an answer has: an unknown field is a later version's and must survive.
fn answer_from_json(json: &Json) -> Option<Answer> {
    let object = json.as_object().filter(|object| object.len() == 2)?;
    let meaning = Meaning::parse(object.get("meaning")?.as_str()?)?;
    let state = match object.get("answer")? {
        Json::Number(level) => State::Level(u8::try_from(level.as_u64()?).ok()?),
        Json::String(word) => match word.as_str() {
            DONT_KNOW => State::DontKnow,
            NOT_APPLICABLE => State::NotApplicable,
            NOT_OUR_AREA => State::NotOurArea,
            _ => return None,
        },
        _ => return None,
    };
    Some(Answer { state, meaning })
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Answer(_) | Self::Seal(_) | Self::Other(_) => {
                self.to_json().serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(Self::from_json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_reads_back_as_it_was_written() {
        let meaning = Meaning::parse("abc").unwrap();
        for state in [
            State::Level(3),
            State::DontKnow,
            State::NotApplicable,
            State::NotOurArea,
        ] {
            let value = Value::Answer(Answer {
                state,
                meaning: meaning.clone(),
            });
            assert_eq!(Value::from_json(value.to_json()), value);
        }
    }

    #[test]
    fn a_whole_number_reads_back_and_any_other_stays_as_it_came() {
        for text in ["75", "-1", "9223372036854775807"] {
            let value = Value::from_json(serde_json::from_str(text).unwrap());
            assert!(matches!(value, Value::Number(_)), "{text}");
            assert_eq!(value.to_json().to_string(), text);
        }
        for text in ["3.5", "9223372036854775808"] {
            let json: Json = serde_json::from_str(text).unwrap();
            let value = Value::from_json(json.clone());
            assert!(matches!(value, Value::Other(_)), "{text}");
            assert_eq!(value.to_json(), json);
        }
    }

    #[test]
    fn a_later_versions_value_is_kept_whole() {
        for text in [
            r#"{"answer":3,"meaning":"abc","sure":0.5}"#,
            r#"{"answer":300,"meaning":"abc"}"#,
            r#"{"answer":"perhaps","meaning":"abc"}"#,
            "[1,2]",
            "null",
        ] {
            let json: Json = serde_json::from_str(text).unwrap();
            let value = Value::from_json(json.clone());
            assert!(matches!(value, Value::Other(_)), "{text}");
            assert_eq!(value.to_json(), json);
        }
    }
}
