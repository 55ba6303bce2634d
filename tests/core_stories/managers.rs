//! Twelve managers of one *förvaltning* answer alone and send a file each; the coordinator reads them in.

use mognad::app::desk::{Individuals, individuals, shared_needs};
use mognad::app::{DeskMsg, Effect, Msg, Way, result_of};
use mognad::domain::{
    Agreement, Facet, PersonId, Purged, QuestionId, Standing, State, UnitId, Voice,
    individual_levels, same_roles, standing,
};
use mognad::exchange::file_to_json;

use crate::manager::{Manager, question, set_id};

/// Roles and levels of reservrutin, incidentrutin and informationsklassning; hand-made so that the three differ much, little
/// and not at all.
const TWELVE: [(&str, u8, u8, u8); 12] = [
    ("Rektor Norra", 1, 2, 3),
    ("Rektor Södra", 5, 2, 3),
    ("Förskolechef Väst", 1, 3, 3),
    ("Förskolechef Öst", 5, 2, 3),
    ("Kökschef", 1, 3, 3),
    ("Vaktmästare", 5, 2, 3),
    ("Bibliotekarie", 1, 4, 3),
    ("Ekonom", 5, 2, 3),
    ("Elevhälsochef", 1, 3, 3),
    ("Administratör", 5, 2, 3),
    ("Enhetschef", 1, 3, 3),
    (" enhetschef", 4, 2, 3),
];

fn offered(manager: &Manager) -> String {
    manager
        .effects
        .iter()
        .find_map(|effect| match effect {
            Effect::OfferFile { text, .. } => Some(text.clone()),
            _ => None,
        })
        .expect("a file was offered")
}

impl Manager {
    fn individuals(&self, unit: &UnitId) -> Individuals {
        individuals(&self.model, &self.model.set(&set_id()).unwrap(), unit)
    }

    fn standing_of(&self, unit: &UnitId, id: &str) -> Standing {
        let set = self.model.set(&set_id()).unwrap();
        let (_, asked) = set.question(&question(id)).unwrap();
        let round = self.model.round().unwrap();
        standing(&self.model.document, &round, unit, asked)
    }

    fn levels_of(&self, unit: &UnitId, id: &str) -> usize {
        let set = self.model.set(&set_id()).unwrap();
        let (_, asked) = set.question(&question(id)).unwrap();
        let round = self.model.round().unwrap();
        individual_levels(&self.model.document, &round, unit, asked).len()
    }

    fn adds(&mut self, unit: &UnitId, id: &str, facet: Facet, text: &str) {
        let text = text.to_owned();
        self.tell(Msg::Write(unit.clone(), question(id), facet, text));
    }

    fn asks_about(&self, unit: &UnitId) -> Vec<Vec<PersonId>> {
        let round = self.model.round().unwrap();
        let groups = same_roles(&self.model.document, &round, unit).into_iter();
        groups.map(|same| same.persons).collect()
    }
}

/// The coordinator with a unit, and the twelve files of its managers.
fn twelve() -> (Manager, UnitId, Vec<String>) {
    let mut coordinator = Manager::new(1);
    let unit = coordinator.begins("Skolförvaltningen", None);
    coordinator.says(&unit, "reservrutin", State::Level(3));
    coordinator.tell(DeskMsg::Invite(unit.clone(), Way::File));
    let invitation = offered(&coordinator);
    let files = (2..).zip(TWELVE).map(|(writer, (role, one, two, three))| {
        let mut manager = Manager::new(writer);
        manager.reads_in(invitation.clone()).unwrap();
        for _ in 0..writer {
            manager.tell(Msg::Lead(false)); // the random bits of a story follow its clock
        }
        manager.tell(Msg::Begin {
            set: set_id(),
            unit: Ok(unit.clone()),
            role: Some(role.to_owned()),
        });
        for (id, level) in [
            ("reservrutin", one),
            ("incidentrutin", two),
            ("informationsklassning", three),
        ] {
            manager.says(&unit, id, State::Level(level));
        }
        let why = format!("{role}: så här ser det ut hos oss.");
        manager.adds(&unit, "incidentrutin", Facet::Rationale, &why);
        let need = format!("{}: en övning om året.", role.trim());
        manager.adds(&unit, "reservrutin", Facet::Need, &need);
        manager.tell(Msg::HandIn(unit.clone(), Way::File));
        offered(&manager)
    });
    let files = files.collect();
    (coordinator, unit, files)
}

