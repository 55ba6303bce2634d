//! What the tests of this layer share: specs with long Swedish words, and ways to read a drawn picture back.

use super::attribute::{Anchor, Attribute};
use super::px::Px;
use super::text_width::{Weight, text_width};
use super::tree::{Node, Picture, Tag};
use super::{
    BarRow, BarWords, Compared, Distribution, DistributionStep, DistributionWords, LevelBars,
    Radar, RadarAxis, RadarWords, Role, Scale, Table, Trend, TrendStep, TrendWords,
};

/// The areas of the app, and a few words longer than any municipality has thought of yet.
pub const LABELS: [&str; 20] = [
    "Ledning och styrning",
    "Beställarfunktion",
    "E-förvaltning",
    "E-tjänster",
    "Kontaktvägar",
    "Samverkan",
    "Verksamhetsutveckling",
    "Uppföljning",
    "Standardisering",
    "Automatisering",
    "Kostnadsmedvetenhet",
    "Informationssäkerhet",
    "IT-stöd",
    "Informationssäkerhetsklassningsmodellförvaltning",
    "Upphandlingsplanering och leverantörsuppföljning i hela koncernen",
    "Verksamhetssystemsintegrationsplattform",
    "Medborgardialog",
    "Öppna data",
    "Tillgänglighet",
    "Digital delaktighet för alla åldrar",
];

pub fn five_levels() -> Scale {
    let names = [
        "Händelsestyrt",
        "Påbörjat",
        "Etablerat",
        "Styrt och uppföljt",
        "Ständigt förbättrat",
    ];
    Scale {
        min: 1,
        max: 5,
        names: names.map(String::from).to_vec(),
        ticks: Vec::new(),
    }
}

/// *Uppfyllnadsgrad*, by quarters.
pub fn percent() -> Scale {
    Scale {
        min: 0,
        max: 100,
        names: Vec::new(),
        ticks: [0, 25, 50, 75, 100]
            .map(|level| (level, format!("{level} %")))
            .to_vec(),
    }
}

/// A value with its number as a Swedish reader sees it.
#[expect(clippy::unnecessary_wraps, reason = "as every spec takes it")]
pub fn compared(value: f64) -> Option<Compared> {
    let printed = format!("{value:.2}").replace('.', ",");
    Some(Compared { value, printed })
}

pub fn row(label: &str, value: Option<f64>, printed: &str) -> BarRow {
    BarRow {
        label: label.into(),
        value,
        reached: None,
        coverage_text: "2 av 3 frågor".into(),
        printed: printed.into(),
        insufficient_text: None,
        target: None,
        earlier: None,
        benchmark: None,
    }
}

pub fn bars(rows: Vec<BarRow>) -> LevelBars {
    LevelBars {
        title: "IT-mognad per område".into(),
        description: "Genomsnitt och uppnådd nivå.".into(),
        mark: None,
        scale: five_levels(),
        words: BarWords {
            area: "Område".into(),
            average: "Genomsnitt".into(),
            reached: "Uppnådd nivå".into(),
            coverage: "Svarstäckning".into(),
            not_reached: "–".into(),
            target: "Mål".into(),
            earlier: "Förra omgången".into(),
            benchmark: "Jämförelsevärde".into(),
        },
        rows,
    }
}

/// As many rows as asked for, every fourth without ground and every third without a reached level.
pub fn many_bars(count: usize) -> LevelBars {
    let rows = LABELS
        .iter()
        .cycle()
        .take(count)
        .zip(0_u8..)
        .map(|(label, i)| {
            let value = 1.0 + f64::from(i % 9) / 2.0;
            let mut row = row(label, Some(value), &format!("{value:.1}").replace('.', ","));
            row.reached = (i % 3 != 0).then_some(1 + i % 9 / 2);
            row.insufficient_text = (i % 4 == 3).then(|| "Otillräckligt underlag".into());
            row
        });
    bars(rows.collect())
}

