//! The published content: IT-mognad by the outline of DOMAIN.md §6(b), and the static page in the catalogue's words.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod published;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use mognad::domain::{
    Document, DocumentId, Part, QuestionSet, RollUp, Scope, SetId, Tag, UnitId, asked,
};
use mognad::exchange::question_toml::{Compiled, schema_of_area, schema_of_overlay, schema_of_set};
use mognad::i18n::Language;
use published::compiled;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn it_mognad() -> Compiled {
    compiled("it-mognad")
}

fn every_set() -> Vec<Compiled> {
    let ids = SetId::published();
    ids.iter().map(|id| compiled(id.as_str())).collect()
}

fn count(set: &QuestionSet, area: &str, scope: Scope) -> usize {
    let area = set.areas.iter().find(|a| a.id.as_str() == area).unwrap();
    area.questions.iter().filter(|q| q.scope == scope).count()
}

#[test]
fn it_mognad_has_the_areas_and_scopes_of_its_outline() {
    let set = it_mognad().set;
    let outline = [
        ("ledning", 2, 2),
        ("bestallarfunktion", 3, 1),
        ("e-forvaltning", 3, 0),
        ("e-tjanster", 3, 0),
        ("kontaktvagar", 3, 0),
        ("samverkan", 1, 2),
        ("verksamhetsutveckling", 4, 0),
        ("uppfoljning", 2, 1),
        ("standardisering", 1, 2),
        ("automatisering", 2, 0),
        ("debitering", 1, 1),
        ("informationssakerhet", 3, 0),
        ("it-stod", 3, 0),
    ];
    assert_eq!(set.areas.len(), outline.len());
    for (area, f, k) in outline {
        assert_eq!(
            (count(&set, area, Scope::F), count(&set, area, Scope::K)),
            (f, k),
            "{area}"
        );
    }
    let nothing = Document::new(DocumentId::from_random(1));
    let asked = |unit: &UnitId| {
        asked(&nothing, None, &set, unit)
            .iter()
            .map(|asked| asked.questions.len())
            .sum::<usize>()
    };
    assert_eq!(asked(&UnitId::from_random(1)), 31);
    assert_eq!(asked(&UnitId::municipality()), 9);
    assert_eq!(set.top(), 5);
}

/// DOMAIN.md §6(a): six flowers of four, grass of eight, soil of six; three grades, and where the structure comes from.
#[test]
fn e_forvaltning_has_the_parts_and_grades_of_its_outline() {
    let set = compiled("e-forvaltning").set;
    let outline = [
        ("aldre-och-omsorg", Part::Flower, Scope::Owner, 4),
        ("barn-och-elever", Part::Flower, Scope::Owner, 4),
        ("foretagare", Part::Flower, Scope::Owner, 4),
        ("boende-och-trafikanter", Part::Flower, Scope::Owner, 4),
        ("kultur-och-fritid", Part::Flower, Scope::Owner, 4),
        ("allmanheten", Part::Flower, Scope::Owner, 4),
        ("ledning-och-arbetssatt", Part::Grass, Scope::KOptionalF, 8),
        ("tekniska-forutsattningar", Part::Soil, Scope::KOptionalF, 6),
    ];
    assert_eq!(set.areas.len(), outline.len());
    for (area, (id, part, scope, questions)) in set.areas.iter().zip(outline) {
        assert_eq!((area.id.as_str(), area.part), (id, Some(part)));
        assert_eq!(area.questions.len(), questions, "{id}");
        assert!(area.questions.iter().all(|q| q.scope == scope), "{id}");
    }
    assert_eq!(set.roll_up, RollUp::Fulfilment);
    let names: Vec<&str> = set.scale.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(
        names,
        ["Uppfyller inte alls", "Uppfyller delvis", "Uppfyller helt"]
    );
    for said in [
        "Upplägget följer SKL:s e-Blomlådan i tre nivåer.",
        "Frågorna är egna och resultatet kan inte jämföras med SKL:s publicerade värden.",
    ] {
        assert!(set.source_note.contains(said), "{said}");
    }
}

