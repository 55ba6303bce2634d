//! Svenska.

use super::Words;

/// The words in Swedish.
pub static SWEDISH: Words = Words {
    this_language: "På svenska",
    unit_word: "förvaltning",
    the_municipality: "Kommunen",
    unnamed: "Utan namn",
    round_of_year: |year| format!("Omgång {year}"),

    menu: "Huvudmeny",
    answer: "Besvara",
    result: "Resultat",
    round: "Omgång",
    targets: "Mål",
    gallery: "Galleri",
    settings: "Inställningar",
    data: "Filer och lagring",
    about: "Om Mognad",
    more_pages: "Fler sidor",
    to_content: "Till innehållet",

    state_saving: "Sparar …",
    state_saved: |clock| format!("Sparat i den här webbläsaren {clock}"),
    state_temporarily: "Sparat tillfälligt",
    state_only_here: "Bara i den här fliken",
    state_refused: "Senaste ändringen är inte sparad",
    trouble_blocked: "Webbläsaren tillåter inte att svaren sparas varaktigt, till exempel för att fönstret är privat eller lagring är avstängd.",
    trouble_held: "En annan flik håller en äldre version av lagringen öppen. Stäng den fliken och försök igen.",
    trouble_no_answer: "Webbläsarens lagring svarar inte. Ladda om sidan, eller starta om webbläsaren.",
    trouble_full: "Webbläsarens lagring är full, så den senaste ändringen kunde inte sparas.",
    trouble_deleted: "Webbläsarens lagring rensades medan sidan var öppen.",
    trouble_newer: "En nyare version av Mognad är öppen i en annan flik. Ladda om den här sidan.",
    trouble_other: "Den senaste ändringen kunde inte sparas i webbläsaren.",
    safe_temporarily: "Svaren ligger tillfälligt i webbläsaren. Spara dem som fil innan ni stänger.",
    safe_only_here: "Svaren finns kvar så länge fliken är öppen. Spara dem som fil innan ni stänger.",
    save_answers_as_file: "Spara svaren som fil",
    try_again: "Försök spara igen",

    start_heading: "Var står ni med IT?",
    start_lead: "Er förvaltning svarar på frågor med tydliga nivåer och får ett ärligt resultat direkt. Svaren stannar i den här webbläsaren.",
    door_answer: "Svara för er förvaltning",
    door_answer_about: "Själv eller tillsammans. Ni kan avbryta när som helst och fortsätta där ni slutade.",
    door_continue: "Fortsätt svara",
    door_file: "Läs in en fil",
    door_file_about: "Fortsätt från en säkerhetskopia, eller ta emot svar från en kollega i samma kommun.",
    door_lead: "Led arbetet i kommunen",
    door_lead_about: "För den som samordnar: vem som svarar på vad, hur långt alla har kommit, mål och prioritering.",
    door_example: "Se ett exempel",
    door_example_about: "En påhittad kommun med fem förvaltningar. Era egna svar rörs inte.",
    made_up: "Påhittade exempelvärden",
    example_banner: "En kommun som inte finns. Era egna svar är orörda.",
    leave_example: "Lämna exemplet",
    start_progress: |unit, done, asked| format!("{unit}: {done} av {asked} frågor klara"),
    start_facts: [
        (
            "Ingenting skickas",
            "Appen har ingen server. Svaren lämnar webbläsaren först när ni själva sparar dem som fil.",
        ),
        (
            "Fungerar utan nätverk",
            "Efter första besöket går det lika bra i ett rum utan uppkoppling.",
        ),
        (
            "Ärliga siffror",
            "Ni ser alltid hur många frågor ett värde bygger på, och vad ni inte vet.",
        ),
    ],

    begin_heading: "Innan ni börjar",
    begin_what: "Vad ska ni svara på?",
    begin_nothing: "Här finns inga frågor för er: andra är utsedda att svara.",
    begin_which: |word| format!("Vilken {word} svarar ni för?"),
    begin_new: |word| format!("En ny {word}"),
    begin_name: |word| format!("Namn på er {word}"),
    begin_name_hint: "Till exempel Socialförvaltningen",
    begin_municipality: |name| {
        format!("{name} som helhet (frågorna som besvaras en gång för hela kommunen)")
    },
    begin_who: "Svarar du själv, eller svarar ni tillsammans?",
    begin_together: "Vi svarar tillsammans",
    begin_together_about: "Gruppen enas om ett svar på varje fråga.",
    begin_alone: "Jag svarar själv",
    begin_alone_about: "Ditt svar hålls isär från de andras tills ni har enats.",
    begin_role: "Din roll",
    begin_role_hint: "Till exempel enhetschef. Skriv rollen, inte ditt namn.",
    begin_go: "Börja svara",
    begin_estimate: |questions, minutes| {
        format!("{questions} frågor, ungefär {minutes} minuter. Allt sparas medan ni svarar.")
    },
    begin_needs_unit: "Välj vem ni svarar för.",
    begin_needs_name: "Skriv ett namn, så att svaren går att känna igen.",
    begin_needs_role: "Skriv din roll, så att svaret går att skilja från andras.",
    begin_needs_who: "Välj om du svarar själv eller om ni svarar tillsammans.",
    begin_errors: "Något saknas innan ni kan börja",

    question_of: |n, m| format!("fråga {n} av {m}"),
    n_of_m: |n, m| format!("{n} av {m}"),
    minutes_left: |minutes| format!("ungefär {minutes} minuter kvar"),
    all_done: "Alla frågor är klara",
    areas: "Områden",
    not_asked: "besvaras av en annan enhet",
    nothing_asked: "Inga frågor väntar på er här",
    nothing_asked_short: "Inga frågor",
    voluntary: "frivilligt",
    questions: |n| match n {
        1 => "1 fråga".to_owned(),
        n => format!("{n} frågor"),
    },
    answering_together: "Ni svarar tillsammans.",
    answering_as: |role| format!("Du svarar själv som {role}."),
    change: "Ändra",
    dont_know: "Vet ej",
    not_applicable: "Ej relevant för oss",
    not_our_area: "Inte vårt område",
    mark_not_our_area: |area| format!("Inte vårt område: hoppa över hela {area}"),
    marked_not_our_area: |area| format!("{area} är markerat som inte vårt område."),
    undo: "Ångra",
    clear: "Ta bort svaret",
    cleared: "Svaret är borttaget.",
    unit_hidden: "Dold. Svaren finns kvar.",
    why_label: "Varför? Vad bygger ni det på?",
    optional: "(frivilligt)",
    reason_label: "Varför är frågan inte relevant för er?",
    reason_hint: "En kort mening räcker. Utan skäl räknas frågan som obesvarad.",
    reason_missing: "Skriv ett kort skäl.",
    more: "Om frågan, underlag och osäkerhet",
    why_asked: "Varför vi frågar:",
    evidence_label: "Underlag: var finns det?",
    unsure: "Vi är osäkra på svaret",
    next_question: "Nästa fråga",
    next_open: "Nästa obesvarade",
    see_result: "Se resultatet",
    previous: "Tillbaka",
    digit_hint: |top| format!("Tangent 1–{top} väljer nivå"),
    two_answers: |other| {
        format!("Två olika svar: här visas det senaste, det andra är {other}. Välj det som gäller.")
    },
    level_named: |level, name| format!("nivå {level}, {name}"),
    set_loading: "Hämtar frågorna …",
    set_unreachable: "Frågorna kunde inte hämtas. Era svar är orörda. Kontrollera uppkopplingen och ladda om sidan.",
    set_damaged: "Frågorna kom fram men gick inte att läsa. Era svar är orörda. Ladda om sidan, eller hör av er till den som har hand om Mognad hos er.",
    no_such_question: "Frågan finns inte i den här omgången.",
    progress_label: |done, asked| format!("{done} av {asked} frågor klara"),
    area_done: "klart",

    result_too_early: "Det är för tidigt att säga var ni står",
    result_spread: |strong, weak| format!("{strong} bär, men {weak} väntar"),
    result_even: |mean| format!("Alla områden med tillräckligt underlag ligger på {mean}"),
    result_one: |area, mean| {
        format!("{area} ligger på {mean}, det enda området med tillräckligt underlag")
    },
    result_nothing_relevant: "Ni har markerat alla frågor som ej relevanta",
    result_coverage: |answered, relevant| {
        format!("Ni har svarat med en nivå på {answered} av {relevant} relevanta frågor.")
    },
    result_mean: |mean, areas, all| {
        format!("Genomsnittet är {mean}, räknat på {areas} av {all} områden.")
    },
    result_no_mean: "Inget område har ännu tillräckligt många svar för ett värde.",
    result_ends: |[strong, high], [weak, low]| {
        format!("Starkast är {strong} ({high}), svagast {weak} ({low}).")
    },
    result_unknown: |n, area, here| match (n, here) {
        (1, _) => format!("En fråga vet ni inte svaret på, i {area}."),
        (n, here) if n == here => format!("{n} frågor vet ni inte svaret på, alla i {area}."),
        (n, here) => format!("{n} frågor vet ni inte svaret på, flest i {area} ({here})."),
    },
    result_answered: |answered, relevant| {
        format!("Ni har svarat på {answered} av {relevant} relevanta frågor.")
    },
    result_not_applicable: |n| match n {
        1 => "En fråga är ej relevant för er.".to_owned(),
        n => format!("{n} frågor är ej relevanta för er."),
    },
    result_empty: "Här visas resultatet när ni har svarat på de första frågorna.",
    result_choose: "Visa resultat för",
    mean: "Genomsnitt",
    fulfilment: "Uppfyllnadsgrad",
    own_calculation: "Uppfyllnadsgraden är en egen beräkning: uppfyller helt ger 2 poäng, delvis 1, inte alls 0. Poängen delas med den högsta poäng som de besvarade frågorna kan ge.",
    flowers: "Blommor: e-tjänster",
    grass: "Gräs: ledning",
    soil: "Jord: teknik",
    flowers_title: |unit| format!("Blomlådan, {unit}"),
    flowers_about: "Varje område i e-tjänsterna är en blomma. Gräset är ledning och arbetssätt, jorden är tekniken. Varje kronblad, tuva och sten är en fråga: fylld när den uppfylls helt, halv när den uppfylls delvis, tom när den inte uppfylls alls och prickad när svaret saknas. Blommans höjd är uppfyllnadsgraden. Samma siffror står i tabellen.",
    question: "Fråga",
    grade: "Svar",
    answered_by: "Besvaras av",
    unknown_or_unanswered: "Vet ej eller obesvarad",
    question_by_question: "Fråga för fråga",
    key_label: "Varje kronblad, tuva och sten är en fråga:",
    reached: "Uppnådd nivå",
    coverage: "Svarstäckning",
    weakest: "Svagaste område",
    mean_over: |areas, all| format!("över {areas} av {all} områden"),
    not_agreed: "ej avstämd",
    not_agreed_about: "Ej avstämd: bygger på enskilda svar som ni inte har enats om.",
    insufficient: "Otillräckligt underlag",
    no_relevant: "Ej relevant",
    reached_open: "–",
    area: "Område",
    bars_title: |unit| format!("Nivå per område, {unit}"),
    bars_about: |top| {
        format!(
            "En stapel per område från nivå 1 till {top}. Stapeln slutar vid genomsnittet, och ett streck tvärs över visar målet. Prickad linje betyder otillräckligt underlag. Samma siffror står i tabellen."
        )
    },
    bars_about_percent: "En stapel per område från 0 till 100 procent. Stapeln slutar vid uppfyllnadsgraden. Prickad linje betyder otillräckligt underlag. Samma siffror står i tabellen.",
    earlier_round: "Förra omgången",
    benchmark: "Jämförelsevärde",
    show_in_picture: "Visa också i bilden",
    save_png: "Spara bilden (PNG)",
    save_svg: "Spara bilden (SVG)",
    gallery_about: "Här visas alla bilder som appen kan rita, med exemplets påhittade värden. Sidan är till för att kontrollera att bilderna går att läsa i ljust och mörkt läge, med hög kontrast, i utskrift och på en liten skärm.",
    distribution_about: "En rad för varje nivå och en prick för varje enskilt svar. Nivån som gruppen har enats om är inramad. Vet ej och ej relevant står under strecket. Samma siffror står i tabellen.",
    level: "Nivå",
    individual_answers: "Enskilda svar",
    agreed_assessment: "Samlad bedömning",
    yes: "Ja",
    radar_title: |unit| format!("Profil över områdena, {unit}"),
    radar_about: "Varje axel är ett område, lägst innerst och högst ytterst. Linjen bryts där underlaget inte räcker. Samma siffror står i tabellen.",
    as_table: "Visa som tabell",
    each_area: "Område för område",
    next_steps: "Nästa steg att prata om",
    next_steps_about: "Frågorna där ni har svarat med lägst nivå, och vad som tar er ett steg till. En låg nivå kan vara rätt nivå: ni avgör.",
    step_from_to: |from, to| format!("Från nivå {from} till {to}:"),
    step_to: |name| format!("Till ”{name}”:"),
    strengths: "Det här har ni på plats",
    strengths_about: "Frågorna där ni har svarat med högst nivå.",
    talks: "Att prata om",
    talks_about: "Frågor där svaren går isär eller där någon var osäker.",
    talk_two_answers: "Det finns två olika svar. Öppna frågan och välj det som gäller.",
    talk_apart: |low, high| format!("De enskilda svaren går från {low} till {high}."),
    talk_unsure: "Markerat som osäkert.",
    unknown: "Det här vet ni inte",
    unknown_about: "Frågor där ni har svarat vet ej. Att ta reda på svaret kan vara ett första steg.",
    priority: "Prioritering",
    priority_about: "Störst gap gånger betydelse kommer först. Är betydelsen inte satt räknas den som 1. Vid lika kommer lägst uppnådd nivå först. Det som lagen kräver står överst tills målet är nått.",
    priority_none: "Inget mål är satt än.",
    set_targets: "Sätt mål och betydelse",
    now: "Nuläge",
    target: "Mål",
    gap: "Gap",
    gap_points: "Gap (procentenheter)",
    no_target: "Mål saknas",
    importance: "Betydelse",
    importance_of: |n| match n {
        1 => "1 liten".to_owned(),
        2 => "2 stor".to_owned(),
        n => format!("{n} avgörande"),
    },
    not_decided: "Inte bestämt",
    priority_weight: "Gap × betydelse",
    by_when: "Klart senast",
    decider: "Beslutat av (roll)",
    by_law: "lagen kräver",
    law_demands: "Lagen kräver det",
    targets_of: |unit| format!("Mål och prioritering, {unit}"),
    targets_lead: "Ange mål för ett område, när det ska vara nått och vem som har beslutat om det. Inget mål är förvalt, och alla områden behöver inte ha ett. Ändringar sparas när du lämnar fältet.",
    target_wrong: |from, to| {
        format!("Skriv ett tal från {from} till {to}. Det förra målet gäller.")
    },
    targets_choose: "Visa mål för",
    round_lead: "Här ser du vem som svarar på vad och hur långt alla har kommit.",
    round_far: "Så långt har alla kommit",
    who_answers: "Vem svarar på vad",
    who_answers_about: "Välj vem som ska svara på varje område. Kommunens blomlåda sätts ihop av de svaren. De andra får inte frågorna, men ledning och teknik kan de svara på frivilligt. Ett område där ingen är utsedd kan alla svara på, och då räknas kommunens eget svar i blomlådan.",
    nobody_yet: "Ingen utsedd än",
    add_units_first: "Lägg till förvaltningar först",
    print_whose: "Enhet",
    print_round: "Omgång",
    print_questions: "Frågor",
    print_status: "Status",
    print_draft: "Utkast: svaren kan fortfarande ändras",
    print_date: "Utskrivet",
    how_counted: "Så räknar vi",
    print: "Skriv ut",
    continue_answering: "Fortsätt svara",
    number: "Nr",
    set_version: |title, version| format!("{title}, version {version}"),

    settings_municipality: "Kommunens namn",
    settings_unit_word: "Vad kallar ni era delar?",
    settings_unit_word_hint: "Till exempel förvaltning, sektor eller kontor. Ordet används i hela appen.",
    settings_units: |word| format!("Namn och ordning ({word})"),
    settings_no_units: |word| format!("Ingen {word} är tillagd än."),
    name: "Namn",
    move_up: |unit| format!("Flytta upp {unit}"),
    move_down: |unit| format!("Flytta ner {unit}"),
    hide: |unit| format!("Dölj {unit}"),
    up: "Upp",
    down: "Ner",
    hide_short: "Dölj",
    add_unit: |word| format!("Lägg till {word}"),
    settings_device: "Den här enheten",
    settings_digits: "Sifferknapparna 1–9 väljer nivå på frågesidan",
    settings_leads: "Visa sidorna för den som leder arbetet (Omgång och Mål)",
    settings_autosave: "Ändringar sparas när du lämnar fältet.",

    data_where: "Var svaren finns",
    data_in_browser: "Svaren sparas i den här webbläsaren på den här datorn. Rensar någon webbläsarens data försvinner de, så spara en fil ibland.",
    data_count: |n| match n {
        0 => "Här finns inga uppgifter än.".to_owned(),
        1 => "Här finns 1 uppgift.".to_owned(),
        n => format!("Här finns {n} uppgifter."),
    },
    data_out: "Spara som fil",
    data_out_about: "Filen innehåller allt som finns här: svar, motiveringar, namn på enheter och roller. Den kan läsas in igen, på den här datorn eller en annan.",
    data_in: "Läs in en fil",
    data_in_about: "Filen läggs ihop med det som finns. Inget skrivs över: där två har svarat olika finns båda svaren kvar tills ni väljer.",
    choose_file: "Välj fil",
    data_set_aside: "Undanlagt",
    data_set_aside_about: |n| match n {
        1 => {
            "1 uppgift i lagringen var skadad eller okänd. Den är undanlagd och kan sparas som fil."
                .to_owned()
        }
        n => format!(
            "{n} uppgifter i lagringen var skadade eller okända. De är undanlagda och kan sparas som fil."
        ),
    },
    set_aside_file: "mognad-undanlagt.json",
    save_set_aside: "Spara det undanlagda som fil",

    notice_set_aside: "En del av lagringen gick inte att läsa. Den är undanlagd, och allt annat är inläst. Under Filer och lagring kan ni spara det undanlagda som fil.",
    notice_not_json: "Filen lästes inte in: den är skadad eller av en annan sort. Era svar är orörda. Välj en fil som slutar på .mognad.json.",
    notice_not_mognad: "Filen lästes inte in: den kommer inte från Mognad. Era svar är orörda. Välj en fil som slutar på .mognad.json.",
    notice_too_new: "Filen lästes inte in: den är skriven av en nyare version av Mognad. Era svar är orörda. Ladda om sidan för att få den nya versionen och försök igen.",
    notice_unreadable: "Filen gick inte att öppna. Era svar är orörda. Försök igen, eller välj en annan fil.",
    notice_other: |name| {
        format!(
            "Filen hör till en annan kommuns svar ({name}) och lades inte ihop med era. Era svar är orörda."
        )
    },
    notice_other_unnamed: "Filen hör till andra svar än de som finns här, och lades inte ihop med dem. Era svar är orörda.",
    notice_example_file: "Filen lästes inte in: den innehåller exemplets påhittade värden. Era svar är orörda.",
    notice_example_unreachable: "Exemplet kunde inte hämtas. Era egna svar är orörda. Kontrollera uppkopplingen och ladda om sidan.",
    example_file: "pahittade-exempelvarden-",
    notice_read: |n| match n {
        1 => "Filen är inläst: 1 uppgift var ny eller ändrad.".to_owned(),
        n => format!("Filen är inläst: {n} uppgifter var nya eller ändrade."),
    },
    notice_read_nothing: "Filen är inläst. Allt i den fanns redan här.",
    notice_read_damaged: |n| match n {
        1 => "1 uppgift i filen gick inte att läsa och hoppades över.".to_owned(),
        n => format!("{n} uppgifter i filen gick inte att läsa och hoppades över."),
    },
    notice_file_made: "Filen är skapad och kontrolläst. Den ligger där webbläsaren lägger hämtade filer.",
    notice_update: "Det finns en ny version av Mognad. Svaren följer med.",
    take_update: "Byt till den nya versionen",
    dismiss: "Stäng",
    notices: "Meddelanden",

    lost_heading: "Sidan finns inte",
    lost_about: "Adressen leder ingenstans. Inget har hänt med era svar.",
    to_start: "Till startsidan",

    about_unreachable: "Texten kunde inte hämtas. Era svar är orörda. Kontrollera uppkopplingen och ladda om sidan.",

    invitation_file: "inbjudan",
    letter: |letter| {
        let what = if letter.reminds {
            format!(
                "En påminnelse: {} saknar ännu ert svar i {}.",
                letter.unit, letter.round
            )
        } else {
            format!("{} är inbjuden att svara i {}.", letter.unit, letter.round)
        };
        let due = if letter.due.is_empty() {
            String::new()
        } else {
            format!(" Lämna in senast {}.", letter.due)
        };
        format!(
            "Hej!\n\n{what} Det är {} frågor och tar ungefär {} minuter.{due}\n\nÖppna länken för att börja. Det finns inga svar i länken, och det ni svarar stannar i er webbläsare tills ni lämnar in.\n\n{}\n",
            letter.questions, letter.minutes, letter.link
        )
    },
    area_letter: |area, unit, link| {
        format!(
            "Hej!\n\nKan du föreslå svar på området {area} för {unit}? Öppna länken, svara, och lämna in så att jag får filen. Det finns inga svar i länken.\n\n{link}\n"
        )
    },
    read_in: "Läs in filer",
    read_in_about: "Så här skulle filerna ändra det som finns här. Inget är ändrat än, och inläsningen går att ångra.",
    read_in_none: "Ingen fil väntar på att läsas in.",
    take_in: "Läs in",
    take_in_again: |n| match n {
        1 => "Ta in 1 uppgift igen".to_owned(),
        n => format!("Ta in {n} uppgifter igen"),
    },
    leave_files: "Läs inte in",
    brings: |unit, n| match n {
        1 => format!("{unit}: 1 uppgift om svar"),
        n => format!("{unit}: {n} uppgifter om svar"),
    },
    brings_handed_in: |unit, done, of, date| {
        format!("{unit} lämnade in {done} av {of} svar, {date}")
    },
    would_be_new: |n| match n {
        1 => "1 uppgift är ny.".to_owned(),
        n => format!("{n} uppgifter är nya."),
    },
    would_change: |n| match n {
        1 => "1 uppgift ändras.".to_owned(),
        n => format!("{n} uppgifter ändras."),
    },
    would_be_two: |n| match n {
        1 => "1 uppgift får två olika svar. Båda finns kvar tills ni väljer.".to_owned(),
        n => format!("{n} uppgifter får två olika svar. Båda finns kvar tills ni väljer."),
    },
    would_change_nothing: "Allt i filen finns redan här.",
    would_stay: |n| match n {
        1 => "1 uppgift har ändrats eller tagits bort här sedan filen gjordes. Den ändras inte."
            .to_owned(),
        n => format!(
            "{n} uppgifter har ändrats eller tagits bort här sedan filen gjordes. De ändras inte."
        ),
    },
    would_be_late: "Omgången är låst. Svaren tas in och märks ”kom in efter”.",
    would_purge: |n| match n {
        1 => "1 sak är gallrad i filen och tas bort för gott här också.".to_owned(),
        n => format!("{n} saker är gallrade i filen och tas bort för gott här också."),
    },
    hand_in: "Lämna in",
    hand_in_about: "Det som lämnas in är era svar, motiveringar och underlag i den här omgången. Inga utkast för andra enheter och inga tidigare svar följer med. Ni kan ändra och lämna in igen så länge omgången är öppen.",
    hand_in_so_far: |done, of| format!("{done} av {of} frågor är klara."),
    hand_in_open: |n| match n {
        1 => "1 fråga är obesvarad. Ni kan lämna in ändå.".to_owned(),
        n => format!("{n} frågor är obesvarade. Ni kan lämna in ändå."),
    },
    hand_in_preview: "Så här syns ni i jämförelsen",
    hand_in_file: "Lämna in som fil",
    hand_in_here: "Lämna in här",
    receipt: |done, of, date, changed| match changed {
        0 => format!("{done} av {of}, {date}. Inget är ändrat sedan dess."),
        n => format!("{done} av {of}, {date}; {n} ändrade sedan dess."),
    },
    receipt_heading: "Inlämnat",
    round_in: |n, of| format!("{n} av {of} inne"),
    round_plan: "Planera omgången",
    round_name: "Omgångens namn",
    round_due: "Lämnas in senast",
    round_asks: "Vad som frågas",
    round_asks_about: "Allt är med från början. Ta bort bocken för det som inte ska frågas i den här omgången.",
    round_load: |questions, minutes| {
        format!("En förvaltning får högst {questions} frågor, ungefär {minutes} minuter.")
    },
    standing: "Läge",
    standing_waiting: "Inte inbjuden",
    standing_invited: "Inbjuden",
    standing_begun: "Påbörjad",
    standing_handed_in: "Inlämnad",
    standing_late: "Kom in efter låsningen",
    copy_invitation: "Kopiera inbjudan",
    invitation_as_file: "Inbjudan som fil",
    copy_reminder: "Kopiera påminnelse",
    invite_about: "Inbjudan är en text med en länk som leder rakt till frågorna. Det finns inga svar i länken.",
    lock_round: "Lås omgången",
    unlock_round: "Lås upp omgången",
    lock_about: "I en låst omgång kan svaren inte ändras. Det som läses in efteråt tas emot och märks ”kom in efter låsningen”.",
    locked_since: |date| format!("Omgången är låst sedan {date}."),
    new_round: "Börja nästa omgång",
    new_round_about: "Nästa omgång får samma upplägg. Svaren i den här omgången ligger kvar och visas bredvid.",
    notice_link_cut: "Länken är inte hel, kanske bröts den i mejlet. Inget är ändrat. Kopiera hela länken och försök igen, eller be om en ny.",
    notice_link_none: "Länken är inte en inbjudan till Mognad. Inget är ändrat. Be den som bjöd in om en ny.",
    notice_link_new: "Länken är gjord av en nyare version av Mognad. Inget är ändrat. Ladda om sidan och försök igen.",
    notice_link_elsewhere: "Inbjudan hör till en annan omgång av svar än de som finns i den här webbläsaren. Inget är ändrat. Öppna länken i en annan webbläsare, så ligger svaren här kvar.",
    notice_locked: "Omgången är låst, så svaret ändrades inte. Be den som leder arbetet att låsa upp den.",
    notice_copied: "Texten är kopierad. Klistra in den i ett mejl.",
    notice_not_copied: "Webbläsaren lät oss inte kopiera. Inget är ändrat. Ta inbjudan som fil i stället.",
    took_in: "Inläsningen kan ångras.",
    proposed: |role, answer| format!("Förslag från {role}: {answer}."),
    take_proposal: "Använd förslaget",
    send_area: "Skicka området vidare till en kollega",
    proposing_as: |role| format!("Du föreslår svar som {role}."),
    backup_last: |date| format!("Allt sparades senast som fil {date}."),
    backup_never: "Allt har inte sparats som fil från den här webbläsaren än.",

    set_update_title: |title, version| format!("Ny version av frågorna: {title} {version}"),
    set_update_about: |from| {
        format!(
            "Den här omgången fortsätter med version {from}. Den nya versionen gäller från nästa omgång. Inga svar tas bort."
        )
    },
    set_update_same: |n| match n {
        1 => "1 fråga är oförändrad.".to_owned(),
        n => format!("{n} frågor är oförändrade."),
    },
    set_update_editorial: |n| match n {
        1 => "1 fråga har fått tydligare ord men betyder detsamma. Svaren följer med.".to_owned(),
        n => format!("{n} frågor har fått tydligare ord men betyder detsamma. Svaren följer med."),
    },
    set_update_substantive: |n| {
        match n {
        1 => "1 fråga har ändrats i sak och ställs på nytt nästa omgång. Gamla och nya svar jämförs inte.".to_owned(),
        n => format!("{n} frågor har ändrats i sak och ställs på nytt nästa omgång. Gamla och nya svar jämförs inte."),
    }
    },
    set_update_split: |n| match n {
        1 => "1 fråga har delats upp. De nya frågorna ställs nästa omgång.".to_owned(),
        n => format!("{n} frågor har delats upp. De nya frågorna ställs nästa omgång."),
    },
    set_update_merged: |n| match n {
        1 => "1 fråga har gått upp i en annan. Den ställs nästa omgång.".to_owned(),
        n => format!("{n} frågor har slagits ihop. Det som de har blivit ställs nästa omgång."),
    },
    set_update_retired: |n| match n {
        1 => "1 fråga utgår och ställs inte mer.".to_owned(),
        n => format!("{n} frågor utgår och ställs inte mer."),
    },
    set_update_new: |n| match n {
        1 => "1 fråga är ny.".to_owned(),
        n => format!("{n} frågor är nya."),
    },
    set_update_kept: |n| match n {
        1 => "1 av omgångens svar följer med.".to_owned(),
        n => format!("{n} av omgångens svar följer med."),
    },
    set_update_archived: |n| match n {
        1 => "1 svar till frågor som inte ställs mer finns kvar att läsa.".to_owned(),
        n => format!("{n} svar till frågor som inte ställs mer finns kvar att läsa."),
    },
    set_update_becomes: "Blir:",
    set_update_answers: |n| match n {
        1 => "1 svar i omgången".to_owned(),
        n => format!("{n} svar i omgången"),
    },
    old_questions: "Frågor som inte längre ställs",
    old_questions_about: "Frågorna har utgått, delats upp eller gått upp i andra. Svaren som ni gav finns kvar här, men räknas inte i nya resultat.",
    old_questions_none: "Alla frågor som ni har svarat på ställs fortfarande.",
    old_question_without_text: |id| format!("Frågan {id} (texten finns inte kvar här)"),
    old_answer_as: |role| format!("enskilt svar, {role}"),
    old_answer_proposed: |role| format!("förslag, {role}"),
};
