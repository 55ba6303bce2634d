//! Fractional order keys: text that sorts between any two neighbours, so that moving one thing changes one fact.

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A place in a list; keys compare as text. Foreign keys are read leniently: what is no digit counts as the lowest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderKey(String);

fn digit(value: usize) -> char {
    DIGITS.get(value).map_or('0', |&b| char::from(b))
}

fn value(byte: u8) -> usize {
    DIGITS.iter().position(|&d| d == byte).unwrap_or(0)
}

impl OrderKey {
    /// A key read from a document.
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The key as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key after `low` and before `high`; after `low` alone where the two do not leave room in that order.
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Self {
        let low_text = low.map_or("", Self::as_str);
        let high_text = high.map(Self::as_str).filter(|high| low_text < *high);
        let mut out = String::new();
        let mut bounded = high_text.map(str::as_bytes);
        for place in 0.. {
            let floor = low_text.as_bytes().get(place).map_or(0, |&b| value(b));
            let ceiling = match bounded {
                None => DIGITS.len(),
                Some(high) => high.get(place).map_or(0, |&b| value(b)),
            };
            if floor + 1 < ceiling {
                out.push(digit(usize::midpoint(floor, ceiling)));
                break;
            }
            out.push(digit(floor));
            if floor < ceiling {
                bounded = None; // already below: from here on only `low` binds
            }
            if place > low_text.len() + high_text.map_or(0, str::len) + 1 {
                out.push(digit(DIGITS.len() / 2)); // keys of foreign make that leave no room
                break;
            }
        }
        Self(out)
    }
}

/// Puts a short list in order; equals stay as they came. `before` says whether its first stands before its second.
///
/// Units, rounds and areas come nearly in order and are few. The library's sort is made for long lists, and brings its
/// code anew for every type that it sorts.
pub(crate) fn sorted<T>(
    items: impl IntoIterator<Item = T>,
    before: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let mut list: Vec<T> = Vec::new();
    for item in items {
        let after = list.iter().rposition(|other| !before(&item, other));
        list.insert(after.map_or(0, |place| place + 1), item);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_room_between_two_neighbours() {
        let mut low = OrderKey::between(None, None);
        let high = OrderKey::between(Some(&low), None);
        for _ in 0..200 {
            let middle = OrderKey::between(Some(&low), Some(&high));
            assert!(low < middle && middle < high, "{low:?} {middle:?} {high:?}");
            low = middle;
        }
        let mut high = high;
        for _ in 0..200 {
            let middle = OrderKey::between(None, Some(&high));
            assert!(middle < high, "{middle:?} {high:?}");
            high = middle;
        }
    }

    #[test]
    fn appending_a_hundred_times_keeps_the_order() {
        let mut keys = vec![OrderKey::between(None, None)];
        for _ in 0..100 {
            keys.push(OrderKey::between(keys.last(), None));
        }
        assert!(keys.is_sorted());
        keys.dedup();
        assert_eq!(keys.len(), 101);
    }

    #[test]
    fn foreign_or_equal_keys_end_and_give_a_key() {
        for (low, high) in [
            ("a", "a"),
            ("b", "a"),
            ("", ""),
            ("Å", "Ö"),
            ("0", "00"),
            ("a", "a0"),
        ] {
            let key = OrderKey::between(
                Some(&OrderKey::from_text(low)),
                Some(&OrderKey::from_text(high)),
            );
            assert!(!key.as_str().is_empty(), "{low} {high}");
        }
    }

    #[test]
    fn equals_stay_as_they_came() {
        let list = sorted([(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], |a, b| a.0 < b.0);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        assert_eq!(sorted([3, 1, 2], |a, b| a > b), [3, 2, 1]);
        assert!(sorted(Vec::<u8>::new(), |a, b| a < b).is_empty());
    }
}
