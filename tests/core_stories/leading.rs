//! The one who leads the work: who answers what, the municipality's flower box, targets and priorities, the example.

use mognad::app::pictures::{Drawn, Marks, flower_box, level_bars};
use mognad::app::{
    CannotRead, Decided, DeskMsg, Effect, Msg, Notice, Route, Why, discussion, progress, result_of,
};
use mognad::charts::{Bed, FlowerBox, Grade};
use mognad::domain::{
    Address, AreaId, DocumentField, Gap, QuestionSet, SetId, State, UnitId, Value, priorities,
    target,
};

use crate::manager::{Manager, published_as};

fn flowers() -> SetId {
    SetId::e_forvaltning()
}

fn area(id: &str) -> AreaId {
    AreaId::parse(id).unwrap()
}

impl Manager {
    fn the_set(&self) -> std::sync::Arc<QuestionSet> {
        self.model.set(&flowers()).unwrap()
    }

    fn names(&mut self, id: &str, unit: &UnitId) {
        self.tell(DeskMsg::NameOwner(flowers(), area(id), Some(unit.clone())));
    }

    /// Answers the questions of an area in their order.
    fn grades(&mut self, unit: &UnitId, id: &str, states: &[State]) {
        let set = self.the_set();
        let questions = &set.area(&area(id)).unwrap().questions;
        assert_eq!(questions.len(), states.len());
        for (question, state) in questions.iter().zip(states) {
            let msg = Msg::Choose(flowers(), unit.clone(), question.id.clone(), *state);
            self.tell(msg);
        }
    }

    fn box_of(&self, unit: &UnitId) -> FlowerBox {
        let set = self.the_set();
        let result = result_of(&self.model, &set, unit).unwrap();
        flower_box(Drawn {
            model: &self.model,
            set: &set,
            unit,
            result: &result,
        })
    }

    fn areas_of(&self, unit: &UnitId) -> Vec<String> {
        progress(&self.model, &self.the_set(), unit)
            .areas
            .iter()
            .filter(|area| !area.optional)
            .map(|area| area.area.to_string())
            .collect()
    }
}

const HELT: State = State::Level(3);
const DELVIS: State = State::Level(2);
const INTE: State = State::Level(1);

fn seen(bed: &Bed) -> (String, String, Vec<Grade>) {
    let grades = bed.leaves.iter().map(|leaf| leaf.grade).collect();
    (bed.label.clone(), bed.printed.clone(), grades)
}

