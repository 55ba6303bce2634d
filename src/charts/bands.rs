//! Where one stands among others (rule 12): for each area a track with the band between the quartiles, the middle as a triangle below
//! it, and oneself as a diamond. Where there is too little for quartiles, there is no band. Shapes and places differ, so the
//! picture reads in grey, and the table says the same.

use super::attribute::Anchor;
use super::canvas::{Canvas, TextLine, fill};
use super::compared::{POINTER, pointer};
use super::error::ChartError;
use super::head::{Head, Swatch, diamond};
use super::px::{Point, Px};
use super::role::Role;
use super::scale::{Scale, Width};
use super::table::{Table, plain};
use super::text_width::{Look, text_width, wrap};
use super::tree::{Picture, print_values};

const MOST_ROWS: usize = 20;
const LABEL: Look = Look::regular(16);
const VALUE: Look = Look::semi_bold(16);
const TICK: Look = Look::regular(14);
const TRACK: Px = Px::whole(12);
/// Free width at both ends of a track, for the marks at its ends.
const MARGIN: Px = Px::whole(12);
const GAP: Px = Px::whole(8);

/// One track for each area.
#[derive(Debug, Clone, PartialEq)]
pub struct Bands {
    /// Names the picture and captions the table.
    pub title: String,
    /// What the picture shows, in a sentence, for those who do not see it.
    pub description: String,
    /// A line that is part of the picture wherever it goes, such as that its values are made up.
    pub mark: Option<String>,
    /// The levels, or percent.
    pub scale: Scale,
    /// The words for columns and legend.
    pub words: BandWords,
    /// 1 to 20 areas in the order in which they are shown.
    pub rows: Vec<BandRow>,
}

/// The words around the bands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandWords {
    /// Head of the areas' names.
    pub area: String,
    /// Oneself: head of the column, and the diamond in the legend.
    pub own: String,
    /// The middle: head of the column, and the triangle in the legend.
    pub middle: String,
    /// The band: head of the column, and the bar in the legend.
    pub band: String,
    /// Head of the words for where one stands.
    pub place: String,
    /// Head of what the values rest on.
    pub rests_on: String,
    /// Where there is nothing.
    pub none: String,
}

/// One area.
#[derive(Debug, Clone, PartialEq)]
pub struct BandRow {
    /// The area's name.
    pub label: String,
    /// Oneself, unrounded, for the place of the mark only.
    pub own: Option<f64>,
    /// Oneself as readers see it, or why there is no value.
    pub own_printed: String,
    /// The middle of the others.
    pub middle: f64,
    /// As readers see it.
    pub middle_printed: String,
    /// The quartiles of the others.
    pub quarters: Option<(f64, f64)>,
    /// As readers see them.
    pub quarters_printed: String,
    /// Where one stands, in words; empty where it cannot be said.
    pub place: String,
    /// What the values rest on, in words.
    pub rests_on: String,
}

impl BandRow {
    fn band(&self, scale: &Scale) -> Option<(f64, f64)> {
        let (lower, upper) = self.quarters?;
        scale.cut(Some(lower)).zip(scale.cut(Some(upper)))
    }
}

/// Where a row's track begins, from above.
struct Place {
    track: Px,
}

struct Layout {
    size: (Px, Px),
    head: Head,
    lines: Vec<TextLine>,
    rows: Vec<Place>,
}

