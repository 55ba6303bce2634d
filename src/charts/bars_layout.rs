//! Where everything stands in the level bars, for both widths. Only measuring; nothing is drawn here.

use super::attribute::Anchor;
use super::bars::{BarRow, LevelBars};
use super::canvas::TextLine;
use super::px::{Point, Px};
use super::role::Role;
use super::scale::{Scale, Width};
use super::text_width::{Look, Wrapped, text_width, wrap};

const LABEL: Look = Look::regular(16);
const VALUE: Look = Look::semi_bold(16);
const NOTE: Look = Look::regular(14);
/// Look of the level numbers.
pub(super) const TICK: Look = Look::regular(14);
/// Height of the row of level numbers above the plot.
pub(super) const TICKS_HEIGHT: Px = Px::whole(24);

/// Half the thickness of a bar.
const HALF_BAR: Px = Px::whole(8);
/// Free height above and below words in a dotted track.
const TRACK_PADDING: Px = Px::whole(5);
const LINES: usize = 2;

/// The rectangle of the coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plot {
    pub left: Px,
    pub right: Px,
    pub top: Px,
    pub bottom: Px,
}

/// Upper and lower edge of a row's bar or dotted track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowPlace {
    pub upper: Px,
    pub lower: Px,
}

/// How the lines of the levels run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grid {
    /// From top to bottom: no words stand in their way.
    Through,
    /// Only across each bar: labels stand between the bars.
    InRows,
}

/// What stands before the words of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Swatch {
    Bar,
    Diamond,
}

/// All places of one picture.
pub(super) struct Layout {
    pub size: (Px, Px),
    pub plot: Plot,
    pub grid: Grid,
    pub rows: Vec<RowPlace>,
    pub legend: Vec<(Swatch, Point)>,
    pub lines: Vec<TextLine>,
}

impl Layout {
    /// Lays out a spec whose scale and number of rows have been checked.
    pub fn of(spec: &LevelBars, width: Width) -> Self {
        let columns = Columns::of(spec, width);
        let plot = Plot {
            left: columns.plot.0,
            right: columns.plot.1,
            top: Px::ZERO,
            bottom: Px::ZERO,
        };
        let grid = match width {
            Width::Wide => Grid::Through,
            Width::Narrow => Grid::InRows,
        };
        let mut layout = Self {
            size: (width.px(), Px::ZERO),
            plot,
            grid,
            rows: Vec::new(),
            legend: Vec::new(),
            lines: Vec::new(),
        };
        let below_legend = layout.place_legend(spec);
        layout.plot.top = layout.place_names(&spec.scale, below_legend) + TICKS_HEIGHT;
        let mut y = layout.plot.top + Px::whole(4);
        for (row, number) in spec.rows.iter().zip(0_u8..) {
            y = match width {
                Width::Wide => layout.place_wide(row, number, &columns, y),
                Width::Narrow => layout.place_narrow(row, number, &columns, y),
            };
        }
        layout.plot.bottom = y + Px::whole(2);
        layout.size.1 = y + Px::whole(4);
        layout
    }

    /// Swatches and their words in a row, or under each other where a row is too short; returns the lower edge.
    fn place_legend(&mut self, spec: &LevelBars) -> Px {
        let mut items = vec![(Swatch::Bar, Px::whole(24), &spec.words.average)];
        if spec
            .rows
            .iter()
            .any(|row| row.drawn_reached(&spec.scale).is_some())
        {
            items.push((Swatch::Diamond, Px::whole(18), &spec.words.reached));
        }
        let line = Px::whole(24);
        let (mut x, mut middle) = (Px::ZERO, line.half());
        for (swatch, swatch_width, words) in items {
            let width = swatch_width + Px::whole(8) + text_width(words, NOTE.size, NOTE.weight);
            if x > Px::ZERO && x + width > self.size.0 {
                (x, middle) = (Px::ZERO, middle + line);
            }
            self.legend
                .push((swatch, Point::new(x + swatch_width.half(), middle)));
            let (ink, at) = (
                Role::Note.ink(),
                Point::new(x + swatch_width + Px::whole(8), middle),
            );
            self.lines.push(TextLine {
                words: words.clone(),
                ink,
                look: NOTE,
                anchor: Anchor::Start,
                at,
            });
            x += width + Px::whole(28);
        }
        middle + line.half() + Px::whole(10)
    }

    /// The levels' names over their numbers: all if they fit beside each other, else the lowest and the highest, else
    /// none; returns the lower edge.
    fn place_names(&mut self, scale: &Scale, top: Px) -> Px {
        let middle = top + TICK.line().half();
        let all: Vec<TextLine> = (scale.min..=scale.max)
            .filter_map(|level| self.name(scale, level, middle))
            .collect();
        let ends: Vec<TextLine> = [scale.min, scale.max]
            .into_iter()
            .filter_map(|level| self.name(scale, level, middle))
            .collect();
        match [all, ends]
            .into_iter()
            .find(|names| !names.is_empty() && stand_apart(names))
        {
            Some(names) => {
                self.lines.extend(names);
                top + TICK.line()
            }
            None => top,
        }
    }

