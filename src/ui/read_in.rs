//! Files that were chosen or dropped: what each would do, in words, before anything is changed.

use super::element::{El, el};
use super::parts::{Weight, button, h2, p, page, quiet};
use super::runtime::Runtime;
use crate::app::{CannotRead, Incoming, Msg, Preview, Section};
use crate::exchange::FileError;
use crate::i18n::{LocalTime, Words};
use crate::platform;

/// The page of files that wait.
pub fn view(runtime: Runtime) -> El {
    let words = runtime.words();
    page(words.read_in).follows(move || {
        let incoming = runtime.read(&[Section::Files], |model| model.incoming.clone());
        if incoming.is_empty() {
            return vec![p(words.read_in_none).into()];
        }
        let useful = incoming
            .iter()
            .any(|file| file.preview.as_ref().is_ok_and(Preview::does_something));
        let take = useful.then(|| {
            button(Weight::Primary, "take-in", words.take_in, move || {
                runtime.send(Msg::TakeIn);
            })
        });
        let leave = button(
            Weight::Secondary,
            "leave-files",
            words.leave_files,
            move || {
                runtime.send(Msg::LeaveIncoming);
            },
        );
        let files = incoming
            .iter()
            .enumerate()
            .map(|(at, file)| one(runtime, words, at, file).into());
        let lead = p(words.read_in_about).class("lead");
        let buttons = el("p").class("buttons").children(take).child(leave);
        [lead.into()]
            .into_iter()
            .chain(files)
            .chain([buttons.into()])
            .collect()
    })
}

/// The page of an invitation that was not taken: why stands above it.
pub fn invitation(runtime: Runtime) -> El {
    page(runtime.words().answer)
}

fn one(runtime: Runtime, words: &'static Words, at: usize, file: &Incoming) -> El {
    let card = el("section")
        .class("card incoming")
        .child(h2(file.name.clone()));
    let preview = match &file.preview {
        Ok(preview) => preview,
        Err(why) => {
            let why = p(cannot(words, why)).class("cannot");
            return card.child(why);
        }
    };
    let again = (preview.older > 0).then(|| {
        let text = (words.take_in_again)(preview.older);
        el("p").child(button(
            Weight::Tertiary,
            format!("take-in-again-{at}"),
            text,
            move || runtime.send(Msg::TakeInAgain(at)),
        ))
    });
    card.child(
        el("ul").children(
            lines(words, preview)
                .into_iter()
                .map(|line| el("li").text(line)),
        ),
    )
    .children(again)
}

fn lines(words: &Words, preview: &Preview) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for receipt in &preview.receipts {
        let date = LocalTime::new(receipt.at, platform::offset(receipt.at)).date();
        let unit = match &receipt.role {
            Some(role) => format!("{} ({role})", receipt.unit),
            None => receipt.unit.clone(),
        };
        lines.push((words.brings_handed_in)(
            &unit,
            receipt.done,
            receipt.of,
            &date,
        ));
    }
    if preview.receipts.is_empty() {
        let from = preview.from.iter();
        lines.extend(from.map(|(unit, count)| (words.brings)(unit, *count)));
    }
    if !preview.does_something() {
        lines.push(words.would_change_nothing.to_owned());
    }
    for (count, phrase) in [
        (preview.new, words.would_be_new),
        (preview.changed, words.would_change),
        (preview.two, words.would_be_two),
        (preview.purges, words.would_purge),
        (preview.purged, words.would_be_purged),
        (preview.older, words.would_stay),
        (preview.damaged, words.notice_read_damaged),
        (preview.mended, words.read_mended),
    ] {
        if count > 0 {
            lines.push(phrase(count));
        }
    }
    if preview.late {
        lines.push(words.would_be_late.to_owned());
    }
    lines
}

/// Why a file cannot be read in, in words.
pub fn cannot(words: &'static Words, why: &CannotRead) -> String {
    match why {
        CannotRead::Unreadable => words.notice_unreadable.to_owned(),
        CannotRead::Refused(FileError::NotJson) => words.notice_not_json.to_owned(),
        CannotRead::Refused(FileError::NotMognad) => words.notice_not_mognad.to_owned(),
        CannotRead::Refused(FileError::TooNew { .. }) => words.notice_too_new.to_owned(),
        CannotRead::Example => words.notice_example_file.to_owned(),
        CannotRead::OtherMunicipality(Some(name)) => (words.notice_other)(name),
        CannotRead::OtherMunicipality(None) => words.notice_other_unnamed.to_owned(),
    }
}

/// What reading in does, for the pages that offer it.
pub fn offer(runtime: Runtime) -> El {
    let words = runtime.words();
    el("section")
        .class("card")
        .child(h2(words.data_in))
        .child(quiet(words.data_in_about))
        .child(el("p").child(button(
            Weight::Secondary,
            "open-file",
            words.choose_file,
            move || runtime.send(Msg::OpenFile),
        )))
}
