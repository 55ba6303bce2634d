//! The words of *Utveckling*.

use crate::domain::{Break, Moves};
use crate::i18n::{WithCount, WithText};

/// The words of *Utveckling*.
#[derive(Debug)]
pub struct TrendWordsOfPage {
    /// Label of the sets and units to turn to.
    pub choose: &'static str,
    /// Label of the areas to turn to.
    pub areas: &'static str,
    /// All areas.
    pub whole: &'static str,
    /// What became of the answers since a round, in a sentence.
    pub finding: fn(Moves, &str) -> String,
    /// What cannot be compared: sentences, or nothing.
    pub also: fn(Moves) -> String,
    /// There are no two rounds with answers.
    pub one_round: &'static str,
    /// What to do then.
    pub one_round_about: &'static str,
    /// Label of the round that is compared with.
    pub compare_with: &'static str,
    /// Title of the picture: area or set, and unit.
    pub picture: fn(&str, &str) -> String,
    /// What the picture shows.
    pub picture_about: &'static str,
    /// Head of the rounds.
    pub round: &'static str,
    /// Head of the column that says whether a round can be compared with the one before.
    pub joined: &'static str,
    /// It can.
    pub yes: &'static str,
    /// Nothing to say.
    pub none: &'static str,
    /// The area was not asked in a round.
    pub not_asked: &'static str,
    /// Why the line does not come to a round.
    pub cut: fn(&str, Break) -> String,
    /// What the mark beside a value in the table means.
    pub cut_mark: &'static str,
    /// The index over the same questions.
    pub same: &'static str,
    /// What it is.
    pub same_about: &'static str,
    /// So many of so many questions can be compared in every round.
    pub same_of: fn(usize, usize) -> String,
    /// Too few can.
    pub same_none: &'static str,
    /// Tick: show it in the picture.
    pub same_show: &'static str,
    /// Heading of the list.
    pub questions: &'static str,
    /// Heading: answers that rose.
    pub rose: WithCount,
    /// Heading: that fell.
    pub fell: WithCount,
    /// Heading: that are as before.
    pub stayed: WithCount,
    /// Heading: that are new.
    pub new: WithCount,
    /// Heading: that are gone.
    pub gone: WithCount,
    /// Heading: that are not compared.
    pub changed: WithCount,
    /// The question means something else.
    pub because_changed: &'static str,
    /// The question came of others.
    pub because_other: &'static str,
    /// Somebody else answers.
    pub because_unit: &'static str,
    /// The question is no longer asked.
    pub no_longer: &'static str,
    /// The question as it was asked then.
    pub was: WithText,
    /// No answer.
    pub unanswered: &'static str,
    /// Heading: every unit.
    pub by_unit: &'static str,
    /// Head of the units.
    pub unit: &'static str,
    /// Heads of the columns: rose, fell, as before, new, gone, not compared.
    pub columns: [&'static str; 6],
    /// All units together.
    pub all_units: &'static str,
}

const SMALL: [&str; 13] = [
    "inget", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
];
const SMALL_ENGLISH: [&str; 13] = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

fn number(words: &[&str; 13], n: usize) -> String {
    words
        .get(n)
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| match first {
        'å' => 'Å',
        first => first.to_ascii_uppercase(),
    });
    first.into_iter().chain(letters).collect()
}

