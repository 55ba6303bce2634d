//! Where in the app one is: a typed route and its form in the address bar (`#/besvara/it-mognad/<unit>/<question>`).

use crate::domain::{AreaId, QuestionId, SetId, UnitId};

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The two doors.
    Start,
    /// Answering; without a place, who answers is asked first.
    Answer(Option<Place>),
    /// The result of a unit in a set; without one, of the unit answered last.
    Result(Option<(SetId, UnitId)>),
    /// Preview, handing in, receipt; without a unit, of the one answered last.
    HandIn(Option<UnitId>),
    /// Files that wait to be taken in.
    ReadIn,
    /// An invitation: the text of a link.
    Invitation(String),
    /// The coordinator's round: who answers what, and how far they have come.
    Round,
    /// Where each area of a unit is to be, for the coordinator.
    Targets(Option<(SetId, UnitId)>),
    /// *Jämför*: the rest of the address says what of it (`super::desk::CompareView`).
    Compare(String),
    /// A workshop of a unit: without a place, which; without a question, what it takes up and who takes part.
    Workshop(Option<Place>),
    /// A unit's answers as a code for the camera of the one who leads; without a unit, of the one answered last.
    ShowCode(Option<UnitId>),
    /// Reading such codes, of a unit.
    ReadCode(UnitId),
    /// What a workshop led to.
    WorkshopEnd(SetId, UnitId),
    /// Rounds over time: of a unit in a set, and of one of its areas.
    Trend(Option<(SetId, UnitId)>, Option<AreaId>),
    /// *Enskilda svar*: many managers of one unit.
    Individuals(UnitId, SetId),
    /// *Mötesunderlag*: three pages for the municipality's leadership.
    MeetingPack,
    /// *Behov*: what units need.
    Needs,
    /// Units that are one, and units that are hidden.
    Units,
    /// Questions that are no longer asked, with their answers.
    OldQuestions,
    /// The shared folder.
    Folder,
    /// Every picture on fixed data.
    Gallery,
    /// Names and order of units, and the device's settings.
    Settings,
    /// Files, storage, what was set aside.
    Data,
    /// *Kommunens fil*: everything on the municipality's own share.
    MunicipalFile,
    /// *Överlämning* to a successor.
    Handover,
    /// *Arkivera* a round.
    Archive,
    /// *Gallra*: removing for good.
    Purge,
    /// Erasing this device.
    Erase,
    /// *Tidigare svar* to a question of a unit.
    Earlier(UnitId, QuestionId),
    /// *Papperskorgen*: what was hidden or removed.
    Bin,
    /// The journal: how much there is, and what became of it.
    Journal,
    /// Benchmark levels and comparison values.
    Benchmarks,
    /// Method, sources, privacy, accessibility.
    About,
    /// An address that leads nowhere.
    NotFound(String),
}

/// A question of a set, answered for a unit; without a question, the next unanswered one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The question set.
    pub set: SetId,
    /// The unit answered for.
    pub unit: UnitId,
    /// The question.
    pub question: Option<QuestionId>,
}

