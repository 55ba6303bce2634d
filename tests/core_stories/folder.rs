//! The shared folder without a folder: what is handed in goes out once, and what others have handed in comes in.

use mognad::app::desk::folder::{FolderErrand, InFolder, in_folder, read_from_others};
use mognad::app::folder::{
    Carried, FileInfo, FolderOutcome, FolderSaid, FolderTask, Kept, Outgoing,
};
use mognad::app::{DeskEffect, DeskMsg, Effect, FolderMsg, Logged, Msg, own_receipt};
use mognad::domain::{Purged, State, Timestamp, UnitId, Value};
use mognad::exchange::{file_from_json, file_to_json, own_name};

use crate::manager::*;

const DEVICE: &str = "00c0ffee00c0ffee";

impl Manager {
    fn folder_says(&mut self, said: FolderSaid) {
        self.tell(DeskMsg::Folder(FolderMsg::Said(said, DEVICE.to_owned())));
    }

    fn hands_in_to_the_folder(&mut self, unit: &UnitId) -> Option<Outgoing> {
        self.tell(DeskMsg::Folder(FolderMsg::HandIn(unit.clone())));
        self.effects.iter().find_map(|effect| match effect {
            Effect::Desk(DeskEffect::Folder(FolderErrand::Keep(outgoing))) => {
                Some(outgoing.clone())
            }
            _ => None,
        })
    }

    fn is_asked(&self, task: &FolderTask) -> bool {
        let effect = Effect::Desk(DeskEffect::Folder(FolderErrand::Task(task.clone())));
        self.effects.contains(&effect)
    }
}

fn connected() -> (Manager, UnitId) {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Socialförvaltningen", None);
    manager.says(&unit, "reservrutin", State::Level(3));
    manager.folder_says(FolderSaid::Picked("E-råd".into()));
    assert!(manager.is_asked(&FolderTask::List));
    (manager, unit)
}

fn file(name: &str, text: &str) -> FileInfo {
    FileInfo {
        name: name.to_owned(),
        size: text.len() as u64,
        modified: 1,
    }
}

#[test]
fn a_manager_hands_in_through_the_folder_and_is_told_when_the_file_stands_there() {
    let (mut manager, unit) = connected();
    let outgoing = manager.hands_in_to_the_folder(&unit).unwrap();
    assert!(own_receipt(&manager.model, &unit).is_some());
    let kept = |sent| {
        vec![Kept {
            stem: outgoing.stem.clone(),
            sent,
        }]
    };
    manager.folder_says(FolderSaid::HandedOver);
    assert!(manager.is_asked(&FolderTask::List));
    manager.folder_says(FolderSaid::Listed(vec![], kept(false)));
    assert!(manager.is_asked(&FolderTask::Write(outgoing.stem.clone())));
    assert_eq!(in_folder(&manager.model, &unit), InFolder::Waiting);
    let name = own_name(&outgoing.stem, DEVICE);
    let there = file(&name, &outgoing.text);
    manager.folder_says(FolderSaid::Written(outgoing.stem.clone(), there.clone()));
    assert!(matches!(
        in_folder(&manager.model, &unit),
        InFolder::Stands(Some(_))
    ));
    manager.folder_says(FolderSaid::Listed(vec![there], kept(true)));
    assert!(!manager.is_asked(&FolderTask::Write(outgoing.stem)));
}

#[test]
fn without_a_folder_nothing_is_handed_in_through_one() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Socialförvaltningen", None);
    manager.says(&unit, "reservrutin", State::Level(3));
    assert_eq!(manager.hands_in_to_the_folder(&unit), None);
    assert!(own_receipt(&manager.model, &unit).is_none());
}

#[test]
fn what_a_file_in_the_folder_replaces_is_kept_as_an_earlier_answer() {
    let mut colleague = Manager::new(1);
    let unit = colleague.begins("Socialförvaltningen", None);
    colleague.says(&unit, "incidentrutin", State::Level(1));
    let mut manager = Manager::new(2);
    manager
        .reads_in(file_to_json(&colleague.model.document, Timestamp(1)))
        .unwrap();
    colleague.says(&unit, "incidentrutin", State::Level(4));
    colleague.folder_says(FolderSaid::Picked("E-råd".into()));
    let text = colleague.hands_in_to_the_folder(&unit).unwrap().text;
    manager.folder_says(FolderSaid::Picked("E-råd".into()));
    let there = file("mognad-a.mognad.json", &text);
    manager.folder_says(FolderSaid::Listed(vec![there.clone()], vec![]));
    manager.folder_says(FolderSaid::Listed(vec![there.clone()], vec![]));
    manager.folder_says(FolderSaid::Came(there, Some(text)));
    let Some(Effect::Save { earlier, .. }) = manager.effects.first() else {
        panic!("saved first");
    };
    let [(address, was)] = earlier.as_slice() else {
        panic!("{earlier:?}");
    };
    assert!(
        address
            .to_string()
            .ends_with("/incidentrutin/level/together")
    );
    let Some(Value::Answer(answer)) = was.values().pop() else {
        panic!("an answer");
    };
    assert_eq!(answer.state, State::Level(1));
}