/// In Swedish.
pub const SWEDISH: TrendWordsOfPage = TrendWordsOfPage {
    choose: "Visa utvecklingen för",
    areas: "Område",
    whole: "Alla områden",
    finding: |moves, round| {
        let n = |count| number(&SMALL, count);
        match moves.compared() {
            0 => format!("Inget svar kan jämföras med {round}"),
            1 => format!(
                "Ett svar kan jämföras med {round}, och det {}",
                match moves {
                    Moves { rose: 1, .. } => "har stigit",
                    Moves { fell: 1, .. } => "har sjunkit",
                    _ => "är oförändrat",
                }
            ),
            all if moves.stayed == all => {
                format!("Alla {} svar är oförändrade sedan {round}", n(all))
            }
            all => capital(&format!(
                "{} av {} svar steg sedan {round}, {} sjönk och {} är {}",
                n(moves.rose),
                n(all),
                n(moves.fell),
                n(moves.stayed),
                if moves.stayed < 2 {
                    "oförändrat"
                } else {
                    "oförändrade"
                },
            )),
        }
    },
    also: |moves| {
        let n = |count| number(&SMALL, count);
        let said = [
            match moves.new {
                0 => None,
                1 => Some("Ett svar är nytt.".to_owned()),
                new => Some(format!("{} svar är nya.", n(new))),
            },
            (moves.gone > 0).then(|| format!("{} svar finns inte med längre.", n(moves.gone))),
            (moves.changed > 0).then(|| {
                format!(
                    "{} svar jämförs inte, eftersom frågan inte är densamma.",
                    n(moves.changed)
                )
            }),
        ];
        let said: Vec<String> = said
            .into_iter()
            .flatten()
            .map(|said| capital(&said))
            .collect();
        said.join(" ")
    },
    one_round: "Utvecklingen syns när det finns två omgångar med svar",
    one_round_about: "Svaren i varje omgång sparas. När nästa omgång är besvarad visas här vad som har stigit, sjunkit och tillkommit.",
    compare_with: "Jämför med",
    picture: |of, unit| format!("{of} över tid, {unit}"),
    picture_about: "En punkt för varje omgång. Linjen är bruten där frågorna inte är desamma som omgången före, och en omgång utan värde är en prickad lodrät linje.",
    round: "Omgång",
    joined: "Jämförs med omgången före",
    yes: "Ja",
    none: "–",
    not_asked: "Inte med i omgången",
    cut: |round, found| {
        let mut why = Vec::new();
        let mut add = |count: usize, one: &str, many: &str| match count {
            0 => {}
            1 => why.push(format!("en fråga {one}")),
            n => why.push(format!("{} frågor {many}", number(&SMALL, n))),
        };
        add(found.changed, "har ändrats", "har ändrats");
        add(found.added, "är ny", "är nya");
        add(found.removed, "ställs inte längre", "ställs inte längre");
        if found.other_unit {
            why.push("någon annan svarar".to_owned());
        }
        if found.other_areas {
            why.push("andra områden har ett värde".to_owned());
        }
        format!(
            "{round} jämförs inte med omgången före: {}.",
            why.join(", ")
        )
    },
    cut_mark: "* Värdet jämförs inte med omgången före: frågorna är inte desamma, eller någon annan svarar. Välj området för att se varför.",
    same: "Samma frågor",
    same_about: "Räknat på enbart de frågor som betyder detsamma och har ett svar i varje omgång som jämförs. Det visar om svaren har ändrats, också där linjen är bruten. Det är inte resultatet för hela området.",
    same_of: |n, of| format!("{n} av {of} frågor kan jämföras i varje omgång."),
    same_none: "För få frågor kan jämföras i varje omgång.",
    same_show: "Visa i bilden",
    questions: "Fråga för fråga",
    rose: |n| format!("Steg: {n} svar"),
    fell: |n| format!("Sjönk: {n} svar"),
    stayed: |n| format!("Oförändrat: {n} svar"),
    new: |n| format!("Nytt svar: {n}"),
    gone: |n| format!("Finns inte med längre: {n} svar"),
    changed: |n| format!("Jämförs inte: {n} svar"),
    because_changed: "Jämförs inte: frågan har ändrats.",
    because_other: "Jämförs inte: frågan har kommit av en annan.",
    because_unit: "Jämförs inte: någon annan svarar nu.",
    no_longer: "Frågan ställs inte längre.",
    was: |text| format!("Då löd frågan: ”{text}”"),
    unanswered: "obesvarad",
    by_unit: "Enhet för enhet",
    unit: "Enhet",
    columns: [
        "Steg",
        "Sjönk",
        "Oförändrat",
        "Nytt",
        "Finns inte med längre",
        "Jämförs inte",
    ],
    all_units: "Tillsammans",
};

