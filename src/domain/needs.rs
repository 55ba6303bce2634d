//! *Vad behöver ni?* put together over a round: what each unit needs beside which question, and where several need something
//! of the same (*gemensamma behov*), for the IT-råd to prepare.

use super::{
    Address, AreaId, Document, Facet, NeedField, QuestionId, QuestionSet, RoundId, SetId, Tag,
    UnitId, Value, Voice, units,
};

/// What somebody wrote that they need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The unit.
    pub unit: UnitId,
    /// Who wrote it there.
    pub voice: Voice,
    /// In their words.
    pub text: String,
}

/// The needs beside one question of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedsOfQuestion {
    /// The set that it is shown in.
    pub set: SetId,
    /// The area.
    pub area: AreaId,
    /// The question.
    pub question: QuestionId,
    /// What was written, unit by unit in their order; the municipality last.
    pub needs: Vec<Need>,
    /// What the IT-råd has made of it, in one short wording.
    pub wording: Option<String>,
    /// *Vidare till agendan*.
    pub to_agenda: bool,
}

impl NeedsOfQuestion {
    /// The units that need something here, each once.
    pub fn units(&self) -> Vec<&UnitId> {
        let mut units: Vec<&UnitId> = Vec::new();
        for need in &self.needs {
            if !units.contains(&&need.unit) {
                units.push(&need.unit);
            }
        }
        units
    }

    /// Whether the question is about something.
    pub fn is_about(&self, tag: Tag) -> bool {
        Tag::of(&self.question).contains(&tag)
    }

    /// *Gemensamt*: more than one unit needs something here.
    pub fn is_shared(&self) -> bool {
        self.units().len() > 1
    }
}

/// Every question of the sets beside which something is needed in a round: those that most units share first, then in the
/// order of reading. A question in two sets stands with the first. Proposals, and units that are out of the lists, count nowhere.
pub fn needs(document: &Document, round: &RoundId, sets: &[&QuestionSet]) -> Vec<NeedsOfQuestion> {
    let mut written = written(document, round);
    let mut out: Vec<NeedsOfQuestion> = Vec::new();
    for set in sets {
        for area in &set.areas {
            for question in &area.questions {
                let of_question = |(id, _): &mut (QuestionId, Need)| *id == question.id;
                let needs: Vec<Need> = written
                    .extract_if(.., of_question)
                    .map(|(_, need)| need)
                    .collect();
                let at = |field| Address::SharedNeed(round.clone(), question.id.clone(), field);
                if needs.is_empty() {
                    continue;
                }
                let wording = document.text(&at(NeedField::Wording)).map(str::trim);
                out.push(NeedsOfQuestion {
                    set: set.id.clone(),
                    area: area.id.clone(),
                    question: question.id.clone(),
                    needs,
                    wording: wording.filter(|text| !text.is_empty()).map(str::to_owned),
                    to_agenda: document.flag(&at(NeedField::ToAgenda)),
                });
            }
        }
    }
    out.sort_by_key(|of| std::cmp::Reverse(of.units().len()));
    out
}

/// What needs are about, across areas and sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedsOfTag {
    /// What they are about.
    pub tag: Tag,
    /// How many needs.
    pub needs: usize,
    /// Of how many units.
    pub units: usize,
}

/// Needs gathered by what their questions are about, what most units share first; a question with two tags is in both.
pub fn needs_by_tag(needs: &[NeedsOfQuestion]) -> Vec<NeedsOfTag> {
    let mut out: Vec<NeedsOfTag> = Tag::ALL
        .into_iter()
        .filter_map(|tag| {
            let about = needs.iter().filter(|of| of.is_about(tag));
            let mut units: Vec<&UnitId> = about.clone().flat_map(NeedsOfQuestion::units).collect();
            units.sort();
            units.dedup();
            let count = about.map(|of| of.needs.len()).sum();
            (count > 0).then_some(NeedsOfTag {
                tag,
                needs: count,
                units: units.len(),
            })
        })
        .collect();
    out.sort_by_key(|of| std::cmp::Reverse(of.units));
    out
}

