//! Targets, last rounds and benchmarks in bars and radar, read back from the drawn picture.

use super::compared::POLE;
use super::fixtures::*;
use super::inspect::*;
use super::radar_layout::RadarLayout;
use super::{LevelBars, Node, Palette, Picture, Radar, Role, Scale, Table, Width, to_svg};

const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];
const MARKS: [Role; 3] = [Role::Target, Role::Earlier, Role::Benchmark];

/// The one mark of a role in a row.
fn mark(picture: &Picture, role: Role, row: u8) -> &Node {
    let of_role = of_role(picture, role);
    let found = of_role.into_iter().find(|node| node.row() == Some(row));
    found.unwrap_or_else(|| panic!("row {row} has no {role:?}"))
}

/// Where a mark points to, from the left: a flag by its pole, the others by their middle.
fn pointed(node: &Node) -> f64 {
    let [left, _, right, _] = extent(node);
    if node.role == Some(Role::Target) {
        left + 1.0 + POLE.in_pixels()
    } else {
        f64::midpoint(left, right)
    }
}

/// One row with all marks at the same value.
fn coinciding(scale: Scale, value: f64) -> LevelBars {
    let mut spec = bars(vec![row("Samverkan", Some(value), "x")]);
    spec.scale = scale;
    let row = &mut spec.rows[0];
    row.reached = Some(3);
    (row.target, row.earlier, row.benchmark) = (compared(value), compared(value), compared(value));
    spec
}