impl Route {
    /// Reads the part of the address after `#`.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        let known = match parts.as_slice() {
            [""] => Some(Self::Start),
            ["besvara"] => Some(Self::Answer(None)),
            ["besvara", set, unit] => place(set, unit, None).map(Some).map(Self::Answer),
            ["besvara", set, unit, question] => QuestionId::parse(question)
                .and_then(|question| place(set, unit, Some(question)))
                .map(Some)
                .map(Self::Answer),
            ["resultat"] => Some(Self::Result(None)),
            ["resultat", set, unit] => SetId::parse(set)
                .zip(UnitId::parse(unit))
                .map(Some)
                .map(Self::Result),
            ["lamna-in"] => Some(Self::HandIn(None)),
            ["lamna-in", unit] => UnitId::parse(unit).map(Some).map(Self::HandIn),
            ["las-in"] => Some(Self::ReadIn),
            ["inbjudan", code] => Some(Self::Invitation((*code).to_owned())),
            ["omgang"] => Some(Self::Round),
            ["mal"] => Some(Self::Targets(None)),
            ["mal", set, unit] => SetId::parse(set)
                .zip(UnitId::parse(unit))
                .map(Some)
                .map(Self::Targets),
            ["jamfor", ..] => {
                let view = path.strip_prefix("jamfor").unwrap_or_default();
                Some(Self::Compare(view.trim_matches('/').to_owned()))
            }
            ["workshop"] => Some(Self::Workshop(None)),
            ["workshop", set, unit] => place(set, unit, None).map(Some).map(Self::Workshop),
            ["workshop", set, unit, question] => QuestionId::parse(question)
                .and_then(|question| place(set, unit, Some(question)))
                .map(Some)
                .map(Self::Workshop),
            ["visa-kod"] => Some(Self::ShowCode(None)),
            ["visa-kod", unit] => UnitId::parse(unit).map(Some).map(Self::ShowCode),
            ["las-kod", unit] => UnitId::parse(unit).map(Self::ReadCode),
            ["workshop-klar", set, unit] => SetId::parse(set)
                .zip(UnitId::parse(unit))
                .map(|(set, unit)| Self::WorkshopEnd(set, unit)),
            ["utveckling"] => Some(Self::Trend(None, None)),
            ["utveckling", set, unit] => SetId::parse(set)
                .zip(UnitId::parse(unit))
                .map(|at| Self::Trend(Some(at), None)),
            ["utveckling", set, unit, area] => SetId::parse(set)
                .zip(UnitId::parse(unit))
                .zip(AreaId::parse(area))
                .map(|(at, area)| Self::Trend(Some(at), Some(area))),
            ["enskilda-svar", unit, set] => UnitId::parse(unit)
                .zip(SetId::parse(set))
                .map(|(unit, set)| Self::Individuals(unit, set)),
            ["motesunderlag"] => Some(Self::MeetingPack),
            ["behov"] => Some(Self::Needs),
            ["enheter"] => Some(Self::Units),
            ["tidigare-fragor"] => Some(Self::OldQuestions),
            ["mapp"] => Some(Self::Folder),
            ["galleri"] => Some(Self::Gallery),
            ["installningar"] => Some(Self::Settings),
            ["data"] => Some(Self::Data),
            ["kommunens-fil"] => Some(Self::MunicipalFile),
            ["overlamning"] => Some(Self::Handover),
            ["arkiv"] => Some(Self::Archive),
            ["gallra"] => Some(Self::Purge),
            ["radera"] => Some(Self::Erase),
            ["tidigare", unit, question] => UnitId::parse(unit)
                .zip(QuestionId::parse(question))
                .map(|(unit, question)| Self::Earlier(unit, question)),
            ["papperskorg"] => Some(Self::Bin),
            ["journal"] => Some(Self::Journal),
            ["jamforelsevarden"] => Some(Self::Benchmarks),
            ["om"] => Some(Self::About),
            _ => None,
        };
        known.unwrap_or_else(|| Self::NotFound(path.chars().take(200).collect()))
    }

    /// The unit whose answers are all that this page shows of anybody's, so that it need not wait for the others'.
    pub fn only_unit(&self) -> Option<&UnitId> {
        match self {
            Self::Answer(Some(place)) => Some(&place.unit),
            _ => None,
        }
    }

    /// Whether only the program of the desk has this page.
    pub fn needs_desk(&self) -> bool {
        matches!(
            self,
            Self::Round
                | Self::Targets(_)
                | Self::Workshop(_)
                | Self::WorkshopEnd(..)
                | Self::Trend(..)
                | Self::ShowCode(_)
                | Self::ReadCode(_)
                | Self::Folder
                | Self::Compare(_)
                | Self::Individuals(..)
                | Self::MeetingPack
                | Self::Needs
                | Self::Units
                | Self::OldQuestions
                | Self::Gallery
                | Self::MunicipalFile
                | Self::Handover
                | Self::Archive
                | Self::Purge
                | Self::Erase
                | Self::Earlier(..)
                | Self::Bin
                | Self::Journal
                | Self::Benchmarks
        )
    }

    /// The address, beginning with `#/`.
    pub fn href(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Answer(None) => "#/besvara".to_owned(),
            Self::Answer(Some(Place {
                set,
                unit,
                question: None,
            })) => format!("#/besvara/{set}/{unit}"),
            Self::Answer(Some(Place {
                set,
                unit,
                question: Some(question),
            })) => format!("#/besvara/{set}/{unit}/{question}"),
            Self::Result(None) => "#/resultat".to_owned(),
            Self::Result(Some((set, unit))) => format!("#/resultat/{set}/{unit}"),
            Self::HandIn(None) => "#/lamna-in".to_owned(),
            Self::HandIn(Some(unit)) => format!("#/lamna-in/{unit}"),
            Self::ReadIn => "#/las-in".to_owned(),
            Self::Invitation(code) => format!("#/inbjudan/{code}"),
            Self::Round => "#/omgang".to_owned(),
            Self::Targets(None) => "#/mal".to_owned(),
            Self::Targets(Some((set, unit))) => format!("#/mal/{set}/{unit}"),
            Self::Compare(view) if view.is_empty() => "#/jamfor".to_owned(),
            Self::Compare(view) => format!("#/jamfor/{view}"),
            Self::Workshop(None) => "#/workshop".to_owned(),
            Self::Workshop(Some(Place {
                set,
                unit,
                question: None,
            })) => format!("#/workshop/{set}/{unit}"),
            Self::Workshop(Some(Place {
                set,
                unit,
                question: Some(question),
            })) => format!("#/workshop/{set}/{unit}/{question}"),
            Self::ShowCode(None) => "#/visa-kod".to_owned(),
            Self::ShowCode(Some(unit)) => format!("#/visa-kod/{unit}"),
            Self::ReadCode(unit) => format!("#/las-kod/{unit}"),
            Self::WorkshopEnd(set, unit) => format!("#/workshop-klar/{set}/{unit}"),
            Self::Trend(None, _) => "#/utveckling".to_owned(),
            Self::Trend(Some((set, unit)), None) => format!("#/utveckling/{set}/{unit}"),
            Self::Trend(Some((set, unit)), Some(area)) => {
                format!("#/utveckling/{set}/{unit}/{area}")
            }
            Self::Individuals(unit, set) => format!("#/enskilda-svar/{unit}/{set}"),
            Self::MeetingPack => "#/motesunderlag".to_owned(),
            Self::Needs => "#/behov".to_owned(),
            Self::Units => "#/enheter".to_owned(),
            Self::OldQuestions => "#/tidigare-fragor".to_owned(),
            Self::Folder => "#/mapp".to_owned(),
            Self::Gallery => "#/galleri".to_owned(),
            Self::Settings => "#/installningar".to_owned(),
            Self::Data => "#/data".to_owned(),
            Self::MunicipalFile => "#/kommunens-fil".to_owned(),
            Self::Handover => "#/overlamning".to_owned(),
            Self::Archive => "#/arkiv".to_owned(),
            Self::Purge => "#/gallra".to_owned(),
            Self::Erase => "#/radera".to_owned(),
            Self::Earlier(unit, question) => format!("#/tidigare/{unit}/{question}"),
            Self::Bin => "#/papperskorg".to_owned(),
            Self::Journal => "#/journal".to_owned(),
            Self::Benchmarks => "#/jamforelsevarden".to_owned(),
            Self::About => "#/om".to_owned(),
            Self::NotFound(path) => format!("#/{path}"),
        }
    }
}

