//! The shape of the TOML file. Positions are kept, so that a complaint can name its line.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// Keys and values that both know their line.
pub(super) type Table<T> = BTreeMap<Spanned<String>, T>;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleSource {
    /// The municipality's name.
    pub municipality: Spanned<String>,
    /// The units, in their order.
    #[serde(rename = "unit")]
    pub units: Vec<UnitSource>,
    /// Who gives individual answers.
    #[serde(default, rename = "person")]
    pub persons: Vec<PersonSource>,
    /// The rounds, the earliest first.
    #[serde(rename = "round")]
    pub rounds: Vec<RoundSource>,
    /// What was answered, a table a round, unit, set and voice.
    #[serde(default)]
    pub answers: Vec<AnswersSource>,
    /// What was decided about areas.
    #[serde(default, rename = "target")]
    pub targets: Vec<TargetSource>,
}

/// A unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitSource {
    /// Its id within the file and the document.
    pub id: Spanned<String>,
    /// Its name.
    pub name: Spanned<String>,
}

/// A person, of whom only the role is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonSource {
    /// The id within the file and the document.
    pub id: Spanned<String>,
    /// The role.
    pub role: Spanned<String>,
}

/// A round.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoundSource {
    /// Its id within the file and the document.
    pub id: Spanned<String>,
    /// Its name.
    pub name: Spanned<String>,
    /// The day on which everything in it was written, `2026-10-14`.
    pub date: Spanned<String>,
    /// *Vem svarar på vad*: units by set and area.
    #[serde(default)]
    pub owners: Table<Table<Spanned<String>>>,
}

/// The answers of one unit, or one person in it, to one set in one round.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswersSource {
    /// The round.
    pub round: Spanned<String>,
    /// The unit; `kommunen` is the municipality itself.
    pub unit: Spanned<String>,
    /// The set.
    pub set: Spanned<String>,
    /// Whose *enskilda svar* they are; left out for the *samlad bedömning*.
    pub person: Option<Spanned<String>>,
    /// Questions that were answered and are marked *osäker*.
    #[serde(default)]
    pub unsure: Vec<Spanned<String>>,
    /// By area one word a question, in the order in which the unit is asked them.
    #[serde(default)]
    pub areas: Table<Spanned<String>>,
    /// *Motivering* by question.
    #[serde(default)]
    pub rationale: Table<Spanned<String>>,
    /// *Vad behöver ni?* by question.
    #[serde(default)]
    pub needs: Table<Spanned<String>>,
}

/// A unit's target for an area.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetSource {
    /// The unit; `kommunen` is the municipality itself.
    pub unit: Spanned<String>,
    /// The set.
    pub set: Spanned<String>,
    /// The area.
    pub area: Spanned<String>,
    /// A level, or a percentage where the set counts *uppfyllnadsgrad*.
    pub value: Spanned<f64>,
    /// By when, `2027-12-31`.
    pub by: Spanned<String>,
    /// Who decided, a role.
    pub decider: Spanned<String>,
    /// *Betydelse*, 1–3.
    pub importance: Spanned<u8>,
    /// The law demands it.
    #[serde(default)]
    pub law: bool,
}
