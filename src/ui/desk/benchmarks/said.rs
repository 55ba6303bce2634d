//! Why something was refused, in words.

use crate::app::desk::benchmarks::{NotMade, NotTaken};
use crate::domain::benchmark::{Field, Refused};
use crate::exchange::comparison::SharedError;
use crate::i18n::BenchmarkWords;

fn name(words: &BenchmarkWords, field: Field) -> &'static str {
    match field {
        Field::Set => words.which_set,
        Field::Version => words.version,
        Field::Area => words.area,
        Field::Value => words.value,
        Field::Measure => words.measure,
        Field::N => words.n,
        Field::Population => words.population,
        Field::Year => words.year,
        Field::Source => words.source,
        Field::Method => words.method,
        Field::EnteredBy => words.entered_by,
        Field::Words => words.assessment_words,
        Field::Assessor => words.assessor,
        Field::Date => words.assessed_on,
    }
}

/// Why an entry was not kept.
pub fn refused(words: &BenchmarkWords, why: &Refused) -> String {
    let why = match why {
        Refused::Missing(field) => (words.missing)(named(name(words, *field))),
        Refused::NotANumber(Field::Year) => words.wrong_year.to_owned(),
        Refused::NotANumber(field) => (words.not_a_number)(named(name(words, *field))),
        Refused::OffScale { from, to } => (words.value_off_scale)(*from, *to),
        Refused::UnknownVersion(version) => (words.unknown_version)(version),
        Refused::NoSuchArea => words.no_such_area.to_owned(),
        Refused::OtherMeaning(differs) => {
            (words.other_meaning)(differs.changed + differs.theirs + differs.ours)
        }
    };
    format!("{why} {}", words.not_kept)
}

/// Labels are questions at times.
fn named(label: &str) -> &str {
    label.trim_end_matches('?')
}

/// Why a file was not taken in.
pub fn not_taken(words: &BenchmarkWords, why: &NotTaken) -> &'static str {
    match why {
        NotTaken::Unreadable => words.why_unreadable,
        NotTaken::Refused(SharedError::NotJson) => words.why_not_json,
        NotTaken::Refused(SharedError::NotShared) => words.why_not_shared,
        NotTaken::Refused(SharedError::TooNew { .. }) => words.why_too_new,
        NotTaken::Refused(SharedError::NoSource) => words.why_no_source,
        NotTaken::Refused(SharedError::TooFew) => words.why_too_few,
        NotTaken::Refused(SharedError::Damaged) => words.why_damaged,
        NotTaken::Example => words.why_example,
        NotTaken::IntoExample => words.why_into_example,
        NotTaken::OtherSets => words.why_other_sets,
        NotTaken::OtherMeaning => words.why_other_meaning,
    }
}

/// Why no file was made.
pub fn not_made(words: &BenchmarkWords, why: &NotMade) -> String {
    match why {
        NotMade::NotLocked => words.not_locked.to_owned(),
        NotMade::NoName => words.no_name.to_owned(),
        NotMade::Nothing => words.nothing_to_share.to_owned(),
        NotMade::TooFew => words.too_few.to_owned(),
        NotMade::Missing(Field::Source) => (words.missing)(named(words.benchmark_source_label)),
        NotMade::Missing(field) => (words.missing)(named(name(words, *field))),
    }
}
