//! The result of a unit: one sentence, the picture, what there is to talk about, and what comes first.

mod marks;
mod print;
mod priority;
mod summary;
mod talk;

pub use priority::{Listed, table as priority_table};

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::AnyView;

use super::chart;
use super::element::{El, el, following};
use super::parts::{Weight, button, h2, heading, p, page, quiet, way};
use super::picker;
use super::runtime::Runtime;
use crate::app::pictures::{Drawn, Marks, flower_box, level_bars};
use crate::app::{Model, Place, Route, Section, Sets, result_of};
use crate::charts::Drawing;
use crate::domain::{
    AreaResult, QuestionSet, RollUp, SetId, SetResult, UnitId, round_name, rounds,
};
use crate::i18n::Words;
use crate::platform;

/// A result on its page, with what every part of it needs.
#[derive(Clone)]
pub struct Told {
    runtime: Runtime,
    set: Arc<QuestionSet>,
    unit: UnitId,
    result: Arc<SetResult>,
}

impl Told {
    /// A unit's result in a set.
    pub fn new(runtime: Runtime, set: Arc<QuestionSet>, unit: UnitId, result: SetResult) -> Self {
        Self {
            runtime,
            set,
            unit,
            result: Arc::new(result),
        }
    }

    fn words(&self) -> &'static Words {
        self.runtime.words()
    }

    /// Reads what is to be drawn.
    fn drawn<T>(&self, draw: impl FnOnce(Drawn<'_>) -> T) -> T {
        self.runtime.peek(|model| {
            draw(Drawn {
                model,
                set: &self.set,
                unit: &self.unit,
                result: &self.result,
            })
        })
    }
}

/// The page of a result; without a unit, that of the one answered last.
pub fn view(runtime: Runtime, at: Option<(SetId, UnitId)>) -> AnyView {
    following(move || {
        let id = at
            .as_ref()
            .map_or_else(|| runtime.peek(Model::present_set), |(set, _)| set.clone());
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
        vec![shown.unwrap_or_else(|| empty(runtime, &set)).into()]
    })
}

fn empty(runtime: Runtime, set: &Arc<QuestionSet>) -> El {
    let words = runtime.words();
    let go = way(
        Weight::Primary,
        "answer",
        words.door_answer,
        Route::Answer(None).href(),
    );
    page(words.result_too_early)
        .children(picker(runtime, &set.id, None))
        .child(p(words.result_empty).class("lead"))
        .child(el("p").child(go))
}

/// Nothing where nobody has answered anything for the unit yet.
fn of_unit(runtime: Runtime, set: &Arc<QuestionSet>, unit: &UnitId) -> Option<El> {
    let sections = [Section::Answers, Section::Units, Section::Targets];
    let result = runtime.read(&sections, |model| result_of(model, set, unit))?;
    if result.counts.done() == 0 {
        return None;
    }
    let told = Told::new(runtime, Arc::clone(set), unit.clone(), result);
    let words = runtime.words();
    let article = el("article")
        .class("page result")
        .child(print::head(&told))
        .child(switch(&told))
        .child(heading(summary::finding(&told)).id("finding"))
        .child(p(summary::sentences(&told)).class("lead").id("summary"))
        .children(pictures(&told))
        .children(talk::view(&told))
        .children(priority::view(&told))
        .child(each_area(&told))
        .child((runtime.program().beside)(
            runtime,
            Arc::clone(set),
            unit.clone(),
        ))
        .child(what_next(&told))
        .child(method(words, set));
    Some(article)
}

/// Which set, which unit, which round; where there are others to look at, they open from here.
fn switch(told: &Told) -> El {
    let eyebrow = eyebrow(told);
    match picker(told.runtime, &told.set.id, Some(&told.unit)) {
        None => p(eyebrow).class("eyebrow"),
        Some(picker) => el("details")
            .class("switch")
            .child(
                el("summary")
                    .id("switch")
                    .text(eyebrow)
                    .child(el("span").class("change").text(told.words().change)),
            )
            .child(picker),
    }
}

