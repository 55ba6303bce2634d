//! *Utveckling*: what has risen and fallen since an earlier round, the picture, and every answer before and after.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::super::element::{El, el, following, ticked, value_of};
use super::super::parts::{Weight, choice, h2, heading, p, perhaps, quiet, way};
use super::super::question::named;
use super::super::runtime::Runtime;
use super::super::{chart, picker};
use crate::app::desk::{Between, Development, RoundOfSet, development, reasons};
use crate::app::pictures::trend_line;
use crate::app::{Model, Place, Route, Section, Sets};
use crate::charts::{Drawing, Table};
use crate::domain::{
    Answered, AreaId, Moved, Moves, QuestionMove, QuestionSet, RoundId, SetId, Standing, State,
    TrendLine, UnitId, round_name,
};
use crate::i18n::decimal;

/// Where one is, with what every part of the page needs.
#[derive(Clone)]
struct Told {
    runtime: Runtime,
    set: Arc<QuestionSet>,
    unit: UnitId,
    area: Option<AreaId>,
    found: Arc<Development>,
}

/// The page; without a unit, of the one looked at last.
pub fn view(runtime: Runtime, at: Option<(SetId, UnitId)>, area: Option<AreaId>) -> AnyView {
    let from = RwSignal::new(None::<RoundId>);
    let with_same = RwSignal::new(false);
    following(move || {
        let (id, unit) = at.clone().unwrap_or_else(|| {
            runtime.peek(|model| {
                let unit = model.device.unit.clone();
                (
                    model.present_set(),
                    unit.unwrap_or_else(UnitId::municipality),
                )
            })
        });
        let state = runtime.read(&[Section::Sets], |model| model.set_state(&id).cloned());
        let set = match state {
            Some(Sets::Ready(set)) => set,
            other => return vec![super::super::waiting::view(runtime, other.as_ref()).into()],
        };
        let sections = [Section::Answers, Section::Units];
        let found = runtime.read(&sections, |model| {
            // Rounds that are over are read after the first page: until then nothing is said of them.
            let whole = !model.partly;
            whole.then(|| development(model, &set, &unit, from.get().as_ref()))
        });
        let Some(found) = found else {
            return vec![super::super::waiting::view(runtime, None).into()];
        };
        let told = Told {
            runtime,
            set,
            unit,
            area: area.clone(),
            found: Arc::new(found),
        };
        vec![page(&told, from, with_same).into()]
    })
}

fn page(told: &Told, from: RwSignal<Option<RoundId>>, with_same: RwSignal<bool>) -> El {
    let words = told.runtime.words();
    let own = &words.desk().trend;
    let article = el("article").class("page result trend").child(switch(told));
    let Some(between) = &told.found.compared else {
        let back = Route::Result(Some((told.set.id.clone(), told.unit.clone())));
        return article
            .child(heading(own.one_round).id("finding"))
            .child(p(own.one_round_about).class("lead"))
            .child(p("").child(way(
                Weight::Secondary,
                "to-result",
                words.result,
                back.href(),
            )));
    };
    let moves = Moves::of(between.of_area(told.area.as_ref()));
    let since = round(told, &between.from.round);
    let also = (own.also)(moves);
    let also = (!also.is_empty()).then(|| p(also).class("lead").id("also"));
    article
        .child(heading((own.finding)(moves, &since)).id("finding"))
        .children(also)
        .children(compare_with(told, between, from))
        .child(areas(told))
        .children(picture(told, with_same))
        .child(questions(told, between))
        .child(by_unit(told))
}

/// Which set, which unit, which area; the others open from here.
fn switch(told: &Told) -> El {
    let words = told.runtime.words();
    let others = picker::view(
        told.runtime,
        words.desk().trend.choose,
        (&told.set.id, Some(&told.unit)),
        |set, unit| Route::Trend(Some((set, unit)), None),
        |_, _, _| true,
    );
    let eyebrow = eyebrow(told);
    match others {
        None => p(eyebrow).class("eyebrow"),
        Some(others) => el("details")
            .class("switch")
            .child(
                el("summary")
                    .id("switch")
                    .text(eyebrow)
                    .child(el("span").class("change").text(words.change)),
            )
            .child(others),
    }
}

