//! The laws of facts and scores, on generated documents.
// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use mognad::domain::{
    Address, Answer, Area, AreaId, AreaResult, ContentHash, Document, DocumentId, DontKnow, Facet,
    Fact, Gap, Meaning, NotApplicable, Part, Question, QuestionId, QuestionSet, Reached, RollUp,
    RoundId, ScaleLevel, Scope, SetId, State, Target, Timestamp, UnitId, Value, Voice, WriterId,
    priorities, set_result,
};
use mognad::exchange::{facts_from_json, facts_to_json, file_from_json, file_to_json};
use proptest::collection::vec;
use proptest::prelude::*;

/// Something that happens at one of three devices.
#[derive(Debug, Clone)]
enum Deed {
    Write {
        device: usize,
        place: usize,
        text: String,
        at: i64,
    },
    Remove {
        device: usize,
        place: usize,
    },
    /// The device takes in what another one has.
    Meet {
        device: usize,
        other: usize,
    },
    /// The page is loaded again: a new writer.
    Reload {
        device: usize,
    },
}

const DEVICES: usize = 3;
const PLACES: usize = 4;

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let device = 0..DEVICES;
    let place = 0..PLACES;
    let deed = prop_oneof![
        4 => (device.clone(), place.clone(), ".{0,6}", any::<i64>())
            .prop_map(|(device, place, text, at)| Deed::Write { device, place, text, at }),
        1 => (device.clone(), place).prop_map(|(device, place)| Deed::Remove { device, place }),
        2 => (device.clone(), device.clone()).prop_map(|(device, other)| Deed::Meet { device, other }),
        1 => device.prop_map(|device| Deed::Reload { device }),
    ];
    vec(deed, 0..40)
}

fn place(n: usize) -> Address {
    Address::parse(
        [
            "unit/u-1/name",
            "round/r-1/name",
            "document/municipality",
            "later/kind",
        ][n],
    )
}

/// Lives the deeds and gives what each device holds in the end.
fn live(deeds: &[Deed]) -> Vec<Document> {
    let mut devices = vec![Document::new(DocumentId::from_random(1)); DEVICES];
    let mut writers: Vec<u64> = (0..DEVICES as u64).collect();
    let mut next = DEVICES as u64;
    for deed in deeds {
        match deed.clone() {
            Deed::Write {
                device,
                place: at_place,
                text,
                at,
            } => {
                let writer = WriterId(writers[device]);
                devices[device].write(&place(at_place), writer, Timestamp(at), Value::Text(text));
            }
            Deed::Remove { device, place: at } => {
                devices[device].remove(&place(at));
            }
            Deed::Meet { device, other } => {
                let theirs = devices[other].clone();
                devices[device].merge(theirs).unwrap();
            }
            Deed::Reload { device } => {
                writers[device] = next;
                next += 1;
            }
        }
    }
    devices
}

fn merged(a: &Document, b: &Document) -> Document {
    let mut out = a.clone();
    out.merge(b.clone()).unwrap();
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(deeds in deeds()) {
        let devices = live(&deeds);
        let (a, b, c) = (&devices[0], &devices[1], &devices[2]);
        prop_assert_eq!(merged(a, b), merged(b, a));
        prop_assert_eq!(merged(&merged(a, b), c), merged(a, &merged(b, c)));
        prop_assert_eq!(merged(a, a), a.clone());
        prop_assert_eq!(merged(&merged(a, b), b), merged(a, b));
    }

    #[test]
    fn an_old_copy_changes_nothing(deeds in deeds(), cut in 0..40usize) {
        let old = live(&deeds[..cut.min(deeds.len())]);
        let new = live(&deeds);
        for (old, new) in old.iter().zip(&new) {
            prop_assert_eq!(merged(new, old), new.clone());
        }
    }

    #[test]
    fn any_selection_of_facts_merges_like_the_whole(deeds in deeds(), mask in 0u8..16) {
        let devices = live(&deeds);
        let (a, b) = (&devices[0], &devices[1]);
        let mut part = Document::new(b.id().clone());
        let mut rest = Document::new(b.id().clone());
        for (n, (address, fact)) in b.facts().enumerate() {
            let half = if mask & (1 << n) == 0 { &mut part } else { &mut rest };
            half.merge_fact(address.clone(), fact.clone());
        }
        prop_assert_eq!(merged(&merged(a, &rest), &part), merged(a, b));
    }

    #[test]
    fn what_was_written_last_by_one_who_saw_everything_stands_alone(deeds in deeds()) {
        let devices = live(&deeds);
        let mut all = merged(&merged(&devices[0], &devices[1]), &devices[2]);
        let last = Value::Text("the last word".to_owned());
        // The same words may stand there beside others already; then writing settles it all the same.
        all.write(&place(0), WriterId(u64::MAX), Timestamp(i64::MIN), last.clone());
        for device in &devices {
            let met = merged(&all, device);
            let versions: Vec<_> = met.fact(&place(0)).map(Fact::versions).unwrap().iter().map(|v| &v.value).collect();
            prop_assert_eq!(versions, vec![&last]);
        }
    }

    #[test]
    fn a_document_reads_back_from_every_form_that_it_is_written_in(deeds in deeds()) {
        for document in live(&deeds) {
            let read = file_from_json(&file_to_json(&document, Timestamp(0))).unwrap();
            prop_assert_eq!(&read.document, &document);
            let facts = facts_from_json(&facts_to_json(document.facts()));
            prop_assert!(facts.damaged.is_empty());
            prop_assert_eq!(facts.facts.len(), document.len());
        }
    }

    #[test]
    fn foreign_bytes_are_read_or_refused_without_a_panic(text in "\\PC{0,200}", cut in 0..400usize, flip in any::<u8>()) {
        let _ = file_from_json(&text);
        let _ = facts_from_json(&text);
        let _ = Address::parse(&text);
        let mut document = Document::new(DocumentId::from_random(1));
        document.write(&place(0), WriterId(1), Timestamp(0), Value::Text(text));
        let mut bytes = file_to_json(&document, Timestamp(0)).into_bytes();
        let at = cut % bytes.len();
        bytes[at] ^= flip;
        let damaged = String::from_utf8_lossy(&bytes).into_owned();
        if let Ok(read) = file_from_json(&damaged) {
            let again = file_from_json(&file_to_json(&read.document, Timestamp(0))).unwrap();
            prop_assert_eq!(again.document, read.document);
        }
        let _ = facts_from_json(&damaged[..damaged.floor_char_boundary(cut.min(damaged.len()))]);
    }
}

