//! A value round by round (rule 11): a line that is drawn only between rounds that can be compared. Where the questions
//! changed it is cut by two strokes, and a round without a value is a dotted upright; both are said in words. The index over
//! the same questions is a finer line with hollow points beside it.

use super::canvas::{Canvas, fill};
use super::compared::Compared;
use super::error::ChartError;
use super::px::{Point, Px};
use super::role::Role;
use super::scale::{Scale, Width};
use super::table::{Table, plain};
use super::tree::{Picture, print_values};
use super::trend_layout::TrendLayout;

/// One round is no development.
const LEAST_STEPS: usize = 2;
/// More rounds have no room for their names; the latest ones belong in the picture, and all in the table.
const MOST_STEPS: usize = 8;
/// Radius of a point.
const DOT: Px = Px::whole(6);
/// Radius of a hollow point of the same questions: seen around the other where both stand at one place.
const HOLLOW: Px = Px::whole(9);
/// Half the height of the strokes that cut a line.
const CUT: Px = Px::whole(9);

/// One point for each round, the earliest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// Names the picture and captions the table.
    pub title: String,
    /// What the picture shows, in a sentence, for those who do not see it.
    pub description: String,
    /// A line that is part of the picture wherever it goes, such as that its values are made up.
    pub mark: Option<String>,
    /// The levels or percent.
    pub scale: Scale,
    /// The words for columns and legend.
    pub words: TrendWords,
    /// 2 to 8 rounds.
    pub steps: Vec<TrendStep>,
}

/// The words around the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendWords {
    /// Head of the table's rounds.
    pub round: String,
    /// What the line is, in the legend and the table (*genomsnitt*).
    pub value: String,
    /// Head of the coverage.
    pub coverage: String,
    /// What the finer line is (*samma frågor*).
    pub same: String,
    /// Head of the column that says whether a round can be compared with the one before.
    pub joined: String,
    /// What stands there where it can.
    pub yes: String,
    /// What stands where there is nothing to say.
    pub none: String,
}

/// One round.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendStep {
    /// The round's name.
    pub label: String,
    /// The value, unrounded, for the place of its point only; `None` without enough ground.
    pub value: Option<f64>,
    /// The value as readers see it, or why there is none.
    pub printed: String,
    /// How much it rests on.
    pub coverage_text: String,
    /// Whether the line comes here from the round before.
    pub joined: bool,
    /// A sentence that says why it does not, where both have a value.
    pub cut: Option<String>,
    /// The index over the same questions.
    pub same: Option<Compared>,
}

impl TrendStep {
    /// The value as it is drawn.
    pub(super) fn place(&self, scale: &Scale) -> Option<f64> {
        scale.cut(self.value)
    }
}

impl Trend {
    /// Draws the line for a width. The narrow picture numbers its rounds and names them below.
    ///
    /// # Errors
    /// [`ChartError::TooFew`] below 2 rounds, [`ChartError::TooMany`] above 8, [`ChartError::Scale`].
    pub fn draw(&self, width: Width) -> Result<Picture, ChartError> {
        self.scale.check()?;
        ChartError::check_count(self.steps.len(), LEAST_STEPS, MOST_STEPS)?;
        let layout = TrendLayout::of(self, width);
        let mut root = Canvas::draw(layout.size, |canvas| self.paint(canvas, &layout))?;
        print_values(&mut root, |role, row| {
            let step = self.steps.get(row)?;
            match role {
                Role::Dot | Role::Missing => Some(&step.printed),
                Role::Earlier => step.same.as_ref().map(|same| same.printed.as_str()),
                _ => None,
            }
        });
        Ok(Picture {
            view_box: layout.size,
            title: self.title.clone(),
            description: self.description.clone(),
            root,
        })
    }

    /// The same as rows: round, value, coverage, the same questions where they are shown, and whether the round can be compared
    /// with the one before. It has no limits.
    pub fn table(&self) -> Table {
        let words = &self.words;
        let has_same = self.has_same();
        let mut columns = vec![words.round.clone(), words.value.clone()];
        columns.extend(has_same.then(|| words.same.clone()));
        columns.extend([words.coverage.clone(), words.joined.clone()]);
        let rows = self.steps.iter().map(|step| {
            let mut cells = vec![plain(&step.label), step.printed.clone()];
            let same = step.same.as_ref().map(|same| same.printed.clone());
            cells.extend(has_same.then(|| same.unwrap_or_else(|| words.none.clone())));
            cells.push(step.coverage_text.clone());
            cells.push(match (&step.cut, step.joined) {
                (Some(cut), _) => cut.clone(),
                (None, true) => words.yes.clone(),
                (None, false) => words.none.clone(),
            });
            cells
        });
        Table {
            caption: self.title.clone(),
            columns,
            rows: rows.collect(),
        }
    }

