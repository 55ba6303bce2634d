//! English.

use super::Words;

/// The words in English.
pub static ENGLISH: Words = Words {
    this_language: "In English",
    unit_word: "administration",
    the_municipality: "The municipality",
    unnamed: "Unnamed",
    round_of_year: |year| format!("Round {year}"),

    menu: "Main menu",
    answer: "Answer",
    result: "Result",
    settings: "Settings",
    data: "Files and storage",
    about: "About Mognad",
    more_pages: "More pages",
    to_content: "Skip to content",

    state_nothing: "Nothing to save yet",
    state_saving: "Saving …",
    state_saved: |clock| format!("Saved in this browser {clock}"),
    state_temporarily: "Saved temporarily",
    state_only_here: "Only in this tab",
    state_refused: "The latest change is not saved",
    trouble_blocked: "The browser does not allow answers to be stored lastingly, for example because the window is private or storage is turned off.",
    trouble_held: "Another tab holds an older version of the storage open. Close that tab and try again.",
    trouble_no_answer: "The browser's storage does not respond. Reload the page, or restart the browser.",
    trouble_full: "The browser's storage is full, so the latest change could not be saved.",
    trouble_deleted: "The browser's storage was cleared while the page was open.",
    trouble_newer: "A newer version of Mognad is open in another tab. Reload this page.",
    trouble_other: "The latest change could not be saved in the browser.",
    safe_temporarily: "The answers are kept temporarily in the browser. Save them as a file before you close.",
    safe_only_here: "The answers are safe as long as this tab is open. Save them as a file before you close.",
    save_answers_as_file: "Save the answers as a file",
    try_again: "Try to save again",

    start_heading: "Where do you stand with IT?",
    start_lead: "Your administration answers questions with clear levels and gets an honest result at once. The answers stay in this browser.",
    door_answer: "Answer for your administration",
    door_answer_about: "On your own or together. You can stop at any time and go on where you left off.",
    door_continue: "Go on answering",
    door_file: "Read in a file",
    door_file_about: "Go on from a backup, or take in answers from a colleague in the same municipality.",
    start_progress: |unit, done, asked| format!("{unit}: {done} of {asked} questions done"),
    start_facts: [
        (
            "Nothing is sent",
            "The app has no server. The answers leave the browser only when you save them as a file.",
        ),
        (
            "Works without a network",
            "After the first visit it works just as well in a room without a connection.",
        ),
        (
            "Honest figures",
            "You always see how many questions a value rests on, and what you do not know.",
        ),
    ],

    begin_heading: "Before you begin",
    begin_which: |word| format!("Which {word} do you answer for?"),
    begin_new: |word| format!("A new {word}"),
    begin_name: |word| format!("Name of your {word}"),
    begin_name_hint: "For example Social Services",
    begin_municipality: |name, count| {
        format!(
            "{name} as a whole ({count} questions that are answered once for the whole municipality)"
        )
    },
    begin_who: "Do you answer on your own, or together?",
    begin_together: "We answer together",
    begin_together_about: "The group agrees on one answer to each question.",
    begin_alone: "I answer on my own",
    begin_alone_about: "Your answer is kept apart from the others' until you have agreed.",
    begin_role: "Your role",
    begin_role_hint: "For example head of unit. Write the role, not your name.",
    begin_go: "Begin",
    begin_estimate: |questions, minutes| {
        format!(
            "{questions} questions, about {minutes} minutes. Everything is saved as you answer."
        )
    },
    begin_needs_unit: "Choose whom you answer for.",
    begin_needs_name: "Write a name, so that the answers can be recognised.",
    begin_needs_role: "Write your role, so that your answer can be told from others'.",
    begin_needs_who: "Choose whether you answer on your own or together.",
    begin_errors: "Something is missing before you can begin",

    question_of: |n, m| format!("question {n} of {m}"),
    n_of_m: |n, m| format!("{n} of {m}"),
    minutes_left: |minutes| format!("about {minutes} minutes left"),
    all_done: "All questions are done",
    areas: "Areas",
    answering_together: "You answer together.",
    answering_as: |role| format!("You answer on your own as {role}."),
    change: "Change",
    dont_know: "Don't know",
    not_applicable: "Not applicable to us",
    not_our_area: "Not our area",
    mark_not_our_area: |area| format!("Not our area: skip all of {area}"),
    marked_not_our_area: |area| format!("{area} is marked as not our area."),
    undo: "Undo",
    clear: "Remove the answer",
    cleared: "The answer is removed.",
    unit_hidden: "Hidden. The answers are kept.",
    why_label: "Why? What do you base it on?",
    optional: "(optional)",
    reason_label: "Why is the question not applicable to you?",
    reason_hint: "A short sentence will do. Without a reason the question counts as unanswered.",
    reason_missing: "Write a short reason.",
    more: "About the question, evidence and doubts",
    why_asked: "Why we ask:",
    evidence_label: "Evidence: where is it?",
    unsure: "We are unsure of the answer",
    next_question: "Next question",
    next_open: "Next unanswered",
    see_result: "See the result",
    previous: "Back",
    digit_hint: |top| format!("Keys 1–{top} choose a level"),
    two_answers: |other| {
        format!(
            "Two different answers: the latest is shown, the other is {other}. Choose the one that holds."
        )
    },
    level_named: |level, name| format!("level {level}, {name}"),
    set_loading: "Fetching the questions …",
    set_unreachable: "The questions could not be fetched. Your answers are untouched. Check the connection and reload the page.",
    set_damaged: "The questions arrived but could not be read. Your answers are untouched. Reload the page, or tell whoever looks after Mognad with you.",
    no_such_question: "The question is not part of this round.",
    progress_label: |done, asked| format!("{done} of {asked} questions done"),
    area_done: "done",

    result_too_early: "It is too early to say where you stand",
    result_spread: |strong, weak| format!("Strongest is {strong}, weakest is {weak}"),
    result_even: |mean| format!("You are even in all areas, at {mean}"),
    result_one: |area, mean| format!("{area} is at {mean}, the rest lacks data"),
    result_nothing_relevant: "You have marked every question as not applicable",
    result_coverage: |answered, relevant| {
        format!("You have answered {answered} of {relevant} relevant questions with a level.")
    },
    result_mean: |mean, areas, all| format!("The mean is {mean}, over {areas} of {all} areas."),
    result_no_mean: "No area has enough answers for a mean yet.",
    result_dont_know: |n| match n {
        1 => "There is one question that you do not know the answer to.".to_owned(),
        n => format!("There are {n} questions that you do not know the answer to."),
    },
    result_not_applicable: |n| match n {
        1 => "One question is not applicable to you.".to_owned(),
        n => format!("{n} questions are not applicable to you."),
    },
    result_empty: "The result is shown here once you have answered the first questions.",
    result_choose: "Show the result of",
    mean: "Mean",
    reached: "Achieved level",
    coverage: "Answer coverage",
    weakest: "Weakest area",
    mean_over: |areas, all| format!("over {areas} of {all} areas"),
    not_agreed: "not agreed",
    not_agreed_about: "Not agreed: rests on individual answers that you have not agreed on.",
    insufficient: "Insufficient data",
    no_relevant: "Not applicable",
    reached_open: "–",
    area: "Area",
    bars_title: |unit| format!("Level by area, {unit}"),
    bars_about: "One bar an area from level 1 to 5. The bar ends at the mean and the diamond marks the achieved level. A dashed line means insufficient data. The table has the same figures.",
    radar_title: |unit| format!("Profile over the areas, {unit}"),
    radar_about: "Each axis is an area, level 1 innermost and 5 outermost. The line breaks where the data do not suffice. The table has the same figures.",
    as_table: "Show as a table",
    each_area: "Area by area",
    next_steps: "Next steps to talk about",
    next_steps_about: "The questions that you answered with the lowest level, and what takes you one step further. A low level can be the right level: you decide.",
    step_from_to: |from, to| format!("From level {from} to {to}:"),
    how_counted: "How we count",
    print: "Print",
    continue_answering: "Go on answering",
    printed: |date| format!("Printed {date}. Draft: the answers can still change."),
    number: "No.",
    set_version: |title, version| format!("{title}, version {version}"),

    settings_municipality: "The municipality's name",
    settings_unit_word: "What do you call your parts?",
    settings_unit_word_hint: "For example administration, sector or office. The word is used all over the app.",
    settings_units: |word| format!("Names and order ({word})"),
    settings_no_units: |word| format!("No {word} has been added yet."),
    name: "Name",
    move_up: |unit| format!("Move {unit} up"),
    move_down: |unit| format!("Move {unit} down"),
    hide: |unit| format!("Hide {unit}"),
    up: "Up",
    down: "Down",
    hide_short: "Hide",
    add_unit: |word| format!("Add {word}"),
    settings_device: "This device",
    settings_digits: "The keys 1–9 choose a level on the question page",
    settings_autosave: "Changes are saved when you leave the field.",

    data_where: "Where the answers are",
    data_in_browser: "The answers are saved in this browser on this computer. If someone clears the browser's data they are gone, so save a file now and then.",
    data_count: |n| match n {
        0 => "There is nothing here yet.".to_owned(),
        1 => "There is 1 item here.".to_owned(),
        n => format!("There are {n} items here."),
    },
    data_out: "Save as a file",
    data_out_about: "The file holds everything that is here: answers, reasons, names of units and roles. It can be read in again, on this computer or another.",
    data_in: "Read in a file",
    data_in_about: "The file is merged with what is here. Nothing is overwritten: where two have answered differently, both answers stay until you choose.",
    choose_file: "Choose a file",
    data_set_aside: "Set aside",
    data_set_aside_about: |n| {
        match n {
        1 => "1 item in the storage was damaged or unknown. It is set aside and can be saved as a file.".to_owned(),
        n => format!("{n} items in the storage were damaged or unknown. They are set aside and can be saved as a file."),
    }
    },
    set_aside_file: "mognad-set-aside.json",
    save_set_aside: "Save what is set aside as a file",

    notice_set_aside: "Part of the storage could not be read. It is set aside, and everything else is here. Under Files and storage you can save what is set aside as a file.",
    notice_not_json: "The file was not read in: it is damaged or of another kind. Your answers are untouched. Choose a file that ends in .mognad.json.",
    notice_not_mognad: "The file was not read in: it does not come from Mognad. Your answers are untouched. Choose a file that ends in .mognad.json.",
    notice_too_new: "The file was not read in: it was written by a newer version of Mognad. Your answers are untouched. Reload the page to get the new version and try again.",
    notice_unreadable: "The file could not be opened. Your answers are untouched. Try again, or choose another file.",
    notice_other: |name| {
        format!(
            "The file belongs to another municipality's answers ({name}) and was not merged with yours. Your answers are untouched."
        )
    },
    notice_other_unnamed: "The file belongs to other answers than those that are here, and was not merged with them. Your answers are untouched.",
    notice_read: |n| match n {
        1 => "The file is read in: 1 item was new or changed.".to_owned(),
        n => format!("The file is read in: {n} items were new or changed."),
    },
    notice_read_nothing: "The file is read in. Everything in it was here already.",
    notice_read_damaged: |n| match n {
        1 => "1 item in the file could not be read and was skipped.".to_owned(),
        n => format!("{n} items in the file could not be read and were skipped."),
    },
    notice_file_made: "The file is created and read back. It is where the browser puts downloads.",
    notice_update: "There is a new version of Mognad. Your answers come along.",
    take_update: "Switch to the new version",
    dismiss: "Close",
    notices: "Messages",

    lost_heading: "The page does not exist",
    lost_about: "The address leads nowhere. Nothing has happened to your answers.",
    to_start: "To the start page",

    about_lead: "Mognad is a tool for self-assessment. The municipality's administrations judge their own IT maturity, and the same questions each time let you follow how it goes.",
    about_sections: &[
        (
            "How we count",
            &[
                "Each question is answered with a level, with don't know, with not applicable, or not at all. These are four different things, and they are kept apart.",
                "The mean of an area is the mean of its questions' levels. Not applicable is left out. Don't know and unanswered questions do not change the mean, but lower the answer coverage.",
                "The mean of an area is shown only when at least two thirds of the relevant questions have a level, and at least two of them (or the only one, if there is just one). Otherwise it says insufficient data.",
                "The achieved level is the lowest level among the area's relevant questions. It is shown only when all of them have a level. Nothing is rounded up: 2.7 is not level 3.",
                "The mean of the whole set is the mean of its areas. Each area weighs the same, so that areas with many questions do not dominate.",
                "If several have answered each for themselves and you have not agreed, the mean of their answers is shown as not agreed.",
            ],
        ),
        (
            "What the figures do not say",
            &[
                "There is no municipal average on this scale, so the app shows none. Compare with yourselves over time, and with each other.",
                "A low level can be the right level for you. The figure is there for the conversation, not for a ranking.",
            ],
        ),
        (
            "Sources",
            &[
                "The questions and level texts of IT-mognad are our own. The areas follow the chapters of a municipal IT strategy (that of Essunga). The scale has five levels, from event-driven to continuously improved.",
                "Two readings side by side, the mean and the achieved level, are common in other maturity models: the first shows where you are, the second what holds together.",
            ],
        ),
        (
            "Privacy",
            &[
                "The answers are kept in the browser's storage on this device, because the app needs it to work. No cookies, no statistics, no requests to other sites.",
                "Write roles rather than names. Whoever can use the same computer and browser can read the answers: they are not anonymous.",
                "A file that you save may become an official document of the municipality. How it is kept or disposed of is up to your own rules.",
            ],
        ),
        (
            "Accessibility",
            &[
                "The goal is WCAG 2.2 level AA. Everything can be done with the keyboard alone, every chart has a table with the same figures, and nothing is said by colour only.",
                "The number keys as shortcuts can be turned off under Settings.",
            ],
        ),
    ],
};
