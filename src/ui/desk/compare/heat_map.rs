//! The table of units and areas, or of units and questions. Every cell says its value in words; the shade comes on top. Cells that
//! lead somewhere are one stop for the Tab key, and the arrow keys walk between them.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::Shown;
use crate::app::Route;
use crate::app::desk::comparing::{Column, HeatCell, HeatMap, PAGE, Row, heat_map};
use crate::domain::UnitId;
use crate::i18n::Words;
use crate::platform;
use crate::ui::element::{El, el};
use crate::ui::parts::{h2, quiet};

/// Before the row and column of a cell in its id.
const CELL: &str = "heat-";

/// The table with its explanation.
pub fn view(shown: &Shown) -> El {
    let words = shown.words();
    let own = &words.desk().compare;
    let map = shown.read(heat_map);
    let is_questions = shown.beside.looks_at_questions();
    let (caption, about) = if is_questions {
        (own.heat_map_questions, own.heat_map_about_questions)
    } else {
        (own.heat_map, own.heat_map_about)
    };
    let section = el("section")
        .class("heat")
        .child(h2(caption))
        .child(quiet(about))
        .children((!is_questions).then(|| quiet(own.heat_map_keys).class("quiet no-print")))
        .child(table(shown, &map, caption));
    if map.units > PAGE {
        section.child(pages(shown, &map))
    } else {
        section
    }
}

fn table(shown: &Shown, map: &HeatMap, caption: &'static str) -> El {
    let words = shown.words();
    let hrefs: Vec<Option<String>> = map
        .columns
        .iter()
        .map(|column| column.to.as_ref().map(|view| view.route().href()))
        .collect();
    let heads = map
        .columns
        .iter()
        .zip(1..)
        .map(|(column, place)| head(column, place));
    let head_row = el("tr")
        .child(el("th").attr("scope", "col").text(words.print_whose))
        .children(heads);
    let rows = map
        .rows
        .iter()
        .zip(1..)
        .map(|(row, place)| line(shown, &hrefs, row, place));
    let last = map.rows.len() + 1;
    let table = el("table")
        .id("heat-map")
        .child(el("caption").class("ds-sr-only").text(caption))
        .child(el("thead").child(head_row))
        .child(el("tbody").children(rows))
        .children(
            map.whole
                .as_ref()
                .map(|whole| el("tfoot").child(line(shown, &hrefs, whole, last))),
        )
        .on("keydown", |event| walk(&event));
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table)
}

fn head(column: &Column, place: usize) -> El {
    let cell = el("th").attr("scope", "col");
    match &column.to {
        Some(view) => cell.child(
            stop(el("a"), 0, place)
                .attr("href", view.route().href())
                .text(column.head.clone()),
        ),
        // The question itself stands below, under its number.
        None => cell.text(column.head.clone()).child(
            el("span")
                .class("ds-sr-only")
                .text(format!(". {}", column.title)),
        ),
    }
}

/// Something that one can walk to; the first cell is where one comes in.
fn stop(element: El, row: usize, column: usize) -> El {
    let first = (row, column) == (0, 1);
    element
        .id(format!("{CELL}{row}-{column}"))
        .attr("tabindex", if first { "0" } else { "-1" })
}

fn line(shown: &Shown, hrefs: &[Option<String>], row: &Row, place: usize) -> El {
    let words = shown.words();
    let own = &words.desk().compare;
    let unit = row.unit.clone().unwrap_or_else(UnitId::municipality);
    let is_questions = shown.beside.looks_at_questions();
    let href = Route::Result(Some((shown.beside.set.id.clone(), unit))).href();
    let link = el("a").attr("href", href).text(row.name.clone());
    let link = if is_questions {
        link
    } else {
        stop(link, place, 0)
    };
    let head = el("th").attr("scope", "row").child(link);
    let head = match row.unit {
        None if !is_questions => head.child(el("span").class("quiet").text(own.whole_row)),
        _ => head,
    };
    let cells = row.cells.iter().zip(hrefs).zip(1..);
    let cells = cells.map(|((cell, href), at)| {
        let td = el("td").class(shade(cell.shade));
        match href {
            Some(href) => td.child(
                stop(el("a"), place, at)
                    .attr("href", href.clone())
                    .attr_if("aria-label", spoken(words, cell))
                    .text(lines(cell)),
            ),
            None => td.text(lines(cell)),
        }
    });
    el("tr").child(head).children(cells)
}

fn shade(shade: Option<u8>) -> &'static str {
    match shade {
        None => "heat-0",
        Some(1) => "heat-1",
        Some(2) => "heat-2",
        Some(3) => "heat-3",
        Some(4) => "heat-4",
        Some(_) => "heat-5",
    }
}

/// The value, what it rests on, and the gap, a line each: one text, as a table of many units has thousands of them.
fn lines(cell: &HeatCell) -> String {
    let lines = [&cell.value, &cell.basis, &cell.gap].map(String::as_str);
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The same, and what its symbol means: whoever says what she sees is understood.
fn spoken(words: &'static Words, cell: &HeatCell) -> Option<String> {
    let own = &words.desk().compare;
    let meaning = match cell.gap.split_once('\u{a0}') {
        Some(_) => own.column_gap,
        None if cell.gap.is_empty() => return None,
        None => own.target_reached,
    };
    Some(format!("{} {meaning}", lines(cell).replace('\n', " ")))
}

/// Links to the other pages, and that the aggregate is over all.
fn pages(shown: &Shown, map: &HeatMap) -> El {
    let own = &shown.words().desk().compare;
    let to = |page: usize, id: &'static str, words: &'static str| {
        let view = shown.beside.with(|view| view.page = page);
        el("a").id(id).attr("href", view.route().href()).text(words)
    };
    let before = map.page.checked_sub(1);
    let next = Some(map.page + 1).filter(|page| *page < map.pages);
    let text = format!(
        "{} {}",
        (own.page_of)(map.page + 1, map.pages),
        (own.aggregate_of_all)(map.units)
    );
    el("p")
        .class("far")
        .id("heat-pages")
        .children(before.map(|page| to(page, "page-before", own.page_before)))
        .children(next.map(|page| to(page, "page-next", own.page_next)))
        .text(text)
}

fn walk(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let here: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(here) = here else {
        return;
    };
    let id = here.id();
    let at = id.strip_prefix(CELL).and_then(|at| at.split_once('-'));
    let at = at.and_then(|(row, column)| {
        Some((row.parse::<usize>().ok()?, column.parse::<usize>().ok()?))
    });
    let Some((row, column)) = at else {
        return;
    };
    let next = match key.key().as_str() {
        "ArrowRight" => (row, column + 1),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowDown" => (row + 1, column),
        "ArrowUp" => (row.saturating_sub(1), column),
        "Home" => (row, usize::from(row == 0)),
        _ => return,
    };
    let document = here.owner_document();
    let next_id = format!("{CELL}{}-{}", next.0, next.1);
    let next = document.and_then(|page| page.get_element_by_id(&next_id));
    if let Some(next) = next {
        event.prevent_default();
        // Fresh attributes of own elements.
        let _ = here.set_attribute("tabindex", "-1");
        let _ = next.set_attribute("tabindex", "0");
        platform::focus(&next_id);
    }
}
