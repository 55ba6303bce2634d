//! The flower box read back from its tree, in both widths: every question once and with its grade, every height its
//! degree, nothing outside and nothing on top of each other.

use super::attribute::Attribute;
use super::fixtures::{WordBox, assert_readable, number, word_boxes};
use super::flower_box::{FlowerBox, Grade};
use super::flower_fixtures::*;
use super::garden::{Garden, Hue};
use super::role::Role;
use super::tree::Node;
use super::{ChartError, Px, Width};

#[test]
fn a_heart_stands_at_its_degree() {
    for width in WIDTHS {
        for degree in [0.0, 0.25, 1.0 / 3.0, 0.5, 0.875, 1.0] {
            let spec = flower_box(vec![bed("Företagare", Some(degree), "hdiv")], None, None);
            let picture = flattened(&spec, width);
            let guides: Vec<f64> = picture
                .root
                .iter()
                .filter(|node| node.role == Some(Role::Grid))
                .map(|line| number(line, "y1"))
                .collect();
            let heart = number(parts(&picture.root, Garden::Heart)[0], "cy");
            let read = (guides[0] - heart) / (guides[0] - guides[2]);
            // A quarter pixel is less than half a percent.
            assert!((read - degree).abs() < 0.005, "{degree} drawn at {read}");
            assert!((guides[1] - f64::midpoint(guides[0], guides[2])).abs() < 0.3);
        }
    }
}

#[test]
fn strange_degrees_are_cut_and_no_degree_is_no_zero() {
    let heart = |degree: Option<f64>| {
        let spec = flower_box(vec![bed("Företagare", degree, "hdiv")], None, None);
        let nodes = flattened(&spec, Width::Wide).root;
        let open = parts(&nodes, Garden::HeartOpen);
        let hearts = parts(&nodes, Garden::Heart);
        assert_eq!(hearts.len() + open.len(), 1);
        assert_eq!(
            open.is_empty(),
            degree.is_some_and(|degree| !degree.is_nan())
        );
        number(hearts.first().or(open.first()).unwrap(), "cy")
    };
    assert!((heart(Some(f64::INFINITY)) - heart(Some(1.0))).abs() < 0.001);
    assert!((heart(Some(-3.0)) - heart(Some(0.0))).abs() < 0.001);
    assert!((heart(Some(f64::NAN)) - heart(None)).abs() < 0.001);
    assert!(
        heart(None) > heart(Some(0.0)),
        "below the scale, so not on it"
    );
}

#[test]
fn the_picture_and_the_tables_count_the_same_grades() {
    let spec = whole();
    let (table, questions) = (spec.table(), spec.questions());
    for width in WIDTHS {
        let picture = spec.draw(width).unwrap();
        for (group, row) in beds(&picture).iter().zip(&table.rows) {
            let count = |grade: Grade| {
                leaves(&group.children)
                    .iter()
                    .filter(|leaf| grade_of(leaf) == Some(grade))
                    .count()
                    .to_string()
            };
            let drawn: Vec<String> = Grade::ALL.into_iter().take(4).map(count).collect();
            assert_eq!(drawn, row[2..6], "{}", row[0]);
            let value = Attribute::Value(row[1].clone());
            assert!(group.attributes.contains(&value), "{}", row[0]);
        }
    }
    assert_eq!(table.rows.len(), 8);
    assert_eq!(table.rows[3][2..], ["2", "1", "0", "0", "1"]);
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.len() == table.columns.len())
    );
    assert_eq!(questions.rows.len(), 38);
    assert_eq!(
        questions.rows[2],
        ["Äldre och omsorg", "Fråga 2 om detta?", "Uppfyller delvis"]
    );
}

#[test]
fn who_answers_has_a_column_only_when_it_is_known() {
    let mut spec = whole();
    assert!(!spec.table().columns.contains(&spec.words.note));
    spec.flowers[1].note = Some("Barn- och utbildnings\u{ad}förvaltningen".into());
    let table = spec.table();
    assert_eq!(table.columns[1], "Besvaras av");
    assert_eq!(table.rows[1][1], "Barn- och utbildningsförvaltningen");
    assert_eq!(table.rows[0][1], "");
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.len() == table.columns.len())
    );
}

#[test]
fn every_question_is_there_once_and_in_order() {
    for spec in [whole(), crowded(8)] {
        for width in WIDTHS {
            let picture = spec.draw(width).unwrap();
            let drawn: Vec<(u8, Grade)> = leaves(&picture.root)
                .iter()
                .map(|leaf| (leaf.row().unwrap(), grade_of(leaf).unwrap()))
                .collect();
            let all = spec.beds().flat_map(|bed| &bed.leaves);
            let given: Vec<(u8, Grade)> = (0..)
                .zip(all)
                .map(|(number, leaf)| (number, leaf.grade))
                .filter(|(_, grade)| *grade != Grade::Absent)
                .collect();
            assert_eq!(drawn, given);
        }
    }
}

#[test]
fn a_grade_is_told_by_shape() {
    let roles = |letter: &str| -> Vec<Role> {
        let spec = flower_box(vec![bed("Företagare", None, letter)], None, None);
        let leaf = leaves(&spec.draw(Width::Wide).unwrap().root).remove(0);
        leaf.children.iter().filter_map(|node| node.role).collect()
    };
    let shapes = |parts: &[Garden]| -> Vec<Role> {
        let touched = parts.iter().chain(&[Garden::Touch]);
        touched.map(|part| Role::Garden(*part)).collect()
    };
    assert_eq!(roles("h"), shapes(&[Garden::Full]));
    assert_eq!(roles("d"), shapes(&[Garden::Rim, Garden::Part]));
    assert_eq!(roles("i"), shapes(&[Garden::Rim]));
    assert_eq!(roles("v"), shapes(&[Garden::Unknown]));
}

