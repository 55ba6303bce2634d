//! The second sheet: units beside each other, and in words where they differ and what they do not know.

use super::{FEW, LINES, Pages, list, title_of};
use crate::app::desk::meeting_pack::PackSet;
use crate::domain::{AreaAcross, Cell, Counts, QuestionAcross, RollUp, Standing, Unknown};
use crate::ui::element::{El, el};
use crate::ui::parts::p;

impl Pages<'_> {
    pub(super) fn where_we_differ(&self) -> El {
        let own = self.own;
        let compares = |pack: &&PackSet| pack.compares();
        let maps = self.pack.sets.iter().zip(1..).map(|(pack, number)| {
            if compares(&pack) {
                self.heat_map(pack, number)
            } else {
                p((own.nothing_to_compare)(&pack.set.title))
            }
        });
        let sets = || self.pack.sets.iter().filter(compares);
        let widest = sets().flat_map(|pack| {
            let areas = pack.widest(FEW).into_iter();
            areas.filter_map(move |across| self.wide(pack, across))
        });
        let divided = sets().flat_map(|pack| {
            let questions = pack.compared.divided().into_iter();
            questions.filter_map(move |across| self.divided(pack, across))
        });
        let unknown = self.pack.sets.iter().flat_map(|pack| {
            let questions = pack.compared.unknown().into_iter();
            questions.filter_map(move |(across, how)| self.unknown(pack, across, how))
        });
        let key = sets().next().map(|_| p(own.heat_key).class("source"));
        self.page("where-we-differ", own.where_we_differ)
            .children(maps)
            .children(key)
            .child(
                el("div")
                    .class("columns")
                    .child(list(own, own.widest, widest, FEW, own.no_difference))
                    .child(list(own, own.unknown, unknown, FEW, own.no_unknown)),
            )
            .child(list(own, own.divided, divided, LINES, own.no_difference))
            .children(self.left_out())
    }

    /// Units down, areas across: the value in words, the shade on top.
    fn heat_map(&self, pack: &PackSet, number: usize) -> El {
        let head = |text: &str| {
            let label = el("span").text(text.to_owned());
            el("th").attr("scope", "col").class("turned").child(label)
        };
        let shown: Vec<bool> = pack
            .compared
            .areas
            .iter()
            .map(|area| area.asked > 0)
            .collect();
        let areas = pack
            .set
            .areas
            .iter()
            .zip(&shown)
            .filter(|(_, shown)| **shown);
        let heads = areas.map(|(area, _)| head(&area.short));
        let rows = pack.compared.units.iter().map(|line| {
            let cells = line.cells.iter().zip(&shown).filter(|(_, shown)| **shown);
            let cells = cells.map(|(cell, _)| self.cell(pack, cell.as_ref()));
            el("tr")
                .child(el("th").attr("scope", "row").text(self.name(&line.unit)))
                .children(cells)
        });
        let caption = (self.own.heat_caption)(&pack.set.title);
        let corner = el("th").attr("scope", "col").text(self.own.unit);
        let table = el("table")
            .class("heat-sheet")
            .id(format!("pack-heat-{number}"))
            .child(el("caption").text(caption.clone()))
            .child(el("thead").child(el("tr").child(corner).children(heads)))
            .child(el("tbody").children(rows));
        el("div")
            .child(
                el("div")
                    .class("scroll")
                    .attr("tabindex", "0")
                    .attr("role", "region")
                    .attr("aria-label", caption)
                    .child(table),
            )
            .child(p(self.source(pack)).class("source"))
    }

    fn cell(&self, pack: &PackSet, cell: Option<&Cell>) -> El {
        let td = el("td").class("n");
        let Some(cell) = cell else {
            return td;
        };
        let Some(value) = cell.result.value else {
            return td.text(self.words.reached_open);
        };
        let (from, to) = pack.set.range();
        let share = (value - f64::from(from)) / f64::from(to - from).max(1.0);
        let shade = match share {
            share if share >= 0.75 => "4",
            share if share >= 0.5 => "3",
            share if share >= 0.25 => "2",
            _ => "1",
        };
        let mark = if cell.result.agreed { "" } else { " *" };
        td.attr("data-shade", shade)
            .text(format!("{}{mark}", self.measured(pack, value)))
    }

    /// The units with the lowest and the highest value of an area.
    fn wide(&self, pack: &PackSet, across: &AreaAcross) -> Option<(String, String)> {
        let (low, high) = across.ends?;
        let place = pack
            .set
            .areas
            .iter()
            .position(|area| area.id == across.area)?;
        let at = |wanted: f64| {
            let line = pack.compared.units.iter().find(|line| {
                let cell = line.cells.get(place).and_then(Option::as_ref);
                let value = cell.and_then(|cell| cell.result.value);
                value.is_some_and(|value| value.total_cmp(&wanted).is_eq())
            });
            line.map(|line| self.name(&line.unit)).unwrap_or_default()
        };
        let value = |value| self.measured(pack, value);
        let line = (self.own.from_to)(&value(low), &at(low), &value(high), &at(high));
        Some((title_of(pack, across), line))
    }

    /// The units that gave the lowest and the highest agreed level of a question.
    fn divided(&self, pack: &PackSet, across: &QuestionAcross) -> Option<(String, String)> {
        let (low, high) = across.between.ends()?;
        let (_, question) = pack.set.question(&across.question)?;
        let mut all = pack.set.areas.iter().flat_map(|area| &area.questions);
        let place = all.position(|other| other.id == across.question)?;
        let at = |wanted: u8| {
            let line = pack.compared.units.iter().find(|line| {
                let answer = line.answers.get(place).copied().flatten();
                matches!(answer, Some(Standing::Level { lowest, agreed: true, .. }) if lowest == wanted)
            });
            line.map(|line| self.name(&line.unit)).unwrap_or_default()
        };
        let level = |level: u8| {
            let step = pack.set.scale.iter().find(|step| step.value == level);
            match (pack.set.roll_up, step) {
                (RollUp::Fulfilment, Some(step)) => step.name.clone(),
                _ => level.to_string(),
            }
        };
        let line = (self.own.from_to)(&level(low), &at(low), &level(high), &at(high));
        Some((question.text.clone(), line))
    }

    fn unknown(
        &self,
        pack: &PackSet,
        across: &QuestionAcross,
        how: Unknown,
    ) -> Option<(String, String)> {
        let (_, question) = pack.set.question(&across.question)?;
        let Counts { dont_know, .. } = across.counts;
        let line = match how {
            Unknown::All => (self.own.unknown_all)(dont_know),
            Unknown::Most => (self.own.unknown_most)(dont_know, across.counts.relevant()),
        };
        Some((question.text.clone(), line))
    }
}
