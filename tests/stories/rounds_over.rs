//! What the first page does not need is read after it: nobody sees the difference, and nothing is made of half a document.

// A panic is how a test says no; helpers outside #[test] functions may do so too.
#![allow(clippy::unwrap_used)]

use mognad::{
    domain::{
        Address, Answer, Document, DocumentId, Facet, Meaning, QuestionId, RoundField, RoundId,
        State, Timestamp, UnitField, UnitId, Value, Voice, WriterId,
    },
    exchange::{file_from_json, file_to_json},
};

use crate::{
    files::*,
    harness::{Browser, Engine, Told, story},
    manager::*,
};

/// The answer of the round that is over.
fn old_answer() -> Address {
    Address::Answer {
        round: RoundId::from_random(1),
        unit: UnitId::from_random(1),
        question: QuestionId::parse("nytta-av-it").unwrap(),
        facet: Facet::Level,
        voice: Voice::Together,
    }
}

/// One unit, a round that is over, and one that is under way.
fn two_rounds() -> Document {
    let mut document = Document::new(DocumentId::from_random(1));
    let mut write = |address: Address, value: Value| {
        document.write(&address, WriterId(1), Timestamp(1_700_000_000_000), value);
    };
    let name = Address::Unit(UnitId::from_random(1), UnitField::Name);
    write(name, Value::Text("Socialförvaltningen".to_owned()));
    for (number, name) in [(1, "Omgång 2025"), (2, "Omgång 2026")] {
        let round = |field| Address::Round(RoundId::from_random(number), field);
        write(round(RoundField::Name), Value::Text(name.to_owned()));
        write(round(RoundField::Order), Value::Text(number.to_string()));
    }
    let (state, meaning) = (State::Level(2), Meaning::parse("0123456789abcdef").unwrap());
    write(old_answer(), Value::Answer(Answer { state, meaning }));
    document
}

/// A browser whose stores hold both rounds, each in shards of its own.
async fn has_two_rounds(browser: &Browser) -> Told {
    opens(browser, "#/data").await?;
    let file = file_to_json(&two_rounds(), Timestamp(0));
    reads_in(browser, "allt.mognad.json", &file).await?;
    browser.see("Filen är inläst").await?;
    reloads(browser).await // folds
}

/// What the stores hold, as a file that is asked for before anything else can have happened.
async fn file_at_once(browser: &Browser) -> Told<Document> {
    turns_to(browser, "#/data").await?;
    reloads(browser).await?;
    catches_files(browser).await?;
    browser.click("#save-file").await?;
    let text = caught_file(browser).await?;
    Ok(file_from_json(&text).unwrap().document)
}

#[test]
fn a_file_that_is_saved_as_soon_as_the_page_is_there_holds_every_round() {
    story(Engine::Chromium, async |browser, _site| {
        has_two_rounds(browser).await?;
        // A slow computer, and a person who is quick: the button is pressed the moment it is there.
        browser.cpu_slowdown(6).await?;
        let document = file_at_once(browser).await?;
        assert!(
            document.fact(&old_answer()).is_some(),
            "the old round is missing"
        );
        let now = UnitId::from_random(1);
        let unit = Unit::with_id(now.as_str());
        browser.cpu_slowdown(1).await?;
        begins_again_together(browser, "Socialförvaltningen", &unit).await?;
        answers(browser, &unit, "nytta-av-it", 4).await?;
        reloads(browser).await?;
        let document = file_at_once(browser).await?;
        assert_eq!(
            document
                .fact(&old_answer())
                .map(|fact| fact.versions().len()),
            Some(1)
        );
        finds_level(browser, &unit, "nytta-av-it", 4).await?;
        Ok(())
    });
}

#[test]
fn damage_in_a_round_that_is_over_is_said_and_set_aside_like_any_other() {
    story(Engine::Chromium, async |browser, _site| {
        has_two_rounds(browser).await?;
        let damage = "return new Promise((done, failed) => {
            const open = indexedDB.open('mognad:/');
            open.onerror = () => failed(open.error);
            open.onsuccess = () => {
                const transaction = open.result.transaction('shards', 'readwrite');
                const shards = transaction.objectStore('shards');
                const keys = shards.getAllKeys();
                keys.onsuccess = () => keys.result
                    .filter(key => key.startsWith('answer/'))
                    .forEach(key => shards.put('[{\"address\":\"answ', key));
                transaction.oncomplete = () => { open.result.close(); done(keys.result.length); };
            };
        });";
        browser
            .wait_until("for the shard to be damaged", damage, vec![])
            .await?;
        reloads(browser).await?;
        browser
            .see_in("#notices", "En del av lagringen gick inte att läsa.")
            .await?;
        turns_to(browser, "#/data").await?;
        browser
            .see_in("#set-aside", "1 uppgift i lagringen")
            .await?;
        let document = file_at_once(browser).await?;
        assert!(document.fact(&old_answer()).is_none());
        assert_eq!(document.len(), two_rounds().len() - 1);
        Ok(())
    });
}

#[test]
fn a_page_that_is_opened_while_other_units_are_still_being_read_shows_their_answers_from_its_first_moment()
 {
    story(Engine::Chromium, async |browser, _site| {
        opens(browser, "#/").await?;
        let first = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &first, "nytta-av-it", 2).await?;
        let second = begins_together(browser, "Skolförvaltningen").await?;
        answers(browser, &second, "nytta-av-it", 4).await?;
        reloads(browser).await?; // folds, each unit into a shard of its own
        turns_to(browser, &first.question("nytta-av-it")).await?;
        // Turns to the other unit's question as soon as there is one, and notes what that page shows first.
        let quick = "(() => {
            const turn = new MutationObserver(() => {
                if (!document.querySelector('.level.chosen')) return;
                turn.disconnect();
                const first = document.querySelector('#question');
                location.hash = WHERE;
                new MutationObserver((_, look) => {
                    if (!document.querySelector('#question') || first.isConnected) return;
                    look.disconnect();
                    window.__first = document.querySelector('input[name=answer]:checked')?.id ?? 'nothing';
                }).observe(document, { childList: true, subtree: true });
            });
            turn.observe(document, { attributes: true, childList: true, subtree: true });
        })();"
        .replace("WHERE", &format!("'{}'", second.question("nytta-av-it")));
        let source = serde_json::json!({ "source": quick });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        browser.cpu_slowdown(6).await?;
        reloads(browser).await?;
        let seen = browser
            .wait_until(
                "for the other unit's question",
                "return window.__first ?? false;",
                vec![],
            )
            .await?;
        assert_eq!(seen, "level-4");
        Ok(())
    });
}
