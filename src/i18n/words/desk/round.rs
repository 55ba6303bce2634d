//! The words of the round: its plan, its state, its lock.

use crate::i18n::WithText;
use crate::i18n::words::WithCounts;

/// The words of the round: its plan, its state, its lock.
#[derive(Debug)]
pub struct RoundWords {
    /// No question, in a table.
    pub nothing_asked_short: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// Heading: how far.
    pub far: &'static str,
    /// Heading: who answers what.
    pub who_answers: &'static str,
    /// How it works.
    pub who_answers_about: &'static str,
    /// No one is named.
    pub nobody_yet: &'static str,
    /// Button, where there is no unit yet.
    pub add_units_first: &'static str,
    /// How many are in.
    pub asked_in: WithCounts,
    /// Heading.
    pub plan: &'static str,
    /// Field.
    pub due: &'static str,
    /// Heading of what is asked.
    pub asks: &'static str,
    /// What leaving out does.
    pub asks_about: &'static str,
    /// Questions and minutes of a förvaltning.
    pub load: WithCounts,
    /// Column.
    pub standing: &'static str,
    /// Standing.
    pub standing_waiting: &'static str,
    /// Standing.
    pub standing_invited: &'static str,
    /// Standing.
    pub standing_begun: &'static str,
    /// Standing.
    pub standing_handed_in: &'static str,
    /// Standing.
    pub standing_late: &'static str,
    /// Button.
    pub copy_invitation: &'static str,
    /// Button.
    pub invitation_as_file: &'static str,
    /// Button.
    pub copy_reminder: &'static str,
    /// What an invitation carries.
    pub invite_about: &'static str,
    /// Button.
    pub lock_round: &'static str,
    /// Button.
    pub unlock_round: &'static str,
    /// What locking does.
    pub lock_about: &'static str,
    /// Locked since.
    pub locked_since: WithText,
    /// Button.
    pub new_round: &'static str,
    /// What the next round does.
    pub new_round_about: &'static str,
    /// A letter with the link: reminds or invites, unit, round, due date, questions, minutes, link.
    pub letter: fn(Letter) -> String,
    /// What an invitation's file is called after its unit.
    pub invitation_file: &'static str,
}

/// What a letter to a unit tells.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// It reminds; otherwise it invites.
    pub reminds: bool,
    /// To whom.
    pub unit: &'a str,
    /// Of which round.
    pub round: &'a str,
    /// By when, as a date; empty where no date was set.
    pub due: &'a str,
    /// How many questions.
    pub questions: usize,
    /// About how many minutes.
    pub minutes: usize,
    /// Where to begin.
    pub link: &'a str,
}

/// In Swedish.
pub const SWEDISH: RoundWords = RoundWords {
    nothing_asked_short: "Inga frågor",
    lead: "Här ser du vem som svarar på vad och hur långt alla har kommit.",
    far: "Så långt har alla kommit",
    who_answers: "Vem svarar på vad",
    who_answers_about: "Välj vem som ska svara på varje område. Kommunens blomlåda sätts ihop av de svaren. De andra får inte frågorna, men ledning och teknik kan de svara på frivilligt. Ett område där ingen är utsedd kan alla svara på, och då räknas kommunens eget svar i blomlådan.",
    nobody_yet: "Ingen utsedd än",
    add_units_first: "Lägg till förvaltningar först",
    asked_in: |n, of| format!("{n} av {of} inne"),
    plan: "Planera omgången",
    due: "Lämnas in senast",
    asks: "Vad som frågas",
    asks_about: "Allt är med från början. Ta bort bocken för det som inte ska frågas i den här omgången.",
    load: |questions, minutes| {
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
    new_round_about: "Nästa omgång får samma upplägg. Svaren i den här omgången ligger kvar.",
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
    invitation_file: "inbjudan",
};

/// In English.
pub const ENGLISH: RoundWords = RoundWords {
    nothing_asked_short: "No questions",
    lead: "Here you see who answers what, and how far everyone has come.",
    far: "How far everyone has come",
    who_answers: "Who answers what",
    who_answers_about: "Choose who is to answer each area. The municipality's flower box is put together from those answers. The others do not get the questions, but may answer leadership and technology voluntarily. An area with nobody named can be answered by all, and then the municipality's own answer counts in the flower box.",
    nobody_yet: "Nobody named yet",
    add_units_first: "Add administrations first",
    asked_in: |n, of| format!("{n} of {of} are in"),
    plan: "Plan the round",
    due: "To be handed in by",
    asks: "What is asked",
    asks_about: "Everything is asked at first. Untick what this round is not to ask.",
    load: |questions, minutes| {
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
    new_round_about: "The next round is laid out like this one. The answers of this round stay.",
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
    invitation_file: "invitation",
};
