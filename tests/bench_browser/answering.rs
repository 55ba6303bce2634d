//! How long the app lets one wait: opening, seeing an answer, having it saved, with 15,000 answers in the document.

use std::time::Duration;

use serde_json::{Value as Json, json};

use crate::harness::{Browser, Engine, Told, Trouble, story};
use crate::manager::{can_go_offline, has_started, opens, turns_to};
use crate::municipality::{Municipality, QUESTIONS, ROUNDS, UNITS};
use crate::slow::{SLOWER, is_slow_enough, number, work};
use crate::times::Times;

const OPENINGS: usize = 5;
const ANSWERS: usize = 60;

// Over these, the bench fails. Seeing one's answer within 200 ms is what Core Web Vitals calls good for an interaction.
const OPEN_MEDIAN: f64 = 4_000.0;
/// What the program does from asking for its database to the painted question, in milliseconds.
const DOCUMENT_MEDIAN: f64 = 200.0;
const PAINTED_P95: f64 = 200.0;
const SAVED_P95: f64 = 500.0;

/// In every page before its first script: when the page is ready, and what one answer takes.
///
/// A frame is painted when a message that was posted in its `requestAnimationFrame` arrives. An answer begins when the
/// browser got the key or click (`timeStamp`), so that waiting for a busy page counts.
const STOPWATCH: &str = "(() => {
    const bench = window.__bench = { memory: null, opening: null, ready: null, wanted: null, painted: null, saved: null, journal: null };
    const painted = then => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now());
        channel.port2.postMessage(0);
    };
    const open_database = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...what) {
        bench.opening ??= performance.now();
        return open_database.apply(this, what);
    };
    const begin_program = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => {
        const made = await begin_program.apply(WebAssembly, all);
        bench.memory = made.instance.exports.memory;
        return made;
    };
    new MutationObserver((_, observer) => {
        if (!document.querySelector('#question') || !document.querySelector('.level.chosen')) return;
        observer.disconnect();
        requestAnimationFrame(() => painted(now => bench.ready = now));
    }).observe(document, { attributes: true, childList: true, subtree: true });
    const begin = event => {
        const card = bench.wanted;
        if (!event.isTrusted || card === null) return;
        bench.wanted = null;
        const begun = event.timeStamp;
        const look = () => requestAnimationFrame(() => {
            const radio = document.getElementById(card);
            if (radio?.checked && radio.closest('.level').matches('.chosen')) painted(now => bench.painted = now - begun);
            else look();
        });
        look();
        const state = document.getElementById('state');
        let saving = false;
        new MutationObserver((_, observer) => {
            saving ||= state.dataset.state === 'saving';
            if (!saving || state.dataset.state !== 'saved') return;
            observer.disconnect();
            bench.saved = performance.now() - begun;
            bench.journal = Object.keys(localStorage).filter(key => key.includes('journal:')).length;
        }).observe(state, { attributes: true });
    };
    addEventListener('keydown', begin, true);
    addEventListener('click', begin, true);
})();";

/// Writes the shards and the settings; the page must be of the app's folder, but not the app.
const SEED: &str = "const [id, shards, device] = arguments;
return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mognad:/', 1);
    opening.onupgradeneeded = () => {
        for (const name of ['shards', 'meta']) opening.result.createObjectStore(name);
        for (const name of ['records', 'aside']) opening.result.createObjectStore(name, { autoIncrement: true });
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const transaction = opening.result.transaction(['shards', 'meta'], 'readwrite', { durability: 'strict' });
        transaction.onabort = () => reject(transaction.error);
        transaction.oncomplete = () => { opening.result.close(); resolve(true); };
        for (const [key, text] of Object.entries(shards)) transaction.objectStore('shards').put(text, key);
        transaction.objectStore('meta').put(id, 'document');
        localStorage.setItem('mognad:/device', device);
    };
});";

/// Fills the stores before the app opens them, and sees that the app has it all.
pub async fn moves_in(browser: &Browser, municipality: &Municipality) -> Told {
    browser.goto("icon.svg").await?;
    let device = json!({ "answers": "together", "unit": municipality.unit }).to_string();
    let all = vec![
        json!(municipality.document.id()),
        json!(municipality.shards()),
        json!(device),
    ];
    browser.script(SEED, all).await?;
    opens(browser, "#/data").await?;
    let count = municipality.document.len().to_string();
    let told = "return document.querySelector('#page')?.innerText.replace(/(\\d)\\s(?=\\d)/g, '$1').includes(arguments[0]);";
    browser
        .wait_until(&format!("to see {count} facts"), told, vec![json!(count)])
        .await?;
    can_go_offline(browser).await
}

