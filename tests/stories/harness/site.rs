//! The site of the app under test, which can go away: the honest way to be offline in every
//! engine.

use std::{
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    path::Path,
    sync::{Arc, Mutex},
    thread::{self, JoinHandle},
};

use super::{
    port::Port,
    serving::{Policy, Request, State, listen, lock},
    trouble::{Told, Trouble},
};

/// A folder served on 127.0.0.1, until dropped.
#[derive(Debug)]
pub struct Site {
    port: Port,
    state: Arc<Mutex<State>>,
    listener: Mutex<Option<JoinHandle<()>>>,
}

impl Site {
    /// Serves the folder `root` on a free port.
    pub fn start(root: &Path) -> Told<Self> {
        if !root.join("index.html").is_file() {
            return Err(Trouble::new(format!(
                "There is no app in {}: it has no index.html. To mend it: cargo xtask build.",
                root.display()
            )));
        }
        let state = State {
            root: root.to_owned(),
            ..State::default()
        };
        let site = Self {
            port: Port::reserve()?,
            state: Arc::new(Mutex::new(state)),
            listener: Mutex::default(),
        };
        site.restart()?;
        Ok(site)
    }

    /// Its address, with a slash at the end.
    pub fn url(&self) -> String {
        format!("{}/", self.origin())
    }

    /// Its origin: scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port.number())
    }

    /// Goes away: nobody listens any more and every connection is cut.
    pub fn stop(&self) {
        let Some(listener) = lock(&self.listener).take() else {
            return;
        };
        let connections = {
            let mut state = lock(&self.state);
            state.open = false;
            std::mem::take(&mut state.connections)
        };
        for connection in connections.values() {
            // Those that are closed already need no closing.
            let _closed = connection.shutdown(Shutdown::Both);
        }
        // A call of our own wakes the listener, which then sees that it is closed.
        let _woken = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port.number()));
        let _ended = listener.join();
    }

    /// Comes back on the same port.
    pub fn restart(&self) -> Told {
        self.stop();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port.number()))?;
        lock(&self.state).open = true;
        let state = Arc::clone(&self.state);
        let thread = thread::Builder::new()
            .name("site".to_owned())
            .spawn(move || listen(&listener, &state))?;
        *lock(&self.listener) = Some(thread);
        Ok(())
    }

    /// Serves another folder from now on: a new version of the app on the same origin.
    pub fn serve_instead(&self, root: &Path) {
        root.clone_into(&mut lock(&self.state).root);
    }

    /// Sends pages with or without the content policy from now on.
    pub fn set_policy(&self, policy: Policy) {
        lock(&self.state).policy = policy;
    }

    /// Every request so far, in the order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state).requests.clone()
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&self) {
        lock(&self.state).requests.clear();
    }

    /// What browsers reported that the policy refused, in every engine.
    pub fn violations(&self) -> Vec<String> {
        lock(&self.state).violations.clone()
    }

    /// Fails when anything on the site's pages was refused by the policy.
    pub fn assert_policy_kept(&self) -> Told {
        let violations = self.violations();
        if violations.is_empty() {
            return Ok(());
        }
        Err(Trouble::new(format!(
            "The content policy refused:\n  {}",
            violations.join("\n  ")
        )))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}
