//! Where everything stands around the radar. Labels are pushed apart from the middle of each side outwards, and the
//! picture is as high as they need, so none is cut or covered.

use super::attribute::Anchor;
use super::canvas::TextLine;
use super::head::Head;
use super::px::{Point, Px, digits};
use super::radar::{Radar, RadarAxis};
use super::role::Role;
use super::scale::{Scale, Width};
use super::text_width::{Look, Wrapped, wrap};
use super::turn::direction;

const LABEL: Look = Look::regular(16);
const VALUE: Look = Look::semi_bold(16);
const NOTE: Look = Look::regular(14);
/// Look of the level numbers.
pub(super) const LEVEL: Look = Look::regular(14);
const BADGE_NUMBER: Look = Look::regular(14);
/// Radius of the ring around an axis' number.
pub(super) const BADGE: Px = Px::whole(13);

/// Half the length and half the thickness of a target's line across its axis.
const ACROSS: (f64, f64) = (13.0, 2.25);
/// From the outermost ring to a label.
const GAP: Px = Px::whole(16);
/// Free space between two labels.
const APART: Px = Px::whole(6);
/// Widest label right above or below the radar: rather two short lines, which let their neighbours stand beside them,
/// than one long; the second width is for long words.
const POLE_WIDTHS: [Px; 2] = [Px::whole(140), Px::whole(240)];
/// Radii that are tried, in pixels, until every label fits beside the circle.
const RADII: [i32; 10] = [216, 208, 200, 192, 184, 176, 168, 160, 152, 144];

/// Centre, radius and directions: all that turns an axis and a share of its length into a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Compass {
    pub centre: Point,
    pub radius: Px,
    axes: u32,
}

impl Compass {
    /// Cosine and sine of an axis' direction, the first upwards, clockwise; halves lie between two axes.
    fn direction(&self, axis: f64) -> (f64, f64) {
        direction(axis / f64::from(self.axes.max(1)) - 0.25)
    }

    fn away(&self, (cos, sin): (f64, f64), distance: f64) -> Point {
        Point::new(
            self.centre.x + Px::nearest(cos * distance),
            self.centre.y + Px::nearest(sin * distance),
        )
    }

    /// The place on an axis, by share (0 to 1) of the radius.
    pub fn point(&self, axis: u32, share: f64) -> Point {
        self.away(
            self.direction(f64::from(axis)),
            self.radius.in_pixels() * share,
        )
    }

    /// The places on all axes at the same share.
    pub fn ring(&self, share: f64) -> Vec<Point> {
        (0..self.axes).map(|axis| self.point(axis, share)).collect()
    }

    /// A short thick line across an axis at a place on it, as corners.
    pub fn across(&self, axis: u32, at: Point) -> [Point; 4] {
        let (cos, sin) = self.direction(f64::from(axis));
        [(1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (-1.0, 1.0)].map(|(along, aside)| {
            let (along, aside) = (along * ACROSS.1, aside * ACROSS.0);
            Point::new(
                at.x + Px::nearest(cos * along - sin * aside),
                at.y + Px::nearest(sin * along + cos * aside),
            )
        })
    }

    /// The middle of a ring's edge just before the first axis.
    pub fn before_first(&self, share: f64) -> Point {
        // A chord's middle is nearer to the centre than its ends, by the cosine of half its angle.
        let (edge, _) = direction(0.5 / f64::from(self.axes.max(1)));
        self.away(self.direction(-0.5), self.radius.in_pixels() * share * edge)
    }
}

/// All places of one picture.
pub(super) struct RadarLayout {
    pub size: (Px, Px),
    pub head: Head,
    pub compass: Compass,
    /// Centres of the numbered rings; none in the wide picture.
    pub badges: Vec<Point>,
    /// From the end of an axis to a label that had to give way to others.
    pub leaders: Vec<[Point; 2]>,
    pub lines: Vec<TextLine>,
}

impl RadarLayout {
    /// Lays out a spec whose number of axes has been checked.
    pub fn of(spec: &Radar, width: Width) -> Self {
        let head = Head::of(spec.mark.as_deref(), &spec.legend(), width.px());
        Self::under(spec, head, width)
    }

