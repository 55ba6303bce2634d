//! The words of the workshop.

use crate::i18n::WithText;

/// The words of the workshop.
#[derive(Debug)]
pub struct WorkshopWords {
    /// Title of its pages.
    pub title: &'static str,
    /// Title with the unit.
    pub title_of: WithText,
    /// What it is for.
    pub lead: &'static str,
    /// Which unit's workshop.
    pub choose: &'static str,
    /// Heading: the questions.
    pub questions: &'static str,
    /// How they are chosen.
    pub questions_about: &'static str,
    /// So many of so many that the unit is asked.
    pub so_many: fn(usize) -> String,
    /// All of them.
    pub all: fn(usize) -> String,
    /// Button.
    pub begin: &'static str,
    /// Button, where there is a choice already.
    pub choose_again: &'static str,
    /// What choosing again leaves as it is.
    pub choose_again_about: &'static str,
    /// Link to the question that is next.
    pub go_on: &'static str,
    /// How far: done, parked, of.
    pub far: fn(usize, usize, usize) -> String,
    /// Nothing is asked of the unit in the set.
    pub nothing: &'static str,
    /// Heading: who takes part.
    pub people: &'static str,
    /// Roles, no names.
    pub people_about: &'static str,
    /// Label.
    pub role: &'static str,
    /// Button.
    pub add: &'static str,
    /// Button: not after all.
    pub leave: &'static str,
    /// Legend of what somebody knows about.
    pub brings: WithText,
    /// The six fields, as the strategy words them.
    pub knowledge: [&'static str; 6],
    /// All six are there.
    pub all_there: &'static str,
    /// Which are missing.
    pub missing: WithText,
    /// Heading: answers from phones and files.
    pub phones: &'static str,
    /// What about them.
    pub phones_about: &'static str,
    /// Link.
    pub read_codes: &'static str,
    /// Link.
    pub read_files: &'static str,
    /// Question so and so of so many.
    pub place: fn(usize, usize) -> String,
    /// The first step.
    pub think: &'static str,
    /// So many individual answers are there; they are hidden until the reveal.
    pub already: fn(u64) -> String,
    /// Button.
    pub fingers: &'static str,
    /// Button.
    pub send_round: &'static str,
    /// Button: the individual answers are enough.
    pub show_at_once: &'static str,
    /// How to count.
    pub count_about: &'static str,
    /// The same where digit keys are on.
    pub count_keys: &'static str,
    /// So many individual answers are in the count.
    pub in_count: fn(u64) -> String,
    /// So many are counted.
    pub counted: fn(u64) -> String,
    /// Button: one more at an answer, with how many there are.
    pub one_more: fn(&str, u32) -> String,
    /// Button: one fewer.
    pub one_fewer: fn(&str, u32) -> String,
    /// Button.
    pub from_zero: &'static str,
    /// Button.
    pub show: &'static str,
    /// A person is to answer, hidden: which.
    pub your_turn: fn(u64) -> String,
    /// What is hidden.
    pub round_about: &'static str,
    /// After an answer.
    pub thanks: &'static str,
    /// So many have answered.
    pub have_answered: fn(u64) -> String,
    /// Button of the next who has got the device.
    pub i_have_it: &'static str,
    /// Title of the picture.
    pub distribution: &'static str,
    /// *Ni är överens*.
    pub agreed: &'static str,
    /// *Viss spridning*.
    pub some: &'static str,
    /// *Diskutera*.
    pub discuss: &'static str,
    /// Too few answers for words: none, one, two.
    pub few: [&'static str; 3],
    /// From the lowest to the highest level.
    pub from_to: fn(u8, u8) -> String,
    /// Everybody at one level.
    pub all_at: fn(u8) -> String,
    /// Summary of what says it more exactly.
    pub more: &'static str,
    /// Head of the counts in picture and table.
    pub answers: &'static str,
    /// The coefficient, behind *Mer*.
    pub consensus: WithText,
    /// So many did not know.
    pub did_not_know: fn(u32) -> String,
    /// So many individual answers came after the count.
    pub late: fn(u32) -> String,
    /// So many individual answers are *ej relevant*.
    pub not_applicable: fn(u32) -> String,
    /// Legend.
    pub agree_on: &'static str,
    /// Nothing agreed.
    pub not_yet: &'static str,
    /// Label.
    pub reason: &'static str,
    /// Label.
    pub note: &'static str,
    /// Button.
    pub count_again: &'static str,
    /// Button.
    pub next: &'static str,
    /// Button, after the last question.
    pub finish: &'static str,
    /// Button.
    pub park: &'static str,
    /// Another question is under way.
    pub under_way: &'static str,
    /// This question was left already.
    pub was_left: &'static str,
    /// Button.
    pub take_up: &'static str,
    /// The question is none of those chosen.
    pub not_chosen: &'static str,
    /// Button.
    pub undo: &'static str,
    /// Button.
    pub full_screen: &'static str,
    /// Disclosure.
    pub clock: &'static str,
    /// Button, with minutes.
    pub minutes: fn(u32) -> String,
    /// Button.
    pub stop_clock: &'static str,
    /// The time is up.
    pub time_up: &'static str,
    /// Link to the set-up.
    pub pause: &'static str,
    /// Title of the end, with the unit.
    pub end: WithText,
    /// Heading.
    pub agreed_on: &'static str,
    /// Nothing was.
    pub agreed_on_none: &'static str,
    /// No reason was written.
    pub no_reason: &'static str,
    /// Heading.
    pub without: &'static str,
    /// Heading.
    pub parked: &'static str,
    /// Nothing is.
    pub parked_none: &'static str,
    /// So many are left.
    pub left: fn(usize) -> String,
    /// Before a note.
    pub noted: &'static str,
    /// Heading.
    pub then: &'static str,
    /// What comes then.
    pub then_about: &'static str,
    /// Link.
    pub to_targets: &'static str,
    /// Link.
    pub to_result: &'static str,
    /// Question states in the list of the set-up: to come, under way, done, parked.
    pub states: [&'static str; 4],
    /// Summary of the list.
    pub list: &'static str,
}

/// In Swedish.
pub const SWEDISH: WorkshopWords = WorkshopWords {
    title: "Workshop",
    title_of: |unit| format!("Workshop, {unit}"),
    lead: "En fråga i taget på duken: tänk själva, visa svaren samtidigt, prata om skillnaderna och bestäm ett gemensamt svar. Ni kan sluta mitt i och fortsätta en annan dag.",
    choose: "Workshop för",
    questions: "Frågor",
    questions_about: "De frågor där de enskilda svaren skiljer sig mest kommer först. Frågor som ingen har svarat på själv kommer sist.",
    so_many: |n| format!("De {n} mest delade"),
    all: |n| format!("Alla {n}"),
    begin: "Börja",
    choose_again: "Välj om frågorna",
    choose_again_about: "Det ni redan har räknat, kommit överens om eller parkerat står kvar.",
    go_on: "Fortsätt",
    far: |done, parked, of| match parked {
        0 => format!("{done} av {of} klara."),
        _ => format!("{done} av {of} klara, {parked} parkerade."),
    },
    nothing: "Här finns inga frågor för den här enheten i omgången. Välj en annan enhet eller andra frågor.",
    people: "Vilka är med?",
    people_about: "Skriv roller, inga namn. Kryssa för vad var och en kan. E-rådet ska tillsammans ha bred kunskap inom sex områden.",
    role: "Roll",
    add: "Lägg till",
    leave: "Ta bort",
    brings: |role| format!("{role} kan"),
    knowledge: [
        "Kommunikation",
        "Demokrati",
        "Ledning och styrning",
        "Kvalitetsarbete",
        "Verksamhetsutveckling",
        "Näringslivsfrågor",
    ],
    all_there: "Alla sex kunskapsområden finns i rummet.",
    missing: |fields| {
        format!("Finns inte i rummet: {fields}. Ni kan börja ändå och fråga någon efteråt.")
    },
    phones: "Svar som deltagarna redan har",
    phones_about: "Den som har svarat i sin egen telefon kan visa svaren som en kod eller lämna dem som fil. Ta in dem innan ni börjar räkna.",
    read_codes: "Läs koder med kameran",
    read_files: "Läs in filer",
    place: |n, of| format!("Fråga {n} av {of}"),
    think: "Tänk själva. Välj den nivå som stämmer i dag, och visa inget än.",
    already: |n| match n {
        0 => String::new(),
        1 => "1 enskilt svar finns redan. Det visas först när alla har svarat.".to_owned(),
        _ => format!("{n} enskilda svar finns redan. De visas först när alla har svarat."),
    },
    fingers: "Visa fingrar",
    send_round: "Skicka runt enheten",
    show_at_once: "Visa svaren",
    count_about: "Visa fingrar eller kort samtidigt, knuten näve för vet ej. Räkna hur många som visar varje nivå.",
    count_keys: "Siffertangenterna räknar upp, 0 är vet ej. Skift och siffra räknar ner.",
    in_count: |n| match n {
        0 => String::new(),
        1 => "1 enskilt svar är med från början. Låt bara de andra visa, eller räkna från noll."
            .to_owned(),
        _ => format!(
            "{n} enskilda svar är med från början. Låt bara de andra visa, eller räkna från noll."
        ),
    },
    counted: |n| match n {
        1 => "1 svar räknat".to_owned(),
        _ => format!("{n} svar räknade"),
    },
    one_more: |answer, n| format!("En till på {answer}, nu {n}"),
    one_fewer: |answer, n| format!("En färre på {answer}, nu {n}"),
    from_zero: "Räkna från noll",
    show: "Visa",
    your_turn: |n| format!("Person {n}: välj ditt svar"),
    round_about: "Ingen ser vad du väljer. Svaren visas först när alla har svarat.",
    thanks: "Tack, lämna vidare",
    have_answered: |n| match n {
        1 => "1 har svarat.".to_owned(),
        _ => format!("{n} har svarat."),
    },
    i_have_it: "Jag har fått enheten",
    distribution: "Så svarade ni",
    agreed: "Ni är överens",
    some: "Viss spridning",
    discuss: "Diskutera",
    few: ["Inga svar än", "Ett svar", "Två svar"],
    from_to: |low, high| format!("Svaren går från nivå {low} till nivå {high}."),
    all_at: |level| format!("Alla valde nivå {level}."),
    more: "Mer om spridningen",
    answers: "Svar",
    consensus: |value| {
        format!(
            "Samsyn {value} av 1 enligt Tastle och Wierman (2007). 1 betyder att alla valde samma nivå, 0 att hälften valde den lägsta och hälften den högsta."
        )
    },
    did_not_know: |n| match n {
        1 => "1 vet ej.".to_owned(),
        _ => format!("{n} vet ej."),
    },
    late: |n| {
        match n {
        1 => "1 enskilt svar kom efter att ni började räkna. Det är inte medräknat, så att ingen räknas två gånger.".to_owned(),
        _ => format!(
            "{n} enskilda svar kom efter att ni började räkna. De är inte medräknade, så att ingen räknas två gånger."
        ),
    }
    },
    not_applicable: |n| match n {
        1 => "1 har svarat ej relevant.".to_owned(),
        _ => format!("{n} har svarat ej relevant."),
    },
    agree_on: "Vad är ert gemensamma svar?",
    not_yet: "Inget gemensamt svar än. Ni kan gå vidare ändå.",
    reason: "Varför? Vad bygger ni det på?",
    note: "Anteckning",
    count_again: "Räkna om",
    next: "Nästa: mest delade",
    finish: "Avsluta",
    park: "Parkera",
    under_way: "Ni har en annan fråga på gång.",
    was_left: "Den här frågan har ni lämnat. Svar och räkning står kvar.",
    take_up: "Ta upp igen",
    not_chosen: "Frågan är inte vald för den här workshoppen.",
    undo: "Ångra",
    full_screen: "Helskärm",
    clock: "Tidtagning",
    minutes: |n| format!("{n} min"),
    stop_clock: "Stoppa",
    time_up: "Tiden är ute",
    pause: "Paus",
    end: |unit| format!("Det här kom ni fram till, {unit}"),
    agreed_on: "Ni är överens om",
    agreed_on_none: "Inget gemensamt svar har skrivits än.",
    no_reason: "Ingen motivering skriven.",
    without: "Diskuterat utan gemensamt svar",
    parked: "Parkerat",
    parked_none: "Inget är parkerat.",
    left: |n| match n {
        1 => "1 fråga återstår.".to_owned(),
        _ => format!("{n} frågor återstår."),
    },
    noted: "Anteckning:",
    then: "Nästa steg",
    then_about: "Bestäm mål och betydelse för områdena, och välj några få att arbeta med. De gemensamma svaren räknas nu i resultatet. De enskilda står kvar som de var.",
    to_targets: "Sätt mål",
    to_result: "Se resultatet",
    states: ["Kommer", "På gång", "Klar", "Parkerad"],
    list: "Visa frågorna",
};

/// In English.
pub const ENGLISH: WorkshopWords = WorkshopWords {
    title: "Workshop",
    title_of: |unit| format!("Workshop, {unit}"),
    lead: "One question at a time on the screen: think for yourselves, show your answers at the same moment, talk about the differences and settle on one answer together. You can stop half-way and go on another day.",
    choose: "Workshop for",
    questions: "Questions",
    questions_about: "Questions whose individual answers differ most come first. Those that nobody has answered alone come last.",
    so_many: |n| format!("The {n} most divided"),
    all: |n| format!("All {n}"),
    begin: "Begin",
    choose_again: "Choose the questions again",
    choose_again_about: "What you have counted, agreed on or parked stays.",
    go_on: "Go on",
    far: |done, parked, of| match parked {
        0 => format!("{done} of {of} done."),
        _ => format!("{done} of {of} done, {parked} parked."),
    },
    nothing: "There are no questions for this unit in the round. Choose another unit or other questions.",
    people: "Who is here?",
    people_about: "Write roles, no names. Tick what each of you knows about. Together the e-council is to have broad knowledge in six fields.",
    role: "Role",
    add: "Add",
    leave: "Remove",
    brings: |role| format!("{role} knows about"),
    knowledge: [
        "Communication",
        "Democracy",
        "Leadership and governance",
        "Quality work",
        "Development of operations",
        "Business matters",
    ],
    all_there: "All six fields of knowledge are in the room.",
    missing: |fields| {
        format!(
            "Not in the room: {fields}. You can begin all the same and ask somebody afterwards."
        )
    },
    phones: "Answers that participants already have",
    phones_about: "Whoever has answered on a phone of their own can show the answers as a code or hand them over as a file. Take them in before you begin to count.",
    read_codes: "Read codes with the camera",
    read_files: "Read files in",
    place: |n, of| format!("Question {n} of {of}"),
    think: "Think for yourselves. Choose the level that is true today, and show nothing yet.",
    already: |n| match n {
        0 => String::new(),
        1 => "1 individual answer is here already. It is shown when everybody has answered."
            .to_owned(),
        _ => format!(
            "{n} individual answers are here already. They are shown when everybody has answered."
        ),
    },
    fingers: "Show fingers",
    send_round: "Pass the device round",
    show_at_once: "Show the answers",
    count_about: "Show fingers or cards at the same moment, a fist for don't know. Count how many show each level.",
    count_keys: "The digit keys count up, 0 is don't know. Shift and a digit count down.",
    in_count: |n| {
        match n {
        0 => String::new(),
        1 => "1 individual answer is in the count from the beginning. Let only the others show, or count from zero.".to_owned(),
        _ => format!(
            "{n} individual answers are in the count from the beginning. Let only the others show, or count from zero."
        ),
    }
    },
    counted: |n| match n {
        1 => "1 answer counted".to_owned(),
        _ => format!("{n} answers counted"),
    },
    one_more: |answer, n| format!("One more at {answer}, now {n}"),
    one_fewer: |answer, n| format!("One fewer at {answer}, now {n}"),
    from_zero: "Count from zero",
    show: "Show",
    your_turn: |n| format!("Person {n}: choose your answer"),
    round_about: "Nobody sees what you choose. Answers are shown when everybody has answered.",
    thanks: "Thank you, pass it on",
    have_answered: |n| match n {
        1 => "1 has answered.".to_owned(),
        _ => format!("{n} have answered."),
    },
    i_have_it: "I have got the device",
    distribution: "How you answered",
    agreed: "You agree",
    some: "Some spread",
    discuss: "Discuss",
    few: ["No answers yet", "One answer", "Two answers"],
    from_to: |low, high| format!("The answers go from level {low} to level {high}."),
    all_at: |level| format!("Everybody chose level {level}."),
    more: "More about the spread",
    answers: "Answers",
    consensus: |value| {
        format!(
            "Consensus {value} of 1 after Tastle and Wierman (2007). 1 means that everybody chose the same level, 0 that half chose the lowest and half the highest."
        )
    },
    did_not_know: |n| match n {
        1 => "1 does not know.".to_owned(),
        _ => format!("{n} do not know."),
    },
    late: |n| {
        match n {
        1 => "1 individual answer came after you began to count. It is not counted, so that nobody is counted twice.".to_owned(),
        _ => format!(
            "{n} individual answers came after you began to count. They are not counted, so that nobody is counted twice."
        ),
    }
    },
    not_applicable: |n| match n {
        1 => "1 has answered not relevant.".to_owned(),
        _ => format!("{n} have answered not relevant."),
    },
    agree_on: "What is your answer together?",
    not_yet: "No answer together yet. You can go on all the same.",
    reason: "Why? What do you base it on?",
    note: "Note",
    count_again: "Count again",
    next: "Next: most divided",
    finish: "Finish",
    park: "Park",
    under_way: "Another question is under way.",
    was_left: "You have left this question. Its answer and count are kept.",
    take_up: "Take it up again",
    not_chosen: "The question has not been chosen for this workshop.",
    undo: "Undo",
    full_screen: "Full screen",
    clock: "Timer",
    minutes: |n| format!("{n} min"),
    stop_clock: "Stop",
    time_up: "The time is up",
    pause: "Pause",
    end: |unit| format!("What you arrived at, {unit}"),
    agreed_on: "You agree on",
    agreed_on_none: "No answer together has been written yet.",
    no_reason: "No reason written.",
    without: "Talked about without an answer together",
    parked: "Parked",
    parked_none: "Nothing is parked.",
    left: |n| match n {
        1 => "1 question is left.".to_owned(),
        _ => format!("{n} questions are left."),
    },
    noted: "Note:",
    then: "Next step",
    then_about: "Set targets and importance for the areas, and choose a few to work on. Your answers together now count in the result. The individual ones are as they were.",
    to_targets: "Set targets",
    to_result: "See the result",
    states: ["To come", "Under way", "Done", "Parked"],
    list: "Show the questions",
};
