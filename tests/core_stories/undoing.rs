//! Undo and redo: whatever was done, what stood before is shown again, and then what stood after.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use mognad::app::{
    ChosenFile, Decided, DeskMsg, Effect, Move, Msg, Notice, Planned, Steps, UndoKind,
};
use mognad::domain::{
    Address, AreaId, Document, Facet, LeftOut, State, Timestamp, UnitId, Value, Voice, WriterId,
    units,
};
use mognad::exchange::file_to_json;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::manager::*;

/// A gesture, with small numbers for what it is about.
#[derive(Debug, Clone, Copy)]
enum Gesture {
    Begin(bool),
    Municipality(u8),
    Word(u8),
    Add(u8),
    Name(usize, u8),
    Move(usize, bool),
    Hide(usize),
    Show(usize),
    Choose(usize, usize, u8),
    Clear(usize, usize),
    Write(usize, usize, bool, u8),
    Unsure(usize, usize, bool),
    NotOurArea(usize),
    Owner(Option<usize>),
    Target(usize, u8),
    Plan(u8),
    Ask(usize, bool),
    NextRound,
    Lock(bool),
    Join(usize, Option<usize>),
    /// Somebody else's file, with other answers to the same questions.
    TakeIn(u8),
    Unchanged(usize, usize),
}

fn gestures() -> impl Strategy<Value = Vec<Gesture>> {
    let (unit, question, text) = (0..3usize, 0..3usize, 0..4u8);
    let gesture = prop_oneof![
        2 => any::<bool>().prop_map(Gesture::Begin),
        1 => text.clone().prop_map(Gesture::Municipality),
        1 => text.clone().prop_map(Gesture::Word),
        2 => text.clone().prop_map(Gesture::Add),
        2 => (unit.clone(), text.clone()).prop_map(|(u, t)| Gesture::Name(u, t)),
        2 => (unit.clone(), any::<bool>()).prop_map(|(u, up)| Gesture::Move(u, up)),
        2 => unit.clone().prop_map(Gesture::Hide),
        1 => unit.clone().prop_map(Gesture::Show),
        6 => (unit.clone(), question.clone(), 0..8u8).prop_map(|(u, q, s)| Gesture::Choose(u, q, s)),
        2 => (unit.clone(), question.clone()).prop_map(|(u, q)| Gesture::Clear(u, q)),
        3 => (unit.clone(), question.clone(), any::<bool>(), text.clone())
            .prop_map(|(u, q, why, t)| Gesture::Write(u, q, why, t)),
        1 => (unit.clone(), question.clone(), any::<bool>()).prop_map(|(u, q, on)| Gesture::Unsure(u, q, on)),
        1 => unit.clone().prop_map(Gesture::NotOurArea),
        1 => proptest::option::of(unit.clone()).prop_map(Gesture::Owner),
        3 => (unit.clone(), 0..10u8).prop_map(|(u, d)| Gesture::Target(u, d)),
        2 => (0..6u8).prop_map(Gesture::Plan),
        1 => (question, any::<bool>()).prop_map(|(q, asked)| Gesture::Ask(q, asked)),
        1 => Just(Gesture::NextRound),
        1 => any::<bool>().prop_map(Gesture::Lock),
        1 => (unit.clone(), proptest::option::of(unit)).prop_map(|(u, o)| Gesture::Join(u, o)),
        2 => text.prop_map(Gesture::TakeIn),
        2 => (0..3usize, 0..3usize).prop_map(|(u, q)| Gesture::Unchanged(u, q)),
    ];
    vec(gesture, 1..14)
}

const QUESTIONS: [&str; 3] = ["reservrutin", "incidentrutin", "informationsklassning"];
const TEXTS: [&str; 4] = ["", "Så är det.", "Vi har prövat.", "Ö"];

/// Somebody at an app with two units, which the sets have reached.
static BEGINNING: LazyLock<Manager> = LazyLock::new(|| {
    let mut manager = Manager::new(1);
    manager.begins("Skola", None);
    manager.begins("Vård", None);
    manager
});

fn unit(manager: &Manager, n: usize) -> UnitId {
    let list = units(&manager.model.document);
    let unit = list.get(n % list.len().max(1));
    unit.map_or_else(UnitId::municipality, |unit| unit.id.clone())
}

fn area() -> AreaId {
    AreaId::parse("informationssakerhet").unwrap()
}

