//! The inputs that are kept, one file each under `tests/fuzz/corpus/<reader>/`.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

fn folder(reader: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(reader)
}

/// Everything kept for a reader, in the order of names.
pub fn kept(reader: &str) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder(reader)) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Keeps an input; gives the file's name.
pub fn keep(reader: &str, input: &[u8]) -> String {
    let digest = Sha256::digest(input);
    let head = digest.iter().take(6);
    let name = head.fold(String::new(), |name, byte| name + &format!("{byte:02x}"));
    fs::create_dir_all(folder(reader)).unwrap();
    fs::write(folder(reader).join(&name), input).unwrap();
    format!("tests/fuzz/corpus/{reader}/{name}")
}
