//! Names for files that every system can keep: small letters, digits and hyphens.

/// The name of a document's file: municipality, date.
pub fn file_name(name: &str, date: &str) -> String {
    plain(&[name, date]) + ".mognad.json"
}

/// The name of a picture's file, without its ending.
pub fn plain_name(title: &str) -> String {
    plain(&[title])
}

fn plain(parts: &[&str]) -> String {
    let mut out = String::from("mognad");
    for part in parts {
        let mut gap = true;
        for c in part.chars().take(60) {
            let plain = match c {
                'å' | 'ä' | 'à' | 'á' | 'Å' | 'Ä' => 'a',
                'ö' | 'ø' | 'ó' | 'Ö' | 'Ø' => 'o',
                'é' | 'è' | 'ë' | 'É' => 'e',
                'ü' | 'Ü' => 'u',
                c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
                _ => {
                    gap = true;
                    continue;
                }
            };
            if gap {
                out.push('-');
                gap = false;
            }
            out.push(plain);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain() {
        assert_eq!(
            file_name("Barn- & utbildning/Ö", "2026-11-23"),
            "mognad-barn-utbildning-o-2026-11-23.mognad.json"
        );
        assert_eq!(file_name("..\\..", ""), "mognad.mognad.json");
    }

    #[test]
    fn a_picture_is_named_after_its_title() {
        assert_eq!(
            plain_name("Blomlåda, Exempelkommunen"),
            "mognad-blomlada-exempelkommunen"
        );
    }
}
