//! Where everything stands in the level bars, for both widths. Only measuring; nothing is drawn here.

use super::attribute::Anchor;
use super::bars::{BarRow, LevelBars};
use super::bars_columns::{Columns, LABEL, NOTE, VALUE};
use super::canvas::TextLine;
use super::compared::{Comparison, FLAG};
use super::head::{Head, Swatch};
use super::px::{Point, Px};
use super::role::Role;
use super::scale::{Scale, Width};
use super::text_width::{Look, Wrapped, text_width};

/// Look of the level numbers.
const TICK: Look = Look::regular(14);
/// Height of the row of level numbers above the plot.
pub(super) const TICKS_HEIGHT: Px = Px::whole(24);

/// Half the thickness of a bar.
const HALF_BAR: Px = Px::whole(8);
/// Free height above and below words in a dotted track.
const TRACK_PADDING: Px = Px::whole(5);
/// From a bar to the marks below it, and from one lane of them to the next.
const LANE_GAP: Px = Px::whole(3);
const LANE: Px = Px::whole(14);
/// Nearer than this from middle to middle, two marks of a lane would touch.
const NEAR: Px = Px::whole(16);

/// The rectangle of the coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plot {
    pub left: Px,
    pub right: Px,
    pub top: Px,
    pub bottom: Px,
}

/// Upper and lower edge of a row's bar or dotted track, and where the lanes of marks below it begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowPlace {
    pub upper: Px,
    pub lower: Px,
    /// Upper edge of the lane for the last round.
    pub earlier: Px,
    /// Upper edge of the benchmark's lane: the same, or the next one if both would touch.
    pub benchmark: Px,
}

/// How the lines of the levels run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grid {
    /// From top to bottom: no words stand in their way.
    Through,
    /// Only across each bar: labels stand between the bars.
    InRows,
}

