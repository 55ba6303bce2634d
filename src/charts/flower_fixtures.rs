//! What the tests of the flower box share: the set as it is, one as full as it gets, and ways to read a tree.

use super::attribute::Attribute;
use super::flower_box::{Bed, FlowerBox, FlowerWords, Grade, Leaf};
use super::garden::Garden;
use super::role::Role;
use super::tree::{Node, Picture};
use super::{Point, Px, Width};

pub const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];

/// A letter for each grade, so that a bed is read at a glance.
pub fn grade(letter: char) -> Grade {
    match letter {
        'h' => Grade::Full,
        'd' => Grade::Half,
        'i' => Grade::Nothing,
        'v' => Grade::Unknown,
        '-' => Grade::Absent,
        other => panic!("{other} is no grade"),
    }
}

pub fn bed(label: &str, degree: Option<f64>, grades: &str) -> Bed {
    let percent = degree.map(|degree| format!("{:.0}", degree * 100.0));
    let leaf = |(place, letter)| Leaf {
        label: format!("Fråga {place} om detta?"),
        grade: grade(letter),
        href: Some(format!("#{label}-{place}")),
    };
    Bed {
        label: label.into(),
        note: None,
        degree,
        printed: percent
            .as_ref()
            .map_or("Otillräckligt underlag".into(), |percent| {
                format!("{percent} %")
            }),
        heart: percent.unwrap_or("–".into()),
        leaves: grades.chars().enumerate().map(leaf).collect(),
    }
}

pub fn flower_box(flowers: Vec<Bed>, grass: Option<Bed>, soil: Option<Bed>) -> FlowerBox {
    FlowerBox {
        title: "Blomlåda".into(),
        description: "Sex blommor över gräs och jord.".into(),
        mark: Some("Påhittade exempelvärden".into()),
        words: FlowerWords {
            area: "Område".into(),
            degree: "Uppfyllnadsgrad".into(),
            question: "Fråga".into(),
            grade: "Svar".into(),
            note: "Besvaras av".into(),
            full: "Uppfyller helt".into(),
            half: "Uppfyller delvis".into(),
            nothing: "Uppfyller inte alls".into(),
            unknown: "Vet ej".into(),
            absent: "Ej relevant".into(),
            guides: ["0 %".into(), "50 %".into(), "100 %".into()],
        },
        flowers,
        grass,
        soil,
    }
}

/// The set as it is: six flowers, eight tufts, six stones.
pub fn whole() -> FlowerBox {
    flower_box(
        vec![
            bed("Äldre och omsorg", Some(2.0 / 3.0), "hddv"),
            bed("Barn och elever", Some(0.875), "hhhd"),
            bed("Företagare", Some(0.25), "ddii"),
            bed("Boende och trafikanter", Some(0.75), "hh-d"),
            bed("Kultur, fritid, besök", Some(0.875), "hdhh"),
            bed("Allmänheten", None, "vvvv"),
        ],
        Some(bed(
            "Gräs: ledning, arbetssätt, metoder",
            Some(0.5625),
            "hddidh-d",
        )),
        Some(bed("Jord: tekniska förutsättningar", Some(0.6), "hdiv-d")),
    )
}

/// As much as the picture holds, in words longer than any municipality has thought of yet.
pub fn crowded(flowers: usize) -> FlowerBox {
    let names = [
        "Äldre och per\u{ad}soner i behov av omsorg",
        "Informations\u{ad}säkerhets\u{ad}klassning",
        "Verksamhetssystemsintegrationsplattform",
        "Å",
        "Kultur\u{ad}intresserade, fritids\u{ad}utövare och besökare",
    ];
    let degrees = [Some(1.0), Some(0.0), None, Some(0.5)];
    let grades = ["hdiv-hdiv-hd", "h", "vvvvv", "iiiiiiii", "hd"];
    let beds = names
        .into_iter()
        .zip(grades)
        .cycle()
        .zip(degrees.into_iter().cycle());
    let flowers = beds
        .take(flowers)
        .map(|((name, grades), degree)| bed(name, degree, grades));
    let long = "Verksamhetssystemsintegrationsplattform och mycket annat som hör till jorden";
    flower_box(
        flowers.collect(),
        Some(bed(long, None, "hdiv-hdiv-hd")),
        Some(bed(long, Some(0.5), "hdiv-hdiv-")),
    )
}

/// All nodes with those inside them, in the order in which they are painted.
pub fn flat(nodes: &[Node]) -> Vec<Node> {
    let mut all = Vec::new();
    for node in nodes {
        all.push(node.clone());
        all.extend(flat(&node.children));
    }
    all
}

pub fn flattened(spec: &FlowerBox, width: Width) -> Picture {
    let mut picture = spec.draw(width).unwrap();
    picture.root = flat(&picture.root);
    picture
}

pub fn parts(nodes: &[Node], part: Garden) -> Vec<&Node> {
    nodes
        .iter()
        .filter(|node| node.role == Some(Role::Garden(part)))
        .collect()
}

/// The groups of flowers, grass and soil.
pub fn beds(picture: &Picture) -> Vec<&Node> {
    picture
        .root
        .iter()
        .filter(|node| matches!(node.role, Some(Role::Bed(_))))
        .collect()
}

pub fn leaves(nodes: &[Node]) -> Vec<Node> {
    flat(nodes)
        .into_iter()
        .filter(|node| grade_of(node).is_some())
        .collect()
}

pub fn grade_of(node: &Node) -> Option<Grade> {
    node.attributes
        .iter()
        .find_map(|attribute| match attribute {
            Attribute::Grade(grade) => Some(*grade),
            _ => None,
        })
}

pub fn corners(node: &Node) -> &[Point] {
    node.attributes
        .iter()
        .find_map(|attribute| match attribute {
            Attribute::Points(points) => Some(points.as_slice()),
            _ => None,
        })
        .unwrap_or_default()
}

/// Left, right, top, bottom.
pub fn bounds(points: &[Point]) -> [f64; 4] {
    let by = |of: fn(&Point) -> Px| {
        let all = || points.iter().map(of);
        [all().min().unwrap(), all().max().unwrap()].map(Px::in_pixels)
    };
    let ([left, right], [top, bottom]) = (by(|point| point.x), by(|point| point.y));
    [left, right, top, bottom]
}
