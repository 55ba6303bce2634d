//! Identifiers and points in time, each its own type, so that a unit cannot be taken for a question.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest identifier that is accepted, in characters; longer ones are foreign and kept opaque.
const LONGEST: usize = 64;

fn is_identifier(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// 1–64 characters of `a–z`, `0–9` and `-`.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Accepts `text` as an identifier, or nothing where it has other characters or is too long.
            pub fn parse(text: &str) -> Option<Self> {
                is_identifier(text).then(|| Self(Arc::from(text)))
            }

            /// The identifier as it is written in addresses and files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not an identifier"))
            }
        }
    )*};
}

identifiers! {
    /// One municipality's document; files of another document are compared with, never merged.
    DocumentId;
    /// A round (*omgång*) of assessment.
    RoundId;
    /// A unit that answers: a *förvaltning*, or the municipality itself.
    UnitId;
    /// A person's random token, behind which only a role is known.
    PersonId;
    /// A question set (*frågeuppsättning*), the same over its versions.
    SetId;
    /// An area (*område*) of a set.
    AreaId;
    /// A question, permanent and independent of the set that it stands in.
    QuestionId;
    /// What a question meant when it was answered: a hash of its text and levels in the source language.
    Meaning;
    /// Something to compare with: a comparison value, an assessment from outside, a file that was shared.
    ComparisonId;
    /// The hash of a question set's content, under which a round keeps it.
    ContentHash;
}

impl UnitId {
    /// The municipality itself, which answers the questions with scope K.
    pub fn municipality() -> Self {
        Self(Arc::from("kommunen"))
    }
}

impl SetId {
    /// The sets that are published with the app, in the order in which they are offered.
    pub fn published() -> [Self; 2] {
        [Self::it_mognad(), Self::e_forvaltning()]
    }

    /// Whether the set is published with the app.
    pub fn is_published(&self) -> bool {
        Self::published().contains(self)
    }

    /// IT-mognad, which pages without a set in their address mean at first.
    pub fn it_mognad() -> Self {
        Self(Arc::from("it-mognad"))
    }

    /// Självvärdering e-förvaltning, the set that is shown as a flower box.
    pub fn e_forvaltning() -> Self {
        Self(Arc::from("e-forvaltning"))
    }
}

macro_rules! shared_ids {
    ($($name:ident)*) => {$(
        impl $name {
            /// The identifier `known` itself where it is the same text, so that thousands of facts hold it once.
            pub(super) fn parse_or_share(text: &str, known: Option<&Self>) -> Option<Self> {
                match known {
                    Some(known) if known.as_str() == text => Some(known.clone()),
                    _ => Self::parse(text),
                }
            }
        }
    )*};
}

shared_ids! { RoundId UnitId }

macro_rules! first_ids {
    ($($name:ident)*) => {$(
        impl $name {
            /// The identifier that sorts before every other, where a walk over addresses begins.
            pub(crate) fn first() -> Self {
                Self(Arc::from("-"))
            }
        }
    )*};
}

first_ids! { RoundId UnitId PersonId QuestionId SetId ComparisonId }

macro_rules! random_ids {
    ($($name:ident, $prefix:literal;)*) => {$(
        impl $name {
            /// A new identifier out of 64 random bits that the caller brings.
            pub fn from_random(bits: u64) -> Self {
                Self(Arc::from(format!(concat!($prefix, "-{:016x}"), bits).as_str()))
            }
        }
    )*};
}

random_ids! {
    DocumentId, "d";
    RoundId, "r";
    UnitId, "u";
    PersonId, "p";
    ComparisonId, "c";
}

/// Who wrote a version: random per page load, so that tabs, killed browsers and cloned profiles never reuse a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WriterId(pub u64);

impl WriterId {
    /// Reads the sixteen hexadecimal digits that [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
            .then(|| u64::from_str_radix(text, 16).ok())
            .flatten()
            .map(Self)
    }
}

impl fmt::Display for WriterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A point in time: milliseconds since 1970 in UTC, by the clock of the device that wrote.
///
/// It is shown, and it picks which of two versions is displayed first; it never discards one.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_refuse_what_could_break_an_address() {
        for bad in ["", "a/b", "Å", "A", "a b", "a\u{202e}b", &"x".repeat(65)] {
            assert_eq!(UnitId::parse(bad), None, "{bad:?}");
        }
        assert!(UnitId::parse("u-1").is_some());
    }

    #[test]
    fn a_writer_reads_back_as_it_was_written() {
        let writer = WriterId(0x00ab);
        assert_eq!(WriterId::parse(&writer.to_string()), Some(writer));
        assert_eq!(WriterId::parse("+0000000000000ab"), None);
    }
}
