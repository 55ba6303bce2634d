//! Many managers of one förvaltning: twelve files read in, every comment kept, and who is one person.

// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

use mognad::domain::{
    Address, Answer, Document, DocumentId, Facet, Meaning, OrderKey, PersonField, PersonId,
    QuestionId, RoundField, RoundId, State, Timestamp, UnitField, UnitId, Value, Voice, WriterId,
    contribution, seal_of,
};
use mognad::exchange::{Selection, file_to_json, selection_to_json};

use crate::{
    files::{reads_in, shows_file},
    harness::{Browser, Engine, Told, story},
    manager::*,
    published::compiled,
};

const AT: Timestamp = Timestamp(1_795_474_740_000);

/// Roles, and the levels that they give to reservrutin: half at either end.
const TWELVE: [(&str, u8); 12] = [
    ("Rektor norr", 1),
    ("Rektor söder", 5),
    ("Förskolechef", 1),
    ("Kökschef", 5),
    ("Vaktmästare", 1),
    ("Bibliotekarie", 5),
    ("Ekonom", 1),
    ("Elevhälsochef", 5),
    ("Administratör", 1),
    ("Kanslichef", 5),
    ("Enhetschef", 1),
    ("enhetschef ", 4),
];

/// A document that is written natively, as other devices wrote it.
pub struct Written {
    pub document: Document,
    pub round: RoundId,
    writer: u64,
}

impl Written {
    /// A round, with nothing in it.
    pub fn new() -> Self {
        let mut written = Self {
            document: Document::new(DocumentId::from_random(77)),
            round: RoundId::from_random(77),
            writer: 1,
        };
        let round = written.round.clone();
        written.text(
            &Address::Round(round.clone(), RoundField::Name),
            "Omgång 2026",
        );
        let first = OrderKey::between(None, None);
        written.text(&Address::Round(round, RoundField::Order), first.as_str());
        written
    }

    pub fn put(&mut self, address: &Address, value: Value) {
        self.document
            .write(address, WriterId(self.writer), AT, value);
    }

    pub fn text(&mut self, address: &Address, text: &str) {
        self.put(address, Value::Text(text.to_owned()));
    }

    /// A unit with a name, in the order in which they are added.
    pub fn unit(&mut self, number: u64, name: &str) -> UnitId {
        let unit = UnitId::from_random(number);
        self.text(&Address::Unit(unit.clone(), UnitField::Name), name);
        let order = format!("{number:02}");
        self.text(&Address::Unit(unit.clone(), UnitField::Order), &order);
        unit
    }

    pub fn at(&self, unit: &UnitId, question: &str, facet: Facet, voice: &Voice) -> Address {
        let question = QuestionId::parse(question).unwrap();
        Address::answer(&self.round, unit, &question, facet, voice)
    }

    pub fn level(
        &mut self,
        unit: &UnitId,
        question: &str,
        voice: &Voice,
        state: State,
        meaning: &Meaning,
    ) {
        let address = self.at(unit, question, Facet::Level, voice);
        let meaning = meaning.clone();
        self.put(&address, Value::Answer(Answer { state, meaning }));
    }
}

