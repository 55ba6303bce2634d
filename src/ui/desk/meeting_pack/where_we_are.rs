//! The first sheet: a sentence, a table and bars for each set.

use super::Pages;
use crate::app::desk::meeting_pack::PackSet;
use crate::app::pictures::{Rolled, rolled_bars};
use crate::charts::Table;
use crate::domain::{RollUp, RollUpRule};
use crate::i18n::{decimal, whole_percent};
use crate::ui::chart;
use crate::ui::element::{El, el};
use crate::ui::parts::p;

impl Pages<'_> {
    pub(super) fn where_we_are(&self) -> El {
        let own = self.own;
        let rule = self.pack.sets.first().map(|pack| match pack.rolled.rule {
            RollUpRule::Equal => own.rule_equal,
            RollUpRule::Employees => own.rule_employees,
        });
        let sets = self.pack.sets.iter().zip(1..).map(|(pack, number)| {
            el("section")
                .class("sheet-set")
                .child(el("h3").text(pack.set.title.clone()))
                .child(p(self.sentence(pack)))
                .child(
                    el("div")
                        .class("beside")
                        .child(chart::table(
                            format!("pack-areas-{number}"),
                            self.areas(pack),
                        ))
                        .child(self.bars(pack, number)),
                )
                .child(p(self.source(pack)).class("source"))
        });
        self.page("where-we-are", own.where_we_are)
            .children(sets)
            .children(rule.map(|rule| p(rule).class("source")))
            .children(self.left_out())
    }

    fn sentence(&self, pack: &PackSet) -> String {
        let own = self.own;
        let (begun, asked) = pack.compared.begun();
        let valued = pack
            .areas()
            .filter(|(_, _, rolled, _)| rolled.value.is_some());
        let mut parts = vec![
            (own.begun)(begun, asked),
            match pack.rolled.mean {
                Some(mean) => (own.mean)(&self.measured(pack, mean)),
                None => (own.valued)(valued.count(), pack.areas().count()),
            },
        ];
        let [high, low, gap] = pack.outstanding();
        parts.extend(high.map(|(area, v)| (own.highest)(&area.title, &self.measured(pack, v))));
        parts.extend(low.map(|(area, v)| (own.lowest)(&area.title, &self.measured(pack, v))));
        parts.extend(gap.map(|(area, v)| (own.farthest)(&area.title, &self.distance(pack, v))));
        parts.join(" ")
    }

    /// A distance between two values: percentage points where the set counts in percent.
    pub(super) fn distance(&self, pack: &PackSet, value: f64) -> String {
        match pack.set.roll_up {
            RollUp::MeanOfAreas => decimal(value, self.language()),
            RollUp::Fulfilment => (self.own.percentage_points)(&whole_percent(value)),
        }
    }

    fn areas(&self, pack: &PackSet) -> Table {
        let words = self.words;
        let dash = || words.reached_open.to_owned();
        let value = |value: f64| self.measured(pack, value);
        let rows = pack.areas().map(|(area, _, rolled, counts)| {
            let now = match rolled.value {
                Some(known) if rolled.agreed => value(known),
                Some(known) => format!("{} *", value(known)),
                None => dash(),
            };
            let target = rolled.target.map_or_else(dash, value);
            let answered = format!("{}/{}", counts.answered, counts.relevant());
            vec![area.short.clone(), now, target, answered]
        });
        Table {
            caption: (self.own.bars)(&pack.set.title),
            columns: vec![
                words.area.to_owned(),
                words.now.to_owned(),
                words.target.to_owned(),
                self.own.answered.to_owned(),
            ],
            rows: rows.collect(),
        }
    }

    fn bars(&self, pack: &PackSet, number: usize) -> El {
        let spec = rolled_bars(Rolled {
            model: self.model,
            set: &pack.set,
            rolled: &pack.rolled,
            title: (self.own.bars)(&pack.set.title),
        });
        chart::figure(self.runtime, &format!("pack-bars-{number}"), &spec)
    }
}
