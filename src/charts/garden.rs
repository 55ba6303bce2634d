//! What the nodes of the flower box stand for, and the colours they have in a file.
//!
//! All leaves (petals, tufts, stones) share one set of roles; which colour that is follows from the bed they grow in, so
//! that a bed is recoloured in one place: a class on its group for the style sheet, a [`Hue`] for a file.

use super::svg::Colour;

/// What a node of the flower box stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Garden {
    /// Fill: the ground of the whole picture.
    Sky,
    /// Fill: what an upper row of flowers stands on in the narrow picture.
    Terrace,
    /// Fill: the ground that the grass grows from, with its caption.
    Turf,
    /// Fill: the ground that the stones lie in, with their caption.
    Soil,
    /// Fill: a flower's stem.
    Stem,
    /// Fill: a green leaf at the stem; it says nothing.
    Foliage,
    /// Fill: the thin line in the middle of such a leaf.
    Vein,
    /// Fill: a question that is fulfilled.
    Full,
    /// Line: a question that is not fulfilled, or the part of it that is not.
    Rim,
    /// Fill: the part that is fulfilled, from where the leaf grows outwards.
    Part,
    /// Line, dotted: a question whose answer is not known.
    Unknown,
    /// Fill, unseen: what takes the finger, and the ring around a leaf that has the focus.
    Touch,
    /// Line: the middle of a flower, around its number.
    Heart,
    /// Line, dotted: the middle of a flower without a degree.
    HeartOpen,
    /// Text: the name of a flower, in its colour.
    Name,
    /// Text on turf or soil.
    Caption,
}

impl Garden {
    /// The CSS class.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Sky => "chart-sky",
            Self::Terrace => "chart-terrace",
            Self::Turf => "chart-turf",
            Self::Soil => "chart-soil",
            Self::Stem => "chart-stem",
            Self::Foliage => "chart-foliage",
            Self::Vein => "chart-vein",
            Self::Full => "chart-full",
            Self::Rim => "chart-rim",
            Self::Part => "chart-part",
            Self::Unknown => "chart-unknown",
            Self::Touch => "chart-touch",
            Self::Heart => "chart-heart",
            Self::HeartOpen => "chart-heart-open",
            Self::Name => "chart-name",
            Self::Caption => "chart-caption",
        }
    }
}

/// Which colours a bed has; the role of its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hue {
    /// The first of the six colours of flowers.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The fifth.
    Fifth,
    /// The sixth.
    Sixth,
    /// Blades on the sky.
    Grass,
    /// Stones in the soil.
    Soil,
    /// No bed: the key.
    Plain,
}

impl Hue {
    /// The colours of flowers, in turn.
    pub(super) const FLOWERS: [Self; 6] = [
        Self::First,
        Self::Second,
        Self::Third,
        Self::Fourth,
        Self::Fifth,
        Self::Sixth,
    ];

    /// The CSS class of the group.
    pub const fn class(self) -> &'static str {
        match self {
            Self::First => "chart-hue-1",
            Self::Second => "chart-hue-2",
            Self::Third => "chart-hue-3",
            Self::Fourth => "chart-hue-4",
            Self::Fifth => "chart-hue-5",
            Self::Sixth => "chart-hue-6",
            Self::Grass => "chart-hue-grass",
            Self::Soil => "chart-hue-soil",
            Self::Plain => "chart-hue-plain",
        }
    }
}

/// The colours of the flower box in a file; the same as in the style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GardenPalette {
    /// Flowers in turn; at least 3:1 on sky and card, and 4.5:1 as words.
    pub petals: [Colour; 6],
    /// The ground of the picture.
    pub sky: Colour,
    /// Leaves at the stems and terraces; they say nothing.
    pub sprout: Colour,
    /// The ground of the stones.
    pub soil: Colour,
    /// Stones; at least 3:1 on soil.
    pub stone: Colour,
    /// Words on turf and soil; at least 4.5:1 on both.
    pub caption: Colour,
}

