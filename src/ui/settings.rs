//! Names and order of units, the municipality's own words, and what belongs to this device.

use leptos::prelude::*;

use super::field::name_field;
use super::runtime::Runtime;
use crate::app::{Move, Msg, Section};
use crate::domain::{Address, DocumentField, Unit, units};
use crate::platform;

/// The page of settings.
pub fn view(runtime: Runtime) -> impl IntoView {
    let words = runtime.words();
    let (municipality, own_word, digits) = runtime.peek(|model| {
        let own = model.document.text(&Address::Document(DocumentField::UnitWord));
        (
            model.municipality().unwrap_or_default().to_owned(),
            own.unwrap_or_default().to_owned(),
            model.device.digit_keys,
        )
    });
    let word = runtime.memo(&[Section::Units], crate::app::Model::unit_word);
    view! {
        <article class="page narrow">
            <h1 tabindex="-1">{words.settings}</h1>
            <section>
                {name_field("municipality", words.settings_municipality.to_owned(), None, municipality,
                    move |name| runtime.send(Msg::NameMunicipality(name)))}
                {name_field("unit-word", words.settings_unit_word.to_owned(), Some(words.settings_unit_word_hint), own_word,
                    move |word| runtime.send(Msg::NameUnitWord(word)))}
                <p class="quiet">{words.settings_autosave}</p>
            </section>
            <section>
                <h2>{move || (words.settings_units)(&word.get())}</h2>
                {list(runtime, word)}
                {move || add(runtime, &word.get())}
            </section>
            <section>
                <h2>{words.settings_device}</h2>
                <label class="choice">
                    <input class="ds-input" type="checkbox" id="digit-keys" prop:checked=digits
                        on:change=move |event| runtime.send(Msg::DigitKeys(event_target_checked(&event))) />
                    <span>{words.settings_digits}</span>
                </label>
            </section>
        </article>
    }
}

fn list(runtime: Runtime, word: Memo<String>) -> impl IntoView {
    let words = runtime.words();
    move || {
        let list = runtime.read(&[Section::Units], |model| units(&model.document));
        if list.is_empty() {
            return view! { <p>{(words.settings_no_units)(&word.get())}</p> }.into_any();
        }
        let last = list.len().saturating_sub(1);
        let rows = list
            .into_iter()
            .enumerate()
            .map(|(place, unit)| row(runtime, &unit, place == 0, place == last))
            .collect_view();
        view! { <ul class="units">{rows}</ul> }.into_any()
    }
}

fn row(runtime: Runtime, unit: &Unit, first: bool, last: bool) -> impl IntoView + use<> {
    let words = runtime.words();
    let name = unit.name.clone();
    let button = |id: String, label: String, short: &'static str, disabled: bool, msg: fn(crate::domain::UnitId) -> Msg| {
        let (unit, again) = (unit.id.clone(), id.clone());
        view! {
            <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" id=id aria-label=label disabled=disabled
                on:click=move |_| {
                    runtime.send(msg(unit.clone()));
                    platform::focus(&again);
                }>{short}</button>
        }
    };
    let rename = {
        let id = unit.id.clone();
        move |event| runtime.send(Msg::NameUnit(id.clone(), event_target_value(&event)))
    };
    view! {
        <li>
            <input class="ds-input" type="text" maxlength="120" autocomplete="off" aria-label=words.name
                prop:value=name.clone() on:change=rename />
            {button(format!("up-{}", unit.id), (words.move_up)(&name), words.up, first, |id| Msg::MoveUnit(id, Move::Up))}
            {button(format!("down-{}", unit.id), (words.move_down)(&name), words.down, last, |id| Msg::MoveUnit(id, Move::Down))}
            {button(format!("hide-{}", unit.id), (words.hide)(&name), words.hide_short, false, Msg::HideUnit)}
        </li>
    }
}

fn add(runtime: Runtime, word: &str) -> impl IntoView + use<> {
    let words = runtime.words();
    let name = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        runtime.send(Msg::AddUnit(name.get_untracked()));
        name.set(String::new());
        platform::focus("new-unit");
    };
    view! {
        <form class="add" on:submit=submit>
            <div class="field">
                <label for="new-unit">{(words.begin_name)(word)}</label>
                <input class="ds-input" type="text" id="new-unit" maxlength="120" autocomplete="off"
                    prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
            </div>
            <button class="ds-button" data-variant="secondary" type="submit">{(words.add_unit)(word)}</button>
        </form>
    }
}
