//! A round as the coordinator and those who answer see it: taking part, handing in, locking, proposing.

use mognad::app::{
    CannotRead, ChosenFile, DeskMsg, Effect, Msg, Standing, Way, own_receipt, participants,
};
use mognad::domain::{Address, Answer, Meaning, Value};
use mognad::domain::{
    Document, DocumentId, Facet, PersonId, QuestionId, State, Timestamp, UnitId, Voice, WriterId,
};
use mognad::exchange::file_to_json;

use crate::manager::*;

fn offered(manager: &Manager) -> String {
    let text = manager.effects.iter().find_map(|effect| match effect {
        Effect::OfferFile { text, .. } => Some(text.clone()),
        _ => None,
    });
    text.expect("a file was offered")
}

fn standing_of(manager: &Manager, unit: &UnitId) -> Standing {
    let everyone = participants(&manager.model);
    let one = everyone.into_iter().find(|one| one.unit == *unit);
    one.expect("the unit takes part").standing
}

fn files(texts: &[&str]) -> Msg {
    let chosen = texts.iter().map(|text| ChosenFile {
        name: "svar.mognad.json".to_owned(),
        text: Some((*text).to_owned()),
    });
    Msg::FilesCame(chosen.collect())
}

#[test]
fn before_the_first_round_every_unit_takes_part_and_waits() {
    let mut coordinator = Manager::new(1);
    coordinator.tell(Msg::AddUnit("Skola".to_owned()));
    let everyone = participants(&coordinator.model);
    assert_eq!(everyone.len(), 2); // and the municipality
    assert!(everyone.iter().all(|one| one.standing == Standing::Waiting));
}

#[test]
fn a_unit_that_is_left_out_takes_no_part_until_it_is_asked_again() {
    let mut coordinator = Manager::new(1);
    let unit = coordinator.begins("Skola", None);
    let out = mognad::domain::LeftOut::Unit(unit.clone());
    coordinator.tell(DeskMsg::Ask(out.clone(), false));
    assert!(
        participants(&coordinator.model)
            .iter()
            .all(|one| one.unit != unit)
    );
    coordinator.tell(DeskMsg::Ask(out, true));
    assert_eq!(standing_of(&coordinator, &unit), Standing::Waiting);
}

#[test]
fn files_in_any_order_and_one_of_them_twice_give_the_same_document() {
    let mut first = Manager::new(1);
    let unit = first.begins("Skola", None);
    first.says(&unit, "reservrutin", State::Level(2));
    first.tell(Msg::SaveFile);
    let early = offered(&first);
    first.says(&unit, "reservrutin", State::Level(4));
    first.says(&unit, "incidentrutin", State::DontKnow);
    first.tell(Msg::SaveFile);
    let late = offered(&first);
    let mut documents = Vec::new();
    for order in [[&early, &late, &early], [&late, &early, &late]] {
        let mut other = Manager::new(2);
        other.tell(files(&order.map(String::as_str)));
        other.tell(Msg::TakeIn);
        assert_eq!(
            other.state_of(&unit, "reservrutin").state,
            Some(State::Level(4))
        );
        assert!(other.model.incoming.is_empty());
        documents.push(other.model.document);
    }
    assert_eq!(documents[0], documents[1]);
}

#[test]
fn on_an_empty_computer_files_of_two_municipalities_are_not_laid_together_and_that_is_said() {
    let file = |document: u64, name: &str| {
        let mut document = Document::new(DocumentId::from_random(document));
        let address = Address::parse("document/municipality");
        document.write(
            &address,
            WriterId(9),
            Timestamp(0),
            Value::Text(name.to_owned()),
        );
        file_to_json(&document, Timestamp(0))
    };
    let (ours, theirs) = (file(50, "Exempelkommunen"), file(51, "Grannkommunen"));
    let mut empty = Manager::new(3);
    empty.tell(files(&[&ours, &theirs]));
    empty.tell(Msg::TakeIn);
    assert_eq!(empty.model.municipality(), Some("Exempelkommunen"));
    let left = empty
        .model
        .incoming
        .first()
        .map(|file| file.preview.clone());
    let name = Some("Grannkommunen".to_owned());
    assert_eq!(left, Some(Err(CannotRead::OtherMunicipality(name))));
    let goes = empty
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Go(_)));
    assert!(!goes, "the page that says so is left");
}

