//! The flower box: every petal, tuft and stone is one question, filled as far as it is fulfilled; how high a flower
//! stands and the number in its heart are its area's degree. Filled, half, outlined and dotted differ in shape, so the
//! picture reads in grey and in forced colours.

use super::error::ChartError;
use super::flower_layout::FlowerLayout;
use super::flower_paint::{key_picture, paint};
use super::scale::Width;
use super::tree::Picture;

/// More flowers cannot be told apart.
const MOST_FLOWERS: usize = 8;
/// More petals would be thinner than a finger.
const MOST_PETALS: usize = 12;
/// More tufts would be narrower than 24 px on a phone.
const MOST_TUFTS: usize = 12;
/// More stones would need a third row on a phone.
const MOST_STONES: usize = 10;

/// How far a question is fulfilled, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grade {
    /// Fulfilled: filled.
    Full,
    /// Partly: filled from where it grows to the half.
    Half,
    /// Not at all: an outline.
    Nothing,
    /// Not known or not answered: a dotted outline.
    Unknown,
    /// Not relevant: its place stays empty, so that the others keep theirs.
    Absent,
}

impl Grade {
    /// Every grade once, in the order of the table's columns.
    pub const ALL: [Self; 5] = [
        Self::Full,
        Self::Half,
        Self::Nothing,
        Self::Unknown,
        Self::Absent,
    ];

    /// The value of `data-grade`, the same in every language.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Half => "half",
            Self::Nothing => "nothing",
            Self::Unknown => "unknown",
            Self::Absent => "absent",
        }
    }
}

/// One question: a petal, a tuft or a stone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The question.
    pub label: String,
    /// How far it is fulfilled.
    pub grade: Grade,
    /// Where a click or Enter on it leads; none in a picture without links.
    pub href: Option<String>,
}

/// One area: a flower, the grass or the soil.
#[derive(Debug, Clone, PartialEq)]
pub struct Bed {
    /// The area's name; broken at spaces and soft hyphens.
    pub label: String,
    /// Who answers; stands in the table, not in the picture.
    pub note: Option<String>,
    /// The degree from 0 to 1, unrounded, for the height of a flower only; cut to that, NaN counts as none.
    pub degree: Option<f64>,
    /// The degree as readers see it, or why there is none: in the table and in the captions of grass and soil.
    pub printed: String,
    /// The degree in the heart of a flower: a number of at most three digits, or a dash.
    pub heart: String,
    /// The questions, clockwise or from left to right.
    pub leaves: Vec<Leaf>,
}

impl Bed {
    /// The degree that can be drawn.
    pub(super) fn drawn(&self) -> Option<f64> {
        self.degree
            .filter(|degree| !degree.is_nan())
            .map(|degree| degree.clamp(0.0, 1.0))
    }
}

/// The words around the flower box: heads of the tables' columns, names of the grades and of the guide lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowerWords {
    /// Head of the areas' names.
    pub area: String,
    /// Head of the printed degrees.
    pub degree: String,
    /// Head of the questions.
    pub question: String,
    /// Head of the questions' grades.
    pub grade: String,
    /// Head of who answers.
    pub note: String,
    /// Name of [`Grade::Full`].
    pub full: String,
    /// Name of [`Grade::Half`].
    pub half: String,
    /// Name of [`Grade::Nothing`].
    pub nothing: String,
    /// Name of [`Grade::Unknown`].
    pub unknown: String,
    /// Name of [`Grade::Absent`].
    pub absent: String,
    /// The printed degrees at the guide lines: none, half, all.
    pub guides: [String; 3],
}

impl FlowerWords {
    /// The name of a grade.
    pub(super) fn of(&self, grade: Grade) -> &str {
        match grade {
            Grade::Full => &self.full,
            Grade::Half => &self.half,
            Grade::Nothing => &self.nothing,
            Grade::Unknown => &self.unknown,
            Grade::Absent => &self.absent,
        }
    }
}

/// Flowers over grass and soil.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowerBox {
    /// Names the picture and captions the tables.
    pub title: String,
    /// What the picture shows, in a sentence, for those who do not see it.
    pub description: String,
    /// What must be read with the picture wherever it goes, such as that its values are made up.
    pub mark: Option<String>,
    /// All words around it.
    pub words: FlowerWords,
    /// 1 to 8 flowers, from left to right, of 1 to 12 petals each.
    pub flowers: Vec<Bed>,
    /// At most 12 tufts.
    pub grass: Option<Bed>,
    /// At most 10 stones.
    pub soil: Option<Bed>,
}

/// One entry of the legend: a small picture, and the words that the page shows beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyEntry {
    /// A petal of this grade.
    pub picture: Picture,
    /// The name of the grade.
    pub words: String,
}

impl FlowerBox {
    /// All areas, in the order in which they are shown and in which their leaves are numbered.
    pub(super) fn beds(&self) -> impl Iterator<Item = &Bed> {
        self.flowers.iter().chain(&self.grass).chain(&self.soil)
    }

    /// Draws the flower box for a width.
    ///
    /// # Errors
    /// [`ChartError::TooFew`] without flowers or with one that has no petals, [`ChartError::TooMany`] above 8 flowers,
    /// 12 petals on one, 12 tufts or 10 stones.
    pub fn draw(&self, width: Width) -> Result<Picture, ChartError> {
        ChartError::check_count(self.flowers.len(), 1, MOST_FLOWERS)?;
        for (beds, least, most) in [
            (self.flowers.as_slice(), 1, MOST_PETALS),
            (self.grass.as_slice(), 0, MOST_TUFTS),
            (self.soil.as_slice(), 0, MOST_STONES),
        ] {
            for bed in beds {
                ChartError::check_count(bed.leaves.len(), least, most)?;
            }
        }
        let layout = FlowerLayout::of(self, width);
        Ok(Picture {
            view_box: layout.size,
            title: self.title.clone(),
            description: self.description.clone(),
            root: paint(self, &layout)?,
        })
    }

    /// The legend: a petal for each grade that is drawn. [`Grade::Absent`] is an empty place and has none.
    ///
    /// # Errors
    /// [`ChartError::Drawing`], a fault of this layer.
    pub fn key(&self) -> Result<Vec<KeyEntry>, ChartError> {
        Grade::ALL
            .into_iter()
            .filter(|grade| *grade != Grade::Absent)
            .map(|grade| {
                let words = self.words.of(grade);
                Ok(KeyEntry {
                    picture: key_picture(grade, words)?,
                    words: words.to_owned(),
                })
            })
            .collect()
    }
}
