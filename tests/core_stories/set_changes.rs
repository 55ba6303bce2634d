//! A question set changes while answers exist: what the preview says, what the archive holds, and that nothing is lost.

use std::collections::BTreeMap;

use mognad::app::{Msg, PublishedSet, Touched, archive, set_update};
use mognad::domain::{
    Address, Answer, Area, AreaId, Became, ChangeKind, ContentHash, DontKnow, Facet, Meaning,
    NotApplicable, PersonId, Question, QuestionId, QuestionSet, RollUp, RoundField, RoundId,
    ScaleLevel, Scope, SetId, State, StatedChange, Timestamp, UnitId, Value, Voice, WriterId,
    compare, earlier_questions, keeps_trend, origins, same_meaning,
};
use mognad::i18n::Language;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::manager::{Manager, question as id};

/// A version of a set: each question by id, meaning and text.
pub fn version(number: &str, hash: &str, questions: &[(String, String, String)]) -> QuestionSet {
    let asked = |(name, meaning, text): &(String, String, String)| Question {
        id: id(name),
        meaning: Meaning::parse(meaning).unwrap(),
        scope: Scope::F,
        weight: 1.0,
        text: text.clone(),
        why: String::new(),
        evidence: String::new(),
        dont_know: DontKnow::Allowed,
        not_applicable: NotApplicable::Allowed,
        levels: vec![String::new(); 3],
        activities: vec![String::new(); 2],
    };
    let names = ["Låg", "Mellan", "Hög"];
    QuestionSet {
        id: set_id(),
        version: number.into(),
        hash: ContentHash::parse(hash).unwrap(),
        language: "sv".into(),
        title: "Frågor".into(),
        lead: String::new(),
        publisher: String::new(),
        license: String::new(),
        source_note: String::new(),
        minutes_per_question: 2,
        roll_up: RollUp::MeanOfAreas,
        scale: (1..=3)
            .zip(names)
            .map(|(value, name)| ScaleLevel {
                value,
                name: name.into(),
            })
            .collect(),
        areas: vec![Area {
            id: AreaId::parse("a").unwrap(),
            title: String::new(),
            short: String::new(),
            about: String::new(),
            part: None,
            questions: questions.iter().map(asked).collect(),
        }],
        changes: Vec::new(),
    }
}

pub fn written(questions: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let owned = |(a, b, c): &(&str, &str, &str)| ((*a).into(), (*b).into(), (*c).into());
    questions.iter().map(owned).collect()
}

pub fn stated(kind: ChangeKind, from: &[&str], into: &[&str]) -> StatedChange {
    StatedChange {
        version: "2.0.0".into(),
        kind,
        from: from.iter().map(|name| id(name)).collect(),
        into: into.iter().map(|name| id(name)).collect(),
    }
}

pub fn set_id() -> SetId {
    SetId::parse("s").unwrap()
}

pub fn round(name: &str) -> RoundId {
    RoundId::parse(name).unwrap()
}

pub fn unit(name: &str) -> UnitId {
    UnitId::parse(name).unwrap()
}

impl Manager {
    pub fn comes(&mut self, set: &QuestionSet) {
        let source = serde_json::to_string(set).unwrap();
        let set = set.clone();
        let came = Box::new(PublishedSet { set, source });
        self.tell(Msg::SetCame(set_id(), Language::Swedish, Ok(came)));
    }

    pub fn writes(&mut self, address: &Address, value: Value) {
        let document = &mut self.model.document;
        document.write(address, WriterId(99), Timestamp(1), value);
    }

    /// A round comes after those that are there.
    pub fn opens(&mut self, name: &str, order: &str) {
        for (field, text) in [(RoundField::Name, name), (RoundField::Order, order)] {
            let address = Address::Round(round(name), field);
            self.writes(&address, Value::Text(text.into()));
        }
    }

    pub fn answers(&mut self, unit_name: &str, question: &str, state: State) {
        let choose = Msg::Choose(set_id(), unit(unit_name), id(question), state);
        self.tell(choose);
    }

    fn asked(&self) -> Vec<String> {
        let set = self.model.set(&set_id()).unwrap();
        let areas = self.model.asked(&set, &unit("u-1"));
        let questions = areas.iter().flat_map(|area| &area.questions);
        questions.map(|question| question.id.to_string()).collect()
    }
}

