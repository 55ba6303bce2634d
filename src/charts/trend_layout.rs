//! Where everything stands in the picture of rounds over time, for both widths. Only measuring; nothing is drawn here.

use super::attribute::Anchor;
use super::canvas::TextLine;
use super::head::{Head, Swatch};
use super::px::{Point, Px, digits};
use super::role::{Ink, Role};
use super::scale::Width;
use super::text_width::{Look, Wrapped, text_width, wrap};
use super::trend::{Trend, TrendStep};

const LABEL: Look = Look::regular(14);
const VALUE: Look = Look::semi_bold(16);
const NOTE: Look = Look::regular(14);
/// From the lowest to the highest place of a point.
const HEIGHT: Px = Px::whole(230);
/// Free height above the highest place, for the value over a point.
const ABOVE: Px = Px::whole(30);
/// The widest column of level names.
const NAMES: Px = Px::whole(132);
/// From the names to the first round's column.
const BESIDE: Px = Px::whole(10);
/// From a point up to the middle of its value.
const OVER: Px = Px::whole(19);

/// All places of one picture.
pub(super) struct TrendLayout {
    pub size: (Px, Px),
    /// The middle of each round's column.
    pub columns: Vec<Px>,
    /// A line for each level, the lowest first.
    pub grid: Vec<[Point; 2]>,
    pub axis: [Point; 2],
    pub head: Head,
    pub lines: Vec<TextLine>,
    top: Px,
}

impl TrendLayout {
    /// Lays out a spec whose scale and number of rounds have been checked.
    pub fn of(spec: &Trend, width: Width) -> Self {
        let total = width.px();
        let same = spec
            .has_same()
            .then_some((Swatch::EarlierOutline, spec.words.same.as_str()));
        let legend: Vec<(Swatch, &str)> = [(Swatch::Outline, spec.words.value.as_str())]
            .into_iter()
            .chain(same)
            .collect();
        let head = Head::of(spec.mark.as_deref(), &legend, total);
        let names = Self::names(spec, width);
        let left = names.iter().map(|(_, words)| words.width(LABEL)).max();
        let left = left.unwrap_or_default() + BESIDE;
        let top = head.bottom + ABOVE;
        let count = i32::try_from(spec.steps.len()).unwrap_or(i32::MAX);
        let slot = (total - left) / count;
        let columns: Vec<Px> = (0..count).map(|n| left + slot * n + slot.half()).collect();
        let mut layout = Self {
            size: (total, Px::ZERO),
            columns,
            grid: Vec::new(),
            axis: [Point::default(); 2],
            head,
            lines: Vec::new(),
            top,
        };
        let across = |share: f64| [layout.at(left, share), layout.at(total, share)];
        let level = |(level, _): &(u8, Wrapped)| across(spec.scale.share(f64::from(*level)));
        let (axis, grid) = (across(0.0), names.iter().map(level).collect());
        (layout.axis, layout.grid) = (axis, grid);
        let ends: Vec<Px> = layout.grid.iter().map(|[start, _]| start.y).collect();
        for ((_, words), y) in names.iter().zip(ends) {
            let (ink, start) = (Role::Tick.ink(), Anchor::Start);
            let upper = y - words.height(LABEL).half();
            layout
                .lines
                .extend(TextLine::block(words, ink, LABEL, start, Px::ZERO, upper));
        }
        layout.place_values(spec, slot);
        let below = layout.top + HEIGHT + Px::whole(8);
        let below = match width {
            Width::Wide => layout.place_names(spec, slot, below),
            Width::Narrow => layout.list_names(spec, below),
        };
        let below = spec
            .steps
            .iter()
            .zip(0_u8..)
            .fold(below, |below, (step, row)| {
                let cut = step.cut.as_deref().unwrap_or_default();
                layout.place_note(cut, Role::Note.of_row(row), below)
            });
        layout.size.1 = below;
        layout
    }

