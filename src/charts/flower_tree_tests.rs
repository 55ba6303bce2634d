//! The flower box as a tree and as a file: links and their names, a small one as a whole, nothing of the page in a file.

use super::Width;
use super::attribute::Attribute;
use super::flower_box::Grade;
use super::flower_fixtures::*;
use super::svg::{Palette, to_svg};
use super::tree::{Node, Tag};

#[test]
fn links_have_names_and_one_place_in_the_tab_order() {
    let spec = whole();
    let picture = spec.draw(Width::Narrow).unwrap();
    let links = leaves(&picture.root);
    assert!(links.iter().all(|link| link.tag == Tag::A));
    let name = "Äldre och omsorg: Fråga 0 om detta? Uppfyller helt";
    assert_eq!(
        links[0].attributes,
        [
            Attribute::Row(0),
            Attribute::Grade(Grade::Full),
            Attribute::Href("#Äldre och omsorg-0".into()),
            Attribute::TabStop,
            Attribute::Label(name.into()),
        ]
    );
    assert_eq!(links[0].children[0], Node::words(Tag::Title, name));
    let later = links.iter().skip(1);
    assert!(later.clone().count() > 0);
    for link in later {
        assert!(link.attributes.contains(&Attribute::NoTabStop));
    }
    assert!(
        picture
            .to_node("box")
            .attributes
            .contains(&Attribute::GroupRole)
    );

    let mut still = spec;
    for bed in still
        .flowers
        .iter_mut()
        .chain(&mut still.grass)
        .chain(&mut still.soil)
    {
        bed.leaves.iter_mut().for_each(|leaf| leaf.href = None);
    }
    let picture = still.draw(Width::Narrow).unwrap();
    assert!(leaves(&picture.root).iter().all(|leaf| leaf.tag == Tag::G));
    assert!(
        picture
            .to_node("box")
            .attributes
            .contains(&Attribute::ImageRole)
    );
}

/// Element, class and row of each node, a line each.
fn outline(nodes: &[Node], indent: usize, out: &mut String) {
    for node in nodes {
        *out += &" ".repeat(indent);
        *out += node.tag.name();
        if let Some(role) = node.role {
            *out += &[".", role.class()].concat();
        }
        if let Some(row) = node.row() {
            *out += &["[", &row.to_string(), "]"].concat();
        }
        if let Some(text) = &node.text {
            *out += &[" \"", text, "\""].concat();
        }
        out.push('\n');
        outline(&node.children, indent + 2, out);
    }
}

#[test]
fn a_small_box_as_a_whole() {
    let mut spec = flower_box(
        vec![bed("Företagare", Some(0.5), "h-d")],
        Some(bed("Gräs", Some(0.0), "i")),
        Some(bed("Jord", None, "v")),
    );
    spec.mark = None;
    spec.soil.as_mut().unwrap().leaves[0].href = None;
    let mut out = String::new();
    outline(&spec.draw(Width::Wide).unwrap().root, 0, &mut out);
    assert_eq!(
        out,
        r#"rect.chart-sky
line.chart-grid
line.chart-grid
line.chart-grid
text.chart-tick "0 %"
text.chart-tick "50 %"
text.chart-tick "100 %"
g.chart-hue-1
  polygon.chart-stem
  polygon.chart-foliage
  polygon.chart-vein
  polygon.chart-foliage
  polygon.chart-vein
  a[0]
    title "Företagare: Fråga 0 om detta? Uppfyller helt"
    polygon.chart-full
    polygon.chart-touch
  a[2]
    title "Företagare: Fråga 2 om detta? Uppfyller delvis"
    polygon.chart-rim
    polygon.chart-part
    polygon.chart-touch
  circle.chart-heart
  text.chart-value "50"
  text.chart-name "Företagare"
g.chart-hue-grass
  a[3]
    title "Gräs: Fråga 0 om detta? Uppfyller inte alls"
    polygon.chart-rim
    polygon.chart-touch
  polygon.chart-turf
  text.chart-caption "Gräs · 0 %"
g.chart-hue-soil
  polygon.chart-soil
  g[4]
    title "Jord: Fråga 0 om detta? Vet ej"
    polygon.chart-unknown
    polygon.chart-touch
  text.chart-caption "Jord · Otillräckligt underlag"
"#
    );
}

#[test]
fn a_file_has_colours_and_nothing_of_the_page() {
    for width in WIDTHS {
        let mut spec = whole();
        spec.flowers[0].label = "A & <B>".into();
        let svg = to_svg(&spec.draw(width).unwrap(), &Palette::LIGHT);
        for gone in [
            "href",
            "class=",
            "<a ",
            "tabindex",
            "aria-",
            "style=",
            "currentColor",
        ] {
            assert!(!svg.contains(gone), "{gone}");
        }
        assert!(svg.contains("A &amp; &lt;B&gt;: Fråga 0"));
        assert!(svg.contains("Påhittade exempelvärden"));
        for colour in ["#8a3b6e", "#0f6f78", "#5b4636", "#cdb8a4", "#1f6b4c"] {
            assert!(svg.contains(colour), "{colour}");
        }
        assert_well_formed(&svg);
    }
}

/// Every element that is opened is closed, in order.
fn assert_well_formed(svg: &str) {
    let mut open = Vec::new();
    for part in svg.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap();
        let name = |tag: &str| tag.split(' ').next().unwrap().to_owned();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name(closed)));
        } else if !tag.ends_with('/') {
            open.push(name(tag));
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
    }
    assert!(open.is_empty());
}