/// From the beginning of the load, and from the moment when the program asks for its database.
async fn openings(browser: &Browser, municipality: &Municipality) -> Told<(Times, Times)> {
    let (mut whole, mut document) = (Vec::new(), Vec::new());
    for (question, _) in municipality.said.iter().take(OPENINGS) {
        // From another page of the same site, so that it is a load and not a change of hash.
        browser.goto("icon.svg").await?;
        browser.goto(&municipality.place(question)).await?;
        let ready = browser
            .wait_for_at_most(
                Duration::from_mins(1),
                "for the page to be ready",
                "const { opening, ready } = __bench; return ready !== null && [ready, ready - opening];",
                vec![],
            )
            .await?;
        whole.push(number(ready.get(0).unwrap_or(&Json::Null), "Opening")?);
        document.push(number(ready.get(1).unwrap_or(&Json::Null), "Opening")?);
    }
    has_started(browser).await?;
    Ok((Times::new(whole), Times::new(document)))
}

/// Painted and saved, over as many answers by key as by click. Each changes what was said before.
async fn answers(browser: &Browser, municipality: &Municipality) -> Told<(Times, Times)> {
    let (mut painted, mut saved) = (Vec::new(), Vec::new());
    let by_key = municipality
        .said
        .iter()
        .take(ANSWERS / 2)
        .map(|said| (said, 1));
    let by_click = municipality
        .said
        .iter()
        .take(ANSWERS / 2)
        .map(|said| (said, 2));
    for ((question, before), times) in by_key.chain(by_click) {
        turns_to(browser, &municipality.place(question)).await?;
        let level = (before - 1 + times) % 5 + 1;
        let card = format!("level-{level}");
        browser
            .script(
                "Object.assign(__bench, { wanted: arguments[0], painted: null, saved: null, journal: null });
                 if (document.getElementById(arguments[0]).checked) throw new Error('It is chosen already.');",
                vec![json!(card)],
            )
            .await?;
        if times == 1 {
            browser.press(&level.to_string()).await?;
        } else {
            browser.click(&format!("#{card}")).await?;
        }
        let both = browser
            .wait_until(
                "for the answer to be painted and saved",
                "const { painted, saved, journal } = __bench;
                 return painted !== null && saved !== null && [painted, saved, journal];",
                vec![],
            )
            .await?;
        if both.get(2) != Some(&json!(0)) {
            return Err(Trouble::new(format!(
                "“Sparat” was said of {question} with the journal still full."
            )));
        }
        painted.push(number(both.get(0).unwrap_or(&Json::Null), "Painting")?);
        saved.push(number(both.get(1).unwrap_or(&Json::Null), "Saving")?);
    }
    Ok((Times::new(painted), Times::new(saved)))
}

/// One line of the table; says where it is over its limit.
fn line(metric: &str, times: &Times, percent: usize, limit: f64) -> Option<String> {
    let (median, p95) = (times.percentile(50), times.percentile(95));
    let named = if percent == 50 { "median" } else { "p95" };
    let is = times.percentile(percent);
    println!(
        "{metric:<18} {:>4} {median:>9.0} {p95:>9.0}  ms    {named} ≤ {limit:.0} ms",
        times.0.len()
    );
    let within = is <= limit;
    (!within).then(|| format!("{metric}: {named} {is:.0} ms, more than {limit:.0} ms"))
}

