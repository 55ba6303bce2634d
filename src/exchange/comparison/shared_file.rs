//! Files that municipalities share: `.mognad-resultat.json` under a name, `.mognad-jamforelse.json` over units without names.
//! The formats stand in docs/FORMAT.md.

use serde_json::{Value as Json, json};

use super::json::{list, meanings, of_meanings, said, small, text};
use crate::domain::benchmark::{
    BenchmarkArea, BenchmarkFile, Group, LEAST_FOR_GROUPS, LEAST_UNITS, ResultArea, ResultFile,
    SharedFile, SharedSet, Step,
};
use crate::domain::{AreaId, ContentHash, RollUpRule, SetId};

/// The end of the name of a file with a named result.
pub const RESULT_END: &str = ".mognad-resultat.json";

/// The end of the name of a benchmark file.
pub const BENCHMARK_END: &str = ".mognad-jamforelse.json";

/// The highest `min_reader` that this version reads.
pub const SHARED_READER: i64 = 1;

const RESULT: &str = "mognad-result";
const BENCHMARK: &str = "mognad-benchmark";

/// Why a shared file was not read. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SharedError {
    /// Not JSON: cut off, damaged, or another kind of file.
    #[error("not JSON")]
    NotJson,
    /// JSON, but nothing that is shared for comparison; answers, for example.
    #[error("JSON, but nothing shared for comparison")]
    NotShared,
    /// Written by a later version that says that this one cannot read it.
    #[error("needs reader {needs}, this one is {SHARED_READER}")]
    TooNew {
        /// The reader that the file asks for.
        needs: i64,
    },
    /// It does not say whose it is.
    #[error("no source")]
    NoSource,
    /// It says something of fewer than five units.
    #[error("fewer than five units")]
    TooFew,
    /// Something in it is missing or cannot be.
    #[error("damaged")]
    Damaged,
}

fn sets_to_json<A>(sets: &[SharedSet<A>], area: impl Fn(&A) -> Json) -> Json {
    let sets = sets.iter().map(|set| {
        json!({
            "set": set.set.as_str(),
            "version": set.version,
            "hash": set.hash.as_str(),
            "areas": set.areas.iter().map(&area).collect::<Vec<_>>(),
        })
    });
    sets.collect()
}

fn pretty(json: &Json) -> String {
    serde_json::to_string_pretty(json).unwrap_or_default() + "\n"
}

/// Writes a named result.
pub fn result_to_json(file: &ResultFile) -> String {
    let area = |area: &ResultArea| {
        json!({
            "area": area.area.as_str(),
            "meanings": of_meanings(&area.meanings),
            "value": area.value,
            "units": area.units,
            "asked": area.asked,
            "answered": area.answered,
            "relevant": area.relevant,
        })
    };
    pretty(&json!({
        "format": RESULT,
        "schema": 1,
        "min_reader": 1,
        "municipality": file.municipality,
        "round": file.round,
        "year": file.year,
        "example": file.example,
        "rule": rule_word(file.rule),
        "sets": sets_to_json(&file.sets, area),
    }))
}

fn rule_word(rule: RollUpRule) -> &'static str {
    match rule {
        RollUpRule::Equal => "equal-units",
        RollUpRule::Employees => "by-employees",
    }
}

fn group_to_json(group: &Group) -> Json {
    json!({ "count": group.count, "mean": group.mean.number() })
}

/// Writes a benchmark.
pub fn benchmark_to_json(file: &BenchmarkFile) -> String {
    let area = |area: &BenchmarkArea| {
        let mut out = json!({
            "area": area.area.as_str(),
            "meanings": of_meanings(&area.meanings),
            "groups": area.groups.iter().map(group_to_json).collect::<Vec<_>>(),
        });
        if let (Some(targets), Some(out)) = (&area.targets, out.as_object_mut()) {
            out.insert("targets".to_owned(), group_to_json(targets));
        }
        out
    };
    pretty(&json!({
        "format": BENCHMARK,
        "schema": 1,
        "min_reader": 1,
        "source": file.source,
        "population": file.population,
        "year": file.year,
        "example": file.example,
        "sets": sets_to_json(&file.sets, area),
    }))
}

/// Reads a shared file.
///
/// # Errors
/// [`SharedError`], whenever anything in it is not as it has to be: half a benchmark is none.
pub fn shared_from_json(written: &str) -> Result<SharedFile, SharedError> {
    let written = written.strip_prefix('\u{feff}').unwrap_or(written);
    let json: Json = serde_json::from_str(written).map_err(|_| SharedError::NotJson)?;
    let format = text(&json, "format").ok_or(SharedError::NotShared)?;
    let is_result = match format {
        RESULT => true,
        BENCHMARK => false,
        _ => return Err(SharedError::NotShared),
    };
    match json.get("min_reader").map(Json::as_i64) {
        Some(Some(needs)) if needs > SHARED_READER => return Err(SharedError::TooNew { needs }),
        Some(Some(_)) => {}
        _ => return Err(SharedError::Damaged),
    }
    if is_result {
        named(&json).map(SharedFile::Result)
    } else {
        benchmark(&json).map(SharedFile::Benchmark)
    }
}

