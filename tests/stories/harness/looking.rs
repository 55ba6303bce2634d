//! What a story sees on the page, and what it takes hold of there.

use std::fmt;

use serde_json::{Value, json};
use thirtyfour::By;

use super::{
    browser::Browser,
    command::{Refusal, within},
    patience::{Deadline, USUAL},
    trouble::{Told, Trouble},
};

/// Page text as it is read: what is hidden is left out, blanks are one blank.
const READABLE: &str = r"
const readable = element => (element.innerText ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
const shown = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
";

/// What has the keyboard focus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focused {
    /// Tag in small letters; `body` when nothing has the focus.
    pub tag: String,
    /// `id`, or empty.
    pub id: String,
    /// `type` of an input, or its `role`, or empty.
    pub kind: String,
    /// `value`, or empty.
    pub value: String,
    /// Its label or text, as a reader would call it.
    pub text: String,
    /// Whether a box or radio button is checked, or a button pressed.
    pub checked: bool,
}

impl fmt::Display for Focused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "<{} id={:?} type={:?} value={:?}> {:?}",
            self.tag, self.id, self.kind, self.value, self.text
        )
    }
}

impl Browser {
    /// Waits until the page shows `text`; case counts, line breaks do not.
    pub async fn see(&self, text: &str) -> Told {
        self.see_in("body", text).await
    }

    /// Waits until an element that `selector` finds shows `text`.
    pub async fn see_in(&self, selector: &str, text: &str) -> Told {
        let place = if selector == "body" {
            String::new()
        } else {
            format!(" in {selector}")
        };
        self.wait_until(
            &format!("to see “{text}”{place}"),
            &format!(
                "{READABLE} return [...document.querySelectorAll(arguments[0])]
                 .some(each => readable(each).includes(arguments[1].replace(/\\s+/g, ' ')));"
            ),
            vec![json!(selector), json!(text)],
        )
        .await?;
        Ok(())
    }

    /// Waits until `text` is nowhere on the page any more.
    pub async fn see_no_more(&self, text: &str) -> Told {
        self.wait_until(
            &format!("for “{text}” to go"),
            &format!("{READABLE} return !readable(document.body).includes(arguments[0]);"),
            vec![json!(text)],
        )
        .await?;
        Ok(())
    }

    /// Whether `text` is on the page at this moment.
    pub async fn shows(&self, text: &str) -> Told<bool> {
        let body = format!("{READABLE} return readable(document.body).includes(arguments[0]);");
        Ok(self.script(&body, vec![json!(text)]).await? == Value::Bool(true))
    }

    /// Waits until `selector` finds something that is shown.
    pub async fn wait_for(&self, selector: &str) -> Told {
        self.wait_until(
            &format!("for {selector}"),
            &format!("{READABLE} return [...document.querySelectorAll(arguments[0])].some(shown);"),
            vec![json!(selector)],
        )
        .await?;
        Ok(())
    }

    /// Waits until `selector` finds exactly `number` elements.
    pub async fn wait_for_count(&self, selector: &str, number: usize) -> Told {
        self.wait_until(
            &format!("for {number} of {selector}"),
            "return document.querySelectorAll(arguments[0]).length === arguments[1];",
            vec![json!(selector), json!(number)],
        )
        .await?;
        Ok(())
    }

    /// How many elements `selector` finds at this moment.
    pub async fn count(&self, selector: &str) -> Told<usize> {
        let body = "return document.querySelectorAll(arguments[0]).length;";
        let number = self.script(body, vec![json!(selector)]).await?;
        Ok(number
            .as_u64()
            .and_then(|number| number.try_into().ok())
            .unwrap_or_default())
    }

    /// The text of the first element that `selector` finds; waits for one.
    pub async fn text_of(&self, selector: &str) -> Told<String> {
        let text = self
            .wait_until(
                &format!("for the text of {selector}"),
                &format!(
                    "{READABLE} const found = document.querySelector(arguments[0]);
                     return found ? [readable(found)] : null;"
                ),
                vec![json!(selector)],
            )
            .await?;
        Ok(text
            .get(0)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned())
    }

    /// The texts of all elements that `selector` finds at this moment.
    pub async fn texts_of(&self, selector: &str) -> Told<Vec<String>> {
        let body = format!(
            "{READABLE} return [...document.querySelectorAll(arguments[0])].map(readable);"
        );
        let texts = self.script(&body, vec![json!(selector)]).await?;
        let texts = texts.as_array().cloned().unwrap_or_default();
        Ok(texts
            .iter()
            .map(|text| text.as_str().unwrap_or_default().to_owned())
            .collect())
    }

