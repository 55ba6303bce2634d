//! Comparison and roll-up with numbers that were worked by hand.

use super::fixtures::{area, graded, question, set};
use super::*;

/// A round in which units `1`, `2`, `3` … answer.
struct Round {
    document: Document,
    round: RoundId,
}

fn unit(n: u64) -> UnitId {
    UnitId::from_random(n)
}

fn area_id(id: &str) -> AreaId {
    AreaId::parse(id).unwrap()
}

impl Round {
    fn new() -> Self {
        Self {
            document: Document::new(DocumentId::from_random(1)),
            round: RoundId::from_random(1),
        }
    }

    fn write(&mut self, address: &Address, value: Value) {
        self.document
            .write(address, WriterId(1), Timestamp(1), value);
    }

    fn answers(&mut self, unit: &UnitId, id: &str, voice: &Voice, state: State) {
        let id = QuestionId::parse(id).unwrap();
        let address = Address::answer(&self.round, unit, &id, Facet::Level, voice);
        let meaning = Meaning::parse("m").unwrap();
        self.write(&address, Value::Answer(Answer { state, meaning }));
    }

    /// Agreed answers: a digit is a level, `?` *vet ej*, `-` *inte vårt område*, `.` unanswered.
    fn says(&mut self, unit: &UnitId, answers: &[(&str, char)]) {
        for (id, said) in answers {
            let state = match said {
                '?' => State::DontKnow,
                '-' => State::NotOurArea,
                '.' => continue,
                digit => State::Level(u8::try_from(digit.to_digit(10).unwrap()).unwrap()),
            };
            self.answers(unit, id, &Voice::Together, state);
        }
    }

    fn aims(&mut self, unit: &UnitId, set: &QuestionSet, area: &str, tenths: i64) {
        let address = Address::Target {
            unit: unit.clone(),
            set: set.id.clone(),
            area: area_id(area),
            field: TargetField::Value,
        };
        self.write(&address, Value::Number(tenths));
    }

    fn employs(&mut self, unit: &UnitId, number: i64) {
        let address = Address::Unit(unit.clone(), UnitField::Employees);
        self.write(&address, Value::Number(number));
    }

    fn owner(&mut self, set: &QuestionSet, area: &str, unit: &UnitId) {
        let address = Address::Owner(self.round.clone(), set.id.clone(), area_id(area));
        self.write(&address, Value::Text(unit.as_str().to_owned()));
    }

    fn compared(&self, set: &QuestionSet, units: u64) -> Comparison {
        let units: Vec<UnitId> = (1..=units).map(unit).collect();
        comparison(&self.document, &self.round, set, &units)
    }

    fn rolled(&self, set: &QuestionSet, units: u64, rule: RollUpRule) -> RolledUp {
        let compared = self.compared(set, units);
        roll_up(&self.document, &self.round, set, &compared, rule)
    }
}

fn two_areas() -> QuestionSet {
    set(vec![
        area("x", vec![question("a", Scope::F), question("b", Scope::F)]),
        area("y", vec![question("c", Scope::F), question("d", Scope::K)]),
    ])
}

/// Four units. Area x: 2,0 – 3,0 – 4,5 – (one of two answered: nothing). Area y (c alone): 2 – 2 – 2 – 5.
fn four() -> (Round, QuestionSet) {
    let set = two_areas();
    let mut round = Round::new();
    round.says(&unit(1), &[("a", '2'), ("b", '2'), ("c", '2')]);
    round.says(&unit(2), &[("a", '2'), ("b", '4'), ("c", '2')]);
    round.says(&unit(3), &[("a", '4'), ("b", '5'), ("c", '2')]);
    round.says(&unit(4), &[("a", '5'), ("b", '.'), ("c", '5')]);
    (round, set)
}

fn close(one: Option<f64>, other: f64) -> bool {
    one.is_some_and(|one| (one - other).abs() < 1e-9)
}

