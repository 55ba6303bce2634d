//! *Mötesunderlag*: three pages for paper. Where we are, where we differ, what we propose to talk about.

mod to_talk_about;
mod where_we_are;
mod where_we_differ;

use leptos::prelude::*;

use super::sets::least_ready;
use crate::app::desk::meeting_pack::{MeetingPack, PackSet, Security, meeting_pack};
use crate::app::{Model, Section, Sets};
use crate::domain::{AreaAcross, UnitId, round_name};
use crate::i18n::{Language, MeetingWords, Words, measured};
use crate::platform;
use crate::ui::element::{El, el, following, ticked};
use crate::ui::parts::{Weight, button, choice, h2, heading, p, quiet};
use crate::ui::runtime::Runtime;
use crate::ui::waiting;

/// How many of a list stand on its sheet, where two stand beside each other.
const FEW: usize = 3;
/// The same of a list that has the whole width.
const LINES: usize = 4;

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
}

fn title_of(pack: &PackSet, across: &AreaAcross) -> String {
    let area = pack.set.area(&across.area);
    area.map(|area| area.title.clone()).unwrap_or_default()
}

/// A heading and at most so many lines under it: how many more there are, or that there is nothing.
fn list(
    own: &MeetingWords,
    title: &'static str,
    lines: impl Iterator<Item = (String, String)>,
    most: usize,
    none: &'static str,
) -> El {
    let mut items: Vec<El> = lines
        .map(|(what, how)| {
            el("li")
                .child(el("strong").text(what))
                .child(el("span").text(format!(": {how}")))
        })
        .collect();
    let more = items.len().saturating_sub(most);
    items.truncate(most);
    let section = el("section").child(el("h3").text(title));
    if items.is_empty() {
        return section.child(quiet(none));
    }
    section
        .child(el("ul").class("lines").children(items))
        .children((more > 0).then(|| quiet((own.and_more)(more))))
}