#[test]
fn twelve_files_in_any_order_and_one_twice_give_the_same_and_lose_no_word() {
    let (mut coordinator, unit, files) = twelve();
    let mut other = coordinator.clone();
    for file in &files {
        coordinator.reads_in(file.clone()).unwrap();
    }
    for file in files.iter().rev().chain(files.get(4)) {
        other.reads_in(file.clone()).unwrap();
    }
    let found = coordinator.individuals(&unit);
    assert_eq!(found, other.individuals(&unit));
    assert_eq!(found.respondents.len(), 12);
    // The same role in other letters is told apart by a number.
    let chefs: Vec<_> = found
        .respondents
        .iter()
        .filter(|one| one.number.is_some())
        .collect();
    assert_eq!(chefs.len(), 2);
    assert_eq!(chefs.iter().map(|one| one.answers).sum::<usize>(), 6);

    // In order of disagreement, each with all that was said.
    let order: Vec<&str> = found
        .questions
        .iter()
        .map(|of| of.question.as_str())
        .collect();
    assert_eq!(
        order,
        ["reservrutin", "incidentrutin", "informationsklassning"]
    );
    let words: Vec<_> = found
        .questions
        .iter()
        .map(|of| of.spread.agreement().unwrap())
        .collect();
    assert_eq!(
        words,
        [Agreement::Discuss, Agreement::Some, Agreement::Agreed]
    );
    assert_eq!(found.questions[0].spread.counts(), [6, 0, 0, 1, 5]);
    let reasons: Vec<&String> = found.questions[1]
        .said
        .iter()
        .flat_map(|said| &said.rationale)
        .collect();
    assert_eq!(reasons.len(), 12);
    for (role, ..) in TWELVE {
        assert!(
            reasons.iter().any(|reason| reason.starts_with(role.trim())),
            "{role}"
        );
    }
    let needs = shared_needs(&coordinator.model);
    assert_eq!(
        (needs.len(), needs[0].needs.len(), needs[0].is_shared()),
        (1, 12, false)
    );
}

#[test]
fn what_was_agreed_on_stands_apart_from_the_individual_answers() {
    let (mut coordinator, unit, files) = twelve();
    for file in files {
        coordinator.reads_in(file).unwrap();
    }
    let agreed = Standing::Level {
        value: 3.0,
        lowest: 3,
        agreed: true,
    };
    assert_eq!(coordinator.standing_of(&unit, "reservrutin"), agreed);
    let of = coordinator.individuals(&unit).questions.remove(0);
    assert_eq!(of.agreed.unwrap().states, [State::Level(3)]);
    assert!(of.said.iter().all(|said| said.voice != Voice::Together));
    let mean = Standing::Level {
        value: 30.0 / 12.0,
        lowest: 2,
        agreed: false,
    };
    assert_eq!(coordinator.standing_of(&unit, "incidentrutin"), mean);
    let told: Vec<QuestionId> = coordinator
        .individuals(&unit)
        .questions
        .into_iter()
        .filter(|of| of.agreed.is_none())
        .map(|of| of.question)
        .collect();
    assert_eq!(
        told,
        [question("incidentrutin"), question("informationsklassning")]
    );
}

#[test]
fn the_same_role_from_two_devices_is_one_person_counted_once_and_both_answers_are_shown() {
    let (mut coordinator, unit, files) = twelve();
    for file in files {
        coordinator.reads_in(file).unwrap();
    }
    let group = coordinator.asks_about(&unit).remove(0);
    assert_eq!(group.len(), 2);
    coordinator.tell(DeskMsg::SamePerson(group.clone()));
    assert!(coordinator.asks_about(&unit).is_empty());
    assert_eq!(coordinator.levels_of(&unit, "reservrutin"), 11);
    let found = coordinator.individuals(&unit);
    assert_eq!(found.respondents.len(), 11);
    assert_eq!(found.joined, [(group[1].clone(), group[0].clone())]);
    let both = found.questions[0]
        .said
        .iter()
        .find(|said| said.states.len() == 2)
        .unwrap();
    assert_eq!(both.voice, Voice::Person(group[0].clone()));
    assert!(both.states.contains(&State::Level(1)) && both.states.contains(&State::Level(4)));
    // Of reasons the same: none is lost.
    let of = found
        .questions
        .iter()
        .find(|of| of.question.as_str() == "incidentrutin")
        .unwrap();
    let reasons = of
        .said
        .iter()
        .map(|said| said.rationale.len())
        .sum::<usize>();
    assert_eq!(reasons, 12);
    // Undone, and taken apart: they are two again.
    coordinator.tell(Msg::Undo);
    assert_eq!(coordinator.levels_of(&unit, "reservrutin"), 12);
    coordinator.tell(Msg::Redo);
    coordinator.tell(DeskMsg::TakeApart(group[1].clone()));
    assert_eq!(coordinator.levels_of(&unit, "reservrutin"), 12);
    assert_eq!(coordinator.asks_about(&unit), [group]);
}

