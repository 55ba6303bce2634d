//! The scale of levels, and how wide a picture is.

use super::error::ChartError;
use super::px::{Px, digits};

/// For which room a picture is laid out; each is a layout of its own, not the other one scaled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Width {
    /// 720 px: labels beside the data.
    Wide,
    /// 320 px, a phone or 400 % zoom: labels above the data, axes by number.
    Narrow,
}

impl Width {
    /// The picture's width.
    pub const fn px(self) -> Px {
        match self {
            Self::Wide => Px::whole(720),
            Self::Narrow => Px::whole(320),
        }
    }
}

/// The levels or percent a value can have.
///
/// A scale that begins at 1 or above is drawn from one step below its lowest level, so that level 1 is one step long and
/// the length of a bar is in proportion to its level; one that begins at 0 is drawn from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The lowest level.
    pub min: u8,
    /// The highest level, above `min` and at most 100.
    pub max: u8,
    /// The levels' names from the lowest up, shown where there is room; may be empty.
    pub names: Vec<String>,
    /// The grid lines with what stands at each, upwards, such as 0 to 100 by 25 with "25 %" (*uppfyllnadsgrad*,
    /// rule 6); if empty, the levels get a line and their number.
    pub ticks: Vec<(u8, String)>,
}

impl Scale {
    /// Refuses a scale that cannot be drawn.
    pub(super) fn check(&self) -> Result<(), ChartError> {
        let within = |(level, _): &(u8, String)| (self.min..=self.max).contains(level);
        let upwards = self
            .ticks
            .is_sorted_by(|(lower, _), (upper, _)| lower < upper);
        if self.min < self.max && self.max <= 100 && self.ticks.iter().all(within) && upwards {
            Ok(())
        } else {
            Err(ChartError::Scale)
        }
    }

    /// Where drawing begins: one step below the lowest level, but not below 0.
    pub(super) const fn origin(&self) -> u8 {
        self.min.saturating_sub(1)
    }

    fn span(&self) -> f64 {
        f64::from(self.max.saturating_sub(self.origin()))
    }

    /// A value that can be drawn: cut to the scale; `None` for nothing and for NaN, which is no number.
    pub(super) fn cut(&self, value: Option<f64>) -> Option<f64> {
        value
            .filter(|value| !value.is_nan())
            .map(|value| value.max(f64::from(self.min)).min(f64::from(self.max)))
    }

    /// How far along the drawn length a value stands, 0 to 1.
    pub(super) fn share(&self, value: f64) -> f64 {
        ((value - f64::from(self.origin())) / self.span()).clamp(0.0, 1.0)
    }

    /// The levels that get a grid line: the ticks; without them every level up to seven, otherwise round steps.
    pub(super) fn grid(&self) -> Vec<u8> {
        if !self.ticks.is_empty() {
            return self.ticks.iter().map(|(level, _)| *level).collect();
        }
        let span = self.max.saturating_sub(self.min);
        let step = if span <= 6 {
            1
        } else {
            [2, 5, 10, 20]
                .into_iter()
                .find(|step| span / step <= 5)
                .unwrap_or(25)
        };
        (self.min..=self.max).step_by(step.into()).collect()
    }

    /// What stands at a grid line.
    pub(super) fn tick(&self, level: u8) -> String {
        self.ticks
            .iter()
            .find(|(tick, _)| *tick == level)
            .map_or_else(|| digits(u32::from(level)), |(_, words)| words.clone())
    }

    /// The level's name, if the scale has one.
    pub(super) fn name(&self, level: u8) -> Option<&str> {
        let place = level.checked_sub(self.min)?;
        self.names
            .get(usize::from(place))
            .map(String::as_str)
            .filter(|name| !name.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(min: u8, max: u8) -> Scale {
        Scale {
            min,
            max,
            names: Vec::new(),
            ticks: Vec::new(),
        }
    }

    #[test]
    fn level_one_of_five_is_one_fifth_of_the_length() {
        let levels = scale(1, 5);
        assert!((levels.share(1.0) - 0.2).abs() < 1e-12);
        assert!((levels.share(5.0) - 1.0).abs() < 1e-12);
        assert!((scale(0, 100).share(25.0) - 0.25).abs() < 1e-12);
    }

    #[test]
    fn values_are_cut_to_the_scale_and_nan_is_no_value() {
        let levels = scale(1, 5);
        for (value, drawn) in [
            (Some(2.7), Some(2.7)),
            (Some(-3.0), Some(1.0)),
            (Some(f64::INFINITY), Some(5.0)),
            (Some(f64::NEG_INFINITY), Some(1.0)),
            (Some(f64::NAN), None),
            (None, None),
        ] {
            assert_eq!(levels.cut(value), drawn);
        }
    }

    #[test]
    fn the_grid_stays_calm_on_a_long_scale() {
        assert_eq!(scale(1, 5).grid(), [1, 2, 3, 4, 5]);
        assert_eq!(scale(0, 10).grid(), [0, 2, 4, 6, 8, 10]);
        assert_eq!(scale(0, 100).grid(), [0, 20, 40, 60, 80, 100]);
    }

    #[test]
    fn an_empty_scale_is_refused() {
        assert_eq!(scale(3, 3).check(), Err(ChartError::Scale));
        assert_eq!(scale(5, 1).check(), Err(ChartError::Scale));
        assert_eq!(scale(0, 101).check(), Err(ChartError::Scale));
        assert_eq!(scale(0, 100).check(), Ok(()));
    }

    #[test]
    fn ticks_of_its_own_take_the_place_of_the_numbers() {
        let ticks = |levels: &[u8]| Scale {
            ticks: levels
                .iter()
                .map(|level| (*level, format!("{level} %")))
                .collect(),
            ..scale(0, 100)
        };
        let percent = ticks(&[0, 25, 50, 75, 100]);
        assert_eq!(percent.check(), Ok(()));
        assert_eq!(percent.grid(), [0, 25, 50, 75, 100]);
        assert_eq!(percent.tick(25), "25 %");
        assert_eq!(scale(1, 5).tick(3), "3");
        for wrong in [&[0, 101][..], &[50, 25], &[25, 25]] {
            assert_eq!(ticks(wrong).check(), Err(ChartError::Scale), "{wrong:?}");
        }
    }
}