fn named(json: &Json) -> Result<ResultFile, SharedError> {
    let municipality = said(json, "municipality").ok_or(SharedError::NoSource)?;
    let whole = || {
        Some(ResultFile {
            municipality: municipality.clone(),
            round: text(json, "round")?.to_owned(),
            year: year(json)?,
            example: json.get("example")?.as_bool()?,
            rule: [RollUpRule::Equal, RollUpRule::Employees]
                .into_iter()
                .find(|rule| text(json, "rule") == Some(rule_word(*rule)))?,
            sets: sets(json, result_area)?,
        })
    };
    whole().ok_or(SharedError::Damaged)
}

fn benchmark(json: &Json) -> Result<BenchmarkFile, SharedError> {
    let source = said(json, "source").ok_or(SharedError::NoSource)?;
    let few = |json: &Json| {
        let count = json.get("count").and_then(Json::as_i64);
        count.is_some_and(|count| count < 5)
    };
    let is_of_few = |area: &Json| {
        let groups = area.get("groups").and_then(Json::as_array);
        groups.is_some_and(|groups| groups.is_empty() || groups.iter().any(few))
            || area.get("targets").is_some_and(few)
    };
    let areas = json
        .get("sets")
        .and_then(Json::as_array)
        .into_iter()
        .flatten();
    let areas = areas
        .filter_map(|set| set.get("areas")?.as_array())
        .flatten();
    if areas.into_iter().any(is_of_few) {
        return Err(SharedError::TooFew);
    }
    let whole = || {
        Some(BenchmarkFile {
            source: source.clone(),
            population: said(json, "population")?,
            year: year(json)?,
            example: json.get("example")?.as_bool()?,
            sets: sets(json, benchmark_area)?,
        })
    };
    whole().ok_or(SharedError::Damaged)
}

fn year(json: &Json) -> Option<u16> {
    small(json, "year").filter(|year| (1900..2200).contains(year))
}

fn sets<A>(json: &Json, area: impl Fn(&Json) -> Option<A>) -> Option<Vec<SharedSet<A>>> {
    let sets = list(json, "sets", |set| {
        Some(SharedSet {
            set: SetId::parse(text(set, "set")?)?,
            version: said(set, "version")?,
            hash: ContentHash::parse(text(set, "hash")?)?,
            areas: list(set, "areas", &area).filter(|areas| !areas.is_empty())?,
        })
    });
    sets.filter(|sets| !sets.is_empty())
}

/// The highest value of any scale, in thousandths: 100 %.
const HIGHEST: i64 = 100_000;

fn result_area(json: &Json) -> Option<ResultArea> {
    let value = match json.get("value")? {
        Json::Null => None,
        value => Some(value.as_i64().filter(|v| (0..=HIGHEST).contains(v))?),
    };
    let area = ResultArea {
        area: AreaId::parse(text(json, "area")?)?,
        meanings: meanings(json, "meanings")?,
        value,
        units: small(json, "units")?,
        asked: small(json, "asked")?,
        answered: small(json, "answered")?,
        relevant: small(json, "relevant")?,
    };
    (area.units <= area.asked && area.answered <= area.relevant).then_some(area)
}

fn group(json: &Json) -> Option<Group> {
    let count: u32 = small(json, "count")?;
    let count = usize::try_from(count)
        .ok()
        .filter(|count| *count >= LEAST_UNITS)?;
    let mean = Step::parse(json.get("mean")?.as_i64()?)?;
    Some(Group { count, mean })
}