#[test]
fn every_mark_of_a_bar_stands_at_its_value() {
    for width in WIDTHS {
        for (scale, origin, span) in [(five_levels(), 0.0, 5.0), (percent(), 0.0, 100.0)] {
            for step in 0..=100 {
                let (min, max) = (f64::from(scale.min), f64::from(scale.max));
                let value = min + (max - min) * f64::from(step) / 100.0;
                let picture = coinciding(scale.clone(), value).draw(width).unwrap();
                let track = of_role(&picture, Role::Band)[0];
                for role in MARKS {
                    let along = pointed(mark(&picture, role, 0)) - number(track, "x");
                    let read = origin + along / number(track, "width") * span;
                    // Half a quarter pixel of the shortest track.
                    assert!(
                        (read - value).abs() < span * 0.001,
                        "{role:?} {value} at {read}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_mark_of_a_radar_stands_at_its_value() {
    for width in WIDTHS {
        for count in 3..=20 {
            for (scale, span) in [(five_levels(), 5.0), (percent(), 100.0)] {
                let spec = radar_compared(count, scale);
                let picture = spec.draw(width).unwrap();
                let compass = RadarLayout::of(&spec, width).compass;
                for (axis, row) in spec.axes.iter().zip(0_u8..) {
                    for (role, compared) in
                        [(Role::Target, &axis.target), (Role::Earlier, &axis.earlier)]
                    {
                        let Some(compared) = compared else { continue };
                        let [left, top, right, bottom] = extent(mark(&picture, role, row));
                        let across = f64::midpoint(left, right) - compass.centre.x.in_pixels();
                        let down = f64::midpoint(top, bottom) - compass.centre.y.in_pixels();
                        let read = across.hypot(down) / compass.radius.in_pixels() * span;
                        let off = (read - compared.value).abs();
                        assert!(off < span * 0.005, "{role:?} {compared:?} at {read}");
                    }
                }
            }
        }
    }
}

/// The numbers of a column by row, without the dashes, and those of the marks.
fn assert_same(picture: &Picture, table: &Table, head: &str, role: Role) {
    let place = table
        .columns
        .iter()
        .position(|column| column == head)
        .unwrap();
    let cells: Vec<(usize, String)> = column(table, place)
        .into_iter()
        .map(str::to_owned)
        .enumerate()
        .filter(|(_, cell)| cell != "–")
        .collect();
    assert!(!cells.is_empty());
    assert_eq!(values(&of_rows(picture), role), cells, "{head}");
}

#[test]
fn marks_and_tables_say_the_same_numbers() {
    for width in WIDTHS {
        for scale in [five_levels(), percent()] {
            let spec = many_compared(20, scale.clone());
            let (picture, table) = (spec.draw(width).unwrap(), spec.table());
            for (role, head) in MARKS
                .into_iter()
                .zip(["Mål", "Förra omgången", "Jämförelsevärde"])
            {
                assert_same(&picture, &table, head, role);
            }
            let spec = radar_compared(20, scale);
            let (picture, table) = (spec.draw(width).unwrap(), spec.table());
            assert_same(&picture, &table, "Mål", Role::Target);
            assert_same(&picture, &table, "Förra omgången", Role::Earlier);
        }
    }
}

fn apart(one: [f64; 4], other: [f64; 4]) -> bool {
    one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1]
}

#[test]
fn marks_below_a_bar_never_cover_each_other_and_a_flag_is_seen_above_it() {
    for width in WIDTHS {
        for step in 0..=80 {
            let mut spec = coinciding(five_levels(), 3.0);
            spec.rows[0].benchmark = compared(1.0 + f64::from(step) / 20.0);
            let picture = spec.draw(width).unwrap();
            let [flag, ring, pointer] = MARKS.map(|role| extent(mark(&picture, role, 0)));
            let diamond = extent(mark(&picture, Role::Mark, 0));
            let bar = extent(mark(&picture, Role::SeriesNow, 0));
            assert!(apart(ring, pointer), "{ring:?} {pointer:?}");
            for below in [ring, pointer] {
                assert!(apart(below, bar), "{below:?} {bar:?}");
                assert!(apart(below, diamond), "{below:?} {diamond:?}");
            }
            // Its pennant clears the diamond, which clears the pole.
            assert!(flag[1] + 10.0 <= diamond[1] && flag[3] > bar[3]);
        }
    }
}

#[test]
fn the_last_round_is_seen_around_the_present_and_a_target_beyond_both() {
    let mut spec = radar(&[Some(3.0); 5]);
    (spec.axes[0].target, spec.axes[0].earlier) = (compared(3.0), compared(3.0));
    for width in WIDTHS {
        let picture = spec.draw(width).unwrap();
        let across = |role| {
            let [left, _, right, _] = extent(mark(&picture, role, 0));
            right - left
        };
        assert!(across(Role::Dot) + 3.0 <= across(Role::Earlier));
        assert!(across(Role::Earlier) + 6.0 <= across(Role::Target));
    }
}

#[test]
fn a_gap_is_drawn_only_up_to_a_target_that_is_not_reached() {
    for width in WIDTHS {
        for (value, target, gap) in [
            (Some(2.0), 4.0, true),
            (Some(4.0), 4.0, false),
            (Some(4.5), 4.0, false),
            (None, 4.0, false),
        ] {
            let mut spec = bars(vec![row("Samverkan", value, "x")]);
            spec.rows[0].target = compared(target);
            let picture = spec.draw(width).unwrap();
            let lines = of_role(&picture, Role::Gap);
            assert_eq!(lines.len(), usize::from(gap), "{value:?}");
            for line in lines {
                let bar = mark(&picture, Role::SeriesNow, 0);
                let end = number(bar, "x") + number(bar, "width");
                assert!((number(line, "x1") - end).abs() < 0.01);
                let flag = pointed(mark(&picture, Role::Target, 0));
                assert!((number(line, "x2") - flag).abs() < 0.3);
            }
        }
    }
}

#[test]
fn without_a_value_the_flag_stands_on_the_dotted_track_and_off_its_words() {
    let mut spec = coinciding(five_levels(), 1.5);
    spec.rows[0].insufficient_text = Some("Otillräckligt underlag".into());
    for width in WIDTHS {
        let picture = spec.draw(width).unwrap();
        let track = number(mark(&picture, Role::Missing, 0), "y");
        let [_, _, _, foot] = extent(mark(&picture, Role::Target, 0));
        assert!(foot <= track + 1.0);
        assert!(of_role(&picture, Role::Gap).is_empty());
        assert_inside(&picture);
    }
}

#[test]
fn only_what_occurs_has_a_column_and_a_place_in_the_legend() {
    let heads = |spec: &LevelBars| spec.table().columns.len();
    let notes = |spec: &LevelBars| {
        let picture = spec.draw(Width::Wide).unwrap();
        let words = of_role(&picture, Role::Note);
        words.iter().filter(|node| node.row().is_none()).count()
    };
    let mut spec = bars(vec![row("A", Some(2.0), "2,0"), row("B", Some(2.0), "2,0")]);
    assert_eq!((heads(&spec), notes(&spec)), (4, 1));
    spec.rows[1].earlier = compared(2.0);
    assert_eq!((heads(&spec), notes(&spec)), (5, 2));
    assert_eq!(column(&spec.table(), 3), ["–", "2,00"]);
    // What is no number has neither mark nor column.
    spec.rows[0].target = compared(f64::NAN);
    assert_eq!((heads(&spec), notes(&spec)), (5, 2));
    assert!(of_role(&spec.draw(Width::Narrow).unwrap(), Role::Target).is_empty());

    let mut spec = radar(&[Some(2.0); 4]);
    let notes = |spec: &Radar| of_role(&spec.draw(Width::Wide).unwrap(), Role::Note).len();
    assert_eq!((spec.table().columns.len(), notes(&spec)), (3, 0));
    spec.axes[0].target = compared(2.0);
    assert_eq!((spec.table().columns.len(), notes(&spec)), (4, 2));
}

#[test]
fn a_mark_beyond_the_scale_is_cut_to_it_but_keeps_its_number() {
    for width in WIDTHS {
        for (value, place) in [(-7.0, 1.0), (f64::INFINITY, 5.0)] {
            let mut spec = coinciding(five_levels(), value);
            spec.rows[0].value = Some(3.0);
            let picture = spec.draw(width).unwrap();
            let track = of_role(&picture, Role::Band)[0];
            for role in MARKS {
                let along = pointed(mark(&picture, role, 0)) - number(track, "x");
                assert!((along / number(track, "width") * 5.0 - place).abs() < 0.01);
            }
            let printed = compared(value).unwrap().printed;
            assert_eq!(values(&of_rows(&picture), Role::Earlier), [(0, printed)]);
            assert_inside(&picture);
        }
    }
}

#[test]
fn outlines_run_only_over_neighbours_that_have_a_value() {
    let mut spec = radar(&[Some(3.0); 6]);
    let count = |spec: &Radar, role| of_role(&spec.draw(Width::Wide).unwrap(), role).len();
    for axis in [0, 1, 3] {
        spec.axes[axis].target = compared(4.0);
    }
    assert_eq!(
        count(&spec, Role::SeriesTarget),
        1 + 1,
        "one run and the legend"
    );
    assert_eq!(count(&spec, Role::Target), 3 + 1);
    spec.axes[0].target = None;
    assert_eq!(
        count(&spec, Role::SeriesTarget),
        1,
        "no two stand beside each other"
    );
    for axis in &mut spec.axes {
        axis.earlier = compared(2.0);
    }
    assert_eq!(count(&spec, Role::SeriesEarlier), 1 + 1);
}

#[test]
fn nothing_reaches_outside_and_files_are_well_formed() {
    let long = "Digitaliseringsförvaltningsorganisation & mer därtill i hela koncernen";
    for width in WIDTHS {
        for scale in [five_levels(), percent()] {
            for count in 1..=20 {
                let mut spec = many_compared(count, scale.clone());
                assert_inside(&spec.draw(width).unwrap());
                let words = &mut spec.words;
                for words in [&mut words.target, &mut words.earlier, &mut words.benchmark] {
                    *words = long.into();
                }
                spec.mark = Some([long, long, long].join(" "));
                let picture = spec.draw(width).unwrap();
                assert_inside(&picture);
                assert_well_formed(&to_svg(&picture, &Palette::LIGHT));
            }
            for count in 3..=20 {
                let mut spec = radar_compared(count, scale.clone());
                (spec.words.target, spec.mark) = (long.into(), Some(long.into()));
                let picture = spec.draw(width).unwrap();
                assert_inside(&picture);
                assert_well_formed(&to_svg(&picture, &Palette::LIGHT));
            }
        }
    }
    for spec in [coinciding(percent(), 0.0), coinciding(percent(), 100.0)] {
        assert_inside(&spec.draw(Width::Narrow).unwrap());
    }
}

#[test]
fn a_notice_stands_in_the_picture() {
    let notice = |picture: &Picture| {
        let node = of_role(picture, Role::Notice);
        node.iter()
            .filter_map(|node| node.text.clone())
            .collect::<String>()
    };
    let mut distribution = distribution(&[1, 2, 0, 0], None);
    distribution.mark = Some("Påhittade exempelvärden".into());
    for width in WIDTHS {
        for picture in [
            many_compared(2, five_levels()).draw(width),
            radar_compared(5, five_levels()).draw(width),
            distribution.draw(width),
        ] {
            assert_eq!(notice(&picture.unwrap()), "Påhittade exempelvärden");
        }
    }
}
