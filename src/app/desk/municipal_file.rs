//! *Kommunens fil*: everything, in one file on the municipality's own share, saved back to the same file.
//!
//! Somebody else may have written there since. So the file is read and merged first, and what cannot be read whole is never
//! written over; what was written is read back and compared before it is called saved.

use crate::app::message::Moment;
use crate::app::model::Section;
use crate::app::outcome::Outcome;
use crate::app::{CannotRead, Effect, Model, answering, keeping, reading_in};
use crate::domain::{Address, DocumentField, Timestamp, Value};
use crate::exchange::{file_from_json, plain_name};

use super::DeskEffect;

/// How often a file that others write at the same time is read anew before one gives up for now.
const MOST_TRIES: u8 = 3;

/// What is known of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Known {
    /// Not looked for yet.
    #[default]
    Unknown,
    /// This browser cannot write to files: they are saved as downloads.
    NotHere,
    /// None has been chosen.
    NotChosen,
    /// Chosen, under this name.
    Named(String),
}

/// How a file is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A new one. The browser empties a file that is chosen like this, before anybody can read it.
    New,
    /// One that is there.
    Existing,
}

/// What kept a file from being read or written. It is as it was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileTrouble {
    /// The person chose none.
    NotChosen,
    /// The browser was not allowed to.
    NotAllowed,
    /// It is not where it was.
    Gone,
    /// Somebody else wrote to it in between.
    Changed,
    /// No room.
    Full,
    /// Something else.
    Other,
}

/// Why a save to the file came to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotWritten {
    /// The file could not be read or written.
    Trouble(FileTrouble),
    /// What stands in it is not this municipality's, or cannot be read; it was not written over.
    Foreign(CannotRead),
    /// Some of what stands in it cannot be read; it was not written over.
    Damaged(usize),
    /// What was read back is not what was written.
    ReadsOtherwise,
    /// What is here could not be made into a file.
    NotMade,
}

/// How far a save has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Step {
    /// Nothing is under way.
    #[default]
    Resting,
    /// The file is being read or written.
    Working,
    /// Written and read back.
    Done {
        /// When.
        at: Timestamp,
        /// How many facts came in from the file.
        came: usize,
    },
    /// It came to nothing.
    Failed(NotWritten),
}

/// The file and what is done with it.
#[derive(Debug, Clone, Default)]
pub struct MunicipalFile {
    /// What is known of it.
    pub known: Known,
    /// How far a save has come.
    pub step: Step,
    /// What is being written: its text, how many facts it has, how many came from the file, and how often it was tried.
    writing: Option<(String, usize)>,
    came: usize,
    tries: u8,
}

/// What happens to the file.
#[derive(Debug)]
pub enum FileMsg {
    /// The page wants to know which file it is.
    Look,
    /// What is known of it.
    Found(Known),
    /// A person wants to choose one.
    Choose(Choice),
    /// One was chosen.
    Chosen(Result<String, FileTrouble>),
    /// A person wants everything saved to it.
    Save,
    /// It was read.
    Read(Result<String, FileTrouble>),
    /// It was written; this is what it reads now.
    Written(Result<String, FileTrouble>),
    /// A person wants it forgotten; the file itself stays.
    Forget,
    /// Where it is kept, in a person's words.
    Place(String),
    /// Whether this device reminds of it.
    Remind(bool),
}

