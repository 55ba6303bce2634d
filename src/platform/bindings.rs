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

    /// `askWorker` of `public/boot.js`: a promise of what the worker makes of a request and a document, both JSON text.
    #[wasm_bindgen(catch, js_name = askWorker)]
    pub fn ask_worker(request: &str, document: &str) -> Result<js_sys::Promise, JsValue>;

    /// `openDesk` of `public/boot.js`: a promise that is broken where the program of the desk cannot be had.
    #[wasm_bindgen(catch, js_name = openDesk)]
    pub fn open_desk() -> Result<js_sys::Promise, JsValue>;
}
