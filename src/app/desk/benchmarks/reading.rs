//! Reading in what others share. It is kept as it came and merged with nothing.

use crate::app::Model;
use crate::app::message::{ChosenFile, Moment};
use crate::app::outcome::Outcome;
use crate::domain::benchmark::{SharedFile, comparisons};
use crate::domain::{Address, ComparisonId, ComparisonKind, SetId, Value};
use crate::exchange::comparison::{
    SharedError, benchmark_to_json, result_to_json, shared_from_json,
};

/// A file that was chosen, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLook {
    /// Its name.
    pub name: String,
    /// What became of it.
    pub outcome: Result<Taken, NotTaken>,
}

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Whose it is.
    pub whose: String,
    /// In how many areas it asks the same as the sets here.
    pub comparable: usize,
    /// Of how many areas.
    pub of: usize,
    /// It was here already.
    pub again: bool,
}

/// Why a file was not taken in. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// It could not be opened.
    Unreadable,
    /// It is none of these files, or not whole.
    Refused(SharedError),
    /// It is of the example, whose values are made up.
    Example,
    /// It is of a municipality, and this is the example.
    IntoExample,
    /// It is about sets that are not here.
    OtherSets,
    /// It asks something else in every area.
    OtherMeaning,
}

pub(super) fn files_came(
    model: &mut Model,
    moment: &Moment,
    files: Vec<ChosenFile>,
    out: &mut Outcome,
) {
    let looks: Vec<FileLook> = files
        .into_iter()
        .map(|file| FileLook {
            outcome: take(model, moment, file.text.as_deref(), out),
            name: file.name,
        })
        .collect();
    model.desk.benchmarks.files = looks;
}

fn take(
    model: &mut Model,
    moment: &Moment,
    text: Option<&str>,
    out: &mut Outcome,
) -> Result<Taken, NotTaken> {
    let text = text.ok_or(NotTaken::Unreadable)?;
    let file = shared_from_json(text).map_err(NotTaken::Refused)?;
    match (file.is_example(), model.is_example()) {
        (true, false) => return Err(NotTaken::Example),
        (false, true) => return Err(NotTaken::IntoExample),
        _ => {}
    }
    let sets: Vec<_> = SetId::published()
        .into_iter()
        .filter_map(|id| model.set(&id))
        .collect();
    let ours = |id: &SetId| sets.iter().find(|set| set.id == *id).map(AsRef::as_ref);
    let (comparable, of) = file.comparable(ours);
    if comparable == 0 {
        let known = sets_of(&file).iter().any(|id| ours(id).is_some());
        return Err(if known {
            NotTaken::OtherMeaning
        } else {
            NotTaken::OtherSets
        });
    }
    // Written anew, so that the same content is the same entry however a program on its way has laid it out.
    let (whose, text) = match &file {
        SharedFile::Result(file) => (file.municipality.clone(), result_to_json(file)),
        SharedFile::Benchmark(file) => (file.source.clone(), benchmark_to_json(file)),
    };
    let address = Address::Comparison(ComparisonKind::Shared, id_of(&text));
    let again = model.document.text(&address).is_some();
    out.write(model, moment, address, Value::Text(text));
    Ok(Taken {
        whose,
        comparable,
        of,
        again,
    })
}

fn sets_of(file: &SharedFile) -> Vec<SetId> {
    match file {
        SharedFile::Result(file) => file.sets.iter().map(|set| set.set.clone()).collect(),
        SharedFile::Benchmark(file) => file.sets.iter().map(|set| set.set.clone()).collect(),
    }
}

/// An id that follows from the content, so that a file that is read in twice is there once.
fn id_of(text: &str) -> ComparisonId {
    let mark = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |mark, byte| {
        (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3) // FNV-1a
    });
    ComparisonId::from_random(mark)
}

/// The files that were read in.
pub fn shared_files(model: &Model) -> Vec<(ComparisonId, SharedFile)> {
    comparisons(&model.document, ComparisonKind::Shared)
        .into_iter()
        .filter_map(|(id, text)| Some((id, shared_from_json(&text).ok()?)))
        .collect()
}
