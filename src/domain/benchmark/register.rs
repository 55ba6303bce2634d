//! The register of comparison values: empty at first, and each entry with all that one needs to trust it (DOMAIN.md §8).

use super::{AreaMeanings, MeaningDiffers};
use crate::domain::{AreaId, QuestionSet, SetId};

/// What a comparison value is measured in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// As the set measures here: it can stand on the scale.
    OfTheSet,
    /// Something else, in words: it stands beside the scale and is never converted.
    Other(String),
}

/// A comparison value with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonValue {
    /// The set that was answered.
    pub set: SetId,
    /// Which version of it.
    pub version: String,
    /// The area.
    pub area: AreaId,
    /// What the area asked in that version.
    pub meanings: AreaMeanings,
    /// In tenths.
    pub value: i64,
    /// Of what.
    pub measure: Measure,
    /// How many it is a value of.
    pub n: u32,
    /// Of whom.
    pub population: String,
    /// From which year.
    pub year: u16,
    /// Where it stands.
    pub source: String,
    /// How it was worked out.
    pub method: String,
    /// Who entered it, a role.
    pub entered_by: String,
}

/// A part of an entry that has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // as in `ComparisonValue`
pub enum Field {
    Set,
    Version,
    Area,
    Value,
    Measure,
    N,
    Population,
    Year,
    Source,
    Method,
    EnteredBy,
    Words,
    Assessor,
    Date,
}

/// An entry as a person fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComparisonDraft {
    /// The set.
    pub set: Option<SetId>,
    /// Its version.
    pub version: String,
    /// The area.
    pub area: Option<AreaId>,
    /// The value, as written.
    pub value: String,
    /// What it is measured in, once that was said.
    pub measure: Option<Measure>,
    /// How many.
    pub n: String,
    /// Of whom.
    pub population: String,
    /// The year.
    pub year: String,
    /// The source.
    pub source: String,
    /// The method.
    pub method: String,
    /// The role.
    pub entered_by: String,
}

/// Why something is not taken into the register. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Something is missing.
    #[error("{0:?} is missing")]
    Missing(Field),
    /// Something that has to be a number is none.
    #[error("{0:?} is no number")]
    NotANumber(Field),
    /// The value is off the scale.
    #[error("the scale goes from {from} to {to}")]
    OffScale {
        /// Lowest.
        from: u8,
        /// Highest.
        to: u8,
    },
    /// Nobody here knows what that version of the set asked.
    #[error("version {0} is not here")]
    UnknownVersion(String),
    /// The area does not exist in that version, or not here.
    #[error("no such area")]
    NoSuchArea,
    /// The questions of the area do not mean the same as ours.
    #[error(transparent)]
    OtherMeaning(#[from] MeaningDiffers),
}

/// Takes a draft as a comparison value. `known` are the versions of sets that are here, `ours` the one that is in use.
///
/// # Errors
/// [`Refused`], with what is missing first in the order of the form.
pub fn check<'a>(
    draft: &ComparisonDraft,
    known: impl IntoIterator<Item = &'a QuestionSet>,
    ours: Option<&QuestionSet>,
) -> Result<ComparisonValue, Refused> {
    let given = |field, text: &str| {
        Some(text.trim())
            .filter(|t| !t.is_empty())
            .ok_or(Refused::Missing(field))
            .map(str::to_owned)
    };
    let set = draft.set.clone().ok_or(Refused::Missing(Field::Set))?;
    let version = given(Field::Version, &draft.version)?;
    let area = draft.area.clone().ok_or(Refused::Missing(Field::Area))?;
    let value = given(Field::Value, &draft.value)?;
    let measure = match draft
        .measure
        .clone()
        .ok_or(Refused::Missing(Field::Measure))?
    {
        Measure::OfTheSet => Measure::OfTheSet,
        Measure::Other(words) => Measure::Other(given(Field::Measure, &words)?),
    };
    let n = given(Field::N, &draft.n)?;
    let population = given(Field::Population, &draft.population)?;
    let year = given(Field::Year, &draft.year)?;
    let source = given(Field::Source, &draft.source)?;
    let method = given(Field::Method, &draft.method)?;
    let entered_by = given(Field::EnteredBy, &draft.entered_by)?;

    let ours = ours
        .filter(|ours| ours.id == set)
        .ok_or(Refused::NoSuchArea)?;
    let value = number_of(&value).ok_or(Refused::NotANumber(Field::Value))?;
    if measure == Measure::OfTheSet && ours.target_of(value).is_none() {
        let (from, to) = ours.range();
        return Err(Refused::OffScale { from, to });
    }
    let n = whole(&n)
        .filter(|n| *n > 0)
        .ok_or(Refused::NotANumber(Field::N))?;
    let year = whole(&year)
        .and_then(|year| u16::try_from(year).ok())
        .filter(|year| (1900..2200).contains(year))
        .ok_or(Refused::NotANumber(Field::Year))?;
    let theirs = known
        .into_iter()
        .find(|known| known.id == set && known.version == version)
        .ok_or_else(|| Refused::UnknownVersion(version.clone()))?;
    let theirs = theirs.area(&area).ok_or(Refused::NoSuchArea)?;
    let meanings = AreaMeanings::of(theirs);
    meanings.same_as(ours.area(&area).ok_or(Refused::NoSuchArea)?)?;
    Ok(ComparisonValue {
        set,
        version,
        area,
        meanings,
        value,
        measure,
        n,
        population,
        year,
        source,
        method,
        entered_by,
    })
}

