//! JSON read as text, in one go and without a tree in between: opening a municipality's document is mostly this.
//!
//! A reader takes what it knows and lets the rest stand as it came, letter by letter.

use std::borrow::Cow;
use std::fmt::Write as _;

/// How deep brackets may stand in each other in what is kept unread; other readers of JSON stop near it too.
const DEEPEST: usize = 127;

/// What a lone surrogate becomes.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// A place in a JSON text. Each reading step gives nothing where something else stands there; then the place is of no use.
pub struct JsonText<'a> {
    text: &'a str,
    at: usize,
    /// Whether a text read so far had half a character in it (a lone surrogate), which stands as U+FFFD now.
    pub mended: bool,
}

impl<'a> JsonText<'a> {
    /// The beginning of a text.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            mended: false,
        }
    }

    /// The place, in bytes from the beginning.
    pub fn place(&self) -> usize {
        self.at
    }

    /// Goes to a place.
    pub fn go(&mut self, place: usize) {
        self.at = place;
    }

    /// What stands from `begin` to here.
    pub fn since(&self, begin: usize) -> &'a str {
        self.text.get(begin..self.at).unwrap_or_default()
    }

    /// What stands from here to the end.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next byte that means something.
    pub fn peek(&mut self) -> Option<u8> {
        while let Some(byte) = self.byte() {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes a bracket, a comma or a colon.
    pub fn take(&mut self, sign: u8) -> Option<()> {
        (self.peek()? == sign).then(|| self.at += 1)
    }

    /// Takes exactly this.
    pub fn follows(&mut self, written: &str) -> Option<()> {
        self.word(written)
    }

    /// Takes what stands before the next quote, and the quote. Only for what is looked through afterwards, as ids are: neither an
    /// escape nor a sign that may not stand there is noticed.
    pub fn until_quote(&mut self) -> Option<&'a str> {
        let (text, _) = self.rest().split_once('"')?;
        self.at += text.len() + 1;
        Some(text)
    }

    /// An object: `member` gets each key and stands before its value, which it must take.
    pub fn object(&mut self, member: &mut dyn FnMut(&str, &mut Self) -> Option<()>) -> Option<()> {
        self.take(b'{')?;
        if self.take(b'}').is_some() {
            return Some(());
        }
        loop {
            let key = self.string()?;
            self.take(b':')?;
            member(&key, self)?;
            if self.take(b',').is_none() {
                return self.take(b'}');
            }
        }
    }

    /// A list: `item` stands before each of its values, which it must take.
    pub fn list(&mut self, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(b'[')?;
        if self.take(b']').is_some() {
            return Some(());
        }
        loop {
            item(self)?;
            if self.take(b',').is_none() {
                return self.take(b']');
            }
        }
    }

    /// A text.
    pub fn string(&mut self) -> Option<Cow<'a, str>> {
        let written = self.quoted()?;
        if !written.contains('\\') {
            return Some(Cow::Borrowed(written));
        }
        let (text, whole) = unescaped(written);
        self.mended |= !whole;
        Some(Cow::Owned(text))
    }

    /// A text as it is written, without its quotes.
    fn quoted(&mut self) -> Option<&'a str> {
        self.take(b'"')?;
        let begin = self.at;
        loop {
            let plain = self.text.as_bytes().get(self.at..)?;
            let sign = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
            self.at += plain.iter().position(sign)?;
            match self.byte()? {
                b'"' => break,
                b'\\' => self.escape()?,
                _ => return None,
            }
        }
        let written = self.text.get(begin..self.at);
        self.at += 1;
        written
    }

    /// Passes an escape over.
    fn escape(&mut self) -> Option<()> {
        self.at += 1;
        let length = match self.byte()? {
            b'u' => {
                let digits = self.text.as_bytes().get(self.at + 1..self.at + 5)?;
                digits.iter().all(u8::is_ascii_hexdigit).then_some(5)?
            }
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 1,
            _ => return None,
        };
        self.at += length;
        Some(())
    }

    /// A number as it is written.
    pub fn number(&mut self) -> Option<&'a str> {
        self.peek()?;
        let begin = self.at;
        self.skip(b"-");
        match self.byte()? {
            b'0' => self.at += 1,
            _ => self.digits()?,
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        Some(self.since(begin))
    }

    fn skip(&mut self, signs: &[u8]) -> bool {
        let is_there = self.byte().is_some_and(|byte| signs.contains(&byte));
        self.at += usize::from(is_there);
        is_there
    }

    fn digits(&mut self) -> Option<()> {
        let begin = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > begin).then_some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.rest().starts_with(word).then(|| self.at += word.len())
    }

    /// Any value as it is written, if it is JSON and not too deep to be kept.
    pub fn value(&mut self) -> Option<&'a str> {
        self.value_within(DEEPEST)
    }

    /// Any value as it is written, however deep.
    pub fn anything(&mut self) -> Option<&'a str> {
        self.value_within(usize::MAX)
    }

    fn value_within(&mut self, deepest: usize) -> Option<&'a str> {
        self.peek()?;
        let begin = self.at;
        let mut open = Vec::new(); // the brackets that are to be closed, the innermost last
        loop {
            match self.peek()? {
                b'"' => drop(self.quoted()?),
                bracket @ (b'{' | b'[') => {
                    self.at += 1;
                    let close = bracket + 2; // as `}` follows on `{` in ASCII, and `]` on `[`
                    if self.take(close).is_none() {
                        if open.len() == deepest {
                            return None;
                        }
                        open.push(close);
                        self.key_of(close)?;
                        continue;
                    }
                }
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                b'n' => self.word("null")?,
                _ => drop(self.number()?),
            }
            loop {
                let Some(&close) = open.last() else {
                    return Some(self.since(begin));
                };
                if self.take(b',').is_some() {
                    self.key_of(close)?;
                    break;
                }
                self.take(close)?;
                open.pop();
            }
        }
    }

    /// The key before the next value, where the bracket that will close is an object's.
    fn key_of(&mut self, close: u8) -> Option<()> {
        if close == b'}' {
            self.quoted()?;
            self.take(b':')?;
        }
        Some(())
    }
}

