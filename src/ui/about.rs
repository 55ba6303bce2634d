//! Method, sources, privacy, accessibility.

use leptos::prelude::*;

use super::runtime::Runtime;
use crate::app::Section;
use crate::domain::SetId;

/// The page about the tool.
pub fn view(runtime: Runtime) -> impl IntoView {
    let words = runtime.words();
    let set = move || {
        runtime.read(&[Section::Sets], |model| {
            let set = model.set(&SetId::parse("it-mognad")?)?;
            Some(view! {
                <p class="quiet">{(words.set_version)(&set.title, &set.version)} ". " {set.source_note.clone()}</p>
            })
        })
    };
    view! {
        <article class="page narrow">
            <h1 tabindex="-1">{words.about}</h1>
            <p class="lead">{words.about_lead}</p>
            {words
                .about_sections
                .iter()
                .map(|(heading, paragraphs)| {
                    view! {
                        <h2>{*heading}</h2>
                        {paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
                    }
                })
                .collect_view()}
            {set}
        </article>
    }
}