// Scores

/// Levels 1–5, or the three grades of a flower box; both read the same answers, where a level off the scale is none.
const ROLL_UPS: [RollUp; 2] = [RollUp::MeanOfAreas, RollUp::Fulfilment];

fn top(roll_up: RollUp) -> u8 {
    match roll_up {
        RollUp::MeanOfAreas => 5,
        RollUp::Fulfilment => 3,
    }
}

fn state() -> impl Strategy<Value = Option<State>> {
    prop_oneof![
        6 => (1u8..=3).prop_map(|level| Some(State::Level(level))),
        1 => (4u8..=5).prop_map(|level| Some(State::Level(level))),
        1 => Just(Some(State::DontKnow)),
        1 => Just(Some(State::NotOurArea)),
        1 => Just(None),
    ]
}

fn set(roll_up: RollUp, areas: &[usize]) -> QuestionSet {
    let levels = usize::from(top(roll_up));
    let mut number = 0..;
    let mut question = || Question {
        id: QuestionId::parse(&format!("q-{}", number.next().unwrap())).unwrap(),
        meaning: Meaning::parse("m").unwrap(),
        scope: Scope::F,
        weight: 1.0,
        text: String::new(),
        why: String::new(),
        evidence: String::new(),
        dont_know: DontKnow::Allowed,
        not_applicable: NotApplicable::WithReason,
        levels: vec![String::new(); levels],
        activities: vec![String::new(); levels - 1],
    };
    let area = |(place, questions): (usize, &usize)| Area {
        id: AreaId::parse(&format!("a-{place}")).unwrap(),
        title: String::new(),
        short: String::new(),
        about: String::new(),
        part: (roll_up == RollUp::Fulfilment).then_some(Part::Flower),
        questions: (0..*questions).map(|_| question()).collect(),
    };
    QuestionSet {
        id: SetId::parse("s").unwrap(),
        version: "1.0.0".into(),
        hash: ContentHash::parse("h").unwrap(),
        language: "sv".into(),
        title: String::new(),
        lead: String::new(),
        publisher: String::new(),
        license: String::new(),
        source_note: String::new(),
        minutes_per_question: 2,
        roll_up,
        scale: (1..=top(roll_up))
            .map(|value| ScaleLevel {
                value,
                name: String::new(),
            })
            .collect(),
        areas: areas.iter().enumerate().map(area).collect(),
        changes: Vec::new(),
    }
}

fn answer(document: &mut Document, question: usize, state: State) {
    let address = Address::Answer {
        round: RoundId::from_random(1),
        unit: UnitId::from_random(1),
        question: QuestionId::parse(&format!("q-{question}")).unwrap(),
        facet: Facet::Level,
        voice: Voice::Together,
    };
    let meaning = Meaning::parse("m").unwrap();
    document.write(
        &address,
        WriterId(1),
        Timestamp(0),
        Value::Answer(Answer { state, meaning }),
    );
}