impl ComparisonValue {
    /// Its place on the scale of the set in use; nothing where it is measured otherwise, or where the questions have changed since
    /// so that it no longer answers the same.
    pub fn on(&self, set: &QuestionSet) -> Option<f64> {
        let area = (set.id == self.set)
            .then(|| set.area(&self.area))
            .flatten()?;
        let comparable = self.measure == Measure::OfTheSet && self.meanings.same_as(area).is_ok();
        set.target_of(self.value).filter(|_| comparable)
    }
}

/// A number as a person writes it, in tenths: `2,7`, `48`, `17 510`. More decimals than one are refused: cutting them off would say
/// another figure than the source.
pub fn number_of(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, part) = digits.split_once([',', '.']).unwrap_or((&digits, "0"));
    let (sign, whole) = whole
        .strip_prefix(['-', '−'])
        .map_or((1, whole), |rest| (-1, rest));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || part.len() > 1 || whole.len() > 12 {
        return None;
    }
    let (whole, part): (i64, i64) = (whole.parse().ok()?, part.parse().ok()?);
    Some(sign * (whole * 10 + part))
}

fn whole(text: &str) -> Option<u32> {
    let tenths = number_of(text).filter(|tenths| tenths % 10 == 0)?;
    u32::try_from(tenths / 10).ok()
}

/// *Extern bedömning*: what somebody from outside said, in words. "Medelnivå" is a word here and never becomes a number
/// (DOMAIN.md §0.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// What was said.
    pub words: String,
    /// By whom.
    pub assessor: String,
    /// When, as the person wrote it: a day, or only a year.
    pub date: String,
}

/// An assessment as a person fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssessmentDraft {
    /// What was said.
    pub words: String,
    /// By whom.
    pub assessor: String,
    /// When.
    pub date: String,
}

