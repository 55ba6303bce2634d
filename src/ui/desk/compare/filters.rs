//! What is shown: set, round, area, tag and order. A choice changes the address, and the focus stays where it was made.

use super::Shown;
use crate::app::desk::comparing::CompareView;
use crate::domain::{Order, SetId, Tag, round_name, rounds};
use crate::platform;
use crate::ui::element::{El, el, value_of};
use crate::ui::parts::quiet;

/// One thing that can be chosen in a list: its words, whether it is chosen, and the view that it leads to.
type Choice = (String, bool, CompareView);

/// The lists.
pub fn view(shown: &Shown) -> El {
    let words = shown.words();
    let own = &words.desk().compare;
    let lists = el("div")
        .class("filters")
        .child(list("compare-set", own.set, sets(shown)))
        .child(list("compare-round", words.print_round, rounds_of(shown)))
        .child(list("compare-area", words.area, areas(shown)))
        .child(list("compare-tag", own.tag, tags(shown)))
        .child(list("compare-order", own.order, orders(shown)));
    el("section")
        .class("no-print")
        .attr("aria-label", own.filters)
        .child(lists)
        .child(quiet(own.order_about).id("compare-order-about"))
}

fn list(id: &'static str, label: &'static str, choices: Vec<Choice>) -> El {
    let hrefs: Vec<String> = choices
        .iter()
        .map(|(_, _, view)| view.route().href())
        .collect();
    let options = choices
        .into_iter()
        .enumerate()
        .map(|(place, (words, chosen, _))| {
            el("option")
                .attr("value", place.to_string())
                .attr_if("selected", chosen.then_some(""))
                .text(words)
        });
    let select =
        el("select")
            .class("ds-input")
            .id(id)
            .children(options)
            .on("change", move |event| {
                let place: Option<usize> = value_of(&event).parse().ok();
                if let Some(href) = place.and_then(|place| hrefs.get(place)) {
                    platform::go_and_stay(href);
                }
            });
    el("div")
        .class("field")
        .child(el("label").attr("for", id).text(label))
        .child(select)
}

/// Areas are those of their set: with another set, every area is shown.
fn sets(shown: &Shown) -> Vec<Choice> {
    shown.read(|model, beside| {
        let sets = SetId::published().into_iter();
        let known = sets.filter_map(|id| {
            let set = model.set(&id)?;
            let chosen = id == beside.set.id;
            let view = beside.with(|view| {
                view.set = Some(id);
                view.area = view.area.take().filter(|_| chosen);
            });
            Some((set.title.clone(), chosen, view))
        });
        known.collect()
    })
}

fn rounds_of(shown: &Shown) -> Vec<Choice> {
    shown.read(|model, beside| {
        let latest_first = rounds(&model.document).into_iter().rev();
        let choice = |round| {
            let name = round_name(&model.document, &round);
            let chosen = round == beside.round;
            (name, chosen, beside.with(|view| view.round = Some(round)))
        };
        latest_first.map(choice).collect()
    })
}

fn areas(shown: &Shown) -> Vec<Choice> {
    let own = &shown.words().desk().compare;
    let beside = &shown.beside;
    let here = beside.view.area.as_ref();
    let every = beside.with(|view| view.area = None);
    let asked = beside.set.areas.iter().zip(&beside.rolled.areas);
    let areas = asked
        .filter(|(_, rolled)| rolled.is_some())
        .map(|(area, _)| {
            let view = beside.with(|view| view.area = Some(area.id.clone()));
            (area.title.clone(), here == Some(&area.id), view)
        });
    [(own.every_area.to_owned(), here.is_none(), every)]
        .into_iter()
        .chain(areas)
        .collect()
}

/// The tags that questions of the set have.
fn tags(shown: &Shown) -> Vec<Choice> {
    let own = &shown.words().desk().compare;
    let beside = &shown.beside;
    let here = beside.view.tag;
    let every = beside.with(|view| view.tag = None);
    let mut used: Vec<Tag> = Vec::new();
    for question in beside.set.areas.iter().flat_map(|area| &area.questions) {
        used.extend(Tag::of(&question.id));
    }
    let tags = Tag::ALL.into_iter().filter(|tag| used.contains(tag));
    let tags = tags.map(|tag| {
        let view = beside.with(|view| view.tag = Some(tag));
        ((own.tag_name)(tag).to_owned(), here == Some(tag), view)
    });
    [(own.every_tag.to_owned(), here.is_none(), every)]
        .into_iter()
        .chain(tags)
        .collect()
}

fn orders(shown: &Shown) -> Vec<Choice> {
    let own = &shown.words().desk().compare;
    let beside = &shown.beside;
    [(own.order_gap, Order::Gap), (own.order_own, Order::Own)]
        .map(|(words, order)| {
            let view = beside.with(|view| view.order = order);
            (words.to_owned(), beside.view.order == order, view)
        })
        .to_vec()
}
