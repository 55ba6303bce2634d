//! The other end of plotters: a `DrawingBackend` that builds nodes instead of painting pixels.
//!
//! It measures words with our own table, so plotters' font code is never reached, and it refuses pixels, so neither is
//! its rasteriser. Coordinates are quarters of a pixel and colours are roles (see `role`).

use std::fmt;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::attribute::{Anchor, Attribute};
use super::garden::Garden;
use super::px::{Point, Px};
use super::role::{Ink, Role};
use super::text_width::{Look, Weight, text_width};
use super::tree::{Node, Tag};

/// What plotters may ask that a node tree cannot answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BackendError {
    /// A colour that carries no role.
    UnknownInk,
    /// Single pixels or bitmaps.
    Pixels,
}

impl fmt::Display for BackendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownInk => "a colour without a role",
            Self::Pixels => "a node tree has no pixels",
        })
    }
}

impl std::error::Error for BackendError {}

type Drawn = Result<(), DrawingErrorKind<BackendError>>;

/// Collects the nodes of one picture in the order in which they are painted.
pub(super) struct TreeBackend<'nodes> {
    size: (u32, u32),
    nodes: &'nodes mut Vec<Node>,
}

impl<'nodes> TreeBackend<'nodes> {
    /// A picture of the given size, whose nodes are added to `nodes`.
    pub fn new((width, height): (Px, Px), nodes: &'nodes mut Vec<Node>) -> Self {
        let side = |px: Px| u32::try_from(px.in_quarters()).unwrap_or(0);
        Self {
            size: (side(width), side(height)),
            nodes,
        }
    }

    fn add(&mut self, tag: Tag, colour: BackendColor, attributes: Vec<Attribute>) -> Drawn {
        let ink =
            Ink::read(colour).ok_or(DrawingErrorKind::DrawingError(BackendError::UnknownInk))?;
        let mut node = Node {
            role: Some(ink.role),
            attributes,
            ..Node::new(tag)
        };
        node.attributes.extend(ink.row.map(Attribute::Row));
        self.nodes.push(node);
        Ok(())
    }
}

impl DrawingBackend for TreeBackend<'_> {
    type ErrorType = BackendError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Err(DrawingErrorKind::DrawingError(BackendError::Pixels))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Err(DrawingErrorKind::DrawingError(BackendError::Pixels))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (corner, opposite) = (Point::from_pair(upper_left), Point::from_pair(bottom_right));
        let mut attributes = vec![
            Attribute::X(corner.x),
            Attribute::Y(corner.y),
            Attribute::Width(opposite.x - corner.x),
            Attribute::Height(opposite.y - corner.y),
        ];
        attributes.extend(
            Ink::read(style.color())
                .and_then(|ink| corner_radius(ink.role))
                .map(Attribute::Rx),
        );
        attributes.extend((!fill).then(|| stroke_width(style)));
        self.add(Tag::Rect, style.color(), attributes)
    }

    /// Two points are a line; a path that returns to its beginning becomes a polygon, so that its last corner is
    /// joined like the others.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut points: Vec<Point> = path.into_iter().map(Point::from_pair).collect();
        let closed = points.len() > 3 && points.first() == points.last();
        let (tag, mut attributes) = match (points.as_slice(), closed) {
            ([] | [_], _) => return Ok(()),
            ([from, to], _) => {
                let ends = [
                    Attribute::X1(from.x),
                    Attribute::Y1(from.y),
                    Attribute::X2(to.x),
                    Attribute::Y2(to.y),
                ];
                (Tag::Line, ends.to_vec())
            }
            (_, true) => {
                points.pop();
                (Tag::Polygon, vec![Attribute::Points(points)])
            }
            (_, false) => (Tag::Polyline, vec![Attribute::Points(points)]),
        };
        attributes.push(stroke_width(style));
        self.add(tag, style.color(), attributes)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let centre = Point::from_pair(center);
        let radius = Px::quarters(i32::try_from(radius).unwrap_or(i32::MAX));
        let mut attributes = vec![
            Attribute::Cx(centre.x),
            Attribute::Cy(centre.y),
            Attribute::R(radius),
        ];
        attributes.extend((!fill).then(|| stroke_width(style)));
        self.add(Tag::Circle, style.color(), attributes)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        let points = vert.into_iter().map(Point::from_pair).collect();
        self.add(Tag::Polygon, style.color(), vec![Attribute::Points(points)])
    }

    /// No words are no node. Words stand on a computed baseline: `dominant-baseline` is not read by every program that opens the file.
    fn draw_text<TStyle: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &TStyle,
        pos: BackendCoord,
    ) -> Drawn {
        if text.is_empty() {
            return Ok(());
        }
        let (look, point) = (look_of(style), Point::from_pair(pos));
        let middle = match style.anchor().v_pos {
            VPos::Top => point.y + look.line().half(),
            VPos::Center => point.y,
            VPos::Bottom => point.y - look.line().half(),
        };
        let mut attributes = vec![
            Attribute::X(point.x),
            Attribute::Y(middle + half_capital(look.size)),
            Attribute::FontSize(look.size),
        ];
        attributes.extend((look.weight == Weight::SemiBold).then_some(Attribute::SemiBold));
        attributes.extend(match style.anchor().h_pos {
            HPos::Left => None,
            HPos::Center => Some(Attribute::TextAnchor(Anchor::Middle)),
            HPos::Right => Some(Attribute::TextAnchor(Anchor::End)),
        });
        self.add(Tag::Text, style.color(), attributes)?;
        if let Some(node) = self.nodes.last_mut() {
            node.text = Some(text.to_owned());
        }
        Ok(())
    }

    fn estimate_text_size<TStyle: BackendTextStyle>(
        &self,
        text: &str,
        style: &TStyle,
    ) -> Result<(u32, u32), DrawingErrorKind<BackendError>> {
        let look = look_of(style);
        let side = |px: Px| u32::try_from(px.in_quarters()).unwrap_or(0);
        Ok((
            side(text_width(text, look.size, look.weight)),
            side(look.line()),
        ))
    }
}

