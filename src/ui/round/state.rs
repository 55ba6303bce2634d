//! *Läget i omgången*: who is in, who is invited, and what to send; locking, and the next round.

use crate::app::{DeskMsg, Participant, Section, Standing, Way, participants};
use crate::domain::{UnitId, changed_since, lock, receipts, role_of};
use crate::i18n::{LocalTime, Words};
use crate::platform;
use crate::ui::element::{El, el};
use crate::ui::parts::{Weight, button, h2, p, quiet};
use crate::ui::runtime::Runtime;

/// Everyone who takes part, with how far they have come.
pub fn view(runtime: Runtime, words: &'static Words) -> El {
    let sections = [Section::Answers, Section::Units, Section::Sets];
    let everyone = runtime.read(&sections, participants);
    let inside = everyone
        .iter()
        .filter(|one| one.standing >= Standing::HandedIn)
        .count();
    let rows = everyone.iter().map(|one| row(runtime, words, one));
    el("div")
        .id("round-state")
        .child(
            p((words.desk().round.asked_in)(inside, everyone.len()))
                .class("lead")
                .id("round-in"),
        )
        .child(quiet(words.desk().round.invite_about))
        .child(el("ul").class("participants").children(rows))
}

fn row(runtime: Runtime, words: &'static Words, one: &Participant) -> El {
    let name = runtime.peek(|model| model.unit_name(&one.unit));
    let standing = match one.standing {
        Standing::Waiting => words.desk().round.standing_waiting,
        Standing::Invited => words.desk().round.standing_invited,
        Standing::Begun => words.desk().round.standing_begun,
        Standing::HandedIn => words.desk().round.standing_handed_in,
        Standing::Late => words.desk().round.standing_late,
    };
    let gesture = |what: &str, text: &'static str, msg: fn(UnitId) -> DeskMsg| {
        let unit = one.unit.clone();
        button(
            Weight::Tertiary,
            format!("{what}-{}", one.unit),
            text,
            move || runtime.send(msg(unit.clone())),
        )
        .attr("aria-label", format!("{text}: {name}"))
    };
    let waits = one.standing < Standing::HandedIn;
    let invited = one.standing > Standing::Waiting;
    el("li")
        .child(el("strong").text(name.clone()))
        .child(el("span").class("standing").text(standing))
        .children(handed_in(runtime, words, &one.unit))
        .child(
            el("span")
                .class("buttons")
                .child(gesture(
                    "invite",
                    words.desk().round.copy_invitation,
                    |unit| DeskMsg::Invite(unit, Way::Copy),
                ))
                .child(gesture(
                    "invite-file",
                    words.desk().round.invitation_as_file,
                    |unit| DeskMsg::Invite(unit, Way::File),
                ))
                .children((waits && invited).then(|| {
                    gesture(
                        "remind",
                        words.desk().round.copy_reminder,
                        DeskMsg::CopyReminder,
                    )
                })),
        )
}

/// What a unit has handed in, a line for each voice.
fn handed_in(runtime: Runtime, words: &'static Words, unit: &UnitId) -> Vec<El> {
    runtime.peek(|model| {
        let Some(round) = model.round() else {
            return Vec::new();
        };
        let all = receipts(&model.document, &round, unit).into_iter();
        all.map(|receipt| {
            let changed = changed_since(&model.document, &round, unit, &receipt);
            let date = LocalTime::new(receipt.at, platform::offset(receipt.at)).date();
            let line = (words.receipt)(receipt.seal.done, receipt.seal.of, &date, changed);
            // Of several who handed in for one unit, each is named by the role.
            let role = receipt
                .voice
                .person()
                .map(|person| role_of(&model.document, person));
            let line = match role.unwrap_or_default() {
                "" => line,
                role => format!("{role}: {line}"),
            };
            el("span").class("quiet").text(line)
        })
        .collect()
    })
}

/// Locking the round, and beginning the next.
pub fn closing(runtime: Runtime, words: &'static Words) -> El {
    let locked = runtime.read(&[Section::Answers, Section::Units], |model| {
        let round = model.round()?;
        lock(&model.document, &round).map(|(_, at)| at)
    });
    let section = el("section")
        .id("closing")
        .child(h2(words.desk().round.lock_round));
    let section = match locked {
        Some(at) => {
            let date = LocalTime::new(at, platform::offset(at)).date();
            section.child(p((words.desk().round.locked_since)(&date)))
        }
        None => section.child(p(words.desk().round.lock_about)),
    };
    let turn = match locked {
        Some(_) => button(
            Weight::Secondary,
            "unlock",
            words.desk().round.unlock_round,
            move || {
                runtime.send(DeskMsg::Lock(false));
            },
        ),
        None => button(
            Weight::Secondary,
            "lock",
            words.desk().round.lock_round,
            move || {
                runtime.send(DeskMsg::Lock(true));
            },
        ),
    };
    let next = locked.map(|_| {
        button(
            Weight::Secondary,
            "new-round",
            words.desk().round.new_round,
            move || {
                runtime.send(DeskMsg::NewRound);
            },
        )
    });
    let about = locked.map(|_| quiet(words.desk().round.new_round_about));
    section
        .children(about)
        .child(el("p").class("buttons").child(turn).children(next))
}
