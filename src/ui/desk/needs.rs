//! *Behov*: what units need beside which question, and what the IT-råd makes of it.

use leptos::prelude::*;

use super::said::capital;
use super::sets::least_ready;
use crate::app::desk::shared_needs;
use crate::app::{DeskMsg, Place, Route, Section, Sets};
use crate::domain::{Need, NeedsOfQuestion, Tag, Voice, needs_by_tag, role_of, round_name};
use crate::i18n::{NeedsWords, Words};
use crate::ui::element::{El, el, following, ticked, value_of};
use crate::ui::parts::{choice, h2, heading, p, perhaps, quiet};
use crate::ui::runtime::Runtime;
use crate::ui::waiting;

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    following(move || {
        let state = runtime.read(&[Section::Sets], least_ready);
        vec![match state {
            Some(Sets::Ready(_)) => shown(runtime).into(),
            other => waiting::view(runtime, other.as_ref()).into(),
        }]
    })
}

fn shown(runtime: Runtime) -> El {
    let words = runtime.words();
    let own = &words.desk().needs;
    let eyebrow = runtime.peek(|model| {
        let round = model
            .round()
            .map(|round| round_name(&model.document, &round));
        let made_up = model.is_example().then(|| words.made_up.to_owned());
        let parts: Vec<String> = round.into_iter().chain(made_up).collect();
        parts.join(" · ")
    });
    // What is being written on this page does not draw it anew.
    let needs = Memo::new(move |_| {
        let sections = [Section::Answers, Section::Units, Section::Sets];
        let mut needs = runtime.read(&sections, shared_needs);
        for of in &mut needs {
            of.wording = None;
            of.to_agenda = false;
        }
        needs
    });
    let topic = RwSignal::new(None::<Tag>);
    el("article")
        .class("page needs")
        .child(p(eyebrow).class("eyebrow"))
        .child(heading(own.title))
        .follows(move || perhaps(topics(words, &needs.get(), topic)))
        .follows(move || {
            let mut needs = needs.get();
            if let Some(topic) = topic.get() {
                needs.retain(|of| of.is_about(topic));
            }
            let content = content(runtime, words, own, &needs);
            content.into_iter().map(Into::into).collect()
        })
}

/// What the needs are about, to choose one.
fn topics(
    words: &'static Words,
    needs: &[NeedsOfQuestion],
    topic: RwSignal<Option<Tag>>,
) -> Option<El> {
    let own = &words.desk().needs;
    let tags = needs_by_tag(needs);
    let options = tags.iter().map(|of| {
        let name = (words.desk().compare.tag_name)(of.tag);
        el("option")
            .attr("value", of.tag.word())
            .text((own.of_topic)(name, of.needs, of.units))
    });
    let select = el("select")
        .class("ds-input")
        .id("topic")
        .child(el("option").attr("value", "").text(own.all_topics))
        .children(options)
        .on("change", move |event| {
            topic.set(Tag::parse(&value_of(&event)));
        });
    (!tags.is_empty()).then(|| {
        el("div")
            .class("field no-print")
            .child(el("label").attr("for", "topic").text(own.topic))
            .child(select)
    })
}

fn content(
    runtime: Runtime,
    words: &'static Words,
    own: &'static NeedsWords,
    needs: &[NeedsOfQuestion],
) -> Vec<El> {
    if needs.is_empty() {
        return vec![p(own.nothing).class("lead").id("needs-sentence")];
    }
    let mut units: Vec<_> = needs.iter().flat_map(NeedsOfQuestion::units).collect();
    units.sort();
    units.dedup();
    let count = needs.iter().map(|of| of.needs.len()).sum();
    let (shared, single): (Vec<_>, Vec<_>) = needs.iter().partition(|of| of.is_shared());
    let sentence = (own.sentence)(count, units.len());
    let sentence = format!("{sentence} {}", (own.shared_count)(shared.len()));
    let mut parts = vec![
        p(sentence).class("lead").id("needs-sentence"),
        p(own.about).class("no-print"),
    ];
    for (id, title, list) in [
        ("shared", own.shared, shared),
        ("single", own.single, single),
    ] {
        if !list.is_empty() {
            let rows = list.into_iter().map(|of| question(runtime, words, of));
            let rows: Vec<El> = rows.flatten().collect();
            parts.push(el("section").id(id).child(h2(title)).children(rows));
        }
    }
    parts
}

fn question(runtime: Runtime, words: &'static Words, of: &NeedsOfQuestion) -> Option<El> {
    let own = &words.desk().needs;
    let set = runtime.peek(|model| model.set(&of.set))?;
    let (area, question) = set.question(&of.question)?;
    let first = of.needs.first()?;
    let place = Place {
        set: of.set.clone(),
        unit: first.unit.clone(),
        question: Some(of.question.clone()),
    };
    let link = el("a").attr("href", Route::Answer(Some(place)).href());
    let rows = of.needs.iter().map(|need| line(runtime, own, need));
    let count = of.units().len();
    let about = match count {
        1 => format!("{} · {}", set.title, area.title),
        n => format!("{} · {} · {}", set.title, area.title, (own.units)(n)),
    };
    let of_question = of.question.clone();
    Some(
        el("section")
            .class("card need")
            .id(format!("need-{}", of.question))
            .child(quiet(about))
            .child(el("h3").child(link.text(question.text.clone())))
            .child(el("ul").class("said").children(rows))
            .follows(move || {
                runtime.read(&[Section::Undone], |_| ());
                let prepared = runtime.peek(|model| {
                    let all = shared_needs(model).into_iter();
                    all.into_iter().find(|of| of.question == of_question)
                });
                perhaps(prepared.map(|of| prepared_by_council(runtime, own, &of)))
            }),
    )
}

fn line(runtime: Runtime, own: &'static NeedsWords, need: &Need) -> El {
    let who = runtime.peek(|model| {
        let unit = model.unit_name(&need.unit);
        match &need.voice {
            Voice::Person(person) => match role_of(&model.document, person) {
                "" => unit,
                role => (own.by_person)(&unit, role),
            },
            Voice::Together | Voice::Proposal(_) => unit,
        }
    });
    el("li").child(
        el("p")
            .child(el("strong").text(capital(&who)))
            .text(format!(": {}", need.text)),
    )
}

/// What the IT-råd writes, and whether it goes on to the agenda.
fn prepared_by_council(runtime: Runtime, own: &'static NeedsWords, of: &NeedsOfQuestion) -> El {
    let id = format!("wording-{}", of.question);
    let (start, question) = (of.wording.clone().unwrap_or_default(), of.question.clone());
    let on_paper = of.wording.clone();
    let field = el("textarea")
        .class("ds-input")
        .id(id.clone())
        .attr("rows", "2")
        .attr("maxlength", "4000")
        .value(move || start.clone())
        .on("input", move |event| {
            let msg = DeskMsg::WordNeed(question.clone(), value_of(&event));
            runtime.typed(msg.into());
        })
        .on("blur", move |_| runtime.flush());
    let (on, question) = (of.to_agenda, of.question.clone());
    let agenda = choice(
        "checkbox",
        format!("to-agenda-{}", of.question),
        "to-agenda",
        move || on,
        move |event| runtime.send(DeskMsg::NeedToAgenda(question.clone(), ticked(&event))),
    )
    .child(el("span").text(own.to_agenda));
    el("div")
        .child(
            el("div")
                .class("field no-print")
                .child(el("label").attr("for", id).text(own.wording))
                .child(field),
        )
        .children(on_paper.map(|text| p(format!("{}: {text}", own.wording)).class("only-print")))
        .child(agenda)
}
