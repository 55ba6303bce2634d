//! What stands above the data of every picture: the notice that must be read with it, and the legend.

use super::attribute::Anchor;
use super::canvas::{Canvas, TextLine, fill};
use super::compared::{FLAG, POINTER, RING, flag, pointer};
use super::error::ChartError;
use super::px::{Point, Px};
use super::role::Role;
use super::text_width::{Look, wrap};

const NOTICE: Look = Look::semi_bold(14);
const NOTE: Look = Look::regular(14);
/// Half the width and height of the diamond.
const DIAMOND: Px = Px::whole(9);
/// Least height of a line of the legend.
const LINE: Px = Px::whole(24);
/// From a swatch to its words.
const BESIDE: Px = Px::whole(8);

/// What stands before the words of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Swatch {
    /// The present state as a bar.
    Bar,
    /// The level that every answer reaches.
    Diamond,
    /// The same shape for oneself among others, with room around it, as it may begin a line.
    Here,
    /// A target on a bar.
    Flag,
    /// The last round on a bar.
    Ring,
    /// A value from others.
    Pointer,
    /// The present state as an outline.
    Outline,
    /// Targets as an outline.
    TargetOutline,
    /// The last round as an outline.
    EarlierOutline,
    /// One outline more, of units over each other.
    PlainOutline,
}

impl Swatch {
    const fn width(self) -> Px {
        match self {
            Self::Bar => Px::whole(24),
            Self::Diamond | Self::Flag | Self::Ring | Self::Pointer => Px::whole(18),
            Self::Outline | Self::TargetOutline | Self::EarlierOutline | Self::PlainOutline => {
                Px::whole(36)
            }
            Self::Here => Px::whole(22),
        }
    }

    fn paint(self, canvas: &Canvas<'_>, at: Point) -> Result<(), ChartError> {
        // Less than the width, for the round ends of dots.
        let half = self.width().half() - Px::whole(1);
        let ends = [Point::new(at.x - half, at.y), Point::new(at.x + half, at.y)];
        match self {
            Self::Bar => canvas.fill(Role::SeriesNow.ink(), block(at, half, Px::whole(6))),
            Self::Diamond | Self::Here => canvas.fill(Role::Mark.ink(), diamond(at)),
            Self::Flag => {
                let (x, upper) = (at.x - Px::whole(4), at.y - Px::whole(9) + FLAG);
                canvas.fill(Role::Target.ink(), flag(x, upper, at.y + Px::whole(9)))
            }
            Self::Ring => canvas.circle(fill(Role::Earlier.ink()), at, RING),
            Self::Pointer => {
                let tip = Point::new(at.x, at.y - POINTER.half());
                canvas.fill(Role::Benchmark.ink(), pointer(tip))
            }
            Self::Outline => {
                canvas.line(Role::SeriesLine.ink(), Px::whole(3), ends)?;
                canvas.circle(fill(Role::Dot.ink()), at, Px::whole(5))
            }
            Self::TargetOutline => {
                canvas.line(Role::SeriesTarget.ink(), Px::whole(2), ends)?;
                let across = block(at, Px::whole(10), Px::quarters(9));
                canvas.fill(Role::Target.ink(), across)
            }
            Self::EarlierOutline => {
                canvas.line(Role::SeriesEarlier.ink(), Px::whole(2), ends)?;
                canvas.circle(fill(Role::Earlier.ink()), at, RING)
            }
            Self::PlainOutline => {
                canvas.line(Role::Agreed.ink(), Px::whole(2), ends)?;
                let tip = Point::new(at.x, at.y - POINTER.half());
                canvas.fill(Role::Benchmark.ink(), pointer(tip))
            }
        }
    }
}

/// Notice and legend, laid out from the picture's upper edge.
pub(super) struct Head {
    swatches: Vec<(Swatch, Point)>,
    lines: Vec<TextLine>,
    /// Where the data may begin; zero for an empty head.
    pub bottom: Px,
}

impl Head {
    /// The notice in a line of its own, under it swatches and their words in a row, or under each other where a row is
    /// too short.
    pub fn of(notice: Option<&str>, legend: &[(Swatch, &str)], total: Px) -> Self {
        let mut head = Self {
            swatches: Vec::new(),
            lines: Vec::new(),
            bottom: Px::ZERO,
        };
        if let Some(notice) = notice {
            let words = wrap(notice, NOTICE, total, 2);
            let (ink, start) = (Role::Notice.ink(), Anchor::Start);
            head.lines = TextLine::block(&words, ink, NOTICE, start, Px::ZERO, Px::ZERO);
            head.bottom = words.height(NOTICE) + Px::whole(8);
        }
        if !legend.is_empty() {
            head.place_legend(legend, total);
        }
        head
    }

    fn place_legend(&mut self, legend: &[(Swatch, &str)], total: Px) {
        let (mut x, mut top, mut height) = (Px::ZERO, self.bottom, LINE);
        for (swatch, words) in legend {
            let before = swatch.width() + BESIDE;
            let words = wrap(words, NOTE, total - before, 2);
            let width = before + words.width(NOTE);
            if x > Px::ZERO && x + width > total {
                (x, top, height) = (Px::ZERO, top + height, LINE);
            }
            height = height.max(words.height(NOTE) + Px::whole(6));
            let middle = top + height.half();
            let at = Point::new(x + swatch.width().half(), middle);
            self.swatches.push((*swatch, at));
            self.lines.extend(TextLine::block(
                &words,
                Role::Note.ink(),
                NOTE,
                Anchor::Start,
                x + before,
                middle - words.height(NOTE).half(),
            ));
            x += width + Px::whole(28);
        }
        self.bottom = top + height + Px::whole(10);
    }

    /// Draws it.
    pub fn paint(&self, canvas: &Canvas<'_>) -> Result<(), ChartError> {
        for (swatch, at) in &self.swatches {
            swatch.paint(canvas, *at)?;
        }
        self.lines.iter().try_for_each(|line| canvas.words(line))
    }
}

/// The shape of a reached level.
pub(super) fn diamond(at: Point) -> [Point; 4] {
    [
        Point::new(at.x, at.y - DIAMOND),
        Point::new(at.x + DIAMOND, at.y),
        Point::new(at.x, at.y + DIAMOND),
        Point::new(at.x - DIAMOND, at.y),
    ]
}

fn block(at: Point, half_width: Px, half_height: Px) -> [Point; 4] {
    let (left, right) = (at.x - half_width, at.x + half_width);
    let (upper, lower) = (at.y - half_height, at.y + half_height);
    [
        Point::new(left, upper),
        Point::new(right, upper),
        Point::new(right, lower),
        Point::new(left, lower),
    ]
}
