//! The example municipality: that it is whole, that it is marked as made up, and that its figures are those worked by hand.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod published;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use mognad::domain::{
    Address, AreaId, AreaResult, Document, DocumentField, Facet, PersonField, QuestionId,
    QuestionSet, RoundField, RoundId, SetId, SetResult, State, TargetField, Timestamp, UnitId,
    Value, Voice, answer_of, asked, needs, rounds, set_result, target, units,
};
use mognad::exchange::{example_toml, file_from_json, file_to_json};
use published::compiled;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn published() -> Vec<QuestionSet> {
    let ids = SetId::published();
    ids.iter().map(|id| compiled(id.as_str()).set).collect()
}

fn source() -> String {
    fs::read_to_string(root().join("example/exempelkommunen.toml")).unwrap()
}

struct Example {
    document: Document,
    it_mognad: QuestionSet,
    e_forvaltning: QuestionSet,
    rounds: [RoundId; 2],
}

impl Example {
    fn new() -> Self {
        let sets = published();
        let document = example_toml::compile("exempelkommunen.toml", &source(), &sets).unwrap();
        let rounds = rounds(&document).try_into().unwrap();
        let [it_mognad, e_forvaltning] = sets.try_into().unwrap();
        Self {
            document,
            it_mognad,
            e_forvaltning,
            rounds,
        }
    }

    fn sets(&self) -> [&QuestionSet; 2] {
        [&self.it_mognad, &self.e_forvaltning]
    }

    /// The five units, and the municipality itself.
    fn everyone(&self) -> Vec<UnitId> {
        let mut list: Vec<UnitId> = units(&self.document).into_iter().map(|u| u.id).collect();
        list.push(UnitId::municipality());
        list
    }

    /// The agreed levels of the questions that the unit itself is asked.
    fn agreed(&self, round: usize, unit: &UnitId, set: &QuestionSet) -> BTreeMap<QuestionId, u8> {
        let round = &self.rounds[round];
        let areas = asked(&self.document, Some(round), set, unit);
        let questions = areas.iter().flat_map(|area| &area.questions);
        questions
            .filter_map(|question| {
                let id = &question.id;
                let answer = answer_of(&self.document, round, unit, id, &Voice::Together)?;
                match answer.state {
                    State::Level(level) => Some((id.clone(), level)),
                    _ => None,
                }
            })
            .collect()
    }

    fn result(&self, round: usize, unit: &str, set: &QuestionSet) -> SetResult {
        let unit = UnitId::parse(unit).unwrap();
        set_result(&self.document, &self.rounds[round], &unit, set)
    }
}

/// Area and value to two decimals, as they would be worked out on paper.
fn told(result: &SetResult) -> Vec<(&str, String)> {
    let value = |area: &AreaResult| area.value.map_or("–".into(), |value| format!("{value:.2}"));
    let areas = result.areas.iter();
    areas
        .map(|area| (area.area.as_str(), value(area)))
        .collect()
}

fn expected<'a>(list: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    let own = |(area, value): &(&'a str, &str)| (*area, (*value).to_owned());
    list.iter().map(own).collect()
}

#[test]
fn five_units_answered_both_sets_in_two_rounds() {
    let example = Example::new();
    let document = &example.document;
    let names: Vec<String> = units(document).into_iter().map(|unit| unit.name).collect();
    assert_eq!(
        names,
        [
            "Barn- och utbildningsförvaltningen",
            "Socialförvaltningen",
            "Samhällsbyggnadsförvaltningen",
            "Kultur- och fritidsförvaltningen",
            "Kommunledningskontoret",
        ]
    );
    let name = |round: &RoundId| {
        let address = Address::Round(round.clone(), RoundField::Name);
        document.text(&address).unwrap().to_owned()
    };
    let names = example.rounds.each_ref().map(name);
    assert_eq!(names, ["Omgång 2025", "Omgång 2026"]);
    for round in &example.rounds {
        for set in example.sets() {
            let chosen = Address::RoundSet(round.clone(), set.id.clone());
            assert_eq!(document.text(&chosen), Some(set.hash.as_str()));
            let kept = document.text(&Address::Snapshot(set.hash.clone())).unwrap();
            assert_eq!(kept, serde_json::to_string(set).unwrap());
        }
    }
    let asked = |unit: &str, set: &QuestionSet| example.result(1, unit, set).counts.asked();
    assert_eq!(asked("social", &example.it_mognad), 31);
    assert_eq!(asked("kommunen", &example.it_mognad), 9);
    assert_eq!(asked("kommunen", &example.e_forvaltning), 38);
}

#[test]
fn the_whole_of_it_is_marked_as_made_up() {
    let example = Example::new();
    assert!(
        example
            .document
            .flag(&Address::Document(DocumentField::Example))
    );
}

