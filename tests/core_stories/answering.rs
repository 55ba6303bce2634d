//! Answering, keeping, organising: what one device does.

use mognad::app::{
    CannotRead, Effect, Headline, Keeping, Loaded, Move, Msg, Notice, PublishedSet, Refusal, Route,
    SaveState, StorageTrouble, UndoKind, discussion, headline, in_order, next_open, progress,
    result_of,
};
use mognad::domain::{
    Address, Document, DocumentField, DocumentId, Facet, QuestionId, SetId, State, Timestamp,
    Value, WriterId, units,
};
use mognad::i18n::Language;

use crate::manager::{Manager, published, question, set_id};

#[test]
fn beginning_names_the_unit_makes_the_round_and_goes_to_the_first_question() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("  Socialförvaltningen ", None);
    assert_eq!(manager.model.unit_name(&unit), "Socialförvaltningen");
    let round = manager.model.round().unwrap();
    assert_eq!(
        mognad::domain::round_name(&manager.model.document, &round),
        "Omgång 2026"
    );
    let href = format!("#/besvara/it-mognad/{unit}");
    assert!(
        manager
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Go(route) if route.href() == href))
    );
    // Beginning again for the same name is the same unit.
    let again = manager.begins("Socialförvaltningen", None);
    assert_eq!(again, unit);
    assert_eq!(units(&manager.model.document).len(), 1);
}

#[test]
fn an_answer_is_saved_with_what_the_question_meant_and_the_round_keeps_its_set() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    manager.says(&unit, "reservrutin", State::Level(3));
    let Effect::Save { facts, .. } = &manager.effects[0] else {
        panic!("saved before anything else: {:?}", manager.effects)
    };
    let (set, source) = published();
    let (_, asked) = set.question(&question("reservrutin")).unwrap();
    let kept: Vec<&Address> = facts.iter().map(|(address, _)| address).collect();
    assert!(kept.contains(&&Address::Snapshot(set.hash.clone())));
    assert_eq!(
        manager
            .model
            .document
            .text(&Address::Snapshot(set.hash.clone())),
        Some(source.as_str())
    );
    let answer = facts
        .iter()
        .find_map(|(_, fact)| match &fact.shown()?.value {
            Value::Answer(answer) => Some(answer.clone()),
            _ => None,
        });
    assert_eq!(answer.unwrap().meaning, asked.meaning);
    // The second answer does not carry the set again.
    manager.says(&unit, "incidentrutin", State::Level(2));
    let Effect::Save { facts, .. } = &manager.effects[0] else {
        panic!()
    };
    assert_eq!(facts.len(), 1);
}

#[test]
fn saved_is_said_only_when_every_save_was_confirmed() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    let first = manager.ticket();
    manager.says(&unit, "reservrutin", State::Level(3));
    let second = manager.ticket();
    assert_eq!(manager.model.saves.state(), SaveState::Saving);
    manager.tell(Msg::Saved { ticket: second });
    assert_eq!(manager.model.saves.state(), SaveState::Saving);
    manager.tell(Msg::Saved { ticket: first });
    assert!(matches!(manager.model.saves.state(), SaveState::Saved(_)));
}

#[test]
fn a_refused_save_is_said_until_everything_has_been_saved_again() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    let ticket = manager.ticket();
    manager.tell(Msg::NotSaved {
        ticket,
        why: Refusal::Full,
    });
    manager.says(&unit, "reservrutin", State::Level(3));
    let later = manager.ticket();
    manager.tell(Msg::Saved { ticket: later });
    assert_eq!(
        manager.model.saves.state(),
        SaveState::Refused(Refusal::Full)
    );
    manager.tell(Msg::TryStorageAgain);
    assert_eq!(manager.effects, [Effect::OpenStores]);
    let stored = Document::new(manager.model.document.id().clone());
    manager.tell(Msg::Loaded(Loaded {
        document: stored,
        keeping: Keeping::Browser,
        set_aside: 0,
        newly: false,
        partly: false,
    }));
    let Effect::Save { facts, ticket, .. } = &manager.effects[0] else {
        panic!()
    };
    assert_eq!(facts.len(), manager.model.document.len());
    let ticket = *ticket;
    manager.tell(Msg::Saved { ticket });
    assert!(matches!(manager.model.saves.state(), SaveState::Saved(_)));
}