impl GardenPalette {
    /// The light look of the app.
    pub const LIGHT: Self = Self {
        petals: [
            Colour(0x8a, 0x3b, 0x6e),
            Colour(0xa9, 0x4c, 0x1a),
            Colour(0x2b, 0x5c, 0x9e),
            Colour(0x7a, 0x63, 0x00),
            Colour(0x6b, 0x4b, 0xb0),
            Colour(0x0f, 0x6f, 0x78),
        ],
        sky: Colour(0xee, 0xf4, 0xef),
        sprout: Colour(0x8f, 0xc3, 0xa3),
        soil: Colour(0x5b, 0x46, 0x36),
        stone: Colour(0xcd, 0xb8, 0xa4),
        caption: Colour(0xff, 0xff, 0xff),
    };
}

#[cfg(test)]
mod tests {
    use super::super::svg::Palette;
    use super::*;

    const STYLE: &str = include_str!("../../styles/charts.css");
    const THEME: &str = include_str!("../../styles/theme.css");

    /// The light and the dark value of a custom property.
    fn both(style: &str, property: &str) -> [Colour; 2] {
        let (_, value) = style.split_once(property).unwrap();
        let (value, _) = value.split_once(')').unwrap();
        let colours: Vec<Colour> = value.split('#').skip(1).map(read).collect();
        [colours[0], colours[1]]
    }

    fn read(text: &str) -> Colour {
        let part = |from: usize| u8::from_str_radix(&text[from..from + 2], 16).unwrap();
        Colour(part(0), part(2), part(4))
    }

    /// WCAG's relative luminance.
    fn luminance(Colour(red, green, blue): Colour) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        (one / other).max(other / one)
    }

    fn hue(number: usize) -> [Colour; 2] {
        both(
            STYLE,
            &format!(".chart-hue-{number} {{ --chart-hue: light-dark("),
        )
    }

    #[test]
    fn colours_are_told_apart_from_their_ground_in_both_schemes() {
        let of = |name: &str| both(STYLE, &format!("  --chart-{name}: light-dark("));
        let card = both(THEME, "--card: light-dark(");
        for scheme in [0, 1] {
            let at = |name: &str| of(name)[scheme];
            for number in 1..=6 {
                // Names are words on the sky; petals stand on the sky and around the card.
                assert!(contrast(hue(number)[scheme], at("sky")) >= 4.5, "{number}");
                assert!(
                    contrast(hue(number)[scheme], card[scheme]) >= 4.5,
                    "{number}"
                );
            }
            assert!(contrast(at("blade"), at("sky")) >= 3.0);
            assert!(contrast(at("stem"), at("sky")) >= 3.0);
            assert!(contrast(at("stone"), at("soil")) >= 3.0);
            assert!(contrast(at("caption"), at("turf")) >= 4.5);
            assert!(contrast(at("caption"), at("soil")) >= 4.5);
            let tick = both(THEME, "--mute: light-dark(")[scheme];
            assert!(contrast(tick, at("sky")) >= 4.5);
        }
    }

    #[test]
    fn a_file_has_the_light_colours_of_the_style_sheet() {
        let of = |name: &str| both(STYLE, &format!("  --chart-{name}: light-dark("))[0];
        let file = GardenPalette::LIGHT;
        for (colour, number) in file.petals.into_iter().zip(1..) {
            assert_eq!(colour, hue(number)[0]);
        }
        assert_eq!(file.sky, of("sky"));
        assert_eq!(file.sprout, of("sprout"));
        assert_eq!(file.soil, of("soil"));
        assert_eq!(file.stone, of("stone"));
        assert_eq!(file.caption, of("caption"));
        for green in ["turf", "blade", "stem"] {
            assert_eq!(Palette::LIGHT.leaf, of(green));
        }
    }
}
