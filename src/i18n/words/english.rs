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
    round: "Round",
    targets: "Targets",
    gallery: "Gallery",
    settings: "Settings",
    data: "Files and storage",
    about: "About Mognad",
    more_pages: "More pages",
    to_content: "Skip to content",

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
    door_lead: "Lead the work in the municipality",
    door_lead_about: "For the coordinator: who answers what, how far everyone has come, targets and priorities.",
    door_example: "See an example",
    door_example_about: "A made-up municipality with five administrations. Your own answers are not touched.",
    made_up: "Made-up example values",
    example_banner: "A municipality that does not exist. Your own answers are untouched.",
    leave_example: "Leave the example",
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
    begin_what: "What are you going to answer?",
    begin_nothing: "There are no questions for you here: others have been named to answer.",
    begin_which: |word| format!("Which {word} do you answer for?"),
    begin_new: |word| format!("A new {word}"),
    begin_name: |word| format!("Name of your {word}"),
    begin_name_hint: "For example Social Services",
    begin_municipality: |name| {
        format!(
            "{name} as a whole (the questions that are answered once for the whole municipality)"
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
    not_asked: "answered by another unit",
    nothing_asked: "No questions wait for you here",
    nothing_asked_short: "No questions",
    voluntary: "voluntary",
    questions: |n| match n {
        1 => "1 question".to_owned(),
        n => format!("{n} questions"),
    },
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
    result_spread: |strong, weak| format!("{strong} carries, but {weak} is waiting"),
    result_even: |mean| format!("All areas with enough data are at {mean}"),
    result_one: |area, mean| format!("{area} is at {mean}, the only area with enough data"),
    result_nothing_relevant: "You have marked every question as not applicable",
    result_coverage: |answered, relevant| {
        format!("You have answered {answered} of {relevant} relevant questions with a level.")
    },
    result_mean: |mean, areas, all| format!("The mean is {mean}, over {areas} of {all} areas."),
    result_no_mean: "No area has enough answers for a value yet.",
    result_ends: |[strong, high], [weak, low]| {
        format!("Strongest is {strong} ({high}), weakest {weak} ({low}).")
    },
    result_unknown: |n, area, here| match (n, here) {
        (1, _) => format!("There is one question that you do not know the answer to, in {area}."),
        (n, here) if n == here => {
            format!("There are {n} questions that you do not know the answer to, all in {area}.")
        }
        (n, here) => format!(
            "There are {n} questions that you do not know the answer to, most in {area} ({here})."
        ),
    },
    result_answered: |answered, relevant| {
        format!("You have answered {answered} of {relevant} relevant questions.")
    },
    result_not_applicable: |n| match n {
        1 => "One question is not applicable to you.".to_owned(),
        n => format!("{n} questions are not applicable to you."),
    },
    result_empty: "The result is shown here once you have answered the first questions.",
    result_choose: "Show the result of",
    mean: "Mean",
    fulfilment: "Degree of fulfilment",
    own_calculation: "The degree of fulfilment is our own calculation: fully fulfilled gives 2 points, partly 1, not fulfilled 0. The points are divided by the most points that the answered questions can give.",
    flowers: "Flowers: e-services",
    grass: "Grass: leadership",
    soil: "Soil: technology",
    flowers_title: |unit| format!("The flower box, {unit}"),
    flowers_about: "Each area of e-services is a flower. The grass is leadership and ways of working, the soil is technology. Each petal, tuft and stone is a question: filled when it is fully fulfilled, half when partly, empty when not at all and dotted when the answer is missing. The height of a flower is its degree of fulfilment. The table has the same figures.",
    question: "Question",
    grade: "Answer",
    answered_by: "Answered by",
    unknown_or_unanswered: "Don't know or unanswered",
    question_by_question: "Question by question",
    key_label: "Each petal, tuft and stone is a question:",
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
    bars_about: |top| {
        format!(
            "One bar for each area from level 1 to {top}. The bar ends at the mean, and a line across it marks the target. A dotted line means insufficient data. The table has the same figures."
        )
    },
    bars_about_percent: "One bar for each area from 0 to 100 per cent. The bar ends at the degree of fulfilment. A dotted line means insufficient data. The table has the same figures.",
    earlier_round: "Last round",
    benchmark: "Benchmark value",
    show_in_picture: "Show in the picture as well",
    save_png: "Save picture (PNG)",
    save_svg: "Save picture (SVG)",
    gallery_about: "Every picture that the app can draw, with the made-up values of the example. The page is there to check that they can be read in light and dark mode, with high contrast, on paper and on a small screen.",
    distribution_about: "One row for each level and one dot for each individual answer. The level that the group has agreed on is framed. Don't know and not applicable stand below the line. The table has the same figures.",
    level: "Level",
    individual_answers: "Individual answers",
    agreed_assessment: "Agreed assessment",
    yes: "Yes",
    radar_title: |unit| format!("Profile over the areas, {unit}"),
    radar_about: "Each axis is an area, lowest innermost and highest outermost. The line breaks where the data do not suffice. The table has the same figures.",
    as_table: "Show as a table",
    each_area: "Area by area",
    next_steps: "Next steps to talk about",
    next_steps_about: "The questions that you answered with the lowest level, and what takes you one step further. A low level can be the right level: you decide.",
    step_from_to: |from, to| format!("From level {from} to {to}:"),
    step_to: |name| format!("To “{name}”:"),
    strengths: "What you have in place",
    strengths_about: "The questions that you answered with the highest levels.",
    talks: "To talk about",
    talks_about: "Questions where answers differ, or where somebody was unsure.",
    talk_two_answers: "There are two different answers. Open the question and choose the one that holds.",
    talk_apart: |low, high| format!("The individual answers go from {low} to {high}."),
    talk_unsure: "Marked as unsure.",
    unknown: "What you do not know",
    unknown_about: "Questions that you answered with don't know. Finding out can be a first step.",
    priority: "Priorities",
    priority_about: "The largest gap times importance comes first. An importance that is not set counts as 1. Among equals the lowest achieved level comes first. What the law demands stands on top until the target is reached.",
    priority_none: "No target has been set yet.",
    set_targets: "Set targets and importance",
    now: "Current state",
    target: "Target",
    gap: "Gap",
    gap_points: "Gap (percentage points)",
    no_target: "No target",
    importance: "Importance",
    importance_of: |n| match n {
        1 => "1 minor".to_owned(),
        2 => "2 major".to_owned(),
        n => format!("{n} decisive"),
    },
    not_decided: "Not decided",
    priority_weight: "Gap × importance",
    by_when: "Due by",
    decider: "Decided by (role)",
    by_law: "demanded by law",
    law_demands: "The law demands it",
    targets_of: |unit| format!("Targets and priorities, {unit}"),
    targets_lead: "Set a target for an area, when it is to be reached and who decided it. No target is preset, and not every area needs one. Changes are saved when you leave the field.",
    target_wrong: |from, to| {
        format!("Write a number from {from} to {to}. The target before it stands.")
    },
    targets_choose: "Show targets for",
    round_lead: "Here you see who answers what, and how far everyone has come.",
    round_far: "How far everyone has come",
    who_answers: "Who answers what",
    who_answers_about: "Choose who is to answer each area. The municipality's flower box is put together from those answers. The others do not get the questions, but may answer leadership and technology voluntarily. An area with nobody named can be answered by all, and then the municipality's own answer counts in the flower box.",
    nobody_yet: "Nobody named yet",
    add_units_first: "Add administrations first",
    print_whose: "Unit",
    print_round: "Round",
    print_questions: "Questions",
    print_status: "Status",
    print_draft: "Draft: answers can still change",
    print_date: "Printed",
    how_counted: "How we count",
    print: "Print",
    continue_answering: "Go on answering",
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
    settings_leads: "Show the pages for the one who leads the work (Round and Targets)",
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
    notice_example_file: "The file was not read in: it holds the made-up values of the example. Your answers are untouched.",
    notice_example_unreachable: "The example could not be fetched. Your own answers are untouched. Check the connection and reload the page.",
    example_file: "made-up-example-",
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

    about_unreachable: "The text could not be fetched. Your answers are untouched. Check the connection and reload the page.",

    invitation_file: "invitation",
    letter: |letter| {
        let what = if letter.reminds {
            format!(
                "A reminder: your answer for {} in {} is still missing.",
                letter.unit, letter.round
            )
        } else {
            format!("{} is invited to answer in {}.", letter.unit, letter.round)
        };
        let due = if letter.due.is_empty() {
            String::new()
        } else {
            format!(" Please hand in by {}.", letter.due)
        };
        format!(
            "Hello!\n\n{what} There are {} questions, and they take about {} minutes.{due}\n\nOpen the link to begin. There are no answers in the link, and what you answer stays in your browser until you hand it in.\n\n{}\n",
            letter.questions, letter.minutes, letter.link
        )
    },
    area_letter: |area, unit, link| {
        format!(
            "Hello!\n\nCould you propose answers on the area {area} for {unit}? Open the link, answer, and hand in so that I get the file. There are no answers in the link.\n\n{link}\n"
        )
    },
    read_in: "Import files",
    read_in_about: "This is how the files would change what is here. Nothing has been changed yet, and the import can be undone.",
    read_in_none: "No file waits to be imported.",
    take_in: "Import",
    take_in_again: |n| match n {
        1 => "Take 1 fact in again".to_owned(),
        n => format!("Take {n} facts in again"),
    },
    leave_files: "Do not import",
    brings: |unit, n| match n {
        1 => format!("{unit}: 1 fact about answers"),
        n => format!("{unit}: {n} facts about answers"),
    },
    brings_handed_in: |unit, done, of, date| {
        format!("{unit} handed in {done} of {of} answers, {date}")
    },
    would_be_new: |n| match n {
        1 => "1 fact is new.".to_owned(),
        n => format!("{n} facts are new."),
    },
    would_change: |n| match n {
        1 => "1 fact changes.".to_owned(),
        n => format!("{n} facts change."),
    },
    would_be_two: |n| match n {
        1 => "1 fact gets two different answers. Both stay until you choose.".to_owned(),
        n => format!("{n} facts get two different answers. Both stay until you choose."),
    },
    would_change_nothing: "Everything in the file is here already.",
    would_stay: |n| match n {
        1 => "1 fact has been changed or removed here since the file was made. It does not change."
            .to_owned(),
        n => format!(
            "{n} facts have been changed or removed here since the file was made. They do not change."
        ),
    },
    would_be_late: "The round is locked. The answers are taken in and marked as late.",
    would_purge: |n| match n {
        1 => "1 thing was removed for good in the file and goes here too.".to_owned(),
        n => format!("{n} things were removed for good in the file and go here too."),
    },
    hand_in: "Hand in",
    hand_in_about: "What is handed in is your answers, reasons and evidence in this round. No drafts of other units and no earlier answers go with them. You can change and hand in again as long as the round is open.",
    hand_in_so_far: |done, of| format!("{done} of {of} questions are done."),
    hand_in_open: |n| match n {
        1 => "1 question is unanswered. You can hand in all the same.".to_owned(),
        n => format!("{n} questions are unanswered. You can hand in all the same."),
    },
    hand_in_preview: "This is how the comparison will show you",
    hand_in_file: "Hand in as a file",
    hand_in_here: "Hand in here",
    receipt: |done, of, date, changed| match changed {
        0 => format!("{done} of {of}, {date}. Nothing has changed since."),
        n => format!("{done} of {of}, {date}; {n} changed since."),
    },
    receipt_heading: "Handed in",
    round_in: |n, of| format!("{n} of {of} are in"),
    round_plan: "Plan the round",
    round_name: "The round's name",
    round_due: "To be handed in by",
    round_asks: "What is asked",
    round_asks_about: "Everything is asked at first. Untick what this round is not to ask.",
    round_load: |questions, minutes| {
        format!("An administration gets at most {questions} questions, about {minutes} minutes.")
    },
    standing: "State",
    standing_waiting: "Not invited",
    standing_invited: "Invited",
    standing_begun: "Begun",
    standing_handed_in: "Handed in",
    standing_late: "Came after the lock",
    copy_invitation: "Copy the invitation",
    invitation_as_file: "Invitation as a file",
    copy_reminder: "Copy a reminder",
    invite_about: "An invitation is a text with a link that leads straight to the questions. There are no answers in the link.",
    lock_round: "Lock the round",
    unlock_round: "Unlock the round",
    lock_about: "In a locked round answers cannot be changed. What is imported later is taken in and marked as having come after the lock.",
    locked_since: |date| format!("The round has been locked since {date}."),
    new_round: "Begin the next round",
    new_round_about: "The next round is laid out like this one. The answers of this round stay and are shown beside it.",
    notice_link_cut: "The link is not whole; perhaps the mail broke it. Nothing was changed. Copy the whole link and try again, or ask for a new one.",
    notice_link_none: "The link is not an invitation to Mognad. Nothing was changed. Ask whoever invited you for a new one.",
    notice_link_new: "The link was made by a newer version of Mognad. Nothing was changed. Reload the page and try again.",
    notice_link_elsewhere: "The invitation belongs to other answers than those in this browser. Nothing was changed. Open the link in another browser, and the answers here stay.",
    notice_locked: "The round is locked, so the answer was not changed. Ask whoever leads the work to unlock it.",
    notice_copied: "The text is copied. Paste it into a mail.",
    notice_not_copied: "The browser did not let us copy. Nothing was changed. Take the invitation as a file instead.",
    took_in: "The import can be undone.",
    proposed: |role, answer| format!("Proposal by {role}: {answer}."),
    take_proposal: "Use the proposal",
    send_area: "Send the area on to a colleague",
    proposing_as: |role| format!("You propose answers as {role}."),
    backup_last: |date| format!("Everything was last saved as a file on {date}."),
    backup_never: "Everything has not been saved as a file from this browser yet.",

    set_update_title: |title, version| format!("New version of the questions: {title} {version}"),
    set_update_about: |from| {
        format!(
            "This round goes on with version {from}. The new version applies from the next round. No answers are removed."
        )
    },
    set_update_same: |n| match n {
        1 => "1 question is unchanged.".to_owned(),
        n => format!("{n} questions are unchanged."),
    },
    set_update_editorial: |n| match n {
        1 => "1 question is worded more clearly but means the same. Its answers come along."
            .to_owned(),
        n => format!(
            "{n} questions are worded more clearly but mean the same. Their answers come along."
        ),
    },
    set_update_substantive: |n| {
        match n {
        1 => "1 question has changed in substance and is asked anew in the next round. Old and new answers are not compared.".to_owned(),
        n => format!("{n} questions have changed in substance and are asked anew in the next round. Old and new answers are not compared."),
    }
    },
    set_update_split: |n| match n {
        1 => "1 question has been split. The new questions are asked in the next round.".to_owned(),
        n => {
            format!("{n} questions have been split. The new questions are asked in the next round.")
        }
    },
    set_update_merged: |n| match n {
        1 => "1 question has become part of another, which is asked in the next round.".to_owned(),
        n => format!(
            "{n} questions have been merged. What they have become is asked in the next round."
        ),
    },
    set_update_retired: |n| match n {
        1 => "1 question is dropped and not asked any more.".to_owned(),
        n => format!("{n} questions are dropped and not asked any more."),
    },
    set_update_new: |n| match n {
        1 => "1 question is new.".to_owned(),
        n => format!("{n} questions are new."),
    },
    set_update_kept: |n| match n {
        1 => "1 of the answers in this round comes along.".to_owned(),
        n => format!("{n} of the answers in this round come along."),
    },
    set_update_archived: |n| match n {
        1 => "1 answer to a question that is not asked any more stays to be read.".to_owned(),
        n => format!("{n} answers to questions that are not asked any more stay to be read."),
    },
    set_update_becomes: "Becomes:",
    set_update_answers: |n| match n {
        1 => "1 answer in this round".to_owned(),
        n => format!("{n} answers in this round"),
    },
    old_questions: "Questions that are no longer asked",
    old_questions_about: "These questions have been dropped, split or merged. The answers that you gave stay here but do not count in new results.",
    old_questions_none: "Every question that you have answered is still asked.",
    old_question_without_text: |id| format!("Question {id} (its text is no longer here)"),
    old_answer_as: |role| format!("individual answer, {role}"),
    old_answer_proposed: |role| format!("proposal, {role}"),
};