/// What the coordinator has, and the twelve files of the managers.
fn twelve() -> (String, UnitId, Vec<String>) {
    let set = compiled("it-mognad").set;
    let meaning = |id: &str| {
        let id = QuestionId::parse(id).unwrap();
        set.question(&id).unwrap().1.meaning.clone()
    };
    let mut base = Written::new();
    let unit = base.unit(1, "Skolförvaltningen");
    base.level(
        &unit,
        "incidentrutin",
        &Voice::Together,
        State::Level(2),
        &meaning("incidentrutin"),
    );
    let whole = file_to_json(&base.document, AT);
    let files = TWELVE.iter().zip(2..).map(|((role, level), number)| {
        let mut theirs = Written {
            document: base.document.clone(),
            round: base.round.clone(),
            writer: number,
        };
        let person = PersonId::from_random(number);
        let voice = Voice::Person(person.clone());
        theirs.text(&Address::Person(person, PersonField::Role), role);
        theirs.level(
            &unit,
            "reservrutin",
            &voice,
            State::Level(*level),
            &meaning("reservrutin"),
        );
        theirs.level(
            &unit,
            "incidentrutin",
            &voice,
            State::Level(2),
            &meaning("incidentrutin"),
        );
        let why = theirs.at(&unit, "reservrutin", Facet::Rationale, &voice);
        theirs.text(&why, &format!("Så är det hos {}.", role.trim()));
        let seal = seal_of(&theirs.document, &theirs.round, &unit, &voice, 2, 31);
        let handed_in = Address::HandedIn(theirs.round.clone(), unit.clone(), voice.clone());
        theirs.put(&handed_in, Value::Seal(seal));
        let part = contribution(&theirs.document, &theirs.round, &unit, &voice);
        selection_to_json(&part, Selection::Contribution, AT)
    });
    let files = files.collect();
    (whole, unit, files)
}

/// Drops several files at once, through the app's own button and the browser's dialog.
async fn shows_files(browser: &Browser, files: &[String]) -> Told {
    let mut paths = Vec::new();
    for (file, number) in files.iter().zip(1..) {
        let path = browser
            .profile()
            .temp()
            .join(format!("svar-{number}.mognad.json"));
        std::fs::write(&path, file)?;
        paths.push(path.to_string_lossy().into_owned());
    }
    let (first, rest) = paths.split_first().unwrap();
    let all = rest
        .iter()
        .fold(first.clone(), |all, path| format!("{all}\n{path}"));
    turns_to(browser, "#/data").await?;
    let show = "HTMLInputElement.prototype.click = function () {
            document.getElementById('chosen-file')?.remove();
            this.id = 'chosen-file';
            document.body.append(this);
        };";
    browser.script(show, vec![]).await?;
    browser.click("#open-file").await?;
    browser.wait_for("#chosen-file").await?;
    let all: &Path = &PathBuf::from(all);
    browser.choose_file("#chosen-file", all).await?;
    browser.wait_for("#take-in").await?;
    browser
        .script("document.getElementById('chosen-file')?.remove();", vec![])
        .await?;
    browser.click("#take-in").await
}

async fn has_read_in(browser: &Browser) -> Told<String> {
    let (whole, unit, mut files) = twelve();
    opens(browser, "#/data").await?;
    reads_in(browser, "kommunen.mognad.json", &whole).await?;
    is_saved(browser).await?;
    files.push(files[3].clone()); // one of them twice
    files.reverse();
    shows_files(browser, &files).await?;
    is_saved(browser).await?;
    let page = format!("#/enskilda-svar/{unit}/it-mognad");
    turns_to(browser, &page).await?;
    browser.wait_for("#individuals-sentence").await?;
    Ok(page)
}

#[test]
fn twelve_files_and_one_of_them_twice_give_twelve_answers_side_by_side_with_every_reason() {
    story(Engine::Chromium, async |browser, _site| {
        has_read_in(browser).await?;
        let sentence = "Tolv har svarat enskilt. På 1 av de 2 frågor som minst två har svarat på skiljer ni er så mycket att ni bör prata.";
        browser.see_in("#individuals-sentence", sentence).await?;
        browser.wait_for_count("#respondents li", 12).await?;
        browser.wait_for_count("#apart .alone", 1).await?;
        browser
            .see_in(
                "#alone-reservrutin .spread-words",
                "Diskutera. 12 svar, från nivå 1 till 5",
            )
            .await?;
        browser
            .wait_for_count("#alone-reservrutin .said li", 12)
            .await?;
        for (role, _) in TWELVE {
            let reason = format!("Så är det hos {}.", role.trim());
            browser.see_in("#alone-reservrutin .said", &reason).await?;
        }
        browser
            .see_in("#alone-reservrutin .agreed", "Inget samlat svar än")
            .await?;
        // Agreed on and alone stand apart.
        browser
            .see_in("#alone-incidentrutin .agreed", "Samlat svar: nivå 2")
            .await?;
        browser
            .see_in("#alone-incidentrutin .spread-words", "Ni är överens")
            .await?;
        browser.wait_for("#alone-reservrutin svg").await?;
        browser.assert_clean("individual answers").await?;
        browser.assert_no_complaints().await?;
        Ok(())
    });
}

