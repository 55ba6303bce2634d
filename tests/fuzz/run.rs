//! Gives inputs to readers, and measures.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::{Duration, Instant};

use crate::corpus;
use crate::memory::peak_of;
use crate::mutator::{Random, mutated};
use crate::readers::{ALL, Reader};

/// No input may take longer.
const LONGEST: Duration = Duration::from_secs(1);
/// The most memory at once, with all that follows upon reading: so much in any case, and so much per byte of input.
const MEMORY: usize = 1 << 20;
const MEMORY_PER_BYTE: usize = 2_000;
/// How many inputs with a new outcome are changed further.
const POOL: usize = 400;

/// What was measured of one reader.
#[derive(Default)]
pub struct Figures {
    pub reader: &'static str,
    pub inputs: u64,
    pub time: Duration,
    pub slowest: Duration,
    pub highest: usize,
    /// The highest peak per byte, of inputs of 64 bytes and more.
    pub per_byte: usize,
    pub outcomes: usize,
    /// Inputs that were over the time at first, and not when they were given again.
    pub stalls: u64,
    pub failures: Vec<String>,
}

/// All readers, each with its share of the inputs, on as many threads as there are processors.
pub fn all(inputs: u64, seed: u64) -> Vec<Figures> {
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    ALL.iter()
        .map(|reader| {
            let own = (inputs * reader.share / 1_000).div_ceil(threads);
            let workers: Vec<_> = (0..threads)
                .map(|n| thread::spawn(move || one(reader, own, seed * 1_000 + n)))
                .collect();
            let parts: Vec<Figures> = workers
                .into_iter()
                .map(|worker| worker.join().unwrap())
                .collect();
            parts.into_iter().reduce(Figures::and).unwrap()
        })
        .collect()
}

fn one(reader: &Reader, inputs: u64, seed: u64) -> Figures {
    let mut random = Random::new(seed);
    let mut figures = Figures {
        reader: reader.name,
        ..Figures::default()
    };
    let mut pool: Vec<Vec<u8>> = (reader.seeds)()
        .into_iter()
        .map(String::into_bytes)
        .collect();
    let good = pool.len();
    pool.extend(corpus::kept(reader.name));
    let begun = Instant::now();
    let mut outcomes = HashSet::new();
    for input in &pool {
        outcomes.extend(figures.give(reader, input));
    }
    for _ in 0..inputs {
        let input = mutated(&mut random, &pool, reader.words);
        let Some(outcome) = figures.give(reader, &input) else {
            if figures.failures.len() > 9 {
                break;
            }
            continue;
        };
        if outcomes.insert(outcome) {
            if pool.len() < POOL {
                pool.push(input);
            } else {
                let place = good + random.below(pool.len() - good);
                pool[place] = input;
            }
        }
    }
    figures.outcomes = outcomes.len();
    figures.time = begun.elapsed();
    figures
}

impl Figures {
    /// Gives one input; nothing comes back where the reader failed on it.
    fn give(&mut self, reader: &Reader, input: &[u8]) -> Option<u64> {
        let text = String::from_utf8_lossy(input); // as a browser reads a file
        let begun = Instant::now();
        let (read, peak) = peak_of(|| catch_unwind(AssertUnwindSafe(|| (reader.read)(&text))));
        let mut took = begun.elapsed();
        if took > LONGEST && read.is_ok() {
            // A machine with other work may stop for a second; a slow reader is slow again.
            self.stalls += 1;
            let again = Instant::now();
            let _same = catch_unwind(AssertUnwindSafe(|| (reader.read)(&text)));
            took = took.min(again.elapsed());
        }
        self.inputs += 1;
        self.slowest = self.slowest.max(took);
        self.highest = self.highest.max(peak);
        if text.len() >= 64 {
            self.per_byte = self.per_byte.max(peak / text.len());
        }
        let wrong = match &read {
            Err(panic) => Some(words_of(panic.as_ref())),
            Ok(_) if took > LONGEST => Some(format!("took {took:?}")),
            Ok(_) if peak > MEMORY + MEMORY_PER_BYTE * text.len() => {
                Some(format!("took {peak} bytes of memory for {}", text.len()))
            }
            Ok(_) => None,
        };
        if let Some(wrong) = wrong {
            let kept = corpus::keep(reader.name, input);
            self.failures
                .push(format!("{}: {wrong} ({kept})", reader.name));
            return None;
        }
        read.ok()
    }

    fn and(mut self, other: Self) -> Self {
        self.inputs += other.inputs;
        self.time = self.time.max(other.time);
        self.slowest = self.slowest.max(other.slowest);
        self.highest = self.highest.max(other.highest);
        self.per_byte = self.per_byte.max(other.per_byte);
        self.outcomes = self.outcomes.max(other.outcomes);
        self.stalls += other.stalls;
        self.failures.extend(other.failures);
        self
    }
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let words = text.or_else(|| panic.downcast_ref::<&str>().copied());
    format!("panicked: {}", words.unwrap_or("without words"))
}

/// The table.
pub fn print(all: &[Figures]) {
    println!(
        "\n{:<9} {:>10} {:>9} {:>11} {:>12} {:>10} {:>9}",
        "reader", "inputs", "per s", "slowest ms", "peak kB", "peak/byte", "outcomes"
    );
    for f in all {
        #[allow(clippy::cast_precision_loss)] // a figure to be read
        let per_second = f.inputs as f64 / f.time.as_secs_f64();
        println!(
            "{:<9} {:>10} {per_second:>9.0} {:>11.1} {:>12} {:>10} {:>9}",
            f.reader,
            f.inputs,
            f.slowest.as_secs_f64() * 1e3,
            f.highest / 1_000,
            f.per_byte,
            f.outcomes
        );
    }
    let inputs: u64 = all.iter().map(|f| f.inputs).sum();
    let stalls: u64 = all.iter().map(|f| f.stalls).sum();
    println!("{:<9} {inputs:>10}, {stalls} timed twice", "together");
}