#[test]
fn every_answer_is_on_its_scale_and_to_what_the_question_asks() {
    let example = Example::new();
    let mut answers = 0;
    for (address, fact) in example.document.facts() {
        let (Address::Answer { question, .. }, Some(Value::Answer(answer))) =
            (address, fact.shown().map(|version| &version.value))
        else {
            continue;
        };
        let found = example
            .sets()
            .into_iter()
            .find_map(|set| set.question(question));
        let (_, asked) = found.unwrap_or_else(|| panic!("{address}"));
        assert_eq!(answer.meaning, asked.meaning, "{address}");
        if let State::Level(level) = answer.state {
            assert!(
                (1..=asked.levels.len()).contains(&usize::from(level)),
                "{address}"
            );
        }
        answers += 1;
    }
    // 2 × (5 × 31 + 9 + 38), less the four left open, and eight of two persons.
    assert_eq!(answers, 404 - 4 + 8);
}

/// *Uppfyllnadsgrad* = points ÷ (2 × relevant answered), in percent (DOMAIN.md §3.2 rule 6); helt 2, delvis 1, inte alls 0.
#[test]
fn the_flower_box_of_2026_is_as_worked_by_hand() {
    let example = Example::new();
    let result = example.result(1, "kommunen", &example.e_forvaltning);
    assert_eq!(
        told(&result),
        expected(&[
            ("aldre-och-omsorg", "66.67"),         // 2 + 1 + 1, one vet ej: 4 of 6
            ("barn-och-elever", "87.50"),          // 2 + 2 + 2 + 1: 7 of 8
            ("foretagare", "25.00"),               // 1 + 0 + 0 + 1: 2 of 8
            ("boende-och-trafikanter", "75.00"),   // 2 + 2 + 1 + 1: 6 of 8
            ("kultur-och-fritid", "87.50"),        // 2 + 1 + 2 + 2: 7 of 8
            ("allmanheten", "50.00"),              // 2 + 1 + 1 + 0: 4 of 8
            ("ledning-och-arbetssatt", "56.25"),   // 2+1+1+0+1+2+1+1: 9 of 16
            ("tekniska-forutsattningar", "58.33"), // 2+1+0+2+1+1: 7 of 12
        ])
    );
    let parts: Vec<String> = result
        .parts
        .iter()
        .map(|part| format!("{:.2}", part.value.unwrap()))
        .collect();
    assert_eq!(parts, ["65.22", "56.25", "58.33"]); // flowers 30 of 46
    let named = |id: Option<AreaId>| id.unwrap().to_string();
    assert_eq!(named(result.strongest), "barn-och-elever");
    assert_eq!(named(result.weakest), "foretagare");
}

#[test]
fn the_flower_box_of_2025_is_as_worked_by_hand() {
    let example = Example::new();
    assert_eq!(
        told(&example.result(0, "kommunen", &example.e_forvaltning)),
        expected(&[
            ("aldre-och-omsorg", "50.00"),         // 3 of 6
            ("barn-och-elever", "75.00"),          // 6 of 8
            ("foretagare", "12.50"),               // 1 of 8
            ("boende-och-trafikanter", "62.50"),   // 5 of 8
            ("kultur-och-fritid", "62.50"),        // 5 of 8
            ("allmanheten", "37.50"),              // 3 of 8
            ("ledning-och-arbetssatt", "31.25"),   // 5 of 16
            ("tekniska-forutsattningar", "50.00"), // 6 of 12
        ])
    );
}

/// Means by DOMAIN.md §3.2 rules 2 and 3; the municipality's over six areas, each with the same weight.
#[test]
fn the_means_of_it_mognad_are_as_worked_by_hand() {
    let example = Example::new();
    let municipality = example.result(1, "kommunen", &example.it_mognad);
    assert_eq!(
        told(&municipality),
        expected(&[
            ("ledning", "3.00"),
            ("bestallarfunktion", "3.00"),
            ("samverkan", "3.00"),
            ("uppfoljning", "2.00"),
            ("standardisering", "2.50"),
            ("debitering", "2.00"),
        ])
    );
    assert_eq!(format!("{:.4}", municipality.mean.unwrap()), "2.5833"); // 15.5 / 6
    let social = example.result(1, "social", &example.it_mognad);
    let area = |id: &str| social.areas.iter().find(|a| a.area.as_str() == id).unwrap();
    assert_eq!(area("verksamhetsutveckling").value, Some(2.25)); // 3, 2, 2, 2
    assert_eq!(area("it-stod").value, Some(2.0)); // 2, 2, and 1 beside 3
    assert!(!area("it-stod").agreed && !area("uppfoljning").agreed);
}

