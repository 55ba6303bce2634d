//! How the answers to one question spread over the levels (rule 9), with *vet ej* and *ej relevant* below, outside the
//! scale. Every answer is a dot as long as they can be counted by eye, then a level's answers are a bar; the count always
//! stands beside. The level that the group agreed on is framed and says so in words.

use super::canvas::{Canvas, fill, stroke};
use super::distribution_layout::{DistributionLayout, RowPlace, Shape};
use super::error::ChartError;
use super::px::{Point, Px, digits};
use super::role::Role;
use super::scale::Width;
use super::table::{Table, plain};
use super::tree::{Picture, print_values};

/// Fewer levels are no spread.
const LEAST_LEVELS: usize = 2;
/// More levels are read better in the table.
const MOST_LEVELS: usize = 10;
/// The most rows outside the scale.
const MOST_ASIDE: usize = 4;
/// Length of the shortest bar: one answer among thousands is still seen.
const LEAST_BAR: Px = Px::whole(3);

/// One row for each level and for each kind of answer outside the scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// Names the picture and captions the table.
    pub title: String,
    /// What the picture shows, in a sentence, for those who do not see it.
    pub description: String,
    /// A line that is part of the picture wherever it goes, such as that its values are made up.
    pub mark: Option<String>,
    /// The words for columns and frame.
    pub words: DistributionWords,
    /// 2 to 10 levels and at most 4 kinds of answers outside the scale, in the order in which they are shown; those
    /// aside belong at the end.
    pub steps: Vec<DistributionStep>,
}

/// The words around the distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistributionWords {
    /// Head of the table's levels.
    pub level: String,
    /// Head of the counts, in the table and over them in the picture.
    pub answers: String,
    /// What the frame means, under its level's name and as the head of its column in the table (*samlad bedömning*).
    pub agreed: String,
    /// What the table shows in that column for the agreed level, such as "Ja".
    pub yes: String,
    /// And for all others, such as a dash.
    pub no: String,
}

/// A level, or a kind of answer outside the scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistributionStep {
    /// The level's number and name, held together by a no-break space; broken at spaces and soft hyphens into at most
    /// two lines.
    pub label: String,
    /// How many gave this answer.
    pub count: u32,
    /// Outside the scale, such as *vet ej*: below a line and hollow.
    pub aside: bool,
    /// Whether the group agreed on it.
    pub agreed: bool,
}

impl Distribution {
    /// Draws the distribution for a width; the height grows with the steps.
    ///
    /// # Errors
    /// [`ChartError::TooFew`] below 2 levels, [`ChartError::TooMany`] above 10 or above 4 steps outside the scale.
    pub fn draw(&self, width: Width) -> Result<Picture, ChartError> {
        let aside = self.steps.iter().filter(|step| step.aside).count();
        ChartError::check_count(self.steps.len() - aside, LEAST_LEVELS, MOST_LEVELS)?;
        ChartError::check_count(aside, 0, MOST_ASIDE)?;
        let layout = DistributionLayout::of(self, width);
        let mut root = Canvas::draw(layout.size, |canvas| self.paint(canvas, &layout))?;
        if matches!(layout.shape, Shape::Bars { .. }) {
            let counts: Vec<String> = self.steps.iter().map(|step| digits(step.count)).collect();
            print_values(&mut root, |role, row| match role {
                Role::Answer | Role::AnswerAside => counts.get(row).map(String::as_str),
                _ => None,
            });
        }
        Ok(Picture {
            view_box: layout.size,
            title: self.title.clone(),
            description: self.description.clone(),
            root,
        })
    }

    /// The distribution as a table: level, answers and, if the group agreed on one, which. It has no limits.
    pub fn table(&self) -> Table {
        let words = &self.words;
        let agreed = self.steps.iter().any(|step| step.agreed);
        let mut columns = vec![words.level.clone(), words.answers.clone()];
        columns.extend(agreed.then(|| words.agreed.clone()));
        let rows = self.steps.iter().map(|step| {
            let mut cells = vec![plain(&step.label), digits(step.count)];
            let here = if step.agreed { &words.yes } else { &words.no };
            cells.extend(agreed.then(|| here.clone()));
            cells
        });
        Table {
            caption: self.title.clone(),
            columns,
            rows: rows.collect(),
        }
    }