fn score_in(set: &QuestionSet, states: &[Option<State>], order: &[usize]) -> Vec<AreaResult> {
    let mut document = Document::new(DocumentId::from_random(1));
    for &question in order {
        if let Some(state) = states[question] {
            answer(&mut document, question, state);
        }
    }
    let (round, unit) = (RoundId::from_random(1), UnitId::from_random(1));
    set_result(&document, &round, &unit, set).areas
}

fn score(roll_up: RollUp, states: &[Option<State>], order: &[usize]) -> AreaResult {
    score_in(&set(roll_up, &[states.len()]), states, order).remove(0)
}

/// A target and an importance, or none of either, and whether the law demands it.
fn target() -> impl Strategy<Value = Target> {
    let value = prop::option::weighted(0.8, (2u8..=10).prop_map(|half| f64::from(half) / 2.0));
    let importance = prop::option::weighted(0.8, 1u8..=3);
    (value, importance, prop::bool::weighted(0.2)).prop_map(|(value, importance, law)| Target {
        value,
        importance,
        law,
        ..Target::default()
    })
}

proptest! {
    #[test]
    fn scores_stay_on_the_scale_and_the_order_of_answers_never_matters(
        states in vec(state(), 1..8),
        seed in any::<u64>(),
    ) {
        let forwards: Vec<usize> = (0..states.len()).collect();
        let mut shuffled = forwards.clone();
        shuffled.sort_by_key(|n| (*n as u64 + 1).wrapping_mul(seed | 1));
        for roll_up in ROLL_UPS {
            let result = score(roll_up, &states, &forwards);
            prop_assert_eq!(&result, &score(roll_up, &states, &shuffled));
            let (from, to) = set(roll_up, &[1]).range();
            if let Some(value) = result.value {
                prop_assert!((f64::from(from)..=f64::from(to)).contains(&value));
            }
            if let (Some(value), Reached::Level(level)) = (result.value, result.reached) {
                let lowest = match roll_up {
                    RollUp::MeanOfAreas => f64::from(level),
                    RollUp::Fulfilment => f64::from(level - 1) * 50.0,
                };
                prop_assert!(lowest <= value + 1e-9);
            }
            prop_assert_eq!(result.counts.asked(), states.len());
        }
    }

    #[test]
    fn one_more_not_relevant_never_lowers_and_one_more_dont_know_never_raises_coverage(
        states in vec(state(), 2..8),
        at in any::<prop::sample::Index>(),
    ) {
        let order: Vec<usize> = (0..states.len()).collect();
        let place = at.index(states.len());
        for roll_up in ROLL_UPS {
            let before = score(roll_up, &states, &order);
            let with = |state| {
                let mut changed = states.clone();
                changed[place] = Some(state);
                score(roll_up, &changed, &order)
            };
            let coverage = |result: &AreaResult| result.counts.coverage().unwrap_or(1.0);
            prop_assert!(coverage(&with(State::DontKnow)) <= coverage(&before));
            let has_level = matches!(states[place], Some(State::Level(level)) if level <= top(roll_up));
            if !has_level {
                let after = with(State::NotOurArea);
                prop_assert!(coverage(&after) >= coverage(&before));
                if let (Some(before), Some(after)) = (before.value, after.value) {
                    prop_assert!(after >= before);
                }
            }
        }
    }

    #[test]
    fn priorities_are_every_area_once_in_an_order_that_answers_coming_in_otherwise_do_not_change(
        states in vec(state(), 12),
        targets in vec(target(), 4),
        seed in any::<u64>(),
    ) {
        let set = set(RollUp::MeanOfAreas, &[3, 3, 3, 3]);
        let forwards: Vec<usize> = (0..states.len()).collect();
        let mut shuffled = forwards.clone();
        shuffled.sort_by_key(|n| (*n as u64 + 1).wrapping_mul(seed | 1));
        let of = |order: &[usize]| {
            let areas = score_in(&set, &states, order);
            priorities(&areas, |id| {
                let place = set.areas.iter().position(|area| area.id == *id).unwrap();
                targets[place].clone()
            })
        };
        let list = of(&forwards);
        prop_assert_eq!(&list, &of(&shuffled));
        let mut ids: Vec<&str> = list.iter().map(|p| p.area.as_str()).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, ["a-0", "a-1", "a-2", "a-3"]);
        for pair in list.windows(2) {
            prop_assert!(pair[0].first >= pair[1].first, "what the law demands comes first");
            if pair[0].first == pair[1].first {
                prop_assert!(pair[0].weight.unwrap_or(-1.0) >= pair[1].weight.unwrap_or(-1.0) - 1e-5);
            }
        }
        for priority in &list {
            match priority.gap {
                Gap::Of(gap) => {
                    prop_assert!((0.0..=4.0).contains(&gap));
                    prop_assert!(priority.weight.is_some_and(|weight| weight >= gap));
                }
                Gap::NoTarget => prop_assert_eq!(priority.target.value, None),
                Gap::NoValue => prop_assert!(priority.weight.is_none()),
            }
        }
    }
}
