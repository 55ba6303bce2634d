//! Every picture on fixed data, the example's: to be looked at in every mode, and read by the tests.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::chart;
use super::element::{El, el, following};
use super::parts::{heading, p};
use super::runtime::Runtime;
use crate::app::desk::comparing::{CompareView, beside, outlines};
use crate::app::desk::development;
use crate::app::pictures::{Drawn, Marks, distribution, flower_box, level_bars, radar, trend_line};
use crate::app::{Model, Msg, Section, Sets, result_of, update};
use crate::charts::{Compared, Drawing};
use crate::domain::{DocumentId, QuestionId, QuestionSet, RollUp, SetId, UnitId, WriterId};
use crate::platform;

/// The example's unit whose levels are shown, and the question to which two people of it have answered differently.
const UNIT: &str = "social";
const QUESTION: &str = "nytta-av-it";

/// The page; empty until example and sets are here.
pub fn view(runtime: Runtime) -> AnyView {
    let text = RwSignal::new(None::<Option<String>>);
    platform::spawn(async move {
        let example = platform::fetch_example().await;
        text.try_set(Some(example));
    });
    following(move || {
        let sets: Vec<Arc<QuestionSet>> = runtime.read(&[Section::Sets], |model| {
            let published = SetId::published();
            published.iter().filter_map(|id| model.set(id)).collect()
        });
        let (Some(text), true) = (text.get(), sets.len() == SetId::published().len()) else {
            return vec![super::waiting::view(runtime, None).into()];
        };
        vec![page(runtime, &model_of(runtime, text, &sets), &sets).into()]
    })
}

/// A model of its own, with the example in it.
fn model_of(runtime: Runtime, text: Option<String>, sets: &[Arc<QuestionSet>]) -> Model {
    let mut device = runtime.peek(|model| model.device.clone());
    device.unit = None;
    let mut model = Model::new(DocumentId::from_random(0), device, WriterId(0));
    let _ = update(&mut model, Msg::ExampleCame(text), &platform::moment());
    let ready = |set: &Arc<QuestionSet>| (set.id.clone(), Sets::Ready(Arc::clone(set)));
    model.sets = sets.iter().map(ready).collect();
    model
}

fn page(runtime: Runtime, model: &Model, sets: &[Arc<QuestionSet>]) -> El {
    let words = runtime.words();
    let cards = sets.iter().flat_map(|set| of_set(runtime, model, set));
    el("article")
        .class("page gallery")
        .child(p(words.made_up).class("eyebrow"))
        .child(heading(words.gallery))
        .child(p(words.desk().gallery_about).class("lead"))
        .children(cards)
}

/// The municipality where the set is a flower box, else one unit.
fn of_set(runtime: Runtime, model: &Model, set: &Arc<QuestionSet>) -> Vec<El> {
    let unit = match set.roll_up {
        RollUp::Fulfilment => UnitId::municipality(),
        RollUp::MeanOfAreas => UnitId::parse(UNIT).unwrap_or_else(UnitId::municipality),
    };
    let Some(result) = result_of(model, set, &unit) else {
        return Vec::new();
    };
    let drawn = Drawn {
        model,
        set,
        unit: &unit,
        result: &result,
    };
    let mut bars = level_bars(drawn, Marks::ALL);
    // No benchmark is published (DOMAIN.md §8): the mark stands at the middle of the scale, made up like all else here.
    let (from, to) = set.range();
    let middle = f64::from(from + to) / 2.0;
    for row in bars.rows.iter_mut().take(4) {
        row.benchmark = Some(Compared {
            value: middle,
            printed: crate::i18n::measured(set.roll_up, middle, model.device.language),
        });
    }
    let radar = radar(drawn, Marks::ALL);
    let question = QuestionId::parse(QUESTION);
    let asked = question.and_then(|id| set.question(&id).map(|(_, question)| question));
    let spread = asked.and_then(|question| distribution(drawn, question));
    let mut specs: Vec<(&'static str, Rc<dyn Drawing>)> = Vec::new();
    match set.roll_up {
        RollUp::Fulfilment => {
            specs.push(("gallery-flowers", Rc::new(flower_box(drawn))));
            specs.push(("gallery-percent-bars", Rc::new(bars)));
            specs.push(("gallery-percent-radar", Rc::new(radar)));
        }
        RollUp::MeanOfAreas => {
            specs.push(("gallery-bars", Rc::new(bars)));
            specs.push(("gallery-radar", Rc::new(radar)));
            let units = vec![unit.clone(), UnitId::municipality()];
            let view = CompareView {
                set: Some(set.id.clone()),
                units,
                ..CompareView::default()
            };
            let beside = beside(model, &view).ok();
            if let Some(overlay) = beside.and_then(|beside| outlines(model, &beside)) {
                specs.push(("gallery-outlines", Rc::new(overlay)));
            }
        }
    }
    let over_time = development(model, set, &unit, None);
    if let Some(line) = over_time.lines.first() {
        let trend = trend_line(model, set, &unit, &over_time, line, true);
        let id = match set.roll_up {
            RollUp::Fulfilment => "gallery-percent-trend",
            RollUp::MeanOfAreas => "gallery-trend",
        };
        specs.push((id, Rc::new(trend)));
    }
    if let Some(spread) = spread {
        specs.push(("gallery-distribution", Rc::new(spread)));
    }
    let cards = specs
        .iter()
        .map(|(id, spec)| chart::card(runtime, id, spec));
    cards.collect()
}
