//! Makes foreign bytes out of good ones.

/// A small generator (xorshift): the same seed gives the same inputs.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % (end.max(1) as u64)).unwrap()
    }

    pub fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// No input is longer; a reader's time and memory are to be in proportion.
const LONGEST: usize = 1 << 16;

const NUMBERS: [&str; 22] = [
    "0",
    "-0",
    "-1",
    "1",
    "5",
    "6",
    "255",
    "256",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e308",
    "1e999",
    "0.1e-400",
    "0.1",
    "0.30000000000000004",
    "2.2250738585072011e-308",
    "6929495644600919.5",
    "1.2345678901234567e-7",
    "98765.43210987654e250",
];

const TOKENS: [&str; 57] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "\\udfff\\ud800",
    "null",
    "true",
    "false",
    "{}",
    "[]",
    "\"\"",
    "\"address\":",
    "\"versions\":",
    "\"seen\":{\"0000000000000001\":2}",
    "\"by\":\"0000000000000001\"",
    "\"n\":0",
    "\"n\":18446744073709551615",
    "\"at\":-9223372036854775808",
    "\"value\":",
    "{\"answer\":3,\"meaning\":\"abc\"}",
    "\"dont-know\"",
    "\"not-our-area\"",
    "answer/r-1/u-1/q-1/level/together",
    "unit/u-1/name",
    "document/example",
    "snapshot/ab12",
    "target/u-1/it-mognad/ledning/value",
    "workshop/r-1/u-1/count/q-1/3",
    "/",
    "//",
    "#/besvara/it-mognad/u-1/q-1",
    "%00",
    "%ff",
    "=cmd|' /C calc'!A0",
    "</script><img src=x onerror=alert(1)>",
    "\u{202e}txt.exe\u{2066}",
    "\u{feff}",
    "\u{0}",
    "\u{fffd}",
    "😀👩‍👩‍👧‍👦",
    "a\u{301}\u{301}\u{301}",
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "mognad:/",
    "\r\n",
    "\u{2028}",
    "'''",
    "\"\"\"",
    "[[",
    "]]",
];

/// One good input, changed one to eight times.
pub fn mutated(random: &mut Random, pool: &[Vec<u8>], own: &[&str]) -> Vec<u8> {
    let mut input = pool[random.below(pool.len())].clone();
    for _ in 0..=random.below(8) {
        change(random, &mut input, pool, own);
    }
    input.truncate(LONGEST);
    input
}

fn change(random: &mut Random, input: &mut Vec<u8>, pool: &[Vec<u8>], own: &[&str]) {
    let at = random.below(input.len() + 1);
    let longest = 1 << random.below(10);
    let end = (at + random.below(longest)).min(input.len());
    match random.below(12) {
        0 if at < input.len() => input[at] ^= 1 << random.below(8),
        1 if at < input.len() => input[at] = u8::try_from(random.below(256)).unwrap(),
        2 => input.truncate(at),
        3 => drop(input.drain(at..end)),
        4 => {
            let part = input[at..end].to_vec();
            insert(input, end, &part);
        }
        5 => {
            let part = input[at..end].to_vec();
            let times = 1 << random.below(9);
            insert(
                input,
                end,
                &part.repeat(times.min(LONGEST / part.len().max(1))),
            );
        }
        6 => {
            let other = &pool[random.below(pool.len())];
            let from = random.below(other.len() + 1);
            input.truncate(at);
            input.extend_from_slice(&other[from..]);
        }
        7 => {
            let token = random.pick(&TOKENS).repeat(1 << random.below(11));
            insert(input, at, token.as_bytes());
        }
        8 | 9 => number(random, input, at),
        10 if !own.is_empty() => insert(input, at, random.pick(own).as_bytes()),
        _ => insert(input, at, random.pick(&TOKENS).as_bytes()),
    }
}

fn insert(input: &mut Vec<u8>, at: usize, part: &[u8]) {
    if input.len() + part.len() <= LONGEST {
        input.splice(at..at, part.iter().copied());
    }
}

/// Puts another number in place of the next one after `at`.
fn number(random: &mut Random, input: &mut Vec<u8>, at: usize) {
    let Some(from) = input[at..].iter().position(u8::is_ascii_digit) else {
        return;
    };
    let from = at + from;
    let digits = input[from..]
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    let other = random.pick(&NUMBERS).bytes();
    input.splice(from..from + digits, other);
}