#[test]
fn what_is_not_relevant_leaves_its_place_empty() {
    let (all, mut some) = (whole(), whole());
    some.flowers[0].leaves[0].grade = Grade::Absent;
    some.grass.as_mut().unwrap().leaves[3].grade = Grade::Absent;
    some.soil.as_mut().unwrap().leaves[0].grade = Grade::Absent;
    for width in WIDTHS {
        let [before, after] = [&all, &some].map(|spec| leaves(&spec.draw(width).unwrap().root));
        assert_eq!(after.len(), before.len() - 3);
        for leaf in &after {
            let same = before.iter().find(|other| other.row() == leaf.row());
            // The first link may be another one now.
            assert_eq!(Some(&leaf.children), same.map(|same| &same.children));
        }
    }
}

#[test]
fn nothing_stands_outside_or_on_words() {
    let specs = (1..=8)
        .map(crowded)
        .chain([whole(), flower_box(whole().flowers, None, None)])
        .chain([flower_box(whole().flowers, whole().grass, None)])
        .chain([flower_box(whole().flowers, None, whole().soil)]);
    for spec in specs {
        for width in WIDTHS {
            let picture = flattened(&spec, width);
            assert_readable(&picture);
            let (right, bottom) = picture.view_box;
            for node in &picture.root {
                for corner in corners(node) {
                    assert!(corner.x >= Px::ZERO && corner.x <= right, "{node:?}");
                    assert!(corner.y >= Px::ZERO && corner.y <= bottom, "{node:?}");
                }
            }
            let boxes = word_boxes(&picture);
            for part in [Garden::Full, Garden::Rim, Garden::Unknown] {
                for leaf in parts(&picture.root, part) {
                    let free = |words: &&WordBox| words.role != Role::Value;
                    for words in boxes.iter().filter(free) {
                        assert!(is_apart(leaf, words), "{part:?} covers {words:?}");
                    }
                }
            }
        }
    }
}

fn is_apart(leaf: &Node, words: &WordBox) -> bool {
    let [left, right, top, bottom] = bounds(corners(leaf));
    right <= words.left || words.right <= left || bottom <= words.top || words.bottom <= top
}

#[test]
fn a_finger_finds_every_tuft_and_stone() {
    for spec in [whole(), crowded(8), crowded(1)] {
        for width in WIDTHS {
            let picture = spec.draw(width).unwrap();
            for group in beds(&picture) {
                if !matches!(group.role, Some(Role::Bed(Hue::Grass | Hue::Soil))) {
                    continue;
                }
                for touch in parts(&flat(&group.children), Garden::Touch) {
                    let [left, right, top, bottom] = bounds(corners(touch));
                    let side = (right - left).min(bottom - top);
                    assert!(side >= 24.0, "{side} px in {width:?}");
                }
            }
        }
    }
}

#[test]
fn flowers_take_turns_in_their_colours() {
    let picture = crowded(8).draw(Width::Wide).unwrap();
    let classes: Vec<_> = beds(&picture)
        .iter()
        .filter_map(|bed| bed.role.map(Role::class))
        .collect();
    let hues = ["1", "2", "3", "4", "5", "6", "1", "2", "grass", "soil"];
    assert_eq!(classes, hues.map(|hue| ["chart-hue-", hue].concat()));
}

#[test]
fn a_spec_without_a_picture_is_an_error() {
    let error = |spec: &FlowerBox| spec.draw(Width::Wide).unwrap_err();
    let many = |given, most| ChartError::TooMany { given, most };
    let few = ChartError::TooFew { given: 0, least: 1 };
    assert_eq!(error(&flower_box(Vec::new(), None, None)), few);
    assert_eq!(error(&crowded(9)), many(9, 8));
    let bare = flower_box(vec![bed("Företagare", None, "")], None, None);
    assert_eq!(error(&bare), few);
    let full = |count| bed("Företagare", None, &"h".repeat(count));
    assert_eq!(error(&flower_box(vec![full(13)], None, None)), many(13, 12));
    let mut spec = whole();
    spec.grass = Some(full(13));
    assert_eq!(error(&spec), many(13, 12));
    spec.grass = Some(full(0));
    spec.soil = Some(full(11));
    assert_eq!(error(&spec), many(11, 10));
    assert_eq!(spec.table().rows.len(), 8, "a table has no limits");
}

#[test]
fn the_key_names_every_grade_that_is_drawn() {
    let spec = whole();
    let key = spec.key().unwrap();
    let words: Vec<&str> = key.iter().map(|entry| entry.words.as_str()).collect();
    let named = &spec.words;
    assert_eq!(
        words,
        [&named.full, &named.half, &named.nothing, &named.unknown]
    );
    for entry in key {
        let [left, right, top, bottom] = bounds(
            flat(&entry.picture.root)
                .iter()
                .map(corners)
                .find(|corners| !corners.is_empty())
                .unwrap(),
        );
        let (width, height) = entry.picture.view_box;
        assert!(left >= 1.0 && right <= width.in_pixels() - 1.0);
        assert!(top >= 1.0 && bottom <= height.in_pixels() - 1.0);
    }
}