/// Every need of the round, unit by unit.
fn written(document: &Document, round: &RoundId) -> Vec<(QuestionId, Need)> {
    let listed = units(document).into_iter().map(|unit| unit.id);
    let mut out: Vec<(QuestionId, Need)> = Vec::new();
    for unit in listed.chain([UnitId::municipality()]) {
        let mut places: Vec<(QuestionId, Voice)> = Vec::new();
        for own in std::iter::once(&unit).chain(document.joined_to(&unit)) {
            for (address, _) in super::handing_in::answers(document, round, own) {
                let Address::Answer {
                    question,
                    facet: Facet::Need,
                    voice,
                    ..
                } = address
                else {
                    continue;
                };
                let voice = match voice {
                    Voice::Proposal(_) => continue,
                    Voice::Person(person) => Voice::Person(document.same_as(person).clone()),
                    Voice::Together => Voice::Together,
                };
                let place = (question.clone(), voice);
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        for (question, voice) in places {
            let address = Address::answer(round, &unit, &question, Facet::Need, &voice);
            for version in document.versions(&address) {
                let Value::Text(text) = &version.value else {
                    continue;
                };
                let need = Need {
                    unit: unit.clone(),
                    voice: voice.clone(),
                    text: text.trim().to_owned(),
                };
                let known = out
                    .iter()
                    .any(|(id, other)| *id == question && *other == need);
                if !need.text.is_empty() && !known {
                    out.push((question.clone(), need));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{area, question, set};
    use crate::domain::{DocumentId, PersonId, Scope, Timestamp, UnitField, WriterId};

    fn put(document: &mut Document, path: &str, at: i64, text: &str) {
        let value = Value::Text(text.to_owned());
        document.write(&Address::parse(path), WriterId(1), Timestamp(at), value);
    }

    fn asked() -> QuestionSet {
        let questions = |ids: [&str; 2]| ids.map(|id| question(id, Scope::F)).to_vec();
        set(vec![
            area("x", questions(["a", "b"])),
            area("y", questions(["c", "d"])),
        ])
    }

    fn document() -> Document {
        let mut document = Document::new(DocumentId::from_random(1));
        for (unit, order) in [("u-1", "a"), ("u-2", "b"), ("u-3", "c")] {
            put(&mut document, &format!("unit/{unit}/name"), 1, unit);
            put(&mut document, &format!("unit/{unit}/order"), 1, order);
        }
        document
    }

    fn found(document: &Document) -> Vec<NeedsOfQuestion> {
        needs(document, &RoundId::parse("r-1").unwrap(), &[&asked()])
    }

    #[test]
    fn what_most_units_share_comes_first_and_every_word_of_it_is_kept() {
        let mut document = document();
        for (path, text) in [
            ("answer/r-1/u-1/a/need/together", "En"),
            ("answer/r-1/u-2/c/need/together", " Två "),
            ("answer/r-1/u-3/c/need/p-1", "Tre"),
            ("answer/r-1/u-3/c/need/p-2", "Fyra"),
            ("answer/r-1/kommunen/c/need/together", "Fem"),
            ("answer/r-1/u-1/d/need/proposal-p-1", "Ett förslag"),
            ("answer/r-1/u-1/b/need/together", "  "),
            ("answer/r-2/u-1/b/need/together", "En annan omgång"),
        ] {
            put(&mut document, path, 1, text);
        }
        let found = found(&document);
        let told: Vec<(&str, usize, bool)> = found
            .iter()
            .map(|of| (of.question.as_str(), of.units().len(), of.is_shared()))
            .collect();
        assert_eq!(told, [("c", 3, true), ("a", 1, false)]);
        let texts: Vec<&str> = found[0]
            .needs
            .iter()
            .map(|need| need.text.as_str())
            .collect();
        assert_eq!(texts, ["Två", "Tre", "Fyra", "Fem"]);
        assert_eq!(found[0].area.as_str(), "y");
    }

    #[test]
    fn what_the_council_has_prepared_belongs_to_the_round_and_the_question() {
        let mut document = document();
        put(&mut document, "answer/r-1/u-1/a/need/together", 1, "En");
        put(
            &mut document,
            "shared-need/r-2/a/wording",
            1,
            "En annan omgång",
        );
        assert_eq!(found(&document)[0].wording, None);
        put(
            &mut document,
            "shared-need/r-1/a/wording",
            1,
            " En introduktion ",
        );
        let agenda = Address::parse("shared-need/r-1/a/to-agenda");
        document.write(&agenda, WriterId(1), Timestamp(1), Value::Flag(true));
        assert_eq!(
            found(&document)[0].wording.as_deref(),
            Some("En introduktion")
        );
        assert!(found(&document)[0].to_agenda);
    }

    #[test]
    fn units_and_persons_that_are_one_need_something_once_and_two_wordings_both_stay() {
        let mut document = document();
        put(&mut document, "answer/r-1/u-1/a/need/p-1", 1, "En");
        put(&mut document, "answer/r-1/u-2/a/need/p-2", 1, "Två");
        assert!(found(&document)[0].is_shared());
        let unit = UnitId::parse("u-2").unwrap();
        put(
            &mut document,
            &Address::Unit(unit, UnitField::JoinedTo).to_string(),
            2,
            "u-1",
        );
        put(&mut document, "person/p-2/joined-to", 2, "p-1");
        let of = &found(&document)[0];
        assert!(!of.is_shared());
        let one = Voice::Person(PersonId::parse("p-1").unwrap());
        assert!(of.needs.iter().all(|need| need.voice == one));
        assert_eq!(of.needs.len(), 2);
    }

    #[test]
    fn needs_are_gathered_by_what_their_questions_are_about() {
        let ids = ["forvaltningens-it-kostnad", "nytta-av-it", "reservrutin"];
        let questions = ids.map(|id| question(id, Scope::F)).to_vec();
        let asked = set(vec![area("x", questions)]);
        let mut document = document();
        for (unit, id) in [("u-1", 0), ("u-2", 0), ("u-1", 1), ("u-3", 2)] {
            let path = format!("answer/r-1/{unit}/{}/need/together", ids[id]);
            put(&mut document, &path, 1, "Stöd");
        }
        let found = needs(&document, &RoundId::parse("r-1").unwrap(), &[&asked]);
        let by_tag = needs_by_tag(&found);
        let of = |tag| by_tag.iter().find(|of| of.tag == tag).copied();
        let money = NeedsOfTag {
            tag: Tag::Money,
            needs: 3,
            units: 2,
        };
        assert_eq!(of(Tag::Money), Some(money));
        assert_eq!(
            of(Tag::Security).map(|of| (of.needs, of.units)),
            Some((1, 1))
        );
        assert_eq!(by_tag.first(), Some(&money));
        assert_eq!(of(Tag::Citizens), None);
    }

    #[test]
    fn a_unit_that_is_out_of_the_lists_counts_nowhere() {
        let mut document = document();
        put(&mut document, "answer/r-1/u-1/a/need/together", 1, "En");
        let hidden = Address::parse("unit/u-1/hidden");
        document.write(&hidden, WriterId(1), Timestamp(1), Value::Flag(true));
        assert!(found(&document).is_empty());
    }
}
