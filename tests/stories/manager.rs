//! What people do in the app, step by step, in words that a story can be read in.

use serde_json::json;

use crate::harness::{Browser, Told};

/// A unit that is answered for, by its id in the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit(String);

impl Unit {
    /// The unit with this id.
    pub fn with_id(id: &str) -> Self {
        Self(id.to_owned())
    }

    /// The municipality as a whole.
    pub fn municipality() -> Self {
        Self::with_id("kommunen")
    }

    /// Its id, as the address has it.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// Where one of its questions is answered.
    pub fn question(&self, question: &str) -> String {
        format!("#/besvara/it-mognad/{}/{question}", self.0)
    }

    /// Where its result is.
    pub fn result(&self) -> String {
        format!("#/resultat/it-mognad/{}", self.0)
    }

    /// Where one of its questions of the flower box is answered.
    pub fn petal(&self, question: &str) -> String {
        format!("#/besvara/e-forvaltning/{}/{question}", self.0)
    }

    /// Where its flower box is.
    pub fn flower_box(&self) -> String {
        format!("#/resultat/e-forvaltning/{}", self.0)
    }

    /// Where its targets are set.
    pub fn targets(&self, set: &str) -> String {
        format!("#/mal/{set}/{}", self.0)
    }
}

/// Loads the app at a place and waits until it has taken the static page over.
pub async fn opens(browser: &Browser, place: &str) -> Told {
    browser.goto(place).await?;
    has_started(browser).await
}

/// Waits until the app runs: before that, the page is only painted.
pub async fn has_started(browser: &Browser) -> Told {
    let started = "return document.querySelector('#notices > section') !== null;";
    browser
        .wait_until("for the app to start", started, vec![])
        .await?;
    Ok(())
}

/// Loads the page anew, and waits until the app runs again.
pub async fn reloads(browser: &Browser) -> Told {
    browser.reload().await?;
    has_started(browser).await
}

/// Goes to another page within the app, as a link does; the app puts the focus on its heading.
pub async fn turns_to(browser: &Browser, place: &str) -> Told {
    browser.step(&format!("turns to {place}"));
    // The moment is caught, not the state: what comes late may draw the page once more.
    let go = "if (location.hash === arguments[0]) return false;
        window.__arrived = false;
        const arrived = event => {
            if (!event.target.matches('#page h1, #start-heading')) return;
            window.__arrived = true;
            removeEventListener('focusin', arrived);
        };
        document.activeElement?.blur();
        addEventListener('focusin', arrived);
        location.hash = arguments[0];
        return true;";
    if browser.script(go, vec![json!(place)]).await? == json!(true) {
        let what = format!("for the focus on the heading of {place}");
        // A page of the desk may first load its program, and then nothing is left of the moment.
        let there = "return !/^(Sidan öppnas|Opening the page)/.test(document.title)
            && (window.__arrived ?? document.querySelector('#page h1') !== null);";
        browser.wait_until(&what, there, vec![]).await?;
    }
    Ok(())
}

/// Fills in the form for a unit that is there already, and lands on its questions.
pub async fn begins_again_together(browser: &Browser, name: &str, unit: &Unit) -> Told {
    turns_to(browser, "#/besvara").await?;
    browser.click_named(name).await?;
    browser.click("#together").await?;
    browser.click("#begin").await?;
    assert_eq!(is_asked(browser).await?, *unit);
    Ok(())
}

/// Fills in the form before the first question: a new unit, answering together.
pub async fn begins_together(browser: &Browser, name: &str) -> Told<Unit> {
    turns_to(browser, "#/besvara").await?;
    browser.click("#unit-new").await?;
    browser.click("#unit-name").await?;
    browser.type_text(name).await?;
    browser.click("#together").await?;
    browser.click("#begin").await?;
    let unit = is_asked(browser).await?;
    browser.see_in(".areas", name).await?; // the whole name, as it was typed
    Ok(unit)
}

/// Types into one of the fields beside an answer, and leaves it.
pub async fn writes(browser: &Browser, field: &str, text: &str) -> Told {
    enters(browser, field).await?;
    browser.type_text(text).await?;
    browser.press("Tab").await?;
    is_saved(browser).await
}

