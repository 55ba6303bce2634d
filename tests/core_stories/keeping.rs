//! Removing for good, Kommunens fil, the archive, and the reminder.

use mognad::app::desk::{
    Archive, ArchiveMsg, Choice, FileMsg, FileTrouble, NotWritten, Removal, Step, purgeable,
    reminder, round_states, would_go,
};
use mognad::app::{
    Answers, CannotRead, DeskEffect, DeskMsg, Effect, Msg, Notice, Route, SaveState, Way,
};
use mognad::domain::{
    Address, Document, DocumentField, DocumentId, Facet, PersonField, PersonId, Purged, RoundField,
    State, Timestamp, UnitId, Value, WriterId,
};
use mognad::exchange::{FileError, FreeText, Names, WorkerError, file_from_json, file_to_json};

use crate::manager::{Manager, question};

const SECRET: &str = "Anna har berättat om avbrottet";

impl Manager {
    fn desk(&mut self, msg: DeskMsg) {
        self.tell(Msg::Desk(msg));
    }

    fn file(&mut self, msg: FileMsg) {
        self.desk(DeskMsg::File(msg));
    }

    fn desk_asked(&self) -> Vec<DeskEffect> {
        let desk = |effect: &Effect| match effect {
            Effect::Desk(effect) => Some(effect.clone()),
            _ => None,
        };
        self.effects.iter().filter_map(desk).collect()
    }

    fn whole(&self) -> String {
        file_to_json(&self.model.document, Timestamp(0))
    }