#[test]
fn no_two_persons_is_remembered_wherever_the_document_goes() {
    let (mut coordinator, unit, files) = twelve();
    for file in &files {
        coordinator.reads_in(file.clone()).unwrap();
    }
    let group = coordinator.asks_about(&unit).remove(0);
    coordinator.tell(DeskMsg::DifferentPersons(group));
    assert!(coordinator.asks_about(&unit).is_empty());
    let whole = file_to_json(&coordinator.model.document, mognad::domain::Timestamp(0));
    let mut successor = Manager::new(40);
    successor.reads_in(whole).unwrap();
    for file in files {
        successor.reads_in(file).unwrap();
    }
    assert!(successor.asks_about(&unit).is_empty());
    assert_eq!(successor.levels_of(&unit, "reservrutin"), 12);
    let set = successor.model.set(&set_id()).unwrap();
    assert!(result_of(&successor.model, &set, &unit).is_some());
}

#[test]
fn what_the_council_words_of_a_need_belongs_to_the_round_and_can_be_undone() {
    let (mut coordinator, unit, files) = twelve();
    coordinator.reads_in(files[0].clone()).unwrap();
    let school = coordinator.begins("Socialförvaltningen", None);
    coordinator.adds(&school, "reservrutin", Facet::Need, "Övning");
    assert_eq!(
        shared_needs(&coordinator.model)[0].units(),
        [&unit, &school]
    );
    let id = question("reservrutin");
    coordinator.tell(DeskMsg::WordNeed(
        id.clone(),
        " En gemensam övning ".to_owned(),
    ));
    coordinator.tell(DeskMsg::NeedToAgenda(id.clone(), true));
    let shared = shared_needs(&coordinator.model).remove(0);
    assert_eq!(shared.wording.as_deref(), Some("En gemensam övning"));
    assert!(shared.to_agenda && shared.is_shared());
    coordinator.tell(Msg::Undo);
    assert!(!shared_needs(&coordinator.model)[0].to_agenda);
    coordinator.tell(DeskMsg::WordNeed(id, "  ".to_owned()));
    assert_eq!(shared_needs(&coordinator.model)[0].wording, None);
    // It is the IT-råd's, and no unit's contribution carries it.
    coordinator.tell(DeskMsg::WordNeed(
        question("reservrutin"),
        "Hemligt än".to_owned(),
    ));
    coordinator.tell(Msg::HandIn(school, Way::File));
    assert!(!offered(&coordinator).contains("Hemligt än"));
    assert!(offered(&coordinator).contains("Övning"));
}

#[test]
fn a_person_who_is_removed_for_good_goes_with_what_was_said_on_either_device() {
    let (mut coordinator, unit, files) = twelve();
    for file in &files {
        coordinator.reads_in(file.clone()).unwrap();
    }
    let group = coordinator.asks_about(&unit).remove(0);
    coordinator.tell(DeskMsg::SamePerson(group.clone()));
    coordinator.tell(DeskMsg::Purge(Purged::Person(group[0].clone())));
    assert_eq!(coordinator.levels_of(&unit, "reservrutin"), 10);
    // Their files bring nothing back.
    for file in files {
        coordinator.reads_in(file).unwrap();
    }
    assert_eq!(coordinator.levels_of(&unit, "reservrutin"), 10);
    assert_eq!(coordinator.individuals(&unit).respondents.len(), 10);
}
