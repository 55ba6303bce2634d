//! Codes of answers: from one device's answers to a picture, and out of the picture's points into another device.

use mognad::app::desk::{CodeMsg, CodeSaid, Refused, own_code};
use mognad::app::{DeskMsg, Effect, Msg, Way};
use mognad::domain::{
    Address, Document, DocumentId, Facet, PersonId, QuestionSet, RoundId, State, Timestamp, UnitId,
    Value, Voice, WriterId,
};
use mognad::exchange::{CodeError, Squares, answers_from_code, answers_to_code, texts_in_picture};

use crate::manager::{Manager, published_as, question, set_id};

/// A code as a camera sees it: `scale` points a square, on light grey paper with a shadow, and specks in it.
pub fn seen(code: &Squares, scale: usize) -> (usize, Vec<u8>) {
    let margin = 4;
    let side = (code.side + 2 * margin) * scale;
    let mut grey = vec![0; side * side];
    for (at, point) in grey.iter_mut().enumerate() {
        let (x, y) = (at % side / scale, at / side / scale);
        let inside =
            (margin..margin + code.side).contains(&x) && (margin..margin + code.side).contains(&y);
        let black = inside && code.black[(y - margin) * code.side + x - margin];
        let shadow = u8::try_from(at % side * 40 / side).unwrap();
        let speck = u8::try_from(at * 7919 % 23).unwrap();
        *point = if black {
            30 + speck
        } else {
            225 - shadow - speck
        };
    }
    (side, grey)
}

fn read_back(code: &Squares, scale: usize) -> Vec<String> {
    let (side, grey) = seen(code, scale);
    texts_in_picture(side, side, &grey)
}

/// The coordinator with a round, and a manager at a phone who came by its file and has answered.
fn two() -> (Manager, Manager, UnitId) {
    let mut leader = Manager::new(1);
    let unit = leader.begins("Skola", None);
    leader.tell(DeskMsg::Invite(unit.clone(), Way::File));
    let file = leader.effects.iter().find_map(|effect| match effect {
        Effect::OfferFile { text, .. } => Some(text.clone()),
        _ => None,
    });
    let mut phone = Manager::new(2);
    // As on a new phone, where nothing is yet.
    phone.model.document = Document::new(DocumentId::from_random(99));
    phone.reads_in(file.unwrap()).unwrap();
    phone.tell(Msg::Begin {
        set: set_id(),
        unit: Ok(unit.clone()),
        role: Some("Förskolechef".to_owned()),
    });
    phone.says(&unit, "reservrutin", State::Level(2));
    phone.says(&unit, "reservrutin", State::Level(3));
    phone.says(&unit, "incidentrutin", State::DontKnow);
    phone.tell(Msg::Write(
        unit.clone(),
        question("reservrutin"),
        Facet::Rationale,
        "Hemligt skäl".to_owned(),
    ));
    (leader, phone, unit)
}

fn shows(phone: &Manager, unit: &UnitId) -> Vec<String> {
    let code = own_code(&phone.model, unit).unwrap();
    read_back(&code.squares.unwrap(), 4)
}

fn sees(leader: &mut Manager, unit: &UnitId, texts: Vec<String>) -> Option<CodeSaid> {
    leader.tell(DeskMsg::Code(CodeMsg::Chosen(unit.clone(), texts)));
    leader.model.desk.code.clone()
}

#[test]
fn answers_go_from_a_phones_picture_to_the_leaders_preview_and_merge_as_a_file_does() {
    let (mut leader, phone, unit) = two();
    let texts = shows(&phone, &unit);
    let said = sees(&mut leader, &unit, texts.clone());
    let read = CodeSaid::Read {
        role: Some("Förskolechef".to_owned()),
        answers: 2,
        waiting: 1,
    };
    assert_eq!(said, Some(read.clone()));
    // The camera sees it again: it waits once.
    assert_eq!(sees(&mut leader, &unit, texts), Some(read));
    assert_eq!(leader.model.incoming.len(), 1);
    let preview = leader.model.incoming[0].preview.clone().unwrap();
    assert_eq!(preview.from, [("Skola".to_owned(), 2)]);
    leader.tell(DeskMsg::Code(CodeMsg::GoOn));
    leader.tell(Msg::TakeIn);
    let text = mognad::exchange::file_to_json(&leader.model.document, Timestamp(1));
    assert!(!text.contains("Hemligt"), "no reasons in a code");
    // The same answers by file afterwards: the reason comes, and no answer becomes two.
    let mut phone = phone;
    phone.tell(Msg::HandIn(unit.clone(), Way::File));
    let file = phone.effects.iter().find_map(|effect| match effect {
        Effect::OfferFile { text, .. } => Some(text.clone()),
        _ => None,
    });
    let preview = leader.reads_in(file.unwrap()).unwrap();
    assert_eq!((preview.two, preview.changed), (0, 0));
    assert!(preview.same >= 3, "two answers and the role: {preview:?}");
    for (address, fact) in phone.model.document.facts() {
        if let Address::Answer { .. } = address {
            assert_eq!(leader.model.document.fact(address), Some(fact), "{address}");
        }
    }
}

