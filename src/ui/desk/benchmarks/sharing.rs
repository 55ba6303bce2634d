//! Sharing: a preview of exactly what leaves, and the button that makes the file.

use std::sync::Arc;

use leptos::prelude::*;

use super::said;
use crate::app::desk::BenchmarkMsg;
use crate::app::desk::benchmarks::{
    BenchmarkWanted, Leaves, NotMade, ResultWanted, leaves_in_benchmark, leaves_in_result,
};
use crate::app::{DeskMsg, Model, Section};
use crate::charts::Table;
use crate::domain::benchmark::{BenchmarkFile, Group, ResultFile};
use crate::domain::{AreaId, QuestionSet, SetId};
use crate::i18n::{BenchmarkWords, Words, measured, percent_down};
use crate::platform;
use crate::ui::chart::table;
use crate::ui::element::{El, el, ticked, value_of};
use crate::ui::parts::{Weight, alert, button, choice, field, h2, input, p, quiet};
use crate::ui::runtime::Runtime;

/// The section in which the municipality's result is shared by name.
pub fn result(runtime: Runtime, words: &'static Words) -> El {
    let own = &words.desk().benchmarks;
    let wanted = RwSignal::new(ResultWanted {
        sets: SetId::published().to_vec(),
        security: false,
    });
    let sets = runtime.peek(|model| {
        let sets = SetId::published().into_iter();
        sets.filter_map(|id| model.set(&id)).collect::<Vec<_>>()
    });
    let ticks = sets.into_iter().map(|set| {
        let (id, ticked_id) = (set.id.clone(), set.id.clone());
        choice(
            "checkbox",
            format!("share-{}", set.id),
            "share-set",
            move || wanted.get().sets.contains(&id),
            move |event| {
                let (on, id) = (ticked(&event), ticked_id.clone());
                wanted.update(|wanted| {
                    wanted.sets.retain(|other| *other != id);
                    if on {
                        wanted.sets.push(id);
                    }
                });
            },
        )
        .child(el("span").text((own.include_set)(&set.title)))
    });
    let security = choice(
        "checkbox",
        "share-security",
        "share-security",
        move || wanted.get().security,
        move |event| wanted.update(|wanted| wanted.security = ticked(&event)),
    );
    el("section")
        .id("share-result")
        .child(h2(own.share))
        .child(p(own.share_about))
        .follows(move || {
            let leaves = runtime.read(&[Section::Answers, Section::Units], |model| {
                let moment = platform::moment();
                leaves_in_result(model, &moment, &wanted.get())
                    .map(|leaves| result_preview(model, words, &leaves))
            });
            match leaves {
                Err(why) => vec![quiet(said::not_made(own, &why)).into()],
                Ok(preview) => vec![preview.into()],
            }
        })
        .child(
            el("details")
                .class("ds-details")
                .child(el("summary").id("what-to-share").text(words.change))
                .child(
                    el("div")
                        .children(ticks)
                        .child(security.child(el("span").text(own.include_security))),
                ),
        )
        .child(el("p").class("buttons").child(button(
            Weight::Secondary,
            "save-result",
            own.save_result,
            move || {
                let msg = BenchmarkMsg::ShareResult(wanted.get_untracked());
                runtime.send(DeskMsg::from(msg));
            },
        )))
        .child(outcome(runtime, own, "result-told", |name| {
            name.ends_with("resultat.json")
        }))
}

fn area_name(set: &QuestionSet, id: &AreaId) -> String {
    set.area(id)
        .map_or_else(|| id.to_string(), |area| area.title.clone())
}

