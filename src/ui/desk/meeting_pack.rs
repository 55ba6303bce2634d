//! *Mötesunderlag*: three pages for paper. Where we are, where we differ, what we propose to talk about.

use leptos::prelude::*;

use super::said::capital;
use super::sets::least_ready;
use crate::app::desk::meeting_pack::{
    Distance, MeetingPack, PackSet, Point, Security, meeting_pack,
};
use crate::app::pictures::{Rolled, rolled_bars};
use crate::app::{Model, Route, Section, Sets};
use crate::charts::Table;
use crate::domain::{
    AreaAcross, Cell, Counts, NeedsOfQuestion, QuestionAcross, RollUp, RollUpRule, Standing,
    UnitId, Unknown, round_name,
};
use crate::i18n::{Language, MeetingWords, Words, decimal, measured};
use crate::platform;
use crate::ui::chart;
use crate::ui::element::{El, el, following, ticked};
use crate::ui::parts::{Weight, button, choice, h2, heading, p, quiet};
use crate::ui::runtime::Runtime;
use crate::ui::waiting;

/// How many of a list stand on its page.
const FEW: usize = 3;
/// The same of what takes a line each.
const LINES: usize = 5;

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    let security = RwSignal::new(Security::LeftOut);
    following(move || {
        let state = runtime.read(&[Section::Sets], least_ready);
        if !matches!(state, Some(Sets::Ready(_))) {
            return vec![waiting::view(runtime, state.as_ref()).into()];
        }
        vec![whole(runtime, security).into()]
    })
}

fn whole(runtime: Runtime, security: RwSignal<Security>) -> El {
    let words = runtime.words();
    let own = &words.desk().meeting;
    let tick = choice(
        "checkbox",
        "with-security",
        "with-security",
        move || security.get() == Security::Kept,
        move |event| {
            security.set(if ticked(&event) {
                Security::Kept
            } else {
                Security::LeftOut
            });
        },
    )
    .child(el("span").text(own.with_security));
    el("article")
        .class("page pack")
        .child(
            el("div")
                .class("no-print")
                .child(heading(own.title))
                .child(p(own.lead).class("lead"))
                .child(tick)
                .child(el("p").class("buttons").child(button(
                    Weight::Primary,
                    "print",
                    own.print,
                    platform::print,
                ))),
        )
        .follows(move || {
            let sections = [
                Section::Answers,
                Section::Units,
                Section::Targets,
                Section::Sets,
            ];
            let kept = security.get();
            let pages = runtime.read(&sections, |model| {
                let pack = meeting_pack(model, kept)?;
                let pages = Pages {
                    runtime,
                    model,
                    pack: &pack,
                    words,
                    own,
                };
                Some(pages.all())
            });
            match pages {
                Some(pages) => pages.into_iter().map(Into::into).collect(),
                None => vec![p(own.too_early).into()],
            }
        })
}

/// What every part of the pack needs.
struct Pages<'a> {
    runtime: Runtime,
    model: &'a Model,
    pack: &'a MeetingPack,
    words: &'static Words,
    own: &'static MeetingWords,
}

