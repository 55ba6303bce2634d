//! A result beside what it is held against: marks in the level bars, or bands with "ni är här".

use super::Drawn;
use super::levels::{Marks, level_bars, scale};
use crate::app::desk::benchmarks::Series;
use crate::charts::{BandRow, BandWords, Bands, Compared, LevelBars};

/// The level bars with a mark for each value of a series, whose name heads their column.
pub fn compared_bars(drawn: Drawn<'_>, series: &Series) -> LevelBars {
    let marks = Marks {
        target: false,
        reached: false,
        earlier: false,
    };
    let mut bars = level_bars(drawn, marks);
    bars.words.benchmark.clone_from(&series.name);
    for (row, area) in bars.rows.iter_mut().zip(&drawn.result.areas) {
        let point = series.points.iter().find(|point| point.area == area.area);
        row.benchmark = point.map(|point| Compared {
            value: point.value,
            printed: point.printed.clone(),
        });
    }
    bars
}

/// The bands of a series, for the areas that both have.
pub fn bands(drawn: Drawn<'_>, series: &Series) -> Bands {
    let words = drawn.words();
    let own = &words.desk().benchmarks;
    let rows = drawn.result.areas.iter().filter_map(|area| {
        let point = series.points.iter().find(|point| point.area == area.area)?;
        // Compared as it is written: nobody is below a middle that reads alike.
        let place = area.value.map(|value| match point.quarters {
            _ if drawn.measured(value) == drawn.measured(point.value)
                && point.quarters.is_none() =>
            {
                own.place_at
            }
            Some((lower, _)) if value < lower => own.place_below,
            Some((_, upper)) if value > upper => own.place_above,
            Some(_) => own.place_within,
            None if value < point.value => own.place_below,
            None => own.place_above,
        });
        Some(BandRow {
            label: drawn.label(area),
            own: area.value,
            own_printed: drawn.printed(area),
            middle: point.value,
            middle_printed: point.printed.clone(),
            quarters: point.quarters,
            quarters_printed: point.printed_quarters.clone(),
            place: place.unwrap_or_default().to_owned(),
            rests_on: point.of.clone(),
        })
    });
    Bands {
        title: (own.bands_title)(&series.name),
        description: own.bands_about.to_owned(),
        mark: drawn.mark(),
        scale: scale(drawn.set, drawn.language()),
        words: BandWords {
            area: words.area.to_owned(),
            own: own.you_are_here.to_owned(),
            middle: own.middle.to_owned(),
            band: own.band.to_owned(),
            place: own.place.to_owned(),
            rests_on: own.rests_on.to_owned(),
            none: words.reached_open.to_owned(),
        },
        rows: rows.collect(),
    }
}
