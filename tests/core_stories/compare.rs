//! The e-råd's leader compares: what the page says, what stands in its cells and in the file, and who is weighed how. The numbers
//! are worked by hand.

use mognad::app::desk::CompareMsg;
use mognad::app::desk::comparing::{
    Beside, CompareView, Finding, NotYet, beside, beside_again, csv_of, finding, heat_map,
    outlines, rolled_table, side_by_side, spread_of_answers,
};
use mognad::app::{Decided, DeskMsg, Effect, Msg, Route, Way};
use mognad::domain::{
    Address, AreaId, DocumentField, Order, RollUpRule, SetId, State, Tag, Timestamp, UnitField,
    UnitId, Value, WriterId, employees, roll_up_rule,
};
use mognad::exchange::file_from_json;

use crate::manager::{Manager, question, set_id};

fn area(id: &str) -> AreaId {
    AreaId::parse(id).unwrap()
}

/// Agreed answers to questions of IT-mognad.
fn says(manager: &mut Manager, unit: &UnitId, answers: &[(&str, State)]) {
    for (id, state) in answers {
        manager.says(unit, id, *state);
    }
}

const fn level(level: u8) -> State {
    State::Level(level)
}

/// Four units. Informationssäkerhet (three questions): Skola 2, 2, 2 → 2,0; Omsorg 2, 3, 4 → 3,0; Bygg 5, 4, 5 → 4,7; Kultur 3 and
/// *vet ej* → one of three is too thin. E-tjänster, first question: all *vet ej* but Bygg. Targets: Skola 4 and Omsorg 3,5 in
/// Informationssäkerhet.
fn four() -> (Manager, [UnitId; 4]) {
    let mut manager = Manager::new(1);
    let units = ["Skola", "Omsorg", "Bygg", "Kultur"].map(|name| manager.begins(name, None));
    let [school, care, town, culture] = &units;
    let security = ["informationsklassning", "incidentrutin", "reservrutin"];
    for (unit, levels) in [(school, [2, 2, 2]), (care, [2, 3, 4]), (town, [5, 4, 5])] {
        for (id, value) in security.into_iter().zip(levels) {
            manager.says(unit, id, level(value));
        }
    }
    says(
        &mut manager,
        culture,
        &[
            ("informationsklassning", level(3)),
            ("incidentrutin", State::DontKnow),
            ("urval-av-e-tjanster", State::DontKnow),
        ],
    );
    manager.says(school, "urval-av-e-tjanster", State::DontKnow);
    manager.says(care, "urval-av-e-tjanster", State::DontKnow);
    for (unit, tenths) in [(school, 40), (care, 35)] {
        manager.tell(DeskMsg::Decide(
            set_id(),
            unit.clone(),
            area("informationssakerhet"),
            Decided::Value(Some(tenths)),
        ));
    }
    (manager, units)
}

fn seen(manager: &Manager, view: &CompareView) -> Beside {
    beside(&manager.model, view).unwrap()
}

fn at(address: &str) -> CompareView {
    CompareView::parse(address).unwrap()
}

#[test]
fn the_first_sentence_says_where_they_differ_what_they_share_and_what_to_talk_about() {
    let (manager, [school, _, town, _]) = four();
    let Finding::Compared {
        apart: Some(apart),
        shared,
        first,
    } = finding(&seen(&manager, &CompareView::default()))
    else {
        panic!("two or more have values");
    };
    assert_eq!(apart.area, area("informationssakerhet"));
    assert_eq!((apart.low.0, apart.low.1), (2.0, school));
    assert_eq!(apart.high.1, town);
    assert!((apart.high.0 - 14.0 / 3.0).abs() < 1e-9);
    // Skola 2,0 < 4 and Omsorg 3,0 < 3,5, of three with a value.
    assert_eq!(shared, Some((area("informationssakerhet"), 2, 3)));
    // 2, 4, 5 agree by 0,504; 2, 2, 5, 3 by 0,542; 2, 3, 4 by 0,723.
    assert_eq!(first, Some(question("reservrutin")));
}

#[test]
fn without_two_values_nothing_is_compared_and_before_anybody_it_is_said() {
    let mut manager = Manager::new(1);
    assert!(matches!(
        beside(&manager.model, &CompareView::default()),
        Err(NotYet::NoRound)
    ));
    let unit = manager.begins("Skola", None);
    manager.says(&unit, "reservrutin", level(3));
    let view = CompareView::default();
    assert_eq!(finding(&seen(&manager, &view)), Finding::Nothing);
    manager.says(&unit, "incidentrutin", level(3));
    assert_eq!(finding(&seen(&manager, &view)), Finding::TooFew);
    for nowhere in ["it-mognad/r-9", "okand"] {
        let why = beside(&manager.model, &at(nowhere)).unwrap_err();
        assert!(
            matches!(why, NotYet::NoRound | NotYet::NoSuchSet),
            "{why:?}"
        );
    }
}

