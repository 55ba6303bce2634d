//! One straight line: message → update → effects out; changed sections → views.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::{Outside, Program, empty_model, present_route};
use crate::app::{Effect as Task, Model, Moment, Msg, Route, Section};
use crate::domain::WriterId;
use crate::i18n::{Language, Words};
use crate::platform::{self, Kind, Store, Tabs, Timer};

/// How long typing must rest before it is kept, in milliseconds.
const REST: i32 = 400;

/// How long the first page gets to be painted before the rest of the document is read, in milliseconds.
const PAINT: i32 = 100;

/// How often that is waited again for questions that are on their way.
const MOST_WAITS: u8 = 10;

/// What views hold: a handle to the model, with a signal for each section.
#[derive(Clone, Copy)]
pub struct Runtime {
    inner: StoredValue<&'static Inner, LocalStorage>,
    sections: [RwSignal<u32>; Section::ALL.len()],
}

struct Inner {
    program: &'static Program,
    model: RefCell<Model>,
    store: Rc<Store>,
    /// What was done while a part of the document was still to be read.
    waiting: RefCell<Vec<Msg>>,
    /// Text that is being typed, as the message that will keep it.
    typed: RefCell<Option<Msg>>,
    tabs: Tabs,
    /// What fulfils the effects of the desk, from when the browser is heard.
    outside: OnceCell<Outside>,
    rest: RefCell<Option<Timer>>,
}

impl Runtime {
    /// A runtime over stores that have not been read yet.
    pub fn new(program: &'static Program, writer: WriterId, store: Rc<Store>) -> Self {
        Self {
            // There is one app, and it lives as long as the page.
            inner: StoredValue::new_local(Box::leak(Box::new(Inner {
                program,
                model: RefCell::new(empty_model(writer)),
                store,
                waiting: RefCell::new(Vec::new()),
                typed: RefCell::new(None),
                tabs: Tabs::open(),
                outside: OnceCell::new(),
                rest: RefCell::new(None),
            }))),
            sections: Section::ALL.map(|_| RwSignal::new(0)),
        }
    }

