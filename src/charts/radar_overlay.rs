//! Outlines of several units over each other on the same axes. Each has a line and a mark of its own shape, those of the
//! present state, of targets, of the last round and of a value from others, so that none is told by colour alone.

use super::canvas::{Canvas, fill};
use super::compared::pointer;
use super::error::ChartError;
use super::head::{Head, Swatch};
use super::px::{Point, Px};
use super::radar::{LEAST_AXES, MOST_AXES, Radar, RadarAxis, RadarWords};
use super::radar_layout::RadarLayout;
use super::radar_paint::paint_outline;
use super::role::Role;
use super::scale::{Scale, Width};
use super::table::Table;
use super::tree::{Picture, print_values};

/// More outlines cannot be told apart.
const MOST: usize = 4;

/// The lines in the order of the outlines, each with the mark on its values and its place in the legend.
const LINES: [(Role, Role, Swatch); MOST] = [
    (Role::SeriesLine, Role::Dot, Swatch::Outline),
    (Role::SeriesTarget, Role::Target, Swatch::TargetOutline),
    (Role::SeriesEarlier, Role::Earlier, Swatch::EarlierOutline),
    (Role::Agreed, Role::Benchmark, Swatch::PlainOutline),
];

/// Several outlines in one radar.
#[derive(Debug, Clone, PartialEq)]
pub struct RadarOverlay {
    /// Names the picture and captions the table.
    pub title: String,
    /// What the picture shows, in a sentence, for those who do not see it.
    pub description: String,
    /// A line that is part of the picture wherever it goes, such as that its values are made up.
    pub mark: Option<String>,
    /// The levels, or percent; each tick gets a ring.
    pub scale: Scale,
    /// Heads of the axes' numbers and of their names.
    pub heads: (String, String),
    /// 3 to 20 names of axes, clockwise from the top.
    pub labels: Vec<String>,
    /// One to four outlines.
    pub outlines: Vec<OverlayOutline>,
}

/// One outline.
#[derive(Debug, Clone, PartialEq)]
pub struct OverlayOutline {
    /// Whose it is.
    pub name: String,
    /// By axis.
    pub values: Vec<OverlayValue>,
}

/// A value of an outline.
#[derive(Debug, Clone, PartialEq)]
pub struct OverlayValue {
    /// Unrounded, for the place of its mark only; cut to the scale, NaN counts as missing.
    pub value: Option<f64>,
    /// The value as readers see it, or why there is none, and whether it has been agreed on.
    pub printed: String,
    /// The number alone, for the row of numbers at its axis.
    pub short: String,
}

impl RadarOverlay {
    /// Draws it for a width.
    ///
    /// # Errors
    /// Those of [`Radar::draw`], and [`ChartError::TooMany`] or [`ChartError::TooFew`] outlines.
    pub fn draw(&self, width: Width) -> Result<Picture, ChartError> {
        self.scale.check()?;
        ChartError::check_count(self.labels.len(), LEAST_AXES, MOST_AXES)?;
        ChartError::check_count(self.outlines.len(), 1, MOST)?;
        let ground = self.ground();
        let legend: Vec<(Swatch, &str)> = self
            .outlines
            .iter()
            .zip(LINES)
            .map(|(outline, (_, _, swatch))| (swatch, outline.name.as_str()))
            .collect();
        let head = Head::of(self.mark.as_deref(), &legend, width.px());
        let layout = RadarLayout::under(&ground, head, width);
        let mut root = Canvas::draw(layout.size, |canvas| self.paint(canvas, &layout, &ground))?;
        print_values(&mut root, |role, row| {
            let series = LINES.iter().position(|(_, mark, _)| *mark == role)?;
            let value = self.outlines.get(series)?.values.get(row)?;
            Some(value.printed.as_str())
        });
        Ok(Picture {
            view_box: layout.size,
            title: self.title.clone(),
            description: self.description.clone(),
            root,
        })
    }

    /// The same numbers as rows and columns.
    pub fn table(&self) -> Table {
        let (number, area) = self.heads.clone();
        let names = self.outlines.iter().map(|outline| outline.name.clone());
        let rows = self.labels.iter().enumerate().map(|(place, label)| {
            let values = self.outlines.iter().map(|outline| {
                let Some(value) = outline.values.get(place) else {
                    return String::new();
                };
                value.printed.clone()
            });
            let head = [(place + 1).to_string(), label.replace('\u{ad}', "")];
            head.into_iter().chain(values).collect()
        });
        Table {
            caption: self.title.clone(),
            columns: [number, area].into_iter().chain(names).collect(),
            rows: rows.collect(),
        }
    }

    /// The radar under the outlines: its axes carry all numbers, in the order of the legend.
    fn ground(&self) -> Radar {
        let axes = self.labels.iter().enumerate().map(|(place, label)| {
            let values = || {
                self.outlines
                    .iter()
                    .filter_map(move |o| o.values.get(place))
            };
            let printed: Vec<&str> = values()
                .map(|value| value.value.map_or("–", |_| value.short.as_str()))
                .collect();
            RadarAxis {
                label: label.clone(),
                value: values().find_map(|value| value.value),
                printed: printed.join(" · "),
                target: None,
                earlier: None,
            }
        });
        let (number, area) = self.heads.clone();
        Radar {
            title: String::new(),
            description: String::new(),
            mark: None,
            scale: self.scale.clone(),
            words: RadarWords {
                number,
                area,
                value: String::new(),
                target: String::new(),
                earlier: String::new(),
                none: String::new(),
            },
            axes: axes.collect(),
        }
    }