    /// Where a share of the scale stands in a column.
    pub fn at(&self, x: Px, share: f64) -> Point {
        let up = Px::nearest(HEIGHT.in_pixels() * share);
        Point::new(x, self.top + HEIGHT - up)
    }

    /// What stands at each level: its number, with its name where there is room.
    fn names(spec: &Trend, width: Width) -> Vec<(u8, Wrapped)> {
        let name = |level: u8| match (width, spec.scale.name(level)) {
            (Width::Wide, Some(name)) => [&spec.scale.tick(level), " ", name].concat(),
            _ => spec.scale.tick(level),
        };
        let grid = spec.scale.grid().into_iter();
        grid.map(|level| (level, wrap(&name(level), LABEL, NAMES, 2)))
            .collect()
    }

    /// The value over each point, where all of them have room.
    fn place_values(&mut self, spec: &Trend, slot: Px) {
        let drawn = |step: &TrendStep| step.place(&spec.scale).map(|value| spec.scale.share(value));
        let steps = || spec.steps.iter().filter(|step| step.value.is_some());
        let widest = steps()
            .map(|step| text_width(&step.printed, VALUE.size, VALUE.weight))
            .max();
        if widest.unwrap_or_default() + Px::whole(4) > slot {
            return;
        }
        for ((step, x), row) in spec.steps.iter().zip(self.columns.clone()).zip(0_u8..) {
            if let Some(share) = drawn(step) {
                let point = self.at(x, share);
                self.lines.push(TextLine {
                    words: step.printed.clone(),
                    ink: Role::Value.of_row(row),
                    look: VALUE,
                    anchor: Anchor::Middle,
                    at: Point::new(x, point.y - OVER),
                });
            }
        }
    }

    /// Each round's name under its column, and why it has no value; returns the lower edge.
    fn place_names(&mut self, spec: &Trend, slot: Px, top: Px) -> Px {
        let room = slot - Px::whole(8);
        let mut bottom = top;
        for ((step, x), row) in spec.steps.iter().zip(self.columns.clone()).zip(0_u8..) {
            let missing = if step.value.is_none() {
                step.printed.as_str()
            } else {
                ""
            };
            let mut below = top;
            for (words, role) in [
                (step.label.as_str(), Role::Label),
                (missing, Role::MissingText),
            ] {
                let words = wrap(words, LABEL, room, 3);
                let ink = role.of_row(row);
                self.lines.extend(TextLine::block(
                    &words,
                    ink,
                    LABEL,
                    Anchor::Middle,
                    x,
                    below,
                ));
                below += words.height(LABEL);
            }
            bottom = bottom.max(below);
        }
        bottom + Px::whole(8)
    }

    /// A number under each column, and the numbers' names and values below.
    fn list_names(&mut self, spec: &Trend, top: Px) -> Px {
        let mut below = top + LABEL.line() + Px::whole(8);
        for ((step, x), row) in spec.steps.iter().zip(self.columns.clone()).zip(0_u8..) {
            let number = digits(u32::from(row) + 1);
            self.lines.push(TextLine {
                words: number.clone(),
                ink: Role::Label.of_row(row),
                look: LABEL,
                anchor: Anchor::Middle,
                at: Point::new(x, top + LABEL.line().half()),
            });
            let words = [&number, ". ", &step.label, ": ", &step.printed].concat();
            let role = if step.value.is_none() {
                Role::MissingText
            } else {
                Role::Label
            };
            below = self.place_note(&words, role.of_row(row), below);
        }
        below
    }

    /// A text over the whole width; returns the lower edge.
    fn place_note(&mut self, words: &str, ink: Ink, top: Px) -> Px {
        let words = wrap(words, NOTE, self.size.0, 4);
        self.lines.extend(TextLine::block(
            &words,
            ink,
            NOTE,
            Anchor::Start,
            Px::ZERO,
            top,
        ));
        top + words.height(NOTE)
    }
}
