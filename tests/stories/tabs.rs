//! Two tabs on one document: neither takes anything from the other.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Engine, Told, Trouble, in_every_engine, story},
    manager::*,
    twenty::TWENTY,
};

/// Edits in both tabs together.
const EDITS: usize = 100;

/// Each tab has five of its own, and both have the next five.
fn question(edit: usize, tab: usize) -> &'static str {
    let turn = edit / 2;
    let place = if turn.is_multiple_of(2) {
        tab * 5 + turn / 2 % 5
    } else {
        10 + turn / 2 % 5
    };
    TWENTY.get(place).copied().unwrap_or(TWENTY[0])
}

/// What the page shows for a question: the level, and the other one where two were given apart.
async fn shown(browser: &Browser, unit: &Unit, question: &str) -> Told<Vec<u8>> {
    // Which element is active is known in a tab behind another too; the moment of its focus is not.
    let go = "document.activeElement?.blur();
        if (location.hash === arguments[0]) return;
        location.hash = arguments[0];";
    let place = unit.question(question);
    let already = browser.address().await?.ends_with(&place);
    browser.script(go, vec![json!(place)]).await?;
    let there = "return (arguments[0] || document.activeElement?.id === 'question')
        && document.getElementById('level-1') !== null;";
    let what = format!("for {question}");
    browser
        .wait_until(&what, there, vec![json!(already)])
        .await?;
    let read = "const chosen = document.querySelector('input[name=answer]:checked')?.id.slice(6);
        const other = document.getElementById('two-answers')?.innerText.match(/nivå (\\d)/)?.[1];
        return [chosen, other].filter(level => level).map(Number);";
    let levels: Value = browser.script(read, vec![]).await?;
    serde_json::from_value(levels).map_err(|error| Trouble::new(error.to_string()))
}

/// The level that differs from what is shown, so that there is something to save.
async fn answers_otherwise(
    browser: &Browser,
    unit: &Unit,
    question: &str,
    edit: usize,
) -> Told<u8> {
    let before = shown(browser, unit, question).await?;
    let level = (1..=5)
        .cycle()
        .skip(edit % 5)
        .take(5)
        .find(|level| !before.contains(level))
        .unwrap_or(1);
    // That it says “Sparat” must come of this answer and not of one before.
    let watch = "const line = document.getElementById('state');
        window.__saving = false;
        new MutationObserver(() => { window.__saving ||= line.dataset.state !== 'saved'; })
            .observe(line, { attributes: true });";
    browser.script(watch, vec![]).await?;
    browser.click(&format!("#level-{level}")).await?;
    let saved =
        "return window.__saving && document.getElementById('state').dataset.state === 'saved';";
    browser
        .wait_until("for the answer to be saved", saved, vec![])
        .await?;
    Ok(level)
}

in_every_engine!(
    a_hundred_edits_in_turn_from_two_tabs_are_all_there,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        is_saved(browser).await?;
        browser.open_tab(&unit.question(TWENTY[0])).await?;
        has_started(browser).await?;
        let mut last: BTreeMap<(&str, usize), u8> = BTreeMap::new();
        for edit in 0..EDITS {
            let tab = edit % 2;
            let question = question(edit, tab);
            browser.tab(tab).await?;
            let level = answers_otherwise(browser, &unit, question, edit).await?;
            last.insert((question, tab), level);
        }
        // One is read anew, and then the other: each must hold everything.
        for tab in [1, 0] {
            browser.tab(tab).await?;
            reloads(browser).await?;
            for question in &TWENTY[..15] {
                let shown = shown(browser, &unit, question).await?;
                let by_tab = |tab| last.get(&(question, tab)).copied();
                match (by_tab(0), by_tab(1)) {
                    (Some(only), None) | (None, Some(only)) => {
                        assert_eq!(shown, [only], "{question} in tab {tab}");
                    }
                    // Tab 1 wrote last: it is shown. Whether tab 0 had been seen by then decides if the other stands too.
                    (Some(first), Some(second)) => {
                        assert_eq!(shown.first(), Some(&second), "{question} in tab {tab}");
                        let rest = shown.get(1).copied();
                        assert!(
                            rest.is_none_or(|rest| rest == first),
                            "{question} in tab {tab}: {shown:?} of {first} and {second}"
                        );
                    }
                    (None, None) => assert_eq!(json!(shown), json!([]), "{question}"),
                }
            }
        }
        Ok(())
    }
);

#[test]
fn where_there_is_no_channel_between_tabs_the_journal_tells_the_other_at_once() {
    let no_channel = "window.BroadcastChannel = class { constructor() { throw new DOMException('', 'SecurityError'); } };";
    story(Engine::Chromium, async |browser, _site| {
        let inject = json!({ "source": no_channel });
        let without = "Page.addScriptToEvaluateOnNewDocument";
        browser.devtools(without, inject.clone()).await?;
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        answers(browser, &unit, "reservrutin", 2).await?;
        browser.open_tab(&unit.question("reservrutin")).await?;
        browser.tab(1).await?;
        browser.devtools(without, inject).await?;
        reloads(browser).await?;
        finds_chosen(browser, "level-2").await?;
        chooses(browser, "level-4").await?;
        is_saved(browser).await?;
        browser.tab(0).await?;
        finds_chosen(browser, "level-4").await?;
        let gone = "try { new BroadcastChannel('x'); return false; } catch { return true; }";
        assert_eq!(browser.script(gone, vec![]).await?, json!(true));
        Ok(())
    });
}
