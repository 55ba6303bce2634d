//! A workshop: from eight opinions to one agreed answer with its reason.

use mognad::app::desk::{Chosen, Tap, WorkshopMsg, next_page, workshop, worth_a_talk};
use mognad::app::{DeskMsg, Effect, Msg, Route};
use mognad::domain::{Address, Knowledge, PersonId};
use mognad::domain::{
    Agreement, Answer, Document, Facet, Question, QuestionId, Shown, State, Step, Timestamp,
    UnitId, Value, Voice, Votes, Workshop, WorkshopFact, WriterId, answer_of, contribution,
    missing, note, participants, text_of, votes,
};

use crate::manager::{Manager, question, set_id};

impl Manager {
    fn leads(&mut self, msg: WorkshopMsg) {
        self.tell(DeskMsg::Workshop(msg));
    }

    /// The individual answers of so many people, as they come out of their files.
    fn opinions(&mut self, unit: &UnitId, id: &str, states: &[State]) {
        let round = self.model.round().unwrap();
        for (n, state) in states.iter().enumerate() {
            let voice = Voice::Person(PersonId::from_random(n as u64 + 1));
            let address = Address::answer(&round, unit, &question(id), Facet::Level, &voice);
            let answer = Answer {
                state: *state,
                meaning: self.question_of(id).meaning,
            };
            let (writer, at) = (WriterId(900 + n as u64), Timestamp(1));
            let document = &mut self.model.document;
            document.write(&address, writer, at, Value::Answer(answer));
        }
    }

    fn question_of(&self, id: &str) -> Question {
        let set = self.model.set(&set_id()).unwrap();
        set.question(&question(id)).unwrap().1.clone()
    }

    fn steps(&mut self, unit: &UnitId, id: &str, step: Option<Step>) {
        self.leads(WorkshopMsg::Go(set_id(), unit.clone(), question(id), step));
    }

    fn taps(&mut self, unit: &UnitId, id: &str, shown: Shown, tap: Tap) {
        let (set, unit) = (set_id(), unit.clone());
        self.leads(WorkshopMsg::Count(set, unit, question(id), shown, tap));
    }

    fn votes_on(&self, unit: &UnitId, id: &str) -> Votes {
        let round = self.model.round().unwrap();
        votes(&self.model.document, &round, unit, &self.question_of(id))
    }

    fn stands(&self, unit: &UnitId) -> Workshop {
        let set = self.model.set(&set_id()).unwrap();
        workshop(&self.model, &set, unit).unwrap()
    }

    fn chooses(&mut self, unit: &UnitId, most: usize) {
        let chosen = Chosen::MostDivided(most);
        self.leads(WorkshopMsg::Choose(set_id(), unit.clone(), chosen));
    }

    fn goes_to(&self) -> Option<String> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Go(route) => Some(route.href()),
            _ => None,
        })
    }

    fn individual(&self, unit: &UnitId) -> Vec<(String, String)> {
        let facts = self.model.document.facts();
        let those = facts.filter(|(address, _)| {
            matches!(address, Address::Answer { unit: u, voice: Voice::Person(_), .. } if u == unit)
        });
        let written = |fact: &mognad::domain::Fact| format!("{:?}", fact.versions());
        those
            .map(|(address, fact)| (address.to_string(), written(fact)))
            .collect()
    }
}

fn levels(levels: &[u8]) -> Vec<State> {
    levels.iter().map(|level| State::Level(*level)).collect()
}

fn ids(ids: &[QuestionId]) -> Vec<&str> {
    ids.iter().map(QuestionId::as_str).collect()
}

/// A unit with three questions that people have answered apart: divided, somewhat, and not at all.
fn begun() -> (Manager, UnitId) {
    let mut leader = Manager::new(1);
    let unit = leader.begins("Skola", None);
    leader.opinions(&unit, "reservrutin", &levels(&[2, 2, 2, 5, 4, 1, 3, 2]));
    leader.opinions(&unit, "incidentrutin", &levels(&[2, 3, 3, 4]));
    leader.opinions(&unit, "nytta-av-it", &levels(&[3, 3, 3]));
    (leader, unit)
}