impl Pages<'_> {
    fn all(&self) -> Vec<El> {
        vec![
            self.where_we_are(),
            self.where_we_differ(),
            self.to_talk_about(),
        ]
    }

    fn language(&self) -> Language {
        self.model.device.language
    }

    fn name(&self, unit: &UnitId) -> String {
        self.model.unit_name(unit)
    }

    fn round(&self) -> String {
        round_name(&self.model.document, &self.pack.round)
    }

    /// Municipality, round, date, and that it is made up where it is: on every sheet, as sheets come apart.
    fn page(&self, id: &'static str, title: &'static str) -> El {
        let mut parts = vec![
            self.name(&UnitId::municipality()),
            self.round(),
            platform::moment().local().date(),
        ];
        if self.model.is_example() {
            parts.push(self.words.made_up.to_owned());
        }
        el("section")
            .class("sheet")
            .id(id)
            .child(p(parts.join(" · ")).class("sheet-head"))
            .child(h2(title))
    }

    fn measured(&self, pack: &PackSet, value: f64) -> String {
        measured(pack.set.roll_up, value, self.language())
    }

    fn source(&self, pack: &PackSet) -> String {
        let counts = pack.total();
        let set = format!("{} {}", pack.set.title, pack.set.version);
        let answered = (self.own.answers_of)(counts.answered, counts.relevant());
        (self.own.source)(&self.round(), &set, &answered)
    }

    fn left_out(&self) -> Option<El> {
        let areas = self.pack.left_out.join(", ");
        (!areas.is_empty()).then(|| quiet((self.own.left_out)(&areas)))
    }

    fn where_we_are(&self) -> El {
        let own = self.own;
        let rule = self.pack.sets.first().map(|pack| match pack.rolled.rule {
            RollUpRule::Equal => own.rule_equal,
            RollUpRule::Employees => own.rule_employees,
        });
        let sets = self.pack.sets.iter().zip(1..).map(|(pack, number)| {
            el("section")
                .class("sheet-set")
                .child(el("h3").text(pack.set.title.clone()))
                .child(p(self.sentence(pack)))
                .child(
                    el("div")
                        .class("beside")
                        .child(chart::table(
                            format!("pack-areas-{number}"),
                            self.areas(pack),
                        ))
                        .child(self.bars(pack, number)),
                )
                .child(p(self.source(pack)).class("source"))
        });
        self.page("where-we-are", own.where_we_are)
            .children(sets)
            .children(rule.map(|rule| p(rule).class("source")))
            .children(self.left_out())
    }

    fn sentence(&self, pack: &PackSet) -> String {
        let own = self.own;
        let (begun, asked) = pack.compared.begun();
        let valued = pack
            .areas()
            .filter(|(_, _, rolled, _)| rolled.value.is_some());
        let mut parts = vec![
            (own.begun)(begun, asked),
            match pack.rolled.mean {
                Some(mean) => (own.mean)(&self.measured(pack, mean)),
                None => (own.valued)(valued.count(), pack.areas().count()),
            },
        ];
        let [high, low, gap] = pack.outstanding();
        parts.extend(high.map(|(area, v)| (own.highest)(&area.title, &self.measured(pack, v))));
        parts.extend(low.map(|(area, v)| (own.lowest)(&area.title, &self.measured(pack, v))));
        parts.extend(gap.map(|(area, v)| (own.farthest)(&area.title, &self.distance(pack, v))));
        parts.join(" ")
    }

    /// A distance between two values: percentage points where the set counts in percent.
    fn distance(&self, pack: &PackSet, value: f64) -> String {
        match pack.set.roll_up {
            RollUp::MeanOfAreas => decimal(value, self.language()),
            RollUp::Fulfilment => self.measured(pack, value),
        }
    }

    fn areas(&self, pack: &PackSet) -> Table {
        let words = self.words;
        let dash = || words.reached_open.to_owned();
        let value = |value: f64| self.measured(pack, value);
        let rows = pack.areas().map(|(area, _, rolled, counts)| {
            let now = match rolled.value {
                Some(known) if rolled.agreed => value(known),
                Some(known) => format!("{} *", value(known)),
                None => dash(),
            };
            let target = rolled.target.map_or_else(dash, value);
            let answered = format!("{}/{}", counts.answered, counts.relevant());
            vec![area.short.clone(), now, target, answered]
        });
        Table {
            caption: (self.own.bars)(&pack.set.title),
            columns: vec![
                words.area.to_owned(),
                words.now.to_owned(),
                words.target.to_owned(),
                self.own.answered.to_owned(),
            ],
            rows: rows.collect(),
        }
    }

    fn bars(&self, pack: &PackSet, number: usize) -> El {
        let spec = rolled_bars(Rolled {
            model: self.model,
            set: &pack.set,
            rolled: &pack.rolled,
            title: (self.own.bars)(&pack.set.title),
        });
        chart::figure(self.runtime, &format!("pack-bars-{number}"), &spec)
    }

    fn where_we_differ(&self) -> El {
        let own = self.own;
        let compares = |pack: &&PackSet| pack.compares();
        let maps = self.pack.sets.iter().zip(1..).map(|(pack, number)| {
            if compares(&pack) {
                self.heat_map(pack, number)
            } else {
                p((own.nothing_to_compare)(&pack.set.title))
            }
        });
        let sets = || self.pack.sets.iter().filter(compares);
        let widest = sets().flat_map(|pack| {
            let areas = pack.widest(FEW).into_iter();
            areas.filter_map(move |across| self.wide(pack, across))
        });
        let divided = sets().flat_map(|pack| {
            let questions = pack.compared.divided().into_iter();
            questions.filter_map(move |across| self.divided(pack, across))
        });
        let unknown = self.pack.sets.iter().flat_map(|pack| {
            let questions = pack.compared.unknown().into_iter();
            questions.filter_map(move |(across, how)| self.unknown(pack, across, how))
        });
        let key = sets().next().map(|_| p(own.heat_key).class("source"));
        self.page("where-we-differ", own.where_we_differ)
            .children(maps)
            .children(key)
            .child(
                el("div")
                    .class("columns")
                    .child(list(own.widest, widest.take(FEW), own.no_difference))
                    .child(list(own.unknown, unknown.take(LINES), own.no_unknown)),
            )
            .child(list(own.divided, divided.take(LINES), own.no_difference))
            .children(self.left_out())
    }

    /// Units down, areas across: the value in words, the shade on top.
    fn heat_map(&self, pack: &PackSet, number: usize) -> El {
        let head = |text: &str| {
            let label = el("span").text(text.to_owned());
            el("th").attr("scope", "col").class("turned").child(label)
        };
        let shown: Vec<bool> = pack
            .compared
            .areas
            .iter()
            .map(|area| area.asked > 0)
            .collect();
        let areas = pack
            .set
            .areas
            .iter()
            .zip(&shown)
            .filter(|(_, shown)| **shown);
        let heads = areas.map(|(area, _)| head(&area.short));
        let rows = pack.compared.units.iter().map(|line| {
            let cells = line.cells.iter().zip(&shown).filter(|(_, shown)| **shown);
            let cells = cells.map(|(cell, _)| self.cell(pack, cell.as_ref()));
            el("tr")
                .child(el("th").attr("scope", "row").text(self.name(&line.unit)))
                .children(cells)
        });
        let caption = (self.own.heat_caption)(&pack.set.title);
        let corner = el("th").attr("scope", "col").text(self.own.unit);
        let table = el("table")
            .class("heat-sheet")
            .id(format!("pack-heat-{number}"))
            .child(el("caption").text(caption.clone()))
            .child(el("thead").child(el("tr").child(corner).children(heads)))
            .child(el("tbody").children(rows));
        el("div")
            .child(
                el("div")
                    .class("scroll")
                    .attr("tabindex", "0")
                    .attr("role", "region")
                    .attr("aria-label", caption)
                    .child(table),
            )
            .child(p(self.source(pack)).class("source"))
    }

    fn cell(&self, pack: &PackSet, cell: Option<&Cell>) -> El {
        let td = el("td").class("n");
        let Some(cell) = cell else {
            return td;
        };
        let Some(value) = cell.result.value else {
            return td.text(self.words.reached_open);
        };
        let (from, to) = pack.set.range();
        let share = (value - f64::from(from)) / f64::from(to - from).max(1.0);
        let shade = match share {
            share if share >= 0.75 => "4",
            share if share >= 0.5 => "3",
            share if share >= 0.25 => "2",
            _ => "1",
        };
        let mark = if cell.result.agreed { "" } else { " *" };
        td.attr("data-shade", shade)
            .text(format!("{}{mark}", self.measured(pack, value)))
    }

    /// The units with the lowest and the highest value of an area.
    fn wide(&self, pack: &PackSet, across: &AreaAcross) -> Option<(String, String)> {
        let (low, high) = across.ends?;
        let place = pack
            .set
            .areas
            .iter()
            .position(|area| area.id == across.area)?;
        let at = |wanted: f64| {
            let line = pack.compared.units.iter().find(|line| {
                let cell = line.cells.get(place).and_then(Option::as_ref);
                let value = cell.and_then(|cell| cell.result.value);
                value.is_some_and(|value| value.total_cmp(&wanted).is_eq())
            });
            line.map(|line| self.name(&line.unit)).unwrap_or_default()
        };
        let value = |value| self.measured(pack, value);
        let line = (self.own.from_to)(&value(low), &at(low), &value(high), &at(high));
        Some((title_of(pack, across), line))
    }

    /// The units that gave the lowest and the highest agreed level of a question.
    fn divided(&self, pack: &PackSet, across: &QuestionAcross) -> Option<(String, String)> {
        let (low, high) = across.between.ends()?;
        let (_, question) = pack.set.question(&across.question)?;
        let mut all = pack.set.areas.iter().flat_map(|area| &area.questions);
        let place = all.position(|other| other.id == across.question)?;
        let at = |wanted: u8| {
            let line = pack.compared.units.iter().find(|line| {
                let answer = line.answers.get(place).copied().flatten();
                matches!(answer, Some(Standing::Level { lowest, agreed: true, .. }) if lowest == wanted)
            });
            line.map(|line| self.name(&line.unit)).unwrap_or_default()
        };
        let level = |level: u8| {
            let step = pack.set.scale.iter().find(|step| step.value == level);
            match (pack.set.roll_up, step) {
                (RollUp::Fulfilment, Some(step)) => step.name.clone(),
                _ => level.to_string(),
            }
        };
        let line = (self.own.from_to)(&level(low), &at(low), &level(high), &at(high));
        Some((question.text.clone(), line))
    }

    fn unknown(
        &self,
        pack: &PackSet,
        across: &QuestionAcross,
        how: Unknown,
    ) -> Option<(String, String)> {
        let (_, question) = pack.set.question(&across.question)?;
        let Counts { dont_know, .. } = across.counts;
        let line = match how {
            Unknown::All => (self.own.unknown_all)(dont_know),
            Unknown::Most => (self.own.unknown_most)(dont_know, across.counts.relevant()),
        };
        Some((question.text.clone(), line))
    }

    fn to_talk_about(&self) -> El {
        let own = self.own;
        let points: Vec<El> = self
            .pack
            .points
            .iter()
            .filter_map(|one| self.point(one))
            .collect();
        let none = points.is_empty().then(|| quiet(own.no_proposals));
        let shared = self.pack.sets.iter().flat_map(|pack| {
            let areas = pack.compared.shared_areas().into_iter();
            areas.map(move |across| {
                let line = (own.under)(across.under, across.asked);
                (title_of(pack, across), line)
            })
        });
        let sources = self
            .pack
            .sets
            .iter()
            .map(|pack| p(self.source(pack)).class("source"));
        self.page("to-talk-about", own.to_talk_about)
            .child(el("h3").text(own.proposals))
            .children(none)
            .child(el("ol").class("points").children(points))
            .child(p(own.proposals_about).class("source"))
            .child(
                el("div")
                    .class("columns")
                    .child(list(
                        own.shared_gaps,
                        shared.take(LINES),
                        own.no_shared_gaps,
                    ))
                    .child(self.open()),
            )
            .child(self.needs())
            .children(sources)
            .children(self.left_out())
    }

    fn point(&self, point: &Point) -> Option<El> {
        let own = self.own;
        let mut sets = self.pack.sets.iter();
        let pack = sets.find(|pack| pack.set.id == point.set)?;
        let area = pack.set.area(&point.area)?;
        let mut why = Vec::new();
        if point.law {
            why.push(own.law.to_owned());
        }
        why.extend(point.distance.map(|distance| match distance {
            Distance::Municipality(gap) => (own.under_own)(&self.distance(pack, gap)),
            Distance::Units(gap) => (own.under_theirs)(&self.distance(pack, gap)),
        }));
        why.extend(point.importance.map(own.importance));
        let ends = point.ends.filter(|(low, high)| high - low > 1e-6);
        why.extend(
            ends.map(|(low, high)| {
                (own.apart)(&self.measured(pack, low), &self.measured(pack, high))
            }),
        );
        if point.under.0 > 0 {
            why.push((own.under)(point.under.0, point.under.1));
        }
        Some(
            el("li")
                .child(el("strong").text(area.title.clone()))
                .child(
                    el("span")
                        .class("quiet")
                        .text(format!(" {}", pack.set.title)),
                )
                .child(p(format!("{}.", capital(&why.join(", "))))),
        )
    }

    fn needs(&self) -> El {
        let own = self.own;
        let needs = &self.pack.needs;
        let more = needs.len().saturating_sub(LINES);
        let lines = needs.iter().take(LINES).filter_map(|of| self.need(of));
        let shared = list(own.shared_needs, lines, own.no_shared_needs);
        let link = el("a").attr("href", Route::Needs.href());
        shared.children((more > 0).then(|| el("p").child(link.text((own.and_more)(more)))))
    }

    /// The IT-råd's wording, or what was asked where it has written none.
    fn need(&self, of: &NeedsOfQuestion) -> Option<(String, String)> {
        let set = self.model.set(&of.set)?;
        let (_, question) = set.question(&of.question)?;
        let what = of.wording.clone().unwrap_or_else(|| question.text.clone());
        let units = (self.own.units)(of.units().len());
        let how = if of.to_agenda {
            format!("{units}, {}", self.own.to_agenda)
        } else {
            units
        };
        Some((what, how))
    }

    fn open(&self) -> El {
        let own = self.own;
        let open = self.pack.open;
        let counts = |(n, of): (usize, usize), words: fn(usize, usize) -> String| {
            (n > 0).then(|| words(n, of))
        };
        let lines = [
            counts(open.without_target, own.without_target),
            counts(open.without_owner, own.without_owner),
            (open.not_agreed > 0).then(|| (own.not_agreed)(open.not_agreed)),
            counts(open.not_in, own.not_in),
            open.unlocked.then(|| own.unlocked.to_owned()),
        ];
        let lines: Vec<El> = lines
            .into_iter()
            .flatten()
            .map(|line| el("li").text(line))
            .collect();
        let section = el("section").child(el("h3").text(own.open));
        if lines.is_empty() {
            section.child(quiet(own.nothing_open))
        } else {
            section.child(el("ul").class("lines").children(lines))
        }
    }
}

fn title_of(pack: &PackSet, across: &AreaAcross) -> String {
    let area = pack.set.area(&across.area);
    area.map(|area| area.title.clone()).unwrap_or_default()
}

/// A heading and what stands under it, or that there is nothing.
fn list(
    title: &'static str,
    items: impl Iterator<Item = (String, String)>,
    none: &'static str,
) -> El {
    let items: Vec<El> = items
        .map(|(what, how)| {
            el("li")
                .child(el("strong").text(what))
                .child(el("span").text(format!(": {how}")))
        })
        .collect();
    let section = el("section").child(el("h3").text(title));
    if items.is_empty() {
        section.child(quiet(none))
    } else {
        section.child(el("ul").class("lines").children(items))
    }
}
