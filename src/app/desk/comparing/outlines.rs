//! The profiles of chosen units over each other, the municipality among them where it is chosen.

use super::Beside;
use crate::app::Model;
use crate::app::pictures::scale;
use crate::charts::{OverlayOutline, OverlayValue, RadarOverlay};
use crate::domain::{UnitId, UnitKind};
use crate::i18n::measured;

/// The radar of the chosen units; nothing where none is chosen, or there are too few areas for one.
pub fn outlines(model: &Model, beside: &Beside) -> Option<RadarOverlay> {
    let words = model.words();
    let own = &words.desk().compare;
    let language = model.device.language;
    let said = |value: Option<f64>, agreed: bool| {
        let number = value.map(|value| measured(beside.set.roll_up, value, language));
        let short = number.unwrap_or_else(|| words.insufficient.to_owned());
        OverlayValue {
            value,
            printed: match (value, agreed) {
                (Some(_), false) => format!("{short} ({})", words.not_agreed),
                _ => short.clone(),
            },
            short,
        }
    };
    // Areas stand where they stand in the set, so that the same unit has the same shape in every order.
    let places: Vec<usize> = (0..beside.set.areas.len())
        .filter(|place| beside.rolled.areas.get(*place).is_some_and(Option::is_some))
        .collect();
    let of = |unit: &UnitId| -> Option<OverlayOutline> {
        let values = if UnitKind::of(unit) == UnitKind::Municipality {
            let areas = places
                .iter()
                .filter_map(|place| beside.rolled.areas.get(*place));
            let areas = areas.flatten();
            areas.map(|area| said(area.value, area.agreed)).collect()
        } else {
            let mut lines = beside.compared.units.iter();
            let line = lines.find(|line| line.unit == *unit)?;
            let cells = places.iter().map(|place| line.cells.get(*place));
            cells
                .map(|cell| match cell.and_then(Option::as_ref) {
                    Some(cell) => said(cell.result.value, cell.result.agreed),
                    None => OverlayValue {
                        value: None,
                        printed: own.not_asked.to_owned(),
                        short: own.not_asked.to_owned(),
                    },
                })
                .collect()
        };
        Some(OverlayOutline {
            name: model.unit_name(unit),
            values,
        })
    };
    let outlines: Vec<OverlayOutline> = beside.view.units.iter().filter_map(of).collect();
    if outlines.is_empty() || places.len() < 3 {
        return None;
    }
    let areas = places
        .iter()
        .filter_map(|place| beside.set.areas.get(*place));
    Some(RadarOverlay {
        title: own.outlines.to_owned(),
        description: own.outlines_about.to_owned(),
        mark: model.is_example().then(|| words.made_up.to_owned()),
        scale: scale(&beside.set, language),
        heads: (words.number.to_owned(), words.area.to_owned()),
        labels: areas.map(|area| area.short.clone()).collect(),
        outlines,
    })
}