/// Every third row without a target, every fourth without a last round, every fifth without a benchmark; the others
/// spread over the whole scale.
pub fn many_compared(count: usize, scale: Scale) -> LevelBars {
    let mut spec = many_bars(count);
    let (from, length) = (f64::from(scale.min), f64::from(scale.max - scale.min));
    let at = |share: u8| from + length * f64::from(share % 9) / 8.0;
    for (row, i) in spec.rows.iter_mut().zip(0_u8..) {
        row.value = Some(at(i));
        row.target = compared(at(i + 3)).filter(|_| i % 3 != 2);
        row.earlier = compared(at(i * 2)).filter(|_| i % 4 != 1);
        row.benchmark = compared(at(i * 2 + i % 2)).filter(|_| i % 5 != 4);
    }
    spec.scale = scale;
    spec.mark = Some("Påhittade exempelvärden".into());
    spec
}

/// The same for the axes of a radar.
pub fn radar_compared(count: usize, scale: Scale) -> Radar {
    let rows = many_compared(count, scale.clone()).rows;
    let mut spec = radar(&rows.iter().map(|row| row.value).collect::<Vec<_>>());
    for (axis, row) in spec.axes.iter_mut().zip(rows) {
        (axis.target, axis.earlier) = (row.target, row.earlier);
    }
    spec.scale = scale;
    spec.mark = Some("Påhittade exempelvärden".into());
    spec
}

/// So many answers at each level, and the last two outside the scale.
pub fn distribution(counts: &[u32], agreed: Option<usize>) -> Distribution {
    let levels = counts.len().saturating_sub(2);
    let steps = counts.iter().enumerate().map(|(place, count)| {
        let label = match place.checked_sub(levels) {
            Some(0) => "Vet ej".into(),
            Some(_) => "Ej relevant".into(),
            None => format!("{} {}", place + 1, LABELS[place % 20]),
        };
        DistributionStep {
            label,
            count: *count,
            aside: place >= levels,
            agreed: agreed == Some(place),
        }
    });
    Distribution {
        title: "Spridning".into(),
        description: String::new(),
        mark: None,
        words: DistributionWords {
            level: "Nivå".into(),
            answers: "Antal svar".into(),
            agreed: "Samlad bedömning".into(),
            yes: "Ja".into(),
            no: "–".into(),
        },
        steps: steps.collect(),
    }
}

/// Rounds from 2025 on, each joined to the one before where both have a value.
pub fn trend(values: &[Option<f64>]) -> Trend {
    let joined = |n: usize| n > 0 && values[n].is_some() && values[n - 1].is_some();
    let steps = values.iter().enumerate().map(|(n, value)| TrendStep {
        label: format!("Omgång {}", 2025 + n),
        value: *value,
        printed: value.map_or("Otillräckligt underlag".into(), |value| {
            format!("{value:.1}").replace('.', ",")
        }),
        coverage_text: "3 av 4 frågor".into(),
        joined: joined(n),
        cut: None,
        same: None,
    });
    Trend {
        title: "Utveckling".into(),
        description: String::new(),
        mark: None,
        scale: five_levels(),
        words: TrendWords {
            round: "Omgång".into(),
            value: "Genomsnitt".into(),
            coverage: "Svarstäckning".into(),
            same: "Samma frågor".into(),
            joined: "Jämförbar".into(),
            yes: "Ja".into(),
            none: "–".into(),
        },
        steps: steps.collect(),
    }
}

pub fn radar(values: &[Option<f64>]) -> Radar {
    let axes = LABELS
        .iter()
        .cycle()
        .zip(values)
        .map(|(label, value)| RadarAxis {
            label: (*label).into(),
            value: *value,
            printed: value.map_or("–".into(), |value| {
                format!("{value:.1}").replace('.', ",")
            }),
            target: None,
            earlier: None,
        });
    Radar {
        title: "IT-mognad per område".into(),
        description: String::new(),
        mark: None,
        scale: five_levels(),
        words: RadarWords {
            number: "Nr".into(),
            area: "Område".into(),
            value: "Genomsnitt".into(),
            target: "Mål".into(),
            earlier: "Förra omgången".into(),
            none: "–".into(),
        },
        axes: axes.collect(),
    }
}

pub fn of_role(picture: &Picture, role: Role) -> Vec<&Node> {
    picture
        .root
        .iter()
        .filter(|node| node.role == Some(role))
        .collect()
}

