//! What a fact can hold. Values of kinds that this version does not know are kept as they came.

use std::fmt::Write as _;

use super::json_text::{JsonText, compact, write_json_string};
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
    /// Something that a later version wrote, as JSON text: no number in it is read, and so none can change.
    Other(Box<str>),
}

const DONT_KNOW: &str = "dont-know";
const NOT_APPLICABLE: &str = "not-applicable";
const NOT_OUR_AREA: &str = "not-our-area";

impl Value {
    /// Writes the value as it stands in files and stores.
    pub fn write_json(&self, out: &mut String) {
        match self {
            Self::Answer(answer) => {
                let word = match answer.state {
                    // Writing to a string cannot fail.
                    State::Level(level) => {
                        let _ok = write!(out, "{{\"answer\":{level}");
                        ""
                    }
                    State::DontKnow => DONT_KNOW,
                    State::NotApplicable => NOT_APPLICABLE,
                    State::NotOurArea => NOT_OUR_AREA,
                };
                if !word.is_empty() {
                    let _ok = write!(out, "{{\"answer\":\"{word}\"");
                }
                let _ok = write!(out, ",\"meaning\":\"{}\"}}", answer.meaning);
            }
            Self::Text(text) => write_json_string(out, text),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => {
                let _ok = write!(out, "{number}");
            }
            Self::Seal(seal) => seal.write_json(out),
            Self::Other(json) => out.push_str(json),
        }
    }

    /// The value as it stands in files and stores.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write_json(&mut out);
        out
    }

    /// Reads one value of any kind; nothing where there is none, or one too deep to be kept.
    pub fn read_json(json: &mut JsonText) -> Option<Self> {
        let first = json.peek()?;
        let begin = json.place();
        let known = match first {
            b'"' => return json.string().map(|text| Self::Text(text.into_owned())),
            b'{' => answer(json).map(Self::Answer).or_else(|| {
                json.go(begin);
                Seal::read_json(json).map(Self::Seal)
            }),
            b'-' | b'0'..=b'9' => whole(json).map(Self::Number),
            _ => None,
        };
        if known.is_some() {
            return known;
        }
        json.go(begin);
        Some(match json.value()? {
            "true" => Self::Flag(true),
            "false" => Self::Flag(false),
            other => Self::Other(compact(other).into()),
        })
    }
}

/// A whole number that is written back as it was written.
fn whole(json: &mut JsonText) -> Option<i64> {
    let written = json.number()?;
    (written != "-0").then(|| written.parse().ok()).flatten()
}

/// An answer, if the object has nothing but what an answer has: an unknown field is a later version's and must survive.
fn answer(json: &mut JsonText) -> Option<Answer> {
    let (mut state, mut meaning) = (None, None);
    let mended = json.mended;
    json.object(&mut |key, json| match key {
        "answer" if state.is_none() => {
            state = Some(if json.peek()? == b'"' {
                match &*json.string()? {
                    DONT_KNOW => State::DontKnow,
                    NOT_APPLICABLE => State::NotApplicable,
                    NOT_OUR_AREA => State::NotOurArea,
                    _ => return None,
                }
            } else {
                State::Level(u8::try_from(whole(json)?).ok()?)
            });
            Some(())
        }
        "meaning" if meaning.is_none() => {
            meaning = Some(Meaning::parse(&json.string()?)?);
            Some(())
        }
        _ => None,
    })
    .or_else(|| {
        json.mended = mended; // what is no answer is kept as it is written
        None
    })?;
    Some(Answer {
        state: state?,
        meaning: meaning?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Value {
        let mut json = JsonText::new(text);
        let value = Value::read_json(&mut json).unwrap();
        assert_eq!(json.peek(), None, "{text}");
        assert!(!json.mended, "{text}");
        value
    }

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
            assert_eq!(read(&value.to_json()), value);
        }
        let usual = r#"{"answer":3,"meaning":"abc"}"#;
        assert_eq!(read(usual).to_json(), usual);
        let turned = read(r#" {"meaning" : "abc", "answ\u0065r": 3 }"#);
        assert_eq!(turned.to_json(), usual);
    }

    #[test]
    fn a_whole_number_reads_back_and_any_other_stays_as_it_came() {
        for text in ["75", "-1", "9223372036854775807", "0"] {
            let value = read(text);
            assert!(matches!(value, Value::Number(_)), "{text}");
            assert_eq!(value.to_json(), text);
        }
        for text in ["3.5", "9223372036854775808", "-0", "2.0", "1e2", "0.10"] {
            let value = read(text);
            assert!(matches!(value, Value::Other(_)), "{text}");
            assert_eq!(value.to_json(), text);
        }
    }

    #[test]
    fn a_later_versions_value_is_kept_whole() {
        for text in [
            r#"{"answer":3,"meaning":"abc","sure":0.50}"#,
            r#"{"answer":300,"meaning":"abc"}"#,
            r#"{"answer":-0,"meaning":"abc"}"#,
            r#"{"answer":3,"answer":3,"meaning":"abc"}"#,
            r#"{"answer":"perhaps","meaning":"abc"}"#,
            r#"{"answer":"\ud800","meaning":"abc"}"#,
            r#"{"seal":{},"done":1,"of":2.0}"#,
            r#"{"seal":{"q":"x"},"done":1,"of":2}"#,
            "{}",
            "[1,2]",
            "null",
        ] {
            let value = read(text);
            assert!(matches!(value, Value::Other(_)), "{text}");
            assert_eq!(value.to_json(), text);
        }
    }
}
