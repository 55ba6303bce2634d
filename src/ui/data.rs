//! Where the answers are, files out and in, and what was set aside.

use leptos::prelude::*;

use super::runtime::Runtime;
use crate::app::{Msg, Section};

/// The page of files and storage.
pub fn view(runtime: Runtime) -> impl IntoView {
    let words = runtime.words();
    let all = &[Section::Answers, Section::Units, Section::Storage, Section::Notices];
    let count = move || runtime.read(all, |model| (words.data_count)(model.document.len()));
    let aside = move || {
        let count = runtime.read(all, |model| model.set_aside);
        (count > 0).then(|| {
            view! {
                <section class="card" id="set-aside">
                    <h2>{words.data_set_aside}</h2>
                    <p>{(words.data_set_aside_about)(count)}</p>
                    <p>
                        <button class="ds-button" data-variant="secondary" type="button" on:click=move |_| runtime.send(Msg::SaveSetAside)>
                            {words.save_set_aside}
                        </button>
                    </p>
                </section>
            }
        })
    };
    view! {
        <article class="page narrow">
            <h1 tabindex="-1">{words.data}</h1>
            <section class="card">
                <h2>{words.data_out}</h2>
                <p>{words.data_out_about}</p>
                <p>
                    <button class="ds-button" id="save-file" type="button" on:click=move |_| runtime.send(Msg::SaveFile)>
                        {words.data_out}
                    </button>
                </p>
            </section>
            <section class="card">
                <h2>{words.data_in}</h2>
                <p>{words.data_in_about}</p>
                <p>
                    <button class="ds-button" id="open-file" data-variant="secondary" type="button" on:click=move |_| runtime.send(Msg::OpenFile)>
                        {words.choose_file}
                    </button>
                </p>
            </section>
            {aside}
            <section>
                <h2>{words.data_where}</h2>
                <p>{words.data_in_browser}</p>
                <p class="quiet">{count}</p>
            </section>
        </article>
    }
}
