//! Paints the level bars into plotters' coordinates: x in thousandths of a level above the scale's origin, y in quarter
//! pixels below the plot's upper edge. Both are integers, so that no float is ever formatted.

use plotters::chart::{ChartBuilder, ChartContext, LabelAreaPosition};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::combinators::{BindKeyPoints, WithKeyPoints};
use plotters::coord::types::RangedCoordi32;
use plotters::drawing::DrawingArea;
use plotters::element::{PathElement, Rectangle};
use plotters::style::ShapeStyle;

use super::backend::TreeBackend;
use super::bars::{BarRow, LevelBars};
use super::bars_layout::{Grid, Layout, Plot, RowPlace, Swatch, TICK, TICKS_HEIGHT};
use super::canvas::{Canvas, fill, stroke, text_style};
use super::error::ChartError;
use super::px::{Point, Px, digits};
use super::role::{Ink, Role};
use super::scale::Scale;

/// Half the width and height of the diamond.
const DIAMOND: Px = Px::whole(9);
/// How far a level's line reaches out towards its number.
const TICK_MARK: Px = Px::whole(2);
/// How far a level's line reaches beyond a bar, where it does not run through.
const BEYOND: Px = Px::whole(4);
const HAIRLINE: Px = Px::whole(1);
/// Thickness of the axis and of the steps in a bar.
const FINE_LINE: Px = Px::quarters(6);

type Coordinates = Cartesian2d<WithKeyPoints<RangedCoordi32>, RangedCoordi32>;

/// Paints a whole picture: the plot, then the legend and all words.
///
/// # Errors
/// [`ChartError::Drawing`] if plotters asks for what a tree cannot hold.
pub(super) fn paint(
    spec: &LevelBars,
    canvas: &Canvas<'_>,
    layout: &Layout,
) -> Result<(), ChartError> {
    let chart = chart(&spec.scale, canvas, layout)?;
    let pen = Pen {
        area: chart.plotting_area(),
        scale: &spec.scale,
        layout,
    };
    for ((row, place), number) in spec.rows.iter().zip(&layout.rows).zip(0_u8..) {
        pen.row(row, *place, number)?;
        if let Some(level) = row.drawn_reached(&spec.scale) {
            canvas.fill(Role::Mark.of_row(number), diamond(pen.place(level, *place)))?;
        }
    }
    if layout.grid == Grid::Through {
        let whole = RowPlace {
            upper: layout.plot.top,
            lower: layout.plot.bottom,
        };
        pen.upright(Role::Axis.ink(), FINE_LINE, 0, whole, Px::ZERO)?;
    }
    for (swatch, at) in &layout.legend {
        match swatch {
            Swatch::Bar => canvas.fill(Role::SeriesNow.ink(), swatch_bar(*at))?,
            Swatch::Diamond => canvas.fill(Role::Mark.ink(), diamond(*at))?,
        }
    }
    layout.lines.iter().try_for_each(|line| canvas.words(line))
}

/// plotters' chart with the levels' lines and numbers.
fn chart<'nodes>(
    scale: &Scale,
    canvas: &Canvas<'nodes>,
    layout: &Layout,
) -> Result<ChartContext<'nodes, TreeBackend<'nodes>, Coordinates>, ChartError> {
    let Plot {
        left,
        right,
        top,
        bottom,
    } = layout.plot;
    let (width, height) = layout.size;
    // plotters leaves out the last pixel on either side: one quarter more makes the mapping exact.
    let last = Px::quarters(1);
    let (x, y) = (
        0..thousandths(scale, f64::from(scale.max)),
        (bottom - top).in_quarters()..0,
    );
    let mut chart = ChartBuilder::on(canvas.area())
        .margin_left(left.in_quarters())
        .margin_right((width - right - last).in_quarters())
        .margin_top((top - TICKS_HEIGHT).in_quarters())
        .margin_bottom((height - bottom - last).in_quarters())
        .set_label_area_size(LabelAreaPosition::Top, TICKS_HEIGHT.in_quarters())
        .build_cartesian_2d(x.with_key_points(grid(scale)), y)?;
    let number = |thousandths: &i32| level_number(scale, *thousandths);
    let line = stroke(Role::Grid.ink(), HAIRLINE);
    let mut mesh = chart.configure_mesh();
    mesh.disable_y_mesh()
        .disable_y_axis()
        .set_all_tick_mark_size(TICK_MARK.in_quarters())
        .axis_style(line)
        .bold_line_style(line)
        .light_line_style(line)
        .x_label_style(text_style(Role::Tick.ink(), TICK))
        .x_label_formatter(&number);
    if layout.grid == Grid::InRows {
        mesh.disable_x_mesh();
    }
    mesh.draw()?;
    Ok(chart)
}