#[test]
fn every_cell_says_its_value_what_it_rests_on_and_the_gap_in_words() {
    let (manager, _) = four();
    let seen = seen(&manager, &CompareView::default());
    let map = heat_map(&manager.model, &seen);
    // The largest gap to own target first: Skola 2,0, Omsorg 0,5; those without a target as listed.
    let names: Vec<&str> = map.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Skola", "Omsorg", "Bygg", "Kultur"]);
    assert_eq!(map.columns[0].title, "Informationssäkerhet");
    let column: Vec<[&str; 3]> = map
        .rows
        .iter()
        .map(|row| &row.cells[0])
        .map(|cell| [&*cell.value, &*cell.basis, &*cell.gap])
        .collect();
    assert_eq!(
        column,
        [
            ["2,0", "", "▼\u{a0}2,0"],
            ["3,0", "", "▼\u{a0}0,5"],
            ["4,7", "", ""],
            ["Otillräckligt underlag", "1 av 3", ""],
        ]
    );
    let shades: Vec<Option<u8>> = map.rows.iter().map(|row| row.cells[0].shade).collect();
    assert_eq!(shades, [Some(2), Some(3), Some(4), None]);
    // (2 + 3 + 14/3) / 3 = 3,22…
    assert_eq!(map.whole.as_ref().unwrap().cells[0].value, "3,2");
    assert_eq!(map.whole.as_ref().unwrap().cells[0].basis, "3 av 4 ingår");
    let own = heat_map(&manager.model, &self::seen(&manager, &at("-/-/-/-/lista")));
    assert_eq!(own.columns[0].title, "Ledning och styrning");
}

#[test]
fn an_area_or_a_tag_leads_down_to_the_questions_with_each_reason_side_by_side() {
    let (mut manager, [school, care, ..]) = four();
    let reason = |id: &str, text: &str| {
        Msg::Write(
            school.clone(),
            question(id),
            mognad::domain::Facet::Rationale,
            text.to_owned(),
        )
    };
    manager.tell(reason("reservrutin", "Ingen har övat."));
    let shown = seen(&manager, &at("it-mognad/-/informationssakerhet"));
    let asked = side_by_side(&manager.model, &shown);
    assert_eq!(asked.len(), 3);
    let last = &asked[2];
    assert_eq!(last.between.words, "Diskutera"); // 2, 4, 5
    let more = last.between.more.as_deref().unwrap();
    assert!(more.starts_with("3 svar. Spann: 3 nivåer"), "{more}");
    assert!(more.contains("Samsyn 0,50,"), "{more}"); // 0,504
    let of_school = last.answers.iter().find(|a| a.unit == school).unwrap();
    assert_eq!(of_school.answer, "2 Påbörjat");
    assert_eq!(of_school.reasons, [(None, "Ingen har övat.".to_owned())]);
    let of_care = last.answers.iter().find(|a| a.unit == care).unwrap();
    assert!(of_care.reasons.is_empty());
    assert_eq!(last.answers[3].answer, "obesvarad");

    // Two of each level, and beside the scale those without one.
    let across = &shown.compared.questions;
    let across = across.iter().find(|q| q.question == last.question).unwrap();
    let (_, question) = shown.set.question(&last.question).unwrap();
    let spec = spread_of_answers(&manager.model, &shown, across, question);
    let counts: Vec<u32> = spec.steps.iter().map(|step| step.count).collect();
    assert_eq!(counts, [0, 1, 0, 1, 1, 0, 0, 0, 1]);

    let tagged = seen(&manager, &at("it-mognad/-/-/security"));
    let asked = side_by_side(&manager.model, &tagged);
    assert!(
        asked
            .iter()
            .all(|a| Tag::of(&a.question).contains(&Tag::Security))
    );
    assert_eq!(asked.len(), 3);
    let map = heat_map(&manager.model, &tagged);
    assert_eq!(map.columns.len(), 3);
    assert_eq!(map.columns[0].to, None);
    assert_eq!(map.whole, None); // none of them is asked of the municipality
    let first: Vec<&str> = map.rows.iter().map(|row| &*row.cells[0].value).collect();
    assert_eq!(first, ["2", "2", "5", "3"]);
}

#[test]
fn what_nobody_knows_is_named() {
    let (manager, _) = four();
    let shown = seen(&manager, &CompareView::default());
    let unknown = shown.compared.unknown();
    let ids: Vec<&str> = unknown.iter().map(|(q, _)| q.question.as_str()).collect();
    // Three of four do not know; Bygg has not answered.
    assert_eq!(ids, ["urval-av-e-tjanster"]);
}

