//! The municipality as its units make it: the rule in words, the table, and where the rule is chosen.

use leptos::prelude::*;

use super::Shown;
use crate::app::desk::CompareMsg;
use crate::app::desk::comparing::{CompareView, PAGE, rolled_table};
use crate::app::{DeskMsg, Section};
use crate::domain::{
    MOST_EMPLOYEES, RollUpRule, UnitId, employees, roll_up_rule, takes_part, units,
};
use crate::i18n::{Words, measured};
use crate::ui::chart;
use crate::ui::element::{El, el, following, value_of};
use crate::ui::parts::{choice, h2, p, perhaps, quiet};
use crate::ui::runtime::Runtime;

/// The section.
pub fn view(shown: &Shown) -> El {
    let words = shown.words();
    let own = &words.desk().compare;
    let rolled = &shown.beside.rolled;
    let rule = rule_words(words, rolled.rule);
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
}

fn rule_words(words: &'static Words, rule: RollUpRule) -> &'static str {
    let own = &words.desk().compare;
    match rule {
        RollUpRule::Equal => own.rule_equal,
        RollUpRule::Employees => own.rule_employees,
    }
}

/// What the settings are drawn from; they are drawn anew when it changes, and only then.
#[derive(Clone, PartialEq)]
struct Weighed {
    rule: RollUpRule,
    units: Vec<(UnitId, String)>,
}

/// Where the rule is chosen and employees are written, under a view of areas.
pub fn settings(runtime: Runtime, view: CompareView) -> AnyView {
    let of_areas = view.area.is_none() && view.tag.is_none();
    let weighed = Memo::new(move |_| {
        let sections = [Section::Answers, Section::Units, Section::Undone];
        runtime.read(&sections, |model| {
            let round = view.round.clone().or_else(|| model.round())?;
            let units = units(&model.document).into_iter();
            let asked = units.filter(|unit| takes_part(&model.document, &round, &unit.id));
            let named = asked.map(|unit| (unit.id.clone(), model.unit_name(&unit.id)));
            let units: Vec<(UnitId, String)> = named.take(PAGE).collect();
            (of_areas && !units.is_empty()).then(|| Weighed {
                rule: roll_up_rule(&model.document),
                units,
            })
        })
    });
    following(move || {
        runtime.read(&[Section::Undone], |_| ());
        let weighed = weighed.get();
        perhaps(weighed.map(|weighed| choices(runtime, &weighed)))
    })
}

fn choices(runtime: Runtime, weighed: &Weighed) -> El {
    let words = runtime.words();
    let own = &words.desk().compare;
    let now = weighed.rule;
    let rules = [RollUpRule::Equal, RollUpRule::Employees].map(|rule| {
        choice(
            "radio",
            format!("rule-{}", rule.word()),
            "roll-up-rule",
            move || rule == now,
            move |_| runtime.send(DeskMsg::Compare(CompareMsg::Rule(rule))),
        )
        .child(el("span").text(rule_words(words, rule)))
    });
    let fields = weighed.units.iter();
    let fields = fields.map(|(unit, name)| field(runtime, unit, name));
    el("section")
        .class("page compare no-print")
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
fn field(runtime: Runtime, unit: &UnitId, name: &str) -> El {
    let own = &runtime.words().desk().compare;
    let start = runtime.peek(|model| employees(&model.document, unit));
    let start = start.map(|number| number.to_string()).unwrap_or_default();
    let (id, told) = (
        format!("employees-{unit}"),
        format!("employees-{unit}-wrong"),
    );
    let wrong = RwSignal::new(false);
    let unit = unit.clone();
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
        .child(el("label").attr("for", id).text(name.to_owned()))
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
