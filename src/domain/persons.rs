//! Who has answered alone for a unit, and who of them may be one person on two devices: *samma person?*
//!
//! A person is a random token of a device; only the role is known. Two tokens with one role in one unit can be two people
//! or one, and nobody but the people there can say which. So it is asked, and either answer is a fact that can be taken away.

use super::handing_in::answers;
use super::{Address, Document, PersonField, PersonId, RoundId, UnitId, Voice};

/// Persons who answered for one unit in the same role, at least two of whom nobody has told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameRole {
    /// The role as the first of them wrote it.
    pub role: String,
    /// They, in the order of their ids.
    pub persons: Vec<PersonId>,
}

/// Those who have said something alone (*enskilt svar*) for a unit in a round, if only beside an answer; one who was joined to
/// another once.
pub fn answered_alone(document: &Document, round: &RoundId, unit: &UnitId) -> Vec<PersonId> {
    let mut persons: Vec<PersonId> = Vec::new();
    for unit in std::iter::once(unit).chain(document.joined_to(unit)) {
        for (address, fact) in answers(document, round, unit) {
            if let Address::Answer {
                voice: Voice::Person(person),
                ..
            } = address
                && !fact.versions().is_empty()
            {
                let person = document.same_as(person);
                if !persons.contains(person) {
                    persons.push(person.clone());
                }
            }
        }
    }
    persons.sort();
    persons
}

/// The role that a person answers in, trimmed; empty where none is known.
pub fn role_of<'a>(document: &'a Document, person: &PersonId) -> &'a str {
    let role = Address::Person(person.clone(), PersonField::Role);
    document.text(&role).unwrap_or_default().trim()
}

/// *Samma person?*: each role that more than one person answered for a unit in, as long as it has not been said of every two
/// of them that they are two. Capitals and blanks around a role make no other role; no role at all is nobody's.
pub fn same_roles(document: &Document, round: &RoundId, unit: &UnitId) -> Vec<SameRole> {
    let mut roles: Vec<(String, SameRole)> = Vec::new();
    for person in answered_alone(document, round, unit) {
        let role = role_of(document, &person);
        let caseless = role.to_lowercase();
        if role.is_empty() {
            continue;
        }
        if let Some((_, same)) = roles.iter_mut().find(|(other, _)| *other == caseless) {
            same.persons.push(person);
        } else {
            let role = role.to_owned();
            let persons = vec![person];
            roles.push((caseless, SameRole { role, persons }));
        }
    }
    let open = |same: &SameRole| {
        let persons = same.persons.iter().enumerate();
        persons.clone().any(|(place, one)| {
            let mut later = same.persons.iter().skip(place + 1);
            later.any(|other| !are_apart(document, one, other))
        })
    };
    let groups = roles.into_iter().map(|(_, same)| same);
    groups.filter(open).collect()
}

