//! What an archive says, what it must not say, and that text stays text in it.

use std::fmt::Write as _;

use super::selection::without_names;
use super::*;
use crate::domain::{
    Address, Answer, DocumentId, Facet, PersonId, QuestionId, QuestionSet, SetId, State, UnitId,
    Value, Voice, WriterId, of_round, set_result,
};
use crate::exchange::question_toml::{SetFiles, compile};
use crate::exchange::{FileRead, file_from_json};

const AT: Timestamp = Timestamp(1_795_474_740_000);
const ANNA: WriterId = WriterId(0xa11a_a11a);
const BO: WriterId = WriterId(0xb0b0_b0b0);
const HOSTILE: [&str; 7] = [
    "\"><img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script><!--",
    "' onclick='alert(1)",
    "=cmd()|'/C calc'!A0",
    "\u{202e}drow\u{2066}\u{200f}",
    "</style></title></textarea>&lt;&amp;",
    "😀👩‍👩‍👧‍👦 å ä ö",
];

/// A set of one area with two questions, whose texts are `text` where it is given.
fn set(text: &str) -> QuestionSet {
    let quoted = serde_json::to_string(text).unwrap().replace('\u{7f}', "");
    let mut head = format!(
        "id = \"s\"\nversion = \"1.2.3\"\nlanguage = \"sv\"\ntitle = {quoted}\nlead = \"L\"\npublisher = \"P\"\nlicense = \"EUPL-1.2\"\nsource_note = \"N\"\nminutes_per_question = 2\nroll_up = \"mean-of-areas\"\nareas = [\"a\"]\n"
    );
    for (value, name) in [(1, "Initialt"), (2, "Definierat"), (3, "Etablerat")] {
        let _ = write!(head, "[[scale]]\nvalue = {value}\nname = \"{name}\"\n");
    }
    let mut area = format!("id = \"a\"\ntitle = {quoted}\nshort = \"S\"\nabout = \"A\"\n");
    for id in ["q-1", "q-2"] {
        let _ = write!(
            area,
            "[[question]]\nid = \"{id}\"\nscope = \"F\"\nweight = 1\ntext = {quoted}\nwhy = \"W\"\nevidence = \"E\"\ndont_know = \"allowed\"\nnot_applicable = \"with-reason\"\nlevels = [\"Inget syns.\", \"Något syns.\", \"Allt syns.\"]\nactivities = [\"Gör.\", \"Gör mer.\"]\n"
        );
    }
    let files = SetFiles::from([("set.toml".into(), head), ("areas/a.toml".into(), area)]);
    compile("s", &files).unwrap().set
}

/// A round of one unit: the first question agreed on as 3, the second answered 1 and 2 by two persons.
struct Story {
    document: Document,
    round: RoundId,
    unit: UnitId,
    set: QuestionSet,
}

impl Story {
    fn new(text: &str) -> Self {
        let set = set(text);
        let mut story = Self {
            document: Document::new(DocumentId::from_random(1)),
            round: RoundId::from_random(1),
            unit: UnitId::from_random(1),
            set,
        };
        let (unit, round) = (story.unit.clone(), story.round.clone());
        story.put("document/municipality", text);
        story.put(&format!("unit/{unit}/name"), text);
        story.put(&format!("unit/{unit}/order"), "i");
        story.put(&format!("round/{round}/name"), text);
        story.put(&format!("round/{round}/order"), "i");
        story.put(&format!("target/{unit}/s/a/by"), text);
        story.put(&format!("target/{unit}/s/a/decider"), "kommunchefen");
        story.write(&format!("target/{unit}/s/a/value"), ANNA, Value::Number(25));
        let hash = story.set.hash.as_str().to_owned();
        let content = serde_json::to_string(&story.set).unwrap();
        story.put(&format!("round-set/{round}/s"), &hash);
        story.put(&format!("snapshot/{hash}"), &content);
        for (person, role) in [(1, "enhetschef"), (2, "controller")] {
            story.put(
                &format!("person/{}/role", PersonId::from_random(person)),
                role,
            );
        }
        story.answer("q-1", &Voice::Together, ANNA, State::Level(3));
        story.say("q-1", Facet::Rationale, &Voice::Together, text);
        story.say("q-1", Facet::Evidence, &Voice::Together, text);
        for (person, level) in [(1, 1), (2, 2)] {
            let voice = Voice::Person(PersonId::from_random(person));
            story.answer("q-2", &voice, BO, State::Level(level));
            story.say("q-2", Facet::Rationale, &voice, "Egna ord.");
        }
        story
    }

