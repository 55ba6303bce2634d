//! A large municipality's document, and how it lies in the browser's stores.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use mognad::{
    domain::{
        Address, Answer, Document, DocumentId, Facet, Fact, Meaning, QuestionId, QuestionSet,
        RoundField, RoundId, Scope, SetId, State, Timestamp, UnitField, UnitId, Value, Voice,
        WriterId,
    },
    exchange::{facts_to_json, question_set_from_json},
};
use serde_json::Value as Json;

use crate::harness::{Told, Trouble};

pub const UNITS: u64 = 30;
pub const QUESTIONS: usize = 100;
pub const ROUNDS: u64 = 5;

/// A document as a large municipality has it after five rounds.
pub struct Municipality {
    pub document: Document,
    set: QuestionSet,
    /// The unit that is answered for, and what it has said in the present round.
    pub unit: UnitId,
    pub said: Vec<(QuestionId, u8)>,
}

impl Municipality {
    /// 30 units that answered 100 questions in each of 5 rounds.
    pub fn new() -> Told<Self> {
        let (set, source) = published_set()?;
        let real = of_units(&set);
        let mut municipality = Self::empty(set);
        for unit in 1..=UNITS {
            municipality.add_unit(unit);
        }
        for round in 1..=ROUNDS {
            municipality.add_round(round, &source);
            for unit in 1..=UNITS {
                let real = if (round, unit) == (ROUNDS, 1) {
                    real.as_slice()
                } else {
                    &[]
                };
                municipality.add_answers(round, unit, real)?;
            }
        }
        Ok(municipality)
    }

    /// As many units as wanted that answered in as many rounds, each question of a set that asks them 100: all of it can be
    /// compared.
    pub fn compared(units: u64, rounds: u64) -> Told<Self> {
        let source = set_of_a_hundred()?;
        let set = question_set_from_json(&source)
            .ok_or_else(|| Trouble::new("The set of a hundred questions cannot be read."))?;
        let real = of_units(&set);
        if real.len() != QUESTIONS {
            return Err(Trouble::new(format!("It has {} questions.", real.len())));
        }
        let mut municipality = Self::empty(set);
        for unit in 1..=units {
            municipality.add_unit(unit);
        }
        for round in 1..=rounds {
            municipality.add_round(round, &source);
            for unit in 1..=units {
                municipality.add_answers(round, unit, &real)?;
            }
        }
        Ok(municipality)
    }

    fn empty(set: QuestionSet) -> Self {
        Self {
            document: Document::new(DocumentId::from_random(1)),
            unit: UnitId::from_random(1),
            said: Vec::new(),
            set,
        }
    }

    fn write(&mut self, by: u64, address: &Address, value: Value) {
        self.document
            .write(address, WriterId(by), Timestamp(1_700_000_000_000), value);
    }

    fn add_unit(&mut self, number: u64) {
        let unit = UnitId::from_random(number);
        let name = Value::Text(format!("Förvaltning {number}"));
        self.write(1, &Address::Unit(unit.clone(), UnitField::Name), name);
        self.write(
            1,
            &Address::Unit(unit, UnitField::Order),
            Value::Text(format!("{number:02}")),
        );
    }

    fn add_round(&mut self, number: u64, source: &str) {
        let round = RoundId::from_random(number);
        let name = Value::Text(format!("Omgång {number}"));
        self.write(1, &Address::Round(round.clone(), RoundField::Name), name);
        self.write(
            1,
            &Address::Round(round.clone(), RoundField::Order),
            Value::Text(number.to_string()),
        );
        let (set, hash) = (self.set.id.clone(), self.set.hash.clone());
        self.write(
            1,
            &Address::RoundSet(round, set),
            Value::Text(hash.to_string()),
        );
        self.write(1, &Address::Snapshot(hash), Value::Text(source.to_owned()));
    }

    /// The real questions of the present round are answered with 1 to 5 in turn; the rest are made up.
    fn add_answers(&mut self, round: u64, unit: u64, real: &[(QuestionId, Meaning)]) -> Told {
        let first = usize::try_from(round + unit).unwrap_or_default();
        for (place, level) in (0..QUESTIONS).zip((1..=5).cycle().skip(first % 5)) {
            let (question, meaning) = match real.get(place) {
                Some((question, meaning)) => {
                    if self.unit == UnitId::from_random(unit) {
                        self.said.push((question.clone(), level));
                    }
                    (question.clone(), meaning.clone())
                }
                None => made_up(place)?,
            };
            let address = Address::Answer {
                round: RoundId::from_random(round),
                unit: UnitId::from_random(unit),
                question,
                facet: Facet::Level,
                voice: Voice::Together,
            };
            let state = State::Level(level);
            self.write(
                round * 1_000 + unit,
                &address,
                Value::Answer(Answer { state, meaning }),
            );
        }
        Ok(())
    }