/// One question of each fate.
pub fn two_versions() -> (QuestionSet, QuestionSet) {
    let old = version(
        "1.0.0",
        "one",
        &written(&[
            ("stays", "m1", "Stannar?"),
            ("reworded", "m2", "Krångligt?"),
            ("sharpened", "m3", "Ungefär?"),
            ("double", "m4", "Både och?"),
            ("left", "m5", "Vänster?"),
            ("right", "m6", "Höger?"),
            ("dropped", "m7", "Överflödig?"),
        ]),
    );
    let mut new = version(
        "2.0.0",
        "two",
        &written(&[
            ("stays", "m1", "Stannar?"),
            ("reworded", "m2", "Enkelt?"),
            ("sharpened", "m8", "Precis?"),
            ("both", "m9", "Båda?"),
            ("and", "m10", "Och?"),
            ("whole", "m11", "Hela?"),
            ("fresh", "m12", "Ny?"),
        ]),
    );
    new.changes = vec![
        stated(ChangeKind::Editorial, &["reworded"], &[]),
        stated(ChangeKind::Substantive, &["sharpened"], &[]),
        stated(ChangeKind::Split, &["double"], &["both", "and"]),
        stated(ChangeKind::Merged, &["left", "right"], &["whole"]),
        stated(ChangeKind::Retired, &["dropped"], &[]),
    ];
    (old, new)
}

/// Two units in the first round: one answers everything, the other two questions.
pub fn answered(old: &QuestionSet) -> Manager {
    let mut manager = Manager::new(1);
    manager.opens("r-1", "a");
    manager.comes(old);
    for (n, question) in old.areas[0].questions.iter().enumerate() {
        let level = u8::try_from(n % 3 + 1).unwrap();
        manager.answers("u-1", question.id.as_str(), State::Level(level));
    }
    manager.answers("u-2", "reworded", State::DontKnow);
    manager.answers("u-2", "dropped", State::Level(2));
    manager
}

fn touched(question: &str, text: &str, into: &[&str], answers: usize) -> Touched {
    Touched {
        question: id(question),
        text: text.into(),
        into: into.iter().map(|text| (*text).to_owned()).collect(),
        answers,
    }
}

/// Hand-worked: nine answers, of which stays 1 and reworded 2 go on, and double 1, left 1, right 1, dropped 2 are archived.
#[test]
fn the_preview_says_what_the_new_version_does() {
    let (old, new) = two_versions();
    let manager = answered(&old);
    let update = set_update(&manager.model.document, Some(&round("r-1")), &new).unwrap();
    assert_eq!(
        (update.from.as_str(), update.to.as_str()),
        ("1.0.0", "2.0.0")
    );
    assert_eq!(update.same, 1);
    assert_eq!(
        update.editorial,
        [touched("reworded", "Krångligt?", &["Enkelt?"], 2)]
    );
    assert_eq!(
        update.substantive,
        [touched("sharpened", "Ungefär?", &["Precis?"], 1)]
    );
    assert_eq!(
        update.split,
        [touched("double", "Både och?", &["Båda?", "Och?"], 1)]
    );
    assert_eq!(
        update.merged,
        [
            touched("left", "Vänster?", &["Hela?"], 1),
            touched("right", "Höger?", &["Hela?"], 1)
        ]
    );
    assert_eq!(update.retired, [touched("dropped", "Överflödig?", &[], 2)]);
    assert_eq!(update.new, [touched("fresh", "Ny?", &[], 0)]);
    assert_eq!((update.kept_answers, update.archived_answers), (3, 5));
}

#[test]
fn there_is_no_preview_where_nothing_newer_waits() {
    let (old, new) = two_versions();
    let manager = answered(&old);
    let document = &manager.model.document;
    let of =
        |round_name: &str, set: &QuestionSet| set_update(document, Some(&round(round_name)), set);
    assert_eq!(of("r-1", &old), None, "the round goes by it");
    assert_eq!(of("r-2", &new), None, "the round keeps no set yet");
    assert_eq!(set_update(document, None, &new), None);
    let mut earlier = new.clone();
    earlier.version = "0.9.0".into();
    assert_eq!(of("r-1", &earlier), None, "an app older than the round");
    let mut mended = old.clone();
    mended.hash = new.hash.clone();
    assert_eq!(of("r-1", &mended).unwrap().same, 7);
}

