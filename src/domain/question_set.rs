//! A question set as the app uses it: compiled from `questions/` (docs/QUESTIONS.md), with the text of one language.

use std::collections::BTreeMap;

use serde::Deserialize;
#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

use super::{AreaId, ContentHash, Meaning, QuestionId, SetId, StatedChange};

/// A published set of questions.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct QuestionSet {
    /// The set, the same over its versions.
    pub id: SetId,
    /// Semantic version of the content, such as `1.0.0`.
    pub version: String,
    /// The hash of the whole content in the source language, under which rounds keep it.
    pub hash: ContentHash,
    /// The language of the texts (`sv`, or the overlay's once one is laid over).
    pub language: String,
    /// The set's name.
    pub title: String,
    /// One sentence about what it asks.
    pub lead: String,
    /// Who publishes it.
    pub publisher: String,
    /// Under which licence (SPDX).
    pub license: String,
    /// Where structure and texts come from.
    pub source_note: String,
    /// How long a question takes, in minutes; for the time estimate.
    pub minutes_per_question: u8,
    /// How areas make a result.
    pub roll_up: RollUp,
    /// The levels, lowest first; 2–10 of them, with values 1, 2, 3 ….
    pub scale: Vec<ScaleLevel>,
    /// The areas, in the order of reading.
    pub areas: Vec<Area>,
    /// What the versions up to this one did to questions, as the set states it (`super::set_change`). Not written where
    /// there is none, so that the hash of a first version is the one that it had before changes could be stated.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        serde(skip_serializing_if = "Vec::is_empty")
    )]
    pub changes: Vec<StatedChange>,
}

/// How area values make the value of a whole set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RollUp {
    /// The mean of the areas, each with the same weight (DOMAIN.md §3.2 rule 5).
    MeanOfAreas,
    /// *Uppfyllnadsgrad*: points out of the most that the answered questions can give, by area and by part of the flower box
    /// (DOMAIN.md §3.2 rule 6).
    Fulfilment,
}

/// Where an area stands in the flower box (DOMAIN.md §1): flowers are what citizens meet, grass how the work is led, soil
/// the technology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// A flower: services for one group of people.
    Flower,
    /// The grass: leadership and ways of working.
    Grass,
    /// The soil: technical conditions.
    Soil,
}

/// A step of a set's scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScaleLevel {
    /// 1 for the lowest.
    pub value: u8,
    /// What the step is called.
    pub name: String,
}

/// A group of questions that is scored together.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Area {
    /// The area within its set.
    pub id: AreaId,
    /// Its name.
    pub title: String,
    /// A name short enough for a chart.
    pub short: String,
    /// One sentence about what it is.
    pub about: String,
    /// Its part of the flower box, in a set that is shown as one.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub part: Option<Part>,
    /// Its questions, in the order of reading.
    pub questions: Vec<Question>,
}

/// Who answers a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
pub enum Scope {
    /// Each *förvaltning*.
    F,
    /// The municipality, once.
    K,
    /// The municipality, and a *förvaltning* that wants to.
    #[serde(rename = "K-optional-F")]
    KOptionalF,
    /// The unit that the coordinator has named for the area (`super::asking`).
    #[serde(rename = "owner")]
    Owner,
}

/// Whether *vet ej* can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DontKnow {
    /// It can.
    Allowed,
    /// It cannot.
    No,
}

/// Whether *ej relevant* can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NotApplicable {
    /// It can, and a short reason is required: without one the question counts as unanswered.
    WithReason,
    /// It can, without a reason.
    Allowed,
    /// It cannot.
    No,
}

/// One question with a text for each level.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize))]
pub struct Question {
    /// The question, permanent and the same in every set that it stands in.
    pub id: QuestionId,
    /// The hash of what is asked (question and levels in the source language).
    pub meaning: Meaning,
    /// Who answers.
    pub scope: Scope,
    /// Its weight within the area, above 0.
    pub weight: f64,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// What can be *underlag*.
    pub evidence: String,
    /// Whether *vet ej* can be chosen.
    pub dont_know: DontKnow,
    /// Whether *ej relevant* can be chosen.
    pub not_applicable: NotApplicable,
    /// What is seen at each level, as many as the scale has steps.
    pub levels: Vec<String>,
    /// What takes one to level 2, 3 …: one fewer than levels.
    pub activities: Vec<String>,
}

