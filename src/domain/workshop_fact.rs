//! What is kept of a workshop: each thing said in the room is a fact of its own, so that stopping half-way loses nothing.

use std::fmt;

use super::{PersonId, QuestionId, SetId};

/// A field of knowledge that the e-råd is to have in the room, worded in the interface as the strategy words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Knowledge {
    /// *Kommunikation*.
    Communication,
    /// *Demokrati*.
    Democracy,
    /// *Ledning och styrning*.
    Leadership,
    /// *Kvalitetsarbete*.
    Quality,
    /// *Verksamhetsutveckling*.
    Development,
    /// *Näringslivsfrågor*.
    Business,
}

impl Knowledge {
    /// All six, in the order of the strategy.
    pub const ALL: [Self; 6] = [
        Self::Communication,
        Self::Democracy,
        Self::Leadership,
        Self::Quality,
        Self::Development,
        Self::Business,
    ];

    /// Its part of an address, and the end of the ids of elements that are about it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Communication => "communication",
            Self::Democracy => "democracy",
            Self::Leadership => "leadership",
            Self::Quality => "quality",
            Self::Development => "development",
            Self::Business => "business",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }
}

/// What somebody shows: fingers for a level, or that they do not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    /// A level, 1–9.
    Level(u8),
    /// *Vet ej*.
    DontKnow,
}

impl Shown {
    fn parse(word: &str) -> Option<Self> {
        match word.as_bytes() {
            [digit @ b'1'..=b'9'] => Some(Self::Level(digit - b'0')),
            b"dont-know" => Some(Self::DontKnow),
            _ => None,
        }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Level(level) => write!(f, "{level}"),
            Self::DontKnow => f.write_str("dont-know"),
        }
    }
}

/// What is known of a workshop of a unit in a round (DOMAIN.md §7).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkshopFact {
    /// The questions of a set that were chosen for it, their ids with blanks between.
    Questions(SetId),
    /// A participant's role; no name.
    Role(PersonId),
    /// What a participant knows about.
    Brings(PersonId, Knowledge),
    /// How far a question has come, a word of [`super::Step`].
    Step(QuestionId),
    /// How many show an answer.
    Count(QuestionId, Shown),
    /// With how many individual answers the count began: they are in it, and nobody is counted twice.
    Already(QuestionId),
    /// What was said and is to be remembered.
    Note(QuestionId),
}

impl WorkshopFact {
    /// The participant that it is about.
    pub fn participant(&self) -> Option<&PersonId> {
        match self {
            Self::Role(person) | Self::Brings(person, _) => Some(person),
            _ => None,
        }
    }

    /// Reads what stands behind the unit in a path.
    pub(super) fn parse<'a>(mut parts: impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let kind = parts()?;
        let id = parts()?;
        let question = || QuestionId::parse(id);
        Some(match kind {
            "questions" => Self::Questions(SetId::parse(id)?),
            "role" => Self::Role(PersonId::parse(id)?),
            "brings" => Self::Brings(PersonId::parse(id)?, Knowledge::parse(parts()?)?),
            "step" => Self::Step(question()?),
            "count" => Self::Count(question()?, Shown::parse(parts()?)?),
            "already" => Self::Already(question()?),
            "note" => Self::Note(question()?),
            _ => return None,
        })
    }
}

impl fmt::Display for WorkshopFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Questions(set) => write!(f, "questions/{set}"),
            Self::Role(person) => write!(f, "role/{person}"),
            Self::Brings(person, field) => write!(f, "brings/{person}/{}", field.word()),
            Self::Step(question) => write!(f, "step/{question}"),
            Self::Count(question, shown) => write!(f, "count/{question}/{shown}"),
            Self::Already(question) => write!(f, "already/{question}"),
            Self::Note(question) => write!(f, "note/{question}"),
        }
    }
}
