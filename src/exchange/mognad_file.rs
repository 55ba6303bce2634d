//! The `.mognad.json` file: a document, or any selection of one, with its identity. The format stands in docs/FORMAT.md.

use super::facts_json::{facts_from_json, facts_to_lines};
use super::migration::{SCHEMA, migrate};
use crate::domain::{Document, DocumentId, JsonText, Timestamp};

/// The highest `min_reader` that this version reads.
pub const READER: u64 = 1;

const FORMAT: &str = "mognad";

/// Why a file was not read. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Not JSON: cut off, damaged, or another kind of file.
    #[error("not JSON")]
    NotJson,
    /// JSON, but of something else.
    #[error("JSON, but not a Mognad file")]
    NotMognad,
    /// Written by a later version that says that this one cannot read it.
    #[error("needs reader {needs}, this one is {READER}")]
    TooNew {
        /// The reader that the file asks for.
        needs: u64,
    },
}

/// What was read from a file.
#[derive(Debug, PartialEq)]
pub struct FileRead {
    /// The document or selection.
    pub document: Document,
    /// Facts that could not be read, as they were found.
    pub damaged: Vec<String>,
    /// How many facts had characters that could not be read, and stand as U+FFFD now.
    pub mended: usize,
}

/// What a file holds, written into it for people who open it; the reader goes by the facts alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// The whole document.
    Backup,
    /// What one voice of a unit hands in.
    Contribution,
    /// What a unit needs in order to answer.
    Invitation,
    /// An area that was sent on to a colleague, or came back.
    Area,
    /// A round whole.
    Round,
    /// Everything that tells nobody's name or role.
    WithoutNames,
}

impl Selection {
    fn word(self) -> &'static str {
        match self {
            Self::Backup => "backup",
            Self::Contribution => "contribution",
            Self::Invitation => "invitation",
            Self::Area => "area",
            Self::Round => "round",
            Self::WithoutNames => "without-names",
        }
    }
}

/// Writes the whole document as a file.
pub fn file_to_json(document: &Document, at: Timestamp) -> String {
    selection_to_json(document, Selection::Backup, at)
}

/// Writes a selection of a document as a file that says which one it is.
pub fn selection_to_json(document: &Document, selection: Selection, at: Timestamp) -> String {
    let id = document.id();
    format!(
        "{{\"format\":\"{FORMAT}\",\"schema\":{SCHEMA},\"min_reader\":1,\"selection\":\"{}\",\"document\":\"{id}\",\"created\":{},\n\"facts\":{}}}\n",
        selection.word(),
        at.0,
        facts_to_lines(document.facts())
    )
}

/// The head of a file; the facts are read by themselves, as everywhere.
#[derive(Default)]
struct Head<'a> {
    format: Option<String>,
    /// Not trusted to be a number: what it is not, counts as today's.
    schema: Option<&'a str>,
    min_reader: Option<&'a str>,
    document: Option<String>,
    facts: Option<&'a str>,
}

impl<'a> Head<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let mut head = Self::default();
        JsonText::new(text).object(&mut |key, json| {
            let is_first = match key {
                "format" => head.format.replace(json.string()?.into_owned()).is_none(),
                "document" => head.document.replace(json.string()?.into_owned()).is_none(),
                "schema" => head.schema.replace(json.anything()?).is_none(),
                "min_reader" => head.min_reader.replace(json.anything()?).is_none(),
                "facts" => head.facts.replace(json.anything()?).is_none(),
                _ => json.anything().is_some(),
            };
            is_first.then_some(())
        })?;
        Some(head)
    }
}

/// Reads a file.
///
/// # Errors
/// [`FileError`] where the file as a whole is not one that can be read. A single damaged fact is no error.
pub fn file_from_json(text: &str) -> Result<FileRead, FileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut whole = JsonText::new(text);
    if whole.anything().is_none() || whole.peek().is_some() {
        return Err(FileError::NotJson);
    }
    let head = Head::read(text).ok_or(FileError::NotMognad)?;
    if head.format.as_deref() != Some(FORMAT) {
        return Err(FileError::NotMognad);
    }
    match head.min_reader.unwrap_or("null").parse() {
        Ok(needs) if needs > READER => return Err(FileError::TooNew { needs }),
        Err(_) if head.min_reader.is_some_and(|needs| needs != "null") => {
            return Err(FileError::NotMognad);
        }
        _ => {}
    }
    let id = head.document.as_deref().and_then(DocumentId::parse);
    let facts = head.facts.filter(|facts| facts.starts_with('['));
    let (Some(id), Some(facts)) = (id, facts) else {
        return Err(FileError::NotMognad);
    };
    let schema = head.schema.map_or(Ok(1), str::parse);
    let facts = migrate(facts, schema.unwrap_or(SCHEMA)).ok_or(FileError::NotMognad)?;
    let read = facts_from_json(&facts);
    let mut document = Document::new(id);
    for (address, fact) in read.facts {
        document.merge_fact(address, fact);
    }
    Ok(FileRead {
        document,
        damaged: read.damaged,
        mended: read.mended.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Address, Value, WriterId};

    fn document() -> Document {
        let mut document = Document::new(DocumentId::from_random(1));
        document.write(
            &Address::parse("unit/u-1/name"),
            WriterId(1),
            Timestamp(2),
            Value::Text("},{\"address\" \"=cmd()\" 😀".to_owned()),
        );
        document.write(
            &Address::parse("later/kind"),
            WriterId(1),
            Timestamp(2),
            Value::Other(r#"{"x":[1.50,{"address":1},{"address":"}"}]}"#.into()),
        );
        document
    }

    #[test]
    fn a_document_reads_back_as_it_was_written_unknown_kinds_too() {
        let mut document = document();
        // the line break between facts must not reach into a text
        document.remove(&Address::parse("unit/u-2/name"));
        let text = file_to_json(&document, Timestamp(9));
        let read = file_from_json(&text).unwrap();
        assert_eq!(read.document, document);
        assert!(read.damaged.is_empty());
    }

    #[test]
    fn what_is_not_ours_is_refused_in_words() {
        for (text, error) in [
            ("", FileError::NotJson),
            ("{\"format\":\"mognad\",\"facts\":[", FileError::NotJson),
            ("[]", FileError::NotMognad),
            ("{\"format\":\"other\"}", FileError::NotMognad),
            ("{\"format\":\"mognad\"} x", FileError::NotJson),
            (
                r#"{"format":"mognad","min_reader":"1","document":"d","facts":[]}"#,
                FileError::NotMognad,
            ),
            (r#"{"format":"mognad","facts":[]}"#, FileError::NotMognad),
            (
                r#"{"format":"mognad","min_reader":2,"document":"d","facts":[]}"#,
                FileError::TooNew { needs: 2 },
            ),
        ] {
            assert_eq!(file_from_json(text), Err(error), "{text}");
        }
    }
}
