//! The table twin: the same spec as rows and columns, so that a picture and its table cannot say different numbers. It is
//! the legend of the narrow radar and the chart of those who do not see one.

use super::bars::LevelBars;
use super::px::digits;
use super::radar::Radar;

/// A plain table, for `ui` as a real `table` element and for the exports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows: the picture's title.
    pub caption: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// One row for each row or axis of the spec, in its order, with one cell for each column.
    pub rows: Vec<Vec<String>>,
}

impl LevelBars {
    /// The bars as a table: area, mean (or why there is none), reached level, a column for each comparison that occurs,
    /// coverage. It has no limits: a spec that cannot be drawn still has its table.
    pub fn table(&self) -> Table {
        let words = &self.words;
        // A scale without levels has no word for one that is reached, and no column.
        let has_levels = !words.reached.is_empty();
        let mut columns = vec![words.area.clone(), words.average.clone()];
        columns.extend(has_levels.then(|| words.reached.clone()));
        columns.extend(
            self.occurring()
                .map(|comparison| words.compared(comparison).to_owned()),
        );
        columns.push(words.coverage.clone());
        let rows = self.rows.iter().map(|row| {
            let reached = row.drawn_reached(&self.scale).map(u32::from).map(digits);
            let reached = reached.unwrap_or_else(|| words.not_reached.clone());
            let mut cells = vec![plain(&row.label), row.shown().to_owned()];
            cells.extend(has_levels.then_some(reached));
            cells.extend(self.occurring().map(|comparison| {
                let shown = row.compared_shown(comparison, &self.scale);
                shown.unwrap_or(&words.not_reached).to_owned()
            }));
            cells.push(row.coverage_text.clone());
            cells
        });
        Table {
            caption: self.title.clone(),
            columns,
            rows: rows.collect(),
        }
    }
}

impl Radar {
    /// The radar as a table: the axis' number from 1, as in the narrow picture, area, mean, a column for each
    /// comparison that occurs. It has no limits: a spec that cannot be drawn still has its table.
    pub fn table(&self) -> Table {
        let words = &self.words;
        let mut columns = [&words.number, &words.area, &words.value]
            .map(Clone::clone)
            .to_vec();
        columns.extend(
            self.occurring()
                .map(|comparison| words.compared(comparison).to_owned()),
        );
        let rows = self.axes.iter().zip(1..).map(|(axis, number)| {
            let mut cells = vec![digits(number), plain(&axis.label), axis.printed.clone()];
            cells.extend(self.occurring().map(|comparison| {
                let shown = axis.compared_shown(comparison, &self.scale);
                shown.unwrap_or(&words.none).to_owned()
            }));
            cells
        });
        Table {
            caption: self.title.clone(),
            columns,
            rows: rows.collect(),
        }
    }
}

/// A label without the soft hyphens that only serve the picture.
pub(super) fn plain(label: &str) -> String {
    label.replace('\u{ad}', "")
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::super::{Picture, Role, Width};
    use super::*;

    /// The numbers of a column by row, as the marks of a picture carry them.
    fn by_row<'table>(
        table: &'table Table,
        column_: usize,
        left_out: &str,
    ) -> Vec<(usize, &'table str)> {
        column(table, column_)
            .into_iter()
            .enumerate()
            .filter(|(_, cell)| *cell != left_out)
            .collect()
    }

    /// The numbers of all marks that belong to a row, so without the legend.
    fn marks(picture: &Picture, roles: &[Role]) -> Vec<(usize, String)> {
        let of_rows = of_rows(picture);
        let mut marks: Vec<_> = roles
            .iter()
            .flat_map(|role| values(&of_rows, *role))
            .collect();
        marks.sort();
        marks
    }

    fn owned(cells: &[(usize, &str)]) -> Vec<(usize, String)> {
        cells
            .iter()
            .map(|(row, cell)| (*row, (*cell).to_owned()))
            .collect()
    }

    #[test]
    fn bars_and_their_table_say_the_same_numbers() {
        let spec = many_bars(20);
        let table = spec.table();
        for width in [Width::Wide, Width::Narrow] {
            let picture = spec.draw(width).unwrap();
            assert_eq!(
                marks(&picture, &[Role::SeriesNow, Role::Missing]),
                owned(&by_row(&table, 1, ""))
            );
            assert_eq!(
                marks(&picture, &[Role::Mark]),
                owned(&by_row(&table, 2, "–"))
            );
            for node in of_role(&picture, Role::Value) {
                let row = usize::from(node.row().unwrap());
                assert_eq!(node.text.as_deref(), Some(column(&table, 1)[row]));
            }
        }
    }

    #[test]
    fn radar_and_its_table_say_the_same_numbers() {
        let spec = radar(&[Some(2.7), None, Some(4.0), Some(1.0), Some(f64::NAN)]);
        let table = spec.table();
        for width in [Width::Wide, Width::Narrow] {
            let picture = spec.draw(width).unwrap();
            assert_eq!(
                marks(&picture, &[Role::Dot, Role::Missing]),
                owned(&by_row(&table, 2, ""))
            );
        }
    }

    #[test]
    fn a_table_has_a_cell_for_every_column_and_needs_no_picture() {
        let mut spec = many_bars(3);
        spec.rows[0].label = "Informations\u{ad}säkerhet".into();
        let table = spec.table();
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.len() == table.columns.len())
        );
        assert_eq!(table.rows[0][0], "Informationssäkerhet");
        assert_eq!(radar(&[]).table().rows.len(), 0);
    }
}
