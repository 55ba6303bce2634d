//! One command to a driver: never without end, and with a refusal that says whether to ask again.

use std::future::Future;

use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};

use super::{
    patience::{COMMAND, patient},
    trouble::Trouble,
};

/// A command that was refused, and whether asking again can help.
#[derive(Debug)]
pub(super) enum Refusal {
    Passing(Trouble),
    Final(Trouble),
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Passing(trouble) | Refusal::Final(trouble) => trouble,
        }
    }
}

/// Awaits one driver command for at most [`COMMAND`].
pub(super) async fn within<T>(
    command: impl Future<Output = WebDriverResult<T>>,
) -> Result<T, Refusal> {
    let limit = patient(COMMAND);
    match tokio::time::timeout(limit, command).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => {
            let is_final = matches!(
                &*error,
                WebDriverErrorInner::InvalidSessionId(_)
                    | WebDriverErrorInner::RequestFailed(_)
                    | WebDriverErrorInner::HttpError(_)
                    | WebDriverErrorInner::InvalidSelector(_)
            );
            let trouble = Trouble::from(error);
            Err(if is_final {
                Refusal::Final(trouble)
            } else {
                Refusal::Passing(trouble)
            })
        }
        Err(_elapsed) => Err(Refusal::Final(Trouble::new(format!(
            "The browser did not answer a command within {} s.",
            limit.as_secs()
        )))),
    }
}
