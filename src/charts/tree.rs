//! The picture as data: typed nodes with lengths in pixels and roles instead of colours. `ui` makes DOM nodes of it
//! (no `inner_html`), `svg` a string, and a test reads the numbers back.

use super::attribute::Attribute;
use super::px::Px;
use super::role::Role;

/// The SVG elements a picture may hold; the list is closed, so nothing else can reach the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// The picture itself, made by [`Picture::to_node`].
    Svg,
    /// A group.
    G,
    /// A link around nodes, for pictures whose parts lead somewhere.
    A,
    /// A free shape.
    Path,
    /// A closed shape with straight edges.
    Polygon,
    /// An open line through several points.
    Polyline,
    /// A straight line between two points.
    Line,
    /// An upright rectangle.
    Rect,
    /// A circle.
    Circle,
    /// A line of words.
    Text,
    /// The name of its parent for assistive technology.
    Title,
    /// The description of its parent for assistive technology.
    Desc,
}

impl Tag {
    /// The element's name in the SVG namespace.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::G => "g",
            Self::A => "a",
            Self::Path => "path",
            Self::Polygon => "polygon",
            Self::Polyline => "polyline",
            Self::Line => "line",
            Self::Rect => "rect",
            Self::Circle => "circle",
            Self::Text => "text",
            Self::Title => "title",
            Self::Desc => "desc",
        }
    }
}

/// One element of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Which element.
    pub tag: Tag,
    /// What it stands for; `None` for structure only.
    pub role: Option<Role>,
    /// Its attributes, each at most once.
    pub attributes: Vec<Attribute>,
    /// Its words, if it has any; plain text, never markup.
    pub text: Option<String>,
    /// What stands inside it, painted in this order.
    pub children: Vec<Node>,
}

impl Node {
    /// An element without role, attributes or content, to be filled in.
    pub const fn new(tag: Tag) -> Self {
        Self {
            tag,
            role: None,
            attributes: Vec::new(),
            text: None,
            children: Vec::new(),
        }
    }

    /// An element that holds only words, such as a title.
    pub fn words(tag: Tag, words: &str) -> Self {
        Self {
            text: Some(words.to_owned()),
            ..Self::new(tag)
        }
    }

    /// Whether this node or one in it is a link.
    fn has_link(&self) -> bool {
        self.tag == Tag::A || self.children.iter().any(Self::has_link)
    }

    /// The row of the spec this node belongs to, counted from 0.
    pub fn row(&self) -> Option<u8> {
        self.attributes
            .iter()
            .find_map(|attribute| match attribute {
                Attribute::Row(row) => Some(*row),
                _ => None,
            })
    }
}

/// A whole chart: its size, its name and description for those who do not see it, and its nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width and height, the picture's own coordinates from (0, 0).
    pub view_box: (Px, Px),
    /// The accessible name, from the spec.
    pub title: String,
    /// What the picture shows, in a sentence, from the spec; empty if the text around it says so.
    pub description: String,
    /// What is painted, in this order.
    pub root: Vec<Node>,
}

impl Picture {
    /// The `svg` element for the page: one image with title and description, scaled by the style sheet. With links in
    /// it the picture is a group instead, since an image hides from assistive technology what is inside.
    ///
    /// `id` must be unique on the page; title and description get it as a prefix, because not every browser reads
    /// them without being pointed there.
    pub fn to_node(&self, id: &str) -> Node {
        let (width, height) = self.view_box;
        let mut svg = Node::new(Tag::Svg);
        svg.attributes = vec![
            Attribute::ViewBox([Px::ZERO, Px::ZERO, width, height]),
            if self.root.iter().any(Node::has_link) {
                Attribute::GroupRole
            } else {
                Attribute::ImageRole
            },
            Attribute::LabelledBy([id, "-title"].concat()),
        ];
        let mut title = Node::words(Tag::Title, &self.title);
        title
            .attributes
            .push(Attribute::Id([id, "-title"].concat()));
        svg.children.push(title);
        if !self.description.is_empty() {
            svg.attributes
                .push(Attribute::DescribedBy([id, "-desc"].concat()));
            let mut description = Node::words(Tag::Desc, &self.description);
            description
                .attributes
                .push(Attribute::Id([id, "-desc"].concat()));
            svg.children.push(description);
        }
        svg.children.extend(self.root.iter().cloned());
        svg
    }
}

/// Gives every mark of a row the number the table prints for it, as `value_of` tells by role and row.
pub(super) fn print_values<'spec>(
    nodes: &mut [Node],
    value_of: impl Fn(Role, usize) -> Option<&'spec str>,
) {
    for node in nodes {
        let (Some(role), Some(row)) = (node.role, node.row()) else {
            continue;
        };
        if let Some(value) = value_of(role, usize::from(row)) {
            node.attributes.push(Attribute::Value(value.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_becomes_one_named_image() {
        let picture = Picture {
            view_box: (Px::whole(720), Px::whole(100)),
            title: "Genomsnitt".to_owned(),
            description: String::new(),
            root: vec![Node::new(Tag::G)],
        };
        let node = picture.to_node("bars");
        let attributes: Vec<_> = node
            .attributes
            .iter()
            .map(|a| (a.name(), a.value()))
            .collect();
        assert_eq!(attributes[0], ("viewBox", "0 0 720 100".to_owned()));
        assert_eq!(attributes[1], ("role", "img".to_owned()));
        assert_eq!(attributes[2], ("aria-labelledby", "bars-title".to_owned()));
        assert_eq!(node.children.len(), 2, "no empty description");
        assert_eq!(node.children[0].text.as_deref(), Some("Genomsnitt"));
    }
}