    /// One level's name, centred over its grid line but kept inside the picture.
    fn name(&self, scale: &Scale, level: u8, middle: Px) -> Option<TextLine> {
        let words = scale.name(level)?;
        let half = text_width(words, TICK.size, TICK.weight).half();
        let length = (self.plot.right - self.plot.left).in_pixels();
        let line = self.plot.left + Px::nearest(length * scale.share(f64::from(level)));
        let x = line.min(self.size.0 - half).max(half);
        let at = Point::new(x, middle);
        Some(TextLine {
            words: words.to_owned(),
            ink: Role::Tick.ink(),
            look: TICK,
            anchor: Anchor::Middle,
            at,
        })
    }

    /// Label, bar, number and coverage beside each other; returns the row's lower edge.
    fn place_wide(&mut self, row: &BarRow, number: u8, columns: &Columns, top: Px) -> Px {
        let (label, note, track) = columns.wrapped(row);
        let tallest = label
            .height(LABEL)
            .max(note.height(NOTE))
            .max(track_height(&track));
        let height = (tallest + Px::whole(12)).max(Px::whole(44));
        let middle = top + height.half();
        let above = |block: &Wrapped, look: Look| middle - block.height(look).half();
        self.add(
            &label,
            Role::Label,
            number,
            LABEL,
            Anchor::Start,
            Px::ZERO,
            above(&label, LABEL),
        );
        self.place_track(row, number, &track, middle);
        self.place_value(row, number, columns, middle);
        self.add(
            &note,
            Role::Note,
            number,
            NOTE,
            Anchor::Start,
            columns.note.0,
            above(&note, NOTE),
        );
        top + height
    }

    /// Label and number, under them the bar, under it the coverage; returns the row's lower edge.
    fn place_narrow(&mut self, row: &BarRow, number: u8, columns: &Columns, top: Px) -> Px {
        let (label, note, track) = columns.wrapped(row);
        let top = top + Px::whole(8);
        self.add(
            &label,
            Role::Label,
            number,
            LABEL,
            Anchor::Start,
            Px::ZERO,
            top,
        );
        self.place_value(row, number, columns, top + LABEL.line().half());
        let bar_top = top + label.height(LABEL).max(LABEL.line()) + Px::whole(6);
        let bar_height = track_height(&track).max(HALF_BAR * 2);
        self.place_track(row, number, &track, bar_top + bar_height.half());
        let below = bar_top + bar_height + Px::whole(5);
        self.add(
            &note,
            Role::Note,
            number,
            NOTE,
            Anchor::Start,
            Px::ZERO,
            below,
        );
        below + note.height(NOTE) + Px::whole(12)
    }

    fn place_track(&mut self, row: &BarRow, number: u8, track: &Wrapped, middle: Px) {
        let half = track_height(track).half().max(HALF_BAR);
        self.rows.push(RowPlace {
            upper: middle - half,
            lower: middle + half,
        });
        if row.insufficient_text.is_some() {
            let (x, top) = (
                self.plot.left + Px::whole(12),
                middle - track.height(NOTE).half(),
            );
            self.add(
                track,
                Role::MissingText,
                number,
                NOTE,
                Anchor::Start,
                x,
                top,
            );
        }
    }

    fn place_value(&mut self, row: &BarRow, number: u8, columns: &Columns, middle: Px) {
        if row.insufficient_text.is_none() {
            let (ink, at) = (
                Role::Value.of_row(number),
                Point::new(columns.value_end, middle),
            );
            let words = row.printed.clone();
            self.lines.push(TextLine {
                words,
                ink,
                look: VALUE,
                anchor: Anchor::End,
                at,
            });
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one call a line reads better than a struct filled at each"
    )]
    fn add(
        &mut self,
        block: &Wrapped,
        role: Role,
        row: u8,
        look: Look,
        anchor: Anchor,
        x: Px,
        top: Px,
    ) {
        self.lines.extend(TextLine::block(
            block,
            role.of_row(row),
            look,
            anchor,
            x,
            top,
        ));
    }
}

/// Height of a dotted track around its words; zero without words.
fn track_height(track: &Wrapped) -> Px {
    if track.lines.is_empty() {
        Px::ZERO
    } else {
        track.height(NOTE) + TRACK_PADDING * 2
    }
}

/// Whether centred words leave at least 10 px between each other.
fn stand_apart(names: &[TextLine]) -> bool {
    let half = |line: &TextLine| text_width(&line.words, line.look.size, line.look.weight).half();
    names
        .iter()
        .zip(names.iter().skip(1))
        .all(|(left, right)| left.at.x + half(left) + Px::whole(10) <= right.at.x - half(right))
}

/// Left and right edge of what stands in columns, and how wide words may be.
struct Columns {
    label_width: Px,
    plot: (Px, Px),
    value_end: Px,
    note: (Px, Px),
}

impl Columns {
    fn of(spec: &LevelBars, width: Width) -> Self {
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
                // Room at the right for half a diamond or half a level number.
                plot: (Px::whole(1), total - Px::whole(10)),
                value_end: total,
                note: (Px::ZERO, total),
            },
        }
    }

    /// A row's label, coverage and the words in its dotted track, broken to their columns.
    fn wrapped(&self, row: &BarRow) -> (Wrapped, Wrapped, Wrapped) {
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
