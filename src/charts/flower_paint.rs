//! Paints the flower box bed by bed, and gathers what belongs to a leaf into a link with its name.

use super::attribute::Attribute;
use super::canvas::{Canvas, fill, stroke};
use super::error::ChartError;
use super::flower_box::{Bed, FlowerBox, Grade, Leaf};
use super::flower_layout::FlowerLayout;
use super::flower_place::{BedPlace, Growth, LeafPlace};
use super::flower_shapes::Frame;
use super::garden::{Garden, Hue};
use super::px::{Point, Px};
use super::role::{Ink, Role};
use super::table::plain;
use super::tree::{Node, Picture, Tag};

/// Every outline in the picture.
const LINE: Px = Px::quarters(9);
/// Unknown: dots must be as strong as the line they stand for.
const DOTS: Px = Px::quarters(11);
const HAIRLINE: Px = Px::quarters(3);

/// Paints a whole picture: ground and scale, then flowers, grass and soil, each as a group with its leaves in it.
///
/// # Errors
/// [`ChartError::Drawing`] if plotters asks for what a tree cannot hold.
pub(super) fn paint(spec: &FlowerBox, layout: &FlowerLayout) -> Result<Vec<Node>, ChartError> {
    let (width, height) = layout.size;
    let mut root = Canvas::draw(layout.size, |canvas| {
        let sky = fill(Role::Garden(Garden::Sky).ink());
        canvas.rect(sky, [Point::default(), Point::new(width, height)])?;
        for guide in &layout.guides {
            canvas.line(Role::Grid.ink(), HAIRLINE, *guide)?;
        }
        for line in &layout.lines {
            canvas.words(line)?;
        }
        Ok(())
    })?;
    // After the flowers, so that their stems end in what they stand on.
    let terraces = Canvas::draw(layout.size, |canvas| fills(canvas, &layout.terraces))?;
    let mut links = 0_u32;
    let mut number = 0_u8;
    let mut beds = Vec::new();
    for (bed, place) in spec.beds().zip(&layout.beds) {
        let nodes = Canvas::draw(layout.size, |canvas| paint_bed(canvas, bed, place, number))?;
        let mut group = Node::new(Tag::G);
        group.role = Some(Role::Bed(place.hue));
        group.attributes.push(Attribute::Value(bed.printed.clone()));
        group.children = gather(nodes, spec, bed, number, &mut links);
        beds.push(group);
        number = number.saturating_add(u8::try_from(bed.leaves.len()).unwrap_or(u8::MAX));
    }
    let ground = beds.split_off(spec.flowers.len().min(beds.len()));
    root.extend(beds);
    root.extend(terraces);
    root.extend(ground);
    Ok(root)
}

fn fills(canvas: &Canvas<'_>, shapes: &[(Garden, Vec<Point>)]) -> Result<(), ChartError> {
    shapes
        .iter()
        .try_for_each(|(part, corners)| canvas.fill(ink(*part), corners.iter().copied()))
}

const fn ink(part: Garden) -> Ink {
    Role::Garden(part).ink()
}

/// A bed; its leaves are numbered from `first` over the whole picture.
fn paint_bed(
    canvas: &Canvas<'_>,
    bed: &Bed,
    place: &BedPlace,
    first: u8,
) -> Result<(), ChartError> {
    fills(canvas, &place.under)?;
    for ((leaf, place), number) in bed.leaves.iter().zip(&place.leaves).zip(first..) {
        paint_leaf(canvas, *place, leaf.grade, number)?;
    }
    fills(canvas, &place.over)?;
    if let Some(heart) = &place.heart {
        let width = match heart.role {
            Garden::HeartOpen => DOTS,
            _ => LINE,
        };
        canvas.circle(stroke(ink(heart.role), width), heart.at, heart.radius)?;
        canvas.words(&heart.number)?;
    }
    place.lines.iter().try_for_each(|line| canvas.words(line))
}

/// A leaf: its outline, what of it is filled, and what takes the finger. One rule for petals, tufts and stones.
fn paint_leaf(
    canvas: &Canvas<'_>,
    LeafPlace { growth, frame }: LeafPlace,
    grade: Grade,
    number: u8,
) -> Result<(), ChartError> {
    let ink = |part: Garden| Role::Garden(part).of_row(number);
    let shape = growth.shape();
    let whole = shape.corners(&frame);
    match grade {
        Grade::Absent => return Ok(()),
        Grade::Full => canvas.fill(ink(Garden::Full), whole)?,
        Grade::Nothing => canvas.line(ink(Garden::Rim), LINE, whole)?,
        Grade::Unknown => {
            let whole = growth.dotted().corners(&frame);
            canvas.line(ink(Garden::Unknown), DOTS, whole)?;
        }
        Grade::Half => {
            canvas.line(ink(Garden::Rim), LINE, whole)?;
            canvas.fill(ink(Garden::Part), growth.half(&frame))?;
        }
    }
    let (shape, frame) = growth.touch(frame);
    canvas.fill(ink(Garden::Touch), shape.corners(&frame))
}

/// Wraps the nodes of each leaf, which follow each other, in a link or a group that carries its number.
fn gather(nodes: Vec<Node>, spec: &FlowerBox, bed: &Bed, first: u8, links: &mut u32) -> Vec<Node> {
    let mut gathered: Vec<Node> = Vec::new();
    for mut node in nodes {
        let Some(row) = node.row() else {
            gathered.push(node);
            continue;
        };
        node.attributes
            .retain(|attribute| !matches!(attribute, Attribute::Row(_)));
        if let Some(open) = gathered.last_mut().filter(|last| last.row() == Some(row)) {
            open.children.push(node);
            continue;
        }
        let place = usize::from(row.saturating_sub(first));
        let Some(leaf) = bed.leaves.get(place) else {
            continue;
        };
        let name = name(bed, leaf, spec.words.of(leaf.grade));
        let mut group = Node::new(Tag::G);
        group.attributes = vec![Attribute::Row(row), Attribute::Grade(leaf.grade)];
        group.children = vec![Node::words(Tag::Title, &name), node];
        if let Some(href) = &leaf.href {
            group.tag = Tag::A;
            group.attributes.extend([
                Attribute::Href(href.clone()),
                if *links == 0 {
                    Attribute::TabStop
                } else {
                    Attribute::NoTabStop
                },
                Attribute::Label(name),
            ]);
            *links += 1;
        }
        gathered.push(group);
    }
    gathered
}

/// What a leaf is called: its area, its question and its grade. A question mostly has its own mark at the end.
fn name(bed: &Bed, leaf: &Leaf, grade: &str) -> String {
    let stop = if leaf.label.ends_with(['?', '.', '!']) {
        " "
    } else {
        ". "
    };
    plain(&[&bed.label, ": ", &leaf.label, stop, grade].concat())
}

/// A petal of a grade for the legend.
pub(super) fn key_picture(grade: Grade, words: &str) -> Result<Picture, ChartError> {
    let size = (Px::whole(28), Px::whole(42));
    let place = LeafPlace {
        growth: Growth::Petal,
        frame: Frame::upright(Point::new(size.0.half(), Px::whole(39)), 36.0, 12.0),
    };
    let mut petal = Node::new(Tag::G);
    petal.role = Some(Role::Bed(Hue::Plain));
    petal.children = Canvas::draw(size, |canvas| paint_leaf(canvas, place, grade, 0))?;
    petal
        .children
        .retain(|node| node.role != Some(Role::Garden(Garden::Touch)));
    Ok(Picture {
        view_box: size,
        title: words.to_owned(),
        description: String::new(),
        root: vec![petal],
    })
}