fn result_preview(model: &Model, words: &'static Words, leaves: &Leaves<ResultFile>) -> El {
    let own = &words.desk().benchmarks;
    let file = &leaves.file;
    let tables = file.sets.iter().zip(&leaves.sets).map(|(told, set)| {
        let language = model.device.language;
        let rows = told.areas.iter().map(|area| {
            let value = area.on_scale().map_or_else(
                || words.insufficient.to_owned(),
                |value| measured(set.roll_up, value, language),
            );
            let (answered, relevant) = (area.answered, area.relevant);
            let share = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
            vec![
                area_name(set, &area.area),
                value,
                (own.n_of_result)(area.units, answered, relevant),
                percent_down(share(answered), share(relevant), language),
            ]
        });
        let columns = [words.area, own.value, own.rests_on, own.coverage];
        el("div")
            .child(table(
                format!("leaves-{}", set.id),
                Table {
                    caption: format!("{} · {}", set.title, own.leaves),
                    columns: columns.map(str::to_owned).to_vec(),
                    rows: rows.collect(),
                },
            ))
            .child(quiet((own.leaves_version)(
                &told.version,
                told.hash.as_str(),
            )))
    });
    let made_up = file.example.then(|| quiet(words.made_up));
    let head = (own.leaves_head)(&file.municipality, &file.round, file.year);
    let whole = el("div")
        .child(el("h3").text(head))
        .children(made_up)
        .children(tables)
        .child(quiet((own.rule)(file.rule)));
    folded("result-leaves", own, whole)
}

/// The section in which a benchmark is made of the municipality's units.
pub fn benchmark(runtime: Runtime, words: &'static Words, set: &Arc<QuestionSet>) -> El {
    let own = &words.desk().benchmarks;
    let wanted = RwSignal::new(BenchmarkWanted {
        set: set.id.clone(),
        security: false,
        source: String::new(),
        population: String::new(),
        anyway: false,
    });
    let text = |id: &'static str, label, hint, part: fn(&mut BenchmarkWanted) -> &mut String| {
        let control = input(id).on("input", move |event| {
            wanted.update(|wanted| *part(wanted) = value_of(&event));
        });
        field(id, label, hint, control)
    };
    let send = move |anyway: bool| {
        let wanted = BenchmarkWanted {
            anyway,
            ..wanted.get_untracked()
        };
        runtime.send(DeskMsg::from(BenchmarkMsg::ShareBenchmark(wanted)));
    };
    let security = choice(
        "checkbox",
        "benchmark-security",
        "benchmark-security",
        move || wanted.get().security,
        move |event| wanted.update(|wanted| wanted.security = ticked(&event)),
    );
    let titled = Arc::clone(set);
    // Only the ticks change what leaves; what is typed must not draw the table anew.
    let with_security = Memo::new(move |_| wanted.get().security);
    el("section")
        .id("share-benchmark")
        .child(h2(own.benchmark))
        .child(p(own.benchmark_about))
        .follows(move || {
            let asked = BenchmarkWanted {
                security: with_security.get(),
                ..wanted.get_untracked()
            };
            let sections = [Section::Answers, Section::Units, Section::Targets];
            let leaves = runtime.read(&sections, |model| {
                let moment = platform::moment();
                leaves_in_benchmark(model, &moment, &asked)
                    .map(|leaves| benchmark_preview(model, words, &leaves))
            });
            let leaves = match leaves {
                Err(why @ (NotMade::NotLocked | NotMade::TooFew)) => {
                    return vec![quiet(said::not_made(own, &why)).into()];
                }
                Err(why) => quiet(said::not_made(own, &why)),
                Ok(preview) => preview,
            };
            vec![leaves.into()]
        })
        .child(text(
            "benchmark-source",
            own.benchmark_source_label,
            None,
            |w| &mut w.source,
        ))
        .child(text(
            "benchmark-population",
            own.population,
            Some(own.population_hint),
            |w| &mut w.population,
        ))
        .child(security.child(el("span").text(own.include_security)))
        .child(el("p").class("buttons").child(button(
            Weight::Secondary,
            "save-benchmark",
            own.save_benchmark,
            move || send(false),
        )))
        .child(warned(runtime, own, titled, send))
        .child(outcome(runtime, own, "benchmark-told", |name| {
            name.ends_with("jamforelse.json")
        }))
}