impl QuestionSet {
    /// A question of the set and the area that it stands in.
    pub fn question(&self, id: &QuestionId) -> Option<(&Area, &Question)> {
        self.areas.iter().find_map(|area| {
            area.questions
                .iter()
                .find(|q| q.id == *id)
                .map(|q| (area, q))
        })
    }

    /// An area of the set.
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == *id)
    }

    /// The highest level of the scale.
    pub fn top(&self) -> u8 {
        self.scale.last().map_or(0, |level| level.value)
    }

    /// Lays another language's texts over the set; what the overlay lacks stays as it is.
    #[must_use]
    pub fn overlaid(mut self, overlay: &Overlay) -> Self {
        if overlay.set != self.id {
            return self;
        }
        self.language.clone_from(&overlay.language);
        take(&mut self.title, overlay.title.as_ref());
        take(&mut self.lead, overlay.lead.as_ref());
        take(&mut self.source_note, overlay.source_note.as_ref());
        for (level, name) in self.scale.iter_mut().zip(&overlay.scale) {
            level.name.clone_from(name);
        }
        for area in &mut self.areas {
            if let Some(texts) = overlay.areas.get(&area.id) {
                take(&mut area.title, texts.title.as_ref());
                take(&mut area.short, texts.short.as_ref());
                take(&mut area.about, texts.about.as_ref());
            }
            for question in &mut area.questions {
                if let Some(texts) = overlay.questions.get(&question.id) {
                    take(&mut question.text, texts.text.as_ref());
                    take(&mut question.why, texts.why.as_ref());
                    take(&mut question.evidence, texts.evidence.as_ref());
                    take_all(&mut question.levels, &texts.levels);
                    take_all(&mut question.activities, &texts.activities);
                }
            }
        }
        self
    }
}

impl Area {
    /// Whether a unit can be named to answer the area for the whole municipality.
    pub fn can_be_assigned(&self) -> bool {
        self.questions
            .iter()
            .any(|question| matches!(question.scope, Scope::Owner | Scope::KOptionalF))
    }
}

fn take(text: &mut String, other: Option<&String>) {
    if let Some(other) = other {
        text.clone_from(other);
    }
}

fn take_all(texts: &mut Vec<String>, others: &[String]) {
    if others.len() == texts.len() {
        texts.clear();
        texts.extend_from_slice(others);
    }
}

/// A set's texts in another language, by id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// The set that it belongs to.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub set: SetId,
    /// The language of these texts, such as `en`.
    pub language: String,
    /// The set's name.
    pub title: Option<String>,
    /// The set's one sentence.
    pub lead: Option<String>,
    /// Where structure and texts come from.
    pub source_note: Option<String>,
    /// Names of the levels, lowest first.
    #[serde(default)]
    pub scale: Vec<String>,
    /// Texts of areas.
    #[serde(default)]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "BTreeMap<String, OverlayArea>")
    )]
    pub areas: BTreeMap<AreaId, OverlayArea>,
    /// Texts of questions.
    #[serde(default)]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "BTreeMap<String, OverlayQuestion>")
    )]
    pub questions: BTreeMap<QuestionId, OverlayQuestion>,
}

/// An area's texts in another language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverlayArea {
    /// Its name.
    pub title: Option<String>,
    /// A name short enough for a chart.
    pub short: Option<String>,
    /// One sentence about what it is.
    pub about: Option<String>,
}

/// A question's texts in another language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverlayQuestion {
    /// The question.
    pub text: Option<String>,
    /// Why it is asked.
    pub why: Option<String>,
    /// What can be *underlag*.
    pub evidence: Option<String>,
    /// What is seen at each level: all of them, or none.
    #[serde(default)]
    pub levels: Vec<String>,
    /// What takes one to level 2, 3 …: all of them, or none.
    #[serde(default)]
    pub activities: Vec<String>,
}
