//! The words of *Jämför*.

use crate::domain::Tag;
use crate::i18n::WithText;
use crate::i18n::words::{WithCount, WithCounts};

/// The words of *Jämför*.
#[derive(Debug)]
pub struct CompareWords {
    /// Finding: nobody has a value.
    pub nothing: &'static str,
    /// What to do then.
    pub nothing_about: &'static str,
    /// Finding: fewer than two have a value in any area.
    pub too_few: &'static str,
    /// What it takes.
    pub too_few_about: &'static str,
    /// Finding: an area in which values lie farthest apart.
    pub apart: WithText,
    /// Finding: no values lie apart.
    pub together: &'static str,
    /// From where to where: low with its unit, high with its unit.
    pub from_to: fn(&str, &str, &str, &str) -> String,
    /// An area that most are under their target in: how many of how many.
    pub shared_first: fn(&str, usize, usize) -> String,
    /// Nobody shares a gap.
    pub shared_none: &'static str,
    /// What to talk about first, before the question.
    pub talk_first: &'static str,
    /// Title of an area's or tag's questions.
    pub questions_of: WithText,
    /// How many units have begun, of how many that are asked.
    pub begun: WithCounts,
    /// No round, or none of this address.
    pub no_round: &'static str,
    /// No unit takes part.
    pub no_units: &'static str,
    /// Label of the filters.
    pub filters: &'static str,
    /// Filter, and a column of the file.
    pub set: &'static str,
    /// Filter.
    pub tag: &'static str,
    /// Filter.
    pub order: &'static str,
    /// In the filter of areas.
    pub every_area: &'static str,
    /// In the filter of tags.
    pub every_tag: &'static str,
    /// Order.
    pub order_gap: &'static str,
    /// Order.
    pub order_own: &'static str,
    /// What each order means.
    pub order_about: &'static str,
    /// Heading and caption of the table.
    pub heat_map: &'static str,
    /// Caption of the table of questions.
    pub heat_map_questions: &'static str,
    /// How to read the table.
    pub heat_map_about: &'static str,
    /// How to read the table of questions.
    pub heat_map_about_questions: &'static str,
    /// How to walk in it.
    pub heat_map_keys: &'static str,
    /// A cell: not asked.
    pub not_asked: &'static str,
    /// A cell: no answer.
    pub unanswered: &'static str,
    /// A cell of the municipality: so many of so many units are in it.
    pub units_in_short: WithText,
    /// The row of the municipality.
    pub whole_row: &'static str,
    /// Which page of how many.
    pub page_of: WithCounts,
    /// How many are shown on it of how many.
    pub aggregate_of_all: WithCount,
    /// Link.
    pub page_before: &'static str,
    /// Link.
    pub page_next: &'static str,
    /// Button.
    pub save_csv: &'static str,
    /// The file's name.
    pub csv_name: &'static str,
    /// Column of the file.
    pub column_basis: &'static str,
    /// Column of the file.
    pub column_gap: &'static str,
    /// Said of a target that is reached.
    pub target_reached: &'static str,
    /// Column of the file.
    pub column_remark: &'static str,
    /// Back to all areas.
    pub back: &'static str,
    /// Spread.
    pub agreed: &'static str,
    /// Spread.
    pub some_spread: &'static str,
    /// Spread.
    pub discuss: &'static str,
    /// Spread of two: how many levels apart.
    pub two_answers: fn(u8) -> String,
    /// So few have agreed that there is nothing to compare.
    pub too_few_answers: WithCount,
    /// Behind *Mer*: how many, the span, and the agreement.
    pub spread_more: fn(usize, u8, Option<&str>) -> String,
    /// The disclosure.
    pub more: &'static str,
    /// Before the spread of the units.
    pub between: &'static str,
    /// Before the spread of individual answers.
    pub individuals: &'static str,
    /// A question that is asked once, with who answers.
    pub answered_once: WithText,
    /// Column: units.
    pub units: &'static str,
    /// Column.
    pub answer: &'static str,
    /// Column.
    pub reason: &'static str,
    /// Nobody gave a reason.
    pub no_reason: &'static str,
    /// The disclosure with the picture.
    pub show_distribution: &'static str,
    /// What the picture shows.
    pub distribution_about: &'static str,
    /// Heading.
    pub divided: &'static str,
    /// What stands there.
    pub divided_about: &'static str,
    /// Heading.
    pub unknown: &'static str,
    /// What stands there.
    pub unknown_about: &'static str,
    /// All of so many do not know.
    pub unknown_all: WithCount,
    /// Most do not know: so many of so many.
    pub unknown_most: WithCounts,
    /// Heading.
    pub shared: &'static str,
    /// What stands there.
    pub shared_about: &'static str,
    /// An area or question: so many are under.
    pub shared_by: WithCount,
    /// Heading and title of the radar.
    pub outlines: &'static str,
    /// What it shows.
    pub outlines_about: &'static str,
    /// Which units.
    pub outlines_choose: fn(usize) -> String,
    /// Heading and caption.
    pub whole: &'static str,
    /// Rule.
    pub rule: &'static str,
    /// Rule in words.
    pub rule_equal: &'static str,
    /// Rule in words.
    pub rule_employees: &'static str,
    /// How the municipality is put together, after the rule.
    pub whole_about: &'static str,
    /// The mean over the areas.
    pub whole_mean: fn(&str, usize, usize) -> String,
    /// Who is left out for want of a number.
    pub without_employees: WithText,
    /// Column.
    pub column_whole: &'static str,
    /// Column.
    pub column_of_units: &'static str,
    /// Column.
    pub column_units_in: &'static str,
    /// Column.
    pub column_left: &'static str,
    /// Column.
    pub column_once: &'static str,
    /// Why a unit is not in it.
    pub left_no_value: &'static str,
    /// Why a unit is not in it.
    pub left_no_employees: &'static str,
    /// Why a unit is not in it.
    pub left_not_applicable: &'static str,
    /// So many more.
    pub and_more: WithCount,
    /// Disclosure and group of fields.
    pub settings: &'static str,
    /// Heading of the numbers.
    pub employees: &'static str,
    /// What they are for.
    pub employees_about: &'static str,
    /// Error.
    pub employees_wrong: &'static str,
    /// What a tag is called.
    pub tag_name: fn(Tag) -> &'static str,
}

