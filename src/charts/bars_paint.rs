//! Paints the level bars: the levels' lines, then row by row track, bar and marks, at last the legend and all words.

use plotters::style::ShapeStyle;

use super::bars::{BarRow, LevelBars};
use super::bars_layout::{Grid, Layout, Plot, RowPlace};
use super::canvas::{Canvas, fill, stroke};
use super::compared::{Comparison, RING, flag, pointer};
use super::error::ChartError;
use super::head::diamond;
use super::px::{Point, Px};
use super::role::{Ink, Role};
use super::scale::Scale;

/// How far a level's line reaches out towards its number.
const TICK_MARK: Px = Px::whole(2);
/// How far a level's line reaches beyond a bar, where it does not run through.
const BEYOND: Px = Px::whole(4);
const HAIRLINE: Px = Px::whole(1);
/// Thickness of the axis and of the steps in a bar.
const FINE_LINE: Px = Px::quarters(6);

/// Paints a whole picture.
///
/// # Errors
/// [`ChartError::Drawing`] if plotters asks for what a tree cannot hold.
pub(super) fn paint(
    spec: &LevelBars,
    canvas: &Canvas<'_>,
    layout: &Layout,
) -> Result<(), ChartError> {
    let pen = Pen {
        canvas,
        scale: &spec.scale,
        layout,
    };
    pen.grid()?;
    for ((row, place), number) in spec.rows.iter().zip(&layout.rows).zip(0_u8..) {
        pen.row(row, *place, number)?;
        for comparison in Comparison::ALL {
            pen.compared(row, *place, number, comparison)?;
        }
        if let Some(level) = row.drawn_reached(&spec.scale) {
            let middle = (place.upper + place.lower).half();
            let level = level.clamp(spec.scale.min, spec.scale.max);
            let at = Point::new(pen.across(f64::from(level)), middle);
            canvas.fill(Role::Mark.of_row(number), diamond(at))?;
        }
    }
    if layout.grid == Grid::Through {
        let Plot { top, bottom, .. } = layout.plot;
        pen.upright(Role::Axis.ink(), FINE_LINE, pen.start(), top, bottom)?;
    }
    layout.head.paint(canvas)?;
    layout.lines.iter().try_for_each(|line| canvas.words(line))
}

/// Draws into the plot.
struct Pen<'area, 'nodes> {
    canvas: &'area Canvas<'nodes>,
    scale: &'area Scale,
    layout: &'area Layout,
}

impl Pen<'_, '_> {
    /// The line under the levels' numbers, and a mark for each or its line through all rows.
    fn grid(&self) -> Result<(), ChartError> {
        let Plot {
            left,
            right,
            top,
            bottom,
        } = self.layout.plot;
        let ink = Role::Grid.ink();
        self.canvas
            .line(ink, HAIRLINE, [left, right].map(|x| Point::new(x, top)))?;
        let end = match self.layout.grid {
            Grid::Through => bottom,
            Grid::InRows => top,
        };
        for level in self.scale.grid() {
            let x = self.across(f64::from(level));
            self.upright(ink, HAIRLINE, x, top - TICK_MARK, end)?;
        }
        Ok(())
    }

    /// A row's bar on its track, or its dotted track.
    fn row(&self, row: &BarRow, place: RowPlace, number: u8) -> Result<(), ChartError> {
        let in_rows = self.layout.grid == Grid::InRows;
        let RowPlace { upper, lower, .. } = place;
        let levels = self.scale.grid();
        for level in levels.iter().filter(|_| in_rows) {
            let x = self.across(f64::from(*level));
            self.upright(
                Role::Grid.ink(),
                HAIRLINE,
                x,
                upper - BEYOND,
                lower + BEYOND,
            )?;
        }
        let end = self.layout.plot.right;
        if let Some(value) = row.drawn(self.scale) {
            let value = self.across(value);
            self.bar(fill(Role::Band.ink()), end, place)?;
            self.bar(fill(Role::SeriesNow.of_row(number)), value, place)?;
            let steps = levels
                .into_iter()
                .map(|level| self.across(f64::from(level)))
                .filter(|x| (self.start()..value).contains(x) && *x > self.start());
            for x in steps {
                self.upright(Role::Notch.ink(), FINE_LINE, x, upper, lower)?;
            }
        } else {
            let dotted = stroke(Role::Missing.of_row(number), Px::whole(2));
            self.bar(dotted, end, place)?;
        }
        if in_rows {
            let x = self.start();
            self.upright(
                Role::Axis.ink(),
                FINE_LINE,
                x,
                upper - BEYOND,
                lower + BEYOND,
            )?;
        }
        Ok(())
    }

    /// Where every bar begins.
    fn start(&self) -> Px {
        self.layout.plot.left
    }

    /// A rectangle from the axis to a place, as high as the row's bar.
    fn bar(&self, style: ShapeStyle, to: Px, place: RowPlace) -> Result<(), ChartError> {
        let corners = [
            Point::new(self.start(), place.upper),
            Point::new(to, place.lower),
        ];
        self.canvas.rect(style, corners)
    }

    /// A vertical line.
    fn upright(&self, ink: Ink, width: Px, x: Px, from: Px, to: Px) -> Result<(), ChartError> {
        let ends = [from, to].map(|y| Point::new(x, y));
        self.canvas.line(ink, width, ends)
    }

    /// A row's target, last round or benchmark, if it has one.
    fn compared(
        &self,
        row: &BarRow,
        place: RowPlace,
        number: u8,
        comparison: Comparison,
    ) -> Result<(), ChartError> {
        let compared = row.compared(comparison);
        let Some(value) = compared.and_then(|compared| compared.place(self.scale)) else {
            return Ok(());
        };
        let (x, ink) = (self.across(value), comparison.role().of_row(number));
        let canvas = self.canvas;
        match comparison {
            Comparison::Target => {
                let now = row.drawn(self.scale);
                if let Some(now) = now.filter(|now| *now < value) {
                    let middle = (place.upper + place.lower).half();
                    let ends = [now, value].map(|end| Point::new(self.across(end), middle));
                    canvas.line(Role::Gap.of_row(number), Px::whole(2), ends)?;
                }
                // On a dotted track the flag stands, so that it never crosses the words in it.
                let foot = now.map_or(place.upper, |_| place.lower + BEYOND);
                canvas.fill(ink, flag(x, place.upper, foot))
            }
            Comparison::Earlier => {
                let middle = Point::new(x, place.earlier + RING + HAIRLINE);
                canvas.circle(fill(ink), middle, RING)
            }
            Comparison::Benchmark => canvas.fill(ink, pointer(Point::new(x, place.benchmark))),
        }
    }

    /// Where a value stands in the picture, from the left.
    fn across(&self, value: f64) -> Px {
        self.layout.across(self.scale, value)
    }
}
