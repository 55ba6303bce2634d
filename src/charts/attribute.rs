//! What a node says about itself, each thing in its own type and printed without any formatting machinery.

use super::flower_box::Grade;
use super::px::{Point, Px, write_whole};

/// Which part of a line of words stands on its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// One stroke of a free shape, in absolute coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Lifts the pen and begins here.
    Move(Point),
    /// A straight line to here.
    Line(Point),
    /// A cubic curve: first control, second control, end.
    Curve(Point, Point, Point),
    /// A straight line back to the beginning.
    Close,
}

/// One attribute of a node, with its value in its own type, so that a test compares numbers and not text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// Left edge of a rectangle, or the anchor of words.
    X(Px),
    /// Upper edge of a rectangle, or the baseline of words.
    Y(Px),
    /// Width of a rectangle or of the picture.
    Width(Px),
    /// Height of a rectangle or of the picture.
    Height(Px),
    /// Corner radius of a rectangle.
    Rx(Px),
    /// Where a line begins, from the left.
    X1(Px),
    /// Where a line begins, from above.
    Y1(Px),
    /// Where a line ends, from the left.
    X2(Px),
    /// Where a line ends, from above.
    Y2(Px),
    /// Middle of a circle, from the left.
    Cx(Px),
    /// Middle of a circle, from above.
    Cy(Px),
    /// Radius of a circle.
    R(Px),
    /// Corners of a polygon or points of a polyline.
    Points(Vec<Point>),
    /// Strokes of a free shape.
    D(Vec<Segment>),
    /// Thickness of a line.
    StrokeWidth(Px),
    /// Size of words; belongs to the geometry, as the layout has measured with it.
    FontSize(Px),
    /// Half-bold words; belongs to the geometry for the same reason.
    SemiBold,
    /// Which part of the words stands on their point; [`Anchor::Start`] is left out.
    TextAnchor(Anchor),
    /// The row of the spec a mark belongs to, counted from 0 (`data-row`).
    Row(u8),
    /// The number of a mark as it is printed in the table twin (`data-value`).
    Value(String),
    /// The grade of a question, for a program that counts (`data-grade`).
    Grade(Grade),
    /// Where a link leads.
    Href(String),
    /// The name for assistive technology, where no words in the picture give one.
    Label(String),
    /// The one link of the picture that the tab key reaches.
    TabStop,
    /// A link that is reached from its neighbours, by the page's arrow keys.
    NoTabStop,
    /// The picture's own coordinates: left, top, width, height.
    ViewBox([Px; 4]),
    /// The name by which another node refers to this one.
    Id(String),
    /// Says that the picture is one image (`role="img"`), read by its title and description.
    ImageRole,
    /// Says that the picture is a group with things to reach inside (`role="group"`).
    GroupRole,
    /// The id of the node that names this one.
    LabelledBy(String),
    /// The id of the node that describes this one.
    DescribedBy(String),
}

impl Attribute {
    /// The attribute's name in SVG.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::X(_) => "x",
            Self::Y(_) => "y",
            Self::Width(_) => "width",
            Self::Height(_) => "height",
            Self::Rx(_) => "rx",
            Self::X1(_) => "x1",
            Self::Y1(_) => "y1",
            Self::X2(_) => "x2",
            Self::Y2(_) => "y2",
            Self::Cx(_) => "cx",
            Self::Cy(_) => "cy",
            Self::R(_) => "r",
            Self::Points(_) => "points",
            Self::D(_) => "d",
            Self::StrokeWidth(_) => "stroke-width",
            Self::FontSize(_) => "font-size",
            Self::SemiBold => "font-weight",
            Self::TextAnchor(_) => "text-anchor",
            Self::Row(_) => "data-row",
            Self::Value(_) => "data-value",
            Self::Grade(_) => "data-grade",
            Self::Href(_) => "href",
            Self::Label(_) => "aria-label",
            Self::TabStop | Self::NoTabStop => "tabindex",
            Self::ViewBox(_) => "viewBox",
            Self::Id(_) => "id",
            Self::ImageRole | Self::GroupRole => "role",
            Self::LabelledBy(_) => "aria-labelledby",
            Self::DescribedBy(_) => "aria-describedby",
        }
    }

    /// The attribute's value as text, not yet escaped for XML: what the DOM's `setAttribute` takes.
    pub fn value(&self) -> String {
        let mut out = String::new();
        match self {
            Self::X(px)
            | Self::Y(px)
            | Self::Width(px)
            | Self::Height(px)
            | Self::Rx(px)
            | Self::X1(px)
            | Self::Y1(px)
            | Self::X2(px)
            | Self::Y2(px)
            | Self::Cx(px)
            | Self::Cy(px)
            | Self::R(px)
            | Self::StrokeWidth(px)
            | Self::FontSize(px) => px.write(&mut out),
            Self::Points(points) => points
                .iter()
                .for_each(|point| write_point(*point, &mut out)),
            Self::D(segments) => segments
                .iter()
                .for_each(|segment| write_segment(*segment, &mut out)),
            Self::ViewBox(sides) => sides.iter().for_each(|side| write_spaced(*side, &mut out)),
            Self::SemiBold => out.push_str("600"),
            Self::TextAnchor(anchor) => out.push_str(anchor.name()),
            Self::Row(row) => write_whole(u32::from(*row), &mut out),
            Self::ImageRole => out.push_str("img"),
            Self::GroupRole => out.push_str("group"),
            Self::TabStop => out.push('0'),
            Self::NoTabStop => out.push_str("-1"),
            Self::Grade(grade) => out.push_str(grade.name()),
            Self::Value(text)
            | Self::Href(text)
            | Self::Label(text)
            | Self::Id(text)
            | Self::LabelledBy(text)
            | Self::DescribedBy(text) => out.push_str(text),
        }
        out
    }
}

fn write_spaced(px: Px, out: &mut String) {
    if !out.is_empty() {
        out.push(' ');
    }
    px.write(out);
}

fn write_point(point: Point, out: &mut String) {
    write_spaced(point.x, out);
    out.push(',');
    point.y.write(out);
}

fn write_segment(segment: Segment, out: &mut String) {
    let (letter, points): (char, &[Point]) = match &segment {
        Segment::Move(to) => ('M', &[*to]),
        Segment::Line(to) => ('L', &[*to]),
        Segment::Curve(first, second, to) => ('C', &[*first, *second, *to]),
        Segment::Close => ('Z', &[]),
    };
    out.push(letter);
    for (point, first) in points
        .iter()
        .zip(std::iter::once(true).chain(std::iter::repeat(false)))
    {
        if !first {
            out.push(' ');
        }
        point.x.write(out);
        out.push(' ');
        point.y.write(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i32, y: i32) -> Point {
        Point::new(Px::whole(x), Px::quarters(y))
    }

    #[test]
    fn attributes_print_as_svg_reads_them() {
        assert_eq!(
            Attribute::Points(vec![at(1, 2), at(3, -4)]).value(),
            "1,0.5 3,-1"
        );
        assert_eq!(
            Attribute::D(vec![
                Segment::Move(at(0, 0)),
                Segment::Curve(at(1, 4), at(2, 5), at(3, 6)),
                Segment::Close
            ])
            .value(),
            "M0 0C1 1 2 1.25 3 1.5Z"
        );
        assert_eq!(Attribute::Row(12).value(), "12");
        assert_eq!(Attribute::SemiBold.value(), "600");
    }
}
