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
    settings: "Inställningar",
    data: "Filer och lagring",
    about: "Om Mognad",
    more_pages: "Fler sidor",
    to_content: "Till innehållet",

    state_nothing: "Inget att spara än",
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
    begin_which: |word| format!("Vilken {word} svarar ni för?"),
    begin_new: |word| format!("En ny {word}"),
    begin_name: |word| format!("Namn på er {word}"),
    begin_name_hint: "Till exempel Socialförvaltningen",
    begin_municipality: |name, count| {
        format!("{name} som helhet ({count} frågor som besvaras en gång för hela kommunen)")
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
    result_spread: |strong, weak| format!("Starkast är {strong}, svagast är {weak}"),
    result_even: |mean| format!("Ni ligger lika i alla områden, på {mean}"),
    result_one: |area, mean| format!("{area} ligger på {mean}, resten saknar underlag"),
    result_nothing_relevant: "Ni har markerat alla frågor som ej relevanta",
    result_coverage: |answered, relevant| {
        format!("Ni har svarat med en nivå på {answered} av {relevant} relevanta frågor.")
    },
    result_mean: |mean, areas, all| {
        format!("Genomsnittet är {mean}, räknat på {areas} av {all} områden.")
    },
    result_no_mean: "Inget område har ännu tillräckligt många svar för ett genomsnitt.",
    result_dont_know: |n| match n {
        1 => "En fråga vet ni inte svaret på.".to_owned(),
        n => format!("{n} frågor vet ni inte svaret på."),
    },
    result_not_applicable: |n| match n {
        1 => "En fråga är ej relevant för er.".to_owned(),
        n => format!("{n} frågor är ej relevanta för er."),
    },
    result_empty: "Här visas resultatet när ni har svarat på de första frågorna.",
    result_choose: "Visa resultat för",
    mean: "Genomsnitt",
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
    bars_about: "En stapel per område från nivå 1 till 5. Stapeln slutar vid genomsnittet och ruten visar uppnådd nivå. Streckad linje betyder otillräckligt underlag. Samma siffror står i tabellen.",
    radar_title: |unit| format!("Profil över områdena, {unit}"),
    radar_about: "Varje axel är ett område, nivå 1 innerst och 5 ytterst. Linjen bryts där underlaget inte räcker. Samma siffror står i tabellen.",
    as_table: "Visa som tabell",
    each_area: "Område för område",
    next_steps: "Nästa steg att prata om",
    next_steps_about: "Frågorna där ni har svarat med lägst nivå, och vad som tar er ett steg till. En låg nivå kan vara rätt nivå: ni avgör.",
    step_from_to: |from, to| format!("Från nivå {from} till {to}:"),
    how_counted: "Så räknar vi",
    print: "Skriv ut",
    continue_answering: "Fortsätt svara",
    printed: |date| format!("Utskrivet {date}. Utkast: svaren kan fortfarande ändras."),
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

    about_lead: "Mognad är ett verktyg för självvärdering. Kommunens förvaltningar bedömer själva sin IT-mognad, och samma frågor varje gång gör att ni kan följa hur det går.",
    about_sections: &[
        (
            "Så räknar vi",
            &[
                "Varje fråga besvaras med en nivå, med vet ej, med ej relevant, eller inte alls. Det är fyra olika saker, och de hålls isär.",
                "Genomsnittet för ett område är medelvärdet av frågornas nivåer. Ej relevant räknas inte med. Vet ej och obesvarade frågor påverkar inte genomsnittet, men sänker svarstäckningen.",
                "Ett områdes genomsnitt visas bara när minst två tredjedelar av de relevanta frågorna har en nivå, och minst två av dem (eller den enda, om det bara finns en). Annars står det otillräckligt underlag.",
                "Uppnådd nivå är den lägsta nivån bland områdets relevanta frågor. Den visas bara när alla har en nivå. Inget avrundas uppåt: 2,7 är inte nivå 3.",
                "Hela uppsättningens genomsnitt är medelvärdet av områdena. Varje område väger lika, så att områden med många frågor inte tar över.",
                "Har flera svarat var för sig, och ni inte har enats, visas medelvärdet av deras svar som ej avstämt.",
            ],
        ),
        (
            "Vad siffrorna inte säger",
            &[
                "Det finns inget kommunalt genomsnitt på den här skalan, så appen visar inget. Jämför med er själva över tid och med varandra.",
                "En låg nivå kan vara rätt nivå för er. Siffran är till för samtalet, inte för en rangordning.",
            ],
        ),
        (
            "Källor",
            &[
                "Frågorna och nivåtexterna i IT-mognad är egna. Områdena följer kapitlen i en kommunal IT-strategi (Essunga kommuns). Skalan har fem nivåer, från händelsestyrt till ständigt förbättrat.",
                "Två avläsningar bredvid varandra, genomsnitt och uppnådd nivå, är ett vanligt sätt i andra mognadsmodeller: det första visar var ni befinner er, det andra vad som håller ihop.",
            ],
        ),
        (
            "Integritet",
            &[
                "Svaren sparas i webbläsarens lagring på den här enheten, eftersom appen behöver det för att fungera. Inga kakor, ingen statistik, inga anrop till andra webbplatser.",
                "Skriv roller i stället för namn. Den som kan använda samma dator och webbläsare kan läsa svaren: de är inte anonyma.",
                "En fil som ni sparar kan bli en allmän handling hos kommunen. Hur den bevaras eller gallras bestämmer ni enligt era egna regler.",
            ],
        ),
        (
            "Tillgänglighet",
            &[
                "Målet är WCAG 2.2 nivå AA. Allt går att göra med enbart tangentbord, varje diagram har en tabell med samma siffror, och inget sägs med bara färg.",
                "Sifferknapparna som genvägar går att stänga av under Inställningar.",
            ],
        ),
    ],
};