/// Takes a draft as an assessment.
///
/// # Errors
/// [`Refused::Missing`] with what is missing first.
pub fn assess(draft: &AssessmentDraft) -> Result<Assessment, Refused> {
    let given = |field, text: &str| match text.trim() {
        "" => Err(Refused::Missing(field)),
        text => Ok(text.to_owned()),
    };
    Ok(Assessment {
        words: given(Field::Words, &draft.words)?,
        assessor: given(Field::Assessor, &draft.assessor)?,
        date: given(Field::Date, &draft.date)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{area, question, set};
    use crate::domain::{Meaning, Scope};

    fn version(number: &str, meaning: &str) -> QuestionSet {
        let mut question = question("q", Scope::F);
        question.meaning = Meaning::parse(meaning).unwrap();
        let mut set = set(vec![area("a", vec![question])]);
        set.version = number.to_owned();
        set
    }

    fn whole_draft() -> ComparisonDraft {
        ComparisonDraft {
            set: SetId::parse("s"),
            version: "1.0.0".into(),
            area: AreaId::parse("a"),
            value: "2,7".into(),
            measure: Some(Measure::OfTheSet),
            n: "12".into(),
            population: "Kommuner i ett samarbete".into(),
            year: "2026".into(),
            source: "Rapport 4".into(),
            method: "Medel av kommunernas områdesvärden".into(),
            entered_by: "IT-strateg".into(),
        }
    }

    fn checked(draft: &ComparisonDraft) -> Result<ComparisonValue, Refused> {
        let known = [version("1.0.0", "m"), version("0.9.0", "older")];
        check(draft, &known, Some(&version("1.0.1", "m")))
    }

    #[test]
    fn a_whole_entry_is_taken_and_stands_on_the_scale() {
        let draft = whole_draft();
        // 1.0.0 is known and means the same as 1.0.1, which is in use.
        let taken = checked(&draft).unwrap();
        assert_eq!((taken.value, taken.n, taken.year), (27, 12, 2026));
        assert_eq!(taken.on(&version("1.0.1", "m")), Some(2.7));
        assert_eq!(taken.on(&version("2.0.0", "other")), None);
    }

    #[test]
    fn whatever_is_missing_is_named() {
        use Field::{
            Area, EnteredBy, Measure as Of, Method, N, Population, Set, Source, Value, Version,
            Year,
        };
        let without: [(_, fn(&mut ComparisonDraft)); 11] = [
            (Set, |d| d.set = None),
            (Version, |d| d.version.clear()),
            (Area, |d| d.area = None),
            (Value, |d| d.value = " ".into()),
            (Of, |d| d.measure = Some(Measure::Other("\u{a0}".into()))),
            (N, |d| d.n.clear()),
            (Population, |d| d.population.clear()),
            (Year, |d| d.year.clear()),
            (Source, |d| d.source = "\t".into()),
            (Method, |d| d.method.clear()),
            (EnteredBy, |d| d.entered_by.clear()),
        ];
        for (field, take_away) in without {
            let mut draft = whole_draft();
            take_away(&mut draft);
            assert_eq!(checked(&draft), Err(Refused::Missing(field)));
        }
        assert_eq!(
            checked(&ComparisonDraft::default()),
            Err(Refused::Missing(Set))
        );
    }

    #[test]
    fn what_cannot_be_compared_is_refused_with_the_reason() {
        let with = |change: fn(&mut ComparisonDraft)| {
            let mut draft = whole_draft();
            change(&mut draft);
            checked(&draft).unwrap_err()
        };
        let off = Refused::OffScale { from: 1, to: 5 };
        assert_eq!(with(|d| d.value = "6".into()), off);
        assert_eq!(with(|d| d.value = "-1".into()), off);
        assert_eq!(
            with(|d| d.value = "medelnivå".into()),
            Refused::NotANumber(Field::Value)
        );
        assert_eq!(with(|d| d.n = "0".into()), Refused::NotANumber(Field::N));
        assert_eq!(with(|d| d.n = "2,5".into()), Refused::NotANumber(Field::N));
        assert_eq!(
            with(|d| d.year = "26".into()),
            Refused::NotANumber(Field::Year)
        );
        assert_eq!(
            with(|d| d.version = "7.0.0".into()),
            Refused::UnknownVersion("7.0.0".into())
        );
        let older = with(|d| d.version = "0.9.0".into());
        assert!(matches!(
            older,
            Refused::OtherMeaning(MeaningDiffers { changed: 1, .. })
        ));
        assert_eq!(with(|d| d.area = AreaId::parse("b")), Refused::NoSuchArea);
        assert_eq!(with(|d| d.set = SetId::parse("t")), Refused::NoSuchArea);
    }

    #[test]
    fn another_measure_is_kept_and_never_put_on_the_scale() {
        let mut draft = whole_draft();
        draft.measure = Some(Measure::Other("kr per arbetsplats".into()));
        draft.value = "17 510".into();
        let taken = checked(&draft).unwrap();
        assert_eq!(
            (taken.value, taken.on(&version("1.0.0", "m"))),
            (175_100, None)
        );
        draft.value = "3".into();
        assert_eq!(checked(&draft).unwrap().on(&version("1.0.0", "m")), None);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, tenths) in [
            ("2,7", Some(27)),
            ("2.7", Some(27)),
            ("48", Some(480)),
            ("17\u{a0}510", Some(175_100)),
            ("-1", Some(-10)),
            ("2,75", None),
            ("2,", None),
            ("", None),
            ("1e3", None),
            ("9999999999999", None),
        ] {
            assert_eq!(number_of(text), tenths, "{text}");
        }
    }

    #[test]
    fn an_assessment_stays_words_and_needs_its_assessor_and_day() {
        let mut draft = AssessmentDraft {
            words: " medelnivå ".into(),
            assessor: "Konsultbolag".into(),
            date: "2016".into(),
        };
        assert_eq!(assess(&draft).unwrap().words, "medelnivå");
        draft.date.clear();
        assert_eq!(assess(&draft), Err(Refused::Missing(Field::Date)));
        draft.assessor.clear();
        assert_eq!(assess(&draft), Err(Refused::Missing(Field::Assessor)));
    }
}
