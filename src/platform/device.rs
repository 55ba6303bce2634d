//! The device's settings in localStorage, outside every document.

use gloo_storage::{LocalStorage, Storage};

use super::journal::is_open;
use crate::app::Device;

fn key() -> String {
    super::installation() + "device"
}

/// The settings kept here, or the usual ones where there are none or they cannot be read.
pub fn read() -> Device {
    if !is_open() {
        return Device::default();
    }
    LocalStorage::get(key()).unwrap_or_default()
}

/// Keeps the settings, where the browser lets us.
pub fn keep(device: &Device) {
    if is_open() {
        let _ = LocalStorage::set(key(), device); // a full store loses a setting, never an answer
    }
}