    /// Lays it out under a head of the caller's.
    pub fn under(spec: &Radar, head: Head, width: Width) -> Self {
        let axes = u32::try_from(spec.axes.len()).unwrap_or(u32::MAX);
        match width {
            Width::Wide => wide(spec, head, axes),
            Width::Narrow => narrow(head, axes),
        }
    }
}

/// Numbers in rings around the radar.
fn narrow(head: Head, axes: u32) -> RadarLayout {
    let total = Width::Narrow.px();
    let out = Px::whole(11) + BADGE;
    let radius = total.half() - out - BADGE - Px::whole(1);
    let mut compass = Compass {
        centre: Point::new(total.half(), Px::ZERO),
        radius,
        axes,
    };
    let distance = |compass: &Compass, axis: u32| {
        compass.away(
            compass.direction(f64::from(axis)),
            (radius + out).in_pixels(),
        )
    };
    let lowest = (0..axes)
        .map(|axis| distance(&compass, axis).y)
        .max()
        .unwrap_or_default();
    compass.centre.y = head.bottom + radius + out + BADGE + Px::whole(1);
    let badges: Vec<Point> = (0..axes).map(|axis| distance(&compass, axis)).collect();
    let number = |(at, axis): (&Point, u8)| TextLine {
        words: digits(u32::from(axis) + 1),
        ink: Role::BadgeText.of_row(axis),
        look: BADGE_NUMBER,
        anchor: Anchor::Middle,
        at: *at,
    };
    let lines = badges.iter().zip(0_u8..).map(number).collect();
    let height = compass.centre.y + lowest + BADGE + Px::whole(1);
    RadarLayout {
        size: (total, height),
        head,
        compass,
        badges,
        leaders: Vec::new(),
        lines,
    }
}

/// Names around the radar, each with its number under it.
fn wide(spec: &Radar, head: Head, axes: u32) -> RadarLayout {
    let total = Width::Wide.px();
    let mut compass = Compass {
        centre: Point::new(total.half(), Px::ZERO),
        radius: Px::ZERO,
        axes,
    };
    let mut blocks = Vec::new();
    for radius in RADII {
        compass.radius = Px::whole(radius);
        blocks = spec
            .axes
            .iter()
            .zip(0..)
            .map(|(axis, number)| Block::of(axis, &spec.scale, number, &compass))
            .collect();
        if blocks
            .iter()
            .all(|block| block.label.clean && block.value.clean)
        {
            break;
        }
    }
    push_apart(&mut blocks);
    let ring = compass.ring(1.0);
    let highest = blocks
        .iter()
        .map(|block| block.top)
        .chain(ring.iter().map(|point| point.y))
        .min();
    let lowest = blocks
        .iter()
        .map(Block::bottom)
        .chain(ring.iter().map(|point| point.y))
        .max();
    let margin = Px::whole(2);
    compass.centre.y = head.bottom + margin - highest.unwrap_or_default();
    let mut lines = Vec::new();
    let mut leaders = Vec::new();
    for (block, number) in blocks.iter().zip(0_u8..) {
        let top = block.top + compass.centre.y;
        let role = Role::Label.of_row(number);
        leaders.extend(block.leader(&compass, u32::from(number)));
        lines.extend(TextLine::block(
            &block.label,
            role,
            LABEL,
            block.anchor,
            block.x,
            top,
        ));
        let (role, look) = (block.value_role.of_row(number), block.value_look);
        let below = top + block.label.height(LABEL);
        lines.extend(TextLine::block(
            &block.value,
            role,
            look,
            block.anchor,
            block.x,
            below,
        ));
    }
    let height = compass.centre.y + lowest.unwrap_or_default() + margin;
    RadarLayout {
        size: (total, height),
        head,
        compass,
        badges: Vec::new(),
        leaders,
        lines,
    }
}

/// A label and its number, placed relative to the height of the radar's centre.
struct Block {
    label: Wrapped,
    value: Wrapped,
    value_role: Role,
    value_look: Look,
    width: Px,
    height: Px,
    anchor: Anchor,
    x: Px,
    top: Px,
    /// Where the upper edge would be if no other label stood there.
    wished: Px,
}

impl Block {
    fn of(axis: &RadarAxis, scale: &Scale, number: u32, compass: &Compass) -> Self {
        let (cos, sin) = compass.direction(f64::from(number));
        let at = compass.away((cos, sin), (compass.radius + GAP).in_pixels());
        let (anchor, room) = if cos > 0.1 {
            (Anchor::Start, compass.centre.x * 2 - at.x)
        } else if cos < -0.1 {
            (Anchor::End, at.x)
        } else {
            (Anchor::Middle, Px::ZERO)
        };
        let (value_role, value_look) = match scale.cut(axis.value) {
            Some(_) => (Role::Value, VALUE),
            None => (Role::MissingText, NOTE),
        };
        let broken = |words: &str, look: Look| {
            if anchor == Anchor::Middle {
                let [short, long] = POLE_WIDTHS.map(|width| wrap(words, look, width, 2));
                if short.clean { short } else { long }
            } else {
                wrap(words, look, room - Px::whole(2), 2)
            }
        };
        let label = broken(&axis.label, LABEL);
        let value = broken(&axis.printed, value_look);
        let width = label.width(LABEL).max(value.width(value_look));
        let height = label.height(LABEL) + value.height(value_look);
        // Beside the radar centred on the axis, above it standing on it, below it hanging from it, and between in
        // between.
        let top = at.y + Px::nearest(height.in_pixels() / 2.0 * (sin - 1.0));
        Self {
            label,
            value,
            value_role,
            value_look,
            width,
            height,
            anchor,
            x: at.x,
            top,
            wished: top,
        }
    }

