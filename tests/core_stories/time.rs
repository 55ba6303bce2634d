//! One round after another: what was said before stands beside the question, and goes on where the question means the same.

use mognad::app::desk::development;
use mognad::app::{DeskMsg, Effect, Msg, SaidBefore, Since, said_before, since};
use mognad::domain::{
    Address, Answer, Break, Document, DocumentId, Facet, Moved, Moves, QuestionMove, QuestionSet,
    RoundAsked, RoundId, State, Timestamp, TrendLine, TwoRounds, UnitField, UnitId, Value, Voice,
    WriterId, moves, round_name, trend,
};

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
    let stands = |manager: &Manager| since(&manager.model, &unit, asked, &said);
    assert_eq!(stands(&manager), Since::Same);

    manager.tell(Msg::Undo);
    let now = manager.state_of(&unit, "reservrutin");
    assert_eq!((now.state, now.rationale.as_str()), (None, ""));
    assert_eq!(stands(&manager), Since::Open);
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

/// Whoever has answered otherwise by now is not offered to lose that in one click.
#[test]
fn what_has_been_answered_otherwise_this_year_is_not_offered_to_be_unchanged() {
    let (mut manager, unit) = a_year_later();
    let said = before(&manager, &unit, "reservrutin").unwrap();
    let set = manager.model.set(&set_id()).unwrap();
    let (_, asked) = set.question(&question("reservrutin")).unwrap();
    manager.says(&unit, "reservrutin", State::Level(3));
    assert_eq!(since(&manager.model, &unit, asked, &said), Since::Nothing);
    // The same answer without its reason: the reason can still be taken over.
    manager.says(&unit, "reservrutin", State::Level(2));
    assert_eq!(since(&manager.model, &unit, asked, &said), Since::Open);
    takes_over(&mut manager, &unit, "reservrutin");
    assert_eq!(since(&manager.model, &unit, asked, &said), Since::Same);
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
    let joined = Address::Unit(unit.clone(), UnitField::JoinedTo);
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
        ("reworded", vec![("Enkelt?", level(2), true)]),
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
        &Voice::Together,
    );
    assert_eq!(after.map(|a| a.state), Some(level(2)));
}

/// Three rounds of a set with one area of four questions; the third round sharpens one of them.
fn three_rounds() -> (Document, UnitId, [RoundId; 3], [QuestionSet; 3]) {
    let questions = |sharpened: &str| {
        changing::written(&[
            ("a", "m1", "A?"),
            ("b", "m2", "B?"),
            ("c", "m3", "C?"),
            ("d", sharpened, "D?"),
        ])
    };
    let old = changing::version("1.0.0", "one", &questions("m4"));
    let new = changing::version("2.0.0", "two", &questions("m9"));
    let rounds = ["r-1", "r-2", "r-3"].map(changing::round);
    let document = Document::new(DocumentId::from_random(1));
    (
        document,
        changing::unit("u-1"),
        rounds,
        [old.clone(), old, new],
    )
}

/// Answers an area's questions in their order; 0 leaves one open.
fn give(document: &mut Document, round: &RoundId, unit: &UnitId, set: &QuestionSet, said: &[u8]) {
    for (question, level) in set.areas[0].questions.iter().zip(said) {
        if *level > 0 {
            let state = State::Level(*level);
            let at = Address::answer(round, unit, &question.id, Facet::Level, &Voice::Together);
            let meaning = question.meaning.clone();
            let value = Value::Answer(Answer { state, meaning });
            document.write(&at, WriterId(1), Timestamp(1), value);
        }
    }
}

fn asked<'a>(rounds: &'a [RoundId], sets: &'a [QuestionSet]) -> Vec<RoundAsked<'a>> {
    let pairs = rounds.iter().zip(sets);
    pairs
        .map(|(round, set)| RoundAsked { round, set })
        .collect()
}

fn values(line: &TrendLine) -> Vec<Option<f64>> {
    let points = line.points.iter();
    points
        .map(|point| point.as_ref().and_then(|point| point.value))
        .collect()
}

/// Hand-worked: (1+2+3+2)/4 = 2, (2+2+3+3)/4 = 2.5, (3+2+3+1)/4 = 2.25; without d, which was sharpened: 2, 7/3, 8/3.
#[test]
fn the_line_breaks_where_a_question_means_something_else_and_the_same_questions_go_on() {
    let (mut document, unit, rounds, sets) = three_rounds();
    for (n, said) in [[1, 2, 3, 2], [2, 2, 3, 3], [3, 2, 3, 1]]
        .into_iter()
        .enumerate()
    {
        give(&mut document, &rounds[n], &unit, &sets[n], &said);
    }
    let lines = trend(&document, &unit, &asked(&rounds, &sets));
    assert_eq!(lines.len(), 2, "the whole and its area");
    for line in &lines {
        assert_eq!(values(line), [Some(2.0), Some(2.5), Some(2.25)]);
        let joined: Vec<bool> = (0..3).map(|to| line.is_joined(to)).collect();
        assert_eq!(joined, [false, true, false]);
        let changed = Break {
            changed: 1,
            ..Break::default()
        };
        assert_eq!(line.breaks, [None, None, Some(changed)]);
        let same = line.same.as_ref().unwrap();
        assert_eq!((same.questions, same.of), (3, 4));
        assert_eq!(same.values, [Some(2.0), Some(7.0 / 3.0), Some(8.0 / 3.0)]);
    }
}

