//! Who reads foreign bytes, what good ones look like, and what follows upon reading.

use std::sync::LazyLock;

use mognad::app::folder::{Carried, carried};
use mognad::app::{Device, Place, Route};
use mognad::domain::benchmark::{
    AreaMeanings, BenchmarkArea, BenchmarkFile, Group, ResultArea, ResultFile, SharedFile,
    SharedSet, Step, band,
};
use mognad::domain::{
    Address, Answer, AreaId, Document, DocumentId, Meaning, QuestionSet, RoundId, SetId, State,
    Timestamp, UnitId, Value, Voice, WriterId, contribution, seal_of,
};
use mognad::exchange::comparison::{
    SharedError, assessment_from_json, benchmark_to_json, exported_from_json, level_from_json,
    result_to_json, shared_from_json, value_from_json,
};
use mognad::exchange::question_toml::{self, SetFiles};
use mognad::exchange::{
    CodeError, CodedAnswers, about_from_json, answers_from_code, answers_of, answers_to_code,
    example_toml, facts_from_json, facts_to_json, file_from_json, file_to_json, folder_file,
    folder_stem, link_from_text, link_of, link_to_text, own_name, question_set_from_json,
};

use crate::published::compiled;

/// A reader of foreign bytes.
pub struct Reader {
    pub name: &'static str,
    /// Good inputs, to be made bad.
    pub seeds: fn() -> Vec<String>,
    /// Words of its own, beside those that all have.
    pub words: &'static [&'static str],
    /// How many of a thousand inputs it gets; slow ones get few.
    pub share: u64,
    /// Reads, does what the app does then, and gives what came of it: an input with a new outcome is worth changing further.
    pub read: fn(&str) -> u64,
}

pub const ALL: [Reader; 12] = [
    Reader {
        name: "file",
        seeds: files,
        words: &[
            "\"format\":\"mognad\"",
            "\"min_reader\":2",
            "\"facts\":[",
            "\"document\":\"d\"",
        ],
        share: 230,
        read: file,
    },
    Reader {
        name: "facts",
        seeds: facts,
        words: &[],
        share: 230,
        read: read_facts,
    },
    Reader {
        name: "link",
        seeds: links,
        words: &["1.", "2.", "_", "-", "AAAA"],
        share: 60,
        read: read_link,
    },
    Reader {
        name: "code",
        seeds: codes,
        words: &["MOGNAD1:", "MOGNAD2:", "000", "ZZZ", "%:", " "],
        share: 60,
        read: read_code,
    },
    Reader {
        name: "folder",
        seeds: folder_files,
        words: &[
            ".mognad.json",
            "handed-in/r-1/u-1/together",
            "\"document\":\"d-0000000000000001\"",
            "round/r-1/locked",
            "purged/unit/u-1",
        ],
        share: 60,
        read: read_folder,
    },
    Reader {
        name: "shared",
        seeds: shared_files,
        words: &[
            "\"format\":\"mognad-benchmark\"",
            "\"groups\":[{\"count\":5,\"mean\":2}]",
            "\"count\":18446744073709551615",
            "\"meanings\":{}",
            "\"value\":null",
        ],
        share: 60,
        read: shared,
    },
    Reader {
        name: "address",
        seeds: addresses,
        words: &["answer/", "/level", "/together", "kommunen"],
        share: 120,
        read: address,
    },
    Reader {
        name: "route",
        seeds: routes,
        words: &["besvara", "resultat", "mal", "omgang", "#"],
        share: 120,
        read: route,
    },
    Reader {
        name: "device",
        seeds: devices,
        words: &["\"persons\":", "{\"person\":\"p-1\"}", "\"swedish\""],
        share: 60,
        read: device,
    },
    Reader {
        name: "set",
        seeds: sets,
        words: &[
            "\"weight\":",
            "\"scale\":",
            "\"areas\":",
            "\"part\":\"soil\"",
        ],
        share: 30,
        read: set,
    },
    Reader {
        name: "about",
        seeds: abouts,
        words: &["\"section\":", "\"paragraphs\":", "\"lead\":"],
        share: 29,
        read: about,
    },
    Reader {
        name: "toml",
        seeds: tomls,
        words: &[
            "[[question]]",
            "[[level]]",
            "id = \"x\"",
            "weight = nan",
            FILE,
        ],
        share: 1,
        read: toml,
    },
];

