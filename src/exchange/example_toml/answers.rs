//! Answers in short: one word a question.
//!
//! A number is a level, `?` is *vet ej*, `-` is *ej relevant* (its reason stands under `rationale`), `.` is *obesvarad*.

use std::collections::BTreeSet;

use toml::Spanned;

use super::compile::Building;
use super::source::AnswersSource;
use crate::domain::{
    Address, Answer, AskedArea, DontKnow, Facet, NotApplicable, Question, QuestionId, QuestionSet,
    RoundId, State, Timestamp, UnitId, Value, Voice, asked,
};

const DONT_KNOW: &str = "?";
const NOT_APPLICABLE: &str = "-";
const OPEN: &str = ".";

/// Whose answers are being read.
struct Block<'s> {
    source: &'s AnswersSource,
    round: RoundId,
    at: Timestamp,
    unit: UnitId,
    voice: Voice,
}

impl Block<'_> {
    fn address(&self, question: &QuestionId, facet: Facet) -> Address {
        Address::answer(&self.round, &self.unit, question, facet, &self.voice)
    }

    fn has_reason(&self, question: &QuestionId) -> bool {
        self.source
            .rationale
            .keys()
            .any(|id| id.get_ref() == question.as_str())
    }
}

/// What is wrong with a word, and how to mend it.
type Wrong = (String, String);

impl Building<'_> {
    /// Reads the answers of one voice to one set.
    pub fn answers(&mut self, source: &AnswersSource) {
        let round = self.round(&source.round);
        let unit = self.unit(&source.unit);
        let set = self.set(&source.set);
        let voice = match &source.person {
            None => Some(Voice::Together),
            Some(person) => self.person(person).map(Voice::Person),
        };
        let (Some((round, at)), Some(unit), Some(set), Some(voice)) = (round, unit, set, voice)
        else {
            return;
        };
        self.keep_set(&round, at, set);
        let asked = asked(&self.document, Some(&round), set, &unit);
        let block = Block {
            source,
            round,
            at,
            unit,
            voice,
        };
        let mut answered = BTreeSet::new();
        for (name, words) in &source.areas {
            let Some(area) = self.area(set, name) else {
                continue;
            };
            match asked.iter().find(|asked| asked.area.id == area.id) {
                Some(asked) => self.area_answers(&block, set, asked, words, &mut answered),
                None => self.not_asked(name, &block.unit),
            }
        }
        self.all_areas(&block, &asked);
        self.beside(&block, &answered);
    }

    /// The round keeps the set that it is answered by, as the app does with the first answer.
    fn keep_set(&mut self, round: &RoundId, at: Timestamp, set: &QuestionSet) {
        let chosen = Address::RoundSet(round.clone(), set.id.clone());
        if self.document.value(&chosen).is_some() {
            return;
        }
        let snapshot = Address::Snapshot(set.hash.clone());
        if self.document.value(&snapshot).is_none()
            && let Ok(text) = serde_json::to_string(set)
        {
            self.write(&snapshot, at, Value::Text(text));
        }
        self.write(&chosen, at, Value::Text(set.hash.as_str().to_owned()));
    }

    fn area_answers(
        &mut self,
        block: &Block,
        set: &QuestionSet,
        asked: &AskedArea,
        words: &Spanned<String>,
        answered: &mut BTreeSet<QuestionId>,
    ) {
        let list: Vec<&str> = words.get_ref().split_whitespace().collect();
        let (found, expected) = (list.len(), asked.questions.len());
        if found != expected {
            self.out.add(
                words,
                format!(
                    "{found} answers, and \"{}\" is asked {expected} questions in \"{}\"",
                    block.unit, asked.area.id
                ),
                "Write one word a question: a level, ., - or ?",
            );
            return;
        }
        for (word, question) in list.into_iter().zip(&asked.questions) {
            match state(word, question, set.top(), block.has_reason(&question.id)) {
                Ok(None) => {}
                Ok(Some(state)) => {
                    let address = block.address(&question.id, Facet::Level);
                    if self.document.value(&address).is_some() {
                        self.out.add(
                            words,
                            format!("\"{}\" has been answered already", question.id),
                            "Keep the answers of one voice to one set in one table",
                        );
                    }
                    let meaning = question.meaning.clone();
                    let answer = Value::Answer(Answer { state, meaning });
                    self.write(&address, block.at, answer);
                    answered.insert(question.id.clone());
                }
                Err((what, mend)) => self.out.add(words, what, mend),
            }
        }
    }

    /// What a unit answers together names every area that it is asked, so that none is forgotten.
    fn all_areas(&mut self, block: &Block, asked: &[AskedArea]) {
        if block.voice != Voice::Together {
            return;
        }
        for missing in asked.iter().filter(|asked| !asked.optional) {
            let id = &missing.area.id;
            let is_there = |name: &Spanned<String>| name.get_ref() == id.as_str();
            if !block.source.areas.keys().any(is_there) {
                self.out.add(
                    &block.source.set,
                    format!("the area \"{id}\" is missing"),
                    "Write its answers, a . for each question that was left open",
                );
            }
        }
    }

    /// What stands beside answers, and only there.
    fn beside(&mut self, block: &Block, answered: &BTreeSet<QuestionId>) {
        let found = |id: &Spanned<String>| {
            QuestionId::parse(id.get_ref()).filter(|id| answered.contains(id))
        };
        let texts = [
            ("rationale", Facet::Rationale, &block.source.rationale),
            ("needs", Facet::Need, &block.source.needs),
        ];
        for (name, facet, texts) in texts {
            for (id, text) in texts {
                if let Some(question) = found(id) {
                    let address = block.address(&question, facet);
                    self.write_text(name, &address, block.at, text);
                } else {
                    self.beside_nothing(id);
                }
            }
        }
        for id in &block.source.unsure {
            if let Some(question) = found(id) {
                let address = block.address(&question, Facet::Unsure);
                self.write(&address, block.at, Value::Flag(true));
            } else {
                self.beside_nothing(id);
            }
        }
    }

    fn beside_nothing(&mut self, id: &Spanned<String>) {
        let what = format!("\"{}\" has no answer here", id.get_ref());
        self.out
            .add(id, what, "Answer the question, or remove this");
    }
}

