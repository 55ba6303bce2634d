//! The published question sets, compiled from `questions/` for the tests that need them.

use std::fs;
use std::path::Path;

use mognad::exchange::question_toml::{Compiled, SetFiles, compile};

/// A set as it is published, with its translations.
pub fn compiled(set: &str) -> Compiled {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("questions")
        .join(set);
    let mut files = SetFiles::new();
    gather(&folder, "", &mut files);
    compile(set, &files).unwrap()
}

fn gather(folder: &Path, prefix: &str, files: &mut SetFiles) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            gather(&path, &format!("{prefix}{name}/"), files);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            files.insert(format!("{prefix}{name}"), text);
        }
    }
}
