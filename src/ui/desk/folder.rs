//! The shared folder: what it is for, how it stands, what came of each file; and the way to hand in through it.

use leptos::prelude::*;

use crate::app::desk::folder::{InFolder, in_folder, read_from_others};
use crate::app::folder::{
    Carried, FolderLine, FolderOutcome, FolderState, FolderTrouble, Passed, PassedOver,
};
use crate::app::{DeskMsg, FolderMsg, Model, Route, Section};
use crate::domain::UnitId;
use crate::exchange::{FileError, FolderFile, folder_file};
use crate::i18n::{FolderWords, LocalTime, Words};
use crate::platform;
use crate::ui::element::{El, el, following};
use crate::ui::parts::{Weight, alert, button, h2, p, page, perhaps, quiet, way};
use crate::ui::runtime::Runtime;

const FOLDER: &[Section] = &[Section::Folder];
/// How many files that are none of ours are named; a folder may be full of them.
const MOST_NAMED: usize = 5;

/// The page of the shared folder.
pub fn view(runtime: Runtime) -> AnyView {
    let words = runtime.words();
    let article = page(words.shared_folder)
        .child(p(words.desk().folder.lead).class("lead"))
        .child(quiet(words.desk().folder.about));
    if runtime.peek(Model::is_example) {
        return article
            .child(alert("info").child(p(words.desk().folder.example)))
            .into();
    }
    // What a look at the folder changes is drawn anew; buttons only when the folder itself stands otherwise.
    let standing = Memo::new(move |_| {
        runtime.read(FOLDER, |model| {
            let folder = &model.desk.folder;
            (folder.state.clone(), folder.not_picked, folder.unwritten)
        })
    });
    let files = Memo::new(move |_| {
        runtime.read(FOLDER, |model| {
            let folder = &model.desk.folder;
            (folder.lines.clone(), folder.passed.clone())
        })
    });
    article
        .follows(move || {
            let (state, not_picked, unwritten) = standing.get();
            vec![card(runtime, words, &state, not_picked, unwritten).into()]
        })
        .follows(move || {
            let (lines, passed) = files.get();
            let lines = (!lines.is_empty()).then(|| came(runtime, words, &lines));
            let passed = (!passed.is_empty()).then(|| left_alone(&words.desk().folder, &passed));
            lines.into_iter().chain(passed).map(Into::into).collect()
        })
        .into()
}

fn gesture(
    runtime: Runtime,
    weight: Weight,
    id: &'static str,
    text: &'static str,
    msg: fn() -> FolderMsg,
) -> El {
    button(weight, id, text, move || {
        runtime.send(DeskMsg::Folder(msg()));
    })
}

fn card(
    runtime: Runtime,
    words: &'static Words,
    state: &FolderState,
    not_picked: bool,
    unwritten: Option<FolderTrouble>,
) -> El {
    let folder = &words.desk().folder;
    let card = el("section").class("card").id("folder");
    let choose = || {
        gesture(
            runtime,
            Weight::Primary,
            "choose-folder",
            folder.choose,
            || FolderMsg::Choose,
        )
    };
    let status = |text: String| p(text).id("folder-state").attr("role", "status");
    let hand_in = || {
        way(
            Weight::Secondary,
            "to-hand-in",
            words.hand_in,
            Route::HandIn(None).href(),
        )
    };
    let buttons = el("p").class("buttons");
    let let_go = || {
        gesture(
            runtime,
            Weight::Tertiary,
            "let-folder-go",
            folder.let_go,
            || FolderMsg::LetGo,
        )
    };
    match state {
        FolderState::None => card
            .children(not_picked.then(|| status(folder.not_picked.to_owned())))
            .child(buttons.child(choose())),
        FolderState::Unsupported => card
            .child(status(folder.unsupported.to_owned()))
            .child(buttons.child(hand_in())),
        FolderState::Forbidden => card
            .child(status(folder.forbidden.to_owned()))
            .child(buttons.child(hand_in()).child(choose())),
        FolderState::NeedsPermission { name } => card
            .child(status((folder.closed)(name)))
            .child(quiet(folder.let_go_about))
            .child(buttons.child(open_again(runtime, folder)).child(let_go())),
        FolderState::Connected { name } => card
            .child(status((folder.connected)(name)))
            .children(unwritten.map(|why| not_written(folder, why)))
            .follows(move || perhaps(nothing_here(runtime, words)))
            .child(
                el("p")
                    .text_follows(move || counted(runtime, words))
                    .id("folder-read"),
            )
            .child(
                el("p")
                    .class("quiet")
                    .text_follows(move || looked(runtime, words)),
            )
            .child(quiet(folder.let_go_about))
            .child(
                buttons
                    .child(gesture(
                        runtime,
                        Weight::Secondary,
                        "look-now",
                        folder.look_now,
                        || FolderMsg::LookAgain,
                    ))
                    .child(let_go()),
            ),
        FolderState::Lost { name, why } => {
            let why = match why {
                FolderTrouble::Gone => folder.gone,
                _ => folder.odd,
            };
            card.child(status((folder.lost)(name, why)))
                .child(quiet(folder.let_go_about))
                .child(buttons.child(let_go()))
        }
    }
}

fn open_again(runtime: Runtime, folder: &FolderWords) -> El {
    gesture(
        runtime,
        Weight::Primary,
        "open-folder-again",
        folder.open_again,
        || FolderMsg::Allow,
    )
}

fn not_written(folder: &FolderWords, why: FolderTrouble) -> El {
    let why = match why {
        FolderTrouble::Full => folder.full,
        _ => folder.cannot_write,
    };
    alert("warning").child(p(format!("{why} {}", folder.kept_here)))
}

