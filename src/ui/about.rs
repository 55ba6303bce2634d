//! Method, sources, privacy, accessibility.

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{El, el, following};
use super::parts::{h2, p, page, quiet};
use super::runtime::Runtime;
use crate::app::Section;
use crate::domain::{QuestionSet, SetId};
use crate::exchange::{About, about_from_json};
use crate::platform;

/// The page about the tool; its text comes when it is opened.
pub fn view(runtime: Runtime) -> AnyView {
    let words = runtime.words();
    let language = runtime.peek(|model| model.device.language);
    let text = RwSignal::new(None::<Option<About>>);
    platform::spawn(async move {
        let about = platform::fetch_about(language).await;
        text.try_set(Some(about.as_deref().and_then(about_from_json)));
    });
    let sets = el("div").follows(move || {
        let sets = runtime.read(&[Section::Sets], |model| {
            SetId::published().map(|id| model.set(&id))
        });
        let note = |set: Arc<QuestionSet>| {
            let version = (words.set_version)(&set.title, &set.version);
            quiet(format!("{version}. {}", set.source_note)).into()
        };
        sets.into_iter().flatten().map(note).collect()
    });
    page(words.about)
        .child(following(move || {
            text.with(|text| match text {
                Some(Some(about)) => told(about).map(Into::into).collect(),
                Some(None) => vec![p(words.about_unreachable).class("lead").into()],
                None => Vec::new(),
            })
        }))
        .child(sets)
        .into()
}

fn told(about: &About) -> impl Iterator<Item = El> {
    let lead = p(about.lead.clone()).class("lead");
    let sections = about.sections.iter().map(|section| {
        let paragraphs = section.paragraphs.iter().map(|text| p(text.clone()));
        el("section")
            .child(h2(section.heading.clone()))
            .children(paragraphs)
    });
    [lead].into_iter().chain(sections)
}
