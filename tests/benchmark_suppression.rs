//! No benchmark file lets a value of fewer than five units be read or computed from it: attacked with every assignment of values
//! that there is for small numbers of units, and with generated documents for whole files (docs/DESIGN.md, "Benchmark files").
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss
)]

mod published;

use std::collections::HashMap;

use mognad::domain::benchmark::{
    BenchmarkFile, LEAST_FOR_GROUPS, LEAST_UNITS, SharedFile, SharedSet, Step, benchmark_areas,
    can_be_divided, groups, unit_values,
};
use mognad::domain::{
    Address, Answer, Document, DocumentId, Facet, QuestionSet, RoundId, Scope, State, TargetField,
    Timestamp, UnitField, UnitId, Value, Voice, WriterId,
};
use mognad::exchange::comparison::{benchmark_to_json, shared_from_json};
use proptest::collection::vec;
use proptest::prelude::*;

const LEVELS: (u8, u8) = (1, 5);

/// Calls `each` with every multiset of `size` numbers below `kinds`, as how often each number stands in it.
fn multisets(kinds: usize, size: usize, each: &mut dyn FnMut(&[usize])) {
    fn go(counts: &mut Vec<usize>, kinds: usize, left: usize, each: &mut dyn FnMut(&[usize])) {
        if counts.len() + 1 == kinds {
            counts.push(left);
            each(counts);
            counts.pop();
            return;
        }
        for count in 0..=left {
            counts.push(count);
            go(counts, kinds, left - count, each);
            counts.pop();
        }
    }
    go(&mut Vec::new(), kinds, size, each);
}

/// How often each value stands in something, at least and at most.
#[derive(Clone)]
struct Bounds {
    least: Vec<usize>,
    most: Vec<usize>,
}

impl Bounds {
    fn of(counts: &[usize]) -> Self {
        Self {
            least: counts.to_vec(),
            most: counts.to_vec(),
        }
    }

    fn widen(&mut self, other: &Self) {
        for (mine, theirs) in self.least.iter_mut().zip(&other.least) {
            *mine = (*mine).min(*theirs);
        }
        for (mine, theirs) in self.most.iter_mut().zip(&other.most) {
            *mine = (*mine).max(*theirs);
        }
    }

    fn plus(&self, other: &Self) -> Self {
        let sum = |a: &[usize], b: &[usize]| a.iter().zip(b).map(|(a, b)| a + b).collect();
        Self {
            least: sum(&self.least, &other.least),
            most: sum(&self.most, &other.most),
        }
    }
}

/// What could stand in a group of this size: by its step, and by its lowest and highest value (as places in `values`).
fn contents(values: &[f64], size: usize) -> HashMap<(u8, usize, usize), Bounds> {
    let mut out: HashMap<(u8, usize, usize), Bounds> = HashMap::new();
    multisets(values.len(), size, &mut |counts| {
        let sum: f64 = counts.iter().zip(values).map(|(n, v)| *n as f64 * v).sum();
        let step = Step::of(sum / size as f64, LEVELS).number();
        let lowest = counts.iter().position(|n| *n > 0).unwrap();
        let highest = counts.iter().rposition(|n| *n > 0).unwrap();
        let bounds = Bounds::of(counts);
        out.entry((step, lowest, highest))
            .and_modify(|known| known.widen(&bounds))
            .or_insert(bounds);
    });
    out
}

