//! Settings for the web servers a municipality may have, with the headers that a page cannot set itself.

use std::fs;

use anyhow::{Context, Result};
use xtask::headers::{CACHE_ASK, CACHE_FOREVER, CONTENT_SECURITY_POLICY};

use crate::workspace::Workspace;

const TEMPLATES: [(&str, &str); 3] = [
    ("nginx.conf", include_str!("nginx.conf")),
    ("apache.htaccess", include_str!("apache.htaccess")),
    ("iis.web.config", include_str!("iis.web.config")),
];

/// Writes the settings to `target/servers`, beside `dist` and not in it: they are for the server, not for visitors.
///
/// # Errors
/// When a file cannot be written.
pub fn write(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root().join("target/servers");
    fs::create_dir_all(&folder)
        .with_context(|| format!("{} could not be made", folder.display()))?;
    for (name, template) in TEMPLATES {
        let file = folder.join(name);
        fs::write(&file, fill_in(template))
            .with_context(|| format!("{} could not be written", file.display()))?;
    }
    Ok(())
}

fn fill_in(template: &str) -> String {
    template
        .replace("{{policy}}", CONTENT_SECURITY_POLICY)
        .replace("{{cache-forever}}", CACHE_FOREVER)
        .replace("{{cache-ask}}", CACHE_ASK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_server_gets_the_whole_policy() {
        for (name, template) in TEMPLATES {
            let settings = fill_in(template);
            assert!(settings.contains("frame-ancestors 'none'"), "{name}");
            assert!(!settings.contains("{{"), "{name}");
        }
    }
}