    fn write(&mut self, path: &str, writer: WriterId, value: Value) {
        let address = Address::parse(path);
        assert!(!matches!(address, Address::Unknown(_)), "{path}");
        self.document.write(&address, writer, Timestamp(7), value);
    }

    fn put(&mut self, path: &str, text: &str) {
        self.write(path, ANNA, Value::Text(text.to_owned()));
    }

    fn address(&self, question: &str, facet: Facet, voice: &Voice) -> Address {
        let question = QuestionId::parse(question).unwrap();
        Address::answer(&self.round, &self.unit, &question, facet, voice)
    }

    fn answer(&mut self, question: &str, voice: &Voice, writer: WriterId, state: State) {
        let id = QuestionId::parse(question).unwrap();
        let meaning = self.set.question(&id).unwrap().1.meaning.clone();
        let address = self.address(question, Facet::Level, voice);
        let value = Value::Answer(Answer { state, meaning });
        self.document.write(&address, writer, Timestamp(7), value);
    }

    fn say(&mut self, question: &str, facet: Facet, voice: &Voice, text: &str) {
        let address = self.address(question, facet, voice);
        let value = Value::Text(text.to_owned());
        self.document.write(&address, ANNA, Timestamp(7), value);
    }

    fn archive(&self, names: Names, texts: FreeText) -> String {
        self.archive_in(Language::Swedish, names, texts)
    }

    fn archive_in(&self, language: Language, names: Names, texts: FreeText) -> String {
        let options = ArchiveOptions {
            status: RoundStatus::Draft,
            names,
            texts,
        };
        archive_html(&self.document, &self.round, &options, language, AT, 60)
    }

    fn whole(&self) -> String {
        self.archive(Names::Kept, FreeText::Kept)
    }
}

/// The page and the JSON in it.
fn parts(html: &str) -> (&str, &str) {
    let begin = "<script type=\"application/json\" id=\"mognad\">";
    let (page, rest) = html.split_once(begin).unwrap();
    let (json, _) = rest.split_once("</script>").unwrap();
    (page, json)
}

fn read(html: &str) -> FileRead {
    file_from_json(parts(html).1).unwrap()
}

/// The tags of the page, and its text as a browser shows it.
fn parsed(page: &str) -> (Vec<&str>, String) {
    let (mut tags, mut text) = (Vec::new(), String::new());
    let mut parts = page.split('<');
    text.push_str(parts.next().unwrap());
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap();
        tags.push(tag);
        text.push_str(rest);
    }
    for (entity, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#13;", "\r"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, c);
    }
    (tags, text)
}

/// Tags without what their quoted attributes hold.
fn markup(tags: &[&str]) -> Vec<String> {
    let bare = |tag: &&str| tag.split('"').step_by(2).collect();
    tags.iter().map(bare).collect()
}

#[test]
fn text_stays_text() {
    let long = "x".repeat(300);
    for hostile in HOSTILE.into_iter().chain([long.as_str()]) {
        let mut story = Story::new(hostile);
        let voice = Voice::Person(PersonId::from_random(1));
        story.say("q-2", Facet::Rationale, &voice, hostile);
        story.put(
            &format!("person/{}/role", PersonId::from_random(1)),
            hostile,
        );
        let plain = Story::new("Namn").whole();
        let html = story.whole();
        assert_eq!(html.matches("<script").count(), 1, "{hostile}");
        assert_eq!(html.matches("</script").count(), 1, "{hostile}");
        assert_eq!(html.matches("</style").count(), 1, "{hostile}");
        let (tags, text) = parsed(parts(&html).0);
        // The same markup as with a plain name: no text has become a tag or an attribute.
        assert_eq!(
            markup(&tags),
            markup(&parsed(parts(&plain).0).0),
            "{hostile}"
        );
        let shown = text.matches(hostile).count();
        assert!(shown >= 14, "{hostile} stands there {shown} times");
        assert_eq!(
            read(&html).document,
            of_round(&story.document, &story.round)
        );
    }
}

