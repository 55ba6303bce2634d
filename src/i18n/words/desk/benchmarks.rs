//! The words of *Jämförelsevärden*.

/// The words of *Jämförelsevärden*.
#[derive(Debug)]
pub struct BenchmarkWords {
    /// Title.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// Label of the choice of a set.
    pub which_set: &'static str,
    /// Heading: comparisons with oneself.
    pub own_first: &'static str,
    /// What one can compare with at once.
    pub own_first_about: &'static str,
    /// Link.
    pub to_units: &'static str,
    /// Link.
    pub to_rounds: &'static str,
    /// Heading.
    pub levels: &'static str,
    /// What the levels are.
    pub levels_about: &'static str,
    /// Level.
    pub lowest: &'static str,
    /// Level.
    pub good_practice: &'static str,
    /// Level.
    pub own_target: &'static str,
    /// Label.
    pub decider: &'static str,
    /// Label.
    pub decided_on: &'static str,
    /// Label of a level's value, with the ends of the scale.
    pub value_label: fn(u8, u8) -> String,
    /// No level of an area has been decided.
    pub nothing_decided: &'static str,
    /// A level is off the scale.
    pub off_scale: fn(u8, u8) -> String,
    /// Who decided a level, and when; either may be empty.
    pub decided_by: fn(&str, &str) -> String,
    /// Source of the levels.
    pub level_source: &'static str,
    /// Heading.
    pub register: &'static str,
    /// What the register is.
    pub register_about: &'static str,
    /// There is no value.
    pub register_empty: &'static str,
    /// An area and its value.
    pub entry: fn(&str, &str) -> String,
    /// Source, year, population.
    pub register_source: fn(&str, u16, &str) -> String,
    /// Of how many, by which method.
    pub n_of_register: fn(u32, &str) -> String,
    /// Who entered it, and the version of the questions.
    pub entered: fn(&str, &str) -> String,
    /// A value that does not stand on the scale.
    pub beside_scale: &'static str,
    /// The questions have changed since.
    pub meaning_changed: &'static str,
    /// Disclosure.
    pub add_value: &'static str,
    /// Heading of the form of an entry that is there.
    pub change_value: &'static str,
    /// Label.
    pub version: &'static str,
    /// Nothing chosen yet.
    pub choose: &'static str,
    /// Label.
    pub area: &'static str,
    /// Label.
    pub value: &'static str,
    /// Hint.
    pub value_hint: &'static str,
    /// Label.
    pub measure: &'static str,
    /// Choice.
    pub measure_set: &'static str,
    /// Choice.
    pub measure_other: &'static str,
    /// Label.
    pub measure_words: &'static str,
    /// Label.
    pub n: &'static str,
    /// Label.
    pub population: &'static str,
    /// Hint.
    pub population_hint: &'static str,
    /// Label.
    pub year: &'static str,
    /// Label.
    pub source: &'static str,
    /// Label.
    pub method: &'static str,
    /// Hint.
    pub method_hint: &'static str,
    /// Label.
    pub entered_by: &'static str,
    /// Button.
    pub keep_value: &'static str,
    /// Button.
    pub cancel: &'static str,
    /// Button, with what it is for.
    pub edit: crate::i18n::WithText,
    /// Button, with what it is for.
    pub remove: crate::i18n::WithText,
    /// Something was taken away.
    pub removed: &'static str,
    /// Button.
    pub put_back: &'static str,
    /// Before why something was not kept.
    pub not_kept: &'static str,
    /// What is missing.
    pub missing: crate::i18n::WithText,
    /// What is no number.
    pub not_a_number: crate::i18n::WithText,
    /// The year cannot be.
    pub wrong_year: &'static str,
    /// A value is off the scale.
    pub value_off_scale: fn(u8, u8) -> String,
    /// A version that is not here.
    pub unknown_version: crate::i18n::WithText,
    /// An area that does not exist.
    pub no_such_area: &'static str,
    /// Questions of an area mean something else.
    pub other_meaning: fn(usize) -> String,
    /// Heading.
    pub read: &'static str,
    /// What can be read in.
    pub read_about: &'static str,
    /// Button.
    pub read_file: &'static str,
    /// A file was taken in: whose, areas that can be compared, of how many.
    pub taken: fn(&str, usize, usize) -> String,
    /// A file was here already.
    pub taken_again: crate::i18n::WithText,
    /// A file, and why it was refused.
    pub refused_file: fn(&str, &str) -> String,
    /// Reason.
    pub why_unreadable: &'static str,
    /// Reason.
    pub why_not_json: &'static str,
    /// Reason.
    pub why_not_shared: &'static str,
    /// Reason.
    pub why_too_new: &'static str,
    /// Reason.
    pub why_no_source: &'static str,
    /// Reason.
    pub why_too_few: &'static str,
    /// Reason.
    pub why_damaged: &'static str,
    /// Reason.
    pub why_example: &'static str,
    /// Reason.
    pub why_into_example: &'static str,
    /// Reason.
    pub why_other_sets: &'static str,
    /// Reason.
    pub why_other_meaning: &'static str,
    /// Heading of the list of files.
    pub files: &'static str,
    /// Source of a named result, with its rule.
    pub result_source: fn(&str, &str, u16, crate::domain::RollUpRule) -> String,
    /// Of how many units, answered of relevant questions.
    pub n_of_result: fn(u32, u32, u32) -> String,
    /// Source of a benchmark.
    pub benchmark_source: fn(&str, &str, u16) -> String,
    /// Of how many units.
    pub n_units: fn(usize) -> String,
    /// Of how many units, and the mean of the targets of how many.
    pub n_with_targets: fn(usize, &str, usize) -> String,
    /// The value or lower.
    pub or_lower: crate::i18n::WithText,
    /// The value or higher.
    pub or_higher: crate::i18n::WithText,
    /// The quarter marks.
    pub between: fn(&str, &str) -> String,
    /// Heading.
    pub share: &'static str,
    /// What sharing does.
    pub share_about: &'static str,
    /// Tick, with the set.
    pub include_set: crate::i18n::WithText,
    /// Tick.
    pub include_security: &'static str,
    /// Caption of what leaves.
    pub leaves: &'static str,
    /// Whose, of which round, which year.
    pub leaves_head: fn(&str, &str, u16) -> String,
    /// The rule of the roll-up.
    pub rule: fn(crate::domain::RollUpRule) -> &'static str,
    /// The version and hash of a set that leave.
    pub leaves_version: fn(&str, &str) -> String,
    /// Column.
    pub units: &'static str,
    /// Column.
    pub coverage: &'static str,
    /// Button.
    pub save_result: &'static str,
    /// A file was made.
    pub made: crate::i18n::WithText,
    /// Why no file.
    pub not_locked: &'static str,
    /// Why no file.
    pub no_name: &'static str,
    /// Why no file.
    pub nothing_to_share: &'static str,
    /// Why no file.
    pub too_few: &'static str,
    /// Heading.
    pub benchmark: &'static str,
    /// What a benchmark file is.
    pub benchmark_about: &'static str,
    /// Label.
    pub benchmark_source_label: &'static str,
    /// Column.
    pub groups: &'static str,
    /// A group.
    pub group: fn(usize, &str) -> String,
    /// Column.
    pub targets: &'static str,
    /// Areas that are left out.
    pub too_few_in: crate::i18n::WithText,
    /// Button.
    pub save_benchmark: &'static str,
    /// An earlier file differs by a few units.
    pub warned: fn(&str, &str) -> String,
    /// So many units.
    pub n_units_differ: fn(usize) -> String,
    /// Button.
    pub anyway: &'static str,
    /// Heading.
    pub references: &'static str,
    /// What reference values are.
    pub references_about: &'static str,
    /// Population and year, source.
    pub reference_of: fn(&str, &str) -> String,
    /// Heading.
    pub assessments: &'static str,
    /// What they are.
    pub assessments_about: &'static str,
    /// Label.
    pub assessment_words: &'static str,
    /// Label.
    pub assessor: &'static str,
    /// Label.
    pub assessed_on: &'static str,
    /// Hint.
    pub assessed_hint: &'static str,
    /// By whom, when.
    pub assessed_by: fn(&str, &str) -> String,
    /// Disclosure.
    pub add_assessment: &'static str,
    /// Button.
    pub keep_assessment: &'static str,
    /// Heading in a result.
    pub compared: &'static str,
    /// Label of the choice.
    pub compare_with: &'static str,
    /// No comparison chosen.
    pub nothing_chosen: &'static str,
    /// There is nothing to compare with.
    pub nothing_to_compare: &'static str,
    /// Link.
    pub to_page: &'static str,
    /// The mark of one's own value.
    pub you_are_here: &'static str,
    /// The band of a benchmark.
    pub band: &'static str,
    /// The middle of a benchmark.
    pub middle: &'static str,
    /// Column: where one stands.
    pub place: &'static str,
    /// Below the band.
    pub place_below: &'static str,
    /// Within the band.
    pub place_within: &'static str,
    /// Above the band.
    pub place_above: &'static str,
    /// At the middle, where there is no band.
    pub place_at: &'static str,
    /// Column: of how many.
    pub rests_on: &'static str,
    /// Title of the bands, with the other side.
    pub bands_title: crate::i18n::WithText,
    /// What the bands show, for those who do not see them.
    pub bands_about: &'static str,
    /// Values of public sources, as DOMAIN.md §8 has them.
    pub reference_values: &'static [super::reference::ReferenceValue],
}