#[test]
fn each_unit_has_its_value_and_an_area_its_ends_and_spread() {
    let (round, set) = four();
    let compared = round.compared(&set, 4);
    let values: Vec<Option<f64>> = compared
        .units
        .iter()
        .map(|line| line.cells[0].as_ref().unwrap().result.value)
        .collect();
    assert_eq!(values, [Some(2.0), Some(3.0), Some(4.5), None]);
    let [x, y] = &compared.areas[..] else {
        panic!()
    };
    assert_eq!((x.asked, x.valued, x.ends), (4, 3, Some((2.0, 4.5))));
    assert_eq!(x.spread.counts(), [0, 1, 1, 1, 0]); // 4,5 reaches 4
    assert_eq!(y.ends, Some((2.0, 5.0)));
    assert_eq!(y.spread.counts(), [0, 3, 0, 0, 1]);
    assert_eq!(y.spread.agreement(), Some(Agreement::Discuss));
    assert_eq!(compared.widest().unwrap().area, area_id("y"));
    // Unanswered b is counted as such, and K is asked of nobody here.
    assert_eq!(x.counts.unanswered, 1);
    assert_eq!(compared.questions[3].counts, Counts::default());
    assert_eq!(compared.units[0].answers[3], None);
    assert_eq!(compared.begun(), (4, 4));
}

/// a: 2, 2, 4, 5 agree by 0,447. c: 2, 2, 2, 5 by 0,477. b: 2, 4, 5 by 0,504.
#[test]
fn the_most_divided_question_stands_first() {
    let (round, set) = four();
    let compared = round.compared(&set, 4);
    let divided = compared.divided();
    let order: Vec<(&str, String)> = divided
        .iter()
        .map(|q| {
            let consensus = q.between.consensus().unwrap();
            (q.question.as_str(), format!("{consensus:.3}"))
        })
        .collect();
    let expected = [("a", "0.447"), ("c", "0.477"), ("b", "0.504")];
    assert_eq!(order, expected.map(|(id, c)| (id, c.to_owned())));
}

/// Unit 1: targets 4 in x (gap 2) and 3 in y (gap 1): mean 1,5. Unit 2: 3,5 in x (gap 0,5). Unit 3: no target. Unit 4: 3 in x without
/// a value, 5 in y reached: 0.
#[test]
fn the_order_is_by_the_gap_to_ones_own_target_and_not_by_level() {
    let (mut round, set) = four();
    for (n, area, tenths) in [
        (1, "x", 40),
        (1, "y", 30),
        (2, "x", 35),
        (4, "x", 30),
        (4, "y", 50),
    ] {
        round.aims(&unit(n), &set, area, tenths);
    }
    let compared = round.compared(&set, 4);
    assert!(close(compared.units[0].gap(), 1.5));
    assert!(close(compared.units[1].gap(), 0.5));
    assert_eq!(compared.units[2].gap(), None);
    assert!(close(compared.units[3].gap(), 0.0));
    assert_eq!(compared.order_of_units(Order::Gap), [0, 1, 3, 2]);
    assert_eq!(compared.order_of_units(Order::Own), [0, 1, 2, 3]);
    // x: (2 + 0,5) / 2; y: (1 + 0) / 2.
    assert!(close(compared.areas[0].gap, 1.25));
    assert!(close(compared.areas[1].gap, 0.5));
    // Both units with a value are under in x; in y only the first is.
    let shared: Vec<&str> = compared
        .shared_areas()
        .iter()
        .map(|a| a.area.as_str())
        .collect();
    assert_eq!(shared, ["x"]);
    // a: 2 < 4, 2 < 3,5, and unit 4 says 5 where 3 is wanted. b: 2 < 4, and 4 is over 3,5.
    let shared = compared.shared_questions();
    assert_eq!(shared.len(), 1);
    assert_eq!((shared[0].question.as_str(), shared[0].under), ("a", 2));
}

