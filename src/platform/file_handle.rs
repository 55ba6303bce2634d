//! A file on a disk that the person chose once: its handle is kept beside the document, and with it the file can be read and
//! written again (File System Access, where the browser has it).
// The macro writes unsafe code, as in `bindings.rs`.
#![allow(unsafe_code)]

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::Store;
use super::page::window;
use crate::app::desk::{Choice, FileTrouble, Known};

/// The handle's key among what is kept beside the document.
const KEY: &str = "file";

#[wasm_bindgen]
extern "C" {
    /// `FileSystemFileHandle`.
    #[wasm_bindgen(extends = Object)]
    #[derive(Debug, Clone)]
    type FileHandle;

    #[wasm_bindgen(method, getter)]
    fn name(this: &FileHandle) -> String;

    #[wasm_bindgen(method, catch, js_name = getFile)]
    fn get_file(this: &FileHandle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &FileHandle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &FileHandle, wanted: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &FileHandle, wanted: &Object) -> Result<Promise, JsValue>;

    /// `FileSystemWritableFileStream`: what is written goes to the file when it is closed, all of it or nothing.
    #[wasm_bindgen(extends = Object)]
    #[derive(Debug, Clone)]
    type Writable;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Writable, text: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn close(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn abort(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = window, js_name = showSaveFilePicker)]
    fn show_save_file_picker(options: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = window, js_name = showOpenFilePicker)]
    fn show_open_file_picker(options: &Object) -> Result<Promise, JsValue>;
}

/// What is known of the file.
pub async fn find(store: &Store) -> Known {
    let can = window().is_some_and(|window| {
        Reflect::has(&window, &"showSaveFilePicker".into()).unwrap_or_default()
    });
    if !can {
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
    put(&json, "application/json", &Array::of1(&".json".into()));
    put(&kinds, "accept", &json);
    put(&options, "types", &Array::of1(&kinds));
    let chosen = match choice {
        Choice::New => {
            put(&options, "suggestedName", &name.into());
            wait(show_save_file_picker(&options)).await
        }
        Choice::Existing => {
            let handles = wait(show_open_file_picker(&options)).await;
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
    let file: Writable = wait(handle.create_writable()).await?.unchecked_into();
    let written = async {
        wait(file.write(new)).await?;
        // As late as can be: what is written goes to the file when it is closed.
        Ok::<bool, JsValue>(text(handle).await? == instead_of)
    };
    match written.await {
        Ok(true) => {}
        other => {
            // What was not closed never came to the file.
            let _ = wait(file.abort()).await;
            return Err(other.err());
        }
    }
    wait(file.close()).await?;
    Ok(text(handle).await?)
}

/// Forgets which file it is; the file stays.
pub async fn forget(store: &Store) {
    store.remove_beside(KEY).await;
}

async fn allowed(handle: &FileHandle) -> Result<(), FileTrouble> {
    let wanted = Object::new();
    put(&wanted, "mode", &"readwrite".into());
    let granted = |answer: Result<JsValue, JsValue>| {
        answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
    };
    if granted(wait(handle.query_permission(&wanted)).await)
        || granted(wait(handle.request_permission(&wanted)).await)
    {
        Ok(())
    } else {
        Err(FileTrouble::NotAllowed)
    }
}

async fn text(handle: &FileHandle) -> Result<String, JsValue> {
    let file: web_sys::Blob = wait(handle.get_file()).await?.unchecked_into();
    let text = JsFuture::from(file.text()).await?;
    Ok(text.as_string().unwrap_or_default())
}

async fn wait(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

fn put(object: &Object, key: &str, value: &JsValue) {
    // An own object takes a property.
    let _ = Reflect::set(object, &key.into(), value);
}

fn trouble(error: &JsValue) -> FileTrouble {
    let name = Reflect::get(error, &"name".into()).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("AbortError") => FileTrouble::NotChosen,
        Some("NotAllowedError" | "SecurityError" | "NoModificationAllowedError") => {
            FileTrouble::NotAllowed
        }
        Some("NotFoundError") => FileTrouble::Gone,
        Some("QuotaExceededError") => FileTrouble::Full,
        _ => FileTrouble::Other,
    }
}