    /// Whether the index is shown.
    pub(super) fn has_same(&self) -> bool {
        self.steps.iter().any(|step| step.same.is_some())
    }

    fn paint(&self, canvas: &Canvas<'_>, layout: &TrendLayout) -> Result<(), ChartError> {
        for line in &layout.grid {
            canvas.line(Role::Grid.ink(), Px::whole(1), *line)?;
        }
        canvas.line(Role::Axis.ink(), Px::quarters(6), layout.axis)?;
        let points: Vec<Option<Point>> = self
            .steps
            .iter()
            .zip(&layout.columns)
            .map(|(step, x)| Some(layout.at(*x, self.scale.share(step.place(&self.scale)?))))
            .collect();
        let same: Vec<Option<Point>> = self
            .steps
            .iter()
            .zip(&layout.columns)
            .map(|(step, x)| {
                let place = step.same.as_ref()?.place(&self.scale)?;
                Some(layout.at(*x, self.scale.share(place)))
            })
            .collect();
        for ((point, x), row) in points.iter().zip(&layout.columns).zip(0_u8..) {
            if point.is_none() {
                let upright = [layout.at(*x, 1.0), layout.at(*x, 0.0)];
                canvas.line(Role::Missing.of_row(row), Px::whole(2), upright)?;
            }
        }
        for (from, to) in same.iter().zip(same.iter().skip(1)) {
            if let (Some(from), Some(to)) = (from, to) {
                canvas.line(Role::SeriesEarlier.ink(), Px::whole(2), [*from, *to])?;
            }
        }
        let steps = self.steps.iter().skip(1).zip(1_u8..);
        for ((step, row), (from, to)) in steps.zip(points.iter().zip(points.iter().skip(1))) {
            if let (Some(from), Some(to)) = (from, to) {
                if step.joined {
                    let ink = Role::SeriesLine.of_row(row);
                    canvas.line(ink, Px::whole(3), [*from, *to])?;
                } else {
                    paint_cut(canvas, row, *from, *to)?;
                }
            }
        }
        for (point, row) in same.iter().zip(0_u8..) {
            if let Some(point) = point {
                canvas.circle(fill(Role::Earlier.of_row(row)), *point, HOLLOW)?;
            }
        }
        for (point, row) in points.iter().zip(0_u8..) {
            if let Some(point) = point {
                canvas.circle(fill(Role::Dot.of_row(row)), *point, DOT)?;
            }
        }
        layout.head.paint(canvas)?;
        layout.lines.iter().try_for_each(|line| canvas.words(line))
    }
}