fn nothing_here(runtime: Runtime, words: &'static Words) -> Option<El> {
    let empty = runtime.read(&[Section::Units], |model| model.document.is_empty());
    empty.then(|| alert("info").child(p(words.desk().folder.nothing_here)))
}

fn counted(runtime: Runtime, words: &'static Words) -> String {
    let count = runtime.read(FOLDER, |model| read_from_others(&model.desk.folder));
    (words.desk().folder.read)(count)
}

fn looked(runtime: Runtime, words: &'static Words) -> String {
    let at = runtime.read(FOLDER, |model| model.desk.folder.looked);
    at.map_or_else(String::new, |at| {
        let clock = LocalTime::new(at, platform::offset(at)).clock();
        (words.desk().folder.looked)(&clock)
    })
}

/// What came of each file that was opened or written.
fn came(runtime: Runtime, words: &'static Words, lines: &[FolderLine]) -> El {
    let rows = lines.iter().map(|line| {
        el("li")
            .child(el("strong").text(line.file.name.clone()))
            .child(el("span").text(outcome(runtime, words, line)))
    });
    el("section")
        .child(h2(words.desk().folder.files))
        .child(el("ul").class("files").id("folder-files").children(rows))
}

fn outcome(runtime: Runtime, words: &Words, line: &FolderLine) -> String {
    let folder = &words.desk().folder;
    let text = match &line.outcome {
        FolderOutcome::Written => return folder.own.to_owned(),
        FolderOutcome::Unreachable => folder.unreachable,
        FolderOutcome::TooLarge => folder.too_large,
        FolderOutcome::Read(carried) => match carried {
            Carried::In {
                units,
                changed,
                left,
            } => return read_in(runtime, folder, line, (units, *changed, *left)),
            Carried::NothingHandedIn => folder.nothing_handed_in,
            Carried::Removed => folder.removed,
            Carried::OtherDocument => folder.other_municipality,
            Carried::Example => folder.made_up,
            Carried::Refused(FileError::NotJson) => folder.half,
            Carried::Refused(FileError::NotMognad) => folder.not_mognad,
            Carried::Refused(FileError::TooNew { .. }) => folder.too_new,
        },
    };
    text.to_owned()
}

fn read_in(
    runtime: Runtime,
    folder: &FolderWords,
    line: &FolderLine,
    (units, changed, left): (&[UnitId], usize, usize),
) -> String {
    let names: Vec<String> = runtime.peek(|model| {
        let names = units.iter().map(|unit| model.unit_name(unit));
        names.collect()
    });
    let mut text = (folder.came)(&names.join(", "), changed);
    if left > 0 {
        text.push(' ');
        text.push_str(&(folder.left)(left));
    }
    if folder_file(&line.file.name, "") == FolderFile::Copy {
        text.push(' ');
        text.push_str(folder.copy);
    }
    text
}

/// What is not even opened; of what is none of ours, a few are named.
fn left_alone(folder: &FolderWords, passed: &[PassedOver]) -> El {
    let ours = passed.iter().filter(|one| one.why != Passed::Foreign);
    let foreign = passed.iter().filter(|one| one.why == Passed::Foreign);
    let more = foreign.clone().count().saturating_sub(MOST_NAMED);
    let rows = ours.chain(foreign.take(MOST_NAMED)).map(|one| {
        let why = match one.why {
            Passed::Empty => folder.empty,
            Passed::Temporary => folder.temporary,
            Passed::Foreign => folder.foreign,
        };
        el("li")
            .child(el("strong").text(one.name.clone()))
            .child(el("span").text(why))
    });
    let more = (more > 0).then(|| el("li").text((folder.more)(more)));
    el("section").child(h2(folder.passed)).child(
        el("ul")
            .class("files")
            .id("folder-passed")
            .children(rows)
            .children(more),
    )
}

/// Handing in through the folder, where one is connected.
pub fn hand_in(runtime: Runtime, unit: UnitId) -> AnyView {
    let words = runtime.words();
    let seen = unit.clone();
    let standing = Memo::new(move |_| {
        runtime.read(&[Section::Folder, Section::Answers], |model| {
            (model.desk.folder.state.clone(), in_folder(model, &seen))
        })
    });
    following(move || {
        let folder = &words.desk().folder;
        let (state, there) = standing.get();
        match state {
            FolderState::Connected { name } | FolderState::Lost { name, .. } => {
                let unit = unit.clone();
                let through = button(
                    Weight::Secondary,
                    "hand-in-folder",
                    folder.hand_in,
                    move || runtime.send(DeskMsg::Folder(FolderMsg::HandIn(unit.clone()))),
                );
                let said = match there {
                    InFolder::Not => String::new(),
                    InFolder::Waiting => (folder.waits)(&name),
                    InFolder::Stands(None) => (folder.stands)(&name),
                    InFolder::Stands(Some(at)) => {
                        let clock = LocalTime::new(at, platform::offset(at)).clock();
                        (folder.stands_since)(&name, &clock)
                    }
                };
                vec![
                    p(said).id("in-folder").attr("role", "status").into(),
                    el("p").class("buttons").child(through).into(),
                ]
            }
            FolderState::NeedsPermission { name } => vec![
                p((folder.closed)(&name)).into(),
                el("p")
                    .class("buttons")
                    .child(open_again(runtime, folder))
                    .into(),
            ],
            FolderState::None | FolderState::Unsupported | FolderState::Forbidden => Vec::new(),
        }
    })
}
