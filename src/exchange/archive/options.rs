//! What an archive is asked for, and what may keep it from being made; in the words that travel between app and worker too.

use crate::domain::{RoundId, Timestamp};
use crate::i18n::Language;

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// The word for it in a message to the worker.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// Reads what [`Self::word`] gives.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    )*};
}

choices! {
    /// How far a round has come, as its archive says it.
    RoundStatus {
        /// *Utkast*: answers can still change.
        Draft = "draft",
        /// *Låst*.
        Locked = "locked",
    }
    /// Whether an archive tells who answered.
    Names {
        /// Roles and deciders stand in it.
        Kept = "kept",
        /// They do not, and individual answers are numbered.
        LeftOut = "left-out",
    }
    /// Whether an archive holds what people wrote beside their answers.
    FreeText {
        /// As it was written.
        Kept = "kept",
        /// It does not.
        LeftOut = "left-out",
    }
}

/// How an archive is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArchiveOptions {
    /// How far the round has come.
    pub status: RoundStatus,
    /// With roles and deciders, or without.
    pub names: Names,
    /// With reasons and evidence, or without.
    pub texts: FreeText,
}

/// Everything that the worker needs in order to make an archive, beside the document itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveRequest {
    /// Which round.
    pub round: RoundId,
    /// How it is to be.
    pub options: ArchiveOptions,
    /// In which language.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// Minutes east of UTC.
    pub offset: i32,
}

impl ArchiveRequest {
    /// The request as the worker gets it, but for id and document. Ids and words hold nothing that JSON would escape.
    pub fn to_json(&self) -> String {
        let options = &self.options;
        format!(
            r#"{{"task":"archive","round":"{}","status":"{}","names":"{}","texts":"{}","language":"{}","at":{},"offset":{}}}"#,
            self.round.as_str(),
            options.status.word(),
            options.names.word(),
            options.texts.word(),
            self.language.code(),
            self.at.0,
            self.offset
        )
    }
}

/// Why the worker gave nothing. The document is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WorkerError {
    /// It could not be fetched or started: offline before the first visit was complete, or forbidden.
    #[error("the worker could not be fetched or started")]
    NotStarted,
    /// It stopped at work; the next use starts it anew.
    #[error("the worker stopped")]
    Stopped,
    /// It took longer than a minute and was ended.
    #[error("the worker took too long")]
    TooSlow,
    /// It did not understand what it was given.
    #[error("the worker refused the task")]
    Refused,
}

impl WorkerError {
    /// The reason out of the word that `src/worker/ask.js` gives; whatever else went wrong, the worker was not started.
    pub fn of(reason: &str) -> Self {
        match reason {
            "stopped" => Self::Stopped,
            "slow" => Self::TooSlow,
            "refused" => Self::Refused,
            _ => Self::NotStarted,
        }
    }
}
