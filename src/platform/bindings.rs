//! Bindings that web-sys has only behind its unstable flag. The one file in which the macro may write unsafe code.
#![allow(unsafe_code)]

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase`, for the form of `transaction` that takes options.
    #[wasm_bindgen(extends = js_sys::Object, js_name = IDBDatabase)]
    #[derive(Debug, Clone)]
    pub type DatabaseWithOptions;

    /// Begins a transaction; `options` carries `durability: "strict"`.
    #[wasm_bindgen(method, catch, js_name = transaction)]
    pub fn transaction_with_options(
        this: &DatabaseWithOptions,
        stores: &JsValue,
        mode: &str,
        options: &JsValue,
    ) -> Result<web_sys::IdbTransaction, JsValue>;

    /// `TextEncoder`, to take over large texts: going through them letter by letter in JavaScript is most of taking them over.
    #[wasm_bindgen(js_name = TextEncoder)]
    pub type Encoder;

    /// An encoder to UTF-8.
    #[wasm_bindgen(constructor, js_class = "TextEncoder")]
    pub fn new() -> Encoder;

    /// The bytes of a text; of anything else those of what it is called.
    #[wasm_bindgen(method)]
    pub fn encode(this: &Encoder, text: &JsValue) -> Vec<u8>;

    /// `askWorker` of `public/boot.js`: a promise of what the worker makes of a request (JSON text) and a document (a text, or the
    /// points of a picture).
    #[wasm_bindgen(catch, js_name = askWorker)]
    pub fn ask_worker(request: &str, document: &JsValue) -> Result<js_sys::Promise, JsValue>;

    /// `openDesk` of `public/boot.js`: a promise that is broken where the program of the desk cannot be had.
    #[wasm_bindgen(catch, js_name = openDesk)]
    pub fn open_desk() -> Result<js_sys::Promise, JsValue>;

    /// `shareFile` of `public/boot.js`: whether the device's share sheet takes such a file, or with a text a promise of that.
    #[wasm_bindgen(catch, js_name = shareFile)]
    pub fn share_file(name: &str, text: Option<&str>) -> Result<JsValue, JsValue>;

    /// Lets the person choose a folder; not there in every browser.
    #[wasm_bindgen(catch, js_name = showDirectoryPicker)]
    pub fn show_directory_picker(options: &JsValue) -> Result<js_sys::Promise, JsValue>;

    /// Lets the person choose where a new file goes; not there in every browser.
    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    pub fn show_save_file_picker(options: &JsValue) -> Result<js_sys::Promise, JsValue>;

    /// Lets the person choose a file that is there; not there in every browser.
    #[wasm_bindgen(catch, js_name = showOpenFilePicker)]
    pub fn show_open_file_picker(options: &JsValue) -> Result<js_sys::Promise, JsValue>;

    /// `FileSystemHandle`: a file or a folder that the person gave.
    #[wasm_bindgen(extends = js_sys::Object, js_name = FileSystemHandle)]
    #[derive(Debug, Clone)]
    pub type Handle;

    /// `file` or `directory`.
    #[wasm_bindgen(method, getter)]
    pub fn kind(this: &Handle) -> String;

    /// Its name.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Handle) -> String;

    /// Whether it may be used without asking.
    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    pub fn query_permission(this: &Handle, options: &JsValue) -> Result<js_sys::Promise, JsValue>;

    /// Asks the person whether it may be used.
    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    pub fn request_permission(this: &Handle, options: &JsValue)
    -> Result<js_sys::Promise, JsValue>;

    /// `FileSystemDirectoryHandle`.
    #[wasm_bindgen(extends = Handle, extends = js_sys::Object, js_name = FileSystemDirectoryHandle)]
    #[derive(Debug, Clone)]
    pub type DirectoryHandle;

    /// What stands in it.
    #[wasm_bindgen(method, catch)]
    pub fn values(this: &DirectoryHandle) -> Result<js_sys::AsyncIterator, JsValue>;

    /// A file in it.
    #[wasm_bindgen(method, catch, js_name = getFileHandle)]
    pub fn get_file_handle(
        this: &DirectoryHandle,
        name: &str,
        options: &JsValue,
    ) -> Result<js_sys::Promise, JsValue>;

    /// `FileSystemFileHandle`; what a folder holds looks like one, and `kind` says whether it is.
    #[wasm_bindgen(extends = Handle, extends = js_sys::Object, js_name = FileSystemFileHandle)]
    #[derive(Debug, Clone)]
    pub type FileHandle;

    /// The file as it is now.
    #[wasm_bindgen(method, catch, js_name = getFile)]
    pub fn get_file(this: &FileHandle) -> Result<js_sys::Promise, JsValue>;

    /// A way to write it: what was written stands there from `close` on, all of it or nothing, and not before.
    #[wasm_bindgen(method, catch, js_name = createWritable)]
    pub fn create_writable(this: &FileHandle) -> Result<js_sys::Promise, JsValue>;

    /// `FileSystemWritableFileStream`.
    #[wasm_bindgen(extends = js_sys::Object, js_name = FileSystemWritableFileStream)]
    #[derive(Debug, Clone)]
    pub type Writable;

    /// Writes text.
    #[wasm_bindgen(method, catch)]
    pub fn write(this: &Writable, text: &str) -> Result<js_sys::Promise, JsValue>;

    /// Puts what was written in place.
    #[wasm_bindgen(method, catch)]
    pub fn close(this: &Writable) -> Result<js_sys::Promise, JsValue>;

    /// Leaves the file as it was.
    #[wasm_bindgen(method, catch)]
    pub fn abort(this: &Writable) -> Result<js_sys::Promise, JsValue>;
}
