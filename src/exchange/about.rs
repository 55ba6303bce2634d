//! The page *Om Mognad*: written in `questions/about/`, fetched when it is opened, so that the first visit need not carry it.

use serde_json::Value as Json;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Deserialize, serde::Serialize),
    serde(deny_unknown_fields)
)]
pub struct About {
    /// One sentence about the tool.
    pub lead: String,
    /// Method, sources, privacy, accessibility.
    #[cfg_attr(not(target_arch = "wasm32"), serde(rename = "section"))]
    pub sections: Vec<AboutSection>,
}

/// A section of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Deserialize, serde::Serialize),
    serde(deny_unknown_fields)
)]
pub struct AboutSection {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// Reads what `cargo xtask questions` has written; nothing where the text is something else.
pub fn about_from_json(text: &str) -> Option<About> {
    let json: Json = serde_json::from_str(text).ok()?;
    let word = |json: &Json| json.as_str().map(str::to_owned);
    let section = |json: &Json| {
        let paragraphs = json.get("paragraphs")?.as_array()?.iter().map(word);
        Some(AboutSection {
            heading: word(json.get("heading")?)?,
            paragraphs: paragraphs.collect::<Option<_>>()?,
        })
    };
    let sections = json.get("section")?.as_array()?.iter().map(section);
    Some(About {
        lead: word(json.get("lead")?)?,
        sections: sections.collect::<Option<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_reads_back_as_it_was_written() {
        let about = About {
            lead: "L".into(),
            sections: vec![AboutSection {
                heading: "H".into(),
                paragraphs: vec!["P".into(), "Q".into()],
            }],
        };
        let text = serde_json::to_string(&about).unwrap();
        assert_eq!(about_from_json(&text), Some(about));
        for wrong in [
            "",
            "{}",
            "{\"lead\":1,\"section\":[]}",
            "{\"lead\":\"L\",\"section\":[1]}",
        ] {
            assert_eq!(about_from_json(wrong), None, "{wrong}");
        }
    }
}
