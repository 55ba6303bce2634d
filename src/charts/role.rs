//! What a node stands for, and how that travels through plotters.
//!
//! plotters' `DrawingBackend` hands over nothing but colours, so a role is dressed up as one: **red** is the role's
//! number, **green** the data row plus one (0 = belongs to no row), **blue** a guard that no role changes, and alpha is
//! full. The backend reads them back; a colour without the guard is a mistake in a chart and an error, never a
//! colour on a screen.

use plotters::style::RGBAColor;
use plotters_backend::BackendColor;

use super::garden::{Garden, Hue};

/// What a node stands for; becomes a CSS class on screen and a colour from a palette in a file.
///
/// One role is painted in one way (line, fill or text), so that the style sheet needs no second condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A part of the flower box.
    Garden(Garden),
    /// Structure: a flower, the grass or the soil; says in which colours its parts are.
    Bed(Hue),
    /// Line: where every bar begins, and the strokes that cut a line over time.
    Axis,
    /// Line: a level, across all rows or around the radar.
    Grid,
    /// Line: a level where it crosses a bar, in the colour of the ground, so that a bar shows its steps.
    Notch,
    /// Line: from the middle of the radar to an axis' label.
    Spoke,
    /// Fill: the quiet ground under the data, a bar's whole track or the radar's floor.
    Band,
    /// Text: the number or the name of a level.
    Tick,
    /// Text with a rim of the ground behind it: the number of a level where lines run under it.
    RingTick,
    /// Text: the name of a row or an axis.
    Label,
    /// Text: what stands beside in a lower voice, such as coverage or the legend.
    Note,
    /// Text: the printed number of a row.
    Value,
    /// Fill: the present state as a bar.
    SeriesNow,
    /// Line: the present state as an outline.
    SeriesLine,
    /// Fill, translucent: the inside of the outline.
    SeriesArea,
    /// Line, dashed: the targets as an outline.
    SeriesTarget,
    /// Line, finely dotted: the last round as an outline, or the same questions over the rounds.
    SeriesEarlier,
    /// Fill: the level that every answer reaches, a shape of its own (never told by colour alone).
    Mark,
    /// Fill: a target, upright across its bar with a flag, or straight across its axis.
    Target,
    /// Line: from the present state up to a target that is not reached.
    Gap,
    /// Fill, hollow: the value of the last round, or of the same questions.
    Earlier,
    /// Fill: a value from others to compare with.
    Benchmark,
    /// Fill: the point of a value on its axis.
    Dot,
    /// Fill: one answer as a dot, or all answers of a level as a bar.
    Answer,
    /// Fill, hollow: answers outside the scale, such as "don't know", as dots or as a bar.
    AnswerAside,
    /// Line: the frame around the level that the group agreed on.
    Agreed,
    /// Line, dotted: where a value would stand if there were ground for one.
    Missing,
    /// Text: the words for why there is no value.
    MissingText,
    /// Line: the ring around an axis' number in the narrow radar.
    Badge,
    /// Text: an axis' number in the narrow radar.
    BadgeText,
    /// Text: what must be read with the picture wherever it goes, such as that its values are made up.
    Notice,
}

impl Role {
    /// Every role once, in the order in which they are numbered on the way through plotters; a test or a gallery
    /// walks it to see that each has a rule in the style sheet.
    pub const ALL: [Self; 54] = [
        Self::Garden(Garden::Sky),
        Self::Garden(Garden::Terrace),
        Self::Garden(Garden::Turf),
        Self::Garden(Garden::Soil),
        Self::Garden(Garden::Stem),
        Self::Garden(Garden::Foliage),
        Self::Garden(Garden::Vein),
        Self::Garden(Garden::Full),
        Self::Garden(Garden::Rim),
        Self::Garden(Garden::Part),
        Self::Garden(Garden::Unknown),
        Self::Garden(Garden::Touch),
        Self::Garden(Garden::Heart),
        Self::Garden(Garden::HeartOpen),
        Self::Garden(Garden::Name),
        Self::Garden(Garden::Caption),
        Self::Bed(Hue::First),
        Self::Bed(Hue::Second),
        Self::Bed(Hue::Third),
        Self::Bed(Hue::Fourth),
        Self::Bed(Hue::Fifth),
        Self::Bed(Hue::Sixth),
        Self::Bed(Hue::Grass),
        Self::Bed(Hue::Soil),
        Self::Bed(Hue::Plain),
        Self::Axis,
        Self::Grid,
        Self::Notch,
        Self::Spoke,
        Self::Band,
        Self::Tick,
        Self::RingTick,
        Self::Label,
        Self::Note,
        Self::Value,
        Self::SeriesNow,
        Self::SeriesLine,
        Self::SeriesArea,
        Self::SeriesTarget,
        Self::SeriesEarlier,
        Self::Mark,
        Self::Target,
        Self::Gap,
        Self::Earlier,
        Self::Benchmark,
        Self::Dot,
        Self::Answer,
        Self::AnswerAside,
        Self::Agreed,
        Self::Missing,
        Self::MissingText,
        Self::Badge,
        Self::BadgeText,
        Self::Notice,
    ];

