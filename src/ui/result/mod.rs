//! The result of a unit: one sentence, the picture, area by area, next steps.

mod specs;

use std::sync::Arc;

use leptos::prelude::AnyView;

use super::chart;
use super::element::{El, el, following};
use super::parts::{Weight, button, h2, heading, p, page, quiet, way};
use super::runtime::Runtime;
use crate::app::{Headline, Model, Place, Route, Section, Sets, headline, next_steps, result_of};
use crate::domain::{QuestionSet, SetId, SetResult, UnitId, round_name, units};
use crate::i18n::{Language, Words, decimal, percent_down};
use crate::platform;

/// The page of a result; without a unit, that of the one answered last.
pub fn view(runtime: Runtime, at: Option<(SetId, UnitId)>) -> AnyView {
    following(move || {
        let id = at
            .as_ref()
            .map_or_else(SetId::it_mognad, |(set, _)| set.clone());
        let state = runtime.read(&[Section::Sets], |model| model.set_state(&id).cloned());
        let set = match state {
            Some(Sets::Ready(set)) => set,
            other => return vec![super::waiting::view(runtime, other.as_ref()).into()],
        };
        let unit = at
            .as_ref()
            .map(|(_, unit)| unit.clone())
            .or_else(|| runtime.peek(|model| model.device.unit.clone()));
        let shown = unit.and_then(|unit| of_unit(runtime, &set, &unit));
        vec![shown.unwrap_or_else(|| empty(runtime)).into()]
    })
}

fn empty(runtime: Runtime) -> El {
    let words = runtime.words();
    let go = way(
        Weight::Primary,
        "answer",
        words.door_answer,
        Route::Answer(None).href(),
    );
    page(words.result_too_early)
        .child(p(words.result_empty).class("lead"))
        .child(el("p").child(go))
}

/// Nothing where nobody has answered anything for the unit yet.
fn of_unit(runtime: Runtime, set: &Arc<QuestionSet>, unit: &UnitId) -> Option<El> {
    let sections = [Section::Answers, Section::Units];
    let result = runtime.read(&sections, |model| result_of(model, set, unit))?;
    if result.counts.done() == 0 {
        return None;
    }
    let words = runtime.words();
    let (finding, eyebrow, name, language) = runtime.peek(|model| {
        let name = model.unit_name(unit);
        let round = model
            .round()
            .map(|round| round_name(&model.document, &round));
        let eyebrow = [Some(set.title.clone()), Some(name.clone()), round]
            .into_iter()
            .flatten();
        let eyebrow = eyebrow.collect::<Vec<_>>().join(" · ");
        (
            sentence(model, words, set, &result),
            eyebrow,
            name,
            model.device.language,
        )
    });
    let not_agreed = result
        .areas
        .iter()
        .any(|area| area.counts.answered > 0 && !area.agreed);
    let each = el("section")
        .child(h2(words.each_area))
        .child(chart::table(
            "areas-table",
            specs::bars(words, set, &name, &result, language).table(),
        ))
        .children(not_agreed.then(|| quiet(words.not_agreed_about)));
    let date = platform::moment().local().date();
    let article = el("article")
        .class("page result")
        .children(picker(runtime, set, unit))
        .child(p(eyebrow).class("eyebrow"))
        .child(heading(finding).id("finding"))
        .child(
            p(summary(words, &result, language))
                .class("lead")
                .id("summary"),
        )
        .children(pictures(words, set, &name, &result, language))
        .child(each)
        .children(steps(runtime, words, set, unit))
        .child(what_next(words, set, unit))
        .child(method(words, set))
        .child(p((words.printed)(&date)).class("only-print"));
    Some(article)
}

/// The three figures beside the bars, and the profile under them.
fn pictures(
    words: &'static Words,
    set: &QuestionSet,
    unit: &str,
    result: &SetResult,
    language: Language,
) -> [El; 2] {
    let bars = specs::bars(words, set, unit, result, language);
    let radar = specs::radar(words, set, unit, result, language);
    let twin = el("details")
        .class("ds-details")
        .child(el("summary").text(words.as_table))
        .child(el("div").child(chart::table("radar-table", radar.table())));
    let card = |title: &str, picture: AnyView| {
        el("section")
            .class("card picture")
            .child(h2(title.to_owned()))
            .child(picture)
    };
    let overview = el("div")
        .class("overview")
        .child(figures(words, set, result, language))
        .child(card(
            &bars.title,
            chart::picture("bars", |width| bars.draw(width)),
        ));
    let profile = card(
        &radar.title,
        chart::picture("radar", |width| radar.draw(width)),
    )
    .child(twin);
    [overview, profile]
}

fn what_next(words: &'static Words, set: &QuestionSet, unit: &UnitId) -> El {
    let answer = Route::Answer(Some(Place {
        set: set.id.clone(),
        unit: unit.clone(),
        question: None,
    }));
    el("p")
        .class("buttons")
        .child(way(
            Weight::Primary,
            "continue",
            words.continue_answering,
            answer.href(),
        ))
        .child(button(
            Weight::Secondary,
            "print",
            words.print,
            platform::print,
        ))
}

