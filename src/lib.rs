//! Mognad: Swedish municipalities assess their own IT maturity, in the browser, with nothing sent anywhere.
//!
//! `ARCHITECTURE.md` follows an answer through the layers; `tests/layers.rs` keeps the arrows between them.

pub mod app;
pub mod charts;
pub mod domain;
pub mod exchange;
pub mod i18n;

#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