#[test]
fn without_a_durable_store_it_is_said_so() {
    let mut manager = Manager::new(1);
    for (keeping, state) in [
        (
            Keeping::Temporarily(StorageTrouble::Blocked),
            SaveState::Temporarily(StorageTrouble::Blocked),
        ),
        (
            Keeping::Memory(StorageTrouble::Blocked),
            SaveState::OnlyHere(StorageTrouble::Blocked),
        ),
    ] {
        let document = Document::new(manager.model.document.id().clone());
        manager.tell(Msg::Loaded(Loaded {
            document,
            keeping,
            set_aside: 0,
            newly: false,
            partly: false,
        }));
        assert_eq!(manager.model.saves.state(), state);
    }
}

#[test]
fn not_relevant_wants_its_reason_before_the_question_is_done() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    manager.says(&unit, "reservrutin", State::NotApplicable);
    assert!(manager.state_of(&unit, "reservrutin").lacks_reason);
    assert!(!manager.state_of(&unit, "reservrutin").is_done());
    let write = |text: &str| {
        Msg::Write(
            unit.clone(),
            question("reservrutin"),
            Facet::Rationale,
            text.to_owned(),
        )
    };
    manager.tell(write("Vi har inga egna system"));
    assert!(manager.state_of(&unit, "reservrutin").is_done());
    manager.tell(write("   "));
    assert!(manager.state_of(&unit, "reservrutin").lacks_reason);
}

#[test]
fn not_our_area_takes_the_whole_area_and_undo_brings_the_answers_back() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    manager.says(&unit, "reservrutin", State::Level(4));
    let area = mognad::domain::AreaId::parse("informationssakerhet").unwrap();
    manager.tell(Msg::NotOurArea(set_id(), unit.clone(), area));
    for id in ["informationsklassning", "incidentrutin", "reservrutin"] {
        assert_eq!(manager.state_of(&unit, id).state, Some(State::NotOurArea));
    }
    manager.tell(Msg::Undo);
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(4))
    );
    assert_eq!(manager.state_of(&unit, "incidentrutin").state, None);
    let offered = manager.model.undo.clone().map(|undo| undo.kind);
    assert_eq!(offered, Some(UndoKind::Undone));
}

#[test]
fn the_next_question_is_the_next_open_one_and_goes_round_the_end() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    let set = manager.model.set(&set_id()).unwrap();
    let order: Vec<QuestionId> = in_order(&manager.model, &set, &unit, None)
        .into_iter()
        .map(|question| question.id.clone())
        .collect();
    assert_eq!(order.len(), 31);
    manager.says(&unit, order[1].as_str(), State::Level(1));
    let next = |manager: &Manager, after: usize| {
        next_open(&manager.model, &set, &unit, Some(&order[after]))
    };
    assert_eq!(next(&manager, 0), Some(order[2].clone()));
    assert_eq!(next(&manager, 30), Some(order[0].clone()));
    for id in &order {
        manager.says(&unit, id.as_str(), State::DontKnow);
    }
    assert_eq!(next(&manager, 3), None);
    assert_eq!(progress(&manager.model, &set, &unit).done, 31);
}

#[test]
fn an_individual_answer_is_kept_apart_from_the_agreed_one() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", Some("rektor"));
    manager.says(&unit, "reservrutin", State::Level(2));
    manager.begins("Skola", None);
    assert_eq!(manager.state_of(&unit, "reservrutin").state, None);
    manager.says(&unit, "reservrutin", State::Level(4));
    let set = manager.model.set(&set_id()).unwrap();
    let result = result_of(&manager.model, &set, &unit).unwrap();
    let area = result
        .areas
        .iter()
        .find(|a| a.area.as_str() == "informationssakerhet")
        .unwrap();
    assert_eq!((area.counts.answered, area.agreed), (1, true));
    manager.begins("Skola", Some("rektor"));
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(2))
    );
}

