//! Lasting messages above the page: what happened, what is safe, what to do.

use leptos::prelude::*;

use super::element::{El, el};
use super::parts::{Weight, alert, button, p};
use super::runtime::Runtime;
use crate::app::{Handed, Msg, Notice, Refusal, SaveState, Section, StorageTrouble, UndoKind};
use crate::exchange::{FileError, LinkError};
use crate::i18n::Words;
use crate::platform;

/// Storage trouble, notices, and the last gesture that can be undone.
pub fn view(runtime: Runtime) -> El {
    // Drawn again only when something else is to be read: a save in between must not take a button from under a finger.
    let board = Memo::new(move |_| {
        let sections = [Section::Storage, Section::Notices, Section::Device];
        runtime.read(&sections, |model| {
            let undo = model.undo.as_ref().map(|undo| undo.kind.clone());
            let state = troubled(model.saves.state());
            (state, model.notices.clone(), undo, model.device.language)
        })
    });
    el("section")
        .class("notices")
        .attr("aria-live", "polite")
        .attr_follows("aria-label", move || {
            runtime.read(&[Section::Device], |model| {
                Some(model.words().notices.to_owned())
            })
        })
        .follows(move || {
            let (state, notices, undo, language) = board.get();
            let words = language.words();
            let mut lines: Vec<AnyView> = Vec::new();
            lines.extend(platform::in_example().then(|| example(words).into()));
            lines.extend(trouble(runtime, words, state).map(AnyView::from));
            lines.extend(
                notices
                    .into_iter()
                    .map(|notice| one(runtime, words, notice).into()),
            );
            lines.extend(undo.map(|kind| can_undo(runtime, words, &kind).into()));
            lines
        })
}

/// The line on every page of the example, and the way back to one's own.
fn example(words: &'static Words) -> El {
    let leave = el("a")
        .class("ds-button")
        .attr("data-variant", "secondary")
        .attr("data-size", "sm")
        .id("leave-example")
        .attr("href", "./")
        .text(words.leave_example);
    alert("warning")
        .id("example")
        .child(
            el("p")
                .child(el("strong").text(words.made_up))
                .text(". ")
                .text(words.example_banner),
        )
        .child(el("p").class("buttons").child(leave))
}

/// The state where there is trouble; all others read alike here.
fn troubled(state: SaveState) -> SaveState {
    match state {
        SaveState::Nothing | SaveState::Saving | SaveState::Saved(_) => SaveState::Nothing,
        trouble => trouble,
    }
}

fn trouble(runtime: Runtime, words: &'static Words, state: SaveState) -> Option<El> {
    let why = |why: StorageTrouble| match why {
        StorageTrouble::Blocked => words.trouble_blocked,
        StorageTrouble::HeldByOtherTab => words.trouble_held,
        StorageTrouble::NoAnswer => words.trouble_no_answer,
        StorageTrouble::Lost(why) => refused(words, why),
    };
    let (what, safe) = match state {
        SaveState::Nothing | SaveState::Saving | SaveState::Saved(_) => return None,
        SaveState::Temporarily(trouble) => (why(trouble), words.safe_temporarily),
        SaveState::OnlyHere(trouble) => (why(trouble), words.safe_only_here),
        SaveState::Refused(trouble) => (refused(words, trouble), words.safe_only_here),
    };
    let save = button(
        Weight::Secondary,
        "trouble-save",
        words.save_answers_as_file,
        move || {
            runtime.send(Msg::SaveFile);
        },
    );
    let again = button(
        Weight::Tertiary,
        "trouble-again",
        words.try_again,
        move || {
            runtime.send(Msg::TryStorageAgain);
        },
    );
    Some(
        alert("warning")
            .id("storage-trouble")
            .child(p(format!("{what} {safe}")))
            .child(el("p").class("buttons").child(save).child(again)),
    )
}

