//! The result of a unit: one sentence, the picture, area by area, next steps.

mod specs;

use std::sync::Arc;

use leptos::prelude::*;

use super::chart;
use super::runtime::Runtime;
use crate::app::{Headline, Model, Place, Route, Section, Sets, headline, next_steps, result_of};
use crate::domain::{QuestionSet, SetId, SetResult, UnitId, units};
use crate::i18n::{LocalTime, Words, decimal, percent_down};
use crate::platform;

/// The page of a result; without a unit, that of the one answered last.
pub fn view(runtime: Runtime, at: Option<(SetId, UnitId)>) -> impl IntoView {
    move || {
        let id = match &at {
            Some((set, _)) => Some(set.clone()),
            None => SetId::parse("it-mognad"),
        };
        let state = id.and_then(|id| runtime.read(&[Section::Sets], |model| model.sets.get(&id).cloned()));
        let set = match state {
            Some(Sets::Ready(set)) => set,
            other => return super::question::waiting(runtime, other.as_ref()).into_any(),
        };
        let unit = at
            .as_ref()
            .map(|(_, unit)| unit.clone())
            .or_else(|| runtime.peek(|model| model.device.unit.clone()));
        match unit {
            Some(unit) => of_unit(runtime, set, unit),
            None => empty(runtime),
        }
    }
}

fn empty(runtime: Runtime) -> AnyView {
    let words = runtime.words();
    view! {
        <article class="page narrow">
            <h1 tabindex="-1">{words.result_too_early}</h1>
            <p class="lead">{words.result_empty}</p>
            <p><a class="ds-button" href=Route::Answer(None).href()>{words.door_answer}</a></p>
        </article>
    }
    .into_any()
}

fn of_unit(runtime: Runtime, set: Arc<QuestionSet>, unit: UnitId) -> AnyView {
    let result = runtime.read(&[Section::Answers, Section::Units], |model| result_of(model, &set, &unit));
    let Some(result) = result.filter(|result| result.counts.done() > 0) else {
        return empty(runtime);
    };
    let words = runtime.words();
    let (heading, eyebrow, name, language) = runtime.peek(|model| {
        let name = model.unit_name(&unit);
        let round = model.round().map(|round| crate::domain::round_name(&model.document, &round));
        let eyebrow = [Some(set.title.clone()), Some(name.clone()), round].into_iter().flatten();
        (
            sentence(model, words, &set, &result),
            eyebrow.collect::<Vec<_>>().join(" · "),
            name,
            model.device.language,
        )
    });
    let bars = specs::bars(words, &set, &name, &result, language);
    let radar = specs::radar(words, &set, &name, &result, language);
    let (bars_table, radar_table) = (bars.table(), radar.table());
    let any_not_agreed = result.areas.iter().any(|area| area.counts.answered > 0 && !area.agreed);
    let answer = Route::Answer(Some(Place {
        set: set.id.clone(),
        unit: unit.clone(),
        question: None,
    }));
    let print = move |_| {
        if let Some(window) = web_sys::window() {
            let _ = window.print(); // a browser without printing does nothing
        }
    };
    let now = platform::moment();
    let date = LocalTime::new(now.now, now.offset).date();
    view! {
        <article class="page result">
            {picker(runtime, &set, &unit)}
            <p class="eyebrow">{eyebrow}</p>
            <h1 tabindex="-1" id="finding">{heading}</h1>
            <p class="lead" id="summary">{summary(words, &result, language)}</p>
            {figures(words, &set, &result, language)}
            <div class="pictures">
                <section class="card picture">
                    <h2>{bars.title.clone()}</h2>
                    {chart::picture("bars", move |width| bars.draw(width))}
                </section>
                <section class="card picture">
                    <h2>{radar.title.clone()}</h2>
                    {chart::picture("radar", move |width| radar.draw(width))}
                    <details class="ds-details">
                        <summary>{words.as_table}</summary>
                        <div>{chart::table("radar-table", radar_table)}</div>
                    </details>
                </section>
            </div>
            <section>
                <h2>{words.each_area}</h2>
                {chart::table("areas-table", bars_table)}
                {any_not_agreed.then(|| view! { <p class="quiet">{words.not_agreed_about}</p> })}
            </section>
            {steps(runtime, words, &set, &unit)}
            <p class="buttons">
                <a class="ds-button" href=answer.href()>{words.continue_answering}</a>
                <button class="ds-button" data-variant="secondary" id="print" type="button" on:click=print>{words.print}</button>
            </p>
            <p class="foot-note">
                {(words.set_version)(&set.title, &set.version)} ". " {set.source_note.clone()} " "
                <a href=Route::About.href()>{words.how_counted}</a>
            </p>
            <p class="only-print">{(words.printed)(&date)}</p>
        </article>
    }
    .into_any()
}

