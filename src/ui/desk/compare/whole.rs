//! The municipality as its units make it: the rule in words, the table, and where the rule is chosen.

use leptos::prelude::*;

use super::Shown;
use crate::app::DeskMsg;
use crate::app::desk::CompareMsg;
use crate::app::desk::comparing::{PAGE, rolled_table};
use crate::domain::{MOST_EMPLOYEES, RollUpRule, UnitId, employees};
use crate::i18n::measured;
use crate::ui::chart;
use crate::ui::element::{El, el, value_of};
use crate::ui::parts::{choice, h2, p, quiet};

/// The section.
pub fn view(shown: &Shown) -> El {
    let words = shown.words();
    let own = &words.desk().compare;
    let rolled = &shown.beside.rolled;
    let rule = rule_words(shown, rolled.rule);
    let mean = rolled.mean.map(|mean| {
        let language = shown.runtime.peek(|model| model.device.language);
        let mean = measured(shown.beside.set.roll_up, mean, language);
        let asked = rolled.areas.iter().flatten();
        let valued = asked.clone().filter(|area| area.value.is_some()).count();
        p((own.whole_mean)(&mean, valued, asked.count())).id("whole-mean")
    });
    let without = rolled.without_employees();
    let without = (!without.is_empty()).then(|| {
        let names = shown.read(|model, _| {
            let names: Vec<String> = without
                .iter()
                .take(PAGE)
                .map(|u| model.unit_name(u))
                .collect();
            names.join(", ")
        });
        p((own.without_employees)(&names)).id("without-employees")
    });
    el("section")
        .id("compare-whole")
        .child(h2(own.whole))
        .child(p(format!("{rule}. {}", own.whole_about)).id("roll-up-in-words"))
        .children(mean)
        .children(without)
        .child(chart::table("whole-table", shown.read(rolled_table)))
        .child(settings(shown))
}

fn rule_words(shown: &Shown, rule: RollUpRule) -> &'static str {
    let own = &shown.words().desk().compare;
    match rule {
        RollUpRule::Equal => own.rule_equal,
        RollUpRule::Employees => own.rule_employees,
    }
}

fn settings(shown: &Shown) -> El {
    let own = &shown.words().desk().compare;
    let now = shown.beside.rolled.rule;
    let rules = [RollUpRule::Equal, RollUpRule::Employees].map(|rule| {
        let runtime = shown.runtime;
        choice(
            "radio",
            format!("rule-{}", rule.word()),
            "roll-up-rule",
            move || rule == now,
            move |_| runtime.send(DeskMsg::Compare(CompareMsg::Rule(rule))),
        )
        .child(el("span").text(rule_words(shown, rule)))
    });
    let units = shown.beside.compared.units.iter().take(PAGE);
    let fields = units.map(|line| field(shown, &line.unit));
    el("section")
        .class("no-print")
        .id("roll-up-settings")
        .child(
            el("fieldset")
                .class("marks")
                .child(el("legend").text(own.settings))
                .children(rules),
        )
        .children((now == RollUpRule::Employees).then(|| {
            el("div")
                .child(el("h3").text(own.employees))
                .child(quiet(own.employees_about))
                .child(el("div").class("filters").children(fields))
        }))
}

/// A field of text and not for numbers, as browsers differ in what they take there and say nothing.
fn field(shown: &Shown, unit: &UnitId) -> El {
    let own = &shown.words().desk().compare;
    let (name, start) = shown.read(|model, _| {
        let number = employees(&model.document, unit);
        let start = number.map(|number| number.to_string());
        (model.unit_name(unit), start.unwrap_or_default())
    });
    let (id, told) = (
        format!("employees-{unit}"),
        format!("employees-{unit}-wrong"),
    );
    let wrong = RwSignal::new(false);
    let (runtime, unit) = (shown.runtime, unit.clone());
    let input = el("input")
        .class("ds-input")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("maxlength", "10")
        .attr("aria-describedby", told.clone())
        .attr_follows("aria-invalid", move || {
            wrong.get().then(|| "true".to_owned())
        })
        .id(id.clone())
        .value(move || start.clone())
        .on("change", move |event| {
            let text: String = value_of(&event)
                .chars()
                .filter(|letter| !letter.is_whitespace())
                .collect();
            let number = text.parse().ok();
            let number = number.filter(|number| (1..=MOST_EMPLOYEES).contains(number));
            let is_wrong = number.is_none() && !text.is_empty();
            wrong.set(is_wrong);
            if !is_wrong {
                let msg = CompareMsg::Employees(unit.clone(), number);
                runtime.send(DeskMsg::Compare(msg));
            }
        });
    el("div")
        .class("field")
        .child(el("label").attr("for", id).text(name))
        .child(input)
        .child(
            el("p")
                .class("missing")
                .id(told)
                .attr("role", "status")
                .text_follows(move || {
                    let wrong = wrong.get().then_some(own.employees_wrong);
                    wrong.unwrap_or_default().to_owned()
                }),
        )
}
