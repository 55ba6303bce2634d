//! *Enskilda svar*: many managers of one unit, side by side, in the order of how far apart they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::said::capital;
use crate::app::desk::{Compared, Individuals, Respondent, Said, individuals};
use crate::app::pictures::{Drawn, distribution};
use crate::app::{DeskMsg, Place, Route, Section, Sets, result_of};
use crate::domain::{
    Agreement, PersonId, QuestionSet, SameRole, SetId, UnitId, Voice, answered_alone, round_name,
};
use crate::i18n::{IndividualsWords, Words};
use crate::ui::chart;
use crate::ui::element::{El, el, following, ticked};
use crate::ui::parts::{Weight, alert, button, choice, h2, heading, p, quiet, way};
use crate::ui::question::named;
use crate::ui::runtime::Runtime;
use crate::ui::waiting;

/// The page of a unit and a set.
pub fn view(runtime: Runtime, unit: UnitId, set: SetId) -> AnyView {
    following(move || {
        let state = runtime.read(&[Section::Sets], |model| model.set_state(&set).cloned());
        let set = match state {
            Some(Sets::Ready(set)) => set,
            other => return vec![waiting::view(runtime, other.as_ref()).into()],
        };
        let page = Page {
            runtime,
            set,
            unit: unit.clone(),
        };
        vec![page.view().into()]
    })
}

/// The way here from the result of a unit in which somebody has answered alone.
pub fn from_result(runtime: Runtime, set: SetId, unit: UnitId) -> AnyView {
    let alone = runtime.peek(|model| {
        let round = model.round()?;
        let persons = answered_alone(&model.document, &round, &unit);
        (!persons.is_empty()).then_some(())
    });
    let link = alone.map(|()| {
        way(
            Weight::Secondary,
            "to-individuals",
            runtime.words().desk().individuals.link,
            Route::Individuals(unit, set).href(),
        )
    });
    link.map_or_else(|| ().into_any(), Into::into)
}

#[derive(Clone)]
struct Page {
    runtime: Runtime,
    set: Arc<QuestionSet>,
    unit: UnitId,
}

