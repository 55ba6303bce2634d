//! How numbers are written (DOMAIN.md §3.2 rule 13): stored unrounded, rounded only here.

use super::Language;

/// A value with one decimal, `2,7` in Swedish and `2.7` in English; halves are rounded up.
///
/// For values of scales and means, 0 to some thousands; anything else is written as a dash.
pub fn decimal(value: f64, language: Language) -> String {
    // A mean such as 1,15 is stored a hair below itself; the hair is put back before rounding.
    let tenths = (value * 10.0 + 0.5 + 1e-9).floor();
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

/// A share in whole percent, rounded down so that only the whole is 100: `96 %` for 30 of 31.
pub fn percent_down(part: usize, whole: usize, language: Language) -> String {
    let percent = part.saturating_mul(100).checked_div(whole);
    match (percent, language) {
        (None, _) => "–".to_owned(),
        (Some(percent), Language::Swedish) => format!("{percent}\u{a0}%"),
        (Some(percent), Language::English) => format!("{percent}%"),
    }
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
            (0.0, "0,0"),
            (f64::NAN, "–"),
            (-1.0, "–"),
        ] {
            assert_eq!(decimal(value, Language::Swedish), swedish);
        }
        assert_eq!(decimal(2.7, Language::English), "2.7");
    }

    #[test]
    fn only_the_whole_is_a_hundred_percent() {
        assert_eq!(percent_down(30, 31, Language::Swedish), "96\u{a0}%");
        assert_eq!(percent_down(999, 1000, Language::English), "99%");
        assert_eq!(percent_down(31, 31, Language::Swedish), "100\u{a0}%");
        assert_eq!(percent_down(0, 0, Language::Swedish), "–");
    }
}
