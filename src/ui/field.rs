//! A labelled text field that keeps what is typed when it is left, and no sooner.

use leptos::prelude::*;

/// A one-line field with a label, an optional hint, and what to do with its text when it is left or Enter is pressed.
pub fn name_field(
    id: &'static str,
    label: String,
    hint: Option<&'static str>,
    value: String,
    keep: impl Fn(String) + 'static,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described = hint.map(|_| hint_id.clone());
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input class="ds-input" type="text" id=id maxlength="120" autocomplete="off"
                aria-describedby=described
                prop:value=value
                on:change=move |event| keep(event_target_value(&event)) />
        </div>
    }
}