impl Page {
    fn words(&self) -> &'static Words {
        self.runtime.words()
    }

    fn own(&self) -> &'static IndividualsWords {
        &self.words().desk().individuals
    }

    fn view(&self) -> El {
        let page = self.clone();
        el("article")
            .class("page individuals")
            .child(p(self.eyebrow()).class("eyebrow"))
            .child(heading(self.title()))
            .follows(move || page.content().into_iter().map(Into::into).collect())
    }

    fn title(&self) -> String {
        let name = self.runtime.peek(|model| model.unit_name(&self.unit));
        format!("{}: {name}", self.own().title)
    }

    fn eyebrow(&self) -> String {
        self.runtime.peek(|model| {
            let round = model
                .round()
                .map(|round| round_name(&model.document, &round));
            let made_up = model.is_example().then(|| self.words().made_up.to_owned());
            let parts = [Some(self.set.title.clone()), round, made_up];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    }

    fn content(&self) -> Vec<El> {
        let sections = [Section::Answers, Section::Units];
        let found = self
            .runtime
            .read(&sections, |model| individuals(model, &self.set, &self.unit));
        let own = self.own();
        let mut parts = vec![
            p(self.sentence(&found))
                .class("lead")
                .id("individuals-sentence"),
        ];
        if found.respondents.is_empty() {
            return parts;
        }
        parts.extend(found.same.iter().map(|same| self.same_person(same, &found)));
        parts.push(self.respondents(&found));
        parts.extend(self.joined(&found));
        let (apart, rest): (Vec<&Compared>, Vec<&Compared>) =
            found.questions.iter().partition(|of| of.differs());
        for (id, title, list) in [("apart", own.talk, apart), ("rest", own.rest, rest)] {
            if !list.is_empty() {
                let rows = list.into_iter().filter_map(|of| self.question(of, &found));
                parts.push(el("section").id(id).child(h2(title)).children(rows));
            }
        }
        parts
    }

    fn sentence(&self, found: &Individuals) -> String {
        let own = self.own();
        let people = found.respondents.len();
        let compared = || found.questions.iter().filter(|of| of.spread.answers() >= 2);
        let apart: Vec<&Compared> = compared().filter(|of| of.differs()).collect();
        let agreed = apart.iter().filter(|of| of.agreed.is_some()).count();
        let first = match (people, compared().count()) {
            (0, _) => return own.nobody.to_owned(),
            (1, _) => own.only_one.to_owned(),
            (_, 0) => (own.nothing_in_common)(people),
            (_, of) => (own.sentence)(people, apart.len(), of),
        };
        if agreed > 0 {
            format!("{first} {}", (own.of_them_agreed)(agreed))
        } else {
            first
        }
    }

    fn name(&self, respondent: &Respondent) -> String {
        let role = match respondent.role.as_str() {
            "" => self.own().no_role.to_owned(),
            role => capital(role),
        };
        match respondent.number {
            Some(number) => (self.own().numbered)(&role, number),
            None => role,
        }
    }

    fn name_of(&self, person: &PersonId, found: &Individuals) -> String {
        let known = found.respondents.iter().find(|one| one.person == *person);
        known.map_or_else(|| self.own().no_role.to_owned(), |one| self.name(one))
    }

    fn respondents(&self, found: &Individuals) -> El {
        let own = self.own();
        let rows = found.respondents.iter().map(|one| {
            el("li")
                .child(el("strong").text(self.name(one)))
                .child(el("span").class("quiet").text((own.answers)(one.answers)))
        });
        el("section")
            .id("respondents")
            .child(h2(own.respondents))
            .child(quiet((own.coverage)(found.questions.len(), found.asked)))
            .child(el("ul").class("participants").children(rows))
    }

    /// *Samma person?*, with a yes and a no that are both remembered.
    fn same_person(&self, same: &SameRole, found: &Individuals) -> El {
        let (own, runtime) = (self.own(), self.runtime);
        let persons = same.persons.clone();
        let first = persons.first().map(ToString::to_string).unwrap_or_default();
        let box_ = alert("info")
            .id(format!("same-{first}"))
            .child(el("h2").text(own.same_person));
        let (ask, all) = (same.role.as_str(), persons.clone());
        let joins = persons.clone();
        let differ = move || runtime.send(DeskMsg::DifferentPersons(all.clone()));
        let no = |text| button(Weight::Secondary, format!("differ-{first}"), text, differ);
        let yes_id = format!("join-{first}");
        if persons.len() == 2 {
            let yes = button(Weight::Secondary, yes_id, own.same, move || {
                runtime.send(DeskMsg::SamePerson(joins.clone()));
            });
            return box_
                .child(p((own.two_of)(ask)))
                .child(quiet(own.same_about))
                .child(
                    el("p")
                        .class("buttons")
                        .child(yes)
                        .child(no(own.two_persons)),
                );
        }
        let chosen = RwSignal::new(BTreeSet::<PersonId>::new());
        let rows = persons.iter().map(|person| {
            let (shown, toggled) = (person.clone(), person.clone());
            let count = found.respondents.iter().find(|one| one.person == *person);
            let count = (own.answers)(count.map_or(0, |one| one.answers));
            let label = format!("{}: {count}", self.name_of(person, found));
            choice(
                "checkbox",
                format!("tick-{person}"),
                "same-person",
                move || chosen.with(|chosen| chosen.contains(&shown)),
                move |event| {
                    let on = ticked(&event);
                    chosen.update(|chosen| {
                        if on {
                            chosen.insert(toggled.clone());
                        } else {
                            chosen.remove(&toggled);
                        }
                    });
                },
            )
            .child(el("span").text(label))
        });
        let yes = button(Weight::Secondary, yes_id, own.ticked_are_same, move || {
            let persons: Vec<PersonId> =
                chosen.with_untracked(|chosen| chosen.iter().cloned().collect());
            if persons.len() > 1 {
                runtime.send(DeskMsg::SamePerson(persons));
            }
        })
        .attr_follows("aria-disabled", move || {
            (chosen.with(BTreeSet::len) < 2).then(|| "true".to_owned())
        });
        box_.child(p((own.many_of)(persons.len(), ask)))
            .children(rows)
            .child(quiet(own.same_about))
            .child(
                el("p")
                    .class("buttons")
                    .child(yes)
                    .child(no(own.all_different)),
            )
    }

    fn joined(&self, found: &Individuals) -> Option<El> {
        let (own, runtime) = (self.own(), self.runtime);
        let rows = found.joined.iter().map(|(from, to)| {
            let apart = from.clone();
            let line = (own.joined_line)(&self.name_of(to, found));
            el("li").child(el("span").text(line)).child(button(
                Weight::Tertiary,
                format!("apart-{from}"),
                own.take_apart,
                move || runtime.send(DeskMsg::TakeApart(apart.clone())),
            ))
        });
        (!found.joined.is_empty()).then(|| {
            el("section")
                .id("joined")
                .child(h2(own.joined))
                .child(el("ul").class("units").children(rows))
        })
    }

    /// One question: how the answers lie, what was agreed on, and all that each one said.
    fn question(&self, of: &Compared, found: &Individuals) -> Option<El> {
        let own = self.own();
        let (area, question) = self.set.question(&of.question)?;
        let place = Place {
            set: self.set.id.clone(),
            unit: self.unit.clone(),
            question: Some(of.question.clone()),
        };
        let id = format!("alone-{}", of.question);
        let link = el("a").attr("href", Route::Answer(Some(place.clone())).href());
        let rows = of.said.iter().map(|said| self.said(said, found));
        let together = match &of.agreed {
            Some(said) => (own.together)(&self.states(said)),
            None => own.not_together.to_owned(),
        };
        let reasons = of.agreed.iter().flat_map(|said| self.texts(said));
        let workshop = Route::Workshop(Some(place)).href();
        let to_workshop = el("a")
            .class("ds-button no-print")
            .attr("data-variant", "tertiary")
            .attr("data-size", "sm")
            .attr("href", workshop)
            .attr(
                "aria-label",
                format!("{}: {}", own.to_workshop, question.text),
            )
            .text(own.to_workshop);
        let apart = of.differs().then_some(to_workshop);
        Some(
            el("section")
                .class("card alone")
                .id(id.clone())
                .child(p(area.title.clone()).class("quiet"))
                .child(el("h3").child(link.text(question.text.clone())))
                .child(p(self.spread(of)).class("spread-words"))
                .children(self.picture(&id, of))
                .child(p(together).class("agreed"))
                .children(reasons)
                .child(el("h4").text(own.each))
                .child(el("ul").class("said").children(rows))
                .children(apart.map(|link| el("p").child(link))),
        )
    }

    fn spread(&self, of: &Compared) -> String {
        let own = self.own();
        let spread = &of.spread;
        let Some((low, high)) = spread.ends().filter(|_| spread.answers() >= 2) else {
            return own.one_answer.to_owned();
        };
        let words = match spread.agreement() {
            None => return (own.two_apart)(usize::from(high - low)),
            Some(Agreement::Agreed) => own.agreed,
            Some(Agreement::Some) => own.some,
            Some(Agreement::Discuss) => own.discuss,
        };
        format!("{words}. {}", (own.from_to)(low, high, spread.answers()))
    }

    /// Nothing for a single answer, which has no distribution.
    fn picture(&self, id: &str, of: &Compared) -> Option<El> {
        if of.said.len() < 2 {
            return None;
        }
        let (_, question) = self.set.question(&of.question)?;
        let spec = self.runtime.peek(|model| {
            let result = result_of(model, &self.set, &self.unit)?;
            let drawn = Drawn {
                model,
                set: &self.set,
                unit: &self.unit,
                result: &result,
            };
            distribution(drawn, question)
        })?;
        Some(chart::figure(self.runtime, &format!("{id}-chart"), &spec))
    }

    fn states(&self, said: &Said) -> String {
        let own = self.own();
        let answers: Vec<String> = said
            .states
            .iter()
            .map(|state| named(self.words(), &self.set, *state))
            .collect();
        let text = match answers.as_slice() {
            [] => own.no_answer.to_owned(),
            _ => answers.join(&format!(" {} ", own.also)),
        };
        if said.unsure {
            format!("{text} ({})", own.unsure)
        } else {
            text
        }
    }

    fn said(&self, said: &Said, found: &Individuals) -> El {
        let name = match &said.voice {
            Voice::Person(person) | Voice::Proposal(person) => self.name_of(person, found),
            Voice::Together => self.words().agreed_assessment.to_owned(),
        };
        el("li")
            .child(
                el("p")
                    .child(el("strong").text(name))
                    .text(format!(": {}", self.states(said))),
            )
            .children(self.texts(said))
    }

    /// Every text of a voice: nobody has chosen between several.
    fn texts(&self, said: &Said) -> Vec<El> {
        let own = self.own();
        let labelled = |label: &str, texts: &[String]| -> Vec<El> {
            let line = |text: &String| match label {
                "" => p(text.clone()),
                label => p(format!("{label}: {text}")).class("quiet"),
            };
            texts.iter().map(line).collect()
        };
        let mut out = labelled("", &said.rationale);
        out.extend(labelled(own.evidence, &said.evidence));
        out.extend(labelled(own.need, &said.need));
        out
    }
}