/// Puts the focus into a field, as far from the bar at the bottom as it gets.
pub async fn enters(browser: &Browser, field: &str) -> Told {
    let centre = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center', behavior: 'instant' });";
    browser.script(centre, vec![json!(field)]).await?;
    browser.click(field).await?;
    browser.wait_for_focus(field).await
}

/// The unit of the question that is on the page; waits for one.
pub async fn is_asked(browser: &Browser) -> Told<Unit> {
    let unit = browser
        .wait_until(
            "for a question",
            "return document.querySelector('#question') !== null
                 && location.hash.match(/^#\\/besvara\\/it-mognad\\/([a-z0-9-]+)/)?.[1];",
            vec![],
        )
        .await?;
    Ok(Unit(unit.as_str().unwrap_or_default().to_owned()))
}

/// Waits until the page has come to a question and the focus to its heading. The first question
/// after the form has no address of its own.
pub async fn is_at(browser: &Browser, question: &str) -> Told {
    let arrived = "return document.activeElement?.id === 'question'
        && (location.hash.endsWith('/' + arguments[0]) || location.hash.split('/').length === 4);";
    let what = format!("for the question {question}");
    browser
        .wait_until(&what, arrived, vec![json!(question)])
        .await?;
    Ok(())
}

/// Answers a question with a level, and sees that it is saved.
pub async fn answers(browser: &Browser, unit: &Unit, question: &str, level: u8) -> Told {
    turns_to(browser, &unit.question(question)).await?;
    chooses(browser, &format!("level-{level}")).await
}

/// Chooses one of the answers to the question on the page, and sees that it is saved.
pub async fn chooses(browser: &Browser, answer: &str) -> Told {
    browser.click(&format!("#{answer}")).await?;
    // Both in one look: when the button is checked, the save has begun and the line says so.
    browser
        .wait_until(
            &format!("for {answer} to be saved"),
            "return document.getElementById(arguments[0])?.checked
                 && document.getElementById('state').dataset.state === 'saved';",
            vec![json!(answer)],
        )
        .await?;
    Ok(())
}

/// Sees that a question has this level.
pub async fn finds_level(browser: &Browser, unit: &Unit, question: &str, level: u8) -> Told {
    turns_to(browser, &unit.question(question)).await?;
    finds_chosen(browser, &format!("level-{level}")).await
}

/// Sees that this answer is chosen for the question on the page, and no other.
pub async fn finds_chosen(browser: &Browser, answer: &str) -> Told {
    browser
        .wait_for_count(&format!("#{answer}:checked"), 1)
        .await?;
    browser
        .wait_for_count("input[name=answer]:checked", 1)
        .await
}

/// Sees that the question on the page has no answer.
pub async fn finds_nothing_chosen(browser: &Browser) -> Told {
    browser.wait_for("#level-1").await?;
    browser
        .wait_for_count("input[name=answer]:checked", 0)
        .await
}

/// Sees “Sparat”.
pub async fn is_saved(browser: &Browser) -> Told {
    browser.wait_for_count("#state[data-state=saved]", 1).await
}

/// Tabs forward until the focus is where it should be.
pub async fn tabs_to(browser: &Browser, selector: &str) -> Told {
    tabs(browser, "Tab", selector).await
}

/// Tabs backward until the focus is where it should be.
pub async fn tabs_back_to(browser: &Browser, selector: &str) -> Told {
    tabs(browser, "Shift+Tab", selector).await
}

async fn tabs(browser: &Browser, key: &str, selector: &str) -> Told {
    let there = "return document.activeElement?.matches(arguments[0]) ?? false;";
    for _ in 0..40 {
        browser.press(key).await?;
        if browser.script(there, vec![json!(selector)]).await? == json!(true) {
            return Ok(());
        }
    }
    // Says what is wrong, with the page.
    browser.wait_for_focus(selector).await
}

/// The service worker has the page: from now on the app opens without a network.
pub async fn can_go_offline(browser: &Browser) -> Told {
    let controlled = "return navigator.serviceWorker.controller?.state === 'activated';";
    browser
        .wait_until("for the service worker", controlled, vec![])
        .await?;
    Ok(())
}