#[test]
fn the_file_holds_what_is_on_the_screen_for_a_swedish_spreadsheet() {
    let (mut manager, [school, ..]) = four();
    manager.tell(Msg::NameUnit(school, "=HYPERLINK(\"http://x\")".to_owned()));
    let shown = seen(&manager, &at("it-mognad/-/-/security"));
    let text = csv_of(&manager.model, &shown);
    let mut lines = text.strip_prefix('\u{feff}').unwrap().split("\r\n");
    let head = lines.next().unwrap();
    assert!(head.starts_with("Omgång;Frågor;Enhet;1. "), "{head}");
    let year = mognad::domain::round_name(&manager.model.document, &shown.round);
    assert_eq!(
        lines.next().unwrap(),
        format!("{year};IT-mognad;\"'=HYPERLINK(\"\"http://x\"\")\";2;;2;;2;")
    );
    assert_eq!(
        lines.next().unwrap(),
        format!("{year};IT-mognad;Omsorg;2;;3;;4;")
    );

    let areas = csv_of(&manager.model, &seen(&manager, &CompareView::default()));
    let mut lines = areas.split("\r\n");
    let head = lines.next().unwrap();
    assert!(head.contains(
        "Enhet;Informationssäkerhet;Informationssäkerhet: underlag;Informationssäkerhet: avstånd till mål;"
    ));
    let rows: Vec<&str> = lines.collect();
    assert!(rows[1].contains(";Omsorg;3,0;;0,5;"), "{}", rows[1]);
    assert!(
        rows[3].contains(";Kultur;Otillräckligt underlag;1 av 3;;"),
        "{}",
        rows[3]
    );
    assert!(
        rows[4].contains("(Varje enhet väger lika);3,2;3 av 4 ingår;;"),
        "{}",
        rows[4]
    );
    assert!(!areas.contains("Påhittade"));
}

/// 100 × 2 + 300 × 3 + 600 × 14/3 = 3 900, over 1 000; Kultur has no value and no number.
#[test]
fn the_coordinator_weighs_by_employees_and_takes_it_back() {
    let (mut manager, [school, care, town, culture]) = four();
    manager.tell(DeskMsg::Compare(CompareMsg::Rule(RollUpRule::Employees)));
    for (unit, number) in [(&school, 100), (&care, 300), (&town, 600)] {
        let msg = CompareMsg::Employees(unit.clone(), Some(number));
        manager.tell(DeskMsg::Compare(msg));
    }
    assert_eq!(roll_up_rule(&manager.model.document), RollUpRule::Employees);
    let shown = seen(&manager, &CompareView::default());
    let map = heat_map(&manager.model, &shown);
    assert_eq!(map.whole.as_ref().unwrap().cells[0].value, "3,9");
    let table = rolled_table(&manager.model, &shown);
    let row = table
        .rows
        .iter()
        .find(|row| row[0] == "Informationssäkerhet")
        .unwrap();
    assert_eq!(
        row[1..6],
        [
            "3,9",
            "3,9",
            "3 av 4",
            "Kultur (otillräckligt underlag)",
            "–"
        ]
    );
    // What no unit has is not kept; an empty field takes the number away, and undo brings it back.
    for (number, kept) in [
        (Some(0), Some(100)),
        (Some(1_000_000), Some(100)),
        (None, None),
    ] {
        let msg = CompareMsg::Employees(school.clone(), number);
        manager.tell(DeskMsg::Compare(msg));
        assert_eq!(employees(&manager.model.document, &school), kept);
    }
    manager.tell(Msg::Undo);
    assert_eq!(employees(&manager.model.document, &school), Some(100));
    assert_eq!(employees(&manager.model.document, &culture), None);
}

/// How many work somewhere and how the coordinator weighs is nobody's contribution.
#[test]
fn what_is_handed_in_carries_neither_employees_nor_rule() {
    let (mut manager, [school, ..]) = four();
    manager.tell(DeskMsg::Compare(CompareMsg::Rule(RollUpRule::Employees)));
    manager.tell(DeskMsg::Compare(CompareMsg::Employees(
        school.clone(),
        Some(100),
    )));
    manager.tell(Msg::HandIn(school.clone(), Way::File));
    let file = manager.effects.iter().find_map(|effect| match effect {
        Effect::OfferFile { text, .. } => Some(text.clone()),
        _ => None,
    });
    let document = file_from_json(&file.unwrap()).unwrap().document;
    assert!(document.len() > 3);
    let employees = Address::Unit(school, UnitField::Employees);
    assert_eq!(document.fact(&employees), None);
    assert_eq!(
        document.fact(&Address::Document(DocumentField::RollUp)),
        None
    );
}

