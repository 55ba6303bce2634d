//! The focus stays where it was when a view is drawn anew.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::clock::Timer;
use super::dom::{Listener, focus, focus_selected, go};
use super::page::{document, window};

/// The id of a heading that has no other.
const HEADING: &str = "heading";
/// The heading of whatever page is shown.
const PAGE_HEADING: &str = "#page h1";

thread_local! {
    /// The id of the element that has, or had until it was replaced, the focus.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The next page is the same one, with something else chosen on it.
    static STAYS: Cell<bool> = const { Cell::new(false) };
}

/// Begins to remember where the focus is.
pub fn watch_focus() {
    let Some(page) = document() else {
        return;
    };
    Listener::new(page.clone().into(), "focusin", |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let id = target.map(|target| target.id()).filter(|id| !id.is_empty());
        LAST.with_borrow_mut(|last| *last = id);
    })
    .forever();
    // A press beside everything takes the focus away on purpose.
    Listener::new(page.clone().into(), "pointerdown", move |event| {
        let pressed = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if pressed != page.active_element() {
            forget_focus();
        }
    })
    .forever();
}

/// Forgets where the focus was, as when one goes to another page.
fn forget_focus() {
    LAST.with_borrow_mut(|last| *last = None);
}

/// Where the element itself cannot take the focus any more, the first button beside it that can takes it.
fn focus_neighbour(id: &str) {
    let disabled = document()
        .and_then(|page| page.get_element_by_id(id))
        .filter(|element| element.matches(":disabled").unwrap_or(false));
    let neighbour = disabled
        .and_then(|element| element.parent_element())
        .and_then(|parent| parent.query_selector("button:enabled").ok().flatten());
    if let Some(neighbour) = neighbour {
        focus(&neighbour.id());
    }
}

/// Puts the focus back, once the views have been drawn, where its element has been replaced by one with the same id.
pub fn keep_focus() {
    std::mem::forget(Timer::after(0, || {
        let lost = document()
            .and_then(|page| page.active_element())
            .is_none_or(|element| element.tag_name() == "BODY");
        let last = LAST.with_borrow(Clone::clone);
        if let (true, Some(id)) = (lost, last) {
            focus(&id);
            focus_neighbour(&id);
            if id == HEADING {
                focus_selected(PAGE_HEADING); // a page that waited for its content has another heading now
            }
        }
    }));
}

/// Goes to another view of the same page: who chose it in a list stays in the list.
pub fn go_and_stay(href: &str) {
    STAYS.set(true);
    go(href);
}

/// Puts the focus on the element with an id that is there once the views have been drawn.
pub fn focus_soon(id: &'static str) {
    std::mem::forget(Timer::after(0, move || focus(id)));
}

/// Begins a page: at its top, with the focus on the element that a selector finds, once it has been drawn.
pub fn focus_page(selector: &'static str) {
    if STAYS.replace(false) {
        return;
    }
    forget_focus();
    std::mem::forget(Timer::after(0, move || {
        focus_selected(selector);
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        reveal_step();
    }));
}

/// Brings the present step into sight where the steps stand in a row that scrolls sideways.
fn reveal_step() {
    let step =
        document().and_then(|page| page.query_selector("[aria-current=step]").ok().flatten());
    let item = step
        .and_then(|step| step.parent_element())
        .and_then(|item| item.dyn_into::<HtmlElement>().ok());
    let row = item.as_ref().and_then(|item| item.parent_element());
    if let (Some(item), Some(row)) = (item, row.and_then(|row| row.dyn_into::<HtmlElement>().ok()))
    {
        row.set_scroll_left(item.offset_left() - row.offset_left());
    }
}