fn method(words: &'static Words, set: &QuestionSet) -> El {
    let version = (words.set_version)(&set.title, &set.version);
    p(format!("{version}. {} ", set.source_note))
        .class("foot-note")
        .child(
            el("a")
                .attr("href", Route::About.href())
                .text(words.how_counted),
        )
}

/// The other units with something to show.
fn picker(runtime: Runtime, set: &QuestionSet, here: &UnitId) -> Option<El> {
    let words = runtime.words();
    let list: Vec<(UnitId, String)> = runtime.peek(|model| {
        let own = units(&model.document).into_iter().map(|unit| unit.id);
        own.chain([UnitId::municipality()])
            .filter(|unit| {
                unit == here
                    || result_of(model, set, unit).is_some_and(|result| result.counts.done() > 0)
            })
            .map(|unit| (unit.clone(), model.unit_name(&unit)))
            .collect()
    });
    if list.len() < 2 {
        return None;
    }
    let items = list.into_iter().map(|(unit, name)| {
        let current = (unit == *here).then_some("page");
        let href = Route::Result(Some((set.id.clone(), unit))).href();
        el("li").child(
            el("a")
                .attr("href", href)
                .attr_if("aria-current", current)
                .text(name),
        )
    });
    let list = el("ul").class("picker").children(items);
    Some(
        el("nav")
            .attr("aria-label", words.result_choose)
            .child(list),
    )
}

fn sentence(model: &Model, words: &Words, set: &QuestionSet, result: &SetResult) -> String {
    let short = |id| set.area(id).map_or("", |area| area.short.as_str());
    let language = model.device.language;
    match headline(model, result) {
        Headline::NothingRelevant => words.result_nothing_relevant.to_owned(),
        Headline::TooEarly => words.result_too_early.to_owned(),
        Headline::One { area, mean } => (words.result_one)(short(&area), &decimal(mean, language)),
        Headline::Even { mean } => (words.result_even)(&decimal(mean, language)),
        Headline::Spread { strongest, weakest } => {
            (words.result_spread)(short(&strongest), short(&weakest))
        }
    }
}

fn summary(words: &Words, result: &SetResult, language: Language) -> String {
    let counts = result.counts;
    let mut sentences = vec![(words.result_coverage)(counts.answered, counts.relevant())];
    sentences.push(match result.mean {
        Some(mean) => (words.result_mean)(
            &decimal(mean, language),
            result.areas_in_mean,
            result.areas.len(),
        ),
        None => words.result_no_mean.to_owned(),
    });
    if counts.dont_know > 0 {
        sentences.push((words.result_dont_know)(counts.dont_know));
    }
    if counts.not_applicable > 0 {
        sentences.push((words.result_not_applicable)(counts.not_applicable));
    }
    sentences.join(" ")
}

fn figures(words: &'static Words, set: &QuestionSet, result: &SetResult, language: Language) -> El {
    let figure = |label: &'static str,
                  class: &'static str,
                  id: &'static str,
                  shown: String,
                  under: String| {
        el("div").class("figure").child(el("dt").text(label)).child(
            el("dd")
                .child(el("span").class(class).id(id).text(shown))
                .child(el("br"))
                .child(el("span").class("under").text(under)),
        )
    };
    let counts = result.counts;
    let (answered, relevant) = (counts.answered, counts.relevant());
    let mean = result
        .mean
        .map_or_else(|| "–".to_owned(), |mean| decimal(mean, language));
    let over = (words.mean_over)(result.areas_in_mean, result.areas.len());
    let coverage = percent_down(answered, relevant, language);
    let weakest = result.weakest.as_ref().filter(|_| result.areas_in_mean > 1);
    let weakest = weakest.and_then(|id| {
        let area = result.areas.iter().find(|area| area.area == *id)?;
        let under = format!("{} {}", words.mean, decimal(area.mean?, language));
        Some(figure(
            words.weakest,
            "words",
            "weakest",
            set.area(id)?.title.clone(),
            under,
        ))
    });
    el("dl")
        .class("figures")
        .child(figure(words.mean, "number", "mean", mean, over))
        .child(figure(
            words.coverage,
            "number",
            "coverage",
            coverage,
            (words.n_of_m)(answered, relevant),
        ))
        .children(weakest)
}

fn steps(runtime: Runtime, words: &'static Words, set: &QuestionSet, unit: &UnitId) -> Option<El> {
    let items: Vec<El> = runtime
        .peek(|model| next_steps(model, set, unit))
        .into_iter()
        .filter_map(|step| {
            let (_, question) = set.question(&step.question)?;
            let activity = question
                .activities
                .get(usize::from(step.from.checked_sub(1)?))?;
            let href = Route::Answer(Some(Place {
                set: set.id.clone(),
                unit: unit.clone(),
                question: Some(step.question),
            }))
            .href();
            let from_to = (words.step_from_to)(step.from, step.from.saturating_add(1));
            let item = el("li")
                .child(el("a").attr("href", href).text(question.text.clone()))
                .child(el("br"))
                .child(el("span").class("quiet").text(format!("{from_to} ")))
                .text(activity.clone());
            Some(item)
        })
        .collect();
    (!items.is_empty()).then(|| {
        el("section")
            .child(h2(words.next_steps))
            .child(p(words.next_steps_about))
            .child(el("ol").class("steps-list").children(items))
    })
}
