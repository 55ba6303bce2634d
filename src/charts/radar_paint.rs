//! Paints the radar: floor, outlines, the words at the rings, and on top the marks of each axis.

use super::attribute::Anchor;
use super::canvas::{Canvas, TextLine, fill, stroke};
use super::compared::Comparison;
use super::error::ChartError;
use super::px::{Point, Px};
use super::radar::{Radar, RadarAxis};
use super::radar_layout::{BADGE, Compass, LEVEL, RadarLayout};
use super::role::Role;
use super::text_width::text_width;

const DOT: Px = Px::whole(5);
/// Large enough to be seen around a dot of the same value.
const RING: Px = Px::whole(8);
/// Thickness of the outlines beside the present state.
const THIN: Px = Px::whole(2);

impl Radar {
    /// Draws everything at its place.
    pub(super) fn paint(
        &self,
        canvas: &Canvas<'_>,
        layout: &RadarLayout,
    ) -> Result<(), ChartError> {
        let compass = &layout.compass;
        let places = self.places(compass, |axis| axis.value);
        self.paint_floor(canvas, compass, &places)?;
        if let Some(inside) = places.iter().copied().collect::<Option<Vec<Point>>>() {
            canvas.fill(Role::SeriesArea.ink(), inside)?;
        }
        paint_outline(canvas, Role::SeriesLine, Px::whole(3), &places)?;
        let [targets, earlier] = [Comparison::Target, Comparison::Earlier]
            .map(|comparison| self.places(compass, |axis| Some(axis.compared(comparison)?.value)));
        paint_outline(canvas, Role::SeriesEarlier, THIN, &earlier)?;
        paint_outline(canvas, Role::SeriesTarget, THIN, &targets)?;
        self.paint_levels(canvas, compass)?;
        // The widest below: of three marks in one place each still shows its rim.
        for (place, number) in targets.iter().zip(0_u8..) {
            if let Some(place) = place {
                let across = compass.across(number.into(), *place);
                canvas.fill(Role::Target.of_row(number), across)?;
            }
        }
        for (place, number) in earlier.iter().zip(0_u8..) {
            if let Some(place) = place {
                canvas.circle(fill(Role::Earlier.of_row(number)), *place, RING)?;
            }
        }
        for (place, number) in places.iter().zip(0_u8..) {
            if let Some(place) = place {
                canvas.circle(fill(Role::Dot.of_row(number)), *place, DOT)?;
            }
        }
        layout.paint_words(canvas)
    }

    /// Where a value of each axis stands, if it has one.
    pub(super) fn places(
        &self,
        compass: &Compass,
        value: impl Fn(&RadarAxis) -> Option<f64>,
    ) -> Vec<Option<Point>> {
        let place = |(axis, number)| {
            let value = self.scale.cut(value(axis))?;
            Some(compass.point(number, self.scale.share(value)))
        };
        self.axes.iter().zip(0..).map(place).collect()
    }

    /// Floor, rings and spokes; the spoke of a missing value is dotted.
    pub(super) fn paint_floor(
        &self,
        canvas: &Canvas<'_>,
        compass: &Compass,
        places: &[Option<Point>],
    ) -> Result<(), ChartError> {
        canvas.fill(Role::Band.ink(), compass.ring(1.0))?;
        for level in self.scale.grid() {
            let ring = compass.ring(self.scale.share(f64::from(level)));
            let beginning = ring.first().copied();
            canvas.line(
                Role::Grid.ink(),
                Px::whole(1),
                ring.into_iter().chain(beginning),
            )?;
        }
        for (place, number) in places.iter().zip(0_u8..) {
            let (ink, width) = match place {
                Some(_) => (Role::Spoke.ink(), Px::whole(1)),
                None => (Role::Missing.of_row(number), Px::whole(2)),
            };
            canvas.line(
                ink,
                width,
                [compass.centre, compass.point(u32::from(number), 1.0)],
            )?;
        }
        Ok(())
    }

    /// What stands at the rings, half-way between the last axis and the first, where neither dots nor spokes stand; from
    /// the outermost inwards those that do not touch the one before.
    pub(super) fn paint_levels(
        &self,
        canvas: &Canvas<'_>,
        compass: &Compass,
    ) -> Result<(), ChartError> {
        let mut outer: Option<(Point, Px)> = None;
        for level in self.scale.grid().into_iter().rev() {
            let at = compass.before_first(self.scale.share(f64::from(level)));
            let words = self.scale.tick(level);
            let half = text_width(&words, LEVEL.size, LEVEL.weight).half();
            let free = outer.is_none_or(|(from, from_half)| {
                at.x - from.x >= half + from_half || at.y - from.y > LEVEL.size + Px::quarters(2)
            });
            if level > self.scale.origin() && free {
                outer = Some((at, half));
                canvas.words(&TextLine {
                    words,
                    ink: Role::RingTick.ink(),
                    look: LEVEL,
                    anchor: Anchor::Middle,
                    at,
                })?;
            }
        }
        Ok(())
    }
}

impl RadarLayout {
    /// What stands around the radar and above it.
    pub(super) fn paint_words(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        for leader in &self.leaders {
            canvas.line(Role::Spoke.ink(), Px::whole(1), *leader)?;
        }
        for centre in &self.badges {
            canvas.circle(stroke(Role::Badge.ink(), Px::quarters(5)), *centre, BADGE)?;
        }
        self.head.paint(canvas)?;
        self.lines.iter().try_for_each(|line| canvas.words(line))
    }
}

/// A closed outline, or the pieces between missing values.
pub(super) fn paint_outline(
    canvas: &Canvas<'_>,
    role: Role,
    width: Px,
    places: &[Option<Point>],
) -> Result<(), ChartError> {
    let closed = places.iter().all(Option::is_some);
    for mut piece in pieces(places) {
        if closed {
            piece.extend(piece.first().copied());
        }
        if piece.len() > 1 {
            canvas.line(role.ink(), width, piece)?;
        }
    }
    Ok(())
}

/// The unbroken runs of values around the circle, one that passes the top in one piece.
fn pieces(places: &[Option<Point>]) -> Vec<Vec<Point>> {
    let gap = places.iter().position(Option::is_none).unwrap_or(0);
    let (before, from_gap) = places.split_at_checked(gap).unwrap_or((places, &[]));
    let around: Vec<Option<Point>> = from_gap.iter().chain(before).copied().collect();
    around
        .split(Option::is_none)
        .map(|run| run.iter().flatten().copied().collect())
        .filter(|run: &Vec<_>| !run.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_values_are_followed_past_the_top() {
        let at = |x| Some(Point::new(Px::whole(x), Px::ZERO));
        let run = |xs: &[i32]| xs.iter().filter_map(|x| at(*x)).collect::<Vec<_>>();
        assert_eq!(
            pieces(&[at(0), None, at(2), None, at(4)]),
            [run(&[2]), run(&[4, 0])]
        );
        assert_eq!(pieces(&[None, None, None]), Vec::<Vec<Point>>::new());
        assert_eq!(pieces(&[at(0), at(1)]), [run(&[0, 1])]);
    }
}