/// Two strokes where the line would have gone.
fn paint_cut(canvas: &Canvas<'_>, row: u8, from: Point, to: Point) -> Result<(), ChartError> {
    let middle = Point::new((from.x + to.x).half(), (from.y + to.y).half());
    for beside in [-4, 4] {
        let x = middle.x + Px::whole(beside);
        let stroke = [
            Point::new(x + Px::whole(3), middle.y - CUT),
            Point::new(x - Px::whole(3), middle.y + CUT),
        ];
        canvas.line(Role::Axis.of_row(row), Px::whole(2), stroke)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::super::inspect::*;
    use super::super::{Palette, to_svg};
    use super::*;

    const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];

    #[test]
    fn picture_and_table_say_the_same_numbers() {
        for width in WIDTHS {
            let mut spec = trend(&[Some(2.0), Some(2.5), None, Some(4.0)]);
            spec.steps[1].same = compared(2.25);
            let (picture, table) = (spec.draw(width).unwrap(), spec.table());
            let of = |role| values(&of_rows(&picture), role);
            let dots = [(0, "2,0"), (1, "2,5"), (3, "4,0")];
            assert_eq!(
                of(Role::Dot),
                dots.map(|(row, value)| (row, value.to_owned()))
            );
            assert_eq!(
                of(Role::Missing),
                [(2, "Otillräckligt underlag".to_owned())]
            );
            assert_eq!(of(Role::Earlier), [(1, "2,25".to_owned())]);
            assert_eq!(
                column(&table, 1),
                ["2,0", "2,5", "Otillräckligt underlag", "4,0"]
            );
            assert_eq!(column(&table, 2), ["–", "2,25", "–", "–"]);
            assert_eq!(column(&table, 4), ["–", "Ja", "–", "–"]);
        }
        assert_eq!(trend(&[Some(1.0), Some(2.0)]).table().columns.len(), 4);
    }

    /// A point stands as high as its value says, read back from the picture by its grid.
    #[test]
    fn a_point_stands_at_its_value() {
        for width in WIDTHS {
            for (scale, given) in [
                (five_levels(), [1.0, 2.7, 5.0]),
                (percent(), [0.0, 62.5, 100.0]),
            ] {
                let mut spec = trend(&given.map(Some));
                let (bottom, top) = (f64::from(scale.min), f64::from(scale.max));
                spec.scale = scale;
                let picture = spec.draw(width).unwrap();
                let grid: Vec<f64> = of_role(&picture, Role::Grid)
                    .iter()
                    .map(|line| number(line, "y1"))
                    .collect();
                let (low, high) = (grid[0], grid[grid.len() - 1]);
                for (dot, value) in of_role(&picture, Role::Dot).iter().zip(given) {
                    let read = bottom + (low - number(dot, "cy")) / (low - high) * (top - bottom);
                    assert!(
                        (read - value).abs() <= (top - bottom) * 0.003,
                        "{read} {value}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_line_goes_only_where_it_may() {
        for width in WIDTHS {
            let mut spec = trend(&[Some(2.0), Some(2.5), Some(3.0), None, Some(4.0)]);
            spec.steps[2].joined = false;
            spec.steps[2].cut = Some("Omgång 2027: en fråga har ändrats.".into());
            let picture = spec.draw(width).unwrap();
            let rows: Vec<_> = of_role(&picture, Role::SeriesLine)
                .iter()
                .filter_map(|line| line.row())
                .collect();
            assert_eq!(rows, [1]);
            let cuts: Vec<_> = of_role(&picture, Role::Axis)
                .iter()
                .filter_map(|line| line.row())
                .collect();
            assert_eq!(cuts, [2, 2], "two strokes where it is cut, none at a gap");
            let words: String = picture
                .root
                .iter()
                .filter_map(|node| node.text.as_deref())
                .collect();
            assert!(words.contains("en fråga har ändrats"), "{words}");
            assert!(words.contains("Otillräckligt"), "{words}");
        }
    }

    #[test]
    fn nothing_reaches_outside_whatever_the_words() {
        let long =
            "Verksamhetssystemsintegrationsplattform & upphandlingsplanering i hela koncernen";
        for width in WIDTHS {
            for steps in LEAST_STEPS..=MOST_STEPS {
                for scale in [five_levels(), percent()] {
                    let values: Vec<Option<f64>> = (0..steps)
                        .map(|n| (n % 3 != 1).then_some([0.5, 3.0, 5.0][n % 3]))
                        .collect();
                    let mut spec = trend(&values);
                    spec.scale = scale;
                    assert_inside(&spec.draw(width).unwrap());
                    for step in &mut spec.steps {
                        step.label = long.into();
                        step.cut = Some(long.into());
                        step.same = compared(4.5);
                    }
                    spec.words.value = long.into();
                    spec.words.same = long.into();
                    spec.mark = Some(long.into());
                    let picture = spec.draw(width).unwrap();
                    assert_inside(&picture);
                    assert_well_formed(&to_svg(&picture, &Palette::LIGHT));
                }
            }
        }
    }

    #[test]
    fn a_spec_without_a_picture_is_an_error_and_still_a_table() {
        let one = trend(&[Some(2.0)]);
        assert_eq!(
            one.draw(Width::Wide),
            Err(ChartError::TooFew { given: 1, least: 2 })
        );
        assert_eq!(one.table().rows.len(), 1);
        let many = trend(&[Some(2.0); 9]);
        assert_eq!(
            many.draw(Width::Narrow),
            Err(ChartError::TooMany { given: 9, most: 8 })
        );
        assert_eq!(many.table().rows.len(), 9);
        let mut flat = trend(&[Some(2.0); 2]);
        flat.scale.max = flat.scale.min;
        assert_eq!(flat.draw(Width::Wide), Err(ChartError::Scale));
    }
}