#[test]
fn a_round_in_progress_asks_by_its_snapshot_and_the_next_one_by_the_new_version() {
    let (old, new) = two_versions();
    let mut manager = answered(&old);
    manager.comes(&new);
    assert_eq!(
        manager.asked(),
        [
            "stays",
            "reworded",
            "sharpened",
            "double",
            "left",
            "right",
            "dropped"
        ]
    );
    // Answered anew in the middle of the round: still to what the question meant when the round began.
    manager.answers("u-1", "sharpened", State::Level(1));
    manager.answers("u-1", "fresh", State::Level(1));
    let meaning_of = |manager: &Manager, round_name: &str, question: &str| {
        let (unit, voice) = (unit("u-1"), Voice::Together);
        let address = Address::answer(
            &round(round_name),
            &unit,
            &id(question),
            Facet::Level,
            &voice,
        );
        match manager.model.document.value(&address) {
            Some(Value::Answer(answer)) => Some(answer.meaning.to_string()),
            _ => None,
        }
    };
    assert_eq!(
        meaning_of(&manager, "r-1", "sharpened").as_deref(),
        Some("m3")
    );
    assert_eq!(meaning_of(&manager, "r-1", "fresh"), None);
    let present = archive(&manager.model.document, &[&new]);
    assert_eq!(present, [], "what the round still asks is not archived");

    manager.opens("r-2", "b");
    manager.comes(&new);
    assert_eq!(
        manager.asked(),
        [
            "stays",
            "reworded",
            "sharpened",
            "both",
            "and",
            "whole",
            "fresh"
        ]
    );
    manager.answers("u-1", "sharpened", State::Level(3));
    assert_eq!(
        meaning_of(&manager, "r-2", "sharpened").as_deref(),
        Some("m8")
    );
    assert_eq!(
        meaning_of(&manager, "r-1", "sharpened").as_deref(),
        Some("m3")
    );
    let document = &manager.model.document;
    for (question, goes_on) in [("stays", true), ("reworded", true), ("sharpened", false)] {
        let (_, asked) = new.question(&id(question)).unwrap();
        let same = same_meaning(document, &round("r-1"), &unit("u-1"), asked);
        assert_eq!(same, goes_on, "{question}");
        assert_eq!(keeps_trend(&compare(&old, &new), &id(question)), goes_on);
    }
}

#[test]
fn the_archive_has_the_question_in_the_rounds_words_and_every_answer_to_it() {
    let (old, new) = two_versions();
    let mut manager = answered(&old);
    let rationale = Address::answer(
        &round("r-1"),
        &unit("u-2"),
        &id("dropped"),
        Facet::Rationale,
        &Voice::Together,
    );
    manager.writes(&rationale, Value::Text("Därför. <b>=1+1</b>".into()));
    manager.opens("r-2", "b");
    let kept = archive(&manager.model.document, &[&new]);
    let ids: Vec<&str> = kept
        .iter()
        .map(|archived| archived.question.as_str())
        .collect();
    assert_eq!(ids, ["double", "dropped", "left", "right"]);
    let dropped = &kept[1];
    assert_eq!(dropped.text.as_deref(), Some("Överflödig?"));
    assert_eq!(dropped.levels, ["Låg", "Mellan", "Hög"]);
    let told: Vec<(&str, &[State], &str)> = dropped
        .answers
        .iter()
        .map(|a| (a.unit.as_str(), a.states.as_slice(), a.rationale.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("u-1", &[State::Level(1)][..], ""),
            ("u-2", &[State::Level(2)], "Därför. <b>=1+1</b>")
        ]
    );
    // Another set still asks one of them: then its answers are no old ones.
    let mut other = old.clone();
    other.id = SetId::parse("other").unwrap();
    other.areas[0]
        .questions
        .retain(|question| question.id == id("dropped"));
    let kept = archive(&manager.model.document, &[&new, &other]);
    assert!(
        kept.iter()
            .all(|archived| archived.question != id("dropped"))
    );
    // Without any round's set the answers are there all the same.
    let mut bare = mognad::domain::Document::new(manager.model.document.id().clone());
    for (address, fact) in manager.model.document.facts() {
        if !matches!(address, Address::Snapshot(_)) {
            bare.merge_fact(address.clone(), fact.clone());
        }
    }
    let kept = archive(&bare, &[&new]);
    assert_eq!((kept.len(), kept[1].answers.len()), (4, 2));
    assert_eq!(kept[1].text, None);
}

