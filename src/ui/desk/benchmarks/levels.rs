//! Named levels, area by area: lowest, good practice, and the municipality's target.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::desk::BenchmarkMsg;
use crate::app::desk::benchmarks::{LevelPart, level};
use crate::app::{Decided, DeskMsg, Section};
use crate::domain::benchmark::NamedLevel;
use crate::domain::{Area, AreaId, LevelKind, QuestionSet, UnitId, target};
use crate::i18n::{Words, measured, tenths};
use crate::ui::element::{El, el, value_of};
use crate::ui::parts::{h2, p};
use crate::ui::runtime::Runtime;

/// One area whose levels are decided.
#[derive(Clone)]
struct Place {
    runtime: Runtime,
    words: &'static Words,
    set: Arc<QuestionSet>,
    area: AreaId,
}

/// Which level: a named one, or the municipality's target.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    Named(LevelKind),
    Own,
}

impl Which {
    const ALL: [Self; 3] = [
        Self::Named(LevelKind::Lowest),
        Self::Named(LevelKind::GoodPractice),
        Self::Own,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Named(LevelKind::Lowest) => "lowest",
            Self::Named(LevelKind::GoodPractice) => "good",
            Self::Own => "own",
        }
    }
}

/// The section of a set's levels.
pub fn view(runtime: Runtime, words: &'static Words, set: &Arc<QuestionSet>) -> El {
    let own = &words.desk().benchmarks;
    let rows = set.areas.iter().map(|area| {
        let place = Place {
            runtime,
            words,
            set: Arc::clone(set),
            area: area.id.clone(),
        };
        place.view(area)
    });
    el("section")
        .id("levels")
        .child(h2(own.levels))
        .child(p(own.levels_about))
        .children(rows)
}

impl Place {
    fn name(&self, which: Which) -> &'static str {
        let own = &self.words.desk().benchmarks;
        match which {
            Which::Named(LevelKind::Lowest) => own.lowest,
            Which::Named(LevelKind::GoodPractice) => own.good_practice,
            Which::Own => own.own_target,
        }
    }

    fn level(&self, which: Which) -> NamedLevel {
        self.runtime.peek(|model| match which {
            Which::Named(kind) => level(&model.document, &self.set, &self.area, kind),
            Which::Own => {
                let whole = UnitId::municipality();
                let target = target(&model.document, &whole, &self.set, &self.area);
                #[allow(clippy::cast_possible_truncation)] // a target is 0–100
                let tenths = |value: f64| (value * 10.0).round() as i64;
                NamedLevel {
                    value: target.value.map(tenths),
                    decider: target.decider,
                    date: String::new(),
                }
            }
        })
    }

    fn decide(&self, which: Which, part: LevelPart) {
        let (set, area) = (self.set.id.clone(), self.area.clone());
        let msg = match (which, part) {
            (Which::Named(kind), part) => BenchmarkMsg::Level(set, area, kind, part).into(),
            (Which::Own, LevelPart::Value(value)) => {
                DeskMsg::Decide(set, UnitId::municipality(), area, Decided::Value(value))
            }
            (Which::Own, LevelPart::Decider(who)) => {
                DeskMsg::Decide(set, UnitId::municipality(), area, Decided::Decider(who))
            }
            (Which::Own, LevelPart::Date(_)) => return,
        };
        self.runtime.send(msg);
    }

    fn written(&self, which: Which) -> Option<String> {
        let value = self.level(which).on(&self.set)?;
        let language = self.runtime.peek(|model| model.device.language);
        Some(measured(self.set.roll_up, value, language))
    }

    fn view(self, area: &Area) -> El {
        let own = &self.words.desk().benchmarks;
        let (told, fields) = (self.clone(), self.clone());
        el("details")
            .class("ds-details level-of-area")
            .child(
                el("summary")
                    .id(format!("levels-{}", area.id))
                    .child(el("strong").text(area.title.clone()))
                    .child(el("span").class("quiet").text_follows(move || {
                        told.runtime
                            .read(&[Section::Targets, Section::Undone], |_| ());
                        let said = Which::ALL.into_iter().filter_map(|which| {
                            Some(format!("{} {}", told.name(which), told.written(which)?))
                        });
                        let said = said.collect::<Vec<_>>().join(" · ");
                        let said = if said.is_empty() {
                            own.nothing_decided.to_owned()
                        } else {
                            said
                        };
                        format!(" {said}")
                    })),
            )
            .follows(move || {
                // Fields hold a text of their own; only undoing changes it.
                fields.runtime.read(&[Section::Undone], |_| ());
                let rows = Which::ALL.map(|which| fields.fields(which));
                vec![el("div").class("target-list").children(rows).into()]
            })
    }

    fn fields(&self, which: Which) -> El {
        let own = &self.words.desk().benchmarks;
        let level = self.level(which);
        let date = (which != Which::Own).then(|| {
            self.text(
                which,
                "date",
                own.decided_on,
                "date",
                &level.date,
                LevelPart::Date,
            )
        });
        el("fieldset")
            .class("target")
            .child(el("legend").text(self.name(which)))
            .child(self.value(which))
            .child(self.text(
                which,
                "decider",
                own.decider,
                "text",
                &level.decider,
                LevelPart::Decider,
            ))
            .children(date)
    }

    fn value(&self, which: Which) -> El {
        let own = &self.words.desk().benchmarks;
        let (from, to) = self.set.range();
        let id = format!("level-{}-{}", which.id(), self.area);
        let told = format!("{id}-told");
        let start = self.written(which).unwrap_or_default();
        let start = start.replace(['\u{a0}', '%'], "");
        let wrong = RwSignal::new(false);
        let place = self.clone();
        let input = el("input")
            .class("ds-input")
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("maxlength", "10")
            .attr("aria-describedby", told.clone())
            .attr_follows("aria-invalid", move || {
                wrong.get().then(|| "true".to_owned())
            })
            .id(id.clone())
            .value(move || start.clone())
            .on("change", move |event| {
                let text = value_of(&event);
                let value = tenths(&text).filter(|tenths| place.set.target_of(*tenths).is_some());
                let is_wrong = value.is_none() && !text.trim().is_empty();
                wrong.set(is_wrong);
                if !is_wrong {
                    place.decide(which, LevelPart::Value(value));
                }
            });
        el("div")
            .class("field")
            .child(
                el("label")
                    .attr("for", id)
                    .text((own.value_label)(from, to)),
            )
            .child(input)
            .child(
                p("")
                    .class("missing")
                    .id(told)
                    .attr("role", "status")
                    .text_follows(move || {
                        let wrong = wrong.get().then(|| (own.off_scale)(from, to));
                        wrong.unwrap_or_default()
                    }),
            )
    }

    fn text(
        &self,
        which: Which,
        what: &'static str,
        label: &'static str,
        kind: &'static str,
        start: &str,
        part: fn(String) -> LevelPart,
    ) -> El {
        let id = format!("{what}-{}-{}", which.id(), self.area);
        let (start, place) = (start.to_owned(), self.clone());
        let input = el("input")
            .class("ds-input")
            .attr("type", kind)
            .attr("maxlength", "120")
            .attr("autocomplete", "off")
            .id(id.clone())
            .value(move || start.clone())
            .on("change", move |event| {
                place.decide(which, part(value_of(&event)));
            });
        el("div")
            .class("field")
            .child(el("label").attr("for", id).text(label))
            .child(input)
    }
}
