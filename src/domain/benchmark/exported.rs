//! What has been exported from here, so that two files do not tell together what neither tells alone.

use super::UnitValues;
use super::suppression::LEAST_UNITS;
use crate::domain::{AreaId, RoundId, SetId, UnitId};

/// A benchmark file that was made here: of what, and traces of whose values. No value and no name is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The set.
    pub set: SetId,
    /// The round.
    pub round: RoundId,
    /// For each area the units in it.
    pub areas: Vec<(AreaId, Vec<Trace>)>,
}

/// A unit in an export: that it was in it, and what it had, both only to be recognised again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    /// Of the unit.
    pub unit: u64,
    /// Of what it had.
    pub had: u64,
}

/// Two exports of an area that differ by a few units: what these have could be computed from both files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The area.
    pub area: AreaId,
    /// How many units came, went or have another value now: one to four.
    pub units: usize,
}

fn fingerprint(parts: &[&[u8]]) -> u64 {
    let all = parts.iter().flat_map(|part| part.iter().chain(&[0xff]));
    // FNV-1a
    all.fold(0xcbf2_9ce4_8422_2325, |mark, byte| {
        (mark ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The traces of the units with a value in an area; `target` is what each has as its target.
pub fn traces(area: &UnitValues, target: impl Fn(&UnitId) -> Option<f64>) -> Vec<Trace> {
    let mut traces: Vec<Trace> = area
        .values
        .iter()
        .map(|(unit, value)| {
            let id = unit.as_str().as_bytes();
            let target = target(unit).map_or([0xff; 8], f64::to_le_bytes);
            Trace {
                unit: fingerprint(&[id]),
                had: fingerprint(&[id, &value.to_le_bytes(), &target]),
            }
        })
        .collect();
    traces.sort();
    traces
}

/// The areas in which two exports of the same selection differ by one to four units. A unit whose answers have changed in between
/// counts as one that differs.
pub fn compare_exports(before: &Exported, now: &Exported) -> Vec<Difference> {
    if (&before.set, &before.round) != (&now.set, &now.round) {
        return Vec::new();
    }
    let differences = now.areas.iter().filter_map(|(area, now)| {
        let (_, before) = before.areas.iter().find(|(other, _)| other == area)?;
        let missing = |from: &[Trace], trace: &Trace| !from.iter().any(|t| t.unit == trace.unit);
        let changed = |trace: &&Trace| {
            before
                .iter()
                .any(|t| t.unit == trace.unit && t.had != trace.had)
        };
        let units = now.iter().filter(|trace| missing(before, trace)).count()
            + before.iter().filter(|trace| missing(now, trace)).count()
            + now.iter().filter(changed).count();
        (1..LEAST_UNITS).contains(&units).then(|| Difference {
            area: area.clone(),
            units,
        })
    });
    differences.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Counts;

    fn exported(round: u64, units: &[(u64, f64)], target: Option<f64>) -> Exported {
        let area = UnitValues {
            area: AreaId::parse("a").unwrap(),
            values: units
                .iter()
                .map(|(unit, value)| (UnitId::from_random(*unit), *value))
                .collect(),
            asked: units.len(),
            counts: Counts::default(),
        };
        Exported {
            set: SetId::parse("s").unwrap(),
            round: RoundId::from_random(round),
            areas: vec![(area.area.clone(), traces(&area, |_| target))],
        }
    }

    #[test]
    fn one_to_four_units_more_less_or_otherwise_are_told() {
        let base: Vec<(u64, f64)> = (0..8).map(|unit| (unit, 3.0)).collect();
        let before = exported(1, &base, None);
        let told = |now: &Exported| {
            let differences = compare_exports(&before, now);
            differences.first().map(|difference| difference.units)
        };
        assert_eq!(told(&before), None);
        assert_eq!(told(&exported(1, &base[..7], None)), Some(1));
        assert_eq!(told(&exported(2, &base[..7], None)), None);
        let mut more = base.clone();
        more.push((9, 2.0));
        more.remove(0);
        more[0].1 = 4.0;
        assert_eq!(told(&exported(1, &more, None)), Some(3)); // one came, one went, one changed
        let others: Vec<(u64, f64)> = (20..28).map(|unit| (unit, 3.0)).collect();
        assert_eq!(told(&exported(1, &others, None)), None);
        assert_eq!(told(&exported(1, &base[..3], None)), None); // five less
        assert_eq!(told(&exported(1, &base, Some(4.0))), None); // eight have another target
    }
}