    fn bottom(&self) -> Px {
        self.top + self.height
    }

    /// A line from the axis' end to the block, if it stands more than half a line of words from its wished place.
    fn leader(&self, compass: &Compass, number: u32) -> Option<[Point; 2]> {
        let moved = self.top - self.wished;
        if moved.max(-moved) <= LABEL.line().half() {
            return None;
        }
        let (from, free) = (compass.point(number, 1.0), Px::whole(5));
        let (top, bottom) = (
            self.top + compass.centre.y,
            self.bottom() + compass.centre.y,
        );
        let to = match self.anchor {
            Anchor::Start => Point::new(self.x - free, from.y.max(top + free).min(bottom - free)),
            Anchor::End => Point::new(self.x + free, from.y.max(top + free).min(bottom - free)),
            Anchor::Middle => Point::new(self.x, from.y.max(top - free).min(bottom + free)),
        };
        Some([from, to])
    }

    fn left(&self) -> Px {
        match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - self.width.half(),
            Anchor::End => self.x - self.width,
        }
    }

    /// Whether the blocks would touch if they stood at the same height.
    fn shares_columns(&self, other: &Self) -> bool {
        self.left() < other.left() + other.width + APART
            && other.left() < self.left() + self.width + APART
    }
}

/// Pushes labels upwards in the upper half and downwards in the lower, each as far as those nearer the middle demand. To
/// move a label straight away from the middle never brings it closer to the radar.
fn push_apart(blocks: &mut [Block]) {
    let middle = |block: &Block| block.top + block.height.half();
    let (upper, lower): (Vec<&mut Block>, Vec<&mut Block>) = blocks
        .iter_mut()
        .partition(|block| middle(block) < Px::ZERO);
    let mut placed: Vec<&Block> = Vec::new();
    for block in nearest_first(upper, |block| -middle(block)) {
        for other in &placed {
            if block.shares_columns(other) && block.bottom() + APART > other.top {
                block.top = other.top - APART - block.height;
            }
        }
        placed.push(block);
    }
    for block in nearest_first(lower, middle) {
        for other in &placed {
            if block.shares_columns(other) && block.top < other.bottom() + APART {
                block.top = other.bottom() + APART;
            }
        }
        placed.push(block);
    }
}

/// Hands out blocks by growing distance. At most twenty of them: taking the least again and again is quick enough, and
/// small in WebAssembly, which a general sort is not.
fn nearest_first(
    mut left: Vec<&mut Block>,
    distance: impl Fn(&Block) -> Px,
) -> impl Iterator<Item = &mut Block> {
    std::iter::from_fn(move || {
        let (place, _) = left
            .iter()
            .enumerate()
            .min_by_key(|(_, block)| distance(block))?;
        Some(left.swap_remove(place))
    })
}
