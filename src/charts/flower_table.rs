//! The flower box as tables: one row for each area, and one for each question. Neither has limits: a spec that cannot be
//! drawn still has its tables.

use super::flower_box::{Bed, FlowerBox, Grade};
use super::px::digits;
use super::table::{Table, plain};

impl FlowerBox {
    /// One row for each area: its name, who answers (a column only if any area says so), its degree, and how many of its
    /// questions have each grade.
    pub fn table(&self) -> Table {
        let words = &self.words;
        let noted = self.beds().any(|bed| bed.note.is_some());
        let mut columns = vec![words.area.clone()];
        columns.extend(noted.then(|| words.note.clone()));
        columns.push(words.degree.clone());
        columns.extend(Grade::ALL.map(|grade| words.of(grade).to_owned()));
        let rows = self.beds().map(|bed| {
            let mut row = vec![plain(&bed.label)];
            row.extend(noted.then(|| plain(bed.note.as_deref().unwrap_or_default())));
            row.push(bed.printed.clone());
            row.extend(Grade::ALL.map(|grade| digits(count(bed, grade))));
            row
        });
        Table {
            caption: self.title.clone(),
            columns,
            rows: rows.collect(),
        }
    }

    /// One row for each question: its area, its words, its grade.
    pub fn questions(&self) -> Table {
        let words = &self.words;
        let rows = self.beds().flat_map(|bed| {
            bed.leaves.iter().map(|leaf| {
                vec![
                    plain(&bed.label),
                    plain(&leaf.label),
                    words.of(leaf.grade).to_owned(),
                ]
            })
        });
        Table {
            caption: self.title.clone(),
            columns: [&words.area, &words.question, &words.grade]
                .map(Clone::clone)
                .to_vec(),
            rows: rows.collect(),
        }
    }
}

fn count(bed: &Bed, grade: Grade) -> u32 {
    bed.leaves
        .iter()
        .fold(0, |count, leaf| count + u32::from(leaf.grade == grade))
}