fn round(told: &Told, round: &RoundId) -> String {
    told.runtime
        .peek(|model| round_name(&model.document, round))
}

fn eyebrow(told: &Told) -> String {
    told.runtime.peek(|model| {
        let area = told.area.as_ref().and_then(|area| told.set.area(area));
        let made_up = model.is_example().then(|| model.words().made_up.to_owned());
        let parts = [
            Some(told.set.title.clone()),
            Some(model.unit_name(&told.unit)),
            area.map(|area| area.title.clone()),
            made_up,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    })
}

/// Which earlier round is compared with, where there are several.
fn compare_with(told: &Told, between: &Between, from: RwSignal<Option<RoundId>>) -> Option<El> {
    let (_, earlier) = told.found.answered.split_last()?;
    let option = |id: &RoundId| {
        el("option")
            .attr("value", id.as_str().to_owned())
            .attr_if("selected", (*id == between.from.round).then_some(""))
            .text(round(told, id))
    };
    (earlier.len() > 1).then(|| {
        el("div")
            .class("field")
            .child(
                el("label")
                    .attr("for", "compare-with")
                    .text(told.runtime.words().desk().trend.compare_with),
            )
            .child(
                el("select")
                    .class("ds-input")
                    .id("compare-with")
                    .on("change", move |event| {
                        from.set(RoundId::parse(&value_of(&event)));
                    })
                    .children(earlier.iter().map(option)),
            )
    })
}

/// The areas, each a link to its line.
fn areas(told: &Told) -> El {
    let own = &told.runtime.words().desk().trend;
    let one = |area: Option<&AreaId>| {
        let name = match area {
            None => Some(own.whole.to_owned()),
            Some(id) => told.set.area(id).map(|area| area.short.clone()),
        }?;
        let at = (told.set.id.clone(), told.unit.clone());
        let link = el("a")
            .attr("href", Route::Trend(Some(at), area.cloned()).href())
            .attr_if(
                "aria-current",
                (told.area.as_ref() == area).then_some("page"),
            )
            .text(name);
        Some(el("li").child(link))
    };
    let areas = told
        .found
        .lines
        .iter()
        .filter_map(|line| line.area.as_ref());
    let links = std::iter::once(None).chain(areas.map(Some)).filter_map(one);
    el("nav")
        .class("pickers")
        .attr("aria-label", own.areas)
        .child(el("ul").class("picker").children(links))
}

/// The line of the area, or of the whole; each area's in a set that has no value for the whole.
fn picture(told: &Told, with_same: RwSignal<bool>) -> Vec<El> {
    let lines = told.found.lines.iter();
    let chosen: Vec<&TrendLine> = lines.filter(|line| line.area == told.area).collect();
    let Some(line) = chosen.first().copied().cloned() else {
        return vec![all_areas(told)];
    };
    let (drawn, shown) = (told.clone(), line.clone());
    let card = el("div").class("marked").follows(move || {
        let spec = drawn.runtime.peek(|model| {
            let Told {
                set, unit, found, ..
            } = &drawn;
            trend_line(model, set, unit, found, &shown, with_same.get())
        });
        let spec: Rc<dyn Drawing> = Rc::new(spec);
        vec![chart::card(drawn.runtime, "trend", &spec).into()]
    });
    let mut parts = vec![card, same(told, &line, with_same)];
    if told.area.is_none() {
        parts.push(all_areas(told));
    }
    parts
}

/// Each area by round in a table: what the picture of the whole rests on.
fn all_areas(told: &Told) -> El {
    let words = told.runtime.words();
    let rounds: Vec<String> = told
        .found
        .rounds
        .iter()
        .map(|of| round(told, &of.round))
        .collect();
    let rows = told.found.lines.iter().filter_map(|line| {
        let area = told.set.area(line.area.as_ref()?)?;
        let steps = told.runtime.peek(|model| {
            let Told {
                set, unit, found, ..
            } = told;
            trend_line(model, set, unit, found, line, false).steps
        });
        let skipped = rounds.len() - steps.len();
        let mut cells = vec![area.title.clone()];
        cells.extend(steps.iter().map(|step| match step.cut {
            Some(_) => format!("{} *", step.printed),
            None => step.printed.clone(),
        }));
        Some((skipped, cells))
    });
    let rows: Vec<(usize, Vec<String>)> = rows.collect();
    let skipped = rows.first().map_or(0, |(skipped, _)| *skipped);
    let columns = std::iter::once(words.area.to_owned()).chain(rounds.into_iter().skip(skipped));
    let table = Table {
        caption: words.each_area.to_owned(),
        columns: columns.collect(),
        rows: rows.into_iter().map(|(_, cells)| cells).collect(),
    };
    let is_cut = table.rows.iter().flatten().any(|cell| cell.ends_with('*'));
    el("section")
        .child(h2(words.each_area))
        .child(chart::table("trend-areas", table))
        .children(is_cut.then(|| quiet(words.desk().trend.cut_mark)))
}

/// *Samma frågor*, behind a disclosure, with a tick that brings it into the picture.
fn same(told: &Told, line: &TrendLine, with_same: RwSignal<bool>) -> El {
    let own = &told.runtime.words().desk().trend;
    let body = el("div").child(p(own.same_about));
    let body = match &line.same {
        None => body.child(p(own.same_none)),
        Some(same) => body.child(p((own.same_of)(same.questions, same.of))).child(
            choice(
                "checkbox",
                "show-same",
                "show-same",
                move || with_same.get(),
                move |event| with_same.set(ticked(&event)),
            )
            .child(el("span").text(own.same_show)),
        ),
    };
    el("details")
        .class("ds-details")
        .id("same")
        .child(el("summary").text(own.same))
        .child(body)
}

/// Every answer before and after, by what became of it; those that are as before behind a disclosure.
fn questions(told: &Told, between: &Between) -> El {
    let own = &told.runtime.words().desk().trend;
    let groups = [
        (Moved::Rose, "rose", own.rose),
        (Moved::Fell, "fell", own.fell),
        (Moved::Changed, "changed", own.changed),
        (Moved::New, "new", own.new),
        (Moved::Gone, "gone", own.gone),
        (Moved::Stayed, "stayed", own.stayed),
    ];
    let groups = groups.into_iter().filter_map(|(moved, id, title)| {
        let of = between.of_area(told.area.as_ref());
        let list: Vec<El> = of
            .filter(|one| one.moved == moved)
            .map(|one| question(told, between, one))
            .collect();
        let title = title(list.len());
        let open = matches!(moved, Moved::Rose | Moved::Fell | Moved::Changed);
        (!list.is_empty()).then(|| {
            el("details")
                .class("ds-details")
                .id(id)
                .attr_if("open", open.then_some(""))
                .child(el("summary").text(title))
                .child(el("ul").class("steps-list").children(list))
        })
    });
    el("section")
        .id("questions")
        .child(h2(own.questions))
        .children(groups)
}

fn question(told: &Told, between: &Between, one: &QuestionMove) -> El {
    let own = &told.runtime.words().desk().trend;
    let of = match &one.after {
        Some(after) => between.to.set.question(&after.question),
        None => one
            .before
            .last()
            .and_then(|was| between.from.set.question(&was.question)),
    };
    let title = of.map_or("", |(_, question)| question.text.as_str());
    let title = match &one.after {
        Some(after) => {
            let place = Route::Answer(Some(Place {
                set: told.set.id.clone(),
                unit: after.by.clone(),
                question: Some(after.question.clone()),
            }));
            el("a").attr("href", place.href()).text(title.to_owned())
        }
        None => el("strong").text(title.to_owned()),
    };
    let why = match (one.moved, &one.after, one.before.as_slice()) {
        (Moved::Gone, None, _) => Some(own.no_longer),
        (Moved::Changed, Some(after), [was]) if was.question != after.question => {
            Some(own.because_other)
        }
        (Moved::Changed, Some(after), [was]) if was.by != after.by => Some(own.because_unit),
        (Moved::Changed, _, [_]) => Some(own.because_changed),
        (Moved::Changed, ..) => Some(own.because_other),
        _ => None,
    };
    let before = one.before.iter().flat_map(|was| {
        let text = between.from.set.question(&was.question);
        let text = text.map(|(_, question)| question.text.as_str());
        let reworded = text.filter(|text| of.is_none_or(|(_, now)| now.text != *text));
        let reworded = reworded.map(|text| quiet((own.was)(text)));
        answer(told, &between.from, was).into_iter().chain(reworded)
    });
    let after = one
        .after
        .iter()
        .flat_map(|now| answer(told, &between.to, now));
    el("li")
        .child(title)
        .children(why.map(|why| p(why).class("why")))
        .children(before)
        .children(after)
}

/// What was answered in a round, and the reasons for it.
fn answer(told: &Told, at: &RoundOfSet, given: &Answered) -> Vec<El> {
    told.runtime.peek(|model| {
        let round = round_name(&model.document, &at.round);
        let line = p("")
            .child(el("b").text(format!("{round}:")))
            .text(format!(" {}", said(model, &at.set, given.standing)));
        let because = reasons(model, &at.round, given).into_iter();
        let because = because.map(|reason| p(format!("”{reason}”")).class("reason"));
        std::iter::once(line).chain(because).collect()
    })
}

fn said(model: &Model, set: &QuestionSet, standing: Standing) -> String {
    let words = model.words();
    match standing {
        Standing::Level {
            lowest,
            agreed: true,
            ..
        } => named(words, set, State::Level(lowest)),
        Standing::Level { value, .. } => {
            let value = decimal(value, model.device.language);
            format!("{value} ({})", words.not_agreed)
        }
        Standing::DontKnow => named(words, set, State::DontKnow),
        Standing::NotApplicable => named(words, set, State::NotApplicable),
        Standing::Unanswered => words.desk().trend.unanswered.to_owned(),
    }
}

/// How many answers of each unit became what, and all together: behind a disclosure, and counted when it is opened.
fn by_unit(told: &Told) -> El {
    let opened = RwSignal::new(false);
    let counted = told.clone();
    el("details")
        .class("ds-details")
        .id("by-unit")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").text(told.runtime.words().desk().trend.by_unit))
        .child(el("div").follows(move || {
            let between = counted.found.compared.as_ref().filter(|_| opened.get());
            perhaps(between.map(|between| unit_table(&counted, between)))
        }))
}

fn unit_table(told: &Told, between: &Between) -> El {
    let own = &told.runtime.words().desk().trend;
    let row = |name: String, moves: Moves| {
        let counts = [
            moves.rose,
            moves.fell,
            moves.stayed,
            moves.new,
            moves.gone,
            moves.changed,
        ];
        std::iter::once(name)
            .chain(counts.map(|count| count.to_string()))
            .collect::<Vec<String>>()
    };
    let units = told.runtime.peek(|model| between.by_unit(model));
    let mut rows: Vec<Vec<String>> = units
        .iter()
        .map(|(unit, moves)| row(told.runtime.peek(|model| model.unit_name(unit)), *moves))
        .collect();
    let all = units
        .iter()
        .fold(Moves::default(), |sum, (_, moves)| sum.plus(*moves));
    rows.push(row(own.all_units.to_owned(), all));
    let columns = std::iter::once(own.unit).chain(own.columns);
    let caption = format!(
        "{} – {}",
        round(told, &between.from.round),
        round(told, &between.to.round)
    );
    let table = Table {
        caption,
        columns: columns.map(str::to_owned).collect(),
        rows,
    };
    chart::table("trend-units", table)
}
