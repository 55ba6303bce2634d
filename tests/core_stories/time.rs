//! One round after another: what was said before stands beside the question, and goes on where the question means the same.

use mognad::app::{DeskMsg, Effect, Msg, SaidBefore, is_unchanged, said_before};
use mognad::domain::{Facet, State, UnitField, UnitId, Value, round_name};

use crate::manager::*;
use crate::set_changes as changing;

/// What stands beside a question of IT-mognad.
fn before(manager: &Manager, unit: &UnitId, id: &str) -> Option<SaidBefore> {
    let set = manager.model.set(&set_id()).unwrap();
    said_before(&manager.model, &set, unit, &question(id))
}

fn writes_why(manager: &mut Manager, unit: &UnitId, id: &str, why: &str) {
    let write = Msg::Write(unit.clone(), question(id), Facet::Rationale, why.to_owned());
    manager.tell(write);
}

/// A round in which one question has been answered together, with its reason, and the next one after it.
fn a_year_later() -> (Manager, UnitId) {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Socialförvaltningen", None);
    manager.says(&unit, "reservrutin", State::Level(2));
    writes_why(&mut manager, &unit, "reservrutin", "Bara två vet hur.");
    manager.tell(DeskMsg::NewRound);
    (manager, unit)
}

fn takes_over(manager: &mut Manager, unit: &UnitId, id: &str) {
    manager.tell(Msg::Unchanged(set_id(), unit.clone(), question(id)));
}

#[test]
fn beside_a_question_stands_what_the_unit_answered_in_the_round_before() {
    let (manager, unit) = a_year_later();
    let found = before(&manager, &unit, "reservrutin").unwrap();
    assert!(found.is_last);
    assert_eq!(found.said.len(), 1);
    assert_eq!(found.said[0].answers[0].state, State::Level(2));
    assert_eq!(found.said[0].reasons, ["Bara två vet hur."]);
    assert_eq!(before(&manager, &unit, "incidentrutin"), None);
    let other = UnitId::from_random(99);
    assert_eq!(before(&manager, &other, "reservrutin"), None);
}

#[test]
fn unchanged_takes_answer_and_reason_over_in_one_save_and_one_undo_takes_both_back() {
    let (mut manager, unit) = a_year_later();
    takes_over(&mut manager, &unit, "reservrutin");
    let saves = manager.effects.iter().filter_map(|effect| match effect {
        Effect::Save { facts, .. } => Some(facts.len()),
        _ => None,
    });
    assert_eq!(saves.collect::<Vec<_>>().len(), 1);
    let now = manager.state_of(&unit, "reservrutin");
    assert_eq!(now.state, Some(State::Level(2)));
    assert_eq!(now.rationale, "Bara två vet hur.");
    let set = manager.model.set(&set_id()).unwrap();
    let (_, asked) = set.question(&question("reservrutin")).unwrap();
    let said = before(&manager, &unit, "reservrutin").unwrap();
    assert!(is_unchanged(&manager.model, &unit, asked, &said.said[0]));

    manager.tell(Msg::Undo);
    let now = manager.state_of(&unit, "reservrutin");
    assert_eq!((now.state, now.rationale.as_str()), (None, ""));
    manager.tell(Msg::Redo);
    let now = manager.state_of(&unit, "reservrutin");
    assert_eq!(now.state, Some(State::Level(2)));
    assert_eq!(now.rationale, "Bara två vet hur.");
}

#[test]
fn a_reason_that_was_written_this_year_stays_when_the_answer_is_unchanged() {
    let (mut manager, unit) = a_year_later();
    writes_why(&mut manager, &unit, "reservrutin", "Nu vet tre hur.");
    takes_over(&mut manager, &unit, "reservrutin");
    let now = manager.state_of(&unit, "reservrutin");
    assert_eq!(now.state, Some(State::Level(2)));
    assert_eq!(now.rationale, "Nu vet tre hur.");
}

#[test]
fn nothing_is_taken_over_into_a_locked_round() {
    let (mut manager, unit) = a_year_later();
    manager.tell(DeskMsg::Lock(true));
    takes_over(&mut manager, &unit, "reservrutin");
    let now = manager.state_of(&unit, "reservrutin");
    assert_eq!((now.state, now.rationale.as_str()), (None, ""));
}

