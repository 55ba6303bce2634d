//! The shapes of the flower box: curves in a small space of their own, flattened into corners where they grow.

use super::px::{Point, Px};
use super::turn::direction;

/// A place in a shape: across (to the right of its growth) and along (from where it grows), both about 0 to 1.
type Place = (f64, f64);

/// A closed outline of cubic curves, each as first control, second control, end; the first begins at `start`.
#[derive(Debug, PartialEq)]
pub(super) struct Shape {
    start: Place,
    curves: &'static [[Place; 3]],
}

/// A plump petal from its heart outwards, one shoulder a little higher than the other.
pub(super) const PETAL: Shape = Shape {
    start: (0.0, 0.0),
    curves: &[
        [(-0.30, 0.14), (-0.94, 0.34), (-0.98, 0.64)],
        [(-1.02, 0.88), (-0.56, 1.0), (-0.05, 1.0)],
        [(0.50, 1.0), (1.04, 0.85), (1.0, 0.60)],
        [(0.95, 0.32), (0.30, 0.13), (0.0, 0.0)],
    ],
};

/// Five blades of grass from one root.
pub(super) const TUFT: Shape = Shape {
    start: (-0.60, 0.0),
    curves: &[
        [(-0.64, 0.24), (-0.80, 0.46), (-1.0, 0.60)],
        [(-0.72, 0.54), (-0.48, 0.40), (-0.38, 0.24)],
        [(-0.40, 0.46), (-0.46, 0.70), (-0.56, 0.86)],
        [(-0.34, 0.74), (-0.18, 0.50), (-0.13, 0.26)],
        [(-0.12, 0.54), (-0.05, 0.82), (0.06, 1.0)],
        [(0.14, 0.80), (0.17, 0.52), (0.15, 0.26)],
        [(0.22, 0.50), (0.40, 0.72), (0.60, 0.80)],
        [(0.49, 0.64), (0.41, 0.44), (0.38, 0.22)],
        [(0.52, 0.40), (0.76, 0.51), (1.0, 0.52)],
        [(0.80, 0.42), (0.65, 0.22), (0.60, 0.0)],
        [(0.20, 0.0), (-0.20, 0.0), (-0.60, 0.0)],
    ],
};

/// Three broader blades, where there is little room.
pub(super) const SPRIG: Shape = Shape {
    start: (-0.62, 0.0),
    curves: &[
        [(-0.64, 0.28), (-0.76, 0.54), (-1.0, 0.74)],
        [(-0.62, 0.66), (-0.34, 0.50), (-0.26, 0.28)],
        [(-0.26, 0.54), (-0.14, 0.82), (0.04, 1.0)],
        [(0.20, 0.82), (0.28, 0.54), (0.26, 0.28)],
        [(0.38, 0.50), (0.66, 0.62), (1.0, 0.64)],
        [(0.78, 0.50), (0.64, 0.26), (0.62, 0.0)],
        [(0.20, 0.0), (-0.20, 0.0), (-0.62, 0.0)],
    ],
};

/// A tuft whose blades have not opened: simple enough for a line of dots.
pub(super) const SHOOT: Shape = Shape {
    start: (-0.60, 0.0),
    curves: &[
        [(-0.70, 0.30), (-0.80, 0.46), (-1.0, 0.62)],
        [(-0.72, 0.62), (-0.50, 0.56), (-0.36, 0.46)],
        [(-0.32, 0.70), (-0.16, 0.88), (0.03, 1.0)],
        [(0.18, 0.86), (0.32, 0.68), (0.36, 0.44)],
        [(0.50, 0.54), (0.72, 0.58), (1.0, 0.54)],
        [(0.78, 0.40), (0.68, 0.26), (0.60, 0.0)],
        [(0.20, 0.0), (-0.20, 0.0), (-0.60, 0.0)],
    ],
};

/// A dome over a tuft, which takes the finger between its blades.
pub(super) const DOME: Shape = Shape {
    start: (-1.06, -0.06),
    curves: &[
        [(-1.10, 0.50), (-0.75, 1.12), (0.0, 1.12)],
        [(0.75, 1.12), (1.10, 0.50), (1.06, -0.06)],
        [(0.40, -0.06), (-0.40, -0.06), (-1.06, -0.06)],
    ],
};

/// A worn stone around its middle, flatter below.
pub(super) const STONE: Shape = Shape {
    start: (-1.0, -0.22),
    curves: &[
        [(-1.03, 0.36), (-0.66, 0.98), (-0.14, 1.0)],
        [(0.40, 1.02), (0.90, 0.62), (1.0, -0.06)],
        [(1.06, -0.60), (0.72, -0.94), (0.14, -0.96)],
        [(-0.52, -0.98), (-0.97, -0.80), (-1.0, -0.22)],
    ],
};

/// A green leaf at a stem.
pub(super) const FOLIAGE: Shape = Shape {
    start: (0.0, 0.0),
    curves: &[
        [(-0.80, 0.10), (-1.15, 0.62), (-0.10, 1.0)],
        [(0.75, 0.70), (0.80, 0.24), (0.0, 0.0)],
    ],
};

