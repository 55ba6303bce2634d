//! Who was asked for anything: proof that no request of a page left for another origin.
//!
//! In Chromium two records are read. The driver's performance log tells of every request that a
//! page tried, also one that its policy refused. The network log tells of every request that
//! went out, workers and service workers included, with who began it; the browser's own calls
//! home have no page behind them and do not count. Firefox and `WebKit` offer only the page's own
//! Resource Timing, which knows neither workers nor what was refused.

use std::{collections::BTreeSet, fs, time::Duration};

use serde_json::Value;

use super::{
    browser::Browser,
    command::within,
    engine::Engine,
    patience::Deadline,
    site::Site,
    trouble::{Told, Trouble},
};

impl Browser {
    /// The addresses outside of `site` that its pages asked for since the browser started (in
    /// Firefox and `WebKit`: the page in the window since it was loaded).
    pub async fn foreign_requests(&self, site: &Site) -> Told<BTreeSet<String>> {
        self.step("takes the census of origins");
        let origin = site.origin();
        let mut asked = self.resource_timing().await?;
        if self.engine() == Engine::Chromium {
            let log = within(self.session()?.get_log("performance")).await?;
            asked.extend(
                log.iter()
                    .filter_map(|entry| url_in_performance_log(&entry.message)),
            );
            asked.extend(self.net_log(&origin).await?);
        }
        asked.retain(|url| is_foreign(url, &origin));
        Ok(asked)
    }

    /// Fails when a page of `site` asked for anything elsewhere.
    pub async fn assert_stays_home(&self, site: &Site) -> Told {
        let foreign = self.foreign_requests(site).await?;
        if foreign.is_empty() {
            return Ok(());
        }
        let list: Vec<String> = foreign.into_iter().collect();
        Err(Trouble::new(format!(
            "Requests left for another origin:\n  {}",
            list.join("\n  ")
        )))
    }

    async fn resource_timing(&self) -> Told<BTreeSet<String>> {
        let body = "return performance.getEntriesByType('resource').map(entry => entry.name);";
        let told = self.script(body, vec![]).await?;
        Ok(told
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// The addresses in the network log that pages of `origin` asked for. The log is written in
    /// batches; a marked request at the end shows when everything before it has arrived.
    async fn net_log(&self, origin: &str) -> Told<BTreeSet<String>> {
        let mut deadline = Deadline::after(Duration::from_secs(20));
        let mut number = 0;
        let mark = format!("{origin}/?census-{}-", std::process::id());
        loop {
            number += 1;
            // From a page of the site; whether the site answers does not matter.
            self.script(
                "return fetch(arguments[0], { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);",
                vec![format!("{mark}{number}").into()],
            )
            .await?;
            let log = fs::read_to_string(self.profile().net_log())?;
            // The mark's own first event lies behind all that came before it.
            if log.contains(&format!("{mark}1\"")) {
                return Ok(log
                    .lines()
                    .filter_map(|line| url_in_net_log(line, origin))
                    .collect());
            }
            if deadline.is_over() {
                return Err(Trouble::new(
                    "Chromium's network log did not take up the census' own request.",
                ));
            }
            deadline.pause().await;
        }
    }
}

/// `url` of a `Network.requestWillBeSent`, or of a document that it was for.
fn url_in_performance_log(message: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(message).ok()?;
    let message = entry.get("message")?;
    let method = message.get("method")?.as_str()?;
    let parameters = message.get("params")?;
    let url = match method {
        "Network.requestWillBeSent" => parameters.get("request")?.get("url")?,
        "Network.webSocketCreated" | "Network.webTransportCreated" => parameters.get("url")?,
        _ => return None,
    };
    Some(url.as_str()?.to_owned())
}

/// `url` of an event line, when a page or worker of `origin` began the request.
fn url_in_net_log(line: &str, origin: &str) -> Option<String> {
    let event: Value = serde_json::from_str(line.trim_end().trim_end_matches(',')).ok()?;
    let parameters = event.get("params")?;
    let initiator = parameters.get("initiator")?.as_str()?;
    if initiator != origin {
        return None;
    }
    Some(parameters.get("url")?.as_str()?.to_owned())
}

/// Whether a request to `url` leaves the machine's own pages.
fn is_foreign(url: &str, origin: &str) -> bool {
    let at_home = url == origin || url.starts_with(&format!("{origin}/"));
    let local = [
        "data:",
        "blob:",
        "about:",
        "chrome:",
        "chrome-error:",
        "devtools:",
    ];
    !at_home && !local.iter().any(|scheme| url.starts_with(scheme))
}
