//! A picture as a file of its own: the same tree with resolved colours, for exports and for tests that look at a whole
//! picture. On the page the style sheet colours the roles instead.

use super::attribute::Attribute;
use super::garden::{Garden, GardenPalette, Hue};
use super::px::Px;
use super::role::Role;
use super::tree::{Node, Picture, Tag};

/// An opaque colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// A third of this colour and two thirds of another, as `color-mix` in the style sheet.
    fn towards(self, other: Self) -> Self {
        let mix = |mine: u8, theirs: u8| mine / 3 + theirs / 3 * 2;
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }

    fn write(self, out: &mut String) {
        out.push('#');
        for part in [self.0, self.1, self.2] {
            for digit in [part >> 4, part & 15] {
                out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
    }
}

/// The colours of a file, by what they are for; the same names as in the style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Words and the strongest mark; at least 7:1 on the card.
    pub ink: Colour,
    /// Words in a lower voice; at least 4.5:1 on the card.
    pub mute: Colour,
    /// The ground of the picture.
    pub card: Colour,
    /// The faintest lines; those of the levels are a third of `mute`.
    pub line: Colour,
    /// The data; at least 3:1 on card and band.
    pub leaf: Colour,
    /// The quiet ground under the data.
    pub band: Colour,
    /// The flower box.
    pub garden: GardenPalette,
}

impl Palette {
    /// The light look of the app, which is also what is printed.
    pub const LIGHT: Self = Self {
        ink: Colour(0x17, 0x30, 0x2b),
        mute: Colour(0x4a, 0x5f, 0x59),
        card: Colour(0xff, 0xff, 0xff),
        line: Colour(0xd9, 0xdd, 0xd3),
        leaf: Colour(0x1f, 0x6b, 0x4c),
        band: Colour(0xee, 0xf4, 0xef),
        garden: GardenPalette::LIGHT,
    };

    /// The colour of a bed's leaves, and what is seen through those that are not filled.
    fn bed(&self, hue: Hue) -> (Colour, Colour) {
        let garden = &self.garden;
        let [first, second, third, fourth, fifth, sixth] = garden.petals;
        match hue {
            Hue::First => (first, self.card),
            Hue::Second => (second, self.card),
            Hue::Third => (third, self.card),
            Hue::Fourth => (fourth, self.card),
            Hue::Fifth => (fifth, self.card),
            Hue::Sixth => (sixth, self.card),
            Hue::Grass => (self.leaf, garden.sky),
            Hue::Soil => (garden.stone, garden.soil),
            Hue::Plain => (self.mute, self.card),
        }
    }

    fn garden(&self, part: Garden, bed: Hue) -> Paint {
        let (hue, ground) = self.bed(bed);
        match part {
            Garden::Sky => Paint::Fill(self.garden.sky),
            Garden::Turf | Garden::Stem | Garden::Vein => Paint::Fill(self.leaf),
            Garden::Terrace | Garden::Foliage => Paint::Fill(self.garden.sprout),
            Garden::Soil => Paint::Fill(self.garden.soil),
            // Petals are kept apart by a rim of the ground; tufts and stones stand by themselves.
            Garden::Full if matches!(bed, Hue::Grass | Hue::Soil) => Paint::Edged(hue, hue),
            Garden::Full => Paint::Edged(hue, ground),
            Garden::Part | Garden::Name => Paint::Fill(hue),
            Garden::Rim | Garden::Heart => Paint::Rim(hue, ground),
            Garden::Unknown | Garden::HeartOpen => Paint::Dotted(hue, ground),
            Garden::Touch => Paint::Veil(ground, "0"),
            Garden::Caption => Paint::Fill(self.garden.caption),
        }
    }

    fn paint(&self, role: Role, bed: Hue) -> Paint {
        match role {
            Role::Garden(part) => self.garden(part, bed),
            Role::Bed(hue) => Paint::Fill(self.bed(hue).0),
            Role::Axis | Role::Badge => Paint::Line(self.mute),
            Role::Grid => Paint::Line(self.mute.towards(self.card)),
            Role::Spoke => Paint::Line(self.line),
            Role::Notch => Paint::Line(self.card),
            Role::SeriesLine | Role::Gap => Paint::Line(self.leaf),
            Role::SeriesTarget => Paint::Dashed(self.ink),
            Role::SeriesEarlier => Paint::Beaded(self.mute),
            Role::Agreed => Paint::Line(self.ink),
            Role::Missing => Paint::Dotted(self.mute, self.card),
            Role::Band => Paint::Fill(self.band),
            Role::SeriesNow | Role::Answer => Paint::Fill(self.leaf),
            Role::SeriesArea => Paint::Veil(self.leaf, "0.16"),
            Role::Mark | Role::Target => Paint::Edged(self.ink, self.card),
            Role::Benchmark => Paint::Edged(self.mute, self.card),
            Role::Earlier | Role::AnswerAside => Paint::Edged(self.card, self.mute),
            Role::Dot => Paint::Edged(self.leaf, self.card),
            Role::Tick | Role::RingTick | Role::Note | Role::MissingText => Paint::Fill(self.mute),
            Role::Label | Role::Value | Role::BadgeText | Role::Notice => Paint::Fill(self.ink),
        }
    }
}