impl Layout {
    fn of(spec: &Bands, width: Width) -> Self {
        let words = &spec.words;
        let has_band = spec.rows.iter().any(|row| row.band(&spec.scale).is_some());
        let mut legend = Vec::new();
        legend.extend(has_band.then_some((Swatch::Bar, words.band.as_str())));
        legend.push((Swatch::Pointer, words.middle.as_str()));
        legend.push((Swatch::Here, words.own.as_str()));
        let total = width.px();
        let head = Head::of(spec.mark.as_deref(), &legend, total);
        let mut top = head.bottom + GAP;
        let mut lines = Vec::new();
        for level in spec.scale.grid() {
            lines.push(TextLine {
                words: spec.scale.tick(level),
                ink: Role::Tick.ink(),
                look: TICK,
                anchor: Anchor::Middle,
                at: Point::new(
                    across(&spec.scale, total, f64::from(level)),
                    top + TICK.line().half(),
                ),
            });
        }
        // Percent are wider than the margins.
        for line in &mut lines {
            let half = text_width(&line.words, TICK.size, TICK.weight).half() + Px::whole(1);
            line.at.x = line.at.x.max(half).min(total - half);
        }
        top += TICK.line() + GAP;
        let mut rows = Vec::new();
        for (row, number) in spec.rows.iter().zip(0_u8..) {
            let value = wrap(&row.own_printed, VALUE, total.half(), 2);
            let label = wrap(&row.label, LABEL, total - value.width(VALUE) - GAP - GAP, 2);
            let label_ink = Role::Label.of_row(number);
            let label_lines =
                TextLine::block(&label, label_ink, LABEL, Anchor::Start, Px::ZERO, top);
            let value_ink = Role::Value.of_row(number);
            let value_lines = TextLine::block(&value, value_ink, VALUE, Anchor::End, total, top);
            lines.extend(label_lines.into_iter().chain(value_lines));
            top += label.height(LABEL).max(value.height(VALUE)) + GAP;
            rows.push(Place { track: top });
            top += TRACK + POINTER + GAP + GAP;
        }
        Self {
            size: (total, top),
            head,
            lines,
            rows,
        }
    }
}

fn across(scale: &Scale, total: Px, value: f64) -> Px {
    let length = (total - MARGIN - MARGIN).in_pixels();
    MARGIN + Px::nearest(length * scale.share(value))
}

