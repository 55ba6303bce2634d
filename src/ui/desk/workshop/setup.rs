//! Before a workshop: which questions, who is in the room, and answers that are there already.

use leptos::prelude::AnyView;

use super::Room;
use crate::app::desk::{Chosen, WorkshopMsg, next_page, workshop, worth_a_talk};
use crate::app::{Route, Section};
use crate::domain::{
    Knowledge, PersonId, QuestionId, Step, Workshop, brought, missing, participants,
};
use crate::platform;
use crate::ui::element::{El, el, ticked};
use crate::ui::parts::{Weight, button, choice, field, h2, heading, input, p, perhaps, quiet, way};
use crate::ui::picker;

/// How many questions can be chosen, most divided first; all of them beside.
const SIZES: [usize; 4] = [3, 15, 20, 25];

/// The page.
pub fn view(room: &Room) -> El {
    let words = room.words();
    let (questions, people) = (room.clone(), room.clone());
    el("article")
        .class("page narrow")
        .child(heading((words.title_of)(&room.unit_name())))
        .child(p(room.set.title.clone()).class("eyebrow"))
        .child(p(words.lead).class("lead"))
        .children(picker::view(
            room.runtime,
            words.choose,
            (&room.set.id, Some(&room.unit)),
            |set, unit| {
                Route::Workshop(Some(crate::app::Place {
                    set,
                    unit,
                    question: None,
                }))
            },
            |_, _, _| true,
        ))
        .child(
            el("section")
                .child(h2(words.questions))
                .follows(move || chosen(&questions)),
        )
        .child(
            el("section")
                .id("people")
                .child(h2(words.people))
                .child(p(words.people_about))
                .follows(move || who(&people))
                .child(join(room)),
        )
        .child(phones(room))
}

fn chosen(room: &Room) -> Vec<AnyView> {
    let words = room.words();
    let (standing, asked) = room.runtime.read(&[Section::Answers], |model| {
        let asked = worth_a_talk(model, &room.set.id, &room.unit).len();
        (workshop(model, &room.set, &room.unit), asked)
    });
    let Some(standing) = standing else {
        if asked == 0 {
            return perhaps(Some(p(words.nothing)));
        }
        let about = p(words.questions_about);
        return [about, sizes(room, asked)].map(Into::into).into();
    };
    let next = room
        .runtime
        .peek(|model| next_page(model, &room.set, &room.unit));
    let of = standing.questions.len();
    let far = (words.far)(standing.done().count(), standing.parked().count(), of);
    let begun = standing.questions.iter().any(|(_, step)| step.is_some());
    let onward = if begun { words.go_on } else { words.begin };
    let again = el("details")
        .class("ds-details")
        .child(el("summary").text(words.choose_again))
        .child(
            el("div")
                .child(quiet(words.choose_again_about))
                .child(sizes(room, asked)),
        );
    let parts = [
        p(far).id("far"),
        el("p").child(way(Weight::Primary, "go-on", onward, next.href())),
        list(room, &standing),
        again,
    ];
    parts.map(Into::into).into()
}

/// A button for each number of questions that there are enough for.
fn sizes(room: &Room, asked: usize) -> El {
    let words = room.words();
    let some = SIZES.into_iter().filter(|size| *size < asked);
    let some = some.map(|size| (size, (words.so_many)(size)));
    let all = std::iter::once((asked, (words.all)(asked)));
    let buttons = some.chain(all).map(|(size, text)| {
        let room = room.clone();
        button(Weight::Secondary, format!("take-{size}"), text, move || {
            let (set, unit) = (room.set.id.clone(), room.unit.clone());
            room.send(WorkshopMsg::Choose(set, unit, Chosen::MostDivided(size)));
            platform::focus_soon("go-on");
        })
    });
    el("p").class("buttons").children(buttons)
}

fn list(room: &Room, standing: &Workshop) -> El {
    let words = room.words();
    let [to_come, under_way, done, parked] = words.states;
    let rows = standing.questions.iter().filter_map(|(id, step)| {
        let state = match step {
            None => to_come,
            Some(Step::Done) => done,
            Some(Step::Parked) => parked,
            Some(_) => under_way,
        };
        row(room, id, state)
    });
    el("details")
        .class("ds-details")
        .id("list")
        .child(el("summary").text(words.list))
        .child(el("ol").children(rows))
}

