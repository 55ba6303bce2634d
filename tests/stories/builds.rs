//! Builds of the app with something amiss, or newer, made out of the one under test.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::harness::{Told, Trouble, profile::target_dir};

/// A copy of the app under test that a story may damage; gone when dropped.
pub struct Build {
    folder: PathBuf,
}

impl Build {
    /// Copies the app; `name` must be the story's own.
    pub fn copied(name: &str) -> Told<Self> {
        let dist = env::var_os("MOGNAD_DIST").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
            PathBuf::from,
        );
        let folder = target_dir().join(format!("story-builds/{}-{name}", std::process::id()));
        let build = Self { folder };
        if build.folder.exists() {
            fs::remove_dir_all(&build.folder)?;
        }
        copy(&dist, &build.folder)?;
        Ok(build)
    }

    /// The same without a service worker, so that the next load comes from the site.
    pub fn without_service_worker(name: &str) -> Told<Self> {
        let build = Self::copied(name)?;
        fs::remove_file(build.folder.join("sw.js"))?;
        Ok(build)
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Changes the text of its files with this beginning and end.
    pub fn change(&self, beginning: &str, end: &str, change: impl Fn(&str) -> String) -> Told {
        for path in self.find(beginning, end)? {
            let text = fs::read_to_string(&path)?;
            fs::write(path, change(&text))?;
        }
        Ok(())
    }

    /// Takes its files with this beginning and end away.
    pub fn remove(&self, beginning: &str, end: &str) -> Told {
        for path in self.find(beginning, end)? {
            fs::remove_file(path)?;
        }
        Ok(())
    }

    /// Files by the beginning and end of their path; the middle of a name is often a hash.
    fn find(&self, beginning: &str, end: &str) -> Told<Vec<PathBuf>> {
        let (folder, beginning) = match beginning.rsplit_once('/') {
            Some((folder, beginning)) => (self.folder.join(folder), beginning),
            None => (self.folder.clone(), beginning),
        };
        let mut found = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            if name.starts_with(beginning) && name.ends_with(end) {
                found.push(path);
            }
        }
        if found.is_empty() {
            return Err(Trouble::new(format!(
                "In {} there is no file {beginning}…{end}.",
                folder.display()
            )));
        }
        Ok(found)
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.folder); // what stays lies under target/ and harms nobody
    }
}

fn copy(from: &Path, to: &Path) -> Told {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
