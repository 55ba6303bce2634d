//! What the tests of this layer ask of every drawn picture: where its shapes reach, and that its file can be read.

use super::attribute::Attribute;
use super::fixtures::assert_readable;
use super::role::Role;
use super::tree::{Node, Picture, Tag};

/// Left, top, right and lower edge of what a node paints, with half of its line or of a mark's rim.
pub fn extent(node: &Node) -> [f64; 4] {
    let all = |names: &[&str]| -> Vec<f64> {
        let attributes = node.attributes.iter();
        attributes
            .filter(|attribute| names.contains(&attribute.name()))
            .map(|attribute| attribute.value().parse().unwrap())
            .collect()
    };
    let (mut xs, mut ys) = (all(&["x", "x1", "x2", "cx"]), all(&["y", "y1", "y2", "cy"]));
    let first = |names: &[&str]| all(names).first().copied().unwrap_or_default();
    if node.tag == Tag::Rect {
        xs.push(xs[0] + first(&["width"]));
        ys.push(ys[0] + first(&["height"]));
    }
    for attribute in &node.attributes {
        if let Attribute::Points(points) = attribute {
            xs.extend(points.iter().map(|point| point.x.in_pixels()));
            ys.extend(points.iter().map(|point| point.y.in_pixels()));
        }
    }
    let rim = [
        Role::Mark,
        Role::Target,
        Role::Benchmark,
        Role::Earlier,
        Role::Dot,
        Role::AnswerAside,
    ];
    let rim = f64::from(u8::from(node.role.is_some_and(|role| rim.contains(&role))));
    let out = first(&["r"]) + rim.max(first(&["stroke-width"]) / 2.0);
    // Ends of lines are cut straight, except those of dots.
    let cut =
        node.tag == Tag::Line && !matches!(node.role, Some(Role::SeriesEarlier | Role::Missing));
    let edges = |values: &[f64]| {
        let least = values.iter().copied().fold(f64::MAX, f64::min);
        (least, values.iter().copied().fold(f64::MIN, f64::max))
    };
    let ((left, right), (top, bottom)) = (edges(&xs), edges(&ys));
    let across = if cut && top >= bottom { 0.0 } else { out };
    let down = if cut && left >= right { 0.0 } else { out };
    [left - across, top - down, right + across, bottom + down]
}

/// Fails if words or shapes reach outside the picture, or words are unreadable.
pub fn assert_inside(picture: &Picture) {
    assert_readable(picture);
    let (width, height) = picture.view_box;
    for node in picture.root.iter().filter(|node| node.tag != Tag::Text) {
        let [left, top, right, bottom] = extent(node);
        let inside =
            left >= 0.0 && top >= 0.0 && right <= width.in_pixels() && bottom <= height.in_pixels();
        assert!(inside, "{node:?} outside {width:?} x {height:?}");
    }
}

/// Fails if a file's elements are not closed in order or an attribute is not in quotes.
pub fn assert_well_formed(svg: &str) {
    let mut open = Vec::new();
    for piece in svg.trim_end().split('<').skip(1) {
        let (tag, words) = piece.split_once('>').expect("a tag ends");
        assert!(!words.contains('>'), "{words}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let attributes = tag.strip_suffix('/');
        let (name, rest) = attributes
            .unwrap_or(tag)
            .split_once(' ')
            .unwrap_or((tag, ""));
        assert_eq!(rest.matches('"').count() % 2, 0, "{rest}");
        assert_eq!(
            rest.matches("=\"").count() * 2,
            rest.matches('"').count(),
            "{rest}"
        );
        if attributes.is_none() {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} never closed");
}
