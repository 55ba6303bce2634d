//! The catalogue: one field a phrase, so that a phrase missing in a language does not compile.
//!
//! Phrases with something in them are functions; the terms are those of DOMAIN.md §5.

mod archive;
mod desk;
mod english;
mod swedish;

pub use archive::ArchiveWords;
pub use desk::{
    BenchmarkWords, CodeWords, DeskWords, FolderWords, IndividualsWords, Letter, MeetingWords,
    NeedsWords, UnitsWords, WorkshopWords,
};
pub use english::ENGLISH;
pub use swedish::SWEDISH;

use super::Language;

/// A phrase with a number in it.
pub type WithCount = fn(usize) -> String;
/// A phrase with two numbers in it.
pub type WithCounts = fn(usize, usize) -> String;
/// A phrase with a text in it.
pub type WithText = fn(&str) -> String;
/// A phrase with two texts in it.
pub type WithTexts = fn(&str, &str) -> String;

macro_rules! catalogue {
    ($($(#[$doc:meta])* $name:ident: $kind:ty,)*) => {
        /// Every phrase of the interface in one language.
        #[derive(Debug)]
        pub struct Words { $($(#[$doc])* pub $name: $kind,)* }
    };
}

catalogue! {
    /// Which language this is.
    language: Language,
    /// The name of this language, as a link in the other.
    this_language: &'static str,
    /// The word for a unit.
    unit_word: &'static str,
    /// The municipality where it has no name yet.
    the_municipality: &'static str,
    /// A unit without a name.
    unnamed: &'static str,
    /// The name of a first round.
    round_of_year: fn(i64) -> String,

    /// Menu.
    menu: &'static str,
    /// Menu, and title of answering.
    answer: &'static str,
    /// Menu, and title of the result.
    result: &'static str,
    /// Menu, and title: the coordinator's round.
    round: &'static str,
    /// Menu, and title: comparison.
    compare: &'static str,
    /// Menu, and title: targets.
    targets: &'static str,
    /// Page: rounds over time.
    trend: &'static str,
    /// Page.
    shared_folder: &'static str,
    /// Title of the gallery.
    gallery: &'static str,
    /// Footer, and title.
    settings: &'static str,
    /// Footer, and title.
    data: &'static str,
    /// Title, and link.
    municipal_file: &'static str,
    /// Title, and link.
    handover: &'static str,
    /// Title, and link.
    archive: &'static str,
    /// Title, and link.
    purge: &'static str,
    /// Title, and link.
    erase: &'static str,
    /// Heading of those links.
    more_about_files: &'static str,
    /// The browser's promise not to clear the answers.
    promised: &'static str,
    /// No such promise.
    not_promised: &'static str,
    /// Footer, and title.
    about: &'static str,
    /// Footer's name.
    more_pages: &'static str,
    /// While a page of the desk is fetched.
    desk_opening: &'static str,
    /// A page of the desk could not be fetched.
    desk_missing: &'static str,
    /// A page of the desk waits because answers are in this tab alone.
    desk_unsaved: &'static str,
    /// Button.
    desk_try_again: &'static str,
    /// Skip link.
    to_content: &'static str,

    /// Save state.
    state_saving: &'static str,
    /// Save state, with the time.
    state_saved: WithText,
    /// Save state.
    state_temporarily: &'static str,
    /// Save state.
    state_only_here: &'static str,
    /// Save state.
    state_refused: &'static str,
    /// What is wrong with the store, each a sentence or two.
    trouble_blocked: &'static str,
    /// Another tab holds it.
    trouble_held: &'static str,
    /// It does not answer.
    trouble_no_answer: &'static str,
    /// No room.
    trouble_full: &'static str,
    /// Deleted under way.
    trouble_deleted: &'static str,
    /// A newer app.
    trouble_newer: &'static str,
    /// Something else.
    trouble_other: &'static str,
    /// What is safe then: kept in the journal.
    safe_temporarily: &'static str,
    /// What is safe then: only in this tab.
    safe_only_here: &'static str,
    /// Button.
    save_answers_as_file: &'static str,
    /// Button.
    try_again: &'static str,

    /// Start: heading.
    start_heading: &'static str,
    /// Start: lead.
    start_lead: &'static str,
    /// Start: first door.
    door_answer: &'static str,
    /// Start: what it is.
    door_answer_about: &'static str,
    /// Start: first door for one who has begun.
    door_continue: &'static str,
    /// Start: second door.
    door_file: &'static str,
    /// Start: what it is.
    door_file_about: &'static str,
    /// Start: third door.
    door_lead: &'static str,
    /// Start: what it is.
    door_lead_about: &'static str,
    /// Start: fourth door.
    door_example: &'static str,
    /// Start: what it is.
    door_example_about: &'static str,
    /// What stands on everything of the example.
    made_up: &'static str,
    /// The example's line on every page.
    example_banner: &'static str,
    /// Link: back to one's own.
    leave_example: &'static str,
    /// Start: how far one has come.
    start_progress: fn(&str, usize, usize) -> String,
    /// Start: three facts, each a heading and a sentence.
    start_facts: [(&'static str, &'static str); 3],

    /// Before answering: heading.
    begin_heading: &'static str,
    /// Before answering: which questions.
    begin_what: &'static str,
    /// Before answering: the unit has no questions in the set.
    begin_nothing: &'static str,
    /// Before answering: which unit. Takes the word for a unit.
    begin_which: WithText,
    /// Before answering: a new unit. Takes the word for a unit.
    begin_new: WithText,
    /// Before answering: label of its name.
    begin_name: WithText,
    /// Before answering: example of a name.
    begin_name_hint: &'static str,
    /// Before answering: the municipality as a whole, whose questions are answered once.
    begin_municipality: WithText,
    /// Before answering: alone or together.
    begin_who: &'static str,
    /// Together.
    begin_together: &'static str,
    /// What that means.
    begin_together_about: &'static str,
    /// Alone.
    begin_alone: &'static str,
    /// What that means.
    begin_alone_about: &'static str,
    /// Label of the role.
    begin_role: &'static str,
    /// Hint: not a name.
    begin_role_hint: &'static str,
    /// Button.
    begin_go: &'static str,
    /// Time estimate: questions, minutes.
    begin_estimate: WithCounts,
    /// Error: no unit.
    begin_needs_unit: &'static str,
    /// Error: no name.
    begin_needs_name: &'static str,
    /// Error: no role.
    begin_needs_role: &'static str,
    /// Error: neither alone nor together.
    begin_needs_who: &'static str,
    /// Heading of the errors.
    begin_errors: &'static str,

    /// Question `n` of `m` in the area.
    question_of: WithCounts,
    /// `n` of `m`.
    n_of_m: WithCounts,
    /// Minutes left.
    minutes_left: WithCount,
    /// All done.
    all_done: &'static str,
    /// Name of the list of areas.
    areas: &'static str,
    /// The question belongs to another unit.
    not_asked: &'static str,
    /// No question is waited for.
    nothing_asked: &'static str,
    /// An area that one may answer.
    voluntary: &'static str,
    /// So many questions.
    questions: WithCount,
    /// Who answers here: together.
    answering_together: &'static str,
    /// Who answers here: a role.
    answering_as: WithText,
    /// Link: change who answers.
    change: &'static str,
    /// Answer.
    dont_know: &'static str,
    /// Answer.
    not_applicable: &'static str,
    /// Answer of a whole area.
    not_our_area: &'static str,
    /// Button, with the area.
    mark_not_our_area: WithText,
    /// Done: the area is not ours.
    marked_not_our_area: WithText,
    /// Button.
    undo: &'static str,
    /// Button.
    redo: &'static str,
    /// Done: undone.
    undone: &'static str,
    /// Done: done again.
    redone: &'static str,
    /// Done: put back.
    was_put_back: &'static str,
    /// Title of a page.
    earlier_answers: &'static str,
    /// Title of a page.
    bin: &'static str,
    /// Title of a page.
    journal: &'static str,
    /// Button: take the answer back.
    clear: &'static str,
    /// Done: taken back.
    cleared: &'static str,
    /// Done: hidden.
    unit_hidden: &'static str,
    /// Label of the reason.
    why_label: &'static str,
    /// Voluntary.
    optional: &'static str,
    /// Label of the reason for *ej relevant*.
    reason_label: &'static str,
    /// What is asked for there.
    reason_hint: &'static str,
    /// Still missing.
    reason_missing: &'static str,
    /// Disclosure.
    more: &'static str,
    /// Why it is asked.
    why_asked: &'static str,
    /// Label of evidence.
    evidence_label: &'static str,
    /// Label of what is needed.
    need_label: &'static str,
    /// Checkbox.
    unsure: &'static str,
    /// Button.
    next_question: &'static str,
    /// Button: the next one that is not done.
    next_open: &'static str,
    /// Button.
    see_result: &'static str,
    /// Button.
    previous: &'static str,
    /// Hint of the digit keys.
    digit_hint: fn(u8) -> String,
    /// Two different answers, with the other one.
    two_answers: WithText,
    /// A level as a word, with number and name.
    level_named: fn(u8, &str) -> String,
    /// Waiting for the set.
    set_loading: &'static str,
    /// The set cannot be fetched.
    set_unreachable: &'static str,
    /// The set is damaged.
    set_damaged: &'static str,
    /// The question is not in the set.
    no_such_question: &'static str,
    /// Progress in words, for a screen reader.
    progress_label: fn(usize, usize) -> String,
    /// State of an area: done.
    area_done: &'static str,

    /// Result: heading with nothing to say yet.
    result_too_early: &'static str,
    /// Result: heading, strongest and weakest.
    result_spread: fn(&str, &str) -> String,
    /// Result: heading, all areas alike, with the mean.
    result_even: WithText,
    /// Result: heading, one area only, with it and its mean.
    result_one: fn(&str, &str) -> String,
    /// Result: heading, nothing relevant.
    result_nothing_relevant: &'static str,
    /// Result: coverage in a sentence: answered, relevant.
    result_coverage: WithCounts,
    /// Result: the mean in a sentence: mean, areas in it, areas.
    result_mean: fn(&str, usize, usize) -> String,
    /// Result: no mean yet: areas lacking.
    result_no_mean: &'static str,
    /// Result: the strongest and the weakest area, each with its value.
    result_ends: fn([&str; 2], [&str; 2]) -> String,
    /// Result: don't know, in a sentence: how many, the area with most of them, how many there.
    result_unknown: fn(usize, &str, usize) -> String,
    /// Result: coverage in a sentence, where answers are grades: answered, relevant.
    result_answered: WithCounts,
    /// Result: not applicable, in a sentence.
    result_not_applicable: WithCount,
    /// Result: nobody has answered for the unit.
    result_empty: &'static str,
    /// Which unit's result.
    result_choose: &'static str,
    /// Figure.
    mean: &'static str,
    /// Figure, and column: *uppfyllnadsgrad*.
    fulfilment: &'static str,
    /// What *uppfyllnadsgrad* is.
    own_calculation: &'static str,
    /// Part of the flower box.
    flowers: &'static str,
    /// Part of the flower box.
    grass: &'static str,
    /// Part of the flower box.
    soil: &'static str,
    /// Chart title, with the unit.
    flowers_title: WithText,
    /// Chart description.
    flowers_about: &'static str,
    /// Column.
    question: &'static str,
    /// Column.
    grade: &'static str,
    /// Column: who answers.
    answered_by: &'static str,
    /// Grade: no answer.
    unknown_or_unanswered: &'static str,
    /// Disclosure: every question of the flower box.
    question_by_question: &'static str,
    /// Before the legend of the flower box.
    key_label: &'static str,
    /// Figure.
    reached: &'static str,
    /// Figure.
    coverage: &'static str,
    /// Figure.
    weakest: &'static str,
    /// Figure: what it says of the mean: areas in it, areas.
    mean_over: WithCounts,
    /// Not agreed.
    not_agreed: &'static str,
    /// Not agreed, explained.
    not_agreed_about: &'static str,
    /// Insufficient data.
    insufficient: &'static str,
    /// No relevant question.
    no_relevant: &'static str,
    /// Reached level is open.
    reached_open: &'static str,
    /// Column.
    area: &'static str,
    /// Chart title, with the unit.
    bars_title: WithText,
    /// Chart description.
    bars_about: fn(u8) -> String,
    /// Chart description, in percent.
    bars_about_percent: &'static str,
    /// Mark: the round before.
    earlier_round: &'static str,
    /// Mark: a benchmark.
    benchmark: &'static str,
    /// Legend of the ticks for marks.
    show_in_picture: &'static str,
    /// Button.
    save_png: &'static str,
    /// Button.
    save_svg: &'static str,
    /// Chart description.
    distribution_about: &'static str,
    /// Column.
    level: &'static str,
    /// Column.
    individual_answers: &'static str,
    /// Mark: what the group agreed on.
    agreed_assessment: &'static str,
    /// In a table.
    yes: &'static str,
    /// Chart title, with the unit.
    radar_title: WithText,
    /// Chart description.
    radar_about: &'static str,
    /// Disclosure of the table twin.
    as_table: &'static str,
    /// Heading: each area.
    each_area: &'static str,
    /// Heading: next steps.
    next_steps: &'static str,
    /// What the list is.
    next_steps_about: &'static str,
    /// From a level to the next.
    step_from_to: fn(u8, u8) -> String,
    /// To the next grade.
    step_to: WithText,
    /// Heading: strengths.
    strengths: &'static str,
    /// What the list is.
    strengths_about: &'static str,
    /// Heading: to talk about.
    talks: &'static str,
    /// What the list is.
    talks_about: &'static str,
    /// Why: two answers.
    talk_two_answers: &'static str,
    /// Why: apart, from and to.
    talk_apart: fn(&str, &str) -> String,
    /// Why: unsure.
    talk_unsure: &'static str,
    /// Heading: what is not known.
    unknown: &'static str,
    /// What the list is.
    unknown_about: &'static str,
    /// Heading: priority.
    priority: &'static str,
    /// How the order comes about.
    priority_about: &'static str,
    /// No target yet.
    priority_none: &'static str,
    /// Button.
    set_targets: &'static str,
    /// Column: current state.
    now: &'static str,
    /// Column: target.
    target: &'static str,
    /// Column: gap.
    gap: &'static str,
    /// Column: gap, of percentages.
    gap_points: &'static str,
    /// Gap: no target.
    no_target: &'static str,
    /// Column: importance.
    importance: &'static str,
    /// An importance, 1–3.
    importance_of: fn(u8) -> String,
    /// Nothing decided.
    not_decided: &'static str,
    /// Column: gap times importance.
    priority_weight: &'static str,
    /// Column: by when.
    by_when: &'static str,
    /// Column: who decided.
    decider: &'static str,
    /// Beside an area that the law demands.
    by_law: &'static str,
    /// Head of a print, and column.
    print_whose: &'static str,
    /// Head of a print.
    print_round: &'static str,
    /// Head of a print.
    print_questions: &'static str,
    /// Head of a print.
    print_status: &'static str,
    /// Head of a print.
    print_draft: &'static str,
    /// Head of a print.
    print_date: &'static str,
    /// How it is counted: link.
    how_counted: &'static str,
    /// Button.
    print: &'static str,
    /// Button.
    continue_answering: &'static str,
    /// Column: the number of an axis.
    number: &'static str,
    /// Version of the set: title, version.
    set_version: fn(&str, &str) -> String,

    /// Settings: municipality.
    settings_municipality: &'static str,
    /// Settings: word for a unit.
    settings_unit_word: &'static str,
    /// Settings: hint for it.
    settings_unit_word_hint: &'static str,
    /// Settings: list of units, with the word.
    settings_units: WithText,
    /// Settings: no unit yet, with the word.
    settings_no_units: WithText,
    /// Settings: name of a unit.
    name: &'static str,
    /// Button, with the unit.
    move_up: WithText,
    /// Button, with the unit.
    move_down: WithText,
    /// Button, with the unit.
    hide: WithText,
    /// Short forms of the three, on the buttons.
    up: &'static str,
    /// Down.
    down: &'static str,
    /// Hide.
    hide_short: &'static str,
    /// Button, with the word.
    add_unit: WithText,
    /// Settings: this device.
    settings_device: &'static str,
    /// Settings: digit keys.
    settings_digits: &'static str,
    /// Settings: the coordinator's pages.
    settings_leads: &'static str,
    /// Settings: saves by itself.
    settings_autosave: &'static str,

    /// Data: where answers are: heading.
    data_where: &'static str,
    /// Data: in this browser.
    data_in_browser: &'static str,
    /// Data: number of facts.
    data_count: WithCount,
    /// Data: file out: heading.
    data_out: &'static str,
    /// Data: file out.
    data_out_about: &'static str,
    /// Data: file in: heading.
    data_in: &'static str,
    /// Data: file in.
    data_in_about: &'static str,
    /// Button.
    choose_file: &'static str,
    /// Data: set aside: heading.
    data_set_aside: &'static str,
    /// Data: set aside: number.
    data_set_aside_about: WithCount,
    /// Data: the name of the file with what was set aside.
    set_aside_file: &'static str,
    /// Button.
    save_set_aside: &'static str,

    /// Notice.
    notice_set_aside: &'static str,
    /// Notice: not JSON.
    notice_not_json: &'static str,
    /// Notice: not ours.
    notice_not_mognad: &'static str,
    /// Notice: too new.
    notice_too_new: &'static str,
    /// Notice: cannot be opened.
    notice_unreadable: &'static str,
    /// Notice: another municipality's, with its name.
    notice_other: WithText,
    /// Notice: another municipality's, without a name.
    notice_other_unnamed: &'static str,
    /// Notice: the file is the example.
    notice_example_file: &'static str,
    /// Notice: the example cannot be had.
    notice_example_unreachable: &'static str,
    /// What a file of the example begins with.
    example_file: &'static str,
    /// Notice: read in, with new or changed.
    notice_read: WithCount,
    /// Notice: nothing new.
    notice_read_nothing: &'static str,
    /// Notice: some could not be read.
    notice_read_damaged: WithCount,
    /// Link to the description of files that programs read.
    data_format: &'static str,
    /// In what a file would do: some have characters that could not be read.
    read_mended: WithCount,
    /// Notice: a file was made.
    notice_file_made: &'static str,
    /// Notice: new version.
    notice_update: &'static str,
    /// Button.
    take_update: &'static str,
    /// Button.
    dismiss: &'static str,
    /// Name of the place of notices.
    notices: &'static str,

    /// Unknown address: heading.
    lost_heading: &'static str,
    /// Unknown address: what to do.
    lost_about: &'static str,
    /// Link.
    to_start: &'static str,

    /// About: its text cannot be fetched.
    about_unreachable: &'static str,
    /// A letter that sends an area on: area, unit, link.
    area_letter: fn(&str, &str, &str) -> String,
    /// Title of the page of files that wait.
    read_in: &'static str,
    /// What reading in does.
    read_in_about: &'static str,
    /// Nothing waits.
    read_in_none: &'static str,
    /// Button.
    take_in: &'static str,
    /// Button.
    take_in_again: WithCount,
    /// Button.
    leave_files: &'static str,
    /// A file brings answers of a unit.
    brings: fn(&str, usize) -> String,
    /// A file brings a hand-in: unit, done, of, date.
    brings_handed_in: fn(&str, u32, u32, &str) -> String,
    /// New facts.
    would_be_new: WithCount,
    /// Changed facts.
    would_change: WithCount,
    /// Two different answers.
    would_be_two: WithCount,
    /// All is here.
    would_change_nothing: &'static str,
    /// Replaced here since.
    would_stay: WithCount,
    /// For a locked round.
    would_be_late: &'static str,
    /// Removed for good.
    would_purge: WithCount,
    /// Removed for good here.
    would_be_purged: WithCount,
    /// Title.
    hand_in: &'static str,
    /// What handing in does.
    hand_in_about: &'static str,
    /// Link, and the title of its page: the answers as a code for a camera.
    show_code: &'static str,
    /// How much is done.
    hand_in_so_far: WithCounts,
    /// Something is open.
    hand_in_open: WithCount,
    /// Heading of the preview.
    hand_in_preview: &'static str,
    /// Button.
    hand_in_file: &'static str,
    /// Button for the one who leads.
    hand_in_here: &'static str,
    /// Button, where the device has a share sheet.
    hand_in_share: &'static str,
    /// Receipt: done, of, date, changed since.
    receipt: fn(u32, u32, &str, usize) -> String,
    /// Heading.
    receipt_heading: &'static str,
    /// Field.
    round_name: &'static str,
    /// Notice.
    notice_link_cut: &'static str,
    /// Notice.
    notice_link_none: &'static str,
    /// Notice.
    notice_link_new: &'static str,
    /// Notice.
    notice_link_elsewhere: &'static str,
    /// Notice.
    notice_locked: &'static str,
    /// Notice.
    notice_purged: &'static str,
    /// Notice.
    notice_copied: &'static str,
    /// Notice.
    notice_not_copied: &'static str,
    /// Undo of files.
    took_in: &'static str,
    /// Colleagues' proposals.
    proposed: fn(&str, &str) -> String,
    /// Button.
    take_proposal: &'static str,

    /// Name of the block with what was answered before.
    before_label: &'static str,
    /// It is still being read.
    before_coming: &'static str,
    /// There is nothing.
    before_none: &'static str,
    /// Before an answer of the round right before this one, with the round's name.
    before_last: WithText,
    /// Before an answer of an earlier round, with its name.
    before_earlier: WithText,
    /// Two answers were given apart: takes them.
    before_two: WithText,
    /// The question means something else since.
    before_changed: &'static str,
    /// The answer was given to another question, with its text.
    before_other: WithText,
    /// Button: the answer is as it was.
    unchanged: &'static str,
    /// The answer is the same as before.
    unchanged_now: &'static str,
    /// Button.
    send_area: &'static str,
    /// Answering one area as a proposal.
    proposing_as: WithText,
    /// When everything was last saved as a file.
    backup_last: WithText,
    /// Never.
    backup_never: &'static str,
}

impl Words {
    /// The words of the desk in the same language; the program for answering has none of them.
    pub fn desk(&self) -> &'static DeskWords {
        match self.language {
            Language::Swedish => &desk::SWEDISH,
            Language::English => &desk::ENGLISH,
        }
    }
}