/// In Swedish.
pub const SWEDISH: CompareWords = CompareWords {
    nothing: "Det finns inget att jämföra än",
    nothing_about: "Ingen har tillräckligt med svar i något område. Ett område får ett värde när minst två tredjedelar av frågorna är besvarade.",
    too_few: "Det behövs minst två att jämföra",
    too_few_about: "Inget område har värden från två. Nedan visas det som finns.",
    apart: |area| format!("Ni skiljer er mest i {area}"),
    together: "Ni ligger lika i alla områden",
    from_to: |low, low_unit, high, high_unit| {
        format!("Från {low} ({low_unit}) till {high} ({high_unit}).")
    },
    shared_first: |area, under, of| {
        format!("Det ni delar: {under} av {of} ligger under sitt mål i {area}.")
    },
    shared_none: "Inget område har flera som ligger under sitt mål.",
    talk_first: "Prata först om:",
    questions_of: |what| format!("Jämför: {what}"),
    begun: |begun, asked| format!("{begun} av {asked} har börjat svara"),
    no_round: "Den omgången finns inte här. Välj en omgång på sidan Omgång, eller läs in filen där den finns.",
    no_units: "Det finns ingen att jämföra än. Lägg till dem som ska svara under Inställningar, eller läs in deras svar.",
    filters: "Välj vad som visas",
    set: "Frågor",
    tag: "Handlar om",
    order: "Ordning",
    every_area: "Alla områden",
    every_tag: "Allt",
    order_gap: "Avstånd till mål",
    order_own: "Som i listan",
    order_about: "Störst avstånd till eget mål står först, räknat som medelvärde av områdena. Den som inte har något mål, eller inget värde, står sist. En låg nivå kan vara rätt.",
    heat_map: "Områden",
    heat_map_questions: "Frågor",
    heat_map_about: "Starkare färg betyder högre värde. ▼ är avståndet till eget mål, ✓ att målet är nått. 3 av 4 betyder att 3 av 4 frågor har en nivå.",
    heat_map_about_questions: "Starkare färg betyder högre nivå. Numren är frågornas, med varje svar och motivering nedan.",
    heat_map_keys: "Gå mellan rutorna med piltangenterna. Enter öppnar områdets frågor.",
    not_asked: "får inte frågan",
    unanswered: "obesvarad",
    units_in_short: |n| format!("{n} ingår"),
    whole_row: "sammanvägt",
    page_of: |page, pages| format!("Sida {page} av {pages}."),
    aggregate_of_all: |units| {
        format!("Raden för kommunen, spridning och ordning gäller alla {units}.")
    },
    page_before: "Föregående sida",
    page_next: "Nästa sida",
    save_csv: "Spara tabellen som CSV",
    csv_name: "jamforelse",
    column_basis: "underlag",
    column_gap: "avstånd till mål",
    target_reached: "målet är nått",
    column_remark: "Anmärkning",
    back: "Visa alla områden",
    agreed: "Ni är överens",
    some_spread: "Viss spridning",
    discuss: "Diskutera",
    two_answers: |span| match span {
        0 => "Två avstämda svar, på samma nivå".to_owned(),
        1 => "Två avstämda svar, en nivå isär".to_owned(),
        n => format!("Två avstämda svar, {n} nivåer isär"),
    },
    too_few_answers: |n| match n {
        0 => "Inga avstämda svar att jämföra".to_owned(),
        _ => "Bara ett avstämt svar, inget att jämföra med".to_owned(),
    },
    spread_more: |answers, span, consensus| {
        let consensus = consensus.map_or_else(
            || "Samsyn räknas först vid tre svar.".to_owned(),
            |c| format!("Samsyn {c}, där 1 är att alla svarar lika och 0 att hälften står längst ned och hälften högst upp (Tastle och Wierman 2007)."),
        );
        format!("{answers} svar. Spann: {span} nivåer mellan lägsta och högsta. {consensus}")
    },
    more: "Mer",
    between: "Mellan enheterna:",
    individuals: "Enskilda svar, alla enheter:",
    answered_once: |unit| format!("Frågan besvaras en gång, av {unit}."),
    units: "Enheter",
    answer: "Svar",
    reason: "Motivering",
    no_reason: "Ingen motivering",
    show_distribution: "Visa fördelningen",
    distribution_about: "Hur många enheter som står på varje nivå, och hur många som inte har någon.",
    divided: "Här skiljer ni er",
    divided_about: "Frågorna med minst samsyn mellan enheternas avstämda svar.",
    unknown: "Det ingen vet",
    unknown_about: "Frågor där alla eller de flesta som frågan gäller har svarat vet ej.",
    unknown_all: |n| match n {
        1 => "Den enda som frågan gäller vet inte".to_owned(),
        n => format!("Alla {n} svarade vet ej"),
    },
    unknown_most: |n, of| format!("{n} av {of} svarade vet ej"),
    shared: "Det ni delar",
    shared_about: "Områden och frågor där minst två ligger under sitt eget mål. Frågans nivå jämförs med områdets mål.",
    shared_by: |n| format!("{n} under sitt mål"),
    outlines: "Profiler ovanpå varandra",
    outlines_about: "Varje linje är en enhet. Siffrorna vid områdena står i samma ordning som linjerna.",
    outlines_choose: |most| format!("Välj högst {most}"),
    whole: "Kommunen som helhet",
    rule: "Så vägs enheterna samman",
    rule_equal: "Varje enhet väger lika",
    rule_employees: "Enheterna vägs efter antal anställda",
    whole_about: "Frågor till varje enhet vägs samman område för område. Det krävs värden från minst två tredjedelar av dem som området gäller. Frågor till kommunen räknas en gång, med sin del av områdets frågor. Ett område som en enhet har utsetts att svara för är den enhetens svar.",
    whole_mean: |mean, areas, of| {
        format!("Medel av områdena: {mean} ({areas} av {of} områden har ett värde).")
    },
    without_employees: |units| format!("Utan antal anställda, och därför inte med: {units}."),
    column_whole: "Kommunen",
    column_of_units: "Enheterna",
    column_units_in: "Ingår",
    column_left: "Ingår inte",
    column_once: "Besvaras en gång",
    left_no_value: "otillräckligt underlag",
    left_no_employees: "antal anställda saknas",
    left_not_applicable: "ej relevant",
    and_more: |n| format!("och {n} till"),
    settings: "Ändra hur enheterna vägs samman",
    employees: "Antal anställda",
    employees_about: "Används bara för att väga samman enheterna. Skickas inte med när någon lämnar in. Ändringar sparas när du lämnar fältet.",
    employees_wrong: "Skriv ett helt tal från 1 till 999 999. Det förra talet gäller.",
    tag_name: |tag| match tag {
        Tag::Leadership => "Ledning och mål",
        Tag::Responsibility => "Ansvar och roller",
        Tag::WaysOfWorking => "Arbetssätt",
        Tag::Citizens => "Invånare och företag",
        Tag::People => "Medarbetare och kompetens",
        Tag::Money => "Pengar och nytta",
        Tag::Supplier => "Leverantör och inköp",
        Tag::Together => "Samarbete och gemensamt",
        Tag::Technology => "Teknik",
        Tag::Security => "Säkerhet",
        Tag::FollowUp => "Uppföljning",
    },
};