#[test]
fn who_answers_alone_sees_her_own_answer_and_who_answer_together_see_theirs() {
    let (mut manager, unit) = a_year_later();
    let alone = |manager: &mut Manager, role: Option<&str>| {
        manager.tell(Msg::Begin {
            set: set_id(),
            unit: Ok(unit.clone()),
            role: role.map(str::to_owned),
        });
    };
    alone(&mut manager, Some("Enhetschef"));
    assert_eq!(before(&manager, &unit, "reservrutin"), None);
    manager.says(&unit, "reservrutin", State::Level(5));
    manager.tell(DeskMsg::NewRound);
    let level =
        |manager: &Manager| before(manager, &unit, "reservrutin").unwrap().said[0].answers[0].state;
    assert_eq!(level(&manager), State::Level(5));
    alone(&mut manager, Some("Förvaltningschef"));
    assert_eq!(before(&manager, &unit, "reservrutin"), None);
    // The round in between has no agreed answer: the one of the round before it is the nearest.
    alone(&mut manager, None);
    assert_eq!(level(&manager), State::Level(2));
    assert!(!before(&manager, &unit, "reservrutin").unwrap().is_last);
}

#[test]
fn a_unit_that_was_joined_brings_what_it_answered_before() {
    let (mut manager, unit) = a_year_later();
    let same = manager.begins("Socialtjänsten", None);
    let joined = mognad::domain::Address::Unit(unit.clone(), UnitField::JoinedTo);
    manager.writes(&joined, Value::Text(same.as_str().to_owned()));
    takes_over(&mut manager, &same, "reservrutin");
    let now = manager.state_of(&same, "reservrutin");
    assert_eq!(now.state, Some(State::Level(2)));
    assert_eq!(now.rationale, "Bara två vet hur.");
}

/// The set changed in between: what was reworded goes on, what was sharpened is shown and not offered, and what was split or
/// merged shows the answers to the questions that it came from.
#[test]
fn a_question_that_changed_shows_what_it_came_from_and_offers_nothing() {
    let (old, new) = changing::two_versions();
    let mut manager = changing::answered(&old);
    manager.opens("r-2", "b");
    manager.comes(&new);
    let unit = changing::unit("u-1");
    let told = |manager: &Manager, id: &str| {
        let set = manager.model.set(&changing::set_id()).unwrap();
        let (_, now) = set.question(&question(id)).unwrap();
        let before = said_before(&manager.model, &set, &unit, &now.id);
        before.map(|before| {
            let of = before.set.as_ref().unwrap_or(&set);
            let one = |said: &mognad::domain::Before| {
                let (_, was) = of.question(&said.question).unwrap();
                (
                    was.text.clone(),
                    said.answers[0].state,
                    said.unchanged(now).is_some(),
                )
            };
            (
                round_name(&manager.model.document, &before.round),
                before.said.iter().map(one).collect::<Vec<_>>(),
            )
        })
    };
    let level = State::Level;
    for (id, expected) in [
        ("stays", vec![("Stannar?", level(1), true)]),
        ("reworded", vec![("Krångligt?", level(2), true)]),
        ("sharpened", vec![("Ungefär?", level(3), false)]),
        ("both", vec![("Både och?", level(1), false)]),
        ("and", vec![("Både och?", level(1), false)]),
        (
            "whole",
            vec![("Vänster?", level(2), false), ("Höger?", level(3), false)],
        ),
    ] {
        let (round, said) = told(&manager, id).unwrap();
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(a, b, c)| (a.to_owned(), b, c))
            .collect();
        assert_eq!((round.as_str(), said), ("r-1", expected), "{id}");
    }
    assert_eq!(told(&manager, "fresh"), None);
    let take = |id: &str| Msg::Unchanged(changing::set_id(), unit.clone(), question(id));
    for id in ["sharpened", "both", "whole", "fresh"] {
        let before = manager.model.document.clone();
        manager.tell(take(id));
        assert_eq!(manager.model.document, before, "{id}");
    }
    manager.tell(take("reworded"));
    let after = mognad::domain::answer_of(
        &manager.model.document,
        &changing::round("r-2"),
        &unit,
        &question("reworded"),
        &mognad::domain::Voice::Together,
    );
    assert_eq!(after.map(|a| a.state), Some(level(2)));
}