#[test]
fn the_facts_read_back_with_the_questions_as_they_were() {
    let story = Story::new("Namn");
    let file = read(&story.whole());
    assert!(file.damaged.is_empty());
    assert_eq!(file.document, of_round(&story.document, &story.round));
    let snapshot = Address::Snapshot(story.set.hash.clone());
    let content = file.document.text(&snapshot).unwrap();
    assert_eq!(
        crate::exchange::question_set_from_json(content),
        Some(story.set)
    );
}

#[test]
fn another_round_is_not_in_it() {
    let mut story = Story::new("Namn");
    let whole = of_round(&story.document, &story.round);
    let other = RoundId::from_random(9);
    let person = PersonId::from_random(9);
    story.put(&format!("round/{other}/name"), "Annan");
    story.put(&format!("round-set/{other}/s"), "abc");
    story.put("snapshot/abc", "{}");
    story.put(&format!("owner/{other}/s/a"), "kommunen");
    story.put(&format!("person/{person}/role"), "Annan");
    story.put(
        &format!("answer/{other}/{}/q-1/rationale/{person}", story.unit),
        "Annan",
    );
    let later = Address::parse("later/kind");
    story
        .document
        .write(&later, ANNA, AT, Value::Text("Annan".into()));
    assert_eq!(of_round(&story.document, &story.round), whole);
    assert!(!story.whole().contains("Annan"));
}

#[test]
fn it_says_what_the_answers_amount_to() {
    let html = Story::new("Namn").whole();
    let (_, text) = parsed(parts(&html).0);
    for said in [
        "Utkast",
        "2026-11-23 kl. 23:59",
        "1.2.3",
        "2,3", // (3 + 1,5) / 2 is 2,25
        "2 av 2 (100\u{a0}%)",
        "nivå 3, Etablerat. Allt syns.",
        "nivå 1, Initialt. Inget syns.",
        "Enskilda svar: 1,5, ej avstämt.",
        "enhetschef:",
        "controller:",
        "kommunchefen",
        "2,5",
        "Egna ord.",
    ] {
        assert!(text.contains(said), "{said} is missing in {text}");
    }
    assert!(!text.contains("Påhittade"));
}

#[test]
fn without_names_nobody_can_be_told_by_role_token_writer_or_time() {
    let story = Story::new("Namn");
    let html = story.archive(Names::LeftOut, FreeText::Kept);
    for name in ["enhetschef", "controller", "kommunchefen"] {
        assert!(!html.contains(name), "{name}");
    }
    for person in [1, 2] {
        assert!(!html.contains(PersonId::from_random(person).as_str()));
    }
    for writer in [ANNA, BO] {
        assert!(!html.contains(&writer.to_string()), "{writer}");
    }
    assert!(!html.contains("\"at\":7,"));
    for kept in [
        "Svarande 1</bdi>:",
        "Svarande 2</bdi>:",
        "Egna ord.",
        "står som de skrevs",
    ] {
        assert!(html.contains(kept), "{kept}");
    }
}

