//! *Tidigare svar* as the database keeps them: read, trimmed and erased for the pages that show them.

use js_sys::Array;

use super::Store;
use super::database::{HISTORY, confirmation, confirmed, result, store, strict};
use super::store::{add, text_of};
use crate::app::Refusal;
use crate::app::desk::history::capped;
use crate::domain::{Address, Fact};
use crate::exchange::facts_from_json;

/// What is kept, the earliest first; what is too much of it is dropped for good. Nothing where the browser keeps none.
pub async fn read(of: &Store) -> Option<Vec<(Address, Fact)>> {
    read_and_trim(of).await.ok()
}

async fn read_and_trim(of: &Store) -> Result<Vec<(Address, Fact)>, Refusal> {
    let database = of.database().ok_or(Refusal::Deleted)?;
    // Another tab adds before this or after it.
    let transaction = strict(&database, &[HISTORY])?;
    let confirmation = confirmation(&transaction);
    let history = store(&transaction, HISTORY)?;
    let texts = Array::from(&result(history.get_all()).await?);
    let all: Vec<(Address, Fact)> = texts
        .iter()
        .flat_map(|text| facts_from_json(&text_of(&text)).facts)
        .collect();
    let many = all.len();
    let kept = capped(all);
    if kept.len() < many {
        result(history.clear()).await?;
        for fact in &kept {
            add(&transaction, HISTORY, std::slice::from_ref(fact))?;
        }
    }
    confirmed(confirmation).await?;
    Ok(kept)
}

/// Erases all that is kept; the answers themselves stay.
pub async fn erase(of: &Store) {
    let Some(database) = of.database() else {
        return;
    };
    if let Ok(transaction) = strict(&database, &[HISTORY])
        && let Ok(history) = store(&transaction, HISTORY)
    {
        let confirmation = confirmation(&transaction);
        let _ = history.clear();
        // Whether it is gone shows when it is read again.
        let _ = confirmed(confirmation).await;
    }
}
