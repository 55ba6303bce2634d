//! Where the parts of the flower box stand, as values: what the layout computes and the painting reads.

use super::canvas::TextLine;
use super::flower_shapes::{DOME, Frame, PETAL, SHOOT, SPRIG, STONE, Shape, TUFT};
use super::garden::{Garden, Hue};
use super::px::{Point, Px};

/// What a leaf looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Growth {
    Petal,
    Tuft,
    /// A tuft where there is little room.
    Sprig,
    Stone,
}

impl Growth {
    pub const fn shape(self) -> &'static Shape {
        match self {
            Self::Petal => &PETAL,
            Self::Tuft => &TUFT,
            Self::Sprig => &SPRIG,
            Self::Stone => &STONE,
        }
    }

    /// The outline of a leaf whose grade is unknown.
    pub const fn dotted(self) -> &'static Shape {
        match self {
            Self::Tuft => &SPRIG,
            Self::Sprig => &SHOOT,
            Self::Petal | Self::Stone => self.shape(),
        }
    }

    /// What takes the finger: a little more than the shape.
    pub fn touch(self, frame: Frame) -> (&'static Shape, Frame) {
        match self {
            Self::Petal => (&PETAL, frame.scaled(1.08)),
            Self::Tuft | Self::Sprig => {
                // At least 24 px, however dense the grass is.
                let across = frame.across.abs().max(11.5);
                (&DOME, Frame { across, ..frame })
            }
            Self::Stone => (&STONE, frame.scaled(1.16)),
        }
    }

    /// The half that is filled, seen from where it grows: a smaller petal (the heart hides a third of it) or stone in the
    /// larger; blades are too thin for that and are filled up to a level.
    pub fn half(self, frame: &Frame) -> Vec<Point> {
        match self {
            Self::Petal => PETAL.corners(&frame.scaled(0.72)),
            Self::Stone => STONE.corners(&frame.scaled(0.6)),
            Self::Tuft | Self::Sprig => self.shape().below(0.4, frame),
        }
    }
}

/// One leaf in its place; the place is there even if its question is not relevant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LeafPlace {
    pub growth: Growth,
    pub frame: Frame,
}

/// The middle of a flower.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HeartPlace {
    pub role: Garden,
    pub at: Point,
    pub radius: Px,
    pub number: TextLine,
}

/// All places of a flower, the grass or the soil.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BedPlace {
    pub hue: Hue,
    /// Filled shapes under the leaves: what a flower stands on.
    pub under: Vec<(Garden, Vec<Point>)>,
    pub leaves: Vec<LeafPlace>,
    /// Filled shapes over the leaves: what tufts grow out of.
    pub over: Vec<(Garden, Vec<Point>)>,
    pub heart: Option<HeartPlace>,
    pub lines: Vec<TextLine>,
}
