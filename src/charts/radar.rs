//! The radar: one axis for each area, an outline through the values, broken where a value is missing – it is never drawn
//! down to the middle, which would read as the lowest level. On demand the targets lie over it as a dashed outline with
//! a line across each axis, and the last round as a dotted one with hollow circles (rules 7 and 11).

use super::canvas::Canvas;
use super::compared::{Compared, Comparison};
use super::error::ChartError;
use super::head::Swatch;
use super::radar_layout::RadarLayout;
use super::role::Role;
use super::scale::{Scale, Width};
use super::tree::{Picture, print_values};

/// Fewer axes have no inside.
pub(super) const LEAST_AXES: usize = 3;
/// More axes cannot be told apart.
pub(super) const MOST_AXES: usize = 20;

/// A radar with straight edges: a profile that is the same everywhere lies exactly on a ring.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// Names the picture and captions the table.
    pub title: String,
    /// What the picture shows, in a sentence, for those who do not see it.
    pub description: String,
    /// A line that is part of the picture wherever it goes, such as that its values are made up.
    pub mark: Option<String>,
    /// The levels, or percent; each tick gets a ring.
    pub scale: Scale,
    /// Heads of the table's columns.
    pub words: RadarWords,
    /// 3 to 20 axes, clockwise from the top.
    pub axes: Vec<RadarAxis>,
}

/// Heads of the table's columns and, if there is more than one outline, the picture's legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadarWords {
    /// Head of the axes' numbers, by which the narrow picture refers to the table.
    pub number: String,
    /// Head of the areas' names.
    pub area: String,
    /// Head of the printed numbers, and the present outline in the legend.
    pub value: String,
    /// Head of the targets, and the dashed outline in the legend.
    pub target: String,
    /// Head of the last round's values, and the dotted outline in the legend.
    pub earlier: String,
    /// What the table shows where an axis has no target or no earlier value, such as a dash.
    pub none: String,
}

impl RadarWords {
    pub(super) fn compared(&self, comparison: Comparison) -> &str {
        match comparison {
            Comparison::Target => &self.target,
            Comparison::Earlier => &self.earlier,
            Comparison::Benchmark => "",
        }
    }
}

/// One axis.
#[derive(Debug, Clone, PartialEq)]
pub struct RadarAxis {
    /// The area's name; broken at spaces and soft hyphens into at most two lines.
    pub label: String,
    /// The mean, unrounded, for the place of the dot only; cut to the scale, NaN counts as missing.
    pub value: Option<f64>,
    /// The mean as readers see it, or why there is none, in a word or two.
    pub printed: String,
    /// The area's target.
    pub target: Option<Compared>,
    /// The mean of the last round.
    pub earlier: Option<Compared>,
}

impl RadarAxis {
    /// The axis' target or last round; benchmarks are for bars.
    pub(super) const fn compared(&self, comparison: Comparison) -> Option<&Compared> {
        match comparison {
            Comparison::Target => self.target.as_ref(),
            Comparison::Earlier => self.earlier.as_ref(),
            Comparison::Benchmark => None,
        }
    }

    /// The number of its target or last round, if it can be drawn.
    pub(super) fn compared_shown(&self, comparison: Comparison, scale: &Scale) -> Option<&str> {
        let compared = self.compared(comparison)?;
        compared.place(scale).map(|_| compared.printed.as_str())
    }
}

impl Radar {
    /// The comparisons that at least one axis has: only these have a column and a place in the legend.
    pub(super) fn occurring(&self) -> impl Iterator<Item = Comparison> {
        Comparison::ALL.into_iter().filter(|comparison| {
            let mut axes = self.axes.iter();
            axes.any(|axis| axis.compared_shown(*comparison, &self.scale).is_some())
        })
    }

    /// None for one outline alone: the title says what it is.
    pub(super) fn legend(&self) -> Vec<(Swatch, &str)> {
        let compared = self.occurring().map(|comparison| {
            let swatch = match comparison {
                Comparison::Target => Swatch::TargetOutline,
                Comparison::Earlier | Comparison::Benchmark => Swatch::EarlierOutline,
            };
            (swatch, self.words.compared(comparison))
        });
        let mut legend = vec![(Swatch::Outline, self.words.value.as_str())];
        legend.extend(compared);
        legend.retain(|_| self.occurring().next().is_some());
        legend
    }

