//! Method, sources, privacy, accessibility.

use super::element::El;
use super::parts::{h2, p, page, perhaps, quiet};
use super::runtime::Runtime;
use crate::app::Section;
use crate::domain::SetId;

/// The page about the tool.
pub fn view(runtime: Runtime) -> El {
    let words = runtime.words();
    let mut article = page(words.about).child(p(words.about_lead).class("lead"));
    for (heading, paragraphs) in words.about_sections {
        article = article
            .child(h2(*heading))
            .children(paragraphs.iter().map(|text| p(*text)));
    }
    article.follows(move || {
        let set = runtime.read(&[Section::Sets], |model| model.set(&SetId::it_mognad()));
        perhaps(set.map(|set| {
            let version = (words.set_version)(&set.title, &set.version);
            quiet(format!("{version}. {}", set.source_note))
        }))
    })
}
