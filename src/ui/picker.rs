//! The sets and units that one can turn to from here, each a link to the same page for it.

use super::element::{El, el};
use super::runtime::Runtime;
use crate::app::{Model, Route};
use crate::domain::{SetId, UnitId, units};

/// Links to the other sets, and to those units that are worth showing; nothing where there is no other.
pub fn view(
    runtime: Runtime,
    label: &'static str,
    (set, here): (&SetId, Option<&UnitId>),
    to: fn(SetId, UnitId) -> Route,
    is_worth_showing: fn(&Model, &SetId, &UnitId) -> bool,
) -> Option<El> {
    let (sets, units) = runtime.peek(|model| {
        let own = units(&model.document).into_iter().map(|unit| unit.id);
        let list: Vec<UnitId> = own
            .chain([UnitId::municipality()])
            .filter(|unit| Some(unit) == here || is_worth_showing(model, set, unit))
            .collect();
        let first = here.or_else(|| list.first()).cloned();
        let mut sets = Vec::new();
        for id in SetId::published() {
            if let (Some(other), Some(unit)) = (model.set(&id), first.clone()) {
                let current = id == *set;
                sets.push(link(&to(id, unit), other.title.clone(), current));
            }
        }
        let mut units = Vec::new();
        for unit in list {
            let (name, current) = (model.unit_name(&unit), Some(&unit) == here);
            units.push(link(&to(set.clone(), unit), name, current));
        }
        (sets, units)
    });
    if units.len() < 2 && sets.len() < 2 {
        return None;
    }
    let rows = [sets, units].into_iter().filter(|row| row.len() > 1);
    let rows = rows.map(|row| el("ul").class("picker").children(row));
    Some(
        el("nav")
            .class("pickers")
            .attr("aria-label", label)
            .children(rows),
    )
}

fn link(route: &Route, name: String, current: bool) -> El {
    el("li").child(
        el("a")
            .attr("href", route.href())
            .attr_if("aria-current", current.then_some("page"))
            .text(name),
    )
}
