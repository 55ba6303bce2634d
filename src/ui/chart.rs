//! Pictures on the page: the typed nodes of `charts` become DOM nodes, in both widths, with their table twin and as files.

use std::rc::Rc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, KeyboardEvent};

use super::element::{El, Wording, el};
use super::parts::{Weight, button, h2, p};
use super::runtime::Runtime;
use crate::charts::{Drawing, KeyEntry, Node, Palette, Table, Width, to_svg};
use crate::platform;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A picture with its heading, its table behind a disclosure, and ways to take it along. `id` names its elements.
pub fn card(runtime: Runtime, id: &str, spec: &Rc<dyn Drawing>) -> El {
    let words = runtime.words();
    let save = |kind: &'static str, label, offer: fn(&str, &str)| {
        let spec = Rc::clone(spec);
        button(Weight::Tertiary, format!("{id}-{kind}"), label, move || {
            if let Ok(picture) = spec.draw(Width::Wide) {
                let name = file_name(runtime, spec.title());
                offer(&name, &to_svg(&picture, &Palette::LIGHT));
            }
        })
    };
    let files = el("p")
        .class("take-along")
        .child(save("png", words.save_png, platform::offer_png))
        .child(save("svg", words.save_svg, platform::offer_svg));
    el("section")
        .class("card picture")
        .id(format!("{id}-card"))
        .child(h2(spec.title().to_owned()))
        .child(
            el("div")
                .class(if id.ends_with("flowers") {
                    "drawing flower-box"
                } else {
                    "drawing"
                })
                .on("keydown", |event| walk(&event))
                .child(picture(id, spec.as_ref())),
        )
        .child(files)
        .child(
            el("details")
                .class("ds-details")
                .child(el("summary").text(words.as_table))
                .child(el("div").child(table(format!("{id}-table"), spec.table()))),
        )
}

/// A picture in a place of its own on a page with many of them: without heading and files, its table behind a disclosure.
pub fn figure(runtime: Runtime, id: &str, spec: &dyn Drawing) -> El {
    let words = runtime.words();
    el("div")
        .class("picture")
        .child(el("div").class("drawing").child(picture(id, spec)))
        .child(
            el("details")
                .class("ds-details")
                .child(el("summary").text(words.as_table))
                .child(el("div").child(table(format!("{id}-table"), spec.table()))),
        )
}

/// A picture's file is named after its title; the example's says what it is.
fn file_name(runtime: Runtime, title: &str) -> String {
    let plain = crate::exchange::plain_name(title);
    if runtime.peek(crate::app::Model::is_example) {
        format!("{}{plain}", runtime.words().example_file)
    } else {
        plain
    }
}

/// Parts of a picture that lead somewhere are one stop for the Tab key; the arrow keys go from one to the next.
fn walk(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let picture: Option<Element> = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|link| link.closest("svg").ok().flatten());
    let Some(picture) = picture else {
        return;
    };
    let step: isize = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => 1,
        "ArrowLeft" | "ArrowUp" => -1,
        _ => return,
    };
    let Ok(links) = picture.query_selector_all("a") else {
        return;
    };
    let links: Vec<Element> = (0..links.length())
        .filter_map(|place| links.get(place)?.dyn_into().ok())
        .collect();
    let here = links
        .iter()
        .position(|link| link.matches(":focus").unwrap_or(false));
    let next = here
        .and_then(|here| here.checked_add_signed(step))
        .and_then(|next| links.get(next));
    if let (Some(here), Some(next)) = (here.and_then(|here| links.get(here)), next) {
        event.prevent_default();
        // Fresh attributes of own elements.
        let _ = here.set_attribute("tabindex", "-1");
        let _ = next.set_attribute("tabindex", "0");
        if let Some(link) = next.dyn_ref::<web_sys::SvgElement>() {
            let _ = link.focus();
        }
    }
}

/// A picture in both widths; the style sheet shows the one that there is room for.
///
/// A spec that cannot be drawn shows nothing here: its table says the same.
fn picture(id: &str, spec: &dyn Drawing) -> AnyView {
    let drawn: Vec<Element> = [(Width::Wide, "wide"), (Width::Narrow, "narrow")]
        .into_iter()
        .filter_map(|(width, name)| {
            let picture = spec.draw(width).ok()?;
            let element = element(&picture.to_node(&format!("{id}-{name}")))?;
            element
                .set_attribute("class", &format!("chart chart-{name}"))
                .ok()?;
            Some(element)
        })
        .collect();
    placed(drawn)
}

/// Elements of a picture, put into the page when their place is there.
fn placed(drawn: Vec<Element>) -> AnyView {
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

/// A picture of black squares on white, the same in every theme.
pub fn squares(side: usize, path: &str, label: &str) -> AnyView {
    placed(drawn_squares(side, path, label).into_iter().collect())
}

fn drawn_squares(side: usize, path: &str, label: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let named = |name| document.create_element_ns(Some(SVG), name).ok();
    let (picture, ground, black) = (named("svg")?, named("path")?, named("path")?);
    let whole = format!("M0 0h{side}v{side}h-{side}z");
    for (element, name, value) in [
        (&picture, "viewBox", format!("0 0 {side} {side}").as_str()),
        (&picture, "role", "img"),
        (&picture, "aria-label", label),
        (&picture, "shape-rendering", "crispEdges"),
        (&ground, "class", "white"),
        (&ground, "d", &whole),
        (&black, "d", path),
    ] {
        element.set_attribute(name, value).ok()?;
    }
    picture.append_child(&ground).ok()?;
    picture.append_child(&black).ok()?;
    Some(picture)
}

/// What each shape of a picture means; the words say it, the shapes stand beside them.
pub fn key(about: &'static str, shapes: Vec<KeyEntry>) -> El {
    let shapes = shapes.into_iter().zip(1..).map(
        |(
            KeyEntry {
                picture: shape,
                words: text,
            },
            number,
        )| {
            let drawn = element(&shape.to_node(&format!("key-{number}"))).inspect(|element| {
                // Fresh attributes of an own element.
                let _ = element.set_attribute("aria-hidden", "true");
                let _ = element.set_attribute("class", "chart chart-key");
            });
            el("li")
                .child(placed(drawn.into_iter().collect()))
                .child(el("span").text(text))
        },
    );
    el("div")
        .class("key")
        .child(p(about))
        .child(el("ul").children(shapes))
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
pub fn table(id: impl Wording, table: Table) -> El {
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