/// A text without its escapes, and whether all of it were characters.
fn unescaped(written: &str) -> (String, bool) {
    let mut text = String::with_capacity(written.len());
    let mut whole = true;
    let mut rest = written;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut signs = escape.chars();
        let character = match signs.next() {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let (character, left) = unit(escape);
                signs = left.chars();
                whole &= character.is_some();
                character.unwrap_or(REPLACEMENT)
            }
            Some(other) => other,
            None => break,
        };
        text.push(character);
        rest = signs.as_str();
    }
    text.push_str(rest);
    (text, whole)
}

/// The character that `uXXXX` stands for, with a second half behind it where it is the first half of one; and what follows.
fn unit(escape: &str) -> (Option<char>, &str) {
    let digits = |text: &str| u32::from_str_radix(text.get(1..5)?, 16).ok();
    let first = digits(escape).unwrap_or_default();
    let left = escape.get(5..).unwrap_or_default();
    if let Some(character) = char::from_u32(first) {
        return (Some(character), left);
    }
    let second = left.strip_prefix('\\').filter(|next| next.starts_with('u'));
    if let Some(next) = second
        && let Some(second @ 0xdc00..=0xdfff) = digits(next)
        && first < 0xdc00
    {
        let character = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        return (char::from_u32(character), next.get(5..).unwrap_or_default());
    }
    (None, left)
}