/// In English.
pub const ENGLISH: TrendWordsOfPage = TrendWordsOfPage {
    choose: "Show the development of",
    areas: "Area",
    whole: "All areas",
    finding: |moves, round| {
        let n = |count| number(&SMALL_ENGLISH, count);
        match moves.compared() {
            0 => format!("No answer can be compared with {round}"),
            1 => format!(
                "One answer can be compared with {round}, and it {}",
                match moves {
                    Moves { rose: 1, .. } => "has risen",
                    Moves { fell: 1, .. } => "has fallen",
                    _ => "is unchanged",
                }
            ),
            all if moves.stayed == all => {
                format!("All {} answers are unchanged since {round}", n(all))
            }
            all => capital(&format!(
                "{} of {} answers rose since {round}, {} fell and {} {} unchanged",
                n(moves.rose),
                n(all),
                n(moves.fell),
                n(moves.stayed),
                if moves.stayed < 2 { "is" } else { "are" },
            )),
        }
    },
    also: |moves| {
        let n = |count| number(&SMALL_ENGLISH, count);
        let said = [
            match moves.new {
                0 => None,
                1 => Some("One answer is new.".to_owned()),
                new => Some(format!("{} answers are new.", n(new))),
            },
            match moves.gone {
                0 => None,
                1 => Some("One answer is no longer there.".to_owned()),
                gone => Some(format!("{} answers are no longer there.", n(gone))),
            },
            match moves.changed {
                0 => None,
                1 => {
                    Some("One answer is not compared, as its question is not the same.".to_owned())
                }
                changed => Some(format!(
                    "{} answers are not compared, as their questions are not the same.",
                    n(changed)
                )),
            },
        ];
        let said: Vec<String> = said
            .into_iter()
            .flatten()
            .map(|said| capital(&said))
            .collect();
        said.join(" ")
    },
    one_round: "The development shows when there are two rounds with answers",
    one_round_about: "The answers of every round are kept. When the next round has been answered, what has risen, fallen and been added is shown here.",
    compare_with: "Compare with",
    picture: |of, unit| format!("{of} over time, {unit}"),
    picture_about: "A point for each round. The line is cut where the questions are not those of the round before, and a round without a value is a dotted upright.",
    round: "Round",
    joined: "Compared with the round before",
    yes: "Yes",
    none: "–",
    not_asked: "Not part of the round",
    cut: |round, found| {
        let mut why = Vec::new();
        let mut add = |count: usize, one: &str, many: &str| match count {
            0 => {}
            1 => why.push(format!("one question {one}")),
            n => why.push(format!("{} questions {many}", number(&SMALL_ENGLISH, n))),
        };
        add(found.changed, "has changed", "have changed");
        add(found.added, "is new", "are new");
        add(found.removed, "is no longer asked", "are no longer asked");
        if found.other_unit {
            why.push("somebody else answers".to_owned());
        }
        if found.other_areas {
            why.push("other areas have a value".to_owned());
        }
        format!(
            "{round} is not compared with the round before: {}.",
            why.join(", ")
        )
    },
    cut_mark: "* The value is not compared with the round before: the questions are not the same, or somebody else answers. Choose the area to see why.",
    same: "The same questions",
    same_about: "Worked out from those questions alone that mean the same and have an answer in every round that is compared. It shows whether the answers have changed, also where the line is cut. It is not the result of the whole area.",
    same_of: |n, of| format!("{n} of {of} questions can be compared in every round."),
    same_none: "Too few questions can be compared in every round.",
    same_show: "Show in the picture",
    questions: "Question by question",
    rose: |n| format!("Rose: {n}"),
    fell: |n| format!("Fell: {n}"),
    stayed: |n| format!("Unchanged: {n}"),
    new: |n| format!("New answers: {n}"),
    gone: |n| format!("No longer there: {n}"),
    changed: |n| format!("Not compared: {n}"),
    because_changed: "Not compared: the question has changed.",
    because_other: "Not compared: the question has come of another.",
    because_unit: "Not compared: somebody else answers now.",
    no_longer: "The question is no longer asked.",
    was: |text| format!("The question then: “{text}”"),
    unanswered: "unanswered",
    by_unit: "Unit by unit",
    unit: "Unit",
    columns: [
        "Rose",
        "Fell",
        "Unchanged",
        "New",
        "No longer there",
        "Not compared",
    ],
    all_units: "Together",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finding_is_a_whole_sentence_whatever_the_numbers() {
        let moves = |rose, fell, stayed| Moves {
            rose,
            fell,
            stayed,
            ..Moves::default()
        };
        for (counted, expected) in [
            (
                moves(4, 1, 4),
                "Fyra av nio svar steg sedan 2025, ett sjönk och fyra är oförändrade",
            ),
            (
                moves(0, 2, 1),
                "Inget av tre svar steg sedan 2025, två sjönk och ett är oförändrat",
            ),
            (
                moves(20, 0, 0),
                "20 av 20 svar steg sedan 2025, inget sjönk och inget är oförändrat",
            ),
            (moves(0, 0, 3), "Alla tre svar är oförändrade sedan 2025"),
            (
                moves(0, 1, 0),
                "Ett svar kan jämföras med 2025, och det har sjunkit",
            ),
            (moves(0, 0, 0), "Inget svar kan jämföras med 2025"),
        ] {
            assert_eq!((SWEDISH.finding)(counted, "2025"), expected);
        }
        let rest = Moves {
            new: 8,
            gone: 1,
            changed: 2,
            ..Moves::default()
        };
        assert_eq!(
            (SWEDISH.also)(rest),
            "Åtta svar är nya. Ett svar finns inte med längre. Två svar jämförs inte, eftersom frågan inte är densamma."
        );
        assert_eq!((SWEDISH.also)(moves(1, 1, 1)), "");
    }

    #[test]
    fn why_a_line_is_cut_is_said_in_numbers() {
        let found = Break {
            changed: 1,
            added: 2,
            ..Break::default()
        };
        assert_eq!(
            (SWEDISH.cut)("Omgång 2026", found),
            "Omgång 2026 jämförs inte med omgången före: en fråga har ändrats, två frågor är nya."
        );
    }
}
