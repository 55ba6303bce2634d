//! Who is asked what: by the scope of each question, and by the unit that the coordinator has named for an area
//! (*vem svarar på vad*, DOMAIN.md §6(a)).

use super::plan::{asks_area, asks_question, asks_set, takes_part};
use super::{
    Address, Area, Document, Question, QuestionSet, RoundId, Scope, SetId, UnitId, UnitKind,
};
use crate::domain::AreaId;

/// An area as one unit is asked it.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedArea<'set> {
    /// The area.
    pub area: &'set Area,
    /// Those of its questions that the unit is asked, in the order of reading; at least one.
    pub questions: Vec<&'set Question>,
    /// The unit may answer, and is not waited for.
    pub optional: bool,
    /// The unit whose answers count: the one that was asked for, or for the municipality the named one.
    pub by: UnitId,
}

/// What a unit is to a question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Required,
    Optional,
    No,
}

/// The unit that the coordinator has named for an area; nothing where none was.
pub fn owner(document: &Document, round: &RoundId, set: &SetId, area: &AreaId) -> Option<UnitId> {
    let address = Address::Owner(round.clone(), set.clone(), area.clone());
    UnitId::parse(document.text(&address)?)
}

/// The areas that a unit is asked, in the order of reading.
pub fn asked<'set>(
    document: &Document,
    round: Option<&RoundId>,
    set: &'set QuestionSet,
    unit: &UnitId,
) -> Vec<AskedArea<'set>> {
    // Before there is a round there is no plan either.
    if round.is_some_and(|round| !takes_part(document, round, unit)) {
        return Vec::new();
    }
    Planned::of(document, round, set).asked(unit)
}

/// What a round asks of a set, whoever is asked: read once by those who want to know it for many units.
pub(super) struct Planned<'set>(Vec<PlannedArea<'set>>);

struct PlannedArea<'set> {
    area: &'set Area,
    owner: Option<UnitId>,
    questions: Vec<&'set Question>,
}

impl<'set> Planned<'set> {
    /// Reads it.
    pub(super) fn of(document: &Document, round: Option<&RoundId>, set: &'set QuestionSet) -> Self {
        let planned = |plan: &dyn Fn(&RoundId) -> bool| round.is_none_or(plan);
        if !planned(&|round| asks_set(document, round, &set.id)) {
            return Self(Vec::new());
        }
        let areas = set
            .areas
            .iter()
            .filter(|area| planned(&|round| asks_area(document, round, &set.id, &area.id)));
        let area = |area: &'set Area| PlannedArea {
            area,
            owner: owner_of(document, round, set, area),
            questions: area
                .questions
                .iter()
                .filter(|question| planned(&|round| asks_question(document, round, &question.id)))
                .collect(),
        };
        Self(areas.map(area).collect())
    }

    /// What of it a unit is asked that takes part.
    pub(super) fn asked(&self, unit: &UnitId) -> Vec<AskedArea<'set>> {
        let areas = self.0.iter().filter_map(|planned| {
            let those = |wanted: Asked| -> Vec<&'set Question> {
                let questions = planned.questions.iter().copied();
                questions
                    .filter(|question| to(question.scope, planned.owner.as_ref(), unit) == wanted)
                    .collect()
            };
            let required = those(Asked::Required);
            let optional = required.is_empty();
            let questions = if optional {
                those(Asked::Optional)
            } else {
                required
            };
            (!questions.is_empty()).then(|| AskedArea {
                area: planned.area,
                questions,
                optional,
                by: unit.clone(),
            })
        });
        areas.collect()
    }
}

/// The areas that a unit's result is made of. The municipality's are put together from those who were named for them, never
/// as a mean of units; an area that a unit may answer counts once it has been begun (the caller looks).
pub fn answered_by<'set>(
    document: &Document,
    round: &RoundId,
    set: &'set QuestionSet,
    unit: &UnitId,
) -> Vec<AskedArea<'set>> {
    if UnitKind::of(unit) == UnitKind::Administration {
        return asked(document, Some(round), set, unit);
    }
    let mut own = asked(document, Some(round), set, unit)
        .into_iter()
        .peekable();
    if !asks_set(document, round, &set.id) {
        return Vec::new();
    }
    set.areas
        .iter()
        .filter(|area| asks_area(document, round, &set.id, &area.id))
        .filter_map(|area| {
            if let Some(asked) = own.next_if(|asked| asked.area.id == area.id) {
                return Some(asked);
            }
            let by = owner_of(document, Some(round), set, area)?;
            let questions: Vec<&Question> = area
                .questions
                .iter()
                .filter(|question| asks_question(document, round, &question.id))
                .collect();
            (!questions.is_empty()).then_some(AskedArea {
                area,
                questions,
                optional: false,
                by,
            })
        })
        .collect()
}

