//! Where turf and soil, tufts and stones stand: once at the bottom of the flower box, for both widths.

use super::attribute::Anchor;
use super::canvas::TextLine;
use super::flower_box::{Bed, FlowerBox};
use super::flower_layout::Measures;
use super::flower_place::{BedPlace, Growth, LeafPlace};
use super::flower_shapes::{Frame, ground, wave};
use super::garden::{Garden, Hue};
use super::px::{Point, Px};
use super::role::Role;
use super::text_width::{Look, Wrapped, wrap};

/// The measures of the ground that differ between the widths, in pixels.
pub(super) struct Ground {
    /// Half the width of a tuft, and its height.
    pub tuft: (f64, f64),
    /// Half the width and half the height of a stone.
    pub stone: (f64, f64),
    pub stones_per_row: usize,
    pub caption: Look,
}

/// Corner of the picture.
const CORNER: Px = Px::whole(14);
const PADDING: Px = Px::whole(12);
/// How deep tufts stand in the turf.
const ROOT: Px = Px::whole(5);
/// A tuft narrower than this has fewer blades.
const FULL_TUFT: f64 = 21.0;
/// Height of turf without a caption.
const BARE: Px = Px::whole(18);

/// Turf from `top`, and under it soil, with their tufts and stones between and below the last row's stems. `false`
/// stands with turf that is no area of the spec: flowers never hang in the air. The second value is the lower edge of
/// the picture.
pub(super) fn turf_and_soil(
    spec: &FlowerBox,
    measures: &Measures,
    stems: &[Px],
    top: Px,
) -> (Vec<(BedPlace, bool)>, Px) {
    let (width, look) = (measures.width, measures.ground.caption);
    let ends = |last: bool| last.then_some(CORNER);
    let mut y = top;
    let mut beds = Vec::new();
    let mut turf = BedPlace::bare(Hue::Grass);
    let mut below = BARE;
    if let Some(grass) = &spec.grass {
        turf.leaves = tufts(measures, stems, top, grass.leaves.len());
        let words = caption(grass, look, width);
        turf.lines = lines(&words, look, width, y + Px::whole(9));
        below = words.height(look) + Px::whole(17);
    }
    y += below;
    // The turf reaches under the soil's waves.
    let lower = if spec.soil.is_some() {
        y + Px::whole(6)
    } else {
        y
    };
    let corners = ground(width, top, lower, ends(spec.soil.is_none()));
    turf.over.push((Garden::Turf, corners));
    beds.push((turf, spec.grass.is_some()));
    if let Some(soil) = &spec.soil {
        let mut bed = BedPlace::bare(Hue::Soil);
        let stones_top = y + PADDING + Px::whole(3);
        let (stones, stones_end) = stones(measures, stones_top, soil.leaves.len());
        bed.leaves = stones;
        let words = caption(soil, look, width);
        bed.lines = lines(&words, look, width, stones_end + Px::whole(4));
        let bottom = stones_end + Px::whole(4) + words.height(look) + PADDING;
        bed.under
            .push((Garden::Soil, ground(width, y, bottom, Some(CORNER))));
        beds.push((bed, true));
        y = bottom;
    }
    (beds, y)
}

impl BedPlace {
    const fn bare(hue: Hue) -> Self {
        Self {
            hue,
            under: Vec::new(),
            leaves: Vec::new(),
            over: Vec::new(),
            heart: None,
            lines: Vec::new(),
        }
    }
}

/// The area's name and its degree, on one line if there is room for both, else under each other.
fn caption(bed: &Bed, look: Look, width: Px) -> Wrapped {
    let broken = |words: &str| wrap(words, look, width - PADDING * 2, 2);
    let one = broken(&[bed.label.as_str(), " · ", &bed.printed].concat());
    if one.lines.len() < 2 {
        return one;
    }
    let mut two = broken(&bed.label);
    two.lines.extend(broken(&bed.printed).lines);
    two
}

fn lines(words: &Wrapped, look: Look, width: Px, top: Px) -> Vec<TextLine> {
    let ink = Role::Garden(Garden::Caption).ink();
    TextLine::block(words, ink, look, Anchor::Middle, width.half(), top)
}

/// Tufts between the stems: each in the gap where it would stand if they were spread over the whole width, and within
/// the gap at equal distances.
fn tufts(measures: &Measures, stems: &[Px], top: Px, count: usize) -> Vec<LeafPlace> {
    let (mut half, height) = measures.ground.tuft;
    let margin = PADDING.half();
    let mut edges = vec![margin];
    edges.extend(stems);
    edges.push(measures.width - margin);
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    let gap_of = |place: i32| {
        let wished = measures.width * (place * 2 + 1) / (count * 2).max(1);
        stems.iter().filter(|stem| **stem <= wished).count()
    };
    let mut places = Vec::new();
    for ((from, to), gap) in edges.iter().zip(edges.iter().skip(1)).zip(0_usize..) {
        let here = (0..count).filter(|place| gap_of(*place) == gap).count();
        let here = i32::try_from(here).unwrap_or(i32::MAX);
        if here > 0 {
            let room = (*to - *from) / (here * 2);
            half = half.min(room.in_pixels() - 2.0);
            places.extend((0..here).map(|place| *from + room * (place * 2 + 1)));
        }
    }
    let growth = if half < FULL_TUFT {
        Growth::Sprig
    } else {
        Growth::Tuft
    };
    places
        .into_iter()
        .zip([1.0, -1.0].into_iter().cycle())
        .map(|(x, side)| {
            let root = Point::new(x, top - wave(x) + ROOT);
            LeafPlace {
                growth,
                frame: Frame::upright(root, height, half * side),
            }
        })
        .collect()
}

/// Stones in as few rows as they need, and where they end.
fn stones(measures: &Measures, top: Px, count: usize) -> (Vec<LeafPlace>, Px) {
    let Ground {
        stone: (half, tall),
        stones_per_row,
        ..
    } = measures.ground;
    let pitch_down = Px::nearest(tall * 2.0 + 14.0);
    let rows = count.div_ceil(stones_per_row).max(1);
    let mut places = Vec::new();
    let mut y = top;
    // As if each had come to lie there by itself: to either side, a little higher or lower.
    let mut lies = [(1.0, 2.0), (-1.0, -2.0), (-1.0, 1.0)].into_iter().cycle();
    for row in 0..rows {
        let left = count - places.len();
        let here = u32::try_from(left.div_ceil(rows - row)).unwrap_or(u32::MAX);
        let pitch = (measures.width - PADDING * 2).in_pixels() / f64::from(here.max(1));
        for place in 0..here {
            let (side, down) = lies.next().unwrap_or((1.0, 0.0));
            let x = PADDING + Px::nearest(pitch * (f64::from(place) + 0.5));
            let middle = y + Px::nearest(tall + 2.0 + down);
            let half = half.min(pitch / 2.0 - 7.0);
            places.push(LeafPlace {
                growth: Growth::Stone,
                frame: Frame::upright(Point::new(x, middle), tall, half * side),
            });
        }
        y += pitch_down;
    }
    (places, y)
}
