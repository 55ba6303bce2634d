//! A published question set out of its JSON, which `cargo xtask questions` writes and rounds keep.
//!
//! Read through serde's values and not by a derived reader, whose code for every list and struct would be part of the first load.

use serde_json::Value as Json;

use crate::domain::{
    Area, AreaId, ChangeKind, ContentHash, DontKnow, Meaning, NotApplicable, Part, Question,
    QuestionId, QuestionSet, RollUp, ScaleLevel, Scope, SetId, StatedChange,
};

/// Reads a set; nothing where the text is none, or one of a later version with kinds that this one does not know.
/// Keys that are not known are passed over.
pub fn question_set_from_json(text: &str) -> Option<QuestionSet> {
    let json: Json = serde_json::from_str(text).ok()?;
    let set = &json;
    Some(QuestionSet {
        id: SetId::parse(word(set, "id")?)?,
        version: text_of(set, "version")?,
        hash: ContentHash::parse(word(set, "hash")?)?,
        language: text_of(set, "language")?,
        title: text_of(set, "title")?,
        lead: text_of(set, "lead")?,
        publisher: text_of(set, "publisher")?,
        license: text_of(set, "license")?,
        source_note: text_of(set, "source_note")?,
        minutes_per_question: small(set, "minutes_per_question")?,
        roll_up: match word(set, "roll_up")? {
            "mean-of-areas" => RollUp::MeanOfAreas,
            "fulfilment" => RollUp::Fulfilment,
            _ => return None,
        },
        scale: list(set, "scale", |level| {
            Some(ScaleLevel {
                value: small(level, "value")?,
                name: text_of(level, "name")?,
            })
        })?,
        areas: list(set, "areas", area)?,
        changes: changes(set),
    })
}

/// What the set states about its questions' past. A statement that cannot be read is passed over and keeps no set from being
/// read: without it, meanings alone tell what became of a question.
fn changes(set: &Json) -> Vec<StatedChange> {
    let stated = set.get("changes").and_then(Json::as_array);
    let stated = stated.into_iter().flatten();
    stated.filter_map(change).collect()
}

fn change(json: &Json) -> Option<StatedChange> {
    let ids = |json: &Json| json.as_str().and_then(QuestionId::parse);
    Some(StatedChange {
        version: text_of(json, "version")?,
        kind: ChangeKind::parse(word(json, "kind")?)?,
        from: list(json, "from", ids)?,
        into: list(json, "into", ids)?,
    })
}

fn area(json: &Json) -> Option<Area> {
    Some(Area {
        id: AreaId::parse(word(json, "id")?)?,
        title: text_of(json, "title")?,
        short: text_of(json, "short")?,
        about: text_of(json, "about")?,
        part: match json.get("part").and_then(Json::as_str) {
            None => None,
            Some("flower") => Some(Part::Flower),
            Some("grass") => Some(Part::Grass),
            Some("soil") => Some(Part::Soil),
            Some(_) => return None,
        },
        questions: list(json, "questions", question)?,
    })
}

fn question(json: &Json) -> Option<Question> {
    Some(Question {
        id: QuestionId::parse(word(json, "id")?)?,
        meaning: Meaning::parse(word(json, "meaning")?)?,
        scope: match word(json, "scope")? {
            "F" => Scope::F,
            "K" => Scope::K,
            "K-optional-F" => Scope::KOptionalF,
            "owner" => Scope::Owner,
            _ => return None,
        },
        weight: json.get("weight")?.as_f64()?,
        text: text_of(json, "text")?,
        why: text_of(json, "why")?,
        evidence: text_of(json, "evidence")?,
        dont_know: match word(json, "dont_know")? {
            "allowed" => DontKnow::Allowed,
            "no" => DontKnow::No,
            _ => return None,
        },
        not_applicable: match word(json, "not_applicable")? {
            "with-reason" => NotApplicable::WithReason,
            "allowed" => NotApplicable::Allowed,
            "no" => NotApplicable::No,
            _ => return None,
        },
        levels: list(json, "levels", |text| text.as_str().map(str::to_owned))?,
        activities: list(json, "activities", |text| text.as_str().map(str::to_owned))?,
    })
}

fn word<'json>(json: &'json Json, key: &str) -> Option<&'json str> {
    json.get(key)?.as_str()
}

fn text_of(json: &Json, key: &str) -> Option<String> {
    word(json, key).map(str::to_owned)
}

fn small(json: &Json, key: &str) -> Option<u8> {
    u8::try_from(json.get(key)?.as_u64()?).ok()
}

fn list<T>(json: &Json, key: &str, read: fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    json.get(key)?.as_array()?.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::exchange::question_toml::{SetFiles, compile};

    /// A set with every kind of scope, part and permission.
    fn compiled() -> QuestionSet {
        let mut files = SetFiles::new();
        let set = "id = \"s\"\nversion = \"1.0.0\"\nlanguage = \"sv\"\ntitle = \"T\"\nlead = \"L\"\npublisher = \"P\"\nlicense = \"EUPL-1.2\"\nsource_note = \"N\"\nminutes_per_question = 2\nroll_up = \"fulfilment\"\nareas = [\"a\", \"b\", \"c\"]\n[[scale]]\nvalue = 1\nname = \"Låg\"\n[[scale]]\nvalue = 2\nname = \"Hög\"\n";
        files.insert("set.toml".into(), set.into());
        for (area, part, scopes) in [
            ("a", "flower", ["owner", "F"]),
            ("b", "grass", ["K", "K-optional-F"]),
            ("c", "soil", ["F", "owner"]),
        ] {
            let mut text = format!(
                "id = \"{area}\"\ntitle = \"T\"\nshort = \"S\"\nabout = \"A\"\npart = \"{part}\"\n"
            );
            for (place, scope) in scopes.iter().enumerate() {
                let (dont_know, not_applicable) = match (area, place) {
                    ("a", _) => ("allowed", "with-reason"),
                    (_, 0) => ("no", "no"),
                    _ => ("allowed", "allowed"),
                };
                let _ = write!(
                    text,
                    "[[question]]\nid = \"{area}-{place}\"\nscope = \"{scope}\"\nweight = 1\ntext = \"Vad?\"\nwhy = \"W\"\nevidence = \"E\"\ndont_know = \"{dont_know}\"\nnot_applicable = \"{not_applicable}\"\nlevels = [\"Inget.\", \"Något.\"]\nactivities = [\"Gör.\"]\n"
                );
            }
            files.insert(format!("areas/{area}.toml"), text);
        }
        compile("s", &files).unwrap().set
    }

    #[test]
    fn a_set_reads_back_as_it_was_written() {
        let set = compiled();
        let text = serde_json::to_string(&set).unwrap();
        assert_eq!(question_set_from_json(&text), Some(set));
    }

    #[test]
    fn what_is_no_set_of_this_version_is_none() {
        let text = serde_json::to_string(&compiled()).unwrap();
        for (from, to) in [
            ("\"fulfilment\"", "\"median\""),
            ("\"flower\"", "\"tree\""),
            ("\"owner\"", "\"X\""),
            ("\"with-reason\"", "1"),
            ("\"questions\"", "\"fragor\""),
            ("\"minutes_per_question\":2", "\"minutes_per_question\":300"),
        ] {
            assert!(text.contains(from), "{from}");
            assert_eq!(question_set_from_json(&text.replacen(from, to, 1)), None);
        }
        assert_eq!(question_set_from_json("{"), None);
        assert_eq!(question_set_from_json("null"), None);
        assert!(question_set_from_json(&text.replacen('{', "{\"later\":1,", 1)).is_some());
    }
}
