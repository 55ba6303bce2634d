//! Where a fact stands: a typed path such as `answer/<round>/<unit>/<question>/level/together`.
//!
//! Ids cannot hold a slash, so a path reads back in one way only. A path of an unknown kind is kept as it came.

use std::fmt;
use std::sync::Arc;

use super::{AreaId, ContentHash, PersonId, QuestionId, RoundId, SetId, UnitId};

/// Whose answer it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// *Samlad bedömning*: what the unit answers together.
    Together,
    /// *Enskilt svar*: one person, known by a role.
    Person(PersonId),
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    )*};
}

words! {
    /// Which side of an answer.
    Facet {
        /// The level, or *vet ej* or *ej relevant*.
        Level = "level",
        /// *Varför? Vad bygger ni det på?*
        Rationale = "rationale",
        /// *Underlag*: what can be shown.
        Evidence = "evidence",
        /// *Osäker*: answered, but not sure.
        Unsure = "unsure",
    }
    /// What is known of a unit.
    UnitField {
        /// Its name.
        Name = "name",
        /// Its place among the units, an order key.
        Order = "order",
        /// Taken out of the lists; its answers stay.
        Hidden = "hidden",
    }
    /// What is known of a round.
    RoundField {
        /// Its name, such as *Omgång 2026*.
        Name = "name",
        /// Its place among the rounds, an order key.
        Order = "order",
    }
    /// What has been decided about where an area is to be (DOMAIN.md §3.2 rules 7–8).
    TargetField {
        /// *Målnivå*, in tenths: of a level, or of a percentage where the set counts *uppfyllnadsgrad*.
        Value = "value",
        /// By when, as the person wrote it in a date field (`2027-06-30`).
        By = "by",
        /// Who decided, a role.
        Decider = "decider",
        /// *Betydelse*, 1–3.
        Importance = "importance",
        /// The law demands it: comes before the order.
        Law = "law",
    }
    /// What is known of a person.
    PersonField {
        /// The role that the person answers in.
        Role = "role",
    }
    /// What is known of the municipality as a whole.
    DocumentField {
        /// The municipality's name.
        Municipality = "municipality",
        /// The word for a unit where it is not *förvaltning*.
        UnitWord = "unit-word",
        /// The document is the example: its values are made up, wherever it goes.
        Example = "example",
    }
}

/// Where a fact stands in a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// One facet of one answer.
    Answer {
        /// The round answered in.
        round: RoundId,
        /// The unit answered for.
        unit: UnitId,
        /// The question.
        question: QuestionId,
        /// Which side of the answer.
        facet: Facet,
        /// Whose answer.
        voice: Voice,
    },
    /// Something about a unit.
    Unit(UnitId, UnitField),
    /// Something about a round.
    Round(RoundId, RoundField),
    /// Which content of a question set a round goes by.
    RoundSet(RoundId, SetId),
    /// *Vem svarar på vad*: the unit that answers an area for the municipality.
    Owner(RoundId, SetId, AreaId),
    /// A unit's target for an area; it stands over rounds, until it is changed.
    Target {
        /// The unit.
        unit: UnitId,
        /// The set that the area stands in.
        set: SetId,
        /// The area.
        area: AreaId,
        /// What of the target.
        field: TargetField,
    },
    /// A question set's content, written once.
    Snapshot(ContentHash),
    /// Something about a person.
    Person(PersonId, PersonField),
    /// Something about the municipality.
    Document(DocumentField),
    /// A kind that a later version knows.
    Unknown(Arc<str>),
}

impl Address {
    /// The address of one facet of one answer.
    pub fn answer(
        round: &RoundId,
        unit: &UnitId,
        question: &QuestionId,
        facet: Facet,
        voice: &Voice,
    ) -> Self {
        Self::Answer {
            round: round.clone(),
            unit: unit.clone(),
            question: question.clone(),
            facet,
            voice: voice.clone(),
        }
    }

    /// Reads a path; never fails, as an unknown path is an address too.
    pub fn parse(path: &str) -> Self {
        Self::parse_known(path).unwrap_or_else(|| Self::Unknown(Arc::from(path)))
    }