/// Whether it was said of two persons, or of any that was joined to them, that they are two.
fn are_apart(document: &Document, one: &PersonId, other: &PersonId) -> bool {
    let names = |person| std::iter::once(person).chain(document.also(person));
    names(one).any(|one| names(other).any(|other| document.flag(&Address::apart(one, other))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::question;
    use crate::domain::{
        Answer, DocumentId, Facet, Meaning, Purged, QuestionId, Scope, Standing, State, Timestamp,
        Value, WriterId, individual_levels, standing, voices,
    };

    struct Story {
        document: Document,
        round: RoundId,
        unit: UnitId,
    }

    fn person(n: u64) -> PersonId {
        PersonId::from_random(n)
    }

    impl Story {
        fn new() -> Self {
            Self {
                document: Document::new(DocumentId::from_random(1)),
                round: RoundId::from_random(1),
                unit: UnitId::from_random(1),
            }
        }

        fn put(&mut self, address: &Address, at: i64, value: Value) {
            self.document
                .write(address, WriterId(1), Timestamp(at), value);
        }

        fn level(&self, voice: &Voice) -> Address {
            let question = QuestionId::parse("q").unwrap();
            Address::answer(&self.round, &self.unit, &question, Facet::Level, voice)
        }

        fn says(&mut self, voice: &Voice, at: i64, level: u8) {
            let answer = Answer {
                state: State::Level(level),
                meaning: Meaning::parse("m").unwrap(),
            };
            self.put(&self.level(voice), at, Value::Answer(answer));
        }

        fn alone(mut self, n: u64, role: &str, level: u8) -> Self {
            let address = Address::Person(person(n), PersonField::Role);
            self.put(&address, 1, Value::Text(role.to_owned()));
            self.says(&Voice::Person(person(n)), 1, level);
            self
        }

        fn join(&mut self, from: u64, to: u64) {
            let address = Address::Person(person(from), PersonField::JoinedTo);
            self.put(&address, 2, Value::Text(person(to).to_string()));
        }

        fn asked(&self) -> Vec<Vec<PersonId>> {
            let groups = same_roles(&self.document, &self.round, &self.unit).into_iter();
            groups.map(|same| same.persons).collect()
        }

        fn levels(&self) -> Vec<u8> {
            let question = question("q", Scope::F);
            individual_levels(&self.document, &self.round, &self.unit, &question)
        }
    }

    #[test]
    fn the_same_role_on_two_devices_is_asked_about_until_it_is_answered() {
        let mut story = Story::new()
            .alone(1, "Enhetschef", 2)
            .alone(2, " enhetschef ", 4)
            .alone(3, "Controller", 3)
            .alone(4, "", 3)
            .alone(5, "", 3);
        assert_eq!(story.asked(), [vec![person(1), person(2)]]);
        let apart = Address::apart(&person(2), &person(1));
        assert_eq!(apart, Address::apart(&person(1), &person(2)));
        story.put(&apart, 2, Value::Flag(true));
        assert!(story.asked().is_empty());
        story.document.remove(&apart);
        story.join(2, 1);
        assert!(story.asked().is_empty());
        assert_eq!(story.levels().len(), 4);
    }

    #[test]
    fn a_person_who_was_joined_counts_once_and_both_answers_are_shown() {
        let mut story = Story::new().alone(1, "Chef", 2).alone(2, "Chef", 4);
        let question = question("q", Scope::F);
        let stands =
            |story: &Story| standing(&story.document, &story.round, &story.unit, &question);
        let mean = |value, lowest| Standing::Level {
            value,
            lowest,
            agreed: false,
        };
        assert_eq!(stands(&story), mean(3.0, 3));
        story.join(2, 1);
        assert_eq!(stands(&story), mean(2.0, 2));
        let (one, q) = (Voice::Person(person(1)), QuestionId::parse("q").unwrap());
        let said = voices(&story.document, &story.round, &story.unit, &q);
        assert_eq!(said, std::slice::from_ref(&one));
        assert_eq!(story.document.versions(&story.level(&one)).len(), 2);
        // What the person says after the joining settles it.
        story.says(&one, 3, 5);
        assert_eq!(story.document.versions(&story.level(&one)).len(), 1);
        // Taken apart again, both are as they were.
        let joined = Address::Person(person(2), PersonField::JoinedTo);
        story.document.remove(&joined);
        assert_eq!(stands(&story), mean(4.5, 4));
    }

    #[test]
    fn one_who_answered_only_on_the_other_device_is_still_read() {
        let mut story = Story::new().alone(2, "Chef", 4);
        story.join(2, 1);
        assert_eq!(story.levels(), [4]);
        assert_eq!(
            answered_alone(&story.document, &story.round, &story.unit),
            [person(1)]
        );
    }

    #[test]
    fn three_are_asked_about_as_one_group_and_an_apart_holds_for_who_was_joined() {
        let mut story = Story::new()
            .alone(1, "Chef", 2)
            .alone(2, "Chef", 3)
            .alone(3, "Chef", 4);
        assert_eq!(story.asked(), [vec![person(1), person(2), person(3)]]);
        story.put(
            &Address::apart(&person(2), &person(3)),
            2,
            Value::Flag(true),
        );
        assert_eq!(story.asked().len(), 1); // of 1 nothing is known
        story.join(2, 1);
        assert!(story.asked().is_empty());
    }

    #[test]
    fn a_person_who_is_removed_for_good_takes_what_was_said_of_them_along() {
        let mut story = Story::new().alone(1, "Chef", 2).alone(2, "Chef", 4);
        story.join(2, 1);
        let apart = Address::apart(&person(1), &person(3));
        story.put(&apart, 2, Value::Flag(true));
        let mark = Address::Purged(Purged::Person(person(1)));
        story.put(&mark, 3, Value::Flag(true));
        assert!(!story.document.flag(&apart));
        assert_eq!(story.levels(), [4]); // the other's own answer stands by itself again
    }
}