fn message(manager: &Manager, gesture: Gesture) -> Msg {
    let text = |n: u8| TEXTS[usize::from(n)].to_owned();
    let asked = |n: usize| question(QUESTIONS[n]);
    match gesture {
        Gesture::Begin(alone) => Msg::Begin {
            set: set_id(),
            unit: Ok(unit(manager, 0)),
            role: alone.then(|| "Chef".to_owned()),
        },
        Gesture::Municipality(t) => Msg::NameMunicipality(text(t)),
        Gesture::Word(t) => Msg::NameUnitWord(text(t)),
        Gesture::Add(t) => Msg::AddUnit(text(t)),
        Gesture::Name(u, t) => Msg::NameUnit(unit(manager, u), text(t)),
        Gesture::Move(u, true) => Msg::MoveUnit(unit(manager, u), Move::Up),
        Gesture::Move(u, false) => Msg::MoveUnit(unit(manager, u), Move::Down),
        Gesture::Hide(u) => Msg::HideUnit(unit(manager, u)),
        Gesture::Show(u) => DeskMsg::ShowUnit(unit(manager, u)).into(),
        Gesture::Choose(u, q, s) => {
            let state = match s {
                1..=5 => State::Level(s),
                6 => State::DontKnow,
                _ => State::NotApplicable,
            };
            Msg::Choose(set_id(), unit(manager, u), asked(q), state)
        }
        Gesture::Unchanged(u, q) => Msg::Unchanged(set_id(), unit(manager, u), asked(q)),
        Gesture::Clear(u, q) => Msg::Clear(unit(manager, u), asked(q)),
        Gesture::Write(u, q, why, t) => {
            let facet = if why {
                Facet::Rationale
            } else {
                Facet::Evidence
            };
            Msg::Write(unit(manager, u), asked(q), facet, text(t))
        }
        Gesture::Unsure(u, q, on) => Msg::Unsure(unit(manager, u), asked(q), on),
        Gesture::NotOurArea(u) => Msg::NotOurArea(set_id(), unit(manager, u), area()),
        Gesture::Owner(u) => {
            let owner = u.map(|u| unit(manager, u));
            DeskMsg::NameOwner(set_id(), area(), owner).into()
        }
        Gesture::Target(u, d) => {
            let decided = match d {
                0..=2 => Decided::Value((d > 0).then_some(i64::from(d) * 20)),
                3 | 4 => Decided::By(if d == 3 { "2027-06-30" } else { "" }.to_owned()),
                5 | 6 => Decided::Decider(text(d - 5)),
                7 | 8 => Decided::Importance((d == 7).then_some(2)),
                _ => Decided::Law(true),
            };
            DeskMsg::Decide(set_id(), unit(manager, u), area(), decided).into()
        }
        Gesture::Plan(n) => DeskMsg::Plan(match n {
            0 | 1 => Planned::Name(text(n)),
            2 | 3 => Planned::Due(if n == 2 { "2027-06-30" } else { "" }.to_owned()),
            n => Planned::Set(set_id(), n == 4),
        })
        .into(),
        Gesture::Ask(q, on) => DeskMsg::Ask(LeftOut::Question(asked(q)), on).into(),
        Gesture::NextRound => DeskMsg::NewRound.into(),
        Gesture::Lock(on) => DeskMsg::Lock(on).into(),
        Gesture::Join(u, other) => {
            let other = other.map(|other| unit(manager, other));
            DeskMsg::Join(unit(manager, u), other).into()
        }
        Gesture::TakeIn(_) => Msg::TakeIn,
    }
}

/// A file in which others have answered the same questions apart from this device, and on from what it had.
fn others_file(manager: &Manager, n: u8) -> ChosenFile {
    let mut theirs: Document = BEGINNING.model.document.clone();
    if n.is_multiple_of(2) {
        theirs = manager.model.document.clone();
    }
    let round = manager.model.round().unwrap();
    let writer = WriterId(900 + u64::from(n));
    for (id, facet) in [
        ("reservrutin", Facet::Rationale),
        ("incidentrutin", Facet::Evidence),
    ] {
        let unit = units(&BEGINNING.model.document)[0].id.clone();
        let address = Address::answer(&round, &unit, &question(id), facet, &Voice::Together);
        let at = Timestamp(1_795_474_740_000 + i64::from(n) * 7_000_000);
        theirs.write(&address, writer, at, Value::Text(format!("{n}")));
    }
    ChosenFile {
        name: "svar.mognad.json".to_owned(),
        text: Some(file_to_json(&theirs, Timestamp(0))),
    }
}

