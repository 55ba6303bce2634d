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

    /// Changes the text of its only file with this beginning and end.
    pub fn change(&self, beginning: &str, end: &str, change: impl Fn(&str) -> String) -> Told {
        let path = self.find(beginning, end)?;
        let text = fs::read_to_string(&path)?;
        Ok(fs::write(path, change(&text))?)
    }

    /// Takes its only file with this beginning and end away.
    pub fn remove(&self, beginning: &str, end: &str) -> Told {
        Ok(fs::remove_file(self.find(beginning, end)?)?)
    }

    fn find(&self, beginning: &str, end: &str) -> Told<PathBuf> {
        let (folder, beginning) = match beginning.rsplit_once('/') {
            Some((folder, beginning)) => (self.folder.join(folder), beginning),
            None => (self.folder.clone(), beginning),
        };
        let mut found = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name.starts_with(beginning) && name.ends_with(end) {
                found.push(path);
            }
        }
        match found.as_slice() {
            [only] => Ok(only.clone()),
            _ => Err(Trouble::new(format!("In {} there are {} files {beginning}…{end}.", folder.display(), found.len()))),
        }
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