/// In Swedish.
pub const SWEDISH: BenchmarkWords = BenchmarkWords {
    title: "Jämförelsevärden",
    lead: "Här bestämmer ni vad ni vill mäta er mot, och här delar ni resultat med andra om ni vill. Inget lämnar webbläsaren förrän ni själva sparar en fil.",
    which_set: "Frågor",
    own_first: "Börja med er själva",
    own_first_about: "Två jämförelser finns redan utan att ni skriver in något: era egna enheter med varandra, och era egna omgångar över tiden.",
    to_units: "Jämför era enheter",
    to_rounds: "Se utvecklingen över tiden",
    levels: "Nivåer som ni själva bestämmer",
    levels_about: "Alla fält är frivilliga. Lägstanivån är den som ingen enhet ska ligga under. God praxis är vad ni anser vara bra. Egen målnivå är kommunens mål, samma som på sidan Mål.",
    lowest: "Beslutad lägstanivå",
    good_practice: "God praxis",
    own_target: "Egen målnivå",
    decider: "Beslutad av (roll)",
    decided_on: "Beslutsdatum",
    value_label: |from, to| format!("Värde ({from}–{to})"),
    nothing_decided: "inget bestämt",
    off_scale: |from, to| {
        format!(
            "Nivån finns inte på skalan. Skriv ett tal från {from} till {to}, med högst en decimal. Det som stod förut gäller fortfarande."
        )
    },
    decided_by: |who, when| match (who, when) {
        ("", "") => "beslut inte angivet".to_owned(),
        (who, "") => format!("beslutat av {who}"),
        ("", when) => format!("beslutat {when}"),
        (who, when) => format!("beslutat av {who} {when}"),
    },
    level_source: "Källa: kommunens egna beslut.",
    register: "Värden med källa",
    register_about: "Registret är tomt tills ni fyller det. Appen har inga rikssnitt att visa, för det finns inga på den här skalan. Varje värde måste ha källa, år och metod, och frågorna i området måste betyda detsamma som hos er.",
    register_empty: "Inga värden än.",
    entry: |area, value| format!("{area}: {value}"),
    register_source: |source, year, population| {
        format!("Källa: {source}, {year}. Avser: {population}.")
    },
    n_of_register: |n, method| format!("n = {n}. Metod: {method}."),
    entered: |who, version| format!("Infört av {who}. Frågornas version: {version}."),
    beside_scale: "Annat mått: visas bredvid skalan, aldrig på den.",
    meaning_changed: "Frågorna i området betyder något annat nu. Värdet finns kvar här men jämförs inte.",
    add_value: "Lägg till ett värde",
    change_value: "Ändra värdet",
    version: "Frågornas version i källan",
    choose: "Välj",
    area: "Område",
    value: "Värde",
    value_hint: "Högst en decimal, till exempel 2,7.",
    measure: "Mått",
    measure_set: "Samma skala som frågorna här",
    measure_other: "Ett annat mått",
    measure_words: "Vilket mått? (om det är ett annat)",
    n: "Antal som värdet bygger på (n)",
    population: "Vilka värdet avser",
    population_hint: "Till exempel: sju kommuner i ett samarbete.",
    year: "År",
    source: "Källa",
    method: "Metod",
    method_hint: "Till exempel: medelvärde av kommunernas områdesvärden.",
    entered_by: "Infört av (roll)",
    keep_value: "Spara värdet",
    cancel: "Avbryt",
    edit: |what| format!("Ändra {what}"),
    remove: |what| format!("Ta bort {what}"),
    removed: "Borttaget.",
    put_back: "Ta tillbaka",
    not_kept: "Inget har sparats.",
    missing: |what| format!("”{what}” saknas. Fyll i fältet och spara igen."),
    not_a_number: |what| format!("”{what}” ska vara ett tal. Ord blir inga siffror här."),
    wrong_year: "Skriv året med fyra siffror.",
    value_off_scale: |from, to| {
        format!(
            "Värdet finns inte på skalan, som går från {from} till {to}. Är det ett annat mått? Välj det, så visas värdet bredvid skalan."
        )
    },
    unknown_version: |version| {
        format!(
            "Version {version} av frågorna finns inte här, så det går inte att se om de betyder detsamma."
        )
    },
    no_such_area: "Området finns inte i den versionen av frågorna.",
    other_meaning: |n| {
        if n == 1 {
            "En av områdets frågor betyder inte detsamma som hos er, så värdena går inte att jämföra.".to_owned()
        } else {
            format!(
                "{n} av områdets frågor betyder inte detsamma som hos er, så värdena går inte att jämföra."
            )
        }
    },
    read: "Läs in vad andra delar",
    read_about: "Samarbetar ni med andra kommuner kan ni läsa in deras resultat med namn, eller en jämförelsefil över minst fem enheter. Filen blandas inte med era egna svar.",
    read_file: "Läs in en fil",
    taken: |whose, same, of| {
        format!(
            "{whose}: inläst. {same} av {of} områden har samma frågor som ni och går att jämföra."
        )
    },
    taken_again: |whose| format!("{whose}: filen fanns redan här."),
    refused_file: |name, why| format!("{name} lästes inte in. {why} Inget har ändrats."),
    why_unreadable: "Filen gick inte att öppna.",
    why_not_json: "Filen är skadad eller avkortad. Be avsändaren skicka den igen.",
    why_not_shared: "Det är ingen fil för jämförelse. Svar från era egna enheter läser ni in på sidan Omgång.",
    why_too_new: "Filen kommer från en nyare version av appen. Uppdatera sidan och försök igen.",
    why_no_source: "Filen säger inte vems värden det är.",
    why_too_few: "Filen säger något om färre än fem enheter, och det får en jämförelsefil inte göra.",
    why_damaged: "Något i filen saknas eller kan inte stämma. Be avsändaren skicka den igen.",
    why_example: "Den innehåller exemplets påhittade värden.",
    why_into_example: "Här är exemplet, där allt är påhittat. Läs in filen bland era egna svar.",
    why_other_sets: "Den handlar om frågor som inte finns här.",
    why_other_meaning: "I alla dess områden betyder frågorna något annat än hos er.",
    files: "Inlästa",
    result_source: |whose, round, year, rule| {
        let weight = match rule {
            crate::domain::RollUpRule::Equal => "med lika vikt",
            crate::domain::RollUpRule::Employees => "vägt efter antal anställda",
        };
        format!(
            "Källa: {whose}, {round} ({year}). Kommunens eget resultat, medel av dess enheter {weight}."
        )
    },
    n_of_result: |units, answered, relevant| match units {
        0 => format!("kommunens gemensamma svar, {answered} av {relevant} frågor"),
        1 => format!("1 enhet, {answered} av {relevant} frågor"),
        n => format!("{n} enheter, {answered} av {relevant} frågor"),
    },
    benchmark_source: |source, population, year| {
        format!(
            "Källa: {source}, {year}. Avser: {population}. Enheterna saknar namn i filen; mitten och kvartiler är uppskattade ur grupper om minst fem och avrundade till åttondelar av skalan."
        )
    },
    n_units: |n| format!("{n} enheter"),
    n_with_targets: |n, target, of| format!("{n} enheter; mål i medel {target} ({of} enheter)"),
    or_lower: |value| format!("{value} eller lägre"),
    or_higher: |value| format!("{value} eller högre"),
    between: |lower, upper| format!("{lower} till {upper}"),
    share: "Dela ert resultat med namn",
    share_about: "Filen visar var kommunen står, område för område, under ert eget namn. Enheternas namn och svar följer inte med. Bara en låst omgång kan delas.",
    include_set: |set| format!("Ta med {set}"),
    include_security: "Ta med informationssäkerhet (känsligt, så det är utelämnat från början)",
    leaves: "Det här lämnar er, och inget annat",
    leaves_head: |whose, round, year| format!("{whose}, {round}, {year}"),
    rule: |rule| match rule {
        crate::domain::RollUpRule::Equal => {
            "Regel: områdets värde är medelvärdet av enheternas, med lika vikt för varje enhet. Frågor som kommunen svarar på en gång räknas en gång. Det är den regel som ni har valt på sidan Jämför."
        }
        crate::domain::RollUpRule::Employees => {
            "Regel: områdets värde är medelvärdet av enheternas, vägt efter antal anställda. Frågor som kommunen svarar på en gång räknas en gång. Det är den regel som ni har valt på sidan Jämför."
        }
    },
    leaves_version: |version, hash| {
        format!(
            "Version {version} av frågorna, innehållets kontrollsumma {hash}, och för varje fråga i områdena ett märke för vad den betyder."
        )
    },
    units: "Enheter",
    coverage: "Svarstäckning",
    save_result: "Spara resultatfilen",
    made: |name| format!("Filen {name} är skapad. Den ligger bland det ni laddat ned."),
    not_locked: "Ingen omgång är låst än. Lås omgången på sidan Omgång när alla har lämnat in.",
    no_name: "Kommunen har inget namn här än. Skriv det på sidan Inställningar.",
    nothing_to_share: "Det finns inget att visa för det ni valt.",
    too_few: "Inget område har värden från minst fem enheter. En jämförelsefil får inte säga något om färre.",
    benchmark: "Jämförelsefil utan namn",
    benchmark_about: "För andra att jämföra sig med. Den säger hur minst fem enheter ligger, i grupper om minst fem, och aldrig vad en enskild enhet har. Därför är värdena avrundade till åttondelar av skalan, och det finns ingen fördelning under tio enheter.",
    benchmark_source_label: "Vem står bakom filen?",
    groups: "Grupper",
    group: |n, mean| format!("{n} enheter: {mean}"),
    targets: "Mål",
    too_few_in: |areas| format!("Utelämnat, för att färre än fem enheter har ett värde: {areas}."),
    save_benchmark: "Spara jämförelsefilen",
    warned: |areas, n| {
        format!(
            "Ni har redan gjort en jämförelsefil av samma omgång. I {areas} skiljer den sig med bara {n} från den nya. Den som har båda kan räkna ut något om dem. Dela helst bara den ena."
        )
    },
    n_units_differ: |n| {
        if n == 1 {
            "en enhet".to_owned()
        } else {
            format!("{n} enheter")
        }
    },
    anyway: "Spara filen ändå",
    references: "Referensvärden från offentliga källor",
    references_about: "De är mätta på annat sätt än här. De visas bredvid skalan och kan inte räknas om till en nivå.",
    reference_of: |population, source| format!("{population}. Källa: {source}."),
    assessments: "Externa bedömningar",
    assessments_about: "Har en konsult eller revisor bedömt er, skriv vad de sa med deras egna ord. Ord som ”medelnivå” förblir ord och blir aldrig en siffra.",
    assessment_words: "Vad sades?",
    assessor: "Vem bedömde?",
    assessed_on: "När?",
    assessed_hint: "En dag, eller bara ett år.",
    assessed_by: |who, when| format!("{who}, {when}"),
    add_assessment: "Lägg till en bedömning",
    keep_assessment: "Spara bedömningen",
    compared: "Jämfört med",
    compare_with: "Jämför med",
    nothing_chosen: "Ingen jämförelse",
    nothing_to_compare: "Det finns inget att jämföra med än. Bestäm egna nivåer eller läs in vad andra delar.",
    to_page: "Till jämförelsevärdena",
    you_are_here: "Ni är här",
    band: "Mellan kvartilerna",
    middle: "Mitten",
    place: "Läge",
    place_below: "under",
    place_within: "inom",
    place_above: "över",
    place_at: "på mitten",
    rests_on: "Underlag",
    bands_title: |other| format!("Ni och {other}"),
    bands_about: "För varje område var ni är, och var andra enheter ligger: mitten, och bandet mellan kvartilerna där underlaget räcker.",
    reference_values: &super::reference::SWEDISH,
};