fn refused(words: &'static Words, why: Refusal) -> &'static str {
    match why {
        Refusal::Full => words.trouble_full,
        Refusal::Deleted => words.trouble_deleted,
        Refusal::NewerApp => words.trouble_newer,
        Refusal::Other => words.trouble_other,
    }
}

fn one(runtime: Runtime, words: &'static Words, notice: Notice) -> El {
    let (colour, text) = match &notice {
        Notice::SetAside => ("warning", words.notice_set_aside.to_owned()),
        Notice::FileRefused(FileError::NotJson) => ("danger", words.notice_not_json.to_owned()),
        Notice::FileRefused(FileError::NotMognad) => ("danger", words.notice_not_mognad.to_owned()),
        Notice::FileRefused(FileError::TooNew { .. }) => {
            ("danger", words.notice_too_new.to_owned())
        }
        Notice::FileUnreadable => ("danger", words.notice_unreadable.to_owned()),
        Notice::ExampleUnreachable => ("danger", words.notice_example_unreachable.to_owned()),
        Notice::FileRead { changed, damaged } => ("success", file_read(words, *changed, *damaged)),
        Notice::FileMade => ("success", words.notice_file_made.to_owned()),
        Notice::UpdateWaits => ("info", words.notice_update.to_owned()),
        Notice::LinkRefused(LinkError::Cut) => ("danger", words.notice_link_cut.to_owned()),
        Notice::LinkRefused(LinkError::NotALink) => ("danger", words.notice_link_none.to_owned()),
        Notice::LinkRefused(LinkError::TooNew) => ("danger", words.notice_link_new.to_owned()),
        Notice::LinkElsewhere => ("warning", words.notice_link_elsewhere.to_owned()),
        Notice::RoundLocked => ("warning", words.notice_locked.to_owned()),
        Notice::Purged => ("warning", words.notice_purged.to_owned()),
        Notice::Handed(Handed::Copied) => ("success", words.notice_copied.to_owned()),
        Notice::Handed(Handed::NotCopied) => ("danger", words.notice_not_copied.to_owned()),
    };
    let update = (notice == Notice::UpdateWaits).then(|| {
        button(
            Weight::Secondary,
            "take-update",
            words.take_update,
            move || {
                runtime.send(Msg::TakeUpdate);
            },
        )
    });
    let dismiss = button(Weight::Tertiary, "", words.dismiss, move || {
        runtime.send(Msg::Dismiss(notice.clone()));
    });
    alert(colour)
        .child(p(text))
        .child(el("p").class("buttons").children(update).child(dismiss))
}

fn file_read(words: &Words, changed: usize, damaged: usize) -> String {
    let read = match changed {
        0 => words.notice_read_nothing.to_owned(),
        n => (words.notice_read)(n),
    };
    match damaged {
        0 => read,
        n => format!("{read} {}", (words.notice_read_damaged)(n)),
    }
}

fn can_undo(runtime: Runtime, words: &'static Words, kind: &UndoKind) -> El {
    let text = match kind {
        UndoKind::NotOurArea(_, area) => {
            let title = runtime.peek(|model| {
                model.sets.iter().find_map(|(id, _)| {
                    let set = model.set(id)?;
                    set.area(area).map(|area| area.title.clone())
                })
            });
            (words.marked_not_our_area)(&title.unwrap_or_default())
        }
        UndoKind::HideUnit => words.unit_hidden.to_owned(),
        UndoKind::Clear => words.cleared.to_owned(),
        UndoKind::TakeIn => words.took_in.to_owned(),
        UndoKind::PutBack => words.was_put_back.to_owned(),
        UndoKind::Undone => words.undone.to_owned(),
        UndoKind::Redone => words.redone.to_owned(),
    };
    let again = *kind == UndoKind::Undone;
    let (id, at, label) = if again {
        ("redo", "redo-it", words.redo)
    } else {
        ("undo", "undo-it", words.undo)
    };
    let button = button(Weight::Tertiary, at, label, move || {
        runtime.send(if again { Msg::Redo } else { Msg::Undo });
    });
    alert("info")
        .id(id)
        .child(p(text))
        .child(el("p").class("buttons").child(button))
}