fn row(room: &Room, id: &QuestionId, state: &'static str) -> Option<El> {
    let question = room.question(id)?;
    let link = el("a")
        .attr("href", room.page(Some(id.clone())).href())
        .text(question.text);
    let state = el("span").class("quiet").text(format!(" ({state})"));
    Some(el("li").child(link).child(state))
}

fn who(room: &Room) -> Vec<AnyView> {
    let words = room.words();
    let (people, missing) = room.runtime.read(&[Section::Answers], |model| {
        let Some(round) = model.round() else {
            return (Vec::new(), Vec::new());
        };
        let people = participants(&model.document, &round, &room.unit);
        (people, missing(&model.document, &round, &room.unit))
    });
    let said = (!people.is_empty()).then(|| {
        let text = if missing.is_empty() {
            words.all_there.to_owned()
        } else {
            let names: Vec<&str> = missing.into_iter().map(|f| name(room, f)).collect();
            (words.missing)(&names.join(", "))
        };
        p(text).id("missing").attr("role", "status")
    });
    let rows = people.iter().map(|(id, role)| person(room, id, role));
    let rows = el("ul").class("in-the-room").children(rows);
    let list = (!people.is_empty()).then_some(rows);
    list.into_iter().chain(said).map(Into::into).collect()
}

fn name(room: &Room, field: Knowledge) -> &'static str {
    let names = Knowledge::ALL.into_iter().zip(room.words().knowledge);
    let mut names = names.filter(|(other, _)| *other == field);
    names.next().map_or("", |(_, name)| name)
}

fn person(room: &Room, id: &PersonId, role: &str) -> El {
    let words = room.words();
    let fields = Knowledge::ALL.into_iter().map(|field| {
        let (followed, who) = (room.clone(), id.clone());
        let checked = move || {
            followed.runtime.read(&[Section::Answers], |model| {
                let round = model.round();
                round.is_some_and(|round| {
                    brought(&model.document, &round, &followed.unit, &who).contains(&field)
                })
            })
        };
        let (room, who) = (room.clone(), id.clone());
        let name = name(&room, field);
        choice(
            "checkbox",
            format!("brings-{id}-{}", field.word()),
            "brings",
            checked,
            move |event| {
                let (unit, who) = (room.unit.clone(), who.clone());
                room.send(WorkshopMsg::Brings(unit, who, field, ticked(&event)));
            },
        )
        .child(el("span").text(name))
    });
    let (leaving, who) = (room.clone(), id.clone());
    let leave = button(
        Weight::Tertiary,
        format!("leave-{id}"),
        words.leave,
        move || {
            leaving.send(WorkshopMsg::Leave(leaving.unit.clone(), who.clone()));
            platform::focus_soon("new-role");
        },
    )
    .attr("aria-label", format!("{}: {role}", words.leave));
    el("li")
        .child(
            el("fieldset")
                .child(
                    el("legend")
                        .child(el("strong").text(role.to_owned()))
                        .attr("aria-label", (words.brings)(role)),
                )
                .child(el("div").class("fields").children(fields)),
        )
        .child(leave)
}

fn join(room: &Room) -> El {
    let words = room.words();
    let room = room.clone();
    el("form")
        .class("add")
        .on("submit", move |event| {
            event.prevent_default();
            let role = platform::take_value("new-role");
            room.send(WorkshopMsg::Join(room.unit.clone(), role));
            platform::focus_soon("new-role");
        })
        .child(field("new-role", words.role, None, input("new-role")))
        .child(
            el("button")
                .class("ds-button")
                .attr("data-variant", "secondary")
                .attr("type", "submit")
                .id("join")
                .text(words.add),
        )
}

fn phones(room: &Room) -> El {
    let words = room.words();
    let files = el("a")
        .attr("href", Route::Data.href())
        .id("read-files")
        .text(words.read_files);
    el("section")
        .child(h2(words.phones))
        .child(p(words.phones_about))
        .child(
            el("p")
                .class("buttons")
                .child(way(
                    Weight::Secondary,
                    "read-codes",
                    words.read_codes,
                    Route::ReadCode(room.unit.clone()).href(),
                ))
                .child(files),
        )
}
