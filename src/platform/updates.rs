//! The service worker: the app without a network, and new versions only when asked for.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

use super::dom::Listener;
use super::page::window;

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window()?.navigator();
    // Not there on insecure origins, where web-sys would hand out `undefined`; there but useless on file://.
    let served = window()?
        .location()
        .protocol()
        .is_ok_and(|protocol| protocol != "file:");
    let there = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    (there && served)
        .then(|| navigator.service_worker())
        .filter(|c| c.is_object())
}

/// Registers the service worker and calls `waits` when a new version stands ready beside the one in use.
pub fn watch(waits: impl Fn() + 'static) {
    super::spawn(async move {
        // Without a service worker (an insecure origin, a policy) the app works as long as there is a network.
        let _ = register(Rc::new(waits)).await;
    });
}

async fn register(waits: Rc<dyn Fn()>) -> Result<(), JsValue> {
    let container = container().ok_or(JsValue::NULL)?;
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"updateViaCache".into(), &"none".into())?;
    let register: js_sys::Function =
        js_sys::Reflect::get(&container, &"register".into())?.dyn_into()?;
    let promise = register.call2(&container, &"sw.js".into(), &options)?;
    let registration: ServiceWorkerRegistration = JsFuture::from(js_sys::Promise::from(promise))
        .await?
        .dyn_into()?;
    if registration.waiting().is_some() && container.controller().is_some() {
        waits();
    }
    let target = registration.clone();
    Listener::new(target.into(), "updatefound", move |_| {
        if let Some(worker) = registration.installing() {
            tell_when_ready(&worker, Rc::clone(&waits));
        }
    })
    .forever();
    Ok(())
}

fn tell_when_ready(worker: &ServiceWorker, waits: Rc<dyn Fn()>) {
    let watched = worker.clone();
    Listener::new(worker.clone().into(), "statechange", move |_| {
        let replaces = container().is_some_and(|container| container.controller().is_some());
        if watched.state() == ServiceWorkerState::Installed && replaces {
            waits();
        }
    })
    .forever();
}

/// Takes the waiting version into use: it is activated, and the page is loaded once.
pub fn take() {
    super::spawn(async {
        let _ = activate().await; // nothing waits any more: the page goes on as it is
    });
}

async fn activate() -> Result<(), JsValue> {
    let container = container().ok_or(JsValue::NULL)?;
    let reloaded = Cell::new(false);
    Listener::new(container.clone().into(), "controllerchange", move |_| {
        if !reloaded.replace(true)
            && let Some(window) = window()
        {
            let _ = window.location().reload();
        }
    })
    .forever();
    let registration: ServiceWorkerRegistration = JsFuture::from(container.get_registration())
        .await?
        .dyn_into()?;
    let waiting = registration.waiting().ok_or(JsValue::NULL)?;
    let message = js_sys::Object::new();
    js_sys::Reflect::set(&message, &"type".into(), &"activate".into())?;
    waiting.post_message(&message)
}
