//! The second program: what is heavy and seldom wanted, fetched at its first use and run beside the page in a worker.
//!
//! A message is `{id, task, …}`; each gets one answer, `{id, made}` or `{id, error}`. `start.js` starts it. On other targets
//! there is nothing to start.

#[cfg(target_arch = "wasm32")]
mod task;

#[cfg(target_arch = "wasm32")]
fn main() {
    task::listen();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
