//! The shape of the TOML files. Positions are kept, so that a complaint can name its line.

use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;
use toml::Spanned;

use crate::domain::{
    ChangeKind, DontKnow, NotApplicable, Overlay, Part, RollUp, ScaleLevel, Scope,
};

/// `set.toml`: what the set is, its scale, and its areas in order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Question set")]
pub(super) struct SetSource {
    /// The set, the same over its versions: a–z, 0–9 and hyphens. It is the folder's name.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// Semantic version, such as 1.0.0.
    #[schemars(with = "String")]
    pub version: Spanned<String>,
    /// The language of the texts, such as sv.
    #[schemars(with = "String")]
    pub language: Spanned<String>,
    /// The set's name.
    #[schemars(with = "String")]
    pub title: Spanned<String>,
    /// One sentence about what the set asks.
    #[schemars(with = "String")]
    pub lead: Spanned<String>,
    /// Who publishes it.
    #[schemars(with = "String")]
    pub publisher: Spanned<String>,
    /// The licence, as an SPDX identifier.
    #[schemars(with = "String")]
    pub license: Spanned<String>,
    /// Where structure and texts come from.
    #[schemars(with = "String")]
    pub source_note: Spanned<String>,
    /// How long a question takes, in minutes (1–60).
    #[schemars(with = "u8")]
    pub minutes_per_question: Spanned<u8>,
    /// How areas make a result.
    pub roll_up: RollUp,
    /// The ids of the areas in the order of reading; each has its file in `areas/`.
    #[schemars(with = "Vec<String>")]
    pub areas: Vec<Spanned<String>>,
    /// The levels, lowest first: 2–10, with values 1, 2, 3 ….
    #[schemars(with = "Vec<ScaleLevel>")]
    pub scale: Vec<Spanned<ScaleLevel>>,
    /// What the versions up to this one did to questions that were there before, all of them kept.
    #[serde(default, rename = "change")]
    pub changes: Vec<ChangeSource>,
}

/// `[[change]]`: what a version did to a question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeSource {
    /// The version that it came with, at most the set's own.
    #[schemars(with = "String")]
    pub version: Spanned<String>,
    /// What was done.
    #[schemars(with = "ChangeKind")]
    pub kind: Spanned<ChangeKind>,
    /// The question that it was done to; `from` where it is a merger.
    #[schemars(with = "Option<String>")]
    pub question: Option<Spanned<String>>,
    /// The questions that were merged.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub from: Vec<Spanned<String>>,
    /// What came of it: two questions or more of a split, one of a merger.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub into: Vec<Spanned<String>>,
}

/// `areas/<id>.toml`: one area with its questions.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Area of a question set")]
pub(super) struct AreaSource {
    /// The area within its set; the file's name.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// Its name.
    #[schemars(with = "String")]
    pub title: Spanned<String>,
    /// A name of at most 24 characters, for charts.
    #[schemars(with = "String")]
    pub short: Spanned<String>,
    /// One sentence about what the area is.
    #[schemars(with = "String")]
    pub about: Spanned<String>,
    /// Its part of the flower box: given for every area where `roll_up` is "fulfilment", and else for none.
    #[schemars(with = "Option<Part>")]
    pub part: Option<Spanned<Part>>,
    /// Its questions, in the order of reading.
    #[serde(rename = "question")]
    pub questions: Vec<QuestionSource>,
}

/// One question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionSource {
    /// Permanent, and the same in every set that the question stands in.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// Who answers.
    pub scope: Scope,
    /// Its weight within the area: above 0, at most 100.
    #[schemars(with = "f64")]
    pub weight: Spanned<f64>,
    /// The meaning that the question keeps where its text or levels were changed editorially; else left out.
    #[schemars(with = "Option<String>")]
    pub means: Option<Spanned<String>>,
    /// The question.
    #[schemars(with = "String")]
    pub text: Spanned<String>,
    /// Why it is asked.
    #[schemars(with = "String")]
    pub why: Spanned<String>,
    /// What can be underlag.
    #[schemars(with = "String")]
    pub evidence: Spanned<String>,
    /// Whether "vet ej" can be chosen.
    pub dont_know: DontKnow,
    /// Whether "ej relevant" can be chosen.
    pub not_applicable: NotApplicable,
    /// What is seen at each level, lowest first: as many as the scale has, each at most 40 words.
    #[schemars(with = "Vec<String>")]
    pub levels: Spanned<Vec<Spanned<String>>>,
    /// What takes one to level 2, 3 …: one fewer than levels.
    #[schemars(with = "Vec<String>")]
    pub activities: Spanned<Vec<Spanned<String>>>,
}

/// The JSON Schema of `set.toml`.
pub fn schema_of_set() -> Schema {
    schema_for!(SetSource)
}

/// The JSON Schema of `areas/*.toml`.
pub fn schema_of_area() -> Schema {
    schema_for!(AreaSource)
}

/// The JSON Schema of `<language>/*.toml`.
pub fn schema_of_overlay() -> Schema {
    schema_for!(Overlay)
}