#[test]
fn times_with_15_000_answers_on_a_slow_computer() {
    story(Engine::Chromium, async |browser, _site| {
        let municipality = Municipality::new()?;
        let number_of_answers = municipality.answers();
        assert_eq!(number_of_answers, 15_000);
        let stopwatch = json!({ "source": STOPWATCH });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", stopwatch)
            .await?;
        moves_in(browser, &municipality).await?;
        let fast = work(browser).await?;
        browser.cpu_slowdown(SLOWER).await?;
        let (opened, document) = openings(browser, &municipality).await?;
        let memory = browser
            .script("return __bench.memory?.buffer.byteLength ?? null;", vec![])
            .await?;
        let memory = number(&memory, "The program's memory")? / 1e6;
        let (painted, saved) = answers(browser, &municipality).await?;
        // The slowdown must have lasted over all loads, or the times would say nothing.
        let slower = work(browser).await? / fast;

        println!(
            "\ntimes in Chromium, processor slowed {SLOWER}× (a piece of work took {slower:.1}× as long),"
        );
        println!(
            "{number_of_answers} answers in the document ({UNITS} units, {QUESTIONS} questions, {ROUNDS} rounds)"
        );
        println!(
            "{:<18} {:>4} {:>9} {:>9}  unit  limit",
            "metric", "n", "median", "p95"
        );
        let over: Vec<String> = [
            line("open → ready", &opened, 50, OPEN_MEDIAN),
            line("its document alone", &document, 50, DOCUMENT_MEDIAN),
            line("answer → painted", &painted, 95, PAINTED_P95),
            line("answer → saved", &saved, 95, SAVED_P95),
        ]
        .into_iter()
        .flatten()
        .collect();
        println!("the program's memory when it is open: {memory:.1} MB\n");
        is_slow_enough(slower)?;
        if over.is_empty() {
            return Ok(());
        }
        Err(over.join("; ").into())
    });
}

/// So often the municipality's answers lie in the stores, each time as rounds of their own.
const TIMES_OVER: u64 = 20;

/// Multiplies the shards of answers in the stores: each copy is of other rounds.
const MULTIPLY: &str = "const [copies] = arguments;
return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mognad:/');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = async () => {
        const ask = request => new Promise((done, failed) => {
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
        });
        const shards = opening.result.transaction('shards').objectStore('shards');
        const [keys, texts] = await Promise.all([ask(shards.getAllKeys()), ask(shards.getAll())]);
        for (let copy = 1; copy < copies; copy++) {
            const transaction = opening.result.transaction('shards', 'readwrite', { durability: 'strict' });
            keys.forEach((key, at) => {
                const [kind, round, unit] = key.split('/');
                if (kind !== 'answer') return;
                const other = `${round}x${copy}`;
                const text = texts[at].replaceAll(`answer/${round}/`, `answer/${other}/`);
                transaction.objectStore('shards').put(text, `answer/${other}/${unit}`);
            });
            await new Promise((done, failed) => {
                transaction.oncomplete = done;
                transaction.onabort = () => failed(transaction.error);
            });
        }
        opening.result.close();
        resolve(true);
    };
});";

/// Not slowed: how a browser bears twenty times what an ordinary municipality has.
#[test]
fn times_with_300_000_answers() {
    story(Engine::Chromium, async |browser, _site| {
        let municipality = Municipality::new()?;
        browser
            .devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": STOPWATCH }),
            )
            .await?;
        moves_in(browser, &municipality).await?;
        browser.goto("icon.svg").await?;
        browser.script(MULTIPLY, vec![json!(TIMES_OVER)]).await?;
        let extra = municipality.answers() as u64 * (TIMES_OVER - 1);
        let count = municipality.document.len() as u64 + extra;
        let question = municipality.said.first().map(|(question, _)| question);
        let place = question.map(|question| municipality.place(question));
        browser.goto(&place.unwrap_or_default()).await?;
        let ready = browser
            .wait_for_at_most(
                Duration::from_mins(1),
                "for the page to be ready",
                "return __bench.ready;",
                vec![],
            )
            .await?;
        let ready = number(&ready, "Opening")?;
        browser.goto("icon.svg").await?;
        browser.goto("#/data").await?;
        let told = "return document.querySelector('#page')?.innerText.replace(/(\\d)\\s(?=\\d)/g, '$1').includes(arguments[0])
            && [performance.now(), __bench.memory?.buffer.byteLength];";
        let whole = browser
            .wait_for_at_most(
                Duration::from_mins(1),
                &format!("to see {count} facts"),
                told,
                vec![json!(count.to_string())],
            )
            .await?;
        let all = number(whole.get(0).unwrap_or(&Json::Null), "Reading")?;
        let memory = number(whole.get(1).unwrap_or(&Json::Null), "Memory")? / 1e6;
        println!(
            "\n{count} facts in Chromium, not slowed: a question painted after {ready:.0} ms,"
        );
        println!(
            "every round read after {all:.0} ms at most, the program's memory then {memory:.0} MB\n"
        );
        Ok(())
    });
}
