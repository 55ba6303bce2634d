//! Level bars: for each area the mean as a bar, the level that every answer reaches as a diamond on it, and a dotted
//! track with words where there is too little ground. On demand a target stands across the bar as a flag, with a thin
//! line up to it where it is not reached (rule 7), and below the bar the last round as a hollow circle and a benchmark
//! as a triangle. All differ in shape and place, so the picture reads in grey and in forced colours, and marks of the
//! same value never cover each other.

use super::bars_layout::Layout;
use super::bars_paint::paint;
use super::canvas::Canvas;
use super::compared::{Compared, Comparison};
use super::error::ChartError;
use super::px::digits;
use super::role::Role;
use super::scale::{Scale, Width};
use super::tree::{Picture, print_values};

/// The most rows a picture holds; more are read better in the table.
pub(super) const MOST_ROWS: usize = 20;

/// Horizontal bars, one for each area.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelBars {
    /// Names the picture and captions the table.
    pub title: String,
    /// What the picture shows, in a sentence, for those who do not see it.
    pub description: String,
    /// A line that is part of the picture wherever it goes, such as that its values are made up.
    pub mark: Option<String>,
    /// The levels, or percent.
    pub scale: Scale,
    /// The words for columns and legend.
    pub words: BarWords,
    /// 1 to 20 areas in the order in which they are shown.
    pub rows: Vec<BarRow>,
}

/// The words around the bars: heads of the table's columns and, for the marks, the picture's legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarWords {
    /// Head of the areas' names.
    pub area: String,
    /// Head of the printed numbers, and the bar in the legend.
    pub average: String,
    /// Head of the reached levels, and the diamond in the legend; empty where the scale has no levels.
    pub reached: String,
    /// Head of the coverage texts.
    pub coverage: String,
    /// What the table shows where no level can be said to be reached or a row has no such mark, such as a dash.
    pub not_reached: String,
    /// Head of the targets, and the flag in the legend.
    pub target: String,
    /// Head of the last round's values, and the hollow circle in the legend.
    pub earlier: String,
    /// Head of the benchmarks, and the triangle in the legend.
    pub benchmark: String,
}

impl BarWords {
    pub(super) fn compared(&self, comparison: Comparison) -> &str {
        match comparison {
            Comparison::Target => &self.target,
            Comparison::Earlier => &self.earlier,
            Comparison::Benchmark => &self.benchmark,
        }
    }
}

/// One area.
#[derive(Debug, Clone, PartialEq)]
pub struct BarRow {
    /// The area's name; broken at spaces and soft hyphens into at most two lines.
    pub label: String,
    /// The mean, unrounded, for the length of the bar only; cut to the scale, NaN counts as none.
    pub value: Option<f64>,
    /// The level that every answer reaches; none if an answer is missing or unknown.
    pub reached: Option<u8>,
    /// How much of the area was answered, in words; may be empty.
    pub coverage_text: String,
    /// The mean as readers see it, already rounded and in their language.
    pub printed: String,
    /// Why there is no mean, in words; if present, neither bar nor number nor diamond is shown.
    pub insufficient_text: Option<String>,
    /// The area's target, drawn across the bar, or on the dotted track.
    pub target: Option<Compared>,
    /// The mean of the last round, drawn below the bar.
    pub earlier: Option<Compared>,
    /// What others have, drawn below the bar.
    pub benchmark: Option<Compared>,
}

impl BarRow {
    /// What stands for the mean, in the picture as in the table: the printed number, or why there is none.
    pub(super) fn shown(&self) -> &str {
        self.insufficient_text.as_deref().unwrap_or(&self.printed)
    }

    /// The length of the bar in level units, if it has one.
    pub(super) fn drawn(&self, scale: &Scale) -> Option<f64> {
        if self.insufficient_text.is_some() {
            None
        } else {
            scale.cut(self.value)
        }
    }

    /// The reached level as it was given, if the row has a value at all; only its place is cut to the scale.
    pub(super) fn drawn_reached(&self, scale: &Scale) -> Option<u8> {
        self.drawn(scale)?;
        self.reached
    }

    /// The row's target, last round or benchmark.
    pub(super) const fn compared(&self, comparison: Comparison) -> Option<&Compared> {
        match comparison {
            Comparison::Target => self.target.as_ref(),
            Comparison::Earlier => self.earlier.as_ref(),
            Comparison::Benchmark => self.benchmark.as_ref(),
        }
    }

    /// Its number, if it can be drawn.
    pub(super) fn compared_shown(&self, comparison: Comparison, scale: &Scale) -> Option<&str> {
        let compared = self.compared(comparison)?;
        compared.place(scale).map(|_| compared.printed.as_str())
    }
}

