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

/// An element that is being put together: one pointer, so that each step of a chain costs a few bytes and not a copy.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
///
/// A tag in small letters is never the one that the DOM names, so Leptos makes the element anew wherever a view is drawn
/// again: nothing of an old element can stay on a new one. The focus is put back (`platform::keep_focus`).
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// Text of an attribute or an element: mostly words of the catalogue, which need no copy.
pub type Text = Cow<'static, str>;

/// What can stand as text. Words of the catalogue have a way of their own, as they are most of what there is.
pub trait Wording {
    /// Becomes an attribute.
    fn become_attribute(self, element: El, name: &'static str) -> El;
    /// Becomes text inside.
    fn become_text(self, element: El) -> El;
}

impl Wording for &'static str {
    fn become_attribute(self, element: El, name: &'static str) -> El {
        element.fixed_words(name, self)
    }

    fn become_text(self, element: El) -> El {
        element.words(self)
    }
}

impl Wording for String {
    fn become_attribute(self, element: El, name: &'static str) -> El {
        element.fixed(name, self.into())
    }

    fn become_text(self, element: El) -> El {
        element.inside(Text::from(self).into_any())
    }
}

impl Wording for Text {
    fn become_attribute(self, element: El, name: &'static str) -> El {
        element.fixed(name, self)
    }

    fn become_text(self, element: El) -> El {
        element.inside(self.into_any())
    }
}

/// What can stand inside an element.
pub trait Content {
    /// Becomes its last child.
    fn come_inside(self, parent: El) -> El;
}

impl Content for El {
    fn come_inside(self, parent: El) -> El {
        parent.element_inside(self)
    }
}

impl Content for AnyView {
    fn come_inside(self, parent: El) -> El {
        parent.inside(self)
    }
}

impl El {
    // Each method that takes something generic hands it on to one that does not, so that its code is there once.

    /// An attribute that stays.
    pub fn attr(self, name: &'static str, value: impl Wording) -> Self {
        value.become_attribute(self, name)
    }

    #[inline(never)]
    fn fixed_words(self, name: &'static str, value: &'static str) -> Self {
        self.fixed(name, Text::Borrowed(value))
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, value: Text) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// An attribute that is there or not, and stays so.
    pub fn attr_if(self, name: &'static str, value: Option<impl Wording>) -> Self {
        match value {
            Some(value) => value.become_attribute(self, name),
            None => self,
        }
    }

    /// The class.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.fixed_words("class", class)
    }

    /// The id.
    pub fn id(self, id: impl Wording) -> Self {
        id.become_attribute(self, "id")
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
    pub fn text(self, text: impl Wording) -> Self {
        text.become_text(self)
    }

    #[inline(never)]
    fn words(self, text: &'static str) -> Self {
        self.inside(Text::Borrowed(text).into_any())
    }

    /// Text that follows the model.
    pub fn text_follows(self, text: impl Fn() -> String + Send + 'static) -> Self {
        let text: Box<dyn Fn() -> String + Send> = Box::new(text);
        self.inside(text.into_any())
    }

    /// An element inside.
    pub fn child(self, child: impl Content) -> Self {
        child.come_inside(self)
    }

    #[inline(never)]
    fn element_inside(self, child: Self) -> Self {
        self.inside(child.into())
    }

    #[inline(never)]
    fn inside(mut self, view: AnyView) -> Self {
        self.0.children.push(view);
        self
    }

    /// Elements inside.
    pub fn children<T: Content>(self, children: impl IntoIterator<Item = T>) -> Self {
        children
            .into_iter()
            .fold(self, |element, child| child.come_inside(element))
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
        let Parts {
            tag,
            attributes,
            children,
        } = *element.0;
        custom(tag)
            .child(children)
            .add_any_attr(attributes)
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
