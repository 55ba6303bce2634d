//! Fields of a form whose text lies in a draft until it is sent.

use leptos::prelude::*;

use crate::app::Section;
use crate::app::desk::Benchmarks;
use crate::domain::benchmark::{Field, Refused};
use crate::ui::element::{El, el, value_of};
use crate::ui::parts::{field, input};
use crate::ui::runtime::Runtime;

/// Where a refusal of the form stands.
pub type WhyOf = fn(&Benchmarks) -> Option<&Refused>;

/// A form's fields.
pub struct Form<D: Send + Sync + 'static> {
    pub runtime: Runtime,
    pub draft: RwSignal<D>,
    pub why: WhyOf,
}

impl<D: Send + Sync + Clone + 'static> Form<D> {
    /// A field of one line.
    pub fn text(
        &self,
        id: &'static str,
        (label, hint): (&'static str, Option<&'static str>),
        of: Field,
        part: fn(&mut D) -> &mut String,
    ) -> El {
        let start = part(&mut self.draft.get_untracked()).clone();
        let draft = self.draft;
        let control = self.marked(input(id), of).value(move || start.clone());
        field(
            id,
            label,
            hint,
            control.on("input", move |event| {
                draft.update(|draft| *part(draft) = value_of(&event));
            }),
        )
    }

    /// A field of several lines.
    pub fn area(
        &self,
        id: &'static str,
        label: &'static str,
        of: Field,
        part: fn(&mut D) -> &mut String,
    ) -> El {
        let start = part(&mut self.draft.get_untracked()).clone();
        let draft = self.draft;
        let control = el("textarea")
            .class("ds-input")
            .attr("rows", "3")
            .attr("maxlength", "1000")
            .id(id);
        let control = self.marked(control, of).value(move || start.clone());
        field(
            id,
            label,
            None,
            control.on("input", move |event| {
                draft.update(|draft| *part(draft) = value_of(&event));
            }),
        )
    }

    /// A list to choose from: values and their words.
    pub fn choice(
        &self,
        id: &'static str,
        label: &'static str,
        of: Field,
        options: Vec<(String, String)>,
        (start, chosen): (&str, fn(&mut D, &str)),
    ) -> El {
        let draft = self.draft;
        let options = options.into_iter().map(|(value, text)| {
            el("option")
                .attr_if("selected", (value == start).then_some(""))
                .attr("value", value)
                .text(text)
        });
        let select = el("select").class("ds-input").id(id).children(options);
        let select = self.marked(select, of).on("change", move |event| {
            draft.update(|draft| chosen(draft, &value_of(&event)));
        });
        field(id, label, None, select)
    }

    /// Marks the field that a refusal is about.
    fn marked(&self, control: El, of: Field) -> El {
        let (runtime, why) = (self.runtime, self.why);
        control.attr_follows("aria-invalid", move || {
            let about = runtime.read(&[Section::Files], |model| {
                why(&model.desk.benchmarks).is_some_and(|why| is_about(why, of))
            });
            about.then(|| "true".to_owned())
        })
    }
}

fn is_about(why: &Refused, field: Field) -> bool {
    match why {
        Refused::Missing(missing) | Refused::NotANumber(missing) => *missing == field,
        Refused::OffScale { .. } => field == Field::Value,
        Refused::UnknownVersion(_) | Refused::OtherMeaning(_) => field == Field::Version,
        Refused::NoSuchArea => field == Field::Area,
    }
}
