//! *Tidigare svar*, *papperskorgen* and the journal: what is kept beside the document, and what comes back out of it.

use mognad::app::desk::history::{earlier_answers, hidden_units, kept, present_answers, removed};
use mognad::app::desk::journal::{answers, counted, handed_in, last_taken_in};
use mognad::app::desk::{HistoryMsg, history::Earlier};
use mognad::app::{ChosenFile, DeskMsg, Effect, Msg, Notice, UndoKind, Way};
use mognad::domain::{
    Address, Facet, Fact, Purged, State, Timestamp, UnitId, Value, Voice, WriterId,
};
use mognad::exchange::file_to_json;

use crate::manager::*;

/// Somebody whose store keeps what it is given.
struct Keeper {
    manager: Manager,
    kept: Vec<(Address, Fact)>,
}

impl Keeper {
    fn new() -> (Self, UnitId) {
        let mut manager = Manager::new(1);
        let unit = manager.begins("Skola", None);
        let kept = Vec::new();
        (Self { manager, kept }, unit)
    }

    fn tells(&mut self, msg: impl Into<Msg>) {
        self.manager.tell(msg);
        for effect in &self.manager.effects {
            if let Effect::Save { earlier, .. } = effect {
                self.kept.extend(earlier.iter().cloned());
            }
        }
        let came = HistoryMsg::Came(Some(self.kept.clone()));
        self.manager.tell(DeskMsg::History(came));
    }

    fn says(&mut self, unit: &UnitId, id: &str, state: State) {
        self.tells(Msg::Choose(set_id(), unit.clone(), question(id), state));
    }

    fn earlier(&self, unit: &UnitId, id: &str) -> Vec<Earlier> {
        earlier_answers(&self.manager.model, unit, &question(id))
    }
}

fn levels(earlier: &[Earlier]) -> Vec<State> {
    let states = earlier.iter().filter_map(|earlier| match &earlier.value {
        Value::Answer(answer) => Some(answer.state),
        _ => None,
    });
    states.collect()
}

#[test]
fn what_a_question_was_answered_before_is_listed_the_latest_first_and_each_once() {
    let (mut keeper, unit) = Keeper::new();
    for level in [1, 2, 1, 3] {
        keeper.says(&unit, "reservrutin", State::Level(level));
    }
    keeper.says(&unit, "incidentrutin", State::Level(5));
    let earlier = keeper.earlier(&unit, "reservrutin");
    assert_eq!(levels(&earlier), [State::Level(1), State::Level(2)]);
    let now = present_answers(&keeper.manager.model, &unit, &question("reservrutin"));
    assert_eq!(levels(&now), [State::Level(3)]);
    assert_eq!(kept(&keeper.manager.model), Some(3));
    assert!(keeper.earlier(&unit, "incidentrutin").is_empty());
}

#[test]
fn an_earlier_answer_is_put_back_as_a_new_one_which_can_be_undone() {
    let (mut keeper, unit) = Keeper::new();
    keeper.says(&unit, "reservrutin", State::Level(2));
    keeper.says(&unit, "reservrutin", State::Level(4));
    let back = keeper.earlier(&unit, "reservrutin").remove(0);
    keeper.tells(DeskMsg::History(HistoryMsg::PutBack(
        back.address,
        back.value,
    )));
    let state = |keeper: &Keeper| keeper.manager.state_of(&unit, "reservrutin").state;
    assert_eq!(state(&keeper), Some(State::Level(2)));
    let offered = keeper.manager.model.undo.clone().map(|undo| undo.kind);
    assert_eq!(offered, Some(UndoKind::PutBack));
    assert_eq!(
        levels(&keeper.earlier(&unit, "reservrutin")),
        [State::Level(4)]
    );
    keeper.tells(Msg::Undo);
    assert_eq!(state(&keeper), Some(State::Level(4)));
}

#[test]
fn what_was_removed_waits_in_the_bin_and_what_was_written_anew_does_not() {
    let (mut keeper, unit) = Keeper::new();
    keeper.says(&unit, "reservrutin", State::Level(2));
    keeper.says(&unit, "incidentrutin", State::Level(3));
    keeper.tells(Msg::Unsure(unit.clone(), question("reservrutin"), true));
    keeper.tells(Msg::Unsure(unit.clone(), question("reservrutin"), false));
    keeper.tells(Msg::Clear(unit.clone(), question("reservrutin")));
    keeper.tells(Msg::Clear(unit.clone(), question("incidentrutin")));
    keeper.says(&unit, "incidentrutin", State::Level(1));
    keeper.tells(Msg::HideUnit(unit.clone()));
    assert_eq!(levels(&removed(&keeper.manager.model)), [State::Level(2)]);
    assert_eq!(removed(&keeper.manager.model).len(), 1);
    assert_eq!(
        hidden_units(&keeper.manager.model),
        std::slice::from_ref(&unit)
    );
    keeper.tells(DeskMsg::ShowUnit(unit));
    assert!(hidden_units(&keeper.manager.model).is_empty());
}