#[test]
fn chosen_profiles_lie_over_each_other_with_the_municipality() {
    let (manager, [school, _, town, _]) = four();
    let mut view = CompareView {
        units: vec![school, town, UnitId::municipality()],
        ..CompareView::default()
    };
    let spec = outlines(&manager.model, &seen(&manager, &view)).unwrap();
    let table = spec.table();
    assert_eq!(table.columns[2..], ["Skola", "Bygg", "Kommunen"]);
    let row = table
        .rows
        .iter()
        .find(|row| row[1].starts_with("Informations"))
        .unwrap();
    assert_eq!(row[2..], ["2,0", "4,7", "3,2"]);
    view.units.clear();
    assert!(outlines(&manager.model, &seen(&manager, &view)).is_none());
}

#[test]
fn a_round_that_is_over_is_compared_by_the_questions_that_it_asked() {
    let (mut manager, [school, _, town, _]) = four();
    let before = manager.model.round().unwrap();
    manager.tell(DeskMsg::NewRound);
    manager.says(&school, "reservrutin", level(5));
    let then = CompareView {
        round: Some(before.clone()),
        ..CompareView::default()
    };
    let shown = seen(&manager, &then);
    assert_eq!(shown.round, before);
    let map = heat_map(&manager.model, &shown);
    assert_eq!(map.rows[0].cells[0].value, "2,0");
    manager.tell(Msg::HideUnit(town));
    let names = |view: &CompareView| -> Vec<String> {
        let map = heat_map(&manager.model, &seen(&manager, view));
        map.rows.into_iter().map(|row| row.name).collect()
    };
    assert_eq!(names(&then), ["Skola", "Omsorg", "Kultur", "Bygg"]);
    assert_eq!(names(&at("-/-/-/-/lista")), ["Skola", "Omsorg", "Kultur"]);
    let now = seen(&manager, &CompareView::default());
    assert_eq!(finding(&now), Finding::Nothing);
    // Every further view names set and round, so that a link shows the same next year.
    let link = now.with(|view| view.order = Order::Own);
    assert_eq!(link.set, Some(SetId::it_mognad()));
    assert_eq!(link.round, manager.model.round());
}

#[test]
fn another_view_is_the_same_reckoning_and_another_round_or_set_is_not() {
    let (mut manager, [school, ..]) = four();
    let first = seen(&manager, &CompareView::default());
    let again = |view: &CompareView, manager: &Manager| {
        beside_again(&manager.model, view, Some(&first)).unwrap()
    };
    let area = again(&at("-/-/ledning"), &manager);
    assert!(std::sync::Arc::ptr_eq(&area.compared, &first.compared));
    assert_eq!(area.view, at("-/-/ledning"));
    let other = again(&at("e-forvaltning"), &manager);
    assert_eq!(
        other.compared,
        seen(&manager, &at("e-forvaltning")).compared
    );
    manager.tell(DeskMsg::NewRound);
    manager.says(&school, "reservrutin", level(5));
    let now = again(&CompareView::default(), &manager);
    assert_eq!(
        now.compared,
        seen(&manager, &CompareView::default()).compared
    );
    assert_ne!(now.compared, first.compared);
}

/// 3,000 units: a page of a hundred, the aggregate over all.
#[test]
fn very_many_units_are_paged_and_counted_whole() {
    let mut manager = Manager::new(1);
    manager.begins("Skola", None);
    for n in 0..2_999_u64 {
        let unit = UnitId::from_random(n + 10);
        let name = Address::Unit(unit, UnitField::Name);
        let value = Value::Text(format!("Enhet {n:04}"));
        let document = &mut manager.model.document;
        document.write(&name, WriterId(9), Timestamp(1), value);
    }
    let unit = manager.model.device.unit.clone().unwrap();
    manager.says(&unit, "reservrutin", level(3));
    let shown = seen(&manager, &at("-/-/-/-/lista/-/30"));
    let map = heat_map(&manager.model, &shown);
    assert_eq!(
        (map.rows.len(), map.page, map.pages, map.units),
        (100, 29, 30, 3_000)
    );
    let lines = csv_of(&manager.model, &shown).lines().count();
    assert_eq!(lines, 1 + 3_000 + 1);
    let beyond = seen(&manager, &at("-/-/-/-/lista/-/99"));
    assert_eq!(heat_map(&manager.model, &beyond).page, 29);
    assert!(matches!(beyond.view.route(), Route::Compare(_)));
}