/// In English.
pub const ENGLISH: CompareWords = CompareWords {
    nothing: "There is nothing to compare yet",
    nothing_about: "Nobody has enough answers in any area. An area has a value once at least two thirds of its questions are answered.",
    too_few: "It takes at least two to compare",
    too_few_about: "No area has values from two. What there is stands below.",
    apart: |area| format!("You differ most in {area}"),
    together: "You are level in every area",
    from_to: |low, low_unit, high, high_unit| {
        format!("From {low} ({low_unit}) to {high} ({high_unit}).")
    },
    shared_first: |area, under, of| {
        format!("What you share: {under} of {of} are under their target in {area}.")
    },
    shared_none: "In no area are several under their target.",
    talk_first: "Talk first about:",
    questions_of: |what| format!("Compare: {what}"),
    begun: |begun, asked| format!("{begun} of {asked} have begun to answer"),
    no_round: "That round is not here. Choose a round on the page Round, or read in the file that holds it.",
    no_units: "There is nobody to compare yet. Add those who are to answer under Settings, or read in their answers.",
    filters: "Choose what is shown",
    set: "Questions",
    tag: "About",
    order: "Order",
    every_area: "Every area",
    every_tag: "Everything",
    order_gap: "Gap to target",
    order_own: "As listed",
    order_about: "The largest gap to one's own target stands first, as the mean over the areas. Whoever has no target, or no value, stands last. A low level can be right.",
    heat_map: "Areas",
    heat_map_questions: "Questions",
    heat_map_about: "A stronger colour is a higher value. ▼ is the gap to one's own target, ✓ that it is reached. 3 of 4 means that 3 of 4 questions have a level.",
    heat_map_about_questions: "A stronger colour is a higher level. The numbers are those of the questions, with every answer and reason below.",
    heat_map_keys: "Walk between the cells with the arrow keys. Enter opens the questions of the area.",
    not_asked: "not asked",
    unanswered: "unanswered",
    units_in_short: |n| format!("{n} in it"),
    whole_row: "rolled up",
    page_of: |page, pages| format!("Page {page} of {pages}."),
    aggregate_of_all: |units| {
        format!("The municipality's row, spread and order are over all {units}.")
    },
    page_before: "Page before",
    page_next: "Next page",
    save_csv: "Save the table as CSV",
    csv_name: "comparison",
    column_basis: "basis",
    column_gap: "gap to target",
    target_reached: "target reached",
    column_remark: "Remark",
    back: "Show every area",
    agreed: "You agree",
    some_spread: "Some spread",
    discuss: "Discuss",
    two_answers: |span| match span {
        0 => "Two agreed answers, on the same level".to_owned(),
        1 => "Two agreed answers, one level apart".to_owned(),
        n => format!("Two agreed answers, {n} levels apart"),
    },
    too_few_answers: |n| match n {
        0 => "No agreed answers to compare".to_owned(),
        _ => "One agreed answer only, nothing to compare with".to_owned(),
    },
    spread_more: |answers, span, consensus| {
        let consensus = consensus.map_or_else(
            || "Agreement is counted from three answers on.".to_owned(),
            |c| format!("Agreement {c}, where 1 is that all answer alike and 0 that half stand at either end (Tastle and Wierman 2007)."),
        );
        format!(
            "{answers} answers. Span: {span} levels between the lowest and the highest. {consensus}"
        )
    },
    more: "More",
    between: "Between the units:",
    individuals: "Individual answers, all units:",
    answered_once: |unit| format!("The question is answered once, by {unit}."),
    units: "Units",
    answer: "Answer",
    reason: "Reason",
    no_reason: "No reason given",
    show_distribution: "Show the distribution",
    distribution_about: "How many units stand on each level, and how many have none.",
    divided: "Where you differ",
    divided_about: "The questions with the least agreement between the units' agreed answers.",
    unknown: "What nobody knows",
    unknown_about: "Questions to which all or most of those they concern said that they do not know.",
    unknown_all: |n| match n {
        1 => "The only one it concerns does not know".to_owned(),
        n => format!("All {n} do not know"),
    },
    unknown_most: |n, of| format!("{n} of {of} do not know"),
    shared: "What you share",
    shared_about: "Areas and questions in which at least two are under their own target. A question's level is held against the target of its area.",
    shared_by: |n| format!("{n} under their target"),
    outlines: "Profiles over each other",
    outlines_about: "Each line is a unit. The numbers at the areas stand in the order of the lines.",
    outlines_choose: |most| format!("Choose at most {most}"),
    whole: "The municipality as a whole",
    rule: "How the units are weighed",
    rule_equal: "Every unit counts the same",
    rule_employees: "Units are weighed by number of employees",
    whole_about: "Questions to every unit are rolled up area by area. It takes values from at least two thirds of those that the area concerns. Questions to the municipality count once, with their share of the area's questions. An area that a unit was named to answer for is that unit's answer.",
    whole_mean: |mean, areas, of| {
        format!("Mean of the areas: {mean} ({areas} of {of} areas have a value).")
    },
    without_employees: |units| format!("Without a number of employees, and so left out: {units}."),
    column_whole: "Municipality",
    column_of_units: "Units",
    column_units_in: "In it",
    column_left: "Not in it",
    column_once: "Answered once",
    left_no_value: "insufficient data",
    left_no_employees: "number of employees missing",
    left_not_applicable: "not applicable",
    and_more: |n| format!("and {n} more"),
    settings: "Change how the units are weighed",
    employees: "Number of employees",
    employees_about: "Used only to weigh the units. Not sent along when somebody hands in. Changes are saved when you leave the field.",
    employees_wrong: "Write a whole number from 1 to 999,999. The number before it stands.",
    tag_name: |tag| match tag {
        Tag::Leadership => "Leadership and goals",
        Tag::Responsibility => "Responsibility and roles",
        Tag::WaysOfWorking => "Ways of working",
        Tag::Citizens => "Residents and companies",
        Tag::People => "Staff and skills",
        Tag::Money => "Money and benefit",
        Tag::Supplier => "Supplier and procurement",
        Tag::Together => "Working together",
        Tag::Technology => "Technology",
        Tag::Security => "Security",
        Tag::FollowUp => "Follow-up",
    },
};