#[test]
fn one_who_answered_on_two_devices_is_one_without_names_too() {
    let mut story = Story::new("x");
    let (one, other) = (PersonId::from_random(1), PersonId::from_random(2));
    story.put(&format!("person/{other}/joined-to"), one.as_str());
    let levels = |document: &Document| {
        let (_, question) = story
            .set
            .question(&QuestionId::parse("q-2").unwrap())
            .unwrap();
        crate::domain::individual_levels(document, &story.round, &story.unit, question)
    };
    assert_eq!(levels(&story.document), [1]);
    let nameless = without_names(&story.document, AT);
    assert_eq!(levels(&nameless), [1]);
    for person in [&one, &other] {
        let named = |(address, fact): (&Address, &crate::domain::Fact)| {
            let values = fact
                .versions()
                .iter()
                .map(|version| version.value.to_json());
            address.to_string() + &values.collect::<String>()
        };
        let all: String = nameless.facts().map(named).collect();
        assert!(!all.contains(person.as_str()));
    }
}

#[test]
fn facts_without_names_give_the_same_result_and_never_merge_into_the_document() {
    let mut story = Story::new("Namn");
    let html = story.archive(Names::LeftOut, FreeText::Kept);
    let nameless = read(&html).document;
    assert_ne!(nameless.id(), story.document.id());
    assert!(story.document.merge(nameless.clone()).is_err());
    let result = |document| set_result(document, &story.round, &story.unit, &story.set);
    assert_eq!(result(&nameless), result(&story.document));
    // Made anew from itself it stays as it is, so the numbers do too.
    assert_eq!(without_names(&nameless, AT).facts().count(), nameless.len());
}

#[test]
fn without_free_text_the_result_stays_and_the_words_are_gone() {
    let mut story = Story::new("Namn");
    story.answer("q-1", &Voice::Together, ANNA, State::NotApplicable);
    story.say("q-1", Facet::Rationale, &Voice::Together, "Hemligt skäl.");
    story.say("q-1", Facet::Evidence, &Voice::Together, "Hemlig pärm.");
    let html = story.archive(Names::LeftOut, FreeText::LeftOut);
    for gone in ["Hemlig", "Egna ord."] {
        assert!(!html.contains(gone), "{gone}");
    }
    assert!(html.contains("ej relevant 1, obesvarade 0"));
    assert!(html.contains("är utelämnade"));
    // With names and without texts it is a selection still.
    let file = read(&story.archive(Names::Kept, FreeText::LeftOut));
    assert_eq!(file.document.id(), story.document.id());
    assert_eq!(story.document.merge(file.document), Ok(Vec::new()));
}

#[test]
fn two_different_answers_both_stand_there() {
    let mut story = Story::new("Namn");
    let mut other = Story::new("Namn");
    other.answer("q-1", &Voice::Together, BO, State::Level(1));
    let address = story.address("q-1", Facet::Level, &Voice::Together);
    let apart = {
        let mut document = Document::new(story.document.id().clone());
        let value = other.document.value(&address).unwrap().clone();
        document.write(&address, BO, Timestamp(8), value);
        document
    };
    story.document.merge(apart).unwrap();
    let (_, text) = parsed(parts(&story.whole()).0).clone();
    assert!(
        text.contains("Samlad bedömning: nivå 1, Initialt."),
        "{text}"
    );
    assert!(text.contains("Det andra: nivå 3, Etablerat."), "{text}");
    // Without names, the order in which they are shown is kept.
    let nameless = read(&story.archive(Names::LeftOut, FreeText::Kept)).document;
    assert_eq!(nameless.value(&address), story.document.value(&address));
    assert_eq!(nameless.fact(&address).unwrap().versions().len(), 2);
}

#[test]
fn what_cannot_be_read_is_said_and_not_dropped() {
    let mut story = Story::new("Namn");
    story.answer("q-1", &Voice::Together, ANNA, State::Level(9));
    let round = story.round.clone();
    story.put(&format!("round-set/{round}/gone"), "feed");
    story.put(
        &format!("answer/{round}/{}/unknown/evidence/together", story.unit),
        "Pärm",
    );
    let (_, text) = parsed(parts(&story.whole()).0);
    for said in [
        "nivå 9, som inte finns i skalan",
        "Frågornas text finns inte i dokumentet.",
        "1 fråga som har besvarats hör inte till omgångens frågor.",
    ] {
        assert!(text.contains(said), "{said}");
    }
    // An empty document makes a file too.
    story.document = Document::new(DocumentId::from_random(1));
    assert!(story.whole().contains("Omgången har inga frågor än."));
}

