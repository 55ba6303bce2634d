//! The third sheet: three points, what is shared, and what is open.

use super::{LINES, Pages, list, title_of};
use crate::app::desk::meeting_pack::{Distance, Point};
use crate::domain::NeedsOfQuestion;
use crate::ui::desk::said::capital;
use crate::ui::element::{El, el};
use crate::ui::parts::{p, quiet};

impl Pages<'_> {
    pub(super) fn to_talk_about(&self) -> El {
        let own = self.own;
        let points: Vec<El> = self
            .pack
            .points
            .iter()
            .filter_map(|one| self.point(one))
            .collect();
        let none = points.is_empty().then(|| quiet(own.no_proposals));
        let shared = self.pack.sets.iter().flat_map(|pack| {
            let areas = pack.compared.shared_areas().into_iter();
            areas.map(move |across| {
                let line = (own.under)(across.under, across.asked);
                (title_of(pack, across), line)
            })
        });
        let sources = self
            .pack
            .sets
            .iter()
            .map(|pack| p(self.source(pack)).class("source"));
        self.page("to-talk-about", own.to_talk_about)
            .child(el("h3").text(own.proposals))
            .children(none)
            .child(el("ol").class("points").children(points))
            .child(p(own.proposals_about).class("source"))
            .child(
                el("div")
                    .class("columns")
                    .child(list(
                        own,
                        own.shared_gaps,
                        shared,
                        LINES,
                        own.no_shared_gaps,
                    ))
                    .child(self.open()),
            )
            .child(self.needs())
            .children(sources)
            .children(self.left_out())
    }

    fn point(&self, point: &Point) -> Option<El> {
        let own = self.own;
        let mut sets = self.pack.sets.iter();
        let pack = sets.find(|pack| pack.set.id == point.set)?;
        let area = pack.set.area(&point.area)?;
        let mut why = Vec::new();
        if point.law {
            why.push(own.law.to_owned());
        }
        why.extend(point.distance.map(|distance| match distance {
            Distance::Municipality(gap) => (own.under_own)(&self.distance(pack, gap)),
            Distance::Units(gap) => (own.under_theirs)(&self.distance(pack, gap)),
        }));
        why.extend(point.importance.map(own.importance));
        let ends = point.ends.filter(|(low, high)| high - low > 1e-6);
        why.extend(
            ends.map(|(low, high)| {
                (own.apart)(&self.measured(pack, low), &self.measured(pack, high))
            }),
        );
        if point.under.0 > 0 && point.under.1 > 1 {
            why.push((own.under)(point.under.0, point.under.1));
        }
        Some(
            el("li")
                .child(el("strong").text(area.title.clone()))
                .child(
                    el("span")
                        .class("quiet")
                        .text(format!(" {}", pack.set.title)),
                )
                .child(p(format!("{}.", capital(&why.join(", "))))),
        )
    }

    fn needs(&self) -> El {
        let own = self.own;
        let lines = self.pack.needs.iter().filter_map(|of| self.need(of));
        list(own, own.shared_needs, lines, LINES, own.no_shared_needs)
    }

    /// The IT-råd's wording, or what was asked where it has written none.
    fn need(&self, of: &NeedsOfQuestion) -> Option<(String, String)> {
        let set = self.model.set(&of.set)?;
        let (_, question) = set.question(&of.question)?;
        let what = of.wording.clone().unwrap_or_else(|| question.text.clone());
        let units = (self.own.units)(of.units().len());
        let how = if of.to_agenda {
            format!("{units}, {}", self.own.to_agenda)
        } else {
            units
        };
        Some((what, how))
    }

    fn open(&self) -> El {
        let own = self.own;
        let open = self.pack.open;
        let counts = |(n, of): (usize, usize), words: fn(usize, usize) -> String| {
            (n > 0).then(|| words(n, of))
        };
        let lines = [
            counts(open.without_target, own.without_target),
            counts(open.without_owner, own.without_owner),
            (open.not_agreed > 0).then(|| (own.not_agreed)(open.not_agreed)),
            counts(open.not_in, own.not_in),
            open.unlocked.then(|| own.unlocked.to_owned()),
        ];
        let lines: Vec<El> = lines
            .into_iter()
            .flatten()
            .map(|line| el("li").text(line))
            .collect();
        let section = el("section").child(el("h3").text(own.open));
        if lines.is_empty() {
            section.child(quiet(own.nothing_open))
        } else {
            section.child(el("ul").class("lines").children(lines))
        }
    }
}
