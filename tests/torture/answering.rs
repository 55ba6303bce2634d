//! A script in the page that answers question after question, as fast as the app confirms, and says so to the site.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Request, Site, Told, Trouble},
    manager::Unit,
    twenty::TWENTY,
};

/// What the script asks the site for; only the test listens.
const SAID: &str = "/__torture/";

/// Goes to a question within the app; the heading takes the focus once the page is drawn.
const TURN: &str = "
    const pause = () => new Promise(resolve => setTimeout(resolve, 2));
    const turn = async question => {
        document.activeElement?.blur();
        const place = prefix + question;
        if (location.hash === place) { location.hash = '#/om'; while (document.activeElement?.tagName !== 'H1') await pause(); document.activeElement.blur(); }
        location.hash = place;
        while (document.activeElement?.id !== 'question' || !document.getElementById('level-1')) await pause();
    };";

/// What the page has said of each question: the level last confirmed, and those begun since.
#[derive(Default)]
pub struct Said {
    levels: BTreeMap<String, (Option<u64>, Vec<u64>)>,
    /// How many answers were confirmed.
    pub confirmed: usize,
}

impl Said {
    /// Takes in what has reached the site.
    pub fn listen(&mut self, site: &Site) {
        for Request { path, .. } in site.requests() {
            let Some(said) = path.strip_prefix(SAID) else {
                continue;
            };
            let mut parts = said.split('/');
            let (Some(kind), Some(question), Some(level)) = (
                parts.next(),
                parts.next(),
                parts.next().and_then(|level| level.parse().ok()),
            ) else {
                continue;
            };
            let (confirmed, begun) = self.levels.entry(question.to_owned()).or_default();
            if kind == "confirmed" {
                *confirmed = Some(level);
                begun.clear();
                self.confirmed += 1;
            } else {
                begun.push(level);
            }
        }
        site.forget_requests();
    }

    /// The questions whose level is neither the one confirmed last nor one begun after it; what was begun counts as said
    /// from now on, if it has come to stay.
    pub fn missing(&mut self, found: &BTreeMap<String, u64>) -> Vec<String> {
        let mut missing = Vec::new();
        for (question, (confirmed, begun)) in &mut self.levels {
            let is = found.get(question).copied();
            if is != *confirmed && !is.is_some_and(|level| begun.contains(&level)) {
                missing.push(format!(
                    "{question}: {confirmed:?} was confirmed, {is:?} is there"
                ));
            }
            *confirmed = is;
            begun.clear();
        }
        missing
    }
}

/// Starts the script; it goes on until the browser is killed. Each level differs from the one that stands there.
pub async fn begins_to_answer(browser: &Browser, unit: &Unit, life: usize) -> Told {
    let script = format!(
        "const [prefix, questions, life] = arguments;
         {TURN}
         const say = (kind, question, level) => fetch(`{SAID}${{kind}}/${{question}}/${{level}}`, {{ method: 'POST' }});
         const answer = async (question, salt) => {{
             await turn(question);
             const chosen = Number(document.querySelector('input[name=answer]:checked')?.id.slice(6) ?? 0);
             const level = (chosen + salt % 4) % 5 + 1;
             await say('begun', question, level);
             const line = document.getElementById('state');
             let saving = false;
             const watch = new MutationObserver(() => {{ saving ||= line.dataset.state !== 'saved'; }});
             watch.observe(line, {{ attributes: true }});
             document.getElementById('level-' + level).click();
             while (!saving || line.dataset.state !== 'saved') await pause();
             watch.disconnect();
             await say('confirmed', question, level);
         }};
         (async () => {{ for (let n = life * 7; ; n += 1) await answer(questions[n % questions.length], n); }})()
             .catch(error => {{ window.__tortureFailed = String(error); }});"
    );
    let arguments = vec![json!(unit.question("")), json!(TWENTY), json!(life)];
    browser.script(&script, arguments).await?;
    Ok(())
}

/// The levels that the app shows now, by question.
pub async fn levels_shown(browser: &Browser, unit: &Unit) -> Told<BTreeMap<String, u64>> {
    let script = format!(
        "const [prefix, questions] = arguments;
         {TURN}
         return (async () => {{
             const found = {{}};
             for (const question of questions) {{
                 await turn(question);
                 const chosen = document.querySelector('input[name=answer]:checked')?.id;
                 if (chosen) found[question] = Number(chosen.slice(6));
             }}
             return found;
         }})();"
    );
    let arguments = vec![json!(unit.question("")), json!(TWENTY)];
    let found: Value = browser.script(&script, arguments).await?;
    serde_json::from_value(found)
        .map_err(|error| Trouble::new(format!("The levels could not be read: {error}.")))
}
