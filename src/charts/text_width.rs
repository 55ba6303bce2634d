//! How wide words are, and where they break. The layer runs without a browser and must not measure by inserting
//! elements (it would break the Content-Security-Policy and panic in a worker), so it has a small table: the widths of
//! `DejaVu Sans`, the widest of the fonts that `system-ui` means in practice. `Segoe UI` and `Roboto` are 10–20 %
//! narrower, so a label is at times wrapped early, and never cut.

use super::px::Px;

/// How heavy words are; the only two weights in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Half-bold, for numbers.
    SemiBold,
}

/// Size and weight of a line of words, always together since both decide its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub size: Px,
    pub weight: Weight,
}

impl Look {
    pub const fn regular(size: i32) -> Self {
        Self {
            size: Px::whole(size),
            weight: Weight::Regular,
        }
    }

    pub const fn semi_bold(size: i32) -> Self {
        Self {
            size: Px::whole(size),
            weight: Weight::SemiBold,
        }
    }

    /// Distance from one line of this look to the next: 1.25 times the size.
    pub const fn line(self) -> Px {
        Px::quarters(self.size.in_quarters() + self.size.in_quarters() / 4)
    }
}

/// Advance widths of U+0020 to U+007E in hundredths of the font size.
const ASCII: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 77, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75,
    79, 67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36,
    64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

const SOFT_HYPHEN: char = '\u{ad}';

/// Width of one character in hundredths of the font size; what the table lacks counts as one wide letter.
fn hundredths(character: char) -> u32 {
    let code = u32::from(character);
    let known = code
        .checked_sub(0x20)
        .and_then(|place| ASCII.get(usize::try_from(place).ok()?));
    if let Some(width) = known {
        return u32::from(*width);
    }
    match character {
        SOFT_HYPHEN | '\u{200b}'..='\u{200f}' | '\u{300}'..='\u{36f}' => 0,
        '\u{a0}' | '\u{202f}' | '·' | '’' | '‘' => 32,
        'à'..='å' | 'è'..='ë' | 'ò'..='ö' | 'ø' | 'ù'..='ü' => 64,
        'ì'..='ï' => 28,
        '–' | '§' | '”' | '“' => 53,
        'À'..='Å' => 69,
        'Ò'..='Ö' | 'Ø' => 79,
        // Han, kana, Hangul and emoji are as wide as they are high.
        _ if code >= 0x2e80 => 105,
        _ => 100,
    }
}

/// An upper estimate of the width of one line of words at the given font size; a soft hyphen counts as nothing.
pub fn text_width(words: &str, size: Px, weight: Weight) -> Px {
    let sum = words
        .chars()
        .map(hundredths)
        .fold(0_u32, u32::saturating_add);
    let count = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    let hundredths = match weight {
        Weight::Regular => sum,
        // The bold cut is an eighth wider, narrow letters somewhat more.
        Weight::SemiBold => sum
            .saturating_add(sum / 8)
            .saturating_add(count.saturating_mul(2)),
    };
    Px::nearest(f64::from(hundredths) / 100.0 * size.in_pixels())
}

/// Words broken into lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrapped {
    pub lines: Vec<String>,
    /// No word was cut in an unmarked place and nothing left out.
    pub clean: bool,
}

impl Wrapped {
    /// Width of the longest line.
    pub fn width(&self, look: Look) -> Px {
        self.lines
            .iter()
            .map(|line| text_width(line, look.size, look.weight))
            .max()
            .unwrap_or_default()
    }

    /// Height of all lines.
    pub fn height(&self, look: Look) -> Px {
        self.lines
            .iter()
            .fold(Px::ZERO, |height, _| height + look.line())
    }
}