/// Hand-worked: three units and the municipality, each area from the one who was named for it.
#[test]
fn the_municipalitys_flower_box_is_put_together_from_those_named() {
    use Grade::{Absent, Full, Half, Nothing, Unknown};
    let mut manager = Manager::new(1);
    let school = manager.begins("Barn och utbildning", None);
    let care = manager.begins("Socialförvaltningen", None);
    let town = manager.begins("Samhällsbyggnad", None);
    // Answered before anyone was named: it must not count for the municipality afterwards.
    manager.grades(&town, "barn-och-elever", &[INTE, INTE, INTE, INTE]);
    for (id, unit) in [
        ("aldre-och-omsorg", &care),
        ("barn-och-elever", &school),
        ("foretagare", &town),
        ("boende-och-trafikanter", &town),
        ("kultur-och-fritid", &school),
        ("allmanheten", &care),
    ] {
        manager.names(id, unit);
    }
    assert_eq!(
        manager.areas_of(&school),
        ["barn-och-elever", "kultur-och-fritid"]
    );
    assert_eq!(manager.areas_of(&care), ["aldre-och-omsorg", "allmanheten"]);
    assert_eq!(
        manager.areas_of(&town),
        ["foretagare", "boende-och-trafikanter"]
    );
    let whole = UnitId::municipality();
    assert_eq!(
        manager.areas_of(&whole),
        ["ledning-och-arbetssatt", "tekniska-forutsattningar"]
    );

    manager.grades(
        &care,
        "aldre-och-omsorg",
        &[HELT, DELVIS, DELVIS, State::DontKnow],
    );
    manager.grades(&school, "barn-och-elever", &[HELT, HELT, HELT, DELVIS]);
    manager.grades(&town, "foretagare", &[DELVIS, DELVIS, INTE, INTE]);
    manager.grades(
        &town,
        "boende-och-trafikanter",
        &[HELT, HELT, State::NotOurArea, DELVIS],
    );
    manager.grades(
        &school,
        "kultur-och-fritid",
        &[HELT, State::DontKnow, State::DontKnow, HELT],
    );
    let (grass, soil) = ("ledning-och-arbetssatt", "tekniska-forutsattningar");
    manager.grades(
        &whole,
        grass,
        &[HELT, DELVIS, DELVIS, INTE, DELVIS, HELT, DELVIS, DELVIS],
    );
    manager.grades(&whole, soil, &[HELT, DELVIS, INTE, HELT, DELVIS, DELVIS]);

    let shown = manager.box_of(&whole);
    let told = |label: &str, printed: &str, grades: &[Grade]| {
        (label.to_owned(), printed.to_owned(), grades.to_vec())
    };
    let expected = [
        told(
            "Äldre och omsorg",
            "67\u{a0}%",
            &[Full, Half, Half, Unknown],
        ), // 4 of 6
        told("Barn och elever", "88\u{a0}%", &[Full, Full, Full, Half]), // 7 of 8
        told("Företagare", "25\u{a0}%", &[Half, Half, Nothing, Nothing]), // 2 of 8
        told(
            "Boende och trafikanter",
            "83\u{a0}%",
            &[Full, Full, Absent, Half],
        ), // 5 of 6
        told(
            "Kultur och fritid",
            "Otillräckligt underlag",
            &[Full, Unknown, Unknown, Full],
        ),
        told("Allmänheten", "Otillräckligt underlag", &[Unknown; 4]),
    ];
    let flowers: Vec<_> = shown.flowers.iter().map(seen).collect();
    assert_eq!(flowers, expected);
    assert_eq!(
        shown.grass.as_ref().map(|bed| bed.printed.as_str()),
        Some("56\u{a0}%")
    ); // 9 of 16
    assert_eq!(
        shown.soil.as_ref().map(|bed| bed.printed.as_str()),
        Some("58\u{a0}%")
    ); // 7 of 12
    leads_to_those_named(&shown, &care, &school);
    // What the unit said before another was named is kept; in its own box it is no longer shown.
    let own = manager.box_of(&town);
    assert!(own.flowers.iter().all(|bed| bed.label != "Barn och elever"));
}

/// A bed says who answers it, and a petal leads to its question, for the unit that answers it.
fn leads_to_those_named(shown: &FlowerBox, care: &UnitId, school: &UnitId) {
    for (flower, name, unit) in [
        (0, "Socialförvaltningen", care),
        (1, "Barn och utbildning", school),
    ] {
        assert_eq!(shown.flowers[flower].note.as_deref(), Some(name));
        let href = shown.flowers[flower].leaves[0].href.clone().unwrap();
        assert!(
            href.starts_with(&format!("#/besvara/e-forvaltning/{unit}/")),
            "{href}"
        );
    }
}

#[test]
fn a_unit_may_answer_grass_and_soil_and_is_not_waited_for() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Socialförvaltningen", None);
    let set = manager.the_set();
    let before = progress(&manager.model, &set, &unit);
    assert_eq!((before.asked, before.areas.len()), (24, 8));
    manager.grades(&unit, "tekniska-forutsattningar", &[HELT; 6]);
    assert_eq!(progress(&manager.model, &set, &unit).asked, 24);
    let result = result_of(&manager.model, &set, &unit).unwrap();
    assert_eq!(result.areas.len(), 7, "the grass has not been begun");
    // It stays the unit's own: the municipality's soil is still unknown.
    let whole = result_of(&manager.model, &set, &UnitId::municipality()).unwrap();
    assert_eq!(whole.counts.answered, 0);
}

#[test]
fn a_question_that_another_unit_was_named_for_cannot_be_answered() {
    let mut manager = Manager::new(1);
    let school = manager.begins("Barn och utbildning", None);
    let care = manager.begins("Socialförvaltningen", None);
    manager.names("barn-och-elever", &school);
    let before = manager.model.document.clone();
    manager.grades(&care, "barn-och-elever", &[HELT; 4]);
    assert_eq!(manager.model.document, before);
}

