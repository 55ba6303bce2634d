//! Codes of answers on the screen of a phone, and in front of the camera of the one who leads.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::app::desk::{CameraTrouble, CodeMsg, CodeSaid, Refused, own_code};
use crate::app::{DeskMsg, Place, Route, Section};
use crate::domain::UnitId;
use crate::exchange::{CodeError, MARGIN, Squares};
use crate::i18n::{CodeWords, Words};
use crate::platform::{self, Camera};
use crate::ui::chart;
use crate::ui::element::{El, el, following};
use crate::ui::parts::{Weight, alert, button, p, page, perhaps, quiet};
use crate::ui::runtime::Runtime;
use crate::ui::{lost, waiting};

/// The video that shows what the camera sees.
const VIDEO: &str = "camera";

/// The answers of the voice at this device for a unit, as a code.
pub fn show(runtime: Runtime, unit: Option<UnitId>) -> AnyView {
    following(move || {
        let sections = [Section::Sets, Section::Answers, Section::Device];
        let (own, waits, name) = runtime.read(&sections, |model| {
            let unit = unit.clone().or_else(|| model.device.unit.clone());
            let name = unit.as_ref().map(|unit| model.unit_name(unit));
            let own = unit.and_then(|unit| own_code(model, &unit));
            (own, model.waits_for_sets(), name)
        });
        let Some(name) = name else {
            return vec![lost::view(runtime).into()];
        };
        if waits {
            return vec![waiting::view(runtime, None).into()];
        }
        let words = &runtime.words().desk().codes;
        let by_file = el("p").child(
            el("a")
                .attr("href", Route::HandIn(unit.clone()).href())
                .id("by-file")
                .text(words.by_file),
        );
        let parts = match own {
            None => vec![p(words.nothing).id("no-code")],
            Some(own) => match own.squares {
                None => vec![p(words.too_many).id("too-many")],
                Some(squares) => vec![
                    p(words.show_about).class("lead"),
                    picture(words, &squares, own.answers),
                    quiet((words.holds)(own.answers)).id("holds"),
                ],
            },
        };
        let article = page(runtime.words().show_code)
            .child(p(name).class("eyebrow"))
            .children(parts)
            .child(by_file);
        vec![article.into()]
    })
}

/// Black on white in every theme: a camera must read it.
fn picture(words: &CodeWords, squares: &Squares, answers: usize) -> El {
    let side = squares.side + 2 * MARGIN;
    let label = (words.picture)(answers);
    el("div")
        .class("code")
        .id("code")
        .child(chart::squares(side, &squares.path(), &label))
}