fn benchmark_area(json: &Json) -> Option<BenchmarkArea> {
    let groups = list(json, "groups", group)?;
    let units: usize = groups
        .iter()
        .map(|group| group.count)
        .fold(0, usize::saturating_add);
    let in_order = groups
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.mean <= b.mean));
    let enough = groups.len() == 1 || units >= LEAST_FOR_GROUPS;
    let targets = match json.get("targets") {
        None => None,
        Some(targets) => Some(group(targets)?),
    };
    (in_order && enough && units < 1_000_000).then_some(())?;
    Some(BenchmarkArea {
        area: AreaId::parse(text(json, "area")?)?,
        meanings: meanings(json, "meanings")?,
        groups,
        targets,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::benchmark::AreaMeanings;
    use crate::domain::{Meaning, QuestionId};

    fn asked() -> AreaMeanings {
        AreaMeanings::new([(
            QuestionId::parse("q").unwrap(),
            Meaning::parse("m").unwrap(),
        )])
    }

    fn one_set<A>(areas: Vec<A>) -> Vec<SharedSet<A>> {
        vec![SharedSet {
            set: SetId::parse("s").unwrap(),
            version: "1.0.0".into(),
            hash: ContentHash::parse("h").unwrap(),
            areas,
        }]
    }

    fn result() -> ResultFile {
        let area = |value, units| ResultArea {
            area: AreaId::parse("a").unwrap(),
            meanings: asked(),
            value,
            units,
            asked: 7,
            answered: 20,
            relevant: 21,
        };
        ResultFile {
            municipality: "Kommun \"</b>\u{202e} 😀".into(),
            round: String::new(),
            year: 2026,
            example: false,
            rule: RollUpRule::Employees,
            sets: one_set(vec![area(Some(2_667), 6), area(None, 0)]),
        }
    }

    fn of_units() -> BenchmarkFile {
        let group = |count, mean| Group {
            count,
            mean: Step::parse(mean).unwrap(),
        };
        let area = BenchmarkArea {
            area: AreaId::parse("a").unwrap(),
            meanings: asked(),
            groups: vec![group(5, 2), group(6, 4)],
            targets: Some(group(5, 6)),
        };
        BenchmarkFile {
            source: "Fyra kommuner".into(),
            population: "Förvaltningar".into(),
            year: 2026,
            example: true,
            sets: one_set(vec![area]),
        }
    }

    #[test]
    fn both_read_back_as_they_were_written() {
        let read = shared_from_json(&result_to_json(&result()));
        assert_eq!(read, Ok(SharedFile::Result(result())));
        let read = shared_from_json(&benchmark_to_json(&of_units()));
        assert_eq!(read, Ok(SharedFile::Benchmark(of_units())));
    }

    /// The error of a file with something at a place in it replaced, or taken away.
    fn with(written: &str, place: &str, value: Option<Json>) -> Option<SharedError> {
        let mut json: Json = serde_json::from_str(written).unwrap();
        if let Some(value) = value {
            *json.pointer_mut(place).unwrap() = value;
        } else {
            let (parent, key) = place.rsplit_once('/').unwrap();
            let parent = json.pointer_mut(parent).unwrap();
            parent.as_object_mut().unwrap().remove(key).unwrap();
        }
        shared_from_json(&json.to_string()).err()
    }

    #[test]
    fn what_is_not_as_it_has_to_be_is_refused_with_the_reason() {
        use SharedError::{Damaged, NoSource, NotJson, NotShared, TooFew, TooNew};
        let (named, units) = (result_to_json(&result()), benchmark_to_json(&of_units()));
        let half = named.get(..named.len() / 2).unwrap();
        assert_eq!(shared_from_json(half), Err(NotJson));
        assert_eq!(shared_from_json(r#"{"format":"mognad"}"#), Err(NotShared));
        let group = "/sets/0/areas/0/groups/0";
        for (file, place, value, error) in [
            (&named, "/min_reader", Some(json!(2)), TooNew { needs: 2 }),
            (&named, "/municipality", Some(json!(" ")), NoSource),
            (&units, "/source", None, NoSource),
            (&units, "/population", None, Damaged),
            (&units, "/year", Some(json!(26)), Damaged),
            (&units, "/sets", Some(json!([])), Damaged),
            (&units, &format!("{group}/count"), Some(json!(4)), TooFew),
            (
                &units,
                "/sets/0/areas/0/targets/count",
                Some(json!(1)),
                TooFew,
            ),
            (&units, "/sets/0/areas/0/groups", Some(json!([])), TooFew),
            (&units, &format!("{group}/mean"), Some(json!(7)), Damaged),
            (&units, &format!("{group}/mean"), Some(json!(2.5)), Damaged),
            (&units, &format!("{group}/mean"), Some(json!(5)), Damaged), // not in order
            (&units, "/sets/0/areas/0/meanings", Some(json!({})), Damaged),
            (
                &named,
                "/sets/0/areas/0/value",
                Some(json!(100_001)),
                Damaged,
            ),
            (&named, "/sets/0/areas/0/value", Some(json!(-1)), Damaged),
            (&named, "/sets/0/areas/0/units", Some(json!(8)), Damaged),
            (&named, "/rule", Some(json!("median")), Damaged),
            (&named, "/sets/0/hash", Some(json!("A B")), Damaged),
        ] {
            assert_eq!(with(file, place, value), Some(error), "{place}");
        }
    }
}