    fn paint(&self, canvas: &Canvas<'_>, layout: &DistributionLayout) -> Result<(), ChartError> {
        if let Some(ends) = layout.divider {
            canvas.line(Role::Axis.ink(), Px::whole(1), ends)?;
        }
        for ((step, place), number) in self.steps.iter().zip(&layout.rows).zip(0_u8..) {
            if step.agreed {
                let frame = stroke(Role::Agreed.of_row(number), Px::whole(2));
                canvas.rect(frame, place.frame)?;
            }
            if !step.aside {
                canvas.rect(fill(Role::Band.ink()), place.track)?;
            }
            paint_answers(canvas, layout.shape, step, place, number)?;
        }
        layout.head.paint(canvas)?;
        layout.lines.iter().try_for_each(|line| canvas.words(line))
    }
}

/// The answers of one step, as dots or as a bar.
fn paint_answers(
    canvas: &Canvas<'_>,
    shape: Shape,
    step: &DistributionStep,
    place: &RowPlace,
    number: u8,
) -> Result<(), ChartError> {
    // Half a hollow dot's outline lies outside it.
    let (role, free) = if step.aside {
        (Role::AnswerAside, Px::whole(2))
    } else {
        (Role::Answer, Px::whole(1))
    };
    let ink = fill(role.of_row(number));
    let [from, to] = place.track;
    match shape {
        Shape::Dots { pitch } => {
            let mut at = Point::new(from.x + pitch.half(), (from.y + to.y).half());
            for _ in 0..step.count {
                canvas.circle(ink, at, pitch.half() - free)?;
                at.x += pitch;
            }
            Ok(())
        }
        Shape::Bars { .. } if step.count == 0 => Ok(()),
        Shape::Bars { most } => {
            let share = f64::from(step.count) / f64::from(most.max(1));
            let length = Px::nearest((to.x - from.x).in_pixels() * share);
            let end = from.x + length.max(LEAST_BAR);
            canvas.rect(ink, [from, Point::new(end, to.y)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::super::inspect::*;
    use super::super::{Palette, Tag, to_svg};
    use super::*;

    const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];

    /// How many nodes of a role a row has.
    fn of_row(picture: &Picture, role: Role, row: usize) -> usize {
        let of_role = of_role(picture, role);
        let rows = of_role.iter().filter_map(|node| node.row());
        rows.filter(|of| usize::from(*of) == row).count()
    }

    #[test]
    fn picture_and_table_say_the_same_numbers() {
        for width in WIDTHS {
            for counts in [[1, 4, 6, 0, 1, 2, 1], [12, 140, 61, 7, 0, 22, 3]] {
                let spec = distribution(&counts, Some(2));
                let (picture, table) = (spec.draw(width).unwrap(), spec.table());
                let printed: Vec<String> = of_role(&picture, Role::Value)
                    .iter()
                    .filter_map(|node| node.text.clone())
                    .collect();
                assert_eq!(printed, column(&table, 1));
                assert_eq!(printed, counts.map(|count| count.to_string()));
                assert_eq!(column(&table, 2), ["–", "–", "Ja", "–", "–", "–", "–"]);
                assert_eq!(of_row(&picture, Role::Agreed, 2), 1);
                assert_eq!(of_role(&picture, Role::Agreed).len(), 1);
            }
        }
        assert_eq!(distribution(&[1, 2, 0, 0], None).table().columns.len(), 2);
    }

    #[test]
    fn up_to_thirty_answers_are_a_dot_each() {
        for width in WIDTHS {
            for most in 0..=30 {
                let counts = [most, (30 - most) / 2, 0, (30 - most) / 3, 0];
                let picture = distribution(&counts, None).draw(width).unwrap();
                for (count, row) in counts.into_iter().zip(0..) {
                    let role = if row < 3 {
                        Role::Answer
                    } else {
                        Role::AnswerAside
                    };
                    assert_eq!(of_row(&picture, role, row), count as usize);
                }
                assert_inside(&picture);
                let dots = of_rows(&picture).root.into_iter();
                let dots: Vec<_> = dots.filter(|node| node.tag == Tag::Circle).collect();
                for (one, other) in dots.iter().zip(dots.iter().skip(1)) {
                    let ([_, _, right, _], [left, ..]) = (extent(one), extent(other));
                    assert!(one.row() != other.row() || right <= left);
                    assert!(number(one, "r") >= 2.5);
                }
            }
        }
    }

    #[test]
    fn more_answers_are_bars_in_proportion() {
        for width in WIDTHS {
            for most in [31, 100, 999, 40_000, u32::MAX] {
                let counts = [most, most / 2, most / 3, most / 7, 0];
                let picture = distribution(&counts, None).draw(width).unwrap();
                let track = number(of_role(&picture, Role::Band)[0], "width");
                for role in [Role::Answer, Role::AnswerAside] {
                    for (row, value) in values(&picture, role) {
                        assert_eq!(value, counts[row].to_string());
                    }
                }
                for bar in of_role(&picture, Role::Answer) {
                    let count = f64::from(counts[usize::from(bar.row().unwrap())]);
                    let read = number(bar, "width") / track * f64::from(most);
                    assert!((read - count).abs() <= f64::from(most) * 0.001);
                }
                assert_eq!(of_row(&picture, Role::AnswerAside, 4), 0, "none is no bar");
            }
        }
    }

    #[test]
    fn nothing_reaches_outside_whatever_the_words() {
        let long =
            "Verksamhetssystemsintegrationsplattform & upphandlingsplanering i hela koncernen";
        for width in WIDTHS {
            for levels in LEAST_LEVELS..=MOST_LEVELS {
                for agreed in [None, Some(0), Some(levels)] {
                    let counts: Vec<u32> = (0..12).cycle().take(levels + 2).collect();
                    let mut spec = distribution(&counts, agreed);
                    assert_inside(&spec.draw(width).unwrap());
                    for step in &mut spec.steps {
                        step.label = long.into();
                        step.count += 1000;
                    }
                    spec.words.agreed = long.into();
                    spec.words.answers = long.into();
                    let picture = spec.draw(width).unwrap();
                    assert_inside(&picture);
                    assert_well_formed(&to_svg(&picture, &Palette::LIGHT));
                }
            }
        }
    }

    #[test]
    fn a_line_stands_above_what_is_outside_the_scale() {
        let picture = distribution(&[1, 2, 3, 1, 1], None)
            .draw(Width::Wide)
            .unwrap();
        let line = number(of_role(&picture, Role::Axis)[0], "y1");
        let middle = |role| -> Vec<f64> {
            of_role(&picture, role)
                .iter()
                .map(|dot| number(dot, "cy"))
                .collect()
        };
        assert!(middle(Role::Answer).into_iter().all(|y| y < line));
        assert!(middle(Role::AnswerAside).into_iter().all(|y| y > line));
        let mut without = distribution(&[1, 2, 3], None);
        without.steps.iter_mut().for_each(|step| step.aside = false);
        assert!(of_role(&without.draw(Width::Wide).unwrap(), Role::Axis).is_empty());
    }

    #[test]
    fn a_spec_without_a_picture_is_an_error() {
        let draw = |levels: usize| distribution(&vec![1; levels + 2], None).draw(Width::Wide);
        assert_eq!(draw(1), Err(ChartError::TooFew { given: 1, least: 2 }));
        assert_eq!(
            draw(11),
            Err(ChartError::TooMany {
                given: 11,
                most: 10
            })
        );
        assert!(draw(2).is_ok() && draw(10).is_ok());
        let mut many = distribution(&[1; 7], None);
        many.steps
            .iter_mut()
            .skip(2)
            .for_each(|step| step.aside = true);
        assert_eq!(
            many.draw(Width::Narrow),
            Err(ChartError::TooMany { given: 5, most: 4 })
        );
        assert_eq!(distribution(&[], None).table().rows.len(), 0);
    }
}
