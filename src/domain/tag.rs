//! What a question is about, across areas and sets: a small fixed vocabulary, so that questions, and the needs that are told
//! beside them, can be gathered by it.
//!
//! Tags stand in `tags.toml` beside this file and not in the sets: they are no part of what a question means, and whoever only
//! answers does not fetch them (docs/DESIGN.md, "Comparing").

use super::QuestionId;

/// Which questions have which tags, in the lines that [`Tag::of`] reads; tests/content.rs holds it to TOML and to the sets.
const TABLE: &str = include_str!("tags.toml");

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// *Ledning och mål*.
    Leadership,
    /// *Ansvar och roller*.
    Responsibility,
    /// *Arbetssätt*.
    WaysOfWorking,
    /// *Invånare och företag*.
    Citizens,
    /// *Medarbetare och kompetens*.
    People,
    /// *Pengar och nytta*.
    Money,
    /// *Leverantör och upphandling*.
    Supplier,
    /// *Samarbete och gemensamt*.
    Together,
    /// *Teknik*.
    Technology,
    /// *Säkerhet*.
    Security,
    /// *Uppföljning*.
    FollowUp,
}

impl Tag {
    /// Every tag, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Leadership,
        Self::Responsibility,
        Self::WaysOfWorking,
        Self::Citizens,
        Self::People,
        Self::Money,
        Self::Supplier,
        Self::Together,
        Self::Technology,
        Self::Security,
        Self::FollowUp,
    ];

    /// The word in the table and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Leadership => "leadership",
            Self::Responsibility => "responsibility",
            Self::WaysOfWorking => "ways-of-working",
            Self::Citizens => "citizens",
            Self::People => "people",
            Self::Money => "money",
            Self::Supplier => "supplier",
            Self::Together => "together",
            Self::Technology => "technology",
            Self::Security => "security",
            Self::FollowUp => "follow-up",
        }
    }

    /// Reads such a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.word() == word)
    }

    /// The tags of a question; none of one that the table does not have.
    pub fn of(question: &QuestionId) -> Vec<Self> {
        let mut lines = TABLE.lines().filter_map(|line| line.split_once(" = "));
        let tags = lines.find(|(id, _)| *id == question.as_str());
        let words = tags.map_or("", |(_, tags)| tags).split('"');
        words.filter_map(Self::parse).collect()
    }
}