    /// The texts of the store, by key.
    pub fn shards(&self) -> BTreeMap<String, String> {
        let mut shards: BTreeMap<String, Vec<(&Address, &Fact)>> = BTreeMap::new();
        for (address, fact) in self.document.facts() {
            shards
                .entry(address.shard())
                .or_default()
                .push((address, fact));
        }
        shards
            .into_iter()
            .map(|(key, facts)| (key, facts_to_json(facts)))
            .collect()
    }

    /// How many answers there are.
    pub fn answers(&self) -> usize {
        self.document
            .facts()
            .filter(|(address, _)| matches!(address, Address::Answer { .. }))
            .count()
    }

    /// Where a question is answered for the unit.
    pub fn place(&self, question: &QuestionId) -> String {
        format!("#/besvara/{}/{}/{question}", self.set.id, self.unit)
    }
}

fn made_up(place: usize) -> Told<(QuestionId, Meaning)> {
    QuestionId::parse(&format!("en-annan-fraga-{place:03}"))
        .zip(Meaning::parse("0123456789abcdef"))
        .ok_or_else(|| Trouble::new("A made-up id is none."))
}

/// The questions that each unit is asked.
fn of_units(set: &QuestionSet) -> Vec<(QuestionId, Meaning)> {
    let questions = set.areas.iter().flat_map(|area| &area.questions);
    questions
        .filter(|question| question.scope == Scope::F)
        .map(|question| (question.id.clone(), question.meaning.clone()))
        .collect()
}

/// IT-mognad with its questions to the units over and over until there are 100, none to the municipality, as a round of its
/// own would keep it.
#[allow(clippy::indexing_slicing)] // of JSON, which gives null where there is nothing
fn set_of_a_hundred() -> Told<String> {
    let (_, source) = published_set()?;
    let mut set: Json =
        serde_json::from_str(&source).map_err(|error| Trouble::new(error.to_string()))?;
    let no_areas = || Trouble::new("The published set has no areas.");
    let mut areas: Vec<(Json, Vec<Json>)> = Vec::new();
    for area in set["areas"].as_array().ok_or_else(no_areas)? {
        let questions = area["questions"].as_array().into_iter().flatten();
        let of_units = questions.filter(|question| question["scope"] == "F");
        areas.push((area.clone(), of_units.cloned().collect()));
    }
    let all = areas.clone();
    let mut missing = QUESTIONS
        - areas
            .iter()
            .map(|(_, questions)| questions.len())
            .sum::<usize>();
    for copy in 2.. {
        for ((_, questions), (_, originals)) in areas.iter_mut().zip(&all) {
            for original in originals.iter().take(missing) {
                let mut again = original.clone();
                let id = original["id"].as_str().unwrap_or_default();
                again["id"] = format!("{id}-{copy}").into();
                questions.push(again);
                missing -= 1;
            }
        }
        if missing == 0 {
            break;
        }
    }
    let asked = areas
        .into_iter()
        .filter(|(_, questions)| !questions.is_empty());
    let areas = asked.map(|(mut area, questions)| {
        area["questions"] = questions.into();
        area
    });
    set["areas"] = areas.collect::<Vec<_>>().into();
    set["hash"] = "0123456789abcdef".into();
    Ok(set.to_string())
}

/// IT-mognad as the build under test publishes it, and the text that a round keeps of it.
fn published_set() -> Told<(QuestionSet, String)> {
    let dist = env::var_os("MOGNAD_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    );
    let refused = |error: serde_json::Error| {
        Trouble::new(format!("The published sets cannot be read: {error}."))
    };
    let index: Json = serde_json::from_str(&fs::read_to_string(dist.join("sets/index.json"))?)
        .map_err(refused)?;
    let file = index
        .pointer("/sets/it-mognad/source")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let source = fs::read_to_string(dist.join("sets").join(file))?;
    let set = question_set_from_json(&source)
        .ok_or_else(|| Trouble::new(format!("{file} is no question set of this version.")))?;
    if SetId::parse("it-mognad").as_ref() != Some(&set.id) {
        return Err(Trouble::new(format!(
            "{file} is {}, not it-mognad.",
            set.id
        )));
    }
    Ok((set, source))
}
