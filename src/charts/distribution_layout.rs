//! Where everything stands in the distribution, for both widths. Only measuring; nothing is drawn here.

use super::attribute::Anchor;
use super::canvas::TextLine;
use super::distribution::{Distribution, DistributionStep};
use super::head::Head;
use super::px::{Point, Px, digits};
use super::role::Role;
use super::scale::Width;
use super::text_width::{Look, Wrapped, text_width, wrap};

const LABEL: Look = Look::regular(16);
const AGREED: Look = Look::semi_bold(14);
const VALUE: Look = Look::semi_bold(16);
const HEAD: Look = Look::regular(14);

/// The most answers that are drawn as dots; as many fit beside each other in the narrow picture.
const MOST_DOTS: u32 = 30;
/// From the middle of a dot to the next, at most.
const PITCH: Px = Px::whole(18);
/// Half the height of a row's track.
const HALF_TRACK: Px = Px::whole(10);
/// From the frame to what is in it.
const PADDING: Px = Px::whole(12);
/// Free height between two rows.
const BETWEEN: Px = Px::whole(4);
/// Free height around the line above what is outside the scale.
const ASIDE: Px = Px::whole(10);

/// As what the answers are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Each by itself, so far from the next.
    Dots { pitch: Px },
    /// Together, in proportion to the largest count.
    Bars { most: u32 },
}

/// Where a row's answers stand and what frames it, by the upper left and the lower right corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowPlace {
    pub track: [Point; 2],
    pub frame: [Point; 2],
}

/// All places of one picture.
pub(super) struct DistributionLayout {
    pub size: (Px, Px),
    pub shape: Shape,
    pub rows: Vec<RowPlace>,
    /// The line above what is outside the scale.
    pub divider: Option<[Point; 2]>,
    pub head: Head,
    pub lines: Vec<TextLine>,
}

/// Left and right edges of the columns.
struct Columns {
    width: Width,
    padding: Px,
    label_width: Px,
    track: (Px, Px),
    value_end: Px,
}

impl Columns {
    fn of(spec: &Distribution, width: Width) -> Self {
        let widest = |look: Look, words: &dyn Fn(&DistributionStep) -> String| {
            let widths = spec.steps.iter().map(words);
            let widths = widths.map(|words| text_width(&words, look.size, look.weight));
            widths.max().unwrap_or_default()
        };
        let value = widest(VALUE, &|step| digits(step.count)).max(Px::whole(24));
        let framed = spec.steps.iter().any(|step| step.agreed);
        // Without a frame there is only the rim of a hollow bar to hold.
        let padding = if framed { PADDING } else { Px::whole(1) };
        let value_end = width.px() - padding;
        let (label_width, track) = match width {
            Width::Wide => {
                let agreed = text_width(&spec.words.agreed, AGREED.size, AGREED.weight);
                let label = widest(LABEL, &|step| step.label.clone())
                    .max(if framed { agreed } else { Px::ZERO })
                    .max(Px::whole(80))
                    .min(Px::whole(240));
                let left = padding + label + Px::whole(18);
                (label, (left, value_end - value - Px::whole(16)))
            }
            Width::Narrow => (
                value_end - padding - value - Px::whole(12),
                (padding, value_end),
            ),
        };
        Self {
            width,
            padding,
            label_width,
            track,
            value_end,
        }
    }
}

impl DistributionLayout {
    /// Lays out a spec whose number of steps has been checked.
    pub fn of(spec: &Distribution, width: Width) -> Self {
        let columns = Columns::of(spec, width);
        let counts = || spec.steps.iter().map(|step| step.count);
        let most = counts().max().unwrap_or(0);
        let shape = if counts().fold(0, u32::saturating_add) <= MOST_DOTS {
            let room = columns.track.1 - columns.track.0;
            let parts = i32::try_from(most.max(1)).unwrap_or(i32::MAX);
            Shape::Dots {
                pitch: (room / parts).min(PITCH),
            }
        } else {
            Shape::Bars { most }
        };
        let mut layout = Self {
            size: (width.px(), Px::ZERO),
            shape,
            rows: Vec::new(),
            divider: None,
            head: Head::of(spec.mark.as_deref(), &[], width.px()),
            lines: Vec::new(),
        };
        let mut y = layout.place_answers_head(spec, &columns);
        let mut aside = false;
        for (step, number) in spec.steps.iter().zip(0_u8..) {
            if step.aside && !aside {
                let line = y + ASIDE - BETWEEN;
                layout.divider = Some([
                    Point::new(columns.padding, line),
                    Point::new(columns.value_end, line),
                ]);
                y = line + ASIDE;
            }
            aside = step.aside;
            y = layout.place_row(spec, step, number, &columns, y) + BETWEEN;
        }
        layout.size.1 = y;
        layout
    }

    /// The head of the counts; returns its lower edge.
    fn place_answers_head(&mut self, spec: &Distribution, columns: &Columns) -> Px {
        let room = columns.value_end - columns.padding;
        let words = wrap(&spec.words.answers, HEAD, room, 2);
        let top = self.head.bottom;
        self.lines.extend(TextLine::block(
            &words,
            Role::Tick.ink(),
            HEAD,
            Anchor::End,
            columns.value_end,
            top,
        ));
        top + words.height(HEAD) + BETWEEN
    }

    /// Label, answers and count beside each other, or the answers below; returns the row's lower edge.
    fn place_row(
        &mut self,
        spec: &Distribution,
        step: &DistributionStep,
        number: u8,
        columns: &Columns,
        top: Px,
    ) -> Px {
        let label = wrap(&step.label, LABEL, columns.label_width, 2);
        let agreed = if step.agreed { &spec.words.agreed } else { "" };
        let agreed = wrap(agreed, AGREED, columns.label_width, 2);
        let words = label.height(LABEL) + agreed.height(AGREED);
        let (above, words_top, middle, bottom);
        match columns.width {
            Width::Wide => {
                let height = (words + Px::whole(12)).max(Px::whole(36));
                middle = top + height.half();
                words_top = middle - words.half();
                above = middle;
                bottom = top + height;
            }
            Width::Narrow => {
                words_top = top + Px::whole(6);
                above = words_top + LABEL.line().half();
                middle = words_top + words.max(LABEL.line()) + Px::whole(4) + HALF_TRACK;
                bottom = middle + HALF_TRACK + Px::whole(8);
            }
        }
        let mut add = |block: &Wrapped, role: Role, look, top| {
            let ink = role.of_row(number);
            let start = Anchor::Start;
            let lines = TextLine::block(block, ink, look, start, columns.padding, top);
            self.lines.extend(lines);
        };
        add(&label, Role::Label, LABEL, words_top);
        add(&agreed, Role::Note, AGREED, words_top + label.height(LABEL));
        self.lines.push(TextLine {
            words: digits(step.count),
            ink: Role::Value.of_row(number),
            look: VALUE,
            anchor: Anchor::End,
            at: Point::new(columns.value_end, above),
        });
        let inset = Px::whole(1);
        self.rows.push(RowPlace {
            track: [
                Point::new(columns.track.0, middle - HALF_TRACK),
                Point::new(columns.track.1, middle + HALF_TRACK),
            ],
            frame: [
                Point::new(inset, top),
                Point::new(self.size.0 - inset, bottom),
            ],
        });
        bottom
    }
}
