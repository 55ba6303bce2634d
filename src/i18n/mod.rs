//! Words for users, in Swedish and English, and how numbers and dates are written. Looks at `domain` only.

mod numbers;
mod time;
mod words;

use serde::{Deserialize, Serialize};

pub use numbers::{decimal, measured, percent, percent_down, tenths, whole_percent};
pub use time::LocalTime;
pub use words::{
    ArchiveWords, BenchmarkWords, CodeWords, DeskWords, FolderWords, IndividualsWords, Letter,
    MeetingWords, NeedsWords, UnitsWords, WithCount, WithText, Words, WorkshopWords,
};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Language {
    /// Svenska.
    #[default]
    #[serde(rename = "sv")]
    Swedish,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The code for `lang` attributes and file names.
    pub fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The other one, which the page offers.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Swedish => Self::English,
            Self::English => Self::Swedish,
        }
    }

    /// Its words.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Swedish => &words::SWEDISH,
            Self::English => &words::ENGLISH,
        }
    }
}
