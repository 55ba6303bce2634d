//! The bytes of the files, compressed once and kept.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use super::{content_type, lock};

/// A file as it is sent.
pub(super) struct Body {
    pub(super) bytes: Arc<[u8]>,
    pub(super) brotli: bool,
}

/// A file's compressed bytes, and which state of the file they are of.
struct Compressed {
    modified: Option<SystemTime>,
    raw_length: usize,
    bytes: Arc<[u8]>,
}

/// The compressed files.
#[derive(Default)]
pub(super) struct Bodies {
    compressed: Mutex<HashMap<PathBuf, Compressed>>,
}

impl Bodies {
    /// Reads the file, compressed where the browser takes it and it helps.
    pub(super) fn read(&self, path: &Path, accepts_brotli: bool) -> io::Result<Body> {
        let raw = fs::read(path)?;
        if !accepts_brotli || !content_type::compresses(content_type::of(path)) {
            return Ok(Body {
                bytes: raw.into(),
                brotli: false,
            });
        }
        let modified = fs::metadata(path)?.modified().ok();
        let mut compressed = lock(&self.compressed);
        if let Some(known) = compressed.get(path)
            && known.modified == modified
            && known.raw_length == raw.len()
        {
            return Ok(Body {
                bytes: Arc::clone(&known.bytes),
                brotli: true,
            });
        }
        let bytes: Arc<[u8]> = brotli(&raw)?.into();
        let known = Compressed {
            modified,
            raw_length: raw.len(),
            bytes: Arc::clone(&bytes),
        };
        compressed.insert(path.to_path_buf(), known);
        Ok(Body {
            bytes,
            brotli: true,
        })
    }

    /// Compresses every file below `folder`.
    pub(super) fn warm_up(&self, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.warm_up(&path)?;
            } else {
                self.read(&path, true)?;
            }
        }
        Ok(())
    }
}

/// Compresses as a web server does that compresses ahead of time: quality 11.
///
/// # Errors
/// Never in practice: both ends are in memory.
pub fn brotli(raw: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: raw.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*raw, &mut compressed, &parameters)?;
    Ok(compressed)
}
