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

    /// `askWorker` of `public/boot.js`: a promise of what the worker makes of a request and a document, both JSON text.
    #[wasm_bindgen(catch, js_name = askWorker)]
    pub fn ask_worker(request: &str, document: &str) -> Result<js_sys::Promise, JsValue>;

    /// `openDesk` of `public/boot.js`: a promise that is broken where the program of the desk cannot be had.
    #[wasm_bindgen(catch, js_name = openDesk)]
    pub fn open_desk() -> Result<js_sys::Promise, JsValue>;
}