/// The other units with something to show.
fn picker(runtime: Runtime, set: &QuestionSet, here: &UnitId) -> Option<AnyView> {
    let words = runtime.words();
    let list: Vec<(UnitId, String)> = runtime.peek(|model| {
        let own = units(&model.document).into_iter().map(|unit| unit.id);
        own.chain([UnitId::municipality()])
            .filter(|unit| {
                unit == here || result_of(model, set, unit).is_some_and(|result| result.counts.done() > 0)
            })
            .map(|unit| (unit.clone(), model.unit_name(&unit)))
            .collect()
    });
    if list.len() < 2 {
        return None;
    }
    let items = list
        .into_iter()
        .map(|(unit, name)| {
            let current = (unit == *here).then_some("page");
            let href = Route::Result(Some((set.id.clone(), unit))).href();
            view! { <li><a href=href aria-current=current>{name}</a></li> }
        })
        .collect_view();
    Some(view! { <nav aria-label=words.result_choose><ul class="picker">{items}</ul></nav> }.into_any())
}

fn sentence(model: &Model, words: &Words, set: &QuestionSet, result: &SetResult) -> String {
    let short = |id| set.area(id).map_or("", |area| area.short.as_str());
    let language = model.device.language;
    match headline(model, result) {
        Headline::NothingRelevant => words.result_nothing_relevant.to_owned(),
        Headline::TooEarly => words.result_too_early.to_owned(),
        Headline::One { area, mean } => (words.result_one)(short(&area), &decimal(mean, language)),
        Headline::Even { mean } => (words.result_even)(&decimal(mean, language)),
        Headline::Spread { strongest, weakest } => (words.result_spread)(short(&strongest), short(&weakest)),
    }
}

fn summary(words: &Words, result: &SetResult, language: crate::i18n::Language) -> String {
    let counts = result.counts;
    let mut sentences = vec![(words.result_coverage)(counts.answered, counts.relevant())];
    sentences.push(match result.mean {
        Some(mean) => (words.result_mean)(&decimal(mean, language), result.areas_in_mean, result.areas.len()),
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

fn figures(
    words: &'static Words,
    set: &QuestionSet,
    result: &SetResult,
    language: crate::i18n::Language,
) -> impl IntoView + use<> {
    let counts = result.counts;
    let mean = result.mean.map_or_else(|| "–".to_owned(), |mean| decimal(mean, language));
    let over = (words.mean_over)(result.areas_in_mean, result.areas.len());
    let weakest = result.weakest.as_ref().filter(|_| result.areas_in_mean > 1);
    let weakest = weakest.and_then(|id| {
        let area = result.areas.iter().find(|area| area.area == *id)?;
        Some((set.area(id)?.title.clone(), decimal(area.mean?, language)))
    });
    view! {
        <dl class="figures">
            <div class="figure">
                <dt>{words.mean}</dt>
                <dd><span class="number" id="mean">{mean}</span> <br /> <span class="under">{over}</span></dd>
            </div>
            <div class="figure">
                <dt>{words.coverage}</dt>
                <dd>
                    <span class="number" id="coverage">{percent_down(counts.answered, counts.relevant(), language)}</span> <br />
                    <span class="under">{(words.n_of_m)(counts.answered, counts.relevant())}</span>
                </dd>
            </div>
            {weakest.map(|(title, mean)| view! {
                <div class="figure">
                    <dt>{words.weakest}</dt>
                    <dd><span class="words" id="weakest">{title}</span> <br /> <span class="under">{words.mean} " " {mean}</span></dd>
                </div>
            })}
        </dl>
    }
}

fn steps(runtime: Runtime, words: &'static Words, set: &QuestionSet, unit: &UnitId) -> Option<AnyView> {
    let items: Vec<AnyView> = runtime
        .peek(|model| next_steps(model, set, unit))
        .into_iter()
        .filter_map(|step| {
            let (_, question) = set.question(&step.question)?;
            let activity = question.activities.get(usize::from(step.from.checked_sub(1)?))?.clone();
            let href = Route::Answer(Some(Place {
                set: set.id.clone(),
                unit: unit.clone(),
                question: Some(step.question),
            }))
            .href();
            let from_to = (words.step_from_to)(step.from, step.from + 1);
            let text = question.text.clone();
            Some(view! { <li><a href=href>{text}</a><br /><span class="quiet">{from_to}</span> " " {activity}</li> }.into_any())
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.next_steps}</h2>
                <p>{words.next_steps_about}</p>
                <ol class="steps-list">{items}</ol>
            </section>
        }
        .into_any()
    })
}
