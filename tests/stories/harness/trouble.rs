//! What goes wrong in a story, as sentences.
//!
//! Helpers return [`Told`]; a story returns [`Failure`], which its `?` makes out of a [`Trouble`]
//! and which remembers the line of the story where that `?` stood.

use std::{fmt, io, panic::Location};

use thirtyfour::error::WebDriverError;

/// What a helper of the harness answers.
pub type Told<T = ()> = Result<T, Trouble>;

/// One thing that went wrong, said so that the reader can mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble(String);

impl Trouble {
    /// A trouble said in `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The same trouble with what was being done put before it.
    #[must_use]
    pub fn while_doing(self, what: &str) -> Self {
        Self(format!("{what}: {}", self.0))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<WebDriverError> for Trouble {
    fn from(error: WebDriverError) -> Self {
        // A driver's error carries a native stack trace of some forty lines that helps nobody here.
        let told = error.to_string();
        let without_stack = told.split("Stacktrace:").next().unwrap_or(&told);
        let lines: Vec<&str> = without_stack
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && *line != "Additional info:")
            .collect();
        Self(format!("The driver refused: {}", lines.join(" ")))
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self(format!("The system refused: {error}."))
    }
}

/// Why a story failed and on which of its lines.
pub struct Failure {
    trouble: Trouble,
    place: &'static Location<'static>,
}

impl Failure {
    /// The trouble behind it.
    pub fn trouble(&self) -> &Trouble {
        &self.trouble
    }
}

impl From<Trouble> for Failure {
    #[track_caller]
    fn from(trouble: Trouble) -> Self {
        Self {
            trouble,
            place: Location::caller(),
        }
    }
}

impl From<io::Error> for Failure {
    #[track_caller]
    fn from(error: io::Error) -> Self {
        Self {
            trouble: error.into(),
            place: Location::caller(),
        }
    }
}

impl From<WebDriverError> for Failure {
    #[track_caller]
    fn from(error: WebDriverError) -> Self {
        Self {
            trouble: error.into(),
            place: Location::caller(),
        }
    }
}

impl From<&str> for Failure {
    #[track_caller]
    fn from(sentence: &str) -> Self {
        Self {
            trouble: Trouble::new(sentence),
            place: Location::caller(),
        }
    }
}

impl From<String> for Failure {
    #[track_caller]
    fn from(sentence: String) -> Self {
        Self {
            trouble: Trouble::new(sentence),
            place: Location::caller(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "at {}:{}: {}",
            self.place.file(),
            self.place.line(),
            self.trouble
        )
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
