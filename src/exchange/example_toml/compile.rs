//! From the file to the document: the same facts, at the same addresses, as the app writes when people do this by hand.

use std::collections::BTreeSet;

use toml::Spanned;

use super::Problem;
use super::source::{ExampleSource, PersonSource, RoundSource, Table, TargetSource, UnitSource};
use crate::domain::{
    Address, Area, AreaId, Document, DocumentField, DocumentId, MOST_IMPORTANT, OrderKey,
    PersonField, PersonId, QuestionSet, RoundField, RoundId, SetId, TargetField, Timestamp,
    UnitField, UnitId, Value, WriterId, answered_by,
};
use crate::exchange::toml_problem::{self, Complaints};
use crate::i18n::LocalTime;

/// The example is one document wherever it is opened, so that two copies of it are known to be the same.
const DOCUMENT: u64 = 0x6578_656d_7065_6c00; // "exempel"
/// And one writer made all of it.
const WRITER: WriterId = WriterId(0x6578_656d_7065_6c00);
/// What stands in an address where nobody in particular speaks; no person can be called that.
const TOGETHER: &str = "together";
const DAY: i64 = 86_400_000;

/// Checks `text` against the published `sets` (in their source language) and makes the document of it, marked as made up.
/// `file` is what problems call it.
///
/// # Errors
/// Every [`Problem`] that was found, in the order of lines.
pub fn compile(file: &str, text: &str, sets: &[QuestionSet]) -> Result<Document, Vec<Problem>> {
    let mut problems = Vec::new();
    let mend = "Compare with docs/QUESTIONS.md";
    let Some(source) = toml_problem::parse::<ExampleSource>(file, text, mend, &mut problems) else {
        return Err(problems);
    };
    let mut building = Building::new(Complaints::new(file, text), sets);
    building.rounds(&source.rounds);
    let (first, last) = (building.first(), building.last());
    building.municipality(&source.municipality, first);
    building.units(&source.units, first);
    building.persons(&source.persons, first);
    for round in &source.rounds {
        building.owners(round);
    }
    for answers in &source.answers {
        building.answers(answers);
    }
    for target in &source.targets {
        building.target(target, last);
    }
    let mut problems = building.out.problems;
    problems.sort();
    if problems.is_empty() {
        Ok(building.document)
    } else {
        Err(problems)
    }
}

/// The document so far, and what can be named in the rest of the file.
pub(super) struct Building<'a> {
    pub out: Complaints<'a>,
    pub document: Document,
    sets: &'a [QuestionSet],
    rounds: Vec<(RoundId, Timestamp)>,
    units: BTreeSet<UnitId>,
    persons: BTreeSet<PersonId>,
}

impl<'a> Building<'a> {
    fn new(out: Complaints<'a>, sets: &'a [QuestionSet]) -> Self {
        Self {
            out,
            document: Document::new(DocumentId::from_random(DOCUMENT)),
            sets,
            rounds: Vec::new(),
            units: BTreeSet::new(),
            persons: BTreeSet::new(),
        }
    }

    fn first(&self) -> Timestamp {
        self.rounds.first().map_or(Timestamp(0), |(_, at)| *at)
    }

    fn last(&self) -> Timestamp {
        self.rounds.last().map_or(Timestamp(0), |(_, at)| *at)
    }

    pub fn write(&mut self, address: &Address, at: Timestamp, value: Value) {
        self.document.write(address, WRITER, at, value);
    }

    /// Writes a text as the app would: trimmed, and never an empty one.
    pub fn write_text(
        &mut self,
        name: &str,
        address: &Address,
        at: Timestamp,
        text: &Spanned<String>,
    ) {
        self.out.text(name, text);
        self.write(address, at, Value::Text(text.get_ref().trim().to_owned()));
    }

    fn municipality(&mut self, name: &Spanned<String>, at: Timestamp) {
        let address = Address::Document(DocumentField::Municipality);
        self.write_text("municipality", &address, at, name);
        let example = Address::Document(DocumentField::Example);
        self.write(&example, at, Value::Flag(true));
    }

