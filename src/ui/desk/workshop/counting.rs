//! Counting what is shown: fingers that somebody counts, or a device that goes round with its answers hidden.

use leptos::prelude::*;

use super::Room;
use super::stage::{Asked, texts};
use crate::app::desk::{Tap, WorkshopMsg, every_answer};
use crate::domain::{Shown, Step};
use crate::platform;
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, button, p, quiet};

/// A row for each answer, with the level's text, a button on either side of the count.
pub fn fingers(asked: &Asked) -> Vec<El> {
    let words = asked.room.words();
    let row = |tag, shown| {
        el(tag)
            .class("shown")
            .child(texts(&asked.room, &asked.question, shown))
            .child(stepper(asked, shown))
    };
    let levels = every_answer(&asked.question).into_iter();
    let levels = levels.filter(|shown| *shown != Shown::DontKnow);
    let rows = levels.map(|shown| row("li", shown));
    let dont_know = row("div", Shown::DontKnow);
    let (all, already) = (asked.clone(), asked.votes().already.unwrap_or(0));
    let anew = asked.clone();
    let keys = asked
        .digits()
        .then(|| quiet(words.count_keys).class("quiet keys"));
    let counted = el("p")
        .class("counted")
        .attr("role", "status")
        .id("counted")
        .text_follows(move || (words.counted)(all.followed().answers()));
    vec![
        p(words.count_about).class("how"),
        el("ol").class("rows").children(rows),
        el("div")
            .class("under")
            .child(dont_know)
            .child(counted)
            .children((already > 0).then(|| quiet((words.in_count)(u64::from(already)))))
            .children(keys),
        asked.steps(
            go_on(asked, words.show, Step::Revealed),
            [button(
                Weight::Tertiary,
                "anew",
                words.from_zero,
                move || {
                    let (set, unit, id) = anew.place();
                    anew.room.send(WorkshopMsg::CountAnew(set, unit, id));
                },
            )],
        ),
    ]
}

fn stepper(asked: &Asked, shown: Shown) -> El {
    let words = asked.room.words();
    let name = asked.room.name_of(shown);
    let tap = |id: &str, sign: &'static str, tap: Tap, label: fn(&str, u32) -> String| {
        let (room, followed, name) = (asked.clone(), asked.clone(), name.clone());
        button(
            Weight::Secondary,
            format!("{id}-{shown}"),
            sign,
            move || {
                room.count(shown, tap);
            },
        )
        .attr_follows("aria-label", move || {
            Some(label(&name, followed.followed().of(shown)))
        })
    };
    let number = asked.clone();
    el("span")
        .class("stepper")
        .child(tap("fewer", "−", Tap::Fewer, words.one_fewer))
        .child(
            el("strong")
                .class("count")
                .id(format!("count-{shown}"))
                .text_follows(move || number.followed().of(shown).to_string()),
        )
        .child(tap("more", "+", Tap::More, words.one_more))
}

/// The button that leads to the next step.
pub fn go_on(asked: &Asked, text: &'static str, step: Step) -> El {
    let asked = asked.clone();
    button(Weight::Primary, "go-on", text, move || {
        asked.go(Some(step));
        platform::focus_soon("go-on");
    })
}

/// One person at a time: choose, and hand on. Nothing of it is shown before the reveal.
pub fn round(asked: &Asked, thanks: RwSignal<bool>) -> Vec<El> {
    let asked = asked.clone();
    vec![el("div").follows(move || {
        let shown = if thanks.get() {
            handed_on(&asked, thanks)
        } else {
            your_turn(&asked, thanks)
        };
        shown.into_iter().map(Into::into).collect()
    })]
}

/// How many have had the device.
fn had_it(asked: &Asked) -> u64 {
    let votes = asked.votes();
    let already = u64::from(votes.already.unwrap_or(0));
    votes.answers().saturating_sub(already)
}

fn your_turn(asked: &Asked, thanks: RwSignal<bool>) -> Vec<El> {
    let words = asked.room.words();
    let rows = every_answer(&asked.question).into_iter().map(|shown| {
        let tapped = asked.clone();
        let choose = el("button")
            .attr("type", "button")
            .class("own-answer")
            .id(format!("mine-{shown}"))
            .child(texts(&asked.room, &asked.question, shown))
            .on("click", move |_| answer(&tapped, shown, thanks));
        el("li").child(choose)
    });
    let turn = p((words.your_turn)(had_it(asked) + 1))
        .class("how")
        .id("your-turn")
        .attr("tabindex", "-1");
    vec![
        turn.child(beside(words.round_about.to_owned())),
        el("ol").class("rows").children(rows),
        asked.steps(
            el("span"),
            [go_on(asked, words.show, Step::Revealed).attr("data-variant", "tertiary")],
        ),
    ]
}

/// Somebody has chosen.
pub fn answer(asked: &Asked, shown: Shown, thanks: RwSignal<bool>) {
    asked.count(shown, Tap::More);
    thanks.set(true);
    platform::focus_soon("have-it");
}

fn handed_on(asked: &Asked, thanks: RwSignal<bool>) -> Vec<El> {
    let words = asked.room.words();
    let followed = asked.clone();
    let far = p("").id("have-answered").text_follows(move || {
        let _answers = followed.followed(); // undone or counted in another tab
        (words.have_answered)(had_it(&followed))
    });
    let next = button(Weight::Primary, "have-it", words.i_have_it, move || {
        thanks.set(false);
        platform::focus_soon("your-turn");
    });
    let show = go_on(asked, words.show, Step::Revealed).attr("data-variant", "secondary");
    vec![
        el("div")
            .class("thanks")
            .child(p(words.thanks).class("how").attr("role", "status"))
            .child(far),
        asked.steps(next, [show]),
    ]
}

/// What is said beside what to do, in a lower voice.
pub fn beside(text: String) -> El {
    el("span").class("quiet").text(text)
}

/// What an answer is called where it is counted.
pub fn label(room: &Room, shown: Shown) -> El {
    el("b").text(room.name_of(shown))
}