#[test]
fn a_code_of_another_round_unit_or_municipality_is_refused_and_nothing_waits() {
    let (mut leader, mut phone, unit) = two();
    let texts = shows(&phone, &unit);
    let other = UnitId::from_random(5);
    let said = sees(&mut leader, &other, texts.clone());
    let name = Some("Skola".to_owned());
    assert_eq!(said, Some(CodeSaid::Refused(Refused::OtherUnit(name))));

    let mut stranger = Manager::new(3);
    let own = stranger.begins("Skola", None);
    stranger.model.document = Document::new(DocumentId::from_random(77));
    stranger.begins("Skola", None);
    let said = sees(&mut stranger, &own, texts.clone());
    let other = CodeSaid::Refused(Refused::OtherMunicipality);
    assert_eq!(said, Some(other));

    leader.tell(DeskMsg::Lock(true));
    let said = sees(&mut leader, &unit, texts.clone());
    assert_eq!(said, Some(CodeSaid::Refused(Refused::Locked)));
    leader.tell(DeskMsg::NewRound);
    let said = sees(&mut leader, &unit, texts);
    assert!(
        matches!(&said, Some(CodeSaid::Refused(Refused::OtherRound(Some(_))))),
        "{said:?}"
    );
    assert!(leader.model.incoming.is_empty());
    phone.tell(Msg::Undo);
}

#[test]
fn a_poster_a_later_form_and_no_code_at_all_are_told_apart() {
    let (mut leader, phone, unit) = two();
    let refused = |why| Some(CodeSaid::Refused(Refused::Unread(why)));
    let poster = vec!["https://example.org".to_owned()];
    assert_eq!(
        sees(&mut leader, &unit, poster),
        refused(CodeError::NotACode)
    );
    let later = shows(&phone, &unit)[0].replacen("MOGNAD1:", "MOGNAD2:", 1);
    assert_eq!(
        sees(&mut leader, &unit, vec![later]),
        refused(CodeError::TooNew)
    );
    assert_eq!(
        sees(&mut leader, &unit, Vec::new()),
        Some(CodeSaid::Nothing)
    );
    // The camera sees nothing most of the time, which is not said.
    leader.model.desk.code = None;
    leader.tell(DeskMsg::Code(CodeMsg::Seen(unit.clone(), Vec::new())));
    assert_eq!(leader.model.desk.code, None);
    // Beside a poster, our code is what counts.
    let both = vec![
        shows(&phone, &unit)[0].clone(),
        "https://example.org".to_owned(),
    ];
    assert!(matches!(
        sees(&mut leader, &unit, both),
        Some(CodeSaid::Read { .. })
    ));
}

#[test]
fn a_damaged_code_is_refused_wherever_it_is_broken() {
    let (_, phone, unit) = two();
    let text = shows(&phone, &unit)[0].clone();
    let (set, _) = published_as("it-mognad");
    let (flowers, _) = published_as("e-forvaltning");
    let sets = [&set, &flowers];
    assert!(answers_from_code(&text, &sets).is_ok());
    for at in 0..text.len() {
        let mut broken = text.clone().into_bytes();
        broken[at] = if broken[at] == b'7' { b'8' } else { b'7' };
        let broken = String::from_utf8(broken).unwrap();
        assert!(answers_from_code(&broken, &sets).is_err(), "{at}");
        assert!(answers_from_code(&text[..at], &sets).is_err(), "{at}");
    }
    assert_eq!(
        answers_from_code(&text, &[]),
        Err(CodeError::OtherQuestions)
    );
}

