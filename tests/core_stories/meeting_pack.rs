//! The meeting pack in figures that were worked out by hand: three units, and what comes first.

use mognad::app::desk::meeting_pack::{
    Distance, MeetingPack, OpenDecisions, Security, meeting_pack,
};
use mognad::app::{Decided, DeskMsg, Msg};
use mognad::domain::{AreaId, Facet, Gap, State, UnitId, WriterId};

use crate::manager::{Manager, question, set_id};

fn area(id: &str) -> AreaId {
    AreaId::parse(id).unwrap()
}

/// Three units. Debitering, F: 1, 5, 1; samverkan, F: 2, 3, 2; standardisering, F: 4, 4, 4; security: 1, 5, 3 in each question.
/// The municipality has answered samverkan with 3 and 3 and debitering with 3.
fn three() -> (Manager, [UnitId; 3]) {
    let mut manager = Manager::new(1);
    let units = ["A", "B", "C"].map(|name| manager.begins(name, None));
    let levels = [(1, 2, 4, 1), (5, 3, 4, 5), (1, 2, 4, 3)];
    for (unit, (cost, need, own, secure)) in units.iter().zip(levels) {
        for (id, level) in [
            ("forvaltningens-it-kostnad", cost),
            ("gemensamma-behov", need),
            ("gemensamt-fore-eget", own),
            ("informationsklassning", secure),
            ("incidentrutin", secure),
            ("reservrutin", secure),
        ] {
            manager.says(unit, id, State::Level(level));
        }
    }
    let whole = UnitId::municipality();
    for id in [
        "beslut-om-samverkan",
        "metoder-med-andra-kommuner",
        "debiteringsmodell",
    ] {
        manager.says(&whole, id, State::Level(3));
    }
    (manager, units)
}

impl Manager {
    fn decides_on(&mut self, unit: &UnitId, id: &str, decided: Decided) {
        self.tell(DeskMsg::Decide(set_id(), unit.clone(), area(id), decided));
    }

    fn pack(&self, security: Security) -> MeetingPack {
        meeting_pack(&self.model, security).unwrap()
    }
}

fn proposed(pack: &MeetingPack) -> Vec<&str> {
    pack.points
        .iter()
        .map(|point| point.area.as_str())
        .collect()
}

#[test]
fn what_is_proposed_is_gap_times_importance_then_spread_and_security_is_left_out() {
    let (mut manager, units) = three();
    // Without targets there is only spread: debitering from 1 to 5, samverkan from 2 to 3.
    assert_eq!(
        proposed(&manager.pack(Security::LeftOut)),
        ["debitering", "samverkan"]
    );
    for unit in &units {
        manager.decides_on(unit, "debitering", Decided::Value(Some(30)));
        manager.decides_on(unit, "samverkan", Decided::Value(Some(50)));
    }
    // Mean gaps to own targets: debitering (2 + 0 + 2) / 3 = 4/3, samverkan (3 + 2 + 3) / 3 = 8/3.
    let pack = manager.pack(Security::LeftOut);
    assert_eq!(proposed(&pack), ["samverkan", "debitering"]);
    assert_eq!(pack.points[0].distance, Some(Distance::Units(8.0 / 3.0)));
    assert_eq!(
        (pack.points[0].under, pack.points[1].under),
        ((3, 3), (2, 3))
    );
    assert_eq!(pack.points[1].ends, Some((1.0, 5.0)));
    // Betydelse 3 turns it: 4/3 × 3 = 4 before 8/3.
    manager.decides_on(&units[0], "debitering", Decided::Importance(Some(3)));
    assert_eq!(
        proposed(&manager.pack(Security::LeftOut)),
        ["debitering", "samverkan"]
    );
    // What the law demands comes before both, as long as it is not reached.
    manager.decides_on(&units[1], "samverkan", Decided::Law(true));
    let pack = manager.pack(Security::LeftOut);
    assert_eq!(proposed(&pack), ["samverkan", "debitering"]);
    assert!(pack.points[0].law);

    assert_eq!(pack.left_out, ["Informationssäkerhet"]);
    let kept = manager.pack(Security::Kept);
    assert_eq!(
        proposed(&kept),
        ["samverkan", "debitering", "informationssakerhet"]
    );
    assert!(kept.left_out.is_empty());
}