fn eyebrow(told: &Told) -> String {
    told.runtime.peek(|model| {
        let round = model
            .round()
            .map(|round| round_name(&model.document, &round));
        let made_up = model.is_example().then(|| told.words().made_up.to_owned());
        let parts = [
            Some(told.set.title.clone()),
            Some(model.unit_name(&told.unit)),
            round,
            made_up,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    })
}

/// The signature first in a set that is a flower box, and the levels by area in every set.
fn pictures(told: &Told) -> Vec<El> {
    let mut cards = Vec::new();
    match told.set.roll_up {
        RollUp::Fulfilment => cards.extend(flowers(told)),
        RollUp::MeanOfAreas => {
            cards.push(overview(told));
            cards.push(marks::profile(told));
        }
    }
    cards
}

/// The bars with the figures beside them.
fn overview(told: &Told) -> El {
    el("div")
        .class("overview")
        .child(summary::figures(told))
        .child(marks::bars(told))
}

/// The flower box; nothing where the unit has no flower.
fn flowers(told: &Told) -> Vec<El> {
    let words = told.words();
    let spec = told.drawn(flower_box);
    let key = spec.key().ok();
    let questions = el("details")
        .class("ds-details")
        .child(el("summary").text(words.question_by_question))
        .child(el("div").child(chart::table("questions-table", spec.questions())));
    let has_flowers = !spec.flowers.is_empty();
    let spec: Rc<dyn Drawing> = Rc::new(spec);
    let card = has_flowers.then(|| {
        chart::card(told.runtime, "flowers", &spec)
            .child(questions)
            .children(key.map(|key| chart::key(words.key_label, key)))
    });
    card.into_iter().chain([overview(told)]).collect()
}

/// The table of a set of levels, open: it carries what the bars leave out.
fn each_area(told: &Told) -> El {
    let words = told.words();
    let is_not_agreed = |area: &AreaResult| area.counts.answered > 0 && !area.agreed;
    let not_agreed = told.result.areas.iter().any(is_not_agreed);
    let is_own = told.set.roll_up == RollUp::Fulfilment;
    let table = told.drawn(|drawn| level_bars(drawn, Marks::ALL)).table();
    el("section")
        .child(h2(words.each_area))
        .child(chart::table("areas-table", table))
        .children(not_agreed.then(|| quiet(words.not_agreed_about)))
        .children(is_own.then(|| quiet(words.own_calculation)))
}

fn what_next(told: &Told) -> El {
    let words = told.words();
    let answer = Route::Answer(Some(Place {
        set: told.set.id.clone(),
        unit: told.unit.clone(),
        question: None,
    }));
    let several = told.runtime.peek(|model| rounds(&model.document).len() > 1);
    let trend = several.then(|| {
        let at = (told.set.id.clone(), told.unit.clone());
        let href = Route::Trend(Some(at), None).href();
        way(Weight::Secondary, "trend", words.trend, href)
    });
    el("p")
        .class("buttons")
        .child(way(
            Weight::Primary,
            "continue",
            words.continue_answering,
            answer.href(),
        ))
        .children(trend)
        .child(way(
            Weight::Secondary,
            "hand-in",
            words.hand_in,
            Route::HandIn(Some(told.unit.clone())).href(),
        ))
        .child(button(
            Weight::Secondary,
            "print",
            words.print,
            platform::print,
        ))
        .child((told.runtime.program().from_result)(
            told.runtime,
            told.set.id.clone(),
            told.unit.clone(),
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

/// The sets, and the units with something to show in this one.
fn picker(runtime: Runtime, set: &SetId, here: Option<&UnitId>) -> Option<El> {
    let to = |set, unit| Route::Result(Some((set, unit)));
    let label = runtime.words().result_choose;
    picker::view(runtime, label, (set, here), to, has_answers)
}

fn has_answers(model: &Model, set: &SetId, unit: &UnitId) -> bool {
    let set = model.set(set);
    let result = set.and_then(|set| result_of(model, &set, unit));
    result.is_some_and(|result| result.counts.done() > 0)
}
