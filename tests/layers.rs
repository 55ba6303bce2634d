//! The arrows between the layers (docs/DESIGN.md): who may look at whom, what only one room may hold.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ALL: [&str; 8] = [
    "domain", "i18n", "charts", "exchange", "app", "platform", "worker", "ui",
];

/// A layer and the layers that it may look at.
fn arrows() -> BTreeMap<&'static str, Vec<&'static str>> {
    BTreeMap::from([
        ("domain", vec![]),
        ("i18n", vec!["domain"]),
        ("charts", vec!["domain", "i18n"]),
        ("exchange", vec!["domain", "i18n", "charts"]),
        ("app", vec!["domain", "i18n", "charts", "exchange"]),
        ("platform", vec!["domain", "i18n", "exchange", "app"]),
        ("worker", vec!["domain", "i18n", "exchange"]),
        (
            "ui",
            vec!["domain", "i18n", "charts", "exchange", "app", "platform"],
        ),
    ])
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a file, without comments; strings stay.
fn code(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

fn layer_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root().join("src")).ok()?;
    let first = inside
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    ALL.contains(&first.as_str()).then_some(first)
}

/// The layers that a piece of code names by `crate::<layer>`, or from the second program by `mognad::<layer>`.
fn looks_at(code: &str) -> Vec<&'static str> {
    ALL.into_iter()
        .filter(|layer| {
            ["crate::", "mognad::"].iter().any(|root| {
                code.match_indices(root).any(|(at, _)| {
                    let rest = &code[at + root.len()..];
                    rest.strip_prefix(layer).is_some_and(|rest| {
                        !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
                    })
                })
            })
        })
        .collect()
}

#[test]
fn no_layer_looks_at_one_that_it_may_not_see() {
    let arrows = arrows();
    let mut seen = 0;
    for path in files(&root().join("src"), "rs") {
        let Some(layer) = layer_of(&path) else {
            continue;
        };
        seen += 1;
        let code = code(&path);
        assert!(
            !code.contains("use crate::{") && !code.contains("use mognad::{"),
            "{}: name the layer in each path",
            path.display()
        );
        for other in looks_at(&code) {
            assert!(
                other == layer || arrows[layer.as_str()].contains(&other),
                "{}: {layer} may not look at {other}",
                path.display()
            );
        }
    }
    assert!(seen > 40, "the layers were not found: {seen} files");
}

#[test]
fn the_browser_is_touched_by_platform_worker_and_ui_alone() {
    for path in files(&root().join("src"), "rs") {
        let layer = layer_of(&path).unwrap_or_default();
        if ["platform", "worker", "ui"].contains(&layer.as_str()) {
            continue;
        }
        for name in ["web_sys", "js_sys", "wasm_bindgen", "gloo_", "leptos"] {
            assert!(!code(&path).contains(name), "{}: {name}", path.display());
        }
    }
}

#[test]
fn storage_and_network_are_platforms_alone() {
    for folder in ["src/ui", "src/worker"] {
        for path in files(&root().join(folder), "rs") {
            for name in ["gloo_", "local_storage", "indexed_db", "fetch_with"] {
                assert!(!code(&path).contains(name), "{}: {name}", path.display());
            }
        }
    }
}

/// Pages stay out of the worker, which is there to be small and to have no page.
#[test]
fn the_worker_starts_no_page() {
    for path in files(&root().join("src/worker"), "rs") {
        for name in ["leptos", "web_sys::window", "Document,"] {
            assert!(!code(&path).contains(name), "{}: {name}", path.display());
        }
    }
}

#[test]
fn unsafe_code_is_let_into_one_file() {
    let with: Vec<PathBuf> = files(&root().join("src"), "rs")
        .into_iter()
        .filter(|path| code(path).contains("allow(unsafe_code)"))
        .collect();
    assert_eq!(with, [root().join("src/platform/bindings.rs")]);
}

#[test]
fn text_never_becomes_markup() {
    for folder in ["src", "public"] {
        for extension in ["rs", "js"] {
            for path in files(&root().join(folder), extension) {
                let code = code(&path);
                for name in ["inner_html", "innerHTML", "insertAdjacentHTML", "outerHTML"] {
                    assert!(!code.contains(name), "{}: {name}", path.display());
                }
            }
        }
    }
}

/// Swedish letters in strings belong to `i18n` and `questions`; tests and the file-name rule may have them.
#[test]
fn words_for_users_live_in_i18n() {
    for path in files(&root().join("src"), "rs") {
        let layer = layer_of(&path).unwrap_or_default();
        // Files that only tests are compiled with.
        let name = path.file_stem().unwrap().to_string_lossy();
        let tested = name.ends_with("fixtures") || name.ends_with("_tests");
        if layer == "i18n" || tested {
            continue;
        }
        let code = code(&path);
        let own = code.split("#[cfg(test)]").next().unwrap_or_default();
        for line in own.lines() {
            let quoted: String = line.split('"').skip(1).step_by(2).collect();
            assert!(
                !quoted.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']),
                "{}: {line}",
                path.display()
            );
        }
    }
}

#[test]
fn every_allow_has_its_reason_beside_it() {
    for path in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| line.contains("#[allow(")) {
            assert!(line.contains("//"), "{}: {line}", path.display());
        }
    }
}
