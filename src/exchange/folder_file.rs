//! Names of files in a shared folder: which are this device's own, which may hold what others handed in, and which are
//! none of ours. A name only says whether to look; what a file is, its content says.

use super::file_name::plain_name;
use crate::domain::{RoundId, UnitId, Voice};

/// What a file in the shared folder is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderFile {
    /// Written by this device, and by nobody else.
    Own,
    /// A Mognad file of another device, or one that somebody saved there.
    Others,
    /// A copy that a file sync made where two wrote at once, or where a file was saved twice. Anybody's, and read as any.
    Copy,
    /// Being written by a sync, a browser or an office program; left alone until it has its name.
    Temporary,
    /// Something else.
    Foreign,
}

const END: &str = ".mognad.json";

/// What stands in names of files before the device's token: the unit in words for people, and what tells rounds, units
/// and voices apart. Only the name of the unit says anything; ids are random.
pub fn folder_stem(round: &RoundId, unit: &UnitId, voice: &Voice, unit_name: &str) -> String {
    let voice = match voice {
        Voice::Together => String::new(),
        other => format!("-{}", last(&other.to_string())),
    };
    format!(
        "{}-{}-{}{voice}",
        plain_name(unit_name),
        last(round.as_str()),
        last(unit.as_str())
    )
}

/// The last eight characters of an id, which are random and enough to tell two apart within a municipality.
fn last(id: &str) -> &str {
    id.get(id.len().saturating_sub(8)..).unwrap_or(id)
}

/// The name of this device's file for a stem; `device` is the device's random token.
pub fn own_name(stem: &str, device: &str) -> String {
    format!("{stem}-{device}{END}")
}

/// What a file is by its name, to the device with this token.
pub fn folder_file(name: &str, device: &str) -> FolderFile {
    if is_temporary(name) {
        return FolderFile::Temporary;
    }
    if !ends_with(name, ".json") {
        return FolderFile::Foreign;
    }
    let Some(mark) = find_mark(name) else {
        return FolderFile::Foreign;
    };
    let (stem, rest) = name.split_at(mark);
    let plain = stem
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if rest != END || !plain {
        return FolderFile::Copy;
    }
    let own = stem
        .strip_suffix(device)
        .is_some_and(|before| !device.is_empty() && before.ends_with('-'));
    if own {
        FolderFile::Own
    } else if stem.starts_with("mognad") {
        FolderFile::Others
    } else {
        FolderFile::Copy
    }
}

fn is_temporary(name: &str) -> bool {
    name.starts_with('~')
        || name.starts_with('.')
        || [
            ".tmp",
            ".temp",
            ".crswap",
            ".crdownload",
            ".partial",
            ".part",
        ]
        .iter()
        .any(|end| ends_with(name, end))
}

/// Whether a name ends so, in large or small letters: some network drives change them.
fn ends_with(name: &str, end: &str) -> bool {
    name.len()
        .checked_sub(end.len())
        .and_then(|from| name.get(from..))
        .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// Where `.mognad` stands, in large or small letters; a sync may have put words between it and the ending.
fn find_mark(name: &str) -> Option<usize> {
    const MARK: &[u8] = b".mognad";
    name.as_bytes()
        .windows(MARK.len())
        .position(|part| part.eq_ignore_ascii_case(MARK))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEVICE: &str = "00c0ffee00c0ffee";

    fn own() -> String {
        let (round, unit) = (RoundId::from_random(1), UnitId::from_random(2));
        let stem = folder_stem(&round, &unit, &Voice::Together, "Vård- & omsorg/Ö");
        own_name(&stem, DEVICE)
    }

    #[test]
    fn an_own_file_says_whose_it_is_and_every_drive_can_keep_it() {
        assert_eq!(
            own(),
            "mognad-vard-omsorg-o-00000001-00000002-00c0ffee00c0ffee.mognad.json"
        );
        assert_eq!(folder_file(&own(), DEVICE), FolderFile::Own);
        assert_eq!(folder_file(&own(), "1111111111111111"), FolderFile::Others);
        assert_eq!(folder_file(&own(), ""), FolderFile::Others);
        let round = RoundId::from_random(1);
        let person = |n| Voice::Person(crate::domain::PersonId::from_random(n));
        let unit = UnitId::municipality();
        assert_ne!(
            folder_stem(&round, &unit, &person(1), "A"),
            folder_stem(&round, &unit, &person(2), "A")
        );
    }

    #[test]
    fn the_copies_that_file_syncs_make_are_known_and_never_taken_for_the_own_file() {
        let base = own();
        let stem = base.strip_suffix(".mognad.json").unwrap();
        for copy in [
            format!("{stem} (1).mognad.json"),
            format!("{stem}.mognad (1).json"),
            format!("{stem}-DATOR7.mognad.json"),
            format!("{stem}.mognad-DATOR7.json"),
            format!("{stem}.mognad (conflicted copy 2026-11-28 031500).json"),
            format!("{stem} (Annas konfliktkopia).mognad.json"),
            format!("{stem} - Kopia.mognad.json"),
            base.to_uppercase(),
        ] {
            assert_eq!(folder_file(&copy, DEVICE), FolderFile::Copy, "{copy}");
        }
    }

    #[test]
    fn what_is_being_written_and_what_is_foreign_is_left_alone() {
        for name in [
            "~$mognad-a.mognad.json",
            "mognad-a.mognad.json.crswap",
            "mognad-a.mognad.json.TMP",
            "mognad-a.mognad.json.partial",
            ".~lock.mognad-a.mognad.json#",
            "._mognad-a.mognad.json",
        ] {
            assert_eq!(folder_file(name, DEVICE), FolderFile::Temporary, "{name}");
        }
        for name in [
            "",
            "Thumbs.db",
            "protokoll.docx",
            "data.json",
            "mognad.txt",
            "a.mognad.json.exe",
            "å.json",
        ] {
            assert_eq!(folder_file(name, DEVICE), FolderFile::Foreign, "{name}");
        }
        assert_eq!(
            folder_file("\u{202e}ö.mognad.json", DEVICE),
            FolderFile::Copy
        );
    }
}