/// Lets something happen to the file.
pub(super) fn act(model: &mut Model, msg: FileMsg, moment: &Moment, out: &mut Outcome) {
    match msg {
        FileMsg::Look => ask(out, DeskEffect::LookForFile),
        FileMsg::Found(known) => model.desk.file.known = known,
        FileMsg::Choose(choice) => {
            let municipality = model.municipality().unwrap_or_default();
            let mut name = plain_name(municipality) + ".mognad.json";
            if model.is_example() {
                name.insert_str(0, model.words().example_file);
            }
            ask(out, DeskEffect::ChooseFile(choice, name));
        }
        FileMsg::Chosen(Ok(name)) => {
            model.desk.file.known = Known::Named(name);
            save(model, out);
        }
        FileMsg::Chosen(Err(FileTrouble::NotChosen)) => {}
        FileMsg::Chosen(Err(why)) | FileMsg::Read(Err(why)) => {
            fail(model, NotWritten::Trouble(why));
        }
        FileMsg::Save => save(model, out),
        FileMsg::Read(Ok(text)) => {
            if let Err(why) = merge_and_write(model, &text, moment, out) {
                fail(model, why);
            }
        }
        FileMsg::Written(Err(FileTrouble::Changed)) if model.desk.file.tries < MOST_TRIES => {
            model.desk.file.tries += 1;
            ask(out, DeskEffect::ReadFile);
        }
        FileMsg::Written(Err(why)) => fail(model, NotWritten::Trouble(why)),
        FileMsg::Written(Ok(text)) => written(model, &text, moment, out),
        FileMsg::Forget => {
            model.desk.file = MunicipalFile {
                known: Known::NotChosen,
                ..MunicipalFile::default()
            };
            ask(out, DeskEffect::ForgetFile);
        }
        FileMsg::Place(place) => {
            let address = Address::Document(DocumentField::FilePlace);
            match place.trim() {
                "" => out.remove(model, address),
                place => out.write(model, moment, address, Value::Text(place.to_owned())),
            }
        }
        FileMsg::Remind(on) => {
            model.device.reminds = on;
            out.changed(Section::Device);
            out.effect(Effect::KeepDevice);
        }
    }
    out.changed(Section::Files);
}

fn ask(out: &mut Outcome, effect: DeskEffect) {
    out.effect(Effect::Desk(effect));
}

fn fail(model: &mut Model, why: NotWritten) {
    model.desk.file.writing = None;
    model.desk.file.step = Step::Failed(why);
}

fn save(model: &mut Model, out: &mut Outcome) {
    let file = &mut model.desk.file;
    if file.step == Step::Working {
        return;
    }
    file.step = Step::Working;
    file.tries = 0;
    file.came = 0;
    ask(out, DeskEffect::ReadFile);
}

/// Takes in what stands in the file, and writes everything back.
fn merge_and_write(
    model: &mut Model,
    text: &str,
    moment: &Moment,
    out: &mut Outcome,
) -> Result<(), NotWritten> {
    if !text.trim().is_empty() {
        let (preview, document) = reading_in::open(model, text).map_err(NotWritten::Foreign)?;
        if preview.damaged > 0 {
            return Err(NotWritten::Damaged(preview.damaged));
        }
        reading_in::adopt(model, &document, out);
        let came = reading_in::merge(model, document, out);
        model.desk.file.came += came;
        if came > 0 {
            answering::settle_sets(model, out);
            out.changed_all();
        }
    }
    let text_now = keeping::whole_file(model, moment.now).map_err(|_| NotWritten::NotMade)?;
    model.desk.file.writing = Some((text_now.clone(), model.document.len()));
    ask(
        out,
        DeskEffect::WriteFile {
            instead_of: text.to_owned(),
            text: text_now,
        },
    );
    Ok(())
}

/// The file was written: it is saved only if it reads as it was meant.
fn written(model: &mut Model, text: &str, moment: &Moment, out: &mut Outcome) {
    let Some((meant, facts)) = model.desk.file.writing.take() else {
        return;
    };
    let whole = file_from_json(text).is_ok_and(|read| read.damaged.is_empty());
    if text != meant || !whole {
        return fail(model, NotWritten::ReadsOtherwise);
    }
    model.desk.file.step = Step::Done {
        at: moment.now,
        came: model.desk.file.came,
    };
    keeping::backed_up(model, moment, out);
    model.device.backup = Some((moment.now, facts));
}
