//! A small static server on 127.0.0.1, for `cargo xtask serve` and for the browser tests.
//!
//! It sends the strict headers of a real installation, compresses with brotli, writes down every request, and can be
//! stopped so that the page is truly offline: the port is closed and every open connection is cut before
//! [`Server::stop`] returns. Starting again on the same port brings the network back.

mod body;
mod connection;
mod content_type;
mod path;
mod request;

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

pub use body::brotli;
pub use request::Logged;

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

/// What the accepting thread and the connections have in common.
struct Shared {
    root: PathBuf,
    /// The folder of the site the files are served under: begins and ends with `/`.
    prefix: String,
    stopping: AtomicBool,
    open: Mutex<HashMap<u64, TcpStream>>,
    log: Mutex<Vec<Logged>>,
    bodies: body::Bodies,
}

/// Serves the files of `dir` at the root of `http://127.0.0.1:port/`. Port 0 picks a free one.
///
/// # Errors
/// When `dir` is not there or the port is taken.
pub fn start(dir: &Path, port: u16) -> io::Result<Server> {
    start_under(dir, port, "/")
}

/// As [`start`], with the files in a folder of the site, such as `/verktyg/mognad/`.
///
/// # Errors
/// When `dir` is not there or the port is taken.
pub fn start_under(dir: &Path, port: u16, prefix: &str) -> io::Result<Server> {
    let root = dir.canonicalize()?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let address = listener.local_addr()?;
    let trimmed = prefix.trim_matches('/');
    let shared = Arc::new(Shared {
        root,
        prefix: if trimmed.is_empty() {
            "/".to_owned()
        } else {
            format!("/{trimmed}/")
        },
        stopping: AtomicBool::new(false),
        open: Mutex::default(),
        log: Mutex::default(),
        bodies: body::Bodies::default(),
    });
    let for_thread = Arc::clone(&shared);
    let acceptor = thread::spawn(move || accept(&listener, &for_thread));
    Ok(Server {
        address,
        shared,
        acceptor: Some(acceptor),
    })
}

impl Server {
    /// The address of the start page, ending in `/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.prefix)
    }

    /// The port, to start again on after [`Server::stop`].
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every request answered so far, in the order of the answers.
    #[must_use]
    pub fn requests(&self) -> Vec<Logged> {
        lock(&self.shared.log).clone()
    }

    /// Forgets the requests so far, so that a test sees only what comes next.
    pub fn forget_requests(&self) {
        lock(&self.shared.log).clear();
    }

    /// Compresses every file now, so that the first visit is not measured with the compression in it.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn warm_up(&self) -> io::Result<()> {
        self.shared.bodies.warm_up(&self.shared.root)
    }

    /// Closes the port and cuts every open connection. When it returns, the page is offline.
    pub fn stop(mut self) {
        self.shut_down();
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(acceptor) = self.acceptor.take() {
            // The thread only ends when the server is stopped, and nobody else holds it.
            let _ended = acceptor.join();
        }
    }

    fn shut_down(&mut self) {
        let Some(acceptor) = self.acceptor.take() else {
            return;
        };
        self.shared.stopping.store(true, Ordering::SeqCst);
        // `accept` has no time limit: a last connection wakes it, and it sees the flag.
        let _woken = TcpStream::connect(self.address);
        let _ended = acceptor.join();
        for (_, stream) in lock(&self.shared.open).drain() {
            let _already_closed = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shut_down();
    }
}

/// Gives each connection a thread of its own, and keeps a handle to it so that it can be cut.
fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for (number, stream) in (0_u64..).zip(listener.incoming()) {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let Ok(handle) = stream.try_clone() else {
            continue;
        };
        lock(&shared.open).insert(number, handle);
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A broken connection is the browser's business; the next one starts afresh.
            let _broken = connection::answer_all(stream, &shared);
            lock(&shared.open).remove(&number);
        });
    }
}

/// A connection that panicked leaves nothing half done, so its lock may be used again.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
