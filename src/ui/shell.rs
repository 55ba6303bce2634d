//! What stands around every page. The static page of index.html is adopted, not redrawn: only its words follow the
//! language, and its state the model.

use leptos::prelude::*;
use web_sys::Element;

use super::runtime::Runtime;
use crate::app::{Model, Msg, Route, SaveState, Section, progress};
use crate::i18n::{Language, LocalTime, Words};
use crate::platform;

/// Static phrases by the id of their element. tests/content.rs holds index.html to the same phrases.
type Phrase = (&'static str, fn(&Words) -> &'static str);

const PHRASES: &[Phrase] = &[
    ("skip", |w| w.to_content),
    ("menu-answer", |w| w.answer),
    ("menu-result", |w| w.result),
    ("menu-round", |w| w.round),
    ("menu-compare", |w| w.compare),
    ("menu-targets", |w| w.targets),
    ("start-heading", |w| w.start_heading),
    ("start-lead", |w| w.start_lead),
    ("door-answer", |w| w.door_answer),
    ("door-answer-about", |w| w.door_answer_about),
    ("door-file", |w| w.door_file),
    ("door-file-about", |w| w.door_file_about),
    ("door-lead", |w| w.door_lead),
    ("door-lead-about", |w| w.door_lead_about),
    ("door-example", |w| w.door_example),
    ("door-example-about", |w| w.door_example_about),
    ("fact-1", |w| w.start_facts[0].0),
    ("fact-1-about", |w| w.start_facts[0].1),
    ("fact-2", |w| w.start_facts[1].0),
    ("fact-2-about", |w| w.start_facts[1].1),
    ("fact-3", |w| w.start_facts[2].0),
    ("fact-3-about", |w| w.start_facts[2].1),
    ("foot-settings", |w| w.settings),
    ("foot-data", |w| w.data),
    ("foot-about", |w| w.about),
];

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id)
        && element.text_content().as_deref() != Some(text)
    {
        element.set_text_content(Some(text));
    }
}

