//! A row of flowers: their columns and names, how high each stands, its petals and its green.

use super::attribute::Anchor;
use super::canvas::TextLine;
use super::flower_box::Bed;
use super::flower_layout::Measures;
use super::flower_place::{BedPlace, Growth, HeartPlace, LeafPlace};
use super::flower_shapes::{FOLIAGE, Frame, VEIN, stem, stem_sway, wave};
use super::garden::{Garden, Hue};
use super::px::{Point, Px};
use super::role::{Ink, Role};
use super::text_width::{Look, Wrapped, wrap};
use super::turn::direction;

const NUMBER: Look = Look::semi_bold(16);
const HEART: Px = Px::whole(21);
/// How much lower than none on the scale a flower without a degree stands: beside the scale, not on it.
const BUD: Px = Px::whole(14);
/// How deep stems reach into the ground, below its lowest wave.
const DEEP: Px = Px::whole(9);

/// How wide a flower's column is, and in which size all names fit it.
pub(super) struct Names {
    column: Px,
    look: Look,
}

impl Names {
    pub fn of(measures: &Measures, beds: &[Bed], across: usize) -> Self {
        let (left, right) = measures.margins;
        // A single flower is no wider than one of two.
        let count = i32::try_from(across.max(2)).unwrap_or(i32::MAX);
        let column = (measures.width - left - right) / count;
        let [large, middle, small] = measures.names;
        let fits = |look: &Look| {
            let names = Self {
                column,
                look: *look,
            };
            beds.iter().all(|bed| names.broken(bed).clean)
        };
        let look = [large, middle].into_iter().find(fits).unwrap_or(small);
        Self { column, look }
    }

    fn broken(&self, bed: &Bed) -> Wrapped {
        wrap(&bed.label, self.look, self.column - Px::whole(8), 2)
    }
}

/// A row of flowers.
pub(super) struct Row<'spec> {
    pub measures: &'static Measures,
    beds: &'spec [Bed],
    /// Where each flower stands.
    pub columns: Vec<Px>,
    names: Vec<Wrapped>,
    look: Look,
    top: Px,
    petal: f64,
    /// Where all of the scale is.
    highest: Px,
    /// What the stems stand in.
    pub ground: Px,
}

impl<'spec> Row<'spec> {
    pub fn of(measures: &'static Measures, beds: &'spec [Bed], named: &Names, top: Px) -> Self {
        let (left, right) = measures.margins;
        let count = i32::try_from(beds.len()).unwrap_or(i32::MAX);
        let (column, look) = (named.column, named.look);
        // A flower left over in the last row stands in the middle.
        let free = measures.width - left - right - column * count;
        let first = left + free.half() + column.half();
        let names: Vec<Wrapped> = beds.iter().map(|bed| named.broken(bed)).collect();
        let tallest = names.iter().map(|name| name.height(look)).max();
        let petal = measures.longest_petal.min(column.in_pixels() * 0.46);
        let reach = beds.iter().map(|bed| reach(bed.leaves.len(), petal)).max();
        let highest = top + tallest.unwrap_or_default() + reach.unwrap_or_default() + Px::whole(12);
        Self {
            measures,
            beds,
            columns: (0..count).map(|place| first + column * place).collect(),
            names,
            look,
            top,
            petal,
            highest,
            ground: highest + measures.range + measures.base,
        }
    }

    /// The height of a heart.
    pub fn height(&self, degree: Option<f64>) -> Px {
        let lowest = self.highest + self.measures.range;
        match degree {
            Some(degree) => lowest - Px::nearest(self.measures.range.in_pixels() * degree),
            None => lowest + BUD,
        }
    }

    /// The flowers from left to right.
    pub fn flowers(&self, hues: impl Iterator<Item = Hue>) -> Vec<BedPlace> {
        let places = self.beds.iter().zip(&self.names).zip(&self.columns);
        places
            .zip(hues)
            .map(|(((bed, name), x), hue)| self.flower(bed, name, *x, hue))
            .collect()
    }

    fn flower(&self, bed: &Bed, name: &Wrapped, x: Px, hue: Hue) -> BedPlace {
        let degree = bed.drawn();
        let at = Point::new(x, self.height(degree));
        let ink = |role: Garden| Role::Garden(role).ink();
        BedPlace {
            hue,
            under: self.green(at, hue),
            leaves: petals(at, bed.leaves.len(), self.petal),
            over: Vec::new(),
            heart: Some(HeartPlace {
                role: degree.map_or(Garden::HeartOpen, |_| Garden::Heart),
                at,
                radius: HEART,
                number: line(&bed.heart, Role::Value.ink(), NUMBER, at),
            }),
            lines: TextLine::block(
                name,
                ink(Garden::Name),
                self.look,
                Anchor::Middle,
                x,
                self.top,
            ),
        }
    }

    /// Stem and leaves. Neighbours sway to different sides.
    fn green(&self, heart: Point, hue: Hue) -> Vec<(Garden, Vec<Point>)> {
        let root = Point::new(heart.x, self.ground - wave(heart.x));
        let side = if matches!(hue, Hue::First | Hue::Third | Hue::Fifth) {
            1.0
        } else {
            -1.0
        };
        let deep = Point::new(root.x, root.y + DEEP);
        let length = (deep.y - heart.y).in_pixels();
        let sway = side * (3.0 + length / 40.0);
        let mut green = vec![(Garden::Stem, stem(deep, heart, sway, 5.5))];
        // Leaves sit on the part of the stem that no petal covers.
        let free = (length - self.petal * 0.8).max(0.0);
        for (share, side, size) in [(0.30, side, 1.0), (0.52, -side, 0.86)] {
            let up = DEEP.in_pixels() + free * share;
            let share = up / length.max(1.0);
            let from = Point::new(
                deep.x + Px::nearest(stem_sway(share) * sway),
                deep.y - Px::nearest(up),
            );
            let along = (30.0 + free * 0.10) * size;
            let frame = Frame {
                origin: from,
                turns: -0.25 + side * 0.155,
                along,
                across: along * 0.36 * side,
            };
            green.push((Garden::Foliage, FOLIAGE.corners(&frame)));
            green.push((Garden::Vein, VEIN.corners(&frame)));
        }
        green
    }
}

/// Petals around a heart, clockwise, never one straight downwards over the stem.
fn petals(heart: Point, count: usize, length: f64) -> Vec<LeafPlace> {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let parts = f64::from(count.max(1));
    let (cos, sin) = direction(0.5 / parts.max(3.0));
    // As wide as a plump petal is, or as its neighbours leave room for at its shoulders.
    let across = length * (0.58 * sin / cos).min(0.385);
    let first = if count.is_multiple_of(2) {
        0.5 / parts
    } else {
        0.0
    };
    (0..count)
        .map(|place| LeafPlace {
            growth: Growth::Petal,
            frame: Frame {
                origin: heart,
                turns: -0.25 + first + f64::from(place) / parts,
                along: length,
                across,
            },
        })
        .collect()
}

/// How far upwards so many petals reach from their heart.
fn reach(count: usize, length: f64) -> Px {
    let corners = |leaf: &LeafPlace| leaf.growth.shape().corners(&leaf.frame);
    let highest = petals(Point::default(), count, length)
        .iter()
        .flat_map(corners)
        .map(|corner| corner.y)
        .min();
    -highest.unwrap_or_default()
}

fn line(words: &str, ink: Ink, look: Look, at: Point) -> TextLine {
    TextLine {
        words: words.to_owned(),
        ink,
        look,
        anchor: Anchor::Middle,
        at,
    }
}