/// Writes a text with its quotes and the escapes that JSON asks for.
pub fn write_json_string(out: &mut String, text: &str) {
    out.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let short = match byte {
            b'"' => '"',
            b'\\' => '\\',
            0x8 => 'b',
            0xc => 'f',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            0..0x20 => 'u',
            _ => continue,
        };
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push('\\');
        out.push(short);
        if short == 'u' {
            // Writing to a string cannot fail.
            let _ok = write!(out, "{byte:04x}");
        }
        from = at + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out.push('"');
}

/// A JSON value without what means nothing: no blanks, one spelling for each text. Numbers and the order of keys stay.
/// A text with half a character in it stays as it is written, since no other spelling of it is safe.
pub(super) fn compact(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut scan = JsonText::new(json);
    while let Some(byte) = scan.peek() {
        if byte != b'"' {
            out.push(char::from(byte)); // outside texts JSON is ASCII
            scan.at += 1;
            continue;
        }
        let begin = scan.at;
        let Some(written) = scan.quoted() else {
            return json.to_owned();
        };
        match unescaped(written) {
            (text, true) => write_json_string(&mut out, &text),
            _ => out.push_str(scan.since(begin)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value as Json;

    fn read(text: &str) -> Option<(String, bool)> {
        let mut json = JsonText::new(text);
        let read = json.string()?.into_owned();
        Some((read, json.mended))
    }

    #[test]
    fn texts_read_as_every_reader_reads_them() {
        for text in [
            r#""""#,
            r#""a\"\\\/\b\f\n\r\t\u00e5\u0000å😀""#,
            r#""\ud83d\ude00 och \u2028""#,
        ] {
            let theirs: String = serde_json::from_str(text).unwrap();
            assert_eq!(read(text), Some((theirs.clone(), false)), "{text}");
            let mut written = String::new();
            write_json_string(&mut written, &theirs);
            assert_eq!(written, serde_json::to_string(&theirs).unwrap());
        }
        for wrong in [
            "\"",
            "\"\\\"",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\\u12\"",
            "\"a\nb\"",
            "a",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn half_a_character_is_replaced_and_said() {
        for (text, mended) in [
            (r#""a\ud800b""#, "a\u{fffd}b"),
            (r#""\udc00\ud800""#, "\u{fffd}\u{fffd}"),
            (r#""\ud800\ud83d\ude00""#, "\u{fffd}😀"),
            (r#""\ud800\u0041""#, "\u{fffd}A"),
        ] {
            assert_eq!(read(text), Some((mended.to_owned(), true)), "{text}");
        }
    }

    #[test]
    fn what_is_kept_unread_is_json_and_loses_nothing_but_blanks() {
        for (text, compacted) in [
            (
                " { \"a\" : [ 1.0 , -0 , 1e400 ] , \"a\" : \"\\u0062\" } ",
                r#"{"a":[1.0,-0,1e400],"a":"b"}"#,
            ),
            (r#"["\ud800 a"]"#, r#"["\ud800 a"]"#),
            ("null", "null"),
            ("[[], {}]", "[[],{}]"),
        ] {
            let mut json = JsonText::new(text);
            let value = json.value().unwrap();
            assert_eq!(json.peek(), None);
            assert_eq!(compact(value), compacted);
            assert_eq!(compact(&compact(value)), compacted);
        }
    }

    #[test]
    fn only_json_is_taken_for_json() {
        for text in [
            "",
            "[",
            "]",
            "[1,]",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":}",
            "{1:2}",
            "{\"a\":1,}",
            "tru",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "[1}",
            "NaN",
            "{\"a\":1",
        ] {
            let mut json = JsonText::new(text);
            let taken = json.value().is_some() && json.peek().is_none();
            assert!(!taken, "{text}");
            assert!(serde_json::from_str::<Json>(text).is_err(), "{text}");
        }
        let deep = |n| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(JsonText::new(&deep(DEEPEST)).value().is_some());
        assert!(JsonText::new(&deep(DEEPEST + 2)).value().is_none());
        assert!(JsonText::new(&deep(100_000)).anything().is_some());
    }
}