/// For every file that units with these possible values could make: how often each value stands at least, and at most, in what
/// could have made it. This is all that anybody can conclude from the file about how many units have which value: groups
/// follow each other in the order of values, so the highest of one is not above the lowest of the next.
fn conclusions(values: &[f64], units: usize, divided: bool) -> Vec<Bounds> {
    let same: Vec<f64> = vec![1.0; units];
    let sizes: Vec<usize> = groups(&same, LEVELS, divided)
        .unwrap()
        .iter()
        .map(|group| group.count)
        .collect();
    let mut files: HashMap<(Vec<u8>, usize), Bounds> = HashMap::new();
    let nothing = Bounds::of(&vec![0; values.len()]);
    files.insert((Vec::new(), 0), nothing);
    for size in sizes {
        let contents = contents(values, size);
        let mut longer: HashMap<(Vec<u8>, usize), Bounds> = HashMap::new();
        for ((steps, highest_before), before) in &files {
            for ((step, lowest, highest), group) in &contents {
                if lowest < highest_before {
                    continue;
                }
                let mut steps = steps.clone();
                steps.push(*step);
                let whole = before.plus(group);
                longer
                    .entry((steps, *highest))
                    .and_modify(|known| known.widen(&whole))
                    .or_insert(whole);
            }
        }
        files = longer;
    }
    let mut out: HashMap<Vec<u8>, Bounds> = HashMap::new();
    for ((steps, _), bounds) in files {
        out.entry(steps)
            .and_modify(|known| known.widen(&bounds))
            .or_insert(bounds);
    }
    out.into_values().collect()
}

/// The values that an area of so many questions can have, from 1 to 5.
fn possible(questions: u32) -> Vec<f64> {
    let steps = 0..=4 * questions;
    steps
        .map(|step| 1.0 + f64::from(step) / f64::from(questions))
        .collect()
}

fn nobody_is_singled_out(questions: u32, units: usize, divided: bool) {
    for Bounds { least, most } in conclusions(&possible(questions), units, divided) {
        let told = format!("{questions} questions, {units} units: {least:?} {most:?}");
        // Of no value does the file make it certain that any unit has it. (Units that left questions out can have other values
        // besides; what is not certain without them is not certain with them.)
        assert!(least.iter().all(|n| *n == 0), "{told}");
        // More than one value is possible for every unit: none has to be everybody's.
        assert!(most.iter().filter(|n| **n > 0).count() > 1, "{told}");
    }
}

#[test]
fn of_one_group_no_value_is_certain() {
    for units in LEAST_UNITS..25 {
        nobody_is_singled_out(1, units, false);
    }
    for (questions, units) in [(2, 5), (2, 9), (2, 14), (3, 5), (3, 9), (4, 5), (4, 7)] {
        nobody_is_singled_out(questions, units, false);
    }
}

#[test]
fn of_several_groups_no_value_is_certain() {
    for (questions, units) in [(4, 10), (4, 13), (4, 15), (4, 20), (5, 10), (6, 10)] {
        nobody_is_singled_out(questions, units, true);
    }
}

#[test]
fn parting_an_area_of_few_questions_would_single_units_out() {
    // Why such an area is one group: the attack finds something where it is there to be found.
    let found = conclusions(&possible(1), 10, true);
    assert!(
        found
            .iter()
            .any(|bounds| bounds.least.iter().any(|n| (1..5).contains(n)))
    );
}

/// A municipality whose units have answered the questions that each answers for itself.
fn town(set: &QuestionSet, levels: &[Vec<Option<u8>>], targets: &[Option<i64>]) -> Document {
    let round = RoundId::from_random(1);
    let mut document = Document::new(DocumentId::from_random(1));
    let questions = set.areas.iter().flat_map(|area| &area.questions);
    let questions: Vec<_> = questions.filter(|q| q.scope == Scope::F).collect();
    for (number, levels) in (1u64..).zip(levels) {
        let unit = UnitId::from_random(number);
        let name = Value::Text(format!("Förvaltning nummer {number}"));
        let at = Address::Unit(unit.clone(), UnitField::Name);
        document.write(&at, WriterId(7), Timestamp(1), name);
        for (question, level) in questions.iter().zip(levels.iter().cycle()) {
            let Some(level) = level else { continue };
            let at = Address::answer(&round, &unit, &question.id, Facet::Level, &Voice::Together);
            let answer = Answer {
                state: State::Level(*level),
                meaning: question.meaning.clone(),
            };
            document.write(&at, WriterId(7), Timestamp(1), Value::Answer(answer));
        }
        let place = usize::try_from(number).unwrap() % targets.len();
        if let Some(target) = targets[place] {
            let at = Address::Target {
                unit,
                set: set.id.clone(),
                area: set.areas[0].id.clone(),
                field: TargetField::Value,
            };
            document.write(&at, WriterId(7), Timestamp(1), Value::Number(target));
        }
    }
    document
}

