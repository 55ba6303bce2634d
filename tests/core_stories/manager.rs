//! What people do, step by step, in words that a story can be read in.

use mognad::app::{
    CannotRead, ChosenFile, Device, Effect, Keeping, Loaded, Model, Moment, Msg, Preview,
    PublishedSet, question_state, update,
};
use mognad::domain::{
    Document, DocumentId, QuestionId, QuestionSet, SetId, State, Timestamp, UnitId, WriterId,
};
use mognad::i18n::Language;

use crate::published::compiled;

/// Somebody at a device of her own.
#[derive(Clone)]
pub struct Manager {
    pub model: Model,
    clock: i64,
    pub effects: Vec<Effect>,
}

/// A set as it is published, and the text that a round keeps.
pub fn published_as(id: &str) -> (QuestionSet, String) {
    let set = compiled(id).set;
    let source = serde_json::to_string(&set).unwrap();
    (set, source)
}

pub fn published() -> (QuestionSet, String) {
    published_as("it-mognad")
}

pub fn set_id() -> SetId {
    SetId::parse("it-mognad").unwrap()
}

pub fn question(id: &str) -> QuestionId {
    QuestionId::parse(id).unwrap()
}

impl Manager {
    pub fn new(writer: u64) -> Self {
        let mut manager = Self {
            model: Model::new(
                DocumentId::from_random(writer),
                Device::default(),
                WriterId(writer),
            ),
            clock: 0,
            effects: Vec::new(),
        };
        manager.tell(Msg::Loaded(Loaded {
            document: Document::new(DocumentId::from_random(7)),
            keeping: Keeping::Browser,
            set_aside: 0,
            newly: false,
            partly: false,
        }));
        for id in SetId::published() {
            let (set, source) = published_as(id.as_str());
            let came = Box::new(PublishedSet { set, source });
            manager.tell(Msg::SetCame(id, Language::Swedish, Ok(came)));
        }
        manager
    }

    pub fn tell(&mut self, msg: impl Into<Msg>) {
        self.clock += 60_000;
        let moment = Moment {
            now: Timestamp(1_795_474_740_000 + self.clock),
            offset: 60,
            random: u128::from(u64::try_from(self.clock).unwrap()) * ((1 << 96) + (1 << 32)) + 5,
        };
        self.effects = update(&mut self.model, msg.into(), &moment).effects;
    }

    /// Chooses a file, and takes it in where that would do something; gives what the preview said.
    pub fn reads_in(&mut self, text: String) -> Result<Preview, CannotRead> {
        self.tell(Msg::FilesCame(vec![ChosenFile {
            name: "svar.mognad.json".to_owned(),
            text: Some(text),
        }]));
        let preview = self.model.incoming[0].preview.clone();
        if preview.as_ref().is_ok_and(Preview::does_something) {
            self.tell(Msg::TakeIn);
        }
        preview
    }

    pub fn begins(&mut self, name: &str, role: Option<&str>) -> UnitId {
        self.tell(Msg::Begin {
            set: set_id(),
            unit: Err(name.to_owned()),
            role: role.map(str::to_owned),
        });
        self.model.device.unit.clone().unwrap()
    }

    pub fn says(&mut self, unit: &UnitId, id: &str, state: State) {
        self.tell(Msg::Choose(set_id(), unit.clone(), question(id), state));
    }

    pub fn state_of(&self, unit: &UnitId, id: &str) -> mognad::app::QuestionState {
        let set = self.model.set(&set_id()).unwrap();
        let (_, asked) = set.question(&question(id)).unwrap();
        question_state(&self.model, unit, asked)
    }

    pub fn ticket(&self) -> u64 {
        self.effects
            .iter()
            .find_map(|effect| match effect {
                Effect::Save { ticket, .. } => Some(*ticket),
                _ => None,
            })
            .expect("something was to be saved")
    }
}