/// What is shown of every fact: its values, the first of them last.
fn shown(manager: &Manager) -> BTreeMap<Address, Vec<Value>> {
    let facts = manager.model.document.facts();
    let values = facts.map(|(address, fact)| (address.clone(), fact.values()));
    values.filter(|(_, values)| !values.is_empty()).collect()
}

type Shown = BTreeMap<Address, Vec<Value>>;

/// The one text that was written over another one, where nothing else was done.
fn text_written(before: &Shown, after: &Shown) -> Option<Address> {
    let mut differ = after
        .iter()
        .filter(|(address, values)| before.get(*address) != Some(values));
    let (address, values) = differ.next()?;
    let alone = differ.next().is_none() && before.keys().all(|a| after.contains_key(a));
    (alone && matches!(values.as_slice(), [Value::Text(_)])).then(|| address.clone())
}

fn does(manager: &mut Manager, gesture: Gesture) {
    if let Gesture::TakeIn(n) = gesture {
        let file = others_file(manager, n);
        manager.tell(Msg::FilesCame(vec![file]));
    }
    let msg = message(manager, gesture);
    manager.tell(msg);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn undo_shows_what_stood_before_every_gesture_and_redo_what_stood_after(gestures in gestures()) {
        let mut manager = BEGINNING.clone();
        manager.model.steps = Steps::default();
        let mut stood = vec![shown(&manager)];
        let mut text = None;
        for gesture in gestures {
            does(&mut manager, gesture);
            let now = shown(&manager);
            let before = stood.last().unwrap();
            if now == *before {
                continue;
            }
            let written = text_written(before, &now);
            if written.is_some() && written == text {
                stood.pop(); // writing on in one text is one gesture
            }
            text = written;
            stood.push(now);
        }
        let last = stood.pop().unwrap();
        for before in stood.iter().rev() {
            prop_assert!(manager.model.steps.can_undo());
            manager.tell(Msg::Undo);
            prop_assert_eq!(&shown(&manager), before);
        }
        prop_assert!(!manager.model.steps.can_undo());
        for after in stood.iter().skip(1).chain([&last]) {
            manager.tell(Msg::Redo);
            prop_assert_eq!(&shown(&manager), after);
        }
        prop_assert!(!manager.model.steps.can_redo());
    }
}

#[test]
fn undo_offers_to_do_it_again_and_the_other_way_round() {
    let mut manager = BEGINNING.clone();
    let unit = unit(&manager, 0);
    manager.says(&unit, "reservrutin", State::Level(2));
    let offered = |manager: &Manager| manager.model.undo.clone().map(|undo| undo.kind);
    for _ in 0..2 {
        manager.tell(Msg::Undo);
        assert_eq!(offered(&manager), Some(UndoKind::Undone));
        manager.tell(Msg::Redo);
        assert_eq!(offered(&manager), Some(UndoKind::Redone));
    }
    manager.tell(Msg::Redo); // there is nothing more
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(2))
    );
}

#[test]
fn what_another_tab_has_written_since_is_not_undone() {
    let mut manager = BEGINNING.clone();
    let unit = unit(&manager, 0);
    manager.says(&unit, "reservrutin", State::Level(2));
    let mut other = BEGINNING.clone();
    other.model = mognad::app::Model::new(
        manager.model.document.id().clone(),
        manager.model.device.clone(),
        WriterId(2),
    );
    other.model.document = manager.model.document.clone();
    other.model.sets = manager.model.sets.clone();
    other.says(&unit, "reservrutin", State::Level(5));
    let Effect::Save { facts, .. } = other.effects.remove(0) else {
        panic!("saved first");
    };
    manager.tell(Msg::TabWrote(None, facts));
    manager.tell(Msg::Undo);
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(5))
    );
}

#[test]
fn a_round_that_was_locked_elsewhere_keeps_its_answers_and_the_undo_waits() {
    let mut manager = BEGINNING.clone();
    let unit = unit(&manager, 0);
    manager.says(&unit, "reservrutin", State::Level(2));
    let mut other = manager.clone();
    other.tell(DeskMsg::Lock(true));
    let lock = other.model.document.clone().into_facts().collect();
    manager.tell(Msg::TabWrote(None, lock));
    manager.tell(Msg::Undo);
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(2))
    );
    assert!(manager.model.notices.contains(&Notice::RoundLocked));
    manager.tell(DeskMsg::Lock(false));
    manager.tell(Msg::Undo); // locked again
    manager.tell(Msg::Redo); // open
    manager.tell(Msg::Undo);
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(2))
    );
}
