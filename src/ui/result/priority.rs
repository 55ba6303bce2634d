//! What comes first, for the one who leads the work: gap × *betydelse* (DOMAIN.md §3.2 rules 7–8).

use super::super::chart;
use super::super::element::{El, el};
use super::super::parts::{Weight, h2, p, quiet, way};
use super::Told;
use crate::app::Route;
use crate::charts::Table;
use crate::domain::{Gap, Priority, RollUp, priorities, target};
use crate::i18n::{decimal, measured};

/// The order, where a target has been set; the way to set them, for the one who leads.
pub fn view(told: &Told) -> Option<El> {
    let words = told.words();
    if !told.runtime.peek(|model| model.device.leads) {
        return None;
    }
    let table = table(told, Listed::Decided);
    let change = way(
        Weight::Secondary,
        "set-targets",
        words.set_targets,
        Route::Targets(Some((told.set.id.clone(), told.unit.clone()))).href(),
    );
    let section = el("section").id("priority").child(h2(words.priority));
    let section = match table {
        Some(table) => section
            .child(p(words.priority_about))
            .child(chart::table("priority-table", table)),
        None => section.child(quiet(words.priority_none)),
    };
    Some(section.child(el("p").class("buttons").child(change)))
}

/// Which areas are listed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Every one, those without a target last.
    All,
    /// Those with a target, or that the law demands.
    Decided,
}

/// The areas in order; nothing before a target has been set.
pub fn table(told: &Told, listed: Listed) -> Option<Table> {
    let words = told.words();
    let list = told.runtime.peek(|model| {
        priorities(&told.result.areas, |area| {
            target(&model.document, &told.unit, &told.set, area)
        })
    });
    let is_decided = |priority: &Priority| priority.target.value.is_some() || priority.target.law;
    if !list.iter().any(is_decided) {
        return None;
    }
    let rows = list
        .iter()
        .filter(|priority| listed == Listed::All || is_decided(priority))
        .zip(1_usize..)
        .filter_map(|(priority, number)| row(told, priority, number));
    Some(Table {
        caption: words.priority.to_owned(),
        columns: [
            words.area,
            words.now,
            words.target,
            match told.set.roll_up {
                RollUp::MeanOfAreas => words.gap,
                RollUp::Fulfilment => words.gap_points,
            },
            words.importance,
            words.priority_weight,
            words.by_when,
            words.decider,
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: rows.collect(),
    })
}

fn row(told: &Told, priority: &Priority, number: usize) -> Option<Vec<String>> {
    let words = told.words();
    let language = told.runtime.peek(|model| model.device.language);
    let written = |value: f64| measured(told.set.roll_up, value, language);
    let dash = || "–".to_owned();
    let area = told.set.area(&priority.area)?;
    let ranked = priority.first || priority.weight.is_some();
    let name = match (ranked, priority.first) {
        (true, true) => format!("{number}. {} ({})", area.title, words.by_law),
        (true, false) => format!("{number}. {}", area.title),
        (false, _) => area.title.clone(),
    };
    let now = told.result.area(&priority.area).and_then(|area| area.value);
    Some(vec![
        name,
        now.map_or_else(|| words.insufficient.to_owned(), written),
        priority.target.value.map_or_else(dash, written),
        match priority.gap {
            Gap::Of(gap) => written_gap(told, gap),
            Gap::NoTarget => words.no_target.to_owned(),
            Gap::NoValue => words.insufficient.to_owned(),
        },
        priority
            .target
            .importance
            .map_or_else(dash, |importance| importance.to_string()),
        priority
            .weight
            .map_or_else(dash, |weight| decimal(weight, language)),
        or_dash(&priority.target.by),
        or_dash(&priority.target.decider),
    ])
}

fn or_dash(text: &str) -> String {
    if text.is_empty() { "–" } else { text }.to_owned()
}

/// A distance is written with a decimal in both measures: percentage points are no percentage.
fn written_gap(told: &Told, gap: f64) -> String {
    decimal(gap, told.runtime.peek(|model| model.device.language))
}