fn group(own: &BenchmarkWords, set: &QuestionSet, group: &Group, model: &Model) -> String {
    let value = measured(
        set.roll_up,
        group.mean.value(set.range()),
        model.device.language,
    );
    let value = match (group.mean.is_or_lower(), group.mean.is_or_higher()) {
        (true, _) => (own.or_lower)(&value),
        (_, true) => (own.or_higher)(&value),
        _ => value,
    };
    (own.group)(group.count, &value)
}

fn benchmark_preview(model: &Model, words: &'static Words, leaves: &Leaves<BenchmarkFile>) -> El {
    let own = &words.desk().benchmarks;
    let tables = leaves
        .file
        .sets
        .iter()
        .zip(&leaves.sets)
        .map(|(told, set)| {
            let rows = told.areas.iter().map(|area| {
                let groups = area.groups.iter().map(|one| group(own, set, one, model));
                let targets = area.targets.as_ref();
                vec![
                    area_name(set, &area.area),
                    groups.collect::<Vec<_>>().join("; "),
                    targets.map_or_else(
                        || words.reached_open.to_owned(),
                        |targets| group(own, set, targets, model),
                    ),
                ]
            });
            let columns = [words.area, own.groups, own.targets];
            table(
                format!("benchmark-leaves-{}", set.id),
                Table {
                    caption: format!("{} · {}", set.title, own.benchmark),
                    columns: columns.map(str::to_owned).to_vec(),
                    rows: rows.collect(),
                },
            )
        });
    let left_out = (!leaves.too_few.is_empty()).then(|| {
        let names = leaves.too_few.iter();
        let names: Vec<String> = leaves
            .sets
            .first()
            .map(|set| names.map(|id| area_name(set, id)).collect())
            .unwrap_or_default();
        quiet((own.too_few_in)(&names.join(", ")))
    });
    let whole = el("div").children(tables).children(left_out);
    folded("benchmark-leaves", own, whole)
}

/// What leaves, unfolded where one wants to see it.
fn folded(id: &'static str, own: &'static BenchmarkWords, whole: El) -> El {
    el("details")
        .class("ds-details")
        .id(id)
        .child(el("summary").text(own.leaves))
        .child(whole)
}

/// What became of the last file, below the button that makes it.
fn outcome(
    runtime: Runtime,
    own: &'static BenchmarkWords,
    id: &'static str,
    is_here: fn(&str) -> bool,
) -> El {
    el("div").attr("role", "status").id(id).follows(move || {
        let (made, not_made) = runtime.read(&[Section::Files], |model| {
            let page = &model.desk.benchmarks;
            (page.made.clone(), page.not_made.clone())
        });
        let missing = not_made.as_ref().filter(|why| {
            let of_benchmark = matches!(why, NotMade::Missing(_) | NotMade::TooFew);
            of_benchmark == (id == "benchmark-told")
        });
        let made = made
            .filter(|name| is_here(name))
            .map(|name| alert("success").child(p((own.made)(&name))));
        let not_made = missing.map(|why| alert("warning").child(p(said::not_made(own, why))));
        made.into_iter().chain(not_made).map(Into::into).collect()
    })
}

/// Before a second file that differs by a few units only: what that means, and the way on.
fn warned(
    runtime: Runtime,
    own: &'static BenchmarkWords,
    set: Arc<QuestionSet>,
    send: impl Fn(bool) + Copy + Send + 'static,
) -> El {
    el("div")
        .attr("role", "status")
        .id("benchmark-warned")
        .follows(move || {
            let warned = runtime.read(&[Section::Files], |model| {
                model.desk.benchmarks.warned.clone()
            });
            let Some(warned) = warned else {
                return Vec::new();
            };
            let names = warned
                .iter()
                .map(|difference| area_name(&set, &difference.area));
            let least = warned.iter().map(|difference| difference.units).min();
            let text = (own.warned)(
                &names.collect::<Vec<_>>().join(", "),
                &(own.n_units_differ)(least.unwrap_or_default()),
            );
            let anyway = button(
                Weight::Secondary,
                "benchmark-anyway",
                own.anyway,
                move || {
                    send(true);
                },
            );
            let told = alert("warning")
                .child(p(text))
                .child(el("p").class("buttons").child(anyway));
            vec![told.into()]
        })
}
