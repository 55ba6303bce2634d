//! Time and randomness, and waiting.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::page::window;
use crate::app::Moment;
use crate::domain::Timestamp;

/// Now, with fresh randomness.
pub fn moment() -> Moment {
    Moment {
        now: now(),
        offset: offset(now()),
        random: random(),
    }
}

fn now() -> Timestamp {
    #[allow(clippy::cast_possible_truncation)] // milliseconds since 1970 fit 53 bits
    Timestamp(js_sys::Date::now() as i64)
}

/// The device's offset from UTC at a time, in minutes east of it.
pub fn offset(at: Timestamp) -> i32 {
    #[allow(clippy::cast_precision_loss)] // milliseconds since 1970 fit 53 bits
    let date = js_sys::Date::new(&(at.0 as f64).into());
    #[allow(clippy::cast_possible_truncation)] // at most 14 hours
    let west = date.get_timezone_offset() as i32;
    -west
}

/// 128 bits from the browser's generator; from `Math.random` where there is none.
pub fn random() -> u128 {
    let bytes = js_sys::Uint8Array::new_with_length(16);
    let filled = js_sys::Reflect::get(&js_sys::global(), &"crypto".into())
        .and_then(|crypto| {
            let fill = js_sys::Reflect::get(&crypto, &"getRandomValues".into())?;
            fill.dyn_into::<js_sys::Function>()?.call1(&crypto, &bytes)
        })
        .is_ok();
    if !filled {
        for place in 0..16 {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // below 256
            bytes.set_index(place, (js_sys::Math::random() * 256.0) as u8);
        }
    }
    bytes
        .to_vec()
        .into_iter()
        .fold(0, |number, byte| (number << 8) | u128::from(byte))
}

/// Something to be done later, unless the timer is dropped before.
pub struct Timer {
    id: Option<i32>,
    _action: Closure<dyn FnMut()>,
}

impl Timer {
    /// Does `action` once, `milliseconds` from now.
    pub fn after(milliseconds: i32, action: impl FnOnce() + 'static) -> Self {
        let mut action = Some(action);
        let action = Closure::<dyn FnMut()>::new(move || {
            if let Some(action) = action.take() {
                action();
            }
        });
        let id = window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(
                    action.as_ref().unchecked_ref(),
                    milliseconds,
                )
                .ok()
        });
        Self {
            id,
            _action: action,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(id), Some(window)) = (self.id, window()) {
            window.clear_timeout_with_handle(id);
        }
    }
}

/// A promise that is kept after `milliseconds`.
pub fn sleep(milliseconds: i32) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            // Without a window nothing waits either.
            let _ = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    })
}
