//! What only the program of the desk does outside, and what comes back.

use std::rc::Rc;

use super::super::Outside;
use super::super::runtime::Runtime;
use crate::app::desk::{ArchiveMsg, FileMsg, HistoryMsg};
use crate::app::{DeskEffect, DeskMsg, FolderMsg};
use crate::platform::{self, Kind, SharedFolder, Store, file_handle, history};

/// Begins what the desk does outside the page; gives what fulfils its effects.
pub fn outside(runtime: Runtime, store: Rc<Store>) -> Outside {
    let folder = SharedFolder::begin(Rc::clone(&store), move |said, device| {
        // What is being typed is kept first: a file that comes in draws the page anew.
        runtime.send(DeskMsg::Folder(FolderMsg::Said(said, device)));
    });
    Box::new(move |task| fulfil(runtime, Rc::clone(&store), &folder, task))
}

fn fulfil(runtime: Runtime, store: Rc<Store>, folder: &Rc<SharedFolder>, task: DeskEffect) {
    let file = move |msg| runtime.send(DeskMsg::File(msg));
    match task {
        DeskEffect::Folder(errand) => folder.fulfil(errand),
        DeskEffect::LookForFile => platform::spawn(async move {
            file(FileMsg::Found(file_handle::find(&store).await));
        }),
        DeskEffect::ChooseFile(choice, name) => platform::spawn(async move {
            file(FileMsg::Chosen(
                file_handle::choose(&store, choice, &name).await,
            ));
        }),
        DeskEffect::ReadFile => platform::spawn(async move {
            file(FileMsg::Read(file_handle::read(&store).await));
        }),
        DeskEffect::WriteFile { instead_of, text } => platform::spawn(async move {
            let written = file_handle::write(&store, &instead_of, &text).await;
            file(FileMsg::Written(written));
        }),
        DeskEffect::ForgetFile => platform::spawn(async move { file_handle::forget(&store).await }),
        DeskEffect::MakeArchive { request, document } => platform::spawn(async move {
            let made = platform::archive(&document, &request).await;
            runtime.send(DeskMsg::Archive(ArchiveMsg::Came(made)));
        }),
        DeskEffect::OfferPage { name, text } => platform::offer(&name, Kind::Html, &text),
        DeskEffect::Erase => platform::spawn(async move {
            if platform::erase(&store).await {
                runtime.tell_erased();
                platform::begin_anew();
            } else {
                runtime.send(DeskMsg::NotErased);
            }
        }),
        DeskEffect::ReadHistory => platform::spawn(async move {
            let kept = history::read(&store).await;
            runtime.send(DeskMsg::History(HistoryMsg::Came(kept)));
        }),
        DeskEffect::EraseHistory => platform::spawn(async move {
            history::erase(&store).await;
            let kept = history::read(&store).await;
            runtime.send(DeskMsg::History(HistoryMsg::Came(kept)));
        }),
    }
}
