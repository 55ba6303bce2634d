//! The radar: one axis for each area, an outline through the values, broken where a value is missing – it is never drawn
//! down to the middle, which would read as the lowest level.

use super::attribute::Anchor;
use super::canvas::{Canvas, TextLine, fill, stroke};
use super::error::ChartError;
use super::px::{Point, Px, digits};
use super::radar_layout::{BADGE, Compass, LEVEL, RadarLayout};
use super::role::Role;
use super::scale::{Scale, Width};
use super::tree::{Picture, print_values};

/// Fewer axes have no inside.
pub(super) const LEAST_AXES: usize = 3;
/// More axes cannot be told apart.
pub(super) const MOST_AXES: usize = 20;

const DOT: Px = Px::whole(5);

/// A radar with straight edges: a profile that is the same everywhere lies exactly on a ring.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// Names the picture and captions the table.
    pub title: String,
    /// What the picture shows, in a sentence, for those who do not see it.
    pub description: String,
    /// The levels; each gets a ring.
    pub scale: Scale,
    /// Heads of the table's columns.
    pub words: RadarWords,
    /// 3 to 20 axes, clockwise from the top.
    pub axes: Vec<RadarAxis>,
}

/// Heads of the table's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadarWords {
    /// Head of the axes' numbers, by which the narrow picture refers to the table.
    pub number: String,
    /// Head of the areas' names.
    pub area: String,
    /// Head of the printed numbers.
    pub value: String,
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
}

impl Radar {
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
            _ => None,
        });
        Ok(Picture {
            view_box: layout.size,
            title: self.title.clone(),
            description: self.description.clone(),
            root,
        })
    }

    fn paint(&self, canvas: &Canvas<'_>, layout: &RadarLayout) -> Result<(), ChartError> {
        let compass = &layout.compass;
        let places: Vec<Option<Point>> = self
            .axes
            .iter()
            .zip(0..)
            .map(|(axis, number)| {
                self.scale
                    .cut(axis.value)
                    .map(|value| compass.point(number, self.scale.share(value)))
            })
            .collect();
        self.paint_floor(canvas, compass, &places)?;
        paint_outline(canvas, &places)?;
        self.paint_levels(canvas, compass)?;
        for (place, number) in places.iter().zip(0_u8..) {
            if let Some(place) = place {
                canvas.circle(fill(Role::Dot.of_row(number)), *place, DOT)?;
            }
        }
        for leader in &layout.leaders {
            canvas.line(Role::Spoke.ink(), Px::whole(1), *leader)?;
        }
        for centre in &layout.badges {
            canvas.circle(stroke(Role::Badge.ink(), Px::quarters(5)), *centre, BADGE)?;
        }
        layout.lines.iter().try_for_each(|line| canvas.words(line))
    }

    /// Floor, rings and spokes; the spoke of a missing value is dotted.
    fn paint_floor(
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

    /// The levels' numbers, half-way between the last axis and the first, where neither dots nor spokes stand.
    fn paint_levels(&self, canvas: &Canvas<'_>, compass: &Compass) -> Result<(), ChartError> {
        self.scale
            .grid()
            .into_iter()
            .filter(|level| *level > self.scale.origin())
            .try_for_each(|level| {
                canvas.words(&TextLine {
                    words: digits(u32::from(level)),
                    ink: Role::RingTick.ink(),
                    look: LEVEL,
                    anchor: Anchor::Middle,
                    at: compass.before_first(self.scale.share(f64::from(level))),
                })
            })
    }
}

/// A closed outline with its inside, or the pieces between missing values.
fn paint_outline(canvas: &Canvas<'_>, places: &[Option<Point>]) -> Result<(), ChartError> {
    let whole: Option<Vec<Point>> = places.iter().copied().collect();
    if let Some(points) = whole {
        canvas.fill(Role::SeriesArea.ink(), points.iter().copied())?;
        let beginning = points.first().copied();
        return canvas.line(
            Role::SeriesLine.ink(),
            Px::whole(3),
            points.into_iter().chain(beginning),
        );
    }
    pieces(places)
        .into_iter()
        .filter(|piece| piece.len() > 1)
        .try_for_each(|piece| canvas.line(Role::SeriesLine.ink(), Px::whole(3), piece))
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
    use super::super::fixtures::*;
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