#[test]
fn the_preview_speaks_in_whole_sentences() {
    for language in [Language::Swedish, Language::English] {
        let words = language.words();
        for sentence in [
            words.desk().set_update.same,
            words.desk().set_update.editorial,
            words.desk().set_update.substantive,
            words.desk().set_update.split,
            words.desk().set_update.merged,
            words.desk().set_update.retired,
            words.desk().set_update.new,
            words.desk().set_update.kept,
            words.desk().set_update.archived,
        ] {
            let (one, many) = (sentence(1), sentence(17));
            assert!(
                one.starts_with("1 ") && many.starts_with("17 "),
                "{one} {many}"
            );
            assert!(one.ends_with('.') && many.ends_with('.'));
        }
    }
}

/// What is done to an old question, by a number.
fn fates() -> impl Strategy<Value = Vec<u8>> {
    vec(0u8..8, 1..9)
}

/// Old and new from the fates: 0 same, 1 editorial, 2 substantive, 3 split in two, 4 split in three, 5 merged with all
/// others of its fate, 6 retired, 7 gone without a word.
fn generated(fates: &[u8], fresh: usize) -> (QuestionSet, QuestionSet) {
    let name = |n: usize| format!("q-{n}");
    let old: Vec<(String, String, String)> = (0..fates.len())
        .map(|n| (name(n), format!("m-{n}"), format!("Fråga {n}?")))
        .collect();
    let mut now: Vec<(String, String, String)> = Vec::new();
    let mut changes = Vec::new();
    let mut merged = Vec::new();
    for (n, fate) in fates.iter().enumerate() {
        let own = name(n);
        match fate {
            0 => now.push(old[n].clone()),
            1 => {
                now.push((own.clone(), format!("m-{n}"), format!("Annat {n}?")));
                changes.push(stated(ChangeKind::Editorial, &[&own], &[]));
            }
            2 => {
                now.push((own.clone(), format!("n-{n}"), format!("Skarpare {n}?")));
                changes.push(stated(ChangeKind::Substantive, &[&own], &[]));
            }
            3 | 4 => {
                let parts: Vec<String> =
                    (0..fate - 1).map(|part| format!("q-{n}-{part}")).collect();
                for part in &parts {
                    now.push((part.clone(), format!("m-{part}"), part.clone()));
                }
                let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                changes.push(stated(ChangeKind::Split, &[&own], &parts));
            }
            5 => merged.push(own),
            6 => changes.push(stated(ChangeKind::Retired, &[&own], &[])),
            _ => {}
        }
    }
    if !merged.is_empty() {
        let from: Vec<&str> = merged.iter().map(String::as_str).collect();
        changes.push(stated(ChangeKind::Merged, &from, &["merged"]));
        now.push(("merged".into(), "m-merged".into(), "Hela?".into()));
    }
    for n in 0..fresh {
        now.push((format!("new-{n}"), format!("m-new-{n}"), "Ny?".into()));
    }
    let mut new = version("2.0.0", "two", &now);
    new.changes = changes;
    (version("1.0.0", "one", &old), new)
}

/// An answer in the first round: which question, unit and voice, and what.
type Given = (usize, u8, bool, u8, bool);

