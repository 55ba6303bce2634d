//! The README's pictures: that each is there, light enough, and told to those who do not see it.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "docs/pictures/";
/// So heavy may a picture be, in bytes: the page that shows them all is opened on phones too.
const HEAVIEST: usize = 300_000;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A picture as the README names it: `![words](file)`, or `<img src="file" width="240" alt="words">` where it would be too
/// large.
#[derive(Debug, PartialEq, Eq)]
struct Named {
    words: String,
    file: String,
}

impl Named {
    fn new(words: &str, file: &str) -> Option<Self> {
        file.starts_with(FOLDER).then(|| Self {
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            file: file.to_owned(),
        })
    }

    fn from_markdown(rest: &str) -> Option<Self> {
        let (words, rest) = rest.split_once("](")?;
        let (file, _) = rest.split_once(')')?;
        Self::new(words, file)
    }

    fn from_html(rest: &str) -> Option<Self> {
        let (attributes, _) = rest.split_once('>')?;
        let value = |name: &str| attributes.split_once(name)?.1.split('"').next();
        Self::new(value("alt=\"")?, value("src=\"")?)
    }
}

fn pictures_named_in(text: &str) -> Vec<Named> {
    let markdown = text.split("![").skip(1).filter_map(Named::from_markdown);
    let html = text.split("<img ").skip(1).filter_map(Named::from_html);
    markdown.chain(html).collect()
}

fn named() -> Vec<Named> {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let named = pictures_named_in(&readme);
    let mentions = readme.matches(FOLDER).count();
    assert_eq!(
        named.len(),
        mentions,
        "a picture is named in another way, or without words"
    );
    named
}

#[test]
fn every_picture_that_the_readme_names_is_there() {
    for Named { file, .. } in named() {
        let path = root().join(&file);
        let png = fs::read(&path)
            .unwrap_or_else(|_| panic!("{file} is not there: `cargo xtask pictures` takes it"));
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "{file} is no PNG");
        assert!(png.len() <= HEAVIEST, "{file} has {} bytes", png.len());
    }
}

#[test]
fn every_picture_is_told_in_words_and_said_to_be_made_up() {
    let named = named();
    assert!(!named.is_empty());
    for Named { words, file } in named {
        assert!(words.contains("Påhittade exempelvärden"), "{file}: {words}");
        assert!(words.split(' ').count() >= 10, "{file}: {words}");
    }
}

#[test]
fn no_picture_lies_about_that_the_readme_does_not_show() {
    let shown: BTreeSet<String> = named().into_iter().map(|picture| picture.file).collect();
    let lying: BTreeSet<String> = fs::read_dir(root().join(Path::new(FOLDER)))
        .unwrap()
        .map(|entry| format!("{FOLDER}{}", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    assert_eq!(lying, shown);
}

#[test]
fn both_ways_to_name_a_picture_are_read() {
    let text = "![En\nbild](docs/pictures/a.png) och ![en annan](annat.png), \
        <img src=\"docs/pictures/b.png\" width=\"240\" alt=\"Två bilder\"> <img src=\"docs/pictures/c.png\">";
    let expected = [
        ("En bild", "docs/pictures/a.png"),
        ("Två bilder", "docs/pictures/b.png"),
    ]
    .map(|(words, file)| Named::new(words, file).unwrap());
    assert_eq!(pictures_named_in(text), expected);
}
