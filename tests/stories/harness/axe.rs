//! axe-core in the page: what a machine can say about accessibility.

use std::{env, fs, path::Path, path::PathBuf};

use serde_json::{Value, json};

use super::{
    browser::Browser,
    trouble::{Told, Trouble},
};

/// WCAG 2.2 up to AA, and what axe holds for good practice.
const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

fn axe_file() -> PathBuf {
    env::var_os("MOGNAD_AXE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js"),
        PathBuf::from,
    )
}

impl Browser {
    /// The violations that axe finds on the page as it is now, each as readable lines.
    pub async fn axe(&self) -> Told<Vec<String>> {
        self.step("asks axe");
        let file = axe_file();
        let source = fs::read_to_string(&file).map_err(|error| {
            Trouble::new(format!(
                "axe-core is not at {}: {error}. To mend it: npm ci.",
                file.display()
            ))
        })?;
        // One script for both: in Firefox each has a scope of its own. axe also looks for
        // `module` and `define`, so it gets a function where there are none.
        let body = format!(
            "const tags = arguments[0];
             {source};
             const api = typeof axe === 'undefined' ? window.axe : axe;
             return api.run(document, {{ runOnly: {{ type: 'tag', values: tags }}, resultTypes: ['violations'] }})
                 .then(result => ({{ passes: result.passes.length, violations: result.violations.map(each => ({{
                     id: each.id, impact: each.impact, help: each.help, url: each.helpUrl,
                     nodes: each.nodes.map(node => ({{ target: node.target.flat().join(' '), html: node.html, why: node.failureSummary }})),
                 }})) }}));"
        );
        let told = self.script(&body, vec![json!(TAGS)]).await?;
        // A page on which no rule applied was no page.
        if told
            .get("passes")
            .and_then(Value::as_u64)
            .unwrap_or_default()
            == 0
        {
            return Err(Trouble::new(
                "axe found nothing that it could examine; is the page there?",
            ));
        }
        let violations = told
            .get("violations")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        Ok(violations.iter().map(readable).collect())
    }

    /// Fails when axe finds anything on the page, which the message calls `page`.
    pub async fn assert_clean(&self, page: &str) -> Told {
        let violations = self.axe().await?;
        if violations.is_empty() {
            return Ok(());
        }
        let trouble = Trouble::new(format!(
            "axe finds {} kinds of violation on {page}:\n{}",
            violations.len(),
            violations.join("\n")
        ));
        Err(self.with_page(trouble).await)
    }
}

fn readable(violation: &Value) -> String {
    let word = |value: &Value, key: &str| {
        value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let nodes = violation
        .get("nodes")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let places: Vec<String> = nodes
        .iter()
        .take(8)
        .map(|node| {
            let why = word(node, "why").replace('\n', " ");
            format!(
                "    {}\n      {}\n      {why}",
                word(node, "target"),
                word(node, "html")
            )
        })
        .collect();
    format!(
        "  {} ({}, {} places): {} {}\n{}",
        word(violation, "id"),
        word(violation, "impact"),
        nodes.len(),
        word(violation, "help"),
        word(violation, "url"),
        places.join("\n"),
    )
}