    // Views read the model in a hundred places: what is not their own stands in functions of its own.
    #[inline(never)]
    fn inner(self) -> &'static Inner {
        self.inner.get_value()
    }

    #[inline(never)]
    fn track(self, sections: &[Section]) {
        for section in sections {
            if let Some(signal) = self.signal(*section) {
                signal.track();
            }
        }
    }

    /// Reads the model, and again whenever one of the sections changes.
    pub fn read<T>(self, sections: &[Section], read: impl FnOnce(&Model) -> T) -> T {
        self.track(sections);
        self.peek(read)
    }

    /// A number that is another one when one of the sections has changed since.
    pub fn version(self, sections: &[Section]) -> u32 {
        let signals = sections.iter().filter_map(|section| self.signal(*section));
        let counts = signals.map(|signal| signal.get_untracked());
        counts.fold(0, u32::wrapping_add)
    }

    /// Reads the model as it is now.
    pub fn peek<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        read(&self.inner().model.borrow())
    }

    fn signal(self, section: Section) -> Option<RwSignal<u32>> {
        let place = Section::ALL.iter().position(|other| *other == section)?;
        self.sections.get(place).copied()
    }

    /// The words of the interface; views are built anew when the language changes.
    pub fn words(self) -> &'static Words {
        self.peek(Model::words)
    }

    /// Tells the other tabs that everything was erased.
    pub fn tell_erased(self) {
        self.inner().tabs.tell_erased();
    }

    /// The pages that this program has.
    pub fn program(self) -> &'static Program {
        self.inner().program
    }

    /// The route and the language, which together decide the page.
    pub fn route_and_language(self) -> (Route, Language) {
        self.read(&[Section::Route, Section::Device], |model| {
            (model.route.clone(), model.device.language)
        })
    }

    /// Lets a message act, after what is being typed.
    pub fn send(self, msg: impl Into<Msg>) {
        self.flush();
        self.act_on_whole(msg.into());
    }

    /// What acts on a document acts on all of it: a file that is made now must hold every round.
    fn act_on_whole(self, msg: Msg) {
        if self.peek(|model| model.partly) {
            self.inner().waiting.borrow_mut().push(msg);
            self.read_rest();
        } else {
            self.act(msg);
        }
    }

    /// Keeps what is being typed when it rests for a moment; another field's text is kept at once.
    pub fn typed(self, msg: Msg) {
        let inner = self.inner();
        let other = inner
            .typed
            .borrow()
            .as_ref()
            .is_some_and(|before| !same_field(before, &msg));
        if other {
            self.flush();
        }
        *inner.typed.borrow_mut() = Some(msg);
        *inner.rest.borrow_mut() = Some(Timer::after(REST, move || self.flush()));
    }

    /// Keeps what is being typed now.
    pub fn flush(self) {
        let inner = self.inner();
        let typed = inner.typed.borrow_mut().take();
        if let Some(msg) = typed {
            self.act(msg);
        }
    }

    fn act(self, msg: Msg) {
        let moment: Moment = platform::moment();
        let inner = self.inner();
        let update = (inner.program.update)(&mut inner.model.borrow_mut(), msg, &moment);
        for effect in update.effects {
            self.fulfil(effect);
        }
        for (section, signal) in Section::ALL.into_iter().zip(self.sections) {
            if update.changed.contains(section) {
                signal.update(|count| *count = count.wrapping_add(1));
            }
        }
        platform::keep_focus();
        if !self.peek(|model| model.partly) {
            for msg in inner.waiting.take() {
                self.act(msg);
            }
        }
    }

    /// What fulfils the effects of the desk; begins it the first time, when the stores have been read.
    fn outside(self) -> &'static Outside {
        let inner = self.inner();
        let begin = || (inner.program.outside)(self, Rc::clone(&inner.store));
        inner.outside.get_or_init(begin)
    }

    fn fulfil(self, task: Task) {
        let store = Rc::clone(&self.inner().store);
        match task {
            Task::Save {
                ticket,
                facts,
                earlier,
            } => {
                let saving = store.save_now(&facts, &earlier);
                let id = self.peek(|model| model.document.id().clone());
                self.inner().tabs.tell(&id, &facts);
                platform::spawn(async move {
                    self.act(match saving.await {
                        Ok(()) => Msg::Saved { ticket },
                        Err(why) => Msg::NotSaved { ticket, why },
                    });
                });
            }
            Task::KeepDevice => self.peek(|model| platform::keep_device(&model.device)),
            Task::FetchSet(id, language) => platform::spawn(async move {
                let set = platform::fetch_set(&id, language).await.map(Box::new);
                self.act(Msg::SetCame(id, language, set));
            }),
            Task::Go(route) => platform::go(&route.href()),
            Task::OfferFile { name, text } => platform::offer(&name, Kind::Json, &text),
            Task::ShareFile { name, text } => platform::share(&name, &text),
            Task::FetchExample => platform::spawn(async move {
                self.act(Msg::ExampleCame(platform::fetch_example().await));
            }),
            Task::OfferSetAside => platform::spawn(async move {
                let text = store.set_aside().await;
                platform::offer(self.words().set_aside_file, Kind::Json, &text);
            }),
            Task::PickFile => platform::pick(move |files| self.send(Msg::FilesCame(files))),
            Task::Copy(text) => platform::spawn(async move {
                self.act(Msg::Handed(platform::copy(&text).await));
            }),
            Task::Rewrite => platform::spawn(async move {
                let document = self.peek(|model| model.document.clone());
                self.act(match store.rewrite(document).await {
                    Ok(()) => Msg::Rewritten,
                    Err(why) => Msg::StorageLost(why),
                });
            }),
            Task::Adopt(id) => platform::spawn(async move { store.adopt(&id).await }),
            Task::OpenStores => platform::spawn(async move {
                self.open_stores(&present_route()).await;
            }),
            Task::AskToPersist => platform::ask_to_persist(),
            Task::TakeUpdate => platform::take_update(),
            Task::Desk(task) => self.outside()(task),
            Task::OpenDesk => platform::spawn(async move {
                if !platform::open_desk().await {
                    self.act(Msg::NoDesk);
                }
            }),
        }
    }

    /// Asks for what can be had before the stores have been read.
    pub fn begin(self) {
        self.act(Msg::Begun);
    }

    /// Opens the stores, or opens them again, and lets the app know what they hold; a page that shows one unit's answers alone
    /// does not wait for the others'.
    pub async fn open_stores(self, route: &Route) {
        let store = Rc::clone(&self.inner().store);
        let known =
            self.peek(|model| (!model.document.is_empty()).then(|| model.document.id().clone()));
        let loaded = store
            .load(known, route.only_unit().cloned(), move |why| {
                self.act(Msg::StorageLost(why));
            })
            .await;
        self.act(Msg::Loaded(loaded));
        if platform::in_example() && self.peek(|model| model.document.is_empty()) {
            self.fulfil(Task::FetchExample);
        }
    }

    /// Reads the rest of the document when the first page has had time to be painted: it may wait for its questions.
    fn read_rest_soon(self, waits: u8) {
        std::mem::forget(Timer::after(PAINT, move || {
            if waits > 0 && self.peek(Model::waits_for_sets) {
                self.read_rest_soon(waits - 1);
            } else {
                self.read_rest();
            }
        }));
    }

    /// Reads the rest of the document.
    fn read_rest(self) {
        let store = Rc::clone(&self.inner().store);
        platform::spawn(async move {
            let id = self.peek(|model| model.document.id().clone());
            if let Some(rest) = store.read_rest(id).await {
                self.act(Msg::RestCame(rest));
            }
        });
    }

    /// Shows the page that the stores were read for, and begins to hear the browser: the address, leaving, coming back, new
    /// versions.
    pub fn listen(self, route: &Route) {
        let _begun = self.outside();
        self.act(Msg::Arrived(route.clone()));
        platform::watch_focus();
        let arrive = move || self.send(Msg::Arrived(present_route()));
        platform::on_hash(arrive);
        if present_route() != *route {
            arrive(); // the address changed while the stores were read
        }
        let (leaving, resting) = (
            Rc::clone(&self.inner().store),
            Rc::clone(&self.inner().store),
        );
        platform::on_leave(move || leaving.leave());
        platform::on_hide(move || self.flush());
        platform::on_rest(move || resting.close());
        platform::on_return(move || self.fulfil(Task::OpenStores));
        platform::on_undo_keys(move |again| {
            self.send(if again { Msg::Redo } else { Msg::Undo });
        });
        platform::on_drop(move |files| self.send(Msg::FilesCame(files)));
        let tabs = &self.inner().tabs;
        let erased = Rc::clone(&self.inner().store);
        tabs.hear(
            move |document, facts| self.act(Msg::TabWrote(document, facts)),
            move || {
                erased.forget();
                platform::begin_anew();
            },
        );
        platform::watch_updates(move || self.act(Msg::UpdateWaits));
        if self.peek(|model| model.partly) {
            self.read_rest_soon(MOST_WAITS);
        }
    }
}

/// Whether two messages are texts of the same field.
fn same_field(a: &Msg, b: &Msg) -> bool {
    match (a, b) {
        (
            Msg::Write(unit_a, question_a, facet_a, _),
            Msg::Write(unit_b, question_b, facet_b, _),
        ) => (unit_a, question_a, facet_a) == (unit_b, question_b, facet_b),
        (Msg::Desk(a), Msg::Desk(b)) => a.is_same_field(b),
        _ => false,
    }
}