#[test]
fn the_average_does_not_reveal_what_was_left_out() {
    let (manager, _) = three();
    // Samverkan ((2 + 3 + 2) / 3 + 3 + 3) / 3 = 25/9, debitering ((1 + 5 + 1) / 3 + 3) / 2 = 8/3. Of standardisering only one
    // of three questions is answered, and so it has no value.
    let out = manager.pack(Security::LeftOut);
    let mean = out.sets[0].rolled.mean.unwrap();
    assert!(
        (mean - f64::midpoint(25.0 / 9.0, 8.0 / 3.0)).abs() < 1e-9,
        "{mean}"
    );
    // With security: (1 + 5 + 3) / 3 = 3.
    let kept = manager.pack(Security::Kept);
    let mean = kept.sets[0].rolled.mean.unwrap();
    assert!(
        (mean - (25.0 / 9.0 + 8.0 / 3.0 + 3.0) / 3.0).abs() < 1e-9,
        "{mean}"
    );
    assert!(
        out.sets
            .iter()
            .all(|pack| pack.set.area(&area("informationssakerhet")).is_none())
    );
    assert_eq!(
        out.sets[0].set.areas.len() + 1,
        kept.sets[0].set.areas.len()
    );
    // Of each area as many answers as were given: three of the units and two of the municipality.
    let samverkan = out.sets[0]
        .areas()
        .find(|(area, ..)| area.id.as_str() == "samverkan");
    let (_, _, _, counts) = samverkan.unwrap();
    assert_eq!((counts.answered, counts.relevant()), (5, 5));
}

#[test]
fn the_municipalitys_own_target_goes_before_the_units() {
    let (mut manager, units) = three();
    manager.decides_on(&units[0], "debitering", Decided::Value(Some(50)));
    manager.decides_on(
        &UnitId::municipality(),
        "debitering",
        Decided::Value(Some(30)),
    );
    let pack = manager.pack(Security::LeftOut);
    // 3 − 8/3 = 1/3.
    let Some(Distance::Municipality(gap)) = pack.points[0].distance else {
        panic!("{:?}", pack.points[0]);
    };
    assert!((gap - 1.0 / 3.0).abs() < 1e-9, "{gap}");
    let [_, _, farthest] = pack.sets[0].outstanding();
    assert_eq!(
        farthest.map(|(area, _)| area.id.as_str()),
        Some("debitering")
    );
    let mut areas = pack.sets[0].areas();
    let (_, _, rolled, _) = areas
        .find(|(area, ..)| area.id.as_str() == "debitering")
        .unwrap();
    assert!(matches!(rolled.gap, Gap::Of(_)));
}

#[test]
fn what_is_open_is_counted_and_shared_needs_are_those_of_several() {
    let (mut manager, units) = three();
    let open = manager.pack(Security::LeftOut).open;
    // 12 areas without security and 8 of e-förvaltning; all of those can have a unit named.
    assert_eq!(open.without_target, (20, 20));
    assert_eq!(open.without_owner, (8, 8));
    assert_eq!(open.not_in, (4, 4));
    assert!(open.unlocked);
    assert_eq!(open.not_agreed, 0);
    manager.decides_on(
        &UnitId::municipality(),
        "debitering",
        Decided::Value(Some(30)),
    );
    manager.begins("A", Some("Enhetschef"));
    manager.says(&units[0], "nytta-av-it", State::Level(2));
    manager.tell(DeskMsg::Lock(true));
    let open = manager.pack(Security::LeftOut).open;
    let expected = OpenDecisions {
        without_target: (19, 20),
        without_owner: (8, 8),
        not_agreed: 1,
        not_in: (4, 4),
        unlocked: false,
    };
    assert_eq!(open, expected);

    manager.tell(DeskMsg::Lock(false));
    let mut needs = |unit: &UnitId, id: &str| {
        let text = "Stöd".to_owned();
        manager.tell(Msg::Write(unit.clone(), question(id), Facet::Need, text));
    };
    needs(&units[0], "nytta-av-it");
    needs(&units[1], "nytta-av-it");
    needs(&units[0], "drift-i-vardagen");
    needs(&units[0], "reservrutin");
    needs(&units[1], "reservrutin");
    let told = |security| {
        let pack = manager.pack(security);
        pack.needs
            .iter()
            .map(|of| of.question.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(told(Security::LeftOut), ["nytta-av-it"]);
    assert_eq!(told(Security::Kept), ["nytta-av-it", "reservrutin"]);
}

#[test]
fn there_is_no_pack_before_there_is_a_round() {
    let manager = Manager::new(WriterId(3).0);
    assert!(meeting_pack(&manager.model, Security::LeftOut).is_none());
}
