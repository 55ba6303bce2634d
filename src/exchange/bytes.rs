//! Small numbers, ids and texts as few bytes, and back: foreign bytes give nothing rather than too much.

/// Puts bytes one behind the other.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

/// An id of 16 hexadecimal digits with a letter and a hyphen before: the letter, then eight bytes.
const RANDOM: u8 = 1;
/// The digits alone.
const DIGITS: u8 = 2;

impl Writer {
    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    pub fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.0.push(u8::try_from(number & 0x7f).unwrap_or(0) | 0x80);
            number >>= 7;
        }
        self.0.push(u8::try_from(number).unwrap_or(0));
    }

    /// A number on either side of zero, the near ones short.
    pub fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    /// Bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    /// A length and a text.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes(text.as_bytes());
    }

    /// An id: those that the app makes as their bits, any other as a text.
    pub fn id(&mut self, id: &str) {
        let (letter, digits) = match id.as_bytes() {
            [letter @ b'a'..=b'z', b'-', ..] => (Some(*letter), id.get(2..).unwrap_or_default()),
            _ => (None, id),
        };
        match (bits(digits), letter) {
            (Some(bits), Some(letter)) => {
                self.bytes(&[RANDOM, letter]);
                self.bytes(&bits.to_be_bytes());
            }
            (Some(bits), None) => {
                self.bytes(&[DIGITS]);
                self.bytes(&bits.to_be_bytes());
            }
            (None, _) => {
                self.bytes(&[0]);
                self.text(id);
            }
        }
    }

    /// What was written.
    pub fn take(self) -> Vec<u8> {
        self.0
    }
}

/// Sixteen hexadecimal digits that are written in one way only.
fn bits(digits: &str) -> Option<u64> {
    let plain = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    (digits.len() == 16 && digits.bytes().all(plain))
        .then(|| u64::from_str_radix(digits, 16).ok())?
}

/// Takes bytes from the front.
#[derive(Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Begins at the first of them.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    fn some(&mut self, count: usize) -> Option<&'a [u8]> {
        let (those, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(those)
    }

    /// A byte.
    pub fn one(&mut self) -> Option<u8> {
        self.some(1)?.first().copied()
    }

    /// Eight bytes as a number, the highest first.
    pub fn eight(&mut self) -> Option<u64> {
        Some(u64::from_be_bytes(self.some(8)?.try_into().ok()?))
    }

    /// What [`Writer::number`] writes.
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.one()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// What [`Writer::signed`] writes.
    pub fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -((number & 1).cast_signed()))
    }

    /// What [`Writer::text`] writes, of at most so many bytes.
    pub fn text(&mut self, longest: usize) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?;
        if length > longest {
            return None;
        }
        String::from_utf8(self.some(length)?.to_vec()).ok()
    }

    /// What [`Writer::id`] writes.
    pub fn id(&mut self) -> Option<String> {
        match self.one()? {
            0 => self.text(64),
            RANDOM => {
                let letter = char::from(self.one()?);
                Some(format!("{letter}-{:016x}", self.eight()?))
            }
            DIGITS => Some(format!("{:016x}", self.eight()?)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_ids_and_texts_read_back_and_end_where_they_end() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u64::MAX];
        let signed = [0, -1, 1, 63, -64, 64, i64::MAX, i64::MIN];
        let ids = [
            "kommunen",
            "u-1",
            "u-00ff00ff00ff00ff",
            "05806b641f663a96",
            "d-00FF00FF00FF00FF",
        ];
        let mut out = Writer::default();
        for number in numbers {
            out.number(number);
        }
        for number in signed {
            out.signed(number);
        }
        for id in ids {
            out.id(id);
        }
        out.text("Förvaltningschef");
        let bytes = out.take();
        let mut read = Reader::new(&bytes);
        for number in numbers {
            assert_eq!(read.number(), Some(number));
        }
        for number in signed {
            assert_eq!(read.signed(), Some(number));
        }
        for id in ids {
            assert_eq!(read.id().as_deref(), Some(id));
        }
        assert_eq!(read.text(64).as_deref(), Some("Förvaltningschef"));
        assert_eq!(read.one(), None);
    }

    #[test]
    fn foreign_bytes_give_nothing() {
        assert_eq!(Reader::new(&[0xff; 20]).number(), None);
        assert_eq!(Reader::new(&[0, 200, 1]).id(), None);
        assert_eq!(Reader::new(&[3]).id(), None);
        assert_eq!(Reader::new(&[1, b'u', 1, 2]).id(), None);
        assert_eq!(Reader::new(&[2, 0xff, 0xfe]).text(64), None);
    }
}
