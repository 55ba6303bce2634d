//! What was confirmed survives a power cut, and what was typed survives a hasty leave.

use serde_json::json;

use crate::{
    harness::{Browser, Engine, Outcome, Told, in_every_engine, story},
    manager::*,
    twenty::TWENTY,
};

/// Not the name that the form gives as an example.
const UNIT: &str = "Omsorgsförvaltningen";
const REASON: &str = "Vi har övat två gånger i år.";

fn levels() -> impl Iterator<Item = (&'static str, u8)> {
    TWENTY.into_iter().zip([1, 2, 3, 4, 5].into_iter().cycle())
}

/// Who sits here is kept in localStorage, which a power cut may empty: then it is asked again,
/// and the unit, which was confirmed, is there to be chosen.
async fn comes_back(browser: &Browser, name: &str) -> Told<Unit> {
    opens(browser, "").await?;
    turns_to(browser, "#/besvara").await?;
    browser.wait_for("#begin").await?;
    if browser.shows(name).await? {
        browser.click_named(name).await?;
    } else {
        browser.click("#unit-new").await?;
        browser.click("#unit-name").await?;
        browser.type_text(name).await?;
    }
    browser.click("#together").await?;
    browser.click("#begin").await?;
    is_asked(browser).await
}

async fn is_killed_in_twenty_rounds(browser: &mut Browser) -> Outcome {
    let mut first = None;
    for (question, level) in levels() {
        let unit = comes_back(browser, UNIT).await?;
        // The unit itself was confirmed in the first round: another one would be a loss.
        assert_eq!(
            *first.get_or_insert_with(|| unit.clone()),
            unit,
            "{question}"
        );
        answers(browser, &unit, question, level).await?;
        browser.kill()?;
        browser.start_again().await?;
    }
    let unit = comes_back(browser, UNIT).await?;
    let mut kept = 0;
    for (question, level) in levels() {
        turns_to(browser, &unit.question(question)).await?;
        browser.wait_for("#level-1").await?;
        let chosen = "return document.querySelector('input[name=answer]:checked')?.id;";
        if browser.script(chosen, vec![]).await? == json!(format!("level-{level}")) {
            kept += 1;
        } else {
            println!("{question} has lost level {level}.");
        }
    }
    println!(
        "{}: {kept} of 20 confirmed answers kept.",
        browser.engine().name()
    );
    assert_eq!(kept, 20);
    Ok(())
}

#[test]
fn nothing_confirmed_is_missing_after_sigkill_20_of_20_in_chromium() {
    story(Engine::Chromium, async |browser, _site| {
        is_killed_in_twenty_rounds(browser).await
    });
}

#[test]
fn nothing_confirmed_is_missing_after_sigkill_20_of_20_in_firefox() {
    story(Engine::Firefox, async |browser, _site| {
        is_killed_in_twenty_rounds(browser).await
    });
}

/// Types a reason; 50 ms after its last letter the page does `leave`.
async fn types_and_leaves(browser: &Browser, reason: &str, leave: &str) -> Told {
    let arm = format!(
        "const field = document.getElementById('rationale');
         field.focus();
         field.addEventListener('input', () => {{
             if (field.value === arguments[0]) setTimeout(() => {{ {leave} }}, 50);
         }});"
    );
    browser.script(&arm, vec![json!(reason)]).await?;
    browser.type_text(reason).await
}

async fn finds_reason(browser: &Browser, reason: &str) -> Told {
    browser
        .wait_until(
            &format!("for the reason “{reason}”"),
            "return document.getElementById('rationale')?.value === arguments[0];",
            vec![json!(reason)],
        )
        .await?;
    Ok(())
}

in_every_engine!(
    text_typed_50_ms_before_a_reload_is_kept,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        let leave = "window.__left = true; location.reload();";
        types_and_leaves(browser, REASON, leave).await?;
        let came_back = "return !window.__left && document.readyState === 'complete';";
        browser
            .wait_until("for the reload", came_back, vec![])
            .await?;
        finds_reason(browser, REASON).await?;
        Ok(())
    }
);

in_every_engine!(
    text_typed_50_ms_before_the_page_is_left_is_kept,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        types_and_leaves(browser, REASON, "location.href = 'about:blank';").await?;
        let left = "return location.href === 'about:blank';";
        browser
            .wait_until("for the page to be left", left, vec![])
            .await?;
        opens(browser, &unit.question("reservrutin")).await?;
        finds_reason(browser, REASON).await?;
        Ok(())
    }
);

in_every_engine!(
    text_typed_50_ms_before_the_next_question_is_kept,
    async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        types_and_leaves(browser, REASON, "location.hash = '#/om';").await?;
        browser.wait_for_focus("#page h1").await?;
        is_saved(browser).await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        finds_reason(browser, REASON).await?;
        Ok(())
    }
);

fn typed_before_the_tab_closes(engine: Engine) {
    story(engine, async |browser, _site| {
        opens(browser, "").await?;
        let unit = begins_together(browser, "Socialförvaltningen").await?;
        turns_to(browser, &unit.question("reservrutin")).await?;
        is_saved(browser).await?;
        // A script may close only what a script has opened.
        browser
            .script("window.open(location.href);", vec![])
            .await?;
        is_open(browser, 2).await?;
        browser.tab(1).await?;
        has_started(browser).await?;
        browser.wait_for("#rationale").await?;
        types_and_leaves(browser, REASON, "window.close();").await?;
        is_open(browser, 1).await?;
        browser.tab(0).await?;
        reloads(browser).await?;
        finds_reason(browser, REASON).await?;
        Ok(())
    });
}

/// Waits until there are so many tabs; the one in hand may be gone, so the page cannot be asked.
async fn is_open(browser: &Browser, tabs: usize) -> Told {
    let mut deadline = crate::harness::patience::Deadline::after(crate::harness::patience::USUAL);
    while browser.session()?.windows().await?.len() != tabs {
        if deadline.is_over() {
            return Err(crate::harness::Trouble::new(format!(
                "There never were {tabs} tabs."
            )));
        }
        deadline.pause().await;
    }
    Ok(())
}

#[test]
fn text_typed_50_ms_before_the_tab_is_closed_is_kept_in_chromium() {
    typed_before_the_tab_closes(Engine::Chromium);
}

#[test]
fn text_typed_50_ms_before_the_tab_is_closed_is_kept_in_firefox() {
    typed_before_the_tab_closes(Engine::Firefox);
}