#[test]
fn what_nobody_knows_is_what_all_or_most_it_concerns_do_not_know() {
    let set = set(vec![area(
        "x",
        ["a", "b", "c", "d"].map(|id| question(id, Scope::F)).into(),
    )]);
    let mut round = Round::new();
    round.says(&unit(1), &[("a", '?'), ("b", '?'), ("c", '?'), ("d", '-')]);
    round.says(&unit(2), &[("a", '?'), ("b", '?'), ("c", '3'), ("d", '?')]);
    round.says(&unit(3), &[("a", '?'), ("b", '.'), ("c", '-'), ("d", '-')]);
    let compared = round.compared(&set, 3);
    let unknown: Vec<(&str, Unknown)> = compared
        .unknown()
        .iter()
        .map(|(question, how)| (question.question.as_str(), *how))
        .collect();
    // c: one of two is no majority. b: who has not answered has not said so, and two of three are most.
    assert_eq!(
        unknown,
        [
            ("a", Unknown::All),
            ("d", Unknown::All),
            ("b", Unknown::Most)
        ]
    );
}

#[test]
fn individual_answers_are_counted_apart_and_a_unit_that_has_not_agreed_is_in_no_spread_of_agreed_levels()
 {
    let set = set(vec![area("x", vec![question("a", Scope::F)])]);
    let mut round = Round::new();
    round.says(&unit(1), &[("a", '2')]);
    for (person, level) in [(1, 1), (2, 4)] {
        let voice = Voice::Person(PersonId::from_random(person));
        round.answers(&unit(2), "a", &voice, State::Level(level));
        round.answers(&unit(1), "a", &voice, State::Level(5));
    }
    let compared = round.compared(&set, 2);
    let a = &compared.questions[0];
    assert_eq!(a.between.counts(), [0, 1, 0, 0, 0]);
    assert_eq!(a.individuals.counts(), [1, 0, 0, 1, 2]);
    let cell = compared.units[1].cells[0].as_ref().unwrap();
    assert_eq!((cell.result.value, cell.result.agreed), (Some(2.5), false));
    assert_eq!(compared.areas[0].spread.answers(), 1);
}

/// x: (2 + 3 + 4,5) / 3, unit 4 lacks a value. y: c is (2 + 2 + 2 + 5) / 4 = 2,75, and d, answered once, is 4: (2,75 + 4) / 2.
#[test]
fn equal_units_make_the_municipality_and_its_own_questions_count_once() {
    let (mut round, set) = four();
    round.says(&UnitId::municipality(), &[("d", '4')]);
    let rolled = round.rolled(&set, 4, RollUpRule::Equal);
    let [Some(x), Some(y)] = &rolled.areas[..] else {
        panic!()
    };
    assert!(close(x.value, 9.5 / 3.0));
    assert_eq!(x.units, [unit(1), unit(2), unit(3)]);
    assert_eq!(x.left, [(unit(4), Left::NoValue)]);
    assert_eq!(x.once, None);
    assert!(close(y.of_units, 2.75));
    assert_eq!(y.once, Some((UnitId::municipality(), Some(4.0))));
    assert!(close(y.value, 3.375));
    assert!(close(rolled.mean, 3.270_833_333_333_333));
    // A unit more answers what the municipality is asked: nothing of it counts.
    round.says(&unit(1), &[("d", '1')]);
    assert_eq!(round.rolled(&set, 4, RollUpRule::Equal), rolled);
}