fn place(set: &str, unit: &str, question: Option<QuestionId>) -> Option<Place> {
    Some(Place {
        set: SetId::parse(set)?,
        unit: UnitId::parse(unit)?,
        question,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_reads_back_as_it_was_written() {
        for hash in [
            "#/",
            "#/besvara",
            "#/besvara/it-mognad/u-1",
            "#/besvara/it-mognad/u-1/reservrutin",
            "#/resultat",
            "#/resultat/it-mognad/kommunen",
            "#/lamna-in",
            "#/lamna-in/u-1",
            "#/las-in",
            "#/inbjudan/m1abc_-",
            "#/omgang",
            "#/mal",
            "#/mal/it-mognad/u-1",
            "#/jamfor",
            "#/jamfor/it-mognad/r-1/-/-/lista",
            "#/workshop",
            "#/workshop/it-mognad/u-1",
            "#/workshop/it-mognad/u-1/reservrutin",
            "#/workshop-klar/it-mognad/u-1",
            "#/utveckling",
            "#/utveckling/it-mognad/kommunen",
            "#/utveckling/it-mognad/u-1/ledning",
            "#/enskilda-svar/u-1/it-mognad",
            "#/behov",
            "#/motesunderlag",
            "#/visa-kod",
            "#/visa-kod/u-1",
            "#/las-kod/u-1",
            "#/enheter",
            "#/tidigare-fragor",
            "#/mapp",
            "#/galleri",
            "#/installningar",
            "#/data",
            "#/kommunens-fil",
            "#/overlamning",
            "#/arkiv",
            "#/gallra",
            "#/radera",
            "#/tidigare/u-1/reservrutin",
            "#/papperskorg",
            "#/journal",
            "#/jamforelsevarden",
            "#/om",
        ] {
            let route = Route::parse(hash);
            assert!(!matches!(route, Route::NotFound(_)), "{hash}");
            assert_eq!(route.href(), hash);
        }
        assert_eq!(Route::parse(""), Route::Start);
    }

    #[test]
    fn an_unknown_address_is_said_to_be_one() {
        for hash in ["#/nyckeltal", "#/besvara/IT/u", "#/om/x", "#main"] {
            assert!(matches!(Route::parse(hash), Route::NotFound(_)), "{hash}");
        }
    }
}
