//! How numbers are written (DOMAIN.md §3.2 rule 13): stored unrounded, rounded only here.

use super::Language;
use crate::domain::RollUp;

/// A value in the measure of its set: a level with one decimal, or *uppfyllnadsgrad* in percent.
pub fn measured(roll_up: RollUp, value: f64, language: Language) -> String {
    match roll_up {
        RollUp::MeanOfAreas => decimal(value, language),
        RollUp::Fulfilment => percent(value, language),
    }
}

/// A percentage without decimals, halves rounded up; only the whole is 100 and only nothing is 0.
pub fn percent(value: f64, language: Language) -> String {
    percent_sign(&whole_percent(value), language)
}

/// The number of [`percent`] alone, for the heart of a flower.
pub fn whole_percent(value: f64) -> String {
    if !(0.0..=100.0).contains(&value) {
        return "–".to_owned();
    }
    let rounded = (value + 0.5 + 1e-9).floor();
    let inner = rounded.clamp(1.0, 99.0);
    let shown = if value <= 0.0 || value >= 100.0 {
        rounded
    } else {
        inner
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // bounded just above
    let shown = shown as u8;
    shown.to_string()
}

fn percent_sign(number: &str, language: Language) -> String {
    match (number, language) {
        ("–", _) => number.to_owned(),
        (_, Language::Swedish) => format!("{number}\u{a0}%"),
        (_, Language::English) => format!("{number}%"),
    }
}

/// A value with one decimal, `2,7` in Swedish and `2.7` in English; halves are rounded up, but never to a whole level.
///
/// For values of scales and means, 0 to some thousands; anything else is written as a dash.
pub fn decimal(value: f64, language: Language) -> String {
    // A mean such as 1,15 is stored a hair below itself; the hair is put back before rounding.
    let mut tenths = (value * 10.0 + 0.5 + 1e-9).floor();
    if tenths % 10.0 == 0.0 && tenths > value * 10.0 + 1e-6 {
        tenths -= 1.0; // 2,96 is written 2,9: no level is reached by rounding
    }
    if !(0.0..1e9).contains(&tenths) {
        return "–".to_owned();
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // bounded just above
    let tenths = tenths as u64;
    let point = match language {
        Language::Swedish => ',',
        Language::English => '.',
    };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

/// Reads what a person writes as a number, in tenths: `3,5`, `3.5`, `75`. Further decimals are not kept.
pub fn tenths(text: &str) -> Option<i64> {
    let (whole, part) = text
        .trim()
        .split_once([',', '.'])
        .unwrap_or((text.trim(), ""));
    let tenth = match part.chars().next() {
        None => 0,
        Some(digit) => digit.to_digit(10)?,
    };
    let whole: u16 = whole.parse().ok()?;
    Some(i64::from(whole) * 10 + i64::from(tenth))
}

/// A share in whole percent, rounded down so that only the whole is 100: `96 %` for 30 of 31.
pub fn percent_down(part: usize, whole: usize, language: Language) -> String {
    let percent = part.saturating_mul(100).checked_div(whole);
    let number = percent.map_or_else(|| "–".to_owned(), |percent| percent.to_string());
    percent_sign(&number, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_decimal_with_the_languages_own_point() {
        for (value, swedish) in [
            (2.7, "2,7"),
            (3.0, "3,0"),
            (2.25, "2,3"),
            (1.15, "1,2"),
            (2.0 + 2.0 / 3.0, "2,7"),
            (4.949, "4,9"),
            (4.96, "4,9"),
            (2.999, "2,9"),
            (0.0, "0,0"),
            (f64::NAN, "–"),
            (-1.0, "–"),
        ] {
            assert_eq!(decimal(value, Language::Swedish), swedish);
        }
        assert_eq!(decimal(2.7, Language::English), "2.7");
    }

    #[test]
    fn a_percentage_is_rounded_and_neither_end_is_reached_by_it() {
        for (value, swedish) in [
            (0.0, "0\u{a0}%"),
            (0.2, "1\u{a0}%"),
            (12.5, "13\u{a0}%"),
            (400.0 / 6.0, "67\u{a0}%"),
            (87.5, "88\u{a0}%"),
            (99.9, "99\u{a0}%"),
            (100.0, "100\u{a0}%"),
            (f64::NAN, "–"),
            (101.0, "–"),
        ] {
            assert_eq!(percent(value, Language::Swedish), swedish);
        }
        assert_eq!(percent(87.5, Language::English), "88%");
    }

    #[test]
    fn a_written_number_is_read_in_tenths() {
        for (text, read) in [
            ("3,5", Some(35)),
            (" 3.5 ", Some(35)),
            ("75", Some(750)),
            ("0", Some(0)),
            ("3,59", Some(35)),
            ("3,", Some(30)),
            ("", None),
            ("-1", None),
            ("tre", None),
            ("3,x", None),
            ("99999999", None),
        ] {
            assert_eq!(tenths(text), read, "{text}");
        }
    }

    #[test]
    fn only_the_whole_is_a_hundred_percent() {
        assert_eq!(percent_down(30, 31, Language::Swedish), "96\u{a0}%");
        assert_eq!(percent_down(999, 1000, Language::English), "99%");
        assert_eq!(percent_down(31, 31, Language::Swedish), "100\u{a0}%");
        assert_eq!(percent_down(0, 0, Language::Swedish), "–");
    }
}
