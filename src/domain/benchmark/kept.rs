//! Where what there is to compare with stands in a document.

use crate::domain::{Address, ComparisonId, ComparisonKind, Document, Value};

/// The texts of one kind, by id. Two versions that were written apart are two texts under one id: neither is left out.
pub fn comparisons(document: &Document, kind: ComparisonKind) -> Vec<(ComparisonId, String)> {
    let first = Address::Comparison(kind, ComparisonId::first());
    document
        .facts_from(&first)
        .map_while(|(address, fact)| match address {
            Address::Comparison(other, id) if *other == kind => Some((id, fact)),
            _ => None,
        })
        .flat_map(|(id, fact)| {
            let texts = fact
                .versions()
                .iter()
                .filter_map(|version| match &version.value {
                    Value::Text(text) => Some((id.clone(), text.clone())),
                    _ => None,
                });
            texts.collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DocumentId, Timestamp, WriterId};

    #[test]
    fn each_kind_by_itself_and_two_versions_as_two() {
        let mut document = Document::new(DocumentId::from_random(1));
        let put = |document: &mut Document, path: &str, writer, text: &str| {
            let value = Value::Text(text.to_owned());
            document.write(&Address::parse(path), WriterId(writer), Timestamp(1), value);
        };
        put(&mut document, "comparison/value/c-2", 1, "second");
        put(&mut document, "comparison/assessment/c-1", 1, "words");
        let mut apart = document.clone();
        put(&mut document, "comparison/value/c-1", 1, "mine");
        put(&mut apart, "comparison/value/c-1", 2, "theirs");
        document.merge(apart).unwrap();
        let texts = |kind| -> Vec<String> {
            let all = comparisons(&document, kind).into_iter();
            all.map(|(id, text)| format!("{id} {text}")).collect()
        };
        let mut values = texts(ComparisonKind::Value);
        values.sort();
        assert_eq!(values, ["c-1 mine", "c-1 theirs", "c-2 second"]);
        assert_eq!(texts(ComparisonKind::Assessment), ["c-1 words"]);
        assert!(texts(ComparisonKind::Shared).is_empty());
    }
}