/// A round without an answer is a gap: nothing is drawn over it, and it takes no question out of the index.
#[test]
fn a_round_without_answers_is_a_gap_and_no_value() {
    let (mut document, unit, rounds, _) = three_rounds();
    let set = three_rounds().3[0].clone();
    let sets = [set.clone(), set.clone(), set];
    give(&mut document, &rounds[0], &unit, &sets[0], &[1, 2, 3, 2]);
    give(&mut document, &rounds[2], &unit, &sets[2], &[2, 2, 3, 3]);
    let lines = trend(&document, &unit, &asked(&rounds, &sets));
    assert_eq!(values(&lines[1]), [Some(2.0), None, Some(2.5)]);
    assert!((0..3).all(|to| !lines[1].is_joined(to)));
    assert_eq!(lines[1].breaks, [None, None, None]);
    let same = lines[1].same.as_ref().unwrap();
    assert_eq!(same.values, [Some(2.0), None, Some(2.5)]);
}

#[test]
fn every_answer_has_become_one_thing_and_what_cannot_be_compared_is_not() {
    let (mut document, unit, rounds, sets) = three_rounds();
    give(&mut document, &rounds[1], &unit, &sets[1], &[1, 3, 0, 2]);
    let now = [2, 1, 3, 2];
    give(&mut document, &rounds[2], &unit, &sets[2], &now);
    let asked = asked(&rounds, &sets);
    let became = |moves: &[QuestionMove]| -> Vec<(String, Moved)> {
        let named = |one: &QuestionMove| {
            let last = one.after.as_ref().or(one.before.last()).unwrap();
            (last.question.to_string(), one.moved)
        };
        moves.iter().map(named).collect()
    };
    let found = moves(&document, &unit, &TwoRounds::of(asked[1], asked[2]));
    let expected = [
        ("a", Moved::Rose),
        ("b", Moved::Fell),
        ("c", Moved::New),
        ("d", Moved::Changed),
    ];
    assert_eq!(
        became(&found),
        expected.map(|(id, moved)| (id.to_owned(), moved))
    );
    let counts = Moves::of(&found);
    assert_eq!(
        (counts.compared(), counts.rose, counts.new, counts.changed),
        (2, 1, 1, 1)
    );

    // Back in time nothing else is said: what was new is gone, and what cannot be compared cannot either way.
    let back = moves(&document, &unit, &TwoRounds::of(asked[2], asked[1]));
    let expected = [
        ("a", Moved::Fell),
        ("b", Moved::Rose),
        ("c", Moved::Gone),
        ("d", Moved::Changed),
    ];
    assert_eq!(
        became(&back),
        expected.map(|(id, moved)| (id.to_owned(), moved))
    );
    assert_eq!(
        moves(&document, &unit, &TwoRounds::of(asked[0], asked[0])),
        []
    );
}

/// Each question of the old set in its fate: the answers of what was split or merged are compared with nothing.
#[test]
fn what_was_split_merged_or_retired_is_never_a_rise_or_a_fall() {
    let (old, new) = changing::two_versions();
    let mut manager = changing::answered(&old);
    manager.opens("r-2", "b");
    manager.comes(&new);
    for question in &new.areas[0].questions {
        manager.answers("u-1", question.id.as_str(), State::Level(3));
    }
    let rounds = ["r-1", "r-2"].map(changing::round);
    let sets = [old, new];
    let asked = asked(&rounds, &sets);
    let found = moves(
        &manager.model.document,
        &changing::unit("u-1"),
        &TwoRounds::of(asked[0], asked[1]),
    );
    let told: Vec<(&str, usize, Moved)> = found
        .iter()
        .map(|one| match &one.after {
            Some(after) => (after.question.as_str(), one.before.len(), one.moved),
            None => (one.before[0].question.as_str(), 0, one.moved),
        })
        .collect();
    assert_eq!(
        told,
        [
            ("stays", 1, Moved::Rose),
            ("reworded", 1, Moved::Rose),
            ("sharpened", 1, Moved::Changed),
            ("both", 1, Moved::Changed),
            ("and", 1, Moved::Changed),
            ("whole", 2, Moved::Changed),
            ("fresh", 0, Moved::New),
            ("dropped", 0, Moved::Gone),
        ]
    );
    let lines = trend(&manager.model.document, &changing::unit("u-1"), &asked);
    let expected = Break {
        changed: 1,
        added: 4,
        removed: 4,
        ..Break::default()
    };
    assert_eq!(lines[1].breaks, [None, Some(expected)]);
    assert_eq!(
        lines[1].same.as_ref().map(|same| (same.questions, same.of)),
        Some((2, 7))
    );
}

/// Two units and the municipality over two rounds: each is counted by its own answers, and an answer once.
#[test]
fn every_unit_is_counted_by_its_own_answers() {
    let mut manager = Manager::new(1);
    let [school, care] = ["Skola", "Vård"].map(|name| manager.begins(name, None));
    manager.says(&school, "reservrutin", State::Level(2));
    manager.says(&school, "incidentrutin", State::Level(3));
    manager.says(&care, "reservrutin", State::Level(4));
    manager.tell(DeskMsg::NewRound);
    manager.says(&school, "reservrutin", State::Level(3));
    manager.says(&school, "incidentrutin", State::Level(1));
    manager.says(&care, "reservrutin", State::Level(4));
    manager.says(&care, "incidentrutin", State::Level(1));
    let set = manager.model.set(&set_id()).unwrap();
    let found = development(&manager.model, &set, &school, None);
    let between = found.compared.unwrap();
    let of = |rose, fell, stayed, new| Moves {
        rose,
        fell,
        stayed,
        new,
        ..Moves::default()
    };
    let expected = [(school, of(1, 1, 0, 0)), (care, of(0, 0, 1, 1))];
    assert_eq!(between.by_unit(&manager.model), expected);
    assert_eq!(Moves::of(&between.moves), expected[0].1);
    let nobody = development(&manager.model, &set, &UnitId::from_random(99), None);
    assert_eq!((nobody.compared, nobody.answered), (None, Vec::new()));
}
