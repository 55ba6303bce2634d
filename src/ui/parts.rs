//! The parts that pages are put together from, so that the same thing looks and behaves the same everywhere.

use leptos::prelude::AnyView;
use web_sys::Event;

use super::element::{El, Text, Wording, el};

/// What a button or link looks like: one primary a screen.
#[derive(Clone, Copy)]
pub enum Weight {
    /// The one next step.
    Primary,
    /// Another way.
    Secondary,
    /// A small gesture.
    Tertiary,
}

fn dressed(element: El, weight: Weight) -> El {
    let element = element.class("ds-button");
    match weight {
        Weight::Primary => element,
        Weight::Secondary => element.attr("data-variant", "secondary"),
        Weight::Tertiary => element
            .attr("data-variant", "tertiary")
            .attr("data-size", "sm"),
    }
}

/// A button that does something.
pub fn button(
    weight: Weight,
    id: impl Into<Text>,
    text: impl Into<Text>,
    action: impl Fn() + 'static,
) -> El {
    boxed_button(weight, id.into(), text.into(), Box::new(action))
}

fn boxed_button(weight: Weight, id: Text, text: Text, action: Box<dyn Fn()>) -> El {
    dressed(el("button"), weight)
        .attr("type", "button")
        .id(id)
        .text(text)
        .on("click", move |_| action())
}

/// The button that sends a form.
pub fn submit(id: &'static str) -> El {
    dressed(el("button"), Weight::Primary)
        .attr("type", "submit")
        .id(id)
}

/// A link that looks like a button.
pub fn way(weight: Weight, id: &'static str, text: &'static str, href: String) -> El {
    dressed(el("a"), weight)
        .id(id)
        .attr("href", href)
        .text(text)
}

/// The heading of a page, which gets the focus when one arrives.
pub fn heading(text: impl Wording) -> El {
    el("h1").attr("tabindex", "-1").id("heading").text(text)
}

/// A plain page with a heading.
pub fn page(title: impl Wording) -> El {
    el("article").class("page narrow").child(heading(title))
}

/// A heading within a page.
pub fn h2(text: impl Wording) -> El {
    el("h2").text(text)
}

/// A paragraph.
pub fn p(text: impl Wording) -> El {
    el("p").text(text)
}

/// Text that steps back.
pub fn quiet(text: impl Wording) -> El {
    p(text).class("quiet")
}

/// A box with a message in it.
pub fn alert(colour: &'static str) -> El {
    el("div").class("ds-alert").attr("data-color", colour)
}

/// A radio button or checkbox with its label around it.
pub fn choice(
    kind: &'static str,
    id: impl Wording,
    name: &'static str,
    checked: impl Fn() -> bool + Send + 'static,
    action: impl FnMut(Event) + 'static,
) -> El {
    el("label")
        .class("choice")
        .child(tick(kind, id, name, checked, action))
}

/// A radio button or checkbox alone, for labels with more inside.
pub fn tick(
    kind: &'static str,
    id: impl Wording,
    name: &'static str,
    checked: impl Fn() -> bool + Send + 'static,
    action: impl FnMut(Event) + 'static,
) -> El {
    el("input")
        .class("ds-input")
        .attr("type", kind)
        .id(id)
        .attr("name", name)
        .checked(checked)
        .on("change", action)
}

/// A one-line field for names.
pub fn input(id: impl Wording) -> El {
    el("input")
        .class("ds-input")
        .attr("type", "text")
        .attr("maxlength", "120")
        .attr("autocomplete", "off")
        .id(id)
}

/// A labelled field, with a hint that it is described by where there is one.
pub fn field(id: &'static str, label: impl Wording, hint: Option<&'static str>, control: El) -> El {
    let hint_id = format!("{id}-hint");
    let control = control.attr_if("aria-describedby", hint.map(|_| hint_id.clone()));
    el("div")
        .class("field")
        .child(el("label").attr("for", id).text(label))
        .children(hint.map(|hint| el("p").class("hint").id(hint_id).text(hint)))
        .child(control)
}

/// Nothing, or one thing, as what follows the model wants it.
pub fn perhaps(element: Option<El>) -> Vec<AnyView> {
    element.into_iter().map(Into::into).collect()
}