#[test]
fn eight_opinions_become_one_agreed_answer_with_its_reason_and_stay_as_they_were() {
    let (mut leader, unit) = begun();
    let before = leader.individual(&unit);
    leader.chooses(&unit, 3);
    let set = leader.model.set(&set_id()).unwrap();
    let first = next_page(&leader.model, &set, &unit).href();
    assert_eq!(first, format!("#/workshop/it-mognad/{unit}/reservrutin"));
    leader.steps(&unit, "reservrutin", Some(Step::Revealed));
    let seen = leader.votes_on(&unit, "reservrutin");
    assert_eq!(seen.levels.counts(), [1, 4, 1, 1, 1]);
    assert_eq!(seen.levels.agreement(), Some(Agreement::Discuss));
    let (set, id) = (set_id(), question("reservrutin"));
    let agreed = Some(State::Level(2));
    leader.leads(WorkshopMsg::Agree(set, unit.clone(), id.clone(), agreed));
    let reason = "Rutinen finns, men bara en av fem har övat.".to_owned();
    leader.leads(WorkshopMsg::Reason(
        unit.clone(),
        id.clone(),
        reason.clone(),
    ));
    leader.steps(&unit, "reservrutin", Some(Step::Done));

    let round = leader.model.round().unwrap();
    let document = &leader.model.document;
    let together = answer_of(document, &round, &unit, &id, &Voice::Together).unwrap();
    assert_eq!(together.state, State::Level(2));
    assert_eq!(together.meaning, leader.question_of("reservrutin").meaning);
    let said = text_of(
        document,
        &round,
        &unit,
        &id,
        Facet::Rationale,
        &Voice::Together,
    );
    assert_eq!(said, Some(reason.as_str()));
    assert_eq!(leader.individual(&unit), before);
    let next = format!("#/workshop/it-mognad/{unit}/incidentrutin");
    assert_eq!(leader.goes_to(), Some(next));
}

#[test]
fn the_agreed_answer_is_the_units_own_whoever_sits_at_the_device() {
    let (mut leader, unit) = begun();
    leader.begins("Skola", Some("IT-strateg"));
    let id = question("nytta-av-it");
    let agreed = Some(State::DontKnow);
    leader.leads(WorkshopMsg::Agree(
        set_id(),
        unit.clone(),
        id.clone(),
        agreed,
    ));
    let round = leader.model.round().unwrap();
    let together = answer_of(&leader.model.document, &round, &unit, &id, &Voice::Together);
    assert_eq!(together.map(|answer| answer.state), Some(State::DontKnow));
}

#[test]
fn a_count_begins_with_what_was_handed_in_and_nobody_is_counted_twice() {
    let (mut leader, unit) = begun();
    leader.steps(&unit, "nytta-av-it", Some(Step::Fingers));
    assert_eq!(
        leader.votes_on(&unit, "nytta-av-it").levels.counts(),
        [0, 0, 3, 0, 0]
    );
    leader.taps(&unit, "nytta-av-it", Shown::Level(4), Tap::More);
    leader.taps(&unit, "nytta-av-it", Shown::Level(4), Tap::More);
    leader.taps(&unit, "nytta-av-it", Shown::DontKnow, Tap::More);
    leader.taps(&unit, "nytta-av-it", Shown::Level(3), Tap::Fewer);
    let counted = leader.votes_on(&unit, "nytta-av-it");
    assert_eq!(counted.levels.counts(), [0, 0, 2, 2, 0]);
    assert_eq!((counted.dont_know, counted.late), (1, 0));
    // A fourth answer is read in meanwhile: it is said, and not added to those who have shown fingers.
    leader.opinions(&unit, "nytta-av-it", &levels(&[3, 3, 3, 1]));
    let later = leader.votes_on(&unit, "nytta-av-it");
    assert_eq!(
        (later.levels.counts(), later.late),
        (&[0, 0, 2, 2, 0][..], 1)
    );
    let anew = WorkshopMsg::CountAnew(set_id(), unit.clone(), question("nytta-av-it"));
    leader.leads(anew);
    let anew = leader.votes_on(&unit, "nytta-av-it");
    assert_eq!((anew.answers(), anew.late, anew.already), (0, 0, Some(4)));
    leader.taps(&unit, "nytta-av-it", Shown::Level(1), Tap::Fewer);
    assert_eq!(leader.votes_on(&unit, "nytta-av-it").answers(), 0);
}