/// How a role is painted.
enum Paint {
    Fill(Colour),
    /// A fill that lets through what is under it.
    Veil(Colour, &'static str),
    /// A fill with a rim in the colour of the ground, to stand clear of what it covers.
    Edged(Colour, Colour),
    /// Words as thick as a rim around them.
    Halo(Colour),
    Line(Colour),
    /// A line and the ground within it.
    Rim(Colour, Colour),
    Dashed(Colour),
    /// A line of fine round dots.
    Beaded(Colour),
    /// A line of round dots, and the ground within it so that no grid line crosses its words.
    Dotted(Colour, Colour),
}

impl Paint {
    fn write(&self, out: &mut String) {
        match *self {
            Self::Fill(fill) => colour("fill", fill, out),
            Self::Veil(fill, opacity) => {
                colour("fill", fill, out);
                attribute("fill-opacity", opacity, out);
            }
            Self::Edged(fill, edge) => {
                colour("fill", fill, out);
                colour("stroke", edge, out);
                attribute("stroke-width", "2", out);
            }
            Self::Halo(rim) => {
                colour("fill", rim, out);
                colour("stroke", rim, out);
                attribute("stroke-width", "4", out);
                attribute("stroke-linejoin", "round", out);
            }
            Self::Line(stroke) => {
                attribute("fill", "none", out);
                colour("stroke", stroke, out);
                attribute("stroke-linejoin", "round", out);
            }
            Self::Rim(stroke, ground) => {
                colour("fill", ground, out);
                colour("stroke", stroke, out);
                attribute("stroke-linejoin", "round", out);
            }
            Self::Dashed(stroke) => {
                attribute("fill", "none", out);
                colour("stroke", stroke, out);
                attribute("stroke-dasharray", "8 6", out);
            }
            Self::Beaded(stroke) => {
                attribute("fill", "none", out);
                colour("stroke", stroke, out);
                attribute("stroke-dasharray", "0.1 4", out);
                attribute("stroke-linecap", "round", out);
            }
            Self::Dotted(stroke, ground) => {
                colour("fill", ground, out);
                colour("stroke", stroke, out);
                // A dash shorter than its round ends is a dot.
                attribute("stroke-dasharray", "0.1 5", out);
                attribute("stroke-linecap", "round", out);
            }
        }
    }
}

fn colour(name: &str, value: Colour, out: &mut String) {
    let mut text = String::new();
    value.write(&mut text);
    attribute(name, &text, out);
}

/// Free space around the picture in a file, which has no card to stand in.
const MARGIN: Px = Px::whole(24);

/// The picture as a standalone SVG document in the palette's colours, on the colour of its card with 24 px around it.
pub fn to_svg(picture: &Picture, palette: &Palette) -> String {
    let (width, height) = (
        picture.view_box.0 + MARGIN * 2,
        picture.view_box.1 + MARGIN * 2,
    );
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    for side in [
        Attribute::ViewBox([-MARGIN, -MARGIN, width, height]),
        Attribute::Width(width),
        Attribute::Height(height),
        Attribute::ImageRole,
    ] {
        attribute(side.name(), &side.value(), &mut out);
    }
    out.push_str(" font-family=\"system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif\">");
    let mut words = vec![Node::words(Tag::Title, &picture.title)];
    if !picture.description.is_empty() {
        words.push(Node::words(Tag::Desc, &picture.description));
    }
    for each in &words {
        node(each, palette, Hue::Plain, &mut out);
    }
    let mut ground = Node::new(Tag::Rect);
    ground.attributes = vec![
        Attribute::X(-MARGIN),
        Attribute::Y(-MARGIN),
        Attribute::Width(width),
        Attribute::Height(height),
    ];
    open(&ground, &mut out);
    Paint::Fill(palette.card).write(&mut out);
    out.push_str("/>");
    for child in &picture.root {
        node(child, palette, Hue::Plain, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// A link leads nowhere from a file: what it holds stays, as a group.
fn tag(node: &Node) -> &'static str {
    match node.tag {
        Tag::A => Tag::G.name(),
        tag => tag.name(),
    }
}

fn open(node: &Node, out: &mut String) {
    out.push('<');
    out.push_str(tag(node));
    let of_page = |each: &&Attribute| {
        matches!(
            each,
            Attribute::Href(_) | Attribute::Label(_) | Attribute::TabStop | Attribute::NoTabStop
        )
    };
    for each in node.attributes.iter().filter(|each| !of_page(each)) {
        attribute(each.name(), &each.value(), out);
    }
}

fn node(node: &Node, palette: &Palette, bed: Hue, out: &mut String) {
    let bed = match node.role {
        Some(Role::Bed(hue)) => hue,
        // Nothing to touch in a file.
        Some(Role::Garden(Garden::Touch)) => return,
        Some(Role::RingTick) => {
            // The rim as words of its own: `paint-order` is not known to every program that opens the file.
            painted(node, Some(Paint::Halo(palette.band)), palette, bed, out);
            bed
        }
        _ => bed,
    };
    let paint = node.role.map(|role| palette.paint(role, bed));
    painted(node, paint, palette, bed, out);
}

fn painted(element: &Node, paint: Option<Paint>, palette: &Palette, bed: Hue, out: &mut String) {
    open(element, out);
    if let Some(paint) = paint {
        paint.write(out);
    }
    if element.text.is_none() && element.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    escape(element.text.as_deref().unwrap_or_default(), out);
    for child in &element.children {
        node(child, palette, bed, out);
    }
    out.push_str("</");
    out.push_str(tag(element));
    out.push('>');
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

/// Text from a spec may have come in a file from anywhere: markup is escaped, and what XML 1.0 cannot hold at all is left
/// out.
fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::attribute::Anchor;
    use super::super::canvas::{Canvas, TextLine, fill, stroke};
    use super::super::px::Point;
    use super::super::text_width::Look;
    use super::*;

    fn at(x: i32, y: i32) -> Point {
        Point::new(Px::whole(x), Px::whole(y))
    }

    #[test]
    fn a_small_picture_as_a_whole() {
        let size = (Px::whole(40), Px::whole(20));
        let root = Canvas::draw(size, |canvas| {
            canvas.line(
                Role::Missing.of_row(1),
                Px::whole(2),
                [at(0, 10), at(40, 10)],
            )?;
            canvas.circle(fill(Role::Dot.of_row(0)), at(20, 10), Px::quarters(18))?;
            canvas.circle(
                stroke(Role::Badge.ink(), Px::quarters(5)),
                at(20, 10),
                Px::whole(13),
            )?;
            canvas.words(&TextLine {
                words: "2,7 < 3".into(),
                ink: Role::Value.of_row(0),
                look: Look::semi_bold(16),
                anchor: Anchor::Middle,
                at: at(20, 10),
            })
        });
        let picture = Picture {
            view_box: size,
            title: "A & B".into(),
            description: "\"C\"\u{1}".into(),
            root: root.unwrap(),
        };
        assert_eq!(
            to_svg(&picture, &Palette::LIGHT),
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-24 -24 88 68" width="88" height="68" role="img""#,
                r#" font-family="system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif">"#,
                "<title>A &amp; B</title><desc>&quot;C&quot;</desc>",
                r##"<rect x="-24" y="-24" width="88" height="68" fill="#ffffff"/>"##,
                r#"<line x1="0" y1="10" x2="40" y2="10" stroke-width="2" data-row="1""#,
                r##" fill="#ffffff" stroke="#4a5f59" stroke-dasharray="0.1 5" stroke-linecap="round"/>"##,
                r#"<circle cx="20" cy="10" r="4.5" data-row="0""#,
                r##" fill="#1f6b4c" stroke="#ffffff" stroke-width="2"/>"##,
                r#"<circle cx="20" cy="10" r="13" stroke-width="1.25""#,
                r##" fill="none" stroke="#4a5f59" stroke-linejoin="round"/>"##,
                r#"<text x="20" y="15.75" font-size="16" font-weight="600" text-anchor="middle" data-row="0""#,
                r##" fill="#17302b">2,7 &lt; 3</text></svg>"##,
                "\n"
            )
        );
    }

    #[test]
    fn every_role_has_a_colour_in_the_file() {
        for role in Role::ALL {
            let mut out = String::new();
            Palette::LIGHT.paint(role, Hue::Plain).write(&mut out);
            assert!(out.contains("=\"#"), "{role:?}");
        }
    }
}