/// Half the height of a capital or a digit (0.72 em), from the middle of a line of words down to its baseline.
fn half_capital(size: Px) -> Px {
    Px::nearest(size.in_pixels() * 0.36)
}

/// plotters' font size counts in our quarter pixels; bold stands for our half-bold.
fn look_of<TStyle: BackendTextStyle>(style: &TStyle) -> Look {
    let weight = if matches!(style.style(), FontStyle::Bold) {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    Look {
        size: Px::nearest(style.size() / 4.0),
        weight,
    }
}

fn stroke_width<S: BackendStyle>(style: &S) -> Attribute {
    Attribute::StrokeWidth(Px::quarters(
        i32::try_from(style.stroke_width()).unwrap_or(i32::MAX),
    ))
}

/// Rounded corners, which plotters has no words for, follow from the role.
fn corner_radius(role: Role) -> Option<Px> {
    match role {
        Role::Band | Role::SeriesNow => Some(Px::whole(4)),
        Role::Missing => Some(Px::whole(6)),
        Role::Answer | Role::AnswerAside => Some(Px::whole(3)),
        Role::Agreed => Some(Px::whole(8)),
        Role::Garden(Garden::Sky) => Some(Px::whole(14)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::*;

    fn drawn(
        draw: impl FnOnce(&DrawingArea<TreeBackend<'_>, plotters::coord::Shift>),
    ) -> Vec<Node> {
        let mut nodes = Vec::new();
        draw(&TreeBackend::new((Px::whole(100), Px::whole(50)), &mut nodes).into_drawing_area());
        nodes
    }

    fn style(role: Role) -> ShapeStyle {
        ShapeStyle {
            color: role.of_row(2).colour(),
            filled: false,
            stroke_width: 6,
        }
    }

    #[test]
    fn a_path_becomes_the_plainest_element_that_holds_it() {
        let nodes = drawn(|area| {
            for points in [
                vec![(0, 0)],
                vec![(0, 0), (4, 8)],
                vec![(0, 0), (4, 8), (8, 0)],
                vec![(0, 0), (4, 8), (8, 0), (0, 0)],
            ] {
                area.draw(&PathElement::new(points, style(Role::SeriesLine)))
                    .unwrap();
            }
        });
        let tags: Vec<_> = nodes.iter().map(|node| node.tag).collect();
        assert_eq!(tags, [Tag::Line, Tag::Polyline, Tag::Polygon]);
        assert!(
            nodes
                .iter()
                .all(|node| node.row() == Some(2) && node.role == Some(Role::SeriesLine))
        );
        assert!(
            nodes[0]
                .attributes
                .contains(&Attribute::StrokeWidth(Px::quarters(6)))
        );
    }

    #[test]
    fn words_stand_on_their_baseline() {
        let font = FontDesc::new(FontFamily::SansSerif, 64.0, FontStyle::Bold);
        let ink = Role::Value.ink().colour();
        let words = TextStyle::from(font)
            .color(&ink)
            .pos(plotters::style::text_anchor::Pos::new(
                HPos::Right,
                VPos::Center,
            ));
        let nodes = drawn(|area| area.draw(&Text::new("2,7", (40, 80), words)).unwrap());
        assert_eq!(nodes[0].text.as_deref(), Some("2,7"));
        assert_eq!(
            nodes[0].attributes,
            [
                Attribute::X(Px::whole(10)),
                Attribute::Y(Px::quarters(80 + 23)), // 16 px × 0.36 = 5.76 px, nearest quarter 5.75
                Attribute::FontSize(Px::whole(16)),
                Attribute::SemiBold,
                Attribute::TextAnchor(Anchor::End),
            ]
        );
    }

    #[test]
    fn what_a_tree_cannot_hold_is_an_error() {
        drawn(|area| {
            assert!(area.draw_pixel((1, 1), &Role::Dot.ink().colour()).is_err());
            assert!(area.fill(&WHITE).is_err(), "a colour without a role");
        });
    }
}