#[test]
fn one_role_on_two_devices_is_asked_about_joined_and_taken_apart_and_no_is_remembered() {
    story(Engine::Chromium, async |browser, _site| {
        let page = has_read_in(browser).await?;
        browser
            .see("Två har svarat som ”Enhetschef”. Är det en person som har svarat på två enheter?")
            .await?;
        browser.click("[id^=join-]").await?;
        browser.wait_for_count("#respondents li", 11).await?;
        browser
            .see_in("#joined", "Enhetschef har svarat på två enheter.")
            .await?;
        browser
            .see_in("#alone-reservrutin .spread-words", "11 svar")
            .await?;
        // Both answers of the one person stand there.
        browser
            .see_in(
                "#alone-reservrutin .said",
                "nivå 1, Händelsestyrt och nivå 4, Styrt och uppföljt",
            )
            .await?;
        browser.click("[id^=apart-]").await?;
        browser.wait_for_count("#respondents li", 12).await?;
        browser.click("[id^=differ-]").await?;
        browser.see_no_more("Samma person?").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        turns_to(browser, &page).await?;
        browser.wait_for_count("#respondents li", 12).await?;
        browser.see_no_more("Samma person?").await?;
        Ok(())
    });
}

#[test]
fn what_units_need_is_gathered_by_question_and_the_councils_wording_stays() {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "").await?;
        let school = begins_together(browser, "Skolförvaltningen").await?;
        answers(browser, &school, "reservrutin", 2).await?;
        enters(browser, "details.more summary").await?;
        writes(browser, "#need", "En övning om året.").await?;
        let care = begins_together(browser, "Socialförvaltningen").await?;
        turns_to(browser, &care.question("reservrutin")).await?;
        enters(browser, "details.more summary").await?;
        writes(browser, "#need", "Hjälp med reservrutinerna.").await?;
        is_saved(browser).await?;
        turns_to(browser, "#/behov").await?;
        browser
            .see_in(
                "#needs-sentence",
                "2 behov från 2 enheter. Vid en fråga behöver flera enheter något.",
            )
            .await?;
        browser
            .see_in("#shared .said", "Skolförvaltningen: En övning om året.")
            .await?;
        browser.assert_clean("needs").await?;
        writes(
            browser,
            "#wording-reservrutin",
            "En gemensam övning varje höst.",
        )
        .await?;
        browser.click("#to-agenda-reservrutin").await?;
        is_saved(browser).await?;
        reloads(browser).await?;
        browser.wait_for("#wording-reservrutin").await?;
        let kept = "return [document.querySelector('#wording-reservrutin').value, document.querySelector('#to-agenda-reservrutin').checked];";
        let kept = browser.script(kept, vec![]).await?;
        assert_eq!(
            kept,
            serde_json::json!(["En gemensam övning varje höst.", true])
        );
        Ok(())
    });
}

#[test]
fn a_file_of_individual_answers_can_be_read_in_alone() {
    story(Engine::Chromium, async |browser, _site| {
        let (_, unit, files) = twelve();
        opens(browser, "#/data").await?;
        shows_file(browser, "en.mognad.json", &files[0]).await?;
        browser.click("#take-in").await?;
        is_saved(browser).await?;
        turns_to(browser, &format!("#/enskilda-svar/{unit}/it-mognad")).await?;
        browser
            .see_in("#individuals-sentence", "En har svarat enskilt.")
            .await?;
        Ok(())
    });
}
