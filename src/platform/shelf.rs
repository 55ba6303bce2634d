//! What this browser keeps beside the document, under keys of its own in the same database.

use wasm_bindgen::JsValue;

use super::Store;
use super::database::{META, confirmation, confirmed, refusal, result, store, strict};
use crate::app::Refusal;

impl Store {
    /// What is kept beside the document under a key, such as the handle of a file.
    pub(super) async fn beside(&self, key: &str) -> Option<JsValue> {
        let database = self.database()?;
        let transaction = database.transaction_with_str(META).ok()?;
        result(store(&transaction, META).ok()?.get(&key.into()))
            .await
            .ok()
    }

    /// Keeps something beside the document.
    pub(super) async fn put_beside(&self, key: &str, value: &JsValue) -> Result<(), Refusal> {
        let database = self.database().ok_or(Refusal::Deleted)?;
        let transaction = strict(&database, &[META])?;
        let confirmation = confirmation(&transaction);
        let put = store(&transaction, META)?.put_with_key(value, &key.into());
        put.map_err(|error| refusal(&error))?;
        confirmed(confirmation).await
    }

    /// Forgets what is kept beside the document under a key.
    pub(super) async fn remove_beside(&self, key: &str) {
        let database = self.database();
        if let Some(database) = database
            && let Ok(transaction) = strict(&database, &[META])
            && let Ok(meta) = store(&transaction, META)
        {
            let confirmation = confirmation(&transaction);
            let _ = meta.delete(&key.into());
            // Where it is not confirmed, the next save asks for a file that is known; nothing is lost.
            let _ = confirmed(confirmation).await;
        }
    }

    /// Changes what stands under a key, in one transaction, so that tabs do not take anything from each other; gives what
    /// stands there then.
    ///
    /// # Errors
    /// Why it was not confirmed; what stood there stands there still.
    pub(super) async fn change_beside(
        &self,
        key: &str,
        change: &dyn Fn(JsValue) -> JsValue,
    ) -> Result<JsValue, Refusal> {
        let database = self.database().ok_or(Refusal::Deleted)?;
        let transaction = strict(&database, &[META])?;
        let confirmation = confirmation(&transaction);
        let meta = store(&transaction, META)?;
        let value = change(result(meta.get(&key.into())).await?);
        result(meta.put_with_key(&value, &key.into())).await?;
        confirmed(confirmation).await?;
        Ok(value)
    }
}