#[test]
fn looking_at_another_units_question_changes_nothing_about_who_sits_here() {
    let mut manager = Manager::new(1);
    let school = manager.begins("Barn och utbildning", None);
    let care = manager.begins("Socialförvaltningen", None);
    let link = format!("#/besvara/e-forvaltning/{school}/franvaro-och-dialog");
    manager.tell(Msg::Arrived(Route::parse(&link)));
    assert_eq!(manager.model.device.unit.as_ref(), Some(&care));
    manager.grades(&school, "barn-och-elever", &[HELT; 4]);
    assert_eq!(manager.model.device.unit.as_ref(), Some(&school));
}

#[test]
fn a_link_in_a_fresh_browser_asks_for_every_set_the_links_own_first() {
    let mut visitor = Manager::new(1);
    visitor.model.sets.clear();
    visitor.tell(Msg::Arrived(Route::parse(
        "#/besvara/e-forvaltning/kommunen",
    )));
    let asked: Vec<SetId> = visitor
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::FetchSet(id, _) => Some(id.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(asked, [SetId::e_forvaltning(), SetId::it_mognad()]);
}

#[test]
fn what_is_decided_about_an_area_is_kept_and_can_be_taken_back() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Socialförvaltningen", None);
    let set = manager.the_set();
    let id = area("foretagare");
    let decide = |manager: &mut Manager, decided| {
        manager.tell(DeskMsg::Decide(
            flowers(),
            unit.clone(),
            area("foretagare"),
            decided,
        ));
    };
    for decided in [
        Decided::Value(Some(750)),
        Decided::By("2027-06-30".into()),
        Decided::Decider("  förvaltningschef ".into()),
        Decided::Importance(Some(3)),
        Decided::Law(true),
        Decided::Value(Some(1001)), // off the range: not kept
    ] {
        decide(&mut manager, decided);
    }
    let kept = target(&manager.model.document, &unit, &set, &id);
    assert_eq!(kept.value, Some(75.0));
    assert_eq!(
        (kept.by.as_str(), kept.decider.as_str()),
        ("2027-06-30", "förvaltningschef")
    );
    assert_eq!((kept.importance, kept.law), (Some(3), true));

    manager.grades(&unit, "foretagare", &[DELVIS, DELVIS, INTE, INTE]);
    let result = result_of(&manager.model, &set, &unit).unwrap();
    let first = priorities(&result.areas, |id| {
        target(&manager.model.document, &unit, &set, id)
    });
    assert_eq!(first[0].area, id);
    assert_eq!(
        (first[0].gap, first[0].weight),
        (Gap::Of(50.0), Some(150.0))
    );
    let drawn = Drawn {
        model: &manager.model,
        set: &set,
        unit: &unit,
        result: &result,
    };
    let bars = level_bars(drawn, Marks::default());
    let targets: Vec<_> = bars
        .rows
        .iter()
        .filter_map(|row| row.target.clone())
        .collect();
    assert_eq!(targets.len(), 1);
    assert_eq!(targets[0].printed, "75\u{a0}%");

    for decided in [
        Decided::Value(None),
        Decided::Law(false),
        Decided::Importance(None),
    ] {
        decide(&mut manager, decided);
    }
    let left = target(&manager.model.document, &unit, &set, &id);
    assert_eq!((left.value, left.importance, left.law), (None, None, false));
}

#[test]
fn what_there_is_to_talk_about_names_what_carries_lacks_and_divides() {
    let mut manager = Manager::new(1);
    let unit = manager.begins("Samhällsbyggnad", Some("enhetschef"));
    manager.grades(&unit, "foretagare", &[INTE, HELT, DELVIS, HELT]);
    manager.begins("Samhällsbyggnad", Some("controller"));
    manager.grades(&unit, "foretagare", &[HELT, HELT, DELVIS, State::DontKnow]);
    let set = manager.the_set();
    let unsure = set.area(&area("foretagare")).unwrap().questions[2]
        .id
        .clone();
    manager.tell(Msg::Unsure(unit.clone(), unsure.clone(), true));
    manager.tell(Msg::Choose(
        flowers(),
        unit.clone(),
        set.area(&area("barn-och-elever")).unwrap().questions[0]
            .id
            .clone(),
        State::DontKnow,
    ));

    let found = discussion(&manager.model, &set, &unit);
    let why: Vec<_> = found.talks.iter().map(|talk| talk.why).collect();
    assert_eq!(why, [Why::Apart { low: 1, high: 3 }, Why::Unsure]);
    assert_eq!(found.talks[1].question, unsure);
    assert_eq!(found.unknown.len(), 1);
    // 2 (not agreed, a mean) and 2 are gaps; 3 and 3 carry.
    assert_eq!(found.gaps.len(), 2);
    assert_eq!(found.strengths.len(), 2);
}

