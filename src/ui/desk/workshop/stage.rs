//! One question on the screen: large, one step at a time, nothing shown before everybody has thought.

use leptos::prelude::*;

use super::{Room, clock, counting, reveal};
use crate::app::desk::{Tap, WorkshopMsg, next_page, workshop};
use crate::app::{Msg, Route, Section};
use crate::domain::{
    Question, QuestionId, SetId, Shown, State, Step, UnitId, Votes, individual_votes, votes,
};
use crate::platform;
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, button, heading, p, perhaps, quiet};

/// The question that is on the screen.
#[derive(Clone)]
pub struct Asked {
    pub room: Room,
    pub question: Question,
}

impl Asked {
    /// The place of the question, as messages name it.
    pub fn place(&self) -> (SetId, UnitId, QuestionId) {
        let (set, unit) = (self.room.set.id.clone(), self.room.unit.clone());
        (set, unit, self.question.id.clone())
    }

    /// What has been said by now.
    pub fn votes(&self) -> Votes {
        self.room.runtime.peek(|model| {
            let round = model.round();
            let round = round.unwrap_or_else(|| crate::domain::RoundId::from_random(0));
            votes(&model.document, &round, &self.room.unit, &self.question)
        })
    }

    /// What has been said, followed.
    pub fn followed(&self) -> Votes {
        self.room.runtime.read(&[Section::Answers], |_| ());
        self.votes()
    }

    /// How far the question has come, followed.
    fn step(&self) -> Option<Step> {
        self.room.runtime.read(&[Section::Answers], |model| {
            workshop(model, &self.room.set, &self.room.unit)?.step(&self.question.id)
        })
    }

    /// How many have answered alone.
    fn individual(&self) -> u64 {
        self.room.runtime.peek(|model| {
            let round = model.round();
            round.map_or(0, |round| {
                individual_votes(&model.document, &round, &self.room.unit, &self.question).answers()
            })
        })
    }

    /// Whether digit keys do something on this device.
    pub fn digits(&self) -> bool {
        self.room.runtime.peek(|model| model.device.digit_keys)
    }

    /// Goes to a step.
    pub fn go(&self, step: Option<Step>) {
        let (set, unit, id) = self.place();
        self.room.send(WorkshopMsg::Go(set, unit, id, step));
    }

    /// Counts one more, or one fewer.
    pub fn count(&self, shown: Shown, tap: Tap) {
        let (set, unit, id) = self.place();
        self.room
            .send(WorkshopMsg::Count(set, unit, id, shown, tap));
    }

    /// The unit agrees.
    pub fn agree(&self, state: Option<State>) {
        let (set, unit, id) = self.place();
        self.room.send(WorkshopMsg::Agree(set, unit, id, state));
    }

    /// The row of buttons: the next step, other ways, and parking at the end.
    pub fn steps<const N: usize>(&self, next: El, others: [El; N]) -> El {
        let asked = self.clone();
        let park = button(
            Weight::Tertiary,
            "park",
            self.room.words().park,
            move || {
                asked.go(Some(Step::Parked));
            },
        );
        el("div")
            .class("steps")
            .child(next)
            .children(others)
            .child(park)
    }
}

/// The page of a question.
pub fn view(room: Room, question: Question) -> El {
    let asked = Asked { room, question };
    let thanks = RwSignal::new(false);
    let first = asked.clone();
    let step = Memo::new(move |_| first.step());
    if step.get_untracked() == Some(Step::Round) {
        // Whoever has the device when the page comes is not shown a card that somebody else was to tap.
        let votes = asked.votes();
        thanks.set(votes.answers() > u64::from(votes.already.unwrap_or(0)));
    }
    let keys = StoredValue::new_local(digit_keys(&asked, step, thanks));
    on_cleanup(move || keys.dispose());
    let (shown, aside) = (asked.clone(), asked.clone());
    el("article")
        .class("page stage")
        .child(top(&asked))
        .child(heading(asked.question.text.clone()).id("question"))
        .follows(move || perhaps(beside(&aside, step)))
        .follows(move || {
            let parts = match step.get() {
                None => think(&shown, thanks),
                Some(Step::Fingers) => counting::fingers(&shown),
                Some(Step::Round) => counting::round(&shown, thanks),
                Some(Step::Revealed) => reveal::view(&shown),
                Some(Step::Done | Step::Parked) => left(&shown),
            };
            parts.into_iter().map(Into::into).collect()
        })
}

/// Where one is, and the small tools.
fn top(asked: &Asked) -> El {
    let (room, words) = (&asked.room, asked.room.words());
    let followed = asked.clone();
    let place = el("span").id("place").text_follows(move || {
        let room = &followed.room;
        let standing = room.runtime.read(&[Section::Answers], |model| {
            workshop(model, &room.set, &room.unit)
        });
        let name = room.unit_name();
        standing.map_or(name.clone(), |standing| {
            let of = standing.questions.len();
            let place = standing.place(&followed.question.id).min(of);
            format!("{} · {name}", (words.place)(place, of))
        })
    });
    let undone = asked.clone();
    let undo = button(Weight::Tertiary, "undo-here", words.undo, move || {
        undone.room.runtime.send(Msg::Undo);
        under_way(&undone).inspect(|route| platform::go(&route.href()));
    });
    let full = platform::has_full_screen().then(|| {
        button(
            Weight::Tertiary,
            "full-screen",
            words.full_screen,
            platform::turn_full_screen,
        )
    });
    let pause = el("a")
        .id("pause")
        .attr("href", room.page(None).href())
        .text(words.pause);
    el("div")
        .class("stage-top")
        .child(p("").class("eyebrow").child(place))
        .child(
            el("div")
                .class("tools")
                .child(clock::view(room))
                .child(undo)
                .children(full)
                .child(pause),
        )
}

