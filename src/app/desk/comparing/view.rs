//! What of the comparison is shown, as it stands in the address: a view can be linked and comes back after a reload.

use crate::app::Route;
use crate::domain::{AreaId, Order, RoundId, SetId, Tag, UnitId};

/// More outlines than this cannot be told apart in one radar.
pub const MOST_OUTLINES: usize = 4;

/// Stands in the address where nothing was chosen.
const NOTHING: &str = "-";
/// Stands in the address for the order of the list.
const LISTED: &str = "lista";

/// A view of the comparison; what is not chosen is the present set and round, every area, every tag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompareView {
    /// The set.
    pub set: Option<SetId>,
    /// The round.
    pub round: Option<RoundId>,
    /// The area whose questions are looked at.
    pub area: Option<AreaId>,
    /// The tag whose questions are looked at.
    pub tag: Option<Tag>,
    /// The order of units and areas.
    pub order: Order,
    /// The units that lie over each other in the radar, at most [`MOST_OUTLINES`].
    pub units: Vec<UnitId>,
    /// Which page of the table, where there are many units; the first is 0.
    pub page: usize,
}

impl CompareView {
    /// Reads the part of the address after `jamfor/`; nothing where it says something that cannot be.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/').filter(|part| !part.is_empty());
        let mut next = || parts.next().filter(|part| *part != NOTHING);
        let view = Self {
            set: chosen(next(), SetId::parse).ok()?,
            round: chosen(next(), RoundId::parse).ok()?,
            area: chosen(next(), AreaId::parse).ok()?,
            tag: chosen(next(), Tag::parse).ok()?,
            order: match next() {
                None => Order::Gap,
                Some(LISTED) => Order::Own,
                Some(_) => return None,
            },
            units: match next() {
                None => Vec::new(),
                Some(units) => units
                    .split('.')
                    .map(UnitId::parse)
                    .collect::<Option<Vec<_>>>()
                    .filter(|units| units.len() <= MOST_OUTLINES)?,
            },
            page: match next() {
                None => 0,
                Some(page) => page.parse::<usize>().ok()?.checked_sub(1)?,
            },
        };
        parts.next().is_none().then_some(view)
    }

    /// The page of this view.
    pub fn route(&self) -> Route {
        Route::Compare(self.text())
    }

    fn text(&self) -> String {
        let part = |text: Option<&str>| text.unwrap_or(NOTHING).to_owned();
        let units: Vec<&str> = self.units.iter().map(UnitId::as_str).collect();
        let mut parts = vec![
            part(self.set.as_ref().map(SetId::as_str)),
            part(self.round.as_ref().map(RoundId::as_str)),
            part(self.area.as_ref().map(AreaId::as_str)),
            part(self.tag.map(Tag::word)),
            part((self.order == Order::Own).then_some(LISTED)),
            part((!units.is_empty()).then(|| units.join(".")).as_deref()),
            part(
                (self.page > 0)
                    .then(|| (self.page + 1).to_string())
                    .as_deref(),
            ),
        ];
        while parts.last().is_some_and(|part| part == NOTHING) {
            parts.pop();
        }
        parts.join("/")
    }
}

/// A part of an address that says something that cannot be.
struct Foreign;

fn chosen<T>(part: Option<&str>, parse: fn(&str) -> Option<T>) -> Result<Option<T>, Foreign> {
    part.map(|part| parse(part).ok_or(Foreign)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_reads_back_as_it_was_written() {
        for text in [
            "",
            "it-mognad",
            "it-mognad/r-1",
            "-/-/ledning",
            "it-mognad/-/-/money",
            "it-mognad/r-1/ledning/follow-up/lista/u-1.kommunen.u-2/3",
            "-/-/-/-/lista",
            "-/-/-/-/-/u-1",
            "-/-/-/-/-/-/2",
        ] {
            let view = CompareView::parse(text).unwrap();
            assert_eq!(view.route(), Route::Compare(text.to_owned()));
        }
        assert_eq!(CompareView::parse("/-/-/"), Some(CompareView::default()));
    }

    #[test]
    fn what_cannot_be_is_no_view() {
        for text in [
            "IT",
            "it-mognad/r-1/ledning/colour",
            "-/-/-/-/sideways",
            "-/-/-/-/-/a.b.c.d.e",
            "-/-/-/-/-/-/0",
            "-/-/-/-/-/-/x",
            "-/-/-/-/-/-/2/more",
        ] {
            assert_eq!(CompareView::parse(text), None, "{text}");
        }
    }
}
