//! Answers as a code: on a phone's screen, and in front of a camera that is made up for the story.

// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::{fs, path::Path};

use mognad::domain::{
    Address, Answer, Document, Facet, PersonId, QuestionId, QuestionSet, State, Timestamp, UnitId,
    Value, Voice, WriterId, answer_of, current_round,
};
use mognad::exchange::{
    Squares, answers_from_code, answers_to_code, file_from_json, texts_in_picture,
};

use crate::{
    coordinator::adds_units,
    files::saves_as_file,
    harness::{Browser, Engine, Told, story},
    manager::*,
    published::compiled,
};

const WIDE: usize = 640;
const HIGH: usize = 480;

/// A film of a few frames with a code in the middle, as Chromium takes it for a camera's.
fn films(path: &Path, code: &Squares) -> Told {
    let scale = HIGH / (code.side + 8);
    let (left, top) = (
        (WIDE - code.side * scale) / 2,
        (HIGH - code.side * scale) / 2,
    );
    let mut film = format!("YUV4MPEG2 W{WIDE} H{HIGH} F5:1 Ip A1:1 C420jpeg\n").into_bytes();
    for _ in 0..3 {
        film.extend(b"FRAME\n");
        for at in 0..WIDE * HIGH {
            let (x, y) = (at % WIDE, at / WIDE);
            let square = x
                .checked_sub(left)
                .zip(y.checked_sub(top))
                .map(|(x, y)| (x / scale, y / scale))
                .filter(|(x, y)| *x < code.side && *y < code.side);
            let black = square.is_some_and(|(x, y)| code.black[y * code.side + x]);
            film.push(if black { 20 } else { 235 });
        }
        film.extend(vec![128; WIDE * HIGH / 2]);
    }
    fs::write(path, film)?;
    Ok(())
}

/// What a manager at a phone has answered in the leader's round.
fn on_a_phone(leader: &Document, unit: &Unit, set: &QuestionSet) -> String {
    let round = current_round(leader).unwrap();
    let unit = UnitId::parse(unit.id()).unwrap();
    let person = PersonId::from_random(77);
    let mut phone = Document::new(leader.id().clone());
    let (writer, mut at) = (WriterId(1234), 1_795_521_600_000);
    let role = Address::parse(&format!("person/{person}/role"));
    let text = Value::Text("Förskolechef".to_owned());
    phone.write(&role, writer, Timestamp(at), text);
    let voice = Voice::Person(person);
    for (id, level) in [("reservrutin", 2), ("incidentrutin", 4), ("nytta-av-it", 3)] {
        at += 40_000;
        let id = QuestionId::parse(id).unwrap();
        let meaning = set.question(&id).unwrap().1.meaning.clone();
        let address = Address::answer(&round, &unit, &id, Facet::Level, &voice);
        let state = State::Level(level);
        phone.write(
            &address,
            writer,
            Timestamp(at),
            Value::Answer(Answer { state, meaning }),
        );
    }
    answers_to_code(&phone, &round, &unit, &voice, &[set]).unwrap()
}

#[test]
fn the_leaders_camera_reads_a_phones_answers_and_they_are_there_once() {
    story(Engine::Chromium, async |_browser, site| {
        let folder = std::env::temp_dir().join(format!("mognad-film-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let film = folder.join("film.y4m");
        let leader = Browser::start_with(
            Engine::Chromium,
            &site.url(),
            vec![
                "--use-fake-ui-for-media-stream".to_owned(),
                "--use-fake-device-for-media-stream".to_owned(),
                format!("--use-file-for-fake-video-capture={}", film.display()),
            ],
        )
        .await?;
        opens(&leader, "").await?;
        let [unit, other] = adds_units(&leader, ["Socialförvaltningen", "Skola"]).await?;
        turns_to(&leader, "#/omgang").await?;
        leader.click("#plan > summary").await?;
        leader.wait_for("#ask-foretagare").await?;
        leader.click("#ask-foretagare").await?;
        is_saved(&leader).await?;
        let file = saves_as_file(&leader).await?;
        let document = file_from_json(&file).unwrap().document;
        let set = compiled("it-mognad").set;
        let text = on_a_phone(&document, &unit, &set);
        films(&film, &Squares::of(&text).unwrap())?;

        // Another unit's page refuses it, in a sentence.
        turns_to(&leader, &format!("#/las-kod/{}", other.id())).await?;
        leader.click("#start-camera").await?;
        leader
            .see_in("#code-said", "Koden gäller Socialförvaltningen.")
            .await?;
        assert_eq!(leader.count("#review").await?, 0);
        turns_to(&leader, &format!("#/las-kod/{}", unit.id())).await?;
        leader.assert_clean("reading codes").await?;
        leader.click("#start-camera").await?;
        leader
            .see_in("#code-said", "Läst: Förskolechef, 3 svar.")
            .await?;
        leader.see_in("#waiting", "1 väntar").await?;
        leader.click("#review").await?;
        leader.see_in(".incoming", "Förskolechef").await?;
        leader.click("#take-in").await?;
        leader.wait_for("#round-table").await?;
        let file = saves_as_file(&leader).await?;
        let after = file_from_json(&file).unwrap().document;
        let round = current_round(&after).unwrap();
        let (unit, id) = (
            UnitId::parse(unit.id()).unwrap(),
            QuestionId::parse("incidentrutin").unwrap(),
        );
        let voice = Voice::Person(PersonId::from_random(77));
        let answer = answer_of(&after, &round, &unit, &id, &voice).unwrap();
        assert_eq!(answer.state, State::Level(4));
        leader.assert_no_complaints().await?;
        fs::remove_dir_all(&folder)?;
        Ok(())
    });
}

/// The squares out of the path that the page draws.
fn squares_of(path: &str, side: usize) -> Vec<u8> {
    let mut grey = vec![255; side * side];
    for run in path.split('M').filter(|run| !run.is_empty()) {
        let (start, rest) = run.split_once('h').unwrap();
        let (x, y) = start.split_once(' ').unwrap();
        let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        grey[y * side + x..y * side + x + length].fill(0);
    }
    grey
}

#[test]
fn a_phone_shows_its_answers_as_a_code_that_reads_back() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        answers(browser, &unit, "incidentrutin", 4).await?;
        turns_to(browser, &format!("#/lamna-in/{}", unit.id())).await?;
        browser.set_size(320, 640).await?;
        browser.click("#show-code").await?;
        browser.see_in("#holds", "2 svar").await?;
        browser.assert_clean("a code").await?;
        let shape = browser.attribute("#code path:last-child", "d").await?;
        let view = browser.attribute("#code svg", "viewBox").await?;
        let side: usize = view.unwrap().rsplit(' ').next().unwrap().parse().unwrap();
        let small = squares_of(&shape.unwrap(), side);
        let scale = 4;
        let large: Vec<u8> = (0..side * side * scale * scale)
            .map(|at| {
                let (x, y) = (at % (side * scale) / scale, at / (side * scale) / scale);
                small[y * side + x]
            })
            .collect();
        let texts = texts_in_picture(side * scale, side * scale, &large);
        let (set, flowers) = (compiled("it-mognad").set, compiled("e-forvaltning").set);
        let read = answers_from_code(&texts[0], &[&set, &flowers]).unwrap();
        assert_eq!((read.answers, read.unit.as_str()), (2, unit.id()));
        browser.assert_no_complaints().await?;
        Ok(())
    });
}
