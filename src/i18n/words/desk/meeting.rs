//! The words of *Mötesunderlag*: three pages for the municipality's leadership.

use crate::i18n::WithText;
use crate::i18n::words::{WithCount, WithCounts};

/// The words of *Mötesunderlag*.
#[derive(Debug)]
pub struct MeetingWords {
    /// Title.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// Button.
    pub print: &'static str,
    /// Checkbox.
    pub with_security: &'static str,
    /// What was left out.
    pub left_out: WithText,
    /// There is no round with answers.
    pub too_early: &'static str,
    /// Heading of page 1.
    pub where_we_are: &'static str,
    /// Heading of page 2.
    pub where_we_differ: &'static str,
    /// Heading of page 3.
    pub to_talk_about: &'static str,
    /// How many units have answered something in a set.
    pub begun: WithCounts,
    /// The mean of a set.
    pub mean: WithText,
    /// The set has no mean yet: how many areas have a value.
    pub valued: WithCounts,
    /// The highest area and its value.
    pub highest: fn(&str, &str) -> String,
    /// The lowest area and its value.
    pub lowest: fn(&str, &str) -> String,
    /// The area farthest from its target, and how far.
    pub farthest: fn(&str, &str) -> String,
    /// So many percentage points.
    pub percentage_points: WithText,
    /// The rule by which units become the municipality.
    pub rule_equal: &'static str,
    /// The rule by which units become the municipality.
    pub rule_employees: &'static str,
    /// Column: how much is answered.
    pub answered: &'static str,
    /// Where figures come from: round, set and version, how much is answered.
    pub source: fn(&str, &str, &str) -> String,
    /// So many answers of so many.
    pub answers_of: WithCounts,
    /// Title of the bars.
    pub bars: WithText,
    /// Caption of the table of units and areas.
    pub heat_caption: WithText,
    /// Column.
    pub unit: &'static str,
    /// What the signs in the table mean.
    pub heat_key: &'static str,
    /// A set in which every area is answered by one unit.
    pub nothing_to_compare: WithText,
    /// Heading.
    pub widest: &'static str,
    /// From the lowest to the highest, with who.
    pub from_to: fn(&str, &str, &str, &str) -> String,
    /// Heading.
    pub divided: &'static str,
    /// Heading.
    pub unknown: &'static str,
    /// All units said *vet ej*.
    pub unknown_all: WithCount,
    /// Most did.
    pub unknown_most: WithCounts,
    /// Nothing of the kind.
    pub no_difference: &'static str,
    /// Nothing of the kind.
    pub no_unknown: &'static str,
    /// Heading of the proposals.
    pub proposals: &'static str,
    /// How the order came to be.
    pub proposals_about: &'static str,
    /// Nothing can be proposed.
    pub no_proposals: &'static str,
    /// Under the municipality's target by so much.
    pub under_own: WithText,
    /// Under their targets by so much in the mean.
    pub under_theirs: WithText,
    /// *Betydelse*.
    pub importance: fn(u8) -> String,
    /// The law demands it.
    pub law: &'static str,
    /// Units lie from here to there.
    pub apart: fn(&str, &str) -> String,
    /// Heading.
    pub shared_gaps: &'static str,
    /// So many of so many units are under their target.
    pub under: WithCounts,
    /// None.
    pub no_shared_gaps: &'static str,
    /// Heading.
    pub shared_needs: &'static str,
    /// So many units.
    pub units: WithCount,
    /// Goes on to the agenda.
    pub to_agenda: &'static str,
    /// None.
    pub no_shared_needs: &'static str,
    /// More of them than are listed.
    pub and_more: WithCount,
    /// Heading.
    pub open: &'static str,
    /// Areas without a target.
    pub without_target: WithCounts,
    /// Areas without an owner.
    pub without_owner: WithCounts,
    /// Answers that stand on individual answers.
    pub not_agreed: WithCount,
    /// Who has not handed in.
    pub not_in: WithCounts,
    /// The round is not locked.
    pub unlocked: &'static str,
    /// Nothing is open.
    pub nothing_open: &'static str,
    /// *Underlaget räcker inte*, short.
    pub too_thin: &'static str,
}