impl LevelBars {
    /// The comparisons that at least one row has: only these have a column and a place in the legend.
    pub(super) fn occurring(&self) -> impl Iterator<Item = Comparison> {
        Comparison::ALL.into_iter().filter(|comparison| {
            let mut rows = self.rows.iter();
            rows.any(|row| row.compared_shown(*comparison, &self.scale).is_some())
        })
    }

    /// Draws the bars for a width; the height grows with the rows.
    ///
    /// # Errors
    /// [`ChartError::TooFew`] without rows, [`ChartError::TooMany`] above 20, [`ChartError::Scale`] for a scale
    /// without levels.
    pub fn draw(&self, width: Width) -> Result<Picture, ChartError> {
        self.scale.check()?;
        ChartError::check_count(self.rows.len(), 1, MOST_ROWS)?;
        let layout = Layout::of(self, width);
        let mut root = Canvas::draw(layout.size, |canvas| paint(self, canvas, &layout))?;
        let reached: Vec<Option<String>> = self
            .rows
            .iter()
            .map(|row| row.drawn_reached(&self.scale).map(u32::from).map(digits))
            .collect();
        print_values(&mut root, |role, row| match role {
            Role::SeriesNow | Role::Missing => self.rows.get(row).map(BarRow::shown),
            Role::Mark => reached.get(row)?.as_deref(),
            _ => {
                let row = self.rows.get(row)?;
                row.compared_shown(Comparison::of(role)?, &self.scale)
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
    use super::super::attribute::Attribute;
    use super::super::fixtures::*;
    use super::super::px::Px;
    use super::*;

    /// The level at an x coordinate, read off the picture's own grid lines.
    fn level_at(picture: &Picture, x: f64) -> f64 {
        let grid: Vec<f64> = of_role(picture, Role::Grid)
            .iter()
            .map(|line| number(line, "x1"))
            .collect();
        let lowest = grid
            .iter()
            .copied()
            .filter(|x| *x > number(of_role(picture, Role::Axis)[0], "x1"))
            .fold(f64::MAX, f64::min);
        let highest = grid.iter().copied().fold(0.0, f64::max);
        1.0 + (x - lowest) / (highest - lowest) * 4.0
    }

    #[test]
    fn a_bar_ends_at_its_value() {
        for width in [Width::Wide, Width::Narrow] {
            for value in [1.0, 1.5, 8.0 / 3.0, 3.999, 5.0] {
                let picture = bars(vec![row("Samverkan", Some(value), "x")])
                    .draw(width)
                    .unwrap();
                let bar = of_role(&picture, Role::SeriesNow)[0];
                let end = level_at(&picture, number(bar, "x") + number(bar, "width"));
                // A quarter pixel is less than a hundredth of a level.
                assert!((end - value).abs() < 0.01, "{value} drawn at {end}");
            }
        }
    }

    #[test]
    fn level_one_is_a_fifth_of_the_track() {
        let picture = bars(vec![row("Samverkan", Some(1.0), "1,0")])
            .draw(Width::Wide)
            .unwrap();
        let (bar, track) = (
            of_role(&picture, Role::SeriesNow)[0],
            of_role(&picture, Role::Band)[0],
        );
        assert!((number(bar, "width") / number(track, "width") - 0.2).abs() < 0.001);
    }

    #[test]
    fn the_diamond_stands_on_the_reached_level_and_never_rounds_up() {
        let mut spec = bars(vec![row("Samverkan", Some(2.7), "2,7")]);
        spec.rows[0].reached = Some(2);
        let picture = spec.draw(Width::Wide).unwrap();
        let marks = of_role(&picture, Role::Mark);
        let diamond = marks.iter().find(|node| node.row() == Some(0)).unwrap();
        let Some(Attribute::Points(corners)) = diamond.attributes.first() else {
            panic!("a diamond has corners")
        };
        assert!((level_at(&picture, corners[0].x.in_pixels()) - 2.0).abs() < 0.01);
        assert_eq!(corners[1].x - corners[3].x, Px::whole(18));
    }

    #[test]
    fn too_little_ground_shows_words_in_a_dotted_track_and_nothing_else() {
        let mut spec = bars(vec![row("Samverkan", Some(2.7), "2,7")]);
        spec.rows[0].reached = Some(2);
        spec.rows[0].insufficient_text = Some("Otillräckligt underlag".into());
        for width in [Width::Wide, Width::Narrow] {
            let picture = spec.draw(width).unwrap();
            for role in [Role::SeriesNow, Role::Mark, Role::Value, Role::Band] {
                let of_row = of_role(&picture, role)
                    .into_iter()
                    .filter(|node| node.row().is_some())
                    .count();
                assert_eq!(of_row, 0, "{role:?}");
            }
            assert_eq!(
                values(&picture, Role::Missing),
                [(0, "Otillräckligt underlag".to_owned())]
            );
            assert_eq!(
                of_role(&picture, Role::MissingText)[0].text.as_deref(),
                Some("Otillräckligt underlag")
            );
        }
    }

    #[test]
    fn strange_values_are_cut_and_never_panic() {
        for (value, end) in [
            (-7.0, 1.0),
            (f64::INFINITY, 5.0),
            (f64::NEG_INFINITY, 1.0),
            (1e300, 5.0),
        ] {
            let mut spec = bars(vec![row("Samverkan", Some(value), "?")]);
            spec.rows[0].reached = Some(200);
            let picture = spec.draw(Width::Wide).unwrap();
            let bar = of_role(&picture, Role::SeriesNow)
                .into_iter()
                .find(|node| node.row().is_some())
                .unwrap();
            assert!(
                (level_at(&picture, number(bar, "x") + number(bar, "width")) - end).abs() < 0.01
            );
            assert_readable(&picture);
            // The place is cut, the number is not touched: a table must not say what no answer said.
            let number = values(&of_rows(&picture), Role::Mark);
            assert_eq!(number, [(0, "200".to_owned())]);
            assert_eq!(spec.table().rows[0][2], "200");
            let diamond = of_rows(&picture)
                .root
                .into_iter()
                .find(|node| node.role == Some(Role::Mark));
            let Some(Attribute::Points(corners)) = diamond.unwrap().attributes.into_iter().next()
            else {
                panic!("a diamond has corners")
            };
            assert!((level_at(&picture, corners[0].x.in_pixels()) - 5.0).abs() < 0.01);
        }
        let nan = bars(vec![row("Samverkan", Some(f64::NAN), "–")])
            .draw(Width::Narrow)
            .unwrap();
        assert_eq!(values(&nan, Role::Missing), [(0, "–".to_owned())]);
    }

    #[test]
    fn a_spec_without_a_picture_is_an_error() {
        assert_eq!(
            bars(Vec::new()).draw(Width::Wide),
            Err(ChartError::TooFew { given: 0, least: 1 })
        );
        assert_eq!(
            many_bars(21).draw(Width::Wide),
            Err(ChartError::TooMany {
                given: 21,
                most: 20
            })
        );
        let mut flat = many_bars(2);
        flat.scale.max = flat.scale.min;
        assert_eq!(flat.draw(Width::Narrow), Err(ChartError::Scale));
    }

    #[test]
    fn words_stay_inside_the_picture_and_off_each_other() {
        for width in [Width::Wide, Width::Narrow] {
            let mut height = Px::ZERO;
            for count in 1..=20 {
                let picture = many_bars(count).draw(width).unwrap();
                assert_readable(&picture);
                assert_eq!(picture.view_box.0, width.px());
                assert!(
                    picture.view_box.1 > height,
                    "the height grows with the rows"
                );
                height = picture.view_box.1;
            }
        }
    }

    #[test]
    fn long_words_everywhere_still_leave_a_picture() {
        let long = "Informationssäkerhetsklassningsmodellförvaltningsorganisation och mer därtill";
        let mut spec = many_bars(6);
        spec.scale.names = vec![long.into(); 5];
        (spec.words.average, spec.words.reached) = (
            "Genomsnitt av alla svar i området".into(),
            "Uppnådd nivå".into(),
        );
        for row in &mut spec.rows {
            (row.label, row.coverage_text) = (long.into(), long.into());
            row.insufficient_text = row.insufficient_text.take().map(|_| long.into());
        }
        for width in [Width::Wide, Width::Narrow] {
            assert_readable(&spec.draw(width).unwrap());
        }
    }

    #[test]
    fn names_of_levels_give_way_to_each_other() {
        let names = |scale: Scale, width| {
            let mut spec = many_bars(2);
            spec.scale = scale;
            let picture = spec.draw(width).unwrap();
            of_role(&picture, Role::Tick)
                .iter()
                .filter_map(|node| node.text.clone())
                .collect::<Vec<_>>()
        };
        let ends = [
            "1",
            "2",
            "3",
            "4",
            "5",
            "Händelsestyrt",
            "Ständigt förbättrat",
        ];
        assert_eq!(names(five_levels(), Width::Wide), ends);
        assert_eq!(names(five_levels(), Width::Narrow), ends);
        let short = Scale {
            names: ["A", "B", "C", "D", "E"].map(String::from).to_vec(),
            ..five_levels()
        };
        assert_eq!(
            names(short, Width::Narrow),
            ["1", "2", "3", "4", "5", "A", "B", "C", "D", "E"]
        );
        let percent = Scale {
            min: 0,
            max: 100,
            names: Vec::new(),
            ticks: Vec::new(),
        };
        assert_eq!(
            names(percent, Width::Narrow),
            ["0", "20", "40", "60", "80", "100"]
        );
    }
}
