//! Pictures on the page: the typed nodes of `charts` become DOM nodes, in both widths, with their table twin.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use crate::charts::{ChartError, Node, Picture, Table, Width};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A picture in both widths; the style sheet shows the one that there is room for.
///
/// A spec that cannot be drawn shows nothing here: its table says the same.
pub fn picture(
    id: &'static str,
    draw: impl Fn(Width) -> Result<Picture, ChartError> + 'static,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else {
            return;
        };
        place.set_text_content(None);
        for (width, class) in [(Width::Wide, "chart chart-wide"), (Width::Narrow, "chart chart-narrow")] {
            let Ok(picture) = draw(width) else {
                continue;
            };
            let name = format!("{id}-{}", if width == Width::Wide { "wide" } else { "narrow" });
            if let Some(element) = element(&picture.to_node(&name)) {
                // Own names and values: always valid.
                let _ = element.set_attribute("class", class);
                let _ = place.append_child(&element);
            }
        }
    });
    view! { <div node_ref=place></div> }
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
        element.set_attribute(attribute.name(), &attribute.value()).ok()?;
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
pub fn table(id: &'static str, table: Table) -> impl IntoView {
    let heads = table
        .columns
        .into_iter()
        .map(|head| view! { <th scope="col">{head}</th> })
        .collect_view();
    let rows = table
        .rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(place, cell)| {
                    if place == 0 {
                        view! { <th scope="row">{cell}</th> }.into_any()
                    } else {
                        view! { <td class="n">{cell}</td> }.into_any()
                    }
                })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=table.caption.clone()>
            <table id=id>
                <caption>{table.caption.clone()}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