/// In Swedish.
pub const SWEDISH: MeetingWords = MeetingWords {
    title: "Mötesunderlag",
    lead: "Tre sidor att skriva ut till mötet: var ni står, var ni skiljer er och vad e-rådet föreslår att ni pratar om.",
    print: "Skriv ut tre sidor",
    with_security: "Ta med informationssäkerhet",
    left_out: |areas| format!("Utelämnat här: {areas}. Det ingår inte heller i genomsnitten."),
    too_early: "Det finns inga svar att sammanställa än.",
    where_we_are: "Var vi står",
    where_we_differ: "Var vi skiljer oss",
    to_talk_about: "Vad vi föreslår att prata om",
    begun: |n, of| format!("{n} av {of} enheter har svarat."),
    mean: |value| format!("Genomsnitt {value}."),
    valued: |n, of| format!("{n} av {of} områden har ett värde."),
    highest: |area, value| format!("Högst: {area} ({value})."),
    lowest: |area, value| format!("Lägst: {area} ({value})."),
    farthest: |area, gap| format!("Längst från målet: {area} ({gap} under)."),
    percentage_points: |n| format!("{n} procentenheter"),
    rule_equal: "Kommunens värde: alla enheter väger lika. Frågor till kommunen räknas en gång, och ett område med en utsedd enhet är den enhetens svar.",
    rule_employees: "Kommunens värde: enheterna väger efter antal anställda. Frågor till kommunen räknas en gång, och ett område med en utsedd enhet är den enhetens svar.",
    answered: "Svar",
    source: |round, set, answered| format!("Källa: {round}, {set}, {answered}."),
    answers_of: |n, of| format!("{n} av {of} svar"),
    bars: |set| format!("{set}: kommunen per område"),
    heat_caption: |set| format!("{set}: nuläge per enhet och område"),
    unit: "Enhet",
    heat_key: "– betyder att underlaget inte räcker, tomt att enheten inte får frågorna, * att svaren inte är avstämda. Mörkare ruta är högre värde.",
    nothing_to_compare: |set| {
        format!(
            "{set}: varje område besvaras av en enhet, så det finns inget att jämföra mellan enheterna."
        )
    },
    widest: "Områden där enheterna skiljer sig mest",
    from_to: |low, low_at, high, high_at| format!("från {low} ({low_at}) till {high} ({high_at})"),
    divided: "Frågor där enheterna svarar mest olika",
    unknown: "Det ingen eller få vet",
    unknown_all: |n| match n {
        1 => "den enda enheten svarar vet ej".to_owned(),
        n => format!("alla {n} svarar vet ej"),
    },
    unknown_most: |n, of| format!("{n} av {of} svarar vet ej"),
    no_difference: "Inga skillnader mellan enheter som har värden.",
    no_unknown: "Ingen fråga där de flesta svarar vet ej.",
    proposals: "Tre saker att prata om först",
    proposals_about: "Ordning: lagkrav som inte är uppfyllda, sedan avstånd till mål gånger betydelse, sedan hur mycket enheterna skiljer sig.",
    no_proposals: "Det finns inga mål att mäta mot och inga skillnader mellan enheterna än.",
    under_own: |gap| format!("{gap} under kommunens mål"),
    under_theirs: |gap| format!("i snitt {gap} under enheternas mål"),
    importance: |n| format!("betydelse {n}"),
    law: "lagkrav",
    apart: |low, high| format!("enheterna från {low} till {high}"),
    shared_gaps: "Gemensamma gap",
    under: |n, of| format!("{n} av {of} under sitt mål"),
    no_shared_gaps: "Inget område där flera enheter ligger under sina mål.",
    shared_needs: "Gemensamma behov",
    units: |n| format!("{n} enheter"),
    to_agenda: "vidare till agendan",
    no_shared_needs: "Inga behov som flera enheter har.",
    and_more: |n| format!("och {n} till"),
    open: "Öppna beslut",
    without_target: |n, of| format!("Mål: {n} av {of} områden saknar kommunens mål."),
    without_owner: |n, of| {
        format!("Vem svarar på vad: {n} av {of} områden har ingen utsedd enhet.")
    },
    not_agreed: |n| match n {
        1 => "Samlat svar: ett svar bygger på enskilda svar som inte är avstämda.".to_owned(),
        n => format!("Samlat svar: {n} svar bygger på enskilda svar som inte är avstämda."),
    },
    not_in: |n, of| format!("Inlämnat: {n} av {of} har inte lämnat in."),
    unlocked: "Omgången är inte låst, så siffrorna kan ändras.",
    nothing_open: "Inga.",
    too_thin: "Otillräckligt underlag",
};