/// Draws into the plot.
struct Pen<'area, 'nodes> {
    area: &'area DrawingArea<TreeBackend<'nodes>, Coordinates>,
    scale: &'area Scale,
    layout: &'area Layout,
}

impl Pen<'_, '_> {
    /// A row's bar on its track, or its dotted track.
    fn row(&self, row: &BarRow, place: RowPlace, number: u8) -> Result<(), ChartError> {
        let in_rows = self.layout.grid == Grid::InRows;
        let levels = grid(self.scale);
        for level in levels.iter().filter(|_| in_rows) {
            self.upright(Role::Grid.ink(), HAIRLINE, *level, place, BEYOND)?;
        }
        let end = thousandths(self.scale, f64::from(self.scale.max));
        if let Some(value) = row.drawn(self.scale) {
            let value = thousandths(self.scale, value);
            self.bar(fill(Role::Band.ink()), end, place)?;
            self.bar(fill(Role::SeriesNow.of_row(number)), value, place)?;
            for level in levels
                .into_iter()
                .filter(|level| (1..value).contains(level))
            {
                self.upright(Role::Notch.ink(), FINE_LINE, level, place, Px::ZERO)?;
            }
        } else {
            self.bar(
                stroke(Role::Missing.of_row(number), Px::whole(2)),
                end,
                place,
            )?;
        }
        if in_rows {
            self.upright(Role::Axis.ink(), FINE_LINE, 0, place, BEYOND)?;
        }
        Ok(())
    }

    /// A rectangle from the axis to an x coordinate, as high as the row's bar.
    fn bar(&self, style: ShapeStyle, to: i32, place: RowPlace) -> Result<(), ChartError> {
        let corners = [(0, self.down(place.upper)), (to, self.down(place.lower))];
        Ok(self.area.draw(&Rectangle::new(corners, style))?)
    }

    /// A vertical line across a row's bar and so far beyond it.
    fn upright(
        &self,
        ink: Ink,
        width: Px,
        x: i32,
        place: RowPlace,
        beyond: Px,
    ) -> Result<(), ChartError> {
        let ends = vec![
            (x, self.down(place.upper - beyond)),
            (x, self.down(place.lower + beyond)),
        ];
        Ok(self
            .area
            .draw(&PathElement::new(ends, stroke(ink, width)))?)
    }

    /// Where a level is on a row's bar, in the picture.
    fn place(&self, level: u8, place: RowPlace) -> Point {
        let middle = (place.upper + place.lower).half();
        let level = level.clamp(self.scale.min, self.scale.max);
        let at = (thousandths(self.scale, f64::from(level)), self.down(middle));
        Point::from_pair(self.area.map_coordinate(&at))
    }

    fn down(&self, y: Px) -> i32 {
        (y - self.layout.plot.top).in_quarters()
    }
}

/// A level as x coordinate; the scale has at most 100 levels, so this is at most 100 000.
fn thousandths(scale: &Scale, level: f64) -> i32 {
    let above = (level - f64::from(scale.origin())) * 1000.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "levels are cut to the scale; a cast never wraps"
    )]
    let rounded = above.round() as i32;
    rounded
}

/// The levels with a line, as x coordinates.
fn grid(scale: &Scale) -> Vec<i32> {
    scale
        .grid()
        .into_iter()
        .map(|level| thousandths(scale, f64::from(level)))
        .collect()
}

/// The number at a level's line.
fn level_number(scale: &Scale, thousandths: i32) -> String {
    digits(u32::from(scale.origin()).saturating_add(thousandths.unsigned_abs() / 1000))
}

fn diamond(at: Point) -> [Point; 4] {
    [
        Point::new(at.x, at.y - DIAMOND),
        Point::new(at.x + DIAMOND, at.y),
        Point::new(at.x, at.y + DIAMOND),
        Point::new(at.x - DIAMOND, at.y),
    ]
}

fn swatch_bar(at: Point) -> [Point; 4] {
    let (left, right) = (at.x - Px::whole(12), at.x + Px::whole(12));
    let (upper, lower) = (at.y - Px::whole(6), at.y + Px::whole(6));
    [
        Point::new(left, upper),
        Point::new(right, upper),
        Point::new(right, lower),
        Point::new(left, lower),
    ]
}