#[test]
fn two_roles_at_one_device_are_two_people_and_each_is_known_again() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", Some("rector"));
    manager.begins("Skola", Some("rektor")); // a slip, mended before anything was answered
    manager.says(&unit, "reservrutin", State::Level(2));
    manager.begins("Skola", Some("controller"));
    assert_eq!(manager.state_of(&unit, "reservrutin").state, None);
    manager.says(&unit, "reservrutin", State::Level(4));
    manager.begins("Skola", None);
    manager.begins("Skola", Some("rektor"));
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(2))
    );
    assert_eq!(manager.model.device.persons.len(), 2);
}

#[test]
fn a_file_from_another_device_is_merged_and_the_same_file_again_changes_nothing() {
    let mut first = Manager::new(1);
    let unit = first.begins("Skola", None);
    first.says(&unit, "reservrutin", State::Level(3));
    first.tell(Msg::SaveFile);
    let text = first
        .effects
        .iter()
        .find_map(|effect| match effect {
            Effect::OfferFile { name, text } => {
                assert_eq!(name, "mognad-2026-11-24.mognad.json");
                Some(text.clone())
            }
            _ => None,
        })
        .unwrap();
    let mut second = Manager::new(2);
    assert!(second.reads_in(text.clone()).is_ok());
    assert!(
        matches!(second.model.notices.last(), Some(Notice::FileRead { changed, .. }) if *changed > 0)
    );
    assert_eq!(
        second.state_of(&unit, "reservrutin").state,
        Some(State::Level(3))
    );
    let before = second.model.document.clone();
    assert!(!second.reads_in(text).unwrap().does_something());
    assert_eq!(second.model.document, before);
    // Answered apart on both: both stay, until somebody chooses.
    second.says(&unit, "reservrutin", State::Level(5));
    first.says(&unit, "reservrutin", State::Level(1));
    second.tell(Msg::SaveFile);
    let text = second
        .effects
        .iter()
        .find_map(|effect| match effect {
            Effect::OfferFile { text, .. } => Some(text.clone()),
            _ => None,
        })
        .unwrap();
    assert_eq!(first.reads_in(text).unwrap().two, 1);
    let state = first.state_of(&unit, "reservrutin");
    assert_eq!(state.others.len(), 1);
    first.says(&unit, "reservrutin", State::Level(2));
    assert!(first.state_of(&unit, "reservrutin").others.is_empty());
}

#[test]
fn another_municipalitys_file_is_recognised_and_nothing_is_touched() {
    let mut ours = Manager::new(1);
    ours.begins("Skola", None);
    let before = ours.model.document.clone();
    let mut theirs = Document::new(DocumentId::from_random(99));
    let name = Address::Document(DocumentField::Municipality);
    theirs.write(
        &name,
        WriterId(9),
        Timestamp(0),
        Value::Text("Grannkommunen".to_owned()),
    );
    let text = mognad::exchange::file_to_json(&theirs, Timestamp(0));
    let name = Some("Grannkommunen".to_owned());
    assert_eq!(
        ours.reads_in(text),
        Err(CannotRead::OtherMunicipality(name))
    );
    assert_eq!(ours.model.document, before);
}

