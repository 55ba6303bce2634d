//! The service worker, made from the finished files: it keeps the whole app, so that it opens without a network.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The worker's code, with `__VERSION__` and `__FILES__` to be filled in.
const TEMPLATE: &str = include_str!("template.js");
/// What the worker is called in `dist`. Its name has no hash: the browser asks for it anew.
const FILE_NAME: &str = "sw.js";

/// What was made.
pub struct Written {
    /// How many files the worker keeps.
    pub files: usize,
    /// Their size together, not compressed.
    pub bytes: usize,
    /// The hash over all of them that names the cache.
    pub version: String,
}

/// One file to keep: its address relative to the page, and its hash.
struct Kept {
    address: String,
    hash: String,
}

/// Writes `sw.js` for the files in `dist`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(dist: &Path) -> Result<Written> {
    let mut files = Vec::new();
    files_below(dist, &mut files)?;
    files.retain(|file| file != &dist.join(FILE_NAME));
    files.sort();
    let mut kept = Vec::new();
    let mut bytes = 0;
    for file in &files {
        let content =
            fs::read(file).with_context(|| format!("{} could not be read", file.display()))?;
        bytes += content.len();
        kept.push(Kept {
            address: address(dist, file),
            hash: format!("{:x}", Sha256::digest(&content)),
        });
    }
    let (worker, version) = fill_in(&kept);
    let target = dist.join(FILE_NAME);
    fs::write(&target, worker)
        .with_context(|| format!("{} could not be written", target.display()))?;
    Ok(Written {
        files: kept.len(),
        bytes,
        version,
    })
}

/// Fills the template in. The version changes with any file, and with the worker's own code.
fn fill_in(kept: &[Kept]) -> (String, String) {
    let mut list = String::from("[\n");
    for Kept { address, hash } in kept {
        // Writing to a string cannot fail.
        let _ok = writeln!(
            list,
            "  [{}, \"{hash}\"],",
            serde_json::Value::from(address.as_str())
        );
    }
    list.push(']');
    let digest = format!("{:x}", Sha256::digest(format!("{list}{TEMPLATE}")));
    let version = digest.get(..16).unwrap_or(&digest).to_owned();
    let worker = TEMPLATE
        .replace("\"__VERSION__\"", &format!("\"{version}\""))
        .replace("\"__FILES__\"", &list);
    (worker, version)
}

/// The start page is kept under the folder's own address, because some servers redirect `index.html` to it.
fn address(dist: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(dist).unwrap_or(file);
    let parts: Vec<String> = relative
        .iter()
        .map(|part| percent_encoded(&part.to_string_lossy()))
        .collect();
    let joined = parts.join("/");
    if joined == "index.html" {
        "./".to_owned()
    } else {
        joined
    }
}

fn percent_encoded(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ok = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        match entry.file_type()? {
            _ if hidden => {}
            kind if kind.is_dir() => files_below(&entry.path(), found)?,
            _ => found.push(entry.path()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(hash: &str) -> Vec<Kept> {
        vec![Kept {
            address: "./".to_owned(),
            hash: hash.to_owned(),
        }]
    }

    #[test]
    fn every_placeholder_is_filled_in() {
        let (worker, version) = fill_in(&kept("ab"));
        assert!(!worker.contains("__"), "{worker}");
        assert!(worker.contains(&version));
        assert!(worker.contains("[\"./\", \"ab\"]"));
    }

    #[test]
    fn the_version_follows_the_content() {
        assert_eq!(fill_in(&kept("ab")).1, fill_in(&kept("ab")).1);
        assert_ne!(fill_in(&kept("ab")).1, fill_in(&kept("cd")).1);
    }

    #[test]
    fn addresses_are_relative_and_safe() {
        let dist = Path::new("dist");
        assert_eq!(address(dist, &dist.join("index.html")), "./");
        assert_eq!(
            address(dist, &dist.join("sets").join("hälsa 1.json")),
            "sets/h%C3%A4lsa%201.json"
        );
    }
}
