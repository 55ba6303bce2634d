//! Text that would be something else than text in a program that is not careful; for the native tests and the stories alike.

/// Quotes, markup, a formula, marks that turn the direction, emoji, and what ends a script, a style or a JSON text.
pub const HOSTILE: [&str; 7] = [
    "\"><img src=x onerror=\"window.__hostile=1\">",
    "</script><script>window.__hostile=1</script><!--",
    "' onclick='window.__hostile=1' \\\"",
    "=cmd()|'/C calc'!A0",
    "\u{202e}drow\u{2066}\u{200f} \u{feff}",
    "</style></title></textarea><svg onload=window.__hostile=1>&lt;&amp;",
    "😀👩‍👩‍👧‍👦 å ä ö {{7*7}} ${7*7}",
];

/// 300 characters without a place to break.
pub fn long() -> String {
    "Å".repeat(300)
}