fn owner_of(
    document: &Document,
    round: Option<&RoundId>,
    set: &QuestionSet,
    area: &Area,
) -> Option<UnitId> {
    let round = round.filter(|_| area.can_be_assigned())?;
    owner(document, round, &set.id, &area.id)
}

fn to(scope: Scope, owner: Option<&UnitId>, unit: &UnitId) -> Asked {
    let kind = UnitKind::of(unit);
    let required = match (scope, owner) {
        (Scope::F, _) => kind == UnitKind::Administration,
        (Scope::K, _) | (Scope::KOptionalF, None) => kind == UnitKind::Municipality,
        (Scope::KOptionalF | Scope::Owner, Some(owner)) => owner == unit,
        // Before anyone is named, whoever begins is asked: one unit alone, or the e-råd together for the municipality.
        (Scope::Owner, None) => true,
    };
    match scope {
        _ if required => Asked::Required,
        Scope::KOptionalF if kind == UnitKind::Administration => Asked::Optional,
        _ => Asked::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{area, question, set};
    use crate::domain::{DocumentId, Part, Timestamp, Value, WriterId};

    fn flower_box() -> QuestionSet {
        let part = |id: &str, part, scope| Area {
            part: Some(part),
            ..area(id, vec![question(&format!("{id}-1"), scope)])
        };
        set(vec![
            part("skola", Part::Flower, Scope::Owner),
            part("foretag", Part::Flower, Scope::Owner),
            part("ledning", Part::Grass, Scope::KOptionalF),
        ])
    }

    fn named(set: &QuestionSet, owners: &[(&str, &UnitId)]) -> (Document, RoundId) {
        let round = RoundId::from_random(1);
        let mut document = Document::new(DocumentId::from_random(1));
        for (area, unit) in owners {
            let area = AreaId::parse(area).unwrap();
            let address = Address::Owner(round.clone(), set.id.clone(), area);
            let value = Value::Text(unit.as_str().to_owned());
            document.write(&address, WriterId(1), Timestamp(1), value);
        }
        (document, round)
    }

    /// Area and whether it is voluntary.
    fn told(areas: &[AskedArea]) -> Vec<(String, bool)> {
        let one = |asked: &AskedArea| (asked.area.id.to_string(), asked.optional);
        areas.iter().map(one).collect()
    }

    fn expected(list: &[(&str, bool)]) -> Vec<(String, bool)> {
        list.iter()
            .map(|(id, opt)| ((*id).to_owned(), *opt))
            .collect()
    }

    #[test]
    fn before_anyone_is_named_whoever_begins_is_asked() {
        let set = flower_box();
        let (document, round) = named(&set, &[]);
        let unit = UnitId::from_random(1);
        assert_eq!(
            told(&asked(&document, Some(&round), &set, &unit)),
            expected(&[("skola", false), ("foretag", false), ("ledning", true)])
        );
        assert_eq!(
            told(&asked(&document, None, &set, &UnitId::municipality())),
            expected(&[("skola", false), ("foretag", false), ("ledning", false)])
        );
    }

    #[test]
    fn a_named_area_is_asked_of_its_unit_alone() {
        let set = flower_box();
        let (school, other) = (UnitId::from_random(1), UnitId::from_random(2));
        let (document, round) = named(&set, &[("skola", &school), ("ledning", &other)]);
        let of = |unit: &UnitId| told(&asked(&document, Some(&round), &set, unit));
        assert_eq!(
            of(&school),
            expected(&[("skola", false), ("foretag", false), ("ledning", true)])
        );
        assert_eq!(
            of(&other),
            expected(&[("foretag", false), ("ledning", false)])
        );
        assert_eq!(of(&UnitId::municipality()), expected(&[("foretag", false)]));
    }

    #[test]
    fn the_municipalitys_result_is_put_together_from_those_named() {
        let set = flower_box();
        let (school, other) = (UnitId::from_random(1), UnitId::from_random(2));
        let (document, round) = named(&set, &[("skola", &school), ("ledning", &other)]);
        let whole = answered_by(&document, &round, &set, &UnitId::municipality());
        let by: Vec<&UnitId> = whole.iter().map(|asked| &asked.by).collect();
        assert_eq!(by, [&school, &UnitId::municipality(), &other]);
        assert!(whole.iter().all(|asked| !asked.optional));
    }

    #[test]
    fn scopes_f_and_k_know_no_named_unit() {
        let set = set(vec![area(
            "blandat",
            vec![question("f", Scope::F), question("k", Scope::K)],
        )]);
        let (unit, other) = (UnitId::from_random(1), UnitId::from_random(2));
        let (document, round) = named(&set, &[("blandat", &other)]);
        let ids = |unit: &UnitId| -> Vec<String> {
            asked(&document, Some(&round), &set, unit)
                .iter()
                .flat_map(|asked| &asked.questions)
                .map(|question| question.id.to_string())
                .collect()
        };
        assert_eq!(ids(&unit), ["f"]);
        assert_eq!(ids(&UnitId::municipality()), ["k"]);
    }
}