    fn rounds(&mut self, sources: &[RoundSource]) {
        let mut order = None;
        for source in sources {
            let id = RoundId::parse(source.id.get_ref());
            self.out.identifier(&source.id, id.is_some());
            let at = self.date(&source.date);
            let (Some(id), Some(at)) = (id, at) else {
                continue;
            };
            if self.rounds.iter().any(|(known, _)| *known == id) {
                self.twice("round", &source.id);
                continue;
            }
            if self.rounds.last().is_some_and(|(_, before)| *before >= at) {
                self.out.add(
                    &source.date,
                    "the round is not later than the one before it",
                    "Put the earliest round first",
                );
            }
            let field = |field| Address::Round(id.clone(), field);
            self.write_text("name", &field(RoundField::Name), at, &source.name);
            let key = OrderKey::between(order.as_ref(), None);
            let text = Value::Text(key.as_str().to_owned());
            self.write(&field(RoundField::Order), at, text);
            order = Some(key);
            self.rounds.push((id, at));
        }
    }

    fn units(&mut self, sources: &[UnitSource], at: Timestamp) {
        let mut order = None;
        for source in sources {
            let id = UnitId::parse(source.id.get_ref());
            self.out.identifier(&source.id, id.is_some());
            let Some(id) = id else {
                continue;
            };
            if id == UnitId::municipality() {
                self.out.add(
                    &source.id,
                    format!("\"{id}\" is the municipality itself, which is always there"),
                    "Give the unit another id",
                );
                continue;
            }
            if !self.units.insert(id.clone()) {
                self.twice("unit", &source.id);
                continue;
            }
            let field = |field| Address::Unit(id.clone(), field);
            self.write_text("name", &field(UnitField::Name), at, &source.name);
            let key = OrderKey::between(order.as_ref(), None);
            let text = Value::Text(key.as_str().to_owned());
            self.write(&field(UnitField::Order), at, text);
            order = Some(key);
        }
    }

    fn persons(&mut self, sources: &[PersonSource], at: Timestamp) {
        for source in sources {
            let id = PersonId::parse(source.id.get_ref());
            self.out.identifier(&source.id, id.is_some());
            let Some(id) = id else {
                continue;
            };
            if id.as_str() == TOGETHER {
                self.out.add(
                    &source.id,
                    format!("the id \"{id}\" is not free"),
                    "Give the person another one",
                );
            }
            if !self.persons.insert(id.clone()) {
                self.twice("person", &source.id);
                continue;
            }
            let address = Address::Person(id, PersonField::Role);
            self.write_text("role", &address, at, &source.role);
        }
    }

    fn owners(&mut self, round: &RoundSource) {
        let known = RoundId::parse(round.id.get_ref())
            .and_then(|id| self.rounds.iter().find(|(known, _)| *known == id).cloned());
        let Some((round_id, at)) = known else {
            return; // what is wrong with the round has been said
        };
        for (set_id, areas) in &round.owners {
            if let Some(set) = self.set(set_id) {
                self.owners_in(&round_id, at, set, areas);
            }
        }
    }

    fn owners_in(
        &mut self,
        round: &RoundId,
        at: Timestamp,
        set: &QuestionSet,
        areas: &Table<Spanned<String>>,
    ) {
        for (name, unit) in areas {
            let area = self.area(set, name);
            let unit_id = self.unit(unit);
            let (Some(area), Some(unit_id)) = (area, unit_id) else {
                continue;
            };
            if !area.can_be_assigned() {
                self.out.add(
                    name,
                    format!("nobody can be named for the area \"{}\"", area.id),
                    "Remove the line: the scope of its questions says who answers",
                );
                continue;
            }
            let address = Address::Owner(round.clone(), set.id.clone(), area.id.clone());
            self.write(&address, at, Value::Text(unit_id.as_str().to_owned()));
        }
    }

    fn target(&mut self, source: &TargetSource, at: Timestamp) {
        let unit = self.unit(&source.unit);
        let set = self.set(&source.set);
        let area = set.and_then(|set| self.area(set, &source.area));
        self.date(&source.by);
        let importance = *source.importance.get_ref();
        if !(1..=MOST_IMPORTANT).contains(&importance) {
            self.out.add(
                &source.importance,
                "there is no such importance",
                format!("Write 1–{MOST_IMPORTANT}"),
            );
        }
        let (Some(unit), Some(set), Some(area)) = (unit, set, area) else {
            return;
        };
        let (from, to) = set.range();
        let tenths = tenths_of(*source.value.get_ref());
        if tenths.and_then(|tenths| set.target_of(tenths)).is_none() {
            self.out.add(
                &source.value,
                "the target is off the scale",
                format!("Write a number from {from} to {to}, with one decimal at most"),
            );
        }
        if !self.is_answered(&unit, set, &area.id) {
            self.not_asked(&source.area, &unit);
        }
        let field = |field| Address::Target {
            unit: unit.clone(),
            set: set.id.clone(),
            area: area.id.clone(),
            field,
        };
        if self.document.value(&field(TargetField::Value)).is_some() {
            self.twice("target for", &source.area);
        }
        let value = Value::Number(tenths.unwrap_or_default());
        self.write(&field(TargetField::Value), at, value);
        let by = Value::Text(source.by.get_ref().clone());
        self.write(&field(TargetField::By), at, by);
        let decider = field(TargetField::Decider);
        self.write_text("decider", &decider, at, &source.decider);
        let importance = Value::Number(i64::from(importance));
        self.write(&field(TargetField::Importance), at, importance);
        if source.law {
            self.write(&field(TargetField::Law), at, Value::Flag(true));
        }
    }