#[test]
fn every_gesture_is_undone_one_at_a_time() {
    let (mut leader, unit) = begun();
    leader.chooses(&unit, 3);
    let mut stages = vec![leader.model.document.clone()];
    let id = || question("reservrutin");
    let place = || (set_id(), unit.clone(), id());
    for n in 0..6 {
        match n {
            0 => leader.steps(&unit, "reservrutin", Some(Step::Round)),
            1 | 2 => leader.taps(&unit, "reservrutin", Shown::Level(3), Tap::More),
            3 => leader.steps(&unit, "reservrutin", Some(Step::Revealed)),
            4 => {
                let (set, unit, id) = place();
                leader.leads(WorkshopMsg::Agree(set, unit, id, Some(State::Level(3))));
            }
            _ => leader.steps(&unit, "reservrutin", Some(Step::Parked)),
        }
        stages.push(leader.model.document.clone());
    }
    let seen = |document: &Document| {
        let facts = document.facts();
        let values = facts.map(|(address, fact)| (address.clone(), fact.values()));
        let there = values.filter(|(_, values)| !values.is_empty());
        there.collect::<Vec<_>>()
    };
    stages.pop();
    while let Some(stage) = stages.pop() {
        leader.tell(Msg::Undo);
        assert_eq!(seen(&leader.model.document), seen(&stage));
    }
}

#[test]
fn it_stops_half_way_and_goes_on_from_what_is_kept() {
    let (mut leader, unit) = begun();
    leader.chooses(&unit, 3);
    leader.steps(&unit, "reservrutin", Some(Step::Done));
    leader.steps(&unit, "incidentrutin", Some(Step::Round));
    leader.taps(&unit, "incidentrutin", Shown::Level(5), Tap::More);
    leader.tell(Msg::SaveFile);
    let file = leader.effects.iter().find_map(|effect| match effect {
        Effect::OfferFile { text, .. } => Some(text.clone()),
        _ => None,
    });
    let mut other = Manager::new(2);
    other.reads_in(file.unwrap()).unwrap();
    let stands = other.stands(&unit);
    assert_eq!(stands, leader.stands(&unit));
    assert_eq!(stands.next().map(QuestionId::as_str), Some("incidentrutin"));
    assert_eq!(stands.step(&question("incidentrutin")), Some(Step::Round));
    assert_eq!(stands.place(&question("incidentrutin")), 2);
    assert_eq!(other.votes_on(&unit, "incidentrutin").answers(), 5);
}

#[test]
fn a_parked_question_keeps_its_count_and_its_note_and_is_come_back_to() {
    let (mut leader, unit) = begun();
    leader.chooses(&unit, 1);
    leader.steps(&unit, "reservrutin", Some(Step::Revealed));
    let text = "Fråga driften om senaste övningen.".to_owned();
    leader.leads(WorkshopMsg::Note(
        unit.clone(),
        question("reservrutin"),
        text.clone(),
    ));
    leader.steps(&unit, "reservrutin", Some(Step::Parked));
    let end = Route::WorkshopEnd(set_id(), unit.clone()).href();
    assert_eq!(leader.goes_to(), Some(end));
    let parked = leader.stands(&unit);
    assert_eq!((parked.parked().count(), parked.next()), (1, None));
    leader.steps(&unit, "reservrutin", Some(Step::Revealed));
    assert_eq!(leader.stands(&unit).next(), Some(&question("reservrutin")));
    let round = leader.model.round().unwrap();
    let noted = note(
        &leader.model.document,
        &round,
        &unit,
        &question("reservrutin"),
    );
    assert_eq!(noted, Some(text.as_str()));
}

