//! What may leave about a value that several units have: never that of fewer than five (DOMAIN.md §3.2 rule 10).
//!
//! The units are put in order of their values and parted into groups of at least five, none in two groups. Of each group its
//! size and its mean leave, the mean in eighths of the scale. Median and quartiles are read off the groups by whoever
//! has the file, so they add nothing to it. A median by the book is one unit's value, and so are quartiles of few units;
//! that is why there are none here (docs/DESIGN.md, "Benchmark files", says what this promises and what it does not).

use crate::domain::QuestionSet;

/// The fewest units that anything is said of.
pub const LEAST_UNITS: usize = 5;

/// The fewest units that are parted into groups.
pub const LEAST_FOR_GROUPS: usize = 2 * LEAST_UNITS;

/// So many steps has a scale, from its lowest value to its highest.
pub const EIGHTHS: u8 = 8;

/// The outermost steps that are said: a mean at the very end of the scale would tell that every unit stands there.
const OUTERMOST: (u8, u8) = (2, 6);

/// A mean as it leaves: in eighths of the scale, 2 for that or lower and 6 for that or higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(u8);

impl Step {
    /// The step of a mean on a scale.
    pub fn of(mean: f64, (from, to): (u8, u8)) -> Self {
        let (from, to) = (f64::from(from), f64::from(to));
        let steps = f64::from(EIGHTHS) * (mean - from) / (to - from);
        let (lowest, highest) = OUTERMOST;
        // A mean on the border between two steps goes to the higher, whatever the last bit of it says.
        let step = (lowest..highest).find(|step| steps + 1e-9 < f64::from(*step) + 0.5);
        Self(step.unwrap_or(highest))
    }

    /// A step out of a file; nothing where there is none such.
    pub fn parse(step: i64) -> Option<Self> {
        let (lowest, highest) = OUTERMOST;
        let step = u8::try_from(step).ok()?;
        (lowest..=highest).contains(&step).then_some(Self(step))
    }

    /// As it is written in files.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The value in the measure of the scale.
    pub fn value(self, (from, to): (u8, u8)) -> f64 {
        let (from, to) = (f64::from(from), f64::from(to));
        from + (to - from) * f64::from(self.0) / f64::from(EIGHTHS)
    }

    /// Whether it stands for itself and all below.
    pub fn is_or_lower(self) -> bool {
        self.0 == OUTERMOST.0
    }

    /// Whether it stands for itself and all above.
    pub fn is_or_higher(self) -> bool {
        self.0 == OUTERMOST.1
    }
}

/// Units that stand together in the order of their values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// How many they are, five at least.
    pub count: usize,
    /// Their mean.
    pub mean: Step,
}

/// Whether the values of an area can be parted into groups. Where few values are possible, as with one question or three, two
/// groups near each other would tell what the units between them have (`tests/benchmark_suppression.rs` finds it), so the units
/// stay in one group.
pub fn can_be_divided(set: &QuestionSet, questions: usize) -> bool {
    let steps = usize::from(set.top().saturating_sub(1));
    questions.saturating_mul(steps) >= 2 * usize::from(EIGHTHS)
}

/// What leaves of these values; nothing where they are fewer than five. `divided` asks for several groups where there are ten or
/// more.
pub fn groups(values: &[f64], range: (u8, u8), divided: bool) -> Option<Vec<Group>> {
    if values.len() < LEAST_UNITS || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut rest = sorted.as_slice();
    let mut out = Vec::new();
    for size in sizes(values.len(), divided) {
        let (group, others) = rest.split_at_checked(size)?;
        rest = others;
        let count = u32::try_from(size).ok()?;
        let mean = group.iter().sum::<f64>() / f64::from(count);
        out.push(Group {
            count: size,
            mean: Step::of(mean, range),
        });
    }
    Some(out)
}

/// How large the groups of so many units are. It follows from the number alone, so that it tells nothing about the values; what is
/// over goes to the groups in the middle.
fn sizes(units: usize, divided: bool) -> Vec<usize> {
    let count = if divided { units / LEAST_UNITS } else { 1 };
    let (least, over) = (units / count.max(1), units % count.max(1));
    let first_larger = (count - over) / 2;
    (0..count)
        .map(|place| least + usize::from((first_larger..first_larger + over).contains(&place)))
        .collect()
}

/// The middle and, where there are groups enough, the quarter marks of what a file says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// How many units.
    pub n: usize,
    /// A quarter of the units stand below about here; nothing where there is one group.
    pub lower: Option<f64>,
    /// Half of them.
    pub middle: f64,
    /// Three quarters of them.
    pub upper: Option<f64>,
}