/// Another question that is under way while this one has not been begun.
fn under_way(asked: &Asked) -> Option<Route> {
    let room = &asked.room;
    room.runtime.peek(|model| {
        let standing = workshop(model, &room.set, &room.unit)?;
        let next = standing.next()?;
        let is_other = *next != asked.question.id
            && standing.step(next).is_some()
            && standing.step(&asked.question.id).is_none();
        is_other.then(|| next_page(model, &room.set, &room.unit))
    })
}

/// What else there is to say: another question is under way, or this one is none of those chosen.
fn beside(asked: &Asked, step: Memo<Option<Step>>) -> Option<El> {
    let (room, words) = (&asked.room, asked.room.words());
    step.get();
    let chosen = room.runtime.peek(|model| {
        let standing = workshop(model, &room.set, &room.unit);
        standing.is_some_and(|standing| {
            let mut ids = standing.questions.iter();
            ids.any(|(id, _)| *id == asked.question.id)
        })
    });
    let (text, route) = match under_way(asked) {
        Some(route) => (words.under_way, route),
        None if !chosen => (words.not_chosen, room.page(None)),
        None => return None,
    };
    let link = el("a").attr("href", route.href()).text(words.go_on);
    Some(quiet(text).id("beside").text(" ").child(link))
}

/// The text of an answer, with its number and name.
pub fn texts(room: &Room, question: &Question, shown: Shown) -> El {
    let text = match shown {
        Shown::Level(level) => {
            let place = usize::from(level).checked_sub(1);
            place.and_then(|place| question.levels.get(place)).cloned()
        }
        Shown::DontKnow => None,
    };
    el("span")
        .class("said")
        .child(counting::label(room, shown))
        .children(text.map(|text| el("span").text(format!(" {text}"))))
}

fn think(asked: &Asked, thanks: RwSignal<bool>) -> Vec<El> {
    let words = asked.room.words();
    let rows = (1..=9)
        .take(asked.question.levels.len())
        .map(|level| el("li").child(texts(&asked.room, &asked.question, Shown::Level(level))));
    let individual = asked.individual();
    let round = asked.clone();
    let send_round = button(
        Weight::Secondary,
        "send-round",
        words.send_round,
        move || {
            thanks.set(false);
            round.go(Some(Step::Round));
            platform::focus_soon("your-turn");
        },
    );
    let next = counting::go_on(asked, words.fingers, Step::Fingers);
    let shown = asked.clone();
    let at_once = button(Weight::Tertiary, "at-once", words.show_at_once, move || {
        shown.go(Some(Step::Revealed));
        platform::focus_soon("go-on");
    });
    let steps = if individual > 0 {
        asked.steps(next, [send_round, at_once])
    } else {
        asked.steps(next, [send_round])
    };
    vec![
        p(words.think)
            .class("how")
            .child(counting::beside((words.already)(individual))),
        el("ol").class("rows").children(rows),
        steps,
    ]
}

/// A question that was left: what is known of it stays, and it can be taken up again.
fn left(asked: &Asked) -> Vec<El> {
    let words = asked.room.words();
    let again = asked.clone();
    let take_up = button(Weight::Secondary, "take-up", words.take_up, move || {
        again.go(Some(Step::Revealed));
        platform::focus_soon("go-on");
    });
    let room = &asked.room;
    let next = room
        .runtime
        .peek(|model| next_page(model, &room.set, &room.unit));
    let next = crate::ui::parts::way(Weight::Primary, "go-on", words.go_on, next.href());
    vec![
        p(words.was_left).class("how"),
        el("p").class("buttons").child(next).child(take_up),
    ]
}

/// Digits count fingers (with Shift, away), choose hidden answers, and agree: what is on the screen.
fn digit_keys(
    asked: &Asked,
    step: Memo<Option<Step>>,
    thanks: RwSignal<bool>,
) -> Option<platform::Listener> {
    if !asked.digits() {
        return None;
    }
    let asked = asked.clone();
    let top = u8::try_from(asked.question.levels.len()).unwrap_or(9);
    platform::on_digits(move |digit, shift| {
        let shown = match digit {
            0 => Shown::DontKnow,
            level if level <= top => Shown::Level(level),
            _ => return false,
        };
        let Some(step) = step.try_get_untracked() else {
            return false;
        };
        if platform::is_typing() {
            return false;
        }
        match step {
            Some(Step::Fingers) => {
                asked.count(shown, if shift { Tap::Fewer } else { Tap::More });
            }
            Some(Step::Round) if !shift && !thanks.get_untracked() => {
                counting::answer(&asked, shown, thanks);
            }
            Some(Step::Revealed) if !shift => asked.agree(Some(match shown {
                Shown::Level(level) => State::Level(level),
                Shown::DontKnow => State::DontKnow,
            })),
            _ => return false,
        }
        true
    })
}
