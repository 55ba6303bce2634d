//! Where everything stands in the flower box, for both widths. Only measuring; nothing is drawn here.
//!
//! From above: what the mark says, then for each row of flowers their names, the scale and the ground they stand on. The
//! last row stands in the turf, under which the soil is. A narrow picture has two flowers a row, on terraces over the
//! same turf and soil.

use super::attribute::Anchor;
use super::canvas::TextLine;
use super::flower_box::FlowerBox;
use super::flower_ground::{Ground, turf_and_soil};
use super::flower_place::BedPlace;
use super::flower_row::{Names, Row};
use super::flower_shapes::ground;
use super::garden::{Garden, Hue};
use super::px::{Point, Px};
use super::role::Role;
use super::scale::Width;
use super::text_width::{Look, wrap};

/// All places of one picture.
pub(super) struct FlowerLayout {
    pub size: (Px, Px),
    /// Lines of the scale.
    pub guides: Vec<[Point; 2]>,
    /// Filled shapes that belong to no area.
    pub terraces: Vec<(Garden, Vec<Point>)>,
    /// Words that belong to no area.
    pub lines: Vec<TextLine>,
    /// Flowers, grass, soil: as in the spec.
    pub beds: Vec<BedPlace>,
}

/// The measures that differ between the widths.
pub(super) struct Measures {
    pub width: Px,
    pub per_row: usize,
    /// Left of the flowers, where the scale's numbers stand, and right of them.
    pub margins: (Px, Px),
    pub longest_petal: f64,
    /// From none to all on the scale.
    pub range: Px,
    /// From none on the scale to the ground.
    pub base: Px,
    pub names: [Look; 3],
    pub ground: Ground,
}

const WIDE: Measures = Measures {
    width: Px::whole(960),
    per_row: 8,
    margins: (Px::whole(58), Px::whole(14)),
    longest_petal: 66.0,
    range: Px::whole(164),
    base: Px::whole(104),
    names: [
        Look::semi_bold(17),
        Look::semi_bold(16),
        Look::semi_bold(14),
    ],
    ground: Ground {
        tuft: (31.0, 50.0),
        stone: (50.0, 23.0),
        stones_per_row: 10,
        caption: Look::regular(16),
    },
};

const NARROW: Measures = Measures {
    width: Px::whole(320),
    per_row: 2,
    margins: (Px::whole(54), Px::whole(4)),
    longest_petal: 52.0,
    range: Px::whole(92),
    base: Px::whole(76),
    names: [
        Look::semi_bold(16),
        Look::semi_bold(15),
        Look::semi_bold(14),
    ],
    ground: Ground {
        tuft: (22.0, 38.0),
        stone: (32.0, 18.0),
        stones_per_row: 5,
        caption: Look::regular(15),
    },
};

const TICK: Look = Look::regular(14);
const NOTE: Look = Look::regular(14);
const PADDING: Px = Px::whole(14);
const TERRACE: Px = Px::whole(14);

impl Measures {
    const fn of(width: Width) -> &'static Self {
        match width {
            Width::Wide => &WIDE,
            Width::Narrow => &NARROW,
        }
    }
}

impl FlowerLayout {
    /// Lays out a spec whose numbers of flowers and leaves have been checked.
    pub fn of(spec: &FlowerBox, width: Width) -> Self {
        let measures = Measures::of(width);
        let mut layout = Self {
            size: (measures.width, Px::ZERO),
            guides: Vec::new(),
            terraces: Vec::new(),
            lines: Vec::new(),
            beds: Vec::new(),
        };
        let mut y = PADDING;
        if let Some(mark) = &spec.mark {
            let room = measures.width - PADDING * 2;
            let wrapped = wrap(mark, NOTE, room, 2);
            let (ink, x) = (Role::Note.ink(), measures.width - PADDING);
            layout
                .lines
                .extend(TextLine::block(&wrapped, ink, NOTE, Anchor::End, x, y));
            y += wrapped.height(NOTE) + Px::whole(6);
        }
        let across = measures.per_row.min(spec.flowers.len());
        let names = Names::of(measures, &spec.flowers, across);
        let mut hues = Hue::FLOWERS.into_iter().cycle();
        let mut stems = Vec::new();
        let rows = spec.flowers.chunks(measures.per_row);
        let last = rows.len().saturating_sub(1);
        for (row, number) in rows.zip(0_usize..) {
            let row = Row::of(measures, row, &names, y);
            layout.scale(&row, &spec.words.guides);
            layout.beds.extend(row.flowers(hues.by_ref()));
            y = row.ground;
            stems = row.columns;
            if number < last {
                let (lower, corner) = (y + TERRACE, None);
                layout.terraces.push((
                    Garden::Terrace,
                    ground(measures.width, y + Px::whole(3), lower, corner),
                ));
                y = lower + PADDING;
            }
        }
        let (beds, bottom) = turf_and_soil(spec, measures, &stems, y);
        for (bed, own) in beds {
            if own {
                layout.beds.push(bed);
            } else {
                layout.terraces.extend(bed.over);
            }
        }
        layout.size.1 = bottom;
        layout
    }

    /// The lines of a row's scale with their numbers before them.
    fn scale(&mut self, row: &Row<'_>, guides: &[String; 3]) {
        for (words, degree) in guides.iter().zip([0.0, 0.5, 1.0]) {
            let y = row.height(Some(degree));
            let left = row.measures.margins.0;
            let right = row.measures.width - PADDING;
            self.guides
                .push([Point::new(left, y), Point::new(right, y)]);
            let wrapped = wrap(words, TICK, left - Px::whole(8), 1);
            self.lines.extend(TextLine::block(
                &wrapped,
                Role::Tick.ink(),
                TICK,
                Anchor::End,
                left - Px::whole(6),
                y - TICK.line().half(),
            ));
        }
    }
}
