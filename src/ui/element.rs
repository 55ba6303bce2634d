//! One element type for every view, over Leptos' own renderer.
//!
//! A `view!` gives each element a type of its own, and with it its own code to build, rebuild and drop: for this app some
//! 60 kB more in brotli. Here tag, attributes and children are values, so that all elements share that code.

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

/// Begins an element. The tag is written in capitals, as the DOM writes it: Leptos compares the two when it rebuilds.
pub fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

impl El {
    /// An attribute that stays.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// An attribute that is there or not, and stays so.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// The class.
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// The id.
    pub fn id(self, id: impl Into<String>) -> Self {
        self.attr("id", id)
    }

    /// An attribute that follows the model.
    pub fn attr_follows(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        let value: Box<dyn Fn() -> Option<String> + Send> = Box::new(value);
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Whether a radio button or checkbox is chosen, following the model.
    pub fn checked(mut self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        let checked: Box<dyn Fn() -> bool + Send> = Box::new(checked);
        self.attributes.push(prop("checked", checked).into_any_attr());
        self
    }

    /// What stands in a field at first, or how far a progress has come.
    pub fn value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> String + Send> = Box::new(value);
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// What an event does.
    pub fn on(mut self, name: &'static str, action: impl FnMut(Event) + 'static) -> Self {
        let action: Box<dyn FnMut(Event)> = Box::new(action);
        let name = event::Custom::<Event>::new(name);
        self.attributes.push(on(name, action).into_any_attr());
        self
    }

    /// Text, never markup.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        let text: String = text.into();
        self.children.push(text.into_any());
        self
    }

    /// Text that follows the model.
    pub fn text_follows(mut self, text: impl Fn() -> String + Send + 'static) -> Self {
        let text: Box<dyn Fn() -> String + Send> = Box::new(text);
        self.children.push(text.into_any());
        self
    }

    /// An element inside.
    pub fn child(mut self, child: impl Into<AnyView>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Elements inside.
    pub fn children<T: Into<AnyView>>(mut self, children: impl IntoIterator<Item = T>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// Elements that follow the model.
    pub fn follows(mut self, views: impl Fn() -> Vec<AnyView> + Send + 'static) -> Self {
        self.children.push(following(views));
        self
    }
}

/// Elements that follow the model.
pub fn following(views: impl Fn() -> Vec<AnyView> + Send + 'static) -> AnyView {
    let views: Box<dyn Fn() -> Vec<AnyView> + Send> = Box::new(views);
    views.into_any()
}

impl From<El> for AnyView {
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