    fn parse_known(path: &str) -> Option<Self> {
        let mut parts = path.split('/');
        let kind = parts.next()?;
        let mut part = || parts.next();
        let address = match kind {
            "answer" => Self::Answer {
                round: RoundId::parse(part()?)?,
                unit: UnitId::parse(part()?)?,
                question: QuestionId::parse(part()?)?,
                facet: Facet::parse(part()?)?,
                voice: match part()? {
                    "together" => Voice::Together,
                    person => Voice::Person(PersonId::parse(person)?),
                },
            },
            "unit" => Self::Unit(UnitId::parse(part()?)?, UnitField::parse(part()?)?),
            "round" => Self::Round(RoundId::parse(part()?)?, RoundField::parse(part()?)?),
            "round-set" => Self::RoundSet(RoundId::parse(part()?)?, SetId::parse(part()?)?),
            "owner" => Self::Owner(
                RoundId::parse(part()?)?,
                SetId::parse(part()?)?,
                AreaId::parse(part()?)?,
            ),
            "target" => Self::Target {
                unit: UnitId::parse(part()?)?,
                set: SetId::parse(part()?)?,
                area: AreaId::parse(part()?)?,
                field: TargetField::parse(part()?)?,
            },
            "snapshot" => Self::Snapshot(ContentHash::parse(part()?)?),
            "person" => Self::Person(PersonId::parse(part()?)?, PersonField::parse(part()?)?),
            "document" => Self::Document(DocumentField::parse(part()?)?),
            _ => return None,
        };
        parts.next().is_none().then_some(address)
    }

    /// The shard that a store keeps the fact in: one per round × unit, one per snapshot, one for the rest.
    pub fn shard(&self) -> String {
        match self {
            Self::Answer { round, unit, .. } => format!("answer/{round}/{unit}"),
            Self::Snapshot(hash) => format!("snapshot/{hash}"),
            _ => "base".to_owned(),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer {
                round,
                unit,
                question,
                facet,
                voice,
            } => {
                let voice = match voice {
                    Voice::Together => "together",
                    Voice::Person(person) => person.as_str(),
                };
                write!(
                    f,
                    "answer/{round}/{unit}/{question}/{}/{voice}",
                    facet.word()
                )
            }
            Self::Unit(unit, field) => write!(f, "unit/{unit}/{}", field.word()),
            Self::Round(round, field) => write!(f, "round/{round}/{}", field.word()),
            Self::RoundSet(round, set) => write!(f, "round-set/{round}/{set}"),
            Self::Owner(round, set, area) => write!(f, "owner/{round}/{set}/{area}"),
            Self::Target {
                unit,
                set,
                area,
                field,
            } => write!(f, "target/{unit}/{set}/{area}/{}", field.word()),
            Self::Snapshot(hash) => write!(f, "snapshot/{hash}"),
            Self::Person(person, field) => write!(f, "person/{person}/{}", field.word()),
            Self::Document(field) => write!(f, "document/{}", field.word()),
            Self::Unknown(path) => f.write_str(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_paths_read_back_as_they_were_written() {
        for path in [
            "answer/r-1/u-1/reservrutin/level/together",
            "answer/r-1/u-1/reservrutin/rationale/p-1",
            "unit/kommunen/name",
            "round/r-1/name",
            "round-set/r-1/it-mognad",
            "owner/r-1/e-forvaltning/foretagare",
            "target/u-1/it-mognad/ledning/value",
            "target/kommunen/it-mognad/ledning/law",
            "snapshot/ab12",
            "person/p-1/role",
            "document/unit-word",
        ] {
            let address = Address::parse(path);
            assert!(!matches!(address, Address::Unknown(_)), "{path}");
            assert_eq!(address.to_string(), path);
        }
    }

    #[test]
    fn a_path_of_another_kind_is_kept_as_it_came() {
        for path in [
            "",
            "target/r-1/u-1/ledning",
            "unit/kommunen/name/extra",
            "unit/KOMMUNEN/name",
            "answer/r-1/u-1/q/colour/together",
            "\u{202e}/…/=cmd()",
        ] {
            let address = Address::parse(path);
            assert_eq!(address, Address::Unknown(Arc::from(path)));
            assert_eq!(address.to_string(), path);
        }
    }
}
