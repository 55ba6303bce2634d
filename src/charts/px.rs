//! The unit of every picture: whole quarters of a pixel. plotters draws in integers, so a chart is drawn four times
//! too large and the tree reads the integers as quarters. They also print without any float formatting, which is
//! dear in WebAssembly.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// A length or coordinate in CSS pixels, exact to a quarter, so that a picture is the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Px(i32);

impl Px {
    /// No length at all, the origin of both axes.
    pub const ZERO: Self = Self(0);

    /// So many whole pixels; more than ±100 000 is cut to that, far outside any picture.
    pub const fn whole(pixels: i32) -> Self {
        let limit = 100_000;
        let cut = if pixels > limit {
            limit
        } else if pixels < -limit {
            -limit
        } else {
            pixels
        };
        Self(cut * 4)
    }

    /// So many quarter pixels, as plotters counts in our drawing space.
    pub const fn quarters(quarters: i32) -> Self {
        Self(quarters)
    }

    /// The nearest quarter to a computed length in pixels; NaN becomes zero and infinities a length far outside.
    pub fn nearest(pixels: f64) -> Self {
        let bounded = (pixels * 4.0).round().clamp(-400_000.0, 400_000.0);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "bounded and rounded just above; a NaN casts to 0"
        )]
        Self(bounded as i32)
    }

    /// The length in quarter pixels, for plotters' integer space.
    pub const fn in_quarters(self) -> i32 {
        self.0
    }

    /// The length in pixels, for arithmetic with angles and shares.
    pub fn in_pixels(self) -> f64 {
        f64::from(self.0) / 4.0
    }

    /// Half of it, rounded towards zero to a quarter.
    #[must_use]
    pub const fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// Writes it as SVG reads it (`-12.25`), with a decimal point in every language.
    pub fn write(self, out: &mut String) {
        if self.0 < 0 {
            out.push('-');
        }
        write_whole(self.0.unsigned_abs() / 4, out);
        out.push_str(match self.0.unsigned_abs() % 4 {
            1 => ".25",
            2 => ".5",
            3 => ".75",
            _ => "",
        });
    }
}

/// Writes a whole number digit by digit, without the formatting machinery.
pub(super) fn write_whole(number: u32, out: &mut String) {
    if number >= 10 {
        write_whole(number / 10, out);
    }
    out.push(char::from_digit(number % 10, 10).unwrap_or('0'));
}

/// The digits of a whole number, for level numbers and numbered axes.
pub(super) fn digits(number: u32) -> String {
    let mut out = String::new();
    write_whole(number, &mut out);
    out
}

impl Add for Px {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Px {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Px {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Px {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Mul<i32> for Px {
    type Output = Self;
    fn mul(self, times: i32) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Div<i32> for Px {
    type Output = Self;
    fn div(self, parts: i32) -> Self {
        Self(self.0.checked_div(parts).unwrap_or(0))
    }
}

/// A place in a picture: x to the right, y downwards, from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Point {
    /// Distance from the left edge.
    pub x: Px,
    /// Distance from the upper edge.
    pub y: Px,
}

impl Point {
    /// The place `x` to the right and `y` down.
    pub const fn new(x: Px, y: Px) -> Self {
        Self { x, y }
    }

    /// As plotters wants it: a pair of quarter pixels.
    pub(super) const fn pair(self) -> (i32, i32) {
        (self.x.in_quarters(), self.y.in_quarters())
    }

    /// From plotters' pair of quarter pixels.
    pub(super) const fn from_pair((x, y): (i32, i32)) -> Self {
        Self::new(Px::quarters(x), Px::quarters(y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(px: Px) -> String {
        let mut out = String::new();
        px.write(&mut out);
        out
    }

    #[test]
    fn a_length_prints_exactly_and_without_trailing_zeros() {
        assert_eq!(printed(Px::ZERO), "0");
        assert_eq!(printed(Px::whole(720)), "720");
        assert_eq!(printed(Px::quarters(49)), "12.25");
        assert_eq!(printed(Px::quarters(-1)), "-0.25");
        assert_eq!(printed(Px::quarters(-50)), "-12.5");
        assert_eq!(printed(Px::nearest(3.7)), "3.75");
    }

    #[test]
    fn strange_lengths_stay_bounded() {
        assert_eq!(Px::nearest(f64::NAN), Px::ZERO);
        assert_eq!(Px::nearest(f64::INFINITY), Px::whole(100_000));
        assert_eq!(Px::whole(i32::MIN), Px::whole(-100_000));
        assert_eq!(
            Px::quarters(i32::MAX) + Px::whole(1),
            Px::quarters(i32::MAX)
        );
        assert_eq!(Px::whole(1) / 0, Px::ZERO);
    }
}
