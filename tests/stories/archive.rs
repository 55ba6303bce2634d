//! The archive out of the worker: the second program starts under the strict policy, in every engine and without a network,
//! and makes the same bytes as the code does natively.

use std::{fs, path::Path};

use mognad::{
    domain::{Document, DocumentId, RoundId, Timestamp, rounds},
    exchange::{
        ArchiveOptions, ArchiveRequest, FreeText, Names, RoundStatus, archive_html, file_from_json,
    },
    i18n::Language,
};
use serde_json::{Value, json};

use crate::{
    builds::Build,
    harness::{Browser, Told, Trouble, in_every_engine},
    manager::*,
};

const AT: i64 = 1_795_474_740_123;
const OFFSET: i32 = 60;

/// Asks a worker of the page's own for each message, and gives its answers. The first is sent before it has started.
const ASK: &str = "
    return fetch('worker/index.json').then((response) => response.json()).then((index) => new Promise((resolve, reject) => {
        const worker = new Worker(`worker/${index.worker}`);
        const messages = arguments[0], answers = [];
        worker.onerror = (event) => reject(new Error(event.message || 'the worker could not be started'));
        worker.onmessage = (event) => {
            answers.push(event.data);
            if (answers.length === messages.length) { worker.terminate(); resolve(answers); }
        };
        messages.forEach((message) => worker.postMessage(message));
    }));";

async fn asks(browser: &Browser, messages: Value) -> Told<Vec<Value>> {
    let answers = browser.script(ASK, vec![messages]).await?;
    let answers = answers.as_array().cloned();
    answers.ok_or_else(|| Trouble::new("The worker gave no list of answers."))
}

/// The example as it is published, which has every kind of fact.
fn example() -> Told<(String, Document)> {
    let dist = std::env::var_os("MOGNAD_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        Into::into,
    );
    let index: Value = serde_json::from_str(&fs::read_to_string(dist.join("sets/index.json"))?)
        .map_err(|error| Trouble::new(format!("sets/index.json: {error}.")))?;
    let name = index
        .get("example")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let text = fs::read_to_string(dist.join("sets").join(name))?;
    let file = file_from_json(&text).map_err(|error| Trouble::new(format!("{error}.")))?;
    Ok((text, file.document))
}

fn message(id: usize, document: &str, round: &RoundId, options: ArchiveOptions) -> Value {
    json!({
        "id": id, "task": "archive", "document": document, "round": round.as_str(),
        "status": options.status.word(), "names": options.names.word(), "texts": options.texts.word(),
        "language": "sv", "at": AT, "offset": OFFSET,
    })
}

/// Every way to ask for an archive.
fn ways() -> Vec<ArchiveOptions> {
    let mut ways = Vec::new();
    for (status, names) in [
        (RoundStatus::Draft, Names::Kept),
        (RoundStatus::Locked, Names::LeftOut),
    ] {
        for texts in [FreeText::Kept, FreeText::LeftOut] {
            ways.push(ArchiveOptions {
                status,
                names,
                texts,
            });
        }
    }
    ways
}

fn request(round: &RoundId, options: ArchiveOptions) -> String {
    let request = ArchiveRequest {
        round: round.clone(),
        options,
        language: Language::Swedish,
        at: Timestamp(AT),
        offset: OFFSET,
    };
    request.to_json()
}

/// All at once, as the app asks, so that the answers have to find their questions.
async fn makes_the_same_bytes(browser: &Browser) -> Told {
    let (text, document) = example()?;
    let round = rounds(&document).pop().unwrap_or(RoundId::from_random(0));
    let ways = ways();
    let requests: Vec<String> = ways.iter().map(|way| request(&round, *way)).collect();
    let ask =
        "return Promise.all(arguments[0].map((request) => askWorker(request, arguments[1])));";
    let answers = browser
        .script(ask, vec![json!(requests), json!(text)])
        .await?;
    for (place, options) in ways.iter().enumerate() {
        let html = archive_html(
            &document,
            &round,
            options,
            Language::Swedish,
            Timestamp(AT),
            OFFSET,
        );
        assert!(html.len() > 50_000, "{} bytes", html.len());
        let same = answers.get(place) == Some(&json!(html));
        assert!(same, "{options:?}: other bytes");
    }
    Ok(())
}

