//! What the one who leads the work does: units, who answers what, the flower box and its pictures.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Told, Trouble},
    manager::*,
};

/// What is said to a question of the flower box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    Full,
    Half,
    Nothing,
    DontKnow,
    NotRelevant(&'static str),
    Open,
}

/// An area and what is said to its questions, in the order of reading.
pub type Said<'a> = (&'a str, &'a [(&'a str, Grade)]);

/// Adds units in the settings and returns them in the same order.
pub async fn adds_units<const N: usize>(browser: &Browser, names: [&str; N]) -> Told<[Unit; N]> {
    turns_to(browser, "#/installningar").await?;
    for name in &names {
        browser.click("#new-unit").await?;
        browser.type_text(name).await?;
        browser.press("Enter").await?;
        browser.wait_for_focus("#new-unit").await?;
    }
    let listed = "const fields = [...document.querySelectorAll('ul.units input')];
        const ids = arguments[0].map(name => fields.find(field => field.value === name)?.id.replace('name-', ''));
        return ids.every(Boolean) && ids;";
    let ids = browser
        .wait_until(
            &format!("for the units {names:?}"),
            listed,
            vec![json!(names.as_slice())],
        )
        .await?;
    is_saved(browser).await?;
    let ids = ids.as_array().cloned().unwrap_or_default();
    let units: Vec<Unit> = ids
        .iter()
        .filter_map(Value::as_str)
        .map(Unit::with_id)
        .collect();
    units
        .try_into()
        .map_err(|units| Trouble::new(format!("There are other units: {units:?}")))
}

/// Chooses in a list, as a finger does, and sees that the choice is saved.
pub async fn picks(browser: &Browser, list: &str, value: &str) -> Told {
    browser
        .click(&format!("{list} option[value='{value}']"))
        .await?;
    let chosen = "return document.querySelector(arguments[0])?.value === arguments[1];";
    browser
        .wait_until(
            &format!("for {value} in {list}"),
            chosen,
            vec![json!(list), json!(value)],
        )
        .await?;
    is_saved(browser).await
}

/// Names the unit that answers an area, on the page of the round.
pub async fn names_for(browser: &Browser, area: &str, unit: &Unit) -> Told {
    picks(browser, &format!("#owner-{area}"), unit.id()).await
}

/// Says who answers: a unit that is there already, for the flower box, together.
pub async fn begins_the_flower_box(browser: &Browser, unit: &Unit) -> Told {
    turns_to(browser, "#/besvara").await?;
    browser.click("#set-e-forvaltning").await?;
    browser.click(&format!("#unit-{}", unit.id())).await?;
    browser.click("#together").await?;
    browser.click("#begin").await?;
    browser.wait_for("#question").await
}

/// Answers questions of the flower box for a unit.
pub async fn grades(browser: &Browser, unit: &Unit, said: &[(&str, Grade)]) -> Told {
    for (question, grade) in said {
        if *grade == Grade::Open {
            continue;
        }
        turns_to(browser, &unit.petal(question)).await?;
        says(browser, *grade).await?;
    }
    Ok(())
}

/// Says something to the question on the page.
pub async fn says(browser: &Browser, grade: Grade) -> Told {
    match grade {
        Grade::Full => chooses(browser, "level-3").await,
        Grade::Half => chooses(browser, "level-2").await,
        Grade::Nothing => chooses(browser, "level-1").await,
        Grade::DontKnow => chooses(browser, "dont-know").await,
        Grade::NotRelevant(reason) => {
            chooses(browser, "not-applicable").await?;
            writes(browser, "#rationale", reason).await
        }
        Grade::Open => Ok(()),
    }
}

/// The areas that the column beside a question lists, without how far each has come.
pub async fn areas_beside(browser: &Browser) -> Told<Vec<String>> {
    browser.wait_for(".areas nav a").await?;
    browser
        .texts_of(".areas nav a > span:first-child:not(.count)")
        .await
}

/// The cells of a table's body, row by row.
pub async fn rows_of(browser: &Browser, table: &str) -> Told<Vec<Vec<String>>> {
    let body = "const plain = text => text.replace(/\\s+/g, ' ').trim();
        const rows = [...document.querySelectorAll(arguments[0] + ' tbody tr')];
        return rows.length > 0 && rows.map(row => [...row.cells].map(cell => plain(cell.textContent)));";
    let rows = browser
        .wait_until(
            &format!("for the rows of {table}"),
            body,
            vec![json!(table)],
        )
        .await?;
    Ok(words_of(&rows))
}

/// The heads of a table's columns.
pub async fn heads_of(browser: &Browser, table: &str) -> Told<Vec<String>> {
    let body = "return [[...document.querySelectorAll(arguments[0] + ' thead th')].map(head => head.textContent)];";
    let heads = browser.script(body, vec![json!(table)]).await?;
    Ok(words_of(&heads).pop().unwrap_or_default())
}

/// Rows of words out of what a script returned.
pub fn words_of(rows: &Value) -> Vec<Vec<String>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let word = |cell: &Value| cell.as_str().unwrap_or_default().to_owned();
    list(rows)
        .iter()
        .map(|row| list(row).iter().map(word).collect())
        .collect()
}
