//! What the result says in words and in a few figures.

use super::super::element::{El, el};
use super::Told;
use crate::app::{Headline, headline, most_unknown};
use crate::domain::{AreaId, Part, RollUp};
use crate::i18n::{decimal, measured, percent, percent_down};

/// One sentence, by rules from the data.
pub fn finding(told: &Told) -> String {
    let words = told.words();
    let language = told.runtime.peek(|model| model.device.language);
    let written = |value| measured(told.set.roll_up, value, language);
    match headline(&told.set, &told.result, language) {
        Headline::NothingRelevant => words.result_nothing_relevant.to_owned(),
        Headline::TooEarly => words.result_too_early.to_owned(),
        Headline::One { area, value } => (words.result_one)(short(told, &area), &written(value)),
        Headline::Even { value } => (words.result_even)(&written(value)),
        Headline::Spread { strongest, weakest } => {
            (words.result_spread)(short(told, &strongest), short(told, &weakest))
        }
    }
}

fn short<'a>(told: &'a Told, id: &AreaId) -> &'a str {
    told.set.area(id).map_or("", |area| area.short.as_str())
}

/// Coverage, the strongest and the weakest with their values, what is most unknown.
pub fn sentences(told: &Told) -> String {
    let words = told.words();
    let language = told.runtime.peek(|model| model.device.language);
    let counts = told.result.counts;
    let coverage = match told.set.roll_up {
        RollUp::MeanOfAreas => words.result_coverage,
        RollUp::Fulfilment => words.result_answered,
    };
    let mut sentences = vec![coverage(counts.answered, counts.relevant())];
    match (told.set.roll_up, told.result.mean) {
        (RollUp::MeanOfAreas, Some(mean)) => sentences.push((words.result_mean)(
            &decimal(mean, language),
            told.result.areas_with_value,
            told.result.areas.len(),
        )),
        _ if told.result.areas_with_value == 0 => sentences.push(words.result_no_mean.to_owned()),
        _ => {}
    }
    let value_of = |id: &AreaId| {
        let value = told.result.area(id)?.value?;
        Some(measured(told.set.roll_up, value, language))
    };
    if let Headline::Spread { strongest, weakest } = headline(&told.set, &told.result, language)
        && let (Some(high), Some(low)) = (value_of(&strongest), value_of(&weakest))
    {
        sentences.push((words.result_ends)(
            [short(told, &strongest), &high],
            [short(told, &weakest), &low],
        ));
    }
    if let Some(most) = most_unknown(&told.result) {
        let area = short(told, &most.area);
        sentences.push((words.result_unknown)(
            counts.dont_know,
            area,
            most.dont_know,
        ));
    }
    if counts.not_applicable > 0 {
        sentences.push((words.result_not_applicable)(counts.not_applicable));
    }
    sentences.join(" ")
}

/// The figures beside the picture.
pub fn figures(told: &Told) -> El {
    let words = told.words();
    let language = told.runtime.peek(|model| model.device.language);
    let result = &told.result;
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
    let n_of_m = |counts: crate::domain::Counts| (words.n_of_m)(counts.answered, counts.relevant());
    let parts = result.parts.iter().map(|part| {
        let (label, id) = match part.part {
            Part::Flower => (words.flowers, "flowers-degree"),
            Part::Grass => (words.grass, "grass-degree"),
            Part::Soil => (words.soil, "soil-degree"),
        };
        let shown = part
            .value
            .map_or_else(|| "–".to_owned(), |value| percent(value, language));
        figure(label, "number", id, shown, n_of_m(part.counts))
    });
    let mean = (told.set.roll_up == RollUp::MeanOfAreas).then(|| {
        let shown = result
            .mean
            .map_or_else(|| "–".to_owned(), |mean| decimal(mean, language));
        let over = (words.mean_over)(result.areas_with_value, result.areas.len());
        figure(words.mean, "number", "mean", shown, over)
    });
    let counts = result.counts;
    let coverage = figure(
        words.coverage,
        "number",
        "coverage",
        percent_down(counts.answered, counts.relevant(), language),
        n_of_m(counts),
    );
    let weakest = result
        .weakest
        .as_ref()
        .filter(|_| result.areas_with_value > 1);
    let weakest = weakest.and_then(|id| {
        let area = result.area(id)?;
        let under = measured(told.set.roll_up, area.value?, language);
        let title = told.set.area(id)?.title.clone();
        Some(figure(words.weakest, "words", "weakest", title, under))
    });
    el("dl")
        .class("figures")
        .children(parts)
        .children(mean)
        .child(coverage)
        .children(weakest.filter(|_| told.set.roll_up == RollUp::MeanOfAreas))
}