/// The line in the middle of a green leaf.
pub(super) const VEIN: Shape = Shape {
    start: (-0.04, 0.03),
    curves: &[
        [(-0.26, 0.30), (-0.22, 0.55), (-0.11, 0.80)],
        [(-0.13, 0.55), (-0.15, 0.30), (0.05, 0.03)],
    ],
};

/// Steps a curve is flattened into: no corner is seen at twice the size.
const STEPS: u8 = 7;

/// Where a shape grows: from a place, in a direction, so long and so wide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub origin: Point,
    /// Direction of growth in turns, clockwise from the right.
    pub turns: f64,
    /// Pixels along for one in the shape.
    pub along: f64,
    /// Pixels across for one in the shape; below 0 mirrors it.
    pub across: f64,
}

impl Frame {
    /// Upwards from a place.
    pub const fn upright(origin: Point, along: f64, across: f64) -> Self {
        Self {
            origin,
            turns: -0.25,
            along,
            across,
        }
    }

    /// The same growth, larger or smaller.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            along: self.along * factor,
            across: self.across * factor,
            ..self
        }
    }

    fn point(&self, (across, along): Place) -> Point {
        let (cos, sin) = direction(self.turns);
        let (across, along) = (across * self.across, along * self.along);
        Point::new(
            self.origin.x + Px::nearest(cos * along - sin * across),
            self.origin.y + Px::nearest(sin * along + cos * across),
        )
    }
}

impl Shape {
    /// The corners, the last one again the first.
    pub fn corners(&self, frame: &Frame) -> Vec<Point> {
        let mut corners = vec![frame.point(self.start)];
        let mut from = self.start;
        for [first, second, to] in self.curves {
            corners.extend((1..=STEPS).map(|step| {
                let share = f64::from(step) / f64::from(STEPS);
                frame.point(along_curve([from, *first, *second, *to], share))
            }));
            from = *to;
        }
        corners
    }
}

impl Shape {
    /// The corners of its lower part, up to a share of its length. Where the level cuts several blades they stay joined by
    /// edges without area, which no fill shows.
    pub fn below(&self, level: f64, frame: &Frame) -> Vec<Point> {
        let edge = frame.point((0.0, level)).y;
        let mut below: Vec<Point> = Vec::new();
        let corners = self.corners(frame);
        for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
            if (from.y < edge) != (to.y < edge) {
                let share = (edge - from.y).in_pixels() / (to.y - from.y).in_pixels();
                let across = (to.x - from.x).in_pixels() * share;
                below.push(Point::new(from.x + Px::nearest(across), edge));
            }
            if to.y >= edge {
                below.push(*to);
            }
        }
        below
    }
}

/// A place on a cubic curve, by share of its parameter.
fn along_curve(curve: [Place; 4], share: f64) -> Place {
    let left = 1.0 - share;
    let [from, first, second, to] = curve;
    let weights = [
        left * left * left,
        3.0 * left * left * share,
        3.0 * left * share * share,
        share * share * share,
    ];
    let [a, b, c, d] = weights;
    (
        a * from.0 + b * first.0 + c * second.0 + d * to.0,
        a * from.1 + b * first.1 + c * second.1 + d * to.1,
    )
}

/// A stem from its root to its heart, swaying so many pixels, thinner upwards.
pub(super) fn stem(root: Point, heart: Point, sway: f64, thick: f64) -> Vec<Point> {
    let at = |share: f64, side: f64| {
        let half = side * thick * (1.0 - 0.4 * share) / 2.0;
        let across = stem_sway(share) * sway + half;
        let up = (heart.y - root.y).in_pixels() * share;
        Point::new(root.x + Px::nearest(across), root.y + Px::nearest(up))
    };
    let shares = || (0..=12_u8).map(|step| f64::from(step) / 12.0);
    shares()
        .map(|share| at(share, -1.0))
        .chain(shares().rev().map(|share| at(share, 1.0)))
        .collect()
}

/// How far a stem stands from its foot, by share of its height: an S that begins and ends upright over its foot.
pub(super) fn stem_sway(share: f64) -> f64 {
    let (_, sin) = direction(share);
    sin
}

/// How much higher than its mean the ground is at a place: two slow waves.
pub(super) fn wave(x: Px) -> Px {
    let x = x.in_pixels();
    Px::nearest(direction(x / 430.0).1 * 2.5 + direction(x / 173.0).1)
}

/// The ground between two heights over the whole width: a waving upper edge, and below either straight or with the round
/// corners of the picture.
pub(super) fn ground(width: Px, top: Px, bottom: Px, corner: Option<Px>) -> Vec<Point> {
    let steps = 48;
    let mut corners: Vec<Point> = (0..=steps)
        .map(|step| {
            let x = width * step / steps;
            Point::new(x, top - wave(x))
        })
        .collect();
    let Some(radius) = corner else {
        corners.extend([Point::new(width, bottom), Point::new(Px::ZERO, bottom)]);
        return corners;
    };
    let round = radius.in_pixels();
    for (centre, from) in [(width - radius, 0.0), (radius, 0.25)] {
        corners.extend((0..=6_u8).map(|step| {
            let (cos, sin) = direction(from + f64::from(step) / 24.0);
            Point::new(
                centre + Px::nearest(cos * round),
                bottom - radius + Px::nearest(sin * round),
            )
        }));
    }
    corners
}