    /// Draws the radar for a width: with names around it, or with numbers that the table explains.
    ///
    /// # Errors
    /// [`ChartError::TooFew`] below 3 axes, [`ChartError::TooMany`] above 20, [`ChartError::Scale`] for a scale
    /// without levels.
    pub fn draw(&self, width: Width) -> Result<Picture, ChartError> {
        self.scale.check()?;
        ChartError::check_count(self.axes.len(), LEAST_AXES, MOST_AXES)?;
        let layout = RadarLayout::of(self, width);
        let mut root = Canvas::draw(layout.size, |canvas| self.paint(canvas, &layout))?;
        print_values(&mut root, |role, row| match role {
            Role::Dot | Role::Missing => self.axes.get(row).map(|axis| axis.printed.as_str()),
            _ => {
                let axis = self.axes.get(row)?;
                axis.compared_shown(Comparison::of(role)?, &self.scale)
            }
        });
        Ok(Picture {
            view_box: layout.size,
            title: self.title.clone(),
            description: self.description.clone(),
            root,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::super::px::Point;
    use super::super::tree::Tag;
    use super::*;

    fn values_for(count: usize) -> Vec<Option<f64>> {
        (0_u8..)
            .map(|i| Some(1.0 + f64::from(i % 9) / 2.0))
            .take(count)
            .collect()
    }

    #[test]
    fn a_dot_stands_at_its_value() {
        for width in [Width::Wide, Width::Narrow] {
            for count in LEAST_AXES..=MOST_AXES {
                let spec = radar(&values_for(count));
                let picture = spec.draw(width).unwrap();
                let compass = RadarLayout::of(&spec, width).compass;
                for (dot, axis) in of_role(&picture, Role::Dot).iter().zip(&spec.axes) {
                    let across = number(dot, "cx") - compass.centre.x.in_pixels();
                    let down = number(dot, "cy") - compass.centre.y.in_pixels();
                    let level = across.hypot(down) / compass.radius.in_pixels() * 5.0;
                    assert!(
                        (level - axis.value.unwrap()).abs() < 0.02,
                        "{level} for {axis:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_first_axis_points_upwards_and_the_second_of_four_to_the_right() {
        let spec = radar(&[Some(5.0); 4]);
        let compass = RadarLayout::of(&spec, Width::Narrow).compass;
        let (centre, radius) = (compass.centre, compass.radius);
        assert_eq!(
            compass.point(0, 1.0),
            Point::new(centre.x, centre.y - radius)
        );
        assert_eq!(
            compass.point(1, 1.0),
            Point::new(centre.x + radius, centre.y)
        );
        assert_eq!(
            compass.point(2, 0.5),
            Point::new(centre.x, centre.y + radius.half())
        );
    }

    #[test]
    fn labels_stay_inside_the_picture_and_off_each_other() {
        for width in [Width::Wide, Width::Narrow] {
            for count in LEAST_AXES..=MOST_AXES {
                for turn in [0, 7, 13] {
                    let mut spec = radar(&values_for(count));
                    for (axis, label) in spec.axes.iter_mut().zip(LABELS.iter().cycle().skip(turn))
                    {
                        axis.label = (*label).into();
                    }
                    spec.axes[turn % count].value = None;
                    spec.axes[turn % count].printed = "Otillräckligt underlag".into();
                    let picture = spec.draw(width).unwrap();
                    assert_readable(&picture);
                    let compass = RadarLayout::of(&spec, width).compass;
                    for label in word_boxes(&picture)
                        .iter()
                        .filter(|one| one.role == Role::Label)
                    {
                        assert!(
                            distance(label, compass.centre) > compass.radius.in_pixels(),
                            "{label:?}"
                        );
                    }
                }
            }
        }
    }

    /// From a place to the nearest part of words.
    fn distance(words: &WordBox, from: Point) -> f64 {
        let (x, y) = (from.x.in_pixels(), from.y.in_pixels());
        (x - x.clamp(words.left, words.right)).hypot(y - y.clamp(words.top, words.bottom))
    }

    #[test]
    fn the_narrow_picture_has_numbers_that_the_table_explains() {
        let spec = radar(&values_for(13));
        let picture = spec.draw(Width::Narrow).unwrap();
        let badges: Vec<_> = of_role(&picture, Role::BadgeText)
            .iter()
            .filter_map(|node| node.text.clone())
            .collect();
        assert_eq!(badges, column(&spec.table(), 0));
        assert!(of_role(&picture, Role::Label).is_empty());
    }

    #[test]
    fn the_outline_is_closed_only_when_nothing_is_missing() {
        let whole = radar(&values_for(6)).draw(Width::Wide).unwrap();
        assert_eq!(
            of_role(&whole, Role::SeriesLine)
                .iter()
                .map(|node| node.tag)
                .collect::<Vec<_>>(),
            [Tag::Polygon]
        );
        assert_eq!(of_role(&whole, Role::SeriesArea).len(), 1);
        assert!(of_role(&whole, Role::Missing).is_empty());

        let mut values = values_for(6);
        values[2] = None;
        let broken = radar(&values).draw(Width::Wide).unwrap();
        let lines = of_role(&broken, Role::SeriesLine);
        assert_eq!(
            lines.iter().map(|node| node.tag).collect::<Vec<_>>(),
            [Tag::Polyline]
        );
        let compass = RadarLayout::of(&radar(&values), Width::Wide).compass;
        assert!(
            !format!("{lines:?}").contains(&format!("{:?}", compass.centre)),
            "never drawn to the middle"
        );
        assert!(of_role(&broken, Role::SeriesArea).is_empty());
        assert_eq!(of_role(&broken, Role::Dot).len(), 5);
        assert_eq!(
            crate::charts::fixtures::values(&broken, Role::Missing),
            [(2, "–".to_owned())]
        );
    }

    #[test]
    fn strange_values_are_cut_and_never_panic() {
        let values = [
            Some(f64::NAN),
            Some(f64::INFINITY),
            Some(-1e9),
            None,
            Some(3.0),
        ];
        for width in [Width::Wide, Width::Narrow] {
            let picture = radar(&values).draw(width).unwrap();
            assert_eq!(of_role(&picture, Role::Dot).len(), 3);
            assert_eq!(of_role(&picture, Role::Missing).len(), 2);
            assert_readable(&picture);
        }
        let none = radar(&[None; 3]).draw(Width::Wide).unwrap();
        assert!(of_role(&none, Role::SeriesLine).is_empty());
    }

    #[test]
    fn a_spec_without_a_picture_is_an_error() {
        assert_eq!(
            radar(&[]).draw(Width::Wide),
            Err(ChartError::TooFew { given: 0, least: 3 })
        );
        assert_eq!(
            radar(&values_for(21)).draw(Width::Wide),
            Err(ChartError::TooMany {
                given: 21,
                most: 20
            })
        );
        let mut upside_down = radar(&values_for(5));
        upside_down.scale.min = 9;
        assert_eq!(upside_down.draw(Width::Narrow), Err(ChartError::Scale));
    }
}