    fn paint(
        &self,
        canvas: &Canvas<'_>,
        layout: &RadarLayout,
        ground: &Radar,
    ) -> Result<(), ChartError> {
        let compass = &layout.compass;
        let floor = ground.places(compass, |axis| axis.value);
        ground.paint_floor(canvas, compass, &floor)?;
        let places: Vec<Vec<Option<Point>>> = self
            .outlines
            .iter()
            .map(|outline| {
                let place = |(value, axis): (&OverlayValue, u32)| {
                    let value = self.scale.cut(value.value)?;
                    Some(compass.point(axis, self.scale.share(value)))
                };
                outline.values.iter().zip(0..).map(place).collect()
            })
            .collect();
        for (places, (line, _, _)) in places.iter().zip(LINES) {
            let width = if line == Role::SeriesLine { 3 } else { 2 };
            paint_outline(canvas, line, Px::whole(width), places)?;
        }
        ground.paint_levels(canvas, compass)?;
        // The widest below: of several marks in one place each still shows its rim.
        for series in [3, 1, 2, 0] {
            let Some(places) = places.get(series) else {
                continue;
            };
            for (place, row) in places.iter().zip(0_u8..) {
                let Some(at) = *place else {
                    continue;
                };
                match series {
                    1 => {
                        let across = compass.across(u32::from(row), at);
                        canvas.fill(Role::Target.of_row(row), across)?;
                    }
                    2 => canvas.circle(fill(Role::Earlier.of_row(row)), at, Px::whole(8))?,
                    3 => {
                        let tip = Point::new(at.x, at.y - Px::whole(8));
                        canvas.fill(Role::Benchmark.of_row(row), pointer(tip))?;
                    }
                    _ => canvas.circle(fill(Role::Dot.of_row(row)), at, Px::whole(5))?,
                }
            }
        }
        layout.paint_words(canvas)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::*;

    fn overlay(values: &[&[Option<f64>]]) -> RadarOverlay {
        let printed = |value: &Option<f64>| {
            let text = value.map_or("–".to_owned(), |v| format!("{v:.1}").replace('.', ","));
            OverlayValue {
                value: *value,
                short: text.clone(),
                printed: text,
            }
        };
        let axes = values.first().map_or(0, |values| values.len());
        RadarOverlay {
            title: "Profiler".into(),
            description: String::new(),
            mark: Some("Påhittade exempelvärden".into()),
            scale: five_levels(),
            heads: ("Nr".into(), "Område".into()),
            labels: LABELS
                .iter()
                .cycle()
                .take(axes)
                .map(|l| (*l).into())
                .collect(),
            outlines: values
                .iter()
                .zip(["Socialförvaltningen", "Kultur", "Bygg", "Kommunen"])
                .map(|(values, name)| OverlayOutline {
                    name: name.into(),
                    values: values.iter().map(printed).collect(),
                })
                .collect(),
        }
    }

    /// The marks on the axes; that in the legend belongs to none.
    fn marks(picture: &Picture, role: Role) -> Vec<(usize, String)> {
        let mut on_axes = picture.clone();
        on_axes
            .root
            .retain(|node| node.role != Some(role) || node.row().is_some());
        values(&on_axes, role)
    }

    #[test]
    fn each_outline_has_a_line_and_a_mark_of_its_own_and_every_number_is_in_the_table() {
        let spec = overlay(&[
            &[Some(1.0), Some(2.0), Some(3.0)],
            &[Some(2.0), None, Some(3.0)],
            &[Some(4.5), Some(2.5), Some(3.0)],
            &[Some(5.0), Some(5.0), Some(3.0)],
        ]);
        for width in [Width::Wide, Width::Narrow] {
            let picture = spec.draw(width).unwrap();
            assert_readable(&picture);
            for (role, shown) in [
                (Role::Dot, vec![(0, "1,0"), (1, "2,0"), (2, "3,0")]),
                (Role::Target, vec![(0, "2,0"), (2, "3,0")]),
                (Role::Earlier, vec![(0, "4,5"), (1, "2,5"), (2, "3,0")]),
                (Role::Benchmark, vec![(0, "5,0"), (1, "5,0"), (2, "3,0")]),
            ] {
                let expected: Vec<(usize, String)> = shown
                    .into_iter()
                    .map(|(row, v)| (row, v.to_owned()))
                    .collect();
                assert_eq!(marks(&picture, role), expected);
            }
        }
        let table = spec.table();
        assert_eq!(table.columns.len(), 6);
        assert_eq!(table.rows[1][2..], ["2,0", "–", "2,5", "5,0"]);
    }

    #[test]
    fn a_spec_without_a_picture_is_an_error_and_strange_values_are_cut() {
        let three = [Some(1.0_f64); 3];
        assert!(overlay(&[]).draw(Width::Wide).is_err());
        assert!(overlay(&[&[Some(1.0); 2]]).draw(Width::Wide).is_err());
        let mut five = overlay(&[&three[..]; 4]);
        five.outlines.push(five.outlines[0].clone());
        assert!(five.draw(Width::Wide).is_err());
        let strange = [Some(f64::NAN), Some(f64::INFINITY), Some(-1e9), None];
        assert_readable(&overlay(&[&strange, &strange]).draw(Width::Wide).unwrap());
    }
}