/// Reads middle and quarter marks off groups: each is the mean of the group that holds the place, or lies half-way between two
/// groups where the place is between them.
pub fn band(groups: &[Group], range: (u8, u8)) -> Option<Band> {
    let n: usize = groups.iter().map(|group| group.count).sum();
    let mark = |quarters: usize| {
        let place = n * quarters; // in quarters of a unit
        let mut below = 0;
        for (group, next) in groups
            .iter()
            .zip(groups.iter().skip(1).map(Some).chain([None]))
        {
            below += 4 * group.count;
            let value = group.mean.value(range);
            if place < below {
                return Some(value);
            }
            if place == below {
                return Some(
                    next.map_or(value, |next| f64::midpoint(value, next.mean.value(range))),
                );
            }
        }
        None
    };
    let outer = |quarters| mark(quarters).filter(|_| groups.len() > 1);
    Some(Band {
        n,
        lower: outer(1),
        middle: mark(2)?,
        upper: outer(3),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Scope;
    use crate::domain::fixtures::{area, graded, question, set};

    const LEVELS: (u8, u8) = (1, 5);

    fn told(values: &[f64]) -> Option<Vec<(usize, f64)>> {
        let groups = groups(values, LEVELS, true)?;
        let told = groups.iter().map(|g| (g.count, g.mean.value(LEVELS)));
        Some(told.collect())
    }

    /// Hand-worked: 2, 2, 2, 3, 4 have the mean 2,6, which is 2,5 in eighths of 1–5.
    #[test]
    fn five_units_are_one_group_and_fewer_are_nothing() {
        assert_eq!(told(&[4.0, 2.0, 2.0, 3.0, 2.0]), Some(vec![(5, 2.5)]));
        assert_eq!(told(&[4.0, 2.0, 2.0, 3.0]), None);
        assert_eq!(told(&[]), None);
        assert_eq!(told(&[f64::NAN; 6]), None);
        assert_eq!(told(&[2.0; 9]).map(|groups| groups.len()), Some(1));
        assert_eq!(told(&[2.0; 10]).map(|groups| groups.len()), Some(2));
        assert_eq!(groups(&[2.0; 30], LEVELS, false).map(|g| g.len()), Some(1));
    }

    #[test]
    fn ends_of_the_scale_are_not_told_apart_from_what_is_near_them() {
        for (value, step, printed) in [
            (1.0, 2, 2.0),
            (2.0, 2, 2.0),
            (2.25, 3, 2.5),
            (2.7, 3, 2.5),
            (2.75, 4, 3.0),
            (4.0, 6, 4.0),
            (5.0, 6, 4.0),
        ] {
            let of = Step::of(value, LEVELS);
            assert_eq!((of.number(), of.value(LEVELS)), (step, printed), "{value}");
        }
        assert_eq!(Step::of(100.0, (0, 100)).number(), 6);
        for wrong in [-1, 0, 1, 7, 300] {
            assert_eq!(Step::parse(wrong), None);
        }
    }

    #[test]
    fn middle_and_quarters_are_read_off_the_groups() {
        let of = |steps: &[u8]| {
            let groups: Vec<Group> = steps
                .iter()
                .map(|step| Group {
                    count: 5,
                    mean: Step(*step),
                })
                .collect();
            let band = band(&groups, LEVELS).unwrap();
            (band.lower, band.middle, band.upper)
        };
        assert_eq!(of(&[3]), (None, 2.5, None));
        assert_eq!(of(&[2, 6]), (Some(2.0), 3.0, Some(4.0)));
        assert_eq!(of(&[2, 3, 6]), (Some(2.0), 2.5, Some(4.0)));
        assert_eq!(of(&[2, 3, 5, 6]), (Some(2.25), 3.0, Some(3.75)));
        assert_eq!(band(&[], LEVELS), None);
    }

    #[test]
    fn groups_are_as_large_as_their_number_says() {
        assert_eq!(sizes(9, true), [9]);
        assert_eq!(sizes(10, true), [5, 5]);
        assert_eq!(sizes(13, true), [7, 6]);
        assert_eq!(sizes(16, true), [5, 6, 5]);
        for units in 5..200 {
            let sizes = sizes(units, true);
            assert_eq!(sizes.iter().sum::<usize>(), units);
            assert!(sizes.iter().all(|size| (5..10).contains(size)), "{units}");
        }
    }

    #[test]
    fn an_area_of_few_questions_is_not_parted() {
        let questions = |count| (0..count).map(|_| question("q", Scope::F)).collect();
        let levels = set(vec![area("a", questions(1))]);
        let grades = graded(vec![area("a", questions(1))]);
        assert_eq!([3, 4].map(|n| can_be_divided(&levels, n)), [false, true]);
        assert_eq!([7, 8].map(|n| can_be_divided(&grades, n)), [false, true]);
    }
}
