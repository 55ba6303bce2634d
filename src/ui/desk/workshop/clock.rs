//! A timer in the room, shown only where somebody asked for it. It ends in words, without a sound.

use leptos::prelude::*;

use super::Room;
use crate::platform::{self, Timer};
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, button, perhaps};

const SECOND: i64 = 1_000; // milliseconds

/// A disclosure with the times to choose from, and what is left.
pub fn view(room: &Room) -> El {
    let words = room.words();
    let until = RwSignal::new(None::<i64>);
    let left = RwSignal::new(0_i64);
    let starts = [1_u32, 2, 5].map(|minutes| {
        let (id, text) = (format!("clock-{minutes}"), (words.minutes)(minutes));
        button(Weight::Tertiary, id, text, move || {
            let now = platform::moment().now.0;
            until.set(Some(now + i64::from(minutes) * 60 * SECOND));
            tick(until, left);
        })
    });
    let shown = move || {
        until.get()?;
        let seconds = left.get();
        let text = if seconds > 0 {
            format!("{}:{:02}", seconds / 60, seconds % 60)
        } else {
            words.time_up.to_owned()
        };
        let over = (seconds <= 0).then_some("status"); // said once, when it is over
        let time = el("strong").class("time").attr_if("role", over).text(text);
        let stop = button(
            Weight::Tertiary,
            "clock-stop",
            words.stop_clock,
            move || {
                until.set(None);
            },
        );
        Some(el("span").child(time).child(stop))
    };
    el("details")
        .class("clock")
        .child(el("summary").text(words.clock))
        .child(el("p").class("buttons").children(starts))
        .follows(move || perhaps(shown()))
}

/// Counts down until it is over, is stopped, or the page is left.
fn tick(until: RwSignal<Option<i64>>, left: RwSignal<i64>) {
    let Some(Some(end)) = until.try_get_untracked() else {
        return;
    };
    let rest = (end - platform::moment().now.0).max(0);
    left.set((rest + SECOND - 1) / SECOND);
    if rest > 0 {
        let again = move || {
            if until.try_get_untracked() == Some(Some(end)) {
                tick(until, left);
            }
        };
        std::mem::forget(Timer::after(250, again));
    }
}