#[test]
fn what_a_file_replaces_is_kept_and_what_it_leaves_is_not() {
    let (mut keeper, unit) = Keeper::new();
    keeper.says(&unit, "reservrutin", State::Level(2));
    keeper.says(&unit, "incidentrutin", State::Level(2));
    let mut theirs = keeper.manager.model.document.clone();
    let round = keeper.manager.model.round().unwrap();
    let level =
        |id: &str| Address::answer(&round, &unit, &question(id), Facet::Level, &Voice::Together);
    let now = theirs.value(&level("reservrutin")).unwrap().clone();
    let Value::Answer(mut answer) = now else {
        panic!("an answer");
    };
    answer.state = State::Level(5);
    theirs.write(
        &level("reservrutin"),
        WriterId(9),
        Timestamp(1),
        Value::Answer(answer),
    );
    let text = file_to_json(&theirs, Timestamp(0));
    keeper.tells(Msg::FilesCame(vec![ChosenFile {
        name: "svar.mognad.json".to_owned(),
        text: Some(text),
    }]));
    keeper.tells(Msg::TakeIn);
    let earlier = keeper.earlier(&unit, "reservrutin");
    assert_eq!(levels(&earlier), [State::Level(2)]);
    assert!(keeper.earlier(&unit, "incidentrutin").is_empty());
    let whose = last_taken_in(&keeper.manager.model).map(|entry| entry.whose.clone());
    assert_eq!(whose.as_deref(), Some("Skola"));
}

#[test]
fn a_locked_round_takes_nothing_back() {
    let (mut keeper, unit) = Keeper::new();
    keeper.says(&unit, "reservrutin", State::Level(2));
    keeper.says(&unit, "reservrutin", State::Level(4));
    keeper.tells(DeskMsg::Lock(true));
    let back = keeper.earlier(&unit, "reservrutin").remove(0);
    keeper.tells(DeskMsg::History(HistoryMsg::PutBack(
        back.address,
        back.value,
    )));
    let state = keeper.manager.state_of(&unit, "reservrutin").state;
    assert_eq!(state, Some(State::Level(4)));
    assert!(keeper.manager.model.notices.contains(&Notice::RoundLocked));
}

#[test]
fn what_is_removed_for_good_is_in_no_list_of_earlier_answers() {
    let (mut keeper, unit) = Keeper::new();
    keeper.says(&unit, "reservrutin", State::Level(2));
    keeper.tells(Msg::Clear(unit.clone(), question("reservrutin")));
    assert_eq!(removed(&keeper.manager.model).len(), 1);
    let mark = Address::Purged(Purged::Unit(unit));
    let document = &mut keeper.manager.model.document;
    document.write(&mark, WriterId(1), Timestamp(1), Value::Flag(true));
    assert!(removed(&keeper.manager.model).is_empty());
}

#[test]
fn the_journal_counts_answers_by_unit_and_set_and_tells_what_was_handed_in() {
    let (mut keeper, unit) = Keeper::new();
    let other = keeper.manager.begins("Vård", None);
    keeper.says(&unit, "reservrutin", State::Level(2));
    keeper.says(&unit, "incidentrutin", State::DontKnow);
    keeper.says(&other, "reservrutin", State::Level(2));
    let model = &keeper.manager.model;
    assert_eq!(answers(model), 3);
    let rows = counted(model);
    assert_eq!(rows.len(), 3); // and the municipality
    let row = rows.iter().find(|row| row.unit == unit).unwrap();
    let first = row.sets.first().copied().unwrap();
    assert_eq!(first.0, 2);
    assert!(first.1 > 20, "{first:?}");
    assert!(handed_in(model).is_empty());
    keeper.tells(Msg::HandIn(unit.clone(), Way::Here));
    keeper.says(&unit, "reservrutin", State::Level(3));
    let handed_in = handed_in(&keeper.manager.model);
    assert_eq!(handed_in.len(), 1);
    assert_eq!((handed_in[0].unit.clone(), handed_in[0].changed), (unit, 1));
    assert_eq!(last_taken_in(&keeper.manager.model), None);
}