#[test]
fn the_example_fills_an_empty_workspace_and_no_other() {
    let (sets, text) = example();
    assert_eq!(sets.len(), 2);
    let mut visitor = Manager::new(1);
    visitor.tell(Msg::ExampleCame(Some(text.clone())));
    assert!(visitor.model.is_example());
    assert!(
        visitor
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Save { .. }))
    );
    assert!(
        visitor
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Adopt(_)))
    );
    let shown = visitor.box_of(&UnitId::municipality());
    assert_eq!(shown.mark.as_deref(), Some("Påhittade exempelvärden"));
    visitor.tell(Msg::SaveFile);
    assert!(visitor.effects.iter().any(|effect| matches!(
        effect,
        Effect::OfferFile { name, .. } if name.starts_with("pahittade-exempelvarden-")
    )));

    let mut owner = Manager::new(2);
    let unit = owner.begins("Socialförvaltningen", None);
    owner.says(&unit, "reservrutin", State::Level(3));
    let before = owner.model.document.clone();
    owner.tell(Msg::ExampleCame(Some(text.clone())));
    assert_eq!(owner.model.document, before);
    assert_eq!(owner.reads_in(text.clone()), Err(CannotRead::Example));
    assert_eq!(owner.model.document, before);

    // Not even an empty workspace of one's own takes the example's file in.
    let mut empty = Manager::new(3);
    assert_eq!(empty.reads_in(text), Err(CannotRead::Example));
    assert!(empty.model.document.is_empty());

    let mut offline = Manager::new(4);
    offline.tell(Msg::ExampleCame(None));
    assert!(offline.model.notices.contains(&Notice::ExampleUnreachable));
}

/// The example as it is published.
fn example() -> (Vec<QuestionSet>, String) {
    let sets: Vec<QuestionSet> = SetId::published()
        .iter()
        .map(|id| published_as(id.as_str()).0)
        .collect();
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("example/exempelkommunen.toml");
    let text = std::fs::read_to_string(path).unwrap();
    let document = mognad::exchange::example_toml::compile("example", &text, &sets).unwrap();
    let marked = Address::Document(DocumentField::Example);
    assert_eq!(document.value(&marked), Some(&Value::Flag(true)));
    let at = mognad::domain::Timestamp(1_795_474_740_000);
    (sets, mognad::exchange::file_to_json(&document, at))
}

#[test]
fn the_round_before_is_shown_only_for_areas_that_ask_the_same() {
    let (sets, text) = example();
    let mut visitor = Manager::new(1);
    visitor.tell(Msg::ExampleCame(Some(text)));
    let set = sets.iter().find(|set| set.id == flowers()).unwrap();
    let whole = UnitId::municipality();
    let result = result_of(&visitor.model, set, &whole).unwrap();
    let bars = |set: &QuestionSet| {
        let drawn = Drawn {
            model: &visitor.model,
            set,
            unit: &whole,
            result: &result,
        };
        level_bars(drawn, Marks::ALL)
    };
    let earlier = |set: &QuestionSet| -> Vec<Option<String>> {
        let rows = bars(set).rows;
        rows.into_iter()
            .map(|row| row.earlier.map(|earlier| earlier.printed))
            .collect()
    };
    assert_eq!(earlier(set)[1], Some("75\u{a0}%".to_owned()));
    assert!(earlier(set).iter().all(Option::is_some));
    // One question of the area has come to mean something else since.
    let mut changed = set.clone();
    changed.areas[1].questions[0].meaning = mognad::domain::Meaning::parse("changed").unwrap();
    assert_eq!(earlier(&changed)[1], None);
    assert!(earlier(&changed)[2].is_some());
}