#[test]
fn the_most_divided_are_taken_up_or_exactly_those_that_were_named() {
    let (mut leader, unit) = begun();
    let order = worth_a_talk(&leader.model, &set_id(), &unit);
    assert_eq!(
        ids(&order[..3]),
        ["reservrutin", "incidentrutin", "nytta-av-it"]
    );
    assert_eq!(
        order.len(),
        leader
            .model
            .asked(&leader.model.set(&set_id()).unwrap(), &unit)
            .iter()
            .map(|area| area.questions.len())
            .sum::<usize>()
    );
    leader.chooses(&unit, 18);
    assert_eq!(leader.stands(&unit).questions.len(), 18);
    let these = Chosen::These(vec![question("nytta-av-it")]);
    leader.leads(WorkshopMsg::Choose(set_id(), unit.clone(), these));
    assert_eq!(
        leader.stands(&unit).questions,
        [(question("nytta-av-it"), None)]
    );
}

#[test]
fn who_is_in_the_room_is_roles_and_says_which_knowledge_is_missing() {
    let (mut leader, unit) = begun();
    let round = leader.model.round().unwrap();
    for role in ["Kommunikatör", "  ", "Näringslivsutvecklare"] {
        leader.leads(WorkshopMsg::Join(unit.clone(), role.to_owned()));
    }
    let people = participants(&leader.model.document, &round, &unit);
    assert_eq!(people.len(), 2);
    for ((person, _), field) in people
        .iter()
        .zip([Knowledge::Communication, Knowledge::Business])
    {
        leader.leads(WorkshopMsg::Brings(
            unit.clone(),
            person.clone(),
            field,
            true,
        ));
    }
    let missing = |leader: &Manager| missing(&leader.model.document, &round, &unit);
    assert_eq!(missing(&leader).len(), 4);
    leader.leads(WorkshopMsg::Leave(unit.clone(), people[0].0.clone()));
    assert_eq!(missing(&leader).len(), 5);
    leader.tell(Msg::Undo);
    assert_eq!(missing(&leader).len(), 4);
}

#[test]
fn in_a_locked_round_nothing_changes_and_that_is_said() {
    let (mut leader, unit) = begun();
    leader.chooses(&unit, 3);
    leader.tell(DeskMsg::Lock(true));
    let before = leader.model.document.clone();
    leader.steps(&unit, "reservrutin", Some(Step::Revealed));
    leader.taps(&unit, "reservrutin", Shown::Level(3), Tap::More);
    let agreed = Some(State::Level(1));
    leader.leads(WorkshopMsg::Agree(
        set_id(),
        unit.clone(),
        question("reservrutin"),
        agreed,
    ));
    assert_eq!(leader.model.document, before);
    assert!(
        leader
            .model
            .notices
            .contains(&mognad::app::Notice::RoundLocked)
    );
}

#[test]
fn what_is_handed_in_carries_nothing_of_a_workshop() {
    let (mut leader, unit) = begun();
    leader.chooses(&unit, 3);
    leader.steps(&unit, "reservrutin", Some(Step::Fingers));
    let round = leader.model.round().unwrap();
    let part = contribution(&leader.model.document, &round, &unit, &Voice::Together);
    assert!(
        part.facts()
            .all(|(at, _)| !matches!(at, Address::Workshop(..)))
    );
    let list = WorkshopFact::Questions(set_id());
    let list = Address::Workshop(round, unit, list);
    assert!(leader.model.document.text(&list).is_some());
}
