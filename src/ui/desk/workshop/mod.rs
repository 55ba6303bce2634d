//! The workshop: its set-up, one question at a time in letters that can be read from afar, and what it led to.

mod clock;
mod counting;
mod end;
mod reveal;
mod setup;
mod stage;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::desk::WorkshopMsg;
use crate::app::{DeskMsg, Model, Place, Route, Section, Sets};
use crate::domain::{Question, QuestionId, QuestionSet, RollUp, SetId, Shown, UnitId};
use crate::i18n::WorkshopWords;
use crate::ui::element::{El, following};
use crate::ui::runtime::Runtime;
use crate::ui::waiting;

/// A unit's workshop on a set, with what every part of its pages needs.
#[derive(Clone)]
struct Room {
    runtime: Runtime,
    set: Arc<QuestionSet>,
    unit: UnitId,
}

impl Room {
    fn words(&self) -> &'static WorkshopWords {
        &self.runtime.words().desk().workshop
    }

    fn send(&self, msg: WorkshopMsg) {
        self.runtime.send(DeskMsg::Workshop(msg));
    }

    fn page(&self, question: Option<QuestionId>) -> Route {
        Route::Workshop(Some(Place {
            set: self.set.id.clone(),
            unit: self.unit.clone(),
            question,
        }))
    }

    fn unit_name(&self) -> String {
        self.runtime.peek(|model| model.unit_name(&self.unit))
    }

    fn question(&self, id: &QuestionId) -> Option<Question> {
        self.set.question(id).map(|(_, question)| question.clone())
    }

    /// An answer by its number and name.
    fn name_of(&self, shown: Shown) -> String {
        let words = self.runtime.words();
        match shown {
            Shown::DontKnow => words.dont_know.to_owned(),
            Shown::Level(level) => {
                let step = self.set.scale.iter().find(|step| step.value == level);
                let name = step.map_or("", |step| step.name.as_str());
                match self.set.roll_up {
                    RollUp::MeanOfAreas => format!("{level} {name}"),
                    RollUp::Fulfilment => name.to_owned(),
                }
            }
        }
    }
}

/// The page of a place: without one, of the municipality or the unit looked at last; without a question, the set-up.
pub fn view(runtime: Runtime, at: Option<Place>) -> AnyView {
    let at = at.unwrap_or_else(|| {
        runtime.peek(|model| Place {
            set: model.present_set(),
            unit: present_unit(model),
            question: None,
        })
    });
    in_room(runtime, (at.set, at.unit), move |room| match &at.question {
        None => setup::view(&room),
        Some(question) => match room.question(question) {
            Some(question) => stage::view(room, question),
            None => setup::view(&room),
        },
    })
}

/// What a workshop led to.
pub fn end(runtime: Runtime, set: SetId, unit: UnitId) -> AnyView {
    in_room(runtime, (set, unit), |room| end::view(&room))
}

fn present_unit(model: &Model) -> UnitId {
    let unit = model.device.unit.clone();
    unit.unwrap_or_else(UnitId::municipality)
}

/// A page for which the set must be here.
fn in_room(
    runtime: Runtime,
    (set, unit): (SetId, UnitId),
    page: impl Fn(Room) -> El + Send + 'static,
) -> AnyView {
    following(move || {
        let state = runtime.read(&[Section::Sets], |model| model.set_state(&set).cloned());
        vec![match state {
            Some(Sets::Ready(set)) => page(Room {
                runtime,
                set,
                unit: unit.clone(),
            })
            .into(),
            other => waiting::view(runtime, other.as_ref()).into(),
        }]
    })
}