#[test]
fn a_hidden_unit_that_has_answered_is_still_there() {
    let mut story = Story::new("Namn");
    let unit = story.unit.clone();
    story.put(&format!("unit/{unit}/name"), "Dold nämnd");
    story.write(&format!("unit/{unit}/hidden"), ANNA, Value::Flag(true));
    assert!(story.whole().contains("<bdi>Dold nämnd</bdi></h2>"));
}

#[test]
fn the_example_says_that_it_is_made_up_before_anything_else() {
    let mut story = Story::new("Namn");
    story.write("document/example", ANNA, Value::Flag(true));
    for names in [Names::Kept, Names::LeftOut] {
        let html = story.archive(names, FreeText::Kept);
        let made_up = html.find("Påhittade exempelvärden").unwrap();
        assert!(made_up < html.find("<h1").unwrap());
    }
}

#[test]
fn the_page_fetches_nothing_and_its_headings_come_in_order() {
    for language in [Language::Swedish, Language::English] {
        let html = Story::new("Namn").archive_in(language, Names::LeftOut, FreeText::LeftOut);
        let (page, _) = parts(&html);
        assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
        assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
        let (tags, _) = parsed(page);
        let mut last = 0;
        for tag in &tags {
            for outside in [" src=", "http:", "https:", "url(", "<link"] {
                assert!(!tag.contains(outside), "{tag}");
            }
            if let Some(level) = tag.strip_prefix('h').and_then(|rest| rest.get(..1)) {
                let Ok(level) = level.parse::<u8>() else {
                    continue;
                };
                assert!(level <= last + 1, "h{level} after h{last}");
                last = level;
            }
        }
        assert_eq!(last, 5);
        let heads = tags.iter().filter(|tag| **tag == "th").count();
        assert_eq!(heads, 0, "every head has a scope");
        // What was asked in Swedish says so on an English page.
        let foreign = page.contains("<h5 lang=\"sv\">");
        assert_eq!(foreign, language == Language::English);
    }
    for outside in ["<", "@import", "url("] {
        assert!(!page::STYLE.contains(outside), "{outside}");
    }
}

#[test]
fn the_sets_published_with_the_app_come_first() {
    let mut story = Story::new("Namn");
    let round = story.round.clone();
    for set in [SetId::e_forvaltning(), SetId::it_mognad()] {
        story.put(&format!("round-set/{round}/{set}"), "feed");
    }
    let html = story.whole();
    let place = |name: &str| html.find(&format!("<bdi>{name}</bdi>")).unwrap();
    assert!(place("it-mognad") < place("e-forvaltning"));
    assert!(place("e-forvaltning") < place("Namn</bdi></span></th><td><bdi>1.2.3"));
}

#[test]
fn a_request_is_json_with_nothing_to_escape() {
    for (names, texts) in [
        (Names::Kept, FreeText::LeftOut),
        (Names::LeftOut, FreeText::Kept),
    ] {
        let request = ArchiveRequest {
            round: RoundId::from_random(1),
            options: ArchiveOptions {
                status: RoundStatus::Locked,
                names,
                texts,
            },
            language: Language::English,
            at: AT,
            offset: -60,
        };
        let json: serde_json::Value = serde_json::from_str(&request.to_json()).unwrap();
        assert_eq!(json["round"], "r-0000000000000001");
        assert_eq!(json["at"], AT.0);
        assert_eq!(json["offset"], -60);
        let word = |key: &str| json[key].as_str().unwrap();
        assert_eq!(
            RoundStatus::parse(word("status")),
            Some(RoundStatus::Locked)
        );
        assert_eq!(Names::parse(word("names")), Some(names));
        assert_eq!(FreeText::parse(word("texts")), Some(texts));
        assert_eq!((word("task"), word("language")), ("archive", "en"));
    }
}