    /// An attribute of the first element that `selector` finds; waits for the element, and
    /// answers `None` where it has no such attribute.
    pub async fn attribute(&self, selector: &str, name: &str) -> Told<Option<String>> {
        let value = self
            .wait_until(
                &format!("for {selector} to read its {name}"),
                "const found = document.querySelector(arguments[0]);
                 return found ? [found.getAttribute(arguments[1])] : null;",
                vec![json!(selector), json!(name)],
            )
            .await?;
        Ok(value.get(0).and_then(Value::as_str).map(str::to_owned))
    }

    /// What has the keyboard focus at this moment.
    pub async fn focused(&self) -> Told<Focused> {
        let body = format!(
            "{READABLE} let it = document.activeElement ?? document.body;
             while (it.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
             const named = (it.getAttribute('aria-labelledby') ?? '').split(' ')
                 .map(id => document.getElementById(id)).filter(Boolean).map(readable).join(' ');
             const labels = [...(it.labels ?? [])].map(readable).join(' ');
             return {{
                 tag: it.localName, id: it.id, kind: it.getAttribute('role') ?? it.getAttribute('type') ?? '',
                 value: String(it.value ?? ''),
                 text: named || it.getAttribute('aria-label') || labels || (it === document.body ? '' : readable(it)),
                 checked: it.checked === true || ['aria-checked', 'aria-pressed']
                     .some(state => it.getAttribute(state) === 'true'),
             }};"
        );
        let told = self.script(&body, vec![]).await?;
        let word = |key: &str| {
            told.get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Ok(Focused {
            tag: word("tag"),
            id: word("id"),
            kind: word("kind"),
            value: word("value"),
            text: word("text"),
            checked: told.get("checked") == Some(&Value::Bool(true)),
        })
    }

    /// Waits until what has the focus is found by `selector`: focus after a change of page comes
    /// a moment later than the page.
    pub async fn wait_for_focus(&self, selector: &str) -> Told {
        self.wait_until(
            &format!("for the focus on {selector}"),
            "return document.activeElement?.matches(arguments[0]) ?? false;",
            vec![json!(selector)],
        )
        .await?;
        Ok(())
    }

    /// Clicks the first element that `selector` finds, as soon as it can be clicked.
    pub async fn click(&self, selector: &str) -> Told {
        self.step(&format!("clicks {selector}"));
        self.click_found(
            selector,
            "return document.querySelector(arguments[0]);",
            selector,
        )
        .await
    }

    /// Clicks the button, link, tab, label or summary that is called `name`.
    pub async fn click_named(&self, name: &str) -> Told {
        self.step(&format!("clicks “{name}”"));
        let find = format!(
            "{READABLE} return [...document.querySelectorAll(
                 'button, a[href], summary, label, [role=button], [role=tab], [role=link], [role=menuitem], input[type=submit]')]
             .find(each => shown(each) && [readable(each), each.getAttribute('aria-label'), each.value].includes(arguments[0]));"
        );
        self.click_found(name, &find, &format!("“{name}”")).await
    }

    async fn click_found(&self, argument: &str, find: &str, what: &str) -> Told {
        let mut deadline = Deadline::after(USUAL);
        loop {
            let refusal = match self.try_click(argument, find).await {
                Ok(()) => return Ok(()),
                Err(Refusal::Final(trouble)) => return Err(self.with_page(trouble).await),
                Err(Refusal::Passing(trouble)) => trouble,
            };
            if deadline.is_over() {
                let trouble = refusal.while_doing(&format!("{what} could not be clicked"));
                return Err(self.with_page(trouble).await);
            }
            deadline.pause().await;
        }
    }

    async fn try_click(&self, argument: &str, find: &str) -> Result<(), Refusal> {
        let session = self.session().map_err(Refusal::Final)?;
        let found = within(session.execute(find, vec![json!(argument)])).await?;
        if found.json().is_null() {
            return Err(Refusal::Passing(Trouble::new("it is not there.")));
        }
        let element = found
            .element()
            .map_err(|error| Refusal::Passing(error.into()))?;
        if !within(element.is_enabled()).await? {
            return Err(Refusal::Passing(Trouble::new("it is disabled.")));
        }
        within(element.click()).await
    }

    /// Hands files on this machine to a file input, as the file dialog would.
    pub async fn choose_file(&self, selector: &str, path: &std::path::Path) -> Told {
        self.step(&format!("chooses the file {}", path.display()));
        let session = self.session()?;
        let found = within(session.find(By::Css(selector))).await;
        let input = self
            .explained(found, &format!("Looking for {selector}"))
            .await?;
        let sent = within(input.send_keys(path.to_string_lossy().as_ref())).await;
        self.explained(sent, "Choosing a file").await
    }
}