/// The picture without what belongs to no row, such as the legend.
pub fn of_rows(picture: &Picture) -> Picture {
    let mut of_rows = picture.clone();
    of_rows.root.retain(|node| node.row().is_some());
    of_rows
}

/// A numeric attribute, in pixels.
pub fn number(node: &Node, name: &str) -> f64 {
    let found = node
        .attributes
        .iter()
        .find(|attribute| attribute.name() == name);
    found
        .unwrap_or_else(|| panic!("{node:?} has no {name}"))
        .value()
        .parse()
        .unwrap()
}

/// `data-row` and `data-value` of all nodes in a role.
pub fn values(picture: &Picture, role: Role) -> Vec<(usize, String)> {
    let value = |node: &Node| {
        node.attributes
            .iter()
            .find_map(|attribute| match attribute {
                Attribute::Value(value) => Some(value.clone()),
                _ => None,
            })
    };
    of_role(picture, role)
        .iter()
        .map(|node| (usize::from(node.row().unwrap()), value(node).unwrap()))
        .collect()
}

/// Where a line of words stands, in pixels, by the widest font.
#[derive(Debug)]
pub struct WordBox {
    pub words: String,
    pub size: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub role: Role,
}

pub fn word_boxes(picture: &Picture) -> Vec<WordBox> {
    let texts = picture.root.iter().filter(|node| node.tag == Tag::Text);
    let word_box = |node: &Node| {
        let (x, baseline, size) = (
            number(node, "x"),
            number(node, "y"),
            number(node, "font-size"),
        );
        let bold = node.attributes.contains(&Attribute::SemiBold);
        let weight = if bold {
            Weight::SemiBold
        } else {
            Weight::Regular
        };
        let words = node.text.clone().unwrap();
        let width = text_width(&words, Px::nearest(size), weight).in_pixels();
        let left = if node
            .attributes
            .contains(&Attribute::TextAnchor(Anchor::End))
        {
            x - width
        } else if node
            .attributes
            .contains(&Attribute::TextAnchor(Anchor::Middle))
        {
            x - width / 2.0
        } else {
            x
        };
        let (top, bottom) = (baseline - size * 0.8, baseline + size * 0.22);
        WordBox {
            words,
            size,
            left,
            right: left + width,
            top,
            bottom,
            role: node.role.unwrap(),
        }
    };
    texts.map(word_box).collect()
}

/// Fails if words are too small, outside the picture or on top of each other.
pub fn assert_readable(picture: &Picture) {
    let (width, height) = (
        picture.view_box.0.in_pixels(),
        picture.view_box.1.in_pixels(),
    );
    let boxes = word_boxes(picture);
    for (i, one) in boxes.iter().enumerate() {
        assert!(one.size >= 14.0, "{one:?}");
        assert!(
            one.left >= -0.5 && one.right <= width + 0.5,
            "{one:?} outside 0..{width}"
        );
        assert!(
            one.top >= -0.5 && one.bottom <= height + 0.5,
            "{one:?} outside 0..{height}"
        );
        for other in boxes.iter().skip(i + 1) {
            let apart = one.right <= other.left
                || other.right <= one.left
                || one.bottom <= other.top
                || other.bottom <= one.top;
            assert!(
                apart,
                "{} covers {}: {one:?} {other:?}",
                one.words, other.words
            );
        }
    }
}

pub fn column(table: &Table, column: usize) -> Vec<&str> {
    table.rows.iter().map(|row| row[column].as_str()).collect()
}

/// The picture as text, a node on each line: element, role, attributes, words.
pub fn outline(picture: &Picture) -> String {
    fn add(nodes: &[Node], indent: usize, out: &mut String) {
        for node in nodes {
            *out += &" ".repeat(indent);
            *out += node.tag.name();
            if let Some(word) = node.role.map(Role::class) {
                *out += &[" ", word].concat();
            }
            for each in &node.attributes {
                *out += &[" ", each.name(), "=", &each.value()].concat();
            }
            if let Some(words) = &node.text {
                *out += &[" \"", words, "\""].concat();
            }
            out.push('\n');
            add(&node.children, indent + 2, out);
        }
    }
    let mut out = String::new();
    add(&picture.root, 0, &mut out);
    out
}