fn set_attribute(id: &str, name: &str, value: Option<&str>) {
    if let Some(element) = element(id) {
        // An own attribute name is always valid.
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// Takes the static page over: words, menu, save state, start.
pub fn take_over(runtime: Runtime) {
    let owner = Owner::new();
    owner.with(|| {
        Effect::new(move |_| words_follow(runtime));
        Effect::new(move |_| state_follows(runtime));
        Effect::new(move |_| start_follows(runtime));
    });
    std::mem::forget(owner); // as long as the page lives
    listen("skip", move || {
        platform::focus("main");
    });
    listen("foot-language", move || {
        let other = runtime.peek(|model| model.device.language.other());
        runtime.send(Msg::Speak(other));
    });
}

/// Lets a static link do something instead of changing the address.
fn listen(id: &str, action: impl Fn() + 'static) {
    if let Some(element) = element(id) {
        platform::Listener::new(element.into(), "click", move |event| {
            event.prevent_default();
            action();
        })
        .forever();
    }
}

fn words_follow(runtime: Runtime) {
    let language = runtime.read(&[Section::Device], |model| model.device.language);
    let words = language.words();
    for (id, phrase) in PHRASES {
        set_text(id, phrase(words));
    }
    set_attribute("menu", "aria-label", Some(words.menu));
    set_text("made-up", words.made_up);
    let made_up = runtime.peek(Model::is_example);
    set_attribute("made-up", "hidden", (!made_up).then_some(""));
    let leads = runtime.peek(|model| model.device.leads);
    for id in [
        "menu-round",
        "menu-compare",
        "menu-workshop",
        "menu-targets",
    ] {
        set_attribute(id, "hidden", (!leads).then_some(""));
    }
    set_attribute("footer-links", "aria-label", Some(words.more_pages));
    let other: Language = language.other();
    set_text("foot-language", other.words().this_language);
    set_attribute("foot-language", "lang", Some(other.code()));
}

fn state_follows(runtime: Runtime) {
    let (state, words) = runtime.read(&[Section::Storage, Section::Device], |model| {
        (model.saves.state(), model.words())
    });
    let (kind, text) = match state {
        SaveState::Nothing => ("nothing", String::new()),
        SaveState::Saving => ("saving", words.state_saving.to_owned()),
        SaveState::Saved(at) => {
            let clock = LocalTime::new(at, platform::offset(at)).clock();
            ("saved", (words.state_saved)(&clock))
        }
        SaveState::Temporarily(_) => ("trouble", words.state_temporarily.to_owned()),
        SaveState::OnlyHere(_) => ("trouble", words.state_only_here.to_owned()),
        SaveState::Refused(_) => ("trouble", words.state_refused.to_owned()),
    };
    set_text("state", &text);
    set_attribute("state", "data-state", Some(kind));
}

/// One who has begun is led straight on.
fn start_follows(runtime: Runtime) {
    let sections = [
        Section::Sets,
        Section::Answers,
        Section::Units,
        Section::Device,
    ];
    let line = runtime.read(&sections, begun);
    set_attribute("start-progress", "hidden", line.is_none().then_some(""));
    let words = runtime.words();
    if let Some((line, href)) = line {
        set_text("start-progress", &line);
        set_text("door-answer", words.door_continue);
        set_attribute("door-answer", "href", Some(&href));
    } else {
        set_text("door-answer", words.door_answer);
        set_attribute("door-answer", "href", Some(&Route::Answer(None).href()));
    }
}

fn begun(model: &Model) -> Option<(String, String)> {
    let set = model.set(&model.present_set())?;
    let unit = model.device.unit.clone()?;
    model.device.answers.as_ref()?;
    let far = progress(model, &set, &unit);
    let line = (model.words().start_progress)(&model.unit_name(&unit), far.done, far.asked);
    let place = crate::app::Place {
        set: set.id.clone(),
        unit,
        question: None,
    };
    (far.done > 0).then(|| (line, Route::Answer(Some(place)).href()))
}

/// What follows an arrival at a page: title, menu, the static start, and where the focus is.
pub fn arrived(runtime: Runtime, route: &Route, first: bool) {
    let words = runtime.words();
    let title = match route {
        Route::Start => "Mognad".to_owned(),
        Route::Answer(_) | Route::Invitation(_) => format!("{} – Mognad", words.answer),
        Route::Result(_) => format!("{} – Mognad", words.result),
        Route::HandIn(_) => format!("{} – Mognad", words.hand_in),
        Route::ReadIn => format!("{} – Mognad", words.read_in),
        Route::Settings => format!("{} – Mognad", words.settings),
        Route::Data => format!("{} – Mognad", words.data),
        Route::About => words.about.to_owned(),
        Route::NotFound(_) => format!("{} – Mognad", words.lost_heading),
        desk => format!("{} – Mognad", (runtime.program().desk_title)(words, desk)),
    };
    platform::set_page(runtime.peek(|model| model.device.language.code()), &title);
    let is = |yes: bool| yes.then_some("page");
    set_attribute(
        "menu-answer",
        "aria-current",
        is(matches!(route, Route::Answer(_))),
    );
    set_attribute(
        "menu-result",
        "aria-current",
        is(matches!(route, Route::Result(_))),
    );
    set_attribute("menu-round", "aria-current", is(*route == Route::Round));
    set_attribute(
        "menu-compare",
        "aria-current",
        is(matches!(route, Route::Compare(_))),
    );
    set_attribute(
        "menu-workshop",
        "aria-current",
        is(matches!(
            route,
            Route::Workshop(_) | Route::WorkshopEnd(..) | Route::ReadCode(_)
        )),
    );
    set_attribute(
        "menu-targets",
        "aria-current",
        is(matches!(route, Route::Targets(_))),
    );
    set_attribute(
        "foot-settings",
        "aria-current",
        is(*route == Route::Settings),
    );
    set_attribute("foot-data", "aria-current", is(*route == Route::Data));
    set_attribute("foot-about", "aria-current", is(*route == Route::About));
    set_attribute("start", "hidden", (*route != Route::Start).then_some(""));
    if !first {
        platform::focus_page(if *route == Route::Start {
            "#start-heading"
        } else {
            "#page h1"
        });
    }
}