fn file_of(set: &QuestionSet, document: &Document) -> (BenchmarkFile, Vec<String>) {
    let (areas, too_few) = benchmark_areas(document, &RoundId::from_random(1), set, true);
    let file = BenchmarkFile {
        source: "Samarbetet".into(),
        population: "Förvaltningar".into(),
        year: 2026,
        example: false,
        sets: vec![SharedSet {
            set: set.id.clone(),
            version: set.version.clone(),
            hash: set.hash.clone(),
            areas,
        }],
    };
    (file, too_few.iter().map(ToString::to_string).collect())
}

fn levels() -> impl Strategy<Value = Vec<Vec<Option<u8>>>> {
    let level = prop_oneof![4 => (1u8..=5).prop_map(Some), 1 => Just(None)];
    vec(vec(level, 1..12), 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Over whole files: every figure is over five units or more, no unit is in two groups, no name and no id comes along, and the
    /// units that swap their values make the same file, letter by letter.
    #[test]
    fn a_whole_file_says_nothing_of_a_few(
        levels in levels(),
        targets in vec(prop::option::of(10i64..=50), 1..8),
        turn in 0usize..24,
    ) {
        let set = published::compiled("it-mognad").set;
        let document = town(&set, &levels, &targets);
        let (file, too_few) = file_of(&set, &document);
        let values = unit_values(&document, &RoundId::from_random(1), &set);
        let with_value = |area: &str| {
            values.iter().find(|units| units.area.as_str() == area).map_or(0, |u| u.values.len())
        };
        for area in &file.sets[0].areas {
            let n = with_value(area.area.as_str());
            prop_assert!(area.groups.iter().all(|group| group.count >= LEAST_UNITS));
            prop_assert_eq!(area.groups.iter().map(|group| group.count).sum::<usize>(), n);
            prop_assert!(area.groups.len() == 1 || n >= LEAST_FOR_GROUPS);
            let questions = &set.area(&area.area).unwrap().questions;
            let questions = questions.iter().filter(|q| q.scope == Scope::F).count();
            prop_assert!(area.groups.len() == 1 || can_be_divided(&set, questions));
            prop_assert!(area.targets.is_none_or(|targets| targets.count >= LEAST_UNITS));
        }
        for area in too_few {
            prop_assert!(with_value(&area) < LEAST_UNITS);
        }
        let text = benchmark_to_json(&file);
        if file.sets[0].areas.is_empty() {
            return Ok(());
        }
        prop_assert_eq!(shared_from_json(&text), Ok(SharedFile::Benchmark(file)));
        for number in 1..=levels.len() as u64 {
            prop_assert!(!text.contains(UnitId::from_random(number).as_str()));
        }
        prop_assert!(!text.contains("nummer") && !text.contains(RoundId::from_random(1).as_str()));
        prop_assert!(!text.contains(DocumentId::from_random(1).as_str()));
        prop_assert!(!text.contains(&WriterId(7).to_string()));

        // Everyone takes the next one's answers; targets stay, so only the groups are compared.
        let mut turned = levels.clone();
        turned.rotate_left(turn % levels.len());
        let (other, _) = file_of(&set, &town(&set, &turned, &[None]));
        let (plain, _) = file_of(&set, &town(&set, &levels, &[None]));
        prop_assert_eq!(benchmark_to_json(&other), benchmark_to_json(&plain));
    }
}