/// In English.
pub const ENGLISH: BenchmarkWords = BenchmarkWords {
    title: "Comparison values",
    lead: "Here you decide what to measure yourselves against, and share results with others if you want to. Nothing leaves the browser until you save a file yourselves.",
    which_set: "Questions",
    own_first: "Begin with yourselves",
    own_first_about: "Two comparisons are there already, without entering anything: your own units with each other, and your own rounds over time.",
    to_units: "Compare your units",
    to_rounds: "See how things have changed",
    levels: "Levels that you decide",
    levels_about: "Every field is optional. The lowest level is the one that no unit should be below. Good practice is what you hold to be good. Own target is the municipality's target, the same as on the page Targets.",
    lowest: "Decided lowest level",
    good_practice: "Good practice",
    own_target: "Own target",
    decider: "Decided by (role)",
    decided_on: "Date of the decision",
    value_label: |from, to| format!("Value ({from}–{to})"),
    nothing_decided: "nothing decided",
    off_scale: |from, to| {
        format!(
            "There is no such level on the scale. Write a number from {from} to {to}, with one decimal at most. What stood here before still holds."
        )
    },
    decided_by: |who, when| match (who, when) {
        ("", "") => "decision not stated".to_owned(),
        (who, "") => format!("decided by {who}"),
        ("", when) => format!("decided {when}"),
        (who, when) => format!("decided by {who} {when}"),
    },
    level_source: "Source: the municipality's own decisions.",
    register: "Values with their source",
    register_about: "The register is empty until you fill it. The app has no national averages to show, as there are none on this scale. Each value needs its source, year and method, and the questions of the area have to mean the same as yours.",
    register_empty: "No values yet.",
    entry: |area, value| format!("{area}: {value}"),
    register_source: |source, year, population| {
        format!("Source: {source}, {year}. Of: {population}.")
    },
    n_of_register: |n, method| format!("n = {n}. Method: {method}."),
    entered: |who, version| format!("Entered by {who}. Version of the questions: {version}."),
    beside_scale: "Another measure: shown beside the scale, never on it.",
    meaning_changed: "The questions of the area mean something else now. The value stays here and is not compared.",
    add_value: "Add a value",
    change_value: "Change the value",
    version: "Version of the questions in the source",
    choose: "Choose",
    area: "Area",
    value: "Value",
    value_hint: "One decimal at most, such as 2.7.",
    measure: "Measure",
    measure_set: "The same scale as the questions here",
    measure_other: "Another measure",
    measure_words: "Which measure? (if another)",
    n: "How many the value rests on (n)",
    population: "Whom the value is of",
    population_hint: "For example: seven municipalities that work together.",
    year: "Year",
    source: "Source",
    method: "Method",
    method_hint: "For example: mean of the municipalities' values of the area.",
    entered_by: "Entered by (role)",
    keep_value: "Save the value",
    cancel: "Cancel",
    edit: |what| format!("Change {what}"),
    remove: |what| format!("Remove {what}"),
    removed: "Removed.",
    put_back: "Put back",
    not_kept: "Nothing has been saved.",
    missing: |what| format!("“{what}” is missing. Fill in the field and save again."),
    not_a_number: |what| format!("“{what}” has to be a number. Words do not become figures here."),
    wrong_year: "Write the year with four digits.",
    value_off_scale: |from, to| {
        format!(
            "The value is not on the scale, which goes from {from} to {to}. Is it another measure? Choose that, and the value is shown beside the scale."
        )
    },
    unknown_version: |version| {
        format!(
            "Version {version} of the questions is not here, so nobody can see whether they mean the same."
        )
    },
    no_such_area: "There is no such area in that version of the questions.",
    other_meaning: |n| {
        if n == 1 {
            "One of the questions of the area does not mean the same as yours, so the values cannot be compared.".to_owned()
        } else {
            format!(
                "{n} of the questions of the area do not mean the same as yours, so the values cannot be compared."
            )
        }
    },
    read: "Read in what others share",
    read_about: "If you work with other municipalities you can read in their results by name, or a benchmark file over five units or more. The file is not mixed with your own answers.",
    read_file: "Read a file",
    taken: |whose, same, of| {
        format!(
            "{whose}: read in. {same} of {of} areas have the same questions as you and can be compared."
        )
    },
    taken_again: |whose| format!("{whose}: the file was here already."),
    refused_file: |name, why| format!("{name} was not read in. {why} Nothing has been changed."),
    why_unreadable: "The file could not be opened.",
    why_not_json: "The file is damaged or cut off. Ask the sender for it again.",
    why_not_shared: "It is no file for comparison. Answers from your own units are read in on the page Round.",
    why_too_new: "The file comes from a newer version of the app. Update the page and try again.",
    why_no_source: "The file does not say whose values they are.",
    why_too_few: "The file says something of fewer than five units, which a benchmark file must not.",
    why_damaged: "Something in the file is missing or cannot be right. Ask the sender for it again.",
    why_example: "It holds the made-up values of the example.",
    why_into_example: "This is the example, where everything is made up. Read the file in among your own answers.",
    why_other_sets: "It is about questions that are not here.",
    why_other_meaning: "In all its areas the questions mean something else than yours.",
    files: "Read in",
    result_source: |whose, round, year, rule| {
        let weight = match rule {
            crate::domain::RollUpRule::Equal => "with equal weight",
            crate::domain::RollUpRule::Employees => "weighed by number of employees",
        };
        format!(
            "Source: {whose}, {round} ({year}). The municipality's own result, the mean of its units {weight}."
        )
    },
    n_of_result: |units, answered, relevant| match units {
        0 => format!("the municipality's one answer, {answered} of {relevant} questions"),
        1 => format!("1 unit, {answered} of {relevant} questions"),
        n => format!("{n} units, {answered} of {relevant} questions"),
    },
    benchmark_source: |source, population, year| {
        format!(
            "Source: {source}, {year}. Of: {population}. The units have no names in the file; middle and quartiles are estimated from groups of at least five and rounded to eighths of the scale."
        )
    },
    n_units: |n| format!("{n} units"),
    n_with_targets: |n, target, of| format!("{n} units; mean target {target} ({of} units)"),
    or_lower: |value| format!("{value} or lower"),
    or_higher: |value| format!("{value} or higher"),
    between: |lower, upper| format!("{lower} to {upper}"),
    share: "Share your result by name",
    share_about: "The file shows where the municipality stands, area by area, under your own name. Names and answers of units do not come along. Only a locked round can be shared.",
    include_set: |set| format!("Include {set}"),
    include_security: "Include information security (sensitive, so it is left out at first)",
    leaves: "This leaves, and nothing else",
    leaves_head: |whose, round, year| format!("{whose}, {round}, {year}"),
    rule: |rule| match rule {
        crate::domain::RollUpRule::Equal => {
            "Rule: the value of an area is the mean of its units, each with the same weight. Questions that the municipality answers once count once. It is the rule that you have chosen on the page Compare."
        }
        crate::domain::RollUpRule::Employees => {
            "Rule: the value of an area is the mean of its units, weighed by number of employees. Questions that the municipality answers once count once. It is the rule that you have chosen on the page Compare."
        }
    },
    leaves_version: |version, hash| {
        format!(
            "Version {version} of the questions, the check sum {hash} of their content, and for each question of the areas a mark of what it means."
        )
    },
    units: "Units",
    coverage: "Coverage",
    save_result: "Save the result file",
    made: |name| format!("The file {name} has been made. It is among your downloads."),
    not_locked: "No round is locked yet. Lock the round on the page Round when everyone has handed in.",
    no_name: "The municipality has no name here yet. Write it on the page Settings.",
    nothing_to_share: "There is nothing to show of what you have chosen.",
    too_few: "No area has values of five units or more. A benchmark file must not say anything of fewer.",
    benchmark: "Benchmark file without names",
    benchmark_about: "For others to compare themselves with. It says where five units or more stand, in groups of at least five, and never what a single unit has. So values are rounded to eighths of the scale, and there is no distribution below ten units.",
    benchmark_source_label: "Who is behind the file?",
    groups: "Groups",
    group: |n, mean| format!("{n} units: {mean}"),
    targets: "Targets",
    too_few_in: |areas| format!("Left out, as fewer than five units have a value: {areas}."),
    save_benchmark: "Save the benchmark file",
    warned: |areas, n| {
        format!(
            "You have made a benchmark file of the same round before. In {areas} it differs by only {n} from the new one. Who has both can work out something about those. Better share only one of them."
        )
    },
    n_units_differ: |n| {
        if n == 1 {
            "one unit".to_owned()
        } else {
            format!("{n} units")
        }
    },
    anyway: "Save the file anyway",
    references: "Reference values from public sources",
    references_about: "They were measured in another way than here. They are shown beside the scale and cannot be turned into a level.",
    reference_of: |population, source| format!("{population}. Source: {source}."),
    assessments: "Assessments from outside",
    assessments_about: "If a consultant or an auditor has assessed you, write what they said in their own words. Words such as “average level” stay words and never become a figure.",
    assessment_words: "What was said?",
    assessor: "Who assessed?",
    assessed_on: "When?",
    assessed_hint: "A day, or only a year.",
    assessed_by: |who, when| format!("{who}, {when}"),
    add_assessment: "Add an assessment",
    keep_assessment: "Save the assessment",
    compared: "Compared with",
    compare_with: "Compare with",
    nothing_chosen: "No comparison",
    nothing_to_compare: "There is nothing to compare with yet. Decide levels of your own or read in what others share.",
    to_page: "To the comparison values",
    you_are_here: "You are here",
    band: "Between the quartiles",
    middle: "Middle",
    place: "Standing",
    place_below: "below",
    place_within: "within",
    place_above: "above",
    place_at: "at the middle",
    rests_on: "Rests on",
    bands_title: |other| format!("You and {other}"),
    bands_about: "For each area where you are, and where other units are: the middle, and the band between the quartiles where there is enough to tell.",
    reference_values: &super::reference::ENGLISH,
};