    /// The CSS class of the role, the only thing the style sheet knows about a chart.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Garden(part) => part.class(),
            Self::Bed(hue) => hue.class(),
            Self::Axis => "chart-axis",
            Self::Grid => "chart-grid",
            Self::Notch => "chart-notch",
            Self::Spoke => "chart-spoke",
            Self::Band => "chart-band",
            Self::Tick => "chart-tick",
            Self::RingTick => "chart-ring-tick",
            Self::Label => "chart-label",
            Self::Note => "chart-note",
            Self::Value => "chart-value",
            Self::SeriesNow => "chart-series-now",
            Self::SeriesLine => "chart-series-line",
            Self::SeriesArea => "chart-series-area",
            Self::SeriesTarget => "chart-series-target",
            Self::SeriesEarlier => "chart-series-earlier",
            Self::Mark => "chart-mark",
            Self::Target => "chart-target",
            Self::Gap => "chart-gap",
            Self::Earlier => "chart-earlier",
            Self::Benchmark => "chart-benchmark",
            Self::Dot => "chart-dot",
            Self::Answer => "chart-answer",
            Self::AnswerAside => "chart-answer-aside",
            Self::Agreed => "chart-agreed",
            Self::Missing => "chart-missing",
            Self::MissingText => "chart-missing-text",
            Self::Badge => "chart-badge",
            Self::BadgeText => "chart-badge-text",
            Self::Notice => "chart-notice",
        }
    }

    /// A node of this role that belongs to no row.
    pub(super) const fn ink(self) -> Ink {
        Ink {
            role: self,
            row: None,
        }
    }

    /// A node of this role that belongs to the given row of the spec, counted from 0.
    pub(super) const fn of_row(self, row: u8) -> Ink {
        Ink {
            role: self,
            row: Some(row),
        }
    }
}

/// A role and the row it speaks of: what a brush is dipped in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ink {
    pub role: Role,
    /// 0 to 253; more rows than a chart can hold.
    pub row: Option<u8>,
}

/// Blue of every reserved colour.
const GUARD: u8 = 0x4d;

impl Ink {
    /// The reserved colour that carries this ink through plotters.
    pub fn colour(self) -> RGBAColor {
        let role = Role::ALL
            .iter()
            .zip(0..)
            .find(|(role, _)| **role == self.role);
        let row = self.row.map_or(0, |row| row.saturating_add(1));
        RGBAColor(role.map_or(u8::MAX, |(_, number)| number), row, GUARD, 1.0)
    }

    /// Reads a reserved colour back; `None` if it is a colour like any other.
    pub fn read(colour: BackendColor) -> Option<Self> {
        let (role, row, guard) = colour.rgb;
        let role = *Role::ALL.get(usize::from(role))?;
        (guard == GUARD && colour.alpha >= 1.0).then_some(Self {
            role,
            row: row.checked_sub(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::style::{Color, RED};

    #[test]
    fn every_ink_survives_the_way_through_a_colour() {
        for role in Role::ALL {
            for row in [None, Some(0), Some(19), Some(253)] {
                let ink = Ink { role, row };
                assert_eq!(Ink::read(ink.colour().to_backend_color()), Some(ink));
            }
        }
    }

    #[test]
    fn an_ordinary_colour_is_no_ink() {
        assert_eq!(Ink::read(RED.to_backend_color()), None);
        assert_eq!(
            Ink::read(Role::Axis.ink().colour().mix(0.5).to_backend_color()),
            None
        );
    }

    #[test]
    fn every_role_has_a_rule_on_screen_and_in_forced_colours() {
        let style = include_str!("../../styles/charts.css");
        let (screen, forced) = style.split_once("(forced-colors: active)").unwrap();
        let (forced, _) = forced.split_once("@media print").unwrap();
        for role in Role::ALL {
            for part in [screen, forced] {
                let rule = |end| part.contains(&[".", role.class(), end].concat());
                assert!(rule(" {") || rule(","), "{role:?}");
            }
        }
    }

    #[test]
    fn classes_are_distinct() {
        let mut classes: Vec<_> = Role::ALL.iter().map(|role| role.class()).collect();
        classes.sort_unstable();
        classes.dedup();
        assert_eq!(classes.len(), Role::ALL.len());
    }
}
