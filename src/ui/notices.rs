//! Lasting messages above the page: what happened, what is safe, what to do.

use leptos::prelude::*;

use super::runtime::Runtime;
use crate::app::{Msg, Notice, Refusal, SaveState, Section, StorageTrouble, UndoKind};
use crate::exchange::FileError;
use crate::i18n::Words;

/// Storage trouble, notices, and the last gesture that can be undone.
pub fn view(runtime: Runtime) -> impl IntoView {
    let shown = Memo::new(move |_| {
        runtime.read(&[Section::Storage, Section::Notices, Section::Device], |model| {
            (
                model.saves.state(),
                model.notices.clone(),
                model.undo.as_ref().map(|undo| undo.kind.clone()),
                model.device.language,
            )
        })
    });
    view! {
        <section class="notices" aria-live="polite" aria-label=move || { shown.track(); runtime.words().notices }>
            {move || {
                let (state, notices, undo, language) = shown.get();
                let words = language.words();
                let mut lines: Vec<AnyView> = Vec::new();
                lines.extend(trouble(runtime, words, state));
                lines.extend(notices.into_iter().map(|notice| one(runtime, words, notice)));
                lines.extend(undo.map(|kind| can_undo(runtime, words, &kind)));
                lines
            }}
        </section>
    }
}

fn trouble(runtime: Runtime, words: &'static Words, state: SaveState) -> Option<AnyView> {
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
    let view = view! {
        <div class="ds-alert" data-color="warning" id="storage-trouble">
            <p>{what} " " {safe}</p>
            <p class="buttons">
                <button class="ds-button" type="button" on:click=move |_| runtime.send(Msg::SaveFile)>
                    {words.save_answers_as_file}
                </button>
                <button class="ds-button" data-variant="secondary" type="button" on:click=move |_| runtime.send(Msg::TryStorageAgain)>
                    {words.try_again}
                </button>
            </p>
        </div>
    };
    Some(view.into_any())
}

fn refused(words: &'static Words, why: Refusal) -> &'static str {
    match why {
        Refusal::Full => words.trouble_full,
        Refusal::Deleted => words.trouble_deleted,
        Refusal::NewerApp => words.trouble_newer,
        Refusal::Other => words.trouble_other,
    }
}

fn one(runtime: Runtime, words: &'static Words, notice: Notice) -> AnyView {
    let (colour, text) = match &notice {
        Notice::SetAside => ("warning", words.notice_set_aside.to_owned()),
        Notice::FileRefused(FileError::NotJson) => ("danger", words.notice_not_json.to_owned()),
        Notice::FileRefused(FileError::NotMognad) => ("danger", words.notice_not_mognad.to_owned()),
        Notice::FileRefused(FileError::TooNew { .. }) => ("danger", words.notice_too_new.to_owned()),
        Notice::FileUnreadable => ("danger", words.notice_unreadable.to_owned()),
        Notice::OtherMunicipality { name: Some(name) } => ("danger", (words.notice_other)(name)),
        Notice::OtherMunicipality { name: None } => ("danger", words.notice_other_unnamed.to_owned()),
        Notice::FileRead { changed, damaged } => {
            let mut text = match changed {
                0 => words.notice_read_nothing.to_owned(),
                n => (words.notice_read)(*n),
            };
            if *damaged > 0 {
                text.push(' ');
                text.push_str(&(words.notice_read_damaged)(*damaged));
            }
            ("success", text)
        }
        Notice::FileMade => ("success", words.notice_file_made.to_owned()),
        Notice::UpdateWaits => ("info", words.notice_update.to_owned()),
    };
    let update = (notice == Notice::UpdateWaits).then(|| {
        view! {
            <button class="ds-button" data-size="sm" type="button" on:click=move |_| runtime.send(Msg::TakeUpdate)>
                {words.take_update}
            </button>
        }
    });
    view! {
        <div class="ds-alert" data-color=colour>
            <p>{text}</p>
            <p class="buttons">
                {update}
                <button class="ds-button" data-variant="tertiary" data-size="sm" type="button"
                    on:click=move |_| runtime.send(Msg::Dismiss(notice.clone()))>
                    {words.dismiss}
                </button>
            </p>
        </div>
    }
    .into_any()
}

fn can_undo(runtime: Runtime, words: &'static Words, kind: &UndoKind) -> AnyView {
    let text = match kind {
        UndoKind::NotOurArea(_, area) => {
            let title = runtime.peek(|model| {
                model.sets.keys().find_map(|set| {
                    let set = model.set(set)?;
                    set.area(area).map(|area| area.title.clone())
                })
            });
            (words.marked_not_our_area)(&title.unwrap_or_default())
        }
        UndoKind::HideUnit => words.unit_hidden.to_owned(),
        UndoKind::Clear => words.cleared.to_owned(),
    };
    view! {
        <div class="ds-alert" data-color="info" id="undo">
            <p>{text}</p>
            <p class="buttons">
                <button class="ds-button" data-variant="secondary" data-size="sm" type="button" on:click=move |_| runtime.send(Msg::Undo)>
                    {words.undo}
                </button>
            </p>
        </div>
    }
    .into_any()
}