#[test]
fn what_a_colleague_handed_in_is_saved_noted_and_not_undone_with_ones_own_gesture() {
    let mut colleague = Manager::new(1);
    let unit = colleague.begins("Socialförvaltningen", None);
    colleague.says(&unit, "incidentrutin", State::Level(1));
    let mut manager = Manager::new(2);
    manager
        .reads_in(file_to_json(&colleague.model.document, Timestamp(1)))
        .unwrap();
    colleague.says(&unit, "reservrutin", State::Level(3));
    colleague.folder_says(FolderSaid::Picked("E-råd".into()));
    let text = colleague.hands_in_to_the_folder(&unit).unwrap().text;
    // A gesture of one's own, just before the colleague's file comes.
    let own = UnitId::municipality();
    manager.says(&own, "reservrutin", State::Level(2));
    manager.folder_says(FolderSaid::Picked("E-råd".into()));
    let there = file("mognad-a.mognad.json", &text);
    manager.folder_says(FolderSaid::Listed(vec![there.clone()], vec![]));
    manager.folder_says(FolderSaid::Listed(vec![there.clone()], vec![]));
    assert!(manager.is_asked(&FolderTask::Read(there.clone())));
    manager.folder_says(FolderSaid::Came(there.clone(), Some(text.clone())));
    let brought = file_from_json(&text).unwrap().document.len();
    let saved = manager.effects.iter().find_map(|effect| match effect {
        Effect::Save { facts, .. } => Some(facts.len()),
        _ => None,
    });
    assert!(saved.is_some_and(|saved| saved > 0 && saved <= brought));
    assert_eq!(read_from_others(&manager.model.desk.folder), 1);
    let noted = manager.model.device.log.last().unwrap();
    assert_eq!(
        (noted.what, noted.whose.as_str()),
        (Logged::TookIn, "Socialförvaltningen")
    );
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(3))
    );
    manager.tell(Msg::Undo);
    assert_eq!(manager.state_of(&own, "reservrutin").state, None);
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(3))
    );
    // The same once more changes nothing, and is not noted.
    let notes = manager.model.device.log.len();
    manager.folder_says(FolderSaid::Came(there, Some(text)));
    assert!(
        !manager
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Save { .. }))
    );
    assert_eq!(manager.model.device.log.len(), notes);
    let line = &manager.model.desk.folder.lines[0];
    assert!(matches!(
        line.outcome,
        FolderOutcome::Read(Carried::In { changed: 0, .. })
    ));
}

#[test]
fn a_folder_that_was_let_go_of_is_asked_for_nothing_more() {
    let (mut manager, unit) = connected();
    manager.tell(DeskMsg::Folder(FolderMsg::LetGo));
    assert_eq!(
        manager.effects,
        [Effect::Desk(DeskEffect::Folder(FolderErrand::Forget))]
    );
    manager.folder_says(FolderSaid::Disconnected);
    manager.folder_says(FolderSaid::Time);
    manager.tell(DeskMsg::Folder(FolderMsg::LookAgain));
    assert_eq!(manager.effects, []);
    assert_eq!(manager.hands_in_to_the_folder(&unit), None);
}

#[test]
fn what_is_removed_for_good_does_not_wait_for_the_folder_either() {
    let (mut manager, unit) = connected();
    let outgoing = manager.hands_in_to_the_folder(&unit).unwrap();
    let scope = Purged::Round(manager.model.round().unwrap());
    assert!(scope.is_named_in(&outgoing.text));
    manager.tell(DeskMsg::Purge(scope.clone()));
    let clean = Effect::Desk(DeskEffect::Folder(FolderErrand::Clean(vec![scope])));
    assert!(manager.effects.contains(&clean));
    // A device that was closed then does it when it is opened.
    manager.folder_says(FolderSaid::Found {
        name: "E-råd".into(),
        allowed: false,
    });
    assert_eq!(manager.effects, [clean]);
}