    /// Whether the area is part of the unit's result in the last round.
    fn is_answered(&self, unit: &UnitId, set: &QuestionSet, area: &AreaId) -> bool {
        self.rounds.last().is_some_and(|(round, _)| {
            answered_by(&self.document, round, set, unit)
                .iter()
                .any(|asked| asked.area.id == *area)
        })
    }

    /// Noon in UTC: the same day in Sweden.
    fn date(&mut self, date: &Spanned<String>) -> Option<Timestamp> {
        let at = day(date.get_ref()).map(|day| Timestamp(day * DAY + DAY / 2));
        // Written out again it is the same, so the day exists.
        let at = at.filter(|at| LocalTime::new(*at, 0).date() == *date.get_ref());
        if at.is_none() {
            self.out.add(
                date,
                format!("\"{}\" is no date", date.get_ref()),
                "Write year, month and day, such as 2026-10-14",
            );
        }
        at
    }

    fn twice(&mut self, kind: &str, id: &Spanned<String>) {
        let what = format!("the {kind} \"{}\" stands here a second time", id.get_ref());
        self.out.add(id, what, "Remove one");
    }

    pub fn not_asked(&mut self, area: &Spanned<String>, unit: &UnitId) {
        let what = format!("\"{unit}\" is not asked the area \"{}\"", area.get_ref());
        let mend = "Compare the scopes of its questions, and who was named for it";
        self.out.add(area, what, mend);
    }

    fn known<T>(&mut self, kind: &str, id: &Spanned<String>, found: Option<T>) -> Option<T> {
        if found.is_none() {
            let what = format!("there is no {kind} \"{}\"", id.get_ref());
            self.out.add(id, what, "Compare the ids");
        }
        found
    }

    pub fn round(&mut self, id: &Spanned<String>) -> Option<(RoundId, Timestamp)> {
        let found = RoundId::parse(id.get_ref())
            .and_then(|id| self.rounds.iter().find(|(known, _)| *known == id).cloned());
        self.known("round", id, found)
    }

    pub fn unit(&mut self, id: &Spanned<String>) -> Option<UnitId> {
        let found = UnitId::parse(id.get_ref())
            .filter(|id| *id == UnitId::municipality() || self.units.contains(id));
        self.known("unit", id, found)
    }

    pub fn person(&mut self, id: &Spanned<String>) -> Option<PersonId> {
        let found = PersonId::parse(id.get_ref()).filter(|id| self.persons.contains(id));
        self.known("person", id, found)
    }

    pub fn set(&mut self, id: &Spanned<String>) -> Option<&'a QuestionSet> {
        let wanted = SetId::parse(id.get_ref());
        let found = self
            .sets
            .iter()
            .find(|set| Some(&set.id) == wanted.as_ref());
        self.known("set", id, found)
    }

    pub fn area<'s>(&mut self, set: &'s QuestionSet, id: &Spanned<String>) -> Option<&'s Area> {
        let found = AreaId::parse(id.get_ref()).and_then(|id| set.area(&id));
        self.known("area", id, found)
    }
}

/// Days since 1970 of a date such as `2026-10-14`, counted in years that begin in March; a day too many runs over.
pub(super) fn day(date: &str) -> Option<i64> {
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let leap_days = year / 4 - year / 100 + year / 400;
    Some(365 * year + leap_days + (153 * month_from_march + 2) / 5 + day - 1 - 719_468)
}

/// A target as the document keeps it; nothing where it has more than one decimal.
fn tenths_of(value: f64) -> Option<i64> {
    let tenths = value * 10.0;
    #[allow(clippy::cast_possible_truncation)] // bounded by the comparison
    let whole = tenths.round() as i64;
    ((tenths - tenths.round()).abs() < 1e-9).then_some(whole)
}
