//! *Spridning*: how far individual answers to one question lie apart (DOMAIN.md §3.2 rule 9).

/// How much people agree, in the words that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// *Ni är överens*: agreement of at least 0.8, and at most one level between the lowest and the highest.
    Agreed,
    /// *Viss spridning*.
    Some,
    /// *Diskutera*: agreement under 0.6, or at least three levels between the lowest and the highest.
    Discuss,
}

/// How many gave each level, lowest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    counts: Vec<u32>,
}

impl Spread {
    /// Counts levels on a scale from 1 to `top`; what lies off the scale is no answer.
    pub fn of(levels: impl IntoIterator<Item = u8>, top: u8) -> Self {
        let mut spread = Self::from_counts(vec![0; usize::from(top)]);
        spread.add(levels);
        spread
    }

    /// Counts more levels; what lies off the scale is no answer.
    pub fn add(&mut self, levels: impl IntoIterator<Item = u8>) {
        for level in levels {
            let place = usize::from(level).checked_sub(1);
            if let Some(count) = place.and_then(|place| self.counts.get_mut(place)) {
                *count = count.saturating_add(1);
            }
        }
    }

    /// How many gave each level, lowest first, as they were counted in the room.
    pub fn from_counts(counts: Vec<u32>) -> Self {
        Self { counts }
    }

    /// How many gave each level, lowest first.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// How many levels were given.
    pub fn answers(&self) -> u64 {
        self.counts.iter().map(|count| u64::from(*count)).sum()
    }

    /// The lowest and the highest level that was given.
    pub fn ends(&self) -> Option<(u8, u8)> {
        let level = |place: usize| u8::try_from(place + 1).ok();
        let given = |count: &u32| *count > 0;
        let lowest = self.counts.iter().position(given)?;
        let highest = self.counts.iter().rposition(given)?;
        level(lowest).zip(level(highest))
    }

    /// Levels between the lowest and the highest; nothing where fewer than two answered.
    pub fn span(&self) -> Option<u8> {
        let (lowest, highest) = self.ends()?;
        (self.answers() >= 2).then_some(highest - lowest)
    }

    /// *Samsyn* after Tastle and Wierman (2007), from 0 (half at either end) to 1 (all the same); nothing where fewer than three
    /// answered, or the scale has one level.
    pub fn consensus(&self) -> Option<f64> {
        (self.answers() >= 3).then(|| self.tastle_wierman())?
    }

    fn tastle_wierman(&self) -> Option<f64> {
        let width = self
            .counts
            .len()
            .checked_sub(1)
            .filter(|width| *width > 0)?;
        let width = f64::from(u32::try_from(width).ok()?);
        let steps = || {
            let places = (0_u32..).map(f64::from);
            places.zip(self.counts.iter().map(|count| f64::from(*count)))
        };
        let all: f64 = steps().map(|(_, count)| count).sum();
        if all <= 0.0 {
            return None;
        }
        let mean = steps().map(|(place, count)| place * count).sum::<f64>() / all;
        let given = steps().filter(|(_, count)| *count > 0.0);
        let sum: f64 = given
            .map(|(place, count)| count / all * (1.0 - (place - mean).abs() / width).log2())
            .sum();
        Some(1.0 + sum)
    }

    /// The words for it; nothing where fewer than three answered, for whom there is only the span.
    pub fn agreement(&self) -> Option<Agreement> {
        let (consensus, span) = (self.consensus()?, self.span()?);
        Some(if consensus < 0.6 || span >= 3 {
            Agreement::Discuss
        } else if consensus >= 0.8 && span <= 1 {
            Agreement::Agreed
        } else {
            Agreement::Some
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The documented example of the R package `agrmt` (DOMAIN.md §3.1).
    #[test]
    fn the_documented_example_gives_its_documented_value() {
        let spread = Spread::from_counts(vec![30, 40, 210, 130, 530, 50, 10]);
        assert!((spread.consensus().unwrap() - 0.725_687_6).abs() < 5e-8);
    }

    /// The table of DOMAIN.md §3.1, to its three decimals; two answers have a span alone.
    #[test]
    fn the_table_of_the_domain_is_kept() {
        use Agreement::{Agreed, Discuss, Some as Spread_};
        for (levels, value, span, words) in [
            (&[3, 3, 3, 3, 3][..], 1.000, 0, Some(Agreed)),
            (&[2, 3], 0.807, 1, None),
            (&[2, 3, 3, 4], 0.792, 2, Some(Spread_)),
            (&[3, 3, 3, 5], 0.686, 2, Some(Spread_)),
            (&[2, 4], 0.585, 2, None),
            (&[1, 2, 3, 4, 5], 0.434, 4, Some(Discuss)),
            (&[2, 2, 5], 0.390, 3, Some(Discuss)),
            (&[1, 1, 5], 0.082, 4, Some(Discuss)),
            (&[1, 5], 0.000, 4, None),
        ] {
            let spread = Spread::of(levels.iter().copied(), 5);
            let found = spread.tastle_wierman().unwrap();
            assert!((found - value).abs() < 0.000_5, "{levels:?}: {found}");
            assert_eq!(spread.span(), Some(span), "{levels:?}");
            assert_eq!(spread.agreement(), words, "{levels:?}");
            assert_eq!(spread.consensus().is_some(), levels.len() >= 3);
        }
    }

    #[test]
    fn one_answer_has_no_spread_and_none_has_no_ends() {
        assert_eq!(Spread::of([3], 5).span(), None);
        assert_eq!(Spread::of([], 5).ends(), None);
        assert_eq!(Spread::from_counts(Vec::new()).agreement(), None);
    }

    #[test]
    fn a_level_off_the_scale_is_no_answer() {
        let spread = Spread::of([0, 2, 6, 255], 5);
        assert_eq!(spread.answers(), 1);
        assert_eq!(spread.ends(), Some((2, 2)));
    }
}