/// What the app is told instead of an archive.
async fn is_told(browser: &Browser, document: &str, round: &RoundId) -> Told<Value> {
    let request = match ways().first() {
        Some(way) => request(round, *way),
        None => String::new(),
    };
    let ask =
        "return askWorker(arguments[0], arguments[1]).then(() => 'made', (reason) => reason);";
    let arguments = vec![json!(request), json!(document)];
    browser.script(ask, arguments).await
}

in_every_engine!(
    the_worker_makes_the_archive_that_the_code_makes,
    async |browser, site| {
        opens(browser, "").await?;
        makes_the_same_bytes(browser).await?;
        site.assert_policy_kept()?;

        // It was kept with everything else.
        can_go_offline(browser).await?;
        site.stop();
        reloads(browser).await?;
        makes_the_same_bytes(browser).await?;
        Ok(())
    }
);

in_every_engine!(
    the_worker_refuses_what_it_does_not_understand_and_goes_on,
    async |browser, site| {
        opens(browser, "").await?;
        let document = Document::new(DocumentId::from_random(1));
        let text = mognad::exchange::file_to_json(&document, Timestamp(AT));
        let round = RoundId::from_random(1);
        let [options, ..] = ways()[..] else {
            return Ok(());
        };
        let with = |id: usize, key: &str, value: Value| {
            let mut message = message(id, &text, &round, options);
            message[key] = value;
            message
        };
        let wrong = [
            ("task", json!("sing")),
            ("document", json!("{")),
            ("document", json!(7)),
            ("round", json!("../..")),
            ("names", json!("some")),
            ("language", json!("la")),
            ("at", json!("now")),
        ];
        let mut messages: Vec<Value> = (1..)
            .zip(&wrong)
            .map(|(id, (key, value))| with(id, key, value.clone()))
            .collect();
        messages.push(json!({ "id": 98 }));
        messages.push(message(99, &text, &round, options));
        let answers = asks(browser, json!(messages)).await?;
        for ((id, (key, _)), answer) in (1..).zip(&wrong).zip(&answers) {
            assert_eq!(*answer, json!({ "id": id, "error": key }));
        }
        assert_eq!(answers[7], json!({ "id": 98, "error": "task" }));
        assert_eq!(answers[8]["id"], json!(99));
        assert!(answers[8]["made"].is_string());
        site.assert_policy_kept()?;
        Ok(())
    }
);

in_every_engine!(
    a_worker_that_did_not_come_is_said_and_asked_for_again,
    async |browser, site| {
        let whole = Build::without_service_worker(&format!("whole-{}", browser.engine().name()))?;
        for (lacks, reason) in [(".wasm", "start"), (".js", "stopped")] {
            let name = format!("lacks{lacks}-{}", browser.engine().name());
            let build = Build::without_service_worker(&name)?;
            build.remove("worker/mognad-worker-", lacks)?;
            site.serve_instead(build.folder());
            opens(browser, "").await?;
            let document = Document::new(DocumentId::from_random(1));
            let text = mognad::exchange::file_to_json(&document, Timestamp(AT));
            let round = RoundId::from_random(1);
            assert_eq!(is_told(browser, &text, &round).await?, json!(reason));
            assert_eq!(is_told(browser, &text, &round).await?, json!(reason));
            site.serve_instead(whole.folder());
            assert_eq!(is_told(browser, &text, &round).await?, json!("made"));
            assert_eq!(is_told(browser, "{", &round).await?, json!("refused"));
            assert_eq!(is_told(browser, &text, &round).await?, json!("made"));
        }
        Ok(())
    }
);
