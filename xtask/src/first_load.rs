//! The bytes of the first visit, as a browser fetches them: the page, what it names, and one question set.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use xtask::server::brotli;

/// So much may the first visit weigh in brotli, with two question sets and every picture.
pub const BUDGET: usize = 290_000;

/// One file and what it weighs.
pub struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    fn print(&self) {
        let Self {
            name,
            raw,
            gzip,
            brotli,
        } = self;
        println!("{name:<44} {raw:>9} {gzip:>9} {brotli:>9}");
    }
}

fn sum(name: &str, files: &[Weight]) -> Weight {
    Weight {
        name: name.to_owned(),
        raw: files.iter().map(|file| file.raw).sum(),
        gzip: files.iter().map(|file| file.gzip).sum(),
        brotli: files.iter().map(|file| file.brotli).sum(),
    }
}

/// All files of the first visit, and those of the other programs beside them.
pub struct FirstLoad {
    files: Vec<Weight>,
    /// Each program beside the first: when it is loaded, and its files.
    later: Vec<(&'static str, Vec<Weight>)>,
}

/// The folders of the programs that the first visit does not load, and when each of them is loaded.
const LATER: [(&str, &str); 2] = [
    ("desk", "the desk, when one of its pages is opened"),
    ("worker", "the worker, at its first use"),
];

/// Weighs the build in `dist`.
///
/// # Errors
/// When there is no build or a file cannot be read.
pub fn measure(dist: &Path) -> Result<FirstLoad> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page)
        .context("there is no build in dist/: run `cargo xtask build` first")?;
    let mut names: BTreeSet<String> = named_in(&html)
        .filter(|name| dist.join(name).is_file())
        .collect();
    names.insert("index.html".to_owned());
    names.extend(below(dist, "snippets", "js"));
    let mut files: Vec<Weight> = names
        .iter()
        .filter(|name| !name.starts_with("sets/example."))
        .map(|name| weigh(dist, name))
        .collect::<Result<_>>()?;
    files.extend(heaviest_set(dist)?);
    let later = LATER
        .into_iter()
        .map(|(folder, when)| {
            let files = ["js", "wasm"]
                .iter()
                .flat_map(|kind| below(dist, folder, kind))
                .map(|name| weigh(dist, &name))
                .collect::<Result<_>>()?;
            Ok((when, files))
        })
        .collect::<Result<_>>()?;
    Ok(FirstLoad { files, later })
}

impl FirstLoad {
    /// All of it in brotli.
    fn brotli(&self) -> usize {
        sum("", &self.files).brotli
    }

    /// Prints a table with a row per file and their sum, and below it the other programs, which do not count.
    pub fn print(&self) {
        println!(
            "\n{:<44} {:>9} {:>9} {:>9}",
            "first load, bytes", "raw", "gzip", "brotli"
        );
        for file in self.files.iter().chain([&sum("together", &self.files)]) {
            file.print();
        }
        for (when, files) in &self.later {
            println!("{when}");
            for file in files.iter().chain([&sum("together", files)]) {
                file.print();
            }
        }
        println!();
    }

    /// Compares with [`BUDGET`].
    ///
    /// # Errors
    /// When it weighs more.
    pub fn check(&self) -> Result<()> {
        let weight = self.brotli();
        if weight > BUDGET {
            bail!(
                "the first load weighs {weight} bytes in brotli, {} more than the budget of {BUDGET}; the table above shows where",
                weight - BUDGET
            );
        }
        println!("{weight} of {BUDGET} bytes in brotli");
        Ok(())
    }
}

/// The local files that the page names in its attributes.
fn named_in(html: &str) -> impl Iterator<Item = String> {
    ["src=\"", "href=\"", "data-js=\"", "data-wasm=\""]
        .into_iter()
        .flat_map(|attribute| {
            html.split(attribute).skip(1).filter_map(|rest| {
                let value = rest.split('"').next()?;
                let local = value.strip_prefix("./").unwrap_or(value);
                let path = local.split(['?', '#']).next()?;
                (!path.is_empty() && !path.contains(':') && !path.starts_with('/'))
                    .then(|| path.to_owned())
            })
        })
}

/// A person answers one set first, in one language; the heaviest file is the honest one to count. The example beside them
/// is fetched when somebody asks for it.
fn heaviest_set(dist: &Path) -> Result<Option<Weight>> {
    // The example and the page about the tool are fetched when they are opened.
    let is_set = |name: &&String| {
        !["sets/example.", "sets/about."]
            .iter()
            .any(|other| name.starts_with(other))
    };
    let sets: Vec<Weight> = below(dist, "sets", "json")
        .iter()
        .filter(is_set)
        .map(|name| weigh(dist, name))
        .collect::<Result<_>>()?;
    Ok(sets.into_iter().max_by_key(|set| set.brotli))
}

/// The files with this extension below a folder of `dist`, relative to `dist`.
fn below(dist: &Path, folder: &str, extension: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut left: Vec<PathBuf> = vec![dist.join(folder)];
    while let Some(folder) = left.pop() {
        for path in fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                left.push(path);
            } else if path.extension().is_some_and(|found| found == extension)
                && let Ok(relative) = path.strip_prefix(dist)
            {
                found.push(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found
}

fn weigh(dist: &Path, name: &str) -> Result<Weight> {
    let bytes =
        fs::read(dist.join(name)).with_context(|| format!("dist/{name} could not be read"))?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    Ok(Weight {
        name: name.to_owned(),
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli(&bytes)?.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_local_files_are_counted() {
        let html = r##"<a href="#main"></a><a href="https://example.org/x"></a><link href="./a-1.css">
            <script src="./boot.js" data-js="./g.js" data-wasm="./g_bg.wasm"></script><img src="data:x">"##;
        let names: BTreeSet<String> = named_in(html).collect();
        assert_eq!(
            names,
            ["a-1.css", "boot.js", "g.js", "g_bg.wasm"]
                .map(str::to_owned)
                .into()
        );
    }
}