/// In English.
pub const ENGLISH: MeetingWords = MeetingWords {
    title: "Meeting pack",
    lead: "Three pages to print for the meeting: where you are, where you differ and what the e-council proposes to talk about.",
    print: "Print three pages",
    with_security: "Include information security",
    left_out: |areas| format!("Left out here: {areas}. It is not in the averages either."),
    too_early: "There are no answers to put together yet.",
    where_we_are: "Where we are",
    where_we_differ: "Where we differ",
    to_talk_about: "What we propose to talk about",
    begun: |n, of| format!("{n} of {of} units have answered."),
    mean: |value| format!("Mean {value}."),
    valued: |n, of| format!("{n} of {of} areas have a value."),
    highest: |area, value| format!("Highest: {area} ({value})."),
    lowest: |area, value| format!("Lowest: {area} ({value})."),
    farthest: |area, gap| format!("Farthest from the target: {area} ({gap} under)."),
    percentage_points: |n| format!("{n} percentage points"),
    rule_equal: "The municipality's value: all units count the same. Questions to the municipality count once, and an area with a named unit is that unit's answer.",
    rule_employees: "The municipality's value: units count by how many work there. Questions to the municipality count once, and an area with a named unit is that unit's answer.",
    answered: "Answers",
    source: |round, set, answered| format!("Source: {round}, {set}, {answered}."),
    answers_of: |n, of| format!("{n} of {of} answers"),
    bars: |set| format!("{set}: the municipality by area"),
    heat_caption: |set| format!("{set}: present level by unit and area"),
    unit: "Unit",
    heat_key: "– means that the data do not suffice, blank that the unit is not asked, * that the answers are not agreed. A darker cell is a higher value.",
    nothing_to_compare: |set| {
        format!(
            "{set}: each area is answered by one unit, so there is nothing to compare between units."
        )
    },
    widest: "Areas in which units differ most",
    from_to: |low, low_at, high, high_at| format!("from {low} ({low_at}) to {high} ({high_at})"),
    divided: "Questions that units answer most differently",
    unknown: "What nobody or few know",
    unknown_all: |n| match n {
        1 => "the only unit says don't know".to_owned(),
        n => format!("all {n} say don't know"),
    },
    unknown_most: |n, of| format!("{n} of {of} say don't know"),
    no_difference: "No differences between units that have values.",
    no_unknown: "No question to which most say don't know.",
    proposals: "Three things to talk about first",
    proposals_about: "Order: what the law demands and is not met, then distance to target times importance, then how far units lie apart.",
    no_proposals: "There are no targets to measure against and no differences between units yet.",
    under_own: |gap| format!("{gap} under the municipality's target"),
    under_theirs: |gap| format!("{gap} under the units' targets in the mean"),
    importance: |n| format!("importance {n}"),
    law: "demanded by law",
    apart: |low, high| format!("units from {low} to {high}"),
    shared_gaps: "Shared gaps",
    under: |n, of| format!("{n} of {of} under their target"),
    no_shared_gaps: "No area in which several units are under their targets.",
    shared_needs: "Shared needs",
    units: |n| format!("{n} units"),
    to_agenda: "on to the agenda",
    no_shared_needs: "No needs that several units have.",
    and_more: |n| format!("and {n} more"),
    open: "Open decisions",
    without_target: |n, of| {
        format!("Targets: {n} of {of} areas have no target of the municipality.")
    },
    without_owner: |n, of| format!("Who answers what: {n} of {of} areas have no named unit."),
    not_agreed: |n| match n {
        1 => "Agreed answers: one answer stands on individual answers that are not agreed."
            .to_owned(),
        n => {
            format!("Agreed answers: {n} answers stand on individual answers that are not agreed.")
        }
    },
    not_in: |n, of| format!("Handed in: {n} of {of} have not handed in."),
    unlocked: "The round is not locked, so the figures can change.",
    nothing_open: "None.",
    too_thin: "Insufficient data",
};
