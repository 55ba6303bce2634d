//! Tables as CSV for a spreadsheet: RFC 4180, with the separator and the byte-order mark by which Excel reads a file in its
//! language, and no cell that a spreadsheet would take for a formula.

use crate::i18n::Language;

/// What a cell may not begin with: a spreadsheet would reckon with it, or hide it (OWASP, "CSV Injection").
const FORMULA: [char; 10] = [
    '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// Writes rows. Numbers come as they are printed, with the decimal point of the language.
pub fn csv<Row, Cell>(rows: impl IntoIterator<Item = Row>, language: Language) -> String
where
    Row: IntoIterator<Item = Cell>,
    Cell: AsRef<str>,
{
    let separator = match language {
        Language::Swedish => ';',
        Language::English => ',',
    };
    let mut out = String::from('\u{feff}');
    for row in rows {
        for (place, cell) in row.into_iter().enumerate() {
            if place > 0 {
                out.push(separator);
            }
            push(&mut out, cell.as_ref(), separator);
        }
        out.push_str("\r\n");
    }
    out
}

/// A leading apostrophe makes a formula text.
fn push(out: &mut String, cell: &str, separator: char) {
    let is_formula = cell.starts_with(FORMULA);
    let quoted = is_formula || cell.contains([separator, '"', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if is_formula {
        out.push('\'');
    }
    for letter in cell.chars() {
        if letter == '"' {
            out.push('"');
        }
        out.push(letter);
    }
    if quoted {
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads RFC 4180 strictly, as far as it is written here.
    fn read(text: &str, separator: char) -> Vec<Vec<String>> {
        let mut letters = text.strip_prefix('\u{feff}').unwrap().chars().peekable();
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        while let Some(letter) = letters.next() {
            match letter {
                '"' if cell.is_empty() => loop {
                    match letters.next().unwrap() {
                        '"' if letters.peek() == Some(&'"') => {
                            letters.next();
                            cell.push('"');
                        }
                        '"' => break,
                        other => cell.push(other),
                    }
                },
                '\r' => {
                    assert_eq!(letters.next(), Some('\n'));
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                letter if letter == separator => row.push(std::mem::take(&mut cell)),
                other => cell.push(other),
            }
        }
        assert!(row.is_empty() && cell.is_empty());
        rows
    }

    #[test]
    fn swedish_excel_reads_its_own() {
        let rows = [["Förvaltning", "Nu"], ["Kultur; \"fritid\"", "2,7"]];
        assert_eq!(
            csv(rows, Language::Swedish),
            "\u{feff}Förvaltning;Nu\r\n\"Kultur; \"\"fritid\"\"\";2,7\r\n"
        );
        assert_eq!(
            csv([["a,b", "2.7"]], Language::English),
            "\u{feff}\"a,b\",2.7\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        let cells = [
            "=1+1",
            "+46",
            "-2",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "=cmd|' /C calc'!A0",
            "\u{ff1d}1",
        ];
        for cell in cells {
            let text = csv([[cell]], Language::Swedish);
            assert_eq!(read(&text, ';'), [[format!("'{cell}")]]);
        }
    }

    proptest! {
        #[test]
        fn every_cell_reads_back_and_none_is_a_formula(
            rows in prop::collection::vec(prop::collection::vec("[=+@;,\"\r\n\t a-zåäö0-9-]{0,8}|\\PC{0,8}", 1..5), 0..5),
            english in any::<bool>(),
        ) {
            let (language, separator) = if english {
                (Language::English, ',')
            } else {
                (Language::Swedish, ';')
            };
            let found = read(&csv(&rows, language), separator);
            prop_assert_eq!(found.len(), rows.len());
            for (found, row) in found.iter().flatten().zip(rows.iter().flatten()) {
                prop_assert!(!found.starts_with(FORMULA));
                let harmless = row.starts_with(FORMULA).then(|| format!("'{row}"));
                prop_assert_eq!(found, harmless.as_ref().unwrap_or(row));
            }
        }
    }
}
