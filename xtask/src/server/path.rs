//! From the path of a request to a file: only ever to one inside the served folder.

use std::path::{Path, PathBuf};

/// Where a request leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// To this file.
    File(PathBuf),
    /// To a folder, which the browser must ask for with a `/` at the end so that relative addresses work.
    FolderWithoutSlash,
    /// To nothing that is served.
    Nothing,
}

/// Finds the file for `path` (decoded by [`decode`], beginning with `/`, without the prefix) under `root`.
pub(super) fn find(root: &Path, path: &str) -> Found {
    let mut file = root.to_path_buf();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        // Hidden files (and with them `.` and `..`) are not served; `\` and `:` mean something on Windows.
        if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) {
            return Found::Nothing;
        }
        file.push(segment);
    }
    if file.is_dir() {
        if !path.ends_with('/') {
            return Found::FolderWithoutSlash;
        }
        file.push("index.html");
    }
    // Resolves links: one that leads out of the folder leads to nothing.
    match file.canonicalize() {
        Ok(real) if real.is_file() && real.starts_with(root) => Found::File(real),
        _ => Found::Nothing,
    }
}

/// Takes the query off and resolves `%xx`. `None` when what comes out is not text.
pub(super) fn decode(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next()?;
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .canonicalize()
            .unwrap();
        for target in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/..\\Cargo.toml",
            "//../Cargo.toml",
        ] {
            let path = decode(target).unwrap();
            assert_eq!(find(&root, &path), Found::Nothing, "{target}");
        }
        assert_eq!(find(&root, "/lib.rs"), Found::File(root.join("lib.rs")));
        assert_eq!(find(&root, "/server"), Found::FolderWithoutSlash);
        assert_eq!(find(&root, "/server/"), Found::Nothing);
    }

    #[test]
    fn swedish_letters_and_queries_are_understood() {
        assert_eq!(
            decode("/h%C3%A4lsa.json?v=1").as_deref(),
            Some("/hälsa.json")
        );
        assert_eq!(decode("/%F"), None);
        assert_eq!(decode("/%FF"), None);
    }
}
