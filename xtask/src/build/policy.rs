//! The Content-Security-Policy inside the page, for web servers where nobody can set a header.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xtask::headers::CONTENT_SECURITY_POLICY;

/// Writes the policy into the finished `index.html`.
///
/// It is not in the source file, because the page that `cargo xtask dev` reloads needs an inline script.
///
/// # Errors
/// When the file cannot be read or has no `<meta charset>`, behind which the policy goes.
pub(super) fn write_into(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page)
        .with_context(|| format!("{} could not be read", page.display()))?;
    let with_policy = with_policy(&html).with_context(|| {
        format!(
            "{} has no <meta charset=…>, behind which the policy goes",
            page.display()
        )
    })?;
    fs::write(page, with_policy).with_context(|| format!("{} could not be written", page.display()))
}

fn with_policy(html: &str) -> Option<String> {
    if html.contains("http-equiv=\"Content-Security-Policy\"") {
        return Some(html.to_owned());
    }
    // A browser ignores this directive in a page, and says so in its console.
    let policy = CONTENT_SECURITY_POLICY.replace("; frame-ancestors 'none'", "");
    let start = html.find("<meta charset")?;
    let (before, after) = html.split_at(start + html.get(start..)?.find('>')? + 1);
    Some(format!(
        "{before}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_before_anything_is_loaded() {
        let html =
            "<!doctype html><head><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"a.css\">";
        let with = with_policy(html).unwrap();
        assert!(with.find("Content-Security-Policy").unwrap() < with.find("stylesheet").unwrap());
        assert!(with.contains("default-src 'none'") && !with.contains("frame-ancestors"));
        assert_eq!(with_policy(&with).unwrap(), with);
        assert_eq!(with_policy("<p>"), None);
    }
}