impl Bands {
    /// Draws the bands for a width; the height grows with the rows.
    ///
    /// # Errors
    /// [`ChartError::TooFew`] without rows, [`ChartError::TooMany`] above 20, [`ChartError::Scale`] for a scale
    /// without levels.
    pub fn draw(&self, width: Width) -> Result<Picture, ChartError> {
        self.scale.check()?;
        ChartError::check_count(self.rows.len(), 1, MOST_ROWS)?;
        let layout = Layout::of(self, width);
        let mut root = Canvas::draw(layout.size, |canvas| self.paint(canvas, &layout))?;
        print_values(&mut root, |role, row| {
            let row = self.rows.get(row)?;
            match role {
                Role::Mark => Some(row.own_printed.as_str()),
                Role::Benchmark => Some(row.middle_printed.as_str()),
                Role::SeriesNow => Some(row.quarters_printed.as_str()),
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

    fn paint(&self, canvas: &Canvas<'_>, layout: &Layout) -> Result<(), ChartError> {
        let total = layout.size.0;
        let x = |value| across(&self.scale, total, value);
        for ((row, place), number) in self.rows.iter().zip(&layout.rows).zip(0_u8..) {
            let (upper, lower) = (place.track, place.track + TRACK);
            let block = |from, to| [Point::new(from, upper), Point::new(to, lower)];
            let whole = block(MARGIN, total - MARGIN);
            canvas.rect(fill(Role::Band.ink()), whole)?;
            if let Some((from, to)) = row.band(&self.scale) {
                let (from, to) = (x(from), x(to));
                // Quartiles that are the same are a band still.
                let to = to.max(from + Px::whole(4)).min(total - MARGIN);
                canvas.rect(fill(Role::SeriesNow.of_row(number)), block(from, to))?;
            }
            for level in self.scale.grid() {
                let at = x(f64::from(level));
                let ends = [upper, lower].map(|y| Point::new(at, y));
                canvas.line(Role::Grid.ink(), Px::whole(1), ends)?;
            }
            if let Some(middle) = self.scale.cut(Some(row.middle)) {
                let tip = Point::new(x(middle), lower + Px::whole(1));
                canvas.fill(Role::Benchmark.of_row(number), pointer(tip))?;
            }
            if let Some(own) = self.scale.cut(row.own) {
                let at = Point::new(x(own), (upper + lower).half());
                canvas.fill(Role::Mark.of_row(number), diamond(at))?;
            }
        }
        layout.head.paint(canvas)?;
        layout.lines.iter().try_for_each(|line| canvas.words(line))
    }

    /// The bands as a table. It has no limits: a spec that cannot be drawn still has its table.
    pub fn table(&self) -> Table {
        let words = &self.words;
        let heads = [
            &words.area,
            &words.own,
            &words.middle,
            &words.band,
            &words.place,
            &words.rests_on,
        ];
        let or_none = |text: &str| match text {
            "" => words.none.clone(),
            text => text.to_owned(),
        };
        let rows = self.rows.iter().map(|row| {
            vec![
                plain(&row.label),
                or_none(&row.own_printed),
                or_none(&row.middle_printed),
                or_none(&row.quarters_printed),
                or_none(&row.place),
                or_none(&row.rests_on),
            ]
        });
        Table {
            caption: self.title.clone(),
            columns: heads.map(Clone::clone).to_vec(),
            rows: rows.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::super::inspect::assert_inside;
    use super::*;

    fn row(own: Option<f64>, middle: f64, quarters: Option<(f64, f64)>) -> BandRow {
        BandRow {
            label: "Verksamhetsutveckling".into(),
            own,
            own_printed: own.map_or("Otillräckligt underlag".into(), |own| format!("{own:.1}")),
            middle,
            middle_printed: format!("{middle:.1}"),
            quarters,
            quarters_printed: quarters
                .map_or(String::new(), |(a, b)| format!("{a:.1} till {b:.1}")),
            place: "inom".into(),
            rests_on: "12 enheter".into(),
        }
    }

    fn bands(rows: Vec<BandRow>) -> Bands {
        Bands {
            title: "Ni och andra".into(),
            description: "Var ni är.".into(),
            mark: Some("Påhittade exempelvärden".into()),
            scale: five_levels(),
            words: BandWords {
                area: "Område".into(),
                own: "Ni är här".into(),
                middle: "Mitten".into(),
                band: "Mellan kvartilerna".into(),
                place: "Läge".into(),
                rests_on: "Underlag".into(),
                none: "–".into(),
            },
            rows,
        }
    }

    #[test]
    fn marks_stand_where_their_values_are() {
        let spec = bands(vec![row(Some(3.0), 2.5, Some((2.0, 4.0)))]);
        for width in [Width::Wide, Width::Narrow] {
            let picture = spec.draw(width).unwrap();
            let rows = of_rows(&picture);
            let band = of_role(&rows, Role::SeriesNow)[0];
            let at = |value| across(&spec.scale, width.px(), value).in_pixels();
            assert!((number(band, "x") - at(2.0)).abs() < 0.26);
            assert!((number(band, "x") + number(band, "width") - at(4.0)).abs() < 0.26);
            let top = |role| {
                let node = of_role(&rows, role)[0];
                let points = node.attributes.iter().find_map(|a| match a {
                    super::super::attribute::Attribute::Points(points) => points.first().copied(),
                    _ => None,
                });
                points.unwrap().x.in_pixels()
            };
            assert!((top(Role::Mark) - at(3.0)).abs() < 0.26);
            assert!((top(Role::Benchmark) - at(2.5)).abs() < 0.26);
        }
    }

    #[test]
    fn picture_and_table_say_the_same() {
        let spec = bands(vec![
            row(Some(3.0), 2.5, Some((2.0, 4.0))),
            row(None, 4.0, None),
            row(Some(f64::NAN), f64::INFINITY, Some((4.0, 4.0))),
        ]);
        let table = spec.table();
        for width in [Width::Wide, Width::Narrow] {
            let picture = spec.draw(width).unwrap();
            assert_inside(&picture);
            let rows = of_rows(&picture);
            for (role, place) in [(Role::Mark, 1), (Role::Benchmark, 2), (Role::SeriesNow, 3)] {
                for (row, value) in values(&rows, role) {
                    assert_eq!(table.rows[row][place], value);
                }
            }
            assert_eq!(values(&rows, Role::Mark).len(), 1);
            assert_eq!(values(&rows, Role::SeriesNow).len(), 2);
        }
        assert_eq!(table.rows[1][3], "–");
    }

    #[test]
    fn many_long_names_and_percent_stay_inside() {
        let mut spec = bands(vec![row(Some(5.0), 1.0, Some((1.0, 5.0))); 20]);
        for row in &mut spec.rows {
            row.label = "Informationssäkerhetsklassning och mer därtill som är långt".into();
        }
        for width in [Width::Wide, Width::Narrow] {
            assert_inside(&spec.draw(width).unwrap());
        }
        spec.scale = Scale {
            min: 0,
            max: 100,
            names: Vec::new(),
            ticks: [0, 25, 50, 75, 100].map(|p| (p, format!("{p} %"))).to_vec(),
        };
        assert_inside(&spec.draw(Width::Narrow).unwrap());
        assert!(bands(Vec::new()).draw(Width::Wide).is_err());
        assert!(
            bands(vec![row(None, 1.0, None); 21])
                .draw(Width::Wide)
                .is_err()
        );
    }
}
