//! Pictures on the page: the typed nodes of `charts` become DOM nodes, in both widths, with their table twin.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use super::element::{El, el};
use crate::charts::{ChartError, Node, Picture, Table, Width};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A picture in both widths; the style sheet shows the one that there is room for.
///
/// A spec that cannot be drawn shows nothing here: its table says the same.
pub fn picture(id: &'static str, draw: impl Fn(Width) -> Result<Picture, ChartError>) -> AnyView {
    let drawn: Vec<Element> = [(Width::Wide, "wide"), (Width::Narrow, "narrow")]
        .into_iter()
        .filter_map(|(width, name)| {
            let picture = draw(width).ok()?;
            let element = element(&picture.to_node(&format!("{id}-{name}")))?;
            element
                .set_attribute("class", &format!("chart chart-{name}"))
                .ok()?;
            Some(element)
        })
        .collect();
    let drawn = StoredValue::new_local(drawn);
    let place = NodeRef::<Div>::new();
    place.on_load(move |place| {
        drawn.with_value(|drawn| {
            for element in drawn {
                // A fresh element takes a child.
                let _ = place.append_child(element);
            }
        });
    });
    leptos::html::div().node_ref(place).into_any()
}

fn element(node: &Node) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    create(&document, node)
}

fn create(document: &Document, node: &Node) -> Option<Element> {
    let element: Element = document
        .create_element_ns(Some(SVG), node.tag.name())
        .ok()?
        .dyn_into()
        .ok()?;
    if let Some(role) = node.role {
        element.set_attribute("class", role.class()).ok()?;
    }
    for attribute in &node.attributes {
        element
            .set_attribute(attribute.name(), &attribute.value())
            .ok()?;
    }
    if let Some(text) = &node.text {
        element.set_text_content(Some(text));
    }
    for child in &node.children {
        if let Some(child) = create(document, child) {
            element.append_child(&child).ok()?;
        }
    }
    Some(element)
}

/// A table with its first column as heads of the rows.
pub fn table(id: &'static str, table: Table) -> El {
    let heads = table
        .columns
        .into_iter()
        .map(|head| el("th").attr("scope", "col").text(head));
    let rows = table.rows.into_iter().map(|row| {
        let cells = row
            .into_iter()
            .enumerate()
            .map(|(place, cell)| match place {
                0 => el("th").attr("scope", "row").text(cell),
                _ => el("td").class("n").text(cell),
            });
        el("tr").children(cells)
    });
    let table_element = el("table")
        .id(id)
        .child(el("caption").text(table.caption.clone()))
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows));
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", table.caption)
        .child(table_element)
}
