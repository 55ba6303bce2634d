//! Why a picture could not be drawn.

use std::fmt;

use plotters::drawing::DrawingAreaErrorKind;

use super::backend::BackendError;

/// Why a spec has no picture; the page then shows the table alone, so no variant carries words for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartError {
    /// Fewer rows or axes than the picture needs to mean anything.
    TooFew {
        /// How many the spec has.
        given: usize,
        /// How many the chart needs.
        least: usize,
    },
    /// More rows or axes than can be read.
    TooMany {
        /// How many the spec has.
        given: usize,
        /// How many the chart holds.
        most: usize,
    },
    /// The scale's top is not above its bottom, or above 100, or its ticks are outside it or not upwards.
    Scale,
    /// A chart asked its backend for something a node tree cannot hold: a fault of this layer, not of the spec.
    Drawing,
}

impl ChartError {
    /// Refuses a count outside `least..=most`, before anything is drawn.
    pub(super) const fn check_count(given: usize, least: usize, most: usize) -> Result<(), Self> {
        if given < least {
            Err(Self::TooFew { given, least })
        } else if given > most {
            Err(Self::TooMany { given, most })
        } else {
            Ok(())
        }
    }
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooFew { .. } => "too few rows for this chart",
            Self::TooMany { .. } => "too many rows for this chart",
            Self::Scale => "the scale is empty or too long",
            Self::Drawing => "the chart asked for something a node tree cannot hold",
        })
    }
}

impl std::error::Error for ChartError {}

impl From<DrawingAreaErrorKind<BackendError>> for ChartError {
    fn from(_: DrawingAreaErrorKind<BackendError>) -> Self {
        Self::Drawing
    }
}
