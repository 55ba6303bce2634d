//! One element type for every view, over Leptos' own renderer.
//!
//! A `view!` gives each element a type of its own, and with it its own code to build, rebuild and drop.
//! Here tag, attributes and children are values, so that all elements share that code (docs/DESIGN.md has the figures).

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::{ElementChild, custom};
use leptos::tachys::html::event::{self, on};
use leptos::tachys::html::property::prop;
use leptos::tachys::view::any_view::AnyView;
use web_sys::Event;

/// An element that is being put together.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
///
/// A tag in small letters is never the one that the DOM names, so Leptos makes the element anew wherever a view is drawn
/// again: nothing of an old element can stay on a new one. The focus is put back (`platform::keep_focus`).
pub fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Text of an attribute or an element: mostly words of the catalogue, which need no copy.
pub type Text = Cow<'static, str>;

impl El {
    // Each method that takes something generic hands it on to one that does not, so that its code is there once.

    /// An attribute that stays.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.fixed(name, value.into())
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, value: Text) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }

    /// An attribute that is there or not, and stays so.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Text>>) -> Self {
        match value {
            Some(value) => self.fixed(name, value.into()),
            None => self,
        }
    }

    /// The class.
    pub fn class(self, class: &'static str) -> Self {
        self.fixed("class", class.into())
    }

    /// The id.
    pub fn id(self, id: impl Into<Text>) -> Self {
        self.fixed("id", id.into())
    }

    /// An attribute that follows the model.
    pub fn attr_follows(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        let value: Box<dyn Fn() -> Option<String> + Send> = Box::new(value);
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Whether a radio button or checkbox is chosen, following the model.
    pub fn checked(self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        let checked: Box<dyn Fn() -> bool + Send> = Box::new(checked);
        self.with(prop("checked", checked).into_any_attr())
    }

    /// What stands in a field at first, or how far a progress has come.
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> String + Send> = Box::new(value);
        self.with(prop("value", value).into_any_attr())
    }

    /// What an event does.
    pub fn on(self, name: &'static str, action: impl FnMut(Event) + 'static) -> Self {
        self.heard(name, Box::new(action))
    }

    #[inline(never)]
    fn heard(self, name: &'static str, action: Box<dyn FnMut(Event)>) -> Self {
        self.with(on(event::Custom::<Event>::new(name), action).into_any_attr())
    }

    /// Text, never markup.
    pub fn text(self, text: impl Into<Text>) -> Self {
        self.words(text.into())
    }

    #[inline(never)]
    fn words(self, text: Text) -> Self {
        self.inside(text.into_any())
    }

    /// Text that follows the model.
    pub fn text_follows(self, text: impl Fn() -> String + Send + 'static) -> Self {
        let text: Box<dyn Fn() -> String + Send> = Box::new(text);
        self.inside(text.into_any())
    }

    /// An element inside.
    pub fn child(self, child: impl Into<AnyView>) -> Self {
        self.inside(child.into())
    }

    #[inline(never)]
    fn inside(mut self, view: AnyView) -> Self {
        self.children.push(view);
        self
    }

    /// Elements inside.
    pub fn children<T: Into<AnyView>>(self, children: impl IntoIterator<Item = T>) -> Self {
        children
            .into_iter()
            .fold(self, |element, child| element.inside(child.into()))
    }

    /// Elements that follow the model.
    pub fn follows(self, views: impl Fn() -> Vec<AnyView> + Send + 'static) -> Self {
        self.inside(following(views))
    }
}

/// Elements that follow the model.
pub fn following(views: impl Fn() -> Vec<AnyView> + Send + 'static) -> AnyView {
    let views: Box<dyn Fn() -> Vec<AnyView> + Send> = Box::new(views);
    views.into_any()
}

impl From<El> for AnyView {
    #[inline(never)]
    fn from(element: El) -> Self {
        custom(element.tag)
            .child(element.children)
            .add_any_attr(element.attributes)
            .into_any()
    }
}

/// The value of the field that an event came from.
pub fn value_of(event: &Event) -> String {
    event_target_value(event)
}

/// Whether the box that an event came from is ticked.
pub fn ticked(event: &Event) -> bool {
    event_target_checked(event)
}