    fn person(&self) -> PersonId {
        match &self.model.device.answers {
            Some(Answers::Person(person)) => person.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn reason(&mut self, unit: &UnitId, text: &str) {
        self.tell(Msg::Write(
            unit.clone(),
            question("reservrutin"),
            Facet::Rationale,
            text.to_owned(),
        ));
    }

    /// A manager who has answered together and once alone, and handed both in; gives the unit and the person.
    fn with_a_person() -> (Self, UnitId, PersonId) {
        let mut manager = Self::new(1);
        let unit = manager.begins("Socialförvaltningen", None);
        manager.says(&unit, "reservrutin", State::Level(3));
        manager.begins("Skolförvaltningen", Some("Rektor"));
        let school = manager.model.device.unit.clone().unwrap();
        manager.says(&school, "reservrutin", State::Level(2));
        manager.reason(&school, SECRET);
        manager.tell(Msg::HandIn(school, Way::File));
        let person = manager.person();
        (manager, unit, person)
    }

    /// Everything that could bring a text back: the document, what is to be saved, and what undo remembers.
    fn remembers(&self, text: &str) -> bool {
        let undo = format!("{:?}", self.model.steps);
        let document = format!("{:?}", self.model.document);
        let saved = format!("{:?}", self.effects);
        [undo, document, saved].iter().any(|all| all.contains(text))
    }
}

#[test]
fn a_round_that_is_removed_for_good_is_gone_and_no_old_copy_brings_it_back() {
    let (mut manager, _, person) = Manager::with_a_person();
    let old = manager.whole();
    assert!(manager.remembers(SECRET));
    let round = manager.model.round().unwrap();
    let scope = Purged::Round(round.clone());
    assert!(purgeable(&manager.model).contains(&scope));

    let goes = would_go(&manager.model, &scope);
    assert_eq!(goes.count(), 2);
    assert_eq!((goes.texts, goes.receipts), (1, 1));
    assert_eq!(goes.persons, vec![person.clone()]);

    manager.desk(DeskMsg::Purge(scope.clone()));
    assert!(!manager.remembers(SECRET) && !manager.remembers("Rektor"));
    assert!(!manager.model.steps.can_undo());
    assert_eq!(manager.effects.last(), Some(&Effect::Rewrite));
    assert_eq!(manager.model.desk.removal, Removal::UnderWay(2));
    manager.tell(Msg::Rewritten);
    assert_eq!(manager.model.desk.removal, Removal::Done(2));
    let mark = manager.model.document.value(&Address::Purged(scope));
    assert_eq!(mark, Some(&Value::Flag(true)));

    let preview = manager.reads_in(old).unwrap();
    assert!(preview.purged > 5, "{preview:?}");
    assert!(!preview.does_something() && preview.receipts.is_empty() && preview.from.is_empty());
    let kept = manager.model.document.facts();
    assert!(
        !kept
            .into_iter()
            .any(|(address, _)| address.round() == Some(&round))
    );
    let role = Address::Person(person, PersonField::Role);
    assert_eq!(manager.model.document.text(&role), None);

    // The next round begins as any first one.
    let unit = manager.model.device.unit.clone().unwrap();
    manager.begins("Skolförvaltningen", Some("Rektor"));
    manager.says(&unit, "reservrutin", State::Level(4));
    assert_ne!(manager.model.round(), Some(round));
}

#[test]
fn a_colleague_who_meets_the_mark_loses_it_too() {
    let (mut manager, ..) = Manager::with_a_person();
    let mut colleague = Manager::new(2);
    colleague.reads_in(manager.whole()).unwrap();
    assert!(colleague.remembers(SECRET));
    let scope = Purged::Round(manager.model.round().unwrap());
    manager.desk(DeskMsg::Purge(scope));
    let facts = manager.model.document.facts();
    let told: Vec<_> = facts
        .filter(|(address, _)| matches!(address, Address::Purged(_)))
        .map(|(address, fact)| (address.clone(), fact.clone()))
        .collect();
    // as another tab hears it
    colleague.tell(Msg::TabWrote(
        Some(manager.model.document.id().clone()),
        told,
    ));
    assert!(!colleague.remembers(SECRET));
    assert!(colleague.effects.contains(&Effect::Rewrite));
}

#[test]
fn a_file_that_brings_the_mark_says_so_before_and_takes_it_away_here_too() {
    let (mut manager, ..) = Manager::with_a_person();
    let mut colleague = Manager::new(2);
    colleague.reads_in(manager.whole()).unwrap();
    let scope = Purged::Round(manager.model.round().unwrap());
    manager.desk(DeskMsg::Purge(scope));
    let preview = colleague.reads_in(manager.whole()).unwrap();
    assert_eq!(preview.purges, 1);
    assert!(colleague.effects.contains(&Effect::Rewrite));
    assert_eq!(colleague.model.document, manager.model.document);
    colleague.tell(Msg::Undo); // the mark stays, whatever is undone
    colleague.reads_in(manager.whole()).unwrap();
    assert!(!colleague.remembers(SECRET));
}

#[test]
fn one_units_answers_go_only_where_no_more_are_given_and_nothing_is_dropped_in_silence() {
    let (mut manager, unit, _) = Manager::with_a_person();
    let round = manager.model.round().unwrap();
    let scope = Purged::Answers(round.clone(), unit.clone());
    assert!(!purgeable(&manager.model).contains(&scope));
    manager.desk(DeskMsg::Lock(true));
    assert!(purgeable(&manager.model).contains(&scope));
    let goes = would_go(&manager.model, &scope);
    assert_eq!(goes.answers, vec![(unit.clone(), 1)]);
    assert_eq!((goes.texts, goes.receipts, goes.others), (0, 0, 0));
    manager.desk(DeskMsg::Purge(scope));
    assert!(manager.remembers(SECRET)); // another unit's
    assert_eq!(manager.model.round(), Some(round));

    // The round is opened again: an answer that cannot be kept is said not to be.
    manager.desk(DeskMsg::Lock(false));
    manager.begins("Socialförvaltningen", None);
    manager.says(&unit, "reservrutin", State::Level(3));
    assert!(manager.model.notices.contains(&Notice::Purged));
}

#[test]
fn whoever_was_removed_for_good_is_asked_anew_who_answers() {
    let (mut manager, _, person) = Manager::with_a_person();
    let scope = Purged::Person(person.clone());
    assert_eq!(would_go(&manager.model, &scope).count(), 1);
    manager.desk(DeskMsg::Purge(scope));
    assert!(!manager.remembers(SECRET) && !manager.remembers("Rektor"));
    assert_eq!(manager.model.device.answers, None);
    assert!(manager.effects.contains(&Effect::KeepDevice));
    manager.begins("Skolförvaltningen", Some("Rektor"));
    assert_ne!(manager.person(), person);
    let school = manager.model.device.unit.clone().unwrap();
    manager.says(&school, "reservrutin", State::Level(5));
    assert!(!manager.model.notices.contains(&Notice::Purged));
}

fn saved_to(manager: &mut Manager, before: &str) -> String {
    manager.file(FileMsg::Save);
    assert_eq!(manager.desk_asked(), vec![DeskEffect::ReadFile]);
    manager.file(FileMsg::Read(Ok(before.to_owned())));
    let asked = manager.desk_asked();
    let [DeskEffect::WriteFile { instead_of, text }] = &asked[..] else {
        panic!("{asked:?} {:?}", manager.model.desk.file);
    };
    assert_eq!(instead_of, before);
    text.clone()
}

#[test]
fn what_somebody_else_wrote_in_kommunens_fil_is_taken_in_before_it_is_written() {
    let (mut first, unit, _) = Manager::with_a_person();
    let mut second = Manager::new(2);
    second.reads_in(first.whole()).unwrap();
    second.begins("Socialförvaltningen", None);
    second.says(&unit, "incidentrutin", State::Level(5));
    first.says(&unit, "reservrutin", State::Level(1));

    let written = saved_to(&mut first, &second.whole());
    let in_file = file_from_json(&written).unwrap().document;
    let mut both = first.model.document.clone();
    assert_eq!(both, in_file);
    both.merge(second.model.document.clone()).unwrap();
    assert_eq!(both, in_file);
    first.file(FileMsg::Written(Ok(written)));
    let Step::Done { came, .. } = first.model.desk.file.step else {
        panic!("{:?}", first.model.desk.file.step);
    };
    assert!(came >= 1);
    assert!(first.model.device.backup.is_some());
}

#[test]
fn a_file_that_is_foreign_damaged_or_under_somebodys_pen_is_never_written_over() {
    let (mut manager, ..) = Manager::with_a_person();
    let own = manager.whole();
    let mut neighbour = Document::new(DocumentId::from_random(99));
    let name = Address::Document(DocumentField::Municipality);
    neighbour.write(
        &name,
        WriterId(1),
        Timestamp(0),
        Value::Text("Granne".into()),
    );
    let bad_fact = own.replacen("\"value\"", "\"worth\"", 1);
    let before = manager.model.document.clone();
    for (text, why) in [
        (
            "{}".to_owned(),
            NotWritten::Foreign(CannotRead::Refused(FileError::NotMognad)),
        ),
        (
            own.chars().take(300).collect(),
            NotWritten::Foreign(CannotRead::Refused(FileError::NotJson)),
        ),
        (
            file_to_json(&neighbour, Timestamp(0)),
            NotWritten::Foreign(CannotRead::OtherMunicipality(Some("Granne".into()))),
        ),
        (bad_fact, NotWritten::Damaged(1)),
    ] {
        manager.file(FileMsg::Save);
        manager.file(FileMsg::Read(Ok(text)));
        assert_eq!(manager.model.desk.file.step, Step::Failed(why));
        assert_eq!(manager.desk_asked(), vec![]);
        assert_eq!(manager.model.document, before);
    }
    // Somebody writes in between, again and again.
    saved_to(&mut manager, &own);
    for _ in 0..3 {
        manager.file(FileMsg::Written(Err(FileTrouble::Changed)));
        assert_eq!(manager.desk_asked(), vec![DeskEffect::ReadFile]);
        manager.file(FileMsg::Read(Ok(own.clone())));
    }
    manager.file(FileMsg::Written(Err(FileTrouble::Changed)));
    let why = NotWritten::Trouble(FileTrouble::Changed);
    assert_eq!(manager.model.desk.file.step, Step::Failed(why));
    // It reads otherwise than it was written.
    let written = saved_to(&mut manager, &own);
    let half = written.chars().take(written.len() / 2).collect();
    manager.file(FileMsg::Written(Ok(half)));
    let why = NotWritten::ReadsOtherwise;
    assert_eq!(manager.model.desk.file.step, Step::Failed(why));
    assert_eq!(manager.model.device.backup, None);
}

#[test]
fn a_new_computer_is_filled_from_kommunens_fil_and_an_empty_file_from_the_computer() {
    let (mut old, ..) = Manager::with_a_person();
    old.file(FileMsg::Choose(Choice::New));
    let asked = old.desk_asked();
    let [DeskEffect::ChooseFile(Choice::New, name)] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(name, "mognad.mognad.json");
    old.file(FileMsg::Chosen(Ok("kommunens.mognad.json".into())));
    assert_eq!(old.desk_asked(), vec![DeskEffect::ReadFile]);
    old.file(FileMsg::Read(Ok(String::new())));
    let asked = old.desk_asked();
    let [DeskEffect::WriteFile { text, .. }] = &asked[..] else {
        panic!("{asked:?}");
    };

    let mut new = Manager::new(5);
    new.file(FileMsg::Chosen(Ok("kommunens.mognad.json".into())));
    new.file(FileMsg::Read(Ok(text.clone())));
    assert_eq!(new.model.document, old.model.document);
    let id = old.model.document.id().clone();
    assert!(new.effects.contains(&Effect::Adopt(id)));
    assert!(matches!(new.model.saves.state(), SaveState::Saving));
}

#[test]
fn the_reminder_waits_two_weeks_with_changes_and_can_be_turned_off() {
    const DAY: i64 = 86_400_000;
    let (mut manager, unit, _) = Manager::with_a_person();
    let first = Timestamp(1_795_474_740_000);
    let after = |days: i64| Timestamp(first.0 + 3_600_000 + days * DAY);
    assert_eq!(reminder(&manager.model, after(13)), None);
    assert_eq!(reminder(&manager.model, after(15)).unwrap().last, None);
    manager.tell(Msg::SaveFile);
    assert_eq!(reminder(&manager.model, after(40)), None); // nothing has changed since
    manager.says(&unit, "reservrutin", State::Level(4));
    assert_eq!(reminder(&manager.model, after(13)), None);
    assert!(reminder(&manager.model, after(15)).unwrap().last.is_some());
    manager.file(FileMsg::Remind(false));
    assert_eq!(reminder(&manager.model, after(15)), None);
    assert!(manager.effects.contains(&Effect::KeepDevice));
}

#[test]
fn the_archive_is_of_the_latest_locked_round_and_says_what_became_of_it() {
    let (mut manager, ..) = Manager::with_a_person();
    manager.desk(DeskMsg::Lock(true));
    let locked = manager.model.round().unwrap();
    manager.desk(DeskMsg::NewRound);
    assert_ne!(manager.model.round(), Some(locked.clone()));
    let round = mognad::app::desk::round_to_archive(&manager.model).unwrap();
    assert_eq!(round, locked);
    let make = ArchiveMsg::Make(round, Names::LeftOut, FreeText::LeftOut);
    manager.desk(DeskMsg::Archive(make));
    let asked = manager.desk_asked();
    let [DeskEffect::MakeArchive { request, document }] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(request.round, locked);
    assert!(document.contains("\"selection\":\"round\""));
    manager.desk(DeskMsg::Archive(ArchiveMsg::Came(Err(
        WorkerError::Stopped,
    ))));
    assert_eq!(
        manager.model.desk.archive,
        Archive::Failed(WorkerError::Stopped)
    );

    let make = ArchiveMsg::Make(locked, Names::Kept, FreeText::Kept);
    manager.desk(DeskMsg::Archive(make));
    manager.desk(DeskMsg::Archive(ArchiveMsg::Came(Ok(
        "<!doctype html>".into()
    ))));
    let asked = manager.desk_asked();
    let [DeskEffect::OfferPage { name, .. }] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert!(
        name.starts_with("mognad-omgang-2026") && name.contains(".html"),
        "{name}"
    );
    assert!(matches!(
        manager.model.desk.archive,
        Archive::Made { bytes: 15, .. }
    ));
}

#[test]
fn a_file_without_names_holds_every_answer_and_no_role() {
    let (mut manager, ..) = Manager::with_a_person();
    for (texts, has_text) in [(FreeText::Kept, true), (FreeText::LeftOut, false)] {
        manager.desk(DeskMsg::Archive(ArchiveMsg::SaveNameless(texts)));
        let files = manager.effects.iter().filter_map(|effect| match effect {
            Effect::OfferFile { name, text } => Some((name.clone(), text.clone())),
            _ => None,
        });
        let [(name, text)] = &files.collect::<Vec<_>>()[..] else {
            panic!("{:?}", manager.effects);
        };
        assert!(name.ends_with("-utan-namn.mognad.json"), "{name}");
        assert!(text.contains("\"selection\":\"without-names\""));
        assert!(!text.contains("Rektor") && !text.contains(manager.person().as_str()));
        assert_eq!(text.contains(SECRET), has_text);
        assert!(text.contains("Skolförvaltningen"));
        assert!(matches!(
            manager.reads_in(text.clone()),
            Err(CannotRead::OtherMunicipality(_))
        ));
        manager.tell(Msg::Arrived(Route::Archive));
    }
}

#[test]
fn the_handover_tells_how_each_round_stands() {
    let (mut manager, unit, _) = Manager::with_a_person();
    let school = manager.model.device.unit.clone().unwrap();
    manager.desk(DeskMsg::Lock(true));
    manager.desk(DeskMsg::NewRound);
    let states = round_states(&manager.model);
    let [now, before] = &states[..] else {
        panic!("{states:?}");
    };
    assert!(now.current && now.locked.is_none() && now.inside.is_empty());
    assert!(now.missing.contains(&unit) && now.missing.contains(&school));
    assert_eq!(before.inside, vec![school]);
    assert_eq!(before.missing, vec![unit]);
    assert!(before.locked.is_some());
    let round = manager.model.round().unwrap();
    let name = Address::Round(round, RoundField::Name);
    assert_eq!(manager.model.document.text(&name), Some(now.name.as_str()));
}
