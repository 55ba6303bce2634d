//! Text small enough for a link, in characters that no mail program breaks: repetitions packed, then base64url.

/// What every invitation says, so that its first facts are short too. Links that exist are read by it: never change it,
/// a change is a new form of link.
const KNOWN: &[u8] = br#"left-out//unit//area/e-forvaltning/owner/kommunen","versions":[{"by":"round/due"planned/order/name","value":"document/unit-word","value":"document/municipality","value":"round-set/it-mognad","versions":[{"by":"0000000000000000","n":1,"at":179","value":true}]},{"address":"left-out/question/"#;

const SHORTEST: usize = 4;
const LONGEST: usize = 127 + SHORTEST;
const NEAR: usize = 0xc0; // so far back is said in one byte, and farther in two
const FARTHEST: usize = 0x3fff;
const LITERALS: usize = 128;

/// Packs bytes: runs as they are (`0–127`: one more than that follow), and repetitions (`128–255`: length, then how far back).
pub fn pack(text: &[u8]) -> Vec<u8> {
    let all = [KNOWN, text].concat();
    let mut packed = Vec::new();
    let (mut at, mut written) = (KNOWN.len(), KNOWN.len());
    while at < all.len() {
        let (length, back) = longest(&all, at);
        if length < SHORTEST {
            at += 1;
            continue;
        }
        literals(&mut packed, all.get(written..at).unwrap_or_default());
        packed.push(u8::try_from(length - SHORTEST).unwrap_or(0) | 0x80);
        match u16::try_from(back).unwrap_or(0).to_be_bytes() {
            [0, near] if usize::from(near) < NEAR => packed.push(near),
            [high, low] => packed.extend([high | 0xc0, low]),
        }
        at += length;
        written = at;
    }
    literals(&mut packed, all.get(written..).unwrap_or_default());
    packed
}

fn literals(packed: &mut Vec<u8>, run: &[u8]) {
    for run in run.chunks(LITERALS) {
        packed.push(u8::try_from(run.len() - 1).unwrap_or(0));
        packed.extend(run);
    }
}

/// The longest repetition of what comes at `at`, and how far back it begins.
fn longest(all: &[u8], at: usize) -> (usize, usize) {
    let ahead = all.get(at..).unwrap_or_default();
    let mut best = (0, 0);
    for start in (at.saturating_sub(FARTHEST)..at).rev() {
        let before = all.get(start..).unwrap_or_default();
        let pairs = before.iter().zip(ahead).take(LONGEST);
        let length = pairs.take_while(|(a, b)| a == b).count();
        if length > best.0 {
            best = (length, at - start);
        }
        if length == LONGEST {
            break;
        }
    }
    best
}

/// Unpacks what [`pack`] packed; nothing where it is something else.
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut all = KNOWN.to_vec();
    let mut rest = packed.iter().copied();
    while let Some(control) = rest.next() {
        if control < 0x80 {
            for _ in 0..=control {
                all.push(rest.next()?);
            }
        } else {
            let back = match usize::from(rest.next()?) {
                near if near < NEAR => near,
                far => (far & 0x3f) << 8 | usize::from(rest.next()?),
            };
            let start = all.len().checked_sub(back)?;
            for place in start..start + usize::from(control & 0x7f) + SHORTEST {
                all.push(*all.get(place)?);
            }
        }
    }
    Some(all.split_off(KNOWN.len()))
}

/// Bytes as base64url without padding.
pub fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, n| {
            bits << 8 | u32::from(three.get(n).copied().unwrap_or(0))
        });
        for n in 0..=three.len() {
            text.push(letter(bits >> (18 - 6 * n) & 63));
        }
    }
    text
}

fn letter(six: u32) -> char {
    let six = u8::try_from(six).unwrap_or(0);
    char::from(match six {
        0..=25 => b'A' + six,
        26..=51 => b'a' + six - 26,
        52..=61 => b'0' + six - 52,
        62 => b'-',
        _ => b'_',
    })
}

/// Reads base64url; what a mail program added (a line break, a full stop, a bracket) is passed over.
pub fn from_base64(text: &str) -> Vec<u8> {
    let (mut bits, mut have) = (0u32, 0);
    let mut bytes = Vec::new();
    for letter in text.bytes() {
        let six = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(six)) & 0xffff;
        have += 6;
        if have >= 8 {
            have -= 8;
            bytes.push(u8::try_from(bits >> have & 0xff).unwrap_or(0));
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_every_length_read_back() {
        let mut text: Vec<u8> = Vec::new();
        for n in 0..80u32 {
            assert_eq!(from_base64(&to_base64(&text)), text);
            assert_eq!(unpack(&pack(&text)).as_ref(), Some(&text));
            text.push(u8::try_from(n * n * n % 251).unwrap());
        }
        let again = vec![b'a'; 20_000];
        assert_eq!(unpack(&pack(&again)), Some(again));
    }

    #[test]
    fn what_was_not_packed_here_is_refused() {
        for wrong in [&[0x80][..], &[0x80, 0xff, 0xff], &[0x80, 0], &[5, b'a']] {
            assert_eq!(unpack(wrong), None, "{wrong:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_read_back_and_foreign_ones_do_not_panic(
            bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200),
        ) {
            let _ = unpack(&bytes);
            proptest::prop_assert_eq!(unpack(&pack(&bytes)), Some(bytes));
        }
    }
}
