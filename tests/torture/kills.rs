//! SIGKILL at random moments of automated answering: of what was confirmed, nothing may be missing.

use std::{cell::RefCell, env, time::Duration};

use crate::{
    answering::{Said, begins_to_answer, levels_shown},
    harness::{Browser, Engine, Outcome, Site, Told, story},
    manager::*,
    random::Random,
};

/// As many lives on one profile; a story has a time in which it must end.
const LIVES_PER_PROFILE: usize = 25;

const UNIT: &str = "Omsorgsförvaltningen";

#[derive(Default)]
struct Figures {
    lives: usize,
    confirmed: usize,
    missing: Vec<String>,
}

fn kills(usual: usize) -> usize {
    let wanted = env::var("MOGNAD_KILLS").ok();
    wanted.and_then(|kills| kills.parse().ok()).unwrap_or(usual)
}

/// Who sits here is kept in localStorage, which a power cut may empty: then it is asked again.
async fn comes_back(browser: &Browser) -> Told<Unit> {
    opens(browser, "").await?;
    turns_to(browser, "#/besvara").await?;
    browser.wait_for("#begin").await?;
    if !browser.shows(UNIT).await? {
        return begins_together(browser, UNIT).await;
    }
    browser.click_named(UNIT).await?;
    browser.click("#together").await?;
    browser.click("#begin").await?;
    is_asked(browser).await
}

async fn lives(
    browser: &mut Browser,
    site: &Site,
    random: &RefCell<Random>,
    figures: &RefCell<Figures>,
    lives: usize,
) -> Outcome {
    let mut said = Said::default();
    let mut first = None;
    for life in 0..=lives {
        let unit = comes_back(browser).await?;
        // The unit itself was confirmed in the first life: another one would be a loss.
        assert_eq!(*first.get_or_insert_with(|| unit.clone()), unit);
        if life > 0 {
            said.listen(site);
            let missing = said.missing(&levels_shown(browser, &unit).await?);
            for line in &missing {
                println!("life {life}: {line}");
            }
            figures.borrow_mut().missing.extend(missing);
        }
        if life == lives {
            break;
        }
        begins_to_answer(browser, &unit, life).await?;
        let moment = random.borrow_mut().between(20, 1_500);
        tokio::time::sleep(Duration::from_millis(moment)).await;
        browser.kill()?;
        figures.borrow_mut().lives += 1;
        browser.start_again().await?;
    }
    figures.borrow_mut().confirmed += said.confirmed;
    Ok(())
}

fn nothing_confirmed_is_missing(engine: Engine, kills: usize) {
    let random = RefCell::new(Random::new());
    let figures = RefCell::new(Figures::default());
    let mut left = kills;
    while left > 0 {
        let now = left.min(LIVES_PER_PROFILE);
        story(engine, async |browser, site| {
            lives(browser, site, &random, &figures, now).await
        });
        left -= now;
    }
    let figures = figures.into_inner();
    println!(
        "{}: killed {} times, {} answers confirmed, {} missing.",
        engine.name(),
        figures.lives,
        figures.confirmed,
        figures.missing.len()
    );
    // A run in which next to nothing was confirmed would show nothing.
    assert!(figures.confirmed >= figures.lives, "too few answers");
    assert!(figures.missing.is_empty(), "{:#?}", figures.missing);
}

#[test]
fn chromium_is_killed_at_random_moments() {
    nothing_confirmed_is_missing(Engine::Chromium, kills(200));
}

#[test]
fn firefox_is_killed_at_random_moments() {
    nothing_confirmed_is_missing(Engine::Firefox, kills(30));
}