#[test]
fn undoing_a_read_in_leaves_what_has_been_answered_since() {
    let mut first = Manager::new(1);
    let unit = first.begins("Skola", None);
    first.says(&unit, "reservrutin", State::Level(2));
    first.says(&unit, "incidentrutin", State::Level(2));
    first.tell(Msg::SaveFile);
    let file = offered(&first);
    let mut second = Manager::new(2);
    second.tell(files(&[&file]));
    second.tell(Msg::TakeIn);
    // Another tab answers one of them; it keeps that itself.
    let mut tab = second.model.document.clone();
    let round = second.model.round().unwrap();
    let at =
        |id: &str| Address::answer(&round, &unit, &question(id), Facet::Level, &Voice::Together);
    let answer = Answer {
        state: State::Level(5),
        meaning: Meaning::parse("m").unwrap(),
    };
    tab.write(
        &at("reservrutin"),
        WriterId(77),
        Timestamp(0),
        Value::Answer(answer),
    );
    let fact = tab.fact(&at("reservrutin")).unwrap().clone();
    let id = second.model.document.id().clone();
    second.tell(Msg::TabWrote(Some(id), vec![(at("reservrutin"), fact)]));
    second.tell(Msg::Undo);
    assert_eq!(
        second.state_of(&unit, "reservrutin").state,
        Some(State::Level(5))
    );
    assert_eq!(second.state_of(&unit, "incidentrutin").state, None);
    second.tell(Msg::Redo);
    assert_eq!(
        second.state_of(&unit, "incidentrutin").state,
        Some(State::Level(2))
    );
}

#[test]
fn another_documents_tab_is_not_merged() {
    let mut manager = Manager::new(1);
    manager.begins("Skola", None);
    let before = manager.model.document.clone();
    let mut other = Manager::new(2);
    other.begins("Vård", None);
    let facts = other.model.document.facts();
    let facts = facts.map(|(a, f)| (a.clone(), f.clone())).collect();
    manager.tell(Msg::TabWrote(Some(DocumentId::from_random(99)), facts));
    assert_eq!(manager.model.document, before);
}

fn proposes(manager: &mut Manager, unit: &UnitId, id: &str, level: u8) -> PersonId {
    let round = manager.model.round().unwrap();
    let person = PersonId::from_random(4);
    let address = |question: &QuestionId| {
        let voice = Voice::Proposal(person.clone());
        Address::answer(&round, unit, question, Facet::Level, &voice)
    };
    let answer = Answer {
        state: State::Level(level),
        meaning: Meaning::parse("m").unwrap(),
    };
    let (writer, at) = (WriterId(8), Timestamp(0));
    let document = &mut manager.model.document;
    document.write(&address(&question(id)), writer, at, Value::Answer(answer));
    person
}

#[test]
fn a_proposal_counts_only_once_it_is_taken_over_and_not_in_a_locked_round() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Skola", None);
    manager.says(&unit, "incidentrutin", State::Level(2));
    let person = proposes(&mut manager, &unit, "reservrutin", 3);
    assert_eq!(manager.state_of(&unit, "reservrutin").state, None);
    let take = || {
        Msg::TakeProposal(
            set_id(),
            unit.clone(),
            question("reservrutin"),
            person.clone(),
        )
    };
    manager.tell(DeskMsg::Lock(true));
    manager.tell(take());
    assert_eq!(manager.state_of(&unit, "reservrutin").state, None);
    manager.tell(DeskMsg::Lock(false));
    manager.tell(take());
    assert_eq!(
        manager.state_of(&unit, "reservrutin").state,
        Some(State::Level(3))
    );
}

#[test]
fn who_was_sent_one_area_never_answers_as_the_unit_itself() {
    let mut colleague = Manager::new(1);
    let area = mognad::domain::AreaId::parse("informationssakerhet").unwrap();
    colleague.model.device.area = Some((set_id(), area));
    let unit = colleague.begins("Skola", None); // together
    colleague.says(&unit, "reservrutin", State::Level(3));
    let voices: Vec<Voice> = colleague
        .model
        .document
        .facts()
        .filter_map(|(address, _)| match address {
            Address::Answer { voice, .. } => Some(voice.clone()),
            _ => None,
        })
        .collect();
    assert!(
        matches!(voices.as_slice(), [Voice::Proposal(_)]),
        "{voices:?}"
    );
    colleague.tell(Msg::HandIn(unit.clone(), Way::File));
    let (receipt, changed) = own_receipt(&colleague.model, &unit).expect("a receipt");
    assert_eq!((receipt.seal.done, receipt.seal.of, changed), (1, 3, 0));
}