#[test]
fn every_folder_of_questions_is_a_set_that_the_app_offers() {
    let mut folders: Vec<String> = fs::read_dir(root().join("questions"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != "schema" && name != "about")
        .collect();
    folders.sort();
    let mut published: Vec<String> = SetId::published().iter().map(ToString::to_string).collect();
    published.sort();
    assert_eq!(folders, published);
}

/// DOMAIN.md §6.1: no adverb of degree carries a difference, no product name, nobody is addressed as *du*.
#[test]
fn levels_say_what_can_be_seen() {
    for set in every_set() {
        levels_of(&set.set);
    }
}

fn levels_of(set: &QuestionSet) {
    for question in set.areas.iter().flat_map(|area| &area.questions) {
        assert!(
            question.evidence.starts_with("Underlag kan vara "),
            "{}",
            question.id
        );
        assert!(question.text.ends_with('?'), "{}", question.id);
        for level in &question.levels {
            let words: Vec<String> = level
                .split(|c: char| !c.is_alphabetic())
                .map(str::to_lowercase)
                .collect();
            for word in [
                "ganska",
                "väldigt",
                "delvis",
                "mycket",
                "du",
                "din",
                "konsensus",
                "göliska",
            ] {
                assert!(
                    !words.iter().any(|w| w == word),
                    "{}: {word}: {level}",
                    question.id
                );
            }
        }
        let mut levels: Vec<&str> = question.levels.iter().map(String::as_str).collect();
        levels.dedup();
        assert_eq!(levels.len(), set.scale.len(), "{}", question.id);
    }
}

#[test]
fn every_text_stands_in_english_too() {
    for compiled in every_set() {
        english_of(&compiled);
    }
}

fn english_of(compiled: &Compiled) {
    let overlay = compiled
        .overlays
        .iter()
        .find(|o| o.language == "en")
        .unwrap();
    let english = compiled.set.clone().overlaid(overlay);
    let questions: usize = compiled
        .set
        .areas
        .iter()
        .map(|area| area.questions.len())
        .sum();
    assert_eq!(overlay.questions.len(), questions);
    for (swedish, english) in compiled.set.areas.iter().zip(&english.areas) {
        assert_ne!(swedish.about, english.about, "{}", swedish.id);
        for (swedish, english) in swedish.questions.iter().zip(&english.questions) {
            assert_ne!(swedish.text, english.text, "{}", swedish.id);
            assert_eq!(swedish.meaning, english.meaning);
            for (a, b) in swedish.levels.iter().zip(&english.levels) {
                assert_ne!(a, b, "{}", swedish.id);
            }
        }
    }
}

#[test]
fn the_schemas_are_those_of_the_reader() {
    for (name, schema) in [
        ("set", schema_of_set()),
        ("area", schema_of_area()),
        ("overlay", schema_of_overlay()),
    ] {
        let path = root().join(format!("questions/schema/{name}.schema.json"));
        let written: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(
            written,
            schema.to_value(),
            "`cargo xtask questions --schema` writes it anew"
        );
    }
}

/// The first paint waits for no WebAssembly; its words are the catalogue's all the same.
#[test]
fn the_static_page_has_the_words_of_the_catalogue() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let words = Language::Swedish.words();
    let mut expected: BTreeMap<&str, &str> = BTreeMap::from([
        ("skip", words.to_content),
        ("menu-answer", words.answer),
        ("menu-result", words.result),
        ("start-heading", words.start_heading),
        ("start-lead", words.start_lead),
        ("door-answer", words.door_answer),
        ("door-answer-about", words.door_answer_about),
        ("door-file", words.door_file),
        ("door-file-about", words.door_file_about),
        ("foot-settings", words.settings),
        ("foot-data", words.data),
        ("foot-about", words.about),
        ("foot-language", Language::English.words().this_language),
    ]);
    let ids = [
        ("fact-1", "fact-1-about"),
        ("fact-2", "fact-2-about"),
        ("fact-3", "fact-3-about"),
    ];
    for ((heading, about), (heading_text, about_text)) in ids.into_iter().zip(words.start_facts) {
        expected.insert(heading, heading_text);
        expected.insert(about, about_text);
    }
    for (id, text) in expected {
        let (_, rest) = page
            .split_once(&format!("id=\"{id}\""))
            .unwrap_or_else(|| panic!("no {id}"));
        let shown = rest.split_once('>').unwrap().1.split('<').next().unwrap();
        assert_eq!(shown, text, "{id}");
    }
}

/// The lines that the app reads are the TOML that they look like: every question of every set has one to three tags that exist, and
/// no tag stands for a question that is not there or is used for one question alone.
#[test]
fn every_question_has_its_tags() {
    let text = fs::read_to_string(root().join("src/domain/tags.toml")).unwrap();
    let table: BTreeMap<String, Vec<String>> = toml::from_str(&text).unwrap();
    let mut used: BTreeMap<Tag, usize> = BTreeMap::new();
    let mut asked = 0;
    for compiled in every_set() {
        for question in compiled.set.areas.iter().flat_map(|area| &area.questions) {
            let tags = Tag::of(&question.id);
            let words: Vec<&str> = tags.iter().map(|tag| tag.word()).collect();
            assert_eq!(table[question.id.as_str()], words, "{}", question.id);
            assert!((1..=3).contains(&tags.len()), "{}", question.id);
            for tag in tags {
                *used.entry(tag).or_default() += 1;
            }
            asked += 1;
        }
    }
    assert_eq!(
        table.len(),
        asked,
        "a tag stands for a question that is not there"
    );
    for tag in Tag::ALL {
        assert!(
            used.get(&tag).is_some_and(|uses| *uses >= 2),
            "{}",
            tag.word()
        );
        assert_eq!(Tag::parse(tag.word()), Some(tag));
    }
    assert_eq!(
        Tag::of(&mognad::domain::QuestionId::parse("okand").unwrap()),
        []
    );
}
