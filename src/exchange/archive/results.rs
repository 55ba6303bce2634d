//! A unit's results in one set, area by area, and its targets.

use super::html::Html;
use super::reading::Reading;
use crate::domain::{
    Area, AreaResult, Counts, Part, PartResult, QuestionSet, Reached, RollUp, Target, UnitId,
    set_result, target,
};
use crate::i18n::{measured, percent_down};

/// Writes the set's heading, results and targets; writes nothing, and says so, where the unit has none of them.
pub(super) fn write(html: &mut Html, reading: &Reading, unit: &UnitId, set: &QuestionSet) -> bool {
    let result = set_result(reading.document, reading.round, unit, set);
    let targets = targets(reading, unit, set);
    let done = result.counts.done() > 0;
    if !done && targets.is_empty() && !reading.has_said(unit, set) {
        return false;
    }
    html.element("h3", reading.foreign(set), &set.title)
        .raw("\n");
    if done {
        write_results(html, reading, unit, set, &result.areas, &result.parts);
        if let Some(mean) = result.mean {
            let mean = measured(set.roll_up, mean, reading.language);
            let over = (reading.words.mean_over)(result.areas_with_value, result.areas.len());
            html.raw("<p>")
                .text(reading.words.mean)
                .raw(": ")
                .text(&mean)
                .raw(", ")
                .text(&over)
                .raw("</p>\n");
        }
    }
    write_targets(html, reading, set, &targets);
    true
}

fn write_results(
    html: &mut Html,
    reading: &Reading,
    unit: &UnitId,
    set: &QuestionSet,
    areas: &[AreaResult],
    parts: &[PartResult],
) {
    let words = reading.words;
    let measure = match set.roll_up {
        RollUp::MeanOfAreas => words.mean,
        RollUp::Fulfilment => words.fulfilment,
    };
    let caption = (reading.own.results)(&set.title);
    html.begin_table(
        &caption,
        &[words.area, measure, words.coverage, words.reached],
    );
    for result in areas {
        let Some(area) = set.area(&result.area) else {
            continue;
        };
        begin_row(html, reading, set, area);
        if result.by != *unit {
            let by = (reading.own.answered_by)(reading.unit_name(&result.by));
            html.raw("<br><small>").own(&by).raw("</small>");
        }
        html.raw("</th><td>");
        write_value(html, reading, set, result.value, result.counts);
        if result.value.is_some() && !result.agreed {
            html.raw("<br><small>")
                .text(words.not_agreed)
                .raw("</small>");
        }
        html.raw("</td>");
        write_coverage(html, reading, result.counts);
        html.raw("<td>");
        match result.reached {
            Reached::Level(level) => write_level(html, reading, set, level),
            Reached::Open => {
                html.text(words.reached_open);
            }
            Reached::NotApplicable => {
                html.text(words.no_relevant);
            }
        }
        html.raw("</td></tr>\n");
    }
    for part in parts {
        let name = match part.part {
            Part::Flower => words.flowers,
            Part::Grass => words.grass,
            Part::Soil => words.soil,
        };
        html.raw("<tr class=\"part\"><th scope=\"row\">")
            .text(name)
            .raw("</th><td>");
        write_value(html, reading, set, part.value, part.counts);
        html.raw("</td>");
        write_coverage(html, reading, part.counts);
        html.raw("<td>")
            .text(words.reached_open)
            .raw("</td></tr>\n");
    }
    html.end_table();
    if set.roll_up == RollUp::Fulfilment {
        html.raw("<p>").text(words.own_calculation).raw("</p>\n");
    }
}

fn write_value(
    html: &mut Html,
    reading: &Reading,
    set: &QuestionSet,
    value: Option<f64>,
    counts: Counts,
) {
    match value {
        Some(value) => html.text(&measured(set.roll_up, value, reading.language)),
        None if counts.relevant() == 0 => html.text(reading.words.no_relevant),
        None => html.text(reading.words.insufficient),
    };
}

fn write_coverage(html: &mut Html, reading: &Reading, counts: Counts) {
    let of = (reading.words.n_of_m)(counts.answered, counts.relevant());
    let percent = percent_down(counts.answered, counts.relevant(), reading.language);
    let rest = (reading.own.counts)(counts.dont_know, counts.not_applicable, counts.unanswered);
    html.raw("<td>")
        .text(&of)
        .raw(" (")
        .text(&percent)
        .raw(")<br><small>")
        .text(&rest)
        .raw("</small></td>");
}

/// A level as a result: its number on a scale of maturity, its name where levels are grades.
fn write_level(html: &mut Html, reading: &Reading, set: &QuestionSet, level: u8) {
    let name = set.scale.iter().find(|step| step.value == level);
    match (set.roll_up, name) {
        (RollUp::Fulfilment, Some(step)) => {
            html.element("span", reading.foreign(set), &step.name);
        }
        _ => {
            html.number(usize::from(level));
        }
    }
}

fn targets<'set>(
    reading: &Reading,
    unit: &UnitId,
    set: &'set QuestionSet,
) -> Vec<(&'set Area, Target)> {
    set.areas
        .iter()
        .map(|area| (area, target(reading.document, unit, set, &area.id)))
        .filter(|(_, target)| *target != Target::default())
        .collect()
}

fn write_targets(
    html: &mut Html,
    reading: &Reading,
    set: &QuestionSet,
    targets: &[(&Area, Target)],
) {
    if targets.is_empty() {
        return;
    }
    let words = reading.words;
    let caption = (reading.own.targets)(&set.title);
    let heads = [
        words.area,
        words.target,
        words.by_when,
        words.decider,
        words.importance,
    ];
    html.begin_table(&caption, &heads);
    for (area, target) in targets {
        begin_row(html, reading, set, area);
        html.raw("</th><td>");
        match target.value {
            Some(value) => html.text(&measured(set.roll_up, value, reading.language)),
            None => html.text(words.no_target),
        };
        html.raw("</td>")
            .element("td", None, &target.by)
            .element("td", None, &target.decider)
            .raw("<td>");
        match target.importance {
            Some(importance) => html.text(&(words.importance_of)(importance)),
            None => html.text(words.not_decided),
        };
        if target.law {
            html.raw(", ").text(words.by_law);
        }
        html.raw("</td></tr>\n");
    }
    html.end_table();
    html.raw("<p>")
        .text(reading.own.targets_about)
        .raw("</p>\n");
}

fn begin_row(html: &mut Html, reading: &Reading, set: &QuestionSet, area: &Area) {
    html.raw("<tr><th scope=\"row\">")
        .element("span", reading.foreign(set), &area.title);
}
