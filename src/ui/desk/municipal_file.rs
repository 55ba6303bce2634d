//! *Kommunens fil*: saved back to the same file, or as a download; where it is; and what to do when something happens.

use leptos::prelude::*;

use super::super::element::{El, el, ticked, value_of};
use super::super::parts::{
    Weight, alert, button, choice as tick_choice, field, h2, input, p, page, quiet,
};
use super::super::read_in::cannot;
use super::super::runtime::Runtime;
use crate::app::desk::{Choice, FileMsg, FileTrouble, Known, MunicipalFile, NotWritten, Step};
use crate::app::{DeskMsg, Section};
use crate::domain::{Address, DocumentField};
use crate::i18n::{LocalTime, Words};
use crate::platform;

/// The page.
pub fn view(runtime: Runtime) -> AnyView {
    let words = runtime.words();
    let own = &words.desk().file;
    platform::spawn(async move { runtime.send(DeskMsg::File(FileMsg::Look)) });
    let place = runtime.peek(|model| {
        let place = model
            .document
            .text(&Address::Document(DocumentField::FilePlace));
        place.unwrap_or_default().to_owned()
    });
    let place = input("file-place")
        .value(move || place.clone())
        .on("change", move |event| {
            runtime.send(DeskMsg::File(FileMsg::Place(value_of(&event))));
        });
    let remind = tick_choice(
        "checkbox",
        "remind",
        "remind",
        move || runtime.read(&[Section::Device], |model| model.device.reminds),
        move |event| runtime.send(DeskMsg::File(FileMsg::Remind(ticked(&event)))),
    );
    let when = own.when_list.iter().map(|(what, then)| {
        el("div")
            .child(el("dt").text(*what))
            .child(el("dd").text(*then))
    });
    page(words.municipal_file)
        .child(p(own.lead).class("lead"))
        .follows(move || {
            let mut lines = vec![last(runtime, words).into()];
            lines.extend(super::reminder(runtime, words).map(AnyView::from));
            lines
        })
        .child(
            el("section")
                .class("card")
                .child(h2(own.same_file))
                .follows(move || {
                    let file = runtime.read(&[Section::Files], |model| model.desk.file.clone());
                    vec![same_file(runtime, words, &file).into()]
                }),
        )
        .child(
            el("section")
                .class("card")
                .child(h2(words.data_out))
                .child(p(words.data_out_about))
                .child(super::save_file(runtime, Weight::Secondary, words.data_out)),
        )
        .child(
            el("section")
                .child(h2(own.place))
                .child(field(
                    "file-place",
                    own.place_label,
                    Some(own.place_hint),
                    place,
                ))
                .child(remind.child(el("span").text(own.remind))),
        )
        .child(
            el("section")
                .child(h2(own.when))
                .child(el("dl").class("told").children(when)),
        )
        .into()
}

/// When everything was last saved as a file.
fn last(runtime: Runtime, words: &'static Words) -> El {
    let backup = runtime.read(&[Section::Device], |model| model.device.backup);
    quiet(match backup {
        Some((at, _)) => (words.backup_last)(&super::date(at)),
        None => words.backup_never.to_owned(),
    })
    .id("last-file")
}

fn same_file(runtime: Runtime, words: &'static Words, file: &MunicipalFile) -> El {
    let own = &words.desk().file;
    let gesture = |weight, id: &'static str, text: &'static str, msg: fn() -> FileMsg| {
        button(weight, id, text, move || {
            runtime.send(DeskMsg::File(msg()));
        })
    };
    let choose = |weight| {
        [
            gesture(weight, "choose-existing", own.choose_existing, || {
                FileMsg::Choose(Choice::Existing)
            }),
            gesture(Weight::Secondary, "choose-new", own.choose_new, || {
                FileMsg::Choose(Choice::New)
            }),
        ]
    };
    let body = el("div");
    let body = match &file.known {
        Known::Unknown => body,
        Known::NotHere => body.child(p(own.not_here)),
        Known::NotChosen => body
            .child(p(own.choose_about))
            .child(quiet(own.choose_warning))
            .child(el("p").class("buttons").children(choose(Weight::Primary))),
        Known::Named(name) => body
            .child(p((own.named)(name)).id("file-name"))
            .child(quiet(own.save_about))
            .child(
                el("p")
                    .class("buttons")
                    .child(gesture(Weight::Primary, "save-to-file", own.save, || {
                        FileMsg::Save
                    }))
                    .child(gesture(Weight::Tertiary, "forget-file", own.forget, || {
                        FileMsg::Forget
                    })),
            ),
    };
    body.child(
        el("div")
            .attr("role", "status")
            .id("file-step")
            .children(step(words, &file.step)),
    )
    // A file that is gone is chosen again.
    .children(
        (file.step == Step::Failed(NotWritten::Trouble(FileTrouble::Gone)))
            .then(|| el("p").class("buttons").children(choose(Weight::Secondary))),
    )
}

fn step(words: &'static Words, step: &Step) -> Option<El> {
    let own = &words.desk().file;
    match step {
        Step::Resting => None,
        Step::Working => Some(quiet(own.working)),
        Step::Done { at, came } => {
            let clock = LocalTime::new(*at, platform::offset(*at)).clock();
            let came = (*came > 0).then(|| p((own.came)(*came)));
            Some(alert("success").child(p((own.done)(&clock))).children(came))
        }
        Step::Failed(why) => Some(alert("warning").child(p(why_not(words, why)))),
    }
}

fn why_not(words: &'static Words, why: &NotWritten) -> String {
    let own = &words.desk().file;
    let fixed = match why {
        NotWritten::Foreign(why) => return (own.foreign)(&cannot(words, why)),
        NotWritten::Damaged(count) => return (own.damaged)(*count),
        NotWritten::ReadsOtherwise => own.reads_otherwise,
        NotWritten::Trouble(FileTrouble::NotAllowed) => own.not_allowed,
        NotWritten::Trouble(FileTrouble::Gone) => own.gone,
        NotWritten::Trouble(FileTrouble::Changed) => own.changed,
        NotWritten::Trouble(FileTrouble::Full) => own.full,
        NotWritten::NotMade | NotWritten::Trouble(FileTrouble::NotChosen | FileTrouble::Other) => {
            own.other
        }
    };
    fixed.to_owned()
}
