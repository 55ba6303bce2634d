//! Directions around a circle. The standard sine is exact for arguments of any size, and its tables for those weigh more in
//! WebAssembly than the whole radar; for one turn of a circle a short series is exact far below a quarter pixel.

use std::f64::consts::TAU;

/// Cosine and sine of a number of whole turns, clockwise from the right (y grows downwards); any finite number of turns,
/// (1, 0) for others.
pub(super) fn direction(turns: f64) -> (f64, f64) {
    if !turns.is_finite() {
        return (1.0, 0.0);
    }
    // To the nearest quarter turn, so that the series only sees an eighth of a turn to either side.
    let quarters = (turns * 4.0).round();
    let angle = (turns - quarters / 4.0) * TAU;
    let square = angle * angle;
    // Taylor, nested; the first term left out is below 1e-9.
    let sin = angle
        * (1.0
            - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0))));
    let cos = 1.0
        - square / 2.0
            * (1.0
                - square / 12.0
                    * (1.0 - square / 30.0 * (1.0 - square / 56.0 * (1.0 - square / 90.0))));
    let quarter = quarters - (quarters / 4.0).floor() * 4.0;
    if quarter < 0.5 {
        (cos, sin)
    } else if quarter < 1.5 {
        (-sin, cos)
    } else if quarter < 2.5 {
        (-cos, -sin)
    } else {
        (sin, -cos)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_standard_library() {
        for step in -2000..=2000 {
            let turns = f64::from(step) / 777.0;
            let (cos, sin) = direction(turns);
            assert!((cos - (turns * TAU).cos()).abs() < 1e-7, "{turns}");
            assert!((sin - (turns * TAU).sin()).abs() < 1e-7, "{turns}");
        }
    }

    #[test]
    fn quarters_are_exact_and_nonsense_points_to_the_right() {
        for (turns, to) in [
            (0.0, (1.0, 0.0)),
            (0.25, (0.0, 1.0)),
            (0.5, (-1.0, 0.0)),
            (-0.25, (0.0, -1.0)),
            (1.0, (1.0, 0.0)),
        ] {
            assert_eq!(direction(turns), to);
        }
        assert_eq!(direction(f64::NAN), (1.0, 0.0));
        assert_eq!(direction(f64::INFINITY), (1.0, 0.0));
    }
}