/// A picture in which a third of the code is covered has no text, and one with no code has none: neither stops the reader.
#[test]
fn a_picture_that_cannot_be_read_gives_nothing() {
    let (_, phone, unit) = two();
    let code = own_code(&phone.model, &unit).unwrap().squares.unwrap();
    let (side, mut grey) = seen(&code, 4);
    let third = grey.len() / 3;
    grey[third..2 * third].fill(128);
    assert_eq!(texts_in_picture(side, side, &grey), Vec::<String>::new());
    assert_eq!(texts_in_picture(side, side, &[]), Vec::<String>::new());
    assert_eq!(texts_in_picture(0, 0, &[]), Vec::<String>::new());
    assert_eq!(texts_in_picture(1, 1, &[0]), Vec::<String>::new());
    let mut state = 1_u32;
    let mut random = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(state >> 8).unwrap()
    };
    for (width, height) in [(1, 200), (200, 1), (97, 61), (320, 240)] {
        let noise: Vec<u8> = (0..width * height)
            .map(|_| u8::try_from(random() % 256).unwrap())
            .collect();
        let none: Vec<String> = Vec::new();
        assert_eq!(texts_in_picture(width, height, &noise), none);
    }
    // Squares turned over, few or many: what is read is what was written, or nothing.
    let text = read_back(&code, 3);
    for hits in 1..300 {
        let mut broken = code.clone();
        for _ in 0..hits {
            let at = random() % broken.black.len();
            broken.black[at] = !broken.black[at];
        }
        let read = read_back(&broken, 3);
        assert!(read.is_empty() || read == text, "{hits}: {read:?}");
    }
}

/// A set of so many questions, as large as two real ones together, answered over three days in four sittings.
fn many(count: usize) -> (String, QuestionSet) {
    let (mut set, _) = published_as("it-mognad");
    let first = set.areas[0].questions[0].clone();
    set.areas.truncate(1);
    set.areas[0].questions = (0..count)
        .map(|n| {
            let mut next = first.clone();
            next.id = question(&format!("en-fraga-med-ett-langt-namn-{n}"));
            next
        })
        .collect();
    let mut document = Document::new(DocumentId::from_random(0x7b1e_0c52_a9d4_f386));
    let (round, unit) = (
        RoundId::from_random(0x3fd2_c86b),
        UnitId::from_random(0x8f3a_11c0),
    );
    let person = PersonId::from_random(0x2a6d_90b4);
    let role = Address::parse(&format!("person/{person}/role"));
    let mut at = 1_795_521_600_000;
    let text = Value::Text("Verksamhetschef vård och omsorg".to_owned());
    document.write(&role, WriterId(1 << 60), Timestamp(at), text);
    let voice = Voice::Person(person);
    for (n, asked) in set.areas[0].questions.iter().enumerate() {
        at += 43_217 + i64::from(n % 25 == 0) * 64_000_000;
        let sitting = u64::try_from(n / 25).unwrap();
        let writer = WriterId((1 << 60) ^ sitting.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let address = Address::answer(&round, &unit, &asked.id, Facet::Level, &voice);
        let answer = mognad::domain::Answer {
            state: State::Level(u8::try_from(n % 5).unwrap() + 1),
            meaning: asked.meaning.clone(),
        };
        document.write(&address, writer, Timestamp(at), Value::Answer(answer));
    }
    let text = answers_to_code(&document, &round, &unit, &voice, &[&set]).unwrap();
    let read = answers_from_code(&text, &[&set]).unwrap();
    assert_eq!(read.document, document);
    (text, set)
}

#[test]
fn a_hundred_answers_fit_a_code_of_version_25_and_are_read_out_of_its_points() {
    for count in [1, 31, 40, 100] {
        let (text, _) = many(count);
        let code = Squares::of(&text).unwrap();
        println!(
            "{count} answers: {} letters, version {}",
            text.len(),
            code.version()
        );
        assert!(code.version() <= 25, "{count}: {}", code.version());
        assert_eq!(read_back(&code, 4), [text]);
    }
    // Far more than anybody is asked: no code, and the file is the way.
    assert_eq!(Squares::of(&many(600).0), None);
}

#[test]
fn who_has_answered_nothing_has_no_code() {
    let (_, mut phone, unit) = two();
    assert_eq!(own_code(&phone.model, &unit).unwrap().answers, 2);
    for _ in 0..4 {
        phone.tell(Msg::Undo);
    }
    assert_eq!(own_code(&phone.model, &unit), None);
}

/// In the example's workspace a code is read as anywhere: it is of the same document.
#[test]
fn in_the_example_a_code_is_read_too() {
    let (mut leader, phone, unit) = two();
    let texts = shows(&phone, &unit);
    leader.model.example = true;
    let said = sees(&mut leader, &unit, texts);
    assert!(matches!(said, Some(CodeSaid::Read { .. })), "{said:?}");
}
