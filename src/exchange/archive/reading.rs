//! What an archive is written from: the facts, the round's sets read out of them, and who has answered what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ArchiveOptions, FreeText, Names};
use crate::domain::{
    Address, ContentHash, Document, DocumentField, PersonField, PersonId, QuestionId, QuestionSet,
    RoundId, SetId, UnitField, UnitId, UnitKind, Value, Voice, round_name, units,
};
use crate::exchange::question_set_from_json;
use crate::i18n::{ArchiveWords, Language, Words};

/// A set as the round names it.
pub(super) enum RoundSet {
    /// With its content.
    Kept(Arc<QuestionSet>),
    /// Without: the document does not hold what the round names.
    Missing(SetId, String),
}

/// Which questions a unit has said something to, and who did.
type Said = BTreeMap<QuestionId, BTreeSet<Voice>>;

/// A round, ready to be written.
pub(super) struct Reading<'a> {
    pub(super) document: &'a Document,
    pub(super) round: &'a RoundId,
    pub(super) options: &'a ArchiveOptions,
    pub(super) language: Language,
    pub(super) words: &'static Words,
    pub(super) own: &'static ArchiveWords,
    /// The sets, those published with the app first, as everywhere.
    pub(super) sets: Vec<RoundSet>,
    /// The municipality if it has answered or has results, then the units in their order, those that were hidden last.
    pub(super) units: Vec<UnitId>,
    said: BTreeMap<UnitId, Said>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        document: &'a Document,
        round: &'a RoundId,
        options: &'a ArchiveOptions,
        language: Language,
    ) -> Self {
        let said = said(document, round);
        Self {
            document,
            round,
            options,
            language,
            words: language.words(),
            own: language.archive_words(),
            sets: sets(document, round),
            units: listed(document, &said),
            said,
        }
    }

    /// The sets whose content the document holds.
    pub(super) fn kept_sets(&self) -> impl Iterator<Item = &Arc<QuestionSet>> {
        self.sets.iter().filter_map(|set| match set {
            RoundSet::Kept(set) => Some(set),
            RoundSet::Missing(..) => None,
        })
    }

    /// The language of a set's texts, where it is another than the page's.
    pub(super) fn foreign<'set>(&self, set: &'set QuestionSet) -> Option<&'set str> {
        Some(set.language.as_str()).filter(|language| *language != self.language.code())
    }

    /// A text of the document, trimmed; nothing where it is blank.
    fn text(&self, address: &Address) -> Option<&'a str> {
        let text = self.document.text(address)?.trim();
        (!text.is_empty()).then_some(text)
    }

    pub(super) fn municipality(&self) -> &'a str {
        self.text(&Address::Document(DocumentField::Municipality))
            .unwrap_or(self.words.the_municipality)
    }

    pub(super) fn unit_name(&self, unit: &UnitId) -> &'a str {
        if UnitKind::of(unit) == UnitKind::Municipality {
            return self.municipality();
        }
        self.text(&Address::Unit(unit.clone(), UnitField::Name))
            .unwrap_or(self.words.unnamed)
    }

    pub(super) fn round_name(&self) -> String {
        let name = round_name(self.document, self.round);
        if name.is_empty() {
            self.words.unnamed.to_owned()
        } else {
            name
        }
    }

    /// Who a voice is: the unit together, a role, or a number where names are left out.
    pub(super) fn voice(&self, unit: &UnitId, voice: &Voice) -> String {
        match voice {
            Voice::Together => self.words.agreed_assessment.to_owned(),
            Voice::Person(person) | Voice::Proposal(person) => match self.options.names {
                Names::Kept => self
                    .text(&Address::Person(person.clone(), PersonField::Role))
                    .unwrap_or(self.own.no_role)
                    .to_owned(),
                Names::LeftOut => (self.own.respondent)(self.place(unit, person)),
            },
        }
    }

    /// A person's place among those who have answered for a unit, from 1.
    fn place(&self, unit: &UnitId, person: &PersonId) -> usize {
        let people: BTreeSet<&PersonId> = self
            .said
            .get(unit)
            .into_iter()
            .flat_map(BTreeMap::values)
            .flatten()
            .filter_map(|voice| match voice {
                Voice::Person(person) => Some(person),
                Voice::Together | Voice::Proposal(_) => None,
            })
            .collect();
        people.iter().take_while(|other| **other <= person).count()
    }

    /// Who has said something to a question for a unit, the unit together first.
    pub(super) fn voices(&self, unit: &UnitId, question: &QuestionId) -> Vec<&Voice> {
        let voices = self.said.get(unit).and_then(|said| said.get(question));
        voices.into_iter().flatten().collect()
    }

    /// Whether a unit has said anything to a question of a set.
    pub(super) fn has_said(&self, unit: &UnitId, set: &QuestionSet) -> bool {
        self.said
            .get(unit)
            .is_some_and(|said| said.keys().any(|id| set.question(id).is_some()))
    }

    /// How many questions a unit has answered that stand in none of the sets.
    pub(super) fn others(&self, unit: &UnitId) -> usize {
        let known = |id: &QuestionId| self.kept_sets().any(|set| set.question(id).is_some());
        let said = self.said.get(unit).into_iter().flat_map(BTreeMap::keys);
        said.filter(|id| !known(id)).count()
    }

    pub(super) fn with_texts(&self) -> bool {
        self.options.texts == FreeText::Kept
    }
}

fn said(document: &Document, round: &RoundId) -> BTreeMap<UnitId, Said> {
    let mut all: BTreeMap<UnitId, Said> = BTreeMap::new();
    for (address, fact) in document.facts() {
        if let Address::Answer {
            round: of,
            unit,
            question,
            voice,
            ..
        } = address
            && of == round
            && !fact.versions().is_empty()
        {
            let said = all.entry(unit.clone()).or_default();
            let voices = said.entry(question.clone()).or_default();
            voices.insert(match voice {
                Voice::Person(person) => Voice::Person(document.same_as(person).clone()),
                _ => voice.clone(),
            });
        }
    }
    all
}

fn sets(document: &Document, round: &RoundId) -> Vec<RoundSet> {
    let mut sets = Vec::new();
    for (address, fact) in document.facts() {
        let (Address::RoundSet(of, id), Some(version)) = (address, fact.shown()) else {
            continue;
        };
        let Value::Text(hash) = &version.value else {
            continue;
        };
        if of != round {
            continue;
        }
        let content = ContentHash::parse(hash)
            .and_then(|hash| document.text(&Address::Snapshot(hash)))
            .and_then(question_set_from_json);
        sets.push(match content {
            Some(set) => RoundSet::Kept(Arc::new(set)),
            None => RoundSet::Missing(id.clone(), hash.clone()),
        });
    }
    let published = SetId::published();
    sets.sort_by_key(|set| {
        let id = match set {
            RoundSet::Kept(set) => &set.id,
            RoundSet::Missing(id, _) => id,
        };
        let place = published.iter().position(|other| other == id);
        place.unwrap_or(published.len())
    });
    sets
}

fn listed(document: &Document, said: &BTreeMap<UnitId, Said>) -> Vec<UnitId> {
    let mut listed = vec![UnitId::municipality()];
    listed.extend(units(document).into_iter().map(|unit| unit.id));
    for unit in said.keys() {
        if !listed.contains(unit) {
            listed.push(unit.clone());
        }
    }
    listed
}