fn give(manager: &mut Manager, old: &QuestionSet, given: &[Given]) {
    for (n, unit_number, together, level, with_text) in given {
        let questions = &old.areas[0].questions;
        let question = &questions[n % questions.len()];
        let voice = match together {
            true => Voice::Together,
            false => Voice::Person(PersonId::parse("p-1").unwrap()),
        };
        let unit = unit(&format!("u-{unit_number}"));
        let address = |facet| Address::answer(&round("r-1"), &unit, &question.id, facet, &voice);
        let state = match level {
            0 => State::DontKnow,
            level => State::Level(*level),
        };
        let meaning = question.meaning.clone();
        manager.writes(
            &address(Facet::Level),
            Value::Answer(Answer { state, meaning }),
        );
        if *with_text {
            manager.writes(&address(Facet::Rationale), Value::Text("Därför".into()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// The new version comes in mid-round, the next round begins and everything in it is answered: every fact of before is
    /// there as it was, and every question that was answered is carried, asked again or in the archive with all its answers.
    #[test]
    fn no_fact_is_lost_and_every_answered_question_has_its_place(
        fates in fates(),
        fresh in 0usize..3,
        given in vec((0usize..8, 1u8..4, any::<bool>(), 0u8..4, any::<bool>()), 0..30),
    ) {
        let (old, new) = generated(&fates, fresh);
        let mut manager = Manager::new(1);
        manager.opens("r-1", "a");
        manager.comes(&old);
        manager.answers("u-1", "q-0", State::Level(1));
        give(&mut manager, &old, &given);
        let before = manager.model.document.clone();

        manager.comes(&new);
        prop_assert_eq!(&manager.model.set(&set_id()).unwrap().hash, &old.hash);
        let update = set_update(&manager.model.document, Some(&round("r-1")), &new).unwrap();
        let _ = archive(&manager.model.document, &[&new]);
        prop_assert_eq!(&manager.model.document, &before);
        manager.opens("r-2", "b");
        manager.comes(&new);
        for question in new.areas.iter().flat_map(|area| &area.questions) {
            manager.answers("u-1", question.id.as_str(), State::Level(2));
        }
        let after = &manager.model.document;
        for (address, fact) in before.facts() {
            prop_assert_eq!(after.fact(address), Some(fact), "{}", address);
        }

        let change = compare(&old, &new);
        let archived = archive(after, &[&new]);
        let mut answers: BTreeMap<QuestionId, usize> = BTreeMap::new();
        for (address, _) in before.facts() {
            if let Address::Answer { question, facet: Facet::Level, .. } = address {
                *answers.entry(question.clone()).or_default() += 1;
            }
        }
        let mut kept = 0;
        for (question, count) in &answers {
            let now = new.question(question).map(|(_, now)| now);
            let was = &old.question(question).unwrap().1.meaning;
            let lies = archived.iter().find(|a| a.question == *question);
            match change.of(question).unwrap() {
                Became::Same | Became::Editorial => {
                    prop_assert_eq!(&now.unwrap().meaning, was);
                    prop_assert!(keeps_trend(&change, question) && lies.is_none());
                    kept += count;
                }
                Became::Substantive => {
                    prop_assert_ne!(&now.unwrap().meaning, was);
                    prop_assert!(!keeps_trend(&change, question) && lies.is_none());
                }
                Became::SplitInto(into) | Became::MergedInto(into) => {
                    for part in into {
                        prop_assert!(new.question(part).is_some());
                        prop_assert!(earlier_questions(&change, part).contains(question));
                    }
                    prop_assert_eq!(lies.unwrap().answers.len(), *count);
                }
                Became::Retired => prop_assert_eq!(lies.unwrap().answers.len(), *count),
                Became::New => prop_assert!(false, "it was answered before"),
            }
        }
        // What a question came from is found in the new version alone as well.
        for now in new.areas.iter().flat_map(|area| &area.questions) {
            let mut found = origins(&new, &now.id);
            found.retain(|id| old.question(id).is_some());
            let mut expected = earlier_questions(&change, &now.id);
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected);
        }
        prop_assert_eq!(update.kept_answers, kept);
        let in_archive: usize = archived.iter().map(|a| a.answers.len()).sum();
        prop_assert_eq!(update.archived_answers, in_archive);
        let counts = change.counts();
        prop_assert_eq!(
            [counts.same, counts.editorial, counts.substantive, counts.split, counts.merged],
            [0..1u8, 1..2, 2..3, 3..5, 5..6].map(|of| fates.iter().filter(|fate| of.contains(fate)).count())
        );
        prop_assert_eq!(counts.new, fresh);
    }
}
