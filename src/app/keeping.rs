//! Keeping what was entered: what the stores say, files out and in.

use super::message::{Loaded, Moment, Rest};
use super::model::Section;
use super::outcome::Outcome;
use super::saves::{Notice, Refusal};
use super::undo::Steps;
use super::{Answers, Effect, Logged, Model};
use crate::domain::{
    Address, Document, DocumentField, DocumentId, Fact, PersonField, PersonId, Timestamp,
};
use crate::exchange::{file_from_json, file_name, file_to_json};

pub(super) fn loaded(model: &mut Model, loaded: Loaded, out: &mut Outcome) {
    let stored = loaded.document.len();
    if model.document.is_empty() {
        model.document = loaded.document;
    } else {
        // The stores were asked for this document, so they cannot answer with another one.
        let _ = model.document.merge(loaded.document);
    }
    settle_persons(model, out);
    let lacking = model.document.len() > stored || model.saves.refused.is_some();
    model.saves.keeping = loaded.keeping;
    model.saves.refused = None;
    model.saves.pending.clear();
    model.set_aside = loaded.set_aside;
    model.partly = loaded.partly;
    if loaded.newly {
        model.notify(Notice::SetAside);
    }
    super::answering::settle_sets(model, out);
    if lacking {
        let facts: Vec<Address> = model.document.facts().map(|(a, _)| a.clone()).collect();
        out.save_all(facts);
    }
    out.changed_all();
}

/// The rest of the document joins what is here.
pub(super) fn rest_came(model: &mut Model, rest: Result<Rest, Refusal>, out: &mut Outcome) {
    model.partly = false;
    match rest {
        Ok(rest) => {
            let mut stale = false;
            for (address, fact) in rest.facts {
                stale |= model.document.is_purged(&address);
                model.document.merge_fact(address, fact);
            }
            if stale {
                out.effect(Effect::Rewrite);
            }
            model.set_aside += rest.set_aside;
            if rest.set_aside > 0 {
                model.notify(Notice::SetAside);
            }
            super::answering::settle_sets(model, out);
        }
        // Everything is read anew, and what is wrong is said there.
        Err(_) => out.effect(Effect::OpenStores),
    }
    for section in [
        Section::Answers,
        Section::Units,
        Section::Targets,
        Section::Storage,
        Section::Notices,
    ] {
        out.changed(section);
    }
}

pub(super) fn saved(model: &mut Model, ticket: u64, at: Timestamp, out: &mut Outcome) {
    model.saves.pending.retain(|other| *other != ticket);
    model.saves.last = Some(at);
    if model.saves.pending.is_empty() {
        model.saves.refused = None;
    }
    if !model.device.asked_to_keep {
        // Once, as a browser may ask the person; and again when something is handed in.
        model.device.asked_to_keep = true;
        out.effect(Effect::KeepDevice);
        out.effect(Effect::AskToPersist);
    }
    out.changed(Section::Storage);
}

pub(super) fn not_saved(model: &mut Model, ticket: u64, why: Refusal, out: &mut Outcome) {
    // Its ticket stays open until everything has been saved again.
    if !model.saves.pending.contains(&ticket) {
        model.saves.pending.push(ticket);
    }
    // A store that a newer app has taken over is gone for this page; that is what there is to say.
    if model.saves.refused != Some(Refusal::NewerApp) {
        model.saves.refused = Some(why);
    }
    out.changed(Section::Storage);
}

pub(super) fn storage_lost(model: &mut Model, why: Refusal, out: &mut Outcome) {
    model.saves.refused = Some(why);
    out.changed(Section::Storage);
}

/// Saves everything as a file.
pub(super) fn save_file(model: &mut Model, moment: &Moment, out: &mut Outcome) {
    match whole_file(model, moment.now) {
        Ok(text) => {
            let municipality = model
                .document
                .text(&Address::Document(DocumentField::Municipality))
                .unwrap_or_default();
            let mut name = file_name(municipality, &moment.local().date());
            if model.is_example() {
                name.insert_str(0, model.words().example_file);
            }
            out.effect(Effect::OfferFile { name, text });
            model.notify(Notice::FileMade);
            backed_up(model, moment, out);
        }
        Err(notice) => model.notify(notice),
    }
    out.changed(Section::Notices);
}

/// Everything as the text of a file, which has been read back: it is given only if it says what it was made from.
pub(super) fn whole_file(model: &Model, at: Timestamp) -> Result<String, Notice> {
    let text = file_to_json(&model.document, at);
    match file_from_json(&text) {
        Ok(read) if read.document == model.document && read.damaged.is_empty() => Ok(text),
        Ok(_) => Err(Notice::FileUnreadable),
        Err(error) => Err(Notice::FileRefused(error)),
    }
}

/// Lays the example into a workspace of its own that is still empty.
pub(super) fn example_came(model: &mut Model, text: Option<&str>, out: &mut Outcome) {
    let Some(Ok(read)) = text.map(file_from_json) else {
        model.notify(Notice::ExampleUnreachable);
        out.changed(Section::Notices);
        return;
    };
    if model.document.is_empty() {
        model.document = read.document;
        model.device.leads = true; // there is more to look at than one's own questions
        out.effect(Effect::KeepDevice);
        out.effect(Effect::Adopt(model.document.id().clone()));
        let all: Vec<Address> = model.document.facts().map(|(a, _)| a.clone()).collect();
        out.save_all(all);
        out.changed_all();
    }
}

/// Something was removed for good: it goes out of every store, and out of what this session could bring back.
pub(super) fn purged(model: &mut Model, out: &mut Outcome) {
    model.steps = Steps::default();
    model.undo = None;
    settle_persons(model, out);
    out.effect(Effect::Rewrite);
}

/// Whoever answered alone here and has been removed for good is asked anew who answers: as that person nothing can be kept.
fn settle_persons(model: &mut Model, out: &mut Outcome) {
    let document = &model.document;
    let gone =
        |person: &PersonId| document.is_purged(&Address::Person(person.clone(), PersonField::Role));
    let device = &mut model.device;
    let many = device.persons.len();
    device.persons.retain(|person| !gone(person));
    let present = matches!(&device.answers, Some(Answers::Person(person)) if gone(person));
    if present {
        device.answers = None;
    }
    if present || device.persons.len() < many {
        out.effect(Effect::KeepDevice);
        out.changed(Section::Device);
    }
}

/// Another tab of this browser wrote facts, and keeps them itself.
pub(super) fn tab_wrote(
    model: &mut Model,
    document: Option<DocumentId>,
    facts: Vec<(Address, Fact)>,
    out: &mut Outcome,
) {
    if let Some(theirs) = document.filter(|theirs| theirs != model.document.id()) {
        if !model.document.is_empty() {
            return; // what became of the two is read at the next load
        }
        model.document = Document::new(theirs); // it took over a file or an invitation
    }
    let mut changed = false;
    let mut purges = false;
    for (address, fact) in facts {
        purges |= matches!(address, Address::Purged(_));
        changed |= model.document.merge_fact(address, fact);
    }
    if changed {
        if purges {
            purged(model, out); // what this tab had on its way may have come to the stores after the other's rewriting
        }
        super::answering::settle_sets(model, out);
        out.changed_all();
    }
}

pub(super) fn backed_up(model: &mut Model, moment: &Moment, out: &mut Outcome) {
    model.device.backup = Some((moment.now, model.document.len()));
    model
        .device
        .note(moment.now, Logged::BackedUp, String::new());
    out.effect(Effect::KeepDevice);
    out.changed(Section::Device);
}