/// What a word says to a question; nothing where it was left open.
fn state(
    word: &str,
    question: &Question,
    top: u8,
    has_reason: bool,
) -> Result<Option<State>, Wrong> {
    let id = &question.id;
    let wrong = |what: String, mend: &str| Err((what, mend.to_owned()));
    match word {
        OPEN => Ok(None),
        DONT_KNOW if question.dont_know == DontKnow::No => wrong(
            format!("\"{id}\" does not take \"{DONT_KNOW}\""),
            "Write a level, or leave it open with a dot",
        ),
        DONT_KNOW => Ok(Some(State::DontKnow)),
        NOT_APPLICABLE => match question.not_applicable {
            NotApplicable::No => wrong(
                format!("\"{id}\" does not take \"{NOT_APPLICABLE}\""),
                "Write a level, or leave it open with a dot",
            ),
            NotApplicable::WithReason if !has_reason => wrong(
                format!("\"{id}\" is not applicable, and nobody says why"),
                "Write the reason under [answers.rationale]",
            ),
            NotApplicable::WithReason | NotApplicable::Allowed => Ok(Some(State::NotApplicable)),
        },
        _ => match word.parse::<u8>() {
            Ok(level) if (1..=top).contains(&level) => Ok(Some(State::Level(level))),
            Ok(level) => Err((
                format!("level {level} of \"{id}\" is off the scale"),
                format!("Write 1–{top}"),
            )),
            Err(_) => wrong(
                format!("\"{word}\" is no answer to \"{id}\""),
                "Write a level, ., - or ?",
            ),
        },
    }
}
