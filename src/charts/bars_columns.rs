//! The columns of the level bars, for both widths.

use super::bars::{BarRow, LevelBars};
use super::px::Px;
use super::scale::Width;
use super::text_width::{Look, Wrapped, text_width, wrap};

pub(super) const LABEL: Look = Look::regular(16);
pub(super) const VALUE: Look = Look::semi_bold(16);
pub(super) const NOTE: Look = Look::regular(14);
const LINES: usize = 2;

/// Left and right edge of what stands in columns, and how wide words may be.
pub(super) struct Columns {
    label_width: Px,
    pub plot: (Px, Px),
    pub value_end: Px,
    pub note: (Px, Px),
}

impl Columns {
    /// The columns of a spec: labels and coverage as wide as their longest needs, the plot as what is left.
    pub fn of(spec: &LevelBars, width: Width) -> Self {
        let widest = |words: fn(&BarRow) -> &str, look: Look| {
            spec.rows
                .iter()
                .map(|row| text_width(words(row), look.size, look.weight))
                .max()
                .unwrap_or_default()
        };
        let value = widest(
            |row| {
                if row.insufficient_text.is_none() {
                    &row.printed
                } else {
                    ""
                }
            },
            VALUE,
        );
        let value = value.max(Px::whole(24)).min(Px::whole(200));
        let total = width.px();
        match width {
            Width::Wide => {
                let label_width = widest(|row| &row.label, LABEL)
                    .max(Px::whole(80))
                    .min(Px::whole(196));
                let note_width = widest(|row| &row.coverage_text, NOTE).min(Px::whole(128));
                let note = if note_width > Px::ZERO {
                    total - note_width
                } else {
                    total + Px::whole(18)
                };
                let value_end = note - Px::whole(18);
                let plot = (
                    label_width + Px::whole(18),
                    value_end - value - Px::whole(20),
                );
                Self {
                    label_width,
                    plot,
                    value_end,
                    note: (note, total),
                }
            }
            Width::Narrow => Self {
                label_width: total - value - Px::whole(12),
                // Room for half a diamond or a flag, at the left only where a mark can stand on the axis.
                plot: (
                    if spec.scale.origin() < spec.scale.min {
                        Px::whole(1)
                    } else {
                        Px::whole(10)
                    },
                    total - Px::whole(13),
                ),
                value_end: total,
                note: (Px::ZERO, total),
            },
        }
    }

    /// A row's label, coverage and the words in its dotted track, broken to their columns.
    pub fn wrapped(&self, row: &BarRow) -> (Wrapped, Wrapped, Wrapped) {
        let track_width = self.plot.1 - self.plot.0 - Px::whole(24);
        (
            wrap(&row.label, LABEL, self.label_width, LINES),
            wrap(&row.coverage_text, NOTE, self.note.1 - self.note.0, LINES),
            wrap(
                row.insufficient_text.as_deref().unwrap_or_default(),
                NOTE,
                track_width,
                LINES,
            ),
        )
    }
}
