//! The few things a chart does with plotters, in our units: lines, fills, circles and words in a role.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};

use super::attribute::Anchor;
use super::backend::TreeBackend;
use super::error::ChartError;
use super::px::{Point, Px};
use super::role::Ink;
use super::text_width::{Look, Weight, Wrapped};
use super::tree::Node;

/// One line of words with everything that decides where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextLine {
    pub words: String,
    pub ink: Ink,
    pub look: Look,
    pub anchor: Anchor,
    /// Where the anchor is, at half the height of the line.
    pub at: Point,
}

impl TextLine {
    /// The lines of a wrapped text under each other, the first one's upper edge at `top`.
    pub fn block(
        wrapped: &Wrapped,
        ink: Ink,
        look: Look,
        anchor: Anchor,
        x: Px,
        top: Px,
    ) -> Vec<Self> {
        let mut middle = top + look.line().half();
        let mut lines = Vec::new();
        for words in &wrapped.lines {
            lines.push(Self {
                words: words.clone(),
                ink,
                look,
                anchor,
                at: Point::new(x, middle),
            });
            middle += look.line();
        }
        lines
    }
}

/// A picture being drawn.
pub(super) struct Canvas<'nodes> {
    area: DrawingArea<TreeBackend<'nodes>, Shift>,
}

impl<'nodes> Canvas<'nodes> {
    /// Draws a picture of the given size and hands back its nodes.
    ///
    /// # Errors
    /// What `draw` returns.
    pub fn draw(
        size: (Px, Px),
        draw: impl FnOnce(&Canvas<'_>) -> Result<(), ChartError>,
    ) -> Result<Vec<Node>, ChartError> {
        let mut nodes = Vec::new();
        draw(&Canvas::new(size, &mut nodes))?;
        Ok(nodes)
    }

    #[inline(never)]
    fn new(size: (Px, Px), nodes: &'nodes mut Vec<Node>) -> Self {
        Self {
            area: TreeBackend::new(size, nodes).into_drawing_area(),
        }
    }

    // What takes any iterator hands a list on to one that does not, so that plotters' code is there once for each element.

    /// A line through the points, closed if it ends where it began.
    pub fn line(
        &self,
        ink: Ink,
        width: Px,
        points: impl IntoIterator<Item = Point>,
    ) -> Result<(), ChartError> {
        self.path(stroke(ink, width), pairs(points))
    }

    #[inline(never)]
    fn path(&self, style: ShapeStyle, points: Vec<(i32, i32)>) -> Result<(), ChartError> {
        Ok(self.area.draw(&PathElement::new(points, style))?)
    }

    /// A filled shape with these corners.
    pub fn fill(
        &self,
        ink: Ink,
        corners: impl IntoIterator<Item = Point>,
    ) -> Result<(), ChartError> {
        self.polygon(fill(ink), pairs(corners))
    }

    #[inline(never)]
    fn polygon(&self, style: ShapeStyle, corners: Vec<(i32, i32)>) -> Result<(), ChartError> {
        Ok(self.area.draw(&Polygon::new(corners, style))?)
    }

    /// An upright rectangle in the given style, by its upper left and lower right corner.
    #[inline(never)]
    pub fn rect(&self, style: ShapeStyle, corners: [Point; 2]) -> Result<(), ChartError> {
        let corners = corners.map(Point::pair);
        Ok(self.area.draw(&Rectangle::new(corners, style))?)
    }

    /// A circle in the given style.
    #[inline(never)]
    pub fn circle(&self, style: ShapeStyle, centre: Point, radius: Px) -> Result<(), ChartError> {
        Ok(self
            .area
            .draw(&Circle::new(centre.pair(), radius.in_quarters(), style))?)
    }

    /// A line of words.
    #[inline(never)]
    pub fn words(&self, line: &TextLine) -> Result<(), ChartError> {
        let h_pos = match line.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = text_style(line.ink, line.look).pos(Pos::new(h_pos, VPos::Center));
        Ok(self
            .area
            .draw(&Text::new(line.words.as_str(), line.at.pair(), style))?)
    }
}

fn pairs(points: impl IntoIterator<Item = Point>) -> Vec<(i32, i32)> {
    points.into_iter().map(Point::pair).collect()
}

/// plotters' style for a line in a role.
pub(super) fn stroke(ink: Ink, width: Px) -> ShapeStyle {
    ShapeStyle {
        color: ink.colour(),
        filled: false,
        stroke_width: width.in_quarters().unsigned_abs(),
    }
}

/// plotters' style for a filled shape in a role.
pub(super) fn fill(ink: Ink) -> ShapeStyle {
    ShapeStyle {
        color: ink.colour(),
        filled: true,
        stroke_width: 0,
    }
}

/// plotters' style for words in a role; its font carries only size and weight.
pub(super) fn text_style(ink: Ink, look: Look) -> TextStyle<'static> {
    let style = match look.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::SemiBold => FontStyle::Bold,
    };
    let font = FontDesc::new(
        FontFamily::SansSerif,
        f64::from(look.size.in_quarters()),
        style,
    );
    TextStyle {
        font,
        color: ink.colour().to_backend_color(),
        pos: Pos::default(),
    }
}