#[test]
fn the_year_brought_a_little_with_some_steps_back() {
    let example = Example::new();
    let (mut rose, mut fell) = (0, 0);
    for unit in example.everyone() {
        let means = [0, 1].map(|round| {
            example
                .result(round, unit.as_str(), &example.it_mognad)
                .mean
        });
        let grown = means[1].unwrap() - means[0].unwrap();
        assert!((0.1..0.9).contains(&grown), "{unit}: {means:?}");
        for set in example.sets() {
            let before = example.agreed(0, &unit, set);
            for (question, after) in example.agreed(1, &unit, set) {
                let before = before.get(&question).copied().unwrap_or(after);
                rose += usize::from(after > before);
                fell += usize::from(after < before);
            }
        }
    }
    assert!((60..120).contains(&rose), "{rose} rose");
    assert_eq!(fell, 5, "{rose} rose");
}

#[test]
fn there_is_something_of_everything_that_a_result_can_show() {
    let example = Example::new();
    let counts = |unit: &str, set| example.result(1, unit, set).counts;
    assert!(counts("kultur-och-fritid", &example.it_mognad).dont_know > 0);
    assert!(counts("kultur-och-fritid", &example.it_mognad).unanswered > 0);
    assert!(counts("kommunledning", &example.it_mognad).not_applicable > 0);
    let thin: Vec<String> = example
        .everyone()
        .iter()
        .flat_map(|unit| example.result(1, unit.as_str(), &example.it_mognad).areas)
        .filter(|area| area.value.is_none())
        .map(|area| format!("{} {}", area.by, area.area))
        .collect();
    assert_eq!(thin, ["kultur-och-fritid verksamhetsutveckling"]);
    let count = |wanted: fn(&Address) -> bool| {
        let found = example
            .document
            .facts()
            .filter(|(address, _)| wanted(address));
        found.count()
    };
    assert_eq!(
        count(|a| matches!(a, Address::Person(_, PersonField::Role))),
        2
    );
    assert!(
        count(|a| matches!(
            a,
            Address::Answer {
                facet: Facet::Unsure,
                ..
            }
        )) >= 4
    );
    assert!(
        count(|a| matches!(
            a,
            Address::Answer {
                facet: Facet::Rationale,
                ..
            }
        )) >= 25
    );
    assert!(
        count(|a| matches!(
            a,
            Address::Target {
                field: TargetField::Law,
                ..
            }
        )) >= 3
    );
}

#[test]
fn every_target_is_one_that_the_app_reads() {
    let example = Example::new();
    let mut read = 0;
    for (address, _) in example.document.facts() {
        let Address::Target {
            unit,
            set,
            area,
            field: TargetField::Value,
        } = address
        else {
            continue;
        };
        let set = example
            .sets()
            .into_iter()
            .find(|known| known.id == *set)
            .unwrap();
        let target = target(&example.document, unit, set, area);
        assert!(
            target.value.is_some() && target.importance.is_some(),
            "{address}"
        );
        assert!(
            !target.by.is_empty() && !target.decider.is_empty(),
            "{address}"
        );
        read += 1;
    }
    assert_eq!(read, 23);
}

#[test]
fn it_reads_back_from_its_file_as_the_same_document() {
    let example = Example::new();
    let text = file_to_json(&example.document, Timestamp(0));
    let read = file_from_json(&text).unwrap();
    assert_eq!(read.document, example.document);
    assert!(read.damaged.is_empty());
}

/// A made-up municipality names nobody: no municipality or supplier that exists, and no person, only roles.
#[test]
fn it_names_nobody_who_exists() {
    let text = source().to_lowercase();
    let real = "essunga grästorp skara lidköping götene göteborg stockholm malmö kiruna kumla nacka täby göliska dirsys";
    for name in real.split(' ') {
        let is_word = |word: &str| word == name || word.strip_suffix('s') == Some(name);
        assert!(
            !text.split(|c: char| !c.is_alphabetic()).any(is_word),
            "{name}"
        );
    }
}

/// Papper: three units, one of them by its enhetschef; effects, cost and learning: two each; the supplier: one.
#[test]
fn its_units_need_something_of_the_same_at_four_questions() {
    let example = Example::new();
    let needs = needs(&example.document, &example.rounds[1], &example.sets());
    let told: Vec<(&str, usize, usize)> = needs
        .iter()
        .map(|of| (of.question.as_str(), of.units().len(), of.needs.len()))
        .collect();
    assert_eq!(
        told,
        [
            ("papper-och-dubbelregistrering", 3, 3),
            ("utvardering-av-forandring", 2, 2),
            ("forvaltningens-it-kostnad", 2, 2),
            ("lara-sig-it-stodet", 2, 2),
            ("uppfoljning-av-leverantor", 1, 1),
        ]
    );
}