/// All places of one picture.
pub(super) struct Layout {
    pub size: (Px, Px),
    pub plot: Plot,
    pub grid: Grid,
    pub rows: Vec<RowPlace>,
    pub head: Head,
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
            head: Head::of(spec.mark.as_deref(), &legend(spec), width.px()),
            lines: Vec::new(),
        };
        layout.place_head_of_plot(&spec.scale);
        let mut y = layout.plot.top + Px::whole(4);
        for (row, number) in spec.rows.iter().zip(0_u8..) {
            y = match width {
                Width::Wide => layout.place_wide(&spec.scale, row, number, &columns, y),
                Width::Narrow => layout.place_narrow(&spec.scale, row, number, &columns, y),
            };
        }
        layout.plot.bottom = y + Px::whole(2);
        layout.size.1 = y + Px::whole(4);
        layout
    }

    /// The levels' names and under them their numbers, and with that the plot's upper edge.
    fn place_head_of_plot(&mut self, scale: &Scale) {
        let below = self.head.bottom;
        let all: Vec<u8> = (scale.min..=scale.max).collect();
        let middle = below + TICK.line().half();
        let names = self.fitting(scale, &all, middle, |level| {
            scale.name(level).map(str::to_owned)
        });
        let above = if names.is_empty() {
            Px::ZERO
        } else {
            TICK.line()
        };
        self.plot.top = below + above + TICKS_HEIGHT;
        let middle = self.plot.top - Px::whole(4) - TICK.line().half();
        let ticks = self.fitting(scale, &scale.grid(), middle, |level| {
            Some(scale.tick(level))
        });
        self.lines.extend(ticks);
        self.lines.extend(names);
    }

    /// The words over levels: all if they fit beside each other, else the lowest and the highest, else none.
    fn fitting(
        &self,
        scale: &Scale,
        levels: &[u8],
        middle: Px,
        words: impl Fn(u8) -> Option<String>,
    ) -> Vec<TextLine> {
        let over = |level: &u8| Some(self.over(scale, *level, words(*level)?, middle));
        let all: Vec<TextLine> = levels.iter().filter_map(over).collect();
        let ends = [levels.first(), levels.last()];
        let ends: Vec<TextLine> = ends.into_iter().flatten().filter_map(over).collect();
        let mut choices = [all, ends].into_iter();
        choices.find(|lines| stand_apart(lines)).unwrap_or_default()
    }

    /// Words centred over a level's line but kept inside the picture.
    fn over(&self, scale: &Scale, level: u8, words: String, middle: Px) -> TextLine {
        let half = text_width(&words, TICK.size, TICK.weight).half();
        let x = self.across(scale, f64::from(level));
        let at = Point::new(x.min(self.size.0 - half).max(half), middle);
        TextLine {
            words,
            ink: Role::Tick.ink(),
            look: TICK,
            anchor: Anchor::Middle,
            at,
        }
    }

    /// Where a value stands, from the left.
    pub fn across(&self, scale: &Scale, value: f64) -> Px {
        let length = (self.plot.right - self.plot.left).in_pixels();
        self.plot.left + Px::nearest(length * scale.share(value))
    }

    /// How many lanes below the bar a row's marks take, and in which of them the benchmark stands.
    fn lanes(&self, scale: &Scale, row: &BarRow) -> (i32, i32) {
        let place = |comparison| {
            let value = row.compared(comparison)?.place(scale)?;
            Some(self.across(scale, value))
        };
        match (place(Comparison::Earlier), place(Comparison::Benchmark)) {
            (None, None) => (0, 0),
            (Some(earlier), Some(benchmark))
                if (earlier - benchmark).max(benchmark - earlier) < NEAR =>
            {
                (2, 1)
            }
            _ => (1, 0),
        }
    }

    /// Label, bar, number and coverage beside each other; returns the row's lower edge.
    fn place_wide(
        &mut self,
        scale: &Scale,
        row: &BarRow,
        number: u8,
        columns: &Columns,
        top: Px,
    ) -> Px {
        let (label, note, track) = columns.wrapped(row);
        let half_track = track_height(&track).half().max(HALF_BAR);
        let words = label.height(LABEL).max(note.height(NOTE)).half();
        let half = words.max(half_track) + Px::whole(6);
        let half = half.max(Px::whole(22));
        let (lanes, benchmark) = self.lanes(scale, row);
        let middle = top + half.max(half_track + above(row));
        let centred = |block: &Wrapped, look: Look| middle - block.height(look).half();
        self.add(
            &label,
            Role::Label,
            number,
            LABEL,
            Anchor::Start,
            Px::ZERO,
            centred(&label, LABEL),
        );
        self.place_track(row, number, &track, middle, benchmark);
        self.place_value(row, number, columns, middle);
        self.add(
            &note,
            Role::Note,
            number,
            NOTE,
            Anchor::Start,
            columns.note.0,
            centred(&note, NOTE),
        );
        middle + half.max(half_track + LANE_GAP + LANE * lanes + Px::whole(4))
    }

    /// Label and number, under them the bar, under it the coverage; returns the row's lower edge.
    fn place_narrow(
        &mut self,
        scale: &Scale,
        row: &BarRow,
        number: u8,
        columns: &Columns,
        top: Px,
    ) -> Px {
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
        let (lanes, benchmark) = self.lanes(scale, row);
        let label_height = label.height(LABEL).max(LABEL.line());
        let bar_top = top + label_height + above(row).max(Px::whole(6));
        let bar_height = track_height(&track).max(HALF_BAR * 2);
        self.place_track(row, number, &track, bar_top + bar_height.half(), benchmark);
        let marks = if lanes > 0 {
            LANE_GAP + LANE * lanes
        } else {
            Px::ZERO
        };
        let below = bar_top + bar_height + marks + Px::whole(5);
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

    /// `lane` is the benchmark's.
    fn place_track(&mut self, row: &BarRow, number: u8, track: &Wrapped, middle: Px, lane: i32) {
        let half = track_height(track).half().max(HALF_BAR);
        let earlier = middle + half + LANE_GAP;
        self.rows.push(RowPlace {
            upper: middle - half,
            lower: middle + half,
            earlier,
            benchmark: earlier + LANE * lane,
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

/// Legend for what occurs in the rows.
fn legend(spec: &LevelBars) -> Vec<(Swatch, &str)> {
    let words = &spec.words;
    let mut legend = vec![(Swatch::Bar, words.average.as_str())];
    let mut reached = spec.rows.iter().map(|row| row.drawn_reached(&spec.scale));
    if reached.any(|level| level.is_some()) {
        legend.push((Swatch::Diamond, &words.reached));
    }
    for comparison in spec.occurring() {
        let swatch = match comparison {
            Comparison::Target => Swatch::Flag,
            Comparison::Earlier => Swatch::Ring,
            Comparison::Benchmark => Swatch::Pointer,
        };
        legend.push((swatch, words.compared(comparison)));
    }
    legend
}

/// Free height above a row's bar for a flag.
fn above(row: &BarRow) -> Px {
    match row.target {
        Some(_) => FLAG + Px::whole(4),
        None => Px::ZERO,
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