/// 100 × 2 + 300 × 3 + 600 × 4,5 = 3 800, over 1 000. y: 100 × 2 + 300 × 2 + 600 × 2 + 1 000 × 5 = 7 000, over 2 000.
#[test]
fn weighing_by_employees_leaves_out_whom_nobody_has_counted() {
    let (mut round, set) = four();
    for (n, number) in [(1, 100), (2, 300), (3, 600)] {
        round.employs(&unit(n), number);
    }
    let rolled = round.rolled(&set, 4, RollUpRule::Employees);
    let x = rolled.areas[0].as_ref().unwrap();
    assert!(close(x.value, 3.8));
    let y = rolled.areas[1].as_ref().unwrap();
    assert!(close(y.of_units, 2.0)); // unit 4 is not counted yet
    assert_eq!(y.left, [(unit(4), Left::NoEmployees)]);
    assert_eq!(rolled.without_employees(), [unit(4)]);
    round.employs(&unit(4), 1_000);
    let rolled = round.rolled(&set, 4, RollUpRule::Employees);
    assert!(close(rolled.areas[1].as_ref().unwrap().of_units, 3.5));
    // K is unanswered: half of the area is missing, and nothing is said of the whole.
    assert_eq!(rolled.areas[1].as_ref().unwrap().value, None);
    for off in [0, -5, i64::MAX] {
        round.employs(&unit(4), off);
        assert_eq!(employees(&round.document, &unit(4)), None);
    }
}

/// Two of three units are exactly enough; one of three is not, whatever it weighs.
#[test]
fn too_few_units_are_no_municipality_and_those_it_does_not_concern_are_no_lack() {
    let set = set(vec![area("x", vec![question("a", Scope::F)])]);
    let mut round = Round::new();
    round.says(&unit(1), &[("a", '3')]);
    let value = |round: &Round| {
        let rolled = round.rolled(&set, 3, RollUpRule::Equal);
        rolled.areas[0].as_ref().unwrap().value
    };
    assert_eq!(value(&round), None);
    round.says(&unit(2), &[("a", '4')]);
    assert_eq!(value(&round), Some(3.5));
    let mut round = Round::new();
    round.says(&unit(1), &[("a", '3')]);
    round.says(&unit(2), &[("a", '-')]);
    round.says(&unit(3), &[("a", '-')]);
    assert_eq!(value(&round), Some(3.0));
}

/// Grades 3 and 2 out of three: 3 of 4 points. No mean of units: the one that was named has answered.
#[test]
fn the_flower_box_comes_from_those_named_and_from_nobody_else() {
    let set = graded(vec![area(
        "skola",
        vec![question("a", Scope::Owner), question("b", Scope::Owner)],
    )]);
    let mut round = Round::new();
    round.says(&unit(1), &[("a", '3'), ("b", '2')]);
    round.says(&unit(2), &[("a", '1'), ("b", '1')]);
    round.owner(&set, "skola", &unit(1));
    let rolled = round.rolled(&set, 2, RollUpRule::Equal);
    let area = rolled.areas[0].as_ref().unwrap();
    assert_eq!(area.value, Some(75.0));
    assert_eq!(area.once, Some((unit(1), Some(75.0))));
    assert_eq!((area.of_units, rolled.mean), (None, None));
    let compared = round.compared(&set, 2);
    assert_eq!(compared.units[1].cells[0], None); // not asked
    assert_eq!(compared.areas[0].spread.answers(), 0);
}

#[test]
fn three_thousand_units_are_one_aggregate() {
    let (mut round, set) = four();
    for n in 5..=3_000 {
        round.says(&unit(n), &[("a", '3'), ("b", '3'), ("c", '3')]);
    }
    let compared = round.compared(&set, 3_000);
    assert_eq!(compared.areas[0].valued, 2_999);
    let rolled = round.rolled(&set, 3_000, RollUpRule::Equal);
    let x = rolled.areas[0].as_ref().unwrap();
    assert!(close(x.value, (9.5 + 2_996.0 * 3.0) / 2_999.0));
    assert_eq!(x.left.len(), 1);
}

#[test]
fn a_rule_that_is_not_known_is_equal_units() {
    let mut round = Round::new();
    let address = Address::Document(DocumentField::RollUp);
    for (word, rule) in [
        ("employees", RollUpRule::Employees),
        ("equal", RollUpRule::Equal),
        ("median", RollUpRule::Equal),
    ] {
        round.write(&address, Value::Text(word.to_owned()));
        assert_eq!(roll_up_rule(&round.document), rule);
    }
}
