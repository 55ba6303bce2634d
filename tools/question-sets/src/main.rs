//! Checks every set under `questions/` and the example in `example/`, and writes the files that the app loads.
//! `cargo xtask questions` runs it.
//!
//! `question-sets <questions> <example> <out>` writes `<out>/<set>.<hash>.json`, `<out>/<set>.<language>.<hash>.json`,
//! `<out>/example.<hash>.json` and `<out>/index.json`; `question-sets --schema <folder>` writes the JSON Schemas of the
//! TOML files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use mognad::domain::{Document, QuestionSet, Timestamp};
use mognad::exchange::question_toml::{
    Compiled, SetFiles, compile, schema_of_area, schema_of_overlay, schema_of_set,
    shared_questions_differ,
};
use mognad::exchange::{About, example_toml, file_to_json};
use serde_json::{Map, Value, json};

/// The folders beside the sets that hold no set: the schemas, and the page *Om Mognad*.
const NO_SETS: [&str; 2] = ["schema", ABOUT];
const ABOUT: &str = "about";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["--schema", folder] => write_schemas(Path::new(folder)),
        [questions, example, out] => {
            build(Path::new(questions), Path::new(example), Path::new(out))
        }
        _ => Err(anyhow::anyhow!(
            "usage: question-sets <questions> <example> <out> | --schema <folder>"
        )),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn build(questions: &Path, example: &Path, out: &Path) -> Result<()> {
    let compiled = compile_all(questions)?;
    let sets: Vec<QuestionSet> = compiled
        .iter()
        .map(|compiled| compiled.set.clone())
        .collect();
    if let Some((question, first, second)) = shared_questions_differ(&sets).first() {
        bail!(
            "the question \"{question}\" stands in {first} and {second} with different texts. Give both the same, or one another id."
        );
    }
    let example = compile_example(example, &sets)?;
    let about = compile_about(&questions.join(ABOUT))?;
    if out.is_dir() {
        fs::remove_dir_all(out)
            .with_context(|| format!("{} could not be emptied", out.display()))?;
    }
    fs::create_dir_all(out).with_context(|| format!("{} could not be made", out.display()))?;
    let mut index = Map::new();
    for Compiled { set, overlays } in &compiled {
        let file = format!("{}.{}.json", set.id, set.hash);
        write(&out.join(&file), &serde_json::to_string(set)?)?;
        let mut files = BTreeMap::from([("source".to_owned(), file)]);
        for overlay in overlays {
            let content = serde_json::to_string(&set.clone().overlaid(overlay))?;
            let file = format!(
                "{}.{}.{:016x}.json",
                set.id,
                overlay.language,
                checksum(&content)
            );
            write(&out.join(&file), &content)?;
            files.insert(overlay.language.clone(), file);
        }
        index.insert(set.id.to_string(), json!(files));
        let count: usize = set.areas.iter().map(|area| area.questions.len()).sum();
        println!(
            "{} {}: {count} questions in {} areas",
            set.id,
            set.version,
            set.areas.len()
        );
    }
    let content = file_to_json(&example, written(&example));
    let file = format!("example.{:016x}.json", checksum(&content));
    write(&out.join(&file), &content)?;
    let mut pages = BTreeMap::new();
    for (language, content) in about {
        let file = format!("about.{language}.{:016x}.json", checksum(&content));
        write(&out.join(&file), &content)?;
        pages.insert(language, file);
    }
    write(
        &out.join("index.json"),
        &json!({ "sets": index, "example": file, "about": pages }).to_string(),
    )?;
    println!("example: {} facts", example.len());
    println!("{} question sets and the example are valid", compiled.len());
    Ok(())
}

/// Compiles every set, or lists every problem of all of them.
fn compile_all(questions: &Path) -> Result<Vec<Compiled>> {
    let mut compiled = Vec::new();
    let mut problems = Vec::new();
    for folder in folders(questions)? {
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match compile(&name, &files(&folder)?) {
            Ok(set) => compiled.push(set),
            Err(found) => problems.extend(
                found
                    .into_iter()
                    .map(|problem| format!("{}/{problem}", folder.display())),
            ),
        }
    }
    if problems.is_empty() {
        return Ok(compiled);
    }
    bail!(
        "{}\n{} problems; no set was written.",
        problems.join("\n"),
        problems.len()
    )
}

/// The page *Om Mognad* by language; each has as many sections with as many paragraphs as the others.
fn compile_about(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut pages = BTreeMap::new();
    let mut shape: Option<Vec<usize>> = None;
    for (name, text) in files_in(folder)? {
        let about: About = toml::from_str(&text)
            .with_context(|| format!("{} is not as it should be", folder.join(&name).display()))?;
        let found = about
            .sections
            .iter()
            .map(|section| section.paragraphs.len());
        let found: Vec<usize> = found.collect();
        if shape.get_or_insert_with(|| found.clone()) != &found {
            bail!(
                "{name} has other sections or paragraphs than the other languages. Translate all of them."
            );
        }
        let language = name.trim_end_matches(".toml").to_owned();
        pages.insert(language, serde_json::to_string(&about)?);
    }
    Ok(pages)
}

/// Compiles the one file of the example, or lists its problems.
fn compile_example(folder: &Path, sets: &[QuestionSet]) -> Result<Document> {
    let files = files_in(folder)?;
    let mut files = files.iter();
    let (Some((name, text)), None) = (files.next(), files.next()) else {
        bail!(
            "{} holds the example in one TOML file, and no other. Write it, or remove the others.",
            folder.display()
        );
    };
    let file = folder.join(name).display().to_string();
    example_toml::compile(&file, text, sets).map_err(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!(
            "{}\n{} problems; nothing was written.",
            list.join("\n"),
            list.len()
        )
    })
}

/// When the last of a document's facts was written: the same at every build, so that the same content has the same name.
fn written(document: &Document) -> Timestamp {
    let versions = document.facts().flat_map(|(_, fact)| fact.versions());
    versions.map(|version| version.at).max().unwrap_or_default()
}

fn folders(questions: &Path) -> Result<Vec<PathBuf>> {
    let mut folders: Vec<PathBuf> = fs::read_dir(questions)
        .with_context(|| format!("{} could not be read", questions.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir() && !NO_SETS.iter().any(|name| path.ends_with(name)))
        .collect();
    folders.sort();
    Ok(folders)
}

/// The TOML files of a set, one folder deep, with `/` in their paths on every system.
fn files(folder: &Path) -> Result<SetFiles> {
    let mut files = SetFiles::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            for (file, text) in files_in(&path)? {
                files.insert(format!("{name}/{file}"), text);
            }
        }
    }
    files.extend(files_in(folder)?);
    Ok(files)
}

fn files_in(folder: &Path) -> Result<SetFiles> {
    let mut files = SetFiles::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} is not UTF-8 text", path.display()))?;
            files.insert(name, text.replace("\r\n", "\n"));
        }
    }
    Ok(files)
}

fn write_schemas(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (name, schema) in [
        ("set", schema_of_set()),
        ("area", schema_of_area()),
        ("overlay", schema_of_overlay()),
    ] {
        let value: Value = schema.to_value();
        write(
            &folder.join(format!("{name}.schema.json")),
            &(serde_json::to_string_pretty(&value)? + "\n"),
        )?;
    }
    Ok(())
}

fn write(path: &Path, content: &str) -> Result<()> {
    fs::write(path, content).with_context(|| format!("{} could not be written", path.display()))
}

/// FNV-1a: names a file after its content, so that a changed one is never taken from a cache.
fn checksum(content: &str) -> u64 {
    content.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
