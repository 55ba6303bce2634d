//! The values of facts about comparison: each is the JSON text of one object, because a value and its source belong together.
//! Two of them written apart are two entries, never a mixture of both.

use serde_json::{Value as Json, json};

use super::json::{list, meanings, number, of_meanings, said, small, text};
use crate::domain::benchmark::{Assessment, ComparisonValue, Exported, Measure, NamedLevel, Trace};
use crate::domain::{AreaId, RoundId, SetId, WriterId};

fn read(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

/// A named level as its fact holds it.
pub fn level_to_json(level: &NamedLevel) -> String {
    let mut out = serde_json::Map::new();
    if let Some(value) = level.value {
        out.insert("value".to_owned(), value.into());
    }
    for (key, text) in [("decider", &level.decider), ("date", &level.date)] {
        if !text.is_empty() {
            out.insert(key.to_owned(), text.as_str().into());
        }
    }
    Json::Object(out).to_string()
}

/// Reads a named level; what cannot be read of it has not been said.
pub fn level_from_json(written: &str) -> NamedLevel {
    let json = read(written).unwrap_or_default();
    let words = |key| text(&json, key).unwrap_or_default().trim().to_owned();
    NamedLevel {
        value: number(&json, "value"),
        decider: words("decider"),
        date: words("date"),
    }
}

/// A comparison value as its fact holds it.
pub fn value_to_json(value: &ComparisonValue) -> String {
    let mut out = json!({
        "set": value.set.as_str(),
        "version": value.version,
        "area": value.area.as_str(),
        "meanings": of_meanings(&value.meanings),
        "value": value.value,
        "n": value.n,
        "population": value.population,
        "year": value.year,
        "source": value.source,
        "method": value.method,
        "entered_by": value.entered_by,
    });
    if let (Measure::Other(words), Some(out)) = (&value.measure, out.as_object_mut()) {
        out.insert("measure".to_owned(), words.as_str().into());
    }
    out.to_string()
}

/// Reads a comparison value; nothing where something of it is missing.
pub fn value_from_json(written: &str) -> Option<ComparisonValue> {
    let json = read(written)?;
    Some(ComparisonValue {
        set: SetId::parse(text(&json, "set")?)?,
        version: said(&json, "version")?,
        area: AreaId::parse(text(&json, "area")?)?,
        meanings: meanings(&json, "meanings")?,
        value: number(&json, "value")?,
        measure: match json.get("measure") {
            None => Measure::OfTheSet,
            Some(_) => Measure::Other(said(&json, "measure")?),
        },
        n: small(&json, "n").filter(|n| *n > 0)?,
        population: said(&json, "population")?,
        year: small(&json, "year")?,
        source: said(&json, "source")?,
        method: said(&json, "method")?,
        entered_by: said(&json, "entered_by")?,
    })
}

/// An assessment as its fact holds it.
pub fn assessment_to_json(assessment: &Assessment) -> String {
    json!({
        "words": assessment.words,
        "assessor": assessment.assessor,
        "date": assessment.date,
    })
    .to_string()
}

/// Reads an assessment; nothing where something of it is missing.
pub fn assessment_from_json(written: &str) -> Option<Assessment> {
    let json = read(written)?;
    Some(Assessment {
        words: said(&json, "words")?,
        assessor: said(&json, "assessor")?,
        date: said(&json, "date")?,
    })
}

/// What was exported, as its fact holds it.
pub fn exported_to_json(exported: &Exported) -> String {
    let hex = |mark: u64| WriterId(mark).to_string();
    let areas = exported.areas.iter().map(|(area, traces)| {
        let units = traces.iter().map(|t| json!([hex(t.unit), hex(t.had)]));
        json!({ "area": area.as_str(), "units": units.collect::<Vec<_>>() })
    });
    json!({
        "set": exported.set.as_str(),
        "round": exported.round.as_str(),
        "areas": areas.collect::<Vec<_>>(),
    })
    .to_string()
}

/// Reads what was exported; nothing where it cannot be read whole.
pub fn exported_from_json(written: &str) -> Option<Exported> {
    let json = read(written)?;
    let mark = |json: Option<&Json>| Some(WriterId::parse(json?.as_str()?)?.0);
    Some(Exported {
        set: SetId::parse(text(&json, "set")?)?,
        round: RoundId::parse(text(&json, "round")?)?,
        areas: list(&json, "areas", |area| {
            let traces = list(area, "units", |unit| {
                Some(Trace {
                    unit: mark(unit.get(0))?,
                    had: mark(unit.get(1))?,
                })
            })?;
            Some((AreaId::parse(text(area, "area")?)?, traces))
        })?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::benchmark::AreaMeanings;
    use crate::domain::{Meaning, QuestionId};

    fn value(measure: Measure) -> ComparisonValue {
        let question = (
            QuestionId::parse("q").unwrap(),
            Meaning::parse("m").unwrap(),
        );
        ComparisonValue {
            set: SetId::parse("s").unwrap(),
            version: "1.0.0".into(),
            area: AreaId::parse("a").unwrap(),
            meanings: AreaMeanings::new([question]),
            value: -27,
            measure,
            n: 7,
            population: "Kommuner \"</b>\u{202e} 😀".into(),
            year: 2026,
            source: "K".into(),
            method: "M".into(),
            entered_by: "IT-strateg".into(),
        }
    }

    #[test]
    fn everything_reads_back_as_it_was_written() {
        for measure in [Measure::OfTheSet, Measure::Other("kr".into())] {
            let value = value(measure);
            assert_eq!(value_from_json(&value_to_json(&value)), Some(value));
        }
        let level = NamedLevel {
            value: Some(35),
            decider: "Kommunchef".into(),
            date: "2026-11-28".into(),
        };
        assert_eq!(level_from_json(&level_to_json(&level)), level);
        assert_eq!(level_to_json(&NamedLevel::default()), "{}");
        let assessment = Assessment {
            words: "medelnivå".into(),
            assessor: "Konsultbolag".into(),
            date: "2016".into(),
        };
        let written = assessment_to_json(&assessment);
        assert_eq!(assessment_from_json(&written), Some(assessment));
        let exported = Exported {
            set: SetId::parse("s").unwrap(),
            round: RoundId::from_random(1),
            areas: vec![(
                AreaId::parse("a").unwrap(),
                vec![Trace {
                    unit: u64::MAX,
                    had: 1,
                }],
            )],
        };
        assert_eq!(
            exported_from_json(&exported_to_json(&exported)),
            Some(exported)
        );
    }

    #[test]
    fn what_lacks_a_part_is_no_entry() {
        let whole: Json = serde_json::from_str(&value_to_json(&value(Measure::OfTheSet))).unwrap();
        for key in whole.as_object().unwrap().keys() {
            let mut without = whole.clone();
            without.as_object_mut().unwrap().remove(key);
            assert_eq!(value_from_json(&without.to_string()), None, "{key}");
        }
        for text in ["", "7", "[]", "{}", r#"{"words":"x"}"#] {
            assert_eq!(value_from_json(text), None);
            assert_eq!(assessment_from_json(text), None);
            assert_eq!(exported_from_json(text), None);
            assert!(level_from_json(text).is_empty());
        }
    }
}