#[test]
fn units_are_moved_by_one_fact_and_hidden_with_a_way_back() {
    let mut manager = Manager::new(1);
    for name in ["A", "B", "C"] {
        manager.tell(Msg::AddUnit(name.to_owned()));
    }
    let names = |manager: &Manager| {
        units(&manager.model.document)
            .into_iter()
            .map(|unit| unit.name)
            .collect::<Vec<_>>()
    };
    let c = units(&manager.model.document)[2].id.clone();
    manager.tell(Msg::MoveUnit(c.clone(), Move::Up));
    let Effect::Save { facts, .. } = &manager.effects[0] else {
        panic!()
    };
    assert_eq!(facts.len(), 1);
    assert_eq!(names(&manager), ["A", "C", "B"]);
    manager.tell(Msg::MoveUnit(c.clone(), Move::Up));
    manager.tell(Msg::MoveUnit(c.clone(), Move::Up));
    assert_eq!(names(&manager), ["C", "A", "B"]);
    manager.tell(Msg::MoveUnit(c.clone(), Move::Down));
    assert_eq!(names(&manager), ["A", "C", "B"]);
    manager.tell(Msg::HideUnit(c));
    assert_eq!(names(&manager), ["A", "B"]);
    manager.tell(Msg::Undo);
    assert_eq!(names(&manager), ["A", "C", "B"]);
}

#[test]
fn the_result_begins_with_a_finding_and_ends_with_what_lies_nearest() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    let set = manager.model.set(&set_id()).unwrap();
    let result = |manager: &Manager| result_of(&manager.model, &set, &unit).unwrap();
    assert_eq!(
        headline(&set, &result(&manager), Language::Swedish),
        Headline::TooEarly
    );
    for (id, level) in [
        ("informationsklassning", 2),
        ("incidentrutin", 3),
        ("reservrutin", 1),
    ] {
        manager.says(&unit, id, State::Level(level));
    }
    assert!(
        matches!(headline(&set, &result(&manager), Language::Swedish), Headline::One { value, .. } if (value - 2.0).abs() < 1e-9)
    );
    manager.says(&unit, "forvaltningens-it-kostnad", State::Level(5));
    let Headline::Spread { strongest, weakest } =
        headline(&set, &result(&manager), Language::Swedish)
    else {
        panic!()
    };
    assert_eq!(
        (strongest.as_str(), weakest.as_str()),
        ("debitering", "informationssakerhet")
    );
    let steps: Vec<(String, u8)> = discussion(&manager.model, &set, &unit)
        .gaps
        .into_iter()
        .map(|step| (step.question.to_string(), step.level))
        .collect();
    let expected = [
        ("reservrutin", 1),
        ("informationsklassning", 2),
        ("incidentrutin", 3),
    ];
    assert_eq!(steps, expected.map(|(id, from)| (id.to_owned(), from)));
}

#[test]
fn a_damaged_set_leaves_the_answers_untouched_and_the_one_in_use_in_place() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    manager.says(&unit, "reservrutin", State::Level(3));
    manager.tell(Msg::SetCame(
        set_id(),
        Language::Swedish,
        Err(mognad::app::SetError::Damaged),
    ));
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(3))
    );
}

#[test]
fn a_round_goes_by_the_set_that_it_keeps_when_the_app_publishes_another() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    manager.says(&unit, "reservrutin", State::Level(3));
    let (mut newer, _) = published();
    newer.hash = mognad::domain::ContentHash::parse("beef").unwrap();
    newer.title = "IT-mognad, ny version".to_owned();
    let source = serde_json::to_string(&newer).unwrap();
    let came = Box::new(PublishedSet { set: newer, source });
    manager.tell(Msg::SetCame(set_id(), Language::Swedish, Ok(came)));
    assert_eq!(manager.model.set(&set_id()).unwrap().title, "IT-mognad");
}

#[test]
fn arriving_at_a_page_asks_for_its_set_once() {
    let mut manager = Manager::new(1);
    manager.model.sets.clear();
    manager.tell(Msg::Arrived(Route::parse("#/besvara")));
    assert_eq!(
        manager.effects,
        SetId::published().map(|id| Effect::FetchSet(id, Language::Swedish))
    );
    manager.tell(Msg::Arrived(Route::parse("#/besvara")));
    assert_eq!(manager.effects, []);
}
