//! Answering one question: where one is, the level cards, why, and on to the next.

mod areas;
mod before;
mod beside;
mod levels;

pub use beside::named;

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{El, el, following};
use super::parts::{Weight, button, heading, p, page as plain_page, perhaps, submit, way};
use super::runtime::Runtime;
use crate::app::{
    Msg, Place, QuestionState, Route, Section, Sets, in_order, next_open, progress, question_state,
};
use crate::domain::{Area, Question, QuestionId, QuestionSet, State, UnitId};
use crate::platform;

/// One question on the page, with what every part of it needs.
#[derive(Clone)]
struct Asked {
    runtime: Runtime,
    set: Arc<QuestionSet>,
    unit: UnitId,
    question: QuestionId,
}

impl Asked {
    fn question(&self) -> Option<(&Area, &Question)> {
        self.set.question(&self.question)
    }

    /// What has been said, followed.
    fn state(&self) -> QuestionState {
        self.runtime
            .read(&[Section::Answers, Section::Device], |model| {
                self.state_in(model)
            })
    }

    /// What has been said by now.
    fn state_now(&self) -> QuestionState {
        self.runtime.peek(|model| self.state_in(model))
    }

    fn state_in(&self, model: &crate::app::Model) -> QuestionState {
        self.question()
            .map(|(_, question)| question_state(model, &self.unit, question))
            .unwrap_or_default()
    }

    fn choose(&self, state: State) {
        let (set, unit) = (self.set.id.clone(), self.unit.clone());
        self.runtime
            .send(Msg::Choose(set, unit, self.question.clone(), state));
    }

    fn go(&self, question: &QuestionId) {
        self.runtime.flush();
        platform::go(&href(&self.set, &self.unit, question));
    }
}

fn href(set: &QuestionSet, unit: &UnitId, question: &QuestionId) -> String {
    Route::Answer(Some(Place {
        set: set.id.clone(),
        unit: unit.clone(),
        question: Some(question.clone()),
    }))
    .href()
}

/// The page of a place: its question, or the next open one where none is named.
pub fn view(runtime: Runtime, place: Place) -> AnyView {
    // Followed, as the form may stand at the very address that it leads to.
    let nobody = Memo::new(move |_| {
        runtime.read(&[Section::Device], |model| model.device.answers.is_none())
    });
    following(move || {
        let state = runtime.read(&[Section::Sets], |model| {
            model.set_state(&place.set).cloned()
        });
        let set = match state {
            Some(Sets::Ready(set)) => set,
            other => return vec![super::waiting::view(runtime, other.as_ref()).into()],
        };
        // Who answers is asked before anything can be answered, also of one who came by a link.
        if nobody.get() {
            return vec![super::begin::view(runtime)];
        }
        let question = place
            .question
            .clone()
            .or_else(|| first(runtime, &set, &place.unit));
        let shown = match question.filter(|id| set.question(id).is_some()) {
            Some(question) => page(&Asked {
                runtime,
                set,
                unit: place.unit.clone(),
                question,
            }),
            None if place.question.is_none() => nothing_asked(runtime),
            None => no_such_question(runtime),
        };
        vec![shown.into()]
    })
}

fn no_such_question(runtime: Runtime) -> El {
    plain_page(runtime.words().no_such_question).child(back_to_answering(runtime))
}

/// Others were named for everything here.
fn nothing_asked(runtime: Runtime) -> El {
    let words = runtime.words();
    plain_page(words.nothing_asked)
        .child(p(words.begin_nothing))
        .child(back_to_answering(runtime))
}

fn back_to_answering(runtime: Runtime) -> El {
    el("p").child(way(
        Weight::Primary,
        "answer",
        runtime.words().answer,
        Route::Answer(None).href(),
    ))
}

/// The next open question, or the first where all are done; a voluntary one where nothing else is asked.
fn first(runtime: Runtime, set: &QuestionSet, unit: &UnitId) -> Option<QuestionId> {
    runtime.peek(|model| {
        next_open(model, set, unit, None).or_else(|| {
            let areas = progress(model, set, unit).areas;
            let waited_for = areas.iter().find(|area| !area.optional);
            waited_for.or(areas.first()).map(|area| area.first.clone())
        })
    })
}

/// The questions that one walks through from `here`.
fn order(
    runtime: Runtime,
    set: &QuestionSet,
    unit: &UnitId,
    here: Option<&QuestionId>,
) -> Vec<QuestionId> {
    let ids = |question: &Question| question.id.clone();
    runtime.peek(|model| {
        in_order(model, set, unit, here)
            .into_iter()
            .map(ids)
            .collect()
    })
}

