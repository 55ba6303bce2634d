//! A program beside Trunk's: compiled, bound, made smaller and put under names of its content before Trunk runs, which copies it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::{Profile, minify, without_places};
use crate::run;
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";
/// As `index.html` has it for the app.
const OPTIMISE: [&str; 10] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--strip-producers",
];

/// A program of the package, on its way into `target/assets/<folder>`.
pub struct Program<'a> {
    workspace: &'a Workspace,
    profile: Profile,
    /// The name of its `[[bin]]`.
    name: &'static str,
    /// Where what wasm-bindgen made lies.
    bound: PathBuf,
    /// Where the finished files go.
    out: PathBuf,
}

impl<'a> Program<'a> {
    /// Compiles and binds it, and empties its folder. `bindings` is wasm-bindgen's target.
    ///
    /// # Errors
    /// When it does not compile, or a tool fails.
    pub fn build(
        workspace: &'a Workspace,
        profile: Profile,
        name: &'static str,
        bindings: &str,
        folder: &str,
    ) -> Result<Self> {
        let program = Self {
            workspace,
            profile,
            name,
            bound: workspace.root().join("target/programs").join(folder),
            out: emptied(workspace, folder)?,
        };
        program.compile()?;
        program.bind(bindings)?;
        if profile == Profile::Release {
            program.optimise()?;
        }
        Ok(program)
    }

    /// Writes the WebAssembly under a name of its content, and gives the name.
    pub fn write_wasm(&self) -> Result<String> {
        let wasm = read(&self.wasm())?;
        let name = hashed(self.name, &wasm, "wasm");
        write(&self.out.join(&name), &wasm)?;
        Ok(name)
    }

    /// The script that wasm-bindgen wrote.
    pub fn glue(&self) -> Result<Vec<u8>> {
        read(&self.bound.join(format!("{}.js", self.name)))
    }

    /// Writes a script, minified, under a name of its content, and gives the name.
    pub fn write_script(&self, name: &str, text: &[u8]) -> Result<String> {
        let file = self.bound.join(format!("{name}.js"));
        write(&file, text)?;
        minify::script(self.workspace, &file)?;
        let text = read(&file)?;
        let name = hashed(name, &text, "js");
        write(&self.out.join(&name), &text)?;
        Ok(name)
    }

    /// Writes `index.json`, which names the scripts: a page that knows no hashes finds them by it.
    pub fn write_index(&self, index: &serde_json::Value) -> Result<()> {
        write(&self.out.join("index.json"), index.to_string().as_bytes())
    }

    fn wasm(&self) -> PathBuf {
        self.bound.join(format!("{}_bg.wasm", self.name))
    }

    fn compile(&self) -> Result<()> {
        let mut cargo = self.workspace.command("cargo");
        // The same flags as for the app, so that what both stand on is compiled once.
        cargo.env("RUSTFLAGS", without_places()).args([
            "build",
            "--package",
            "mognad",
            "--bin",
            self.name,
            "--target",
            TARGET,
        ]);
        if self.profile == Profile::Release {
            cargo.arg("--release");
        }
        run::visibly(&mut cargo)
    }

    fn bind(&self, bindings: &str) -> Result<()> {
        let folder = match self.profile {
            Profile::Dev => "debug",
            Profile::Release => "release",
        };
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(
            || self.workspace.root().join("target"),
            |own| self.workspace.root().join(PathBuf::from(own)),
        );
        let compiled = target
            .join(TARGET)
            .join(folder)
            .join(format!("{}.wasm", self.name));
        let mut wasm_bindgen = self.workspace.command("wasm-bindgen");
        wasm_bindgen
            .args(["--target", bindings, "--no-typescript"])
            .args([
                "--omit-default-module-path",
                "--out-name",
                self.name,
                "--out-dir",
            ])
            .arg(&self.bound)
            .arg(compiled);
        run::output(&mut wasm_bindgen)?;
        Ok(())
    }

    /// Makes it smaller where `wasm-opt` is there; without it, it works as well.
    fn optimise(&self) -> Result<()> {
        if self.workspace.which("wasm-opt").is_some() {
            let mut wasm_opt = self.workspace.command("wasm-opt");
            wasm_opt
                .args(OPTIMISE)
                .arg(self.wasm())
                .arg("--output")
                .arg(self.wasm());
            run::output(&mut wasm_opt)?;
        }
        Ok(())
    }
}

/// The folder of a program among the assets, with nothing in it.
///
/// # Errors
/// When it cannot be emptied or made.
pub fn emptied(workspace: &Workspace, folder: &str) -> Result<PathBuf> {
    let out = workspace.assets().join(folder);
    if out.exists() {
        fs::remove_dir_all(&out)
            .with_context(|| format!("{} could not be emptied", out.display()))?;
    }
    fs::create_dir_all(&out).with_context(|| format!("{} could not be made", out.display()))?;
    Ok(out)
}

/// A name that never gets other content.
fn hashed(name: &str, content: &[u8], extension: &str) -> String {
    let digest = format!("{:x}", Sha256::digest(content));
    let short = digest.get(..16).unwrap_or(&digest);
    format!("{name}-{short}.{extension}")
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} could not be read", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    fs::write(file, content).with_context(|| format!("{} could not be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_the_content() {
        let name = hashed("mognad-worker", b"a", "wasm");
        assert_eq!(name, "mognad-worker-ca978112ca1bbdca.wasm");
        assert_ne!(name, hashed("mognad-worker", b"b", "wasm"));
    }
}
