//! Writing HTML in which text stays text: markup can only come from the program, everything else is escaped.

use std::fmt::Write as _;

/// A page being written.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// Markup of the program itself; what a person wrote is no `'static` text.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text, escaped for content and for quoted attributes alike. What HTML cannot hold becomes U+FFFD.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\r' => self.0.push_str("&#13;"),
                '\n' | '\t' => self.0.push(c),
                c if c.is_control() => self.0.push('\u{fffd}'),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Text that a person wrote within a line: it cannot turn the reading direction of what stands around it.
    pub(super) fn own(&mut self, text: &str) -> &mut Self {
        self.raw("<bdi>").text(text).raw("</bdi>")
    }

    /// A number.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        // Writing to a string cannot fail.
        let _ok = write!(self.0, "{number}");
        self
    }

    /// An element with nothing but a text that a person or a question set wrote, in `language` where it is another than the page's.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        language: Option<&str>,
        text: &str,
    ) -> &mut Self {
        self.raw("<").raw(tag);
        if let Some(language) = language {
            self.raw(" lang=\"").text(language).raw("\"");
        }
        self.raw(">").own(text).raw("</").raw(tag).raw(">")
    }

    /// The beginning of a table, which scrolls within itself where the page is too narrow for it.
    pub(super) fn begin_table(&mut self, caption: &str, heads: &[&str]) {
        self.raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .text(caption)
            .raw("\">\n<table>\n<caption>")
            .own(caption)
            .raw("</caption>\n<thead><tr>");
        for head in heads {
            self.raw("<th scope=\"col\">").text(head).raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
    }

    /// Its end.
    pub(super) fn end_table(&mut self) {
        self.raw("</tbody>\n</table>\n</div>\n");
    }

    /// JSON as the content of a `<script>`: no `<` is left that could end it, and every JSON reader gives the same.
    pub(super) fn json(&mut self, json: &str) -> &mut Self {
        for (place, part) in json.split('<').enumerate() {
            if place > 0 {
                self.raw("\\u003c");
            }
            self.0.push_str(part);
        }
        self
    }

    /// What was written.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut html = Html::default();
        html.text("<b a='1' b=\"2\">&\0\u{7f}\r\n\u{202e}😀</b>");
        assert_eq!(
            html.into_string(),
            "&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;\u{fffd}\u{fffd}&#13;\n\u{202e}😀&lt;/b&gt;"
        );
    }

    #[test]
    fn json_cannot_end_its_element_and_reads_back() {
        let text = serde_json::to_string("</script><!--<script>").unwrap();
        let mut html = Html::default();
        html.json(&text);
        let written = html.into_string();
        assert!(!written.contains('<'), "{written}");
        let read: String = serde_json::from_str(&written).unwrap();
        assert_eq!(read, "</script><!--<script>");
    }
}