/// Breaks words at spaces and soft hyphens into at most `most` lines no wider than `max`; as a last resort within a
/// word, and at the end with an ellipsis. (The whole text always stands in the table twin.)
pub(super) fn wrap(words: &str, look: Look, max: Px, most: usize) -> Wrapped {
    let fits = |line: &str| text_width(line, look.size, look.weight) <= max;
    let mut wrapped = Wrapped {
        lines: Vec::new(),
        clean: true,
    };
    let mut line = String::new();
    let mut left: Vec<String> = words
        .split([' ', '\t', '\n'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    left.reverse();
    while let Some(word) = left.pop() {
        let joined = if line.is_empty() {
            word.clone()
        } else {
            [&line, " ", &word].concat()
        };
        if fits(&joined) {
            line = joined;
        } else if line.is_empty() {
            let (head, tail, marked) = break_word(&word, fits);
            wrapped.clean &= marked;
            wrapped.lines.push(head);
            left.extend((!tail.is_empty()).then_some(tail));
        } else {
            wrapped.lines.push(std::mem::take(&mut line));
            left.push(word);
        }
    }
    if !line.is_empty() {
        wrapped.lines.push(line);
    }
    if wrapped.lines.len() > most {
        wrapped.clean = false;
        wrapped.lines.truncate(most);
        if let Some(last) = wrapped.lines.last_mut() {
            end_with_ellipsis(last, fits);
        }
    }
    for line in &mut wrapped.lines {
        line.retain(|character| character != SOFT_HYPHEN);
    }
    wrapped
}

/// The longest beginning of a word that fits with a hyphen after it, the rest, and whether the break was marked by a
/// soft hyphen. At least one character is taken, so that it always comes to an end.
fn break_word(word: &str, fits: impl Fn(&str) -> bool) -> (String, String, bool) {
    let hyphened = |head: &str| [head, "-"].concat();
    let marked = word
        .match_indices(SOFT_HYPHEN)
        .filter_map(|(place, _)| word.split_at_checked(place))
        .filter(|(head, _)| fits(&hyphened(head)))
        .last();
    if let Some((head, tail)) = marked {
        return (
            hyphened(head),
            tail.trim_start_matches(SOFT_HYPHEN).to_owned(),
            true,
        );
    }
    let mut places = word.char_indices().map(|(place, _)| place).skip(1);
    let first = places.next().unwrap_or(word.len());
    let place = places
        .take_while(|place| word.get(..*place).is_some_and(|head| fits(&hyphened(head))))
        .last();
    match word.split_at_checked(place.unwrap_or(first)) {
        Some((head, tail)) if !tail.is_empty() => (hyphened(head), tail.to_owned(), false),
        _ => (word.to_owned(), String::new(), false),
    }
}

fn end_with_ellipsis(line: &mut String, fits: impl Fn(&str) -> bool) {
    while !line.is_empty() && !fits(&[line, "…"].concat()) {
        line.pop();
    }
    while line.ends_with([' ', '-', ',']) {
        line.pop();
    }
    line.push('…');
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look::regular(16);

    fn lines(words: &str, max: i32) -> (Vec<String>, bool) {
        let wrapped = wrap(words, LOOK, Px::whole(max), 2);
        (wrapped.lines, wrapped.clean)
    }

    #[test]
    fn widths_by_hand() {
        // "Il" = 30 + 28 hundredths of 100 px.
        assert_eq!(
            text_width("Il", Px::whole(100), Weight::Regular),
            Px::whole(58)
        );
        assert_eq!(
            text_width("åäö", Px::whole(100), Weight::Regular),
            Px::whole(192)
        );
        // 58 + 7 (an eighth, rounded down) + 2 letters × 2.
        assert_eq!(
            text_width("Il", Px::whole(100), Weight::SemiBold),
            Px::whole(69)
        );
        assert_eq!(text_width("", Px::whole(16), Weight::Regular), Px::ZERO);
        assert_eq!(
            text_width("a\u{ad}b", LOOK.size, LOOK.weight),
            text_width("ab", LOOK.size, LOOK.weight)
        );
    }

    #[test]
    fn words_break_at_spaces_first() {
        assert_eq!(
            lines("Ledning och styrning", 400),
            (vec!["Ledning och styrning".into()], true)
        );
        assert_eq!(
            lines("Ledning och styrning", 120),
            (vec!["Ledning och".into(), "styrning".into()], true)
        );
        assert_eq!(lines("", 120), (vec![], true));
        assert_eq!(lines("  två   ord ", 120), (vec!["två ord".into()], true));
    }

    #[test]
    fn a_long_word_breaks_at_its_soft_hyphen() {
        assert_eq!(
            lines("Informations\u{ad}säkerhet", 120),
            (vec!["Informations-".into(), "säkerhet".into()], true)
        );
        assert_eq!(
            lines("Informations\u{ad}säkerhet", 300),
            (vec!["Informationssäkerhet".into()], true)
        );
    }

    #[test]
    fn as_a_last_resort_a_word_is_cut_and_the_end_left_out() {
        let (cut, clean) = lines("Informationssäkerhetsklassningsmodell", 120);
        assert_eq!(cut, ["Informationss-", "äkerhetsklas…"]);
        assert!(!clean);
        for line in cut {
            assert!(
                text_width(&line, LOOK.size, LOOK.weight) <= Px::whole(120),
                "{line}"
            );
        }
    }

    #[test]
    fn no_room_at_all_still_comes_to_an_end() {
        let (cut, clean) = lines("Åäö 漢字 e\u{301}", 0);
        assert_eq!(cut.len(), 2);
        assert!(!clean);
        assert_eq!(wrap("Å", LOOK, Px::ZERO, 0).lines.len(), 0);
    }
}