/// Reading codes for a unit.
pub fn read(runtime: Runtime, unit: UnitId) -> AnyView {
    let words = &runtime.words().desk().codes;
    let name = runtime.peek(|model| model.unit_name(&unit));
    let camera: Rc<RefCell<Option<Camera>>> = Rc::default();
    let kept = StoredValue::new_local(Rc::clone(&camera));
    on_cleanup(move || {
        kept.with_value(|camera| camera.borrow_mut().take());
    });
    let is_on = RwSignal::new(false);
    let off = Rc::clone(&camera);
    let tell = move |msg| runtime.send(DeskMsg::Code(msg));
    tell(CodeMsg::Begin);
    let start = {
        let unit = unit.clone();
        button(Weight::Primary, "start-camera", words.start, move || {
            let (unit, camera) = (unit.clone(), Rc::clone(&camera));
            is_on.set(true);
            platform::spawn(async move {
                let seen = move |texts: Result<Vec<String>, CameraTrouble>| {
                    tell(match texts {
                        Ok(texts) => CodeMsg::Seen(unit.clone(), texts),
                        Err(why) => CodeMsg::Trouble(why),
                    });
                };
                match platform::watch_camera(VIDEO, seen).await {
                    // Whoever left meanwhile wants no camera.
                    Ok(on) if is_on.try_get_untracked() == Some(true) => {
                        *camera.borrow_mut() = Some(on);
                    }
                    Ok(_) => {}
                    Err(why) => {
                        is_on.try_set(false);
                        tell(CodeMsg::Trouble(why));
                    }
                }
            });
        })
    };
    let stop = button(Weight::Secondary, "stop-camera", words.stop, move || {
        off.borrow_mut().take();
        is_on.set(false);
    });
    let chosen = unit.clone();
    let choose = button(
        Weight::Secondary,
        "choose-picture",
        words.choose,
        move || {
            let unit = chosen.clone();
            platform::pick_picture(move |texts| {
                tell(match texts {
                    Ok(texts) => CodeMsg::Chosen(unit.clone(), texts),
                    Err(why) => CodeMsg::Trouble(why),
                });
            });
        },
    );
    let set = runtime.peek(crate::app::Model::present_set);
    let back = Route::Workshop(Some(Place {
        set,
        unit,
        question: None,
    }));
    page((words.read)(&name))
        .child(p(words.read_about).class("lead"))
        .child(quiet(words.kept_nothing))
        .child(
            el("p")
                .class("buttons")
                .child(start)
                .child(stop.attr_follows("hidden", move || (!is_on.get()).then(String::new)))
                .child(choose)
                .child(
                    el("a")
                        .attr("href", Route::Data.href())
                        .id("read-files")
                        .text(words.files),
                ),
        )
        .child(
            el("div")
                .attr("role", "status")
                .id("code-said")
                .follows(move || perhaps(said(runtime))),
        )
        .follows(move || perhaps(onward(runtime)))
        .child(
            el("video")
                .id(VIDEO)
                .class("camera")
                .attr("aria-label", words.video)
                .attr("playsinline", "")
                .attr_follows("hidden", move || (!is_on.get()).then(String::new)),
        )
        .child(el("p").child(el("a").attr("href", back.href()).text(words.back)))
        .into()
}

/// What became of the code that was read last.
fn said(runtime: Runtime) -> Option<El> {
    let all = runtime.words();
    let words = &all.desk().codes;
    let said = runtime.read(&[Section::Files], |model| model.desk.code.clone())?;
    let (colour, text) = match said {
        CodeSaid::Read { role, answers, .. } => {
            let who = role.unwrap_or_else(|| all.agreed_assessment.to_owned());
            ("success", (words.was_read)(&who, answers))
        }
        CodeSaid::Again => ("info", words.again.to_owned()),
        CodeSaid::Nothing => ("warning", words.no_code.to_owned()),
        CodeSaid::Refused(why) => ("warning", refused(all, &why)),
        CodeSaid::Trouble(why) => {
            let text = match why {
                CameraTrouble::Forbidden => words.forbidden,
                CameraTrouble::Missing => words.no_camera,
                CameraTrouble::NoReader => words.no_reader,
                CameraTrouble::NoPicture => words.no_picture,
            };
            ("warning", text.to_owned())
        }
    };
    Some(alert(colour).child(p(text)))
}

fn refused(all: &'static Words, why: &Refused) -> String {
    let words = &all.desk().codes;
    match why {
        Refused::Unread(CodeError::NotACode) => words.other_code.to_owned(),
        Refused::Unread(CodeError::Damaged) => words.damaged.to_owned(),
        Refused::Unread(CodeError::TooNew) => words.too_new.to_owned(),
        Refused::Unread(CodeError::OtherQuestions) => words.other_questions.to_owned(),
        Refused::OtherMunicipality => words.other_municipality.to_owned(),
        Refused::OtherRound(name) => (words.other_round)(name.as_deref()),
        Refused::OtherUnit(name) => (words.other_unit)(name.as_deref()),
        Refused::Locked => words.locked.to_owned(),
    }
}

/// The way to what the codes that were read would do.
fn onward(runtime: Runtime) -> Option<El> {
    let words = &runtime.words().desk().codes;
    let waiting = runtime.read(&[Section::Files], |model| model.incoming.len());
    (waiting > 0).then(|| {
        let go_on = button(Weight::Primary, "review", words.go_on, move || {
            runtime.send(DeskMsg::Code(CodeMsg::GoOn));
        });
        el("p")
            .class("buttons")
            .child(el("span").id("waiting").text((words.waiting)(waiting)))
            .child(go_on)
    })
}
