//! A file on a disk that the person chose once: its handle is kept beside the document, and with it the file can be read and
//! written again (File System Access, where the browser has it).

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::Store;
use super::bindings::{FileHandle, Writable, show_open_file_picker, show_save_file_picker};
use super::handles::{ask, has_function, is_allowed, kept_promise, name_of, set, text_of};
use crate::app::desk::{Choice, FileTrouble, Known};

/// The handle's key among what is kept beside the document.
const KEY: &str = "file";

/// What is known of the file.
pub async fn find(store: &Store) -> Known {
    if !has_function("showSaveFilePicker") {
        return Known::NotHere;
    }
    match kept(store).await {
        Some(handle) => Known::Named(handle.name()),
        None => Known::NotChosen,
    }
}

async fn kept(store: &Store) -> Option<FileHandle> {
    let handle = store.beside(KEY).await?;
    handle
        .is_object()
        .then(|| handle.unchecked_into::<FileHandle>())
}

/// Lets the person choose the file, and keeps its handle; gives its name. Called in a gesture.
///
/// # Errors
/// [`FileTrouble`]; another file that was chosen before stays the one.
pub async fn choose(store: &Store, choice: Choice, name: &str) -> Result<String, FileTrouble> {
    let options = Object::new();
    let kinds = Object::new();
    let json = Object::new();
    set(&json, "application/json", &Array::of1(&".json".into()));
    set(&kinds, "accept", &json);
    set(&options, "types", &Array::of1(&kinds));
    let chosen = match choice {
        Choice::New => {
            set(&options, "suggestedName", &name.into());
            kept_promise(show_save_file_picker(&options)).await
        }
        Choice::Existing => {
            let handles = kept_promise(show_open_file_picker(&options)).await;
            handles.map(|handles| Array::from(&handles).get(0))
        }
    };
    let chosen = chosen.map_err(|error| trouble(&error))?;
    store
        .put_beside(KEY, &chosen)
        .await
        .map_err(|_| FileTrouble::Other)?;
    Ok(chosen.unchecked_into::<FileHandle>().name())
}

/// Reads the file. Called in a gesture: the browser may ask the person whether it may.
///
/// # Errors
/// [`FileTrouble`].
pub async fn read(store: &Store) -> Result<String, FileTrouble> {
    let handle = kept(store).await.ok_or(FileTrouble::Gone)?;
    allowed(&handle).await?;
    text(&handle).await.map_err(|error| trouble(&error))
}

/// Writes the file, if it still reads as it did; gives what it reads afterwards.
///
/// # Errors
/// [`FileTrouble`]; the file is as it was.
pub async fn write(store: &Store, instead_of: &str, new: &str) -> Result<String, FileTrouble> {
    let handle = kept(store).await.ok_or(FileTrouble::Gone)?;
    write_to(&handle, instead_of, new)
        .await
        .map_err(|error| match error {
            Some(error) => trouble(&error),
            None => FileTrouble::Changed,
        })
}

async fn write_to(
    handle: &FileHandle,
    instead_of: &str,
    new: &str,
) -> Result<String, Option<JsValue>> {
    let file: Writable = kept_promise(handle.create_writable())
        .await?
        .unchecked_into();
    let written = async {
        kept_promise(file.write(new)).await?;
        // As late as can be: what is written goes to the file when it is closed.
        Ok::<bool, JsValue>(text(handle).await? == instead_of)
    };
    match written.await {
        Ok(true) => {}
        other => {
            // What was not closed never came to the file.
            let _ = kept_promise(file.abort()).await;
            return Err(other.err());
        }
    }
    kept_promise(file.close()).await?;
    Ok(text(handle).await?)
}

/// Forgets which file it is; the file stays.
pub async fn forget(store: &Store) {
    store.remove_beside(KEY).await;
}

async fn allowed(handle: &FileHandle) -> Result<(), FileTrouble> {
    if is_allowed(handle).await || ask(handle).await {
        Ok(())
    } else {
        Err(FileTrouble::NotAllowed)
    }
}

async fn text(handle: &FileHandle) -> Result<String, JsValue> {
    let (_, text) = text_of(handle).await?;
    Ok(text)
}

fn trouble(error: &JsValue) -> FileTrouble {
    match name_of(error).as_str() {
        "AbortError" => FileTrouble::NotChosen,
        "NotAllowedError" | "SecurityError" | "NoModificationAllowedError" => {
            FileTrouble::NotAllowed
        }
        "NotFoundError" => FileTrouble::Gone,
        "QuotaExceededError" => FileTrouble::Full,
        _ => FileTrouble::Other,
    }
}
