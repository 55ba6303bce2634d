//! Values to hold the present state against: a target (rule 7), the last round (rule 11), a benchmark (rule 12).

use super::px::{Point, Px};
use super::role::Role;
use super::scale::Scale;

/// A value beside the present one, drawn only where the spec has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The value, unrounded, for the place of its mark only; cut to the scale, NaN counts as none.
    pub value: f64,
    /// The value as readers see it, already rounded and in their language.
    pub printed: String,
}

impl Compared {
    /// Where the value stands in level units, if it is a number.
    pub(super) fn place(&self, scale: &Scale) -> Option<f64> {
        scale.cut(Some(self.value))
    }
}

/// What a compared value is; each has a shape of its own, so that none is told by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Target,
    Earlier,
    Benchmark,
}

impl Comparison {
    /// In the order of the table's columns and of the legend.
    pub const ALL: [Self; 3] = [Self::Target, Self::Earlier, Self::Benchmark];

    /// The role of its mark.
    pub const fn role(self) -> Role {
        match self {
            Self::Target => Role::Target,
            Self::Earlier => Role::Earlier,
            Self::Benchmark => Role::Benchmark,
        }
    }

    /// The comparison that a mark of this role stands for.
    pub fn of(role: Role) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|comparison| comparison.role() == role)
    }
}

/// Radius of the hollow circle for the last round, where it stands by itself.
pub(super) const RING: Px = Px::quarters(22);
/// How high the flag's pole reaches above its place.
pub(super) const FLAG: Px = Px::whole(13);
/// Half the thickness of its pole, of which the rim takes 1 px.
pub(super) const POLE: Px = Px::quarters(9);
/// Height of the triangle.
pub(super) const POINTER: Px = Px::whole(12);

/// A pole from `foot` up to [`FLAG`] above `upper`, with a pennant to the right.
pub(super) fn flag(x: Px, upper: Px, foot: Px) -> [Point; 6] {
    let (left, right) = (x - POLE, x + POLE);
    let top = upper - FLAG;
    [
        Point::new(left, foot),
        Point::new(left, top),
        Point::new(right, top),
        Point::new(x + Px::whole(12), top + Px::whole(5)),
        Point::new(right, top + Px::whole(10)),
        Point::new(right, foot),
    ]
}

/// A triangle that points up to `tip`.
pub(super) fn pointer(tip: Point) -> [Point; 3] {
    let base = tip.y + POINTER;
    [
        tip,
        Point::new(tip.x + Px::whole(8), base),
        Point::new(tip.x - Px::whole(8), base),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_as_large_as_they_say() {
        let (x, y) = (Px::whole(100), Px::whole(50));
        let height = |points: &[Point]| {
            let ys = || points.iter().map(|point| point.y);
            ys().max().unwrap() - ys().min().unwrap()
        };
        assert_eq!(height(&flag(x, y, y)), FLAG);
        assert_eq!(height(&pointer(Point::new(x, y))), POINTER);
    }
}