fn document() -> Document {
    let mut document = Document::new(DocumentId::from_random(1));
    let said = |state| {
        Value::Answer(Answer {
            state,
            meaning: Meaning::parse("ab12").unwrap(),
        })
    };
    let level = "answer/r-1/u-1/q-1/level/together";
    for (n, (path, value)) in [
        (
            "unit/u-1/name",
            Value::Text("Socialförvaltningen \"</b>\u{202e} 😀".into()),
        ),
        (level, said(State::Level(3))),
        ("answer/r-1/u-1/q-2/level/p-1", said(State::NotOurArea)),
        (
            "answer/r-1/u-1/q-1/rationale/together",
            Value::Text("=cmd()".into()),
        ),
        ("target/u-1/s/a/value", Value::Number(35)),
        ("document/example", Value::Flag(true)),
        ("later/kind", Value::Other(r#"{"x":[1,null,0.5]}"#.into())),
    ]
    .into_iter()
    .enumerate()
    {
        document.write(
            &Address::parse(path),
            WriterId(n as u64 % 3 + 1),
            Timestamp(1_700_000_000_000),
            value,
        );
    }
    let mut apart = document.clone();
    apart.write(
        &Address::parse(level),
        WriterId(9),
        Timestamp(7),
        said(State::DontKnow),
    );
    document.write(
        &Address::parse(level),
        WriterId(8),
        Timestamp(6),
        said(State::Level(1)),
    );
    document.remove(&Address::parse("target/u-1/s/a/value"));
    document.merge(apart).unwrap();
    document
}

fn files() -> Vec<String> {
    let empty = Document::new(DocumentId::from_random(1));
    vec![
        file_to_json(&document(), Timestamp(9)),
        file_to_json(&empty, Timestamp(0)),
    ]
}

/// Reads it, merges it into what is here, and sees that the whole reads back; a second time changes nothing.
fn file(text: &str) -> u64 {
    let read = match file_from_json(text) {
        Ok(read) => read,
        Err(error) => return error.to_string().len() as u64,
    };
    let mut here = Document::new(read.document.id().clone());
    for (address, fact) in document().facts() {
        here.merge_fact(address.clone(), fact.clone());
    }
    let other = here.clone();
    let mut reversed = read.document.clone();
    here.merge(read.document.clone()).unwrap();
    reversed.merge(other).unwrap();
    assert!(here == reversed, "the order of reading in matters");
    let again = file_from_json(&file_to_json(&here, Timestamp(1))).unwrap();
    assert!(
        again.damaged.is_empty() && again.document == here,
        "what is written does not read back"
    );
    assert!(
        here.merge(read.document.clone()).unwrap().is_empty(),
        "the second time changes something"
    );
    outcome(&read.document, read.damaged.len())
}

fn outcome(document: &Document, damaged: usize) -> u64 {
    let mut kinds = 0u64;
    for (address, fact) in document.facts() {
        let versions = fact.versions().len().min(3) as u64;
        let value = fact.shown().map_or(0, |version| match version.value {
            Value::Answer(_) => 1,
            Value::Text(_) => 2,
            Value::Flag(_) => 3,
            Value::Number(_) => 4,
            Value::Seal(_) => 6,
            Value::Other(_) => 5,
        });
        let known = u64::from(matches!(address, Address::Unknown(_)));
        kinds |= 1 << (value * 8 + versions * 2 + known);
    }
    1_000 + (kinds << 4) + damaged.min(15) as u64
}

fn facts() -> Vec<String> {
    vec![facts_to_json(document().facts()), "[]".into()]
}

/// As a store does: what can be read is kept and written again, and what cannot is set aside whole.
fn read_facts(text: &str) -> u64 {
    let read = facts_from_json(text);
    let mut kept = Document::new(DocumentId::from_random(1));
    for (address, fact) in read.facts {
        let _shard = address.shard();
        kept.merge_fact(address, fact);
    }
    let again = facts_from_json(&facts_to_json(kept.facts()));
    assert!(
        again.damaged.is_empty(),
        "what is written is damaged: {:?}",
        again.damaged
    );
    assert!(
        again.facts.iter().map(|(a, f)| (a, f)).eq(kept.facts()),
        "what is written does not read back"
    );
    outcome(&kept, read.damaged.len())
}

/// Links as they are, and texts for the inside of one: the check sum would keep all but the former out.
fn links() -> Vec<String> {
    let (round, unit) = (
        RoundId::parse("r-1").unwrap(),
        UnitId::parse("u-1").unwrap(),
    );
    let area = (SetId::it_mognad(), AreaId::parse("drift").unwrap());
    let mut seeds: Vec<String> = [None, Some((&area.0, &area.1))]
        .map(|area| link_to_text(&document(), area, &unit, &round))
        .into();
    let facts = facts_to_json(document().facts());
    seeds.push(format!("d-0000000000000001 u-1 r-1\n{facts}"));
    seeds.push("d-0000000000000001 u-1 r-1 it-mognad drift\n[]".into());
    seeds
}

fn codes() -> Vec<String> {
    let (round, unit) = (
        RoundId::parse("r-1").unwrap(),
        UnitId::parse("u-1").unwrap(),
    );
    let document = document();
    let voices = ["together", "p-1"].map(|word| Voice::parse(word).unwrap());
    voices
        .iter()
        .filter_map(|voice| answers_to_code(&document, &round, &unit, voice, &[&OF_DOCUMENT]))
        .collect()
}

/// A set of the questions that the document has answers to.
static OF_DOCUMENT: LazyLock<QuestionSet> = LazyLock::new(|| {
    let mut set = small_set("it-mognad");
    let question = set.areas[0].questions[0].clone();
    let mut ids: Vec<_> = document()
        .facts()
        .filter_map(|(address, _)| match address {
            Address::Answer { question, .. } => Some(question.clone()),
            _ => None,
        })
        .collect();
    ids.dedup();
    let asked = ids.into_iter().map(|id| {
        let mut question = question.clone();
        question.id = id;
        question
    });
    set.areas[0].questions = asked.collect();
    set.areas.truncate(1);
    set
});

/// Reads it as a code, and as what stands behind a code's check sum.
fn read_code(text: &str) -> u64 {
    let sets: [&QuestionSet; 1] = [&OF_DOCUMENT];
    let as_it_is = answers_from_code(text, &sets);
    let inside = answers_of(text.as_bytes(), &sets);
    let mut outcome = 0;
    for read in [as_it_is, inside] {
        outcome = outcome * 8
            + match read {
                Ok(read) => {
                    let CodedAnswers {
                        document,
                        round,
                        unit,
                        voice,
                        ..
                    } = &read;
                    if let Some(again) = answers_to_code(document, round, unit, voice, &sets) {
                        let again = answers_from_code(&again, &sets).unwrap();
                        assert_eq!(again.document, *document, "a code does not read back");
                    }
                    let mut here = super::readers::document();
                    for (address, fact) in read.document.into_facts() {
                        here.merge_fact(address, fact);
                    }
                    1 + read.answers.min(2) as u64
                }
                Err(CodeError::NotACode) => 4,
                Err(CodeError::Damaged) => 5,
                Err(CodeError::TooNew) => 6,
                Err(CodeError::OtherQuestions) => 7,
            };
    }
    outcome
}

/// Reads it as a link, and as what a link holds: packed, and unpacked as foreign bytes.
fn read_link(text: &str) -> u64 {
    let as_it_is = link_from_text(text);
    let inside = link_of(&literals(text.as_bytes()));
    let packed = link_of(text.as_bytes());
    let mut outcome = 0;
    for read in [as_it_is, inside, packed] {
        outcome = outcome * 16
            + match read {
                Err(error) => error as u64,
                Ok(_) if text.len() > 4_000 => 8,
                Ok(read) => {
                    let area = read.area.as_ref().map(|(set, area)| (set, area));
                    let again = link_to_text(&read.document, area, &read.unit, &read.round);
                    assert!(
                        link_from_text(&again) == Ok(read),
                        "a link does not read back"
                    );
                    9
                }
            };
    }
    outcome
}

/// Bytes packed without looking for repetitions: packing is the app's own work, and takes long where much repeats.
fn literals(text: &[u8]) -> Vec<u8> {
    let runs = text.chunks(128);
    runs.flat_map(|run| [&[u8::try_from(run.len() - 1).unwrap()][..], run].concat())
        .collect()
}

/// A file's name, a line break, and what is in it.
fn folder_files() -> Vec<String> {
    let (round, unit) = (
        RoundId::parse("r-1").unwrap(),
        UnitId::parse("u-1").unwrap(),
    );
    let mut handed_in = document();
    let receipt = Address::HandedIn(round.clone(), unit.clone(), Voice::Together);
    let seal = seal_of(&handed_in, &round, &unit, &Voice::Together, 1, 1);
    handed_in.write(&receipt, WriterId(1), Timestamp(9), Value::Seal(seal));
    let part = contribution(&handed_in, &round, &unit, &Voice::Together);
    let stem = folder_stem(&round, &unit, &Voice::Together, "Socialförvaltningen");
    let own = own_name(&stem, DEVICE);
    [
        format!("{own}\n{}", file_to_json(&part, Timestamp(9))),
        format!(
            "{} (1).mognad.json\n{}",
            stem,
            file_to_json(&handed_in, Timestamp(9))
        ),
        "~$x.tmp\n".into(),
    ]
    .into()
}

const DEVICE: &str = "00c0ffee00c0ffee";

/// What the folder does with it: nothing but what was handed in comes in, and a second time nothing.
fn read_folder(text: &str) -> u64 {
    let (name, text) = text.split_once('\n').unwrap_or((text, ""));
    let kind = folder_file(name, DEVICE) as u64;
    let mut here = Document::new(DocumentId::from_random(1));
    let (outcome, changed) = carried(&mut here, text);
    assert!(changed.len() == here.len(), "more has changed than is said");
    for (address, _) in here.facts() {
        assert!(
            !matches!(
                address,
                Address::Purged(_) | Address::Unknown(_) | Address::LeftOut(..)
            ),
            "{address} is none of what is handed in"
        );
    }
    let before = here.clone();
    carried(&mut here, text);
    assert!(here == before, "the second time changes something");
    let outcome = match outcome {
        Carried::In { units, left, .. } => {
            16 + units.len().min(7) as u64 * 16 + left.min(15) as u64
        }
        Carried::NothingHandedIn => 1,
        Carried::OtherDocument => 2,
        Carried::Example => 3,
        Carried::Removed => 4,
        Carried::Refused(error) => 5 + error.to_string().len() as u64 % 8,
    };
    outcome * 8 + kind
}

fn addresses() -> Vec<String> {
    document()
        .facts()
        .map(|(address, _)| address.to_string())
        .chain(
            [
                "round-set/r-1/it-mognad",
                "owner/r-1/e-forvaltning/a",
                "snapshot/ab12",
                "person/p-1/role",
                "round/r-1/order",
            ]
            .map(String::from),
        )
        .collect()
}

fn address(text: &str) -> u64 {
    let address = Address::parse(text);
    assert_eq!(address.to_string(), text, "the path is not kept");
    assert!(Address::parse(&address.to_string()) == address);
    address.shard().split('/').count() as u64
        + u64::from(matches!(address, Address::Unknown(_))) * 10
}

fn routes() -> Vec<String> {
    [
        "#/",
        "#/besvara/it-mognad/u-1/q-1",
        "#/resultat/e-forvaltning/kommunen",
        "#/mal/it-mognad/u-1",
        "#/om",
        "#/data",
    ]
    .map(String::from)
    .into()
}

fn route(text: &str) -> u64 {
    let route = Route::parse(text);
    match &route {
        Route::NotFound(path) => assert!(path.chars().count() <= 200, "a long path is shown whole"),
        known => assert_eq!(
            Route::parse(&known.href()),
            *known,
            "the address leads elsewhere"
        ),
    }
    match route {
        Route::NotFound(_) => 0,
        Route::Answer(Some(Place { question: None, .. })) => 1,
        Route::Answer(_) => 2,
        Route::Result(place) | Route::Targets(place) => 3 + u64::from(place.is_some()),
        _ => 5,
    }
}

fn devices() -> Vec<String> {
    vec![
        serde_json::to_string(&Device::default()).unwrap(),
        r#"{"language":"English","digit_keys":false,"answers":{"person":"p-1"},"persons":["p-1"],"unit":"u-1","set":"it-mognad","leads":true}"#.into(),
        r#"{"answers":"together"}"#.into(),
    ]
}

fn device(text: &str) -> u64 {
    let Ok(device) = serde_json::from_str::<Device>(text) else {
        return 0;
    };
    let again: Device = serde_json::from_str(&serde_json::to_string(&device).unwrap()).unwrap();
    assert_eq!(again, device);
    1 + device.persons.len().min(3) as u64 + u64::from(device.answers.is_some()) * 4
}

fn small_set(id: &str) -> QuestionSet {
    let mut set = compiled(id).set;
    set.areas.truncate(2);
    for area in &mut set.areas {
        area.questions.truncate(1);
    }
    set
}

fn sets() -> Vec<String> {
    ["it-mognad", "e-forvaltning"]
        .map(|id| serde_json::to_string(&small_set(id)).unwrap())
        .into()
}

/// Reads a set, and works out a result by it.
fn set(text: &str) -> u64 {
    let Some(set) = question_set_from_json(text) else {
        return 0;
    };
    let document = document();
    let (round, unit) = (
        RoundId::parse("r-1").unwrap(),
        UnitId::parse("u-1").unwrap(),
    );
    let result = mognad::domain::set_result(&document, &round, &unit, &set);
    let _range = set.range();
    1 + result.areas.len().min(7) as u64 * 8 + set.scale.len().min(7) as u64
}

fn asked() -> AreaMeanings {
    let question = mognad::domain::QuestionId::parse("q").unwrap();
    AreaMeanings::new([(question, Meaning::parse("ab12").unwrap())])
}

fn one_set<A>(areas: Vec<A>) -> Vec<SharedSet<A>> {
    vec![SharedSet {
        set: SetId::parse("it-mognad").unwrap(),
        version: "1.0.0".into(),
        hash: mognad::domain::ContentHash::parse("ab12").unwrap(),
        areas,
    }]
}

fn shared_files() -> Vec<String> {
    let area = AreaId::parse("ledning").unwrap();
    let group = |count| Group {
        count,
        mean: Step::parse(3).unwrap(),
    };
    let benchmark = BenchmarkFile {
        source: "Samarbetet \"</b>\u{202e} 😀".into(),
        population: "Förvaltningar".into(),
        year: 2026,
        example: false,
        sets: one_set(vec![BenchmarkArea {
            area: area.clone(),
            meanings: asked(),
            groups: vec![group(5), group(6)],
            targets: Some(group(5)),
        }]),
    };
    let result = ResultFile {
        municipality: "Kommunen".into(),
        round: "Omgång 2026".into(),
        year: 2026,
        example: false,
        rule: mognad::domain::RollUpRule::Equal,
        sets: one_set(vec![ResultArea {
            area,
            meanings: asked(),
            value: Some(2_667),
            units: 6,
            asked: 7,
            answered: 20,
            relevant: 21,
        }]),
    };
    vec![
        benchmark_to_json(&benchmark),
        result_to_json(&result),
        r#"{"set":"s","version":"1","area":"a","meanings":{"q":"m"},"value":27,"n":7,"population":"p","year":2026,"source":"s","method":"m","entered_by":"e"}"#.into(),
        r#"{"value":35,"decider":"Kommunchef","date":"2026-11-28"}"#.into(),
        r#"{"set":"s","round":"r-1","areas":[{"area":"a","units":[["0000000000000001","0000000000000002"]]}]}"#.into(),
    ]
}

/// Reads a shared file, and tells middle and quartiles by it; and the values of facts that are written alike.
fn shared(text: &str) -> u64 {
    let facts = u64::from(value_from_json(text).is_some())
        + 2 * u64::from(assessment_from_json(text).is_some())
        + 4 * u64::from(exported_from_json(text).is_some())
        + 8 * u64::from(!level_from_json(text).is_empty());
    let read = match shared_from_json(text) {
        Err(error) => 1 + u64::from(matches!(error, SharedError::TooFew)),
        Ok(file) => {
            let again = match &file {
                SharedFile::Result(file) => result_to_json(file),
                SharedFile::Benchmark(file) => benchmark_to_json(file),
            };
            assert_eq!(shared_from_json(&again).as_ref(), Ok(&file));
            let (same, of) = file.comparable(|_| None);
            assert_eq!(same, 0);
            if let SharedFile::Benchmark(file) = &file {
                for area in file.sets.iter().flat_map(|set| &set.areas) {
                    let told = band(&area.groups, (1, 5)).unwrap();
                    assert!(told.n >= 5 && (1.0..=5.0).contains(&told.middle));
                }
            }
            8 + of.min(7) as u64
        }
    };
    facts * 16 + read
}

fn abouts() -> Vec<String> {
    vec![r#"{"lead":"L","section":[{"heading":"H","paragraphs":["P","Q"]},{"heading":"","paragraphs":[]}]}"#.into()]
}

fn about(text: &str) -> u64 {
    about_from_json(text).map_or(0, |about| 1 + about.sections.len().min(5) as u64)
}

/// Parts one file of a set from the next.
const FILE: &str = "\n### ";

const SET_TOML: &str = include_str!("../../questions/it-mognad/set.toml");
const EXAMPLE_TOML: &str = include_str!("../../example/exempelkommunen.toml");

fn tomls() -> Vec<String> {
    let area = std::fs::read_dir(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/questions/it-mognad/areas"
    ))
    .unwrap();
    let mut areas: Vec<_> = area.map(|entry| entry.unwrap().path()).collect();
    areas.sort();
    let name = areas[0].file_name().unwrap().to_string_lossy().into_owned();
    let area = std::fs::read_to_string(&areas[0]).unwrap();
    let example: Vec<&str> = EXAMPLE_TOML.lines().take(150).collect();
    vec![
        format!("{SET_TOML}{FILE}areas/{name}\n{area}"),
        example.join("\n"),
    ]
}

fn toml(text: &str) -> u64 {
    let mut files = SetFiles::new();
    let mut parts = text.split(FILE);
    files.insert("set.toml".into(), parts.next().unwrap_or_default().into());
    for part in parts {
        let (name, text) = part.split_once('\n').unwrap_or((part, ""));
        files.insert(name.into(), text.into());
    }
    let problems =
        question_toml::compile("it-mognad", &files).map_or_else(|problems| problems.len(), |_| 0);
    let others =
        example_toml::compile("e.toml", text, &[]).map_or_else(|problems| problems.len(), |_| 0);
    (problems.min(30) * 32 + others.min(30)) as u64
}