fn page(asked: &Asked) -> El {
    el("div")
        .class("page answering")
        .child(areas::view(asked))
        .children(main(asked))
}

fn main(asked: &Asked) -> Option<El> {
    let words = asked.runtime.words();
    let (area, question) = asked.question()?;
    let in_area = asked.runtime.peek(|model| {
        let areas = model.asked(&asked.set, &asked.unit);
        let here = areas.into_iter().find(|asked| asked.area.id == area.id);
        here.map(|asked| asked.questions).unwrap_or_default()
    });
    let place = in_area.iter().position(|q| q.id == question.id);
    // A question that belongs to another unit can be looked at by its address.
    let eyebrow = match place {
        Some(place) => {
            let of = (words.question_of)(place + 1, in_area.len());
            format!("{} · {of}", area.title)
        }
        None => format!("{} · {}", area.title, words.not_asked),
    };
    let keys = StoredValue::new_local(levels::digit_keys(asked));
    on_cleanup(move || keys.dispose());
    let (sent, others, proposed) = (asked.clone(), asked.clone(), asked.clone());
    let legend = el("legend")
        .child(el("span").class("eyebrow").text(eyebrow))
        .child(heading(question.text.clone()).id("question"));
    let fieldset = el("fieldset")
        .attr_if("disabled", place.is_none().then_some(""))
        .child(legend)
        .follows(move || perhaps(beside::other_answers(&others)))
        .follows(move || {
            let proposals = beside::proposals(&proposed).into_iter();
            proposals.map(Into::into).collect()
        })
        .children(levels::view(asked).into_iter().flatten());
    let form = el("form")
        .class("question")
        .on("submit", move |event| {
            event.prevent_default();
            forward(&sent);
        })
        .child(fieldset)
        .children(place.and_then(|_| before::view(asked)))
        .children(beside::view(asked).into_iter().flatten())
        .child(steps(asked));
    Some(form)
}

/// On to the next question in order, past the last one to what is still open, and then to the result.
fn forward(asked: &Asked) {
    asked.runtime.flush();
    if asked.state_now().lacks_reason {
        platform::focus("rationale");
        return;
    }
    let order = order(
        asked.runtime,
        &asked.set,
        &asked.unit,
        Some(&asked.question),
    );
    let here = order.iter().position(|id| *id == asked.question);
    match here.and_then(|place| order.get(place + 1)) {
        Some(next) => asked.go(next),
        None => to_open_or_result(asked),
    }
}

fn to_open_or_result(asked: &Asked) {
    asked.runtime.flush();
    match asked.runtime.peek(|model| other_open(model, asked)) {
        Some(open) => asked.go(&open),
        None => {
            platform::go(&Route::Result(Some((asked.set.id.clone(), asked.unit.clone()))).href());
        }
    }
}

/// The next open question that is not this one.
fn other_open(model: &crate::app::Model, asked: &Asked) -> Option<QuestionId> {
    next_open(model, &asked.set, &asked.unit, Some(&asked.question))
        .filter(|id| *id != asked.question)
}

fn steps(asked: &Asked) -> El {
    let words = asked.runtime.words();
    let order = order(
        asked.runtime,
        &asked.set,
        &asked.unit,
        Some(&asked.question),
    );
    let here = order
        .iter()
        .position(|id| *id == asked.question)
        .unwrap_or(0);
    let back = here
        .checked_sub(1)
        .and_then(|place| order.get(place))
        .map(|id| {
            way(
                Weight::Secondary,
                "back",
                words.previous,
                href(&asked.set, &asked.unit, id),
            )
        });
    let last = here + 1 >= order.len();
    let more = asked.clone();
    let rest = Memo::new(move |_| {
        more.runtime.read(&[Section::Answers], |model| {
            other_open(model, &more).is_some()
        })
    });
    let skip = asked.clone();
    let digits = asked.runtime.peek(|model| model.device.digit_keys);
    let hint = el("span")
        .class("quiet keys")
        .text((words.digit_hint)(asked.set.top()));
    el("div")
        .class("steps")
        .child(submit("next").text_follows(move || {
            let done = last && !rest.get();
            if done {
                words.see_result
            } else {
                words.next_question
            }
            .to_owned()
        }))
        .children(back)
        .follows(move || {
            let asked = skip.clone();
            perhaps(rest.get().then(|| {
                button(Weight::Tertiary, "next-open", words.next_open, move || {
                    to_open_or_result(&asked);
                })
            }))
        })
        .children(digits.then_some(hint))
}
